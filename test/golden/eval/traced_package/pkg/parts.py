# -*- coding: latin-1 -*-
NAME = u"é"
def half(x):
    return x / 2, NAME
