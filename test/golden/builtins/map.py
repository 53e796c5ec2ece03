print map(str, [1, 2]), map(None, [1, 2]), map(None, [1, 2], 'abc')
print map(lambda a, b: (a, b), [1, 2, 3], 'ab'), map(None, []), map(len, ['a', 'bb'])
print map(lambda *a: a, [1], [2], [3]), map(int, '123'), map(lambda x: x, {'k': 1})
print map(max, [1, 5], [3, 2]), map(None, (), (1,))
def gen():
    for i in range(3):
        print 'gen', i
        yield i
print map(lambda x: x * x, gen())
