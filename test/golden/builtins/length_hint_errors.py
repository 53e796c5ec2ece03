# What collects items asks for their number first and lets errors through.
class BadLen(object):
    def __iter__(self):
        return iter(range(3))
    def __len__(self):
        raise RuntimeError('len')
class BadHint(object):
    def __iter__(self):
        return iter(range(3))
    def __length_hint__(self):
        raise RuntimeError('hint')
class NoneHint(object):
    def __iter__(self):
        return iter(range(3))
    def __length_hint__(self):
        return None
def call(f, *args):
    try:
        print f(*args)
    except RuntimeError as e:
        print 'RuntimeError', e
for c in BadLen, BadHint, NoneHint:
    call(list, c())
    call(zip, c())
    call(zip, c(), [1])
    call(map, chr, c())
    call(map, None, c(), [1])
    call(filter, None, c())
    call(filter, bool, c())
    call(bytearray().extend, c())
    call(sum, c())
    call(max, c())
