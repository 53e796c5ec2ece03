from __future__ import division
print eval('1/2'), eval(compile('1/2', 'f', 'eval'))
print eval(compile('1/2', 'f', 'eval', 0, 1))
exec "print 3/2"
def f():
    exec "x = 1/4"
    return x
print f()
print compile('1', 'f', 'eval').co_flags & 0x2000
print f.func_code.co_flags & 0x2000
exec compile("print(1, 2, sep='-')", 'f', 'exec', 0x10000)
print type(eval(compile("'x'", 'f', 'eval', 0x20000)))
for flags in (0x10, 0x200, 0x1000000):
    try:
        print eval(compile('2', 'f', 'eval', flags))
    except ValueError, e:
        print e
