/* Module _decimal: the numbers and contexts behind decimal.py.
 *
 * A finite number is (-1)^negative * coeff * 10^exp.  The coefficient is never
 * negative, and in one form: an immediate int if it fits, else a long; so are
 * the payloads of NaNs.  Coefficients of up to 38 digits are computed in 128
 * bits, others by GMP through long.h.
 *
 * decimal_coeff.c: arithmetic on coefficients; decimal_text.c: text, ints,
 * floats; decimal_context.c: contexts, signals, rounding to a context;
 * decimal_arith.c: the operations; decimal_compare.c: order and hash;
 * decimal_module.c: methods and conversion of operands. */
#ifndef RT_DECIMAL_H
#define RT_DECIMAL_H

#include "object.h"

typedef unsigned __int128 Wide;

typedef enum DecKind { DEC_finite, DEC_inf, DEC_qnan, DEC_snan } DecKind;

/* A number outside of the heap; coeff NULL: an error is pending. */
typedef struct Dec {
    Value coeff;
    int64_t exp;
    int64_t digits; /* of the coefficient; 1 for zero */
    bool negative;
    DecKind kind;
} Dec;

typedef struct PyDecimal {
    PyObject head;
    Dec d;
} PyDecimal;

/* Exponents beyond it are refused: sums of a few of them cannot overflow. */
#define DEC_EXP_MAX ((int64_t)1000000000000000000)

/* The order is that of decimal.py's tuple of modes. */
typedef enum Rounding {
    ROUND_down,
    ROUND_half_up,
    ROUND_half_even,
    ROUND_ceiling,
    ROUND_floor,
    ROUND_up,
    ROUND_half_down,
    ROUND_05up,
    ROUND_COUNT
} Rounding;

/* The order is that of decimal.py's tuple of exceptions.  The last four are
 * kinds of InvalidOperation. */
typedef enum Signal {
    SIG_Clamped,
    SIG_DivisionByZero,
    SIG_Inexact,
    SIG_Overflow,
    SIG_Rounded,
    SIG_Underflow,
    SIG_InvalidOperation,
    SIG_Subnormal,
    SIG_COUNT,
    SIG_ConversionSyntax = SIG_InvalidOperation
} Signal;

/* The attributes of a context: any values, as in CPython. */
typedef struct PyDecContext {
    PyObject head;
    Value prec, rounding, emin, emax, capitals, clamp, traps, flags, ignored;
} PyDecContext;

/* A context's settings as an operation sees them. */
typedef struct Context {
    PyDecContext *object;
    int64_t prec, emin, emax;
    Rounding rounding;
    bool clamp;
} Context;

extern PyType decimal_number_type, decimal_context_type;
/* decimal.Decimal, the class of all results; NULL before decimal.py ran. */
extern PyType *decimal_class;

static inline bool is_decimal(Value v)
{
    return is_pointer(v) && (as_object(v)->type == decimal_class ||
                             type_is_subtype(type_of(v), &decimal_number_type));
}

static inline const Dec *dec_of(Value v)
{
    return &((PyDecimal *)v)->d;
}

static inline bool dec_is_zero(const Dec *d)
{
    return d->kind == DEC_finite && d->coeff == tag_int(0);
}

static inline bool dec_is_nan(const Dec *d)
{
    return d->kind >= DEC_qnan;
}

/* Exponent of the first digit. */
static inline int64_t dec_adjusted(const Dec *d)
{
    return d->exp + d->digits - 1;
}

/* --- coefficients; NULL: an error is pending ------------------------------ */

Value coeff_from_wide(Wide w);
/* The coefficient for an int or long that is not negative. */
Value coeff_from_long(Value v);
Value coeff_pow10(int64_t k); /* MemoryError for a k that is out of reach */
Value coeff_add(Value a, Value b);
Value coeff_sub(Value a, Value b); /* a >= b */
Value coeff_mul(Value a, Value b);
bool coeff_divmod(Value a, Value b, Value *q, Value *r);
Value coeff_shift(Value a, int64_t k); /* a * 10^k, k >= 0 */
Value coeff_sqrt(Value a);             /* rounded down */
int coeff_compare(Value a, Value b);
int64_t coeff_digits(Value a);
int coeff_last_digit(Value a);
/* Its digits, zero-ended, and their number; NULL: MemoryError. */
char *coeff_text(Value a, int64_t *length);
/* The number that the digits spell; length > 0. */
Value coeff_from_text(const char *digits, int64_t length);

/* --- numbers -------------------------------------------------------------- */

Dec dec_make(bool negative, Value coeff, int64_t exp);
Dec dec_special(DecKind kind, bool negative);
static inline Dec dec_error(void)
{
    return (Dec){0};
}
/* A new Decimal; NULL if d.coeff is, or if the exponent is out of range. */
Value dec_value(Dec d);
Value dec_value_of(PyType *type, Dec d);

/* text in, text out.  false: it is none, nothing raised (unless pending). */
bool dec_parse(const char *s, int64_t length, Dec *out);
PyStr *dec_text(const Dec *d, bool engineering, Value context_or_null);
Dec dec_from_integer(Value v);
Dec dec_from_double(double d);
Value dec_as_integer(const Dec *d);
Value dec_as_float(const Dec *d);

/* --- contexts ------------------------------------------------------------- */

/* The thread's context. */
Value context_current(void);
int context_set_current(Value context);
/* context NULL or None: the thread's.  false: an exception is pending. */
bool context_load(Value context, Context *out);
/* False with KeyError if it is no mode's name. */
bool rounding_from(Value name, Rounding *out);
/* Sets the flag; -1 with the exception if the trap is set. */
int context_signal(const Context *c, Signal s, const char *explanation);
int context_signal_value(const Context *c, Signal s, Value explanation);
/* InvalidOperation; the result if it is not trapped is NaN. */
Dec dec_invalid(const Context *c, const char *explanation);
static inline int64_t context_tiny(const Context *c)
{
    return c->emin - c->prec + 1;
}
static inline int64_t context_top(const Context *c)
{
    return c->emax - c->prec + 1;
}
/* The number rounded to the context, with all signals. */
Dec dec_fix(Dec d, const Context *c);
Dec dec_fix_nan(Dec d, const Context *c);
/* If an operand (b may be NULL) is a NaN: true, *out the result. */
bool dec_nan_result(const Dec *a, const Dec *b, const Context *c, Dec *out);
/* The number with that exponent, rounded, without signals. */
Dec dec_rescale(Dec d, int64_t exp, Rounding mode);

/* --- operations ----------------------------------------------------------- */

typedef Dec DecBinary(const Dec *a, const Dec *b, const Context *c);
typedef Dec DecUnary(const Dec *a, const Context *c);

DecBinary dec_add, dec_sub, dec_mul, dec_div, dec_floordiv, dec_mod,
    dec_remainder_near, dec_compare, dec_max, dec_min, dec_max_mag, dec_min_mag;
DecUnary dec_plus, dec_minus, dec_abs, dec_normalize, dec_sqrt;
/* Both results; false with an exception. */
bool dec_divmod(const Dec *a, const Dec *b, const Context *c, Dec *q, Dec *r);
Dec dec_quantize(const Dec *a, const Dec *b, Rounding mode, const Context *c,
                 bool watch_exp);
Dec dec_fma(const Dec *a, const Dec *b, const Dec *third, const Context *c);

/* Neither is a NaN: -1, 0, 1; -2 with MemoryError. */
int dec_order(const Dec *a, const Dec *b);
/* The order of representations: -1, 0, 1. */
int dec_order_total(const Dec *a, const Dec *b);
bool dec_is_integer(const Dec *d);
int64_t dec_hash(const Dec *d); /* -1: an exception is pending */

#endif
