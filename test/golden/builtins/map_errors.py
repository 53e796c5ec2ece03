def gen():
    for i in range(3):
        print 'gen', i
        yield i
for f in (lambda: map(None), lambda: map(5, [1]), lambda: map(len, 5),
        lambda: map(lambda: 0, [1]), lambda: map(lambda a: a, [1], [2]), lambda: map(len, [5])):
    try:
        print f()
    except TypeError as e:
        print e
