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
t = T('test_ok')
for f in (lambda: t.assertEqual(1, 2), lambda: t.assertEqual('a\nb', 'a\nc'),
        lambda: t.assertTrue(0), lambda: t.assertIn(1, [2]), lambda: t.assertIsNone(5),
        lambda: t.assertDictEqual({1: 2}, {1: 3}), lambda: t.assertAlmostEqual(1.0, 1.1),
        lambda: t.assertRaises(ValueError, int, '5'), lambda: t.assertGreater(1, 2),
        lambda: t.assertItemsEqual([1], [2]), lambda: t.assertRegexpMatches('abc', 'x'),
        lambda: t.fail('msg'), lambda: t.assertIs(1, 2, 'extra'),
        lambda: t.assertIsInstance(1, str), lambda: t.assertNotEqual(1, 1),
        lambda: t.assertTupleEqual((1,), (2,)), lambda: t.assertSetEqual(set([1]), set([2])),
        lambda: t.assertLess(2, 1)):
    try:
        f()
    except AssertionError as e:
        print e
