def f():
    try: return 'try'
    finally: print 'cleanup'
def g():
    try: return 'try'
    finally: return 'finally wins'
def h():
    try: 1 / 0
    except ZeroDivisionError: return 'except'
    finally: print 'h fin'
def k():
    while True:
        try: return 1
        finally: break
    return 'after break'
def m():
    for i in range(2):
        try: continue
        finally: print 'c', i
    return 'm'
def n():
    try: raise ValueError
    finally: return 'swallowed'
def o():
    x = 1
    try: return x
    finally: x = 2
for fn in f, g, h, k, m, n, o: print fn()
