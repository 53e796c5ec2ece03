exec "import string; print string.join(['a', 'b'], '-')"
exec """
from math import sqrt as s, floor
import os.path as p, textwrap
def f():
    import colorsys
    return colorsys.rgb_to_hsv(1, 0, 0)
print s(4), p.join('a', 'b'), textwrap.fill('x'), f()
"""
print eval("__import__('bisect').bisect([1, 2], 1)")
for s in 'import nope', 'from os import nope', 'import os.nope', 'from fnmatch import fnmatch; print fnmatch("a", "*")':
    try: exec s
    except ImportError, e: print e
