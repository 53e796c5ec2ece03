# smtpd and smtplib on loopback: asyncore, asynchat under them.
import asyncore
import smtpd
import smtplib
import threading

smtpd.__version__ = 'test'


class Server(smtpd.SMTPServer):
    def process_message(self, peer, mailfrom, rcpttos, data):
        print 'message', mailfrom, rcpttos, repr(data)
        if 'refuse' in data:
            return '554 no'

channels = {}
server = Server(('127.0.0.1', 0), None)
port = server.socket.getsockname()[1]
done = threading.Event()


def serve():
    while not done.is_set():
        asyncore.loop(0.05, count=1)

t = threading.Thread(target=serve)
t.start()
c = smtplib.SMTP('127.0.0.1', port, 'client')
print c.helo()[0], c.noop(), c.docmd('FOO')
print c.docmd('RCPT', 'TO:<a>'), c.docmd('MAIL'), c.docmd('DATA')
print c.sendmail('Me <me@x>', ['you@y', 'Them <them@z>'],
                 'Subject: s\n\n.dot\nline')
try:
    c.sendmail('me@x', 'you@y', 'refuse')
except smtplib.SMTPDataError, e:
    print type(e).__name__, e.smtp_code, e.smtp_error, e
print c.quit()
try:
    c.noop()
except smtplib.SMTPServerDisconnected, e:
    print e
done.set()
t.join()
server.close()
print smtplib.quoteaddr('A B <a@b>'), smtplib.quoteaddr('a@b'), smtplib.quoteaddr('')
print repr(smtplib.quotedata('a\n.b\r\nc\r.d'))
e = smtplib.SMTPSenderRefused(550, 'no', 'me')
print e, e.args, smtplib.SMTPRecipientsRefused({'a': (1, 'b')}).recipients
