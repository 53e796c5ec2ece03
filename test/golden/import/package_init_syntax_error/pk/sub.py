print 'sub runs'
