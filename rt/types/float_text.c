#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "float_shortest.h"
#include "float_text.h"

/* Digits beyond these are zero for every double. */
#define MAX_SIGNIFICANT 800
#define MAX_FRACTION 1100

/* Strips trailing zeros, keeping one digit of zero. */
static void strip_zeros(Digits *out)
{
    while (out->count > 1 && out->text[out->count - 1] == '0')
        out->count--;
    out->text[out->count] = 0;
}

/* Takes the digits of a "%.*e" text, whatever the locale's point is. */
static void take_exponent_form(const char *text, Digits *out)
{
    out->count = 0;
    for (; *text && *text != 'e'; text++)
        if (*text >= '0' && *text <= '9')
            out->text[out->count++] = *text;
    out->point = atoi(text + 1) + 1;
}

/* 2.7's digit generator leaves zeros at the end of an integer that lies
 * exactly between two results and was rounded down: str(2747820736705.0) is
 * '2.74782073670e+12'. */
static bool keeps_zeros(double d, int n, const Digits *out)
{
    int dropped = out->point - n;

    if (n > 14 || dropped <= 0 || d >= 1e15 || d != floor(d))
        return false;
    double unit = pow(10, dropped);
    return fmod(d, unit) == unit / 2 && fmod((d - unit / 2) / unit, 10) == 0;
}

static void significant(double d, int n, Digits *out)
{
    char text[MAX_SIGNIFICANT + 40];

    if (n < 1)
        n = 1;
    if (n > MAX_SIGNIFICANT)
        n = MAX_SIGNIFICANT;
    snprintf(text, sizeof text, "%.*e", n - 1, d);
    take_exponent_form(text, out);
    if (!keeps_zeros(d, n, out))
        strip_zeros(out);
}

static void shortest(double d, Digits *out)
{
    int exponent, n = 0;
    uint64_t digits = float_shortest(d, &exponent);
    char text[24];

    for (; digits; digits /= 10)
        text[n++] = (char)('0' + digits % 10);
    for (int i = 0; i < n; i++)
        out->text[i] = text[n - 1 - i];
    out->count = n;
    out->point = n + exponent;
    strip_zeros(out);
}

/* Rounds at a place left of the point. */
static void fraction_negative(double d, int n, Digits *out)
{
    char text[400];
    int whole = snprintf(text, sizeof text, "%.0f", trunc(d));
    int keep = (d < 1 ? 0 : whole) + n;

    if (keep > 0) {
        significant(d, keep, out);
        return;
    }
    out->count = 0;
    out->point = -n;
    if (keep == 0 && d > 5 * pow(10, -n - 1)) {
        out->text[out->count++] = '1';
        out->point = -n + 1;
    }
    out->text[out->count] = 0;
}

/* The usual case in integers: d is m / 2^s exactly, so d * 10^n is m * 10^n
 * with s bits cut off, rounded half to even.  False: d is not of that kind. */
static bool fraction_short(double d, int n, Digits *out)
{
    char text[24], *end = text + sizeof text, *p = end;
    int exponent, s;
    unsigned __int128 scaled, cut, half;
    uint64_t q;

    if (n > 15 || d >= (double)((uint64_t)1 << 53))
        return false;
    scaled = (uint64_t)ldexp(frexp(d, &exponent), 53);
    s = 53 - exponent;
    if (s < 1 || s > 120)
        return false;
    for (int i = 0; i < n; i++)
        scaled *= 10;
    if (scaled >> s >= (uint64_t)1 << 62)
        return false;
    q = (uint64_t)(scaled >> s);
    cut = scaled & (((unsigned __int128)1 << s) - 1);
    half = (unsigned __int128)1 << (s - 1);
    q += cut > half || (cut == half && (q & 1));
    for (uint64_t u = q; u; u /= 10)
        *--p = (char)('0' + u % 10);
    out->count = (int)(end - p);
    out->point = out->count - n;
    memcpy(out->text, p, (size_t)out->count);
    while (out->count && out->text[out->count - 1] == '0')
        out->count--;
    out->text[out->count] = 0;
    return true;
}

static void fraction(double d, int n, Digits *out)
{
    if (n < 0) {
        fraction_negative(d, n, out);
        return;
    }
    if (fraction_short(d, n, out))
        return;
    if (n > MAX_FRACTION)
        n = MAX_FRACTION;
    char text[MAX_FRACTION + 340];
    int length = snprintf(text, sizeof text, "%.*f", n, d), count = 0;
    out->count = 0;
    for (int i = 0; i < length; i++)
        if (text[i] >= '0' && text[i] <= '9') {
            count++;
            if (out->count || text[i] != '0')
                out->text[out->count++] = text[i];
        }
    out->point = count - n - (count - out->count);
    if (out->count == 0)
        out->point = -n;
    while (out->count && out->text[out->count - 1] == '0')
        out->count--;
    out->text[out->count] = 0;
}

void float_digits(double d, DigitMode mode, int n, Digits *out)
{
    out->negative = signbit(d);
    d = fabs(d);
    if (d == 0) {
        out->count = out->point = 1;
        memcpy(out->text, "0", 2);
    } else if (mode == DIGITS_shortest) {
        shortest(d, out);
    } else if (mode == DIGITS_significant) {
        significant(d, n, out);
    } else {
        fraction(d, n, out);
    }
}

/* --- layout --------------------------------------------------------------- */

static char *not_finite(double d, char code, int flags, Py_ssize *length)
{
    char *text = gc_bytes(8), *p = text;

    if (signbit(d) && !isnan(d))
        *p++ = '-';
    else if (flags & FLOAT_SIGN)
        *p++ = '+';
    const char *word = isnan(d) ? "nan" : "inf";
    for (int i = 0; i < 3; i++)
        *p++ = isupper((unsigned char)code) ? (char)toupper(word[i]) : word[i];
    *length = p - text;
    return text;
}

/* Positions are counted from the first digit: the text shows those from
 * `first` to `last`, zeros where there is no digit, and the point before
 * position d->point. */
static char *put_digits(char *p, const Digits *d, int first, int last,
                        bool keep_point)
{
    for (int i = first; i < last; i++) {
        if (i == d->point)
            *p++ = '.';
        *p++ = i >= 0 && i < d->count ? d->text[i] : '0';
    }
    if (keep_point && d->point >= last)
        *p++ = '.';
    return p;
}

/* Decides the layout as 2.7 does. */
static bool wants_exponent(char code, const Digits *d, int precision, int flags)
{
    switch (code) {
    case 'e':
        return true;
    case 'g':
        return d->point <= -4 ||
               d->point > precision - (flags & FLOAT_ADD_DOT_0 ? 1 : 0);
    case 'r':
        return d->point <= -4 || d->point > 16;
    default:
        return false;
    }
}

char *float_text(double d, char code, int precision, int flags,
                 Py_ssize *length)
{
    Digits digits;
    bool upper = isupper((unsigned char)code);

    if (!isfinite(d))
        return not_finite(d, code, flags, length);
    code = (char)tolower((unsigned char)code);
    if (code == 'g' && precision == 0)
        precision = 1;
    float_digits(d,
                 code == 'r'   ? DIGITS_shortest
                 : code == 'f' ? DIGITS_fraction
                               : DIGITS_significant,
                 code == 'e' && precision < MAX_SIGNIFICANT ? precision + 1
                                                            : precision,
                 &digits);
    int64_t last = digits.count;
    if (code == 'e')
        last = (int64_t)precision + 1;
    else if (code == 'f')
        last = (int64_t)digits.point + precision;
    else if (code == 'g' && (flags & FLOAT_ALT))
        last = precision;
    bool exponent = wants_exponent(code, &digits, precision, flags);
    int shown = digits.point - 1;
    if (exponent)
        digits.point = 1;
    int first = digits.point <= 0 ? digits.point - 1 : 0;
    bool dot_0 = !exponent && (flags & FLOAT_ADD_DOT_0);
    if (last < digits.point + dot_0)
        last = digits.point + dot_0;
    char *text = gc_bytes((size_t)(last - first) + 16), *p = text;
    if (!text)
        return NULL;
    if (digits.negative)
        *p++ = '-';
    else if (flags & FLOAT_SIGN)
        *p++ = '+';
    p = put_digits(p, &digits, first, (int)last, flags & FLOAT_ALT);
    if (exponent)
        p += sprintf(p, "%c%+.2d", upper ? 'E' : 'e', shown);
    *length = p - text;
    *p = 0;
    return text;
}

/* --- reading -------------------------------------------------------------- */

static bool match_word(const char **p, const char *word)
{
    const char *s = *p;

    while (*word && tolower((unsigned char)*s) == *word) {
        s++;
        word++;
    }
    if (*word)
        return false;
    *p = s;
    return true;
}

static bool scan_not_finite(const char *s, const char **end, double *d)
{
    const char *p = s;
    bool negative = *p == '-';

    if (*p == '-' || *p == '+')
        p++;
    if (match_word(&p, "inf"))
        *d = (match_word(&p, "inity"), INFINITY);
    else if (match_word(&p, "nan"))
        *d = -NAN; /* the sign that x86 gives, and so 2.7 */
    else
        return false;
    if (negative)
        *d = -*d;
    *end = p;
    return true;
}

static const char *skip_digits(const char *p)
{
    while (*p >= '0' && *p <= '9')
        p++;
    return p;
}

/* The end of a decimal literal, or s. */
static const char *literal_end(const char *s)
{
    const char *p = s;

    if (*p == '-' || *p == '+')
        p++;
    const char *digits = p;
    p = skip_digits(p);
    int64_t count = p - digits;
    if (*p == '.') {
        const char *after = skip_digits(p + 1);
        count += after - p - 1;
        p = after;
    }
    if (count == 0)
        return s;
    if (*p == 'e' || *p == 'E') {
        const char *e = p + 1;
        if (*e == '-' || *e == '+')
            e++;
        if (*e >= '0' && *e <= '9')
            p = skip_digits(e);
    }
    return p;
}

double float_scan(const char *s, const char **end)
{
    static locale_t c_locale;
    double d;

    if (scan_not_finite(s, end, &d))
        return d;
    *end = literal_end(s);
    if (*end == s)
        return 0;
    if (!c_locale)
        c_locale = newlocale(LC_ALL_MASK, "C", 0);
    return strtod_l(s, NULL, c_locale);
}
