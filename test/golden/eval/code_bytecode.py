# Code objects show the bytecode that CPython would have: of compiled functions
# and of evaluated text alike.
import dis


def plain(a, b=2, *c, **d):
    """doc"""
    x = a + 1 if a else -b

    def inner(y):
        return x + y + len('abc')
    z = [i for i in c if i.attr and not i.x is None]
    print z, 1.5, (1, 2), 2 ** 10, len(u'\xe9')
    return inner


class K(object):
    'of the class'
    def m(self, (p, q)=(1, 2)):
        global Q
        self.x[p:] += Q
        for Q in self.x[1:2, ...]:
            if Q in (1, 2) or Q > p:
                continue
            try:
                yield {Q: p, 'k': {i: 1 for i in q}}
            except (ValueError, KeyError), e:
                raise K, e
            finally:
                del self.x[0], p
        else:
            while 1:
                with open(p) as self.f, q:
                    break
            while p < q < 3:
                assert p, 'text'
                exec 'x' in {}
        import os.path as path, sys
        from os import (path as P, sep)
        print >>sys.stderr, `p`, lambda *a: (yield a)


def show(co, depth=0):
    print '  ' * depth + co.co_name, co.co_argcount, co.co_nlocals, \
        co.co_stacksize, co.co_flags, co.co_firstlineno
    for name in ('co_varnames', 'co_cellvars', 'co_freevars', 'co_names'):
        print '  ' * depth, name, getattr(co, name)
    print '  ' * depth, co.co_code.encode('hex'), co.co_lnotab.encode('hex')
    for c in co.co_consts:
        if isinstance(c, type(co)):
            show(c, depth + 1)
        else:
            print '  ' * depth, repr(c)


show(plain.func_code)
show(K.m.im_func.func_code)
show(plain(1).__code__)
show((lambda: (yield)).__code__)
text = '''"doc"
x = 1; y = x and 2
def f(a):
  def g(): return a
  return g if not a else {b for b in a}
if __debug__: print x,
'''
show(compile(text, 's', 'exec'))
show(compile('x == 1 or (y, 1)', 's', 'eval'))
show(compile('x + 1; "shown"', 's', 'single'))
dis.dis(show)
dis.dis(compile('for i in x: print i', 's', 'exec'))
print list(dis.findlinestarts(show.func_code))
