"""Finding libraries by their names."""

import os
import re


def _from_cache(name):
    """The file name that the linker's cache has for a library."""
    pattern = re.compile(r'\s+(lib%s\.[^\s]+)\s+\(([^)]*)\)'
                         % re.escape(name))
    f = os.popen('LC_ALL=C LANG=C /sbin/ldconfig -p 2>/dev/null')
    try:
        for line in f:
            m = pattern.match(line)
            if m and 'x86-64' in m.group(2):
                return m.group(1)
    finally:
        f.close()
    return None


def _from_folders(name):
    for folder in ('/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu',
                   '/lib64', '/usr/lib64', '/lib', '/usr/lib'):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for candidate in names:
            if re.match(r'lib%s\.so\.\d' % re.escape(name), candidate):
                return candidate
    return None


def find_library(name):
    """The file name of a library as CDLL takes it, None if there is none."""
    return _from_cache(name) or _from_folders(name)
