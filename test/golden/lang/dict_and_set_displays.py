print {}, {1: 2}, {1: 2, 'a': [3]}, {1, 2, 2}, {(1, 2): 3,}, {'a': {'b': {}}}
print {1: 'a', 1: 'b', True: 'c', 1.0: 'd'}
print [1, [2, [3]], ()], (), (1,), ((),), [[]] * 3
for f in lambda: {[]: 1}, lambda: {[1]}, lambda: {{}: 1}, lambda: {(1, []): 2}:
    try:
        f()
    except TypeError as e:
        print e
