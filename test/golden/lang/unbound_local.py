x = 1
def f():
    try:
        print x
    except UnboundLocalError as e:
        print e
    x = 2
    print x
def g(flag):
    if flag: y = 1
    return y
def h():
    for q in []: pass
    return q
f()
print g(1)
for fn in (lambda: g(0)), h:
    try:
        fn()
    except NameError as e:
        print type(e).__name__, e
