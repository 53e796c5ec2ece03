"""append of lists is direct in hot loops; what is no list has its own."""


class Loud(list):
    def append(self, item):
        list.append(self, item)
        list.append(self, -item)


class Counter(object):
    def __init__(self):
        self.total = 0

    def append(self, item):
        self.total += item


def fill(target, n):
    for i in range(n):
        target.append(i if i % 3 else i + i)
    return target


def fill_new(n):
    out = []
    for i in range(n):
        out.append([i])
        out.append(out[-1] is not None and i % 2 == 0)
    return out


def swap(n):
    out = []
    for i in range(n):
        if i == 3:
            out = Loud(out)
        out.append(i)
    return out


def errors(n):
    out = []
    for i in range(n):
        try:
            out.append(10 // (i - 2))
        except ZeroDivisionError:
            out.append('zero')
    try:
        for i in range(n):
            out.append(i, i)
    except TypeError as e:
        print e
    try:
        for i in range(n):
            out.append(*[i, i])
    except TypeError as e:
        print e
    return out


def kept(n):
    out = []
    add = out.append
    for i in range(n):
        add(i)
        out.append(add(i))
    return out


print fill([], 6), fill(Loud(), 4), fill(Counter(), 5).total
print fill_new(3)
print swap(6), type(swap(6))
print errors(4)
print kept(3)
try:
    fill(None, 2)
except AttributeError as e:
    print e
