class A(object): pass
a = A()
a.x = 5
a.x /= 0
