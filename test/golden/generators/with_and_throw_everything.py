# -*- coding: utf-8 -*-
# generators and contexts
import sys
def g():
    try:
        x = yield 1
        print 'got', x
        try:
            yield 2
        except ValueError, e:
            print 'VE', e
            yield 3
        finally:
            print 'inner'
    except GeneratorExit:
        print 'exit'
        raise
    finally:
        print 'outer'
def t(f):
    try: print repr(f())
    except BaseException, e: print type(e).__name__, e
i = g()
t(lambda: i.send(3)); t(lambda: i.next()); t(lambda: i.send('x')); t(lambda: i.throw(ValueError('v'))); t(i.close); t(i.close); t(i.next); t(lambda: i.send(None)); t(lambda: i.throw(KeyError)); t(lambda: i.throw(KeyError, 3)); t(lambda: i.throw(3)); t(lambda: i.throw(KeyError(1), 2)); t(lambda: i.throw(KeyError, 1, 3)); t(lambda: i.throw()); t(lambda: i.throw('abc')); t(lambda: i.send())
def g2():
    while 1:
        try: yield 1
        except: yield 2
j = g2(); t(j.next); t(j.close); t(j.close)
def g3():
    try: yield 1
    except GeneratorExit: return
def g4():
    try: yield 1
    finally: raise KeyError('in close')
def g5():
    yield g5i.next()
for f in g3, g4:
    k = f(); t(k.next); t(k.close); t(k.next)
g5i = g5(); t(g5i.next)
def g6():
    raise StopIteration(5)
    yield
t(g6().next)
t(lambda: list(g6()))
def g7(): yield (yield (yield 1))
k = g7(); t(k.next); t(lambda: k.send(2)); t(lambda: k.send(3)); t(lambda: k.send(4))
print i.gi_running, i.gi_frame, k.gi_code.co_name, i.__name__, repr(k)[:25]
class C(object):
    def __init__(s, sup=False, ee=None, xe=None): s.a = (sup, ee, xe)
    def __enter__(s):
        print 'enter',
        if s.a[1]: raise s.a[1]
        return s
    def __exit__(s, *a):
        print 'exit', a[0] and a[0].__name__, a[1] if isinstance(a[1], Exception) else repr(a[1]),
        if s.a[2]: raise s.a[2]
        return s.a[0]
def w(c, body, *a):
    try:
        with c(*a): body()
        print 'after'
    except BaseException, e: print '!', type(e).__name__, e, sys.exc_info()[0].__name__
def bad(): raise KeyError('b')
def ok(): print 'ok',
for a in (), (True,), (1,), ([],), (False, ValueError('ee')), (True, None, IndexError('xe')), (0, None, SystemExit(3)):
    w(C, ok, *a); w(C, bad, *a)
class NoEnter(object):
    def __exit__(s, *a): pass
class NoExit(object):
    def __enter__(s): pass
class OldNo: pass
class InstEnter(object): pass
ie = InstEnter(); ie.__enter__ = lambda: 1; ie.__exit__ = lambda *a: 1
for m in NoEnter, NoExit, OldNo, lambda: 3, lambda: None, lambda: ie:
    w(m, ok)
def ret():
    for x in 1, 2:
        with C() as c:
            with C(True): return x
def brk():
    for x in 1, 2, 3:
        with C():
            if x == 1: continue
            if x == 2: break
    else: print 'else'
    return x
t(ret); t(brk)
def fin():
    for x in 1, 2:
        try:
            try: return 1 / (x - 1)
            finally:
                if x == 1: continue_ = 1
        except ZeroDivisionError: print 'zde',
        else: print 'else',
        finally:
            print 'fin', x,
            if x == 2: break
    return 'end'
t(fin)
def order():
    try:
        raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError: pass
        print sys.exc_info()[0].__name__,
        try: raise
        except Exception, e: print type(e).__name__,
    print sys.exc_info()[0]
order()
print sys.exc_info()
def reraise():
    try: raise KeyError(1)
    except KeyError:
        def inner(): raise
        inner()
t(reraise)
def deep(n):
    try:
        if n: deep(n - 1)
        else: 1 / 0
    except ZeroDivisionError:
        if n == 3: return 'caught3'
        raise
    finally: print n,
t(lambda: deep(5))
def swallow():
    while 1:
        try: raise KeyError
        finally: break
    return 'swallowed'
t(swallow)
def retfin():
    try: raise KeyError
    finally: return 'ret'
t(retfin)
def exc_types():
    for ex in (KeyError, (KeyError, ValueError), ((KeyError,), ValueError), [], 3, 'str', None, object, (), OldNo):
        try:
            try: raise ValueError('v')
            except ex: print ex, 'caught',
        except ValueError: print 'not',
        except TypeError, e: print e,
    print
exc_types()
try:
    try: raise OldNo()
    except OldNo, o: print o.__class__, sys.exc_info()[0]
except: pass
try: raise OldNo, 3
except TypeError, e: print e
class Old2(OldNo):
    def __init__(s, *a): s.args2 = a
try: raise Old2, (1, 2)
except OldNo, o: print o.args2
try: raise Old2, None
except OldNo, o: print o.args2
try: raise Old2, Old2(9)
except OldNo, o: print o.args2
