import sys
try:
    sys.exit(())
finally:
    print 'the tuple is what is printed'
