def counted():
    try:
        yield 1
        yield 2
    finally:
        print 'closed'


def plain():
    yield 1
    yield 2


class Source(object):
    def counted(self):
        with self:
            yield 'a'
            yield 'b'

    def __enter__(self):
        print 'enter'

    def __exit__(self, *info):
        print 'exit', info[0]
