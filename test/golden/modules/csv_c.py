# Readers and writers of csv: states, errors, what counts as a row.
import csv
import _csv
import StringIO

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e.args

def rows(lines, **k):
    return list(csv.reader(lines, **k))

t(rows, ['a\0b']); t(rows, [5]); t(rows, [u'\xe9']); t(rows, [u'a,b']); t(rows, ['"a\n', 'b"c,d']); t(rows, ['a\rb']); t(rows, ['"a'], strict=1); t(rows, ['"a"b'], strict=1); t(rows, ['"a"b'])
LINES = ['', '\n', ',', 'a,b\r\n', '"a,b","c""d"', '"a', 'b",c', "x\\,y,'z,1'", ' a, "b"', '1,2.5,"x"', 'a\\', 'b"c', '"",""', '\r\n', 'a\n\n', '"a\\"b"']
for k in ({}, {'delimiter': ';'}, {'escapechar': '\\'}, {'doublequote': False}, {'doublequote': False, 'escapechar': '\\'}, {'quoting': csv.QUOTE_NONE}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'quoting': csv.QUOTE_NONNUMERIC}, {'skipinitialspace': True}, {'quotechar': "'"}, {'strict': True}, {'dialect': 'excel-tab'}, {'quotechar': None}):
    print sorted(k.items())
    t(rows, LINES, **k)
    for line in LINES:
        t(rows, [line], **k)
    for row in (['a', 'b,c', 'd"e', "f'g", 'h\\i', 'j\nk', 'l\rm', ' n', '', None, 5, 2.5, 1e100, 7L, True, 'a\0b', u'u'], [''], [None], [], ['a;b\tc'], ('"',), ['x'], [1.5], ['"', '""']):
        f = StringIO.StringIO()
        w = csv.writer(f, **k)
        t(w.writerow, row)
        print repr(f.getvalue())
t(csv.reader, 5); t(csv.writer, 5)
f = StringIO.StringIO(); w = csv.writer(f)
t(w.writerow, [u'\xe9']); t(w.writerow, 5); t(w.writerow, {}); t(w.writerow, 'abc'); t(w.writerow, u'de'); t(w.writerow, (x for x in 'ab')); t(w.writerow, set([1])); t(w.writerows, 5); t(w.writerows, [[1], 5]); t(w.writerow, None); t(w.writerow, xrange(3)); t(w.writerow, bytearray('ab')); t(w.writerow, buffer('ab'))
class S(object):
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
class S2(S):
    def __len__(s): return 2
class Old:
    def __getitem__(s, i): return i
    def __len__(s): return 3
t(w.writerow, S()); t(w.writerow, S2()); t(w.writerow, Old())
w = csv.writer(f, lineterminator='END'); t(w.writerow, ['aE', 'b', 'cD'])
print repr(f.getvalue())
t(_csv.field_size_limit, 'a'); t(_csv.field_size_limit, 10); t(rows, ['a' * 10]); t(rows, ['a' * 11]); t(rows, ['"' + 'a' * 8 + '\n', 'bbb"']); t(_csv.field_size_limit, 1.5)
t(_csv.field_size_limit, 2**70); t(_csv.field_size_limit, 131072L)
r = csv.reader(iter(['a,"b\n', 'c"', 'd'])); print r.next(), repr(r.line_num), r.dialect.delimiter; t(setattr, r, 'line_num', 5); t(delattr, w, 'dialect'); print r.next(); t(r.next)
print type(r), type(w)
d = csv.DictReader(['a,b', '1,2', '3'], restval='-'); print sorted(d.next().items()), sorted(d.next().items())
