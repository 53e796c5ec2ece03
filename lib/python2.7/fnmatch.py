"""File names matched with shell patterns: * ? [seq] [!seq]."""

import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_cache = {}
_MAXCACHE = 100


def _purge():
    _cache.clear()


def _matcher(pat):
    """The match method of a pattern's regular expression, kept for next time."""
    match = _cache.get(pat)
    if match is None:
        compiled = re.compile(translate(pat))
        if len(_cache) >= _MAXCACHE:
            _cache.clear()
        match = _cache[pat] = compiled.match
    return match


def fnmatch(name, pat):
    """True if a name matches, by the system's rules for case."""
    import os
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    """List the names that match."""
    import os
    match = _matcher(os.path.normcase(pat))
    normcase = os.path.normcase
    return [name for name in names if match(normcase(name))]


def fnmatchcase(name, pat):
    """True if a name matches; upper and lower case differ."""
    return _matcher(pat)(name) is not None


def translate(pat):
    """Turn a shell pattern into a regular expression."""
    out = []
    i = 0
    n = len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            out.append('.*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            # A ']' that comes first is one of the characters.
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            j = pat.find(']', j)
            if j < 0:
                out.append('\\[')
                continue
            stuff = pat[i:j].replace('\\', '\\\\')
            i = j + 1
            if stuff[0] == '!':
                stuff = '^' + stuff[1:]
            elif stuff[0] == '^':
                stuff = '\\' + stuff
            out.append('[%s]' % stuff)
        else:
            out.append(re.escape(c))
    return ''.join(out) + '\\Z(?ms)'
