# What CPython has in C is in no traceback.
import collections
import csv
import fractions
import sqlite3
import string
import time
import traceback
import warnings

Pair = collections.namedtuple('Pair', 'a b')
warnings.simplefilter('error')


def inside():
    warnings.warn('said', RuntimeWarning)


def names(f, args):
    try:
        f(*args)
    except Exception, e:
        tb = traceback.extract_tb(__import__('sys').exc_info()[2])
        print type(e).__name__, e, [entry[2] for entry in tb[1:]]


for call in [(csv.reader, 5), (Pair, 1, 2, 3),
             (string.maketrans, 'a', 'bc'), (warnings.warn, 5, 6),
             (sqlite3.connect(':memory:').execute, 'selec'),
             (time.strptime, 'x', '%Y'), (fractions.Fraction, 'x')]:
    names(call[0], call[1:])
inside()
