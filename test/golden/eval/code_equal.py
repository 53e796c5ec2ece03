# Code objects of equal text are equal, whatever their files are called.
one = compile('x = 5\ndef f(a):\n    return a + 1.5\n', 'one', 'exec')
two = compile('x = 5\ndef f(a):\n    return a + 1.5\n', 'two', 'exec')
print one == two, one != two, hash(one) == hash(two), one is two
print len(set([one, two])), one == 5, one != None

for text in ['x = 6\ndef f(a):\n    return a + 1.5\n',
             'x = 5\ndef f(b):\n    return b + 1.5\n',
             'x = 5\n\ndef f(a):\n    return a + 1.5\n',
             'x = 5\ndef g(a):\n    return a + 1.5\n',
             'x = 5\ndef f(a):\n    return a + 2.5\n',
             'x = 5\ndef f(a):\n    return a - 1.5\n',
             'x = 5L\ndef f(a):\n    return a + 1.5\n',
             'x = 5\ndef f(a):\n    return a + 1.5j\n']:
    print one == compile(text, 'one', 'exec'),
print
print compile('1', 'f', 'eval') == compile('1', 'f', 'exec')
print compile('a ', 'f', 'eval') == compile('a', 'f', 'eval')
import ast
print compile(ast.parse('print v\nv = {1: (2, 3)}'), 'f', 'exec') == \
    compile('print v\nv = {1: (2, 3)}', 'g', 'exec')


def own():
    pass


print own.func_code == own.__code__, own.func_code == one
