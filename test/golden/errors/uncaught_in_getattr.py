class P(object):
    def __getattr__(self, n):
        raise AttributeError('no %s here' % n)
P().thing
