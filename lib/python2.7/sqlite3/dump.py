"""A database as SQL text."""


def _quoted(name):
    return '"%s"' % name.replace('"', '""')


def _iterdump(connection):
    """The statements that make the database anew."""
    cursor = connection.cursor()
    yield 'BEGIN TRANSACTION;'
    tables = cursor.execute(
        'SELECT "name", "type", "sql" FROM "sqlite_master" '
        'WHERE "sql" NOT NULL AND "type" == \'table\' ORDER BY "name"')
    for name, kind, sql in tables.fetchall():
        if name == 'sqlite_sequence':
            yield 'DELETE FROM "sqlite_sequence";'
        elif name == 'sqlite_stat1':
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith('sqlite_'):
            continue
        else:
            yield '%s;' % sql
        ident = name.replace('"', '""')
        info = cursor.execute('PRAGMA table_info("%s")' % ident)
        columns = [str(row[1]) for row in info.fetchall()]
        parts = ','.join(["'||quote(\"%s\")||'" % c.replace('"', '""')
                          for c in columns])
        rows = cursor.execute('SELECT \'INSERT INTO "%s" VALUES(%s)\' FROM '
                              '"%s";' % (ident, parts, ident))
        for row in rows:
            yield '%s;' % row[0]
    others = cursor.execute(
        'SELECT "name", "type", "sql" FROM "sqlite_master" '
        'WHERE "sql" NOT NULL AND "type" IN (\'index\', \'trigger\', '
        '\'view\')')
    for name, kind, sql in others.fetchall():
        yield '%s;' % sql
    yield 'COMMIT;'
