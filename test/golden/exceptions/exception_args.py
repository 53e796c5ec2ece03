for e in (Exception(), Exception('a'), Exception(1, 'b'), Exception((1, 2)), Exception(None),
        Exception(u'\xe9'), Exception([])):
    try:
        print repr(e), e.args, str(e), repr(e.message)
    except UnicodeEncodeError as u:
        print 'UnicodeEncodeError', u
e = Exception('a', 'b')
e.args = [1, 2, 3]
print e.args, e, repr(e), len(e.args), e[0], e[1:], list(e)
e.args = ('changed',)
print e, e.message
e.message = 'msg'
print e.message, e, e.args
try:
    e.args = 5
except TypeError as x:
    print x
try:
    e[5]
except IndexError as x:
    print x
