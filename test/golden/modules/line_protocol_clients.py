# POP3, NNTP, IMAP4 and TELNET against servers that follow a script.
import imaplib
import nntplib
import poplib
import socket
import telnetlib
import threading


class Server(threading.Thread):
    """Says the greeting, then answers each line from the script."""

    def __init__(self, greeting, script):
        threading.Thread.__init__(self)
        self.daemon = True
        self.greeting, self.script = greeting, script
        self.sock = socket.socket()
        self.sock.bind(('127.0.0.1', 0))
        self.sock.listen(1)
        self.port = self.sock.getsockname()[1]
        self.seen = []
        self.start()

    def run(self):
        conn = self.sock.accept()[0]
        f = conn.makefile('rb', 0)
        conn.sendall(self.greeting)
        for line in iter(f.readline, ''):
            words = line.rstrip('\r\n')
            self.seen.append(words)
            tag = ''
            if self.greeting.startswith('*'):
                tag, words = words.split(' ', 1)
                self.seen[-1] = words
            for start, answer in self.script:
                if words.startswith(start):
                    conn.sendall(answer.replace('TAG', tag))
                    break
            if words.upper().startswith(('QUIT', 'LOGOUT')):
                break
        f.close()
        conn.close()


s = Server('+OK hello <1.2@x>\r\n', [
    ('USER', '+OK\r\n'), ('PASS', '-ERR wrong\r\n'), ('APOP', '+OK in\r\n'),
    ('STAT', '+OK 2 320\r\n'), ('LIST 1', '+OK 1 120\r\n'),
    ('LIST', '+OK\r\n1 120\r\n2 200\r\n.\r\n'),
    ('RETR', '+OK\r\nSubject: x\r\n\r\n..dot\r\n.\r\n'),
    ('QUIT', '+OK bye\r\n')])
p = poplib.POP3('127.0.0.1', s.port)
print p.getwelcome(), p.user('me')
try:
    p.pass_('secret')
except poplib.error_proto, e:
    print 'error', e
print p.apop('me', 'secret'), p.stat(), p.list(1), p.list(), p.retr(1)
print p.quit()
s.join()
print s.seen

s = Server('200 ready\r\n', [
    ('GROUP', '211 3 1 3 comp.x\r\n'), ('STAT', '223 1 <a@b>\r\n'),
    ('HEAD', '221 1 <a@b>\r\nSubject: s\r\n.\r\n'),
    ('XHDR', '221 ok\r\n1 first\r\n2 second\r\n.\r\n'),
    ('XOVER', '224 ok\r\n1\ts\tp\td\t<i>\t<r1> <r2>\t9\t2\r\n.\r\n'),
    ('LIST', '215 ok\r\ncomp.x 3 1 y\r\n.\r\n'), ('DATE', '111 20200102030405\r\n'),
    ('POST', '340 go\r\n'), ('..', ''), ('.', '240 done\r\n'), ('LAST', '422 none\r\n'),
    ('QUIT', '205 bye\r\n')])
n = nntplib.NNTP('127.0.0.1', s.port, usenetrc=False)
print n.group('comp.x'), n.stat('1'), n.head('1'), n.xhdr('subject', '1-2')
print n.xover('1', '1'), n.list(), n.date()
from StringIO import StringIO
print n.post(StringIO('Subject: q\n\n.dot\n'))
try:
    n.last()
except nntplib.NNTPTemporaryError, e:
    print type(e).__name__, e, e.response
print n.quit()
s.join()
print s.seen

s = Server('* OK ready\r\n', [
    ('CAPABILITY', '* CAPABILITY IMAP4REV1\r\nTAG OK done\r\n'),
    ('LOGIN', 'TAG OK in\r\n'),
    ('SELECT', '* 3 EXISTS\r\n* FLAGS (\\Seen \\Answered)\r\nTAG OK [READ-WRITE] ok\r\n'),
    ('SEARCH', '* SEARCH 1 3\r\nTAG OK done\r\n'),
    ('FETCH', '* 1 FETCH (BODY[] {5}\r\nhello)\r\nTAG OK done\r\n'),
    ('NOOP', 'TAG BAD what\r\n'), ('LIST', '* LIST () "/" INBOX\r\nTAG OK\r\n'),
    ('LOGOUT', '* BYE bye\r\nTAG OK done\r\n')])
m = imaplib.IMAP4('127.0.0.1', s.port)
print m.welcome, m.PROTOCOL_VERSION, m.state
print m.login('me', 'a "b"'), m.select(), m.response('FLAGS'), m.search(None, 'ALL')
print m.fetch('1', '(BODY[])')
try:
    m.noop()
except imaplib.IMAP4.error, e:
    print 'error', e
try:
    m.login('me', 'x')
except imaplib.IMAP4.error, e:
    print 'error', e
print m.logout()[0]
s.join()
print s.seen
print imaplib.ParseFlags('* FLAGS (\\Seen \\Draft)'), imaplib.Int2AP(1000)
import os, time
os.environ['TZ'] = 'UTC'
time.tzset()
print imaplib.Time2Internaldate(1e9)
print tuple(imaplib.Internaldate2tuple('1 INTERNALDATE "09-Sep-2001 01:46:40 +0000"'))

s = Server('\xff\xfd\x01login: ', [('\xff\xfc\x01me', 'password: '), ('x', 'ok\xff\xff!\r\n$ ')])
t = telnetlib.Telnet('127.0.0.1', s.port)
print repr(t.read_until('login: ', 5))
t.write('me\r\n')
i, match, text = t.expect(['nothing', 'pass(w)ord: '], 5)
print i, match.group(1), repr(text)
t.write('x\r\n')
print repr(t.read_until('$ ', 5))
t.close()
s.join()
print s.seen
