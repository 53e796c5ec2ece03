# Trees: parse, dump, walk, change, compile; literal_eval.
import ast

SOURCE = '''"""Doc."""
from os import path as p, sep
import sys
@deco
def f(a, (b, c), d=1, *e, **g):
    "inner"
    global z
    for i, [j, k] in a[1:2, ..., ::3]:
        if not -i ** 2 <= j is not None: continue
        elif a and b or c: break
        else: yield lambda x: x
    with a as b: del b.c, d[0]
    try: raise E, v, t
    except (A, B), e: print >>f, 1, `2`,
    else: assert x, y
    finally: exec s in g, l
class C(object):
    x = y = {1: 2L, 3.5: 4j, u'a': 'b'}
    x += {i for i in s if i} | {k: v for k, v in d}
    z = (a for b in c for d in e) if t else [q for q in r]
    while 1: pass
    f(1, k=2, *a, **kw)[0].attr
'''
tree = ast.parse(SOURCE, 'mod.py')
print ast.dump(tree)
print ast.dump(tree.body[3], False, True)
print ast.get_docstring(tree), ast.get_docstring(tree.body[3])


class Names(ast.NodeVisitor):
    def __init__(self):
        self.seen = []

    def visit_Name(self, node):
        self.seen.append((node.id, node.ctx.__class__.__name__, node.lineno))

v = Names()
v.visit(tree)
print v.seen
print sorted(n.__class__.__name__ for n in ast.walk(tree))


class Double(ast.NodeTransformer):
    def visit_Num(self, node):
        return ast.copy_location(ast.Num(node.n * 2), node)

    def visit_Print(self, node):
        return [node, node]

    def visit_Assert(self, node):
        return None

t = Double().visit(ast.parse('print 1 + 2\nassert 0\nprint [3]'))
exec compile(ast.fix_missing_locations(t), '<t>', 'exec')
e = ast.Expression(ast.BinOp(ast.Num(6), ast.Mult(), ast.Num(7)))
print eval(compile(ast.fix_missing_locations(e), '<e>', 'eval'))
exec compile(ast.fix_missing_locations(tree.__class__(
    [ast.Print(None, [ast.Str('made')], True)])), '<m>', 'exec')
for text in ('[1, (2.5, -3), {"a": None, u"b": True}, 1+2j]', 'f()', '1+1',
             '[x]', '{', '"a" "b"', '-1L'):
    try:
        print repr(ast.literal_eval(text))
    except (ValueError, SyntaxError), e:
        print type(e).__name__, e
print compile(tree, 'mod.py', 'exec').co_name, type(ast.parse('1', mode='eval'))
print ast.dump(ast.increment_lineno(ast.parse('a\nb'), 5), True, True)


def fails(f, *args):
    try:
        f(*args)
    except Exception, e:
        print type(e).__name__, e

L = dict(lineno=1, col_offset=0)
fails(ast.Num, 1, 2)
fails(ast.BinOp, 1)
fails(ast.Pass, 1)
fails(getattr, ast.Num(), 'n')
for tree in (ast.Module(), ast.Module(1), ast.Module([1]), ast.Expression([]),
             ast.Module([ast.Pass()]), ast.Module([ast.Expr(None, **L)]),
             ast.Module([ast.Pass(lineno='a', col_offset=0)]),
             ast.Module([ast.Print(None, [], 3, **L)]),
             ast.Module([ast.Return(None, **L)]),
             ast.Module([ast.Expr(ast.Name(u'a', ast.Load(), **L), **L)]),
             ast.Module([ast.Expr(ast.Str(1, **L), **L)]),
             ast.Module([ast.Expr(ast.Name('a', 1, **L), **L)])):
    fails(compile, tree, 'x', 'exec')
import copy
import pickle
for again in (copy.deepcopy(e_tree) for e_tree in [ast.parse('a = 1')]):
    print ast.dump(again), ast.dump(pickle.loads(pickle.dumps(again, 2)))
print ast.AST, ast.Num, ast.Num._fields, ast.Num._attributes, ast.AST._fields
