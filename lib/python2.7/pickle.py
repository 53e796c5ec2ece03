"""Python objects as strings of bytes, in the protocols 0, 1 and 2.

A pickle is a program for a stack machine; each class of opcodes below has a
method that writes it in Pickler, and one that does it in Unpickler.
"""

__version__ = "$Revision: 72223 $"

import binascii as _binascii
import sys
import struct


from types import ClassType, InstanceType, NoneType, TypeType, \
    FunctionType, BuiltinFunctionType
from copy_reg import dispatch_table
from copy_reg import _extension_registry, _inverted_registry, _extension_cache

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler",
           "Unpickler", "dump", "dumps", "load", "loads"]

format_version = "2.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0"]
HIGHEST_PROTOCOL = 2


class PickleError(Exception):
    """Writing or reading a pickle failed."""


class PicklingError(PickleError):
    """An object cannot be pickled."""


class UnpicklingError(PickleError):
    """A pickle is no good."""


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


PyStringMap = None

MARK = '('
STOP = '.'
POP = '0'
POP_MARK = '1'
DUP = '2'
FLOAT = 'F'
INT = 'I'
BININT = 'J'
BININT1 = 'K'
LONG = 'L'
BININT2 = 'M'
NONE = 'N'
PERSID = 'P'
BINPERSID = 'Q'
REDUCE = 'R'
STRING = 'S'
BINSTRING = 'T'
SHORT_BINSTRING = 'U'
UNICODE = 'V'
BINUNICODE = 'X'
APPEND = 'a'
BUILD = 'b'
GLOBAL = 'c'
DICT = 'd'
EMPTY_DICT = '}'
APPENDS = 'e'
GET = 'g'
BINGET = 'h'
INST = 'i'
LONG_BINGET = 'j'
LIST = 'l'
EMPTY_LIST = ']'
OBJ = 'o'
PUT = 'p'
BINPUT = 'q'
LONG_BINPUT = 'r'
SETITEM = 's'
TUPLE = 't'
EMPTY_TUPLE = ')'
SETITEMS = 'u'
BINFLOAT = 'G'
TRUE = 'I01\n'
FALSE = 'I00\n'

# Protocol 2.
PROTO = '\x80'
NEWOBJ = '\x81'
EXT1 = '\x82'
EXT2 = '\x83'
EXT4 = '\x84'
TUPLE1 = '\x85'
TUPLE2 = '\x86'
TUPLE3 = '\x87'
NEWTRUE = '\x88'
NEWFALSE = '\x89'
LONG1 = '\x8a'
LONG4 = '\x8b'

_tuplesize2code = [EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3]

__all__ += [_x for _x in dir() if _x[0] in 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' and
            _x.replace('_', '').isalnum() and _x == _x.upper()]
del _x

_pack_int = struct.Struct('<i').pack
_pack_float = struct.Struct('>d').pack
_unpack_int = struct.Struct('<i').unpack
_unpack_float = struct.Struct('>d').unpack


class Pickler:

    def __init__(self, file, protocol=None):
        """file needs write(); protocol -1 is the highest."""
        if protocol is None:
            protocol = 0
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif not 0 <= protocol <= HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" %
                             HIGHEST_PROTOCOL)
        self.write = file.write
        # id -> (number, object); the object is kept so that its id is.
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0

    def clear_memo(self):
        """Forget the objects already written."""
        self.memo.clear()

    def dump(self, obj):
        """Write a pickle of an object."""
        if self.proto >= 2:
            self.write(PROTO + chr(self.proto))
        self.save(obj)
        self.write(STOP)

    def memoize(self, obj):
        if self.fast:
            return
        assert id(obj) not in self.memo
        memo_len = len(self.memo)
        self.write(self.put(memo_len))
        self.memo[id(obj)] = memo_len, obj

    def put(self, i, pack=struct.pack):
        if self.bin:
            if i < 256:
                return BINPUT + chr(i)
            return LONG_BINPUT + _pack_int(i)
        return PUT + repr(i) + '\n'

    def get(self, i, pack=struct.pack):
        if self.bin:
            if i < 256:
                return BINGET + chr(i)
            return LONG_BINGET + _pack_int(i)
        return GET + repr(i) + '\n'

    def save(self, obj):
        pid = self.persistent_id(obj)
        if pid is not None:
            self.save_pers(pid)
            return
        x = self.memo.get(id(obj))
        if x:
            self.write(self.get(x[0]))
            return
        t = type(obj)
        f = self.dispatch.get(t)
        if f:
            f(self, obj)
            return
        reduce = dispatch_table.get(t)
        if reduce:
            rv = reduce(obj)
        else:
            # A class whose metaclass is not just type.
            try:
                issc = issubclass(t, TypeType)
            except TypeError:
                issc = 0
            if issc:
                self.save_global(obj)
                return
            reduce = getattr(obj, "__reduce_ex__", None)
            if reduce:
                rv = reduce(self.proto)
            else:
                reduce = getattr(obj, "__reduce__", None)
                if not reduce:
                    raise PicklingError("Can't pickle %r object: %r" %
                                        (t.__name__, obj))
                rv = reduce()
        if type(rv) is str:
            self.save_global(obj, rv)
            return
        if type(rv) is not tuple:
            raise PicklingError("%s must return string or tuple" % reduce)
        l = len(rv)
        if not 2 <= l <= 5:
            raise PicklingError("Tuple returned by %s must have two to five "
                                "elements" % reduce)
        self.save_reduce(obj=obj, *rv)

    def persistent_id(self, obj):
        """A name for an object that is kept elsewhere; to override."""
        return None

    def save_pers(self, pid):
        if self.bin:
            self.save(pid)
            self.write(BINPERSID)
        else:
            self.write(PERSID + str(pid) + '\n')

    def save_reduce(self, func, args, state=None, listitems=None,
                    dictitems=None, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from reduce() should be a tuple")
        if not hasattr(func, '__call__'):
            raise PicklingError("func from reduce should be callable")
        save = self.save
        write = self.write
        if self.proto >= 2 and \
                getattr(func, "__name__", "") == "__newobj__":
            # cls.__new__(cls, *args) has an opcode of its own.
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no "
                                    "__new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the "
                                    "wrong class")
            args = args[1:]
            save(cls)
            save(args)
            write(NEWOBJ)
        else:
            save(func)
            save(args)
            write(REDUCE)
        if obj is not None:
            # The arguments may have led back to the object itself.
            if id(obj) in self.memo:
                write(POP + self.get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            save(state)
            write(BUILD)

    # One method for each type that has opcodes of its own.

    dispatch = {}

    def save_none(self, obj):
        self.write(NONE)

    dispatch[NoneType] = save_none

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    dispatch[bool] = save_bool

    def save_int(self, obj, pack=struct.pack):
        if self.bin:
            if 0 <= obj <= 0xff:
                self.write(BININT1 + chr(obj))
                return
            if 0 <= obj <= 0xffff:
                self.write(BININT2 + chr(obj & 0xff) + chr(obj >> 8))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + _pack_int(obj))
                return
        self.write(INT + repr(obj) + '\n')

    dispatch[int] = save_int

    def save_long(self, obj, pack=struct.pack):
        if self.proto >= 2:
            bytes = encode_long(obj)
            n = len(bytes)
            if n < 256:
                self.write(LONG1 + chr(n) + bytes)
            else:
                self.write(LONG4 + _pack_int(n) + bytes)
            return
        self.write(LONG + repr(obj) + '\n')

    dispatch[long] = save_long

    def save_float(self, obj, pack=struct.pack):
        if self.bin:
            self.write(BINFLOAT + _pack_float(obj))
        else:
            self.write(FLOAT + repr(obj) + '\n')

    dispatch[float] = save_float

    def save_string(self, obj, pack=struct.pack):
        if self.bin:
            n = len(obj)
            if n < 256:
                self.write(SHORT_BINSTRING + chr(n) + obj)
            else:
                self.write(BINSTRING + _pack_int(n) + obj)
        else:
            self.write(STRING + repr(obj) + '\n')
        self.memoize(obj)

    dispatch[str] = save_string

    def save_unicode(self, obj, pack=struct.pack):
        if self.bin:
            encoding = obj.encode('utf-8')
            self.write(BINUNICODE + _pack_int(len(encoding)) + encoding)
        else:
            # The escape of a backslash keeps the others apart.
            obj2 = obj.replace("\\", "\\u005c")
            obj2 = obj2.replace("\n", "\\u000a")
            self.write(UNICODE + obj2.encode('raw-unicode-escape') + '\n')
        self.memoize(obj)

    dispatch[unicode] = save_unicode

    def save_tuple(self, obj):
        write = self.write
        proto = self.proto
        n = len(obj)
        if n == 0:
            if proto:
                write(EMPTY_TUPLE)
            else:
                write(MARK + TUPLE)
            return
        save = self.save
        memo = self.memo
        if n <= 3 and proto >= 2:
            for element in obj:
                save(element)
            if id(obj) in memo:
                # A cycle through the tuple has written it meanwhile.
                write(POP * n + self.get(memo[id(obj)][0]))
            else:
                write(_tuplesize2code[n])
                self.memoize(obj)
            return
        write(MARK)
        for element in obj:
            save(element)
        if id(obj) in memo:
            get = self.get(memo[id(obj)][0])
            if proto:
                write(POP_MARK + get)
            else:
                write(POP * (n + 1) + get)
            return
        write(TUPLE)
        self.memoize(obj)

    dispatch[tuple] = save_tuple

    def save_empty_tuple(self, obj):
        self.write(EMPTY_TUPLE)

    def save_list(self, obj):
        if self.bin:
            self.write(EMPTY_LIST)
        else:
            self.write(MARK + LIST)
        self.memoize(obj)
        self._batch_appends(iter(obj))

    dispatch[list] = save_list

    _BATCHSIZE = 1000

    def _batch_appends(self, items):
        """Write the items of a list, many to an opcode where there is one."""
        save = self.save
        write = self.write
        if not self.bin:
            for x in items:
                save(x)
                write(APPEND)
            return
        items = iter(items)
        while True:
            tmp = []
            for x in items:
                tmp.append(x)
                if len(tmp) == self._BATCHSIZE:
                    break
            n = len(tmp)
            if n > 1:
                write(MARK)
                for x in tmp:
                    save(x)
                write(APPENDS)
            elif n:
                save(tmp[0])
                write(APPEND)
            if n < self._BATCHSIZE:
                return

    def save_dict(self, obj):
        if self.bin:
            self.write(EMPTY_DICT)
        else:
            self.write(MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.iteritems())

    dispatch[dict] = save_dict

    def _batch_setitems(self, items):
        save = self.save
        write = self.write
        if not self.bin:
            for k, v in items:
                save(k)
                save(v)
                write(SETITEM)
            return
        items = iter(items)
        while True:
            tmp = []
            for pair in items:
                tmp.append(pair)
                if len(tmp) == self._BATCHSIZE:
                    break
            n = len(tmp)
            if n > 1:
                write(MARK)
                for k, v in tmp:
                    save(k)
                    save(v)
                write(SETITEMS)
            elif n:
                k, v = tmp[0]
                save(k)
                save(v)
                write(SETITEM)
            if n < self._BATCHSIZE:
                return

    def save_inst(self, obj):
        cls = obj.__class__
        memo = self.memo
        write = self.write
        save = self.save
        if hasattr(obj, '__getinitargs__'):
            args = obj.__getinitargs__()
            len(args)
            _keep_alive(args, memo)
        else:
            args = ()
        write(MARK)
        if self.bin:
            save(cls)
            for arg in args:
                save(arg)
            write(OBJ)
        else:
            for arg in args:
                save(arg)
            write(INST + cls.__module__ + '\n' + cls.__name__ + '\n')
        self.memoize(obj)
        try:
            getstate = obj.__getstate__
        except AttributeError:
            stuff = obj.__dict__
        else:
            stuff = getstate()
            _keep_alive(stuff, memo)
        save(stuff)
        write(BUILD)

    dispatch[InstanceType] = save_inst

    def save_global(self, obj, name=None, pack=struct.pack):
        write = self.write
        if name is None:
            name = obj.__name__
        module = getattr(obj, "__module__", None)
        if module is None:
            module = whichmodule(obj, name)
        try:
            __import__(module)
            mod = sys.modules[module]
            klass = getattr(mod, name)
        except (ImportError, KeyError, AttributeError):
            raise PicklingError("Can't pickle %r: it's not found as %s.%s" %
                                (obj, module, name))
        if klass is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object "
                                "as %s.%s" % (obj, module, name))
        if self.proto >= 2:
            code = _extension_registry.get((module, name))
            if code:
                assert code > 0
                if code <= 0xff:
                    write(EXT1 + chr(code))
                elif code <= 0xffff:
                    write("%c%c%c" % (EXT2, code & 0xff, code >> 8))
                else:
                    write(EXT4 + _pack_int(code))
                return
        write(GLOBAL + module + '\n' + name + '\n')
        self.memoize(obj)

    dispatch[ClassType] = save_global
    dispatch[FunctionType] = save_global
    dispatch[BuiltinFunctionType] = save_global

    dispatch[TypeType] = save_global


def _keep_alive(x, memo):
    """Hold an object as long as the memo lives."""
    key = id(memo)
    if key in memo:
        memo[key].append(x)
    else:
        memo[key] = [x]


# function -> the module that it is found in.
classmap = {}


def whichmodule(func, funcname):
    """The name of the module that a function is in."""
    mod = getattr(func, "__module__", None)
    if mod is not None:
        return mod
    if func in classmap:
        return classmap[func]
    for name, module in sys.modules.items():
        if module is None:
            continue
        if name != '__main__' and getattr(module, funcname, None) is func:
            break
    else:
        name = '__main__'
    classmap[func] = name
    return name


class Unpickler:

    def __init__(self, file):
        """file needs read(n) and readline()."""
        self.readline = file.readline
        self.read = file.read
        self.memo = {}

    def load(self):
        """Read a pickle and return its object."""
        self.mark = object()
        self.stack = []
        self.append = self.stack.append
        read = self.read
        dispatch = self.dispatch
        try:
            while 1:
                key = read(1)
                dispatch[key](self)
        except _Stop, stopinst:
            return stopinst.value

    def _read_int(self):
        data = self.read(4)
        if len(data) < 4:
            raise EOFError("EOF read where object expected")
        return _unpack_int(data)[0]

    def marker(self):
        """The place of the last mark on the stack."""
        stack = self.stack
        mark = self.mark
        k = len(stack) - 1
        while stack[k] is not mark:
            k -= 1
        return k

    def persistent_load(self, pid):
        raise AttributeError(
            "A load persistent id instruction was encountered,\n"
            "but no persistent_load function was specified.")

    dispatch = {}

    def load_eof(self):
        raise EOFError

    dispatch[''] = load_eof

    def load_proto(self):
        proto = ord(self.read(1))
        if not 0 <= proto <= 2:
            raise ValueError("unsupported pickle protocol: %d" % proto)

    dispatch[PROTO] = load_proto

    def load_persid(self):
        pid = self.readline()[:-1]
        self.append(self._persistent(pid))

    dispatch[PERSID] = load_persid

    def load_binpersid(self):
        pid = self.stack.pop()
        self.append(self._persistent(pid))

    dispatch[BINPERSID] = load_binpersid

    def _persistent(self, pid):
        return self.persistent_load(pid)

    def load_none(self):
        self.append(None)

    dispatch[NONE] = load_none

    def load_false(self):
        self.append(False)

    dispatch[NEWFALSE] = load_false

    def load_true(self):
        self.append(True)

    dispatch[NEWTRUE] = load_true

    def load_int(self):
        data = self.readline()
        if data == FALSE[1:]:
            val = False
        elif data == TRUE[1:]:
            val = True
        else:
            try:
                val = int(data)
            except ValueError:
                val = long(data)
        self.append(val)

    dispatch[INT] = load_int

    def load_binint(self):
        self.append(self._read_int())

    dispatch[BININT] = load_binint

    def load_binint1(self):
        self.append(ord(self.read(1)))

    dispatch[BININT1] = load_binint1

    def load_binint2(self):
        data = self.read(2)
        if len(data) < 2:
            raise EOFError("EOF read where object expected")
        self.append(ord(data[0]) | ord(data[1]) << 8)

    dispatch[BININT2] = load_binint2

    def load_long(self):
        self.append(long(self.readline()[:-1], 0))

    dispatch[LONG] = load_long

    def load_long1(self):
        n = ord(self.read(1))
        self.append(decode_long(self.read(n)))

    dispatch[LONG1] = load_long1

    def load_long4(self):
        n = self._read_int()
        self.append(decode_long(self.read(n)))

    dispatch[LONG4] = load_long4

    def load_float(self):
        self.append(float(self.readline()[:-1]))

    dispatch[FLOAT] = load_float

    def load_binfloat(self, unpack=struct.unpack):
        self.append(_unpack_float(self.read(8))[0])

    dispatch[BINFLOAT] = load_binfloat

    def load_string(self):
        rep = self.readline()[:-1]
        for q in "\"'":
            if rep.startswith(q):
                if len(rep) < 2 or not rep.endswith(q):
                    raise ValueError("insecure string pickle")
                rep = rep[1:-1]
                break
        else:
            raise ValueError("insecure string pickle")
        self.append(rep.decode("string-escape"))

    dispatch[STRING] = load_string

    def load_binstring(self):
        n = self._read_int()
        self.append(self.read(n))

    dispatch[BINSTRING] = load_binstring

    def load_unicode(self):
        self.append(unicode(self.readline()[:-1], 'raw-unicode-escape'))

    dispatch[UNICODE] = load_unicode

    def load_binunicode(self):
        n = self._read_int()
        self.append(unicode(self.read(n), 'utf-8'))

    dispatch[BINUNICODE] = load_binunicode

    def load_short_binstring(self):
        n = ord(self.read(1))
        self.append(self.read(n))

    dispatch[SHORT_BINSTRING] = load_short_binstring

    def load_tuple(self):
        k = self.marker()
        self.stack[k:] = [tuple(self.stack[k + 1:])]

    dispatch[TUPLE] = load_tuple

    def load_empty_tuple(self):
        self.append(())

    dispatch[EMPTY_TUPLE] = load_empty_tuple

    def load_tuple1(self):
        self.stack[-1] = (self.stack[-1],)

    dispatch[TUPLE1] = load_tuple1

    def load_tuple2(self):
        self.stack[-2:] = [(self.stack[-2], self.stack[-1])]

    dispatch[TUPLE2] = load_tuple2

    def load_tuple3(self):
        self.stack[-3:] = [(self.stack[-3], self.stack[-2], self.stack[-1])]

    dispatch[TUPLE3] = load_tuple3

    def load_empty_list(self):
        self.append([])

    dispatch[EMPTY_LIST] = load_empty_list

    def load_empty_dictionary(self):
        self.append({})

    dispatch[EMPTY_DICT] = load_empty_dictionary

    def load_list(self):
        k = self.marker()
        self.stack[k:] = [self.stack[k + 1:]]

    dispatch[LIST] = load_list

    def load_dict(self):
        k = self.marker()
        d = {}
        items = self.stack[k + 1:]
        for i in range(0, len(items), 2):
            d[items[i]] = items[i + 1]
        self.stack[k:] = [d]

    dispatch[DICT] = load_dict

    def _instantiate(self, klass, k):
        """Make an instance from what stands above the mark at k."""
        args = tuple(self.stack[k + 1:])
        del self.stack[k:]
        if not args and type(klass) is ClassType and \
                not hasattr(klass, "__getinitargs__"):
            value = _EmptyClass()
            value.__class__ = klass
        else:
            try:
                value = klass(*args)
            except TypeError, err:
                raise TypeError, "in constructor for %s: %s" % (
                    klass.__name__, str(err)), sys.exc_info()[2]
        self.append(value)

    def load_inst(self):
        module = self.readline()[:-1]
        name = self.readline()[:-1]
        klass = self.find_class(module, name)
        self._instantiate(klass, self.marker())

    dispatch[INST] = load_inst

    def load_obj(self):
        k = self.marker()
        klass = self.stack.pop(k + 1)
        self._instantiate(klass, k)

    dispatch[OBJ] = load_obj

    def load_newobj(self):
        args = self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args)

    dispatch[NEWOBJ] = load_newobj

    def load_global(self):
        module = self.readline()[:-1]
        name = self.readline()[:-1]
        self.append(self.find_class(module, name))

    dispatch[GLOBAL] = load_global

    def load_ext1(self):
        self.get_extension(ord(self.read(1)))

    dispatch[EXT1] = load_ext1

    def load_ext2(self):
        data = self.read(2)
        self.get_extension(ord(data[0]) | ord(data[1]) << 8)

    dispatch[EXT2] = load_ext2

    def load_ext4(self):
        self.get_extension(self._read_int())

    dispatch[EXT4] = load_ext4

    def get_extension(self, code):
        nil = []
        obj = _extension_cache.get(code, nil)
        if obj is not nil:
            self.append(obj)
            return
        key = _inverted_registry.get(code)
        if not key:
            raise ValueError("unregistered extension code %d" % code)
        obj = self.find_class(*key)
        _extension_cache[code] = obj
        self.append(obj)

    def find_class(self, module, name):
        """The object that a name stands for; to override."""
        __import__(module)
        return getattr(sys.modules[module], name)

    def load_reduce(self):
        stack = self.stack
        args = stack.pop()
        func = stack[-1]
        stack[-1] = func(*args)

    dispatch[REDUCE] = load_reduce

    def load_pop(self):
        del self.stack[-1]

    dispatch[POP] = load_pop

    def load_pop_mark(self):
        k = self.marker()
        del self.stack[k:]

    dispatch[POP_MARK] = load_pop_mark

    def load_dup(self):
        self.append(self.stack[-1])

    dispatch[DUP] = load_dup

    # The memo's keys are texts, as protocol 0 has them.

    def load_get(self):
        self.append(self.memo[self.readline()[:-1]])

    dispatch[GET] = load_get

    def load_binget(self):
        self.append(self.memo[repr(ord(self.read(1)))])

    dispatch[BINGET] = load_binget

    def load_long_binget(self):
        self.append(self.memo[repr(self._read_int())])

    dispatch[LONG_BINGET] = load_long_binget

    def load_put(self):
        self.memo[self.readline()[:-1]] = self.stack[-1]

    dispatch[PUT] = load_put

    def load_binput(self):
        self.memo[repr(ord(self.read(1)))] = self.stack[-1]

    dispatch[BINPUT] = load_binput

    def load_long_binput(self):
        self.memo[repr(self._read_int())] = self.stack[-1]

    dispatch[LONG_BINPUT] = load_long_binput

    def load_append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    dispatch[APPEND] = load_append

    def load_appends(self):
        stack = self.stack
        mark = self.marker()
        items = stack[mark + 1:]
        target = stack[mark - 1]
        del stack[mark:]
        target.extend(items)

    dispatch[APPENDS] = load_appends

    def load_setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    dispatch[SETITEM] = load_setitem

    def load_setitems(self):
        stack = self.stack
        mark = self.marker()
        target = stack[mark - 1]
        for i in range(mark + 1, len(stack), 2):
            target[stack[i]] = stack[i + 1]
        del stack[mark:]

    dispatch[SETITEMS] = load_setitems

    def load_build(self):
        state = self.stack.pop()
        inst = self.stack[-1]
        setstate = getattr(inst, "__setstate__", None)
        if setstate:
            setstate(state)
            return
        slotstate = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slotstate = state
        if state:
            d = inst.__dict__
            try:
                # Names of attributes are interned.
                for k, v in state.iteritems():
                    d[intern(k)] = v
            except TypeError:
                d.update(state)
        if slotstate:
            for k, v in slotstate.items():
                setattr(inst, k, v)

    dispatch[BUILD] = load_build

    def load_mark(self):
        self.append(self.mark)

    dispatch[MARK] = load_mark

    def load_stop(self):
        raise _Stop(self.stack.pop())

    dispatch[STOP] = load_stop


class _EmptyClass:
    pass


def encode_long(x):
    """The bytes of a long, the lowest first, in two's complement."""
    if x == 0:
        return ''
    if x > 0:
        nbytes = (x.bit_length() >> 3) + 1
    else:
        nbytes = (x.bit_length() >> 3) + 1
        if nbytes > 1 and -x == 1L << (nbytes * 8 - 9):
            # The lowest number of one byte less.
            nbytes -= 1
        x += 1L << (nbytes * 8)
    return _binascii.unhexlify('%0*x' % (nbytes * 2, x))[::-1]


def decode_long(data):
    nbytes = len(data)
    if nbytes == 0:
        return 0L
    n = long(_binascii.hexlify(data[::-1]), 16)
    if data[-1] >= '\x80':
        n -= 1L << (nbytes * 8)
    return n


def dump(obj, file, protocol=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None):
    file = StringIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file):
    return Unpickler(file).load()


def loads(str):
    file = StringIO(str)
    return Unpickler(file).load()
