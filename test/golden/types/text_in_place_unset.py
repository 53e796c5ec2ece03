# A text that a loop adds to, of a variable that may be unset.
def f(items):
    for x in items:
        line = '%s.' % x
        if x:
            line += 'b'
            if x > 1:
                line += ' ' + repr(x)
            if x > 2:
                line += ' c'
        print line
f([0, 1, 2, 3])
def f2(items, late):
    if late:
        line = 'late'
    for x in items:
        try:
            line += 'b'
        except UnboundLocalError, e:
            print e
            line = '%s.' % x
    return line
print f2([0, 1, 2, 3], False)
def g2(items):
    for x in items:
        if x > 1:
            line += 'b'
        else:
            line = '%s.' % x
        line += 'c'
    return line
print g2([0, 1, 2, 3])
try:
    print g2([2, 3])
except UnboundLocalError, e:
    print e
def h2(items):
    for x in items:
        if x > 1:
            del line
        line = '%s.' % x
        line += 'c'
        line += 'd'
    return line
try:
    print h2([1, 3])
    print h2([2, 3])
except UnboundLocalError, e:
    print e
def f3(items, late):
    if late:
        line = 'late'
    for x in items:
        line += 'b'
    return line
try:
    print f3([0, 1, 2, 3], False)
except UnboundLocalError, e:
    print e
def g3(n):
    for i in range(n):
        if i % 2:
            s += 'x'
            s += 'y'
        else:
            s = str(i)
    print len(s), s
g3(5)
