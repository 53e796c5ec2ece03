def a(x):
    return b(x + 1)

def b(x):
    y = [c(i) for i in range(x)]
    return y

def c(i):
    return 10 / (i - 2)

print a(1)
print a(3)
