# Pages of pydoc in HTML and as text.
import pydoc, sys, textwrap, types
m = types.ModuleType('sample')
sys.modules['sample'] = m
class A:
    "Old class, see self.f() and self.g, RFC 822, PEP-8, http://x.y/z?a=\"b."
    x = [1, 2, '<tag>']
    def f(self, a, b=5, *c, **d):
        """Calls g() and A()
        
           indented <&>"""
    def g(self): return 1
    alias = g
class B(object):
    "New"
    def __init__(self, v): self.v = v
    @property
    def p(self):
        "A property"
    @classmethod
    def cm(cls): "cm doc"
    @staticmethod
    def sm(a='q'): "sm doc"
    lam = lambda self, z: 1
    const = 5
    inner = A
class C(B):
    def p2(self): pass
    def p(self): "overrides"
class D(A): pass
def func(a, (b, c), d=[1], *e): "A function, http://example.com/ and B(1)"
anon = lambda x, y=1: x
for k in (A, B, C, D, func): k.__module__ = 'sample'; setattr(m, k.__name__, k)
m.anon = anon; anon.__module__ = 'sample'
m.D2 = D; m.data = {'a': 1}; m.s = 'st\nring'; m._private = 1
m.__doc__ = 'Synopsis line\n\nLonger with A and func() text.'; m.__author__ = 'Me <a@b>'; m.__version__ = '$Revision: 12 $'; m.__date__ = 'today'; m.__credits__ = u'Us'
import os
m.os = os
h = pydoc.HTMLDoc()
print h.docmodule(m)
print h.page('T', 'contents')
print h.document(A().f, 'ff'); print h.document(A.f); print h.document(5, 'five'); print h.document(func)
print h.multicolumn(range(9), str), h.modpkglink(('a', 'p', 1, 0)), h.modpkglink(('a', '', 0, 1))
print pydoc.plain(pydoc.TextDoc().docmodule(m))
