# CPython enters a package before it compiles __init__.py: a second import finds it.
import sys

try:
    import pk
except SyntaxError as e:
    print e, 'pk' in sys.modules
import pk
print hasattr(pk, 'x'), len(pk.__path__)
import pk.sub
try:
    from pk import x
except ImportError as e:
    print e
