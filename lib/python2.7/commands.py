"""Runs shell commands and returns what they print."""

import os

__all__ = ['getstatusoutput', 'getoutput', 'getstatus']


def getstatusoutput(cmd):
    """(exit status as of wait(), output without its last newline)"""
    pipe = os.popen('{ ' + cmd + '; } 2>&1', 'r')
    text = pipe.read()
    status = pipe.close()
    if text.endswith('\n'):
        text = text[:-1]
    return status or 0, text


def getoutput(cmd):
    """What a command prints."""
    return getstatusoutput(cmd)[1]


def getstatus(file):
    """What "ls -ld file" prints."""
    import warnings
    warnings.warn('commands.getstatus() is deprecated', DeprecationWarning, 2)
    return getoutput('ls -ld' + mkarg(file))


def mk2arg(head, x):
    """mkarg() of a file in a folder."""
    return mkarg(os.path.join(head, x))


def mkarg(x):
    """A shell argument, quoted, behind a blank."""
    if "'" not in x:
        return " '" + x + "'"
    quoted = ' "'
    for c in x:
        if c in '\\$"`':
            quoted += '\\'
        quoted += c
    return quoted + '"'
