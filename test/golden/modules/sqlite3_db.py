# Databases of SQLite: statements, rows, types, functions, errors.
import datetime
import sqlite3


def attempt(f, *args, **kw):
    try:
        print repr(f(*args, **kw))
    except Exception as e:
        print type(e).__name__, e


db = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES)
c = db.cursor()
c.execute('create table t (id integer primary key, name text, x real, b blob)')
print c.description, c.rowcount, c.lastrowid
c.execute('insert into t (name, x, b) values (?, ?, ?)',
          (u'on\xe9', 1.5, buffer('a\0b')))
print c.rowcount, c.lastrowid
c.executemany('insert into t (name, x) values (:n, :x)',
              [{'n': 'two', 'x': 2}, {'n': None, 'x': 2 ** 40}])
print c.rowcount, db.total_changes
for row in c.execute('select * from t order by id'):
    print row[:3], str(row[3])
print c.description
print c.execute('select count(*) from t').fetchone(), c.fetchone()
print c.execute('select id from t').fetchmany(2), c.fetchall()
db.rollback()
print db.execute('select count(*) from t').fetchall()
with db:
    db.execute("insert into t (name) values ('kept')")
try:
    with db:
        db.execute("insert into t (name) values ('lost')")
        raise KeyError
except KeyError:
    pass
print db.execute('select name from t').fetchall()
db.row_factory = sqlite3.Row
r = db.execute('select id, name as N from t').fetchone()
print r['n'], r['ID'], r[1], len(r), r.keys(), tuple(r)
attempt(lambda: r['zz'])
db.row_factory = None
db.create_function('twice', 1, lambda v: v * 2)
print db.execute("select twice(4), twice('ab'), twice(1.5)").fetchone()
db.create_function('bad', 0, lambda: 1 / 0)
attempt(db.execute, 'select bad()')


class Longest(object):
    def __init__(self):
        self.best = ''

    def step(self, text):
        self.best = max(self.best, text, key=len)

    def finalize(self):
        return self.best


db.create_aggregate('longest', 1, Longest)
print db.execute("select longest(x) from (select 'a' x union select 'abc' "
                 "union select 'ab')").fetchone()
db.create_collation('backwards', lambda a, b: -cmp(a, b))
print db.execute("select x from (select 'a' x union select 'c' union select "
                 "'b') order by x collate backwards").fetchall()
db.execute('create table d (d date, s timestamp, u unique)')
db.execute('insert into d values (?, ?, 1)',
           (datetime.date(2001, 2, 3), datetime.datetime(2001, 2, 3, 4, 5, 6)))
print db.execute('select d, s from d').fetchone()
attempt(db.execute, 'insert into d (u) values (1)')
attempt(db.execute, 'select nonsense')
attempt(db.execute, 'syntax error')
attempt(db.execute, 'select ?', (1, 2))
attempt(db.execute, 'select :a', {})
attempt(db.execute, 'select 1; select 2')
attempt(db.execute, 'select ?', (object,))
attempt(db.execute, 'select ?', ('\xff',))
attempt(db.execute, 5)
attempt(db.execute, 'select ?', (2 ** 70,))
attempt(sqlite3.connect, '/does/not/exist/x')
db.text_factory = str
print db.execute("select 'abc'").fetchone()
db.executescript('create table s (a); insert into s values (1); '
                 'insert into s values (2);')
print db.execute('select sum(a) from s').fetchone()
print list(db.iterdump())[-4:]
print sqlite3.complete_statement('select 1;'), sqlite3.paramstyle
c.close()
attempt(c.execute, 'select 1')
db.close()
attempt(db.execute, 'select 1')
