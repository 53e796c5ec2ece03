"""json.loads in its forms; what it gives is dumped and read again."""
import json

SEEDS = ['\0{"a": [1, -2.5e3, true, null, "\\u00e9\\ud83d\\ude00"], "b": {}}',
         '\1[1e400, -0, "\\n\\"", [[[]]], NaN, -Infinity]', '\2"\xc3\xa9"',
         '\0 {"k" : 1 , "k":2}', '\x03[12345678901234567890, 0.1]']
WORDS = ['true', 'false', 'null', 'NaN', 'Infinity', '\\u', '\\ud83d', '{"',
         '":', '[[', ']]', '1e', '-0.']


def target(data):
    how, text = ord(data[:1] or '\0'), data[1:]
    if how & 1:
        text = text.decode('latin-1')
    found = json.loads(text, strict=not how & 2,
                       object_pairs_hook=list if how & 4 else None,
                       parse_float=str if how & 8 else None)
    again = json.loads(json.dumps(found, indent=how >> 4 & 3 or None))
    # Names whose hashes collide stand in the order in which they came.
    third = json.loads(json.dumps(again))
    assert (json.dumps(again, sort_keys=True) ==
            json.dumps(third, sort_keys=True))
