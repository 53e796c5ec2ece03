"""Symbol tables, made from the tree of module ast: which names are what in
each scope.  symtable.py shows them."""
import ast

DEF_GLOBAL = 1
DEF_LOCAL = 2
DEF_PARAM = 4
USE = 8
DEF_FREE = 16
DEF_FREE_CLASS = 32
DEF_IMPORT = 64
DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT

LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = range(1, 6)
SCOPE_OFF = 11
SCOPE_MASK = 7

OPT_IMPORT_STAR = 1
OPT_EXEC = 2
OPT_BARE_EXEC = 4
_OPT_TOPLEVEL = 8

TYPE_FUNCTION, TYPE_CLASS, TYPE_MODULE = 0, 1, 2


class Entry(object):
    """A scope.  symbols: flags of each name, with what the name is in the
    bits from SCOPE_OFF on."""

    def __init__(self, name, type, lineno, parent):
        self.name = name
        self.type = type
        self.lineno = lineno
        self.symbols = {}
        self.varnames = []
        self.children = []
        self.optimized = 0
        self.nested = int(parent is not None and (
            parent.nested or parent.type == TYPE_FUNCTION))
        self.private = parent and parent.private
        self.temporaries = 0
        if parent is not None:
            parent.children.append(self)

    @property
    def id(self):
        return id(self)

    def __repr__(self):
        return '<symtable entry %s(%d), line %d>' % (self.name, self.id,
                                                     self.lineno)


def _mangled(private, name):
    if private is None or not name.startswith('__') or name.endswith('__') \
            or '.' in name:
        return name
    private = private.lstrip('_')
    return '_' + private + name if private else name


class _Builder(ast.NodeVisitor):
    """Collects names: first what the statements of each scope do with them."""

    def __init__(self):
        self.top = self.current = Entry('top', TYPE_MODULE, 0, None)
        self.top.optimized = _OPT_TOPLEVEL

    def add(self, name, flag, entry=None):
        entry = entry or self.current
        name = _mangled(self.current.private, name)
        entry.symbols[name] = entry.symbols.get(name, 0) | flag
        if flag & DEF_PARAM:
            entry.varnames.append(name)

    def enter(self, name, type, lineno):
        outer = self.current
        self.current = Entry(name, type, lineno, outer)
        return outer

    def visit_all(self, nodes):
        for node in nodes:
            self.visit(node)

    def visit_Name(self, node):
        self.add(node.id, USE if isinstance(node.ctx, ast.Load) else DEF_LOCAL)

    def visit_FunctionDef(self, node):
        self.add(node.name, DEF_LOCAL)
        self.visit_all(node.args.defaults)
        self.visit_all(node.decorator_list)
        outer = self.enter(node.name, TYPE_FUNCTION, node.lineno)
        self.parameters(node.args)
        self.visit_all(node.body)
        self.current = outer

    def visit_Lambda(self, node):
        self.visit_all(node.args.defaults)
        outer = self.enter('lambda', TYPE_FUNCTION, node.lineno)
        self.parameters(node.args)
        self.visit(node.body)
        self.current = outer

    def parameters(self, args):
        tuples = []
        for n, arg in enumerate(args.args):
            if isinstance(arg, ast.Tuple):
                self.add('.%d' % n, DEF_PARAM)
                tuples.append(arg)
            else:
                self.add(arg.id, DEF_PARAM)
        for name in (args.vararg, args.kwarg):
            if name:
                self.add(name, DEF_PARAM)
        for arg in tuples:
            self.tuple_parameter(arg)

    def tuple_parameter(self, node):
        for element in node.elts:
            if isinstance(element, ast.Tuple):
                self.tuple_parameter(element)
            else:
                self.add(element.id, DEF_PARAM)

    def visit_ClassDef(self, node):
        self.add(node.name, DEF_LOCAL)
        self.visit_all(node.bases)
        self.visit_all(node.decorator_list)
        outer = self.enter(node.name, TYPE_CLASS, node.lineno)
        self.current.private = node.name
        self.visit_all(node.body)
        self.current = outer

    def comprehension(self, name, node, elements):
        """The first iterable belongs to the scope outside."""
        first = node.generators[0]
        self.visit(first.iter)
        outer = self.enter(name, TYPE_FUNCTION, 0)
        self.add('.0', DEF_PARAM)
        if name != 'genexpr':
            self.current.temporaries += 1
            self.add('_[%d]' % self.current.temporaries, DEF_LOCAL)
        self.visit(first.target)
        self.visit_all(first.ifs)
        self.visit_all(node.generators[1:])
        self.visit_all(elements)
        self.current = outer

    def visit_GeneratorExp(self, node):
        self.comprehension('genexpr', node, [node.elt])

    def visit_SetComp(self, node):
        self.comprehension('setcomp', node, [node.elt])

    def visit_DictComp(self, node):
        self.comprehension('dictcomp', node, [node.value, node.key])

    def visit_Global(self, node):
        for name in node.names:
            self.add(name, DEF_GLOBAL)
            self.add(name, DEF_GLOBAL, self.top)

    def imported(self, node, whole):
        for alias in node.names:
            name = alias.asname or alias.name
            if name == '*':
                self.current.optimized |= OPT_IMPORT_STAR
            elif whole and not alias.asname:
                self.add(name.split('.')[0], DEF_IMPORT)
            else:
                self.add(name, DEF_IMPORT)

    def visit_Import(self, node):
        self.imported(node, True)

    def visit_ImportFrom(self, node):
        self.imported(node, False)

    def visit_Exec(self, node):
        self.current.optimized |= OPT_EXEC if node.globals else OPT_BARE_EXEC
        self.generic_visit(node)


def _scope_of(entry, name, flags, bound, known_global, free):
    if flags & DEF_GLOBAL:
        known_global.add(name)
        bound.discard(name)
        return GLOBAL_EXPLICIT
    if flags & DEF_BOUND:
        known_global.discard(name)
        return LOCAL
    if name in bound:
        free.add(name)
        return FREE
    return GLOBAL_IMPLICIT


def _resolve(entry, bound, known_global):
    """Says of each name of the scope what it is; the names that it and those
    inside take from outside.  bound: variables of functions around it."""
    bound, known_global = set(bound), set(known_global)
    outer_bound, outer_global = set(bound), set(known_global)
    free = set()
    scopes = {}
    for name, flags in entry.symbols.items():
        scopes[name] = _scope_of(entry, name, flags, bound, known_global, free)
    if entry.type == TYPE_FUNCTION:
        bound.update(name for name, scope in scopes.iteritems()
                     if scope == LOCAL)
    elif entry.type == TYPE_CLASS:
        # What a class binds is not seen by the functions in it.
        bound, known_global = outer_bound, outer_global
    inner = set()
    for child in entry.children:
        inner |= _resolve(child, bound, known_global)
    if entry.type == TYPE_FUNCTION:
        for name, scope in scopes.items():
            if scope == LOCAL and name in inner:
                scopes[name] = CELL
                inner.discard(name)
    for name in inner:
        if name not in scopes:
            entry.symbols[name] = 0
            scopes[name] = FREE
        elif entry.type == TYPE_CLASS and \
                entry.symbols[name] & (DEF_BOUND | DEF_GLOBAL):
            entry.symbols[name] |= DEF_FREE_CLASS
    for name, scope in scopes.iteritems():
        entry.symbols[name] |= scope << SCOPE_OFF
    return free | inner


def _type_name(value):
    return 'None' if value is None else type(value).__name__


def symtable(source, filename, mode):
    """The table of the whole text, an Entry; SyntaxError as compile() has
    it."""
    for n, arg in enumerate((source, filename, mode), 1):
        if not isinstance(arg, basestring):
            raise TypeError('symtable() argument %d must be string, not %s' %
                            (n, _type_name(arg)))
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError(
            "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    tree = compile(source, filename, mode, ast.PyCF_ONLY_AST)
    try:
        compile(source, filename, mode)
    except SyntaxError as error:
        # What the symbol table finds, not the code generator behind it.
        if not _found_later(error):
            raise
    builder = _Builder()
    builder.visit(tree)
    _resolve(builder.top, (), ())
    return builder.top


_LATER = ("'return' outside function", "'yield' outside function",
          "'break' outside loop", "'continue' not properly in loop")


def _found_later(error):
    return str(error.msg) in _LATER
