print repr("é"), repr(u"é")
