# What pack() takes for an integer, with a warning that names its caller.
import struct
import warnings


class BadIndex(object):
    def __index__(self):
        raise TypeError

    def __int__(self):
        return 42


class Old:
    def __int__(self):
        return 85


def pack(fmt, v):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        print repr(struct.pack(fmt, v)),
    print [(x.lineno, str(x.message)) for x in w]


for value in 1.5, BadIndex(), Old(), 7L:
    for fmt in "h", ">q":
        pack(fmt, value)
for value in "1", None:
    try:
        pack("h", value)
    except struct.error, e:
        print e
