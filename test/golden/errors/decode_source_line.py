# -*- coding: latin-1 -*-
def f(x):
    return x['żółw']
f({})
