/* Turns the rows of a .def file into prototypes; see methods.h. */
#define METHOD(type, name, fn, min, max, style, result, effects)               \
    static NativeFn fn;
#define METHOD_KW(type, name, fn, result, effects) static NativeKwFn fn;
#define CLASSMETHOD(type, name, fn, min, max, style, result, effects)          \
    static NativeFn fn;
#define CLASSMETHOD_KW(type, name, fn, result, effects) static NativeKwFn fn;
#define STATICMETHOD(type, name, fn, min, max, style, result, effects)         \
    static NativeFn fn;
#define FUNCTION(module, name, fn, min, max, style, result, effects)           \
    static NativeFn fn;
#define FUNCTION_KW(module, name, fn, result, effects) static NativeKwFn fn;
