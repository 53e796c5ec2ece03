"""Prints the tree of Python source in the format of `fe-dump --ast`.

    python2.7 test/ast_dump.py FILE [exec|eval|single]

The node and field lists come from the ast module itself."""
import ast
import sys

SIMPLE = (ast.operator, ast.boolop, ast.unaryop, ast.cmpop, ast.expr_context)


def quoted(s):
    def escape(c):
        plain = 32 <= ord(c) <= 126 and c not in '"\\'
        return c if plain else '\\x%02x' % ord(c)
    return '"%s"' % ''.join(map(escape, s))


def hex_long(n):
    return ('-0x%x' if n < 0 else '0x%x') % abs(n)


def number(n):
    if isinstance(n, int):
        return 'int %d' % n
    if isinstance(n, long):
        return 'long ' + hex_long(n)
    if isinstance(n, float):
        return 'float %.17g' % n
    return 'imag %.17g' % n.imag


def surrogate_utf8(u):
    return ''.join(c.encode('utf-8') for c in u)


def text(s):
    if isinstance(s, unicode):
        return 'unicode ' + quoted(surrogate_utf8(s))
    return 'str ' + quoted(s)


def simple_field(node, name, value):
    """The field as it stands on the node's own line, or None."""
    if value is None or isinstance(value, ast.AST) \
            and not isinstance(value, SIMPLE):
        return None
    if isinstance(value, SIMPLE):
        return type(value).__name__
    if isinstance(value, list):
        if name == 'ops':
            return ','.join(type(v).__name__ for v in value)
        return ','.join(value) if name == 'names' and \
            isinstance(node, ast.Global) else None
    if isinstance(node, ast.Num):
        return number(value)
    if isinstance(node, ast.Str):
        return text(value)
    return '%d' % value if isinstance(value, (bool, int)) else value


def dump(node, depth, field, out):
    line = '  ' * depth + (field + ': ' if field else '')
    line += type(node).__name__
    if isinstance(node, (ast.stmt, ast.expr, ast.excepthandler)):
        line += ' %d:%d' % (node.lineno, node.col_offset)
    children = []
    for name in node._fields:
        value = getattr(node, name)
        s = simple_field(node, name, value)
        if s is not None:
            line += ' %s=%s' % (name, s)
        elif value is not None:
            children.append((name, value))
    out.append(line)
    for name, value in children:
        if isinstance(value, list):
            out.append('%s%s: [%d]' % ('  ' * (depth + 1), name, len(value)))
            for v in value:
                dump(v, depth + 2, '', out)
        else:
            dump(value, depth + 1, name, out)


def main(path, mode='exec'):
    sys.setrecursionlimit(20000)
    out = []
    source = open(path, 'U').read()
    dump(compile(source, path, mode, ast.PyCF_ONLY_AST, 1), 0, '', out)
    sys.stdout.write('\n'.join(out) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
