# The old database: characters that are new, and those that have changed.
import unicodedata as new

old = new.ucd_3_2_0
for c in u'a\xb2\xb7\u0221\u0f3a\u1369\u1806\u2ceb\U0001d7ff\U00010a00':
    for db in new, old:
        print repr(c), db.category(c), db.bidirectional(c), db.mirrored(c),
        print db.east_asian_width(c), db.decimal(c, None), db.numeric(c, -1),
        print db.name(c, None), repr(db.normalize('NFKD', c + u'\u212b'))
