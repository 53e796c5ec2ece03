# sys.exc_type and its like show what is being handled.
import sys
print sys.exc_type, hasattr(sys, 'exc_value')
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print sys.exc_type, sys.exc_value, sys.exc_traceback is sys.exc_info()[2]
f()
print sys.exc_type, hasattr(sys, 'exc_value'), hasattr(sys, 'exc_traceback')
try:
    int('x')
except ValueError:
    f()
    print sys.exc_type, sys.exc_value
sys.exc_clear()
print sys.exc_type, sys.exc_value, sys.exc_traceback
print type(sys), sys.__class__, sys
