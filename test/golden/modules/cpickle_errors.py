# What cPickle says to pickles that are no good.
import abc
import cPickle
import os
import StringIO

BAD = ['', '.', 'N', '0.', '1.', '(1.', 't.', '(t', 'a.', 'Na.', 'NNa.', 's.', 'NNNs.', 'NNu.', '(u.', '(NNu.', 'N(NNu.', '](NNu.', '}(NNu.', '}(Nu.', 'N(Ne.', ']Ne.', 'e.', 'I\n.', 'Ia\n.', 'I01\n.', 'I00\n.', 'I1', 'L5\n.', 'L5L\n.', 'Lx\n.', 'Fx\n.', 'F1.5\n.', 'F\n.',
       "S'a'\n.", "Sa\n.", "S'a\n.", "S'\n.", 'S\n.', 'V\\ud\n.', 'X\x01\0\0\0\xff.', 'X\xff\xff\xff\xff.', 'T\xff\xff\xff\xff.', 'U\x05ab.', '\x8a\x02a.', '\x8b\xff\xff\xff\xff.', '\x8b\x05\0\0\0a.', 'G1234567.', 'K.', 'M.', 'J.', 'Ja', 'g5\n.', 'h\x05.', 'j\x05\0\0\0.', 'p5\n.', 'q\x05.', 'Nq\x05.', 'Np5\n.', 'Npx\n.', 'gx\n.', 'r.', 'j.', 'Q.', 'NQ.', 'Pabc\n.', 'P',
       'cos\n.', 'cos\nnope\n.', 'cnope\nx\n.', 'cos\npathsep\n.', 'cos\ngetcwd\nNR.', 'R.', 'NR.', 'NNR.', 'b.', 'NNb.', '}}b.', 'N}b.', '}NNb.', ' .', '\xff.', '\x80\x03.', '\x80.', '\x80', '\x81.', 'N\x81.', ')\x81.', 'NN\x81.', 'N)\x81.', 'cnope\nx\n)\x81.', 'c__builtin__\nlist\n)\x81.', 'c__builtin__\nobject\nN\x81.',
       '(i', '(iabc\nx\n.', '(i__builtin__\nint\n.', '(N.', '(o.', '(No.', '(I1\no.', 'o.', '(c__builtin__\nint\no.', '(c__builtin__\nint\nVa\no.', '\x82\x01.', '\x82\0.', '\x82.', '\x84\xff\xff\xff\xff.', '\x83\x01\x02.', 'd.', '(d.', '(Nd.', '(NNd.', '(]Nd.', 'l.', '(l.', '(NNl.', '2.', 'N2.', '\x85.', 'N\x86.', 'N\x87.', ']N(e.', '.N.', '(.',
       'F1e999\n.', 'F1.5x\n.', 'F inf\n.', 'Fnan\n.', 'I0x10\n.', 'I010\n.', 'I99999999999999999999\n.', 'I12', 'I 1\n.', 'L0x10\n.', 'L\n.', 'L 5 \n.', 'I5L\n.', "S'a' \n.", "S'\\x4'\n.", 'S"a"\n.', "V\n.", "V", '(N0.', '(0.', 'N(0.', ']N(a.', ']N(ad.', 'K\x01K\x02R.', '(dNb.', 'cos\nc__builtin__\nint\nR.', 'Np-1\n.', 'Np01\ng1\n.', 'Nq\x01g1\n.', 'Nr\xff\xff\xff\x7fj\xff\xff\xff\x7f.', 'V\\U00110000\n.', 'V\\u00zz\n.', 'c\nx\n.', 'cos\n', 'cos\npath']

def show(call, *args, **kwargs):
    try:
        print repr(call(*args, **kwargs))
    except Exception as e:
        print type(e).__name__, type(e).__module__, e.args

for text in BAD:
    print repr(text),
    show(cPickle.loads, text)
    show(cPickle.load, StringIO.StringIO(text))
    show(cPickle.Unpickler(StringIO.StringIO(text)).noload)
for text in u'N.', 5, bytearray('N.'), buffer('N.'), None:
    show(cPickle.loads, text)
for e in (cPickle.PickleError(), cPickle.PickleError(1, 2), cPickle.UnpickleableError(), cPickle.UnpickleableError(5), cPickle.BadPickleGet(), cPickle.UnpicklingError('x')):
    print str(e), type(e).__mro__
deep = '(' * 300000 + 't' * 300000 + '.'
value = cPickle.loads(deep)
for i in range(299999):
    value = value[0]
print value
