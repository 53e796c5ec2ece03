"""Programs found and run."""

import os
import sys

from distutils.errors import DistutilsPlatformError, DistutilsExecError
from distutils import log


def spawn(cmd, search_path=1, verbose=0, dry_run=0):
    """Runs a program and waits for it; DistutilsExecError if it fails."""
    cmd = list(cmd)
    log.info(' '.join(cmd))
    if dry_run:
        return
    executable = cmd[0]
    pid = os.fork()
    if pid == 0:
        try:
            if search_path:
                os.execvp(executable, cmd)
            else:
                os.execv(executable, cmd)
        except OSError, e:
            sys.stderr.write("unable to execute %r: %s\n" %
                             (executable, e.strerror))
            os._exit(1)
    while 1:
        try:
            pid, status = os.waitpid(pid, 0)
        except OSError, exc:
            import errno
            if exc.errno == errno.EINTR:
                continue
            raise DistutilsExecError("command %r failed: %s" %
                                     (executable, exc[-1]))
        if os.WIFSIGNALED(status):
            raise DistutilsExecError("command %r terminated by signal %d" %
                                     (executable, os.WTERMSIG(status)))
        if os.WIFEXITED(status):
            exit_status = os.WEXITSTATUS(status)
            if exit_status == 0:
                return
            raise DistutilsExecError("command %r failed with exit status %d" %
                                     (executable, exit_status))
        if not os.WIFSTOPPED(status):
            raise DistutilsExecError("unknown error executing %r: "
                                     "termination status %d" %
                                     (executable, status))


def find_executable(executable, path=None):
    """The file that a command stands for along PATH, or None."""
    base, ext = os.path.splitext(executable)
    if (sys.platform == 'win32' or os.name == 'os2') and ext != '.exe':
        executable = executable + '.exe'
    if os.path.isfile(executable):
        return executable
    if path is None:
        path = os.environ.get('PATH', None)
        if path is None:
            try:
                path = os.confstr("CS_PATH")
            except (AttributeError, ValueError):
                path = os.defpath
    if not path:
        return None
    for p in path.split(os.pathsep):
        f = os.path.join(p, executable)
        if os.path.isfile(f):
            return f
    return None
