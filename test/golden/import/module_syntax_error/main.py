print 'main runs first'
try:
    import bad
except SyntaxError as e:
    print e.msg, e.lineno, e.offset, repr(e.text)
print 'still running'
import bad
