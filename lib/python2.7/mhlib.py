"""Mail in the folders of MH: a file for each message, named by a number."""

from warnings import warnpy3k
warnpy3k('the mhlib module has been removed in Python 3.0; use the mailbox '
         'module instead', stacklevel=2)

import mimetools
import multifile
import os
import re
import shutil
import sys
from bisect import bisect

__all__ = ['MH', 'Error', 'Folder', 'Message']

MH_PROFILE = '~/.mh_profile'
PATH = '~/Mail'
MH_SEQUENCES = '.mh_sequences'
FOLDER_PROTECT = 0700

numericprog = re.compile('^[1-9][0-9]*$')


class Error(Exception):
    pass


def isnumeric(str):
    return numericprog.match(str) is not None


class MH:
    """A folder of folders, with a profile and a context."""

    def __init__(self, path=None, profile=None):
        self.profile = os.path.expanduser(MH_PROFILE if profile is None
                                          else profile)
        if path is None:
            path = self.getprofile('Path') or PATH
        if not os.path.isabs(path) and path[0] != '~':
            path = os.path.join('~', path)
        path = os.path.expanduser(path)
        if not os.path.isdir(path):
            raise Error, 'MH() path not found'
        self.path = path

    def __repr__(self):
        return 'MH(%r, %r)' % (self.path, self.profile)

    def error(self, msg, *args):
        sys.stderr.write('MH error: %s\n' % (msg % args))

    def getprofile(self, key):
        """An entry of the profile."""
        return pickline(self.profile, key)

    def getpath(self):
        return self.path

    def getcontext(self):
        """The name of the current folder."""
        return pickline(os.path.join(self.getpath(), 'context'),
                        'Current-Folder') or 'inbox'

    def setcontext(self, context):
        with open(os.path.join(self.getpath(), 'context'), 'w') as f:
            f.write('Current-Folder: %s\n' % context)

    def listfolders(self):
        """The names of the folders at the top."""
        path = self.getpath()
        return sorted(name for name in os.listdir(path)
                      if os.path.isdir(os.path.join(path, name)))

    def listsubfolders(self, name):
        """The folders in a folder, with its name before theirs."""
        fullname = os.path.join(self.path, name)
        # As many links as ., .. and the parent: no folders in it.
        if os.stat(fullname).st_nlink == 2:
            return []
        return sorted(os.path.join(name, sub) for sub in os.listdir(fullname)
                      if os.path.isdir(os.path.join(fullname, sub)))

    def listallfolders(self):
        return self.listallsubfolders('')

    def listallsubfolders(self, name):
        """The folders in a folder, and those in them."""
        fullname = os.path.join(self.path, name)
        found = []
        if os.stat(fullname).st_nlink == 2:
            return found
        for sub in os.listdir(fullname):
            if sub[0] == ',' or isnumeric(sub):
                continue
            if os.path.isdir(os.path.join(fullname, sub)):
                subname = os.path.join(name, sub)
                found.append(subname)
                if not os.path.islink(os.path.join(fullname, sub)):
                    found += self.listallsubfolders(subname)
        return sorted(found)

    def openfolder(self, name):
        return Folder(self, name)

    def makefolder(self, name):
        """Makes a folder, with the rights that the profile says."""
        protect = pickline(self.profile, 'Folder-Protect')
        mode = int(protect, 8) if protect and isnumeric(protect) \
            else FOLDER_PROTECT
        os.mkdir(os.path.join(self.getpath(), name), mode)

    def deletefolder(self, name):
        """Removes a folder and the files in it."""
        fullname = os.path.join(self.getpath(), name)
        for sub in os.listdir(fullname):
            full = os.path.join(fullname, sub)
            try:
                os.unlink(full)
            except os.error:
                self.error('%s not deleted, continuing...' % full)
        os.rmdir(fullname)


class Folder:
    """A folder of messages."""

    def __init__(self, mh, name):
        self.mh = mh
        self.name = name
        if not os.path.isdir(self.getfullname()):
            raise Error, 'no folder %s' % name

    def __repr__(self):
        return 'Folder(%r, %r)' % (self.mh, self.name)

    def error(self, *args):
        self.mh.error(*args)

    def getfullname(self):
        return os.path.join(self.mh.path, self.name)

    def getsequencesfilename(self):
        return os.path.join(self.getfullname(), MH_SEQUENCES)

    def getmessagefilename(self, n):
        return os.path.join(self.getfullname(), str(n))

    def listsubfolders(self):
        return self.mh.listsubfolders(self.name)

    def listallsubfolders(self):
        return self.mh.listallsubfolders(self.name)

    def listmessages(self):
        """The numbers of the messages; the last is noted."""
        messages = sorted(int(name) for name in os.listdir(self.getfullname())
                          if numericprog.match(name))
        self.last = messages[-1] if messages else 0
        return messages

    def getsequences(self):
        """The sequences: lists of numbers by name."""
        sequences = {}
        fullname = self.getsequencesfilename()
        try:
            f = open(fullname, 'r')
        except IOError:
            return sequences
        with f:
            for line in f:
                fields = line.split(':')
                if len(fields) != 2:
                    self.error('bad sequence in %s: %s'
                               % (fullname, line.strip()))
                key = fields[0].strip()
                sequences[key] = IntSet(fields[1].strip(), ' ').tolist()
        return sequences

    def putsequences(self, sequences):
        """Writes the sequences; without any the file goes."""
        fullname = self.getsequencesfilename()
        lines = []
        for key, seq in sequences.iteritems():
            s = IntSet('', ' ')
            s.fromlist(seq)
            lines.append('%s: %s\n' % (key, s.tostring()))
        if lines:
            with open(fullname, 'w') as f:
                f.writelines(lines)
        else:
            try:
                os.unlink(fullname)
            except os.error:
                pass

    def getcurrent(self):
        """The current message."""
        try:
            return max(self.getsequences()['cur'])
        except (ValueError, KeyError):
            raise Error, 'no cur message'

    def setcurrent(self, n):
        updateline(self.getsequencesfilename(), 'cur', str(n), 0)

    def parsesequence(self, seq):
        """The messages that a specification like first-10, last:5, 3:-2 or
        the name of a sequence means."""
        everything = self.listmessages()
        if not everything:
            raise Error, 'no messages in %s' % self.name
        if seq == 'all':
            return everything
        i = seq.find(':')
        if i >= 0:
            return self._parse_count(seq, seq[:i], seq[i + 1:], everything)
        i = seq.find('-')
        if i >= 0:
            begin = self._parseindex(seq[:i], everything)
            end = self._parseindex(seq[i + 1:], everything)
            i = bisect(everything, begin - 1)
            j = bisect(everything, end)
            found = everything[i:j]
            if not found:
                raise Error, 'bad message list %s' % seq
            return found
        try:
            n = self._parseindex(seq, everything)
        except Error as msg:
            sequences = self.getsequences()
            if seq not in sequences:
                raise Error, ('bad message list %s' % seq
                              if not msg else msg)
            return sequences[seq]
        if n in everything:
            return [n]
        if isnumeric(seq):
            raise Error, "message %d doesn't exist" % n
        raise Error, 'no %s message' % seq

    def _parse_count(self, seq, head, tail, everything):
        direction = ''
        if tail[:1] in '-+':
            direction, tail = tail[:1], tail[1:]
        if not isnumeric(tail):
            raise Error, 'bad message list %s' % seq
        try:
            count = int(tail)
        except (ValueError, OverflowError):
            count = len(everything)
        try:
            anchor = self._parseindex(head, everything)
        except Error as msg:
            sequences = self.getsequences()
            if head not in sequences:
                raise Error, (msg or 'bad message list %s' % seq), \
                    sys.exc_info()[2]
            messages = sequences[head]
            if direction == '-':
                return messages[-count:]
            return messages[:count]
        if not direction and head in ('prev', 'last'):
            direction = '-'
        if direction == '-':
            i = bisect(everything, anchor)
            return everything[max(0, i - count):i]
        i = bisect(everything, anchor - 1)
        return everything[i:i + count]

    def _parseindex(self, seq, all):
        """The message that a number or a word means."""
        if isnumeric(seq):
            try:
                return int(seq)
            except (OverflowError, ValueError):
                return sys.maxint
        if seq in ('cur', '.'):
            return self.getcurrent()
        if seq == 'first':
            return all[0]
        if seq == 'last':
            return all[-1]
        if seq == 'next':
            i = bisect(all, self.getcurrent())
            try:
                return all[i]
            except IndexError:
                raise Error, 'no next message'
        if seq == 'prev':
            i = bisect(all, self.getcurrent() - 1)
            if i == 0:
                raise Error, 'no prev message'
            try:
                return all[i - 1]
            except IndexError:
                raise Error, 'no prev message'
        raise Error, None

    def openmessage(self, n):
        return Message(self, n)

    def removemessages(self, list):
        """Renames messages, with a comma before the number."""
        errors = []
        deleted = []
        for n in list:
            path = self.getmessagefilename(n)
            comma = self.getmessagefilename(',' + str(n))
            try:
                os.unlink(comma)
            except os.error:
                pass
            try:
                os.rename(path, comma)
            except os.error as msg:
                errors.append(msg)
            else:
                deleted.append(n)
        if deleted:
            self.removefromallsequences(deleted)
        self._raise_all(errors)

    def _raise_all(self, errors):
        if errors:
            if len(errors) == 1:
                raise os.error, errors[0]
            raise os.error, ('multiple errors:', errors)

    def refilemessages(self, list, tofolder, keepsequences=0):
        """Moves messages behind those of another folder."""
        errors = []
        refiled = {}
        for n in list:
            ton = tofolder.getlast() + 1
            path = self.getmessagefilename(n)
            topath = tofolder.getmessagefilename(ton)
            try:
                os.rename(path, topath)
            except os.error:
                try:
                    shutil.copy2(path, topath)
                    os.unlink(path)
                except (IOError, os.error) as msg:
                    errors.append(msg)
                    try:
                        os.unlink(topath)
                    except os.error:
                        pass
                    continue
            tofolder.setlast(ton)
            refiled[n] = ton
        if refiled:
            if keepsequences:
                tofolder._copysequences(self, refiled.items())
            self.removefromallsequences(refiled.keys())
        self._raise_all(errors)

    def _copysequences(self, fromfolder, refileditems):
        """The messages that were moved are in the sequences here too."""
        fromsequences = fromfolder.getsequences()
        tosequences = self.getsequences()
        changed = 0
        for name, seq in fromsequences.items():
            new = [ton for fromn, ton in refileditems if fromn in seq]
            if not new:
                continue
            if name in tosequences:
                tosequences[name] = sorted(set(tosequences[name] + new))
            else:
                tosequences[name] = new
            changed = 1
        if changed:
            self.putsequences(tosequences)

    def _place_for(self, tofolder, ton):
        """The name of a message to come; one of that number is set aside."""
        topath = tofolder.getmessagefilename(ton)
        try:
            os.rename(topath, tofolder.getmessagefilename(',%d' % ton))
        except os.error:
            pass
        return topath

    def movemessage(self, n, tofolder, ton):
        """Moves a message to another folder, under a number."""
        path = self.getmessagefilename(n)
        open(path).close()
        topath = self._place_for(tofolder, ton)
        try:
            os.rename(path, topath)
        except os.error:
            self._copied(path, topath, tofolder)
            os.unlink(path)
        self.removefromallsequences([n])

    def _copied(self, path, topath, tofolder):
        ok = 0
        try:
            tofolder.setlast(None)
            shutil.copy2(path, topath)
            ok = 1
        finally:
            if not ok:
                try:
                    os.unlink(topath)
                except os.error:
                    pass

    def copymessage(self, n, tofolder, ton):
        """Copies a message to another folder, under a number."""
        path = self.getmessagefilename(n)
        open(path).close()
        self._copied(path, self._place_for(tofolder, ton), tofolder)

    def createmessage(self, n, txt):
        """Writes a message of a number, as a file has it."""
        path = self._place_for(self, n)
        ok = 0
        try:
            with open(path, 'w') as f:
                shutil.copyfileobj(txt, f)
            ok = 1
        finally:
            if not ok:
                try:
                    os.unlink(path)
                except os.error:
                    pass

    def removefromallsequences(self, list):
        if hasattr(self, 'last') and self.last in list:
            del self.last
        sequences = self.getsequences()
        changed = 0
        for name, seq in sequences.items():
            if name == 'cur':
                continue
            for n in list:
                if n in seq:
                    seq.remove(n)
                    changed = 1
                    if not seq:
                        del sequences[name]
        if changed:
            self.putsequences(sequences)

    def getlast(self):
        """The number of the last message."""
        if not hasattr(self, 'last'):
            self.listmessages()
        return self.last

    def setlast(self, last):
        if last is None:
            if hasattr(self, 'last'):
                del self.last
        else:
            self.last = last


class Message(mimetools.Message):
    """A message of a folder."""

    def __init__(self, f, n, fp=None):
        self.folder = f
        self.number = n
        if fp is None:
            fp = open(f.getmessagefilename(n), 'r')
        mimetools.Message.__init__(self, fp)

    def __repr__(self):
        return 'Message(%s, %s)' % (repr(self.folder), self.number)

    def getheadertext(self, pred=None):
        """The headers, or those whose lower-case names pred() is true of."""
        if pred is None:
            return ''.join(self.headers)
        headers = []
        hit = 0
        for line in self.headers:
            if not line[0].isspace():
                i = line.find(':')
                if i > 0:
                    hit = pred(line[:i].lower())
            if hit:
                headers.append(line)
        return ''.join(headers)

    def getbodytext(self, decode=1):
        """The text behind the headers, decoded."""
        self.fp.seek(self.startofbody)
        encoding = self.getencoding()
        if not decode or encoding in ('', '7bit', '8bit', 'binary'):
            return self.fp.read()
        from StringIO import StringIO
        output = StringIO()
        mimetools.decode(self.fp, output, encoding)
        return output.getvalue()

    def getbodyparts(self):
        """The parts of a multipart."""
        if self.getmaintype() != 'multipart':
            raise Error, 'Content-Type is not multipart/*'
        boundary = self.getparam('boundary')
        if not boundary:
            raise Error, 'multipart/* without boundary param'
        self.fp.seek(self.startofbody)
        mf = multifile.MultiFile(self.fp)
        mf.push(boundary)
        parts = []
        while mf.next():
            n = '%s.%r' % (self.number, 1 + len(parts))
            parts.append(SubMessage(self.folder, n, mf))
        mf.pop()
        return parts

    def getbody(self):
        """The parts of a multipart, else the text."""
        if self.getmaintype() == 'multipart':
            return self.getbodyparts()
        return self.getbodytext()


class SubMessage(Message):
    """A part of a message, read at once."""

    def __init__(self, f, n, fp):
        Message.__init__(self, f, n, fp)
        if self.getmaintype() == 'multipart':
            self.body = Message.getbodyparts(self)
        else:
            self.body = Message.getbodytext(self)
        self.bodyencoded = Message.getbodytext(self, decode=0)

    def __repr__(self):
        return 'SubMessage(%s, %s, %s)' % (repr(self.folder), self.number,
                                           repr(self.fp))

    def getbodytext(self, decode=1):
        if not decode:
            return self.bodyencoded
        if type(self.body) == type(''):
            return self.body

    def getbodyparts(self):
        if type(self.body) == type([]):
            return self.body

    def getbody(self):
        return self.body


class IntSet:
    """Numbers as ranges: (low, high) pairs, both inclusive; as text like
    1-3,7."""

    def __init__(self, data=None, sep=',', rng='-'):
        self.pairs = []
        self.sep = sep
        self.rng = rng
        if data:
            self.fromstring(data)

    def reset(self):
        self.pairs = []

    def __cmp__(self, other):
        return cmp(self.pairs, other.pairs)

    def __hash__(self):
        return hash(self.pairs)

    def __repr__(self):
        return 'IntSet(%r, %r, %r)' % (self.tostring(), self.sep, self.rng)

    def normalize(self):
        """Sorts the ranges and joins those that touch."""
        self.pairs.sort()
        joined = []
        for low, high in self.pairs:
            if joined and joined[-1][1] >= low - 1:
                before = joined[-1]
                joined[-1] = before[0], max(before[1], high)
            else:
                joined.append((low, high))
        self.pairs = joined

    def tostring(self):
        return self.sep.join([
            repr(low) if low == high else repr(low) + self.rng + repr(high)
            for low, high in self.pairs])

    def tolist(self):
        numbers = []
        for low, high in self.pairs:
            numbers.extend(range(low, high + 1))
        return numbers

    def fromlist(self, list):
        for i in list:
            self.append(i)

    def clone(self):
        new = IntSet()
        new.pairs = self.pairs[:]
        return new

    def min(self):
        return self.pairs[0][0]

    def max(self):
        return self.pairs[-1][-1]

    def contains(self, x):
        for low, high in self.pairs:
            if low <= x <= high:
                return True
        return False

    def append(self, x):
        self.pairs.append((x, x))
        self.normalize()

    def addpair(self, xlo, xhi):
        if xlo > xhi:
            return
        self.pairs.append((xlo, xhi))
        self.normalize()

    def fromstring(self, data):
        new = []
        for part in data.split(self.sep):
            bounds = [field.strip() for field in part.split(self.rng)]
            if len(bounds) == 1:
                new.append((int(bounds[0]), int(bounds[0])))
            elif len(bounds) == 2 and int(bounds[0]) <= int(bounds[1]):
                new.append((int(bounds[0]), int(bounds[1])))
            else:
                raise ValueError, 'bad data passed to IntSet'
        self.pairs = self.pairs + new
        self.normalize()


def pickline(file, key, casefold=1):
    """The value of "key: value" in a file, with the lines that continue
    it."""
    try:
        f = open(file, 'r')
    except IOError:
        return None
    pattern = re.compile(re.escape(key) + ':', casefold and re.IGNORECASE)
    with f:
        for line in f:
            if pattern.match(line):
                text = line[len(key) + 1:]
                for line in f:
                    if not line[0].isspace():
                        break
                    text += line
                return text.strip()
    return None


def updateline(file, key, value, casefold=1):
    """Sets the value of a key in a file; None takes it out."""
    try:
        with open(file, 'r') as f:
            lines = f.readlines()
    except IOError:
        lines = []
    pattern = re.compile(re.escape(key) + ':(.*)\n',
                         casefold and re.IGNORECASE)
    newline = None if value is None else '%s: %s\n' % (key, value)
    for i, line in enumerate(lines):
        if pattern.match(line):
            if newline is None:
                del lines[i]
            else:
                lines[i] = newline
            break
    else:
        if newline is not None:
            lines.append(newline)
    temporary = file + '~'
    with open(temporary, 'w') as f:
        f.writelines(lines)
    os.rename(temporary, file)
