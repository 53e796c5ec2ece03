if 1:
	print 'tab'
        print 'eight spaces equal one tab'
	if 1:
	    print 'tab plus four'
            print 'twelve spaces'
print 'done'
