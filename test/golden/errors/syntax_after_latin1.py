# coding: latin-1
name = u"éè" + = 2
