"""Syntax trees of Python source: parse(), tools that walk and change them.

The classes of the nodes are those of module _ast; compile() takes trees."""

from _ast import *
from _ast import __version__


def parse(source, filename='<unknown>', mode='exec'):
    """The tree of a source text."""
    return compile(source, filename, mode, PyCF_ONLY_AST)


_constants = {'None': None, 'True': True, 'False': False}



def _literal(node):
    if isinstance(node, Str):
        return node.s
    if isinstance(node, Num):
        return node.n
    if isinstance(node, Tuple):
        return tuple([_literal(item) for item in node.elts])
    if isinstance(node, List):
        return [_literal(item) for item in node.elts]
    if isinstance(node, Dict):
        return dict([(_literal(key), _literal(value))
                     for key, value in zip(node.keys, node.values)])
    if isinstance(node, Name):
        if node.id in _constants:
            return _constants[node.id]
    elif isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        # A complex number: 1 + 2j
        if isinstance(node.right, Num) and isinstance(node.right.n, complex) \
                and isinstance(node.left, Num) \
                and isinstance(node.left.n, (int, long, float)):
            if isinstance(node.op, Add):
                return node.left.n + node.right.n
            return node.left.n - node.right.n
    raise ValueError('malformed string')


def literal_eval(node_or_string):
    """The value of an expression that consists of literals only."""
    if isinstance(node_or_string, basestring):
        node_or_string = parse(node_or_string, mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def dump(node, annotate_fields=True, include_attributes=False):
    """The tree as the text of the calls that would make it."""
    def text(node):
        if isinstance(node, AST):
            fields = [(name, text(value)) for name, value in iter_fields(node)]
            if annotate_fields:
                args = ['%s=%s' % field for field in fields]
            else:
                args = [value for name, value in fields]
            result = node.__class__.__name__ + '(' + ', '.join(args)
            if include_attributes and node._attributes:
                result += ', ' if fields else ' '
                result += ', '.join(['%s=%s' % (name, text(getattr(node, name)))
                                     for name in node._attributes])
            return result + ')'
        if isinstance(node, list):
            return '[%s]' % ', '.join([text(item) for item in node])
        return repr(node)
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    return text(node)


def copy_location(new_node, old_node):
    """Takes over the place of another node, where both have one."""
    for name in ('lineno', 'col_offset'):
        if name in old_node._attributes and name in new_node._attributes \
                and hasattr(old_node, name):
            setattr(new_node, name, getattr(old_node, name))
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node around them."""
    def fix(node, lineno, col_offset):
        if 'lineno' in node._attributes:
            if hasattr(node, 'lineno'):
                lineno = node.lineno
            else:
                node.lineno = lineno
        if 'col_offset' in node._attributes:
            if hasattr(node, 'col_offset'):
                col_offset = node.col_offset
            else:
                node.col_offset = col_offset
        for child in iter_child_nodes(node):
            fix(child, lineno, col_offset)
    fix(node, 1, 0)
    return node


def increment_lineno(node, n=1):
    """Moves a tree down by n lines."""
    for child in walk(node):
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
    return node


def iter_fields(node):
    """(name, value) of each field that is there."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below."""
    for name, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    """The docstring of a function, class or module; None: there is none."""
    if not isinstance(node, (FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    if node.body and isinstance(node.body[0], Expr) and \
            isinstance(node.body[0].value, Str):
        if clean:
            import inspect
            return inspect.cleandoc(node.body[0].value.s)
        return node.body[0].value.s


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


class NodeVisitor(object):
    """Walks a tree; subclasses have a method visit_CLASS for the nodes that
    they care about."""

    def visit(self, node):
        """Calls the node's method, or generic_visit()."""
        method = 'visit_' + node.__class__.__name__
        return getattr(self, method, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visits the nodes right below."""
        for name, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what a node is replaced by: a node, None
    for nothing, or, among statements and the like, a list of nodes."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            old = getattr(node, name, None)
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node
