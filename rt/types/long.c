/* The long type: constructor, slots and methods over long_arith.c and
 * long_convert.c. */
#include "number.h"
#include "numformat.h"
#include "instance.h"
#include "long.h"
#include "str.h"

#include "methods_declare.h"
#include "long.def"
#include "methods_end.h"

/* --- construction --------------------------------------------------------- */

static Value long_from_text_base(Value x, Value base_value)
{
    int base;
    Span text;

    if (!value_as_int32(base_value, &base))
        return NULL;
    if (has_type_flag(x, TYPE_UNICODE))
        return num_int_from_unicode(x, base, true);
    if (!is_str(x))
        return err_format(&exc_TypeError,
                          "long() can't convert non-string with explicit base");
    text = str_span(x);
    if (memchr(text.data, 0, (size_t)text.length)) {
        Value shown = op_repr(x);
        return shown ? err_format(&exc_ValueError,
                                  "invalid literal for long() with base %d: %s",
                                  base, str_data((PyStr *)shown))
                     : NULL;
    }
    return long_from_string(text.data, text.length, base);
}

static Value long_construct(const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"x", "base"};
    Value v[2];

    if (args_parse("long", args, nargs, kwnames, names, 0, 2, v) < 0)
        return NULL;
    if (!v[0] && v[1])
        return err_format(&exc_TypeError, "long() missing string argument");
    if (!v[0])
        return long_from_int64(0);
    return v[1] ? long_from_text_base(v[0], v[1]) : num_long(v[0]);
}

static Value long_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Value v = long_construct(args, nargs, kwnames);
    LongView w;

    if (!v || type == &long_type)
        return v;
    long_view(v, &w);
    PyLong *self =
        instance_new_sized(type, sizeof(PyLong) + (size_t)w.n * sizeof *w.p);
    if (!self)
        return NULL;
    if (w.n)
        mpn_copyi(self->limbs, w.p, w.n);
    self->size = w.negative ? -w.n : w.n;
    return (Value)self;
}

static Value long_exact(Value self)
{
    LongView w;

    if (type_of(self) == &long_type)
        return self;
    long_view(self, &w);
    return long_from_limbs(w.p, w.n, w.negative);
}

/* --- text ----------------------------------------------------------------- */

static Value long_repr(Value self)
{
    return (Value)long_to_str(self, 10, "", "L");
}

static Value long_str(Value self)
{
    return (Value)long_to_str(self, 10, "", "");
}

static Value long_oct(Value self)
{
    return (Value)long_to_str(self, 8, long_sign(self) ? "0" : "", "L");
}

static Value long_hex(Value self)
{
    return (Value)long_to_str(self, 16, "0x", "L");
}

static Value long_format_method(Value self, const Value *args, Py_ssize nargs)
{
    return format_int(self, args[0]);
}

/* --- slots ---------------------------------------------------------------- */

static Value floordiv(Value a, Value b)
{
    Value q;

    return long_divmod(a, b, &q, NULL) ? q : NULL;
}

static Value modulo(Value a, Value b)
{
    Value r;

    return long_divmod(a, b, NULL, &r) ? r : NULL;
}

static Value divmod_pair(Value a, Value b)
{
    Value q, r;

    return long_divmod(a, b, &q, &r) ? (Value)tuple_pack(2, q, r) : NULL;
}

#define BINARY(name, result)                                                   \
    static Value long_##name##_slot(Value a, Value b)                          \
    {                                                                          \
        if (!is_integer(a) || !is_integer(b))                                  \
            return NOT_IMPLEMENTED;                                            \
        return result;                                                         \
    }
BINARY(add, long_add(a, b))
BINARY(sub, long_sub(a, b))
BINARY(mul, long_mul(a, b))
BINARY(floordiv, floordiv(a, b))
BINARY(mod, modulo(a, b))
BINARY(divmod, divmod_pair(a, b))
BINARY(truediv, long_true_div(a, b))
BINARY(lshift, long_lshift(a, b))
BINARY(rshift, long_rshift(a, b))
BINARY(and, long_bitwise(BIN_and, a, b))
BINARY(or, long_bitwise(BIN_or, a, b))
BINARY(xor, long_bitwise(BIN_xor, a, b))
#undef BINARY

static Value long_pow(Value a, Value b, Value mod_or_none)
{
    if (!is_integer(a) || !is_integer(b) ||
        (mod_or_none != NONE && !is_integer(mod_or_none)))
        return NOT_IMPLEMENTED;
    return long_power(a, b, mod_or_none);
}

static Value long_abs(Value self)
{
    return long_sign(self) < 0 ? long_neg(self) : long_exact(self);
}

static int long_nonzero(Value self)
{
    return long_sign(self) != 0;
}

static int long_coerce(Value *a, Value *b)
{
    if (is_int(*b)) {
        *b = long_from_int64(int_value(*b));
        return *b ? 0 : -1;
    }
    return is_long(*b) ? 0 : 1;
}

static Value long_to_float(Value self)
{
    double d = long_as_double(self);

    return d == -1.0 && err_pending() ? NULL : value_from_double(d);
}

/* --- methods -------------------------------------------------------------- */

static Value long_bit_length_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    return tag_int(long_bit_length(self));
}

static Value long_conjugate(Value self, const Value *args, Py_ssize nargs)
{
    return long_exact(self);
}

static Value long_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    LongView w;

    long_view(self, &w);
    return (Value)tuple_pack(1, long_from_limbs(w.p, w.n, w.negative));
}

static Value long_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size = ((PyLong *)self)->size;

    return tag_int((int64_t)sizeof(PyLong) + (size < 0 ? -size : size) * 8);
}

static Value long_get_zero(Value self)
{
    return long_from_int64(0);
}

static Value long_get_one(Value self)
{
    return long_from_int64(1);
}

static const GetSetDef long_getsets[] = {
    {"real", long_exact, NULL, "the number itself"},
    {"imag", long_get_zero, NULL, "always 0"},
    {"numerator", long_exact, NULL, "the number itself, as a fraction over 1"},
    {"denominator", long_get_one, NULL, "always 1"},
    {0}};

static const NativeDef long_methods[] = {
#include "methods_table.h"
#include "long.def"
#include "methods_end.h"
    {0}};

PyType long_type = {
    .head.type = &type_type,
    .name = "long",
    .doc = "long(x=0) -> long\nlong(x, base=10) -> long\n\nThe same as int(), "
           "but always a long.",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_LONG | TYPE_VAR_SIZE,
    .basic_size = sizeof(PyLong),
    .item_size = sizeof(mp_limb_t),
    .methods = long_methods,
    .getsets = long_getsets,
    .repr = long_repr,
    .str = long_str,
    .hash = long_hash,
    .compare = long_compare,
    .new_instance = long_new,
    .binary = {[BIN_add] = long_add_slot,
               [BIN_sub] = long_sub_slot,
               [BIN_mul] = long_mul_slot,
               [BIN_div] = long_floordiv_slot,
               [BIN_floordiv] = long_floordiv_slot,
               [BIN_truediv] = long_truediv_slot,
               [BIN_mod] = long_mod_slot,
               [BIN_divmod] = long_divmod_slot,
               [BIN_lshift] = long_lshift_slot,
               [BIN_rshift] = long_rshift_slot,
               [BIN_and] = long_and_slot,
               [BIN_xor] = long_xor_slot,
               [BIN_or] = long_or_slot},
    .power = long_pow,
    .unary = {[UN_neg] = long_neg,
              [UN_pos] = long_exact,
              [UN_invert] = long_invert,
              [UN_abs] = long_abs},
    .nonzero = long_nonzero,
    .to_int = int_from_long,
    .to_long = long_exact,
    .to_float = long_to_float,
    .to_oct = long_oct,
    .to_hex = long_hex,
    .index = long_exact,
    .coerce = long_coerce,
};
