print '{} {}'.format(1, 'a'), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2)
print '{0.real} {0.imag}'.format(3 + 4j), '{0[1]} {0[0]}'.format([1, 2])
print '{d[key]} {d[a b]}'.format(d={'key': 'v', 'a b': 5}), '{{}} {{{0}}}'.format(1)
print '{0!r} {0!s}'.format('q'), '{:>{w}}|{:{f}^{w}}'.format(1, 2, w=5, f='*')
print '{0:{1}.{2}f}'.format(3.14159, 8, 2)
class C(object):
    x = [10, {'k': 'deep'}]
    def __getitem__(self, i): return 'item %r' % (i,)
    def __getattr__(self, n): return 'attr ' + n
print '{0.x[1][k]} {0[5]} {0[abc]} {0.foo} {0[-1]}'.format(C())
print '{0[0][0]}'.format(['abc']), '{0:>10}{1:<5}|'.format('r', 'l')
print '{:d} {:x}'.format(5, 255), u'{0} {1}'.format('a', u'\xe9').encode('utf-8')
print repr('{0}'.format(u'u')), '{:%Y}'.format(__import__('datetime').date(2020, 1, 2))
print '{}'.format(()), '{0}{0}'.format([])
