x = 'before'
l = [x for x in range(4)]
print x
def f():
    [i for i in 'abc']
    return i
print f()
print [y for y in []], 'y' in globals()
print [[a * b for a in range(3)] for b in range(3)], a, b
