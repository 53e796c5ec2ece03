"""marshal.loads of any bytes; what it gives is dumped and read again."""
import marshal

SEEDS = [marshal.dumps(v, n) for n in (0, 1, 2) for v in (
    [1, -2, 3.5, None, True, 'a', u'\xe9', 2 ** 70, 1j], {'a': (1, 2), 3: []},
    (('same', 'same'), frozenset('ab'), StopIteration, Ellipsis))]


def target(data):
    value = marshal.loads(data)
    text = marshal.dumps(value)
    assert marshal.dumps(marshal.loads(text)) == text or '{' in text or \
        '<' in text or '>' in text
