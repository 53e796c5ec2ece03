import sys
sys.displayhook([1, 'a'])
sys.displayhook(None)
sys.displayhook(u'\xe9')
import __builtin__
print repr(__builtin__._)
print sys.getcheckinterval(), sys.exc_type if hasattr(sys, 'exc_type') else 'none'
