def gen(n):
    for i in range(n):
        yield 1.0 / (2 - i)

def consume(it):
    total = 0
    for x in it:
        total += x
    return total

consume(gen(5))
