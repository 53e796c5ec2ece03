/* The type _decimal.Number, base of decimal.Decimal: operators, methods, and
 * the conversion of operands; see decimal.h. */
#include "decimal_number.h"
#include "instance.h"
#include "list.h"
#include "long.h"
#include "number.h"
#include "tuple.h"
#include "unicode.h"

#include "methods_declare.h"
#include "decimal.def"
#include "methods_end.h"

PyType *decimal_class;

#define SELF dec_of(self)

Value dec_value_of(PyType *type, Dec d)
{
    PyDecimal *p;

    if (!d.coeff)
        return NULL;
    if (d.exp > DEC_EXP_MAX || d.exp < -DEC_EXP_MAX)
        return err_format(&exc_OverflowError,
                          "exponent of a Decimal out of range");
    p = instance_new(type);
    if (!p)
        return NULL;
    p->d = d;
    return (Value)p;
}

Value dec_value(Dec d)
{
    return dec_value_of(decimal_class ? decimal_class : &decimal_number_type,
                        d);
}

/* --- operands ------------------------------------------------------------- */

int dec_operand(Value v, bool allow_float, Dec *out)
{
    if (is_decimal(v)) {
        *out = *dec_of(v);
        return 1;
    }
    if (is_integer(v))
        *out = dec_from_integer(v);
    else if (allow_float && has_type_flag(v, TYPE_FLOAT))
        *out = dec_from_double(value_as_double(v));
    else
        return 0;
    return out->coeff ? 1 : -1;
}

bool dec_needed(Value v, Dec *out)
{
    int known = dec_operand(v, false, out);
    PyStr *text;

    if (known)
        return known > 0;
    text = (PyStr *)op_str(v);
    if (text)
        err_format(&exc_TypeError, "Unable to convert %s to Decimal",
                   text->data);
    return false;
}

/* d as a value; v itself if that is a Decimal of the same. */
static Value same_value(Value v, Dec d)
{
    return type_of(v) == decimal_class ? v : dec_value(d);
}

/* --- making Decimals ------------------------------------------------------ */

static Value bad_literal(Value text, Value context)
{
    PyStr *repr = (PyStr *)op_repr(text);
    Context c;

    if (!repr || !context_load(context, &c) ||
        context_signal_value(
            &c, SIG_ConversionSyntax,
            (Value)str_format_c("Invalid literal for Decimal: %s",
                                repr->data)) < 0)
        return NULL;
    return dec_value(dec_special(DEC_qnan, false));
}

static Value from_text(PyType *type, Value text, Value context)
{
    PyStr *s = (PyStr *)text;
    Dec d;

    if (is_unicode(text)) {
        s = unicode_as_decimal((PyUnicode *)text);
        if (!s) {
            err_clear();
            return bad_literal(text, context);
        }
    }
    if (dec_parse(s->data, s->length, &d))
        return dec_value_of(type, d);
    return err_pending() ? NULL : bad_literal(text, context);
}

/* The digits of a triple as a coefficient. */
static Value triple_digits(Value digits)
{
    PyTuple *t = op_tuple(digits);
    StrBuilder b = {0};

    if (!t || sb_putc(&b, '0') < 0)
        return NULL;
    for (int64_t i = 0; i < t->length; i++) {
        int64_t n = -1;

        if (!is_integer(t->items[i]) || !long_fits_int64(t->items[i], &n) ||
            n < 0 || n > 9)
            return err_format(&exc_ValueError,
                              "The second value in the tuple must be composed "
                              "of integers in the range 0 through 9.");
        if (sb_putc(&b, (char)('0' + n)) < 0)
            return NULL;
    }
    return coeff_from_text(b.text->data, b.length);
}

/* The kind that a triple's exponent names; DEC_finite: none. */
static DecKind named_kind(Value v)
{
    Span s;

    if (is_unicode(v))
        v = (Value)unicode_as_str((PyUnicode *)v);
    if (!v)
        err_clear();
    if (!v || !is_str(v))
        return DEC_finite;
    s = str_span(v);
    if (s.length != 1)
        return DEC_finite;
    return *s.data == 'F'   ? DEC_inf
           : *s.data == 'n' ? DEC_qnan
           : *s.data == 'N' ? DEC_snan
                            : DEC_finite;
}

static Value from_triple(PyType *type, PyTuple *t)
{
    int64_t sign = -1, exp = 0;
    DecKind kind;
    Dec d;

    if (t->length != 3)
        return err_format(&exc_ValueError,
                          "Invalid tuple size in creation of Decimal from list "
                          "or tuple.  The list or tuple should have exactly "
                          "three elements.");
    if (!is_integer(t->items[0]) || !long_fits_int64(t->items[0], &sign) ||
        (sign != 0 && sign != 1))
        return err_format(&exc_ValueError,
                          "Invalid sign.  The first value in the tuple should "
                          "be an integer; either 0 for a positive number or 1 "
                          "for a negative number.");
    kind = named_kind(t->items[2]);
    if (kind == DEC_inf)
        return dec_value_of(type, dec_special(DEC_inf, sign));
    d = dec_make(sign, triple_digits(t->items[1]), 0);
    d.kind = kind;
    if (!d.coeff)
        return NULL;
    if (kind != DEC_finite)
        return dec_value_of(type, d);
    if (!is_integer(t->items[2]))
        return err_format(&exc_ValueError,
                          "The third value in the tuple must be an integer, or "
                          "one of the strings 'F', 'n', 'N'.");
    if (!long_fits_int64(t->items[2], &exp))
        exp = DEC_EXP_MAX + 1;
    d.exp = exp;
    return dec_value_of(type, d);
}

static Value number_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"value", "context", NULL};
    Value v[2];
    Dec d;
    PyStr *repr;

    if (args_parse("__new__", args, nargs, kwnames, names, 0, 2, v) < 0)
        return NULL;
    if (!v[0])
        return dec_value_of(type, dec_make(false, tag_int(0), 0));
    if (has_type_flag(v[0], TYPE_STR | TYPE_UNICODE))
        return from_text(type, v[0], v[1]);
    if (dec_operand(v[0], true, &d))
        return dec_value_of(type, d);
    if (has_type_flag(v[0], TYPE_LIST))
        return from_triple(type, list_as_tuple((PyList *)v[0]));
    if (has_type_flag(v[0], TYPE_TUPLE))
        return from_triple(type, (PyTuple *)v[0]);
    repr = (PyStr *)op_repr(v[0]);
    return repr ? err_format(&exc_TypeError, "Cannot convert %s to Decimal",
                             repr->data)
                : NULL;
}

/* --- operators ------------------------------------------------------------ */

static Value binary(Value a, Value b, DecBinary *op)
{
    Context c;
    Dec x, y;
    int known = dec_operand(a, false, &x);

    if (known > 0)
        known = dec_operand(b, false, &y);
    if (known <= 0)
        return known ? NULL : NOT_IMPLEMENTED;
    return context_load(NULL, &c) ? dec_value(op(&x, &y, &c)) : NULL;
}

#define BINARY(name)                                                           \
    static Value number_##name(Value a, Value b)                               \
    {                                                                          \
        return binary(a, b, dec_##name);                                       \
    }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(div)
BINARY(floordiv)
BINARY(mod)

Value dec_divmod_value(const Dec *x, const Dec *y, const Context *c)
{
    Value q, r;
    Dec quotient, rest;

    if (!dec_divmod(x, y, c, &quotient, &rest))
        return NULL;
    q = dec_value(quotient);
    r = dec_value(rest);
    return q && r ? tuple_pair(q, r) : NULL;
}

static Value number_divmod(Value a, Value b)
{
    Context c;
    Dec x, y;
    int known = dec_operand(a, false, &x);

    if (known > 0)
        known = dec_operand(b, false, &y);
    if (known <= 0)
        return known ? NULL : NOT_IMPLEMENTED;
    return context_load(NULL, &c) ? dec_divmod_value(&x, &y, &c) : NULL;
}

static Value unary(Value self, Value context, DecUnary *op)
{
    Context c;

    return context_load(context, &c) ? dec_value(op(SELF, &c)) : NULL;
}

static Value number_neg(Value self)
{
    return unary(self, NULL, dec_minus);
}

static Value number_pos(Value self)
{
    return unary(self, NULL, dec_plus);
}

static Value number_abs(Value self)
{
    return unary(self, NULL, dec_abs);
}

static int number_nonzero(Value self)
{
    return !dec_is_zero(SELF);
}

static int64_t number_hash(Value self)
{
    return dec_hash(SELF);
}

static Value number_int(Value self)
{
    return dec_as_integer(SELF);
}

static Value number_long(Value self)
{
    Value v = dec_as_integer(SELF);

    return v && !is_long(v) ? long_from_int64(value_as_int64(v)) : v;
}

static Value number_float(Value self)
{
    return dec_as_float(SELF);
}

static Value number_str(Value self)
{
    return (Value)dec_text(SELF, false, NULL);
}

static Value number_repr(Value self)
{
    PyStr *s = (PyStr *)op_str(self);

    return s ? (Value)str_format_c("Decimal('%s')", s->data) : NULL;
}

/* --- comparison ----------------------------------------------------------- */

/* A comparison with a NaN: -1 if it is an error. */
static int signal_order_of_nan(const Dec *x, const Dec *y, const Context *c)
{
    bool signalling = x->kind == DEC_snan || y->kind == DEC_snan;

    return context_signal(c, SIG_InvalidOperation,
                          signalling ? "comparison involving sNaN"
                                     : "comparison involving NaN");
}

static Value compare_nan(const Dec *x, const Dec *y, CompareOp op)
{
    bool equality = op == CMP_eq || op == CMP_ne;
    Context c;

    if (equality && x->kind != DEC_snan && y->kind != DEC_snan)
        return value_from_bool(op == CMP_ne);
    if (!context_load(NULL, &c))
        return NULL;
    if (equality ? context_signal(&c, SIG_InvalidOperation, "sNaN") < 0
                 : signal_order_of_nan(x, y, &c) < 0)
        return NULL;
    return value_from_bool(op == CMP_ne);
}

static Value number_rich_compare(Value a, Value b, CompareOp op)
{
    Dec x, y;
    int order, known = dec_operand(a, true, &x);

    if (known > 0)
        known = dec_operand(b, true, &y);
    if (known <= 0)
        return known ? NULL : NOT_IMPLEMENTED;
    if (dec_is_nan(&x) || dec_is_nan(&y))
        return compare_nan(&x, &y, op);
    order = dec_order(&x, &y);
    return order == -2 ? NULL : compare_result(op, order);
}

/* --- methods -------------------------------------------------------------- */

/* A method of (other, context). */
static Value with_other(Value self, const char *name, const Value *args,
                        Py_ssize nargs, PyTuple *kwnames, DecBinary *op)
{
    static const char *const names[] = {"other", "context", NULL};
    Value v[2];
    Context c;
    Dec other;

    if (args_parse(name, args, nargs, kwnames, names, 1, 2, v) < 0 ||
        !dec_needed(v[0], &other) || !context_load(v[1], &c))
        return NULL;
    return dec_value(op(SELF, &other, &c));
}

#define OTHER_METHOD(name)                                                     \
    static Value m_##name(Value self, const Value *args, Py_ssize nargs,       \
                          PyTuple *kwnames)                                    \
    {                                                                          \
        return with_other(self, #name, args, nargs, kwnames, dec_##name);      \
    }
OTHER_METHOD(compare)
OTHER_METHOD(remainder_near)
OTHER_METHOD(max)
OTHER_METHOD(min)
OTHER_METHOD(max_mag)
OTHER_METHOD(min_mag)

static Dec compare_signal(const Dec *a, const Dec *b, const Context *c)
{
    Dec out;

    if (!dec_is_nan(a) && !dec_is_nan(b))
        return dec_compare(a, b, c);
    if (signal_order_of_nan(a, b, c) < 0)
        return dec_error();
    if (a->kind == DEC_snan)
        out = *a;
    else if (b->kind == DEC_snan)
        out = *b;
    else
        out = dec_is_nan(a) ? *a : *b;
    out.kind = DEC_qnan;
    return dec_fix_nan(out, c);
}

static Value m_compare_signal(Value self, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    return with_other(self, "compare_signal", args, nargs, kwnames,
                      compare_signal);
}

/* A method of (context); NULL: arguments are wrong. */
static bool context_only(const char *name, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames, Value *context)
{
    static const char *const names[] = {"context", NULL};

    return args_parse(name, args, nargs, kwnames, names, 0, 1, context) == 0;
}

static Value m_normalize(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    Value context;

    return context_only("normalize", args, nargs, kwnames, &context)
               ? unary(self, context, dec_normalize)
               : NULL;
}

static Value m_sqrt(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    Value context;

    return context_only("sqrt", args, nargs, kwnames, &context)
               ? unary(self, context, dec_sqrt)
               : NULL;
}

static Dec fix(const Dec *d, const Context *c)
{
    return dec_fix(*d, c);
}

static Value m_fix(Value self, const Value *args, Py_ssize nargs,
                   PyTuple *kwnames)
{
    Value context;

    return context_only("_fix", args, nargs, kwnames, &context)
               ? unary(self, context, fix)
               : NULL;
}

static Value m_to_eng_string(Value self, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    Value context;

    return context_only("to_eng_string", args, nargs, kwnames, &context)
               ? (Value)dec_text(SELF, true, context)
               : NULL;
}

/* 0, or what an operation of a NaN gives. */
static Value m_check_nans(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"other", "context", NULL};
    Value v[2];
    Context c;
    Dec other = {.kind = DEC_finite}, out;

    if (args_parse("_check_nans", args, nargs, kwnames, names, 0, 2, v) < 0 ||
        (v[0] && v[0] != NONE && !dec_needed(v[0], &other)))
        return NULL;
    if (!dec_is_nan(SELF) && !dec_is_nan(&other))
        return tag_int(0);
    if (!context_load(v[1], &c))
        return NULL;
    dec_nan_result(SELF, &other, &c, &out);
    return dec_value(out);
}

static bool chosen_rounding(Value v, const Context *c, Rounding *out)
{
    *out = c->rounding;
    return !v || v == NONE || rounding_from(v, out);
}

static Value m_quantize(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"exp", "rounding", "context",
                                        "watchexp", NULL};
    Rounding mode;
    Value v[4];
    Context c;
    Dec other;
    int watch = 1;

    if (args_parse("quantize", args, nargs, kwnames, names, 1, 4, v) < 0 ||
        !dec_needed(v[0], &other) || !context_load(v[2], &c) ||
        !chosen_rounding(v[1], &c, &mode))
        return NULL;
    if (v[3])
        watch = op_is_true(v[3]);
    return watch < 0 ? NULL
                     : dec_value(dec_quantize(SELF, &other, mode, &c, watch));
}

static Value m_fma(Value self, const Value *args, Py_ssize nargs,
                   PyTuple *kwnames)
{
    static const char *const names[] = {"other", "third", "context", NULL};
    Value v[3];
    Context c;
    Dec other, third;

    if (args_parse("fma", args, nargs, kwnames, names, 2, 3, v) < 0 ||
        !dec_needed(v[0], &other) || !dec_needed(v[1], &third) ||
        !context_load(v[2], &c))
        return NULL;
    return dec_value(dec_fma(SELF, &other, &third, &c));
}

/* to_integral_value and _exact. */
static Value to_integral(Value self, const char *name, const Value *args,
                         Py_ssize nargs, PyTuple *kwnames, bool exact)
{
    static const char *const names[] = {"rounding", "context", NULL};
    Rounding mode;
    Value v[2];
    Context c;
    Dec out;

    if (args_parse(name, args, nargs, kwnames, names, 0, 2, v) < 0 ||
        !context_load(v[1], &c))
        return NULL;
    if (dec_nan_result(SELF, NULL, &c, &out))
        return dec_value(out);
    if (SELF->kind == DEC_inf || SELF->exp >= 0)
        return same_value(self, *SELF);
    if (!chosen_rounding(v[0], &c, &mode))
        return NULL;
    out = dec_rescale(*SELF, 0, mode);
    if (!exact || !out.coeff || dec_is_zero(SELF))
        return dec_value(out);
    if (dec_order(&out, SELF) != 0 && context_signal(&c, SIG_Inexact, NULL) < 0)
        return NULL;
    return context_signal(&c, SIG_Rounded, NULL) < 0 ? NULL : dec_value(out);
}

static Value m_to_integral_value(Value self, const Value *args, Py_ssize nargs,
                                 PyTuple *kwnames)
{
    return to_integral(self, "to_integral_value", args, nargs, kwnames, false);
}

static Value m_to_integral_exact(Value self, const Value *args, Py_ssize nargs,
                                 PyTuple *kwnames)
{
    return to_integral(self, "to_integral_exact", args, nargs, kwnames, true);
}

static Value order_value(int order)
{
    return dec_value(dec_make(order < 0, tag_int(order != 0), 0));
}

static Value m_compare_total(Value self, const Value *args, Py_ssize nargs)
{
    Dec other;

    return dec_needed(args[0], &other)
               ? order_value(dec_order_total(SELF, &other))
               : NULL;
}

static Value m_compare_total_mag(Value self, const Value *args, Py_ssize nargs)
{
    Dec a = *SELF, b;

    if (!dec_needed(args[0], &b))
        return NULL;
    a.negative = b.negative = false;
    return order_value(dec_order_total(&a, &b));
}

/* -1, 0, 1 of two that are no NaNs. */
static Value m_cmp(Value self, const Value *args, Py_ssize nargs)
{
    Dec other;
    int order;

    if (!dec_needed(args[0], &other))
        return NULL;
    order = dec_order(SELF, &other);
    return order == -2 ? NULL : tag_int(order);
}

static Value with_sign(Value self, bool negative)
{
    Dec d = *SELF;

    d.negative = negative;
    return dec_value(d);
}

static Value m_copy_sign(Value self, const Value *args, Py_ssize nargs)
{
    Dec other;

    return dec_needed(args[0], &other) ? with_sign(self, other.negative) : NULL;
}

static Value m_copy_abs(Value self, const Value *args, Py_ssize nargs)
{
    return with_sign(self, false);
}

static Value m_copy_negate(Value self, const Value *args, Py_ssize nargs)
{
    return with_sign(self, !SELF->negative);
}

static Value m_adjusted(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(SELF->kind == DEC_finite ? dec_adjusted(SELF) : 0);
}

static Value m_same_quantum(Value self, const Value *args, Py_ssize nargs)
{
    const Dec *a = SELF;
    Dec b;

    if (!dec_needed(args[0], &b))
        return NULL;
    if (a->kind == DEC_finite && b.kind == DEC_finite)
        return value_from_bool(a->exp == b.exp);
    return value_from_bool((dec_is_nan(a) && dec_is_nan(&b)) ||
                           (a->kind == DEC_inf && b.kind == DEC_inf));
}

#define QUESTION(name, test)                                                   \
    static Value m_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        return value_from_bool(test);                                          \
    }
QUESTION(is_finite, SELF->kind == DEC_finite)
QUESTION(is_infinite, SELF->kind == DEC_inf)
QUESTION(is_nan, dec_is_nan(SELF))
QUESTION(is_qnan, SELF->kind == DEC_qnan)
QUESTION(is_snan, SELF->kind == DEC_snan)
QUESTION(is_signed, SELF->negative)
QUESTION(is_zero, dec_is_zero(SELF))
QUESTION(isinteger, dec_is_integer(SELF))

static Value m_rescale(Value self, const Value *args, Py_ssize nargs)
{
    int64_t exp = value_as_int64(args[0]);
    Rounding mode;

    if ((exp == -1 && err_pending()) || !rounding_from(args[1], &mode))
        return NULL;
    if (exp > DEC_EXP_MAX || exp < -DEC_EXP_MAX)
        return err_format(&exc_OverflowError,
                          "exponent of a Decimal out of range");
    return dec_value(dec_rescale(*SELF, exp, mode));
}

static Value m_trunc(Value self, const Value *args, Py_ssize nargs)
{
    return dec_as_integer(SELF);
}

static Value m_complex(Value self, const Value *args, Py_ssize nargs)
{
    Value v = dec_as_float(SELF);

    return v ? complex_from(value_as_double(v), 0) : NULL;
}

static Value m_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value text = op_str(self);

    return text ? tuple_pair((Value)type_visible(type_of(self)),
                             (Value)tuple_pack(1, text))
                : NULL;
}

static Value m_copy(Value self, const Value *args, Py_ssize nargs)
{
    PyType *type = type_visible(type_of(self));
    Value text;

    if (type == decimal_class)
        return self;
    text = op_str(self);
    return text ? op_call((Value)type, &text, 1, NULL) : NULL;
}

/* --- attributes ----------------------------------------------------------- */

static Value get_sign(Value self)
{
    return tag_int(SELF->negative);
}

static Value get_int(Value self)
{
    int64_t length;
    char *text;

    if (dec_is_nan(SELF) && SELF->coeff == tag_int(0))
        return (Value)str_empty();
    text = coeff_text(SELF->coeff, &length);
    return text ? (Value)str_from(text, length) : NULL;
}

static Value get_exp(Value self)
{
    static const char letters[] = " FnN";

    return SELF->kind == DEC_finite
               ? value_from_int(SELF->exp)
               : (Value)str_char((unsigned char)letters[SELF->kind]);
}

static Value get_is_special(Value self)
{
    return value_from_bool(SELF->kind != DEC_finite);
}

static Value get_coeff(Value self)
{
    return SELF->coeff;
}

static const GetSetDef getsets[] = {
    {"_sign", get_sign, NULL, "1 for a negative number, else 0", true},
    {"_int", get_int, NULL, "the digits of the coefficient", true},
    {"_exp", get_exp, NULL, "the exponent, or F, n, N", true},
    {"_is_special", get_is_special, NULL, "is it an infinity or a NaN?", true},
    {"_coeff", get_coeff, NULL, "the coefficient as a number", true},
    {0}};

static const NativeDef methods[] = {
#include "methods_table.h"
#include "decimal.def"
#include "methods_end.h"
    {0}};

PyType decimal_number_type = {
    .head.type = &type_type,
    .name = "_decimal.Number",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDecimal),
    .doc = "What decimal.Decimal is made of.",
    .methods = methods,
    .getsets = getsets,
    .new_instance = number_new,
    .repr = number_repr,
    .str = number_str,
    .hash = number_hash,
    .rich_compare = number_rich_compare,
    .nonzero = number_nonzero,
    .to_int = number_int,
    .to_long = number_long,
    .to_float = number_float,
    .binary = {[BIN_add] = number_add,
               [BIN_sub] = number_sub,
               [BIN_mul] = number_mul,
               [BIN_div] = number_div,
               [BIN_truediv] = number_div,
               [BIN_floordiv] = number_floordiv,
               [BIN_mod] = number_mod,
               [BIN_divmod] = number_divmod},
    .unary =
        {[UN_neg] = number_neg, [UN_pos] = number_pos, [UN_abs] = number_abs},
};
