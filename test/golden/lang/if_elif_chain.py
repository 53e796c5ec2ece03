def f(x):
    if x < 0: return 'neg'
    elif x == 0: return 'zero'
    elif x < 10:
        if x % 2: return 'small odd'
        else: return 'small even'
    else: return 'big'
print [f(x) for x in (-1, 0, 3, 4, 50)]
if '': print 1
elif 0.0: print 2
elif (): print 3
elif {}: print 4
elif None: print 5
elif 0L: print 6
elif 0j: print 7
elif '0': print 'truth'
