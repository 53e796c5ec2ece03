s = 'caf\xc3\xa9'
t = u'x' + s
