# Hostile texts: CPython's errors, and its limits.
import sys
def t(s, mode='exec', show=True):
    try:
        c = compile(s, '<h>', mode)
    except (SyntaxError, ValueError, TypeError, OverflowError, MemoryError, SystemError, RuntimeError, UnicodeError), e:
        a = repr(e.args)
        print type(e).__name__, a[:160]
        return
    try:
        if mode == 'eval':
            v = eval(c)
        else:
            exec c in {}
            v = 'done'
        print repr(v)[:60]
    except Exception, e:
        print type(e).__name__, str(e)[:80]
for f in (eval, lambda s: compile(s, 'x', 'exec'), lambda s: compile(s, 'x', 'single')):
    for s in ('\0', '1\0', '\0\0\0', 'a\0b = 1', u'\0', u'1+\0', '"\0"', '', ' ', '\n', '\\', '\\\n', '#', '# \xff', '\xff', u'\ud800', u'"\ud800"', u'\udc00\ud800', u'\xe9', '\xef\xbb\xbf1', '\xef\xbb1', '# coding: nothing\n1', '# coding: latin-1\n"\xe9"', u'# coding: latin-1\n"\xe9"', '# coding: utf-8\n"\xff"', '# coding: ascii\n"\xff"', '\x0c1', '\x1a', '\r', '1\r\n', '1\r2', '\t1', ' 1', '1 1', '(', ')', '[', ']', '{', '}', '"', "'''", 'u"\\ud800"', 'u"\\U00110000"', 'u"\\N{nothing}"', 'u"\\x"', '"\\x"', '"\\x1"', 'ur"\\u12"', '0x', '0b', '0o', '0b2', '08', '09.5', '0777', '1e', '1e400', '1e-400', '1j', '1_0', '1L', '1l', '1LL', '0xfL', '99999999999999999999', '1if 1else 2', '0x1for x in y', '$', '?', '!', '`1`', '``', '@', '...', 'x[...]', 'x[.5]', 'lambda', 'lambda: (yield)', 'print', 'print >>', 'None = 1', 'None', 'a.None', 'a.None = 1', '__debug__', '__debug__ = 1', 'def f(None): pass', 'f(None=1)', 'yield', 'return', 'break', 'continue', 'nonlocal x', 'exec', 'exec "1" in', 'global x', 'from __future__ import braces', 'from __future__ import x', 'from . import x', 'import .x', 'f(a=1, a=2)', 'f(**a, *b)', 'def f(a, a): pass', 'def f(a=1, b): pass', 'x = yield', '(x for x in y) = 1', 'del f()', 'f() += 1', '1 = 2', '"a" = 1', '() = 1', '[] = []', '(a, b) += 1', 'with a: pass', 'class C: return', 'try: pass', 'if 1:', 'else: 1', ' x = 1', 'if 1:\n  x\n y', 'if 1:\nx', 'x = 1\n  y = 2', 'if 1:\n\tx\n        y', 'a b', 'async x', 'a := 1', 'f"x"', 'b"x"', 'b"x" u"y"', 'not', '1 <> 2', '1 ! 2', '~', '-', '*', '*a', '**a', '*a, b = 1', 'a -> b'):
        try:
            v = f(s)
            print repr(s)[:30], 'ok', repr(v)[:20] if isinstance(v, (int, str, unicode, float, complex, long)) else type(v).__name__
        except Exception, e:
            print repr(s)[:30], type(e).__name__, repr(e.args)[:150]
for n in (50, 100, 1000):
    for a, b in (('(', ')'), ('[', ']'), ('{', '}'), ('(', ''), ('f(', ')'), ('-', ''), ('not ', ''), ('~', ''), ('lambda: ', ''), ('x[', ']'), ('`', '`'), ('1+', ''), ('1**', ''), ('x.', 'x'), ('1 if ', ' else 1'), ('a,', ''), ('"a" ', ''), ('a and ', ''), ('a<', ''), ('u"" ', ''), ('f()', ''), ('[x for x in ', ']')):
        s = a * n + '1' + b * n
        if n >= 1000 and a in ('-', 'not ', '~', 'lambda: ', '1**', '1 if ', '`', 'x.', 'f()', '1+', 'a and '): continue
        try:
            compile(s, '<n>', 'eval')
            print n, a, 'ok'
        except Exception, e:
            print n, a, type(e).__name__, repr(e.args)[:100]
for n in (20, 21, 99, 101):
    for head in ('if 1:', 'while 1:', 'for x in y:', 'try:', 'with a:', 'def f():', 'class C:'):
        if head == 'try:':
            s = ''.join(' ' * i + 'try:\n' for i in range(n)) + ' ' * n + 'pass\n' + ''.join(' ' * i + 'finally: pass\n' for i in range(n - 1, -1, -1))
        else:
            s = ''.join(' ' * i + head + '\n' for i in range(n)) + ' ' * n + 'pass\n'
        try:
            compile(s, '<n>', 'exec')
            print n, head, 'ok'
        except Exception, e:
            print n, head, type(e).__name__, repr(e.args)[:70]
for n in (255, 256):
    for s in ('f(' + ','.join('a%d' % i for i in range(n)) + ')', 'f(' + ','.join('a%d=1' % i for i in range(n)) + ')', 'lambda ' + ','.join('a%d' % i for i in range(n)) + ': 1', 'def f(' + ','.join('a%d=1' % i for i in range(n)) + '): pass'):
        try:
            compile(s, 'n', 'exec'); print n, s[:6], 'ok'
        except Exception, e:
            print n, s[:6], type(e).__name__, repr(e.args)[:90]
for s in (None, 5, 1.5, [], buffer('1+1'), bytearray('1+1'), memoryview('1+1'), object, u'1', (1,)):
    for f in (eval, lambda s: compile(s, 'x', 'eval')):
        try: print f(s) if f is eval else f(s).co_filename
        except Exception, e: print type(e).__name__, e
    try:
        exec s in {}
        print 'done'
    except Exception, e: print type(e).__name__, e
