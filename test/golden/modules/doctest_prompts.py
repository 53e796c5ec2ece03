# Examples whose prompts or indentation are odd.
import doctest

p = doctest.DocTestParser()
for t in (
        '>>> print (1,\n ... 2)\n',
        '  >>> print (1,\n          2)\n',
        '\n  >>> print 1\n  ...print 2\n',
        '>>>print 1\n',
        'text\n  >>> print (1,\n ...          2)\n 2\n',
        '\n\n  >>> print 1\n  2\n 3\n',
        '>>> if 1:\n...    x\n...\n...y\n',
        '>>> x\nout\n ...foo\n',
        '>>> 1\n...\n...x\n'):
    try: print [(e.source,e.want,e.lineno) for e in p.get_examples(t,'nm')]
    except ValueError as e: print e
