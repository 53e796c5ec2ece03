import sys, StringIO
class Tee(object):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
old, sys.stdout = sys.stdout, Tee()
print 'captured', 1, [2]
print 'x',
print
tee, sys.stdout = sys.stdout, old
print tee.parts
sys.stdout = s = StringIO.StringIO()
print u'unicode', 'str'
sys.stdout = sys.__stdout__
print repr(s.getvalue())
del sys.stdout
try:
    print 'lost'
except RuntimeError as e:
    sys.stderr.write('')
    sys.stdout = sys.__stdout__
    print e
