"""A client of IMAP4 (RFC 2060).

Commands return (type, [data, ...]): 'OK' or 'NO', and strings or pairs of a
header and a literal."""

__version__ = "2.58"

import binascii
import errno
import random
import re
import socket
import sys
import time

__all__ = ["IMAP4", "IMAP4_stream", "Internaldate2tuple", "Int2AP",
           "ParseFlags", "Time2Internaldate"]

CRLF = '\r\n'
Debug = 0
IMAP4_PORT = 143
IMAP4_SSL_PORT = 993
AllowedVersions = ('IMAP4REV1', 'IMAP4')

# Longer lines are refused.
_MAXLINE = 1000000

_AUTH = ('AUTH', 'SELECTED')
_SELECTED = ('SELECTED',)
_ANY = ('NONAUTH', 'AUTH', 'SELECTED', 'LOGOUT')

# Command -> states in which it makes sense.
Commands = {}
for _names, _states in (
        ('APPEND CREATE DELETE DELETEACL EXAMINE GETACL GETANNOTATION '
         'GETQUOTA GETQUOTAROOT MYRIGHTS LIST LSUB NAMESPACE PROXYAUTH RENAME '
         'SETACL SETANNOTATION SETQUOTA SELECT STATUS SUBSCRIBE UNSUBSCRIBE '
         'THREAD', _AUTH),
        ('CHECK CLOSE COPY EXPUNGE FETCH PARTIAL SEARCH SORT STORE UID',
         _SELECTED),
        ('AUTHENTICATE LOGIN', ('NONAUTH',)),
        ('CAPABILITY LOGOUT NOOP', _ANY)):
    for _name in _names.split():
        Commands[_name] = _states
Commands['THREAD'] = _SELECTED
del _names, _states, _name

# Parts of answers.
Continuation = re.compile(r'\+( (?P<data>.*))?')
Flags = re.compile(r'.*FLAGS \((?P<flags>[^\)]*)\)')
InternalDate = re.compile(
    r'.*INTERNALDATE "'
    r'(?P<day>[ 0123][0-9])-(?P<mon>[A-Z][a-z][a-z])-'
    r'(?P<year>[0-9][0-9][0-9][0-9])'
    r' (?P<hour>[0-9][0-9]):(?P<min>[0-9][0-9]):(?P<sec>[0-9][0-9])'
    r' (?P<zonen>[-+])(?P<zoneh>[0-9][0-9])(?P<zonem>[0-9][0-9])'
    r'"')
Literal = re.compile(r'.*{(?P<size>\d+)}$')
MapCRLF = re.compile(r'\r\n|\r|\n')
Response_code = re.compile(r'\[(?P<type>[A-Z-]+)( (?P<data>[^\]]*))?\]')
Untagged_response = re.compile(r'\* (?P<type>[A-Z-]+)( (?P<data>.*))?')
Untagged_status = re.compile(
    r'\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?')


class IMAP4:
    """A connection; methods are commands."""

    class error(Exception):
        """All errors of this module."""

    class abort(error):
        """The connection is of no use any more."""

    class readonly(abort):
        """The mailbox cannot be written any more."""

    mustquote = re.compile(r"[^\w!#$%&'*+,.:;<=>?^`|~-]")

    def __init__(self, host='', port=IMAP4_PORT):
        self.debug = Debug
        self.state = 'LOGOUT'
        self.literal = None
        self.tagged_commands = {}
        self.untagged_responses = {}
        self.continuation_response = ''
        self.is_readonly = False
        self.tagnum = 0
        self.open(host, port)
        # Tags with a random start tell sessions apart in logs.
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(r'(?P<tag>' + self.tagpre +
                                r'\d+) (?P<type>[A-Z]+) (?P<data>.*)')
        self.welcome = self._get_response()
        if 'PREAUTH' in self.untagged_responses:
            self.state = 'AUTH'
        elif 'OK' in self.untagged_responses:
            self.state = 'NONAUTH'
        else:
            raise self.error(self.welcome)
        typ, dat = self.capability()
        if dat == [None]:
            raise self.error('no CAPABILITY response from server')
        self.capabilities = tuple(dat[-1].upper().split())
        for version in AllowedVersions:
            if version in self.capabilities:
                self.PROTOCOL_VERSION = version
                return
        raise self.error('server not IMAP4 compliant')

    def __getattr__(self, attr):
        # Commands may be written in capitals.
        if attr in Commands:
            return getattr(self, attr.lower())
        raise AttributeError("Unknown IMAP4 command: '%s'" % attr)

    # The connection; IMAP4_SSL and IMAP4_stream have others.

    def open(self, host='', port=IMAP4_PORT):
        self.host = host
        self.port = port
        self.sock = socket.create_connection((host, port))
        self.file = self.sock.makefile('rb')

    def read(self, size):
        return self.file.read(size)

    def readline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise self.error("got more than %d bytes" % _MAXLINE)
        return line

    def send(self, data):
        self.sock.sendall(data)

    def shutdown(self):
        self.file.close()
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except socket.error as e:
            # The server may have closed it.
            if e.errno not in (errno.ENOTCONN, 10022):
                raise
        finally:
            self.sock.close()

    def socket(self):
        return self.sock

    # Answers that nobody has asked for.

    def recent(self):
        name = 'RECENT'
        typ, dat = self._untagged_response('OK', [None], name)
        if dat[-1]:
            return typ, dat
        typ, dat = self.noop()
        return self._untagged_response(typ, dat, name)

    def response(self, code):
        return self._untagged_response(code, [None], code.upper())

    # The commands.

    def append(self, mailbox, flags, date_time, message):
        if not mailbox:
            mailbox = 'INBOX'
        if flags:
            if (flags[0], flags[-1]) != ('(', ')'):
                flags = '(%s)' % flags
        else:
            flags = None
        if date_time:
            date_time = Time2Internaldate(date_time)
        else:
            date_time = None
        self.literal = MapCRLF.sub(CRLF, message)
        return self._simple_command('APPEND', mailbox, flags, date_time)

    def authenticate(self, mechanism, authobject):
        """authobject(challenge) gives the answers; None cancels."""
        self.literal = _Authenticator(authobject).process
        typ, dat = self._simple_command('AUTHENTICATE', mechanism.upper())
        if typ != 'OK':
            raise self.error(dat[-1])
        self.state = 'AUTH'
        return typ, dat

    def capability(self):
        return self._with_response('CAPABILITY', 'CAPABILITY')

    def check(self):
        return self._simple_command('CHECK')

    def close(self):
        try:
            return self._simple_command('CLOSE')
        finally:
            self.state = 'AUTH'

    def copy(self, message_set, new_mailbox):
        return self._simple_command('COPY', message_set, new_mailbox)

    def create(self, mailbox):
        return self._simple_command('CREATE', mailbox)

    def delete(self, mailbox):
        return self._simple_command('DELETE', mailbox)

    def deleteacl(self, mailbox, who):
        return self._simple_command('DELETEACL', mailbox, who)

    def expunge(self):
        return self._with_response('EXPUNGE', 'EXPUNGE')

    def fetch(self, message_set, message_parts):
        return self._with_response('FETCH', 'FETCH', message_set,
                                   message_parts)

    def getacl(self, mailbox):
        return self._with_response('ACL', 'GETACL', mailbox)

    def getannotation(self, mailbox, entry, attribute):
        return self._with_response('ANNOTATION', 'GETANNOTATION', mailbox,
                                   entry, attribute)

    def getquota(self, root):
        return self._with_response('QUOTA', 'GETQUOTA', root)

    def getquotaroot(self, mailbox):
        typ, dat = self._simple_command('GETQUOTAROOT', mailbox)
        typ, quota = self._untagged_response(typ, dat, 'QUOTA')
        typ, quotaroot = self._untagged_response(typ, dat, 'QUOTAROOT')
        return typ, [quotaroot, quota]

    def list(self, directory='""', pattern='*'):
        return self._with_response('LIST', 'LIST', directory, pattern)

    def login(self, user, password):
        typ, dat = self._simple_command('LOGIN', user, self._quote(password))
        if typ != 'OK':
            raise self.error(dat[-1])
        self.state = 'AUTH'
        return typ, dat

    def login_cram_md5(self, user, password):
        self.user, self.password = user, password
        return self.authenticate('CRAM-MD5', self._CRAM_MD5_AUTH)

    def _CRAM_MD5_AUTH(self, challenge):
        import hmac
        return self.user + " " + hmac.HMAC(self.password,
                                           challenge).hexdigest()

    def logout(self):
        self.state = 'LOGOUT'
        try:
            typ, dat = self._simple_command('LOGOUT')
        except:
            typ, dat = 'NO', ['%s: %s' % sys.exc_info()[:2]]
        self.shutdown()
        if 'BYE' in self.untagged_responses:
            return 'BYE', self.untagged_responses['BYE']
        return typ, dat

    def lsub(self, directory='""', pattern='*'):
        return self._with_response('LSUB', 'LSUB', directory, pattern)

    def myrights(self, mailbox):
        return self._with_response('MYRIGHTS', 'MYRIGHTS', mailbox)

    def namespace(self):
        return self._with_response('NAMESPACE', 'NAMESPACE')

    def noop(self):
        return self._simple_command('NOOP')

    def partial(self, message_num, message_part, start, length):
        return self._with_response('FETCH', 'PARTIAL', message_num,
                                   message_part, start, length)

    def proxyauth(self, user):
        return self._simple_command('PROXYAUTH', user)

    def rename(self, oldmailbox, newmailbox):
        return self._simple_command('RENAME', oldmailbox, newmailbox)

    def search(self, charset, *criteria):
        if charset:
            return self._with_response('SEARCH', 'SEARCH', 'CHARSET', charset,
                                       *criteria)
        return self._with_response('SEARCH', 'SEARCH', *criteria)

    def select(self, mailbox='INBOX', readonly=False):
        """The number of messages is the data."""
        self.untagged_responses = {}
        self.is_readonly = readonly
        typ, dat = self._simple_command('EXAMINE' if readonly else 'SELECT',
                                        mailbox)
        if typ != 'OK':
            self.state = 'AUTH'
            return typ, dat
        self.state = 'SELECTED'
        if 'READ-ONLY' in self.untagged_responses and not readonly:
            raise self.readonly('%s is not writable' % mailbox)
        return typ, self.untagged_responses.get('EXISTS', [None])

    def setacl(self, mailbox, who, what):
        return self._simple_command('SETACL', mailbox, who, what)

    def setannotation(self, *args):
        return self._with_response('ANNOTATION', 'SETANNOTATION', *args)

    def setquota(self, root, limits):
        return self._with_response('QUOTA', 'SETQUOTA', root, limits)

    def sort(self, sort_criteria, charset, *search_criteria):
        if (sort_criteria[0], sort_criteria[-1]) != ('(', ')'):
            sort_criteria = '(%s)' % sort_criteria
        return self._with_response('SORT', 'SORT', sort_criteria, charset,
                                   *search_criteria)

    def status(self, mailbox, names):
        return self._with_response('STATUS', 'STATUS', mailbox, names)

    def store(self, message_set, command, flags):
        if (flags[0], flags[-1]) != ('(', ')'):
            flags = '(%s)' % flags
        return self._with_response('FETCH', 'STORE', message_set, command,
                                   flags)

    def subscribe(self, mailbox):
        return self._simple_command('SUBSCRIBE', mailbox)

    def thread(self, threading_algorithm, charset, *search_criteria):
        return self._with_response('THREAD', 'THREAD', threading_algorithm,
                                   charset, *search_criteria)

    def uid(self, command, *args):
        """A command whose numbers are identifiers that stay."""
        command = command.upper()
        if command not in Commands:
            raise self.error("Unknown IMAP4 UID command: %s" % command)
        self._check_state(command)
        typ, dat = self._simple_command('UID', command, *args)
        name = command if command in ('SEARCH', 'SORT', 'THREAD') else 'FETCH'
        return self._untagged_response(typ, dat, name)

    def unsubscribe(self, mailbox):
        return self._simple_command('UNSUBSCRIBE', mailbox)

    def xatom(self, name, *args):
        """A command that the server knows and this module does not."""
        name = name.upper()
        if name not in Commands:
            Commands[name] = (self.state,)
        return self._simple_command(name, *args)

    # How commands work.

    def _append_untagged(self, typ, dat):
        if dat is None:
            dat = ''
        ur = self.untagged_responses
        if typ in ur:
            ur[typ].append(dat)
        else:
            ur[typ] = [dat]

    def _check_bye(self):
        bye = self.untagged_responses.get('BYE')
        if bye:
            raise self.abort(bye[-1])

    def _check_state(self, name):
        if self.state not in Commands[name]:
            raise self.error("command %s illegal in state %s, only allowed in "
                             "states %s" % (name, self.state,
                                            ', '.join(Commands[name])))

    def _command(self, name, *args):
        """Sends a command; its tag."""
        if self.state not in Commands[name]:
            self.literal = None
        self._check_state(name)
        for typ in ('OK', 'NO', 'BAD'):
            if typ in self.untagged_responses:
                del self.untagged_responses[typ]
        if 'READ-ONLY' in self.untagged_responses and not self.is_readonly:
            raise self.readonly('mailbox status changed to READ-ONLY')
        tag = self._new_tag()
        data = '%s %s' % (tag, name)
        for arg in args:
            if arg is not None:
                data = '%s %s' % (data, self._checkquote(arg))
        literal = self.literal
        literator = None
        if literal is not None:
            self.literal = None
            if type(literal) is type(self._command):
                literator = literal
            else:
                data = '%s {%s}' % (data, len(literal))
        try:
            self.send('%s%s' % (data, CRLF))
        except (socket.error, OSError), val:
            raise self.abort('socket error: %s' % val)
        if literal is None:
            return tag
        while 1:
            # The server says when it is ready for more.
            while self._get_response():
                if self.tagged_commands[tag]:
                    return tag
            if literator:
                literal = literator(self.continuation_response)
            try:
                self.send(literal)
                self.send(CRLF)
            except (socket.error, OSError), val:
                raise self.abort('socket error: %s' % val)
            if not literator:
                break
        return tag

    def _command_complete(self, name, tag):
        # A BYE is an answer of LOGOUT.
        if name != 'LOGOUT':
            self._check_bye()
        try:
            typ, data = self._get_tagged_response(tag)
        except self.abort, val:
            raise self.abort('command: %s => %s' % (name, val))
        except self.error, val:
            raise self.error('command: %s => %s' % (name, val))
        if name != 'LOGOUT':
            self._check_bye()
        if typ == 'BAD':
            raise self.error('%s command error: %s %s' % (name, typ, data))
        return typ, data

    def _get_response(self):
        """Reads an answer and files it; None for a request to go on."""
        resp = self._get_line()
        self.mo = self.tagre.match(resp) if hasattr(self, 'tagre') else None
        if self.mo:
            tag = self.mo.group('tag')
            if tag not in self.tagged_commands:
                raise self.abort('unexpected tagged response: %s' % resp)
            typ = self.mo.group('type')
            dat = self.mo.group('data')
            self.tagged_commands[tag] = (typ, [dat])
        else:
            dat2 = None
            self.mo = Untagged_response.match(resp)
            if self.mo is None:
                self.mo = Untagged_status.match(resp)
                if self.mo:
                    dat2 = self.mo.group('data2')
            if self.mo is None:
                self.mo = Continuation.match(resp)
                if self.mo:
                    self.continuation_response = self.mo.group('data')
                    return None
                raise self.abort("unexpected response: '%s'" % resp)
            typ = self.mo.group('type')
            dat = self.mo.group('data')
            if dat is None:
                dat = ''
            if dat2:
                dat = dat + ' ' + dat2
            self._get_literals(typ, dat)
        # OK [CODE data] text
        if typ in ('OK', 'NO', 'BAD'):
            self.mo = Response_code.match(dat)
            if self.mo:
                self._append_untagged(self.mo.group('type'),
                                      self.mo.group('data'))
        return resp

    def _get_literals(self, typ, dat):
        """Files an answer with the literals that its lines announce."""
        while 1:
            self.mo = Literal.match(dat)
            if not self.mo:
                break
            size = int(self.mo.group('size'))
            self._append_untagged(typ, (dat, self.read(size)))
            dat = self._get_line()
        self._append_untagged(typ, dat)

    def _get_tagged_response(self, tag):
        while 1:
            result = self.tagged_commands[tag]
            if result is not None:
                del self.tagged_commands[tag]
                return result
            # A server that says good-bye gives no answer any more.
            self._check_bye()
            self._get_response()

    def _get_line(self):
        line = self.readline()
        if not line:
            raise self.abort('socket error: EOF')
        if not line.endswith('\r\n'):
            raise self.abort('socket error: unterminated line')
        return line[:-2]

    def _checkquote(self, arg):
        if type(arg) is not type(''):
            return arg
        if len(arg) >= 2 and (arg[0], arg[-1]) in (('(', ')'), ('"', '"')):
            return arg
        if arg and self.mustquote.search(arg) is None:
            return arg
        return self._quote(arg)

    def _quote(self, arg):
        return '"%s"' % arg.replace('\\', '\\\\').replace('"', '\\"')

    def _new_tag(self):
        tag = '%s%s' % (self.tagpre, self.tagnum)
        self.tagnum = self.tagnum + 1
        self.tagged_commands[tag] = None
        return tag

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))

    def _with_response(self, untagged, name, *args):
        """A command, and the untagged answers that it is about."""
        typ, dat = self._simple_command(name, *args)
        return self._untagged_response(typ, dat, untagged)

    def _untagged_response(self, typ, dat, name):
        if typ == 'NO':
            return typ, dat
        if name not in self.untagged_responses:
            return typ, [None]
        return typ, self.untagged_responses.pop(name)


try:
    import ssl
except ImportError:
    pass
else:
    class IMAP4_SSL(IMAP4):
        """The same over TLS."""

        def __init__(self, host='', port=IMAP4_SSL_PORT, keyfile=None,
                     certfile=None):
            self.keyfile = keyfile
            self.certfile = certfile
            IMAP4.__init__(self, host, port)

        def open(self, host='', port=IMAP4_SSL_PORT):
            self.host = host
            self.port = port
            self.sock = socket.create_connection((host, port))
            self.sslobj = ssl.wrap_socket(self.sock, self.keyfile,
                                          self.certfile)
            self.file = self.sslobj.makefile('rb')

        def send(self, data):
            self.sslobj.sendall(data)

        def shutdown(self):
            self.file.close()
            self.sock.close()

        def socket(self):
            return self.sock

        def ssl(self):
            return self.sslobj

    __all__.append("IMAP4_SSL")


class IMAP4_stream(IMAP4):
    """A server that is a program, by its pipes."""

    def __init__(self, command):
        self.command = command
        IMAP4.__init__(self)

    def open(self, host=None, port=None):
        import subprocess
        self.host = None
        self.port = None
        self.sock = None
        self.file = None
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, shell=True,
                                        close_fds=True)
        self.writefile = self.process.stdin
        self.readfile = self.process.stdout

    def read(self, size):
        return self.readfile.read(size)

    def readline(self):
        return self.readfile.readline()

    def send(self, data):
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        self.readfile.close()
        self.writefile.close()
        self.process.wait()


class _Authenticator:
    """Answers to the server's challenges, in base64."""

    def __init__(self, mechinst):
        self.mech = mechinst

    def process(self, data):
        ret = self.mech(self.decode(data))
        if ret is None:
            return '*'
        return self.encode(ret)

    def encode(self, inp):
        parts = []
        for i in range(0, len(inp), 48):
            parts.append(binascii.b2a_base64(inp[i:i + 48])[:-1])
        return ''.join(parts)

    def decode(self, inp):
        if not inp:
            return ''
        return binascii.a2b_base64(inp)


Mon2num = {'Jan': 1, 'Feb': 2, 'Mar': 3, 'Apr': 4, 'May': 5, 'Jun': 6,
           'Jul': 7, 'Aug': 8, 'Sep': 9, 'Oct': 10, 'Nov': 11, 'Dec': 12}


def Internaldate2tuple(resp):
    """The local time of an INTERNALDATE, or None."""
    mo = InternalDate.match(resp)
    if not mo:
        return None
    fields = [int(mo.group(name)) for name in ('day', 'hour', 'min', 'sec',
                                               'year', 'zoneh', 'zonem')]
    day, hour, min, sec, year, zoneh, zonem = fields
    zone = (zoneh * 60 + zonem) * 60
    if mo.group('zonen') == '-':
        zone = -zone
    from calendar import timegm
    utc = timegm((year, Mon2num[mo.group('mon')], day, hour, min, sec,
                  -1, -1, -1))
    return time.localtime(utc - zone)


def Int2AP(num):
    """A number as letters from A to P."""
    val = ''
    num = int(abs(num))
    while num:
        num, mod = divmod(num, 16)
        val = 'ABCDEFGHIJKLMNOP'[mod] + val
    return val


def ParseFlags(resp):
    """The words of FLAGS (...)."""
    mo = Flags.match(resp)
    return tuple(mo.group('flags').split()) if mo else ()


def Time2Internaldate(date_time):
    """Seconds, a time tuple or a quoted text as IMAP's date."""
    if isinstance(date_time, (int, long, float)):
        tt = time.localtime(date_time)
    elif isinstance(date_time, (tuple, time.struct_time)):
        tt = date_time
    elif isinstance(date_time, str) and \
            (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError("date_time not of a known type")
    dt = time.strftime("%d-%b-%Y %H:%M:%S", tt)
    if dt[0] == '0':
        dt = ' ' + dt[1:]
    if time.daylight and tt[-1]:
        zone = -time.altzone
    else:
        zone = -time.timezone
    return '"' + dt + " %+03d%02d" % divmod(zone // 60, 60) + '"'
