i, j = 0, 10
while i < j and not (i == 4 or j == 3):
    i += 1; j -= 1
print i, j
data = [3, 2, 1]
while data:
    x = data.pop()
    if x == 2: data.append(0)
    print x, data
n = 27; steps = 0
while n != 1: n, steps = (n / 2 if n % 2 == 0 else 3 * n + 1), steps + 1
print steps
