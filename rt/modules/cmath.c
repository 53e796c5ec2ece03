/* cmath: Kahan's algorithms ("Branch cuts for complex elementary functions",
 * 1987) in the arrangement of 2.7, so that the last bits agree.  Arguments
 * that are not finite go to the C library, which follows C99's annex G.
 * Errors are left in z_error, as the functions call each other; the C
 * library sets errno for underflows that are no errors. */
#include <complex.h>
#include <float.h>
#include <math.h>

#include "complex_math.h"
#include "module.h"
#include "number.h"

#include <errno.h>

#include "methods_declare.h"
#include "cmath.def"
#include "methods_end.h"

#define LARGE (DBL_MAX / 4)
#define MANT_BITS DBL_MANT_DIG

static __thread int z_error;                    /* 0, EDOM or ERANGE */
static double sqrt_large, log_large, sqrt_tiny; /* set by cmath_init */

typedef double complex C99;

static bool finite_both(Complex z)
{
    return isfinite(z.real) && isfinite(z.imag);
}

static bool is_large(Complex z)
{
    return fabs(z.real) > LARGE || fabs(z.imag) > LARGE;
}

/* Applies a C library function. */
static Complex library(C99 f(C99), Complex z)
{
    C99 argument;

    __real__ argument = z.real;
    __imag__ argument = z.imag;
    C99 r = f(argument);

    return (Complex){creal(r), cimag(r)};
}

/* Where C99 leaves the sign of a result open or has another idea than 2.7. */
static Complex positive_infinities(Complex r)
{
    return (Complex){isinf(r.real) && isnan(r.imag) ? INFINITY : r.real,
                     isinf(r.imag) && isnan(r.real) ? INFINITY : r.imag};
}

/* f(iz) / i and the like: z turned by a right angle. */
static Complex times_i(Complex z)
{
    return (Complex){-z.imag, z.real};
}

static Complex over_i(Complex z)
{
    return (Complex){z.imag, -z.real};
}

static Complex negated(Complex z)
{
    return (Complex){-z.real, -z.imag};
}

/* Functions of an infinite real part and a finite, non-zero imaginary part:
 * the signs are those of cosine and sine. */
static bool has_direction(Complex z)
{
    return isinf(z.real) && isfinite(z.imag) && z.imag != 0;
}

static Complex directed(double size, double angle)
{
    return (Complex){copysign(size, cos(angle)), copysign(size, sin(angle))};
}

static Complex check_overflow(Complex r)
{
    if (isinf(r.real) || isinf(r.imag))
        z_error = ERANGE;
    return r;
}

/* --- square root and logarithm -------------------------------------------- */

static Complex z_sqrt(Complex z)
{
    double x = fabs(z.real), y = fabs(z.imag), s;

    if (!finite_both(z))
        return isnan(z.imag) ? positive_infinities(library(csqrt, z))
                             : library(csqrt, z);
    if (x == 0 && y == 0)
        return (Complex){0.0, z.imag};
    if (x < DBL_MIN && y < DBL_MIN) {
        /* hypot(x, y) would be subnormal */
        x = ldexp(x, MANT_BITS);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, MANT_BITS))),
                  -(MANT_BITS + 1) / 2);
    } else {
        x /= 8.0;
        s = 2.0 * sqrt(x + hypot(x, y / 8.0));
    }
    double d = y / (2.0 * s);
    if (z.real >= 0)
        return (Complex){s, copysign(d, z.imag)};
    return (Complex){d, copysign(s, z.imag)};
}

/* log|z|, accurate near 1. */
static double log_size(double x, double y)
{
    if (x > LARGE || y > LARGE)
        return log(hypot(x / 2.0, y / 2.0)) + M_LN2;
    if (x < DBL_MIN && y < DBL_MIN)
        return log(hypot(ldexp(x, MANT_BITS), ldexp(y, MANT_BITS))) -
               MANT_BITS * M_LN2;
    double h = hypot(x, y);
    if (h < 0.71 || h > 1.73)
        return log(h);
    double high = x > y ? x : y, low = x > y ? y : x;
    return log1p((high - 1) * (high + 1) + low * low) / 2.0;
}

static Complex z_log(Complex z)
{
    if (!finite_both(z))
        return library(clog, z);
    if (z.real == 0 && z.imag == 0) {
        z_error = EDOM;
        return (Complex){-INFINITY, atan2(z.imag, z.real)};
    }
    return (Complex){log_size(fabs(z.real), fabs(z.imag)),
                     atan2(z.imag, z.real)};
}

static Complex z_log10(Complex z)
{
    Complex r = z_log(z);

    return (Complex){r.real / M_LN10, r.imag / M_LN10};
}

/* --- inverse functions ---------------------------------------------------- */

/* log|2z| without overflow. */
static double log_twice(Complex z)
{
    return log(hypot(z.real / 2.0, z.imag / 2.0)) + M_LN2 * 2.0;
}

static Complex z_acos(Complex z)
{
    if (!finite_both(z))
        return isinf(z.real) ? positive_infinities(library(cacos, z))
                             : library(cacos, z);
    if (is_large(z))
        return (Complex){atan2(fabs(z.imag), z.real),
                         z.real < 0 ? -copysign(log_twice(z), z.imag)
                                    : copysign(log_twice(z), -z.imag)};
    Complex a = z_sqrt((Complex){1.0 - z.real, -z.imag});
    Complex b = z_sqrt((Complex){1.0 + z.real, z.imag});
    return (Complex){2.0 * atan2(a.real, b.real),
                     asinh(b.real * a.imag - b.imag * a.real)};
}

static Complex z_acosh(Complex z)
{
    if (isfinite(z.real) && isnan(z.imag))
        return (Complex){NAN, NAN}; /* not what the C library makes of it */
    if (!finite_both(z))
        return library(cacosh, z);
    if (is_large(z))
        return (Complex){log_twice(z), atan2(z.imag, z.real)};
    Complex a = z_sqrt((Complex){z.real - 1.0, z.imag});
    Complex b = z_sqrt((Complex){z.real + 1.0, z.imag});
    return (Complex){asinh(a.real * b.real + a.imag * b.imag),
                     2.0 * atan2(a.imag, b.real)};
}

static Complex z_asinh(Complex z)
{
    if (!finite_both(z))
        return isnan(z.real) ? positive_infinities(library(casinh, z))
                             : library(casinh, z);
    if (is_large(z))
        return (Complex){z.imag >= 0 ? copysign(log_twice(z), z.real)
                                     : -copysign(log_twice(z), -z.real),
                         atan2(z.imag, fabs(z.real))};
    Complex a = z_sqrt((Complex){1.0 + z.imag, -z.real});
    Complex b = z_sqrt((Complex){1.0 - z.imag, z.real});
    return (Complex){asinh(a.real * b.imag - b.real * a.imag),
                     atan2(z.imag, a.real * b.real - a.imag * b.imag)};
}

static Complex z_asin(Complex z)
{
    return over_i(z_asinh(times_i(z)));
}

static Complex atanh_near_pole(Complex z, double y)
{
    if (y == 0) {
        z_error = EDOM;
        return (Complex){INFINITY, z.imag};
    }
    return (Complex){-log(sqrt(y) / sqrt(hypot(y, 2.0))),
                     copysign(atan2(2.0, -y) / 2, z.imag)};
}

static Complex z_atanh(Complex z)
{
    double y = fabs(z.imag);

    if (isnan(z.real) && isinf(z.imag))
        return (Complex){0.0, copysign(M_PI / 2, z.imag)};
    if (!finite_both(z))
        return library(catanh, z);
    if (signbit(z.real))
        return negated(z_atanh(negated(z)));
    if (z.real > sqrt_large || y > sqrt_large) {
        double h = hypot(z.real / 2.0, z.imag / 2.0);
        return (Complex){z.real / 4.0 / h / h, -copysign(M_PI / 2.0, -z.imag)};
    }
    if (z.real == 1.0 && y < sqrt_tiny)
        return atanh_near_pole(z, y);
    double rest = 1 - z.real;
    return (Complex){log1p(4.0 * z.real / (rest * rest + y * y)) / 4.0,
                     -atan2(-2.0 * z.imag, rest * (1 + z.real) - y * y) / 2.0};
}

static Complex z_atan(Complex z)
{
    return over_i(z_atanh(times_i(z)));
}

/* --- exponential and hyperbolic functions --------------------------------- */

static Complex z_exp(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.imag) && !isnan(z.real) && !(isinf(z.real) && z.real < 0))
            z_error = EDOM;
        if (isinf(z.real) && z.real < 0 && !isfinite(z.imag))
            return (Complex){0.0, 0.0};
        return has_direction(z) ? directed(z.real > 0 ? INFINITY : 0.0, z.imag)
                                : library(cexp, z);
    }
    double size = z.real > log_large ? exp(z.real - 1.0) : exp(z.real);
    Complex r = {size * cos(z.imag), size * sin(z.imag)};
    if (z.real > log_large)
        r = (Complex){r.real * M_E, r.imag * M_E};
    return check_overflow(r);
}

static Complex z_cosh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.imag) && !isnan(z.real))
            z_error = EDOM;
        if (isnan(z.real) && z.imag == 0)
            return (Complex){z.real, 0.0};
        if (!has_direction(z))
            return library(ccosh, z);
        Complex r = directed(INFINITY, z.imag);
        return z.real > 0 ? r : (Complex){r.real, -r.imag};
    }
    if (fabs(z.real) > log_large) {
        double x = z.real - copysign(1.0, z.real);
        return check_overflow((Complex){cos(z.imag) * cosh(x) * M_E,
                                        sin(z.imag) * sinh(x) * M_E});
    }
    return check_overflow(
        (Complex){cos(z.imag) * cosh(z.real), sin(z.imag) * sinh(z.real)});
}

static Complex z_sinh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.imag) && !isnan(z.real))
            z_error = EDOM;
        if (z.real == 0)
            return (Complex){0.0, NAN};
        if (!has_direction(z))
            return library(csinh, z);
        Complex r = directed(INFINITY, z.imag);
        return z.real > 0 ? r : (Complex){-r.real, r.imag};
    }
    if (fabs(z.real) > log_large) {
        double x = z.real - copysign(1.0, z.real);
        return check_overflow((Complex){cos(z.imag) * sinh(x) * M_E,
                                        sin(z.imag) * cosh(x) * M_E});
    }
    return check_overflow(
        (Complex){cos(z.imag) * sinh(z.real), sin(z.imag) * cosh(z.real)});
}

static Complex z_tanh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.imag) && isfinite(z.real))
            z_error = EDOM;
        if (has_direction(z))
            return (Complex){copysign(1.0, z.real),
                             copysign(0.0, 2.0 * sin(z.imag) * cos(z.imag))};
        if (isinf(z.real) && !isfinite(z.imag))
            return (Complex){copysign(1.0, z.real), 0.0};
        if (isfinite(z.real) && isnan(z.imag))
            return (Complex){NAN, NAN};
        return library(ctanh, z);
    }
    if (fabs(z.real) > log_large)
        return (Complex){copysign(1.0, z.real), 4.0 * sin(z.imag) *
                                                    cos(z.imag) *
                                                    exp(-2.0 * fabs(z.real))};
    double tx = tanh(z.real), ty = tan(z.imag), cx = 1.0 / cosh(z.real);
    double product = tx * ty, denominator = 1.0 + product * product;
    return (Complex){tx * (1.0 + ty * ty) / denominator,
                     ((ty / denominator) * cx) * cx};
}

static Complex z_cos(Complex z)
{
    return z_cosh(times_i(z));
}

static Complex z_sin(Complex z)
{
    return over_i(z_sinh(times_i(z)));
}

static Complex z_tan(Complex z)
{
    return over_i(z_tanh(times_i(z)));
}

/* --- the functions -------------------------------------------------------- */

static Value math_error(void)
{
    if (z_error == EDOM)
        return err_format(&exc_ValueError, "math domain error");
    return err_format(&exc_OverflowError, "math range error");
}

static bool get_complex(Value v, Complex *z)
{
    return value_as_complex(v, &z->real, &z->imag);
}

static Value result_of(Complex r)
{
    return z_error ? math_error() : complex_from(r.real, r.imag);
}

static Value call_one(const Value *args, Py_ssize nargs, Complex f(Complex))
{
    Complex z;

    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "function takes exactly 1 argument (%d given)",
                          (int)nargs);
    if (!get_complex(args[0], &z))
        return NULL;
    z_error = 0;
    return result_of(f(z));
}

#define ONE(name)                                                              \
    static Value cmath_##name(Value self, const Value *args, Py_ssize nargs)   \
    {                                                                          \
        return call_one(args, nargs, z_##name);                                \
    }
ONE(acos)
ONE(acosh)
ONE(asin)
ONE(asinh)
ONE(atan)
ONE(atanh)
ONE(cos)
ONE(cosh)
ONE(exp)
ONE(log10)
ONE(sin)
ONE(sinh)
ONE(sqrt)
ONE(tan)
ONE(tanh)
#undef ONE

static Value cmath_log(Value self, const Value *args, Py_ssize nargs)
{
    Complex z, base;

    if (nargs < 1 || nargs > 2)
        return err_format(&exc_TypeError, "function takes at %s (%d given)",
                          nargs < 1 ? "least 1 argument" : "most 2 arguments",
                          (int)nargs);
    if (!get_complex(args[0], &z) ||
        (nargs == 2 && !get_complex(args[1], &base)))
        return NULL;
    z_error = 0;
    Complex r = z_log(z);
    if (nargs == 2) {
        base = z_log(base);
        if (base.real == 0 && base.imag == 0)
            z_error = EDOM;
        else
            r = complex_quotient(r, base);
    }
    return result_of(r);
}

static Value cmath_phase(Value self, const Value *args, Py_ssize nargs)
{
    Complex z;

    if (!get_complex(args[0], &z))
        return NULL;
    double phi = atan2(z.imag, z.real);
    if (phi == 0 && z.imag != 0 && isfinite(z.real)) {
        z_error = ERANGE; /* 2.7 takes an underflow here for an error */
        return math_error();
    }
    return value_from_double(phi);
}

static Value cmath_polar(Value self, const Value *args, Py_ssize nargs)
{
    Complex z;

    if (!get_complex(args[0], &z))
        return NULL;
    double size = hypot(z.real, z.imag);
    if (isinf(size) && finite_both(z)) {
        z_error = ERANGE;
        return math_error();
    }
    return (Value)tuple_pack(2, value_from_double(size),
                             value_from_double(atan2(z.imag, z.real)));
}

/* Polar form with an infinite or undefined part. */
static Complex rect_special(double r, double phi)
{
    if (r != 0 && !isnan(r) && isinf(phi))
        z_error = EDOM;
    if (isinf(r) && isfinite(phi) && phi != 0) {
        Complex z = directed(INFINITY, phi);
        return r > 0 ? z : negated(z);
    }
    if (phi == 0)
        return (Complex){r, isnan(r) ? 0.0 : r > 0 ? phi : -phi};
    if (r == 0)
        return (Complex){0.0, 0.0};
    return (Complex){isinf(r) ? INFINITY : NAN, NAN};
}

static Value cmath_rect(Value self, const Value *args, Py_ssize nargs)
{
    double r = value_as_double(args[0]), phi;

    if (r == -1.0 && err_pending())
        return NULL;
    phi = value_as_double(args[1]);
    if (phi == -1.0 && err_pending())
        return NULL;
    z_error = 0;
    if (!isfinite(r) || !isfinite(phi))
        return result_of(rect_special(r, phi));
    return complex_from(r * cos(phi), r * sin(phi));
}

static Value cmath_isnan(Value self, const Value *args, Py_ssize nargs)
{
    Complex z;

    return get_complex(args[0], &z)
               ? value_from_bool(isnan(z.real) || isnan(z.imag))
               : NULL;
}

static Value cmath_isinf(Value self, const Value *args, Py_ssize nargs)
{
    Complex z;

    return get_complex(args[0], &z)
               ? value_from_bool(isinf(z.real) || isinf(z.imag))
               : NULL;
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef cmath_functions[] = {
#include "methods_table.h"
#include "cmath.def"
#include "methods_end.h"
    {0}};

static int cmath_init(PyModule *m)
{
    sqrt_large = sqrt(LARGE);
    log_large = log(LARGE);
    sqrt_tiny = sqrt(DBL_MIN);
    if (module_add(m, "pi", value_from_double(M_PI)) < 0)
        return -1;
    return module_add(m, "e", value_from_double(M_E));
}

const NativeModule native_module_cmath = {
    .name = "cmath",
    .doc = "Functions of complex numbers, and the constants pi and e.",
    .functions = cmath_functions,
    .init = cmath_init,
};
