class S(object):
    __slots__ = ('a', 'b')
class T(S): pass
def setab(o):
    o.a = 1
    o.b = o.a + 1
    return o.a, o.b
s, t = S(), T()
print setab(s), setab(t), t.__dict__
t.c = 3
print t.__dict__
S.b.__set__(t, 'via descriptor')
print t.b
del t.a
try:
    t.a
except AttributeError as e:
    print e
T.a = 'class wins over slot of base'
print t.a
