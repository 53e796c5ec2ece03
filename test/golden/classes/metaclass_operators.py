class M(type):
    def __len__(cls): return 3
    def __getitem__(cls, i): return cls.__name__, i
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 1
    def __getattr__(cls, n): return 'meta ' + n
    def __add__(cls, o): return 'add'
    def __repr__(cls): return '<M %s>' % cls.__name__
    def __eq__(cls, o): return 'eq'
    def __hash__(cls): return 5
    def __nonzero__(cls): return False
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
class C(object): __metaclass__ = M
print len(C), C[2], list(C), 1 in C, C.foo, C + 1, C, C == 2, hash(C), bool(C)
print isinstance(5, C), isinstance(6, C), issubclass(int, C)
print isinstance(C(), C)
