def f(x):
    y = 2
    print eval('x + y', None, None)
    print eval('x + y', None)
    print eval('x+y', globals(), None) if 0 else 1
    try: print eval('x', {}, None)
    except NameError, e: print e
    exec 'print x + y' in None
    exec 'print x + y' in None, None
    exec 'z = 5' in None, None
    print z if 0 else 1
    exec ('print x', None)
    exec ('print x', None, None)
    exec compile('w = x * 9', '', 'exec')
    print locals()['w']
f(1)
print eval('f.__name__', None, None), eval('1', {}, None)
g = {'a': 1}
print eval('a', g), eval('a', g, {'a': 2}), eval('a', g, None)
code = f.func_code
def check(text, globals=None, locals=None):
    code = compile(text, 'check', 'eval')
    def run(*args): return eval(code, globals, locals)
    return run
print check('args[0] + 1')(5), check('q', {'q': 2})(), check('q', {}, {'q': 3})(), check('args', None, {'args': 4})(1)
