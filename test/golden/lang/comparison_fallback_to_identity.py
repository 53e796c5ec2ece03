class A(object): pass
a, b = A(), A()
print a == a, a == b, a != b, a != a, (a < b) == (not b < a)
class O: pass
o = O()
print o == o, o == O(), o in [o]
print [] == (), '' == u'', 1 == '1', None == 0, None < 0, 1 < 'a', {} < [] 
