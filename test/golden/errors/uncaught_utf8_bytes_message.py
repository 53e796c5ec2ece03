# -*- coding: utf-8 -*-
def f():
    raise ValueError('żółć')  # źródło
f()
