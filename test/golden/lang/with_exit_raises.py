class CM(object):
    def __enter__(self): pass
    def __exit__(self, *a): raise KeyError('exit')
try:
    with CM(): raise ValueError('body')
except Exception as e:
    print repr(e)
try:
    with CM(): pass
except Exception as e:
    print repr(e)
class E(object):
    def __enter__(self): raise IndexError('enter')
    def __exit__(self, *a): print 'never'
try:
    with CM() as a, E() as b: pass
except Exception as e:
    print repr(e)
