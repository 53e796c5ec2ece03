# cPickle tells broken pickles by exceptions of its own.
import cPickle
for s in ('garbage', 'x', '', 'I5\n', "S'abc\n.", '(', '0', 't.', 'h\x05.',
          'j\0\0\0\0.', '\x80\x05.', 'Np5\ng5\n.'):
    try:
        print repr(s), cPickle.loads(s)
    except Exception as e:
        print repr(s), type(e).__name__, e, isinstance(e, cPickle.PickleError)
for protocol in 0, 1:
    try:
        cPickle.dumps(lambda: 1, protocol)
    except TypeError as e:
        print e
class Sneaky(object):
    def __setstate__(self, state):
        {}[state]
try:
    cPickle.loads("ccopy_reg\n_reconstructor\n(c__main__\nSneaky\n"
                  "c__builtin__\nobject\nNtRS'k'\nb.")
except KeyError as e:
    print 'not ours:', e
