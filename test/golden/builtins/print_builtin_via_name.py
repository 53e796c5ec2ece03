import __builtin__
p = getattr(__builtin__, 'print')
p('a', 1, sep='-')
p('no newline', end='')
p()
import StringIO
s = StringIO.StringIO()
p('to file', file=s)
print repr(s.getvalue())
