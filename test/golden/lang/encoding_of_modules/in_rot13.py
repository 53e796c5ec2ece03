# coding: rot13
grkg = h"nop"
olgrf = "nop"
enj = e"\nop"
rfpncrq = "\k41nop"
