# co_names: what calculators check before they evaluate.
code = compile('''import os.path as p, sys
from x.y import z as w, q
a.b.c = d
def f(k=m): return g.h
class C(B): x = y
del a.j; del t
print >>u, v
u += r.s
for i in n: l[i]
with o as e: pass
try: pass
except E1, e2: pass
[x1 for x1 in y1]
@deco
def ff(): pass
exec "a" in b2
lambda: None
assert b3
global gg
gg = None; True
''', 'e', 'exec')
print code.co_names
print eval('lambda q, *r: q + r.s + t(k=z)').func_code.co_names
allowed = {'abs': abs, 'x': 3}
for text in 'abs(x) + 2', '__import__("os").system("ls")', 'x.y':
    names = compile(text, '<expr>', 'eval').co_names
    bad = [n for n in names if n not in allowed]
    print text, 'refused: %s' % bad if bad else eval(text, allowed)
