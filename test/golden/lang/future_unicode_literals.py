from __future__ import unicode_literals
print repr('abc'), repr(b'abc'), repr('\u20ac'), type(''), repr(r'\d')
print repr('%s' % b'x'), {'a': 1} == {b'a': 1}
class C(object): pass
setattr(C, 'x', 1)
print C.x, C.__name__, type(C.__name__)
