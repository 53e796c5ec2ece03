/* Turns the rows of a .def file into NativeDef initialisers; see methods.h. */
#define METHOD(type, name, fn, min, max, style, result, effects)               \
    {#name, fn, min, max, ARITY_##style, NATIVE_method, NULL},
#define METHOD_KW(type, name, fn, result, effects)                             \
    {#name, fn, 0, -1, ARITY_kw, NATIVE_method, NULL},
#define CLASSMETHOD(type, name, fn, min, max, style, result, effects)          \
    {#name, fn, min, max, ARITY_##style, NATIVE_classmethod, NULL},
#define CLASSMETHOD_KW(type, name, fn, result, effects)                        \
    {#name, fn, 0, -1, ARITY_kw, NATIVE_classmethod, NULL},
#define STATICMETHOD(type, name, fn, min, max, style, result, effects)         \
    {#name, fn, min, max, ARITY_##style, NATIVE_staticmethod, NULL},
#define FUNCTION(module, name, fn, min, max, style, result, effects)           \
    {#name, fn, min, max, ARITY_##style, NATIVE_method, NULL},
#define FUNCTION_KW(module, name, fn, result, effects)                         \
    {#name, fn, 0, -1, ARITY_kw, NATIVE_method, NULL},
