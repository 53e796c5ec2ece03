class Z(object):
    def __len__(self): return 0
values = [0, 1, -1, 0L, 0.0, -0.0, 0j, '', 'a', u'', [], [0], (), {}, set(), None, Z(),
    object(), Ellipsis]
print [bool(v) for v in values]
print bool(), type(bool(5)), bool([[]]), bool(float('nan')), bool(xrange(0)), bool(buffer(''))
