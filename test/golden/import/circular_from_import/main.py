try:
    import a
except ImportError as e:
    print e
import sys
print 'a' in sys.modules, 'b' in sys.modules
