class NoExit(object):
    def __enter__(self): print 'entered'
class NoEnter(object):
    def __exit__(self, *a): pass
for o in NoExit(), NoEnter(), 5:
    try:
        with o: print 'body'
    except AttributeError as e:
        print type(e).__name__, e
class Inst(object): pass
i = Inst()
i.__enter__ = lambda: 1
i.__exit__ = lambda *a: 1
try:
    with i: pass
except AttributeError as e:
    print e
