import json
data = {'users': [{'name': u'J\xf8rg', 'tags': ['a', 'b'], 'score': 9.5}, {'name': 'Ann', 'tags': [], 'score': None}],
    'count': 2, 'ok': True, 'nested': {'deep': {'deeper': [1, [2, [3]]]}}}
s = json.dumps(data, sort_keys=True)
print s
back = json.loads(s)
print back == data, type(back['users'][0]['name']), back['nested']['deep']['deeper'][1][1][0]
print json.dumps(back, indent=1, sort_keys=True, separators=(',', ': '))
print json.loads(json.dumps({'1': 1})), json.loads('[1, 1.0, "1", true]')
