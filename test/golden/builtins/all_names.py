import __builtin__
names = [n for n in dir(__builtin__) if n != '_']
print len(names)
print ' '.join(names)
