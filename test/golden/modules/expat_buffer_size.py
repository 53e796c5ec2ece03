import sys
from xml.parsers import expat

parser = expat.ParserCreate()
parser.buffer_text = True
for size in (-1, 0, 512.0, sys.maxint + 1, sys.maxint, 5L, True, 'x', None,
             2 ** 31, 2 ** 31 - 1, 1024):
    try:
        parser.buffer_size = size
        print parser.buffer_size
    except (TypeError, ValueError) as e:
        print e
