import selfrep
print selfrep.answer, type(selfrep).__name__
import sys
sys.modules['fake'] = 'not even a module'
import fake
print fake
sys.modules['none_mod'] = None
try:
    import none_mod
except ImportError as e:
    print e
