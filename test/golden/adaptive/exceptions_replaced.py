class E(Exception): pass
def f(): raise E('first')
def t():
    try:
        f()
    except E as e:
        return 'caught ' + str(e)
print t()
OldE = E
class E(Exception): pass
print t()
ValueError_ = ValueError
class ValueError(Exception): pass
try:
    int('x')
except ValueError:
    print 'mine'
except ValueError_:
    print 'the real one'
del ValueError
try:
    int('y')
except ValueError:
    print 'real again'
