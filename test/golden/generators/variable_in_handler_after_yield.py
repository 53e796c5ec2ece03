# A variable that an except clause reads has the value it had when the
# generator was resumed, whichever operation of the try block failed.
def gen(first, rest):
    seen = first
    try:
        yield seen
        for i, item in enumerate(rest):
            seen = i
            yield item
        seen = "end"
        yield seen
    except KeyError, e:
        yield "caught", seen, str(e)


for stop in range(4):
    g = gen([-1], "ab")
    got = [next(g)]
    while len(got) <= stop:
        got.append(next(g))
    try:
        print got, g.throw(KeyError, stop)
    except KeyError:
        print "not caught"
    except StopIteration:
        print "done"
