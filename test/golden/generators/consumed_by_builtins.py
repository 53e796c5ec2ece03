def gen(n):
    for i in xrange(n):
        yield i * 2
class A(object):
    pass
def main(n, k):
    print sum(x * k for x in xrange(n)), sum((x * 0.5 for x in xrange(n)), 1.5), sum(gen(n), 10)
    print any(x > 5 for x in gen(n)), all(x < 5 for x in gen(n)), any(x for x in []), all(x for x in [])
    print min(x ^ k for x in gen(n)), max(x ^ k for x in gen(n)), max('ab%d' % x for x in gen(n))
    print list(x for x in gen(n)), tuple(gen(n)), sorted((-x for x in gen(n))), sorted((x for x in gen(n)), key=lambda x: x ^ 5, reverse=True)
    print set(x % 3 for x in gen(n)), frozenset(x % 3 for x in gen(n)), dict((x, str(x)) for x in gen(n))
    print ', '.join(str(x) for x in gen(n)), u'-'.join('a' for x in gen(3))
    for f in (lambda: min(x for x in gen(0)), lambda: sum('a' for x in gen(2)), lambda: set([] for x in gen(2)),
              lambda: ''.join(x for x in gen(2)), lambda: dict(x for x in gen(2)), lambda: sum(1//x for x in gen(3)),
              lambda: max(x for x in gen(None)), lambda: any(x.y for x in gen(1))):
        try:
            print f()
        except Exception as e:
            print type(e), e
    try:
        print sum(x / (x - 4) for x in gen(n))
    except ZeroDivisionError as e:
        print 'caught', e
main(6, 3)
