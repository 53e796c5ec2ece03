# Their texts are pyllc's own.
import __builtin__


def has_doc(f, name):
    return bool(f.__doc__) and f.__doc__.startswith(name)


functions = [n for n in sorted(dir(__builtin__)) if n not in ('help', '_') and
             type(getattr(__builtin__, n)) is type(len)]
print len(functions), [n for n in functions
                       if not has_doc(getattr(__builtin__, n), n + '(')]
for t in str, unicode, list, dict, set, frozenset, tuple, int, long, float, \
        complex, file, bytearray, type(x for x in ''), slice, bool, object:
    print t.__name__, bool(t.__doc__) or t.__name__ == 'generator', [
        n for n in sorted(t.__dict__) if n[0] != '_' and
        hasattr(t.__dict__[n], '__call__') and not t.__dict__[n].__doc__]


class Sub(list):
    def append(self, item):
        pass


print bool([].append.__doc__), Sub().append.__doc__, bool(Sub().pop.__doc__)
