"""Writes tables of encodings and locales from what a CPython 2.7 knows:
encodings/_charmaps.py, encodings/aliases.py, _locale_names.py, and a module of
encodings for each encoding of the tables.

    python2.7 lib/make_tables.py lib/python2.7

Tables of 8-bit encodings and the names of encodings and locales are facts; they are taken from the
interpreter that runs this, which must be CPython's own library.
"""

import codecs
import sys
import encodings.aliases
import locale

CHARMAPS = '''cp037 cp1006 cp1026 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254
cp1255 cp1256 cp1257 cp1258 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852
cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
cp875 hp_roman8 iso8859_1 iso8859_10 iso8859_11 iso8859_13 iso8859_14
iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6
iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_u mac_arabic mac_centeuro
mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman
mac_romanian mac_turkish palmos ptcp154 tis_620'''.split()


MULTIBYTE = '''big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213
euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2
iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr johab shift_jis shift_jis_2004 shift_jisx0213'''.split()


def decoded(name):
    """The 256 characters of an encoding; U+FFFE where it has none."""
    decode = codecs.getdecoder(name)
    chars = []
    for i in range(256):
        try:
            chars.append(decode(chr(i))[0])
        except UnicodeDecodeError:
            chars.append(u'\ufffe')
    return u''.join(chars)


def literal(text, indent):
    """A unicode literal over several lines."""
    parts = [u'']
    for c in text:
        n = ord(c)
        if c in u"\\'":
            piece = u'\\' + c
        elif 32 <= n < 127:
            piece = c
        elif n < 256:
            piece = u'\\x%02x' % n
        else:
            piece = u'\\u%04x' % n
        if len(parts[-1]) + len(piece) > 79 - 3 - indent:
            parts.append(u'')
        parts[-1] += piece
    blanks = u'\n' + u' ' * indent
    return blanks.join(["u'%s'" % part for part in parts]).encode('ascii')


def write_charmaps(f):
    f.write('"""The characters of 8-bit encodings; written by '
            'make_tables.py.\n\nU+FFFE stands for none.  Strings of 128 '
            'begin after ASCII.\n"""\n\n# name -> (the codec\'s own name, '
            'characters)\nTABLES = {\n')
    ascii = u''.join(map(unichr, range(128)))
    for name in sorted(CHARMAPS):
        text = decoded(name)
        if text[:128] == ascii:
            text = text[128:]
        f.write("    '%s': ('%s',\n        %s),\n" %
                (name, codecs.lookup(name).name, literal(text, 8)))
    f.write('}\n')


def write_aliases(f):
    f.write('"""Other names of encodings; written by make_tables.py."""\n\n'
            'aliases = {\n')
    for alias, name in sorted(encodings.aliases.aliases.items()):
        if name not in ('mbcs',):
            f.write("    '%s': '%s',\n" % (alias, name))
    f.write('}\n')


def write_locales(f):
    f.write('"""Names of locales; written by make_tables.py."""\n')
    for name in 'locale_encoding_alias', 'locale_alias', 'windows_locale':
        f.write('\n%s = {\n' % name)
        for item in sorted(getattr(locale, name).items()):
            f.write("    %r: %r,\n" % item)
        f.write('}\n')


CHARMAP_MODULE = '''"""The codec %s; written by make_tables.py."""

import codecs
from encodings import _make

(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry, decoding_table, encoding_table) = _make.make_charmap('%s')
'''
MAPS = '''decoding_map, encoding_map = _make.make_maps(decoding_table)
del encoding_table
'''
MULTIBYTE_MODULE = '''"""The codec %s; written by make_tables.py."""

import codecs
from encodings import _multibyte

(codec, Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter,
 StreamReader, getregentry) = _multibyte.parts('%s')
'''


def write_modules(directory):
    for name in CHARMAPS:
        theirs = __import__('encodings.' + name, fromlist=['*'])
        with open(directory + name + '.py', 'w') as f:
            f.write(CHARMAP_MODULE % (name, name))
            if hasattr(theirs, 'encoding_map'):
                f.write(MAPS)
    for name in MULTIBYTE:
        with open(directory + name + '.py', 'w') as f:
            f.write(MULTIBYTE_MODULE % (name, name))


def main():
    directory = sys.argv[1]
    for name, write in (('encodings/_charmaps.py', write_charmaps),
                        ('encodings/aliases.py', write_aliases),
                        ('_locale_names.py', write_locales)):
        with open(directory + '/' + name, 'w') as f:
            write(f)
    write_modules(directory + '/encodings/')


main()
