# One thread changes an object's class, others read and write its attributes:
# each attribute only ever has values of its own.
import threading


class A(object):
    def __init__(self):
        self.a, self.b, self.c = 'a0', 'b0', 'c0'


class B(object):
    def __init__(self):
        self.c, self.a, self.b, self.d = 'c0', 'a0', 'b0', 'd0'


class Same(A):
    pass


def write(o, n, bad):
    for i in range(n):
        o.a = 'a1'
        o.b = 'b1'
        o.c = 'c1'
        if o.a[0] != 'a' or o.b[0] != 'b' or o.c[0] != 'c':
            bad.append((o.a, o.b, o.c))


def turn(o, n, classes):
    for i in range(n):
        o.__class__ = classes[i % len(classes)]


def play(classes):
    bad = []
    for k in range(20):
        o = A()
        ts = [threading.Thread(target=write, args=(o, 300, bad)),
              threading.Thread(target=write, args=(o, 300, bad)),
              threading.Thread(target=turn, args=(o, 100, classes))]
        for t in ts:
            t.start()
        for t in ts:
            t.join()
        o.__class__ = A
        o.a += '!'
        if sorted(o.__dict__) != ['a', 'b', 'c']:
            bad.append(sorted(o.__dict__))
    print bad[:3]


play([Same, A])
play([B, A])
play([B, Same, A])
