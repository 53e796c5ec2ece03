# A tracer sees lines, variables and exceptions of evaluated code.
import sys
text = '''
def callee(x, *rest):
    y = x + 1
    if y > 2: pass
    else:
        y = [i * 2
             for i in range(2)]
    return y
def loops():
    n = 0
    for i in (1, 2):
        n = n + i
    while n:
        n -= 3; continue
    else:
        k = lambda: n
    return k()
def errors():
    try:
        1 / 0
    except ZeroDivisionError, e:
        pass
    finally:
        z = 1
    with manager() as m:
        raise KeyError(m)
class manager(object):
    def __enter__(self): return 5
    def __exit__(self, *info):
        return True
def gen():
    try:
        got = yield 1
        yield got
    finally:
        last = 0
def drive():
    callee(1)
    callee(2, 3)
    loops()
    errors()
    g = gen(); g.next()
    g.send(7)
    list(g)
    class C: a = 1
    exec "b = 2"
'''
exec text

def tracer(frame, event, arg):
    if frame.f_code.co_filename != '<string>':
        return
    names = dict((k, v) for k, v in frame.f_locals.items()
                 if isinstance(v, (int, list)))
    if event == 'exception':
        arg = arg[0].__name__
    elif not isinstance(arg, (int, list)):
        arg = None
    print frame.f_lineno, event, frame.f_code.co_name, arg, sorted(names.items())
    return tracer

sys.settrace(tracer)
print sys.gettrace() is tracer
drive()
sys.settrace(None)
print sys.gettrace()
