a = []
b = a
print id(a) == id(b), id(a) == id([]) and a is [], a is b, id(None) == id(None)
print type(id(a)) in (int, long)
