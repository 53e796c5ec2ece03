"""A client of TELNET (RFC 854): data without the commands in between."""

import errno
import re
import select
import socket
import sys
from time import time as _time

__all__ = ["Telnet"]

DEBUGLEVEL = 0
TELNET_PORT = 23

# Characters of the protocol.
IAC = chr(255)
DONT = chr(254)
DO = chr(253)
WONT = chr(252)
WILL = chr(251)
theNULL = chr(0)

SE = chr(240)
NOP = chr(241)
DM = chr(242)
BRK = chr(243)
IP = chr(244)
AO = chr(245)
AYT = chr(246)
EC = chr(247)
EL = chr(248)
GA = chr(249)
SB = chr(250)

# Options, by the number that the registry gives them.
_OPTIONS = '''BINARY ECHO RCP SGA NAMS STATUS TM RCTE NAOL NAOP NAOCRD NAOHTS
NAOHTD NAOFFD NAOVTS NAOVTD NAOLFD XASCII LOGOUT BM DET SUPDUP SUPDUPOUTPUT
SNDLOC TTYPE EOR TUID OUTMRK TTYLOC VT3270REGIME X3PAD NAWS TSPEED LFLOW
LINEMODE XDISPLOC OLD_ENVIRON AUTHENTICATION ENCRYPT NEW_ENVIRON TN3270E XAUTH
CHARSET RSP COM_PORT_OPTION SUPPRESS_LOCAL_ECHO TLS KERMIT SEND_URL
FORWARD_X'''.split()
for _i in range(len(_OPTIONS)):
    globals()[_OPTIONS[_i]] = chr(_i)
del _i
PRAGMA_LOGON = chr(138)
SSPI_LOGON = chr(139)
PRAGMA_HEARTBEAT = chr(140)
EXOPL = chr(255)
NOOPT = chr(0)


class Telnet:
    """A connection; or none, until open()."""

    def __init__(self, host=None, port=0,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.debuglevel = DEBUGLEVEL
        self.host = host
        self.port = port
        self.timeout = timeout
        self.sock = None
        self.rawq = ''      # read, commands still in it
        self.irawq = 0      # how much of it is done
        self.cookedq = ''   # data
        self.eof = 0
        self.iacseq = ''    # a command that has begun
        self.sb = 0         # within a subnegotiation
        self.sbdataq = ''
        self.option_callback = None
        self._has_poll = hasattr(select, 'poll')
        if host is not None:
            self.open(host, port, timeout)

    def open(self, host, port=0, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Connects."""
        self.eof = 0
        if not port:
            port = TELNET_PORT
        self.host = host
        self.port = port
        self.timeout = timeout
        self.sock = socket.create_connection((host, port), timeout)

    def __del__(self):
        self.close()

    def msg(self, msg, *args):
        """Prints a message when debugging."""
        if self.debuglevel > 0:
            print 'Telnet(%s,%s):' % (self.host, self.port),
            print msg % args if args else msg

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def close(self):
        sock = self.sock
        self.sock = 0
        self.eof = 1
        self.iacseq = ''
        self.sb = 0
        if sock:
            sock.close()

    def get_socket(self):
        return self.sock

    def fileno(self):
        return self.sock.fileno()

    def write(self, buffer):
        """Sends data."""
        if IAC in buffer:
            buffer = buffer.replace(IAC, IAC + IAC)
        self.msg("send %r", buffer)
        self.sock.sendall(buffer)

    def _wait_readable(self, timeout):
        """Whether something can be read in time; None: for ever."""
        if self._has_poll:
            poller = select.poll()
            poller.register(self, select.POLLIN | select.POLLPRI)
            return bool(poller.poll(None if timeout is None
                                    else timeout * 1000))
        if timeout is None:
            return bool(select.select([self.fileno()], [], [])[0])
        return bool(select.select([self.fileno()], [], [], timeout)[0])

    def _wait(self, deadline):
        """Waits and reads a piece; false when the time is over."""
        while 1:
            timeout = None
            if deadline is not None:
                timeout = max(deadline - _time(), 0)
            try:
                ready = self._wait_readable(timeout)
            except select.error as e:
                if e.args[0] == errno.EINTR:
                    continue
                raise
            if not ready:
                return False
            self.fill_rawq()
            self.process_rawq()
            return True

    def read_until(self, match, timeout=None):
        """Data up to a text and with it; what is there when time is over or
        the other side has closed."""
        n = len(match)
        deadline = None if timeout is None else _time() + timeout
        self.process_rawq()
        start = 0
        while 1:
            i = self.cookedq.find(match, start)
            if i >= 0:
                i += n
                data = self.cookedq[:i]
                self.cookedq = self.cookedq[i:]
                return data
            start = max(0, len(self.cookedq) - n)
            if self.eof or deadline is not None and _time() >= deadline:
                break
            if not self._wait(deadline):
                break
        return self.read_very_lazy()

    _read_until_with_poll = read_until
    _read_until_with_select = read_until

    def read_all(self):
        """All data until the other side closes."""
        self.process_rawq()
        while not self.eof:
            self.fill_rawq()
            self.process_rawq()
        data = self.cookedq
        self.cookedq = ''
        return data

    def read_some(self):
        """Some data, '' at the end; waits for it."""
        self.process_rawq()
        while not self.cookedq and not self.eof:
            self.fill_rawq()
            self.process_rawq()
        data = self.cookedq
        self.cookedq = ''
        return data

    def read_very_eager(self):
        """What can be had without waiting."""
        self.process_rawq()
        while not self.eof and self.sock_avail():
            self.fill_rawq()
            self.process_rawq()
        return self.read_very_lazy()

    def read_eager(self):
        """The next data that can be had without waiting."""
        self.process_rawq()
        while not self.cookedq and not self.eof and self.sock_avail():
            self.fill_rawq()
            self.process_rawq()
        return self.read_very_lazy()

    def read_lazy(self):
        """What has been read, without looking at the socket."""
        self.process_rawq()
        return self.read_very_lazy()

    def read_very_lazy(self):
        data = self.cookedq
        self.cookedq = ''
        if not data and self.eof and not self.rawq:
            raise EOFError('telnet connection closed')
        return data

    def read_sb_data(self):
        """The data of the last subnegotiation."""
        data = self.sbdataq
        self.sbdataq = ''
        return data

    def set_option_negotiation_callback(self, callback):
        """callback(socket, command, option) is called for each command."""
        self.option_callback = callback

    def process_rawq(self):
        """Moves data from the raw queue to the cooked one."""
        out = ['', '']
        try:
            while self.rawq:
                self._process(self.rawq_getchar(), out)
        except EOFError:
            # Within a command; the rest will come.
            pass
        self.cookedq = self.cookedq + out[0]
        self.sbdataq = self.sbdataq + out[1]

    def _process(self, c, out):
        if not self.iacseq:
            if c == IAC:
                self.iacseq += c
            elif c != theNULL and c != '\021':
                out[self.sb] += c
        elif len(self.iacseq) == 1:
            if c in (DO, DONT, WILL, WONT):
                self.iacseq += c
                return
            self.iacseq = ''
            if c == IAC:
                out[self.sb] += c
                return
            if c == SB:
                self.sb = 1
                self.sbdataq = ''
            elif c == SE:
                self.sb = 0
                self.sbdataq = self.sbdataq + out[1]
                out[1] = ''
            if self.option_callback:
                self.option_callback(self.sock, c, NOOPT)
            else:
                self.msg('IAC %d not recognized' % ord(c))
        elif len(self.iacseq) == 2:
            cmd = self.iacseq[1]
            self.iacseq = ''
            self._option(cmd, c)

    def _option(self, cmd, opt):
        """Answers a command about an option: no."""
        if cmd in (DO, DONT):
            self.msg('IAC %s %d', cmd == DO and 'DO' or 'DONT', ord(opt))
            answer = WONT
        else:
            self.msg('IAC %s %d', cmd == WILL and 'WILL' or 'WONT', ord(opt))
            answer = DONT
        if self.option_callback:
            self.option_callback(self.sock, cmd, opt)
        else:
            self.sock.sendall(IAC + answer + opt)

    def rawq_getchar(self):
        """The next raw character; waits for it."""
        if not self.rawq:
            self.fill_rawq()
            if self.eof:
                raise EOFError
        c = self.rawq[self.irawq]
        self.irawq = self.irawq + 1
        if self.irawq >= len(self.rawq):
            self.rawq = ''
            self.irawq = 0
        return c

    def fill_rawq(self):
        """Reads once."""
        if self.irawq >= len(self.rawq):
            self.rawq = ''
            self.irawq = 0
        buf = self.sock.recv(50)
        self.msg("recv %r", buf)
        self.eof = (not buf)
        self.rawq = self.rawq + buf

    def sock_avail(self):
        """Whether something can be read at once."""
        return self._wait_readable(0)

    def interact(self):
        """Terminal and connection, side by side."""
        if sys.platform == "win32":
            self.mt_interact()
            return
        while 1:
            ready = select.select([self, sys.stdin], [], [])[0]
            if self in ready:
                try:
                    text = self.read_eager()
                except EOFError:
                    print '*** Connection closed by remote host ***'
                    break
                if text:
                    sys.stdout.write(text)
                    sys.stdout.flush()
            if sys.stdin in ready:
                line = sys.stdin.readline()
                if not line:
                    break
                self.write(line)

    def mt_interact(self):
        """The same with two threads."""
        import thread
        thread.start_new_thread(self.listener, ())
        while 1:
            line = sys.stdin.readline()
            if not line:
                break
            self.write(line)

    def listener(self):
        while 1:
            try:
                data = self.read_eager()
            except EOFError:
                print '*** Connection closed by remote host ***'
                return
            if data:
                sys.stdout.write(data)
            else:
                sys.stdout.flush()

    def expect(self, list, timeout=None):
        """(index, match, data) for the first of several patterns that the data
        matches; index -1 and all data when time is over."""
        list = [re.compile(item) if not hasattr(item, "search") else item
                for item in list]
        deadline = None if timeout is None else _time() + timeout
        while 1:
            self.process_rawq()
            for i in range(len(list)):
                m = list[i].search(self.cookedq)
                if m:
                    data = self.cookedq[:m.end()]
                    self.cookedq = self.cookedq[m.end():]
                    return i, m, data
            if self.eof or deadline is not None and _time() >= deadline:
                break
            if not self._wait(deadline):
                break
        data = self.read_very_lazy()
        if not data and self.eof:
            raise EOFError
        return -1, None, data

    _expect_with_poll = expect
    _expect_with_select = expect


def test():
    """telnetlib [-d] ... [host [port]]"""
    debuglevel = 0
    while sys.argv[1:] and sys.argv[1] == '-d':
        debuglevel = debuglevel + 1
        del sys.argv[1]
    host = sys.argv[1] if sys.argv[1:] else 'localhost'
    port = 0
    if sys.argv[2:]:
        try:
            port = int(sys.argv[2])
        except ValueError:
            port = socket.getservbyname(sys.argv[2], 'tcp')
    tn = Telnet()
    tn.set_debuglevel(debuglevel)
    tn.open(host, port, timeout=0.5)
    tn.interact()
    tn.close()


if __name__ == '__main__':
    test()
