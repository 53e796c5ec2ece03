# A loop that is left closes a generator of another module, too.
import other
from other import counted, Source


def raises():
    for x in Source().counted():
        raise ValueError(x)


for x in counted():
    break
print 'left'
for x in other.counted():
    print x
    break
print 'left'
try:
    raises()
except ValueError, e:
    print 'raised', e
for x in other.plain():
    break
kept = counted()
for x in kept:
    break
print 'kept'
print list(kept)
