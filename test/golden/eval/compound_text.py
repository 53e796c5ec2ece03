exec 'from __future__ import division\nprint 1/2\nprint eval("1/2")'
exec 'try:\n  1/0\nexcept ZeroDivisionError as e:\n  print e\nelse:\n  print 1\nfinally:\n  print 2'
exec 'x = 1 if 0 else 2; print x; del x'
exec 'a, (b, c) = 1, (2, 3); print a, b, c'
exec 'print {1: 2, 3: 4}, {1, 2}, {i: i for i in range(2)}, `5`, 1 <> 2, 0777, 1L, 5j'
exec 'def d(f):\n  return lambda *a: ("dec", f(*a))\n@d\ndef e(x): return x\nprint e(4)'
exec 'assert 1, "no"\ntry:\n  assert 0, "yes"\nexcept AssertionError, e: print e'
exec 'class A:\n  """doc"""\n  def __init__(self): self.__p = 1\nprint A.__doc__, A().__dict__'
exec "print 'a' 'b', u'\\u20ac'.encode('utf8'), r'\\n', '%s' % 5"
exec 'def f((a, b), c=3): return a, b, c\nprint f((1, 2))'
exec 'print [x for x in range(3) for y in range(2) if y], x'
import sys
def fr():
    return (sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name,
            sys._getframe(1).f_lineno)
exec '\n\nprint fr()'
print eval('fr()')
exec 'def q():\n  return fr()\nprint q()'
try:
    exec 'def r():\n  raise KeyError, "k"\n\nr()'
except KeyError, e:
    tb = sys.exc_info()[2]
    while tb:
        code = tb.tb_frame.f_code
        print code.co_filename, tb.tb_lineno, code.co_name
        tb = tb.tb_next
for src in ('def f():\n  x = 1\n  exec "y = x"\n  def g(): return x\n',
            'def f():\n  exec "a" in {}\n  def g(): return z\n',
            'def f():\n  def g(): exec "x"\n  return g'):
    try:
        exec src in {}
        print 'ok'
    except SyntaxError, e:
        print e
def gen():
    for i in range(3):
        exec 'z = i * 2'
        yield z
print list(gen())
def outer():
    x = 20
    def inner():
        x
        return eval('x')
    return inner()
print outer()
print map(eval, ['1', '2+3']), eval('x', globals(), {'x': 3})
try:
    eval('open', {'__builtins__': {}})
except NameError, e:
    print e
