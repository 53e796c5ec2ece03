print u'\xe9' == '\xe9'
print u'\xe9' != '\xe9'
print '\xe9' in [u'\xe9']
print {u'\xe9': 1}.get('\xe9')
