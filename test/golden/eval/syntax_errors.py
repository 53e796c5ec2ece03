for text in ('1 +', 'a b', '(1', 'x = 1', 'for', '', '"abc', 'f(x=1, 2)',
             'None = 1', '\n\n  1', '1 if 2', 'yield'):
    try:
        print eval(text)
    except SyntaxError, e:
        print type(e).__name__, e, e.lineno, e.offset, repr(e.text), e.filename
for text in ('if 1:\npass', 'def f():\n  x\n y', 'break', 'return 1', 'a = = 2',
             'def f(a, a): pass', 'x = 1\n\ty = 2', 'class', 'print 1,,',
             'from __future__ import nope', 'x = 08'):
    try:
        exec text
    except SyntaxError, e:
        print type(e).__name__, e, e.lineno, e.offset, repr(e.text), e.filename
for text in ('a\0b', u'a\0b'):
    for how in (eval, lambda s: compile(s, 'f', 'exec')):
        try:
            how(text)
        except TypeError, e:
            print e
for args in (('1', 'f', 'x'), ('1', 'f', 'eval', 1 << 20), (1, 'f', 'exec')):
    try:
        compile(*args)
    except (ValueError, TypeError), e:
        print e
