def f(*a, **k): return a, sorted(k.items())
print apply(f), apply(f, (1, 2)), apply(f, [3], {'x': 4}), apply(max, ([3, 9],))
print apply(dict, (), {'a': 1})
for args in ((f, 5), (f, (), 5), (f, (), {1: 2}), (5, ())):
    try:
        print apply(*args)
    except TypeError as e:
        print e
