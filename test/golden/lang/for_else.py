def find(seq, x):
    for i, y in enumerate(seq):
        if y == x:
            print 'found at', i
            break
    else:
        print 'no', x
find('abc', 'b')
find([], 1)
find((1, 2), 3)
for i in range(3):
    for j in range(3):
        if j == i: break
    else:
        print 'inner else', i
    continue
else:
    print 'outer else', i, j
