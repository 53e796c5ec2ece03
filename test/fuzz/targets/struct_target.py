"""struct with any format over any bytes."""
import struct

SEEDS = ['<iHq\n' + 'x' * 14, '@bBhHiIlLqQfdsp?P\n' + 'y' * 99,
         '>3s2x5p\nabcdefghij', '!0i4x2d\n' + '\0' * 20, '=1000000000s\n',
         '@99999999999999999999i\n']


def target(data):
    form, _, rest = data.partition('\n')
    size = struct.calcsize(form)
    if size > 100000:
        return
    values = struct.unpack(form, (rest + '\0' * size)[:size])
    struct.pack(form, *values)
    struct.unpack_from(form, rest + '\0' * (size + 1), 1)
    buf = bytearray(size + 3)
    struct.pack_into(form, buf, 2, *values)
