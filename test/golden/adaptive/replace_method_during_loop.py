class C(object):
    def step(self): return 1
c = C()
total = []
for i in range(8):
    total.append(c.step())
    if i == 2: C.step = lambda self: 2
    if i == 4: c.step = lambda: 3
    if i == 6: del c.step
print total
