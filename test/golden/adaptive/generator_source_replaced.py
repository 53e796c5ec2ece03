def numbers():
    for i in range(3): yield i
def total(): return sum(x for x in numbers())
print total()
def numbers():
    yield 'a'
    yield 'b'
try:
    total()
except TypeError as e:
    print e
numbers = lambda: [10, 20]
print total()
class N(object):
    def __iter__(self): return iter((1.5, 2.5))
numbers = N
print total()
