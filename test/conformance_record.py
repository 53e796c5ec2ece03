"""Runs one of CPython's test modules and notes what became of each case.

Python 2: the runner compiles it together with the test module, and CPython
runs it too, so that both count in the same way.  The lines of the log are
EVENT, CASE and REASON, with tabs between; they are written one by one, so
that a crash leaves what came before.  Events: start, ok, skip, fail, and for
what is not a case: module (it could not be loaded), ended (how).
"""
import os
import re
import sys
import unittest

# sys.executable is no compiled program; one that starts itself ends here.
if 'CONFORMANCE_STARTED' in os.environ:
    os._exit(99)
os.environ['CONFORMANCE_STARTED'] = '1'
if 'CONFORMANCE_COMPILED' in os.environ:
    assert sys.executable.endswith('/python2.7'), sys.executable

PROCESS = os.getpid()
LOG = open(os.environ['CONFORMANCE_LOG'], 'a', 0)
LEFT_OUT = set(os.environ.get('CONFORMANCE_LEAVE_OUT', '').split('\t'))
ADDRESS = re.compile(r' at 0x[0-9a-f]+')


def note(event, case='', reason=''):
    """One line of the log; children that a test forks write none."""
    if os.getpid() == PROCESS:
        LOG.write('%s\t%s\t%s\n' % (event, one_line(case), one_line(reason)))


def one_line(text):
    if isinstance(text, unicode):
        text = text.encode('utf-8')
    return ADDRESS.sub('', ' '.join(str(text).split()))[:200]


def describe(error):
    """Class and message of an exception."""
    try:
        return '%s: %s' % (error[0].__name__, error[1])
    except Exception:
        return str(error[0])


def name_of(test):
    return re.sub(r'^test\.test_\w+\.', '', one_line(test.id()))


class Result(unittest.TextTestResult):
    """A result that notes each case and never makes a test module stop."""

    def startTest(self, test):
        note('start', name_of(test))
        unittest.TextTestResult.startTest(self, test)

    def addSuccess(self, test):
        note('ok', name_of(test))
        unittest.TextTestResult.addSuccess(self, test)

    def addError(self, test, err):
        note('fail', name_of(test), describe(err))
        unittest.TextTestResult.addError(self, test, err)

    def addFailure(self, test, err):
        note('fail', name_of(test), describe(err))
        unittest.TextTestResult.addFailure(self, test, err)

    def addSkip(self, test, reason):
        note('skip', name_of(test), reason)
        unittest.TextTestResult.addSkip(self, test, reason)

    def addExpectedFailure(self, test, err):
        note('ok', name_of(test))
        unittest.TextTestResult.addExpectedFailure(self, test, err)

    def addUnexpectedSuccess(self, test):
        note('fail', name_of(test), 'unexpected success')
        unittest.TextTestResult.addUnexpectedSuccess(self, test)

    def wasSuccessful(self):
        return True


def cases_of(test):
    if not hasattr(test, '__iter__'):
        return [test]
    found = []
    for part in test:
        found.extend(cases_of(part))
    return found


PlainRunner = unittest.TextTestRunner


class Runner(PlainRunner):
    resultclass = Result

    def run(self, test):
        if LEFT_OUT != set(['']):
            test = unittest.TestSuite(
                [t for t in cases_of(test) if name_of(t) not in LEFT_OUT])
        return PlainRunner.run(self, test)


def run_doctest(module, verbosity=None):
    """test_support.run_doctest, the module's doctests being one case."""
    case = 'doctest of ' + module.__name__
    if case in LEFT_OUT:
        return 0, 0
    note('start', case)
    try:
        import doctest
        failed, ran = doctest.testmod(module, verbose=False)
    except Exception:
        note('fail', case, describe(sys.exc_info()))
    else:
        if failed:
            note('fail', case, '%d of %d examples fail' % (failed, ran))
        else:
            note('ok', case)
    return 0, 0


def main(load):
    """Runs the module that load() imports."""
    from test import test_support
    unittest.TextTestRunner = unittest.runner.TextTestRunner = Runner
    test_support.run_doctest = run_doctest
    try:
        module = load()
    except unittest.SkipTest:
        note('ended', '', describe(sys.exc_info()))
        return
    except:
        note('module', '', describe(sys.exc_info()))
        raise
    try:
        if hasattr(module, 'test_main'):
            module.test_main()
    except unittest.SkipTest:
        note('ended', '', describe(sys.exc_info()))
    except:
        note('ended', '', describe(sys.exc_info()))
        raise
    else:
        note('ended')
