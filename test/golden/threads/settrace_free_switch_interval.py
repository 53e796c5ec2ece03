import sys
print sys.getcheckinterval()
sys.setcheckinterval(10)
print sys.getcheckinterval()
import threading
print threading.stack_size(), threading.stack_size(1024 * 1024), threading.stack_size()
try:
    threading.stack_size(100)
except ValueError as e:
    print e
