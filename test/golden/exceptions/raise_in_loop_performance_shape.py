def check(n):
    if n % 3 == 0: raise ValueError(n)
    if n % 5 == 0: raise KeyError(n)
    return n
total, errs = 0, {'v': 0, 'k': 0}
for i in xrange(3000):
    try:
        total += check(i)
    except ValueError as e:
        errs['v'] += e.args[0]
    except KeyError as e:
        errs['k'] += e.args[0]
print total, errs
