"""Main doc.

More."""
import pydoc
class Base(object):
    """A base."""
    data = [1, 2]
    def m(self, a, b=1, *args, **kw):
        """Does m.

        Really."""
    @classmethod
    def c(cls): "class one"
    @staticmethod
    def s(x=(1, 2)): pass
    p = property(lambda self: 1, doc="The p.")
    def _hidden(self): pass
class Derived(Base):
    def __init__(self, x): pass
    alias = Base.m.im_func
class Old:
    "Old one."
    def f(self): "doc f"
def func(a, (b, c), *d):
    "Docs."
# A comment.
def commented(): pass
for x in (Base, Derived, Old, func, Derived.m, Derived(1).m, lambda q: 1, commented, Old().f):
    text = pydoc.plain(pydoc.render_doc(x, 'Help on %s:'))
    for name in '__dict__', '__weakref__':
        text = text.replace(Base.__dict__[name].__doc__, 'doc of ' + name)
    print text
    print '-----'
print repr(pydoc.render_doc(func))
print pydoc.locate('os.path.join').__name__, pydoc.locate('nope.x'), pydoc.locate('len')
try: pydoc.render_doc('nope')
except ImportError as e: print e
print pydoc.describe(pydoc), pydoc.describe(3), pydoc.splitdoc('a\n\nb\nc'), pydoc.cram('abcdefghij', 7), pydoc.stripid('<x at 0x7f1234567890>')
print pydoc.html.repr({'a<': 'b\n'}), pydoc.text.repr(range(50)), pydoc.html.escape('<&>')
pydoc.help(func)
