# coding: no
print 1
