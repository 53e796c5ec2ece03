# What a function's own cells hold is known to it; inner functions see each
# change, and when they are called does not matter.
import threading


def sums(n):
    out = []
    for i in range(n):
        seen = lambda: (i, len(out))
        out.append(sum(i * j for j in range(4)) + seen()[0])
        i += 10
        out.append(seen())
    return out


def late(flag):
    def look():
        return value
    if flag:
        value = 1
    try:
        return look(), value
    except NameError as e:
        return str(e)


def caught(x):
    step = 0

    def look():
        return step
    try:
        step = 1
        step = 10 // x
        step = 3
    except ZeroDivisionError:
        return step, look()
    finally:
        step += 1
    return step, look()


def made():
    n = 0
    fs = []
    while n < 3:
        fs.append(lambda: n)
        yield n, [f() for f in fs]
        n += 1
    yield [f() for f in fs]


def types(values):
    total = None
    show = lambda: repr(total)
    for v in values:
        total = v if total is None else total + v
        if total > 2 ** 62:
            yield show()
    yield show()


def threads():
    k = 0
    seen = []
    t = threading.Thread(target=lambda: seen.append(k))
    k = 5
    t.start()
    t.join()
    k = 6
    return seen, k


print sums(4)
print late(True), late(False)
print caught(0), caught(5)
print list(made())
print list(types([1, 2.5, 3])), list(types([2 ** 61, 2 ** 61, 2 ** 62, 1]))
print list(types(['a', 'b']))
print threads()
