/* Coefficients of decimal numbers; see decimal.h. */
#include "decimal.h"
#include "long.h"
#include "number.h"
#include "str.h"

enum {
    WIDE_DIGITS = 38,   /* 10^38 < 2^128 */
    POWERS_KEPT = 1024, /* powers of ten that are computed once */
    SMALL_DIGITS = 18   /* always an immediate int */
};
/* A coefficient that would have more digits is MemoryError at once. */
#define DIGITS_MAX ((int64_t)4000000000)

static _Atomic(Value) powers[POWERS_KEPT];

static const uint64_t small_powers[] = {1,
                                        10,
                                        100,
                                        1000,
                                        10000,
                                        100000,
                                        1000000,
                                        10000000,
                                        100000000,
                                        1000000000,
                                        10000000000,
                                        100000000000,
                                        1000000000000,
                                        10000000000000,
                                        100000000000000,
                                        1000000000000000,
                                        10000000000000000,
                                        100000000000000000,
                                        1000000000000000000,
                                        10000000000000000000u};

/* --- 128 bits ------------------------------------------------------------- */

static Wide wide_pow10(int64_t k)
{
    return k < 20 ? small_powers[k]
                  : (Wide)small_powers[19] * small_powers[k - 19];
}

static bool as_wide(Value v, Wide *out)
{
    PyLong *l = (PyLong *)v;

    if (is_tagged_int(v)) {
        *out = (Wide)tagged_int_value(v);
        return true;
    }
    if (l->size > 2)
        return false;
    *out = (Wide)l->limbs[0] | (l->size == 2 ? (Wide)l->limbs[1] << 64 : 0);
    return true;
}

Value coeff_from_wide(Wide w)
{
    return w <= (Wide)INT_TAG_MAX ? tag_int((int64_t)w)
                                  : long_from_parts(false, w);
}

static int wide_bits(Wide w)
{
    uint64_t high = (uint64_t)(w >> 64), low = (uint64_t)w;

    if (high)
        return 128 - __builtin_clzll(high);
    return low ? 64 - __builtin_clzll(low) : 0;
}

static int wide_digits(Wide w)
{
    int n = wide_bits(w) * 1233 >> 12; /* log10(2) */

    if (n < WIDE_DIGITS + 1 && w >= wide_pow10(n))
        n++;
    return n ? n : 1;
}

/* --- any size ------------------------------------------------------------- */

Value coeff_from_long(Value v)
{
    int64_t i;

    if (!v)
        return NULL;
    if (long_fits_int64(v, &i))
        return int_fits_tag(i) ? tag_int(i) : long_from_int64(i);
    return v;
}

static Value power_of_ten(int64_t k)
{
    if (k > DIGITS_MAX)
        return err_no_memory();
    if (k <= WIDE_DIGITS)
        return coeff_from_wide(wide_pow10(k));
    return long_power(tag_int(10), tag_int(k), NONE);
}

Value coeff_pow10(int64_t k)
{
    Value v;

    if (k <= 0)
        return tag_int(1);
    if (k <= SMALL_DIGITS)
        return tag_int((int64_t)small_powers[k]);
    if (k >= POWERS_KEPT)
        return power_of_ten(k);
    v = atomic_load_explicit(&powers[k], memory_order_acquire);
    if (v)
        return v;
    v = power_of_ten(k);
    if (v)
        atomic_store_explicit(&powers[k], v, memory_order_release);
    return v;
}

Value coeff_add(Value a, Value b)
{
    Wide x, y, sum;

    if (!a || !b)
        return NULL;
    if (as_wide(a, &x) && as_wide(b, &y) && !__builtin_add_overflow(x, y, &sum))
        return coeff_from_wide(sum);
    return coeff_from_long(long_add(a, b));
}

Value coeff_sub(Value a, Value b)
{
    Wide x, y;

    if (!a || !b)
        return NULL;
    if (as_wide(a, &x) && as_wide(b, &y))
        return coeff_from_wide(x - y);
    return coeff_from_long(long_sub(a, b));
}

Value coeff_mul(Value a, Value b)
{
    Wide x, y, product;

    if (!a || !b)
        return NULL;
    if (as_wide(a, &x) && as_wide(b, &y) &&
        !__builtin_mul_overflow(x, y, &product))
        return coeff_from_wide(product);
    return coeff_from_long(long_mul(a, b));
}

bool coeff_divmod(Value a, Value b, Value *q, Value *r)
{
    Wide x, y;

    if (!a || !b)
        return false;
    if (as_wide(a, &x) && as_wide(b, &y)) {
        Wide quotient = x >> 64 || y >> 64 ? x / y : (uint64_t)x / (uint64_t)y;

        *q = coeff_from_wide(quotient);
        *r = coeff_from_wide(x - quotient * y);
        return true;
    }
    if (!long_divmod(a, b, q, r))
        return false;
    *q = coeff_from_long(*q);
    *r = coeff_from_long(*r);
    return *q && *r;
}

Value coeff_shift(Value a, int64_t k)
{
    if (k == 0 || a == tag_int(0))
        return a;
    return coeff_mul(a, coeff_pow10(k));
}

int coeff_compare(Value a, Value b)
{
    Wide x, y;

    if (as_wide(a, &x) && as_wide(b, &y))
        return (x > y) - (x < y);
    return long_compare(a, b);
}

Value coeff_sqrt(Value a)
{
    LongView w;
    mpz_t view, root;
    Value v;

    long_view(a, &w);
    mpz_init(root);
    mpz_sqrt(root, mpz_roinit_n(view, w.p, w.n));
    v = long_from_limbs(mpz_limbs_read(root), (int64_t)mpz_size(root), false);
    mpz_clear(root);
    return coeff_from_long(v);
}

int64_t coeff_digits(Value a)
{
    int64_t n;
    Value power;
    Wide w;

    if (as_wide(a, &w))
        return wide_digits(w);
    /* log10(2) in 32 bits; too small by less than one digit. */
    n = (int64_t)((Wide)(long_bit_length(a) - 1) * 1292913986u >> 32) + 1;
    power = coeff_pow10(n);
    if (!power) {
        err_clear();
        return n;
    }
    return n + (coeff_compare(a, power) >= 0);
}

int coeff_last_digit(Value a)
{
    LongView w;

    if (is_tagged_int(a))
        return (int)(tagged_int_value(a) % 10);
    long_view(a, &w);
    return (int)mpn_mod_1(w.p, w.n, 10);
}

/* --- text ----------------------------------------------------------------- */

static char *small_text(uint64_t n, int64_t *length)
{
    char digits[20], *p = digits + sizeof digits, *out;

    do
        *--p = (char)('0' + n % 10);
    while (n /= 10);
    *length = digits + sizeof digits - p;
    out = gc_bytes((size_t)*length + 1);
    if (out) {
        memcpy(out, p, (size_t)*length);
        out[*length] = 0;
    }
    return out;
}

char *coeff_text(Value a, int64_t *length)
{
    if (is_tagged_int(a))
        return small_text((uint64_t)tagged_int_value(a), length);
    return long_digits(a, 10, length);
}

Value coeff_from_text(const char *digits, int64_t length)
{
    Wide w = 0;

    if (length > WIDE_DIGITS)
        return coeff_from_long(long_from_string(digits, length, 10));
    for (int64_t i = 0; i < length; i++)
        w = w * 10 + (unsigned)(digits[i] - '0');
    return coeff_from_wide(w);
}
