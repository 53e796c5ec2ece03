"""Other programs run as children, with pipes to them and from them."""

import sys
import os
import errno
import gc
import select
import signal
import traceback
import types
import fcntl
import pickle

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "check_output",
           "CalledProcessError"]

mswindows = False
_has_poll = hasattr(select, 'poll')
# So many bytes can be written to a pipe at once without waiting.
_PIPE_BUF = getattr(select, 'PIPE_BUF', 512)

try:
    MAXFD = os.sysconf("SC_OPEN_MAX")
except Exception:
    MAXFD = 256


class CalledProcessError(Exception):
    """A child exited with another status than 0."""

    def __init__(self, returncode, cmd, output=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d" % (
            self.cmd, self.returncode)


# Children whose Popen is gone before they were; collected when the next
# child is started.
_active = []


def _cleanup():
    for inst in _active[:]:
        res = inst._internal_poll(_deadstate=sys.maxint)
        if res is not None:
            try:
                _active.remove(inst)
            except ValueError:
                # Another thread was quicker.
                pass


PIPE = -1
STDOUT = -2


def _eintr_retry_call(func, *args):
    """Call again if a signal came between."""
    while True:
        try:
            return func(*args)
        except (OSError, IOError) as e:
            if e.errno == errno.EINTR:
                continue
            raise


def _args_from_interpreter_flags():
    """The options that give another interpreter our flags."""
    flag_opt_map = {'debug': 'd', 'dont_write_bytecode': 'B',
                    'no_user_site': 's', 'no_site': 'S',
                    'ignore_environment': 'E', 'verbose': 'v',
                    'bytes_warning': 'b', 'py3k_warning': '3'}
    args = []
    for flag, opt in flag_opt_map.items():
        v = getattr(sys.flags, flag, 0)
        if v > 0:
            args.append('-' + opt * v)
    if getattr(sys.flags, 'hash_randomization') != 0:
        args.append('-R')
    for opt in sys.warnoptions:
        args.append('-W' + opt)
    return args


def call(*popenargs, **kwargs):
    """Run a command and wait; returns its status."""
    return Popen(*popenargs, **kwargs).wait()


def check_call(*popenargs, **kwargs):
    """Run a command and wait; CalledProcessError unless it returns 0."""
    retcode = call(*popenargs, **kwargs)
    if retcode:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd)
    return 0


def check_output(*popenargs, **kwargs):
    """Run a command; returns what it prints."""
    if 'stdout' in kwargs:
        raise ValueError('stdout argument not allowed, it will be '
                         'overridden.')
    process = Popen(stdout=PIPE, *popenargs, **kwargs)
    output, unused_err = process.communicate()
    retcode = process.poll()
    if retcode:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd, output=output)
    return output


def list2cmdline(seq):
    """Join arguments as the C library of Windows takes them apart."""
    result = []
    for arg in seq:
        bs_buf = []
        if result:
            result.append(' ')
        needquote = " " in arg or "\t" in arg or not arg
        if needquote:
            result.append('"')
        for c in arg:
            if c == '\\':
                # What they mean depends on what follows.
                bs_buf.append(c)
            elif c == '"':
                result.append('\\' * len(bs_buf) * 2)
                bs_buf = []
                result.append('\\"')
            else:
                if bs_buf:
                    result.extend(bs_buf)
                    bs_buf = []
                result.append(c)
        if bs_buf:
            result.extend(bs_buf)
        if needquote:
            result.extend(bs_buf)
            result.append('"')
    return ''.join(result)


class Popen(object):
    """A child; its attributes stdin, stdout and stderr are pipes if PIPE was
    asked for, and returncode is None until it is known."""

    _child_created = False

    def __init__(self, args, bufsize=0, executable=None, stdin=None,
                 stdout=None, stderr=None, preexec_fn=None, close_fds=False,
                 shell=False, cwd=None, env=None, universal_newlines=False,
                 startupinfo=None, creationflags=0):
        _cleanup()
        if not isinstance(bufsize, (int, long)):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows "
                             "platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows "
                             "platforms")
        self.stdin = None
        self.stdout = None
        self.stderr = None
        self.pid = None
        self.returncode = None
        self.universal_newlines = universal_newlines
        (p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite), to_close = \
            self._get_handles(stdin, stdout, stderr)
        try:
            self._execute_child(args, executable, preexec_fn, close_fds, cwd,
                                env, universal_newlines, startupinfo,
                                creationflags, shell, to_close, p2cread,
                                p2cwrite, c2pread, c2pwrite, errread,
                                errwrite)
        except Exception:
            # Leave no descriptors behind; the first error is what counts.
            exc_type, exc_value, exc_trace = sys.exc_info()
            for fd in to_close:
                try:
                    os.close(fd)
                except EnvironmentError:
                    pass
            raise exc_type, exc_value, exc_trace
        if p2cwrite is not None:
            self.stdin = os.fdopen(p2cwrite, 'wb', bufsize)
        mode = 'rU' if universal_newlines else 'rb'
        if c2pread is not None:
            self.stdout = os.fdopen(c2pread, mode, bufsize)
        if errread is not None:
            self.stderr = os.fdopen(errread, mode, bufsize)

    def _translate_newlines(self, data):
        data = data.replace("\r\n", "\n")
        return data.replace("\r", "\n")

    def __del__(self, _maxint=sys.maxint):
        # The child may not have been waited for.
        if not self._child_created:
            return
        self._internal_poll(_deadstate=_maxint)
        if self.returncode is None and _active is not None:
            _active.append(self)

    def communicate(self, input=None):
        """Write input to stdin and read all output: (stdout, stderr)."""
        # With one pipe at most nobody can wait for us in vain.
        if [self.stdin, self.stdout, self.stderr].count(None) >= 2:
            stdout = None
            stderr = None
            if self.stdin:
                if input:
                    try:
                        self.stdin.write(input)
                    except IOError as e:
                        if e.errno != errno.EPIPE and e.errno != errno.EINVAL:
                            raise
                self.stdin.close()
            elif self.stdout:
                stdout = _eintr_retry_call(self.stdout.read)
                self.stdout.close()
            elif self.stderr:
                stderr = _eintr_retry_call(self.stderr.read)
                self.stderr.close()
            self.wait()
            return (stdout, stderr)
        return self._communicate(input)

    def poll(self):
        """The status if the child has ended, or None."""
        return self._internal_poll()

    def _get_handles(self, stdin, stdout, stderr):
        """The descriptors of both ends, and those that failure closes."""
        to_close = set()
        p2cread, p2cwrite = None, None
        c2pread, c2pwrite = None, None
        errread, errwrite = None, None
        if stdin is None:
            pass
        elif stdin == PIPE:
            p2cread, p2cwrite = self.pipe_cloexec()
            to_close.update((p2cread, p2cwrite))
        elif isinstance(stdin, int):
            p2cread = stdin
        else:
            p2cread = stdin.fileno()
        if stdout is None:
            pass
        elif stdout == PIPE:
            c2pread, c2pwrite = self.pipe_cloexec()
            to_close.update((c2pread, c2pwrite))
        elif isinstance(stdout, int):
            c2pwrite = stdout
        else:
            c2pwrite = stdout.fileno()
        if stderr is None:
            pass
        elif stderr == PIPE:
            errread, errwrite = self.pipe_cloexec()
            to_close.update((errread, errwrite))
        elif stderr == STDOUT:
            if c2pwrite is not None:
                errwrite = c2pwrite
            else:
                # The child's stdout is ours.
                errwrite = sys.__stdout__.fileno()
        elif isinstance(stderr, int):
            errwrite = stderr
        else:
            errwrite = stderr.fileno()
        return (p2cread, p2cwrite, c2pread, c2pwrite, errread,
                errwrite), to_close

    def _set_cloexec_flag(self, fd, cloexec=True):
        flag = getattr(fcntl, 'FD_CLOEXEC', 1)
        old = fcntl.fcntl(fd, fcntl.F_GETFD)
        if cloexec:
            fcntl.fcntl(fd, fcntl.F_SETFD, old | flag)
        else:
            fcntl.fcntl(fd, fcntl.F_SETFD, old & ~flag)

    def pipe_cloexec(self):
        """A pipe that programs started later do not get."""
        r, w = os.pipe()
        self._set_cloexec_flag(r)
        self._set_cloexec_flag(w)
        return r, w

    def _close_fds(self, but):
        os.closerange(3, but)
        os.closerange(but + 1, MAXFD)

    def _execute_child(self, args, executable, preexec_fn, close_fds, cwd,
                       env, universal_newlines, startupinfo, creationflags,
                       shell, to_close, p2cread, p2cwrite, c2pread, c2pwrite,
                       errread, errwrite):
        if isinstance(args, types.StringTypes):
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]

        def _close_in_parent(fd):
            os.close(fd)
            to_close.remove(fd)

        # An exception in the child comes back through this pipe; a program
        # that starts closes it.
        errpipe_read, errpipe_write = self.pipe_cloexec()
        try:
            try:
                gc_was_enabled = gc.isenabled()
                # Finalisers should not run twice, in parent and child.
                gc.disable()
                try:
                    self.pid = os.fork()
                except:
                    if gc_was_enabled:
                        gc.enable()
                    raise
                self._child_created = True
                if self.pid == 0:
                    self._child(args, executable, preexec_fn, close_fds, cwd,
                                env, p2cread, p2cwrite, c2pread, c2pwrite,
                                errread, errwrite, errpipe_read,
                                errpipe_write)
                if gc_was_enabled:
                    gc.enable()
            finally:
                os.close(errpipe_write)
            data = _eintr_retry_call(os.read, errpipe_read, 1048576)
            pickle_bits = []
            while data:
                pickle_bits.append(data)
                data = _eintr_retry_call(os.read, errpipe_read, 1048576)
            data = "".join(pickle_bits)
        finally:
            if p2cread is not None and p2cwrite is not None:
                _close_in_parent(p2cread)
            if c2pwrite is not None and c2pread is not None:
                _close_in_parent(c2pwrite)
            if errwrite is not None and errread is not None:
                _close_in_parent(errwrite)
            os.close(errpipe_read)
        if data != "":
            try:
                _eintr_retry_call(os.waitpid, self.pid, 0)
            except OSError as e:
                if e.errno != errno.ECHILD:
                    raise
            child_exception = pickle.loads(data)
            raise child_exception

    def _child(self, args, executable, preexec_fn, close_fds, cwd, env,
               p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
               errpipe_read, errpipe_write):
        """What the child does until its program starts; never returns."""
        try:
            if p2cwrite is not None:
                os.close(p2cwrite)
            if c2pread is not None:
                os.close(c2pread)
            if errread is not None:
                os.close(errread)
            os.close(errpipe_read)
            # Descriptors that are in the way of 1 and 2 move first.
            if c2pwrite == 0:
                c2pwrite = os.dup(c2pwrite)
            if errwrite == 0 or errwrite == 1:
                errwrite = os.dup(errwrite)

            def _dup2(a, b):
                if a == b:
                    # dup2() would do nothing, not even drop the flag.
                    self._set_cloexec_flag(a, False)
                elif a is not None:
                    os.dup2(a, b)

            _dup2(p2cread, 0)
            _dup2(c2pwrite, 1)
            _dup2(errwrite, 2)
            closed = {None}
            for fd in [p2cread, c2pwrite, errwrite]:
                if fd not in closed and fd > 2:
                    os.close(fd)
                    closed.add(fd)
            if cwd is not None:
                os.chdir(cwd)
            if preexec_fn:
                preexec_fn()
            if close_fds:
                self._close_fds(but=errpipe_write)
            if env is None:
                os.execvp(executable, args)
            else:
                os.execvpe(executable, args, env)
        except:
            exc_type, exc_value, tb = sys.exc_info()
            exc_lines = traceback.format_exception(exc_type, exc_value, tb)
            exc_value.child_traceback = ''.join(exc_lines)
            os.write(errpipe_write, pickle.dumps(exc_value))
        # Not exit(): handlers and buffers are the parent's.
        os._exit(255)

    def _handle_exitstatus(self, sts, _WIFSIGNALED=os.WIFSIGNALED,
                           _WTERMSIG=os.WTERMSIG, _WIFEXITED=os.WIFEXITED,
                           _WEXITSTATUS=os.WEXITSTATUS,
                           _WIFSTOPPED=os.WIFSTOPPED,
                           _WSTOPSIG=os.WSTOPSIG):
        # The defaults are still there when modules are taken down.
        if _WIFSIGNALED(sts):
            self.returncode = -_WTERMSIG(sts)
        elif _WIFEXITED(sts):
            self.returncode = _WEXITSTATUS(sts)
        elif _WIFSTOPPED(sts):
            self.returncode = -_WSTOPSIG(sts)
        else:
            raise RuntimeError("Unknown child exit status!")

    def _internal_poll(self, _deadstate=None, _waitpid=os.waitpid,
                       _WNOHANG=os.WNOHANG, _os_error=os.error,
                       _ECHILD=errno.ECHILD):
        if self.returncode is None:
            try:
                pid, sts = _waitpid(self.pid, _WNOHANG)
                if pid == self.pid:
                    self._handle_exitstatus(sts)
            except _os_error as e:
                if _deadstate is not None:
                    self.returncode = _deadstate
                elif e.errno == _ECHILD:
                    # Somebody else has waited for it; the status is lost.
                    self.returncode = 0
        return self.returncode

    def wait(self):
        """Wait for the child to end; returns its status."""
        while self.returncode is None:
            try:
                pid, sts = _eintr_retry_call(os.waitpid, self.pid, 0)
            except OSError as e:
                if e.errno != errno.ECHILD:
                    raise
                pid = self.pid
                sts = 0
            if pid == self.pid:
                self._handle_exitstatus(sts)
        return self.returncode

    def _communicate(self, input):
        if self.stdin:
            # What the program wrote before goes first.
            self.stdin.flush()
            if not input:
                self.stdin.close()
        if _has_poll:
            stdout, stderr = self._communicate_with_poll(input)
        else:
            stdout, stderr = self._communicate_with_select(input)
        if stdout is not None:
            stdout = ''.join(stdout)
        if stderr is not None:
            stderr = ''.join(stderr)
        if self.universal_newlines and hasattr(file, 'newlines'):
            if stdout:
                stdout = self._translate_newlines(stdout)
            if stderr:
                stderr = self._translate_newlines(stderr)
        self.wait()
        return (stdout, stderr)

    def _communicate_with_poll(self, input):
        stdout = None
        stderr = None
        fd2file = {}
        fd2output = {}
        poller = select.poll()

        def register_and_append(file_obj, eventmask):
            poller.register(file_obj.fileno(), eventmask)
            fd2file[file_obj.fileno()] = file_obj

        def close_unregister_and_remove(fd):
            poller.unregister(fd)
            fd2file[fd].close()
            fd2file.pop(fd)

        if self.stdin and input:
            register_and_append(self.stdin, select.POLLOUT)
        select_POLLIN_POLLPRI = select.POLLIN | select.POLLPRI
        if self.stdout:
            register_and_append(self.stdout, select_POLLIN_POLLPRI)
            fd2output[self.stdout.fileno()] = stdout = []
        if self.stderr:
            register_and_append(self.stderr, select_POLLIN_POLLPRI)
            fd2output[self.stderr.fileno()] = stderr = []
        input_offset = 0
        while fd2file:
            try:
                ready = poller.poll()
            except select.error as e:
                if e.args[0] == errno.EINTR:
                    continue
                raise
            for fd, mode in ready:
                if mode & select.POLLOUT:
                    chunk = input[input_offset:input_offset + _PIPE_BUF]
                    try:
                        input_offset += os.write(fd, chunk)
                    except OSError as e:
                        if e.errno == errno.EPIPE:
                            close_unregister_and_remove(fd)
                        else:
                            raise
                    else:
                        if input_offset >= len(input):
                            close_unregister_and_remove(fd)
                elif mode & select_POLLIN_POLLPRI:
                    data = os.read(fd, 4096)
                    if not data:
                        close_unregister_and_remove(fd)
                    fd2output[fd].append(data)
                else:
                    close_unregister_and_remove(fd)
        return (stdout, stderr)

    def _communicate_with_select(self, input):
        read_set = []
        write_set = []
        stdout = None
        stderr = None
        if self.stdin and input:
            write_set.append(self.stdin)
        if self.stdout:
            read_set.append(self.stdout)
            stdout = []
        if self.stderr:
            read_set.append(self.stderr)
            stderr = []
        input_offset = 0
        while read_set or write_set:
            try:
                rlist, wlist, xlist = select.select(read_set, write_set, [])
            except select.error as e:
                if e.args[0] == errno.EINTR:
                    continue
                raise
            if self.stdin in wlist:
                chunk = input[input_offset:input_offset + _PIPE_BUF]
                try:
                    bytes_written = os.write(self.stdin.fileno(), chunk)
                except OSError as e:
                    if e.errno != errno.EPIPE:
                        raise
                    self.stdin.close()
                    write_set.remove(self.stdin)
                else:
                    input_offset += bytes_written
                    if input_offset >= len(input):
                        self.stdin.close()
                        write_set.remove(self.stdin)
            for stream, parts in ((self.stdout, stdout),
                                  (self.stderr, stderr)):
                if stream in rlist:
                    data = os.read(stream.fileno(), 1024)
                    if data == "":
                        stream.close()
                        read_set.remove(stream)
                    parts.append(data)
        return (stdout, stderr)

    def send_signal(self, sig):
        os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)
