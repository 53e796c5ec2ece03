print 'mod', __name__, __package__
def f(): return 'f of ' + __name__
