from plain import *
print sorted(n for n in globals() if n[0] != '_' or n == '_private')
print public, function()
from with_all import *
print listed, _underscored, 'unlisted' in globals()
from pkg import *
print sub.value, 'other' in globals()
