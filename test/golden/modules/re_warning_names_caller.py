# The warning names the line that called module re.
import re


def search(pattern):
    try:
        print re.search(pattern, 'xyz')
    except re.error as e:
        print e


try:
    re.compile('(?<=(a)\\1b)')
except re.error as e:
    print e
search('(?<=(?P<n>a)(?P=n))b')
