b = bytearray('hello')
b[0] = 'J'
b[1] = 101
b.append(33)
b.extend([65, 66])
b.insert(0, 'x')
b += 'end'
b.remove(33)
b.reverse()
del b[0]
del b[1:3]
b[1:2] = 'XYZ'
b[::2] = bytearray(len(b[::2]))
for f in (lambda: b.append(256), lambda: b.append('ab'), lambda: b.append(None),
        lambda: bytearray(u'a'), lambda: hash(b), lambda: b.remove(250),
        lambda: bytearray().pop(), lambda: b.__setitem__(0, 300), lambda: b + u'a',
        lambda: bytearray([1, 'a', 300]), lambda: bytearray('a', 'ascii'), lambda: b.join([1]),
        lambda: 300 in b, lambda: bytearray.fromhex('6'), lambda: b.index('zz'),
        lambda: bytearray(5.5), lambda: b.extend(5), lambda: b.insert(0), lambda: b[100],
        lambda: bytearray(None), lambda: b.__setitem__(0, 'ab')):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
