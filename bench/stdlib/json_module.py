"""json: dumps, dump and loads."""
import cStringIO
import json


def main():
    data = [{'id': i, 'name': 'item "%d"' % i, 'tags': ['a', str(i)],
             'value': i * 1.37, 'none': None, 'text': u'\xe9\u1234 %d' % i,
             'flags': [True, False]} for i in xrange(4000)]
    for i in range(8):
        text = json.dumps(data)
        again = json.loads(text)
        more = json.loads(json.dumps(again, sort_keys=True, indent=1))
    out = cStringIO.StringIO()
    json.dump(data, out)
    print len(text), len(more), again == more, out.getvalue() == text


main()
