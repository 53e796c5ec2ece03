class L(list):
    def append(self, x): list.append(self, x * 2)
def fill(l, n):
    for i in range(n): l.append(i)
    return l
print fill([], 3), fill(L(), 3), fill(L([9]), 2)
app = [].append
for i in range(3): app(i)
print app.__self__
l = L(); a = l.append; a(5); print l
L.append = lambda self, x: list.append(self, 'patched')
print fill(L(), 2), fill([], 2)
del L.append
print fill(L(), 2)
