# The slow halves of inlined comparisons and truth tests.
def value(a, b):
    for i in range(2): r = (a < b, a <= b, a == b, a != b, a > b, a >= b)
    return r
def branch(a, b):
    r = ''
    for i in range(2):
        if a < b: r += '<'
        if a <= b: r += '{'
        if a == b: r += '='
        if a != b: r += '!'
        if a > b: r += '>'
        if a >= b: r += '}'
    return r
def truth(a, b):
    for i in range(2): r = 1 if a else 0
    while not a: return r, 'not'
    return r, not b, a and b is a, bool(a or b)
class Cmp(object):
    def __cmp__(self, o): return 1
    def __nonzero__(self): return False
    def __hash__(self): return 1
class Rich(object):
    def __lt__(self, o): return 'lt'
    def __eq__(self, o): return NotImplemented
    def __gt__(self, o): raise ValueError('gt')
    def __len__(self): return 0
class Yes(object):
    def __nonzero__(self): return 'yes'
class Raises(object):
    def __nonzero__(self): raise KeyError('truth')
    def __eq__(self, o): return self
class Length(object):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Old:
    def __cmp__(self, o): return -2 ** 70
class OldLen:
    def __len__(self): return 0
class Str(str):
    def __eq__(self, o): return 'str'
    def __lt__(self, o): raise TypeError('no')
class Num(int):
    def __cmp__(self, o): return 'x'
    def __nonzero__(self): return 2
values = [1, 0, 2 ** 62, 2 ** 64, -2 ** 63, 1.0, float('nan'), 'a', 'b' * 9, u'a', Str('a'), Num(1), Cmp(), Rich(), Yes(), Raises(), Length(-1),
          Length(2 ** 70), Length('n'), Length(2), Old(), OldLen(), (1,), [1], {1: 2}]
for f in value, branch, truth:
    for i, a in enumerate(values):
        line = []
        for j, b in enumerate(values):
            if type(a) is type(b) is Length and a is not b: continue
            if type(a).__name__ > type(b).__name__ and not isinstance(a, (int, long, float, str, unicode)): continue
            try: line.append(f(a, b))
            except Exception as e: line.append((type(e).__name__, str(e)))
        line = [x for x in line if 'object at' not in repr(x)]
        print f.__name__, i, len(line), line if f is truth else line[::5]
