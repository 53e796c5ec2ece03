# What is no byte and no buffer, told in the words of each method.
class Bad(object):
    def __index__(self):
        raise KeyError('index')


b = bytearray('abc')
for item in 97, 97L, True, 256, -1, 2 ** 62, 2 ** 63, -2 ** 70, 1.5, Bad():
    try:
        print item in b
    except Exception as e:
        print type(e).__name__, e
for separator in None, 3, u'a', ['a'], '', bytearray('b'), 'c':
    for method in b.partition, b.rpartition, b.split:
        try:
            print method(separator)
        except Exception as e:
            print type(e).__name__, e
