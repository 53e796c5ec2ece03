#include <float.h>
#include <math.h>
#include <stdio.h>

#include "float_hex.h"
#include "float_text.h"
#include "long.h"
#include "str.h"

PyStr *float_to_hex(double d)
{
    char digits[16];
    int e, length = 0;

    if (!isfinite(d))
        return str_from_c(isnan(d) ? "nan" : d < 0 ? "-inf" : "inf");
    if (d == 0)
        return str_from_c(signbit(d) ? "-0x0.0p+0" : "0x0.0p+0");
    double m = frexp(fabs(d), &e);
    /* One hexadecimal digit before the point: 1, or 0 for subnormals. */
    int shift = 1 - (DBL_MIN_EXP - e > 0 ? DBL_MIN_EXP - e : 0);
    m = ldexp(m, shift);
    e -= shift;
    int first = (int)m;
    m -= first;
    while (length < 13) {
        m *= 16;
        digits[length++] = "0123456789abcdef"[(int)m];
        m -= (int)m;
    }
    digits[length] = 0;
    return str_format_c("%s0x%d.%sp%+d", d < 0 ? "-" : "", first, digits, e);
}

static bool is_hex_digit(char c)
{
    return is_ascii_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

static const char *skip_hex(const char *p, const char *end)
{
    while (p < end && is_hex_digit(*p))
        p++;
    return p;
}

static const char *skip_space(const char *p, const char *end)
{
    while (p < end && is_ascii_space(*p))
        p++;
    return p;
}

/* [0x] digits [. digits] [p exponent]; NULL when it is none. */
static const char *skip_hex_literal(const char *p, const char *end)
{
    if (end - p > 1 && p[0] == '0' && (p[1] | 32) == 'x')
        p += 2;
    const char *start = p;
    p = skip_hex(p, end);
    int64_t digits = p - start;
    if (p < end && *p == '.') {
        const char *after = skip_hex(p + 1, end);
        digits += after - p - 1;
        p = after;
    }
    if (digits == 0)
        return NULL;
    if (p < end && (*p | 32) == 'p') {
        p++;
        if (p < end && (*p == '+' || *p == '-'))
            p++;
        if (p == end || !is_ascii_digit(*p))
            return NULL;
        while (p < end && is_ascii_digit(*p))
            p++;
    }
    return p;
}

static int hex_value(char c)
{
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* A decimal exponent, clipped far beyond the range of doubles. */
static int64_t read_exponent(const char *p, const char *end)
{
    bool negative = *p == '-';
    int64_t e = 0;

    for (p += *p == '-' || *p == '+'; p < end; p++)
        if (e < INT64_MAX / 100)
            e = e * 10 + (*p - '0');
    return negative ? -e : e;
}

/* Not by the C library, whose strtod misrounds hexadecimal subnormals. */
static double read_hex(const char *p, const char *end)
{
    uint64_t mantissa = 0;
    int64_t exponent = 0;
    bool sticky = false, after_point = false;

    if (end - p > 1 && (p[1] | 32) == 'x')
        p += 2;
    for (; p < end && (*p | 32) != 'p'; p++) {
        if (*p == '.') {
            after_point = true;
        } else if (mantissa >> 60) {
            sticky |= *p != '0';
            exponent += after_point ? 0 : 4;
        } else {
            mantissa = mantissa << 4 | (uint64_t)hex_value(*p);
            exponent -= after_point ? 4 : 0;
        }
    }
    if (p < end)
        exponent += read_exponent(p + 1, end);
    return double_from_scaled(mantissa, exponent, sticky);
}

static bool hex_error(PyType *exc, const char *text)
{
    err_format(exc, "%s", text);
    return false;
}

bool float_from_hex(const char *s, Py_ssize length, double *out)
{
    const char *end = s + length, *after;
    const char *p = skip_space(s, end), *word_end;
    bool negative = p < end && *p == '-';

    if (p < end && (*p == '-' || *p == '+'))
        p++;
    if (p < end && strchr("iInN", *p)) {
        *out = float_scan(p, &word_end);
        after = word_end > p ? word_end : NULL;
    } else {
        after = skip_hex_literal(p, end);
        if (after) {
            *out = read_hex(p, after);
            if (isinf(*out))
                return hex_error(&exc_OverflowError,
                                 "hexadecimal value too large to represent "
                                 "as a float");
        }
    }
    if (!after || skip_space(after, end) != end)
        return hex_error(&exc_ValueError,
                         "invalid hexadecimal floating-point string");
    if (negative)
        *out = -*out;
    return true;
}
