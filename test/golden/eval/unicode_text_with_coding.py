# The encoding that a unicode text names is used before it is refused.
for name in 'ascii', 'latin-1', 'utf-8', 'cp1252', 'u', 'nope':
    for text in u'x = 1', u"x = '\xe9'", u'x = (', u'\xe9':
        try:
            exec u'# coding: %s\n%s\n' % (name, text)
            print name, 'done'
        except SyntaxError as e:
            print name, e.args
