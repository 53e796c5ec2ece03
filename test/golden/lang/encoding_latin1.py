# -*- coding: latin-1 -*-
s = "café"
u = u"café"
print repr(s), repr(u), len(s), s == "caf\xe9"
