# A tracer may move control and change variables of evaluated code.
import sys
text = '''
def f(out):
    a = 1
    out.append(a)
    for i in range(3):
        out.append(i)
    b = a
    out.append(b)
    try:
        out.append(10)
    finally:
        out.append(11)
    return a, b
'''
exec text

def run(start, to, change=None):
    def tracer(frame, event, arg):
        if frame.f_code.co_name != 'f':
            return
        if event == 'line' and frame.f_lineno == start and not done:
            done.append(1)
            if change:
                frame.f_locals.update(change)
            try:
                if to:
                    frame.f_lineno = to
            except ValueError, e:
                print 'refused:', e
        return tracer
    done, out = [], []
    sys.settrace(tracer)
    try:
        print f(out),
    finally:
        sys.settrace(None)
    print out

run(4, 7)
run(8, 4)
run(5, 7)
run(4, 6)
run(10, 12)
run(4, 100)
run(4, 1)
run(4, 'x')
run(8, None, {'a': 5, 'b': 6})
run(6, None, {'i': 40, 'a': 'new'})
