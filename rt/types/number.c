/* Conversions between any values and numbers, and the out-of-line halves of
 * number_fast.h. */
#include <math.h>

#include "number_fast.h"
#include "list.h"
#include "long.h"
#include "names.h"
#include "str.h"
#include "type.h"
#include "unicode.h"

/* --- int(), long(), float() of anything ----------------------------------- */

Value num_int_from_unicode(Value v, int base, bool want_long)
{
    PyStr *text = unicode_as_decimal((PyUnicode *)v);

    if (!text)
        return NULL;
    Span s = str_span((Value)text);
    return want_long ? long_from_string(s.data, s.length, base)
                     : int_from_string(s.data, s.length, base);
}

/* The text of a str, buffer or unicode in base 10; NULL without exception
 * when v is none of them. */
static Value integer_from_text(Value v, bool want_long)
{
    Span s;

    if (has_type_flag(v, TYPE_UNICODE))
        return num_int_from_unicode(v, 10, want_long);
    if (!value_has_char_buffer(v) || !value_bytes_or_null(v, &s))
        return NULL;
    int64_t n = (int64_t)strnlen(s.data, (size_t)s.length);
    Value i = want_long ? long_from_string(s.data, n, 10)
                        : int_from_string(s.data, n, 10);
    if (i && n < s.length)
        return err_format(&exc_ValueError, "null byte in argument for %s()",
                          want_long ? "long" : "int");
    return i;
}

static Value non_integral(const char *type)
{
    return err_format(&exc_TypeError,
                      "__trunc__ returned non-Integral (type %.200s)", type);
}

Value num_integral(Value v)
{
    if (is_integer(v))
        return v;
    PyType *t = type_of(v);
    const char *name = type_name_of(v);
    Value i;
    if (t == &instance_type) {
        /* Its own to_int would call __trunc__ again. */
        Value method = op_getattr_or_null(v, NAME(dunder_int));
        name = str_data(((PyInstance *)v)->cls->name);
        if (!method) {
            err_clear();
            return non_integral(name);
        }
        i = op_call(method, NULL, 0, NULL);
    } else {
        if (!t->to_int)
            return non_integral(name);
        i = t->to_int(v);
    }
    return i && !is_integer(i) ? non_integral(name) : i;
}

static Value call_trunc(Value v)
{
    Value method = op_getattr_or_null(v, NAME(dunder_trunc));
    Value i = method ? op_call(method, NULL, 0, NULL) : NULL;

    return i ? num_integral(i) : NULL;
}

Value num_int(Value v)
{
    PyType *t = type_of(v);

    if (t == &int_type)
        return v;
    if (t->to_int) {
        Value i = t->to_int(v);
        if (i && !is_integer(i))
            return err_format(&exc_TypeError,
                              "__int__ returned non-int (type %.200s)",
                              type_name_of(i));
        return i;
    }
    Value i = t == &str_type ? NULL : call_trunc(v);
    if (i || err_pending())
        return i;
    i = integer_from_text(v, false);
    if (i || err_pending())
        return i;
    return err_format(&exc_TypeError,
                      "int() argument must be a string or a number, not "
                      "'%.200s'",
                      type_name_of(v));
}

static Value as_long(Value i)
{
    return i && is_int(i) ? long_from_int64(int_value(i)) : i;
}

Value num_long(Value v)
{
    PyType *t = type_of(v);

    if (t->to_long) {
        Value i = t->to_long(v);
        if (i && !is_integer(i))
            return err_format(&exc_TypeError,
                              "__long__ returned non-long (type %.200s)",
                              type_name_of(i));
        return as_long(i);
    }
    Value i = call_trunc(v);
    if (i || err_pending())
        return as_long(i);
    i = integer_from_text(v, true);
    if (i || err_pending())
        return i;
    return err_format(&exc_TypeError,
                      "long() argument must be a string or a number, not "
                      "'%.200s'",
                      type_name_of(v));
}

Value num_float(Value v)
{
    PyType *t = type_of(v);
    Span s;

    if (t->to_float) {
        Value f = t->to_float(v);
        if (f && !has_type_flag(f, TYPE_FLOAT))
            return err_format(&exc_TypeError,
                              "__float__ returned non-float (type %.200s)",
                              type_name_of(f));
        return f;
    }
    if (has_type_flag(v, TYPE_UNICODE)) {
        PyStr *text = unicode_as_decimal((PyUnicode *)v);
        return text ? float_from_string(str_data(text), str_length(text))
                    : NULL;
    }
    if (value_has_char_buffer(v) && value_bytes_or_null(v, &s))
        return float_from_string(s.data, s.length);
    return err_format(&exc_TypeError,
                      "float() argument must be a string or a number");
}

Value num_index(Value v)
{
    if (is_integer(v))
        return v;
    if (!type_of(v)->index)
        return err_format(&exc_TypeError,
                          "'%.200s' object cannot be interpreted as an index",
                          type_name_of(v));
    Value i = type_of(v)->index(v);
    if (i && !is_integer(i))
        return err_format(&exc_TypeError,
                          "__index__ returned non-(int,long) (type %.200s)",
                          type_name_of(i));
    return i;
}

bool value_is_number(Value v)
{
    PyType *t = type_of(v);

    return t->to_int || t->to_float;
}

int64_t value_as_int64(Value v)
{
    if (is_tagged_int(v))
        return tagged_int_value(v);
    if (is_integer(v))
        return long_as_int64(v);
    PyType *t = type_of(v);
    Value i = NULL;
    if (t->flags & TYPE_FLOAT)
        err_format(&exc_TypeError, "integer argument expected, got float");
    else if (!t->to_int)
        err_format(&exc_TypeError, "an integer is required");
    else
        i = t->to_int(v);
    if (i && !is_integer(i)) {
        err_format(&exc_TypeError, "__int__ method should return an integer");
        i = NULL;
    }
    return i ? long_as_int64(i) : -1;
}

bool value_as_int32(Value v, int *out)
{
    int64_t i = value_as_int64(v);

    if (i == -1 && err_pending())
        return false;
    if (i > INT32_MAX || i < INT32_MIN) {
        err_format(&exc_OverflowError, "signed integer is %s",
                   i > 0 ? "greater than maximum" : "less than minimum");
        return false;
    }
    *out = (int)i;
    return true;
}

double value_as_double(Value v)
{
    if (is_tagged_float(v))
        return tagged_float_value(v);
    if (is_tagged_int(v))
        return (double)tagged_int_value(v);
    PyType *t = type_of(v);
    if (t->flags & TYPE_FLOAT)
        return float_value(v);
    if (!t->to_float) {
        err_format(&exc_TypeError, "a float is required");
        return -1.0;
    }
    Value f = t->to_float(v);
    if (!f)
        return -1.0;
    if (!has_type_flag(f, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "nb_float should return float object");
        return -1.0;
    }
    return float_value(f);
}

/* --- the slow halves ------------------------------------------------------ */

typedef enum NumberKind {
    KIND_other,
    KIND_int,
    KIND_long,
    KIND_float
} NumberKind;

/* Exact types only: a subclass may define anything. */
static inline NumberKind kind_of(Value v)
{
    if (is_tagged_int(v))
        return KIND_int;
    if (is_tagged_float(v))
        return KIND_float;
    PyType *t = as_object(v)->type;
    return t == &float_type                    ? KIND_float
           : t == &int_type || t == &bool_type ? KIND_int
           : t == &long_type                   ? KIND_long
                                               : KIND_other;
}

static inline double quick_double(NumberKind kind, Value v)
{
    return kind == KIND_float ? float_value(v) : (double)int_value(v);
}

/* Do a and b compute in doubles?  At least one is a float. */
static inline bool both_floating(NumberKind a, NumberKind b)
{
    return (a == KIND_float && (b == KIND_float || b == KIND_int)) ||
           (a == KIND_int && b == KIND_float);
}

static inline bool both_integral(NumberKind a, NumberKind b)
{
    return (a == KIND_int || a == KIND_long) &&
           (b == KIND_int || b == KIND_long);
}

static bool both_exact_lists(Value a, Value b)
{
    return is_pointer(a) && is_pointer(b) && as_object(a)->type == &list_type &&
           as_object(b)->type == &list_type;
}

/* Strs and lists are what is added most after numbers. */
#define IF_SEQUENCES_add(a, b)                                                 \
    if (both_exact_strs(a, b))                                                 \
        return (Value)str_concat((PyStr *)a, (PyStr *)b);                      \
    if (both_exact_lists(a, b))                                                \
    return list_concat((PyList *)a, (PyList *)b)
#define IF_SEQUENCES_sub(a, b)
#define IF_SEQUENCES_mul(a, b)
#define ARITHMETIC(name, op)                                                   \
    Value num_##name##_slow(Value a, Value b)                                  \
    {                                                                          \
        IF_SEQUENCES_##name(a, b);                                             \
        NumberKind ka = kind_of(a), kb = kind_of(b);                           \
                                                                               \
        if (ka == KIND_int && kb == KIND_int)                                  \
            return int_##name##_overflow(int_value(a), int_value(b));          \
        if (both_floating(ka, kb))                                             \
            return value_from_double(quick_double(ka, a)                       \
                                         op quick_double(kb, b));              \
        if (both_integral(ka, kb))                                             \
            return long_##name(a, b);                                          \
        return op_binary(BIN_##name, a, b);                                    \
    }
ARITHMETIC(add, +)
ARITHMETIC(sub, -)
ARITHMETIC(mul, *)
#undef ARITHMETIC

/* Operators whose slots do the whole work for exact ints and floats. */
#define THROUGH_SLOTS(name, has_floats)                                        \
    Value num_##name##_slow(Value a, Value b)                                  \
    {                                                                          \
        NumberKind ka = kind_of(a), kb = kind_of(b);                           \
                                                                               \
        if (ka == KIND_int && kb == KIND_int && type_of(a) != &bool_type)      \
            return int_type.binary[BIN_##name](a, b);                          \
        if (has_floats && both_floating(ka, kb))                               \
            return float_type.binary[BIN_##name](a, b);                        \
        if (both_integral(ka, kb) && (ka == KIND_long || kb == KIND_long))     \
            return long_type.binary[BIN_##name](a, b);                         \
        return op_binary(BIN_##name, a, b);                                    \
    }
THROUGH_SLOTS(div, true)
THROUGH_SLOTS(floordiv, true)
THROUGH_SLOTS(truediv, true)
THROUGH_SLOTS(mod, true)
THROUGH_SLOTS(divmod, true)
THROUGH_SLOTS(lshift, false)
THROUGH_SLOTS(rshift, false)
#undef THROUGH_SLOTS

#define BITWISE(name)                                                          \
    Value num_##name##_slow(Value a, Value b)                                  \
    {                                                                          \
        return op_binary(BIN_##name, a, b);                                    \
    }
BITWISE(and)
BITWISE(xor)
BITWISE(or)
#undef BITWISE

Value num_neg_slow(Value a)
{
    return op_unary(UN_neg, a);
}

Value num_power(Value a, Value b)
{
    NumberKind ka = kind_of(a), kb = kind_of(b);

    if (ka == KIND_int && kb == KIND_int)
        return int_power(int_value(a), int_value(b));
    if (both_floating(ka, kb))
        return float_power_double(quick_double(ka, a), quick_double(kb, b));
    return op_power(a, b, NONE);
}

static inline bool holds(CompareOp op, int order)
{
    static const bool table[6][3] = {
        [CMP_lt] = {1, 0, 0}, [CMP_le] = {1, 1, 0}, [CMP_eq] = {0, 1, 0},
        [CMP_ne] = {1, 0, 1}, [CMP_gt] = {0, 0, 1}, [CMP_ge] = {0, 1, 1}};

    return table[op][order + 1];
}

/* The order of two numbers of known kinds; false if one is a nan. */
static bool number_order(NumberKind ka, Value a, NumberKind kb, Value b,
                         int *order)
{
    double x, y;

    if (ka == KIND_int && kb == KIND_int) {
        int64_t i = int_value(a), j = int_value(b);
        *order = i < j ? -1 : i > j;
    } else if (ka == KIND_float && kb == KIND_float) {
        x = float_value(a);
        y = float_value(b);
        *order = x < y ? -1 : x > y;
        return !isnan(x) && !isnan(y);
    } else if (ka == KIND_float) {
        x = float_value(a);
        if (isnan(x))
            return false;
        *order = -long_compare_double(b, x);
    } else if (kb == KIND_float) {
        y = float_value(b);
        if (isnan(y))
            return false;
        *order = long_compare_double(a, y);
    } else {
        *order = long_compare(a, b);
    }
    return true;
}

bool num_compare(CompareOp op, Value a, Value b, bool *result)
{
    NumberKind ka = kind_of(a), kb = kind_of(b);
    int order;

    if (ka == KIND_other || kb == KIND_other)
        return false;
    *result =
        number_order(ka, a, kb, b, &order) ? holds(op, order) : op == CMP_ne;
    return true;
}

static bool compare_strs(CompareOp op, PyStr *a, PyStr *b)
{
    if (op == CMP_eq || op == CMP_ne)
        return str_same(a, b) == (op == CMP_eq);
    return holds(op, str_order(a, b));
}

Value num_compare_slow(CompareOp op, Value a, Value b)
{
    bool result;

    if (both_exact_strs(a, b))
        return value_from_bool(compare_strs(op, (PyStr *)a, (PyStr *)b));
    if (num_compare(op, a, b, &result))
        return value_from_bool(result);
    return op_compare(op, a, b);
}

int num_compare_bool_slow(CompareOp op, Value a, Value b)
{
    bool result;

    if (both_exact_strs(a, b))
        return compare_strs(op, (PyStr *)a, (PyStr *)b);
    if (num_compare(op, a, b, &result))
        return result;
    Value v = op_compare(op, a, b);
    return !v ? -1 : v == TRUE_VALUE ? 1 : v == FALSE_VALUE ? 0 : op_is_true(v);
}
