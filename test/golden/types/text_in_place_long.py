# Texts of many characters, added to one by one: in linear time.


def added(n):
    s = ''
    for i in xrange(n):
        s = s + 'x'
    return len(s)


def measured(n):
    s = ''
    while len(s) < n:
        s += 'ab'
        if s[-1] == 'c' or s.startswith('c'):
            break
    return len(s)


def caught(n):
    s = ''
    for i in xrange(n):
        try:
            s += str(i % 10)
        except ValueError:
            pass
    return len(s)


def lengths(n):
    s = ''
    for i in xrange(n):
        s += 'y'
        yield len(s)


print added(300000), measured(300000), caught(300000)
for length in lengths(300000):
    pass
print length

text = other = ''
for i in xrange(300000):
    text += chr(97 + i % 26)
    other = other + text[-1]
    if len(text) < i or text.endswith('zz'):
        break
print len(text), text == other
