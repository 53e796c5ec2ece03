x = 0
def f():
    x = 1
    def g():
        global x
        x = 2
        def h(): return x
        return h()
    return g(), x
print f(), x
def k():
    def inner():
        global newname
        newname = 'n'
    inner()
    return newname
print k()
