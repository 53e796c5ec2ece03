"""A server of SMTP (RFC 821) on asyncore.

Subclasses of SMTPServer define process_message()."""

import asynchat
import asyncore
import errno
import getopt
import os
import socket
import sys
import time

__all__ = ["SMTPServer", "DebuggingServer", "PureProxy", "MailmanProxy"]

program = sys.argv[0] if sys.argv else ''
__version__ = 'Python SMTP proxy version 0.2'


class Devnull:
    def write(self, msg):
        pass

    def flush(self):
        pass


DEBUGSTREAM = Devnull()
NEWLINE = '\n'
EMPTYSTRING = ''
COMMASPACE = ', '


def usage(code, msg=''):
    print >>sys.stderr, (
        'Usage: %s [--nosetuid] [--version] [--class CLASS] [--debug] [--help]'
        ' [localhost:localport [remotehost:remoteport]]' % program)
    if msg:
        print >>sys.stderr, msg
    sys.exit(code)


class SMTPChannel(asynchat.async_chat):
    """One client."""

    COMMAND = 0
    DATA = 1

    def __init__(self, server, conn, addr):
        asynchat.async_chat.__init__(self, conn)
        self.__server = server
        self.__conn = conn
        self.__addr = addr
        self.__line = []
        self.__state = self.COMMAND
        self.__greeting = 0
        self.__mailfrom = None
        self.__rcpttos = []
        self.__data = ''
        self.__fqdn = socket.getfqdn()
        try:
            self.__peer = conn.getpeername()
        except socket.error, err:
            # It may have gone already.
            self.close()
            if err[0] != errno.ENOTCONN:
                raise
            return
        print >>DEBUGSTREAM, 'Peer:', repr(self.__peer)
        self.push('220 %s %s' % (self.__fqdn, __version__))
        self.set_terminator('\r\n')

    def push(self, msg):
        asynchat.async_chat.push(self, msg + '\r\n')

    def collect_incoming_data(self, data):
        self.__line.append(data)

    def found_terminator(self):
        line = EMPTYSTRING.join(self.__line)
        print >>DEBUGSTREAM, 'Data:', repr(line)
        self.__line = []
        if self.__state == self.COMMAND:
            self.__command(line)
        elif self.__state != self.DATA:
            self.push('451 Internal confusion')
        else:
            self.__message(line)

    def __command(self, line):
        if not line:
            self.push('500 Error: bad syntax')
            return
        i = line.find(' ')
        if i < 0:
            command = line.upper()
            arg = None
        else:
            command = line[:i].upper()
            arg = line[i + 1:].strip()
        method = getattr(self, 'smtp_' + command, None)
        if not method:
            self.push('502 Error: command "%s" not implemented' % command)
            return
        method(arg)

    def __message(self, text):
        # Without the doubled dots.
        lines = []
        for line in text.split('\r\n'):
            lines.append(line[1:] if line and line[0] == '.' else line)
        self.__data = NEWLINE.join(lines)
        status = self.__server.process_message(self.__peer, self.__mailfrom,
                                               self.__rcpttos, self.__data)
        self.__rcpttos = []
        self.__mailfrom = None
        self.__state = self.COMMAND
        self.set_terminator('\r\n')
        self.push(status if status else '250 Ok')

    # The commands.

    def smtp_HELO(self, arg):
        if not arg:
            self.push('501 Syntax: HELO hostname')
        elif self.__greeting:
            self.push('503 Duplicate HELO/EHLO')
        else:
            self.__greeting = arg
            self.push('250 %s' % self.__fqdn)

    def smtp_NOOP(self, arg):
        self.push('501 Syntax: NOOP' if arg else '250 Ok')

    def smtp_QUIT(self, arg):
        self.push('221 Bye')
        self.close_when_done()

    def __getaddr(self, keyword, arg):
        """The address behind FROM: or TO:."""
        address = None
        keylen = len(keyword)
        if arg[:keylen].upper() == keyword:
            address = arg[keylen:].strip()
            if not address:
                pass
            elif address[0] == '<' and address[-1] == '>' and address != '<>':
                address = address[1:-1]
        return address

    def smtp_MAIL(self, arg):
        print >>DEBUGSTREAM, '===> MAIL', arg
        address = self.__getaddr('FROM:', arg) if arg else None
        if not address:
            self.push('501 Syntax: MAIL FROM:<address>')
        elif self.__mailfrom:
            self.push('503 Error: nested MAIL command')
        else:
            self.__mailfrom = address
            print >>DEBUGSTREAM, 'sender:', self.__mailfrom
            self.push('250 Ok')

    def smtp_RCPT(self, arg):
        print >>DEBUGSTREAM, '===> RCPT', arg
        if not self.__mailfrom:
            self.push('503 Error: need MAIL command')
            return
        address = self.__getaddr('TO:', arg) if arg else None
        if not address:
            self.push('501 Syntax: RCPT TO: <address>')
            return
        self.__rcpttos.append(address)
        print >>DEBUGSTREAM, 'recips:', self.__rcpttos
        self.push('250 Ok')

    def smtp_RSET(self, arg):
        if arg:
            self.push('501 Syntax: RSET')
            return
        self.__mailfrom = None
        self.__rcpttos = []
        self.__data = ''
        self.__state = self.COMMAND
        self.push('250 Ok')

    def smtp_DATA(self, arg):
        if not self.__rcpttos:
            self.push('503 Error: need RCPT command')
        elif arg:
            self.push('501 Syntax: DATA')
        else:
            self.__state = self.DATA
            self.set_terminator('\r\n.\r\n')
            self.push('354 End data with <CR><LF>.<CR><LF>')


class SMTPServer(asyncore.dispatcher):
    """Listens, with a channel for each client."""

    def __init__(self, localaddr, remoteaddr):
        self._localaddr = localaddr
        self._remoteaddr = remoteaddr
        asyncore.dispatcher.__init__(self)
        try:
            self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
            self.set_reuse_addr()
            self.bind(localaddr)
            self.listen(5)
        except:
            self.close()
            raise
        print >>DEBUGSTREAM, \
            '%s started at %s\n\tLocal addr: %s\n\tRemote addr:%s' % (
                self.__class__.__name__, time.ctime(time.time()), localaddr,
                remoteaddr)

    def handle_accept(self):
        pair = self.accept()
        if pair is not None:
            conn, addr = pair
            print >>DEBUGSTREAM, 'Incoming connection from %s' % repr(addr)
            SMTPChannel(self, conn, addr)

    def process_message(self, peer, mailfrom, rcpttos, data):
        """Takes a message; None, or the answer in place of '250 Ok'."""
        raise NotImplementedError


class DebuggingServer(SMTPServer):
    """Prints messages."""

    def process_message(self, peer, mailfrom, rcpttos, data):
        inheaders = 1
        print '---------- MESSAGE FOLLOWS ----------'
        for line in data.split('\n'):
            if inheaders and not line:
                print 'X-Peer:', peer[0]
                inheaders = 0
            print line
        print '------------ END MESSAGE ------------'


class PureProxy(SMTPServer):
    """Passes messages on."""

    def process_message(self, peer, mailfrom, rcpttos, data):
        lines = data.split('\n')
        i = 0
        while i < len(lines) and lines[i]:
            i += 1
        lines.insert(i, 'X-Peer: %s' % peer[0])
        refused = self._deliver(mailfrom, rcpttos, NEWLINE.join(lines))
        print >>DEBUGSTREAM, 'we got some refusals:', refused

    def _deliver(self, mailfrom, rcpttos, data):
        import smtplib
        refused = {}
        try:
            s = smtplib.SMTP()
            s.connect(self._remoteaddr[0], self._remoteaddr[1])
            try:
                refused = s.sendmail(mailfrom, rcpttos, data)
            finally:
                s.quit()
        except smtplib.SMTPRecipientsRefused, e:
            print >>DEBUGSTREAM, 'got SMTPRecipientsRefused'
            refused = e.recipients
        except (socket.error, smtplib.SMTPException), e:
            print >>DEBUGSTREAM, 'got', e.__class__
            # All of them, then.
            errcode = getattr(e, 'smtp_code', -1)
            errmsg = getattr(e, 'smtp_error', 'ignore')
            for r in rcpttos:
                refused[r] = (errcode, errmsg)
        return refused


class MailmanProxy(PureProxy):
    """Passes messages on; those for the lists of a Mailman would go there."""

    def process_message(self, peer, mailfrom, rcpttos, data):
        # The package Mailman is imported by name, since few have it.
        __import__('Mailman')
        return PureProxy.process_message(self, peer, mailfrom, rcpttos, data)


class Options:
    setuid = 1
    classname = 'PureProxy'


def _address(text, what):
    i = text.find(':')
    if i < 0:
        usage(1, 'Bad %s spec: %s' % (what, text))
    try:
        return text[:i], int(text[i + 1:])
    except ValueError:
        usage(1, 'Bad %s port: %s' % (what, text))


def parseargs():
    global DEBUGSTREAM
    try:
        opts, args = getopt.getopt(sys.argv[1:], 'nVhc:d',
                                   ['class=', 'nosetuid', 'version', 'help',
                                    'debug'])
    except getopt.error, e:
        usage(1, e)
    options = Options()
    for opt, arg in opts:
        if opt in ('-h', '--help'):
            usage(0)
        elif opt in ('-V', '--version'):
            print >>sys.stderr, __version__
            sys.exit(0)
        elif opt in ('-n', '--nosetuid'):
            options.setuid = 0
        elif opt in ('-c', '--class'):
            options.classname = arg
        elif opt in ('-d', '--debug'):
            DEBUGSTREAM = sys.stderr
    if len(args) > 2:
        usage(1, 'Invalid arguments: %s' % COMMASPACE.join(args))
    local = args[0] if args else 'localhost:8025'
    remote = args[1] if len(args) > 1 else 'localhost:25'
    options.localhost, options.localport = _address(local, 'local')
    options.remotehost, options.remoteport = _address(remote, 'remote')
    return options


if __name__ == '__main__':
    options = parseargs()
    if options.setuid:
        import pwd
        nobody = pwd.getpwnam('nobody')[2]
        try:
            os.setuid(nobody)
        except OSError, e:
            if e.errno != errno.EPERM:
                raise
            print >>sys.stderr, \
                'Cannot setuid "nobody"; try running with -n option.'
            sys.exit(1)
    class_ = globals()[options.classname]
    proxy = class_((options.localhost, options.localport),
                   (options.remotehost, options.remoteport))
    try:
        asyncore.loop()
    except KeyboardInterrupt:
        pass
