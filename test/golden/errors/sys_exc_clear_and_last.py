import sys
try:
    1 / 0
except ZeroDivisionError:
    pass
print sys.exc_info()[0], hasattr(sys, 'last_type')
sys.exc_clear()
print sys.exc_info()
raise
