"""Trees of folders made, copied, removed."""

import errno
import os

from distutils.errors import DistutilsFileError, DistutilsInternalError
from distutils import log

# Folders that are known to exist.
_path_created = {}


def mkpath(name, mode=0777, verbose=1, dry_run=0):
    """Makes a folder and those above it; the list of those made."""
    if not isinstance(name, basestring):
        raise DistutilsInternalError(
            "mkpath: 'name' must be a string (got %r)" % (name,))
    name = os.path.normpath(name)
    created_dirs = []
    if os.path.isdir(name) or name == '':
        return created_dirs
    if _path_created.get(os.path.abspath(name)):
        return created_dirs
    missing = [name]
    head = os.path.dirname(name)
    while head and not os.path.isdir(head):
        missing.append(head)
        parent = os.path.dirname(head)
        if parent == head:
            break
        head = parent
    for head in reversed(missing):
        abs_head = os.path.abspath(head)
        if _path_created.get(abs_head):
            continue
        if verbose >= 1:
            log.info("creating %s", head)
        if not dry_run:
            try:
                os.mkdir(head, mode)
            except OSError, exc:
                if not (exc.errno == errno.EEXIST and os.path.isdir(head)):
                    raise DistutilsFileError("could not create '%s': %s" %
                                             (head, exc.args[-1]))
            created_dirs.append(head)
        _path_created[abs_head] = 1
    return created_dirs


def create_tree(base_dir, files, mode=0777, verbose=1, dry_run=0):
    """Makes the folders that files below base_dir need."""
    need_dir = {}
    for file in files:
        need_dir[os.path.join(base_dir, os.path.dirname(file))] = 1
    for dir in sorted(need_dir):
        mkpath(dir, mode, verbose=verbose, dry_run=dry_run)


def copy_tree(src, dst, preserve_mode=1, preserve_times=1, preserve_symlinks=0,
              update=0, verbose=1, dry_run=0):
    """Copies what is in a folder into another; the files made."""
    from distutils.file_util import copy_file
    if not dry_run and not os.path.isdir(src):
        raise DistutilsFileError(
            "cannot copy tree '%s': not a directory" % src)
    try:
        names = os.listdir(src)
    except os.error, (errnum, errstr):
        if not dry_run:
            raise DistutilsFileError("error listing files in '%s': %s" %
                                     (src, errstr))
        names = []
    if not dry_run:
        mkpath(dst, verbose=verbose)
    outputs = []
    for n in names:
        src_name = os.path.join(src, n)
        dst_name = os.path.join(dst, n)
        # What the file system of NFS keeps for open files.
        if n.startswith('.nfs'):
            continue
        if preserve_symlinks and os.path.islink(src_name):
            link_dest = os.readlink(src_name)
            if verbose >= 1:
                log.info("linking %s -> %s", dst_name, link_dest)
            if not dry_run:
                os.symlink(link_dest, dst_name)
            outputs.append(dst_name)
        elif os.path.isdir(src_name):
            outputs.extend(copy_tree(src_name, dst_name, preserve_mode,
                                     preserve_times, preserve_symlinks, update,
                                     verbose=verbose, dry_run=dry_run))
        else:
            copy_file(src_name, dst_name, preserve_mode, preserve_times,
                      update, verbose=verbose, dry_run=dry_run)
            outputs.append(dst_name)
    return outputs


def _build_cmdtuple(path, cmdtuples):
    for f in os.listdir(path):
        real_f = os.path.join(path, f)
        if os.path.isdir(real_f) and not os.path.islink(real_f):
            _build_cmdtuple(real_f, cmdtuples)
        else:
            cmdtuples.append((os.remove, real_f))
    cmdtuples.append((os.rmdir, path))


def remove_tree(directory, verbose=1, dry_run=0):
    """Removes a folder with all that is in it."""
    if verbose >= 1:
        log.info("removing '%s' (and everything under it)", directory)
    if dry_run:
        return
    cmdtuples = []
    _build_cmdtuple(directory, cmdtuples)
    for function, path in cmdtuples:
        try:
            function(path)
            _path_created.pop(os.path.abspath(path), None)
        except (IOError, OSError), exc:
            log.warn("error removing %s: %s", directory, exc)


def ensure_relative(path):
    """A path that can be joined to another."""
    drive, path = os.path.splitdrive(path)
    if path[0:1] == os.sep:
        path = drive + path[1:]
    return path
