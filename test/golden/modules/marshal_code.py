# Code objects go through marshal, those of functions too.
import marshal


def again(code):
    return marshal.loads(marshal.dumps(code))


def f(a, b=2):
    return a * b


def make(n):
    def g():
        return n
    return g


text = compile('def h(x):\n    return x + 1\ny = h(4)\n', 'name', 'exec')
space = {}
exec again(text) in space
print space['y'], again(text) == text, again(text).co_filename
print eval(again(compile(u'"\xe9" + u"\\xe9".encode("utf-8")', '', 'eval')))
print again(space['h'].func_code) == space['h'].func_code
for code in f.func_code, make.func_code, make(1).func_code:
    print again(code) == code, again(code).co_name, again([code, 1])[1]
print eval(again(compile('n * 2', '', 'eval')), {'n': 4})
