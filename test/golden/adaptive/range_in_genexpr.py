# Ranges and lists that a generator expression goes through, in a loop of its
# consumer, with counters that are no objects.
import sys


def times(v):
    return [sum(i * j for j in range(n)) for i, n in enumerate(v)]


def squares(n):
    return [any(i * i == k for i in xrange(k + 1)) for k in range(n)]


def over(items):
    return [sum(x for x in items if x > k) for k in range(3)]


def growing(items):
    return sum(items.append(x - 1) or x for x in items if x)


def later(v):
    for k in v:
        yield max(k - j for j in range(k)), k
        yield list(j for j in range(k))


def flags(n):
    found = 0
    for i in range(n):
        if all(i % j for j in range(2, i)):
            found += 1
    return found


print times([3, 0, 4]), squares(10), over([1, 2, 3]), growing([4, 3])
print list(later([3, 1])), flags(20)
for odd in (2 ** 70, 'x', None, 2.5):
    try:
        print times([2, odd])
    except (TypeError, OverflowError) as e:
        print type(e).__name__, e
print over([1.5, 2L, True]), over((1, 2)), over({3: 4}), over(iter([5, 6]))
print sum(j for j in xrange(sys.maxint - 2, sys.maxint)), growing([2.0])


def sum(seen, plain=sum):
    a = seen.next()
    return [type(seen).__name__, a, list(seen), plain([1])]


print times([3, 4]), over([1, 2, 3])
range = lambda n: iter('ab')
try:
    print times([3, 4])
except StopIteration:
    print "stopped"
