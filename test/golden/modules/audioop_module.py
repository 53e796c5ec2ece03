import audioop as a

def t(f, *x):
    try:
        r = getattr(a, f)(*x)
    except Exception as e:
        r = '%s: %s' % (type(e).__name__, e)
    print f, x, repr(r)

DATA = ['', '\1', '\1\xff\x7f\x80', '\0\x80\xff\x7f\1\0\xfe\xff', ''.join(chr(i * 37 % 256) for i in range(64))]
for d in DATA + [u'abcd', 3, None, bytearray('ab')]:
    for w in 1, 2, 4, 3:
        for f in 'max', 'minmax', 'avg', 'rms', 'maxpp', 'avgpp', 'cross', 'reverse', 'lin2ulaw', 'ulaw2lin', 'lin2alaw', 'alaw2lin':
            t(f, d, w)
        t('getsample', d, w, 1), t('mul', d, w, 1.5), t('mul', d, w, -0.5), t('bias', d, w, 100), t('add', d, d, w), t('tomono', d, w, .5, .75)
        t('tostereo', d, w, 2, -1), t('lin2adpcm', d, w, None), t('adpcm2lin', d, w, (5, 3))
        for w2 in 1, 2, 4, 0:
            t('lin2lin', d, w, w2)
        t('ratecv', d, w, 1, 8000, 11025, None), t('ratecv', d, w, 2, 44100, 8000, None, 3, 1), t('ratecv', d, w, 1, 3, 2, (-1, ((5, 6),)))
t('findfit', DATA[4], DATA[4][10:20]), t('findmax', DATA[4], 4), t('findfactor', DATA[3], DATA[4][:8]), t('findfactor', '', ''), t('findfit', 'ab', 'abcd')
t('findfit', 'abc', 'ab'), t('findmax', 'abcd', 5), t('findmax', 'abc', 1), t('findmax', 'abcd', -1), t('findmax', 'abcd', 0), t('findfactor', 'ab', 'abcd')
t('getsample', 'abcd', 2, -1), t('getsample', 'abcd', 2, 2), t('add', 'a', 'ab', 1), t('mul', 'ab', 1, float('nan')), t('mul', 'ab', 4, 1), t('max', 'ab')
for args in [(0, 1, 1, None), (1, 0, 1, None), (1, 1, 0, None), (1, 1, 1, None, 0), (1, 1, 1, 5), (1, 1, 2, (1, 2)), (1, 1, 2, (1, ())), (1, 1, 2, (1, ((1,),))), (1 << 30, 1, 1, None)]:
    t('ratecv', 'ab', 2, *args)
for state in [5, (1,), (1, 89), (40000, 1), (-1, -1), ('a', 1), (1, 2, 3), (32767, 88)]:
    t('lin2adpcm', '\1\2\3\4', 2, state), t('adpcm2lin', '\x12\x9f', 1, state)
print [ord(c) for c in a.lin2ulaw(''.join(chr(i % 256) + chr(i >> 8 & 255) for i in range(0, 65536, 257)), 2)]
print [ord(c) for c in a.lin2alaw(''.join(chr(i % 256) + chr(i >> 8 & 255) for i in range(0, 65536, 257)), 2)]
