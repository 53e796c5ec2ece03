from m import x, inc, lst
import m
inc()
print x, m.x
lst.append(3)
print m.lst, lst is m.lst
x = 'rebound'
print m.x
