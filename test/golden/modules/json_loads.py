import json
print json.loads('{"a": [1, 2.5, -3e2, null, true, false], "b": "x\\u00e9\\n\\"\\/"}') == {u'a': [1, 2.5, -300.0, None, True, False], u'b': u'x\xe9\n"/'}
print repr(json.loads('"\\ud83d\\ude00"')), json.loads('[]'), json.loads(' {} ')
print json.loads('12345678901234567890'), json.loads('1.0'), json.loads('-0')
print repr(json.loads('"abc"')), json.loads('[NaN, Infinity, -Infinity]')
print repr(json.loads('"\xc3\xa9"')), json.loads(u'["\xe9"]')
print json.loads('{"a": 1, "a": 2}'), json.loads('1E400')
print json.loads('[1]', parse_int=float), json.loads('1.5', parse_float=str)
print json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d))
print json.loads('{"b": 1, "a": 2}', object_pairs_hook=list)
for s in ('', '{', '[1,]', '{"a" 1}', '{"a": 1,}', "{'a': 1}", '[1 2]', 'nul', '"abc', '"\\x"',
        '"\t"', '01', '1.', '{1: 2}', '[1] x', '"\\u12"', '-', '[', '{"a":', 'tru', '[1,,2]',
        '+1', '.5'):
    try:
        print repr(s), json.loads(s)
    except ValueError as e:
        print repr(s), e
import StringIO
f = StringIO.StringIO()
json.dump({'k': [1]}, f)
print f.getvalue()
f.seek(0)
print json.load(f), json.JSONDecoder().raw_decode('[1] tail')
print json.loads('"a"', encoding='latin-1')
try:
    json.loads(5)
except TypeError as e:
    print e
