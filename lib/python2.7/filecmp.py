"""Files and directories compared."""

import os
import stat
from itertools import ifilter, ifilterfalse

__all__ = ["cmp", "dircmp", "cmpfiles"]

_cache = {}
BUFSIZE = 8 * 1024


def cmp(f1, f2, shallow=1):
    """True if two files are the same; shallow trusts size and time."""
    s1 = _sig(os.stat(f1))
    s2 = _sig(os.stat(f2))
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    outcome = _cache.get((f1, f2, s1, s2))
    if outcome is None:
        outcome = _do_cmp(f1, f2)
        if len(_cache) > 100:
            _cache.clear()
        _cache[f1, f2, s1, s2] = outcome
    return outcome


def _sig(st):
    return (stat.S_IFMT(st.st_mode), st.st_size, st.st_mtime)


def _do_cmp(f1, f2):
    with open(f1, 'rb') as fp1:
        with open(f2, 'rb') as fp2:
            while True:
                b1 = fp1.read(BUFSIZE)
                b2 = fp2.read(BUFSIZE)
                if b1 != b2:
                    return False
                if not b1:
                    return True




class dircmp:
    """Two directories; what is in which is worked out when asked for."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        if hide is None:
            self.hide = [os.curdir, os.pardir]
        else:
            self.hide = hide
        if ignore is None:
            self.ignore = ['RCS', 'CVS', 'tags']
        else:
            self.ignore = ignore

    def phase0(self):
        """List both."""
        self.left_list = _filter(os.listdir(self.left),
                                 self.hide + self.ignore)
        self.right_list = _filter(os.listdir(self.right),
                                  self.hide + self.ignore)
        self.left_list.sort()
        self.right_list.sort()

    def phase1(self):
        """Find the names in common."""
        a = dict([(os.path.normcase(x), x) for x in self.left_list])
        b = dict([(os.path.normcase(x), x) for x in self.right_list])
        self.common = map(a.__getitem__, ifilter(b.__contains__, a))
        self.left_only = map(a.__getitem__, ifilterfalse(b.__contains__, a))
        self.right_only = map(b.__getitem__, ifilterfalse(a.__contains__, b))

    def phase2(self):
        """Tell files, directories and others apart."""
        self.common_dirs = []
        self.common_files = []
        self.common_funny = []
        for x in self.common:
            try:
                a_stat = os.stat(os.path.join(self.left, x))
                b_stat = os.stat(os.path.join(self.right, x))
            except os.error:
                self.common_funny.append(x)
                continue
            a_type = stat.S_IFMT(a_stat.st_mode)
            b_type = stat.S_IFMT(b_stat.st_mode)
            if a_type != b_type:
                self.common_funny.append(x)
            elif stat.S_ISDIR(a_type):
                self.common_dirs.append(x)
            elif stat.S_ISREG(a_type):
                self.common_files.append(x)
            else:
                self.common_funny.append(x)

    def phase3(self):
        """Compare the files in common."""
        xx = cmpfiles(self.left, self.right, self.common_files)
        self.same_files, self.diff_files, self.funny_files = xx

    def phase4(self):
        """Compare the directories in common."""
        self.subdirs = {}
        for x in self.common_dirs:
            a_x = os.path.join(self.left, x)
            b_x = os.path.join(self.right, x)
            self.subdirs[x] = dircmp(a_x, b_x, self.ignore, self.hide)

    def phase4_closure(self):
        self.phase4()
        for sd in self.subdirs.itervalues():
            sd.phase4_closure()

    def report(self):
        print 'diff', self.left, self.right
        for title, names in (('Only in ' + self.left, 'left_only'),
                             ('Only in ' + self.right, 'right_only')):
            found = getattr(self, names)
            if found:
                found.sort()
                print title, ':', found
        for title, names in (('Identical files :', 'same_files'),
                             ('Differing files :', 'diff_files'),
                             ('Trouble with common files :', 'funny_files'),
                             ('Common subdirectories :', 'common_dirs'),
                             ('Common funny cases :', 'common_funny')):
            found = getattr(self, names)
            if found:
                found.sort()
                print title, found

    def report_partial_closure(self):
        self.report()
        for sd in self.subdirs.itervalues():
            print
            sd.report()

    def report_full_closure(self):
        self.report()
        for sd in self.subdirs.itervalues():
            print
            sd.report_full_closure()

    methodmap = dict(subdirs=phase4,
                     same_files=phase3, diff_files=phase3, funny_files=phase3,
                     common_dirs=phase2, common_files=phase2,
                     common_funny=phase2,
                     common=phase1, left_only=phase1, right_only=phase1,
                     left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)


def cmpfiles(a, b, common, shallow=1):
    """Compare files of two directories: (same, different, trouble)."""
    res = ([], [], [])
    for x in common:
        ax = os.path.join(a, x)
        bx = os.path.join(b, x)
        res[_cmp(ax, bx, shallow)].append(x)
    return res


def _cmp(a, b, sh):
    try:
        return 0 if cmp(a, b, sh) else 1
    except (os.error, IOError):
        return 2


def _filter(flist, skip):
    return list(ifilterfalse(skip.__contains__, flist))


def demo():
    import sys
    import getopt
    options, args = getopt.getopt(sys.argv[1:], 'r')
    if len(args) != 2:
        raise getopt.GetoptError('need exactly two args', None)
    dd = dircmp(args[0], args[1])
    if ('-r', '') in options:
        dd.report_full_closure()
    else:
        dd.report()


if __name__ == '__main__':
    demo()
