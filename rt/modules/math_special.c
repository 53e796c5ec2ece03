#include <errno.h>
#include <math.h>
#include <stdbool.h>

#include "math_special.h"

/* Lanczos' approximation with N = 13 and g as below (Pugh 2004; coefficients
 * of the rational form as published with Boost.Math). */
#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375
#define LANCZOS_N 13

static const double lanczos_numerator[LANCZOS_N] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

static const double lanczos_denominator[LANCZOS_N] = {
    0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
    45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
    1925.0,     66.0,       1.0};

/* sin(pi x), exact zeros and no loss near the integers. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), r;

    switch ((int)round(2.0 * y)) {
    case 0:
        r = sin(M_PI * y);
        break;
    case 1:
        r = cos(M_PI * (y - 0.5));
        break;
    case 2:
        r = sin(M_PI * (1.0 - y));
        break;
    case 3:
        r = -cos(M_PI * (y - 1.5));
        break;
    default:
        r = sin(M_PI * (y - 2.0));
        break;
    }
    return copysign(1.0, x) * r;
}

/* Evaluated in 1/x for large x, where powers of x would overflow. */
static double lanczos_sum(double x)
{
    double numerator = 0, denominator = 0;

    if (x < 5.0)
        for (int i = LANCZOS_N; --i >= 0;) {
            numerator = numerator * x + lanczos_numerator[i];
            denominator = denominator * x + lanczos_denominator[i];
        }
    else
        for (int i = 0; i < LANCZOS_N; i++) {
            numerator = numerator / x + lanczos_numerator[i];
            denominator = denominator / x + lanczos_denominator[i];
        }
    return numerator / denominator;
}

static double domain_error(double result)
{
    errno = EDOM;
    return result;
}

static double range_checked(double result)
{
    if (isinf(result))
        errno = ERANGE;
    return result;
}

/* r times or over y ** exponent, in two steps where one would overflow. */
static double scale_power(double r, double y, double size, bool divide)
{
    if (size < 140.0) {
        double power = pow(y, size - 0.5);
        return divide ? r / power : r * power;
    }
    double root = pow(y, size / 2.0 - 0.25);
    return divide ? r / root / root : r * root * root;
}

static double gamma_lanczos(double x)
{
    double size = fabs(x), y = size + LANCZOS_G_MINUS_HALF;
    /* What rounding took from y. */
    double z = size > LANCZOS_G_MINUS_HALF ? (y - size) - LANCZOS_G_MINUS_HALF
                                           : (y - LANCZOS_G_MINUS_HALF) - size;

    z = z * LANCZOS_G / y;
    if (x < 0) {
        double r = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= z * r;
        return scale_power(r, y, size, true);
    }
    double r = lanczos_sum(size) / exp(y);
    r += z * r;
    return scale_power(r, y, size, false);
}

static double small_factorial(int n)
{
    double f = 1.0;

    for (int i = 2; i <= n; i++)
        f *= i; /* exact up to 22! */
    return f;
}

double special_gamma(double x)
{
    if (!isfinite(x))
        return isnan(x) || x > 0 ? x : domain_error(NAN);
    if (x == 0)
        return domain_error(copysign(INFINITY, x));
    if (x == floor(x)) {
        if (x < 0)
            return domain_error(NAN);
        if (x <= 23)
            return small_factorial((int)x - 1);
    }
    if (fabs(x) < 1e-20)
        return range_checked(1.0 / x);
    if (x < -200.0)
        return 0.0 / sin_pi(x);
    if (x > 200.0)
        return range_checked(INFINITY);
    return range_checked(gamma_lanczos(x));
}

double special_lgamma(double x)
{
    double size = fabs(x);

    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0)
        return x <= 0 ? domain_error(INFINITY) : 0.0;
    if (size < 1e-20)
        return -log(size);
    double r;
    if (x > 0)
        r = log(lanczos_sum(x)) - LANCZOS_G +
            (x - 0.5) * (log(x + LANCZOS_G - 0.5) - 1);
    else
        r = 1.144729885849400174143427351353058711647 /* log pi */ -
            log(fabs(sin_pi(size))) - log(size) -
            (log(lanczos_sum(size)) - LANCZOS_G +
             (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1));
    return range_checked(r);
}

/* --- error functions ------------------------------------------------------ */

#define SQRT_PI 1.772453850905516027298167483341145182798
#define SERIES_CUTOFF 1.5
#define SERIES_TERMS 25
#define FRACTION_CUTOFF 30.0
#define FRACTION_TERMS 50

/* Kummer's form of the series, all terms positive. */
static double erf_series(double x)
{
    double x2 = x * x, sum = 0, k = SERIES_TERMS + 0.5;

    for (int i = 0; i < SERIES_TERMS; i++) {
        sum = 2.0 + x2 * sum / k;
        k -= 1.0;
    }
    return sum * x * exp(-x2) / SQRT_PI;
}

/* The continued fraction of erfc, for x not near 0. */
static double erfc_fraction(double x)
{
    double x2 = x * x, a = 0, da = 0.5, p = 1.0, p_last = 0;
    double q = da + x2, q_last = 1.0;

    if (x >= FRACTION_CUTOFF)
        return 0.0;
    for (int i = 0; i < FRACTION_TERMS; i++) {
        a += da;
        da += 2.0;
        double b = da + x2, t = p;
        p = b * p - a * p_last;
        p_last = t;
        t = q;
        q = b * q - a * q_last;
        q_last = t;
    }
    return p / q * x * exp(-x2) / SQRT_PI;
}

double special_erf(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) < SERIES_CUTOFF)
        return erf_series(x);
    double rest = erfc_fraction(fabs(x));
    return x > 0 ? 1.0 - rest : rest - 1.0;
}

double special_erfc(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) < SERIES_CUTOFF)
        return 1.0 - erf_series(x);
    double rest = erfc_fraction(fabs(x));
    return x > 0 ? rest : 2.0 - rest;
}
