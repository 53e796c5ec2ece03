#include <ctype.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "float_shortest.h"
#include "float_text.h"

/* Digits beyond these are zero for every double. */
#define MAX_SIGNIFICANT 800
#define MAX_FRACTION 1100

double float_power_of_ten(int n)
{
    static const double powers[] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    return powers[n];
}

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

/* The shortest digits, rounded: up to 15 of them leave no decimal between the
 * shortest one and d, so that both round to the same.  False: it lies half-way
 * between two results, or d has fewer significant bits than others. */
static bool significant_short(double d, int n, Digits *out)
{
    int i = n;
    bool up;

    if (n > 15 || d < DBL_MIN)
        return false;
    shortest(d, out);
    if (out->count <= n)
        return true;
    if (out->count == n + 1 && out->text[n] == '5')
        return false;
    up = out->text[n] >= '5';
    while (up && i > 0 && out->text[i - 1] == '9')
        i--;
    if (up && i == 0) {
        out->text[i++] = '1';
        out->point++;
    } else if (up) {
        out->text[i - 1]++;
    }
    out->count = i;
    strip_zeros(out);
    return true;
}

static void significant(double d, int n, Digits *out)
{
    char text[MAX_SIGNIFICANT + 40];

    if (n < 1)
        n = 1;
    if (n > MAX_SIGNIFICANT)
        n = MAX_SIGNIFICANT;
    if (significant_short(d, n, out))
        return;
    snprintf(text, sizeof text, "%.*e", n - 1, d);
    take_exponent_form(text, out);
    if (!keeps_zeros(d, n, out))
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
    int s;
    unsigned __int128 scaled, cut, half;
    uint64_t q, bits;

    if (n > 15 || d >= (double)((uint64_t)1 << 53))
        return false;
    memcpy(&bits, &d, sizeof bits);
    s = 1075 - (int)(bits >> 52);
    if (s < 1 || s > 120)
        return false;
    scaled = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1 << 52;
    scaled *= (uint64_t)float_power_of_ten(n);
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
    return float_text_in(NULL, d, code, precision, flags, length);
}

char *float_text_in(char *room, double d, char code, int precision, int flags,
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
    char *text = room, *p;
    if (!room || last - first > FLOAT_ROOM - 16)
        text = gc_bytes((size_t)(last - first) + 16);
    if (!text)
        return NULL;
    p = text;
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

/* A literal [s, end) whose digits fit a double's, times or by a power of ten
 * that is one too: a single rounding. */
static bool scan_short(const char *s, const char *end, double *d)
{
    bool negative = *s == '-';
    const char *p = s + (*s == '-' || *s == '+');
    uint64_t digits = 0;
    int places = 0;
    bool after_point = false;

    if (end - p > 19)
        return false;
    for (; p < end && *p != 'e' && *p != 'E'; p++) {
        if (*p == '.') {
            after_point = true;
            continue;
        }
        digits = digits * 10 + (uint64_t)(*p - '0');
        places += after_point;
    }
    if (p != end || digits > (uint64_t)1 << 53)
        return false;
    *d = (double)digits / float_power_of_ten(places);
    if (negative)
        *d = -*d;
    return true;
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
    if (scan_short(s, *end, &d))
        return d;
    if (!c_locale)
        c_locale = newlocale(LC_ALL_MASK, "C", 0);
    return strtod_l(s, NULL, c_locale);
}
