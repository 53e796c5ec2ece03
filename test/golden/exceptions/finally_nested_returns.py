def f(x):
    try:
        try:
            if x == 0: return 'a'
            if x == 1: raise KeyError
            print 'normal'
        finally:
            if x == 2: return 'b'
            print 'f1'
    except KeyError:
        return 'c'
    finally:
        print 'f2'
        if x == 4: return 'd'
    return 'e'
for i in range(5): print f(i)
