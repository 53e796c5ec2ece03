"""Messages with what the formats of mailboxes know of them besides.

When one kind is made of another, its state goes through a _State, which has
what several formats know in their own terms.
"""
import calendar
import copy
import time

import email
import email.message


class _State(object):
    """seen, old (no longer new in the mailbox), flagged, replied, passed on,
    deleted."""

    def __init__(self, seen, old, flagged, replied, passed, deleted):
        self.seen = seen
        self.old = old
        self.flagged = flagged
        self.replied = replied
        self.passed = passed
        self.deleted = deleted

    def letters(self, table):
        """The letters of those that are true."""
        return ''.join([letter for name, letter in table
                        if getattr(self, name)])


class Message(email.message.Message):
    """A message of a str, a file, another message, or nothing."""

    def __init__(self, message=None):
        if isinstance(message, email.message.Message):
            self._become_message(copy.deepcopy(message))
            if isinstance(message, Message):
                message._explain_to(self)
        elif isinstance(message, str):
            self._become_message(email.message_from_string(message))
        elif hasattr(message, 'read'):
            self._become_message(email.message_from_file(message))
        elif message is None:
            email.message.Message.__init__(self)
        else:
            raise TypeError('Invalid message type: %s' % type(message))

    def _become_message(self, message):
        for name in ('_headers', '_unixfrom', '_payload', '_charset',
                     'preamble', 'epilogue', 'defects', '_default_type'):
            setattr(self, name, getattr(message, name))

    def _state(self):
        """None: the format knows nothing."""
        return None

    def _take_state(self, state):
        pass

    def _explain_to(self, message):
        """Tells another message what this one knows."""
        if not isinstance(message, Message):
            text = 'Cannot convert to specified type'
            if self._state() is not None:
                text += ': %s' % type(message)
            raise TypeError(text)
        state = self._state()
        if state is not None:
            message._take_state(state)


class MaildirMessage(Message):
    """A message of a Maildir: in subdir new or cur, with flags (D draft, F
    flagged, P passed, R replied, S seen, T trashed) and a date."""

    _LETTERS = (('flagged', 'F'), ('passed', 'P'), ('replied', 'R'),
                ('seen', 'S'), ('deleted', 'T'))

    def __init__(self, message=None):
        self._subdir = 'new'
        self._info = ''
        self._date = time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ('new', 'cur'):
            raise ValueError("subdir must be 'new' or 'cur': %s" % subdir)
        self._subdir = subdir

    def get_flags(self):
        return self._info[2:] if self._info.startswith('2,') else ''

    def set_flags(self, flags):
        self._info = '2,' + ''.join(sorted(flags))

    def add_flag(self, flag):
        self.set_flags(set(self.get_flags()) | set(flag))

    def remove_flag(self, flag):
        if self.get_flags():
            self.set_flags(set(self.get_flags()) - set(flag))

    def get_date(self):
        """When it was delivered, in seconds."""
        return self._date

    def set_date(self, date):
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError("can't convert to float: %s" % date)

    def get_info(self):
        """What stands behind the colon of the file's name."""
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError('info must be a string: %s' % type(info))
        self._info = info

    def _state(self):
        flags = self.get_flags()
        return _State('S' in flags, self._subdir == 'cur', 'F' in flags,
                      'R' in flags, 'P' in flags, 'T' in flags)

    def _take_state(self, state):
        if state.old:
            self.set_subdir('cur')
        flags = state.letters(self._LETTERS)
        if flags:
            self.add_flag(flags)

    def _explain_to(self, message):
        if isinstance(message, MaildirMessage):
            message.set_flags(self.get_flags())
            message.set_subdir(self.get_subdir())
            message.set_date(self.get_date())
            return
        Message._explain_to(self, message)
        if isinstance(message, _mboxMMDFMessage):
            message.set_from('MAILER-DAEMON', time.gmtime(self.get_date()))


class _mboxMMDFMessage(Message):
    """A message of an mbox: the line "From " before it, and flags in the
    headers Status (R read, O old) and X-Status (D deleted, F flagged, A
    answered)."""

    _LETTERS = (('seen', 'R'), ('old', 'O'), ('deleted', 'D'),
                ('flagged', 'F'), ('replied', 'A'))

    def __init__(self, message=None):
        self.set_from('MAILER-DAEMON', True)
        if isinstance(message, email.message.Message):
            line = message.get_unixfrom()
            if line is not None and line.startswith('From '):
                self.set_from(line[5:])
        Message.__init__(self, message)

    def get_from(self):
        return self._from

    def set_from(self, from_, time_=None):
        """time_: a time to append, True for now."""
        if time_ is not None:
            if time_ is True:
                time_ = time.gmtime()
            from_ += ' ' + time.asctime(time_)
        self._from = from_

    def get_flags(self):
        return self.get('Status', '') + self.get('X-Status', '')

    def set_flags(self, flags):
        flags = set(flags)
        status = [f for f in 'RO' if f in flags]
        others = [f for f in 'DFA' if f in flags]
        others += sorted(flags - set('RODFA'))
        self._set_header('Status', ''.join(status))
        self._set_header('X-Status', ''.join(others))

    def _set_header(self, name, value):
        try:
            self.replace_header(name, value)
        except KeyError:
            self.add_header(name, value)

    def add_flag(self, flag):
        self.set_flags(set(self.get_flags()) | set(flag))

    def remove_flag(self, flag):
        if 'Status' in self or 'X-Status' in self:
            self.set_flags(set(self.get_flags()) - set(flag))

    def _state(self):
        flags = self.get_flags()
        return _State('R' in flags, 'O' in flags, 'F' in flags,
                      'A' in flags, False, 'D' in flags)

    def _take_state(self, state):
        flags = state.letters(self._LETTERS)
        if flags:
            self.add_flag(flags)

    def _explain_to(self, message):
        if isinstance(message, _mboxMMDFMessage):
            message.set_flags(self.get_flags())
            message.set_from(self.get_from())
            return
        Message._explain_to(self, message)
        if isinstance(message, (MaildirMessage, MHMessage, BabylMessage)):
            del message['status']
            del message['x-status']
        if isinstance(message, MaildirMessage):
            self._explain_date(message)

    def _explain_date(self, message):
        date = ' '.join(self.get_from().split()[-5:])
        try:
            message.set_date(calendar.timegm(
                time.strptime(date, '%a %b %d %H:%M:%S %Y')))
        except (ValueError, OverflowError):
            pass


class mboxMessage(_mboxMMDFMessage):
    """A message of an mbox."""


class MMDFMessage(_mboxMMDFMessage):
    """A message of an MMDF file, which has the headers of an mbox."""


class MHMessage(Message):
    """A message of an MH folder: in sequences, which are sets of messages
    with names."""

    def __init__(self, message=None):
        self._sequences = []
        Message.__init__(self, message)

    def get_sequences(self):
        return self._sequences[:]

    def set_sequences(self, sequences):
        self._sequences = list(sequences)

    def add_sequence(self, sequence):
        if not isinstance(sequence, str):
            raise TypeError('sequence must be a string: %s' % type(sequence))
        if sequence not in self._sequences:
            self._sequences.append(sequence)

    def remove_sequence(self, sequence):
        if sequence in self._sequences:
            self._sequences.remove(sequence)

    def _state(self):
        names = self._sequences
        return _State('unseen' not in names, True, 'flagged' in names,
                      'replied' in names, False, False)

    def _take_state(self, state):
        if not state.seen:
            self.add_sequence('unseen')
        if state.replied:
            self.add_sequence('replied')
        if state.flagged:
            self.add_sequence('flagged')

    def _explain_to(self, message):
        if isinstance(message, MHMessage):
            for name in self._sequences:
                message.add_sequence(name)
        else:
            Message._explain_to(self, message)


class BabylMessage(Message):
    """A message of Emacs's Rmail: with labels, and the headers that are
    shown as a message of their own."""

    def __init__(self, message=None):
        self._labels = []
        self._visible = Message()
        Message.__init__(self, message)

    def get_labels(self):
        return self._labels[:]

    def set_labels(self, labels):
        self._labels = list(labels)

    def add_label(self, label):
        if not isinstance(label, str):
            raise TypeError('label must be a string: %s' % type(label))
        if label not in self._labels:
            self._labels.append(label)

    def remove_label(self, label):
        if label in self._labels:
            self._labels.remove(label)

    def get_visible(self):
        return Message(self._visible)

    def set_visible(self, visible):
        self._visible = Message(visible)

    def update_visible(self):
        """Brings the shown headers up to date, and adds common ones."""
        for name in self._visible.keys():
            if name in self:
                self._visible.replace_header(name, self[name])
            else:
                del self._visible[name]
        for name in ('Date', 'From', 'Reply-To', 'To', 'CC', 'Subject'):
            if name in self and name not in self._visible:
                self._visible[name] = self[name]

    def _state(self):
        labels = self._labels
        return _State('unseen' not in labels, True, False,
                      'answered' in labels,
                      'forwarded' in labels or 'resent' in labels,
                      'deleted' in labels)

    def _take_state(self, state):
        if not state.seen:
            self.add_label('unseen')
        if state.deleted:
            self.add_label('deleted')
        if state.replied:
            self.add_label('answered')
        if state.passed:
            self.add_label('forwarded')

    def _explain_to(self, message):
        if isinstance(message, BabylMessage):
            message.set_visible(self.get_visible())
            for label in self._labels:
                message.add_label(label)
        else:
            Message._explain_to(self, message)
