"""Writes the .pyc files of all source files below folders; see py_compile."""

import imp
import os
import py_compile
import struct
import sys

__all__ = ["compile_dir", "compile_file", "compile_path"]


def compile_dir(dir, maxlevels=10, ddir=None, force=0, rx=None, quiet=0):
    """1 if all files are right, else 0."""
    if not quiet:
        print 'Listing', dir, '...'
    try:
        names = os.listdir(dir)
    except os.error:
        print "Can't list", dir
        names = []
    names.sort()
    success = 1
    for name in names:
        fullname = os.path.join(dir, name)
        dfile = os.path.join(ddir, name) if ddir is not None else None
        if not os.path.isdir(fullname):
            if not compile_file(fullname, ddir, force, rx, quiet):
                success = 0
        elif maxlevels > 0 and name != os.curdir and name != os.pardir and \
                not os.path.islink(fullname):
            if not compile_dir(fullname, maxlevels - 1, dfile, force, rx,
                               quiet):
                success = 0
    return success


def _is_current(fullname):
    """Is there a compiled file of just this source?"""
    try:
        mtime = int(os.stat(fullname).st_mtime)
        with open(fullname + ('c' if __debug__ else 'o'), 'rb') as f:
            return f.read(8) == struct.pack('<4sl', imp.get_magic(), mtime)
    except (IOError, struct.error):
        return False


def compile_file(fullname, ddir=None, force=0, rx=None, quiet=0):
    """1 if the file is right or none of ours, else 0."""
    name = os.path.basename(fullname)
    dfile = os.path.join(ddir, name) if ddir is not None else None
    if rx is not None and rx.search(fullname):
        return 1
    if not os.path.isfile(fullname) or name[-3:] != '.py':
        return 1
    if not force and _is_current(fullname):
        return 1
    if not quiet:
        print 'Compiling', fullname, '...'
    try:
        py_compile.compile(fullname, None, dfile, True)
    except py_compile.PyCompileError, err:
        if quiet:
            print 'Compiling', fullname, '...'
        print err.msg
        return 0
    except IOError, e:
        print "Sorry", e
        return 0
    return 1


def compile_path(skip_curdir=1, maxlevels=0, force=0, quiet=0):
    """The folders of sys.path."""
    success = 1
    for dir in sys.path:
        if (not dir or dir == os.curdir) and skip_curdir:
            print 'Skipping current directory'
        else:
            success = success and compile_dir(dir, maxlevels, None, force,
                                              quiet=quiet)
    return success


def main():
    """compileall [-l] [-f] [-q] [-x REGEX] [FOLDER or FILE]..."""
    import getopt
    try:
        opts, args = getopt.getopt(sys.argv[1:], 'lfqd:x:i:')
    except getopt.error, msg:
        print msg
        sys.exit(2)
    maxlevels, force, quiet, ddir, rx = 10, 0, 0, None, None
    for o, a in opts:
        if o == '-l':
            maxlevels = 0
        elif o == '-f':
            force = 1
        elif o == '-q':
            quiet = 1
        elif o == '-d':
            ddir = a
        elif o == '-x':
            import re
            rx = re.compile(a)
        elif o == '-i':
            args += [line.strip() for line in open(a)]
    success = 1
    if not args:
        return compile_path(force=force, quiet=quiet)
    for arg in args:
        if os.path.isdir(arg):
            ok = compile_dir(arg, maxlevels, ddir, force, rx, quiet)
        else:
            ok = compile_file(arg, ddir, force, rx, quiet)
        success = success and ok
    return success


if __name__ == '__main__':
    sys.exit(int(not main()))
