print 'init', __name__, __package__
value = 5
