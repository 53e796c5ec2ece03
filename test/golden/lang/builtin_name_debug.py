print __debug__, __name__
if __debug__: print 'debug on'
if __name__ == '__main__': print 'main'
