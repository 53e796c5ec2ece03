def f(**k): return sorted(k.items())
class S(str): pass
print f(**{S('a'): 1}), f(**{'with space': 1, 'def': 2})
try:
    print f(**{u'a': 1})
except TypeError as e:
    print e
def g(a): return a
print g(**{u'a': 5})
