"""time.strptime() and datetime.strptime(): a format becomes a regular
expression with a named group per directive; what the groups matched is then
completed to a full time tuple."""
import time
import re
import _locale
from _frames import hide as _hide
from datetime import date as _date

__all__ = []

_ESCAPED = re.compile(r'([\\.^$*+?\(\){}\[\]|])')
_SPACE = re.compile(r'\s+')

# A moment whose strftime() output shows the order of the fields: every
# number in it is different.
_SAMPLE = (1999, 3, 17, 22, 44, 55, 2, 76, 0)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _weekday_names(code):
    return [time.strftime(code, (2001, 1, 1 + i, 0, 0, 0, i, 1 + i, 0)).lower()
            for i in range(7)]


def _month_names(code):
    return [''] + [time.strftime(code, (2001, i, 1, 0, 0, 0, 0, 1, 0)).lower()
                   for i in range(1, 13)]


_languages = {'C': (None, None), 'POSIX': (None, None)}


def _getlang():
    """Language and encoding of the locale of times."""
    name = _locale.setlocale(_locale.LC_TIME)
    lang = _languages.get(name)
    if lang is None:
        import locale
        lang = _languages[name] = locale.getlocale(locale.LC_TIME)
    return lang


class LocaleTime(object):
    """The names and the date and time formats of the current locale."""

    def __init__(self):
        self.lang = _getlang()
        self.f_weekday = _weekday_names('%A')
        self.a_weekday = _weekday_names('%a')
        self.f_month = _month_names('%B')
        self.a_month = _month_names('%b')
        self.am_pm = [time.strftime('%p', (1999, 3, 17, hour, 44, 55, 2, 76, 0)
                                    ).lower() for hour in (1, 22)]
        self.tzname = time.tzname
        self.daylight = time.daylight
        summer = frozenset()
        if self.daylight:
            summer = frozenset([self.tzname[1].lower()])
        self.timezone = (frozenset(['utc', 'gmt', self.tzname[0].lower()]),
                         summer)
        self.LC_date_time = self._read_format('%c')
        self.LC_date = self._read_format('%x')
        self.LC_time = self._read_format('%X')
        if _getlang() != self.lang:
            raise ValueError("locale changed during initialization")

    def _is_current(self):
        return (self.lang == _getlang() and self.tzname == time.tzname and
                self.daylight == time.daylight)

    def _read_format(self, code):
        """The directives that the locale's %c, %x or %X stands for."""
        text = time.strftime(code, _SAMPLE).lower()
        pairs = [('%', '%%'), (self.f_weekday[2], '%A'),
                 (self.f_month[3], '%B'), (self.a_weekday[2], '%a'),
                 (self.a_month[3], '%b'), (self.am_pm[1], '%p'),
                 ('1999', '%Y'), ('99', '%y'), ('22', '%H'), ('44', '%M'),
                 ('55', '%S'), ('76', '%j'), ('17', '%d'), ('03', '%m'),
                 ('3', '%m'), ('2', '%w'), ('10', '%I')]
        for names in self.timezone:
            pairs.extend((name, '%Z') for name in names)
        for old, new in pairs:
            if old:
                text = text.replace(old, new)
        week = '%U'
        if '00' in time.strftime(code, (1999, 1, 3, 1, 1, 1, 6, 3, 0)):
            week = '%W'
        return text.replace('11', week)


def _one_of(names, group):
    """Longer names first: one may begin another."""
    names = [name for name in names if name]
    if not names:
        return ''
    names.sort(key=len, reverse=True)
    return '(?P<%s>%s)' % (group, '|'.join(re.escape(name) for name in names))


class TimeRE(dict):
    """Regular expressions of the directives, for one locale."""

    def __init__(self, locale_time=None):
        names = locale_time or LocaleTime()
        self.locale_time = names
        dict.__init__(self, {
            'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
            'f': r'(?P<f>[0-9]{1,6})',
            'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
            'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
            'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]'
                 r'|[1-9]\d|0[1-9]|[1-9])',
            'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
            'M': r'(?P<M>[0-5]\d|\d)',
            'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
            'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
            'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
            'w': r'(?P<w>[0-6])',
            'y': r'(?P<y>\d\d)',
            'Y': r'(?P<Y>\d\d\d\d)',
            'A': _one_of(names.f_weekday, 'A'),
            'a': _one_of(names.a_weekday, 'a'),
            'B': _one_of(names.f_month[1:], 'B'),
            'b': _one_of(names.a_month[1:], 'b'),
            'p': _one_of(names.am_pm, 'p'),
            'Z': _one_of([name for zone in names.timezone for name in zone],
                         'Z'),
            '%': '%',
        })
        for code, format in (('c', names.LC_date_time), ('x', names.LC_date),
                             ('X', names.LC_time)):
            self[code] = self.pattern(format)

    def pattern(self, format):
        """The regular expression of a format, as text."""
        format = _ESCAPED.sub(r'\\\1', format)
        format = _SPACE.sub(r'\\s+', format)
        result = []
        while '%' in format:
            at = format.index('%')
            result.append(format[:at])
            result.append(self[format[at + 1]])
            format = format[at + 2:]
        return ''.join(result) + format

    def compile(self, format):
        return re.compile(self.pattern(format), re.IGNORECASE)


_CACHE_MAX_SIZE = 5
_TimeRE_cache = TimeRE()
_regex_cache = {}


def _compiled(format):
    """Names and pattern of a format, in the present locale and time zone."""
    global _TimeRE_cache, _regex_cache
    directives, patterns = _TimeRE_cache, _regex_cache
    if not directives.locale_time._is_current():
        directives = _TimeRE_cache = TimeRE()
        patterns = _regex_cache = {}
    found = patterns.get(format)
    if found is None:
        if len(patterns) > _CACHE_MAX_SIZE:
            patterns = _regex_cache = {}
        try:
            found = directives.compile(format)
        except KeyError, err:
            code = err.args[0]
            if code == '\\':
                code = '%'
            raise ValueError("'%s' is a bad directive in format '%s'" %
                             (code, format))
        except IndexError:
            raise ValueError("stray %% in format '%s'" % format)
        patterns[format] = found
    return directives.locale_time, found


def _day_of_week_number(year, week, weekday, starts_monday):
    """Day of the year from %U or %W and the day of the week."""
    first = _date(year, 1, 1).weekday()
    if not starts_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week_0_length = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week_0_length + 7 * (week - 1) + weekday


def _hour_of(found, names):
    hour = int(found['I'])
    marker = (found.get('p') or '').lower()
    if marker in ('', names.am_pm[0]):
        if hour == 12:
            hour = 0
    elif marker == names.am_pm[1] and hour != 12:
        hour += 12
    return hour


def _zone_of(name, names):
    """0 or 1 for standard or summer time, -1 unknown."""
    name = name.lower()
    for i, zone in enumerate(names.timezone):
        if name in zone:
            # Both zones may have one name where the locale is badly set up.
            if (time.tzname[0] == time.tzname[1] and time.daylight and
                    name not in ('utc', 'gmt')):
                break
            return i
    return -1


def _match(data_string, format, pattern):
    match = pattern.match(data_string)
    if not match:
        raise ValueError('time data %r does not match format %r' %
                         (data_string, format))
    if len(data_string) != match.end():
        raise ValueError('unconverted data remains: %s' %
                         data_string[match.end():])
    return match.groupdict()


_hide(_match)


def _strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    """A time tuple and the microseconds."""
    names, pattern = _compiled(format)
    found = _match(data_string, format, pattern)
    year = None
    month = day = 1
    hour = minute = second = fraction = 0
    zone = weekday = julian = week = -1
    starts_monday = True
    if 'y' in found:
        year = int(found['y'])
        year += 2000 if year <= 68 else 1900
    if 'Y' in found:
        year = int(found['Y'])
    if 'm' in found:
        month = int(found['m'])
    if 'B' in found:
        month = names.f_month.index(found['B'].lower())
    if 'b' in found:
        month = names.a_month.index(found['b'].lower())
    if 'd' in found:
        day = int(found['d'])
    if 'H' in found:
        hour = int(found['H'])
    if 'I' in found:
        hour = _hour_of(found, names)
    if 'M' in found:
        minute = int(found['M'])
    if 'S' in found:
        second = int(found['S'])
    if 'f' in found:
        fraction = int(found['f'] + '0' * (6 - len(found['f'])))
    if 'A' in found:
        weekday = names.f_weekday.index(found['A'].lower())
    if 'a' in found:
        weekday = names.a_weekday.index(found['a'].lower())
    if 'w' in found:
        weekday = (int(found['w']) + 6) % 7
    if 'j' in found:
        julian = int(found['j'])
    for code in 'UW':
        if code in found:
            week = int(found[code])
            starts_monday = code == 'W'
    if 'Z' in found:
        zone = _zone_of(found['Z'], names)
    # February 29 needs a leap year, but the year is to stay 1900.
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day else 1900
    if julian == -1 and week != -1 and weekday != -1:
        julian = _day_of_week_number(year, week, weekday, starts_monday)
        if julian <= 0:
            year -= 1
            julian += 366 if _is_leap(year) else 365
    if julian == -1:
        julian = (_date(year, month, day).toordinal() -
                  _date(year, 1, 1).toordinal() + 1)
    else:
        day_found = _date.fromordinal(julian - 1 +
                                      _date(year, 1, 1).toordinal())
        year, month, day = day_found.year, day_found.month, day_found.day
    if weekday == -1:
        weekday = _date(year, month, day).weekday()
    if leap_day:
        year = 1900
    return (time.struct_time((year, month, day, hour, minute, second, weekday,
                              julian, zone)), fraction)


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    return _strptime(data_string, format)[0]
