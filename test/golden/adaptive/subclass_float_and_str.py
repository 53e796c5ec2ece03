class Celsius(float):
    def __mul__(self, o): return 'C*%r' % o
    def __add__(self, o): return Celsius(float(self) + o + 0.5)
    def __repr__(self): return '%.1fC' % self
def work(a, b): return a * b, a + b, a - b
print work(1.5, 2), work(Celsius(1.5), 2), work(2, Celsius(1.5)), work(1.5, Celsius(1))
class Shout(str):
    def upper(self): return 'OVERRIDDEN'
    def __add__(self, o): return Shout('added')
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return '?'
    def __len__(self): return -0 or 77
def f(s): return s.upper(), s + 'x', s[0], len(s), [c for c in s]
print f('ab'), f(Shout('ab'))
