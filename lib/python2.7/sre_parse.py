"""Regular expressions as trees: parse().

Errors are those of the compiler of module _re, which goes first."""
import _re

from sre_constants import *

SPECIAL_CHARS = ".\\[{()*+?^$|"
REPEAT_CHARS = "*+?{"
DIGITS = set("0123456789")
OCTDIGITS = set("01234567")
HEXDIGITS = set("0123456789abcdefABCDEF")
ASCIILETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
WHITESPACE = set(" \t\n\r\v\f")

ESCAPES = dict((r'\%s' % _letter, (LITERAL, _code)) for _letter, _code in (
    ('a', 7), ('b', 8), ('f', 12), ('n', 10), ('r', 13), ('t', 9), ('v', 11),
    ('\\', 92)))
CATEGORIES = {
    r'\A': (AT, AT_BEGINNING_STRING), r'\b': (AT, AT_BOUNDARY),
    r'\B': (AT, AT_NON_BOUNDARY), r'\Z': (AT, AT_END_STRING),
    r'\d': (IN, [(CATEGORY, CATEGORY_DIGIT)]),
    r'\D': (IN, [(CATEGORY, CATEGORY_NOT_DIGIT)]),
    r'\s': (IN, [(CATEGORY, CATEGORY_SPACE)]),
    r'\S': (IN, [(CATEGORY, CATEGORY_NOT_SPACE)]),
    r'\w': (IN, [(CATEGORY, CATEGORY_WORD)]),
    r'\W': (IN, [(CATEGORY, CATEGORY_NOT_WORD)])}
FLAGS = {'i': SRE_FLAG_IGNORECASE, 'L': SRE_FLAG_LOCALE,
         'm': SRE_FLAG_MULTILINE, 's': SRE_FLAG_DOTALL,
         'x': SRE_FLAG_VERBOSE, 't': SRE_FLAG_TEMPLATE,
         'u': SRE_FLAG_UNICODE}

_ONE_CHARACTER = (ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY)


class Pattern:
    """What holds for the whole expression."""

    def __init__(self):
        self.flags = 0
        self.open = []
        self.groups = 1
        self.groupdict = {}
        self.lookbehind = 0

    def opengroup(self, name=None):
        gid = self.groups
        self.groups = gid + 1
        if name is not None:
            self.groupdict[name] = gid
        self.open.append(gid)
        return gid

    def closegroup(self, gid):
        self.open.remove(gid)

    def checkgroup(self, gid):
        return gid < self.groups and gid not in self.open


class SubPattern:
    """A list of (operation, argument)."""

    def __init__(self, pattern, data=None):
        self.pattern = pattern
        self.data = [] if data is None else data
        self.width = None

    def dump(self, level=0):
        """Prints the tree."""
        indent = level * "  "
        for op, av in self.data:
            print indent + op,
            if op == IN:
                print
                for inner, argument in av:
                    print indent + "  " + inner, argument
            elif op == BRANCH:
                print
                for i, part in enumerate(av[1]):
                    if i:
                        print indent + "or"
                    part.dump(level + 1)
            elif op == GROUPREF_EXISTS:
                print av[0]
                av[1].dump(level + 1)
                if av[2]:
                    print indent + "else"
                    av[2].dump(level + 1)
            elif isinstance(av, (tuple, list)):
                self._dump_arguments(av, level)
            else:
                print av

    def _dump_arguments(self, arguments, level):
        begun = False
        for argument in arguments:
            if isinstance(argument, SubPattern):
                if not begun:
                    print
                argument.dump(level + 1)
                begun = True
            else:
                print argument,
                begun = False
        if not begun:
            print

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __delitem__(self, index):
        del self.data[index]

    def __getitem__(self, index):
        if isinstance(index, slice):
            return SubPattern(self.pattern, self.data[index])
        return self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def insert(self, index, code):
        self.data.insert(index, code)

    def append(self, code):
        self.data.append(code)

    def getwidth(self):
        """The least and the largest number of characters that match."""
        if self.width:
            return self.width
        low = high = 0
        for op, av in self.data:
            if op == BRANCH:
                widths = [part.getwidth() for part in av[1]]
                low += min([width[0] for width in widths])
                high += max([width[1] for width in widths])
            elif op == CALL or op == SUBPATTERN:
                i, j = av[1].getwidth()
                low, high = low + i, high + j
            elif op in (MIN_REPEAT, MAX_REPEAT):
                i, j = av[2].getwidth()
                low, high = low + i * av[0], high + j * av[1]
            elif op in _ONE_CHARACTER:
                low, high = low + 1, high + 1
            elif op == SUCCESS:
                break
        self.width = min(low, MAXREPEAT - 1), min(high, MAXREPEAT)
        return self.width


class Tokenizer:
    """The characters of a text, escapes whole; `next` is None at the end."""

    def __init__(self, string):
        self.string = string
        self.index = 0
        self._advance()

    def _advance(self):
        char = self.string[self.index:self.index + 1]
        if char == '\\':
            char = self.string[self.index:self.index + 2]
            if len(char) < 2:
                raise error("bogus escape (end of line)")
        self.index += len(char)
        self.next = char or None

    def match(self, char, skip=1):
        if char != self.next:
            return 0
        if skip:
            self._advance()
        return 1

    def get(self):
        this = self.next
        self._advance()
        return this

    def until(self, end):
        """What comes before a character, which is taken too."""
        text = ''
        while not self.match(end):
            text += self.get()
        return text

    def tell(self):
        return self.index - len(self.next or '')

    def seek(self, index):
        self.index = index
        self._advance()


def _octal_or_hex(source, escape):
    """The code of \\xHH or of an octal escape; None: it is neither."""
    c = escape[1:2]
    if c == 'x':
        while source.next in HEXDIGITS and len(escape) < 4:
            escape += source.get()
        return int(escape[2:], 16) & 0xff
    if c == '0':
        while source.next in OCTDIGITS and len(escape) < 4:
            escape += source.get()
        return int(escape[1:], 8) & 0xff
    return None


def _class_escape(source, escape):
    code = ESCAPES.get(escape) or CATEGORIES.get(escape)
    if code and code[0] != AT:
        return code[1][0] if code[0] == IN else code
    value = _octal_or_hex(source, escape)
    if value is None and escape[1:2] in OCTDIGITS:
        while source.next in OCTDIGITS and len(escape) < 4:
            escape += source.get()
        value = int(escape[1:], 8) & 0xff
    return LITERAL, ord(escape[1]) if value is None else value


def _escape(source, escape, state):
    code = CATEGORIES.get(escape) or ESCAPES.get(escape)
    if code:
        return code
    value = _octal_or_hex(source, escape)
    c = escape[1:2]
    if value is None and c in DIGITS:
        if source.next in DIGITS:
            escape += source.get()
            if c in OCTDIGITS and escape[2] in OCTDIGITS and \
                    source.next in OCTDIGITS:
                escape += source.get()
                return LITERAL, int(escape[1:], 8) & 0xff
        return GROUPREF, int(escape[1:])
    return LITERAL, ord(c) if value is None else value


def _parse_sub(source, state, nested=1):
    items = [_parse(source, state)]
    while source.match('|'):
        items.append(_parse(source, state))
    if len(items) == 1:
        return items[0]
    result = SubPattern(state)
    # What all begin with comes once.
    while all(items) and all(item[0] == items[0][0] for item in items):
        result.append(items[0][0])
        for item in items:
            del item[0]
    if all(len(item) == 1 and item[0][0] == LITERAL for item in items):
        result.append((IN, [item[0] for item in items]))
    else:
        result.append((BRANCH, (None, items)))
    return result


def _parse_class(source):
    """The operation of a set of characters, whose [ has been taken."""
    members = []
    if source.match('^'):
        members.append((NEGATE, None))
    start = len(members)
    while len(members) == start or source.next != ']':
        this = source.get()
        code = _class_escape(source, this) if this[0] == '\\' \
            else (LITERAL, ord(this))
        if source.match('-'):
            if source.next == ']':
                members.extend([code, (LITERAL, ord('-'))])
                break
            this = source.get()
            last = _class_escape(source, this) if this[0] == '\\' \
                else (LITERAL, ord(this))
            code = RANGE, (code[1], last[1])
        members.append(code)
    source.get()
    if len(members) == 1 and members[0][0] == LITERAL:
        return members[0]
    if len(members) == 2 and members[0][0] == NEGATE and \
            members[1][0] == LITERAL:
        return NOT_LITERAL, members[1][1]
    return IN, members


def _bounds(source, this):
    """(least, most) of a repetition; None: the brace is a literal."""
    if this != '{':
        return {'?': (0, 1), '*': (0, MAXREPEAT), '+': (1, MAXREPEAT)}[this]
    here = source.tell()
    texts = ['', '']
    while source.next in DIGITS:
        texts[0] += source.get()
    if source.match(','):
        while source.next in DIGITS:
            texts[1] += source.get()
    else:
        texts[1] = texts[0]
    if texts == ['', ''] and source.string[here:here + 1] != ',' or \
            not source.match('}'):
        source.seek(here)
        return None
    return (int(texts[0]) if texts[0] else 0,
            int(texts[1]) if texts[1] else MAXREPEAT)


def _parse_group(source, state):
    """What stands for a group, whose ( has been taken; None: nothing."""
    group = name = condition = None
    captures = True
    if source.match('?'):
        captures = False
        if source.match('P'):
            if source.match('='):
                return GROUPREF, state.groupdict[source.until(')')]
            source.get()
            name = source.until('>')
            captures = True
        elif source.match('#'):
            source.until(')')
            return None
        elif source.next in ('=', '!', '<'):
            direction = 1
            op = source.get()
            if op == '<':
                direction = -1
                op = source.get()
            inner = _parse_sub(source, state)
            source.get()
            return (ASSERT if op == '=' else ASSERT_NOT), (direction, inner)
        elif source.match('('):
            condition = source.until(')')
            condition = state.groupdict[condition] \
                if condition in state.groupdict else int(condition)
        elif not source.match(':'):
            while source.next in FLAGS:
                state.flags |= FLAGS[source.get()]
            source.get()
            return None
    if captures:
        group = state.opengroup(name)
    if condition is None:
        inner = _parse_sub(source, state)
    else:
        inner = SubPattern(state)
        yes, no = _parse(source, state), None
        if source.match('|'):
            no = _parse(source, state)
        inner.append((GROUPREF_EXISTS, (condition, yes, no)))
    source.get()
    if group is not None:
        state.closegroup(group)
    return SUBPATTERN, (group, inner)


def _parse(source, state):
    result = SubPattern(state)
    while source.next not in (None, '|', ')'):
        this = source.get()
        if state.flags & SRE_FLAG_VERBOSE:
            if this in WHITESPACE:
                continue
            if this == '#':
                while source.next not in (None, '\n'):
                    source.get()
                continue
        bounds = _bounds(source, this) if this in REPEAT_CHARS else None
        if bounds:
            op = MIN_REPEAT if source.match('?') else MAX_REPEAT
            result[-1] = op, bounds + (result[-1:],)
            continue
        if this == '[':
            code = _parse_class(source)
        elif this == '(':
            code = _parse_group(source, state)
        elif this == '.':
            code = ANY, None
        elif this == '^':
            code = AT, AT_BEGINNING
        elif this == '$':
            code = AT, AT_END
        elif this[0] == '\\':
            code = _escape(source, this, state)
        else:
            code = LITERAL, ord(this)
        if code is not None:
            result.append(code)
    return result


def parse(str, flags=0, pattern=None):
    """The tree of a regular expression."""
    _re.compile(str, flags & ~SRE_FLAG_DEBUG)
    if pattern is None:
        pattern = Pattern()
    pattern.flags = flags
    pattern.str = str
    result = _parse_sub(Tokenizer(str), pattern, 0)
    if not flags & SRE_FLAG_VERBOSE and pattern.flags & SRE_FLAG_VERBOSE:
        # Only now it is known which blanks count.
        return parse(str, pattern.flags)
    result.source = str
    if flags & SRE_FLAG_DEBUG:
        result.dump()
    return result
