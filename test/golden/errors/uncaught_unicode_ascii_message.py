raise ValueError(u'plain unicode')
