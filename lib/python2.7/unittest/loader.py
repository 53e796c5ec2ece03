"""Finds tests in classes, modules, names and directories."""

import os
import re
import sys
import traceback
import types

from functools import cmp_to_key as _CmpToKey
from fnmatch import fnmatch

from . import case, suite

__unittest = True

_IDENTIFIER = re.compile(r'[_a-z]\w*\.py$', re.IGNORECASE)
VALID_MODULE_NAME = _IDENTIFIER


def _make_failed_import_test(name, suiteClass):
    message = 'Failed to import test module: %s\n%s' % (
        name, traceback.format_exc())
    return _make_failed_test('ModuleImportFailure', name,
                             ImportError(message), suiteClass)


def _make_failed_load_tests(name, exception, suiteClass):
    return _make_failed_test('LoadTestsFailure', name, exception, suiteClass)


def _make_failed_test(classname, methodname, exception, suiteClass):
    def testFailure(self):
        raise exception
    TestClass = type(classname, (case.TestCase,), {methodname: testFailure})
    return suiteClass((TestClass(methodname),))


class TestLoader(object):
    """Makes suites; its attributes say what is a test and how they sort."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = cmp
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite."
                            " Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, use_load_tests=True):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if use_load_tests and load_tests is not None:
            try:
                return load_tests(self, tests, None)
            except Exception as e:
                return _make_failed_load_tests(module.__name__, e,
                                               self.suiteClass)
        return tests

    def loadTestsFromName(self, name, module=None):
        """Load what a dotted name says: module, class, method, or callable."""
        parts = name.split('.')
        if module is None:
            parts_copy = parts[:]
            while parts_copy:
                try:
                    module = __import__('.'.join(parts_copy))
                    break
                except ImportError:
                    del parts_copy[-1]
                    if not parts_copy:
                        raise
            parts = parts[1:]
        obj = module
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.UnboundMethodType) and \
                isinstance(parent, type) and \
                issubclass(parent, case.TestCase):
            name = parts[-1]
            inst = parent(name)
            return self.suiteClass([inst])
        if isinstance(obj, suite.TestSuite):
            return obj
        if hasattr(obj, '__call__'):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError("calling %s returned %s, not a test" %
                            (obj, test))
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module)
                                for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The sorted names of the test methods of a class."""
        prefix = self.testMethodPrefix
        names = []
        for attr in dir(testCaseClass):
            if attr.startswith(prefix) and \
                    hasattr(getattr(testCaseClass, attr), '__call__'):
                names.append(attr)
        if self.sortTestMethodsUsing:
            names.sort(key=_CmpToKey(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Load the tests of all files below a directory that fit a pattern."""
        set_implicit_top = False
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            set_implicit_top = True
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        is_not_importable = False
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                is_not_importable = not os.path.isfile(
                    os.path.join(start_dir, '__init__.py'))
        else:
            # A dotted name of a package.
            try:
                __import__(start_dir)
            except ImportError:
                is_not_importable = True
            else:
                the_module = sys.modules[start_dir]
                top_part = start_dir.split('.')[0]
                start_dir = os.path.abspath(
                    os.path.dirname(the_module.__file__))
                if set_implicit_top:
                    self._top_level_dir = \
                        self._get_directory_containing_module(top_part)
                    sys.path.remove(top_level_dir)
        if is_not_importable:
            raise ImportError('Start directory is not importable: %r' %
                              start_dir)
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _get_directory_containing_module(self, module_name):
        full_path = os.path.abspath(sys.modules[module_name].__file__)
        if os.path.basename(full_path).lower().startswith('__init__.py'):
            return os.path.dirname(os.path.dirname(full_path))
        return os.path.dirname(full_path)

    def _get_name_from_path(self, path):
        path = os.path.splitext(os.path.normpath(path))[0]
        relpath = os.path.relpath(path, self._top_level_dir)
        assert not os.path.isabs(relpath), "Path must be within the project"
        assert not relpath.startswith('..'), "Path must be within the project"
        return relpath.replace(os.path.sep, '.')

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        # To override for other rules.
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        """Yield a suite for each module found."""
        for path in os.listdir(start_dir):
            full_path = os.path.join(start_dir, path)
            if os.path.isfile(full_path):
                if _IDENTIFIER.match(path) and \
                        self._match_path(path, full_path, pattern):
                    yield self._load_file(start_dir, full_path)
            elif os.path.isdir(full_path):
                if not os.path.isfile(os.path.join(full_path,
                                                   '__init__.py')):
                    continue
                for tests in self._load_package(path, full_path, pattern):
                    yield tests

    def _load_file(self, start_dir, full_path):
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except:
            return _make_failed_import_test(name, self.suiteClass)
        mod_file = os.path.abspath(getattr(module, '__file__', full_path))
        realpath = os.path.splitext(os.path.realpath(mod_file))[0]
        fullpath_noext = os.path.splitext(os.path.realpath(full_path))[0]
        if realpath.lower() != fullpath_noext.lower():
            module_dir = os.path.dirname(realpath)
            mod_name = os.path.splitext(os.path.basename(full_path))[0]
            expected_dir = os.path.dirname(full_path)
            raise ImportError("%r module incorrectly imported from %r. "
                              "Expected %r. Is this module globally "
                              "installed?" %
                              (mod_name, module_dir, expected_dir))
        return self.loadTestsFromModule(module)

    def _load_package(self, path, full_path, pattern):
        load_tests = None
        tests = None
        if fnmatch(path, pattern):
            # Its __init__ may say how its tests load.
            name = self._get_name_from_path(full_path)
            package = self._get_module_from_name(name)
            load_tests = getattr(package, 'load_tests', None)
            tests = self.loadTestsFromModule(package, use_load_tests=False)
        if load_tests is None:
            if tests is not None:
                yield tests
            for tests in self._find_tests(full_path, pattern):
                yield tests
            return
        try:
            yield load_tests(self, tests, pattern)
        except Exception as e:
            yield _make_failed_load_tests(package.__name__, e,
                                          self.suiteClass)


defaultTestLoader = TestLoader()


def _makeLoader(prefix, sortUsing, suiteClass=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sortUsing
    loader.testMethodPrefix = prefix
    if suiteClass:
        loader.suiteClass = suiteClass
    return loader


def getTestCaseNames(testCaseClass, prefix, sortUsing=cmp):
    return _makeLoader(prefix, sortUsing).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=cmp,
              suiteClass=suite.TestSuite):
    return _makeLoader(prefix, sortUsing,
                       suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=cmp,
                  suiteClass=suite.TestSuite):
    return _makeLoader(prefix, sortUsing,
                       suiteClass).loadTestsFromModule(module)
