# Encodings that stand in tables are modules of the package all the same.
import codecs
import encodings.cp437
import encodings.euc_jp
from encodings import aliases, cp1252, iso8859_15, koi8_r, mac_roman, shift_jis

for module in (cp1252, iso8859_15, koi8_r, mac_roman, encodings.cp437,
               shift_jis, encodings.euc_jp):
    entry = module.getregentry()
    print module.__name__, entry.name,
    print sorted(n for n in dir(module)
                 if n[0] != '_' and n not in ('codec', 'mbc')),
    print repr(module.Codec().decode('a\x8e\xb1'))

print repr(cp1252.decoding_table[128:131])
print encodings.cp437.decoding_map[130], encodings.cp437.encoding_map[233]
print aliases.aliases['latin9'], encodings.normalize_encoding('ISO 8859-15')
print repr(u'\u20ac'.encode('latin9')), codecs.lookup('ms_kanji').name
decoder = encodings.euc_jp.IncrementalDecoder()
print repr(decoder.decode('\xb0')), repr(decoder.decode('\xa1'))
print repr(u'\xe9'.encode('cp437')), repr('\xe9'.decode('cp1252'))
