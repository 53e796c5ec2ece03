import csv, StringIO

LINES = ['a,b,c\r\n', 'a,b\n', '', '\n', '\r\n', ',\n', ',,', '"a","b"\n', '"a""b",c\n', '"",""\n', '"a"b,c\n', 'a"b,c\n', '"a,b",c', '"open\n', 'more",x\n', 'a\rb\n', '"x\r\ny"\n', ' "a", b\n', '"a" ,b\n',
         "'a,b',c\n", 'a\tb;c\n', '1,2.5,"3"\n', 'a\\,b\n', '"a\\"b",c\n', '""""\n', '"a""', 'x\0y\n', '"' + 'q' * 50 + '",z\n']
for kw in [{}, dict(delimiter=';'), dict(delimiter='\t', quotechar="'"), dict(quoting=csv.QUOTE_NONE), dict(doublequote=False), dict(escapechar='\\'), dict(skipinitialspace=True), dict(strict=True),
           dict(quoting=csv.QUOTE_NONNUMERIC), dict(quotechar=None, quoting=csv.QUOTE_NONE, escapechar='\\'), dict(delimiter='"', quotechar='"')]:
    for i, line in enumerate(LINES):
        r = csv.reader(LINES[i:i + 2] if line == '"open\n' else [line], **kw)
        try:
            print repr(line)[:30], list(r), r.line_num
        except Exception as e:
            print repr(line)[:30], type(e).__name__, e
old = csv.field_size_limit(10)
for line in ['x' * 10 + ',y\n', 'x' * 11 + ',y\n', '"' + 'x' * 10 + '"\n', '"' + 'x' * 11 + '"\n']:
    try:
        print list(csv.reader([line]))
    except csv.Error as e:
        print e
csv.field_size_limit(old)
ROWS = [['a', 'b'], ['a,b', 'c"d', 'e\nf', "g'h", ' '], [''], [], [1, 2.5, None, True, 3L, u'x'], ['\\', ';', '\r', '\t'], ('tuple', 'x'), 'str', [[1], {}], ['"']]
for kw in [{}, dict(delimiter=';', lineterminator='\n'), dict(quoting=csv.QUOTE_ALL), dict(quoting=csv.QUOTE_NONNUMERIC), dict(quoting=csv.QUOTE_NONE), dict(quoting=csv.QUOTE_NONE, escapechar='\\'),
           dict(doublequote=False, escapechar='\\'), dict(quotechar="'"), dict(lineterminator=u'!')]:
    for row in ROWS:
        out = StringIO.StringIO()
        try:
            csv.writer(out, **kw).writerow(row)
            print repr(out.getvalue())
        except Exception as e:
            print type(e).__name__, e
