"""Writes charmaps.def: the 8-bit encodings.

Run by a Python 2.7:  python2.7 make_charmaps.py
"""
import encodings
import pkgutil
from encodings import aliases


def table_of(name):
    chars = []
    for i in range(256):
        try:
            u = chr(i).decode(name)
        except UnicodeError:
            u = u'\ufffe'
        if len(u) != 1 or ord(u) > 0xffff:
            return None
        chars.append(ord(u))
    return chars


def rows(items):
    line = '       '
    for x in items:
        word = ' %d,' % x
        if len(line) + len(word) > 79:
            yield line
            line = '       '
        line += word
    yield line


out = ['/* CHARMAP(names, code points): the encodings of one byte per character;'
       ' names', ' * as in c_codecs.def, the code points of 256 bytes, 65534'
       ' where there is none.', ' * Written by make_charmaps.py. */']
for _, name, _ in sorted(pkgutil.iter_modules(encodings.__path__)):
    if name == 'mbcs':
        continue
    mod = __import__('encodings.' + name, fromlist=['x'])
    if not (hasattr(mod, 'decoding_table') or hasattr(mod, 'decoding_map')):
        continue
    if name in ('rot_13', 'charmap', 'latin_1'):
        continue
    table = table_of(name)
    if table is None or max(table) < 128:
        continue
    names = [name] + sorted(a.lower() for a, b in aliases.aliases.items() if b == name)
    names += [n.replace('.', '_') for n in names if '.' in n]
    out.append('CHARMAP("%s",' % ' '.join(sorted(set(names), key=names.index)))
    body = list(rows(table))
    body[-1] = body[-1].rstrip(',') + ')'
    out += body
out += ['#undef CHARMAP', '']
open('charmaps.def', 'w').write('\n'.join(out))
