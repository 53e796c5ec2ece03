class CM(object):
    def __enter__(self): return self
    def __exit__(self, *a):
        print 'exit', a[0]
        raise KeyError('from exit')
with CM():
    x = 1
    y = x / 0
