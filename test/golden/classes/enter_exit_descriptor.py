class CM(object):
    @property
    def __enter__(self): print 'lookup enter'; return lambda: 'v'
    @property
    def __exit__(self): print 'lookup exit'; return lambda *a: None
with CM() as v: print v
class Old:
    def __getattr__(self, n):
        print 'getattr', n
        return lambda *a: n
with Old() as o: print o
