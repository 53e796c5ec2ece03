import sys
print 'one'
sys.stderr.write('err one\n')
print 'two'
raise SystemExit('last words')
