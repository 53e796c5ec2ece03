/* float: doubles, mostly immediates (see value.h).  Arithmetic with ints and
 * longs converts them; comparisons with them are exact. */
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>

#include "errors.h"
#include "number.h"
#include "numformat.h"
#include "instance.h"
#include "float_hex.h"
#include "float_text.h"
#include "long.h"
#include "unicode.h"

#include "methods_declare.h"
#include "float.def"
#include "methods_end.h"

static inline bool is_float(Value v)
{
    return is_tagged_float(v) || has_type_flag(v, TYPE_FLOAT);
}

/* --- construction --------------------------------------------------------- */

static Value float_new(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"x"};
    Value x;

    if (args_parse("float", args, nargs, kwnames, names, 0, 1, &x) < 0)
        return NULL;
    Value v = x ? num_float(x) : value_from_double(0.0);
    if (!v || type == &float_type)
        return v;
    PyFloat *self = instance_new(type);
    if (self)
        self->value = float_value(v);
    return (Value)self;
}

static Value float_exact(Value self)
{
    return is_tagged_float(self) || type_of(self) == &float_type
               ? self
               : value_from_double(float_value(self));
}

static PyStr *literal_message(const Value about[2])
{
    return str_format_c("could not convert string to float: %.200s",
                        str_data((PyStr *)about[0]));
}

Value float_from_string(const char *s, Py_ssize length)
{
    char room[64];
    const char *p = room, *last, *end;

    if (length < (Py_ssize)sizeof room) { /* a zero-ended copy */
        memcpy(room, s, (size_t)length);
        room[length] = 0;
    } else {
        PyStr *copy = str_from(s, length);

        if (!copy)
            return NULL;
        p = str_data(copy);
    }
    last = p + length;

    while (is_ascii_space(*p))
        p++;
    while (p < last - 1 && is_ascii_space(last[-1]))
        last--;
    double d = float_scan(p, &end);
    if (end == p)
        return err_later(&exc_ValueError, literal_message, (Value)str_from_c(p),
                         NULL);
    if (end != last)
        return err_format(&exc_ValueError,
                          "invalid literal for float(): %.200s", p);
    return value_from_double(d);
}

/* --- text ----------------------------------------------------------------- */

static Value text_value(double d, char code, int precision)
{
    Py_ssize n;
    char room[FLOAT_ROOM];
    char *text = float_text_in(room, d, code, precision, FLOAT_ADD_DOT_0, &n);

    return text ? (Value)str_from(text, n) : NULL;
}

static Value float_repr(Value self)
{
    return text_value(float_value(self), 'r', 0);
}

static Value float_str(Value self)
{
    return text_value(float_value(self), 'g', 12);
}

static Value float_format_method(Value self, const Value *args, Py_ssize nargs)
{
    return format_float(self, args[0]);
}

/* --- operands ------------------------------------------------------------- */

/* 1 converted, 0 not a real number, -1 OverflowError. */
static int to_double(Value v, double *d)
{
    if (is_float(v)) {
        *d = float_value(v);
        return 1;
    }
    if (is_int(v)) {
        *d = (double)int_value(v);
        return 1;
    }
    if (!is_long(v))
        return 0;
    *d = long_as_double(v);
    return *d == -1.0 && err_pending() ? -1 : 1;
}

/* NULL when both are converted; else what the slot returns, with the
 * exception pending when that is also NULL. */
static bool convert_pair(Value v, Value w, double *a, double *b, Value *early)
{
    int done = to_double(v, a);

    if (done == 1)
        done = to_double(w, b);
    *early = done == 0 ? NOT_IMPLEMENTED : NULL;
    return done == 1;
}

static Value zero_division(const char *text)
{
    return err_format(&exc_ZeroDivisionError, "%s", text);
}

void float_divmod_double(double a, double b, double *quotient, double *mod)
{
    double m = fmod(a, b);
    double q = (a - m) / b;

    if (m == 0) {
        m = copysign(0.0, b);
    } else if ((b < 0) != (m < 0)) {
        m += b;
        q -= 1.0;
    }
    *mod = m;
    if (q == 0) {
        *quotient = copysign(0.0, a / b);
        return;
    }
    *quotient = floor(q);
    if (q - *quotient > 0.5)
        *quotient += 1.0;
}

static Value divide(double a, double b)
{
    return b == 0 ? zero_division("float division by zero")
                  : value_from_double(a / b);
}

static Value modulo(double a, double b)
{
    double q, m;

    if (b == 0)
        return zero_division("float modulo");
    float_divmod_double(a, b, &q, &m);
    return value_from_double(m);
}

static Value floor_divide(double a, double b)
{
    double q, m;

    if (b == 0)
        return zero_division("float divmod()");
    float_divmod_double(a, b, &q, &m);
    return value_from_double(q);
}

static Value divmod_pair(double a, double b)
{
    double q, m;

    if (b == 0)
        return zero_division("float divmod()");
    float_divmod_double(a, b, &q, &m);
    return (Value)tuple_pack(2, value_from_double(q), value_from_double(m));
}

#define BINARY(name, result)                                                   \
    static Value float_##name(Value v, Value w)                                \
    {                                                                          \
        double a, b;                                                           \
        Value early;                                                           \
                                                                               \
        if (!convert_pair(v, w, &a, &b, &early))                               \
            return early;                                                      \
        return result;                                                         \
    }
BINARY(add, value_from_double(a + b))
BINARY(sub, value_from_double(a - b))
BINARY(mul, value_from_double(a *b))
BINARY(div, divide(a, b))
BINARY(mod, modulo(a, b))
BINARY(floordiv, floor_divide(a, b))
BINARY(divmod, divmod_pair(a, b))
#undef BINARY

/* --- power ---------------------------------------------------------------- */

/* C99's pow for infinities, nan and zero bases; false: ordinary operands. */
static bool power_special(double x, double y, double *result)
{
    bool odd = fmod(fabs(y), 2.0) == 1.0;

    if (y == 0 || x == 1.0)
        *result = 1.0;
    else if (isnan(x))
        *result = x;
    else if (isnan(y))
        *result = y;
    else if (isinf(y))
        *result = fabs(x) == 1.0               ? 1.0
                  : (y > 0) == (fabs(x) > 1.0) ? INFINITY
                                               : 0.0;
    else if (isinf(x) && y > 0)
        *result = odd ? x : fabs(x);
    else if (isinf(x))
        *result = odd ? copysign(0.0, x) : 0.0;
    else if (x == 0 && y > 0)
        *result = odd ? x : 0.0;
    else
        return false;
    return true;
}

static Value errno_overflow(void)
{
    Value args[] = {tag_int(ERANGE), (Value)str_from_c(strerror(ERANGE))};
    Value e = op_call((Value)&exc_OverflowError, args, 2, NULL);

    if (e)
        err_raise((Value)&exc_OverflowError, e, NULL);
    return NULL;
}

Value float_power_double(double x, double y)
{
    double result;

    if (power_special(x, y, &result))
        return value_from_double(result);
    if (x == 0)
        return zero_division("0.0 cannot be raised to a negative power");
    bool negate = false;
    if (x < 0) {
        if (y != floor(y))
            return err_format(&exc_ValueError,
                              "negative number cannot be raised to a "
                              "fractional power");
        x = -x;
        negate = fmod(fabs(y), 2.0) == 1.0;
    }
    result = x == 1.0 ? 1.0 : pow(x, y);
    if (isinf(result))
        return errno_overflow();
    return value_from_double(negate ? -result : result);
}

static Value float_pow(Value v, Value w, Value z)
{
    double a, b;
    Value early;

    if (z != NONE)
        return err_format(&exc_TypeError,
                          "pow() 3rd argument not allowed unless all "
                          "arguments are integers");
    if (!convert_pair(v, w, &a, &b, &early))
        return early;
    return float_power_double(a, b);
}

/* --- the other slots ------------------------------------------------------ */

static Value float_neg(Value self)
{
    return value_from_double(-float_value(self));
}

static Value float_abs(Value self)
{
    return value_from_double(fabs(float_value(self)));
}

static int float_nonzero(Value self)
{
    return float_value(self) != 0;
}

/* Integral values hash as ints and longs do; others mix mantissa and
 * exponent. */
int64_t float_hash_double(double d)
{
    double whole;
    int e;

    if (!isfinite(d))
        return isnan(d) ? 0 : d > 0 ? 314159 : -271828;
    if (modf(d, &whole) == 0) {
        if (d > -0x1p63 && d < 0x1p63)
            return (int64_t)d == -1 ? -2 : (int64_t)d;
        return long_hash(long_from_double(d));
    }
    double m = frexp(d, &e) * 0x1p31;
    int64_t high = (int64_t)m;
    m = (m - (double)high) * 0x1p31;
    int64_t hash = high + (int64_t)m + (int64_t)e * 32768;
    return hash == -1 ? -2 : hash;
}

static int64_t float_hash(Value self)
{
    return float_hash_double(float_value(self));
}

static bool order_holds(CompareOp op, int order)
{
    switch (op) {
    case CMP_lt:
        return order < 0;
    case CMP_le:
        return order <= 0;
    case CMP_eq:
        return order == 0;
    case CMP_ne:
        return order != 0;
    case CMP_gt:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* d op w for an int or long w. */
static bool compare_integer(CompareOp op, double d, Value w)
{
    if (isnan(d))
        return op == CMP_ne;
    return order_holds(op, -long_compare_double(w, d));
}

static bool compare_doubles(CompareOp op, double a, double b)
{
    if (isnan(a) || isnan(b))
        return op == CMP_ne;
    return order_holds(op, a < b ? -1 : a > b);
}

static Value float_rich_compare(Value a, Value b, CompareOp op)
{
    double d = float_value(a);

    if (is_float(b))
        return value_from_bool(compare_doubles(op, d, float_value(b)));
    if (is_integer(b))
        return value_from_bool(compare_integer(op, d, b));
    return NOT_IMPLEMENTED;
}

static int float_coerce(Value *a, Value *b)
{
    double d;

    if (is_float(*b))
        return 0;
    int done = to_double(*b, &d);
    if (done == 1)
        *b = value_from_double(d);
    return done == 1 ? 0 : done == 0 ? 1 : -1;
}

static Value float_to_int(Value self)
{
    return int_from_double(float_value(self));
}

static Value float_to_long(Value self)
{
    return long_from_double(float_value(self));
}

/* --- rounding ------------------------------------------------------------- */

/* The number of binary digits after the point. */
static int fraction_bits(double x)
{
    int e, bits = 0;
    double m = frexp(x, &e);

    while (m != floor(m)) {
        m *= 2;
        bits++;
    }
    return bits - e;
}

/* x lies exactly between two decimals: with n places after the point that
 * takes n + 1 binary ones. */
static bool is_halfway(double x, int ndigits)
{
    if (ndigits >= 0)
        return fraction_bits(x) == ndigits + 1;
    if (ndigits < -22)
        return false;
    double unit = pow(10, -ndigits);
    return fmod(x, unit) == unit / 2;
}

/* Digits of a halfway case, which end in a 5 one place further on, rounded
 * away from zero there. */
static void round_half_up(Digits *d)
{
    int i = --d->count;

    while (i > 0 && d->text[i - 1] == '9')
        i--;
    if (i > 0) {
        d->text[i - 1]++;
    } else {
        d->text[i++] = '1';
        d->point++;
    }
    d->count = i;
    d->text[i] = 0;
}

/* The usual case: a * 10^n is product + error exactly, below 2^52 and so
 * rounded to a whole number without loss; that by 10^n, both exact, is the
 * double nearest to the decimal. */
static bool round_short(double a, int n, double *out)
{
    double unit, product, error, whole, above;

    if (n < 0 || n > 22)
        return false;
    unit = float_power_of_ten(n);
    product = a * unit;
    if (!(product < 0x1p52) || a < 0x1p-900)
        return false;
    error = fma(a, unit, -product);
    whole = floor(product);
    above = product - whole - 0.5;
    if (above > 0 || (above == 0 && error >= 0))
        whole++;
    *out = whole / unit;
    return true;
}

Value float_round(double x, int ndigits)
{
    Digits digits;
    double a = fabs(x);

    if (!isfinite(x) || x == 0 || ndigits > 323)
        return value_from_double(x);
    if (round_short(a, ndigits, &a))
        return value_from_double(copysign(a, x));
    if (ndigits < -308)
        return value_from_double(copysign(0.0, x));
    if (is_halfway(a, ndigits)) {
        float_digits(a, DIGITS_fraction, ndigits + 1, &digits);
        round_half_up(&digits);
    } else {
        float_digits(a, DIGITS_fraction, ndigits, &digits);
    }
    PyStr *text = str_format_c("0.%se%d", digits.text, digits.point);
    const char *end;
    if (!text)
        return NULL;
    a = digits.count ? float_scan(str_data(text), &end) : 0.0;
    if (isinf(a))
        return err_format(&exc_OverflowError,
                          "rounded value too large to represent");
    return value_from_double(copysign(a, x));
}

/* --- bytes ---------------------------------------------------------------- */

static void copy_bytes(unsigned char *to, const unsigned char *from, int n,
                       bool little)
{
    for (int i = 0; i < n; i++)
        to[i] = from[little ? i : n - 1 - i];
}

int float_pack4(double d, unsigned char *p, bool little)
{
    float f = (float)d;

    if (isinf(f) && isfinite(d)) {
        err_format(&exc_OverflowError, "float too large to pack with f format");
        return -1;
    }
    copy_bytes(p, (const unsigned char *)&f, 4, little);
    return 0;
}

void float_pack8(double d, unsigned char *p, bool little)
{
    copy_bytes(p, (const unsigned char *)&d, 8, little);
}

double float_unpack4(const unsigned char *p, bool little)
{
    float f;

    copy_bytes((unsigned char *)&f, p, 4, little);
    return f;
}

double float_unpack8(const unsigned char *p, bool little)
{
    double d;

    copy_bytes((unsigned char *)&d, p, 8, little);
    return d;
}

/* --- methods -------------------------------------------------------------- */

static Value float_as_integer_ratio(Value self, const Value *args,
                                    Py_ssize nargs)
{
    double d = float_value(self);
    int e;

    if (isinf(d))
        return err_format(&exc_OverflowError, "Cannot pass infinity to "
                                              "float.as_integer_ratio.");
    if (isnan(d))
        return err_format(&exc_ValueError, "Cannot pass NaN to "
                                           "float.as_integer_ratio.");
    double m = frexp(d, &e);
    while (m != floor(m)) {
        m *= 2;
        e--;
    }
    Value numerator = long_from_double(m), denominator = tag_int(1);
    if (numerator && e > 0)
        numerator = long_lshift_bits(numerator, e);
    if (e < 0)
        denominator = long_lshift_bits(denominator, -e);
    if (!numerator || !denominator)
        return NULL;
    return (Value)tuple_pack(2, int_from_long(numerator),
                             int_from_long(denominator));
}

static Value float_conjugate(Value self, const Value *args, Py_ssize nargs)
{
    return float_exact(self);
}

static Value float_hex(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)float_to_hex(float_value(self));
}

static Value float_is_integer(Value self, const Value *args, Py_ssize nargs)
{
    double d = float_value(self);

    return value_from_bool(isfinite(d) && floor(d) == d);
}

static Value float_trunc(Value self, const Value *args, Py_ssize nargs)
{
    return float_to_int(self);
}

static Value float_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(1, value_from_double(float_value(self)));
}

static Value float_fromhex(Value cls, const Value *args, Py_ssize nargs)
{
    Value text = args[0];
    double d;

    if (has_type_flag(text, TYPE_UNICODE))
        text = (Value)unicode_as_str((PyUnicode *)text);
    else if (!is_str(text))
        return err_format(&exc_TypeError,
                          "expected string or Unicode object, %.200s found",
                          type_name_of(text));
    if (!text)
        return NULL;
    Span span = str_span(text);
    if (!float_from_hex(span.data, span.length, &d))
        return NULL;
    Value v = value_from_double(d);
    return cls == (Value)&float_type ? v : op_call(cls, &v, 1, NULL);
}

/* "double" or "float", else NULL with the exception of function `name`. */
static const char *format_kind(const char *name, Value v)
{
    if (is_str(v)) {
        const char *kind = str_data((PyStr *)v);
        if (strcmp(kind, "double") == 0 || strcmp(kind, "float") == 0)
            return kind;
    }
    return err_format(&exc_ValueError,
                      "%s() argument 1 must be 'double' or 'float'", name);
}

/* What __setformat__ said; kind is that of format_kind. */
static _Atomic bool unknown_double, unknown_float;

static _Atomic bool *unknown_flag(const char *kind)
{
    return *kind == 'd' ? &unknown_double : &unknown_float;
}

bool float_has_specials(bool is_double)
{
    return !atomic_load_explicit(is_double ? &unknown_double : &unknown_float,
                                 memory_order_relaxed);
}

static Value float_getformat(Value cls, const Value *args, Py_ssize nargs)
{
    if (!is_str(args[0]))
        return err_format(&exc_TypeError,
                          "__getformat__() argument must be string, not "
                          "%.500s",
                          type_name_of(args[0]));
    const char *kind = format_kind("__getformat__", args[0]);
    if (!kind)
        return NULL;
    return (Value)str_from_c(*unknown_flag(kind) ? "unknown"
                                                 : "IEEE, little-endian");
}

/* Only the formats that are in use anyway can be set. */
static Value float_setformat(Value cls, const Value *args, Py_ssize nargs)
{
    const char *kind = arg_name("__setformat__", 1, args[0]);
    const char *format = kind ? arg_name("__setformat__", 2, args[1]) : NULL;

    if (!format || !format_kind("__setformat__", args[0]))
        return NULL;
    if (strcmp(format, "unknown") != 0 &&
        strcmp(format, "IEEE, little-endian") != 0 &&
        strcmp(format, "IEEE, big-endian") != 0)
        return err_format(&exc_ValueError,
                          "__setformat__() argument 2 must be 'unknown', "
                          "'IEEE, little-endian' or 'IEEE, big-endian'");
    if (strcmp(format, "IEEE, big-endian") == 0)
        return err_format(&exc_ValueError,
                          "can only set %s format to 'unknown' or the "
                          "detected platform value",
                          kind);
    *unknown_flag(kind) = strcmp(format, "unknown") == 0;
    return NONE;
}

static Value float_get_imag(Value self)
{
    return value_from_double(0.0);
}

static const GetSetDef float_getsets[] = {
    {"real", float_exact, NULL, "the number itself"},
    {"imag", float_get_imag, NULL, "always 0"},
    {0}};

static const NativeDef float_methods[] = {
#include "methods_table.h"
#include "float.def"
#include "methods_end.h"
    {0}};

PyType float_type = {
    .head.type = &type_type,
    .name = "float",
    .doc = "float(x) -> floating point number\n\nThe number of a text or "
           "of another number.",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_FLOAT,
    .basic_size = sizeof(PyFloat),
    .methods = float_methods,
    .getsets = float_getsets,
    .repr = float_repr,
    .str = float_str,
    .hash = float_hash,
    .rich_compare = float_rich_compare,
    .new_instance = float_new,
    .binary = {[BIN_add] = float_add,
               [BIN_sub] = float_sub,
               [BIN_mul] = float_mul,
               [BIN_div] = float_div,
               [BIN_truediv] = float_div,
               [BIN_floordiv] = float_floordiv,
               [BIN_mod] = float_mod,
               [BIN_divmod] = float_divmod},
    .power = float_pow,
    .unary =
        {[UN_neg] = float_neg, [UN_pos] = float_exact, [UN_abs] = float_abs},
    .nonzero = float_nonzero,
    .to_int = float_to_int,
    .to_long = float_to_long,
    .to_float = float_exact,
    .coerce = float_coerce,
};
