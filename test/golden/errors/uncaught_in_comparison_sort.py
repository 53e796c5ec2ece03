class C(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        if o.n == 2:
            raise ValueError('cannot compare 2')
        return self.n < o.n
sorted([C(1), C(2), C(3)])
