s = intern('hello')
t = ''.join(['he', 'llo'])
print intern(t) is s, s == t, intern('') == ''
try:
    intern(5)
except TypeError as e:
    print e
