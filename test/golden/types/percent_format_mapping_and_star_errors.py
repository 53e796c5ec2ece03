class D(object):
    def __getitem__(self, k): return k.upper()
for f in (lambda: '%d' % 'x', lambda: '%d' % None, lambda: '%s %s' % 1, lambda: '%s' % (1, 2),
        lambda: '%' % 1, lambda: '%q' % 1, lambda: '%(a)s' % 1, lambda: '%(a)s' % {},
        lambda: '%(a' % {'a': 1}, lambda: '%*d' % ('x', 1), lambda: '%*d' % 1,
        lambda: '%c' % 'ab', lambda: '%c' % 256, lambda: '%c' % -1, lambda: '%f' % 'x',
        lambda: '%x' % 1.5, lambda: '%s %(a)s' % {'a': 1}, lambda: 'x' % 1, lambda: 'x' % 'y',
        lambda: '%d' % [], lambda: '%.*f' % (1,), lambda: '%z' % {}, lambda: '%5',
        lambda: '%5' % 1, lambda: '%.' % 1, lambda: '%s%s' % (1,), lambda: '%c' % 1.5,
        lambda: '%d' % float('inf'), lambda: '%d' % float('nan'), lambda: '%\xe9' % 1,
        lambda: u'%\xe9' % 1):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
