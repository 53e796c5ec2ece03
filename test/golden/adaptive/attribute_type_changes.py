class Acc(object):
    total = 0
    def add(self, x):
        self.total = self.total + x
        return self
a = Acc()
for x in (1, 2, 2.5, 10 ** 20): a.add(x)
print a.total, Acc.total
b = Acc(); b.total = ''
for x in 'xyz': b.add(x)
print b.total
c = Acc(); c.total = None
try:
    c.add(1)
except TypeError as e:
    print e
