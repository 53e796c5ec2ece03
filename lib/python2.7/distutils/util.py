"""Small tools of distutils."""

from __future__ import absolute_import

import os
import re
import string
import sys

from distutils.errors import DistutilsPlatformError
from distutils.spawn import spawn
from distutils import log


def get_platform():
    """The system and machine, as "linux-x86_64"."""
    import sysconfig
    return sysconfig.get_platform()


def convert_path(pathname):
    """A path with slashes as one of this system."""
    if os.sep == '/' or not pathname:
        return pathname
    if pathname[0] == '/':
        raise ValueError("path '%s' cannot be absolute" % pathname)
    if pathname[-1] == '/':
        raise ValueError("path '%s' cannot end with '/'" % pathname)
    paths = [p for p in pathname.split('/') if p != '.']
    return os.path.join(*paths) if paths else os.curdir


def change_root(new_root, pathname):
    """A path below another root."""
    if os.name != 'posix':
        raise DistutilsPlatformError(
            "nothing known about platform '%s'" % os.name)
    if not os.path.isabs(pathname):
        return os.path.join(new_root, pathname)
    return os.path.join(new_root, pathname[1:])


_environ_checked = 0


def check_environ():
    """Sees to it that HOME and PLAT are set."""
    global _environ_checked
    if _environ_checked:
        return
    if os.name == 'posix' and 'HOME' not in os.environ:
        try:
            import pwd
            os.environ['HOME'] = pwd.getpwuid(os.getuid())[5]
        except (ImportError, KeyError):
            pass
    if 'PLAT' not in os.environ:
        os.environ['PLAT'] = get_platform()
    _environ_checked = 1


def subst_vars(s, local_vars):
    """$NAME replaced from a mapping or the environment."""
    check_environ()

    def value(match):
        name = match.group(1)
        if name in local_vars:
            return str(local_vars[name])
        return os.environ[name]
    try:
        return re.sub(r'\$([a-zA-Z_][a-zA-Z_0-9]*)', value, s)
    except KeyError, var:
        raise ValueError, "invalid variable '$%s'" % var


def grok_environment_error(exc, prefix="error: "):
    """The text of an OSError or IOError."""
    return prefix + str(exc)


_quoted_re = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")


def split_quoted(s):
    """The words of a command line: quotes hold blanks together."""
    words = []
    word = None
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        if c.isspace():
            if word is not None:
                words.append(word)
                word = None
            i += 1
        elif c == '\\' and i + 1 < n:
            word = (word or '') + s[i + 1]
            i += 2
        elif c in '\'"':
            m = _quoted_re.match(s, i)
            if m is None:
                raise ValueError("bad string (mismatched %s quotes?)"
                                 % {"'": 'single', '"': 'double'}[c])
            word = (word or '') + m.group(0)[1:-1]
            i = m.end()
        else:
            word = (word or '') + c
            i += 1
    if word is not None:
        words.append(word)
    return words


def execute(func, args, msg=None, verbose=0, dry_run=0):
    """Calls a function, unless it is a dry run."""
    if msg is None:
        msg = "%s%r" % (func.__name__, args)
        if msg[-2:] == ',)':
            msg = msg[0:-2] + ')'
    log.info(msg)
    if not dry_run:
        func(*args)


def strtobool(val):
    """1 for yes and the like, 0 for no."""
    val = val.lower()
    if val in ('y', 'yes', 't', 'true', 'on', '1'):
        return 1
    if val in ('n', 'no', 'f', 'false', 'off', '0'):
        return 0
    raise ValueError("invalid truth value %r" % (val,))


def byte_compile(py_files, optimize=0, force=0, prefix=None, base_dir=None,
                 verbose=1, dry_run=0, direct=None):
    """Nothing: there is no bytecode here."""


def rfc822_escape(header):
    """A text as the body of a header."""
    lines = [line.strip() for line in header.split('\n')]
    return ('\n' + 8 * ' ').join(lines)
