"""Addresses and dates of headers.  As those of rfc822, but stricter about
domains, and quoting what was quoted."""
import calendar
import time

import rfc822
from rfc822 import _timezones, quote

__all__ = ['mktime_tz', 'parsedate', 'parsedate_tz', 'quote']

_daynames = rfc822._daynames


def parsedate_tz(data):
    """A date as a tuple of ten, the last the offset of its time zone from
    UTC in seconds, or None; None if it is no date."""
    words = data.split()
    if words[0].endswith(',') or words[0].lower() in _daynames:
        del words[0]
    else:
        words[0] = words[0][words[0].rfind(',') + 1:]
    if len(words) == 3:
        parts = words[0].split('-')  # RFC 850
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        clock = words[3]
        i = clock.find('+')
        if i > 0:
            words[3:] = [clock[:i], clock[i + 1:]]
        else:
            words.append('')
    if len(words) < 5:
        return None
    found = rfc822._date_of_words(*words[:5])
    if found is None:
        return None
    year = found[0]
    if year < 100:
        year += 1900 if year > 68 else 2000
    return (year,) + found[1:8] + (-1, found[9])


def parsedate(data):
    """A date as a tuple for time.mktime(), or None."""
    t = parsedate_tz(data)
    return t[:9] if isinstance(t, tuple) else t


def mktime_tz(data):
    """The time of a tuple of parsedate_tz()."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


class AddrlistClass(rfc822.AddrlistClass):
    """A parser of lists of addresses."""

    def __init__(self, field):
        rfc822.AddrlistClass.__init__(self, field)
        self.FWS = self.LWS + self.CR

    def getaddrlist(self):
        """All addresses; ('', '') for what is none."""
        result = []
        while self.pos < len(self.field):
            result += self.getaddress() or [('', '')]
        return result

    def getaddrspec(self):
        """local-part@domain, or nothing."""
        parts = []
        self.gotonext()
        while self.pos < len(self.field):
            c = self._peek()
            if c == '.':
                parts.append('.')
                self.pos += 1
            elif c == '"':
                parts.append('"%s"' % quote(self.getquote()))
            elif c in self.atomends:
                break
            else:
                parts.append(self.getatom())
            self.gotonext()
        if self._peek() != '@':
            return ''.join(parts)
        self.pos += 1
        self.gotonext()
        domain = self.getdomain()
        return ''.join(parts) + '@' + domain if domain else ''

    def getdomain(self):
        """A domain; nothing if there is a second @ behind it, as a program
        that takes the first for the end would be deceived."""
        parts = []
        while self.pos < len(self.field):
            c = self._peek()
            if c == '@':
                return ''
            if c in self.LWS + self.CR:
                self.pos += 1
            elif c == '(':
                self.commentlist.append(self.getcomment())
            elif c == '[':
                parts.append(self.getdomainliteral())
            elif c == '.':
                self.pos += 1
                parts.append('.')
            elif c in self.atomends:
                break
            else:
                parts.append(self.getatom())
        return ''.join(parts)


class AddressList(AddrlistClass):
    """The addresses of a header as a list that knows set operations."""

    def __init__(self, field):
        AddrlistClass.__init__(self, field)
        self.addresslist = self.getaddrlist() if field else []

    def __len__(self):
        return len(self.addresslist)

    def __getitem__(self, index):
        return self.addresslist[index]

    def __add__(self, other):
        result = AddressList(None)
        result.addresslist = self.addresslist[:]
        result += other
        return result

    def __iadd__(self, other):
        for x in other.addresslist:
            if x not in self.addresslist:
                self.addresslist.append(x)
        return self

    def __sub__(self, other):
        result = AddressList(None)
        result.addresslist = [x for x in self.addresslist
                              if x not in other.addresslist]
        return result

    def __isub__(self, other):
        for x in other.addresslist:
            if x in self.addresslist:
                self.addresslist.remove(x)
        return self
