/* Result types of builtin functions and methods, out of the runtime's own
 * method tables. */
#include "ir/infer.h"

#include <string.h>

#define RESULT_none TK_none
#define RESULT_bool TK_bool
#define RESULT_int TK_int
#define RESULT_long TK_long
#define RESULT_integer TK_int
#define RESULT_float TK_float
#define RESULT_number (TK_int | TK_float)
#define RESULT_complex TK_complex
#define RESULT_str TK_str
#define RESULT_unicode TK_unicode
#define RESULT_string (TK_str | TK_unicode)
#define RESULT_bytearray TK_bytearray
#define RESULT_tuple TK_tuple
#define RESULT_list TK_list
#define RESULT_dict TK_dict
#define RESULT_set TK_set
#define RESULT_frozenset TK_set
#define RESULT_any TYPE_ANY

typedef struct Row {
    Type self; /* 0: a function */
    const char *name;
    Type result;
} Row;

#define METHOD(type, name, fn, min, max, style, result, effects)               \
    {SELF, #name, RESULT_##result},
#define METHOD_KW(type, name, fn, result, effects)                             \
    {SELF, #name, RESULT_##result},
#define CLASSMETHOD METHOD
#define CLASSMETHOD_KW METHOD_KW
#define STATICMETHOD METHOD
#define FUNCTION METHOD
#define FUNCTION_KW METHOD_KW
static const Row rows[] = {
#define SELF TK_list
#include "rt/types/list.def"
#undef SELF
#define SELF TK_tuple
#include "rt/types/tuple.def"
#undef SELF
#define SELF TK_dict
#include "rt/types/dict.def"
#undef SELF
#define SELF TK_set
#include "rt/types/set.def"
#undef SELF
#define SELF TK_str
#include "rt/types/str.def"
#undef SELF
#define SELF TK_unicode
#include "rt/types/unicode.def"
#undef SELF
#define SELF TK_bytearray
#include "rt/types/bytearray.def"
#undef SELF
#define SELF TK_int
#include "rt/types/int.def"
#undef SELF
#define SELF TK_float
#include "rt/types/float.def"
#undef SELF
#define SELF TK_other
#include "rt/types/file.def"
#undef SELF
#define SELF TK_module
#include "rt/modules/math.def"
#include "rt/modules/time.def"
#undef SELF
#define SELF 0
#include "rt/modules/builtin.def"
#include "rt/modules/builtin_iter.def"
    {0, "bool", TK_bool},       {0, "bytearray", TK_bytearray},
    {0, "dict", TK_dict},       {0, "float", TK_float},
    {0, "frozenset", TK_set},   {0, "int", TK_int},
    {0, "list", TK_list},       {0, "set", TK_set},
    {0, "str", TK_str},         {0, "tuple", TK_tuple},
    {0, "unicode", TK_unicode}, {0, "xrange", TK_xrange},
};

Type infer_builtin_result(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].self == 0 && strcmp(rows[i].name, name) == 0)
            return rows[i].result;
    return TYPE_ANY;
}

Type infer_method_result(Type self, const char *name)
{
    Type t = 0;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].self && (!self || self & rows[i].self) &&
            strcmp(rows[i].name, name) == 0)
            t |= rows[i].result;
    return t ? t : TYPE_ANY;
}
