"""Runs one of CPython's test modules; see `check`."""

import os
import sys

tests, name = sys.argv[1:3]
verbose = '-v' in sys.argv[3:]

import test
if tests not in test.__path__:
    # The helpers of CPython's tests, and the tests themselves.
    test.__path__.append(tests)

for package in 'json', 'unittest':
    # These keep their tests in packages of their own.
    if name in ('test_json', 'test_unittest'):
        __import__(package).__path__.append(
            os.path.join(os.path.dirname(tests), package))

from test import test_support
test_support.verbose = verbose
sys.argv = [name]
module = __import__('test.' + name, None, None, ['test_main'])
try:
    if hasattr(module, 'test_main'):
        module.test_main()
    else:
        import unittest
        test_support.run_unittest(unittest.TestLoader().loadTestsFromModule(module))
except test_support.TestFailed, e:
    print 'FAILED', e
    sys.exit(1)
