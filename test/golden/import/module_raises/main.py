try:
    import broken
except ValueError as e:
    print 'caught', e
import sys
print 'broken' in sys.modules
try:
    import broken
except ValueError as e:
    print 'again', e
import uses_broken
