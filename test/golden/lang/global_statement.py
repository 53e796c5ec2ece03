count = 0
def inc():
    global count
    count += 1
    def nested():
        global count, fresh
        count += 10
        fresh = 'made'
    nested()
inc(); inc()
print count, fresh
class C:
    global in_class
    in_class = 5
print in_class, hasattr(C, 'in_class')
def f():
    global g_fn, os
    def g_fn(): return 'g_fn'
    import os
f()
print g_fn(), os.sep
