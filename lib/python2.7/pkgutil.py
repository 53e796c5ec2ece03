"""Packages: what is in them, their data, their search path.

Modules that the program was compiled with are found wherever their files have
gone; others are looked for along the path, as imports of source files do."""

import imp
import os
import sys
from types import ModuleType

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader',
           'walk_packages', 'iter_modules', 'get_data', 'ImpImporter',
           'ImpLoader', 'read_code', 'extend_path']


def _linked(prefix):
    """name -> (file, is package) of compiled modules right below a package;
    prefix is '' or ends with a dot."""
    found = {}
    for name, filename, is_package in imp._linked_modules():
        if name.startswith(prefix) and name != '__main__':
            rest = name[len(prefix):]
            if rest and '.' not in rest:
                found[rest] = filename, is_package
    return found


def read_code(stream):
    """The code object of a compiled file; None: it is not one."""
    import marshal
    if stream.read(4) != imp.get_magic():
        return None
    stream.read(4)
    return marshal.load(stream)


def simplegeneric(func):
    """A function that chooses by the class of its first argument."""
    registry = {}

    def wrapper(*args, **kw):
        cls = getattr(args[0], '__class__', None) or type(args[0])
        try:
            mro = cls.__mro__
        except AttributeError:
            mro = (cls, object)
        for t in mro:
            if t in registry:
                return registry[t](*args, **kw)
        return func(*args, **kw)

    def register(typ, func=None):
        if func is None:
            return lambda f: register(typ, f)
        registry[typ] = func
        return func

    try:
        wrapper.__name__ = func.__name__
    except (TypeError, AttributeError):
        pass
    wrapper.__dict__ = func.__dict__
    wrapper.__doc__ = func.__doc__
    wrapper.register = register
    return wrapper


class ImpImporter:
    """Finds modules in one folder; without a path, those of the program."""

    def __init__(self, path=None):
        self.path = path

    def find_module(self, fullname, path=None):
        subname = fullname.split('.')[-1]
        if subname != fullname and self.path is None:
            return None
        if self.path is None:
            for name, filename, is_package in imp._linked_modules():
                if name == fullname != '__main__':
                    return _loader(fullname, filename, is_package)
            if imp.is_builtin(subname):
                return ImpLoader(fullname, None, subname,
                                 ('', '', imp.C_BUILTIN))
            return None
        folder = os.path.realpath(self.path)
        for name, filename, is_package in imp._linked_modules():
            if name == fullname != '__main__':
                where = os.path.dirname(filename)
                if is_package:
                    where = os.path.dirname(where)
                if os.path.realpath(where) == folder:
                    return _loader(fullname, filename, is_package)
        base = os.path.join(folder, subname)
        for end in ('.py', '.pyc'):
            if os.path.isfile(os.path.join(base, '__init__' + end)):
                return _loader(fullname, os.path.join(base, '__init__.py'),
                               True)
        if os.path.isfile(base + '.py'):
            return _loader(fullname, base + '.py', False)
        if os.path.isfile(base + '.pyc'):
            return ImpLoader(fullname, None, base + '.pyc',
                             ('.pyc', 'rb', imp.PY_COMPILED))
        return None

    def iter_modules(self, prefix=''):
        if self.path is None:
            return
        for name, is_package in sorted(_in_folder(self.path).items()):
            yield prefix + name, is_package


def _loader(fullname, filename, is_package):
    if is_package:
        return ImpLoader(fullname, None, os.path.dirname(filename),
                         ('', '', imp.PKG_DIRECTORY))
    return ImpLoader(fullname, None, filename, ('.py', 'U', imp.PY_SOURCE))


def _in_folder(path):
    """name -> is package, of the modules in a folder."""
    found = {}
    folder = os.path.realpath(path or os.curdir)
    for name, filename, is_package in imp._linked_modules():
        where = os.path.dirname(filename)
        if is_package:
            where = os.path.dirname(where)
        if name != '__main__' and os.path.realpath(where) == folder:
            found[name.split('.')[-1]] = is_package
    try:
        names = os.listdir(path or os.curdir)
    except OSError:
        names = []
    for name in sorted(names):
        base, ext = os.path.splitext(name)
        full = os.path.join(path, name)
        if ext in ('.py', '.pyc') and base != '__init__' and '.' not in base:
            found.setdefault(base, False)
        elif not ext and (
                os.path.isfile(os.path.join(full, '__init__.py')) or
                os.path.isfile(os.path.join(full, '__init__.pyc'))):
            found[name] = True
    return found


class ImpLoader:
    """What is known of one module."""

    code = source = None

    def __init__(self, fullname, file, filename, etc):
        self.file = file
        self.filename = filename
        self.fullname = fullname
        self.etc = etc

    def load_module(self, fullname):
        __import__(fullname)
        return sys.modules[fullname]

    def get_data(self, pathname):
        return open(pathname, 'rb').read()

    def _fix_name(self, fullname):
        if fullname is None:
            return self.fullname
        if fullname != self.fullname:
            raise ImportError("Loader for module %s cannot handle module %s"
                              % (self.fullname, fullname))
        return fullname

    def is_package(self, fullname):
        self._fix_name(fullname)
        return self.etc[2] == imp.PKG_DIRECTORY

    def get_code(self, fullname=None):
        """The module's code, compiled from its source."""
        fullname = self._fix_name(fullname)
        if self.code is None:
            filename = self.get_filename(fullname)
            if filename and filename.endswith('.pyc'):
                with open(filename, 'rb') as f:
                    self.code = read_code(f)
                return self.code
            source = self.get_source(fullname)
            if source is not None:
                from _pkgutil_code import code_of
                self.code = code_of(source, self.get_filename(fullname))
        return self.code

    def get_source(self, fullname=None):
        fullname = self._fix_name(fullname)
        filename = self.get_filename(fullname) or ''
        if self.etc[2] == imp.PY_COMPILED and os.path.exists(filename[:-1]):
            filename = filename[:-1]
        if self.source is None and filename.endswith('.py'):
            f = open(filename, 'rU')
            try:
                self.source = f.read()
            finally:
                f.close()
        return self.source

    def get_filename(self, fullname=None):
        self._fix_name(fullname)
        if self.etc[2] == imp.PKG_DIRECTORY:
            init = os.path.join(self.filename, '__init__.py')
            return init if os.path.exists(init) or \
                not os.path.exists(init + 'c') else init + 'c'
        if self.etc[2] in (imp.PY_SOURCE, imp.PY_COMPILED, imp.C_EXTENSION):
            return self.filename
        return None


def get_importer(path_item):
    """The importer of a folder of sys.path."""
    importer = sys.path_importer_cache.get(path_item) \
        if hasattr(sys, 'path_importer_cache') else None
    if importer is not None:
        return importer
    if os.path.isfile(path_item):
        import zipimport
    for hook in getattr(sys, 'path_hooks', ()):
        try:
            return hook(path_item)
        except ImportError:
            pass
    return ImpImporter(path_item)


def iter_importers(fullname=""):
    """The importers that look for a module, in their order."""
    if fullname.startswith('.'):
        raise ImportError("Relative module names not supported")
    if '.' in fullname:
        pkg = '.'.join(fullname.split('.')[:-1])
        if pkg not in sys.modules:
            __import__(pkg)
        path = getattr(sys.modules[pkg], '__path__', None) or []
    else:
        for importer in getattr(sys, 'meta_path', ()):
            yield importer
        path = sys.path
    for item in path:
        yield get_importer(item)
    if '.' not in fullname:
        yield ImpImporter()


def get_loader(module_or_name):
    """The loader of a module or of the module of a name; None: there is none.
    """
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
    if isinstance(module_or_name, ModuleType):
        module = module_or_name
        loader = getattr(module, '__loader__', None)
        if loader is not None:
            return loader
        fullname = module.__name__
    else:
        fullname = module_or_name
    return find_loader(fullname)


def find_loader(fullname):
    for importer in iter_importers(fullname):
        loader = importer.find_module(fullname)
        if loader is not None:
            return loader
    return None


def iter_importer_modules(importer, prefix=''):
    if not hasattr(importer, 'iter_modules'):
        return []
    return importer.iter_modules(prefix)


iter_importer_modules = simplegeneric(iter_importer_modules)


def iter_modules(path=None, prefix=''):
    """(importer, name, is package) of the modules along a path."""
    if path is None:
        importers = iter_importers()
    else:
        importers = map(get_importer, path)
    yielded = {}
    for importer in importers:
        for name, ispkg in iter_importer_modules(importer, prefix):
            if name not in yielded:
                yielded[name] = 1
                yield importer, name, ispkg


def walk_packages(path=None, prefix='', onerror=None):
    """The same with what is in the packages; imports them."""
    def seen(p, m={}):
        if p in m:
            return True
        m[p] = True

    for importer, name, ispkg in iter_modules(path, prefix):
        yield importer, name, ispkg
        if not ispkg:
            continue
        try:
            __import__(name)
        except ImportError:
            if onerror is not None:
                onerror(name)
        except Exception:
            if onerror is None:
                raise
            onerror(name)
        else:
            path = getattr(sys.modules[name], '__path__', None) or []
            path = [p for p in path if not seen(p)]
            for item in walk_packages(path, name + '.', onerror):
                yield item


def extend_path(path, name):
    """A package's __path__ with the folders of its name along sys.path, and
    those that NAME.pkg files there list."""
    if not isinstance(path, list):
        return path
    pname = os.path.join(*name.split('.'))
    sname = os.extsep.join(name.split('.')) + os.extsep + 'pkg'
    init_py = '__init__' + os.extsep + 'py'
    path = path[:]
    for folder in sys.path:
        if not isinstance(folder, basestring) or not os.path.isdir(folder):
            continue
        subdir = os.path.join(folder, pname)
        if subdir not in path and \
                os.path.isfile(os.path.join(subdir, init_py)):
            path.append(subdir)
        pkgfile = os.path.join(folder, sname)
        if os.path.isfile(pkgfile):
            try:
                f = open(pkgfile)
            except IOError, msg:
                sys.stderr.write("Can't open %s: %s\n" % (pkgfile, msg))
            else:
                for line in f:
                    line = line.rstrip('\n')
                    if line and not line.startswith('#'):
                        path.append(line)
                f.close()
    return path


def get_data(package, resource):
    """The bytes of a file that belongs to a package; resource is a path with
    slashes."""
    loader = get_loader(package)
    if loader is None or not hasattr(loader, 'get_data'):
        return None
    mod = sys.modules.get(package) or loader.load_module(package)
    if mod is None or not hasattr(mod, '__file__'):
        return None
    parts = resource.split('/')
    parts.insert(0, os.path.dirname(mod.__file__))
    return loader.get_data(os.path.join(*parts))
