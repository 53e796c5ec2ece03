"""A template engine: variables, filters, loops, conditions, blocks; the
text is wrapped and laid out for a terminal."""
import re
import textwrap
from datetime import date

TAG = re.compile(r'(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})', re.S)


class TemplateError(Exception):
    pass


class Context(object):
    """Names to values, in layers: a loop pushes one and pops it again."""

    def __init__(self, values):
        self.layers = [values]

    def push(self, **values):
        self.layers.append(values)

    def pop(self):
        self.layers.pop()

    def __getitem__(self, name):
        for layer in reversed(self.layers):
            if name in layer:
                return layer[name]
        raise TemplateError('unknown name %r' % name)


def look_up(value, part):
    """value.part: a key, an attribute or an index; methods are called."""
    try:
        found = value[part]
    except (TypeError, KeyError, AttributeError, ValueError):
        try:
            found = value[int(part)]
        except (TypeError, ValueError, LookupError, AttributeError):
            found = getattr(value, part, None)
    return found() if callable(found) else found


FILTERS = {}


def template_filter(f):
    FILTERS[f.__name__] = f
    return f


@template_filter
def upper(value):
    return str(value).upper()


@template_filter
def title(value):
    return str(value).title()


@template_filter
def join(value, separator=', '):
    return separator.join(str(v) for v in value)


@template_filter
def default(value, other=''):
    return value if value not in (None, '') else other


@template_filter
def wrap(value, width='40'):
    return textwrap.fill(' '.join(str(value).split()), int(width))


@template_filter
def indent(value, n='4'):
    return '\n'.join(' ' * int(n) + line for line in value.split('\n'))


@template_filter
def money(value, symbol=''):
    return '%s%s' % (symbol, '{0:,.2f}'.format(value))


@template_filter
def pad(value, width):
    return str(value).ljust(int(width))


@template_filter
def right(value, width):
    return str(value).rjust(int(width))


@template_filter
def length(value):
    return len(value)


class Expression(object):
    """name.part|filter:argument|..., a quoted text or a number."""

    def __init__(self, source):
        parts = re.findall(r'''(?:"[^"]*"|[^|])+''', source.strip())
        self.start, self.filters = parts[0].strip(), []
        for part in parts[1:]:
            name, colon, argument = part.strip().partition(':')
            if name not in FILTERS:
                raise TemplateError('unknown filter %r' % name)
            self.filters.append((FILTERS[name], [argument.strip('"')]
                                 if colon else []))

    def first(self, context):
        if self.start[0] == '"':
            return self.start[1:-1]
        if re.match(r'-?\d+$', self.start):
            return int(self.start)
        names = self.start.split('.')
        value = context[names[0]]
        for name in names[1:]:
            value = look_up(value, name)
        return value

    def eval(self, context):
        value = self.first(context)
        for f, args in self.filters:
            value = f(value, *args)
        return value


class Text(object):
    def __init__(self, text):
        self.text = text

    def render(self, context):
        yield self.text


class Output(object):
    def __init__(self, source):
        self.expression = Expression(source)

    def render(self, context):
        yield str(self.expression.eval(context))


class Block(list):
    def render(self, context):
        for node in self:
            for piece in node.render(context):
                yield piece


class If(object):
    def __init__(self, source):
        self.negated = source.startswith('not ')
        self.test = Expression(source[4:] if self.negated else source)
        self.then, self.otherwise = Block(), Block()

    def render(self, context):
        chosen = bool(self.test.eval(context)) != self.negated
        return (self.then if chosen else self.otherwise).render(context)


class For(object):
    def __init__(self, source):
        match = re.match(r'([\w, ]+) in (.+)$', source)
        if not match:
            raise TemplateError('bad loop: %r' % source)
        self.names = [n.strip() for n in match.group(1).split(',')]
        self.items = Expression(match.group(2))
        self.then, self.otherwise = Block(), Block()

    def render(self, context):
        items = list(self.items.eval(context))
        for n, item in enumerate(items):
            values = [item] if len(self.names) == 1 else item
            loop = {'index': n + 1, 'first': n == 0,
                    'last': n == len(items) - 1}
            context.push(loop=loop, **dict(zip(self.names, values)))
            try:
                for piece in self.then.render(context):
                    yield piece
            finally:
                context.pop()
        if not items:
            for piece in self.otherwise.render(context):
                yield piece


class Template(object):
    kinds = {'if': If, 'for': For}

    def __init__(self, source):
        self.root = Block()
        open_tags = [(None, self.root)]
        line = 1
        for piece in TAG.split(source):
            try:
                self.add(piece, open_tags)
            except TemplateError as e:
                raise TemplateError('line %d: %s' % (line, e))
            line += piece.count('\n')
        if len(open_tags) > 1:
            raise TemplateError('missing end of %s' % open_tags[-1][0][0])

    def add(self, piece, open_tags):
        block = open_tags[-1][1]
        if piece.startswith('{{'):
            block.append(Output(piece[2:-2]))
        elif piece.startswith('{%'):
            word, _, rest = piece[2:-2].strip().partition(' ')
            self.tag(word, rest, open_tags)
        elif piece and not piece.startswith('{#'):
            block.append(Text(piece))

    def tag(self, word, rest, open_tags):
        if word in self.kinds:
            node = self.kinds[word](rest)
            open_tags[-1][1].append(node)
            open_tags.append(((word, node), node.then))
        elif word == 'else' and len(open_tags) > 1:
            tag = open_tags.pop()[0]
            open_tags.append((tag, tag[1].otherwise))
        elif word.startswith('end') and len(open_tags) > 1 and \
                open_tags[-1][0][0] == word[3:]:
            open_tags.pop()
        else:
            raise TemplateError('unexpected %s' % word)

    def render(self, **values):
        return ''.join(self.root.render(Context(values)))


LETTER = '''\
{# a letter #}{{ customer.name|upper }}
{% for line in customer.address %}{{ line }}
{% endfor %}
{{ today }}

{{ body|wrap:44 }}

{% for item, price in items %}{{ loop.index|right:3 }}. {{ item|pad:14 }}{{ price|money:"$"|right:10 }}{% if not loop.last %}
{% endif %}{% else %}nothing{% endfor %}
{% if discount %}You save {{ discount }}%!{% else %}No discount.{% endif %}
{{ note|default:"(no note)"|indent:2 }} {{ tags|join:"/" }} {{ tags.1 }} {{ tags|length }}
'''


class Customer(object):
    name = 'anna berg'
    address = ['1 Low Road', 'Northtown']


def main():
    template = Template(LETTER)
    body = '''Thank you for your order, which left our
        warehouse today.   Below you find what you owe; please do not hesitate
        to write to us.'''
    order = [('tea, green', 12.5), ('coffee', 1234.5), ('sugar', 3)]
    print template.render(customer=Customer(), today=date(2012, 3, 30),
                          body=body, items=order, discount=0, note=None,
                          tags=['a', 'b'])
    print template.render(customer={'name': 'x', 'address': ()}, today='now',
                          body='short', items=[], discount=5,
                          note='two\nlines', tags='xyz')
    for bad in ['{{ missing }}', '{% if x %}', 'a\n{{ x|nope }}',
                '{% endfor %}', '\n\n{% for x of y %}{% endfor %}',
                '{% if x %}{% endfor %}', '{% jump %}', '{{ x|pad:wide }}']:
        try:
            print Template(bad).render(x=1)
        except (TemplateError, ValueError) as e:
            print '%s: %s' % (type(e).__name__, e)


if __name__ == '__main__':
    main()
