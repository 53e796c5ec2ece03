x = 10
def f(a):
    b = 2
    return sorted(locals().items()), 'x' in globals(), 'a' in globals(), sorted(vars().items())
print f(1)
globals()['dynamic'] = 5
print dynamic, vars() is globals(), globals() is locals()
class A(object):
    def __init__(self): self.q = 1
print vars(A()), 'f' in vars(), sorted(k for k in vars(A) if k[0] != '_')
del globals()['dynamic']
try:
    dynamic
except NameError as e:
    print e
for v in (5, object(), []):
    try:
        vars(v)
    except TypeError as e:
        print e
