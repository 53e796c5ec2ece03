# Lines, functions and callers of evaluated code.
import trace

text = '''
def inner(n):
    return n
def outer():
    total = 0
    for i in range(3):
        total += inner(i)
    return total
class C(object):
    def m(self):
        return outer()
'''
names = {'__file__': 'lines.py', '__name__': 'lines'}
exec compile(text, 'lines.py', 'exec') in names

t = trace.Trace(count=1, trace=0)
t.runfunc(names['outer'])
print sorted(t.results().counts.items())
t = trace.Trace(count=0, trace=0, countfuncs=1)
t.runfunc(names['C']().m)
print sorted(t.results().calledfuncs)
t = trace.Trace(count=0, trace=0, countcallers=1)
t.runctx('outer()', names)
print sorted(c for c in t.results().callers if 'trace' not in c[0][1])
