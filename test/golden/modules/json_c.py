# The C half of json: messages, hooks, encodings, separators.
import _json
import json
import re

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, re.sub('0x[0-9a-f]+', '0x', str(e.args))

t(_json.scanstring, 5, 1); t(_json.scanstring, 'a"', 0); t(_json.scanstring); t(_json.scanstring, 'a"', 'x'); t(_json.encode_basestring_ascii, 5); t(_json.encode_basestring_ascii, '\xff'); t(_json.make_scanner, 5); t(_json.scanstring, 'abc"', 3); t(_json.scanstring, 'abc"', 4); t(_json.scanstring, 'abc"', -1); t(_json.scanstring, u'abc"', 9)
t(json.loads, '[' * 100000); t(json.loads, u'[' * 100000)
x = []
for i in range(100000): x = [x]
t(json.dumps, x)
d = json.JSONDecoder(); t(d.scan_once, 5, 1); t(d.scan_once, '1', 1); t(d.scan_once, '1', -1); t(d.scan_once, 'x', 0); t(d.scan_once); t(d.scan_once, '1', 'a'); t(d.scan_once, string='12', idx=1)
t(json.loads, '"\xff"'); t(json.loads, '"\xe9"', encoding='latin1'); t(json.loads, '"a"', encoding=5); t(json.loads, '"a"', encoding='nope'); t(json.loads, '"a"', encoding=u'utf-8'); t(json.loads, u'"\u1234\U00012345\\u00e9"')
t(json.loads, '"\\ud834"'); t(json.loads, '"\\ud834\\udd20"'); t(json.loads, '"\\ud834\\u0041"'); t(json.loads, '"\\ud834\\ux"'); t(json.loads, u'"\\ud834\\ux"'); t(json.loads, '"\\u12"'); t(json.loads, '"\\u123"'); t(json.loads, '"\\u1234'); t(json.loads, '"\\'); t(json.loads, '"\\q"'); t(json.loads, '"\n"'); t(json.loads, '"\n"', strict=False); t(json.loads, '"\\u12 4"'); t(json.loads, '"\\"\\\\\\/\\b\\f\\n\\r\\t x"')
for s in ('[1,]', '[1 2]', '[', '[1', '[1,', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a}', '{"a" 1}', '-', '-x', '1.', '1.e5', '1e', '1e5', '1E+5x', '01', '-0', '-0.0', '1.5e400', 'nul', 'NaN', '-Infinity', 'Infinity', '-Inf', '  ', '', '123456789012345678901234567890', '999999999999999999', '-1234567890123456789', '[1]x', '"a" "b"', '{"a":x}', '[x]', '[nul]', ' [ 1 , 2.5 , { "k" : [ ] , "k" : { } } ] ', '[ ', '{ ', '{"a": ', '[[', '[{', '{"a":"', '{"'):
    t(json.loads, s); t(json.loads, unicode(s)); t(json.loads, s + u'  ')
text = '{"a": 1, "b": [2.5, 3, "a"], "a": null, "\\u0061": true, "": NaN}'
t(json.loads, text); t(json.loads, text, object_hook=sorted); t(json.loads, text, object_pairs_hook=list); t(json.loads, text, parse_float=str, parse_int=repr, parse_constant=len)
t(json.loads, unicode(text), parse_float=repr, parse_int=repr)

class F(float): pass
class I(int):
    def __str__(s): return 'I!'
    __repr__ = __str__
class L(long):
    def __str__(s): return 'L!'
class D(dict):
    def items(self): return [(1, 2), (0, 3)]
t(json.dumps, [F(1), I(2), L(3), True]); t(json.dumps, D(a=1)); t(json.dumps, D(a=1), sort_keys=True); t(json.dumps, {I(1): F(2), F(3): 1, None: 1, True: 2, (1,): 3}, skipkeys=True); t(json.dumps, {(1,): 3}); t(json.dumps, float('nan'), allow_nan=False); t(json.dumps, {float('nan'): 1}, allow_nan=False)
from collections import OrderedDict
t(json.dumps, OrderedDict([(3, 1), (1, 2), (2, 3)])); t(json.dumps, OrderedDict([(3, 1), (1, 2), (2, 3)]), indent=1)
t(json.dumps, object()); l = []; l.append(l); t(json.dumps, l); t(json.dumps, l, check_circular=False); m = {}; m[1] = [m]; t(json.dumps, m)
t(json.dumps, {'a': u'\xe9', 'b': '\xc3\xa9'}, ensure_ascii=False); t(json.dumps, {'b': '\xc3\xa9'}, ensure_ascii=False); t(json.dumps, ['\xe9'], encoding='latin1'); t(json.dumps, [1], separators=(u',', u':')); t(json.dumps, [1, 2], separators=(u',', u':')); t(json.dumps, [1, 2], separators=(1, 2)); t(json.dumps, [1, 2], indent='x')
t(json.dumps, {'b': 1, 'a': [1, {}, [], ()]}, indent=0, sort_keys=True); t(json.dumps, {'b': 1, 1: 2}, sort_keys=True, indent=3L); t(json.dumps, [1, [2, {'a': [3]}]], indent=-2); t(json.dumps, [1], indent=2.5); t(json.dumps, {(1,): 2}, skipkeys=True, indent=1); t(json.dumps, [1, [2, {'a': [3, 4]}]], indent=2)
t(json.dumps, object(), default=lambda o: [1, 'x']); t(json.dumps, 'a', encoding=None); t(json.dumps, ['a'], encoding='nope')
t(json.dumps, 'abc', ensure_ascii=False); t(json.dumps, u'abc', ensure_ascii=False); t(json.dumps, [], ensure_ascii=False); t(json.dumps, [u'x'], ensure_ascii=False)
t(json.dumps, ['\x00\x1f\x7f\xc3\xa9"\\\b\f\n\r\t/', u'\xe9\u1234\U00012345\ud800', '', u'', 2**70, -5, 1e100, 0.1, -0.0, [None, False]])
e = _json.make_encoder(None, None, lambda s: 5, None, ':', ',', 0, 0, 0); t(e, 'a', 0)
t(_json.make_encoder, 5, None, None, None, ':', ',', 0, 0, 0)
