import sys
sys.exit(u'uni text')
