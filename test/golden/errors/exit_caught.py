import sys
try:
    sys.exit(5)
except SystemExit as e:
    print 'caught', e.code
try:
    exit
except NameError:
    print 'no site'
else:
    print 'exit exists'
