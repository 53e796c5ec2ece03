"""Writes .pyc files.

There is no bytecode: what marshal writes for a code object is the source text,
which importing the file compiles again."""

import imp
import marshal
import os
import sys
import traceback
import __builtin__

__all__ = ["compile", "main", "PyCompileError"]

MAGIC = imp.get_magic()


class PyCompileError(Exception):
    """What is wrong in a file: exc_type_name, exc_value, file, msg."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        exc_type_name = exc_type.__name__
        if exc_type is SyntaxError:
            tbtext = ''.join(traceback.format_exception_only(exc_type,
                                                             exc_value))
            errmsg = tbtext.replace('File "<string>"', 'File "%s"' % file)
        else:
            errmsg = "Sorry: %s: %s" % (exc_type_name, exc_value)
        Exception.__init__(self, msg or errmsg, exc_type_name, exc_value, file)
        self.exc_type_name = exc_type_name
        self.exc_value = exc_value
        self.file = file
        self.msg = msg or errmsg

    def __str__(self):
        return self.msg


def wr_long(f, x):
    """A number of four bytes, low ones first."""
    f.write(''.join([chr(x >> shift & 0xff) for shift in (0, 8, 16, 24)]))


def compile(file, cfile=None, dfile=None, doraise=False):
    """Writes cfile; errors go to stderr, or are raised as PyCompileError."""
    with open(file, 'U') as f:
        timestamp = long(os.fstat(f.fileno()).st_mtime)
        codestring = f.read()
    try:
        code = __builtin__.compile(codestring, dfile or file, 'exec')
    except Exception, err:
        py_exc = PyCompileError(err.__class__, err, dfile or file)
        if doraise:
            raise py_exc
        sys.stderr.write(py_exc.msg + '\n')
        return
    if cfile is None:
        cfile = file + ('c' if __debug__ else 'o')
    with open(cfile, 'wb') as fc:
        # The magic number comes last: the file is whole then.
        fc.write('\0\0\0\0')
        wr_long(fc, timestamp)
        marshal.dump(code, fc)
        fc.flush()
        fc.seek(0, 0)
        fc.write(MAGIC)


def main(args=None):
    """Compiles several files, '-' for names on stdin; the exit code."""
    if args is None:
        args = sys.argv[1:]
    rv = 0
    if args == ['-']:
        args = [line.rstrip('\n') for line in sys.stdin]
    for filename in args:
        try:
            compile(filename, doraise=True)
        except PyCompileError as error:
            rv = 1
            sys.stderr.write("%s\n" % error.msg)
        except IOError as error:
            rv = 1
            sys.stderr.write("%s\n" % error)
    return rv


if __name__ == "__main__":
    sys.exit(main())
