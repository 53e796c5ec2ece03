def fact(n): return n if n < 2 else n * fact(n - 1)
print fact(5), fact(25)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print even(100), odd(77)
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print ack(2, 3)
def hanoi(n, a, b, c): return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print hanoi(3, 'A', 'B', 'C')
