#include <limits.h>

#include "array_kinds.h"
#include "long.h"
#include "number.h"
#include "str.h"
#include "unicode.h"

/* A C integer in range for `what`; false with the exception pending. */
static bool get_ranged(Value v, int64_t low, int64_t high, const char *what,
                       int64_t *out)
{
    *out = value_as_int64(v);
    if (*out == -1 && err_pending())
        return false;
    if (*out >= low && *out <= high)
        return true;
    err_format(&exc_OverflowError, "%s is %s", what,
               *out < low ? "less than minimum" : "greater than maximum");
    return false;
}

#define SIGNED(name, type, low, high, what)                                    \
    static Value load_##name(const char *from)                                 \
    {                                                                          \
        type item;                                                             \
                                                                               \
        memcpy(&item, from, sizeof item);                                      \
        return value_from_int((int64_t)item);                                  \
    }                                                                          \
    static int store_##name(Value v, char *to)                                 \
    {                                                                          \
        int64_t i;                                                             \
                                                                               \
        if (!get_ranged(v, low, high, what, &i))                               \
            return -1;                                                         \
        type item = (type)i;                                                   \
        memcpy(to, &item, sizeof item);                                        \
        return 0;                                                              \
    }
SIGNED(b, int8_t, SCHAR_MIN, SCHAR_MAX, "signed char")
SIGNED(B, uint8_t, 0, UCHAR_MAX, "unsigned byte integer")
SIGNED(h, int16_t, SHRT_MIN, SHRT_MAX, "signed short integer")
SIGNED(H, uint16_t, 0, USHRT_MAX, "unsigned short")
SIGNED(i, int32_t, INT_MIN, INT_MAX, "signed integer")
SIGNED(l, int64_t, INT64_MIN, INT64_MAX, "")
#undef SIGNED

static int store_unsigned(Value v, uint64_t top, const char *what, size_t n,
                          char *to)
{
    uint64_t u;

    if (!is_integer(v)) {
        int64_t i = value_as_int64(v);
        if (i == -1 && err_pending())
            return -1;
        v = value_from_int(i);
    }
    if (long_sign(v) < 0) {
        err_format(&exc_OverflowError, "%s is less than minimum", what);
        return -1;
    }
    if (!long_fits_uint64(v, &u)) {
        err_format(&exc_OverflowError, "long int too large to convert");
        return -1;
    }
    if (u > top) {
        err_format(&exc_OverflowError, "%s is greater than maximum", what);
        return -1;
    }
    memcpy(to, &u, n); /* little-endian */
    return 0;
}

static Value load_I(const char *from)
{
    uint32_t item;

    memcpy(&item, from, sizeof item);
    return long_from_uint64(item);
}

static int store_I(Value v, char *to)
{
    return store_unsigned(v, UINT_MAX, "unsigned int", 4, to);
}

static Value load_L(const char *from)
{
    uint64_t item;

    memcpy(&item, from, sizeof item);
    return long_from_uint64(item);
}

static int store_L(Value v, char *to)
{
    return store_unsigned(v, ULONG_MAX, "unsigned long", 8, to);
}

#define FLOATING(name, type)                                                   \
    static Value load_##name(const char *from)                                 \
    {                                                                          \
        type item;                                                             \
                                                                               \
        memcpy(&item, from, sizeof item);                                      \
        return value_from_double(item);                                        \
    }                                                                          \
    static int store_##name(Value v, char *to)                                 \
    {                                                                          \
        double d = value_as_double(v);                                         \
                                                                               \
        if (d == -1.0 && err_pending())                                        \
            return -1;                                                         \
        type item = (type)d;                                                   \
        memcpy(to, &item, sizeof item);                                        \
        return 0;                                                              \
    }
FLOATING(f, float)
FLOATING(d, double)
#undef FLOATING

static Value load_c(const char *from)
{
    return (Value)str_char((unsigned char)*from);
}

static int store_c(Value v, char *to)
{
    if (!is_str(v) || str_span(v).length != 1) {
        err_format(&exc_TypeError, "array item must be char");
        return -1;
    }
    *to = *str_span(v).data;
    return 0;
}

static Value load_u(const char *from)
{
    uint32_t item;

    memcpy(&item, from, sizeof item);
    return (Value)unicode_char(item);
}

static int store_u(Value v, char *to)
{
    if (!is_unicode(v) || ((PyUnicode *)v)->length != 1) {
        err_format(&exc_TypeError, "array item must be unicode character");
        return -1;
    }
    uint32_t item = unicode_at((PyUnicode *)v, 0);
    memcpy(to, &item, sizeof item);
    return 0;
}

const ArrayKind *array_kind(char code)
{
    static const ArrayKind kinds[] = {
        {'c', 1, load_c, store_c}, {'b', 1, load_b, store_b},
        {'B', 1, load_B, store_B}, {'u', 4, load_u, store_u},
        {'h', 2, load_h, store_h}, {'H', 2, load_H, store_H},
        {'i', 4, load_i, store_i}, {'I', 4, load_I, store_I},
        {'l', 8, load_l, store_l}, {'L', 8, load_L, store_L},
        {'f', 4, load_f, store_f}, {'d', 8, load_d, store_d}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].code == code)
            return &kinds[i];
    return NULL;
}
