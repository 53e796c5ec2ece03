"""Modules and files run as programs.

Both are compiled from their source when they are called."""

import imp
import os
import sys
from pkgutil import ImpImporter, get_loader, read_code

__all__ = ["run_module", "run_path"]


class _TempModule(object):
    """A fresh module in sys.modules for the time of a run."""

    def __init__(self, mod_name):
        self.mod_name = mod_name
        self.module = imp.new_module(mod_name)
        self._saved_module = []

    def __enter__(self):
        if self.mod_name in sys.modules:
            self._saved_module.append(sys.modules[self.mod_name])
        sys.modules[self.mod_name] = self.module
        return self

    def __exit__(self, *args):
        if self._saved_module:
            sys.modules[self.mod_name] = self._saved_module[0]
        else:
            del sys.modules[self.mod_name]
        self._saved_module = []


class _ModifiedArgv0(object):
    """sys.argv[0] is something else for a time."""

    def __init__(self, value):
        self.value = value
        self._saved_value = None

    def __enter__(self):
        if self._saved_value is not None:
            raise RuntimeError("Already preserving saved value")
        self._saved_value = sys.argv[0]
        sys.argv[0] = self.value

    def __exit__(self, *args):
        self.value = self._saved_value
        sys.argv[0] = self._saved_value
        self._saved_value = None


def _run_code(code, run_globals, init_globals=None, mod_name=None,
              mod_fname=None, mod_loader=None, pkg_name=None):
    if init_globals is not None:
        run_globals.update(init_globals)
    run_globals.update(__name__=mod_name, __file__=mod_fname,
                       __loader__=mod_loader, __package__=pkg_name)
    exec code in run_globals
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_fname=None,
                     mod_loader=None, pkg_name=None):
    with _TempModule(mod_name) as temp_module:
        with _ModifiedArgv0(mod_fname):
            mod_globals = temp_module.module.__dict__
            _run_code(code, mod_globals, init_globals, mod_name, mod_fname,
                      mod_loader, pkg_name)
    # The module may be gone: what it held is what the caller gets.
    return mod_globals.copy()


def _is_archive(path):
    """Does the file end as archives do that zipimport takes?"""
    try:
        with open(path, 'rb') as f:
            f.seek(-22, 2)
            return f.read(4) == 'PK\5\6'
    except IOError:
        return False


def _get_filename(loader, mod_name):
    for attr in ("get_filename", "_get_filename"):
        meth = getattr(loader, attr, None)
        if meth is not None:
            return meth(mod_name)
    return None


def _get_module_details(mod_name, error=ImportError):
    """(name, loader, code, file)"""
    try:
        loader = get_loader(mod_name)
        if loader is None:
            raise error("No module named %s" % mod_name)
        ispkg = loader.is_package(mod_name)
    except ImportError as e:
        raise error(str(e))
    if ispkg:
        if mod_name == "__main__" or mod_name.endswith(".__main__"):
            raise error("Cannot use package as __main__ module")
        __import__(mod_name)
        try:
            return _get_module_details(mod_name + ".__main__")
        except ImportError as e:
            raise error(("%s; %r is a package and cannot be directly executed")
                        % (e, mod_name))
    try:
        code = loader.get_code(mod_name)
    except ImportError as e:
        raise error(str(e))
    if code is None:
        raise error("No code object available for %s" % mod_name)
    return mod_name, loader, code, _get_filename(loader, mod_name)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module's source; the dict of its globals."""
    mod_name, loader, code, fname = _get_module_details(mod_name)
    if run_name is None:
        run_name = mod_name
    pkg_name = mod_name.rpartition('.')[0]
    if alter_sys:
        return _run_module_code(code, init_globals, run_name, fname, loader,
                                pkg_name)
    return _run_code(code, {}, init_globals, run_name, fname, loader, pkg_name)


class _Error(Exception):
    """What _run_module_as_main tells in one line."""


def _get_main_module_details(error=ImportError):
    """The same of __main__ in sys.path[0]."""
    try:
        return _get_module_details("__main__")
    except ImportError as e:
        if "__main__" in str(e):
            raise error("can't find '__main__' module in %r" % sys.path[0])
        raise


def _run_module_as_main(mod_name, alter_argv=True):
    """What python -m does; without alter_argv: python FOLDER."""
    try:
        if alter_argv or mod_name != "__main__":
            details = _get_module_details(mod_name, _Error)
        else:
            details = _get_main_module_details(_Error)
    except _Error as e:
        sys.exit("%s: %s" % (sys.executable, e))
    mod_name, loader, code, fname = details
    if alter_argv:
        sys.argv[0] = fname
    return _run_code(code, sys.modules["__main__"].__dict__, None, "__main__",
                     fname, loader, mod_name.rpartition('.')[0])


def _get_importer(path_name):
    """What imports from a folder or an archive; None: it is neither."""
    if os.path.isdir(path_name):
        return ImpImporter(path_name)
    if _is_archive(path_name):
        import zipimport
    for hook in sys.path_hooks:
        try:
            return hook(path_name)
        except ImportError:
            pass
    return None


def _get_code_from_file(fname):
    with open(fname, 'rb') as f:
        code = read_code(f)
    if code is not None:
        return code
    with open(fname, 'U') as f:
        return compile(f.read(), fname, 'exec', 0, 1)


def _run_main_inside(path_name, init_globals, run_name):
    # The __main__ at hand would be taken for the one that is looked for.
    saved_main = sys.modules.pop("__main__")
    try:
        mod_name, loader, code, fname = _get_main_module_details()
    finally:
        sys.modules["__main__"] = saved_main
    with _TempModule(run_name) as temp_module:
        with _ModifiedArgv0(path_name):
            mod_globals = temp_module.module.__dict__
            return _run_code(code, mod_globals, init_globals, run_name, fname,
                             loader, '').copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or __main__ of a folder or an archive; the dict of its
    globals."""
    if run_name is None:
        run_name = "<run_path>"
    if _get_importer(path_name) is None:
        return _run_module_code(_get_code_from_file(path_name), init_globals,
                                run_name, path_name)
    sys.path.insert(0, path_name)
    try:
        return _run_main_inside(path_name, init_globals, run_name)
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print >>sys.stderr, "No module specified for execution"
    else:
        del sys.argv[0]
        _run_module_as_main(sys.argv[0])
