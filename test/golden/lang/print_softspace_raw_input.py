print 'a',
x = raw_input('prompt ')
print x,
raw_input()
print
print [raw_input('> ')]
