/* int: a C long.  Values of up to 63 bits are immediates; PyInt objects hold
 * the others and the instances of subclasses.  Results that overflow 64 bits
 * are longs. */
#include "number_fast.h"
#include "numformat.h"
#include "instance.h"
#include "long.h"
#include "str.h"

#include "methods_declare.h"
#include "int.def"
#include "methods_end.h"

/* --- construction --------------------------------------------------------- */

/* int(x, base) with both given. */
static Value int_from_text_base(Value x, Value base_value)
{
    int base;
    Span text;

    if (!value_as_int32(base_value, &base))
        return NULL;
    if (has_type_flag(x, TYPE_UNICODE))
        return num_int_from_unicode(x, base, false);
    if (!is_str(x))
        return err_format(&exc_TypeError,
                          "int() can't convert non-string with explicit base");
    text = str_span(x);
    if (memchr(text.data, 0, (size_t)text.length)) {
        Value shown = op_repr(x);
        return shown ? err_format(&exc_ValueError,
                                  "invalid literal for int() with base %d: %s",
                                  base, str_data((PyStr *)shown))
                     : NULL;
    }
    return int_from_string(text.data, text.length, base);
}

static Value int_construct(const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"x", "base"};
    Value v[2];

    if (nargs == 1 && !kwnames)
        return num_int(args[0]);
    if (args_parse("int", args, nargs, kwnames, names, 0, 2, v) < 0)
        return NULL;
    if (!v[0] && v[1])
        return err_format(&exc_TypeError, "int() missing string argument");
    if (!v[0])
        return tag_int(0);
    return v[1] ? int_from_text_base(v[0], v[1]) : num_int(v[0]);
}

static Value int_new(PyType *type, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    Value v = int_construct(args, nargs, kwnames);

    if (!v || type == &int_type)
        return v;
    int64_t i = long_as_int64(v);
    if (i == -1 && err_pending())
        return NULL;
    PyInt *self = instance_new(type);
    if (self)
        self->value = i;
    return (Value)self;
}

/* The exact int of a subclass's instance. */
static Value int_exact(Value self)
{
    return is_tagged_int(self) || type_of(self) == &int_type
               ? self
               : value_from_int(int_value(self));
}

/* --- text ----------------------------------------------------------------- */

static Value int_repr(Value self)
{
    char buffer[24], *p = buffer + sizeof buffer;
    int64_t i = int_value(self);
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;

    do
        *--p = (char)('0' + u % 10);
    while (u /= 10);
    if (i < 0)
        *--p = '-';
    return (Value)str_from(p, buffer + sizeof buffer - p);
}

/* In base 8 or 16: `bits` per digit. */
static Value base_text(int64_t i, int bits, const char *prefix)
{
    char buffer[32], *end = buffer + sizeof buffer, *p = end;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;

    do
        *--p = "0123456789abcdef"[u & ((1u << bits) - 1)];
    while (u >>= bits);
    for (int64_t k = (int64_t)strlen(prefix); k-- > 0;)
        *--p = prefix[k];
    if (i < 0)
        *--p = '-';
    return (Value)str_from(p, end - p);
}

static Value int_oct(Value self)
{
    int64_t i = int_value(self);

    return base_text(i, 3, i ? "0" : "");
}

static Value int_hex(Value self)
{
    return base_text(int_value(self), 4, "0x");
}

static Value int_format_method(Value self, const Value *args, Py_ssize nargs)
{
    return format_int(self, args[0]);
}

/* --- arithmetic ----------------------------------------------------------- */

void *err_int_zero_division(void)
{
    return err_format(&exc_ZeroDivisionError,
                      "integer division or modulo by zero");
}

#define OVERFLOW(name, op)                                                     \
    Value int_##name##_overflow(int64_t a, int64_t b)                          \
    {                                                                          \
        return int_from_int128((__int128)a op b);                              \
    }
OVERFLOW(add, +)
OVERFLOW(sub, -)
OVERFLOW(mul, *)
#undef OVERFLOW

static Value floordiv_c(int64_t a, int64_t b)
{
    if (b == 0)
        return err_int_zero_division();
    if (b == -1)
        return int_from_int128(-(__int128)a);
    return value_from_int(int_floordiv_c(a, b));
}

static Value mod_c(int64_t a, int64_t b)
{
    if (b == 0)
        return err_int_zero_division();
    if (b == -1) /* of the least int, CPython answers with a long */
        return a == INT64_MIN ? long_from_int64(0) : tag_int(0);
    return value_from_int(int_mod_c(a, b));
}

static Value divmod_c(int64_t a, int64_t b)
{
    Value q = floordiv_c(a, b);

    return q ? (Value)tuple_pack(2, q, mod_c(a, b)) : NULL;
}

/* Exact while both convert to doubles without rounding. */
static Value truediv_c(int64_t a, int64_t b)
{
    const int64_t exact = (int64_t)1 << 53;

    if (b == 0)
        return err_format(&exc_ZeroDivisionError, "division by zero");
    if (a >= -exact && a <= exact && b >= -exact && b <= exact)
        return value_from_double((double)a / (double)b);
    return long_true_div(value_from_int(a), value_from_int(b));
}

static Value lshift_c(int64_t a, int64_t b)
{
    if (b < 0)
        return err_format(&exc_ValueError, "negative shift count");
    if (a == 0 || b == 0)
        return value_from_int(a);
    if (b < 64 && (int64_t)((uint64_t)a << b) >> b == a)
        return value_from_int((int64_t)((uint64_t)a << b));
    return long_lshift_bits(value_from_int(a), b);
}

static Value rshift_c(int64_t a, int64_t b)
{
    if (b < 0)
        return err_format(&exc_ValueError, "negative shift count");
    return value_from_int(a >> (b > 63 ? 63 : b));
}

#define BINARY(name, result)                                                   \
    static Value int_##name(Value v, Value w)                                  \
    {                                                                          \
        if (!is_int(v) || !is_int(w))                                          \
            return NOT_IMPLEMENTED;                                            \
        int64_t a = int_value(v), b = int_value(w);                            \
        return result;                                                         \
    }
BINARY(add, int_add_overflow(a, b))
BINARY(sub, int_sub_overflow(a, b))
BINARY(mul, int_mul_overflow(a, b))
BINARY(floordiv, floordiv_c(a, b))
BINARY(mod, mod_c(a, b))
BINARY(divmod, divmod_c(a, b))
BINARY(truediv, truediv_c(a, b))
BINARY(lshift, lshift_c(a, b))
BINARY(rshift, rshift_c(a, b))
BINARY(and, value_from_int(a &b))
BINARY(or, value_from_int(a | b))
BINARY(xor, value_from_int(a ^ b))
#undef BINARY

/* Square and multiply.  As in CPython, an intermediate that overflows makes
 * the whole operation one of longs, and so its result a long. */
static bool power_fits(int64_t base, int64_t e, int64_t m, int64_t *result)
{
    int64_t r = 1;

    while (e > 0) {
        if ((e & 1) && base == 0) {
            r = 0;
            break;
        }
        if ((e & 1) && __builtin_mul_overflow(r, base, &r))
            return false;
        e >>= 1;
        if (e == 0)
            break;
        if (__builtin_mul_overflow(base, base, &base))
            return false;
        if (m) {
            r = m == -1 ? 0 : r % m;
            base = m == -1 ? 0 : base % m;
        }
    }
    if (m)
        r = m == -1 ? 0 : int_mod_c(r, m);
    *result = r;
    return true;
}

Value int_power(int64_t a, int64_t b)
{
    int64_t result;

    if (b < 0)
        return float_power_double((double)a, (double)b);
    if (power_fits(a, b, 0, &result))
        return value_from_int(result);
    return long_power(value_from_int(a), value_from_int(b), NONE);
}

static Value int_pow(Value v, Value w, Value z)
{
    int64_t result;

    if (!is_int(v) || !is_int(w))
        return NOT_IMPLEMENTED;
    int64_t a = int_value(v), b = int_value(w);
    if (z == NONE)
        return int_power(a, b);
    if (b < 0)
        return err_format(&exc_TypeError,
                          "pow() 2nd argument cannot be negative when 3rd "
                          "argument specified");
    if (!is_int(z))
        return NOT_IMPLEMENTED;
    if (int_value(z) == 0)
        return err_format(&exc_ValueError, "pow() 3rd argument cannot be 0");
    if (power_fits(a, b, int_value(z), &result))
        return value_from_int(result);
    return long_power(v, w, z);
}

static Value int_neg(Value self)
{
    return int_from_int128(-(__int128)int_value(self));
}

static Value int_abs(Value self)
{
    return int_value(self) < 0 ? int_neg(self) : int_exact(self);
}

static Value int_invert(Value self)
{
    return value_from_int(~int_value(self));
}

static int int_nonzero(Value self)
{
    return int_value(self) != 0;
}

static int64_t int_hash(Value self)
{
    int64_t i = int_value(self);

    return i == -1 ? -2 : i;
}

static int int_compare(Value a, Value b)
{
    int64_t i = int_value(a), j = int_value(b);

    return i < j ? -1 : i > j;
}

static int int_coerce(Value *a, Value *b)
{
    return is_int(*b) ? 0 : 1;
}

static Value int_to_long(Value self)
{
    return long_from_int64(int_value(self));
}

static Value int_to_float(Value self)
{
    return value_from_double((double)int_value(self));
}

/* --- methods -------------------------------------------------------------- */

static Value int_bit_length(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(long_bit_length(self));
}

static Value int_conjugate(Value self, const Value *args, Py_ssize nargs)
{
    return int_exact(self);
}

static Value int_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(1, value_from_int(int_value(self)));
}

static Value int_get_zero(Value self)
{
    return tag_int(0);
}

static Value int_get_one(Value self)
{
    return tag_int(1);
}

static const GetSetDef int_getsets[] = {
    {"real", int_exact, NULL, "the number itself"},
    {"imag", int_get_zero, NULL, "always 0"},
    {"numerator", int_exact, NULL, "the number itself, as a fraction over 1"},
    {"denominator", int_get_one, NULL, "always 1"},
    {0}};

static const NativeDef int_methods[] = {
#include "methods_table.h"
#include "int.def"
#include "methods_end.h"
    {0}};

PyType int_type = {
    .head.type = &type_type,
    .name = "int",
    .doc = "int(x=0) -> int or long\nint(x, base=10) -> int or long\n\n"
           "The whole part of a number, or the number of a text.",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_INT,
    .basic_size = sizeof(PyInt),
    .methods = int_methods,
    .getsets = int_getsets,
    .repr = int_repr,
    .str = int_repr,
    .hash = int_hash,
    .compare = int_compare,
    .new_instance = int_new,
    .binary = {[BIN_add] = int_add,
               [BIN_sub] = int_sub,
               [BIN_mul] = int_mul,
               [BIN_div] = int_floordiv,
               [BIN_floordiv] = int_floordiv,
               [BIN_truediv] = int_truediv,
               [BIN_mod] = int_mod,
               [BIN_divmod] = int_divmod,
               [BIN_lshift] = int_lshift,
               [BIN_rshift] = int_rshift,
               [BIN_and] = int_and,
               [BIN_xor] = int_xor,
               [BIN_or] = int_or},
    .power = int_pow,
    .unary = {[UN_neg] = int_neg,
              [UN_pos] = int_exact,
              [UN_invert] = int_invert,
              [UN_abs] = int_abs},
    .nonzero = int_nonzero,
    .to_int = int_exact,
    .to_long = int_to_long,
    .to_float = int_to_float,
    .to_oct = int_oct,
    .to_hex = int_hex,
    .index = int_exact,
    .coerce = int_coerce,
};
