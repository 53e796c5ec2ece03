# -*- coding: utf-8 -*-
# nested tracebacks
import sys, traceback
def a(x): return b(x) + 1
def b(x):
    try:
        return c(x)
    finally:
        print 'fin'
def c(x):
    with W():
        return [d(y) for y in x]
class W(object):
    def __enter__(s): return s
    def __exit__(s, *a): print 'exit', a[0] and a[0].__name__, a[2] and a[2].tb_lineno
def d(y):
    f = lambda z: \
        z / \
        0
    return max(f(w)
               for w in
               [y])
class P(object):
    @property
    def p(self):
        return self.q
    def __getattr__(self, n):
        if n == 'q':
            raise AttributeError('no ' + n)
        return n
    def __del__(self): pass
def gen():
    try:
        yield 1
        raise KeyError('k')
    except KeyError:
        try:
            yield 2
        finally:
            yield 3
            raise
def tb(f, *a):
    try: f(*a)
    except: traceback.print_exc(file=sys.stdout)
tb(a, [1])
tb(lambda: P().p.x)
print P().p
tb(list, gen())
def rer():
    try:
        a([2])
    except ZeroDivisionError, e:
        t = sys.exc_info()[2]
        try: raise e
        except: pass
        raise KeyError, KeyError('x'), t
tb(rer)
class K(object):
    tb(eval, '1/0')
    def m(self):
        exec 'def q():\n  raise ValueError("q")\nq()'
    def n(self): return self.m(
        ) + (
        1)
    @staticmethod
    def s(): K().n()
tb(K.s)
def rec(n):
    if n == 0: raise OverflowError(n)
    rec(n - 1)
tb(rec, 5)
def srt():
    sorted([3, 2, 1], key=lambda x:
        1 / (x - 2))
tb(srt)
def mp(): map(lambda x: int(x), ['1', 'x'])
tb(mp)
class Cmp(object):
    def __cmp__(self, o): raise RuntimeError('cmp')
    def __hash__(self): return 1
    def __repr__(self): raise RuntimeError('repr')
    __str__ = __repr__
tb(lambda: {Cmp(): 1, Cmp(): 2})
tb(lambda: [Cmp()].index(3))
tb(lambda: '%s' % Cmp())
class E2(Exception):
    def __str__(s): raise ValueError('str')
def r2(): raise E2(1)
tb(r2)
class E3(Exception):
    def __str__(s): return u'\xe9'
def r3(): raise E3(1)
tb(r3)
class Old: pass
class OldS:
    def __str__(s): return 'olds'
def r5(): raise OldS, 3
def r6(): raise 'str'
def r7(): raise OldS
def r8(): raise 3
def r9(): raise None
def r10(): raise (KeyError, 3)
def r11(): raise KeyError, (1, 2)
def r12(): raise KeyError, KeyError(3)
def r13(): raise KeyError(3), 4
def r14(): raise KeyError, 4, 5
def r15(): raise object
def r16(): raise Exception('a\nb\n')
def r17(): raise SyntaxError('x')
def r18(): raise SyntaxError('x', ('f', 3, 5, 'some  text'))
def r19(): raise SyntaxError('x', ('f', 3, None, '  text\n'))
def r21(): raise EnvironmentError(2, 'x', 'f')
def r22(): raise IOError(2)
def r23(): raise OSError('a', 'b')
def r24(): raise KeyError()
def r25(): raise UnicodeDecodeError('a', 'b', 0, 1, 'r')
def r26(): raise SystemExit(3)
def r27(): raise Exception(u'\u20ac')
def r28(): raise Exception('\xe9')
def r29(): raise type('Foo', (Exception,), {'__module__': 'x.y'})(1)
def r30(): raise type('Foo', (Exception,), {'__module__': None})(1)
def r31(): raise SyntaxError('x', ('f', 3, 99, 'some  text'))
def r32(): raise SyntaxError('x', ('f', 3, 2))
def r33(): raise IndentationError('x', ('f', 3, 2, '\tt\n'))
def r34(): raise AssertionError
def r35(): assert 0, (1, 2)
def r36(): raise Exception(1, 2)
def r37(): raise KeyError('a', 'b')
for i in (5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37): tb(globals()['r%d' % i])
try:
    try: a([1])
    finally: print sys.exc_info()[0]
except: print [x[1:] for x in traceback.extract_tb(sys.exc_info()[2])]
print sys.exc_info()[0]
def last():
    for i in (1, 2):
        try:
            continue
        finally:
            if i == 2:
                g = gen()
                g.next(); g.next()
                g.throw(
                    IndexError,
                    'thrown')
last()
