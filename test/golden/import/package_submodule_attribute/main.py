import pkg
print hasattr(pkg, 'sub')
from pkg.sub import f
print hasattr(pkg, 'sub'), f()
pkg.sub = 'replaced'
from pkg import sub
print sub
import pkg.sub
print pkg.sub
import pkg.sub as s
print s
