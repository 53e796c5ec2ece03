# What goes the short way through sqlite3 and what does not.
import sqlite3


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception as e:
        print type(e).__name__, e


db = sqlite3.connect(':memory:')
db.execute('create table t (a, b)')
put = 'insert into t values (?, ?)'
attempt(lambda: db.execute(put, (1,)))
attempt(lambda: db.execute(put, (1, 2, 3)))
attempt(lambda: db.execute(put, [1]))
attempt(lambda: db.execute(put, (1, object)))
attempt(lambda: db.execute(put, (1, 2 ** 63)))
attempt(lambda: db.execute(put, (1, '\xe9')))
attempt(lambda: db.execute(put, 5))
attempt(lambda: db.executemany('select ?', [(1,)]))


class Own(tuple):
    def __getitem__(self, i):
        return 'own %d' % i


db.execute(put, Own([1, 2]))
db.execute(put, [True, buffer('x\0y')])
db.execute(put, (u'\xe9\u20ac', None))
attempt(lambda: db.execute(put, (1, bytearray('ba'))))
db.execute('insert into t values (:b, :a)', {'a': 1.5, 'b': -2 ** 63})
db.executemany(put, ([i, str(i)] for i in range(3)))
for row in db.execute('select * from t'):
    print [str(v) if isinstance(v, buffer) else v for v in row]

db.text_factory = str
print db.execute("select 'text', a from t").fetchall()[:3]
db.text_factory = sqlite3.OptimizedUnicode
print db.execute(u"select 'text', '\xe9'").fetchall()
db.text_factory = lambda s: '<%s>' % s
print db.execute("select 'text', 1").fetchall()
db.text_factory = unicode
attempt(lambda: db.execute("select cast(x'ff41' as text)").fetchone())
print db.execute('select 1 union select 2').fetchone()

sqlite3.register_adapter(int, lambda i: 'int %d' % i)
print db.execute('select ?', (7,)).fetchone()
del sqlite3.adapters[int, sqlite3.PrepareProtocol]
print db.execute('select ?', (7,)).fetchone()

c = db.cursor()
c.execute('select a as One, b as two from t')
row = c.fetchone()
r = sqlite3.Row(c, row)
print r['one'], r['TWO'], r[-1], r.keys(), len(r), list(r), type(r)
print r == sqlite3.Row(c, row), r != sqlite3.Row(c, row), r == row
print hash(r) == hash(sqlite3.Row(c, row))
for key in 2, 'no', None, slice(0, 1), 2 ** 70:
    attempt(lambda: r[key])
attempt(sqlite3.Row, 1, ())
attempt(sqlite3.Row, c, [])
attempt(sqlite3.Row)


class Named(sqlite3.Row):
    def __getattr__(self, name):
        return self[name]


db.row_factory = Named
print db.execute('select a as one from t').fetchone().one
db.row_factory = None


class Forgets(sqlite3.Cursor):
    def __init__(self):
        pass


attempt(Forgets().execute, 'select 1')
attempt(Forgets().close)
c.close()
attempt(c.execute, 'select 1')
db.close()
attempt(c.execute, 'select 1')
attempt(db.execute, 'select 1')
