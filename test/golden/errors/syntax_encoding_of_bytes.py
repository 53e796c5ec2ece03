# coding: string-escape
print 2
