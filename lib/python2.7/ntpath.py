"""os.path of Windows: paths as they are written there, on any system."""

import genericpath
import os
import stat
import sys
import warnings

from genericpath import (commonprefix, exists, getatime, getctime, getmtime,
                         getsize, isdir, isfile, _unicode)

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext",
           "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "walk", "expanduser", "expandvars", "normpath",
           "abspath", "splitunc", "curdir", "pardir", "sep", "pathsep",
           "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath"]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '\\'
pathsep = ';'
altsep = '/'
defpath = '.;C:\\bin'
devnull = 'nul'


def normcase(s):
    """Lower case, backslashes."""
    return s.replace("/", "\\").lower()


def isabs(s):
    s = splitdrive(s)[1]
    return s != '' and s[:1] in '/\\'


def join(path, *paths):
    """One path behind the other; an absolute one starts anew on its drive."""
    result_drive, result_path = splitdrive(path)
    for p in paths:
        p_drive, p_path = splitdrive(p)
        if p_path and p_path[0] in '\\/':
            if p_drive or not result_drive:
                result_drive = p_drive
            result_path = p_path
            continue
        if p_drive and p_drive != result_drive:
            if p_drive.lower() != result_drive.lower():
                # Another drive: what stood before does not count.
                result_drive = p_drive
                result_path = p_path
                continue
            result_drive = p_drive
        if result_path and result_path[-1] not in '\\/':
            result_path = result_path + '\\'
        result_path = result_path + p_path
    if result_path and result_path[0] not in '\\/' and result_drive and \
            result_drive[-1:] != ':':
        # \\machine\share needs a separator.
        return result_drive + sep + result_path
    return result_drive + result_path


def splitdrive(p):
    """(drive or \\\\machine\\share, rest)"""
    if len(p) > 1:
        normp = p.replace(altsep, sep)
        if normp[0:2] == sep * 2 and normp[2:3] != sep:
            index = normp.find(sep, 2)
            if index == -1:
                return '', p
            index2 = normp.find(sep, index + 1)
            # Two separators in a row are no share.
            if index2 == index + 1:
                return '', p
            if index2 == -1:
                index2 = len(p)
            return p[:index2], p[index2:]
        if normp[1] == ':':
            return p[:2], p[2:]
    return '', p


def splitunc(p):
    """(\\\\machine\\share, rest)"""
    if p[1:2] == ':':
        return '', p
    firstTwo = p[0:2]
    if firstTwo == '//' or firstTwo == '\\\\':
        normp = p.replace('\\', '/')
        index = normp.find('/', 2)
        if index <= 2:
            return '', p
        index2 = normp.find('/', index + 1)
        if index2 == index + 1:
            return '', p
        if index2 == -1:
            index2 = len(p)
        return p[:index2], p[index2:]
    return '', p


def split(p):
    """(all before the last name, the last name)"""
    d, p = splitdrive(p)
    i = len(p)
    while i and p[i - 1] not in '/\\':
        i = i - 1
    head, tail = p[:i], p[i:]
    return d + (head.rstrip('/\\') or head), tail


def splitext(p):
    return genericpath._splitext(p, sep, altsep, extsep)


splitext.__doc__ = genericpath._splitext.__doc__


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def islink(path):
    return False


lexists = exists


def ismount(path):
    """The root of a drive or share."""
    unc, rest = splitunc(path)
    if unc:
        return rest in ("", "/", "\\")
    p = splitdrive(path)[1]
    return len(p) == 1 and p[0] in '/\\'


def walk(top, func, arg):
    warnings.warnpy3k("In 3.x, os.path.walk is removed in favor of os.walk.",
                      stacklevel=2)
    try:
        names = os.listdir(top)
    except os.error:
        return
    func(arg, top, names)
    for name in names:
        name = join(top, name)
        if isdir(name):
            walk(name, func, arg)


def expanduser(path):
    """~ and ~user replaced, from the variables that Windows sets."""
    if path[:1] != '~':
        return path
    i, n = 1, len(path)
    while i < n and path[i] not in '/\\':
        i = i + 1
    if 'HOME' in os.environ:
        userhome = os.environ['HOME']
    elif 'USERPROFILE' in os.environ:
        userhome = os.environ['USERPROFILE']
    elif 'HOMEPATH' not in os.environ:
        return path
    else:
        userhome = join(os.environ.get('HOMEDRIVE', ''),
                        os.environ['HOMEPATH'])
    if i != 1:
        userhome = join(dirname(userhome), path[1:i])
    return userhome + path[i:]


def _variable(name):
    """The value of a variable; path may be unicode."""
    if isinstance(name, _unicode):
        encoding = sys.getfilesystemencoding()
        value = os.environ[name.encode(encoding)]
        return value.decode(encoding)
    return os.environ[name]


def expandvars(path):
    """$name, ${name} and %name% replaced; not within '...'."""
    if '$' not in path and '%' not in path:
        return path
    import string
    varchars = string.ascii_letters + string.digits + '_-'
    res = path[:0]
    index = 0
    n = len(path)
    while index < n:
        c = path[index]
        if c == "'":
            # Up to the next quote as it is.
            end = path.find("'", index + 1)
            if end < 0:
                res = res + path[index:]
                break
            res = res + path[index:end + 1]
            index = end + 1
            continue
        if c not in '%$':
            res = res + c
            index = index + 1
            continue
        if path[index + 1:index + 2] == c:
            res = res + c
            index = index + 2
            continue
        if c == '%':
            end = path.find('%', index + 1)
            if end < 0:
                res = res + path[index:]
                break
            var, whole = path[index + 1:end], path[index:end + 1]
        elif path[index + 1:index + 2] == '{':
            end = path.find('}', index + 2)
            if end < 0:
                res = res + path[index:]
                break
            var, whole = path[index + 2:end], path[index:end + 1]
        else:
            end = index + 1
            while end < n and path[end] in varchars:
                end = end + 1
            var, whole = path[index + 1:end], path[index:end]
        try:
            res = res + _variable(var)
        except KeyError:
            res = res + whole
        index = index + len(whole)
    return res


def normpath(path):
    """Without . and .. and double separators."""
    if isinstance(path, _unicode):
        backslash, dot = u'\\', u'.'
    else:
        backslash, dot = '\\', '.'
    if path.startswith(('\\\\.\\', '\\\\?\\')):
        # Names of devices are no paths.
        return path
    path = path.replace("/", "\\")
    prefix, path = splitdrive(path)
    if prefix == '':
        # Without a drive leading separators all stay.
        while path[:1] == "\\":
            prefix = prefix + backslash
            path = path[1:]
    elif path.startswith("\\"):
        prefix = prefix + backslash
        path = path.lstrip("\\")
    comps = path.split("\\")
    i = 0
    while i < len(comps):
        if comps[i] in ('.', ''):
            del comps[i]
        elif comps[i] == '..':
            if i > 0 and comps[i - 1] != '..':
                del comps[i - 1:i + 1]
                i -= 1
            elif i == 0 and prefix.endswith("\\"):
                del comps[i]
            else:
                i += 1
        else:
            i += 1
    if not prefix and not comps:
        comps.append(dot)
    return prefix + backslash.join(comps)


def abspath(path):
    if not isabs(path):
        if isinstance(path, _unicode):
            cwd = os.getcwdu()
        else:
            cwd = os.getcwd()
        path = join(cwd, path)
    return normpath(path)


realpath = abspath
supports_unicode_filenames = (hasattr(sys, "getwindowsversion") and
                              sys.getwindowsversion()[3] >= 2)


def _abspath_split(path):
    abs = abspath(normpath(path))
    prefix, rest = splitunc(abs)
    is_unc = bool(prefix)
    if not is_unc:
        prefix, rest = splitdrive(abs)
    return is_unc, prefix, [x for x in rest.split(sep) if x]


def relpath(path, start=curdir):
    """The way from start to path."""
    if not path:
        raise ValueError("no path specified")
    start_is_unc, start_prefix, start_list = _abspath_split(start)
    path_is_unc, path_prefix, path_list = _abspath_split(path)
    if path_is_unc ^ start_is_unc:
        raise ValueError("Cannot mix UNC and non-UNC paths (%s and %s)" %
                         (path, start))
    if path_prefix.lower() != start_prefix.lower():
        if path_is_unc:
            raise ValueError("path is on UNC root %s, start on UNC root %s" %
                             (path_prefix, start_prefix))
        raise ValueError("path is on drive %s, start on drive %s" %
                         (path_prefix, start_prefix))
    i = 0
    for e1, e2 in zip(start_list, path_list):
        if e1.lower() != e2.lower():
            break
        i += 1
    rel_list = [pardir] * (len(start_list) - i) + path_list[i:]
    if not rel_list:
        return curdir
    return join(*rel_list)
