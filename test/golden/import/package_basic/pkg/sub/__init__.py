print 'sub init'
