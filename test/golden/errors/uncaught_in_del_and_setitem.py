class D(object):
    def __setitem__(self, k, v):
        raise TypeError('no %s' % k)
d = D()
d['x'] = \
    5
