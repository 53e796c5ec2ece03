print format(5), format(5, ''), format(5, '05d'), format('a', '>3'), format(1.5, '.3f')
print format(u'u', '<3') + '|', format(None), format([1]), format(True, 'd')
print format(1 + 2j, '.1f'), format(5, u'x')
class A(object):
    def __str__(self): return 'A str'
print format(A()), format(A(), '10') + '|'
for v, s in ((5, 's'), ('a', 'd'), (1.5, 'd'), ([], 'd'), (5, 5), (5, '5.5d'), ('a', ',')):
    try:
        print format(v, s)
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
