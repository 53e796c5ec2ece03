# mhlib, mimify, posixfile, symbol: old modules of mail and files.
import os
import shutil
import StringIO
import sys
import tempfile
import warnings
warnings.simplefilter('ignore')
import mhlib
import mimify
import posixfile
import symbol


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception as e:
        print type(e).__name__, e


def folders(top):
    mail = os.path.join(top, 'Mail')
    os.mkdir(mail)
    profile = os.path.join(top, 'profile')
    with open(profile, 'w') as f:
        f.write('Path: %s\nEditor: none\n   more\nMoreProc: less\n' % mail)
    mh = mhlib.MH(None, profile)
    print mh.getprofile('Editor'), mh.getprofile('moreproc'), \
        mh.getprofile('none'), mh.getcontext()
    mh.setcontext('box')
    mh.makefolder('box')
    mh.makefolder('box/inner')
    print mh.getcontext(), mh.listfolders(), mh.listallfolders(), \
        mh.listsubfolders('box')
    attempt(mh.openfolder, 'none')
    f = mh.openfolder('box')
    print f.listmessages(), f.getlast()
    for n in 1, 2, 3, 5, 8, 13:
        f.createmessage(n, StringIO.StringIO(
            'From: f%d\nTo: t\n u\n\nBody %d\n' % (n, n)))
    print f.listmessages(), f.getlast()
    attempt(f.getcurrent)
    f.setcurrent(5)
    f.putsequences({'cur': [5], 'odd': [1, 3, 5, 13], 'run': [1, 2, 3]})
    print sorted(f.getsequences().items())
    for seq in ('all', 'first', 'last', 'cur', 'next', 'prev', 'first:2',
                'last:2', 'cur:2', 'cur:-2', '2-5', 'odd', 'odd:2', 'odd:-2',
                '4', '9-10', 'none', 'x:y', '8:+3', 'prev:2', '.', '1-last'):
        attempt(f.parsesequence, seq)
    m = f.openmessage(3)
    print m.getheader('to'), repr(m.getheadertext()), repr(m.getbodytext()), \
        repr(m.getheadertext(lambda h: h == 'to')), m.getbody(), m.number
    attempt(m.getbodyparts)
    f.removemessages([2, 3])
    print f.listmessages(), sorted(f.getsequences().items())
    attempt(f.removemessages, [99])
    to = mh.openfolder('box/inner')
    f.refilemessages([1, 5], to, 1)
    print f.listmessages(), to.listmessages(), sorted(to.getsequences().items())
    f.movemessage(8, to, 2)
    f.copymessage(13, to, 20)
    print f.listmessages(), to.listmessages(), sorted(os.listdir(
        to.getfullname()))
    s = mhlib.IntSet('1-3,7, 5,6', ',')
    print s, s.tolist(), s.min(), s.max(), s.contains(4), s.pairs
    s.append(4)
    s.addpair(9, 8)
    print s.tostring(), s.clone() == s
    attempt(mhlib.IntSet, '3-1')


def mimes():
    mail = ('From: a@b\nSubject: caf\xe9 au lait\n\nFrom here\n\xe9t\xe9 = 1\n'
            + 'x' * 100 + '\xe9\n')
    out = StringIO.StringIO()
    mimify.mimify(StringIO.StringIO(mail), out)
    print out.getvalue()
    back = StringIO.StringIO()
    mimify.unmimify(StringIO.StringIO(out.getvalue()), back)
    print repr(back.getvalue()[-150:])
    parts = ('Content-Type: multipart/mixed; boundary="=="\n\n--==\n'
             'Content-Type: text/plain; charset="us-ascii"\n\nplain \xe4\n'
             '--==\nContent-Transfer-Encoding: base64\n\nYWJj\n--==--\nend\n')
    out = StringIO.StringIO()
    mimify.mimify(StringIO.StringIO(parts), out)
    print out.getvalue()
    back = StringIO.StringIO()
    mimify.unmimify(StringIO.StringIO(out.getvalue()), back, 1)
    print repr(back.getvalue())
    print mimify.mime_encode_header('To: J\xf6rg <x>\n'), \
        repr(mimify.mime_decode_header('=?iso-8859-1?q?J=F6rg_x?= y')), \
        mimify.mime_encode('a=b\xff\n', 0)


def posix_files(top):
    name = os.path.join(top, 'file')
    f = posixfile.open(name, 'w+')
    f.write('some text\n')
    f.flush()
    print f.flags(), repr(f.flags('a')), f.flags(), f.flags('!a'), f.flags()
    f.flags('c')
    print f.flags('c?'), f.flags('?')
    print f.lock('w'), f.lock('w?', 5), f.lock('u'), f.file().name == name
    attempt(f.lock, 'x')
    attempt(f.flags, 'a', 'b')
    attempt(posixfile.fileopen, 5)
    f.close()
    print repr(f).split(' at ')[0].replace(top, '')


top = tempfile.mkdtemp()
folders(top)
mimes()
posix_files(top)
print symbol.sym_name[256], symbol.stmt, len(symbol.sym_name), symbol.yield_expr
shutil.rmtree(top)
