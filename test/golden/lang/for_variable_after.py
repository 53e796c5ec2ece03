for i in range(3): pass
print i
for i in []: pass
print i
for i in [10, 20]:
    i += 5
    print i,
print
it = iter([1, 2, 3, 4])
for x in it:
    print x, next(it, None)
