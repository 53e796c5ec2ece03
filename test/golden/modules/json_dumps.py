import json
print json.dumps({'b': [1, 2.5, None, True], 'a': u'\xe9"\\\n\x01/'}, sort_keys=True)
print json.dumps('\xc3\xa9'), json.dumps(u'\u20ac\U0001f600'), json.dumps([])
print json.dumps({}), json.dumps(10 ** 20), json.dumps(1e100), json.dumps(0.1)
print json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 2.5: 5}, sort_keys=True)
print json.dumps(float('nan')), json.dumps([float('inf'), -float('inf')])
print json.dumps('a/b'), json.dumps({'k': {'n': []}})
print json.dumps({'a': [1, {'b': 2}], 'c': 'd'}, indent=2, sort_keys=True)
print json.dumps([1, 2], separators=(',', ':')), json.dumps({'a': 1}, indent=4)
print repr(json.dumps(u'\xe9', ensure_ascii=False))
print json.dumps({'a': 1, 'b': 2}, separators=(', ', ' = '), sort_keys=True)
print json.dumps({(1, 2): 3}, skipkeys=True), json.dumps(set([1]), default=list)
print json.dumps([1, [2, []]], indent=0)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return json.JSONEncoder.default(self, o)
print json.dumps(1 + 2j, cls=E), list(E().iterencode([1j]))
print json.JSONEncoder(sort_keys=True).encode({'z': 1, 'a': 2})
for f in (lambda: json.dumps(set()), lambda: json.dumps({(1,): 2}), lambda: json.dumps('\xff'),
        lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps(object) and 0,
        lambda: json.dumps(1j)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print e
