import operator as o
print o.add(1, 2), o.sub(5, 3), o.mul('a', 3), o.div(7, 2), o.truediv(7, 2)
print o.floordiv(-7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(3), o.pos(-3), o.abs(-4)
print o.inv(5), o.invert(0), o.lshift(1, 4), o.rshift(16, 2), o.and_(6, 3), o.or_(6, 3)
print o.xor(6, 3), o.not_([]), o.truth('a')
print o.eq(1, 1.0), o.ne(1, 2), o.lt(1, 2), o.le(2, 2), o.gt('b', 'a'), o.ge(1, 2)
print o.is_(None, None), o.is_not(1, None), o.contains([1, 2], 2), o.concat('a', 'b')
print o.countOf([1, 2, 1], 1), o.indexOf('abc', 'c'), o.getitem({'k': 'v'}, 'k')
print o.index(True), o.repeat('ab', 2), o.sequenceIncludes([1], 1), o.isCallable(len)
print o.isNumberType(1j), o.isSequenceType(''), o.isMappingType({})
l = [1, 2, 3]
o.setitem(l, 0, 'x')
o.delitem(l, 1)
o.setslice(l, 0, 1, ['p', 'q'])
print l, o.getslice(l, 0, 2)
o.delslice(l, 0, 1)
print l
l2 = l
l2 = o.iadd(l2, ['z'])
print l2 is l, l, o.isub(5, 3), o.imul([1], 2), o.__add__(1, 2)
class P(object):
    def __init__(self, a, b): self.a, self.b = a, b
    def m(self, *x, **k): return x, k
p = P(1, P(2, 3))
print o.itemgetter(1)('abc'), o.itemgetter(0, 2)('abc'), o.itemgetter('k')({'k': 5})
print o.attrgetter('a')(p), o.attrgetter('a', 'b.a')(p), o.methodcaller('m', 1, z=2)(p)
print o.methodcaller('upper')('x'), sorted([(1, 'b'), (2, 'a')], key=o.itemgetter(1))
print o.itemgetter(slice(1, 3))([1, 2, 3, 4])
