# A module that was taken out of sys.modules is imported anew: another object,
# with globals, functions and classes of its own.
import sys

import counted

first = counted
first.add()
del sys.modules['counted']
import counted
print counted is first, counted.total, first.total
counted.add()
counted.add()
first.add()
print counted.total, first.total, counted.Thing is first.Thing
print isinstance(first.Thing(), counted.Thing), counted.again() is counted
sys.modules['counted'] = first
import counted
print counted is first, counted.total
