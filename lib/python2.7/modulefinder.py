"""Which modules a program imports, found without running it."""

import ast
import imp
import os
import sys

packagePathMap = {}
replacePackageMap = {}


def AddPackagePath(packagename, path):
    """A folder that a package will have in its __path__, too."""
    packagePathMap.setdefault(packagename, []).append(path)


def ReplacePackage(oldname, newname):
    """A module that stands for another when it runs."""
    replacePackageMap[oldname] = newname


class Module:
    def __init__(self, name, file=None, path=None):
        self.__name__ = name
        self.__file__ = file
        self.__path__ = path
        self.__code__ = None
        # Names bound at the top, and modules that it takes all names of.
        self.globalnames = {}
        self.starimports = {}

    def __repr__(self):
        s = "Module(%r" % (self.__name__,)
        if self.__file__ is not None:
            s = s + ", %r" % (self.__file__,)
        if self.__path__ is not None:
            s = s + ", %r" % (self.__path__,)
        return s + ")"


class ModuleFinder:
    def __init__(self, path=None, debug=0, excludes=[], replace_paths=[]):
        if path is None:
            path = sys.path
        self.path = path
        self.modules = {}
        self.badmodules = {}
        self.debug = debug
        self.indent = 0
        self.excludes = excludes
        self.replace_paths = replace_paths
        self.processed_paths = []

    def msg(self, level, str, *args):
        if level <= self.debug:
            print "   " * self.indent + str + ' ' + \
                ' '.join([repr(arg) for arg in args])

    def run_script(self, pathname):
        """Takes a program as __main__."""
        with open(pathname, 'U') as f:
            self._load_source('__main__', f.read(), pathname, None)

    def load_file(self, pathname):
        name = os.path.splitext(os.path.basename(pathname))[0]
        with open(pathname, 'U') as f:
            self._load_source(name, f.read(), pathname, None)

    def import_hook(self, name, caller=None, fromlist=None, level=-1):
        """Imports as the statement would; the module."""
        self.msg(3, "import_hook", name, caller, fromlist, level)
        m = self._find(name, caller, level)
        if fromlist and m.__path__ is not None:
            self.ensure_fromlist(m, fromlist)
        return m

    def _package_of(self, caller, level):
        if caller is None or level == 0:
            return None
        name = caller.__name__
        if caller.__path__ is None:
            name = name.rpartition('.')[0]
        for _ in range(max(level, 1) - 1):
            if '.' not in name:
                raise ImportError("relative importpath too deep")
            name = name.rpartition('.')[0]
        return name or None

    def _find(self, name, caller, level):
        parent = self._package_of(caller, level)
        if parent:
            full = parent + '.' + name if name else parent
            try:
                return self._import_dotted(full)
            except ImportError:
                if level > 0:
                    raise
        elif level > 0:
            raise ImportError("relative importpath too deep")
        return self._import_dotted(name)

    def _import_dotted(self, name):
        m = None
        parts = name.split('.')
        for i in range(len(parts)):
            m = self.import_module(parts[i], '.'.join(parts[:i + 1]), m)
            if m is None:
                raise ImportError("No module named " + '.'.join(parts[:i + 1]))
        return m

    def ensure_fromlist(self, m, fromlist, recursive=0):
        for sub in fromlist:
            if sub == "*":
                if not recursive:
                    everything = self.find_all_submodules(m)
                    if everything:
                        self.ensure_fromlist(m, everything, 1)
            elif not hasattr(m, sub) and sub not in m.globalnames:
                if not self.import_module(sub, m.__name__ + "." + sub, m):
                    raise ImportError("No module named %s.%s" % (m.__name__,
                                                                 sub))

    def find_all_submodules(self, m):
        names = set()
        for folder in m.__path__ or ():
            try:
                files = os.listdir(folder)
            except os.error:
                continue
            for name in files:
                base, ext = os.path.splitext(name)
                if ext == '.py' and base != '__init__':
                    names.add(base)
        return sorted(names)

    def import_module(self, partname, fqname, parent):
        if fqname in self.modules:
            return self.modules[fqname]
        if fqname in self.badmodules:
            return None
        if parent and parent.__path__ is None:
            return None
        try:
            fp, pathname, stuff = self.find_module(
                partname, parent and parent.__path__, parent)
        except ImportError:
            return None
        try:
            m = self.load_module(fqname, fp, pathname, stuff)
        finally:
            if fp:
                fp.close()
        if parent:
            setattr(parent, partname, m)
        return m

    def find_module(self, name, path, parent=None):
        fullname = parent.__name__ + '.' + name if parent is not None else name
        if fullname in self.excludes:
            raise ImportError, name
        if path is None:
            if name in sys.builtin_module_names:
                return None, None, ("", "", imp.C_BUILTIN)
            path = self.path
        for folder in path:
            base = os.path.join(folder, name)
            if os.path.isfile(os.path.join(base, '__init__.py')):
                return None, base, ('', '', imp.PKG_DIRECTORY)
            if os.path.isfile(base + '.py'):
                return open(base + '.py', 'U'), base + '.py', \
                    ('.py', 'U', imp.PY_SOURCE)
            for suffix in ('.so', 'module.so'):
                if os.path.isfile(base + suffix):
                    return None, base + suffix, ('.so', 'rb',
                                                 imp.C_EXTENSION)
        raise ImportError("No module named " + name)

    def load_module(self, fqname, fp, pathname, file_info):
        suffix, mode, type = file_info
        if type == imp.PKG_DIRECTORY:
            return self.load_package(fqname, pathname)
        if type == imp.PY_SOURCE:
            return self._load_source(fqname, fp.read() + '\n', pathname, None)
        m = self.add_module(fqname)
        m.__file__ = pathname
        return m

    def load_package(self, fqname, pathname):
        fqname = replacePackageMap.get(fqname, fqname)
        init = os.path.join(pathname, '__init__.py')
        with open(init, 'U') as f:
            return self._load_source(
                fqname, f.read(), init,
                [pathname] + packagePathMap.get(fqname, []))

    def add_module(self, fqname):
        if fqname not in self.modules:
            self.modules[fqname] = Module(fqname)
        return self.modules[fqname]

    def _load_source(self, fqname, text, pathname, path):
        tree = ast.parse(text, pathname)
        m = self.add_module(fqname)
        m.__file__ = pathname
        m.__path__ = path
        self._scan(tree, m)
        return m

    def _add_badmodule(self, name, caller):
        self.badmodules.setdefault(name, {})[
            caller.__name__ if caller else "-"] = 1

    def _safe_import_hook(self, name, caller, fromlist, level=-1):
        if name in self.badmodules:
            self._add_badmodule(name, caller)
            return
        try:
            m = self.import_hook(name, caller, level=level)
        except (ImportError, SyntaxError), msg:
            self.msg(2, "ImportError:", str(msg))
            self._add_badmodule(name, caller)
            return
        for sub in fromlist or ():
            full = name + "." + sub
            if full in self.badmodules:
                self._add_badmodule(full, caller)
                continue
            try:
                self.import_hook(name, caller, [sub], level=level)
            except (ImportError, SyntaxError), msg:
                self.msg(2, "ImportError:", str(msg))
                self._add_badmodule(full, caller)

    def _scan(self, tree, m):
        """Imports what the statements of a tree do, wherever they stand."""
        absolute = False
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and \
                    node.module == '__future__':
                absolute |= 'absolute_import' in [a.name for a in node.names]
        for node in ast.walk(tree):
            default = 0 if absolute else -1
            if isinstance(node, ast.Import):
                for alias in node.names:
                    self._safe_import_hook(alias.name, m, None, default)
            elif isinstance(node, ast.ImportFrom):
                names = [alias.name for alias in node.names]
                level = node.level if node.level else default
                if node.level and not node.module:
                    # What is missing is told by its absolute name.
                    self._safe_import_hook(self._package_of(m, level), None,
                                           names, 0)
                    continue
                self._safe_import_hook(node.module or '', m,
                                       [n for n in names if n != '*'], level)
                if '*' in names:
                    m.starimports[node.module] = 1
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                m.globalnames[node.name] = 1
            elif isinstance(node, ast.Name) and \
                    isinstance(node.ctx, ast.Store):
                m.globalnames[node.id] = 1

    def report(self):
        """Prints what was found and what was not."""
        print
        print "  %-25s %s" % ("Name", "File")
        print "  %-25s %s" % ("----", "----")
        for key in sorted(self.modules.keys()):
            m = self.modules[key]
            print "P" if m.__path__ else "m",
            print "%-25s" % key, m.__file__ or ""
        missing, maybe = self.any_missing_maybe()
        if missing:
            print
            print "Missing modules:"
            for name in missing:
                mods = sorted(self.badmodules[name].keys())
                print "?", name, "imported from", ', '.join(mods)
        if maybe:
            print
            print "Submodules that appear to be missing, but could also be",
            print "global names in the parent package:"
            for name in maybe:
                mods = sorted(self.badmodules[name].keys())
                print "?", name, "imported from", ', '.join(mods)

    def any_missing(self):
        missing, maybe = self.any_missing_maybe()
        return missing + maybe

    def any_missing_maybe(self):
        """(names that are missing, names that may be something else)"""
        missing = []
        maybe = []
        for name in self.badmodules:
            if name in self.excludes:
                continue
            pkgname, dot, subname = name.rpartition('.')
            pkg = self.modules.get(pkgname)
            if not dot or pkg is None:
                missing.append(name)
            elif pkgname in self.badmodules[name] or \
                    subname not in pkg.globalnames:
                if pkg.starimports:
                    maybe.append(name)
                elif subname not in pkg.globalnames:
                    missing.append(name)
        missing.sort()
        maybe.sort()
        return missing, maybe
