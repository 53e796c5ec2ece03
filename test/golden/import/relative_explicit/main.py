import pkg.a
print pkg.a.result()
import pkg.sub.c
print pkg.sub.c.names
