import collections
for o in xrange(9), collections.deque([1, 2]):
    try: print o[1:2]
    except TypeError, e: print e
    try: print o[::2]
    except TypeError, e: print e
    try: print o["a":]
    except TypeError, e: print e
print Exception(1, 2)[1:]
