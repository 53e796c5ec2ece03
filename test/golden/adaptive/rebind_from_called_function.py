def helper(): return 1
def change():
    global helper
    helper = lambda: 1000
def hot(n):
    s = 0
    for i in xrange(n):
        s += helper()
        if i == 2: change()
    return s
print hot(5), hot(2)
