"""A module's docstring.

>>> add(1, 2)
3
>>> add(1, 2)
4
"""
import doctest, sys

def add(a, b):
    """Adds.

        >>> add('a', 'b')
        'ab'
        >>> for i in range(2):
        ...     print add(i, 1)
        ...
        1
        2
        >>> add(1, 'x')
        Traceback (most recent call last):
          ...
        TypeError: unsupported operand type(s) for +: 'int' and 'str'
        >>> print 'a\\n\\nb'
        a
        <BLANKLINE>
        b
        >>> range(20) # doctest: +ELLIPSIS
        [0, 1, ..., 18, 19]
        >>> print 'a   b' # doctest: +NORMALIZE_WHITESPACE
        a b
        >>> 1 / 0 # doctest: +SKIP
        >>> x = 5
        >>> x == 5
        1
    """
    return a + b

class C(object):
    """
    >>> C().m()
    7
    """
    def m(self):
        """
        >>> C().m() + 1
        9
        >>> print 'unexpected'
        """
        return 7
    @property
    def p(self):
        """>>> 1
        1
        """

__test__ = {'extra': '>>> 2 + 2\n4\n'}
print doctest.testmod()
print doctest.testmod(verbose=True, report=False).attempted
parser = doctest.DocTestParser()
for e in parser.get_examples('text\n  >>> a\n  b\n\n  >>> if 1:\n  ...   c\n'):
    print repr(e.source), repr(e.want), e.lineno, e.indent
try:
    parser.get_examples('>>>bad')
except ValueError, e:
    print e
checker = doctest.OutputChecker()
print checker.check_output('a...c\n', 'abbc\n', doctest.ELLIPSIS)
print doctest.script_from_examples('Text.\n>>> 1\n1\n\nmore\n')
