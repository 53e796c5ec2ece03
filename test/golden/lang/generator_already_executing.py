def g():
    try:
        me.next()
    except ValueError as e:
        print e
    yield 1
me = g()
print list(me)
