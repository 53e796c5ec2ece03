def f(x, *msg):
    try:
        if msg:
            assert x, msg[0]
        else:
            assert x
        print 'ok'
    except AssertionError as e:
        print repr(e), str(e), e.args
f(1)
f(0)
f(0, 'message')
f(1, 1 / 1)
f([], (1, 2))
f(None, None)
assert (0, 'a tuple is true') and True
def side(): print 'evaluated'; return 'm'
assert 1, side()
try:
    assert 0, side()
except AssertionError, e:
    print e
