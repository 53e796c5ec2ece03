import unittest
class A(unittest.TestCase):
    def runTest(self): self.assertTrue(True)
class Stream(object):
    def __init__(self): self.s = ''
    def write(self, x): self.s += x
    def flush(self): pass
class B(unittest.TestCase):
    def test_b1(self): pass
    def test_b2(self): self.fail('b2 fails')
s = Stream()
suite = unittest.TestSuite([A(), B('test_b1'), B('test_b2')])
r = unittest.TextTestRunner(stream=s, verbosity=2).run(suite)
print r.testsRun, r.wasSuccessful(), suite.countTestCases()
import re
text = re.sub(r'in [\d.]+s', 'in Xs', s.s)
print [l for l in text.splitlines() if not l.startswith('  ')]
