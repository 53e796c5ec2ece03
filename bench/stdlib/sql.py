"""sqlite3: inserts, queries, functions in Python."""
import sqlite3


def main():
    db = sqlite3.connect(':memory:')
    db.create_function('twice', 1, lambda x: 2 * x)
    db.execute('create table t (id integer primary key, name text, v real)')
    db.executemany('insert into t values (?, ?, ?)',
                   [(i, 'name %d' % i, i * .5) for i in xrange(60000)])
    total = 0
    for i in range(4):
        for id, name, v in db.execute('select id, name, v from t'):
            total += id + len(name)
    for i in xrange(20000):
        row = db.execute('select v from t where id = ?', (i,)).fetchone()
        total += row[0]
    total += db.execute('select sum(twice(id)) from t').fetchone()[0]
    db.row_factory = sqlite3.Row
    for row in db.execute('select * from t limit 20000'):
        total += row['v']
    print total


main()
