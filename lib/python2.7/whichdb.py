"""Which kind of database a file is."""

import os
import struct

try:
    import dbm
    _dbmerror = dbm.error
except ImportError:
    dbm = None
    _dbmerror = IOError


def whichdb(filename):
    """The name of the module for a file; '' if unknown, None if unreadable."""
    # dbm makes two files.
    try:
        f = open(filename + os.extsep + "pag", "rb")
        f.close()
        f = open(filename + os.extsep + "dir", "rb")
        f.close()
        return "dbm"
    except IOError:
        # Some implementations make one with another name.
        try:
            f = open(filename + os.extsep + "db", "rb")
            f.close()
            if dbm is not None:
                d = dbm.open(filename)
                d.close()
                return "dbm"
        except (IOError, _dbmerror):
            pass
    # dumbdbm: a directory of repr()s beside the data.
    try:
        os.stat(filename + os.extsep + "dat")
        size = os.stat(filename + os.extsep + "dir").st_size
        if size == 0:
            return "dumbdbm"
        f = open(filename + os.extsep + "dir", "rb")
        try:
            if f.read(1) in ("'", '"'):
                return "dumbdbm"
        finally:
            f.close()
    except (OSError, IOError):
        pass
    try:
        f = open(filename, "rb")
    except IOError:
        return None
    s16 = f.read(16)
    f.close()
    s = s16[0:4]
    if len(s) != 4:
        return ""
    magic = struct.unpack("=l", s)[0] if struct.calcsize("=l") == 4 else 0
    if magic in (0x13579ace, 0x13579acd, 0x13579acf):
        return "gdbm"
    if magic in (0x00061561, 0x61150600):
        return "bsddb185"
    try:
        magic = struct.unpack("=l", s16[-4:])[0]
    except struct.error:
        return ""
    if magic in (0x00061561, 0x61150600):
        return "dbhash"
    return ""


if __name__ == "__main__":
    import sys
    for filename in sys.argv[1:]:
        print whichdb(filename) or "UNKNOWN", filename
