import types
print types.IntType, types.StringType, types.NoneType, types.FunctionType
print types.LambdaType is types.FunctionType, types.ClassType, types.InstanceType
print types.GeneratorType, types.BuiltinFunctionType, types.MethodType, types.ModuleType
print types.StringTypes, types.TypeType, types.FileType, types.XRangeType
print types.SliceType, types.EllipsisType, types.DictProxyType, types.NotImplementedType
print types.CodeType, types.TracebackType, types.FrameType, types.BufferType
print types.GetSetDescriptorType, types.MemberDescriptorType
def f(a): return a
g = types.FunctionType(f.func_code, globals(), 'g')
print g(5), g.__name__, types.MethodType(f, 7)(), isinstance(f, types.FunctionType)
print isinstance(len, types.BuiltinFunctionType)
print isinstance(f.func_code, types.CodeType)
print isinstance((i for i in []), types.GeneratorType)
m = types.ModuleType('m', 'doc')
m.x = 1
print m.__name__, m.__doc__, m.x
