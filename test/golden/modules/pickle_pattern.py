# Pickles of patterns name re._compile, as CPython's do.
import cPickle
import pickle
import re

p = re.compile('a(b|c)', re.I)
for protocol in range(3):
    text = pickle.dumps(p, protocol)
    print repr(text), text == cPickle.dumps(p, protocol) or protocol < 2
    print pickle.loads(text) is p, cPickle.loads(text).pattern
