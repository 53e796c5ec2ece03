print None, repr(None), type(None), None == None, None is None, bool(None), None < -1
print None < None, hash(None) == hash(None), str(None) + '', [None], None.__class__
print None.__doc__
print Ellipsis, repr(Ellipsis), type(Ellipsis), Ellipsis is Ellipsis, bool(Ellipsis)
print NotImplemented, type(NotImplemented), bool(NotImplemented)
