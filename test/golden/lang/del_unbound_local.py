def f(x):
    del x
    try:
        print x
    except UnboundLocalError as e:
        print e
    try:
        del x
    except UnboundLocalError as e:
        print e
    x = 2
    print x
f(1)
try:
    del nothing
except NameError as e:
    print type(e).__name__, e
