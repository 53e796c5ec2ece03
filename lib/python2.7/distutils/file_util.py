"""Single files copied, moved, written."""

import os

from distutils.errors import DistutilsFileError
from distutils import log

_copy_action = {None: 'copying', 'hard': 'hard linking',
                'sym': 'symbolically linking'}


def _failed(what, name, err):
    return DistutilsFileError("could not %s '%s': %s" % (what, name,
                                                         err.args[-1]))


def _copy_file_contents(src, dst, buffer_size=16 * 1024):
    """Copies the bytes."""
    try:
        fsrc = open(src, 'rb')
    except (OSError, IOError), err:
        raise _failed('open', src, err)
    try:
        if os.path.exists(dst):
            try:
                os.unlink(dst)
            except os.error, err:
                raise _failed('delete', dst, err)
        try:
            fdst = open(dst, 'wb')
        except (OSError, IOError), err:
            raise _failed('create', dst, err)
        try:
            while 1:
                try:
                    buf = fsrc.read(buffer_size)
                except (OSError, IOError), err:
                    raise DistutilsFileError("could not read from '%s': %s" %
                                             (src, err.args[-1]))
                if not buf:
                    break
                try:
                    fdst.write(buf)
                except (OSError, IOError), err:
                    raise DistutilsFileError("could not write to '%s': %s" %
                                             (dst, err.args[-1]))
        finally:
            fdst.close()
    finally:
        fsrc.close()


def copy_file(src, dst, preserve_mode=1, preserve_times=1, update=0, link=None,
              verbose=1, dry_run=0):
    """(file, 1), or (file, 0) if update finds nothing to do; dst may be a
    folder."""
    from distutils.dep_util import newer
    from stat import ST_ATIME, ST_MTIME, ST_MODE, S_IMODE
    if not os.path.isfile(src):
        raise DistutilsFileError(
            "can't copy '%s': doesn't exist or not a regular file" % src)
    if os.path.isdir(dst):
        dir = dst
        dst = os.path.join(dst, os.path.basename(src))
    else:
        dir = os.path.dirname(dst)
    if update and not newer(src, dst):
        if verbose >= 1:
            log.debug("not copying %s (output up-to-date)", src)
        return dst, 0
    try:
        action = _copy_action[link]
    except KeyError:
        raise ValueError("invalid value '%s' for 'link' argument" % link)
    if verbose >= 1:
        if os.path.basename(dst) == os.path.basename(src):
            log.info("%s %s -> %s", action, src, dir)
        else:
            log.info("%s %s -> %s", action, src, dst)
    if dry_run:
        return dst, 1
    if link == 'hard':
        if not (os.path.exists(dst) and os.path.samefile(src, dst)):
            try:
                os.link(src, dst)
                return dst, 1
            except OSError:
                # Not all file systems have links; then it is a copy.
                pass
        else:
            return dst, 1
    elif link == 'sym':
        if not (os.path.exists(dst) and os.path.samefile(src, dst)):
            os.symlink(src, dst)
        return dst, 1
    _copy_file_contents(src, dst)
    if preserve_mode or preserve_times:
        st = os.stat(src)
        if preserve_times:
            os.utime(dst, (st[ST_ATIME], st[ST_MTIME]))
        if preserve_mode:
            os.chmod(dst, S_IMODE(st[ST_MODE]))
    return dst, 1


def move_file(src, dst, verbose=1, dry_run=0):
    """Moves a file, to another file system too; its new name."""
    from errno import EXDEV
    if verbose >= 1:
        log.info("moving %s -> %s", src, dst)
    if dry_run:
        return dst
    if not os.path.isfile(src):
        raise DistutilsFileError("can't move '%s': not a regular file" % src)
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    elif os.path.exists(dst):
        raise DistutilsFileError("can't move '%s': destination '%s' already "
                                 "exists" % (src, dst))
    if not os.path.isdir(os.path.dirname(dst)):
        raise DistutilsFileError("can't move '%s': destination '%s' not a "
                                 "valid path" % (src, dst))
    copy_it = 0
    try:
        os.rename(src, dst)
    except os.error, (num, msg):
        if num != EXDEV:
            raise DistutilsFileError("couldn't move '%s' to '%s': %s" %
                                     (src, dst, msg))
        copy_it = 1
    if copy_it:
        copy_file(src, dst, verbose=verbose)
        try:
            os.unlink(src)
        except os.error, (num, msg):
            try:
                os.unlink(dst)
            except os.error:
                pass
            raise DistutilsFileError(
                "couldn't move '%s' to '%s' by copy/delete: delete '%s' "
                "failed: %s" % (src, dst, src, msg))
    return dst


def write_file(filename, contents):
    """Writes lines, each with a line end."""
    f = open(filename, "w")
    try:
        for line in contents:
            f.write(line + "\n")
    finally:
        f.close()
