import unittest, sys
class T(unittest.TestCase):
    def setUp(self): log.append('setUp')
    def tearDown(self): log.append('tearDown')
    def test_ok(self): self.assertEqual(1 + 1, 2)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_error(self): raise KeyError('oops')
    @unittest.skip('not today')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertTrue(False)
    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as cm: 1 / 0
        self.assertIn('zero', str(cm.exception))
        self.assertRaises(ValueError, int, 'x')
log = []
suite = unittest.TestLoader().loadTestsFromTestCase(T)
result = unittest.TestResult()
suite.run(result)
print result.testsRun, len(result.failures), len(result.errors), len(result.skipped)
print len(result.expectedFailures), result.wasSuccessful()
print result.failures[0][0], result.failures[0][1].splitlines()[-8:]
print result.errors[0][1].splitlines()[-1], result.skipped[0][1], log.count('setUp')
t = T('test_ok')
