"""csv.reader with any dialect; what it reads is written and read again."""
import csv
import StringIO

SEEDS = ['\0\0a,b,"c ""d"""\r\n1,2,3\n', '\x13\x07a;b\\;c;\'d\'\n',
         '\x22\x31x y "z\nw"\n', '\7\x0f\n\n,,\n', '\x41\x022,"3",\'4\n']


def target(data):
    if len(data) < 2:
        return
    a, b = ord(data[0]), ord(data[1])
    form = dict(delimiter=',;\t |'[a % 5], quotechar='"\'|'[a // 5 % 3],
                doublequote=bool(b & 1), skipinitialspace=bool(b & 2),
                strict=bool(b & 4), escapechar='\\' if b & 8 else None,
                quoting=b >> 4 & 3)
    rows = list(csv.reader(data[2:].splitlines(True), **form))
    out = StringIO.StringIO()
    form.update(quoting=csv.QUOTE_ALL, escapechar='\\', strict=True,
                quotechar='"', doublequote=True, skipinitialspace=False,
                delimiter=',')
    csv.writer(out, **form).writerows(rows)
    form['escapechar'] = None
    numbers = b >> 4 & 3 == csv.QUOTE_NONNUMERIC
    if not numbers and not set(data) & set('\\\r\0'):
        lines = out.getvalue().splitlines(True)
        again = list(csv.reader(lines, **form))
        assert again == [[str(s) for s in row] for row in rows]
