x = (1 +
     2  # a comment inside

     + 3)
l = [
    1, 2,  # one
# odd comment
  3,
]
d = {'a':
  1}
y = 1 + \
    2
s = 'abc\
def'
t = '''line
  two\
 joined'''
print x, l, d, y, s, t
if x and \
   y: print 'ok'
print ('implicit '
       'concat' " " u'of' ' parts')
