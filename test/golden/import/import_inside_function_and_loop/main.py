def f():
    import m
    return m.bump()
print f(), f(), f()
def g():
    from m import bump
    return bump()
print g()
import m
print m.count
def h():
    import m as local_name, os.path
    return local_name.count, os.path.basename('/a/b')
print h()
