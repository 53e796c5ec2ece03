import pkg
print pkg.__name__, pkg.value, sorted(n for n in dir(pkg) if not n.startswith('_'))
import pkg.mod
print pkg.mod.f(), sorted(n for n in dir(pkg) if not n.startswith('_'))
from pkg import mod as m
print m is pkg.mod, m.__name__, m.__package__, pkg.__package__
from pkg.sub.deep import leaf
print leaf, pkg.sub.__name__, pkg.sub.deep.__name__
import pkg.sub.deep as d
