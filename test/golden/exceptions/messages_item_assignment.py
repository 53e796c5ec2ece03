def t(f):
    try:
        f()
        print 'ok'
    except Exception as e:
        print type(e).__name__, e
for q in ([1, 2], (1,), 'a', u'a', bytearray('ab'), 5, None, xrange(3), {}.keys, set(),
        object(), len, buffer('a')):
    def si(): q[0] = 1
    def di(): del q[0]
    def ss(): q[0:1] = 5
    def ds(): del q[0:1]
    def gs(): q[0:1]
    def bi(): q['k'] = 1
    for f in si, ss, gs, bi, di, ds: t(f)
