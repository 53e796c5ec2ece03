class C(object):
    x = [10, {'k': 'deep'}]
    def __getitem__(self, i): return 'item %r' % (i,)
    def __getattr__(self, n): return 'attr ' + n
for f in (lambda: '{}'.format(), lambda: '{1}'.format(0), lambda: '{a}'.format(),
        lambda: '{'.format(), lambda: '}'.format(), lambda: '{0'.format(1),
        lambda: '{0!x}'.format(1), lambda: '{0!}'.format(1), lambda: '{} {0}'.format(1),
        lambda: '{0} {}'.format(1), lambda: '{0.x}'.format(1), lambda: '{0[a]}'.format([1]),
        lambda: '{0[5]}'.format([1]), lambda: '{:z}'.format(1), lambda: '{:d}'.format('a'),
        lambda: '{:s}'.format(1), lambda: '{:.2d}'.format(1), lambda: '{:,s}'.format('a'),
        lambda: '{:=5}'.format('a'), lambda: '{:+}'.format('a'), lambda: '{0[}'.format([1]),
        lambda: '{0.}'.format(1), lambda: '{!r:}'.format('a'), lambda: '{:{}}'.format('a', 5),
        lambda: '{:{}{}}'.format(1, 2), lambda: '{0]}'.format([1]), lambda: '{:c}'.format(256),
        lambda: '{:5.5c}'.format(1), lambda: '{: }'.format('a'), lambda: '{:#}'.format('a'),
        lambda: '{:.f}'.format(1.5), lambda: '{:10000000000000000000}'.format(1),
        lambda: '{0[]}'.format([1]), lambda: '{:e}'.format('a'), lambda: '{:x}'.format(1.5)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
