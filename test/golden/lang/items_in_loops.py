# Loops over d.items() see the items as they were, of whatever has items().
class Sub(dict):
    def items(self):
        return [('sub', len(self))]


class Plain(dict):
    pass


class Other(object):
    def items(self):
        yield 1, 2
        yield 'a', 'b'


class Bad(object):
    items = staticmethod(lambda: [(1, 2, 3)])


def pairs(d):
    return [(v, k) for k, v in d.items()]


def total(d):
    return sum(k * v for k, v in d.items())


def changed(d):
    seen = []
    for k, v in d.items():
        seen.append((k, v))
        d[k + 100] = v
        d[k] = 'gone'
        del d[k]
        if k == 2:
            d.clear()
    return seen, sorted(d.items())


def first(d):
    for k, v in d.items():
        break
    else:
        return None
    return k, v


def lazily(d):
    for k, v in d.items():
        yield k
        yield v


def nested(d):
    return {k: {x: y + 1 for x, y in v.items()} for k, v in d.items()}


def main():
    for i in range(3):
        print pairs({}), pairs({1: 'x', 2: 'y'}), total({1: 2, 3: 4.5})
        print pairs(Sub({1: 1})), pairs(Plain({1: 1})), pairs(Other())
        print changed({1: 'a', 2: 'b', 3: 'c'}), changed({7: 8})
        print first({}), first({5: 6}), first(Other())
        print nested({1: {2: 3}, 4: {}})
        g = lazily({1: 2, 3: 4})
        print next(g), next(g), list(g)
        for d in (Bad(), 5, {1: 2}.items):
            try:
                print pairs(d)
            except (AttributeError, ValueError) as e:
                print type(e).__name__, e
        big = dict((n, str(n)) for n in range(1000))
        print sum(len(v) + k for k, v in big.items()), len(big.items())
    for k, v in globals().items():
        if k == 'main':
            print k, v is main


main()
