/* Module _decimal: the base of contexts, and the functions that decimal.py is
 * made with; see decimal.h. */
#include "decimal_number.h"
#include "instance.h"
#include "long.h"
#include "module_support.h"
#include "number.h"
#include "str.h"
#include "tuple.h"

#include "methods_declare.h"
#include "decimal_functions.def"
#include "methods_end.h"

Value decimal_signals[SIG_COUNT], decimal_roundings[ROUND_COUNT];
Value decimal_make_context;

/* --- contexts ------------------------------------------------------------- */

static Value context_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return (Value)instance_new(type);
}

#define ATTRIBUTE(field, name)                                                 \
    static Value get_##field(Value self)                                       \
    {                                                                          \
        Value v = ((PyDecContext *)self)->field;                               \
                                                                               \
        return v ? v : err_format(&exc_AttributeError, name);                  \
    }                                                                          \
    static int set_##field(Value self, Value v)                                \
    {                                                                          \
        ((PyDecContext *)self)->field = v;                                     \
        return 0;                                                              \
    }
ATTRIBUTE(prec, "prec")
ATTRIBUTE(rounding, "rounding")
ATTRIBUTE(emin, "Emin")
ATTRIBUTE(emax, "Emax")
ATTRIBUTE(capitals, "capitals")
ATTRIBUTE(clamp, "_clamp")
ATTRIBUTE(traps, "traps")
ATTRIBUTE(flags, "flags")

static Value get_ignored(Value self)
{
    Value v = ((PyDecContext *)self)->ignored;

    return v ? v : (Value)list_new(0);
}

/* An empty list is kept as none, which is what operations look at. */
static int set_ignored(Value self, Value v)
{
    int any = v ? op_is_true(v) : 0;

    if (any < 0)
        return -1;
    ((PyDecContext *)self)->ignored = any ? v : NULL;
    return 0;
}

static const GetSetDef context_getsets[] = {
    {"prec", get_prec, set_prec, NULL, true},
    {"rounding", get_rounding, set_rounding, NULL, true},
    {"Emin", get_emin, set_emin, NULL, true},
    {"Emax", get_emax, set_emax, NULL, true},
    {"capitals", get_capitals, set_capitals, NULL, true},
    {"_clamp", get_clamp, set_clamp, NULL, true},
    {"traps", get_traps, set_traps, NULL, true},
    {"flags", get_flags, set_flags, NULL, true},
    {"_ignored_flags", get_ignored, set_ignored, NULL, true},
    {0}};

PyType decimal_context_type = {
    .head.type = &type_type,
    .name = "_decimal.Settings",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDecContext),
    .doc = "What decimal.Context is made of.",
    .getsets = context_getsets,
    .new_instance = context_new,
};

/* --- functions ------------------------------------------------------------ */

static Value binary(const Value *args, DecBinary *op)
{
    Context c;
    Dec a, b;

    if (!dec_needed(args[0], &a) || !dec_needed(args[1], &b) ||
        !context_load(args[2], &c))
        return NULL;
    return dec_value(op(&a, &b, &c));
}

static Value unary(const Value *args, DecUnary *op)
{
    Context c;
    Dec a;

    if (!dec_needed(args[0], &a) || !context_load(args[1], &c))
        return NULL;
    return dec_value(op(&a, &c));
}

#define BINARY(name, op)                                                       \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        return binary(args, op);                                               \
    }
#define UNARY(name, op)                                                        \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        return unary(args, op);                                                \
    }
BINARY(add, dec_add)
BINARY(subtract, dec_sub)
BINARY(multiply, dec_mul)
BINARY(divide, dec_div)
BINARY(divide_int, dec_floordiv)
BINARY(remainder, dec_mod)
UNARY(plus, dec_plus)
UNARY(minus, dec_minus)
UNARY(abs, dec_abs)

static Value f_divmod(Value self, const Value *args, Py_ssize nargs)
{
    Context c;
    Dec a, b;

    if (!dec_needed(args[0], &a) || !dec_needed(args[1], &b) ||
        !context_load(args[2], &c))
        return NULL;
    return dec_divmod_value(&a, &b, &c);
}

/* The Decimal for an operand: TypeError unless it is one or an int. */
static Value f_convert(Value self, const Value *args, Py_ssize nargs)
{
    Dec d;

    if (is_decimal(args[0]))
        return args[0];
    return dec_needed(args[0], &d) ? dec_value(d) : NULL;
}

/* make(sign, coefficient, exponent); the coefficient's sign counts too. */
static Value f_make(Value self, const Value *args, Py_ssize nargs)
{
    int sign = op_is_true(args[0]);
    int64_t exp = value_as_int64(args[2]);
    Dec d;

    if (sign < 0 || (exp == -1 && err_pending()))
        return NULL;
    if (!is_integer(args[1]))
        return err_format(&exc_TypeError, "an integer is required");
    d = dec_from_integer(args[1]);
    d.negative = sign != d.negative;
    d.exp = exp;
    return dec_value(d);
}

static Value f_from_float(Value self, const Value *args, Py_ssize nargs)
{
    double d = value_as_double(args[0]);

    if (d == -1.0 && err_pending())
        return NULL;
    return dec_value(dec_from_double(d));
}

/* special(letter, sign): "F" an infinity, "n" a NaN. */
static Value f_special(Value self, const Value *args, Py_ssize nargs)
{
    bool nan = is_str(args[0]) && *str_data((PyStr *)args[0]) == 'n';
    int sign = op_is_true(args[1]);

    return sign < 0 ? NULL
                    : dec_value(dec_special(nan ? DEC_qnan : DEC_inf, sign));
}

static Value f_getcontext(Value self, const Value *args, Py_ssize nargs)
{
    return context_current();
}

static Value f_setcontext(Value self, const Value *args, Py_ssize nargs)
{
    return context_set_current(args[0]) < 0 ? NULL : NONE;
}

static bool fill(Value tuple, Value *out, int64_t n)
{
    if (!is_exact_tuple(tuple) || ((PyTuple *)tuple)->length != n) {
        err_bad_internal_call();
        return false;
    }
    for (int64_t i = 0; i < n; i++)
        out[i] = ((PyTuple *)tuple)->items[i];
    return true;
}

/* setup(Decimal, exceptions, roundings, a function that makes a context) */
static Value f_setup(Value self, const Value *args, Py_ssize nargs)
{
    if (!has_type_flag(args[0], TYPE_TYPE) ||
        !type_is_subtype((PyType *)args[0], &decimal_number_type))
        return err_bad_internal_call();
    if (!fill(args[1], decimal_signals, SIG_COUNT) ||
        !fill(args[2], decimal_roundings, ROUND_COUNT))
        return NULL;
    decimal_class = (PyType *)args[0];
    decimal_make_context = args[3];
    return NONE;
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "decimal_functions.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    return module_add_type(m, &decimal_number_type) < 0 ||
                   module_add_type(m, &decimal_context_type) < 0
               ? -1
               : 0;
}

const NativeModule native_module__decimal = {
    "_decimal", "Numbers and contexts for module decimal.", functions, init};
