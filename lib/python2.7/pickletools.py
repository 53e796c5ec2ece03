"""Looking into pickles: what opcodes they are made of.

dis(pickle) prints them one a line, and checks that they would work together;
genops(pickle) yields them; optimize(pickle) leaves out the PUTs that no GET
asks for.  The tables say of each opcode what follows it in the stream
(ArgumentDescriptor), what it takes from the unpickler's stack and what it
leaves there (StackObject).
"""
import struct
from pickle import decode_long

__all__ = ['dis', 'genops', 'optimize']

# Lengths of arguments that are not a fixed number of bytes.
UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2  # the first byte says how many follow
TAKEN_FROM_ARGUMENT4 = -3  # the first four bytes, a signed number, say it


class ArgumentDescriptor(object):
    """An argument embedded in the stream: n bytes that reader(f) decodes."""
    __slots__ = ('name', 'n', 'reader', 'doc')

    def __init__(self, name, n, reader, doc):
        assert isinstance(name, str)
        assert isinstance(n, int) and n >= TAKEN_FROM_ARGUMENT4
        self.name = name
        self.n = n
        self.reader = reader
        self.doc = doc


def _fixed(f, layout, size, name):
    data = f.read(size)
    if len(data) != size:
        raise ValueError('not enough data in stream to read ' + name)
    return struct.unpack(layout, data)[0]


def read_uint1(f):
    data = f.read(1)
    if data:
        return ord(data)
    raise ValueError('not enough data in stream to read uint1')


def read_uint2(f):
    return _fixed(f, '<H', 2, 'uint2')


def read_int4(f):
    return _fixed(f, '<i', 4, 'int4')


def _line(f, name):
    data = f.readline()
    if not data.endswith('\n'):
        raise ValueError('no newline found when trying to read ' + name)
    return data[:-1]


def read_stringnl(f, decode=True, stripquotes=True):
    data = _line(f, 'stringnl')
    if stripquotes:
        quote = data[:1]
        if quote not in ("'", '"'):
            raise ValueError('no string quotes around %r' % data)
        if not data.endswith(quote):
            raise ValueError('strinq quote %r not found at both ends of %r'
                             % (quote, data))
        data = data[1:-1]
    return data.decode('string_escape') if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, decode=False, stripquotes=False)


def read_stringnl_noescape_pair(f):
    return '%s %s' % (read_stringnl_noescape(f), read_stringnl_noescape(f))


def _counted(f, n, name):
    if n < 0:
        raise ValueError('%s byte count < 0: %d' % (name, n))
    data = f.read(n)
    if len(data) != n:
        raise ValueError('expected %d bytes in a %s, but only %d remain'
                         % (n, name, len(data)))
    return data


def read_string4(f):
    return _counted(f, read_int4(f), 'string4')


def read_string1(f):
    return _counted(f, read_uint1(f), 'string1')


def read_unicodestringnl(f):
    return unicode(_line(f, 'unicodestringnl'), 'raw-unicode-escape')


def read_unicodestring4(f):
    return unicode(_counted(f, read_int4(f), 'unicodestring4'), 'utf-8')


def read_decimalnl_short(f):
    s = read_stringnl_noescape(f)
    if s.endswith('L'):
        raise ValueError("trailing 'L' not allowed in %r" % s)
    # Protocols before 2 have no opcode for bools.
    if s == '00':
        return False
    if s == '01':
        return True
    return int(s)


def read_decimalnl_long(f):
    s = read_stringnl_noescape(f)
    if not s.endswith('L'):
        raise ValueError("trailing 'L' required in %r" % s)
    return long(s)


def read_floatnl(f):
    return float(read_stringnl_noescape(f))


def read_float8(f):
    return _fixed(f, '>d', 8, 'float8')


def _long(f, n, name):
    if n < 0:
        raise ValueError('%s byte count < 0: %d' % (name, n))
    data = f.read(n)
    if len(data) != n:
        raise ValueError('not enough data in stream to read ' + name)
    return decode_long(data)


def read_long1(f):
    return _long(f, read_uint1(f), 'long1')


def read_long4(f):
    return _long(f, read_int4(f), 'long4')


uint1 = ArgumentDescriptor('uint1', 1, read_uint1, 'A byte, unsigned.')
uint2 = ArgumentDescriptor('uint2', 2, read_uint2,
                           'Two bytes, unsigned, lowest first.')
int4 = ArgumentDescriptor('int4', 4, read_int4,
                          'Four bytes, signed, lowest first.')
stringnl = ArgumentDescriptor(
    'stringnl', UP_TO_NEWLINE, read_stringnl,
    'The repr of a str, up to the end of the line.')
stringnl_noescape = ArgumentDescriptor(
    'stringnl_noescape', UP_TO_NEWLINE, read_stringnl_noescape,
    'The rest of the line as it stands.')
stringnl_noescape_pair = ArgumentDescriptor(
    'stringnl_noescape_pair', UP_TO_NEWLINE, read_stringnl_noescape_pair,
    'Two lines; they are shown with a space between them.')
string4 = ArgumentDescriptor('string4', TAKEN_FROM_ARGUMENT4, read_string4,
                             'Bytes behind an int4 that counts them.')
string1 = ArgumentDescriptor('string1', TAKEN_FROM_ARGUMENT1, read_string1,
                             'Bytes behind a uint1 that counts them.')
unicodestringnl = ArgumentDescriptor(
    'unicodestringnl', UP_TO_NEWLINE, read_unicodestringnl,
    'Unicode text as raw-unicode-escape, up to the end of the line.')
unicodestring4 = ArgumentDescriptor(
    'unicodestring4', TAKEN_FROM_ARGUMENT4, read_unicodestring4,
    'Unicode text as UTF-8 behind an int4 that counts the bytes.')
decimalnl_short = ArgumentDescriptor(
    'decimalnl_short', UP_TO_NEWLINE, read_decimalnl_short,
    "An int in decimal digits, without 'L'; 00 and 01 are the bools.")
decimalnl_long = ArgumentDescriptor(
    'decimalnl_long', UP_TO_NEWLINE, read_decimalnl_long,
    "A long in decimal digits, with an 'L' behind them.")
floatnl = ArgumentDescriptor('floatnl', UP_TO_NEWLINE, read_floatnl,
                             'The repr of a float, up to the end of the line.')
float8 = ArgumentDescriptor('float8', 8, read_float8,
                            'A double as IEEE 754 has it, highest byte first.')
long1 = ArgumentDescriptor(
    'long1', TAKEN_FROM_ARGUMENT1, read_long1,
    "A long in two's complement, lowest byte first, behind a uint1 that "
    'counts the bytes.')
long4 = ArgumentDescriptor(
    'long4', TAKEN_FROM_ARGUMENT4, read_long4,
    "A long in two's complement, lowest byte first, behind an int4 that "
    'counts the bytes.')


class StackObject(object):
    """A kind of value on the unpickler's stack; obtype is its type, or a
    tuple of types."""
    __slots__ = ('name', 'obtype', 'doc')

    def __init__(self, name, obtype, doc):
        assert isinstance(name, str)
        self.name = name
        self.obtype = obtype
        self.doc = doc

    def __repr__(self):
        return self.name


pyint = StackObject('int', int, 'A short int.')
pylong = StackObject('long', long, 'A long.')
pyinteger_or_bool = StackObject('int_or_bool', (int, long, bool),
                                'A number without a fraction, or a bool.')
pybool = StackObject('bool', (bool,), 'True or False.')
pyfloat = StackObject('float', float, 'A float.')
pystring = StackObject('str', str, 'Bytes.')
pyunicode = StackObject('unicode', unicode, 'Unicode text.')
pynone = StackObject('None', type(None), 'None.')
pytuple = StackObject('tuple', tuple, 'A tuple.')
pylist = StackObject('list', list, 'A list.')
pydict = StackObject('dict', dict, 'A dict.')
anyobject = StackObject('any', object, 'Anything.')
markobject = StackObject('mark', StackObject,
                         'Not a value: where the items for one of the next '
                         'opcodes begin.')
stackslice = StackObject('stackslice', StackObject,
                         'Not one value: all that are above the topmost '
                         'mark.')


class OpcodeInfo(object):
    """An opcode: its name, its byte, its argument or None, the stack's top
    before and after it (topmost last), and the protocol that brought it."""
    __slots__ = ('name', 'code', 'arg', 'stack_before', 'stack_after',
                 'proto', 'doc')

    def __init__(self, name, code, arg, stack_before, stack_after, proto,
                 doc):
        assert isinstance(name, str) and isinstance(code, str)
        assert len(code) == 1 and 0 <= proto <= 2
        self.name = name
        self.code = code
        self.arg = arg
        self.stack_before = stack_before
        self.stack_after = stack_after
        self.proto = proto
        self.doc = doc


I = OpcodeInfo
_items = [markobject, stackslice]

opcodes = [
    I('INT', 'I', decimalnl_short, [], [pyinteger_or_bool], 0,
      'An int in digits; a bool as 00 or 01.'),
    I('BININT', 'J', int4, [], [pyint], 1, 'An int of four signed bytes.'),
    I('BININT1', 'K', uint1, [], [pyint], 1, 'An int of one byte.'),
    I('BININT2', 'M', uint2, [], [pyint], 1, 'An int of two bytes.'),
    I('LONG', 'L', decimalnl_long, [], [pylong], 0, 'A long in digits.'),
    I('LONG1', '\x8a', long1, [], [pylong], 2,
      'A long of at most 255 bytes.'),
    I('LONG4', '\x8b', long4, [], [pylong], 2, 'A longer long.'),
    I('STRING', 'S', stringnl, [], [pystring], 0, "A str, as its repr."),
    I('BINSTRING', 'T', string4, [], [pystring], 1, 'A str.'),
    I('SHORT_BINSTRING', 'U', string1, [], [pystring], 1,
      'A str of at most 255 bytes.'),
    I('NONE', 'N', None, [], [pynone], 0, 'None.'),
    I('NEWTRUE', '\x88', None, [], [pybool], 2, 'True.'),
    I('NEWFALSE', '\x89', None, [], [pybool], 2, 'False.'),
    I('UNICODE', 'V', unicodestringnl, [], [pyunicode], 0,
      'Unicode text, escaped.'),
    I('BINUNICODE', 'X', unicodestring4, [], [pyunicode], 1,
      'Unicode text in UTF-8.'),
    I('FLOAT', 'F', floatnl, [], [pyfloat], 0, 'A float, as its repr.'),
    I('BINFLOAT', 'G', float8, [], [pyfloat], 1, 'A float of eight bytes.'),
    I('EMPTY_LIST', ']', None, [], [pylist], 1, 'A new list.'),
    I('APPEND', 'a', None, [pylist, anyobject], [pylist], 0,
      'Appends the top to the list below it.'),
    I('APPENDS', 'e', None, [pylist] + _items, [pylist], 1,
      'Appends all above the mark to the list below it.'),
    I('LIST', 'l', None, _items, [pylist], 0,
      'A list of all above the mark.'),
    I('EMPTY_TUPLE', ')', None, [], [pytuple], 1, 'The empty tuple.'),
    I('TUPLE', 't', None, _items, [pytuple], 0,
      'A tuple of all above the mark.'),
    I('TUPLE1', '\x85', None, [anyobject], [pytuple], 2, 'A tuple of one.'),
    I('TUPLE2', '\x86', None, [anyobject] * 2, [pytuple], 2,
      'A tuple of two.'),
    I('TUPLE3', '\x87', None, [anyobject] * 3, [pytuple], 2,
      'A tuple of three.'),
    I('EMPTY_DICT', '}', None, [], [pydict], 1, 'A new dict.'),
    I('DICT', 'd', None, _items, [pydict], 0,
      'A dict of the keys and values above the mark.'),
    I('SETITEM', 's', None, [pydict, anyobject, anyobject], [pydict], 0,
      'Puts a key and its value into the dict below them.'),
    I('SETITEMS', 'u', None, [pydict] + _items, [pydict], 1,
      'Puts the keys and values above the mark into the dict below it.'),
    I('POP', '0', None, [anyobject], [], 0, 'Drops the top.'),
    I('DUP', '2', None, [anyobject], [anyobject] * 2, 0, 'The top again.'),
    I('MARK', '(', None, [], [markobject], 0, 'Marks the top.'),
    I('POP_MARK', '1', None, _items, [], 1,
      'Drops all above the mark, and the mark.'),
    I('GET', 'g', decimalnl_short, [], [anyobject], 0,
      'What the memo has under a number.'),
    I('BINGET', 'h', uint1, [], [anyobject], 1,
      'What the memo has under a number of one byte.'),
    I('LONG_BINGET', 'j', int4, [], [anyobject], 1,
      'What the memo has under a number of four bytes.'),
    I('PUT', 'p', decimalnl_short, [], [], 0,
      'Stores the top in the memo under a number; the stack stays.'),
    I('BINPUT', 'q', uint1, [], [], 1,
      'The same with a number of one byte.'),
    I('LONG_BINPUT', 'r', int4, [], [], 1,
      'The same with a number of four bytes.'),
    I('EXT1', '\x82', uint1, [], [anyobject], 2,
      'An object of the extension registry (copy_reg), by its code.'),
    I('EXT2', '\x83', uint2, [], [anyobject], 2,
      'The same with a code of two bytes.'),
    I('EXT4', '\x84', int4, [], [anyobject], 2,
      'The same with a code of four bytes.'),
    I('GLOBAL', 'c', stringnl_noescape_pair, [], [anyobject], 0,
      'A class or function, by the names of its module and its own.'),
    I('REDUCE', 'R', None, [anyobject] * 2, [anyobject], 0,
      'Calls what is below the tuple on top with the items of that.'),
    I('BUILD', 'b', None, [anyobject] * 2, [anyobject], 0,
      'Gives the object below the top its state: by __setstate__, or into '
      '__dict__.'),
    I('INST', 'i', stringnl_noescape_pair, _items, [anyobject], 0,
      'An instance of the named class; its arguments are above the mark.'),
    I('OBJ', 'o', None, [markobject, anyobject, stackslice], [anyobject], 1,
      'An instance of the class that is right above the mark; its arguments '
      'follow.'),
    I('NEWOBJ', '\x81', None, [anyobject] * 2, [anyobject], 2,
      'cls.__new__(cls, *args), cls below args.'),
    I('PROTO', '\x80', uint1, [], [], 2,
      'The protocol of the pickle; its first opcode from 2 on.'),
    I('STOP', '.', None, [anyobject], [], 0,
      'The end: the top is the result.'),
    I('PERSID', 'P', stringnl_noescape, [], [anyobject], 0,
      'What persistent_load makes of the rest of the line.'),
    I('BINPERSID', 'Q', None, [anyobject], [anyobject], 1,
      'What persistent_load makes of the top.'),
]
del I

code2op = {}
for _op in opcodes:
    code2op[_op.code] = _op
del _op


def genops(pickle):
    """Yields (opcode, argument, position) for all opcodes of a pickle, a str
    or a file.  The position is None where the file has no tell()."""
    if isinstance(pickle, str):
        import cStringIO
        pickle = cStringIO.StringIO(pickle)
    tell = getattr(pickle, 'tell', None)
    while True:
        pos = None if tell is None else tell()
        code = pickle.read(1)
        opcode = code2op.get(code)
        if opcode is None:
            if code == '':
                raise ValueError('pickle exhausted before seeing STOP')
            raise ValueError('at position %s, opcode %r unknown'
                             % ('<unknown>' if pos is None else pos, code))
        arg = None if opcode.arg is None else opcode.arg.reader(pickle)
        yield opcode, arg, pos
        if code == '.':
            return


def optimize(p):
    """The pickle p, a str, without PUTs that no GET refers to."""
    wanted = set()
    puts = []  # [memo key, start, end]
    open_put = None
    for opcode, arg, pos in genops(p):
        if open_put is not None:
            open_put[2] = pos
            open_put = None
        if opcode.name.endswith('PUT'):
            open_put = [arg, pos, pos]
            puts.append(open_put)
        elif opcode.name.endswith('GET'):
            wanted.add(arg)
    pieces = []
    done = 0
    for key, start, end in puts:
        if key not in wanted:
            pieces.append(p[done:start])
            done = end
    pieces.append(p[done:])
    return ''.join(pieces)


class _Disassembler(object):
    """Follows what each opcode does to the stack and the memo."""

    def __init__(self, memo):
        self.memo = memo
        self.stack = []
        self.marks = []  # positions of the marks on the stack
        self.error = None

    def unmark(self, before):
        """Drops the stack down to the topmost mark; what to say of it, and
        how many values below the mark the opcode takes."""
        if not self.marks:
            self.error = 'no MARK exists on stack'
            return self.error, len(before)
        pos = self.marks.pop()
        while self.stack.pop() is not markobject:
            pass
        where = 'unknown opcode offset' if pos is None else '%d' % pos
        below = before.index(markobject) if markobject in before else 0
        return '(MARK at %s)' % where, below

    def put(self, key):
        if key in self.memo:
            self.error = 'memo key %r already defined' % key
        elif not self.stack:
            self.error = "stack is empty -- can't store into memo"
        elif self.stack[-1] is markobject:
            self.error = "can't store markobject in the memo"
        else:
            self.memo[key] = self.stack[-1]

    def get(self, key, after):
        if key in self.memo:
            return [self.memo[key]]
        self.error = 'memo key %r has never been stored into' % key
        return after

    def begin(self, opcode, arg):
        """(what to say of a mark, number of values taken, those left)."""
        before, after = opcode.stack_before, opcode.stack_after
        mark, taken = None, len(before)
        if markobject in before or (opcode.name == 'POP' and self.stack and
                                    self.stack[-1] is markobject):
            mark, taken = self.unmark(before)
        if opcode.name in ('PUT', 'BINPUT', 'LONG_BINPUT'):
            self.put(arg)
        elif opcode.name in ('GET', 'BINGET', 'LONG_BINGET'):
            after = self.get(arg, after)
        return mark, taken, after

    def finish(self, taken, after, pos):
        if self.error:
            raise ValueError(self.error)
        if len(self.stack) < taken:
            raise ValueError('tries to pop %d items from stack with only %d '
                             'items' % (taken, len(self.stack)))
        if taken:
            del self.stack[-taken:]
        if markobject in after:
            self.marks.append(pos)
        self.stack.extend(after)


def dis(pickle, out=None, memo=None, indentlevel=4):
    """Prints the opcodes of a pickle, a str or a file, to out or
    sys.stdout; items above a mark are indented.  ValueError where they do
    not fit together.  A memo is used for pickles that were written with
    one, and updated."""
    state = _Disassembler({} if memo is None else memo)
    proto = -1
    for opcode, arg, pos in genops(pickle):
        line = '%-4s %s%s' % (repr(opcode.code)[1:-1],
                              ' ' * indentlevel * len(state.marks),
                              opcode.name)
        if pos is not None:
            print >>out, '%5d:' % pos,
        proto = max(proto, opcode.proto)
        mark, taken, after = state.begin(opcode, arg)
        if arg is not None or mark:
            line += ' ' * (10 - len(opcode.name))
            if arg is not None:
                line += ' ' + repr(arg)
            if mark:
                line += ' ' + mark
        print >>out, line
        state.finish(taken, after, pos)
    print >>out, 'highest protocol among opcodes =', proto
    if state.stack:
        raise ValueError('stack not empty after STOP: %r' % state.stack)
