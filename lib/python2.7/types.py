"""Names for the types of the interpreter that are not builtin names."""

import sys

NoneType = type(None)
TypeType = type
ObjectType = object
IntType = int
LongType = long
FloatType = float
BooleanType = bool
try:
    ComplexType = complex
except NameError:
    pass
StringType = str
UnicodeType = unicode
StringTypes = (StringType, UnicodeType)
BufferType = buffer
TupleType = tuple
ListType = list
DictType = DictionaryType = dict
FileType = file
XRangeType = xrange
SliceType = slice
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)


def _f():
    pass


FunctionType = LambdaType = type(_f)
CodeType = type(_f.func_code)


def _g():
    yield 1


GeneratorType = type(_g())


class _C:
    def _m(self):
        pass


ClassType = type(_C)
UnboundMethodType = MethodType = type(_C._m)
InstanceType = type(_C())
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)

try:
    raise TypeError
except TypeError:
    _tb = sys.exc_info()[2]
    TracebackType = type(_tb)
    FrameType = type(getattr(_tb, 'tb_frame', None))
    del _tb

DictProxyType = type(type.__dict__)
GetSetDescriptorType = type(FunctionType.func_code)
MemberDescriptorType = type(FunctionType.func_globals)

del sys, _f, _g, _C

__all__ = [_n for _n in globals().keys() if not _n.startswith('_')]
del _n
