x = 5
print eval('1+1'), eval('x * 2 + len("abc")'), eval(u'x')
print eval('  \t[i * i for i in range(4)]'), eval('lambda a: a + x')(1)
print eval('a + b', {'a': 1, 'b': 2}), eval('a + b', {'a': 1}, {'b': 20})
c = compile('a + 1', 'foo', 'eval')
print eval(c, {'a': 2}), c.co_filename, c.co_name, c.co_firstlineno

def f(a, b=3):
    c = 4
    return eval('(a, b, c)'), [eval('a') for i in range(2)]
print f(1)
for bad in (1, None, ['1']):
    try:
        eval(bad)
    except TypeError, e:
        print e
for bad in ((1, 2), ({}, 1), ([],)):
    try:
        eval('1', *bad)
    except TypeError, e:
        print e
try:
    eval('nothing')
except NameError, e:
    print e
