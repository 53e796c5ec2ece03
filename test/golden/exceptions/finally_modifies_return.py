def f():
    l = [1]
    try:
        return l
    finally:
        l.append(2)
        l = None
print f()
def g():
    x = 'old'
    try:
        return x + '!'
    finally:
        x = 'new'
print g()
def order():
    def val(): print 'value'; return 5
    try: return val()
    finally: print 'finally'
print order()
