"""Writes charset_tables.def: the characters of the East Asian encodings.

Run by a CPython 2.7 in this folder:  python2.7 make_charsets.py

Which bytes stand for which character is a fact of the encodings; it is asked
of the interpreter that runs this.  A code is two bytes, the first at least
0x80; where the second has its high bit clear in an EUC encoding, it is the
plane that a byte 8f announces.  charsets.c reads the tables back.
"""

import base64
import sys

FIRST = 0x81
ASTRAL_END = 0x30000


def decoded(text, encoding):
    """The characters of `text` if it is one code: one, or one with a mark."""
    try:
        chars = map(ord, text.decode(encoding))
    except UnicodeDecodeError:
        return None
    if len(chars) == 1 and chars[0] not in range(0x80, 0xa0):
        return chars
    is_pair = len(chars) == 2 and chars[1] in (
        0x300, 0x301, 0x304, 0x30c, 0x2e5, 0x2e9, 0x309a)
    return chars if is_pair else None


def encoded(char, encoding):
    try:
        return unichr(char).encode(encoding)
    except UnicodeEncodeError:
        return None


def code_of(text):
    """The code that two bytes, or three behind 8f, are."""
    if text and len(text) == 2 and text >= '\x80':
        return ord(text[0]) << 8 | ord(text[1])
    if text and len(text) == 3 and text[0] == '\x8f':
        return ord(text[1]) << 8 | ord(text[2]) & 127
    return 0


def plain_table(encoding):
    codes = {}
    for first in range(FIRST, 256):
        for second in range(0x20, 256):
            chars = decoded(chr(first) + chr(second), encoding)
            if chars:
                codes[first << 8 | second] = chars
    if encoding.startswith('euc_j'):
        for first in range(0xa1, 0xff):
            for second in range(0xa1, 0xff):
                chars = decoded('\x8f' + chr(first) + chr(second), encoding)
                if chars:
                    codes[first << 8 | second & 127] = chars
    if encoding == 'euc_kr':
        # Alone it begins a syllable spelt by letters.
        codes[0xa4d4] = [0x3164]
    return codes, lambda char: code_of(encoded(char, encoding))


def shifted_table(planes, encoding):
    """A table by escape sequences: (escape, encoding, bits of the code)."""
    codes = {}
    for escape, name, bits in planes:
        for first in range(0x21, 0x7f):
            for second in range(0x21, 0x7f):
                chars = decoded(escape + chr(first) + chr(second), name)
                if chars:
                    codes[(first << 8 | second) | bits] = chars

    def encode(char):
        text = encoded(char, encoding) or ''
        for escape, name, bits in planes:
            if text.startswith(escape):
                at = len(escape)
                return ord(text[at]) << 8 | ord(text[at + 1]) | bits
        # Another set has it: nobody asks this one.
        return None if text else 0

    return codes, encode


JIS = [('\x1b$B', 'iso2022_jp', 0x8080), ('\x1b$(D', 'iso2022_jp_1', 0x8000)]
JIS2000 = [('\x1b$(O', 'iso2022_jp_3', 0x8080),
           ('\x1b$(P', 'iso2022_jp_3', 0x8000)]
JIS2004 = [('\x1b$(Q', 'iso2022_jp_2004', 0x8080),
           ('\x1b$(P', 'iso2022_jp_2004', 0x8000)]

# name, the table it is a variation of
TABLES = [
    ('gb2312', None), ('gbk', 'gb2312'), ('gb18030', 'gbk'), ('big5', None),
    ('cp950', 'big5'), ('big5hkscs', 'big5'), ('euc_kr', None),
    ('cp949', 'euc_kr'), ('johab', None), ('shift_jis', None),
    ('cp932', 'shift_jis'), ('shift_jisx0213', 'shift_jis'),
    ('shift_jis_2004', 'shift_jisx0213'), ('euc_jp', None),
    ('euc_jisx0213', 'euc_jp'), ('euc_jis_2004', 'euc_jisx0213'),
    ('jis', 'euc_jp'), ('jis2000', 'euc_jisx0213'),
    ('jis2004', 'euc_jis_2004')]


def table_of(name):
    if name == 'jis':
        return shifted_table(JIS, 'iso2022_jp_1')
    if name == 'jis2000':
        return shifted_table(JIS2000, 'iso2022_jp_3')
    if name == 'jis2004':
        return shifted_table(JIS2004, 'iso2022_jp_2004')
    return plain_table(name)


def differences(codes, base):
    """Runs of codes that are not as in `base`: the distance from the last run
    and the length as two bytes each, then the characters, each by how far
    behind the last one it stands; see charset_load()."""
    out = []
    runs = []
    for code in sorted(set(codes) | set(base)):
        if codes.get(code) != base.get(code):
            if not runs or runs[-1][-1] != code - 1:
                runs.append([])
            runs[-1].append(code)
    end = last = 0
    for run in runs:
        out += [run[0] - end >> 8, run[0] - end & 255,
                len(run) >> 8, len(run) & 255]
        end = run[-1] + 1
        for code in run:
            chars = codes.get(code, [0])
            step = chars[0] - last - 1
            last = chars[0]
            if len(chars) == 2:
                out += [255, 0x80 | last >> 16, last >> 8 & 255, last & 255,
                        chars[1] >> 8, chars[1] & 255]
            elif -64 <= step < 64:
                out.append(step + 64)
            elif -16256 <= step < 16256:
                step += 16256
                out += [128 + (step >> 8), step & 255]
            else:
                out += [255, last >> 16, last >> 8 & 255, last & 255]
    return out


def exceptions(codes, encode):
    """Characters that are not encoded by the first code of the first plane
    that stands for them, nor by the last one of the second: three bytes each,
    and two of the code, 0 for none."""
    first = {}
    for code in (sorted([c for c in codes if not c & 128]) +
                 sorted([c for c in codes if c & 128], reverse=True)):
        if len(codes[code]) == 1:
            first[codes[code][0]] = code
    out = []
    for char in range(0x80, 0xd800) + range(0xe000, ASTRAL_END):
        code = encode(char)
        if code is not None and code != first.get(char, 0):
            out += [char >> 16, char >> 8 & 255, char & 255,
                    code >> 8, code & 255]
    return out


def ranges():
    """Where gb18030 has four bytes: first and last character, and the number
    of the first."""
    found = []
    for char in range(0x80, 0xd800) + range(0xe000, 0x10000):
        text = encoded(char, 'gb18030')
        if not text or len(text) != 4:
            continue
        a, b, c, d = map(ord, text)
        number = ((a - 0x81) * 10 + b - 0x30) * 1260 + (c - 0x81) * 10 + \
            d - 0x30
        if found and found[-1][1] == char - 1 and \
                found[-1][2] + char - found[-1][0] == number:
            found[-1][1] = char
        else:
            found.append([char, char, number])
    return found


def rows(numbers):
    text = base64.b64encode(''.join(map(chr, numbers)))
    for at in range(0, len(text), 72) or [0]:
        yield '    "%s"' % text[at:at + 72]


def main():
    done = {None: {}}
    out = ['/* TABLE(name, base, differences, exceptions): which bytes stand '
           'for which\n * character; RANGE(first, last, number): four bytes of '
           'gb18030.  Written by\n * make_charsets.py, which says what '
           'the strings are. */', '#ifndef TABLE', '#define TABLE(...)',
           '#endif', '#ifndef RANGE', '#define RANGE(...)', '#endif']
    for name, base in TABLES:
        codes, encode = table_of(name)
        done[name] = codes
        out.append('TABLE(%s, %s,' % (name, base or 'none'))
        out += rows(differences(codes, done[base]))
        out.append('    ,')
        out += rows(exceptions(codes, encode))
        out[-1] += ')'
    out += ['RANGE(%d, %d, %d)' % tuple(r) for r in ranges()]
    out += ['#undef TABLE', '#undef RANGE']
    with open('charset_tables.def', 'w') as f:
        f.write('\n'.join(out) + '\n')


if __name__ == '__main__':
    sys.exit(main())
