"""Module doc.

>>> 1 + 1
3
"""
import doctest
def f():
    r'''
    >>> raise KeyError('x')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    my.module.KeyError: other
    '''
class C:
    """
    >>> 2
    2
    """
    def m(self): """
    >>> 3
    4
    """
def suite():
    return doctest.DocTestSuite()
