s = 'hello World 123'
print s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase()
print "they're bill's".title(), 'aBc dEf'.capitalize(), ''.title()
print '\xe9'.upper() == '\xe9'
for x in ('abc', 'ABC', 'Abc Def', '123', 'a1', ' \t\n', '', 'abc!', 'A', '\xe9', '\x0b\x0c',
        'aB Cd'):
    print x.isalpha(), x.isdigit(), x.isalnum(), x.isspace(), x.islower(), x.isupper()
    print x.istitle()
for f in (lambda: 'a'.upper(1), lambda: 'a'.isdigit(1), lambda: str.upper(5),
        lambda: str.upper(), lambda: 'a'.center(), lambda: 'a'.zfill('x')):
    try:
        print f()
    except TypeError as e:
        print e
