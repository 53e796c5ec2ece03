import traceback, sys
for s in ('def f(a, a): pass', 'def f(a):\n  global a', 'def f():\n yield 1\n return 2', 'return 1', 'yield 1', 'break', 'continue', 'x = 1\nfrom __future__ import division', 'from __future__ import foo', 'from __future__ import braces', 'def f():\n exec "x"\n def g(): return y\n', 'def f():\n  from x import *\n  lambda: y', 'f() = 1', 'a b', 'def f(x=1, y): pass', 'None = 1', 'try: pass\nexcept: pass\nexcept A: pass', 'from __future__ import *', 'class A: return 1', 'f(a=1, a=2)', '(a for a in b) = 1', 'lambda a, a: 1', 'def f((a, a)): pass', 'def f(a, (a, b)): pass','while 1:\n  try: pass\n  finally: continue', 'del f()', ' a', 'if 1:\na', '"\\', 'global x; def', 'x = yield = 2', 'with a as f(): pass'):
    for mode in 'exec', 'single', 'eval':
        try: compile(s, '<t>', mode)
        except SyntaxError, e:
            print repr(s), mode, e, e.args, e.msg, e.lineno, e.offset, e.text, e.filename, e.print_file_and_line
            print traceback.format_exception_only(type(e), e)
        else: print repr(s), mode, 'ok'
