"""Classes and functions of a module, read from its source without running
it."""

import ast
import imp
import os
import sys

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]

_modules = {}       # name -> {name: Class or Function}


class Class:
    """A class: module, name, super (classes, or names of unknown ones),
    methods {name: line}, file, lineno."""

    def __init__(self, module, name, super, file, lineno):
        self.module = module
        self.name = name
        if super is None:
            super = []
        self.super = super
        self.methods = {}
        self.file = file
        self.lineno = lineno

    def _addmethod(self, name, lineno):
        self.methods[name] = lineno


class Function:
    """A function at the top: module, name, file, lineno."""

    def __init__(self, module, name, file, lineno):
        self.module = module
        self.name = name
        self.file = file
        self.lineno = lineno


def readmodule(module, path=None):
    """{name: Class} of a module."""
    found = {}
    for key, value in _readmodule(module, path or []).items():
        if isinstance(value, Class):
            found[key] = value
    return found


def readmodule_ex(module, path=None):
    """The same with functions; a package has '__path__', too."""
    return _readmodule(module, path or [])


def _find(module, path):
    """(source text, file, folder if it is a package); None: no source."""
    for folder in path:
        base = os.path.join(folder, module)
        init = os.path.join(base, '__init__.py')
        if os.path.isfile(init):
            return _text(init), init, base
        if os.path.isfile(base + '.py'):
            return _text(base + '.py'), base + '.py', None
    f, filename, (suffix, mode, kind) = imp.find_module(module)
    if f:
        f.close()
    if kind == imp.PKG_DIRECTORY:
        init = os.path.join(filename, '__init__.py')
        return _text(init), init, filename
    if kind == imp.PY_SOURCE:
        return _text(filename), filename, None
    return None


def _text(filename):
    with open(filename, 'rU') as f:
        return f.read()


def _readmodule(module, path, inpackage=None):
    fullmodule = "%s.%s" % (inpackage, module) if inpackage is not None \
        else module
    if fullmodule in _modules:
        return _modules[fullmodule]
    names = {}
    if module in sys.builtin_module_names and inpackage is None:
        _modules[module] = names
        return names
    i = module.rfind('.')
    if i >= 0:
        package, submodule = module[:i], module[i + 1:]
        parent = _readmodule(package, path, inpackage)
        if inpackage is not None:
            package = "%s.%s" % (inpackage, package)
        if '__path__' not in parent:
            raise ImportError('No package named {}'.format(package))
        return _readmodule(submodule, parent['__path__'], package)
    if inpackage is not None:
        source = _find(module, path)
    else:
        source = _find(module, list(path) + sys.path)
    _modules[fullmodule] = names
    if source is None:
        return names
    text, filename, folder = source
    if folder is not None:
        names['__path__'] = [folder]
    reader = _Reader(fullmodule, filename, names, path, inpackage)
    reader.statements(ast.parse(text, filename).body, True)
    return names


class _Reader:
    """Goes through the statements, also those of if and try."""

    def __init__(self, module, filename, names, path, inpackage):
        self.module = module
        self.filename = filename
        self.names = names
        self.path = path
        self.inpackage = inpackage

    def statements(self, body, top):
        for node in body:
            if isinstance(node, ast.FunctionDef):
                if top:
                    self.names[node.name] = Function(
                        self.module, node.name, self.filename, _line(node))
            elif isinstance(node, ast.ClassDef):
                self.class_def(node)
            elif isinstance(node, ast.Import) and top:
                for alias in node.names:
                    self.import_module(alias.name)
            elif isinstance(node, ast.ImportFrom) and top:
                self.import_from(node)
            else:
                for name in ('body', 'orelse', 'finalbody'):
                    self.statements(getattr(node, name, None) or [], False)
                for handler in getattr(node, 'handlers', ()):
                    self.statements(handler.body, False)

    def class_def(self, node):
        inherit = [self.base(base) for base in node.bases]
        cls = Class(self.module, node.name, inherit, self.filename,
                    _line(node))
        self.names[node.name] = cls
        self.methods(cls, node.body)

    def methods(self, cls, body):
        for node in body:
            if isinstance(node, ast.FunctionDef):
                cls._addmethod(node.name, _line(node))
            else:
                for name in ('body', 'orelse', 'finalbody'):
                    value = getattr(node, name, None)
                    if isinstance(value, list) and \
                            not isinstance(node, ast.ClassDef):
                        self.methods(cls, value)

    def base(self, node):
        """The Class of a base, or its text."""
        text = _dotted(node)
        if text in self.names:
            return self.names[text]
        parts = text.split('.')
        if len(parts) > 1:
            # module.class
            module, name = parts[-2], parts[-1]
            if module in _modules:
                return _modules[module].get(name, text)
        return text

    def import_module(self, name):
        try:
            if self.inpackage is None:
                _readmodule(name, self.path, self.inpackage)
            else:
                try:
                    _readmodule(name, self.path, self.inpackage)
                except ImportError:
                    _readmodule(name, [])
        except (ImportError, SyntaxError, IOError):
            pass

    def import_from(self, node):
        if not node.module:
            return
        try:
            found = _readmodule(node.module, self.path, self.inpackage)
        except (ImportError, SyntaxError, IOError):
            return
        for alias in node.names:
            if alias.name in found:
                self.names[alias.asname or alias.name] = found[alias.name]
            elif alias.name == '*':
                for name in found:
                    if name[0] != '_':
                        self.names[name] = found[name]


def _line(node):
    """The line of def or class, which decorators stand before."""
    if not node.decorator_list:
        return node.lineno
    last = node.decorator_list[-1]
    return max(n.lineno for n in ast.walk(last) if hasattr(n, 'lineno')) + 1


def _dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return _dotted(node.value) + '.' + node.attr
    if isinstance(node, ast.Call):
        return _dotted(node.func)
    return ''


def _main():
    module = sys.argv[1]
    if os.path.exists(module):
        path = [os.path.dirname(module)]
        module = os.path.basename(module)
        if module.lower().endswith(".py"):
            module = module[:-3]
    else:
        path = []
    found = readmodule_ex(module, path)
    objs = found.values()
    objs.sort(lambda a, b: cmp(getattr(a, 'lineno', 0),
                               getattr(b, 'lineno', 0)))
    for obj in objs:
        if isinstance(obj, list):
            continue
        if isinstance(obj, Class):
            print "class", obj.name, obj.super, obj.lineno
            for name, lineno in sorted(obj.methods.iteritems(),
                                       key=lambda item: item[1]):
                if name != "__path__":
                    print "  def", name, lineno
        elif isinstance(obj, Function):
            print "def", obj.name, obj.lineno


if __name__ == "__main__":
    _main()
