"""Files of comma-separated values."""

import re
from functools import reduce
from _csv import (Error, __version__, writer, reader, register_dialect,
                  unregister_dialect, get_dialect, list_dialects,
                  field_size_limit, QUOTE_MINIMAL, QUOTE_ALL,
                  QUOTE_NONNUMERIC, QUOTE_NONE, __doc__)
from _csv import Dialect as _Dialect

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE",
           "Error", "Dialect", "__doc__", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect",
           "get_dialect", "list_dialects", "Sniffer", "unregister_dialect",
           "__version__", "DictReader", "DictWriter"]


class Dialect:
    """A dialect: derived classes set these attributes."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError, e:
            # Error is what csv promises.
            raise Error(str(e))


class excel(Dialect):
    """What Excel writes as CSV."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


register_dialect("excel", excel)


class excel_tab(excel):
    """What Excel writes with tabs."""
    delimiter = '\t'


register_dialect("excel-tab", excel_tab)


class DictReader:
    """Records as dicts, with keys from the first unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None,
                 dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = self.reader.next()
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def next(self):
        if self.line_num == 0:
            # For the side effect: the names are read.
            self.fieldnames
        row = self.reader.next()
        self.line_num = self.reader.line_num
        while row == []:
            row = self.reader.next()
        names = self.fieldnames
        d = dict(zip(names, row))
        lf = len(names)
        lr = len(row)
        if lf < lr:
            d[self.restkey] = row[lf:]
        elif lf > lr:
            for key in names[lr:]:
                d[key] = self.restval
        return d


class DictWriter:

    def __init__(self, f, fieldnames, restval="", extrasaction="raise",
                 dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" %
                             extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            wrong_fields = [k for k in rowdict if k not in self.fieldnames]
            if wrong_fields:
                raise ValueError("dict contains fields not in fieldnames: " +
                                 ", ".join([repr(x) for x in wrong_fields]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        rows = []
        for rowdict in rowdicts:
            rows.append(self._dict_to_list(rowdict))
        return self.writer.writerows(rows)


try:
    complex
except NameError:
    complex = float


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        # In this order, other things being equal.
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """Return a dialect that fits; only these delimiters, if given."""
        quotechar, doublequote, delimiter, skipinitialspace = \
            self._guess_quote_and_delimiter(sample, delimiters)
        if not delimiter:
            delimiter, skipinitialspace = self._guess_delimiter(sample,
                                                                delimiters)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        # A writer has to have one.
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skipinitialspace
        return dialect

    def _guess_quote_and_delimiter(self, data, delimiters):
        """Look for quoted fields and what stands beside them."""
        matches = []
        for restr in (
                # ,"...",
                r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?'
                r'(?P=quote)(?P=delim)',
                # "...",
                r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)'
                r'(?P<delim>[^\w\n"\'])(?P<space> ?)',
                # ,"..."
                r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?'
                r'(?P=quote)(?:$|\n)',
                # "..." alone
                r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)'):
            regexp = re.compile(restr, re.DOTALL | re.MULTILINE)
            matches = regexp.findall(data)
            if matches:
                break
        if not matches:
            return ('', False, None, 0)
        quotes = {}
        delims = {}
        spaces = 0
        groupindex = regexp.groupindex
        for m in matches:
            if not isinstance(m, tuple):
                m = (m,)
            key = m[groupindex['quote'] - 1]
            if key:
                quotes[key] = quotes.get(key, 0) + 1
            if 'delim' not in groupindex:
                continue
            key = m[groupindex['delim'] - 1]
            if key and (delimiters is None or key in delimiters):
                delims[key] = delims.get(key, 0) + 1
            if m[groupindex['space'] - 1]:
                spaces += 1
        quotechar = _most(quotes)
        if delims:
            delim = _most(delims)
            skipinitialspace = delims[delim] == spaces
            if delim == '\n':
                # One column.
                delim = ''
        else:
            delim = ''
            skipinitialspace = 0
        # A doubled quote within quotes?
        dq_regexp = re.compile(
            r"((%(delim)s)|^)\W*%(quote)s[^%(delim)s\n]*%(quote)s"
            r"[^%(delim)s\n]*%(quote)s\W*((%(delim)s)|$)" %
            {'delim': re.escape(delim), 'quote': quotechar}, re.MULTILINE)
        doublequote = bool(dq_regexp.search(data))
        return (quotechar, doublequote, delim, skipinitialspace)

    def _guess_delimiter(self, data, delimiters):
        """The character that comes equally often in most lines."""
        data = filter(None, data.split('\n'))
        ascii = [chr(c) for c in range(127)]
        # 7-bit characters alone can be delimiters.
        chunk_length = min(10, len(data))
        iteration = 0
        char_frequency = {}
        modes = {}
        delims = {}
        start, end = 0, min(chunk_length, len(data))
        while start < len(data):
            iteration += 1
            for line in data[start:end]:
                for char in ascii:
                    meta = char_frequency.get(char, {})
                    freq = line.count(char)
                    meta[freq] = meta.get(freq, 0) + 1
                    char_frequency[char] = meta
            for char in char_frequency.keys():
                items = char_frequency[char].items()
                if len(items) == 1 and items[0][0] == 0:
                    continue
                # The usual number in a line, less the lines that differ.
                if len(items) > 1:
                    mode = items[0]
                    for item in items[1:]:
                        if item[1] > mode[1]:
                            mode = item
                    items.remove(mode)
                    others = 0
                    for item in items:
                        others += item[1]
                    modes[char] = (mode[0], mode[1] - others)
                else:
                    modes[char] = items[0]
            total = float(chunk_length * iteration)
            consistency = 1.0
            threshold = 0.9
            while len(delims) == 0 and consistency >= threshold:
                for k, v in modes.items():
                    if v[0] > 0 and v[1] > 0 and \
                            v[1] / total >= consistency and \
                            (delimiters is None or k in delimiters):
                        delims[k] = v
                consistency -= 0.01
            if len(delims) == 1:
                delim = delims.keys()[0]
                return delim, self._spaced(data, delim)
            start = end
            end += chunk_length
        if not delims:
            return ('', 0)
        if len(delims) > 1:
            for d in self.preferred:
                if d in delims.keys():
                    return d, self._spaced(data, d)
        items = [(v, k) for k, v in delims.items()]
        items.sort()
        delim = items[-1][1]
        return delim, self._spaced(data, delim)

    def _spaced(self, data, delim):
        """Does a blank follow each delimiter?"""
        return data[0].count(delim) == data[0].count("%c " % delim)

    def has_header(self, sample):
        """True if the first record looks unlike those below it."""
        rdr = reader(StringIO(sample), self.sniff(sample))
        header = rdr.next()
        columns = len(header)
        columnTypes = {}
        for i in range(columns):
            columnTypes[i] = None
        checked = 0
        for row in rdr:
            # A sample is enough.
            if checked > 20:
                break
            checked += 1
            if len(row) != columns:
                continue
            for col in columnTypes.keys():
                thisType = _kind(row[col])
                if thisType == columnTypes[col]:
                    continue
                if columnTypes[col] is None:
                    columnTypes[col] = thisType
                else:
                    # No consistent type.
                    del columnTypes[col]
        hasHeader = 0
        for col, colType in columnTypes.items():
            if type(colType) == type(0):
                # The length of strings.
                if len(header[col]) != colType:
                    hasHeader += 1
                else:
                    hasHeader -= 1
            else:
                try:
                    colType(header[col])
                except (ValueError, TypeError):
                    hasHeader += 1
                else:
                    hasHeader -= 1
        return hasHeader > 0


def _most(counts):
    """The key that counts most; the later of equals."""
    return reduce(lambda a, b: a if counts[a] > counts[b] else b,
                  counts.keys())


def _kind(text):
    """The number type that takes a text, or its length."""
    for thisType in (int, long, float, complex):
        try:
            thisType(text)
        except (ValueError, OverflowError):
            continue
        return int if thisType is long else thisType
    return len(text)
