# DocTestSuite() tests the module that calls it; lines of docstrings.
"""
>>> 5
5
"""
import doctest, unittest, helper, re, sys
s = helper.suite()
print [t.id() for t in s]
r = unittest.TestResult()
s.run(r)
print r
for case, text in r.failures:
    print case.id(), re.findall('line [0-9]+, in helper.*', text)
for t in doctest.DocTestFinder().find(helper):
    print t.name, t.lineno, [e.lineno for e in t.examples]
def g():
    """
    >>> 1
    1
    """
print [(t.name, t.lineno) for t in doctest.DocTestFinder().find(g, globs={})]
exec '''def h(): """
  >>> 1
  2
  """
'''
print [(t.name, t.lineno) for t in doctest.DocTestFinder().find(h, module=False)]
try:
    doctest.DocTestParser().get_doctest('>>> # doctest: +ELLIPSIS\n', {}, 's', 's.py', 0)
except ValueError as e:
    print e
for want in ('Traceback (most recent call last):\nfoo.bar.Empty', 'Traceback (most recent call last):\nfoo.bar.Empty:', 'Traceback (most recent call last):\n    ...\nOther'):
    class Empty(Exception): pass
    t = doctest.DocTestParser().get_doctest('>>> raise Empty() # doctest: +IGNORE_EXCEPTION_DETAIL\n' + want, {'Empty': Empty}, 's', 's.py', 0)
    print doctest.DocTestRunner(verbose=False).run(t, out=lambda s: None)
