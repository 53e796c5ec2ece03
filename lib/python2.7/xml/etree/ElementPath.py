"""The subset of XPath that find(), findall() and findtext() know."""

import re

xpath_tokenizer_re = re.compile(
    '('
    "'[^']*'|\"[^\"]*\"|"
    '::|'
    '//?|'
    r'\.\.|'
    r'\(\)|'
    r'[/.*:\[\]\(\)@=])|'
    r'((?:\{[^}]+\})?[^/\[\]\(\)@=\s]+)|'
    r'\s+'
)


def xpath_tokenizer(pattern, namespaces=None):
    """(operator, name) pairs; prefixes become namespaces."""
    for token in xpath_tokenizer_re.findall(pattern):
        tag = token[1]
        if tag and tag[0] != '{' and ':' in tag:
            prefix, uri = tag.split(':', 1)
            if not namespaces or prefix not in namespaces:
                raise SyntaxError('prefix %r not found in prefix map'
                                  % prefix)
            yield token[0], '{%s}%s' % (namespaces[prefix], uri)
        else:
            yield token


def get_parent_map(context):
    """child -> parent"""
    parents = context.parent_map
    if parents is None:
        context.parent_map = parents = {}
        for parent in context.root.iter():
            for child in parent:
                parents[child] = parent
    return parents


# Each step of a path is a function (context, elements) -> elements.

def prepare_child(next, token):
    tag = token[1]

    def select(context, result):
        for elem in result:
            for e in elem:
                if e.tag == tag:
                    yield e
    return select


def prepare_star(next, token):
    def select(context, result):
        for elem in result:
            for e in elem:
                yield e
    return select


def prepare_self(next, token):
    def select(context, result):
        for elem in result:
            yield elem
    return select


def prepare_descendant(next, token):
    token = next()
    if token[0] == '*':
        tag = '*'
    elif not token[0]:
        tag = token[1]
    else:
        raise SyntaxError('invalid descendant')

    def select(context, result):
        for elem in result:
            for e in elem.iter(tag):
                if e is not elem:
                    yield e
    return select


def prepare_parent(next, token):
    def select(context, result):
        parents = get_parent_map(context)
        seen = {}
        for elem in result:
            if elem in parents:
                parent = parents[elem]
                if parent not in seen:
                    seen[parent] = None
                    yield parent
    return select


def prepare_predicate(next, token):
    # The signature tells the kind: - is a string or a name.
    signature = []
    predicate = []
    while True:
        token = next()
        if token[0] == ']':
            break
        if token[0] and token[0][:1] in '\'"':
            token = "'", token[0][1:-1]
        signature.append(token[0] or '-')
        predicate.append(token[1])
    signature = ''.join(signature)
    if signature == '@-':
        key = predicate[1]

        def select(context, result):
            for elem in result:
                if elem.get(key) is not None:
                    yield elem
        return select
    if signature == "@-='":
        key = predicate[1]
        value = predicate[-1]

        def select(context, result):
            for elem in result:
                if elem.get(key) == value:
                    yield elem
        return select
    if signature == '-' and not re.match(r'\d+$', predicate[0]):
        tag = predicate[0]

        def select(context, result):
            for elem in result:
                if elem.find(tag) is not None:
                    yield elem
        return select
    if signature == "-='" and not re.match(r'\d+$', predicate[0]):
        tag = predicate[0]
        value = predicate[-1]

        def select(context, result):
            for elem in result:
                for e in elem.findall(tag):
                    if ''.join(e.itertext()) == value:
                        yield elem
                        break
        return select
    if signature in ('-', '-()', '-()-'):
        return _position(signature, predicate)
    raise SyntaxError('invalid predicate')


def _position(signature, predicate):
    if signature == '-':
        index = int(predicate[0]) - 1
    else:
        if predicate[0] != 'last':
            raise SyntaxError('unsupported function')
        index = -1
        if signature == '-()-':
            try:
                index = int(predicate[2]) - 1
            except ValueError:
                raise SyntaxError('unsupported expression')

    def select(context, result):
        parents = get_parent_map(context)
        for elem in result:
            try:
                parent = parents[elem]
                same = list(parent.findall(elem.tag))
                if same[index] is elem:
                    yield elem
            except (IndexError, KeyError):
                pass
    return select


ops = {
    '': prepare_child,
    '*': prepare_star,
    '.': prepare_self,
    '..': prepare_parent,
    '//': prepare_descendant,
    '[': prepare_predicate,
}

_cache = {}


class _SelectorContext:
    parent_map = None

    def __init__(self, root):
        self.root = root


def _compile(path, namespaces):
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    next = iter(xpath_tokenizer(path, namespaces)).next
    token = next()
    selector = []
    while True:
        try:
            selector.append(ops[token[0]](next, token))
        except StopIteration:
            raise SyntaxError('invalid path')
        try:
            token = next()
            if token[0] == '/':
                token = next()
        except StopIteration:
            return selector


def iterfind(elem, path, namespaces=None):
    """The elements that a path finds, one by one."""
    if path[-1:] == '/':
        path += '*'
    key = path, tuple(sorted(namespaces.items())) if namespaces else None
    selector = _cache.get(key)
    if selector is None:
        if len(_cache) > 100:
            _cache.clear()
        selector = _cache[key] = _compile(path, namespaces)
    result = [elem]
    context = _SelectorContext(elem)
    for select in selector:
        result = select(context, result)
    return result


def find(elem, path, namespaces=None):
    """The first element that a path finds, or None."""
    try:
        return next(iterfind(elem, path, namespaces))
    except StopIteration:  # an empty path raises it too
        return None


def findall(elem, path, namespaces=None):
    """The elements that a path finds."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that a path finds."""
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
