print 'deep', __name__
leaf = 'leaf'
