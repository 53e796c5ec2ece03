# A program may take its own module out of sys.modules.
import sys
del sys.modules['__main__']
print 'done'
