print "abc\
def
