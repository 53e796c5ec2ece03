# Which conversion of an argument comes first, and what it may return.
class Text(str):
    def __index__(self):
        return 3

class Number(object):
    def __init__(self, value):
        self.value = value
    def __float__(self):
        return self.value

print repr(bytearray(Text('ab')))
for v in 1, True, 2L, 1.5:
    print complex(1, Number(v)), complex(1j, Number(v))
    try:
        print complex(Number(v))
    except TypeError as e:
        print e
try:
    sorted(iterable=[1])
except TypeError as e:
    print e
