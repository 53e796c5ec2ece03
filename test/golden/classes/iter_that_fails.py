# `in` and reduce() hide what __iter__ raised; others show it.
import operator


class C(object):
    def __iter__(self):
        raise KeyError('k')

c = C()
for call in (lambda: 1 in c, lambda: reduce(operator.add, c), lambda: list(c),
             lambda: operator.contains(c, 1), lambda: ''.join(c)):
    try:
        call()
    except Exception as e:
        print type(e).__name__, e
