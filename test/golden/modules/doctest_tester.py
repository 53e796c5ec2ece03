# doctest: the old class Tester, and scripts of examples under the debugger.
import doctest
import sys
import warnings

warnings.simplefilter('ignore')
TEXT = """Two examples.

>>> a
1
>>> a + 1
3
"""


class Documented(object):
    """
    >>> 2 * 3
    6
    """

    def method(self):
        """
        >>> 1 / 0
        Traceback (most recent call last):
        ZeroDivisionError: integer division or modulo by zero
        """


t = doctest.Tester(globs={'a': 1})
print t.runstring(TEXT, 'text')
print t.rundoc(Documented, 'Documented')
print t.rundict({'D': Documented, 'n': 3}, 'names')
print t.run__test__({'s': TEXT, 'D': Documented}, 'tests')
other = doctest.Tester(globs={'a': 2})
other.runstring(TEXT, 'text')
t.merge(other)
print t.summarize()
for arguments in (), (3,):
    try:
        doctest.Tester(*arguments)
    except TypeError as e:
        print e
try:
    doctest.testsource(doctest, 'nothing')
except ValueError as e:
    print e
print doctest.testsource(sys.modules[__name__], '__main__.Documented.method')
doctest.debug_script('print "seen", x\n', True, {'x': 5})
