"""Symbol tables of source text: which names are local, global, free."""
import _symtable

from _symtable import (USE, DEF_GLOBAL, DEF_LOCAL, DEF_PARAM, DEF_IMPORT,
                       DEF_BOUND, OPT_IMPORT_STAR, OPT_EXEC, OPT_BARE_EXEC,
                       SCOPE_OFF, SCOPE_MASK, FREE, GLOBAL_IMPLICIT,
                       GLOBAL_EXPLICIT, CELL, LOCAL)
import weakref

__all__ = ["symtable", "SymbolTable", "Class", "Function", "Symbol"]

_GLOBALS = (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT)


def symtable(code, filename, compile_type):
    """The table of a text; compile_type as compile() has it."""
    return _newSymbolTable(_symtable.symtable(code, filename, compile_type),
                           filename)


class SymbolTableFactory:
    """One object for each table."""

    def __init__(self):
        self.__memo = weakref.WeakValueDictionary()

    def new(self, table, filename):
        if table.type == _symtable.TYPE_FUNCTION:
            return Function(table, filename)
        if table.type == _symtable.TYPE_CLASS:
            return Class(table, filename)
        return SymbolTable(table, filename)

    def __call__(self, table, filename):
        key = table, filename
        obj = self.__memo.get(key)
        if obj is None:
            obj = self.__memo[key] = self.new(table, filename)
        return obj


_newSymbolTable = SymbolTableFactory()


class SymbolTable(object):
    """The names of one scope."""

    def __init__(self, raw_table, filename):
        self._table = raw_table
        self._filename = filename
        self._symbols = {}

    def __repr__(self):
        if self.__class__ == SymbolTable:
            kind = ""
        else:
            kind = "%s " % self.__class__.__name__
        if self._table.name == "global":
            return "<{0}SymbolTable for module {1}>".format(kind,
                                                            self._filename)
        return "<{0}SymbolTable for {1} in {2}>".format(
            kind, self._table.name, self._filename)

    def get_type(self):
        """'module', 'function' or 'class'."""
        return {_symtable.TYPE_MODULE: "module",
                _symtable.TYPE_FUNCTION: "function",
                _symtable.TYPE_CLASS: "class"}[self._table.type]

    def get_id(self):
        return self._table.id

    def get_name(self):
        return self._table.name

    def get_lineno(self):
        return self._table.lineno

    def is_optimized(self):
        """Whether the local variables are known."""
        return bool(self._table.type == _symtable.TYPE_FUNCTION and
                    not self._table.optimized)

    def is_nested(self):
        return bool(self._table.nested)

    def has_children(self):
        return bool(self._table.children)

    def has_exec(self):
        return bool(self._table.optimized & (OPT_EXEC | OPT_BARE_EXEC))

    def has_import_star(self):
        return bool(self._table.optimized & OPT_IMPORT_STAR)

    def get_identifiers(self):
        return self._table.symbols.keys()

    def lookup(self, name):
        """The Symbol of a name; KeyError."""
        sym = self._symbols.get(name)
        if sym is None:
            flags = self._table.symbols[name]
            sym = Symbol(name, flags, self.__named(name))
            self._symbols[name] = sym
        return sym

    def get_symbols(self):
        return [self.lookup(ident) for ident in self.get_identifiers()]

    def __named(self, name):
        return [_newSymbolTable(child, self._filename)
                for child in self._table.children if child.name == name]

    def get_children(self):
        return [_newSymbolTable(child, self._filename)
                for child in self._table.children]


class Function(SymbolTable):
    """The names of a function."""

    __params = None
    __locals = None
    __frees = None
    __globals = None

    def __chosen(self, wanted):
        return tuple(ident for ident in self.get_identifiers()
                     if wanted(self._table.symbols[ident]))

    def get_parameters(self):
        if self.__params is None:
            self.__params = self.__chosen(lambda flags: flags & DEF_PARAM)
        return self.__params

    def get_locals(self):
        if self.__locals is None:
            self.__locals = self.__chosen(
                lambda flags: _scope(flags) in (LOCAL, CELL))
        return self.__locals

    def get_globals(self):
        if self.__globals is None:
            self.__globals = self.__chosen(
                lambda flags: _scope(flags) in _GLOBALS)
        return self.__globals

    def get_frees(self):
        if self.__frees is None:
            self.__frees = self.__chosen(lambda flags: _scope(flags) == FREE)
        return self.__frees


class Class(SymbolTable):
    """The names of a class."""

    __methods = None

    def get_methods(self):
        if self.__methods is None:
            self.__methods = tuple(
                dict((child.name, 1) for child in self._table.children))
        return self.__methods


class Symbol(object):
    """A name in a scope."""

    def __init__(self, name, flags, namespaces=None):
        self.__name = name
        self.__flags = flags
        self.__scope = _scope(flags)
        self.__namespaces = namespaces or ()

    def __repr__(self):
        return "<symbol {0!r}>".format(self.__name)

    def get_name(self):
        return self.__name

    def is_referenced(self):
        return bool(self.__flags & _symtable.USE)

    def is_parameter(self):
        return bool(self.__flags & DEF_PARAM)

    def is_global(self):
        return bool(self.__scope in _GLOBALS)

    def is_declared_global(self):
        return bool(self.__scope == GLOBAL_EXPLICIT)

    def is_local(self):
        return bool(self.__flags & DEF_BOUND)

    def is_free(self):
        return bool(self.__scope == FREE)

    def is_imported(self):
        return bool(self.__flags & DEF_IMPORT)

    def is_assigned(self):
        return bool(self.__flags & DEF_LOCAL)

    def is_namespace(self):
        """Whether a function or class of this name is made in the scope."""
        return bool(self.__namespaces)

    def get_namespaces(self):
        return self.__namespaces

    def get_namespace(self):
        """The only one; ValueError if there are more."""
        if len(self.__namespaces) != 1:
            raise ValueError("name is bound to multiple namespaces")
        return self.__namespaces[0]


def _scope(flags):
    return flags >> SCOPE_OFF & SCOPE_MASK
