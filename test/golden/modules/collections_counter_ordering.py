from collections import Counter, OrderedDict
text = 'the cat sat on the mat the end'
c = Counter(text.split())
print c.most_common(), c.most_common(1), sorted(c.items())
print Counter('hello') - Counter('help'), Counter('hello') & Counter('world'), c.keys()
o = OrderedDict(sorted(c.items()))
print o.keys(), o.popitem(), list(o.iteritems())[:2]
