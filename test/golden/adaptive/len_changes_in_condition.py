class Shrinking(object):
    def __init__(self, n): self.n = n
    def __len__(self):
        self.n -= 1
        return max(self.n, 0)
s = Shrinking(4)
steps = 0
while len(s):
    steps += 1
print steps
l = range(5)
i = 0
while i < len(l):
    if l[i] % 2: del l[i]
    else: i += 1
print l
n = 0
for i in range(len(l)):
    l.append(i)
    n += 1
print n, l
