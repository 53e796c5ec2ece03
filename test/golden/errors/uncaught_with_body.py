class CM(object):
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print 'exit', t, v
with CM() as c:
    print 'body'
    raise ValueError('in body')
