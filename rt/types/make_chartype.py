"""Writes chartype_data.h: the character properties of Unicode 5.2.

Run by a Python 2.7 with 21-bit unicode:  python2.7 make_chartype.py
Code points are grouped in blocks of 128; blocks and records are shared, so a
lookup is index1[c >> 7], index2[block * 128 + (c & 127)], records[...].
"""
import unicodedata

ALPHA, UPPER, LOWER, TITLE, SPACE, LINEBREAK, NUMERIC = [1 << i for i in range(7)]
SHIFT = 7


def record(c):
    u = unichr(c)
    flags = 0
    for flag, test in ((ALPHA, u.isalpha()), (UPPER, u.isupper()),
                       (LOWER, u.islower()), (SPACE, u.isspace()),
                       (TITLE, u.istitle() and not u.isupper()),
                       (LINEBREAK, len((u + u'x').splitlines()) == 2),
                       (NUMERIC, u.isnumeric())):
        if test:
            flags |= flag
    return (flags, ord(u.upper()) - c, ord(u.lower()) - c, ord(u.title()) - c,
            unicodedata.decimal(u, -1), unicodedata.digit(u, -1))


def rows(items, per_line):
    for i in range(0, len(items), per_line):
        yield '    ' + ' '.join('%s,' % x for x in items[i:i + per_line])


def main():
    records, blocks, index1 = {}, {}, []
    order, block_order, numeric = [], [], []
    for start in range(0, 0x110000, 1 << SHIFT):
        block = []
        for c in range(start, start + (1 << SHIFT)):
            r = record(c)
            if r not in records:
                records[r] = len(order)
                order.append(r)
            block.append(records[r])
            value = unicodedata.numeric(unichr(c), None)
            if value is not None:
                numeric.append((c, value))
        block = tuple(block)
        if block not in blocks:
            blocks[block] = len(block_order)
            block_order.append(block)
        index1.append(blocks[block])
    assert len(order) < 256 and len(block_order) < 256
    out = ['/* Written by make_chartype.py from the data of Unicode %s. */'
           % unicodedata.unidata_version, '',
           'static const CharRecord char_records[] = {']
    out += ['    {%d, %d, %d, %d, %d, %d},' % r for r in order]
    out += ['};', '', 'static const uint8_t char_index1[] = {']
    out += rows(index1, 18)
    out += ['};', '', 'static const uint8_t char_index2[] = {']
    out += rows([x for b in block_order for x in b], 18)
    out += ['};', '', 'static const CharNumber char_numbers[] = {']
    out += rows(['{0x%x, %r}' % n for n in numeric], 3)
    out += ['};', '']
    open('chartype_data.h', 'w').write('\n'.join(out))


main()
