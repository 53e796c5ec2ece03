from itertools import *
print list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'cd']))
print list(islice('abcdef', 2, 5)), list(islice(count(), 3))
print list(islice('abcdef', 1, None, 2)), list(izip('ab', [1, 2, 3]))
print list(izip_longest('ab', [1, 2, 3], fillvalue='-'))
print list(imap(pow, (2, 3), (3, 2))), list(imap(None, 'ab', 'cd'))
print list(starmap(pow, [(2, 3), (3, 2)]))
print list(ifilter(lambda x: x % 2, range(6))), list(ifilter(None, [0, 1, '']))
print list(ifilterfalse(lambda x: x % 2, range(6)))
print list(takewhile(lambda x: x < 3, [1, 2, 5, 1]))
print list(dropwhile(lambda x: x < 3, [1, 2, 5, 1]))
print list(compress('abcdef', [1, 0, 1, 0, 1, 1])), list(islice(cycle('ab'), 5))
print list(repeat('x', 3)), list(islice(repeat(5), 2)), list(islice(count(10, 5), 3))
print list(islice(count(0.5, 0.25), 3))
print [(k, list(g)) for k, g in groupby('aaabbca')]
print [(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)]
print list(product('ab', [1, 2])), list(product(range(2), repeat=3))
print list(permutations('abc', 2)), list(combinations('abcd', 2))
print list(combinations_with_replacement('ab', 2)), list(permutations([1, 2]))
print list(product()), list(permutations('a', 2)), list(combinations('abc', 0))
a, b = tee(iter([1, 2, 3])); print next(a), list(b), list(a)
c = count(3); print c, next(c), c, repeat('a', 2), repr(count(1, 2)), repr(repeat(5))
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
print k1, k2, list(g1), list(g2)
for f in (lambda: list(islice('a', -1)), lambda: izip(5), lambda: list(islice([], 1, 2, 0)),
        lambda: chain(5).next(), lambda: combinations('a', -1), lambda: product('a', repeat=-1),
        lambda: cycle([]).next(), lambda: count('a'), lambda: list(imap(None)),
        lambda: starmap(pow, [5]).next(), lambda: tee([], -1), lambda: izip_longest('a', foo=1),
        lambda: repeat()):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
