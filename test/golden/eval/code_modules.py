import codeop, code, sys
for text in ('1', 'if 1:', 'if 1:\n  x = 1', 'if 1:\n  x = 1\n', 'def f(', '1 +',
             'x = = 1', '"abc', '"""abc', '# only', '', 'try:\n  1\nexcept:',
             'class A:\n  pass\n', '@deco', 'a b'):
    try:
        c = codeop.compile_command(text)
        print repr(text), c is not None
    except SyntaxError, e:
        print repr(text), e.msg
compiler = codeop.CommandCompiler()
compiler('from __future__ import division', '<input>', 'single')
print eval(compiler('1/2', '<input>', 'eval'))
exec compile('1 + 1', '<s>', 'single')
exec compile('for i in (1, None, "x"): i\n', '<s>', 'single')
exec compile('a = 3; a; a + 1', '<s>', 'single')

class Console(code.InteractiveConsole):
    def write(self, data):
        print 'W', repr(data)
lines = ['x = 5', 'x * 2', 'if x:', '    print "yes"', '', '1/0', 'a b',
         'def f(n):', '    return n + 1', '', 'f(x)', 'raise KeyError("k")']
def read(prompt):
    if not lines:
        raise EOFError
    print prompt + lines[0]
    return lines.pop(0)
console = Console({'__name__': 'c'})
console.raw_input = read
console.interact('banner')
