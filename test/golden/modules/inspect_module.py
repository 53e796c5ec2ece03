import inspect
def f(a, (b, c), d=5, *args, **kw): "f doc\n    indented"; x = 1
class A(object):
    "A doc"
    attr = 1
    def m(self, x): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): pass
class B(A): pass
def g(): yield 1
print inspect.getargspec(f), inspect.formatargspec(*inspect.getargspec(f))
print inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(A)
print inspect.ismethod(A.m), inspect.isbuiltin(len), inspect.isgeneratorfunction(g)
print inspect.isgenerator(g()), inspect.ismodule(inspect), inspect.isroutine(len)
print inspect.iscode(f.func_code), inspect.isabstract(A)
print inspect.isdatadescriptor(A.__dict__['p']), inspect.ismethoddescriptor(str.upper)
print [n for n, v in inspect.getmembers(B) if not n.startswith('__')]
print [n for n, v in inspect.getmembers(A(), inspect.ismethod)]
print [c.__name__ for c in inspect.getmro(B)], inspect.getmodule(A).__name__
print inspect.getargspec(A.m)
print inspect.getcallargs(f, 1, (2, 3), z=4) == {'a': 1, 'd': 5, 'args': (), 'kw': {'z': 4},
    ('b', 'c'): (2, 3)} or sorted(inspect.getcallargs(lambda a, b=2: 0, 1).items())
print inspect.cleandoc('  a\n     b\n   ')
print [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(B) if a.name[0] != '_']
print inspect.getmoduleinfo('/a/b.py')[:1], inspect.getmodulename('x/y.py')
def who(): return inspect.stack()[1][3], inspect.currentframe().f_code.co_name
def caller(): return who()
print caller(), inspect.getclasstree([A, B], unique=True)[0][0] is object
print inspect.isframe(inspect.currentframe())
for fn in (lambda: inspect.getargspec(len), lambda: inspect.getmro(5),
        lambda: inspect.getcallargs(f), lambda: inspect.getargspec(A)):
    try:
        print fn()
    except Exception as e:
        print type(e).__name__, e
