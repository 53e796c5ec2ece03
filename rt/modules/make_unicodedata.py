"""Writes unicodedata_data.h: properties that only module unicodedata shows.

Run by a Python 2.7 with 21-bit unicode:  python2.7 make_unicodedata.py
Laid out as chartype_data.h.
"""
import unicodedata

SHIFT = 7


def record(c, database=unicodedata):
    u = unichr(c)
    return (database.category(u), database.bidirectional(u),
            database.combining(u), database.mirrored(u),
            database.east_asian_width(u))


def rows(items, per_line):
    for i in range(0, len(items), per_line):
        yield '    ' + ' '.join('%s,' % x for x in items[i:i + per_line])


def later_ranges():
    """Code points that Unicode 3.2 does not know."""
    start = None
    for c in range(0x110001):
        later = (c < 0x110000 and unicodedata.category(unichr(c)) != 'Cn' and
                 unicodedata.ucd_3_2_0.category(unichr(c)) == 'Cn')
        if later and start is None:
            start = c
        if not later and start is not None:
            yield start, c - 1
            start = None


def changed_ranges():
    """(first, last, record) of code points that were others in Unicode 3.2."""
    old = unicodedata.ucd_3_2_0
    start = before = None
    for c in range(0x110001):
        r = None
        if c < 0x110000 and old.category(unichr(c)) != 'Cn':
            r = record(c, old)
            if r == record(c):
                r = None
        if r != before:
            if before:
                yield start, c - 1, before
            start, before = c, r


def main():
    records, blocks, index1, order, block_order = {}, {}, [], [], []
    for start in range(0, 0x110000, 1 << SHIFT):
        block = []
        for c in range(start, start + (1 << SHIFT)):
            r = record(c)
            if r not in records:
                records[r] = len(order)
                order.append(r)
            block.append(records[r])
        block = tuple(block)
        if block not in blocks:
            blocks[block] = len(block_order)
            block_order.append(block)
        index1.append(blocks[block])
    changed = []
    for first, last, r in changed_ranges():
        if r not in records:
            records[r] = len(order)
            order.append(r)
        changed.append((first, last, records[r]))
    assert len(order) < 256 and len(block_order) < 65536
    out = ['/* Written by make_unicodedata.py from the data of Unicode %s. */'
           % unicodedata.unidata_version, '/* clang-format off */', '',
           'static const Properties property_records[] = {']
    out += ['    {"%s", "%s", %d, %d, "%s"},' % r for r in order]
    out += ['};', '', 'static const uint16_t property_index1[] = {']
    out += rows(index1, 15)
    out += ['};', '', 'static const uint8_t property_index2[] = {']
    out += rows([x for b in block_order for x in b], 18)
    out += ['};', '', '/* Assigned after Unicode 3.2. */',
            'static const uint32_t later_ranges[][2] = {']
    out += rows(['{0x%x, 0x%x}' % r for r in list(later_ranges())], 3)
    out += ['};', '', '/* Others in Unicode 3.2: first, last, record. */',
            'static const uint32_t changed_ranges[][3] = {']
    out += rows(['{0x%x, 0x%x, %d}' % r for r in changed], 3)
    out += ['};', '']
    open('unicodedata_data.h', 'w').write('\n'.join(out))


main()
