s = 'start'
t = s
for i in range(5):
    s += str(i)
    if i == 2: u = s
print s, t, u
l = [s]
s += 'more'
print l, s
def app(x):
    x += '!'
    return x
a = 'q'
print app(a), a
class S(object):
    v = ''
o = S(); p = o.v
for c in 'abc': o.v += c
print o.v, repr(p), S.v
