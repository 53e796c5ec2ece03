import weakref


class Pair(object):
    def __coerce__(self, other):
        return 3, 2


class Wrong(object):
    def __coerce__(self, other):
        return None


class Old:
    pass


old = Old()
for v in 1, 2.0, 'a', [], (), {}, None, int, set(), xrange(2), bytearray(), \
        Old, old, weakref.proxy(old), len, {}.viewkeys(), {}.viewvalues():
    for text in 'x + v', 'v - x', 'x ** v', 'divmod(x, v)', 'x < v':
        for x in Pair(), Wrong():
            try:
                print type(v).__name__, text, eval(text)
            except TypeError as e:
                print type(v).__name__, text, e
