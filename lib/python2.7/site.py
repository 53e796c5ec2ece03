"""Paths of installed modules.

A compiled program has its modules in it: importing site changes nothing in
sys.path.  addsitedir() and the functions that name folders work as ever.  The
python command calls main() when it starts."""

import __builtin__
import os
import sys

PREFIXES = [getattr(sys, 'prefix', '/usr/local'),
            getattr(sys, 'exec_prefix', '/usr/local')]
# None: not asked yet.
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """(absolute path, the same as it compares)"""
    dir = os.path.join(*paths)
    try:
        dir = os.path.abspath(dir)
    except OSError:
        pass
    return dir, os.path.normcase(dir)


def abs__file__():
    """Makes the files of the modules at hand absolute."""
    for m in sys.modules.values():
        if hasattr(m, '__loader__'):
            continue
        try:
            m.__file__ = os.path.abspath(m.__file__)
        except (AttributeError, OSError, TypeError):
            pass


def removeduppaths():
    """Takes folders out of sys.path that it has twice; the known ones."""
    folders = []
    known_paths = set()
    for dir in sys.path:
        dir, dircase = makepath(dir)
        if dircase not in known_paths:
            folders.append(dir)
            known_paths.add(dircase)
    sys.path[:] = folders
    return known_paths


def _init_pathinfo():
    known = set()
    for dir in sys.path:
        try:
            if os.path.isdir(dir):
                known.add(makepath(dir)[1])
        except TypeError:
            pass
    return known


def addpackage(sitedir, name, known_paths):
    """Takes the folders that a .pth file lists; its import lines need the
    evaluator and are run by _site_exec."""
    if known_paths is None:
        _init_pathinfo()
        reset = 1
    else:
        reset = 0
    fullname = os.path.join(sitedir, name)
    try:
        f = open(fullname, "U")
    except IOError:
        return
    with f:
        for n, line in enumerate(f):
            if line.startswith("#"):
                continue
            try:
                if line.startswith(("import ", "import\t")):
                    _run_line(line)
                    continue
                line = line.rstrip()
                dir, dircase = makepath(sitedir, line)
                if dircase not in known_paths and os.path.exists(dir):
                    sys.path.append(dir)
                    known_paths.add(dircase)
            except Exception:
                import traceback
                print >>sys.stderr, \
                    "Error processing line {:d} of {}:\n".format(n + 1,
                                                                 fullname)
                for record in traceback.format_exception(*sys.exc_info()):
                    for text in record.splitlines():
                        print >>sys.stderr, '  ' + text
                print >>sys.stderr, "\nRemainder of file ignored"
                break
    if reset:
        known_paths = None
    return known_paths


def _run_line(line):
    """An import line, which may do anything.  A program without the evaluator
    imports the modules at least."""
    try:
        # By another name: programs need no evaluator for this alone.
        code = getattr(__builtin__, 'compile')(line, '<string>', 'exec')
    except NotImplementedError:
        for name in line.strip()[len('import'):].partition(';')[0].split(','):
            __import__(name.strip())
    else:
        getattr(__builtin__, 'eval')(code, globals())


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and what its .pth files name."""
    if known_paths is None:
        known_paths = _init_pathinfo()
        reset = 1
    else:
        reset = 0
    sitedir, sitedircase = makepath(sitedir)
    if sitedircase not in known_paths:
        sys.path.append(sitedir)
    try:
        names = os.listdir(sitedir)
    except os.error:
        return
    for name in sorted([n for n in names if n.endswith(os.extsep + "pth")]):
        addpackage(sitedir, name, known_paths)
    if reset:
        known_paths = None
    return known_paths


def check_enableusersite():
    """None: never, for reasons of safety; False: not wanted."""
    if sys.flags.no_user_site:
        return False
    if hasattr(os, "getuid") and hasattr(os, "geteuid"):
        if os.geteuid() != os.getuid():
            return None
    if hasattr(os, "getgid") and hasattr(os, "getegid"):
        if os.getegid() != os.getgid():
            return None
    return True


def getuserbase():
    """The folder of a user's own installations."""
    global USER_BASE
    if USER_BASE is None:
        from sysconfig import get_config_var
        USER_BASE = get_config_var('userbase')
    return USER_BASE


def getusersitepackages():
    global USER_SITE
    if USER_SITE is None:
        getuserbase()
        from sysconfig import get_path
        USER_SITE = get_path('purelib', 'posix_user')
    return USER_SITE


def getsitepackages():
    """The folders of modules that were installed for all."""
    sitepackages = []
    seen = set()
    for prefix in PREFIXES:
        if not prefix or prefix in seen:
            continue
        seen.add(prefix)
        sitepackages.append(os.path.join(prefix, "lib",
                                         "python" + sys.version[:3],
                                         "site-packages"))
        sitepackages.append(os.path.join(prefix, "lib", "site-python"))
    return sitepackages


def addusersitepackages(known_paths):
    """Adds the user's own folder, if there is one."""
    user_site = getusersitepackages()
    if ENABLE_USER_SITE and os.path.isdir(user_site):
        addsitedir(user_site, known_paths)
    return known_paths


def addsitepackages(known_paths):
    for sitedir in getsitepackages():
        if os.path.isdir(sitedir):
            addsitedir(sitedir, known_paths)
    return known_paths


class Quitter(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'Use %s() or Ctrl-D (i.e. EOF) to exit' % self.name

    def __call__(self, code=None):
        try:
            sys.stdin.close()
        except:
            pass
        raise SystemExit(code)


def setquit():
    """quit and exit, for prompts."""
    __builtin__.quit = Quitter('quit')
    __builtin__.exit = Quitter('exit')


class _Helper(object):
    """help(), for prompts."""

    def __repr__(self):
        return "Type help() for interactive help, " \
               "or help(object) for help about object."

    def __call__(self, *args, **kwds):
        return __import__('pydoc').help(*args, **kwds)


def sethelper():
    __builtin__.help = _Helper()


def _customize(name):
    """Imports sitecustomize or usercustomize, if it is there."""
    try:
        __import__(name)
    except ImportError:
        pass
    except Exception:
        if sys.flags.verbose:
            sys.excepthook(*sys.exc_info())
        else:
            print >>sys.stderr, \
                "'import %s' failed; use -v for traceback" % name


def execsitecustomize():
    _customize('sitecustomize')


def execusercustomize():
    _customize('usercustomize')


def main():
    """Sets up sys.path and help(); the runtime has the other names for
    prompts."""
    global ENABLE_USER_SITE
    abs__file__()
    known_paths = removeduppaths()
    ENABLE_USER_SITE = check_enableusersite()
    addusersitepackages(known_paths)
    addsitepackages(known_paths)
    sethelper()
    execsitecustomize()
    if ENABLE_USER_SITE:
        execusercustomize()
    if hasattr(sys, 'setdefaultencoding'):
        del sys.setdefaultencoding
