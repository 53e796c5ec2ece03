# The last item is carried on when the loop is over.
def middle(inner):
    for x in inner:
        yield x
    yield 'middle'


def looks(inner):
    x = None
    for x in inner:
        yield x
    yield 'last was', x


print list(looks(middle([1, 2])))
