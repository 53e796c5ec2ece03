import sys

print 'broken' in sys.modules
try:
    import broken
except SyntaxError, e:
    print type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text)
    print e.filename.split('/')[-1], str(e), sys.exc_info()[2].tb_next
print 'broken' in sys.modules
import broken
