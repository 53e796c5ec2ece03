print 0 or '' or [] or 'last', 1 and 'a' and 0, None and 1, 'x' or 1 / 0
print not [], not 'a', not not 3
print (1 or 2) + 3, 1 or 2 + 3, not 1 == 2
class B:
    def __init__(self, n): self.n = n
    def __nonzero__(self):
        print 'nonzero', self.n
        return self.n > 0
    def __repr__(self): return 'B(%d)' % self.n
print B(0) and B(1), B(0) or B(2), not B(1)
if B(1) and B(2) or B(3):
    print 'taken'
print B(1) if B(0) else B(5)
