# A class of type `type` answers a call with one argument with its type, so a
# metaclass does too; the result is no instance of it, and __init__ is left out.
class Meta(type):
    def __init__(cls, *args): print 'init', args
class A(object):
    __metaclass__ = Meta
print Meta(1), Meta([]), Meta(A)
class Bare(type): pass
print Bare(1)
