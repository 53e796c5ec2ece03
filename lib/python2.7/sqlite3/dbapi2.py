"""The interface of PEP 249 over _sqlite3."""

import datetime
import time
import collections

from _sqlite3 import *

paramstyle = 'qmark'
threadsafety = 1
apilevel = '2.0'

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime


def DateFromTicks(ticks):
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


version_info = tuple([int(x) for x in version.split('.')])
sqlite_version_info = tuple([int(x) for x in sqlite_version.split('.')])

Binary = buffer
collections.Sequence.register(Row)


def _adapt_date(value):
    return value.isoformat()


def _adapt_datetime(value):
    return value.isoformat(' ')


def _convert_date(text):
    return datetime.date(*[int(part) for part in text.split('-')])


def _convert_timestamp(text):
    date, clock = text.split(' ')
    parts = clock.split('.')
    numbers = [int(part) for part in date.split('-') + parts[0].split(':')]
    micros = 0
    if len(parts) == 2:
        micros = int('{:0<6.6}'.format(parts[1].decode()))
    return datetime.datetime(*(numbers + [micros]))


register_adapter(datetime.date, _adapt_date)
register_adapter(datetime.datetime, _adapt_datetime)
register_converter('date', _convert_date)
register_converter('timestamp', _convert_timestamp)
