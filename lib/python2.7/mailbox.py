"""Mailboxes: Maildir, mbox, MH, Babyl and MMDF, as mappings of keys to
messages."""
import errno
import os
import socket
import StringIO
import time

import email
import email.generator
import email.message
import rfc822

from _mailbox_files import (
    fcntl, Error, NoSuchMailboxError, NotEmptyError, ExternalClashError,
    FormatError, _ProxyFile, _PartialFile, _lock_file, _unlock_file,
    _create_carefully, _create_temporary, _sync_flush, _sync_close, _Mailbox,
    UnixMailbox, PortableUnixMailbox, MmdfMailbox, MHMailbox, BabylMailbox)
from _mailbox_messages import (
    Message, MaildirMessage, _mboxMMDFMessage, mboxMessage, MMDFMessage,
    MHMessage, BabylMessage)

__all__ = ['Mailbox', 'Maildir', 'mbox', 'MH', 'Babyl', 'MMDF', 'Message',
           'MaildirMessage', 'mboxMessage', 'MHMessage', 'BabylMessage',
           'MMDFMessage', 'UnixMailbox', 'PortableUnixMailbox',
           'MmdfMailbox', 'MHMailbox', 'BabylMailbox']

_ABSTRACT = 'Method must be implemented by subclass'


def _abstract(doc):
    def method(self, *args, **kwargs):
        raise NotImplementedError(_ABSTRACT)
    method.__doc__ = doc
    return method


class Mailbox:
    """What all mailboxes have: a mapping whose iteration gives messages."""

    def __init__(self, path, factory=None, create=True):
        self._path = os.path.abspath(os.path.expanduser(path))
        self._factory = factory

    add = _abstract('Adds a message; its key.')
    remove = _abstract('Removes a message; KeyError if there is none.')
    __setitem__ = _abstract('Replaces a message; KeyError if there is none.')
    get_message = _abstract('A Message.')
    get_string = _abstract('A message as a str.')
    get_file = _abstract('A message as a file.')
    iterkeys = _abstract('The keys.')
    has_key = _abstract('Is there a message of that key?')
    __len__ = _abstract('The number of messages.')
    flush = _abstract('Writes what was changed.')
    lock = _abstract('Locks the mailbox for other programs.')
    unlock = _abstract('Ends that.')
    close = _abstract('Writes what was changed, and closes the mailbox.')

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """Removes a message if there is one."""
        try:
            self.remove(key)
        except KeyError:
            pass

    def get(self, key, default=None):
        try:
            return self.__getitem__(key)
        except KeyError:
            return default

    def __getitem__(self, key):
        """A message, made by the factory if there is one."""
        if self._factory:
            return self._factory(self.get_file(key))
        return self.get_message(key)

    def __contains__(self, key):
        return self.has_key(key)

    def keys(self):
        return list(self.iterkeys())

    def iteritems(self):
        for key in self.iterkeys():
            try:
                yield key, self[key]
            except KeyError:
                pass

    def itervalues(self):
        for key, message in self.iteritems():
            yield message

    def __iter__(self):
        return self.itervalues()

    def values(self):
        return list(self.itervalues())

    def items(self):
        return list(self.iteritems())

    def clear(self):
        """Removes all messages."""
        for key in self.iterkeys():
            self.discard(key)

    def pop(self, key, default=None):
        try:
            message = self[key]
        except KeyError:
            return default
        self.discard(key)
        return message

    def popitem(self):
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError('No messages in mailbox')

    def update(self, arg=None):
        """Replaces messages; KeyError, in the end, for keys that are none."""
        pairs = arg
        for name in 'iteritems', 'items':
            if hasattr(arg, name):
                pairs = getattr(arg, name)()
                break
        missing = False
        for key, message in pairs:
            try:
                self[key] = message
            except KeyError:
                missing = True
        if missing:
            raise KeyError('No message with key(s)')

    # Must a message end with a newline?
    _append_newline = False

    def _dump_message(self, message, target, mangle_from_=False):
        """Writes a message of any kind to a file."""
        if isinstance(message, email.message.Message):
            out = StringIO.StringIO()
            email.generator.Generator(out, mangle_from_, 0).flatten(message)
            text = out.getvalue()
        elif isinstance(message, str):
            text = message
            if mangle_from_:
                text = text.replace('\nFrom ', '\n>From ')
        elif hasattr(message, 'read'):
            text = self._dump_lines(message, target, mangle_from_)
        else:
            raise TypeError('Invalid message type: %s' % type(message))
        target.write(text)
        if self._append_newline and not text.endswith('\n') and \
                (text or not hasattr(message, 'read')):
            target.write('\n')

    def _dump_lines(self, message, target, mangle_from_):
        """Writes all lines of a file but the last, which is the result."""
        last = ''
        line = message.readline()
        while line != '':
            target.write(last)
            if mangle_from_ and line.startswith('From '):
                line = '>' + line
            last = line
            line = message.readline()
        return last


class Maildir(Mailbox):
    """A folder with a file for each message, in its folders new and cur."""

    colon = ':'  # before the flags in a file's name
    _count = 1   # of files made

    def __init__(self, dirname, factory=rfc822.Message, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        self._paths = dict([(name, os.path.join(self._path, name))
                            for name in ('tmp', 'new', 'cur')])
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0700)
            for path in self._paths.values():
                os.mkdir(path, 0700)
        self._toc = {}  # key: folder/name
        self._toc_mtimes = {'cur': 0, 'new': 0}
        self._last_read = 0
        self._skewfactor = 0.1  # the clocks of file systems may differ

    def _full(self, subpath):
        return os.path.join(self._path, subpath)

    def add(self, message):
        f = self._create_tmp()
        try:
            self._dump_message(message, f)
        except BaseException:
            f.close()
            os.remove(f.name)
            raise
        _sync_close(f)
        subdir, suffix = 'new', ''
        if isinstance(message, MaildirMessage):
            subdir = message.get_subdir()
            if message.get_info():
                suffix = self.colon + message.get_info()
            os.utime(f.name, (os.path.getatime(f.name), message.get_date()))
        key = os.path.basename(f.name).split(self.colon)[0]
        self._move_new(f.name, os.path.join(self._path, subdir, key + suffix))
        return key

    def _move_new(self, path, dest):
        try:
            if hasattr(os, 'link'):
                os.link(path, dest)
                os.remove(path)
            else:
                os.rename(path, dest)
        except OSError as e:
            os.remove(path)
            if e.errno == errno.EEXIST:
                raise ExternalClashError(
                    'Name clash with existing message: %s' % dest)
            raise

    def remove(self, key):
        os.remove(self._full(self._lookup(key)))

    def discard(self, key):
        try:
            self.remove(key)
        except KeyError:
            pass
        except OSError as e:
            if e.errno != errno.ENOENT:
                raise

    def __setitem__(self, key, message):
        old = self._lookup(key)
        new = self._lookup(self.add(message))
        # A message without flags takes those of the old one.
        state = new if isinstance(message, MaildirMessage) else old
        suffix = ''
        if self.colon in state:
            suffix = self.colon + state.split(self.colon)[-1]
        self.discard(key)
        path = self._full(new)
        if isinstance(message, MaildirMessage):
            os.utime(path, (os.path.getatime(path), message.get_date()))
        os.rename(path, os.path.join(self._path, os.path.dirname(state),
                                     key + suffix))

    def get_message(self, key):
        subpath = self._lookup(key)
        f = open(self._full(subpath), 'r')
        try:
            message = (self._factory or MaildirMessage)(f)
        finally:
            f.close()
        subdir, name = os.path.split(subpath)
        message.set_subdir(subdir)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(self._full(subpath)))
        return message

    def get_string(self, key):
        f = open(self._full(self._lookup(key)), 'r')
        try:
            return f.read()
        finally:
            f.close()

    def get_file(self, key):
        return _ProxyFile(open(self._full(self._lookup(key)), 'rb'))

    def iterkeys(self):
        self._refresh()
        for key in self._toc:
            try:
                self._lookup(key)
            except KeyError:
                continue
            yield key

    def has_key(self, key):
        self._refresh()
        return key in self._toc

    def __len__(self):
        self._refresh()
        return len(self._toc)

    def flush(self):
        """Nothing: changes are written at once."""

    def lock(self):
        """Nothing: a Maildir needs no locks."""

    def unlock(self):
        """Nothing."""

    def close(self):
        """Nothing."""

    def list_folders(self):
        return [name[1:] for name in os.listdir(self._path)
                if len(name) > 1 and name[0] == '.' and
                os.path.isdir(self._full(name))]

    def get_folder(self, folder):
        return Maildir(self._full('.' + folder), factory=self._factory,
                       create=False)

    def add_folder(self, folder):
        path = self._full('.' + folder)
        box = Maildir(path, factory=self._factory)
        mark = os.path.join(path, 'maildirfolder')
        if not os.path.exists(mark):
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0666))
        return box

    def remove_folder(self, folder):
        """Removes a folder; NotEmptyError unless it is empty."""
        path = self._full('.' + folder)
        for name in os.listdir(os.path.join(path, 'new')) + \
                os.listdir(os.path.join(path, 'cur')):
            if name[:1] != '.':
                raise NotEmptyError('Folder contains message(s): %s' % folder)
        for name in os.listdir(path):
            if name not in ('new', 'cur', 'tmp') and \
                    os.path.isdir(os.path.join(path, name)):
                raise NotEmptyError("Folder contains subdirectory '%s': %s"
                                    % (folder, name))
        for root, dirs, files in os.walk(path, topdown=False):
            for name in files:
                os.remove(os.path.join(root, name))
            for name in dirs:
                os.rmdir(os.path.join(root, name))
        os.rmdir(path)

    def clean(self):
        """Removes files in tmp that nobody has read for 36 hours."""
        now = time.time()
        for name in os.listdir(self._paths['tmp']):
            path = os.path.join(self._paths['tmp'], name)
            if now - os.path.getatime(path) > 36 * 60 * 60:
                os.remove(path)

    def _create_tmp(self):
        now = time.time()
        host = socket.gethostname().replace('/', r'\057')
        name = '%s.M%sP%sQ%s.%s' % (
            int(now), int(now % 1 * 1e6), os.getpid(), Maildir._count,
            host.replace(':', r'\072'))
        path = os.path.join(self._path, 'tmp', name)
        try:
            os.stat(path)
        except OSError as e:
            if e.errno != errno.ENOENT:
                raise
            Maildir._count += 1
            try:
                return _create_carefully(path)
            except OSError as e:
                if e.errno != errno.EEXIST:
                    raise
        raise ExternalClashError('Name clash prevented file creation: %s'
                                 % path)

    def _changed(self):
        """Were files added or taken away since the last look?"""
        changed = False
        for name in self._toc_mtimes:
            mtime = os.path.getmtime(self._paths[name])
            if mtime > self._toc_mtimes[name]:
                changed = True
            self._toc_mtimes[name] = mtime
        return changed

    def _refresh(self):
        # Times of files are whole seconds in some file systems: soon after
        # a look they do not tell.
        if time.time() - self._last_read > 2 + self._skewfactor and \
                not self._changed():
            return
        self._toc = {}
        for subdir in self._toc_mtimes:
            for name in os.listdir(self._paths[subdir]):
                if not os.path.isdir(os.path.join(self._paths[subdir],
                                                  name)):
                    key = name.split(self.colon)[0]
                    self._toc[key] = os.path.join(subdir, name)
        self._last_read = time.time()

    def _lookup(self, key):
        """folder/name of a message; KeyError."""
        subpath = self._toc.get(key)
        if subpath is not None and os.path.exists(self._full(subpath)):
            return subpath
        self._refresh()
        if key not in self._toc:
            raise KeyError('No message with key: %s' % key)
        return self._toc[key]

    def next(self):
        """The messages one after another, then None."""
        if not hasattr(self, '_onetime_keys'):
            self._onetime_keys = self.iterkeys()
        for key in self._onetime_keys:
            try:
                return self[key]
            except KeyError:
                pass
        return None


class _singlefileMailbox(Mailbox):
    """A mailbox in one file.  Messages are appended at once; removing one
    only takes its place out of _toc, until flush() writes a new file."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        self._file = self._open(create)
        self._toc = None            # key: (start, stop)
        self._next_key = 0
        self._pending = False       # must the file be written anew?
        self._pending_sync = False  # was something appended?
        self._locked = False
        self._file_length = None

    def _open(self, create):
        try:
            return open(self._path, 'rb+')
        except IOError as e:
            if e.errno == errno.ENOENT:
                if create:
                    return open(self._path, 'wb+')
                raise NoSuchMailboxError(self._path)
            if e.errno in (errno.EACCES, errno.EROFS):
                return open(self._path, 'rb')
            raise

    def add(self, message):
        self._lookup()
        key = self._next_key
        self._toc[key] = self._append_message(message)
        self._next_key += 1
        # What is on the disk is enough: no need to write it anew.
        self._pending_sync = True
        return key

    def remove(self, key):
        self._lookup(key)
        del self._toc[key]
        self._pending = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._toc[key] = self._append_message(message)
        self._pending = True

    def iterkeys(self):
        self._lookup()
        for key in self._toc.keys():
            yield key

    def has_key(self, key):
        self._lookup()
        return key in self._toc

    def __len__(self):
        self._lookup()
        return len(self._toc)

    def lock(self):
        if not self._locked:
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            _unlock_file(self._file)
            self._locked = False

    def flush(self):
        """Writes the file anew if messages were removed or replaced."""
        if not self._pending:
            if self._pending_sync:
                _sync_flush(self._file)
                self._pending_sync = False
            return
        assert self._toc is not None
        self._file.seek(0, 2)
        length = self._file.tell()
        if length != self._file_length:
            raise ExternalClashError(
                'Size of mailbox file changed (expected %i, found %i)'
                % (self._file_length, length))
        new = _create_temporary(self._path)
        try:
            toc = self._copy_messages(new)
            self._file_length = new.tell()
        except:
            new.close()
            os.remove(new.name)
            raise
        _sync_close(new)
        self._file.close()
        os.chmod(new.name, os.stat(self._path).st_mode)
        os.rename(new.name, self._path)
        self._file = open(self._path, 'rb+')
        self._toc = toc
        self._pending = self._pending_sync = False
        if self._locked:
            _lock_file(self._file, dotlock=False)

    def _copy_messages(self, new):
        toc = {}
        self._pre_mailbox_hook(new)
        for key in sorted(self._toc):
            start, stop = self._toc[key]
            self._file.seek(start)
            self._pre_message_hook(new)
            new_start = new.tell()
            left = stop - start
            while left > 0:
                piece = self._file.read(min(4096, left))
                if not piece:
                    break
                new.write(piece)
                left -= len(piece)
            toc[key] = new_start, new.tell()
            self._post_message_hook(new)
        return toc

    def _pre_mailbox_hook(self, f):
        """Writes what stands before all messages."""

    def _pre_message_hook(self, f):
        """Writes what stands before each message."""

    def _post_message_hook(self, f):
        """Writes what stands behind each message."""

    def close(self):
        try:
            self.flush()
        finally:
            try:
                if self._locked:
                    self.unlock()
            finally:
                self._file.close()

    def _lookup(self, key=None):
        """Sees to it that there is a _toc; the place of a message."""
        if self._toc is None:
            self._generate_toc()
        if key is None:
            return None
        if key not in self._toc:
            raise KeyError('No message with key: %s' % key)
        return self._toc[key]

    def _append_message(self, message):
        """Appends a message; its place."""
        self._file.seek(0, 2)
        before = self._file.tell()
        if not self._toc and not self._pending:
            self._pre_mailbox_hook(self._file)
        try:
            self._pre_message_hook(self._file)
            place = self._install_message(message)
            self._post_message_hook(self._file)
        except BaseException:
            self._file.truncate(before)
            raise
        self._file.flush()
        self._file_length = self._file.tell()
        return place

    def _set_toc(self, starts, stops):
        self._toc = dict(enumerate(zip(starts, stops)))
        self._next_key = len(self._toc)
        self._file.seek(0, 2)
        self._file_length = self._file.tell()

    def _lines(self):
        """(position, line, position behind it), the last line being ''."""
        self._file.seek(0)
        here = 0
        while True:
            line = self._file.readline()
            there = self._file.tell()
            yield here, line, there
            if not line:
                return
            here = there


class _mboxMMDF(_singlefileMailbox):
    """A mailbox whose messages begin with a line "From "."""

    _mangle_from_ = True

    def get_message(self, key):
        start, stop = self._lookup(key)
        self._file.seek(start)
        line = self._file.readline().replace(os.linesep, '')
        text = self._file.read(stop - self._file.tell())
        message = self._message_factory(text)
        message.set_from(line[5:])
        return message

    def get_string(self, key, from_=False):
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return self._file.read(stop - self._file.tell())

    def get_file(self, key, from_=False):
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return _PartialFile(self._file, self._file.tell(), stop)

    def _install_message(self, message):
        line = None
        if isinstance(message, str) and message.startswith('From '):
            line, _, message = message.partition('\n')
        elif isinstance(message, _mboxMMDFMessage):
            line = 'From ' + message.get_from()
        elif isinstance(message, email.message.Message):
            line = message.get_unixfrom()
        if line is None:
            line = 'From MAILER-DAEMON ' + time.asctime(time.gmtime())
        start = self._file.tell()
        self._file.write(line + os.linesep)
        self._dump_message(message, self._file, self._mangle_from_)
        return start, self._file.tell()


class mbox(_mboxMMDF):
    """The classic mailbox: messages with a blank line behind each."""

    _append_newline = True

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _post_message_hook(self, f):
        f.write(os.linesep)

    def _generate_toc(self):
        starts, stops = [], []
        blank = 0  # the length of the blank line before this one
        for here, line, there in self._lines():
            if line.startswith('From '):
                if len(stops) < len(starts):
                    stops.append(here - blank)
                starts.append(here)
                blank = 0
            elif not line:
                stops.append(here - blank)
            else:
                blank = len(line) if line == os.linesep else 0
        self._set_toc(starts, stops)


_MMDF_LINE = '\001\001\001\001' + os.linesep


class MMDF(_mboxMMDF):
    """Messages between lines of four ^A."""

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _pre_message_hook(self, f):
        f.write(_MMDF_LINE)

    def _post_message_hook(self, f):
        f.write(os.linesep + _MMDF_LINE)

    def _generate_toc(self):
        starts, stops = [], []
        inside = False
        for here, line, there in self._lines():
            if not inside and line.startswith(_MMDF_LINE):
                starts.append(there)
                inside = True
            elif inside and line == _MMDF_LINE:
                stops.append(here - len(os.linesep))
                inside = False
            elif inside and line == '':
                stops.append(here)
        self._set_toc(starts, stops)


class MH(Mailbox):
    """A folder with a file for each message, named by numbers."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0700)
            os.close(os.open(self._sequences_path(),
                             os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0600))
        self._locked = False

    def _sequences_path(self):
        return os.path.join(self._path, '.mh_sequences')

    def _message_path(self, key):
        return os.path.join(self._path, str(key))

    def _open(self, key, mode):
        try:
            return open(self._message_path(key), mode)
        except IOError as e:
            if e.errno == errno.ENOENT:
                raise KeyError('No message with key: %s' % key)
            raise

    def _with_lock(self, f, action):
        """Calls action(), the file being locked if the mailbox is."""
        if self._locked:
            _lock_file(f)
        try:
            return action()
        finally:
            if self._locked:
                _unlock_file(f)

    def add(self, message):
        keys = self.keys()
        key = max(keys) + 1 if keys else 1
        path = self._message_path(key)
        f = _create_carefully(path)

        def dump():
            self._dump_message(message, f)
            if isinstance(message, MHMessage):
                self._dump_sequences(message, key)
        try:
            self._with_lock(f, dump)
        except BaseException:
            f.close()
            os.remove(path)
            raise
        _sync_close(f)
        return key

    def remove(self, key):
        self._open(key, 'rb+').close()
        os.remove(self._message_path(key))

    def __setitem__(self, key, message):
        f = self._open(key, 'rb+')

        def dump():
            os.close(os.open(self._message_path(key),
                             os.O_WRONLY | os.O_TRUNC))
            self._dump_message(message, f)
            if isinstance(message, MHMessage):
                self._dump_sequences(message, key)
        try:
            self._with_lock(f, dump)
        finally:
            _sync_close(f)

    def get_message(self, key):
        f = self._open(key, 'r+' if self._locked else 'r')
        try:
            message = self._with_lock(f, lambda: MHMessage(f))
        finally:
            f.close()
        for name, keys in self.get_sequences().iteritems():
            if key in keys:
                message.add_sequence(name)
        return message

    def get_string(self, key):
        f = self._open(key, 'r+' if self._locked else 'r')
        try:
            return self._with_lock(f, f.read)
        finally:
            f.close()

    def get_file(self, key):
        return _ProxyFile(self._open(key, 'rb'))

    def iterkeys(self):
        return iter(sorted([int(name) for name in os.listdir(self._path)
                            if name.isdigit()]))

    def has_key(self, key):
        return os.path.exists(self._message_path(key))

    def __len__(self):
        return len(list(self.iterkeys()))

    def lock(self):
        if not self._locked:
            self._file = open(self._sequences_path(), 'rb+')
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            _unlock_file(self._file)
            _sync_close(self._file)
            del self._file
            self._locked = False

    def flush(self):
        """Nothing: changes are written at once."""

    def close(self):
        if self._locked:
            self.unlock()

    def list_folders(self):
        return [name for name in os.listdir(self._path)
                if os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory,
                  create=False)

    def add_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory)

    def remove_folder(self, folder):
        """Removes a folder; NotEmptyError unless it is empty."""
        path = os.path.join(self._path, folder)
        names = os.listdir(path)
        if names == ['.mh_sequences']:
            os.remove(os.path.join(path, names[0]))
        elif names:
            raise NotEmptyError('Folder not empty: %s' % self._path)
        os.rmdir(path)

    def get_sequences(self):
        """The sequences: lists of keys by name."""
        found = {}
        all_keys = set(self.keys())
        f = open(self._sequences_path(), 'r')
        try:
            for line in f:
                try:
                    name, text = line.split(':')
                    keys = _parse_sequence(text)
                except ValueError:
                    raise FormatError('Invalid sequence specification: %s'
                                      % line.rstrip())
                keys = sorted(keys & all_keys)
                if keys:
                    found[name] = keys
        finally:
            f.close()
        return found

    def set_sequences(self, sequences):
        f = open(self._sequences_path(), 'r+')
        try:
            os.close(os.open(f.name, os.O_WRONLY | os.O_TRUNC))
            for name, keys in sequences.iteritems():
                if keys:
                    f.write('%s:%s\n' % (name, _sequence_text(keys)))
        finally:
            _sync_close(f)

    def pack(self):
        """Gives the messages numbers without gaps."""
        sequences = self.get_sequences()
        moved = {}
        new = 0
        for old in self.iterkeys():
            new += 1
            if old != new:
                moved[old] = new
                os.rename(self._message_path(old), self._message_path(new))
        self._next_key = new + 1
        if moved:
            for keys in sequences.values():
                keys[:] = [moved.get(key, key) for key in keys]
            self.set_sequences(sequences)

    def _dump_sequences(self, message, key):
        """Puts a message into its sequences, and out of all others."""
        wanted = message.get_sequences()
        sequences = self.get_sequences()
        for name, keys in sequences.iteritems():
            if name in wanted:
                keys.append(key)
            elif key in keys:
                keys.remove(key)
        for name in wanted:
            if name not in sequences:
                sequences[name] = [key]
        self.set_sequences(sequences)


def _parse_sequence(text):
    """The numbers in "1 3-5"."""
    keys = set()
    for part in text.split():
        if part.isdigit():
            keys.add(int(part))
        else:
            start, stop = [int(x) for x in part.split('-')]
            keys.update(range(start, stop + 1))
    return keys


def _sequence_text(keys):
    """The way back, with a space before each part."""
    runs = []
    for key in sorted(set(keys)):
        if runs and runs[-1][1] == key - 1:
            runs[-1][1] = key
        else:
            runs.append([key, key])
    return ''.join([' %s' % a if a == b else ' %s-%s' % (a, b)
                    for a, b in runs])


class Babyl(_singlefileMailbox):
    """The mailbox of Emacs's Rmail: each message has labels, and its
    headers twice, as they were and as they are shown."""

    _special_labels = frozenset(('unseen', 'deleted', 'filed', 'answered',
                                 'forwarded', 'edited', 'resent'))

    def __init__(self, path, factory=None, create=True):
        _singlefileMailbox.__init__(self, path, factory, create)
        self._labels = {}

    def add(self, message):
        key = _singlefileMailbox.add(self, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()
        return key

    def remove(self, key):
        _singlefileMailbox.remove(self, key)
        self._labels.pop(key, None)

    def __setitem__(self, key, message):
        _singlefileMailbox.__setitem__(self, key, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()

    def _lines_until(self, end):
        """The text up to a line, which is left out."""
        lines = []
        line = self._file.readline()
        while line not in (end, ''):
            lines.append(line)
            line = self._file.readline()
        return ''.join(lines)

    def _read(self, key):
        """(original headers, shown headers, body)"""
        start, stop = self._lookup(key)
        self._file.seek(start)
        self._file.readline()  # labels
        headers = self._lines_until('*** EOOH ***' + os.linesep)
        shown = self._lines_until(os.linesep)
        return headers, shown, self._file.read(stop - self._file.tell())

    def get_message(self, key):
        headers, shown, body = self._read(key)
        message = BabylMessage(headers + body)
        message.set_visible(shown)
        if key in self._labels:
            message.set_labels(self._labels[key])
        return message

    def get_string(self, key):
        headers, shown, body = self._read(key)
        return headers + body

    def get_file(self, key):
        return StringIO.StringIO(self.get_string(key))

    def get_labels(self):
        """The labels that users made up."""
        self._lookup()
        labels = set()
        for some in self._labels.values():
            labels.update(some)
        return list(labels - self._special_labels)

    def _generate_toc(self):
        starts, stops, labels = [], [], []
        for here, line, there in self._lines():
            if line == '\037\014' + os.linesep:
                if len(stops) < len(starts):
                    stops.append(here - len(os.linesep))
                starts.append(there)
                words = self._file.readline()[1:].split(',')
                labels.append([w.strip() for w in words if w.strip()])
                self._file.seek(there)
            elif line in ('\037', '\037' + os.linesep):
                if len(stops) < len(starts):
                    stops.append(here - len(os.linesep))
            elif line == '':
                stops.append(here - len(os.linesep))
        self._labels = dict(enumerate(labels))
        self._set_toc(starts, stops)

    def _pre_mailbox_hook(self, f):
        f.write('BABYL OPTIONS:%sVersion: 5%sLabels:%s%s\037' % (
            os.linesep, os.linesep, ','.join(self.get_labels()), os.linesep))

    def _pre_message_hook(self, f):
        f.write('\014' + os.linesep)

    def _post_message_hook(self, f):
        f.write(os.linesep + '\037')

    def _labels_line(self, message):
        if not isinstance(message, BabylMessage):
            return '1,,'
        special = [s for s in message.get_labels()
                   if s in self._special_labels]
        others = [s for s in message.get_labels()
                  if s not in self._special_labels]
        return '1' + ''.join([', ' + s for s in special]) + ',,' + \
            ''.join([' ' + s + ',' for s in others])

    def _message_texts(self, message):
        """(headers, headers to be shown, body), the first two with the
        blank line behind them."""
        shown = None
        if isinstance(message, email.message.Message):
            text = _flattened(message)
            if isinstance(message, BabylMessage):
                shown = ''  # as CPython, which reads them behind their end
        elif isinstance(message, str):
            text = message
            if '\n\n' not in text:
                return '', os.linesep, text
        elif hasattr(message, 'readline'):
            text = message.read()
        else:
            raise TypeError('Invalid message type: %s' % type(message))
        headers, body = _split_headers(text)
        return headers, headers if shown is None else shown, body

    def _install_message(self, message):
        start = self._file.tell()
        self._file.write(self._labels_line(message) + os.linesep)
        headers, shown, body = self._message_texts(message)
        self._file.write(headers + '*** EOOH ***' + os.linesep + shown + body)
        return start, self._file.tell()


def _flattened(message):
    out = StringIO.StringIO()
    email.generator.Generator(out, False, 0).flatten(message)
    return out.getvalue()


def _split_headers(text):
    """The text up to the first blank line, and what is behind that."""
    if text.startswith('\n'):
        return '\n', text[1:]
    i = text.find('\n\n')
    if i < 0:
        return text, ''
    return text[:i + 2], text[i + 2:]
