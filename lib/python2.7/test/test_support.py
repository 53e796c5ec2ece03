"""What CPython's test files use: running, skipping, capturing, cleaning up.

Modules that only a few helpers need are imported where they are used, so that
a compiled test holds no more than it tests.
"""

import contextlib
import errno
import functools
import gc
import os
import re
import stat
import sys
import time
import types
import unittest
import UserDict
import warnings

try:
    import thread
except ImportError:
    thread = None

verbose = 1
use_resources = None
failfast = False
max_memuse = 0
real_max_memuse = 0
environment_altered = False

_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
MAX_Py_ssize_t = sys.maxsize

HOST = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = os.path.exists('/proc/net/if_inet6')
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1
TEST_HTTP_URL = "http://www.pythontest.net"
FUZZ = 1e-6

is_jython = False
have_unicode = True
HAVE_DOCSTRINGS = True

def u(s):
    return unicode(s, 'unicode-escape')

TEST_SUPPORT_DIR = os.path.dirname(os.path.abspath(
    globals().get('__file__', sys.argv[0] if sys.argv else '')))
# Where the test files and their data are.
TEST_HOME_DIR = os.environ.get('PYLLC_TEST_HOME', TEST_SUPPORT_DIR)
TEST_DATA_DIR = os.path.join(TEST_HOME_DIR, "data")
SAVEDCWD = os.getcwd()

TESTFN_ENCODING = sys.getfilesystemencoding()


def _encodable(text):
    try:
        text.encode(TESTFN_ENCODING or 'ascii')
    except UnicodeError:
        return False
    return True


def _first_encodable(candidates):
    for c in candidates:
        if _encodable(c) and c.encode(TESTFN_ENCODING or 'ascii').decode(
                TESTFN_ENCODING or 'ascii') == c:
            return c
    return None


# A character beyond ASCII that file names can have, or None.
FS_NONASCII = _first_encodable([
    u'\u00E6', u'\u0130', u'\u0141', u'\u03C6', u'\u041A', u'\u05D0',
    u'\u060C', u'\u062A', u'\u0E01', u'\u00A0', u'\u20AC'])
TESTFN = "@test_%s_tmp" % os.getpid()
TESTFN_UNICODE = unicode("@test-\xe0\xf2", "latin-1") + \
    u"_%s_tmp" % os.getpid()
if not _encodable(TESTFN_UNICODE):
    TESTFN_UNICODE = None
TESTFN_UNENCODABLE = None


class Error(Exception):
    """What the exceptions of test suites derive from."""


class TestFailed(Error):
    """Test failed."""


class TestDidNotRun(Error):
    """A suite turned out to be empty."""


class ResourceDenied(unittest.SkipTest):
    """A test needs something that is not enabled."""


def _id(obj):
    return obj


# Modules

@contextlib.contextmanager
def _ignore_deprecated_imports(ignore=True):
    if ignore:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".+ (module|package)",
                                    DeprecationWarning)
            yield
    else:
        yield


def import_module(name, deprecated=False):
    """Import a module, or skip the test."""
    with _ignore_deprecated_imports(deprecated):
        try:
            __import__(name)
            return sys.modules[name]
        except ImportError, msg:
            raise unittest.SkipTest(str(msg))


def _drop_module(name, dropped):
    """Take a module and those below it out of sys.modules."""
    for modname in sys.modules.keys():
        if modname == name or modname.startswith(name + '.'):
            dropped[modname] = sys.modules.pop(modname)


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    """Import a module anew, its imports of `blocked` failing; or None."""
    with _ignore_deprecated_imports(deprecated):
        dropped = {}
        blocks = []
        __import__(name)
        _drop_module(name, dropped)
        try:
            for fresh_name in fresh:
                try:
                    __import__(fresh_name)
                except ImportError:
                    return None
                _drop_module(fresh_name, dropped)
            for blocked_name in blocked:
                if blocked_name in sys.modules:
                    dropped[blocked_name] = sys.modules[blocked_name]
                else:
                    blocks.append(blocked_name)
                sys.modules[blocked_name] = None
            for fresh_name in fresh:
                __import__(fresh_name)
            __import__(name)
            return sys.modules[name]
        except ImportError:
            return None
        finally:
            for blocked_name in blocks:
                del sys.modules[blocked_name]
            sys.modules.update(dropped)


def get_attribute(obj, name):
    """An attribute, or skip the test."""
    try:
        return getattr(obj, name)
    except AttributeError:
        if isinstance(obj, types.ModuleType):
            msg = "module %r has no attribute %r" % (obj.__name__, name)
        elif isinstance(obj, types.ClassType):
            msg = "class %s has no attribute %r" % (obj.__name__, name)
        elif isinstance(obj, types.InstanceType):
            msg = "%s instance has no attribute %r" % (
                obj.__class__.__name__, name)
        elif isinstance(obj, type):
            msg = "type object %r has no attribute %r" % (obj.__name__, name)
        else:
            msg = "%r object has no attribute %r" % (type(obj).__name__, name)
        raise unittest.SkipTest(msg)


def unload(name):
    sys.modules.pop(name, None)


def forget(modname):
    """Unload a module and delete its compiled files."""
    unload(modname)
    for dirname in sys.path:
        unlink(os.path.join(dirname, modname + os.extsep + 'pyc'))
        unlink(os.path.join(dirname, modname + os.extsep + 'pyo'))


class CleanImport(object):
    """Context manager: modules named are imported anew inside."""

    def __init__(self, *module_names):
        self.original_modules = sys.modules.copy()
        for name in module_names:
            module = sys.modules.get(name)
            if module is not None:
                # A module may stand in for another name.
                if module.__name__ != name:
                    sys.modules.pop(module.__name__, None)
                del sys.modules[name]

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        sys.modules.update(self.original_modules)


class DirsOnSysPath(object):
    """Context manager that adds directories to sys.path."""

    def __init__(self, *paths):
        self.original_value = sys.path[:]
        self.original_object = sys.path
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        sys.path = self.original_object
        sys.path[:] = self.original_value


# Output

_original_stdout = None


def record_original_stdout(stdout):
    """Remember where a test's own output belongs."""
    global _original_stdout
    _original_stdout = stdout


def get_original_stdout():
    return _original_stdout or sys.stdout


@contextlib.contextmanager
def captured_output(stream_name):
    """Put a StringIO in the place of a stream of sys."""
    import StringIO
    original = getattr(sys, stream_name)
    setattr(sys, stream_name, StringIO.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, original)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


def strip_python_stderr(stderr):
    """Drop the reference counts that a debugging interpreter prints."""
    return re.sub(r"\[\d+ refs\]\r?\n?$", "", stderr).strip()


# Files

def unlink(filename):
    try:
        os.unlink(filename)
    except OSError:
        pass


def rmdir(dirname):
    try:
        os.rmdir(dirname)
    except OSError, error:
        if error.errno != errno.ENOENT:
            raise


def _rmtree(path):
    for name in os.listdir(path):
        fullname = os.path.join(path, name)
        if stat.S_ISDIR(os.lstat(fullname).st_mode):
            try:
                _rmtree(fullname)
                continue
            except OSError:
                os.chmod(fullname, 0700)
                _rmtree(fullname)
                continue
        os.unlink(fullname)
    os.rmdir(path)


def rmtree(path):
    try:
        _rmtree(path)
    except OSError, error:
        if error.errno not in (errno.ENOENT, errno.ESRCH):
            raise


def findfile(file, subdir=None):
    """The path of a data file of the tests; the name itself if not found."""
    if os.path.isabs(file):
        return file
    if subdir is not None:
        file = os.path.join(subdir, file)
    import test
    places = [TEST_HOME_DIR] + list(getattr(test, '__path__', ())) + sys.path
    for dirname in places:
        path = os.path.join(dirname, file)
        if os.path.exists(path):
            return path
    return file


def open_urlresource(url, check=None):
    """Open a data file that the tests need from elsewhere, if it is here."""
    filename = url.split('/')[-1]
    path = os.path.join(TEST_DATA_DIR, filename)
    if os.path.exists(path):
        f = open(path)
        if check is None or check(f):
            f.seek(0)
            return f
        f.close()
    requires('urlfetch')
    raise ResourceDenied('%s is not here' % filename)


def make_bad_fd():
    """A file descriptor that is closed."""
    file = open(TESTFN, "wb")
    try:
        return file.fileno()
    finally:
        file.close()
        unlink(TESTFN)


def fd_count():
    """How many file descriptors are open."""
    try:
        return len(os.listdir('/proc/self/fd')) - 1
    except OSError:
        pass
    count = 0
    for fd in range(256):
        try:
            os.close(os.dup(fd))
            count += 1
        except OSError:
            pass
    return count


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    """Context manager: another current directory."""
    saved = os.getcwd()
    try:
        os.chdir(path)
    except OSError:
        if not quiet:
            raise
        warnings.warn('tests may fail, unable to change CWD to: ' + path,
                      RuntimeWarning, stacklevel=3)
    try:
        yield os.getcwd()
    finally:
        os.chdir(saved)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    """Context manager: a new directory, removed at the end."""
    made = False
    if path is None:
        import tempfile
        path = os.path.realpath(tempfile.mkdtemp())
        made = True
    else:
        if isinstance(path, unicode) and not _encodable(path):
            raise unittest.SkipTest('unable to encode the cwd name with the '
                                    'filesystem encoding.')
        try:
            os.mkdir(path)
            made = True
        except OSError:
            if not quiet:
                raise
            warnings.warn('tests may fail, unable to create temp dir: ' +
                          path, RuntimeWarning, stacklevel=3)
    if made:
        pid = os.getpid()
    try:
        yield path
    finally:
        # A forked child leaves the directory to its parent.
        if made and pid == os.getpid():
            rmtree(path)


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    """Context manager: a new current directory, removed at the end."""
    with temp_dir(path=name, quiet=quiet) as temp_path:
        with change_cwd(temp_path, quiet=quiet) as cwd:
            yield cwd


# Resources

def _is_gui_available():
    return False


def is_resource_enabled(resource):
    return use_resources is None or resource in use_resources


def requires(resource, msg=None):
    """Raise ResourceDenied if a resource is not enabled."""
    if resource == 'gui' and not _is_gui_available():
        raise ResourceDenied("Cannot use the 'gui' resource")
    if not is_resource_enabled(resource):
        if msg is None:
            msg = "Use of the `%s' resource not enabled" % resource
        raise ResourceDenied(msg)


def requires_resource(resource):
    if resource == 'gui' and not _is_gui_available():
        return unittest.skip("resource 'gui' is not available")
    if is_resource_enabled(resource):
        return _id
    return unittest.skip("resource {0!r} is not enabled".format(resource))


def requires_mac_ver(*min_version):
    """Here is no Mac OS X, so nothing to require."""
    return _id


requires_unicode = _id
requires_docstrings = _id


def requires_type_collecting(test):
    return test


def requires_IEEE_754(test):
    return unittest.skipUnless(
        float.__getformat__("double").startswith("IEEE"),
        "test requires IEEE 754 doubles")(test)


def skip_if(condition, reason):
    return unittest.skipIf(condition, reason)


def python_is_optimized():
    return True


# Implementations

def _parse_guards(guards):
    """Return (guards, what holds if none names this implementation)."""
    if not guards:
        return {'cpython': True}, False
    is_true = guards.values()[0]
    assert guards.values() == [is_true] * len(guards)
    return guards, not is_true


def _implementation():
    """CPython's tests hold for whatever claims to be CPython."""
    import platform
    return platform.python_implementation().lower()


def check_impl_detail(**guards):
    """True if this implementation is one of those named; default cpython."""
    guards, default = _parse_guards(guards)
    return guards.get(_implementation(), default)


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return _id
    if msg is None:
        guardnames, default = _parse_guards(guards)
        if default:
            msg = "implementation detail not available on {0}"
        else:
            msg = "implementation detail specific to {0}"
        msg = msg.format(' or '.join(sorted(guardnames.keys())))
    return unittest.skip(msg)


def cpython_only(test):
    return impl_detail(cpython=True)(test)


# Comparisons

def fcmp(x, y):
    """cmp() that takes floats that are close for equal."""
    if isinstance(x, float) or isinstance(y, float):
        try:
            fuzz = (abs(x) + abs(y)) * FUZZ
            if abs(x - y) <= fuzz:
                return 0
        except:
            pass
    elif type(x) == type(y) and isinstance(x, (tuple, list)):
        for i in range(min(len(x), len(y))):
            outcome = fcmp(x[i], y[i])
            if outcome != 0:
                return outcome
        return (len(x) > len(y)) - (len(x) < len(y))
    return (x > y) - (x < y)


def sortdict(dict):
    "repr() of a dict with its keys sorted."
    return "{%s}" % ", ".join(["%r: %r" % pair
                               for pair in sorted(dict.items())])


def verify(condition, reason='test failed'):
    if not condition:
        raise TestFailed(reason)


def vereq(a, b):
    if not (a == b):
        raise TestFailed("%r == %r" % (a, b))


def check_syntax_error(testcase, statement, errtext='', lineno=None,
                       offset=None):
    with testcase.assertRaisesRegexp(SyntaxError, errtext) as cm:
        compile(statement, '<test string>', 'exec')
    err = cm.exception
    if lineno is not None:
        testcase.assertEqual(err.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(err.offset, offset)


def py3k_bytes(b):
    """The bytes() of Python 3."""
    try:
        return b.tobytes()
    except AttributeError:
        try:
            return b"".join(chr(x) for x in b)
        except TypeError:
            return bytes(b)


# Sizes of objects

_header = '2P'
_vheader = _header + 'P'


def calcobjsize(fmt):
    import struct
    return struct.calcsize(_header + fmt + '0P')


def calcvobjsize(fmt):
    import struct
    return struct.calcsize(_vheader + fmt + '0P')


_TPFLAGS_HAVE_GC = 1 << 14
_TPFLAGS_HEAPTYPE = 1 << 9


def check_sizeof(test, o, size):
    import _testcapi
    result = sys.getsizeof(o)
    if (type(o) == type and o.__flags__ & _TPFLAGS_HEAPTYPE) or \
            (type(o) != type and type(o).__flags__ & _TPFLAGS_HAVE_GC):
        size += _testcapi.SIZEOF_PYGC_HEAD
    test.assertEqual(result, size, 'wrong size for %s: got %d, expected %d' %
                     (type(o), result, size))


# Warnings

class WarningsRecorder(object):
    """The warnings that came so far; attributes are those of the last."""

    def __init__(self, warnings_list):
        self._warnings = warnings_list
        self._last = 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], attr)
        if attr in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError("%r has no attribute %r" % (self, attr))

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


def _filterwarnings(filters, quiet=False):
    # Each module remembers what it has warned about; forget that for the
    # caller's, or nothing would come.
    try:
        registry = sys._getframe(2).f_globals.get('__warningregistry__')
    except (AttributeError, ValueError):
        registry = None
    if registry:
        registry.clear()
    with warnings.catch_warnings(record=True) as w:
        # Set anew, so that -W options do not matter.
        sys.modules['warnings'].simplefilter("always")
        yield WarningsRecorder(w)
    reraise = [warning.message for warning in w]
    missing = []
    for msg, cat in filters:
        seen = False
        for exc in reraise[:]:
            message = str(exc)
            if re.match(msg, message, re.I) and \
                    issubclass(exc.__class__, cat):
                seen = True
                reraise.remove(exc)
        if not seen and not quiet:
            missing.append((msg, cat.__name__))
    if reraise:
        raise AssertionError("unhandled warning %r" % reraise[0])
    if missing:
        raise AssertionError("filter (%r, %s) did not catch any warning" %
                             missing[0])


_checked_warnings = contextlib.contextmanager(_filterwarnings)


def check_warnings(*filters, **kwargs):
    """Context manager: the warnings that may come, each a (regexp, class).

    Each must come unless quiet is true, and no others may.
    """
    quiet = kwargs.get('quiet')
    if not filters:
        filters = (("", Warning),)
        if quiet is None:
            quiet = True
    return _checked_warnings(filters, quiet)


def check_py3k_warnings(*filters, **kwargs):
    """check_warnings() for the warnings of the option -3."""
    if sys.py3kwarning:
        if not filters:
            filters = (("", DeprecationWarning),)
    else:
        filters = ()
    return _checked_warnings(filters, kwargs.get('quiet'))


# State that is put back

class EnvironmentVarGuard(UserDict.DictMixin):
    """os.environ, with what changes put back at the end of the with block."""

    def __init__(self):
        self._environ = os.environ
        self._changed = {}

    def __getitem__(self, envvar):
        return self._environ[envvar]

    def _note(self, envvar):
        if envvar not in self._changed:
            self._changed[envvar] = self._environ.get(envvar)

    def __setitem__(self, envvar, value):
        self._note(envvar)
        self._environ[envvar] = value

    def __delitem__(self, envvar):
        self._note(envvar)
        if envvar in self._environ:
            del self._environ[envvar]

    def keys(self):
        return self._environ.keys()

    def set(self, envvar, value):
        self[envvar] = value

    def unset(self, envvar):
        del self[envvar]

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        for k, v in self._changed.items():
            if v is None:
                if k in self._environ:
                    del self._environ[k]
            else:
                self._environ[k] = v
        os.environ = self._environ


class TransientResource(object):
    """Context manager: an error with these attributes is a denied resource."""

    def __init__(self, exc, **kwargs):
        self.exc = exc
        self.attrs = kwargs

    def __enter__(self):
        return self

    def __exit__(self, type_=None, value=None, traceback=None):
        if type_ is not None and issubclass(self.exc, type_):
            for attr, attr_value in self.attrs.iteritems():
                if not hasattr(value, attr):
                    break
                if getattr(value, attr) != attr_value:
                    break
            else:
                raise ResourceDenied("an optional resource is not available")


@contextlib.contextmanager
def transient_internet(resource_name, timeout=30.0, errnos=()):
    """Context manager: trouble of the network is a denied resource."""
    import socket
    try:
        yield
    except (IOError, socket.error), err:
        raise ResourceDenied("Resource %r is not available (%s)" %
                             (resource_name, err))


def run_with_locale(catstr, *locales):
    """Decorator: run with the first of these locales that can be set."""
    def decorator(func):
        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                import locale
                category = getattr(locale, catstr)
                orig_locale = locale.setlocale(category)
            except AttributeError:
                # The name of the category is wrong: say so.
                raise
            except:
                locale = orig_locale = None
            else:
                for loc in locales:
                    try:
                        locale.setlocale(category, loc)
                        break
                    except:
                        pass
            try:
                return func(*args, **kwds)
            finally:
                if locale and orig_locale:
                    locale.setlocale(category, orig_locale)
        return inner
    return decorator


def run_with_tz(tz):
    """Decorator: run in another time zone."""
    def decorator(func):
        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                tzset = time.tzset
            except AttributeError:
                raise unittest.SkipTest("tzset required")
            orig_tz = os.environ.get('TZ')
            os.environ['TZ'] = tz
            tzset()
            try:
                return func(*args, **kwds)
            finally:
                if orig_tz is None:
                    del os.environ['TZ']
                else:
                    os.environ['TZ'] = orig_tz
                time.tzset()
        return inner
    return decorator


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
    """Context manager: another value for an attribute."""
    if hasattr(obj, attr):
        real_val = getattr(obj, attr)
        setattr(obj, attr, new_val)
        try:
            yield real_val
        finally:
            setattr(obj, attr, real_val)
    else:
        setattr(obj, attr, new_val)
        try:
            yield
        finally:
            if hasattr(obj, attr):
                delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
    """Context manager: another value for an item."""
    if item in obj:
        real_val = obj[item]
        obj[item] = new_val
        try:
            yield real_val
        finally:
            obj[item] = real_val
    else:
        obj[item] = new_val
        try:
            yield
        finally:
            if item in obj:
                del obj[item]


class SaveSignals(object):
    """Remembers the handlers of all signals."""

    def __init__(self):
        import signal
        self.signal = signal
        self.handlers = {}
        for signum in range(1, signal.NSIG):
            if signum not in (signal.SIGKILL, signal.SIGSTOP):
                self.handlers[signum] = signal.getsignal(signum)

    def save(self):
        pass

    def restore(self):
        for signum, handler in self.handlers.items():
            if handler is not None:
                try:
                    self.signal.signal(signum, handler)
                except (ValueError, RuntimeError):
                    pass


class SuppressCrashReport(object):
    """Context manager: a crash leaves no core file."""

    old_value = None

    def __enter__(self):
        try:
            import resource
            self.old_value = resource.getrlimit(resource.RLIMIT_CORE)
            resource.setrlimit(resource.RLIMIT_CORE, (0, self.old_value[1]))
        except (ImportError, ValueError):
            pass
        return self

    def __exit__(self, *ignore_exc):
        if self.old_value is not None:
            import resource
            try:
                resource.setrlimit(resource.RLIMIT_CORE, self.old_value)
            except ValueError:
                pass


def _crash_python():
    """Die of a signal."""
    import signal
    with SuppressCrashReport():
        os.kill(os.getpid(), signal.SIGSEGV)


def gc_collect():
    """Collect until finalisers that make new garbage have had their turn."""
    gc.collect()
    gc.collect()
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    have_gc = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if have_gc:
            gc.enable()


def check_free_after_iterating(test, iter, cls, args=()):
    """An exhausted iterator lets go of what it iterated over."""
    done = []

    class A(cls):
        def __del__(self):
            done.append(True)
            try:
                next(it)
            except StopIteration:
                pass

    it = iter(A(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


def args_from_interpreter_flags():
    """The options that give another interpreter our flags."""
    args = []
    for flag, opt in (('bytes_warning', 'b'), ('dont_write_bytecode', 'B'),
                      ('ignore_environment', 'E'), ('no_user_site', 's'),
                      ('no_site', 'S'), ('optimize', 'O'),
                      ('py3k_warning', '3'), ('verbose', 'v')):
        v = getattr(sys.flags, flag, 0)
        if v > 0:
            args.append('-' + opt * v)
    for opt in sys.warnoptions:
        args.append('-W' + opt)
    return args


# Memory

def set_memlimit(limit):
    """Say how much memory the big tests may use, as in "2.5Gb"."""
    global max_memuse, real_max_memuse
    sizes = {'k': 1024, 'm': _1M, 'g': _1G, 't': 1024 * _1G}
    m = re.match(r'(\d+(\.\d+)?) (K|M|G|T)b?$', limit,
                 re.IGNORECASE | re.VERBOSE)
    if m is None:
        raise ValueError('Invalid memory limit %r' % (limit,))
    memlimit = int(float(m.group(1)) * sizes[m.group(3).lower()])
    real_max_memuse = memlimit
    if memlimit > MAX_Py_ssize_t:
        memlimit = MAX_Py_ssize_t
    if memlimit < _2G - 1:
        raise ValueError('Memory limit %r too low to be useful' % (limit,))
    max_memuse = memlimit


def bigmemtest(minsize, memuse, overhead=5 * _1M):
    """Decorator: run with the greatest size that the limit allows."""
    def decorator(f):
        def wrapper(self):
            if not max_memuse:
                # Still run it, on a size that any machine can take.
                maxsize = 5147
                self.assertFalse(maxsize * memuse + overhead > 20 * _1M)
            else:
                maxsize = int((max_memuse - overhead) / memuse)
                if maxsize < minsize:
                    if verbose:
                        sys.stderr.write("Skipping %s because of memory "
                                         "constraint\n" % (f.__name__,))
                    return
                maxsize = max(maxsize - 50 * _1M, minsize)
            return f(self, maxsize)
        wrapper.minsize = minsize
        wrapper.memuse = memuse
        wrapper.overhead = overhead
        return wrapper
    return decorator


def precisionbigmemtest(size, memuse, overhead=5 * _1M, dry_run=True):
    """Decorator: run with exactly this size, if there is room."""
    def decorator(f):
        def wrapper(self):
            if not real_max_memuse:
                maxsize = 5147
            else:
                maxsize = size
            if (real_max_memuse or not dry_run) and \
                    real_max_memuse < maxsize * memuse:
                if verbose:
                    sys.stderr.write("Skipping %s because of memory "
                                     "constraint\n" % (f.__name__,))
                return
            return f(self, maxsize)
        wrapper.size = size
        wrapper.memuse = memuse
        wrapper.overhead = overhead
        return wrapper
    return decorator


def bigaddrspacetest(f):
    """Decorator: run only where sizes beyond two gigabytes can be used."""
    def wrapper(self):
        if max_memuse < MAX_Py_ssize_t:
            if verbose:
                sys.stderr.write("Skipping %s because of memory "
                                 "constraint\n" % (f.__name__,))
            return None
        return f(self)
    return wrapper


# Network

def find_unused_port(family=None, socktype=None):
    """A port that nobody uses, most likely."""
    import socket
    if family is None:
        family = socket.AF_INET
    if socktype is None:
        socktype = socket.SOCK_STREAM
    tempsock = socket.socket(family, socktype)
    port = bind_port(tempsock)
    tempsock.close()
    return port


def bind_port(sock, host=HOST):
    """Bind a socket to a free port, which is returned."""
    sock.bind((host, 0))
    return sock.getsockname()[1]


def _is_ipv6_enabled():
    try:
        import socket
    except ImportError:
        return False
    if not socket.has_ipv6:
        return False
    sock = None
    try:
        sock = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
        sock.bind((HOSTv6, 0))
        return True
    except socket.error:
        return False
    finally:
        if sock:
            sock.close()


def system_must_validate_cert(f):
    """Decorator: skip where the system's certificates are no use."""
    @functools.wraps(f)
    def dec(*args, **kwargs):
        try:
            f(*args, **kwargs)
        except IOError as e:
            if "CERTIFICATE_VERIFY_FAILED" in str(e):
                raise unittest.SkipTest("system does not contain necessary "
                                        "certificates")
            raise
    return dec


# Threads and processes

def threading_setup():
    if thread:
        return (thread._count(),)
    return (1,)


def threading_cleanup(nb_threads):
    """Wait for the threads that were started since threading_setup()."""
    if not thread:
        return
    for _ in range(10):
        if thread._count() == nb_threads:
            break
        time.sleep(0.1)


def reap_threads(func):
    """Decorator: wait for the threads that a test leaves behind."""
    if not thread:
        return func

    @functools.wraps(func)
    def decorator(*args):
        key = threading_setup()
        try:
            return func(*args)
        finally:
            threading_cleanup(*key)
    return decorator


def reap_children():
    """Collect children that have died."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except (AttributeError, OSError):
            break
        if pid == 0:
            break


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    """Context manager: start threads, and wait for them at the end."""
    threads = list(threads)
    started = []
    try:
        try:
            for t in threads:
                t.start()
                started.append(t)
        except:
            if verbose:
                print "Can't start %d threads, only %d threads started" % (
                    len(threads), len(started))
            raise
        yield
    finally:
        if unlock:
            unlock()
        endtime = time.time()
        for timeout in range(1, 16):
            endtime += 60
            for t in started:
                t.join(max(endtime - time.time(), 0.01))
            started = [t for t in started if t.isAlive()]
            if not started:
                break
            if verbose:
                print 'Unable to join %d threads during a period of %d ' \
                    'minutes' % (len(started), timeout)
    if started:
        raise AssertionError('Unable to join %d threads' % len(started))


@contextlib.contextmanager
def wait_threads_exit(timeout=60.0):
    """Context manager: the threads started inside end with it."""
    old_count = thread._count()
    try:
        yield
    finally:
        start_time = time.time()
        deadline = start_time + timeout
        while True:
            count = thread._count()
            if count <= old_count:
                break
            if time.time() > deadline:
                raise AssertionError(
                    "wait_threads() failed to cleanup %d threads after %.1f "
                    "seconds (count: %d, old count: %d)" %
                    (count - old_count, time.time() - start_time, count,
                     old_count))
            time.sleep(0.010)
            gc_collect()


# Running

_match_test_func = None
_match_test_patterns = None


def match_test(test):
    return _match_test_func is None or _match_test_func(test.id())


def _is_full_match_test(pattern):
    # A dotted name is one test's id; anything else a part of names.
    return '.' in pattern and not re.search(r'[?*\[\]]', pattern)


def set_match_tests(patterns):
    """Run only the tests that one of these patterns matches."""
    global _match_test_func, _match_test_patterns
    if patterns == _match_test_patterns:
        return
    if not patterns:
        func = None
        patterns = ()
    elif all(map(_is_full_match_test, patterns)):
        func = set(patterns).__contains__
        patterns = tuple(patterns)
    else:
        import fnmatch
        match = re.compile('|'.join(map(fnmatch.translate, patterns))).match

        def func(test_id):
            if match(test_id):
                return True
            return any(map(match, test_id.split(".")))
    _match_test_patterns = patterns
    _match_test_func = func


class BasicTestRunner:

    def run(self, test):
        result = unittest.TestResult()
        test(result)
        return result


def _run_suite(suite):
    if verbose:
        runner = unittest.TextTestRunner(sys.stdout, verbosity=2,
                                         failfast=failfast)
    else:
        runner = BasicTestRunner()
    result = runner.run(suite)
    if not result.testsRun and not result.skipped:
        raise TestDidNotRun
    if not result.wasSuccessful():
        if len(result.errors) == 1 and not result.failures:
            err = result.errors[0][1]
        elif len(result.failures) == 1 and not result.errors:
            err = result.failures[0][1]
        else:
            err = "multiple errors occurred"
            if not verbose:
                err += "; run in verbose mode for details"
        raise TestFailed(err)


def _filter_suite(suite, pred):
    """Keep the tests of a suite that a predicate holds for."""
    newtests = []
    for test in suite._tests:
        if isinstance(test, unittest.TestSuite):
            _filter_suite(test, pred)
            newtests.append(test)
        elif pred(test):
            newtests.append(test)
    suite._tests = newtests


def run_unittest(*classes):
    """Run test cases, suites, and modules given by name."""
    suite = unittest.TestSuite()
    for cls in classes:
        if isinstance(cls, str):
            if cls not in sys.modules:
                raise ValueError("str arguments must be keys in sys.modules")
            suite.addTest(unittest.findTestCases(sys.modules[cls]))
        elif isinstance(cls, (unittest.TestSuite, unittest.TestCase)):
            suite.addTest(cls)
        else:
            suite.addTest(unittest.makeSuite(cls))
    _filter_suite(suite, match_test)
    _run_suite(suite)


def run_doctest(module, verbosity=None):
    """Run the examples in a module's docstrings: (failures, tests)."""
    try:
        import doctest
    except ImportError:
        print 'doctest is missing: examples in %s not run' % module.__name__
        return 0, 0
    if verbosity is None:
        verbosity = verbose
    else:
        verbosity = None
    # doctest prints, and regrtest wants to see that.
    save_stdout = sys.stdout
    sys.stdout = get_original_stdout()
    try:
        f, t = doctest.testmod(module, verbose=verbosity)
        if f:
            raise TestFailed("%d of %d doctests failed" % (f, t))
    finally:
        sys.stdout = save_stdout
    if verbose:
        print 'doctest (%s) ... %d tests with zero failures' % (
            module.__name__, t)
    return f, t


def _force_run(path, func, *args):
    try:
        return func(*args)
    except EnvironmentError:
        os.chmod(path, stat.S_IRWXU)
        return func(*args)


_NOT_EXPORTED = ('contextlib', 'errno', 'functools', 'gc', 'os', 're',
                 'stat', 'sys', 'time', 'types', 'unittest', 'warnings')
__all__ = [_n for _n in globals().keys()
           if not _n.startswith('_') and _n not in _NOT_EXPORTED]
