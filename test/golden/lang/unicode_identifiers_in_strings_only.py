name = u'\xe9'
d = {name: 1}
print d, d[u'\xe9'], '\xe9' in {'\xe9': 1}
class C(object): pass
c = C()
setattr(c, 'plain', 1)
for bad in u'\xe9', 5, None:
    try:
        setattr(c, bad, 2)
    except (UnicodeEncodeError, TypeError) as e:
        print type(e).__name__, e
print getattr(c, u'plain'), sorted(c.__dict__)
