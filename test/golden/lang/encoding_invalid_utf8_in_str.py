# -*- coding: utf-8 -*-
x = "ÿ Ã©"
print repr(x)
