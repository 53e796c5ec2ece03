"""A JSON reader and writer: a tokenizer by characters, recursive parser."""
from __future__ import print_function

SPACE = ' \t\n\r'
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\', '/': '/',
           'b': '\b', 'f': '\f'}
CONSTANTS = {'true': True, 'false': False, 'null': None}


class Error(ValueError):
    pass


def tokens(text):
    i, n = 0, len(text)
    while i < n:
        c = text[i]
        if c in SPACE:
            i += 1
        elif c in '{}[],:':
            yield c, None
            i += 1
        elif c == '"':
            i += 1
            start, parts = i, []
            while text[i] != '"':
                if text[i] == '\\':
                    parts.append(text[start:i])
                    parts.append(ESCAPES[text[i + 1]])
                    i += 2
                    start = i
                else:
                    i += 1
            parts.append(text[start:i])
            i += 1
            yield 'string', ''.join(parts)
        elif c.isdigit() or c == '-':
            start = i
            i += 1
            while i < n and (text[i].isdigit() or text[i] in '.eE+-'):
                i += 1
            number = text[start:i]
            if '.' in number or 'e' in number:
                yield 'number', float(number)
            else:
                yield 'number', int(number)
        elif c.isalpha():
            start = i
            while i < n and text[i].isalpha():
                i += 1
            word = text[start:i]
            if word not in CONSTANTS:
                raise Error('unknown word %r' % word)
            yield 'constant', CONSTANTS[word]
        else:
            raise Error('unexpected character %r' % c)
    yield 'end', None


class Parser(object):
    def __init__(self, text):
        self.stream = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.value = next(self.stream)

    def expect(self, kind):
        if self.kind != kind:
            raise Error('expected %s, found %s' % (kind, self.kind))
        value = self.value
        self.advance()
        return value

    def parse(self):
        if self.kind == '{':
            return self.parse_object()
        if self.kind == '[':
            return self.parse_array()
        if self.kind in ('string', 'number', 'constant'):
            value = self.value
            self.advance()
            return value
        raise Error('unexpected %s' % self.kind)

    def parse_object(self):
        result = {}
        self.expect('{')
        while self.kind != '}':
            key = self.expect('string')
            self.expect(':')
            result[key] = self.parse()
            if self.kind != '}':
                self.expect(',')
        self.advance()
        return result

    def parse_array(self):
        result = []
        self.expect('[')
        while self.kind != ']':
            result.append(self.parse())
            if self.kind != ']':
                self.expect(',')
        self.advance()
        return result


def quote(s):
    out = ['"']
    for c in s:
        if c == '"' or c == '\\':
            out.append('\\' + c)
        elif c == '\n':
            out.append('\\n')
        elif c < ' ':
            out.append('\\u%04x' % ord(c))
        else:
            out.append(c)
    out.append('"')
    return ''.join(out)


def dump(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return '[' + ', '.join([dump(v) for v in value]) + ']'
    return '{' + ', '.join(['%s: %s' % (quote(k), dump(value[k]))
                            for k in sorted(value)]) + '}'


def sample(n):
    people = []
    for i in xrange(n):
        people.append({
            'id': i, 'name': 'Person "%d"\n' % i, 'score': i * 0.37,
            'tags': ['red', 'green', 'blue'][:i % 4], 'active': i % 2 == 0,
            'address': {'street': '%d Main Street' % (i % 100),
                        'city': 'Springfield', 'zip': None},
            'history': [i, i * i, -i]})
    return people


def main():
    data = sample(24000)
    text = dump(data)
    print(len(text), text[:60])
    again = Parser(text).parse()
    print(again == data, len(again), again[99]['address']['street'])
    print(dump(again) == text)
    for bad in ('[1, 2', '{"a" 1}', '[troo]', '#'):
        try:
            Parser(bad).parse()
        except (Error, IndexError) as e:
            print('%s: %s' % (bad, e))


main()
