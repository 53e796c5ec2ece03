# Frames of evaluated code show its variables, also behind its end.
import sys
text = '''
def show():
    f = sys._getframe(1)
    return sorted((k, v) for k, v in f.f_locals.items() if k != 'f')
def plain(a, b=2, *c, **d):
    x = a + len(show()); y = show()
    del x
    return show(), y
def cells(n):
    m = n + 1
    inner = lambda: (n, m, show())
    m += 1
    r = inner()
    del inner
    return r, show()
def text():
    s = ''
    for i in range(3):
        s += 'ab'
        t = show()
    return t
def fails(n):
    local = n * 2
    return local / 0
def gen():
    v = 1
    yield show()
    v = 2
    yield show()
'''
exec text
print plain(1), plain(1, 3, 4, k=5)
print cells(1)
print text()
print list(gen())
try:
    fails(3)
except ZeroDivisionError:
    tb = sys.exc_info()[2].tb_next
print tb.tb_frame.f_locals, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno
print tb.tb_frame is tb.tb_frame
g = gen()
print g.gi_frame is g.gi_frame, g.gi_frame.f_locals
g.next()
print g.gi_frame.f_locals, g.gi_frame.f_lineno
exec "class C:\n    a = 1\n    b = sorted(sys._getframe().f_locals.items())"
print C.b
