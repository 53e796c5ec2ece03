/* math: the C library's functions with Python's error rules: a nan from
 * ordinary arguments is ValueError, an infinity OverflowError or ValueError. */
#include "entry.h"
#include "names.h" /* before errno.h */

#include <errno.h>
#include <limits.h>
#include <math.h>

#include "long.h"
#include "math_special.h"
#include "module.h"
#include "number.h"

#include "methods_declare.h"
#include "math.def"
#include "methods_end.h"

static Value domain_error(void)
{
    return err_format(&exc_ValueError, "math domain error");
}

static Value range_error(void)
{
    return err_format(&exc_OverflowError, "math range error");
}

/* errno as the result of a computation on x that gave r; a range error with a
 * small result is an underflow, which raises nothing. */
static Value checked(double r, int error)
{
    if (error == EDOM)
        return domain_error();
    if (error == ERANGE && fabs(r) >= 1.0)
        return range_error();
    return value_from_double(r);
}

/* False with the exception pending. */
static bool get_double(Value v, double *d)
{
    *d = value_as_double(v);
    return *d != -1.0 || !err_pending();
}

/* --- functions of one argument -------------------------------------------- */

static Value call_one(Value v, double (*f)(double), bool can_overflow)
{
    double x;
    int error = 0;

    if (!get_double(v, &x))
        return NULL;
    double r = f(x);
    if (isnan(r) && !isnan(x))
        error = EDOM;
    else if (isinf(r) && isfinite(x))
        error = can_overflow ? ERANGE : EDOM;
    return checked(r, error);
}

/* For functions that set errno themselves. */
static Value call_errno(Value v, double (*f)(double))
{
    double x;

    if (!get_double(v, &x))
        return NULL;
    errno = 0;
    double r = f(x);
    return checked(r, errno);
}

#define ONE(name, f, can_overflow)                                             \
    static Value math_##name(Value self, const Value *args, Py_ssize nargs)    \
    {                                                                          \
        return call_one(args[0], f, can_overflow);                             \
    }
ONE(acos, acos, false)
ONE(acosh, acosh, false)
ONE(asin, asin, false)
ONE(asinh, asinh, false)
ONE(atan, atan, false)
ONE(atanh, atanh, false)
ONE(ceil, ceil, false)
ONE(cos, cos, false)
ONE(cosh, cosh, true)
ONE(erf, special_erf, false)
ONE(erfc, special_erfc, false)
ONE(exp, exp, true)
ONE(expm1, expm1, true)
ONE(fabs, fabs, false)
ONE(floor, floor, false)
ONE(log1p, log1p, true)
ONE(sin, sin, false)
ONE(sinh, sinh, true)
ONE(sqrt, sqrt, false)
ONE(tan, tan, false)
ONE(tanh, tanh, false)
#undef ONE

#define ONE(name, f)                                                           \
    static Value math_##name(Value self, const Value *args, Py_ssize nargs)    \
    {                                                                          \
        return call_errno(args[0], f);                                         \
    }
ONE(gamma, special_gamma)
ONE(lgamma, special_lgamma)
#undef ONE

#define ONE(name, result)                                                      \
    static Value math_##name(Value self, const Value *args, Py_ssize nargs)    \
    {                                                                          \
        double x;                                                              \
                                                                               \
        return get_double(args[0], &x) ? result : NULL;                        \
    }
ONE(degrees, value_from_double(x * (180.0 / M_PI)))
ONE(radians, value_from_double(x *(M_PI / 180.0)))
ONE(isnan, value_from_bool(isnan(x)))
ONE(isinf, value_from_bool(isinf(x)))
#undef ONE

/* --- functions of two arguments ------------------------------------------- */

static Value call_two(const Value *args, double (*f)(double, double))
{
    double x, y;
    int error = 0;

    if (!get_double(args[0], &x) || !get_double(args[1], &y))
        return NULL;
    double r = f(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y))
        error = EDOM;
    else if (isinf(r) && isfinite(x) && isfinite(y))
        error = ERANGE;
    return checked(r, error);
}

#define TWO(name)                                                              \
    static Value math_##name(Value self, const Value *args, Py_ssize nargs)    \
    {                                                                          \
        return call_two(args, name);                                           \
    }
TWO(atan2)
TWO(copysign)
TWO(fmod)
TWO(hypot)
#undef TWO

/* C99's pow, except that 0 ** -inf is an error. */
static Value math_pow(Value self, const Value *args, Py_ssize nargs)
{
    double x, y;
    int error = 0;

    if (!get_double(args[0], &x) || !get_double(args[1], &y))
        return NULL;
    double r = pow(x, y);
    if (isfinite(x) && isfinite(y)) {
        if (isnan(r))
            error = EDOM;
        else if (isinf(r))
            error = x == 0 ? EDOM : ERANGE;
    } else if (x == 0 && isinf(y) && y < 0) {
        error = EDOM;
    }
    return checked(r, error);
}

/* An exponent clipped to int; false with the exception pending. */
static bool get_exponent(Value v, int *e)
{
    int64_t i;

    if (!is_integer(v)) {
        err_format(&exc_TypeError,
                   "Expected an int or long as second argument to ldexp.");
        return false;
    }
    if (!long_fits_int64(v, &i))
        i = long_sign(v) < 0 ? INT_MIN : INT_MAX;
    *e = i < INT_MIN ? INT_MIN : i > INT_MAX ? INT_MAX : (int)i;
    return true;
}

static Value math_ldexp(Value self, const Value *args, Py_ssize nargs)
{
    double x;
    int e;

    if (!get_double(args[0], &x) || !get_exponent(args[1], &e))
        return NULL;
    double r = ldexp(x, e);
    return isinf(r) && isfinite(x) ? range_error() : value_from_double(r);
}

static Value math_frexp(Value self, const Value *args, Py_ssize nargs)
{
    double x;
    int e = 0;

    if (!get_double(args[0], &x))
        return NULL;
    if (isfinite(x))
        x = frexp(x, &e);
    return (Value)tuple_pack(2, value_from_double(x), tag_int(e));
}

static Value math_modf(Value self, const Value *args, Py_ssize nargs)
{
    double x, whole;

    if (!get_double(args[0], &x))
        return NULL;
    double rest = modf(x, &whole);
    return (Value)tuple_pack(2, value_from_double(rest),
                             value_from_double(whole));
}

/* --- logarithms ----------------------------------------------------------- */

/* A long beyond the doubles: log(m * 2^e) = log m + e log 2. */
static Value log_of_long(Value v, double (*f)(double))
{
    int64_t e;

    if (long_sign(v) <= 0)
        return domain_error();
    double m = long_frexp(v, &e);
    double r = e > 1024 ? f(m) + f(2.0) * (double)e : f(long_as_double(v));
    return value_from_double(r);
}

static Value logarithm(Value v, double (*f)(double))
{
    return is_long(v) ? log_of_long(v, f) : call_one(v, f, false);
}

static Value math_log(Value self, const Value *args, Py_ssize nargs)
{
    Value numerator = logarithm(args[0], log);

    if (!numerator || nargs == 1)
        return numerator;
    Value denominator = logarithm(args[1], log);
    return denominator ? op_binary(BIN_div, numerator, denominator) : NULL;
}

static Value math_log10(Value self, const Value *args, Py_ssize nargs)
{
    return logarithm(args[0], log10);
}

/* --- fsum ----------------------------------------------------------------- */

/* Shewchuk's exact sum: partials that do not overlap, in increasing order. */
typedef struct Partials {
    double *p; /* collected memory */
    int64_t count, capacity;
    double special, infinities; /* sums of what is not finite */
} Partials;

static bool partials_append(Partials *s, double x)
{
    if (s->count == s->capacity) {
        double *more = gc_bytes((size_t)s->capacity * 2 * sizeof *more);
        if (!more)
            return false;
        memcpy(more, s->p, (size_t)s->count * sizeof *more);
        s->p = more;
        s->capacity *= 2;
    }
    s->p[s->count++] = x;
    return true;
}

static int add_partial(Value item, void *arg)
{
    Partials *s = arg;
    double given;

    if (!get_double(item, &given))
        return -1;
    double x = given;
    int64_t kept = 0;
    for (int64_t j = 0; j < s->count; j++) {
        volatile double high, rounded;
        double y = s->p[j];
        if (fabs(x) < fabs(y)) {
            double t = x;
            x = y;
            y = t;
        }
        high = x + y;
        rounded = high - x;
        double low = y - rounded;
        if (low != 0)
            s->p[kept++] = low;
        x = high;
    }
    s->count = kept;
    if (x == 0)
        return 0;
    if (isfinite(x))
        return partials_append(s, x) ? 0 : -1;
    if (isfinite(given)) {
        err_format(&exc_OverflowError, "intermediate overflow in fsum");
        return -1;
    }
    if (isinf(given))
        s->infinities += given;
    s->special += given;
    s->count = 0;
    return 0;
}

/* Adds from the top until something is lost; then a half decides by the sign
 * of the next partial. */
static double partials_sum(const Partials *s)
{
    int64_t n = s->count;
    volatile double high = 0, low = 0, rounded;

    if (n > 0)
        high = s->p[--n];
    while (n > 0) {
        double x = high, y = s->p[--n];
        high = x + y;
        rounded = high - x;
        low = y - rounded;
        if (low != 0)
            break;
    }
    if (n > 0 &&
        ((low < 0 && s->p[n - 1] < 0) || (low > 0 && s->p[n - 1] > 0))) {
        double y = low * 2.0;
        volatile double x = high + y;
        rounded = x - high;
        if (y == rounded)
            high = x;
    }
    return high;
}

static Value math_fsum(Value self, const Value *args, Py_ssize nargs)
{
    Partials s = {.p = gc_bytes(32 * sizeof(double)), .capacity = 32};

    if (op_iterate(args[0], add_partial, &s) != 0)
        return NULL;
    if (s.special == 0 && !isnan(s.special))
        return value_from_double(partials_sum(&s));
    if (isnan(s.infinities))
        return err_format(&exc_ValueError, "-inf + inf in fsum");
    return value_from_double(s.special);
}

/* --- factorial, trunc ----------------------------------------------------- */

static bool factorial_argument(Value v, int64_t *n)
{
    if (has_type_flag(v, TYPE_FLOAT)) {
        double d = float_value(v);
        if (d != floor(d) || isinf(d)) {
            err_format(&exc_ValueError,
                       "factorial() only accepts integral values");
            return false;
        }
        v = long_from_double(d);
    }
    *n = v ? value_as_int64(v) : -1;
    if (*n == -1 && err_pending())
        return false;
    if (*n < 0) {
        err_format(&exc_ValueError,
                   "factorial() not defined for negative values");
        return false;
    }
    return true;
}

static Value math_factorial(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n, small = 1;
    mpz_t f;

    if (!factorial_argument(args[0], &n))
        return NULL;
    if (n <= 20) {
        for (int64_t i = 2; i <= n; i++)
            small *= i;
        return value_from_int(small);
    }
    /* About n log2(n) bits; asks for them before GMP does. */
    double bits = (double)n * log2((double)n);
    if (bits > 0x1p42)
        return err_no_memory();
    if (!long_alloc((int64_t)(bits / 64) + 2))
        return NULL;
    mpz_init(f);
    mpz_fac_ui(f, (unsigned long)n);
    Value result =
        long_from_limbs(mpz_limbs_read(f), (int64_t)mpz_size(f), false);
    mpz_clear(f);
    return result;
}

static Value math_trunc(Value self, const Value *args, Py_ssize nargs)
{
    return op_call_method(args[0], NAME(dunder_trunc), NULL, 0);
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef math_functions[] = {
#include "methods_table.h"
#include "math.def"
#include "methods_end.h"
    {0}};

static int math_init(PyModule *m)
{
    known_math_init(m);
    if (module_add(m, "pi", value_from_double(M_PI)) < 0)
        return -1;
    return module_add(m, "e", value_from_double(M_E));
}

const NativeModule native_module_math = {
    .name = "math",
    .doc = "Functions of real numbers, and the constants pi and e.",
    .functions = math_functions,
    .init = math_init,
};
