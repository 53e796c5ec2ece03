def check(v):
    if (v > 10 and
            v.foo):
        return 1
    elif v == 5 or \
            v[0]:
        return 2
try:
    check(20)
except AttributeError as e:
    print e
check(3)
