from one import *
from two import *
print x, only_one, only_two
x = 'main'
from one import x
print x
import one as two
print two.x
