/* The shortest decimal that reads back as a double: the Schubfach algorithm
 * (R. Giulietti, "The Schubfach way to render doubles", 2020).  It needs
 * powers of ten to 128 bits, rounded up; each is computed when it is first
 * wanted. */
#include <gmp.h>
#include <stdatomic.h>
#include <string.h>

#include "float_shortest.h"

enum { POWER_MIN = -292, POWER_MAX = 324 };

typedef struct Power {
    uint64_t high, low; /* 10^k scaled to [2^127, 2^128) */
    _Atomic bool ready;
} Power;

/* floor(log2(10^k)) for |k| <= 1233 */
static int floor_log2_pow10(int k)
{
    return (k * 1741647) >> 19;
}

/* Two threads may compute the same entry; they write the same words. */
static void compute_power(Power *p, int k)
{
    int e = floor_log2_pow10(k);
    mpz_t t, d;

    mpz_init(t);
    mpz_init(d);
    mpz_ui_pow_ui(d, 10, (unsigned long)(k < 0 ? -k : k));
    if (k < 0) {
        mpz_setbit(t, (mp_bitcnt_t)(127 - e));
        mpz_cdiv_q(t, t, d);
    } else if (e <= 127) {
        mpz_mul_2exp(t, d, (mp_bitcnt_t)(127 - e));
    } else {
        mpz_cdiv_q_2exp(t, d, (mp_bitcnt_t)(e - 127));
    }
    p->low = mpz_getlimbn(t, 0);
    p->high = mpz_getlimbn(t, 1);
    mpz_clear(t);
    mpz_clear(d);
    atomic_store_explicit(&p->ready, true, memory_order_release);
}

static const Power *power_of_ten(int k)
{
    static Power table[POWER_MAX - POWER_MIN + 1];
    Power *p = &table[k - POWER_MIN];

    if (!atomic_load_explicit(&p->ready, memory_order_acquire))
        compute_power(p, k);
    return p;
}

/* The upper bits of the product, with a sticky last bit. */
static uint64_t round_to_odd(const Power *g, uint64_t c)
{
    unsigned __int128 x = (unsigned __int128)g->low * c;
    unsigned __int128 y = (unsigned __int128)g->high * c + (uint64_t)(x >> 64);

    return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

/* c * 2^q, with the neighbour below at half the distance if `closer`. */
static uint64_t schubfach(uint64_t c, int q, bool closer, int *exponent)
{
    bool odd = c & 1;
    int k = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
    int h = q + floor_log2_pow10(-k) + 1;
    const Power *g = power_of_ten(-k);
    uint64_t below = round_to_odd(g, (4 * c - 2 + closer) << h) + odd;
    uint64_t value = round_to_odd(g, (4 * c) << h);
    uint64_t above = round_to_odd(g, (4 * c + 2) << h) - odd;
    uint64_t s = value / 4;

    *exponent = k;
    if (s >= 10) {
        uint64_t shorter = s / 10;
        bool down = below <= 40 * shorter, up = 40 * shorter + 40 <= above;
        if (down != up) {
            *exponent = k + 1;
            return shorter + up;
        }
    }
    bool down = below <= 4 * s, up = 4 * s + 4 <= above;
    if (down != up)
        return s + up;
    uint64_t middle = 4 * s + 2;
    return s + (value > middle || (value == middle && (s & 1)));
}

uint64_t float_shortest(double d, int *exponent)
{
    uint64_t bits;

    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & 0xfffffffffffff;
    int e = (int)(bits >> 52 & 0x7ff);
    if (e == 0)
        return schubfach(fraction, -1074, false, exponent);
    uint64_t c = fraction | (uint64_t)1 << 52;
    int q = e - 1075;
    if (q <= 0 && q > -53 && (c & (((uint64_t)1 << -q) - 1)) == 0) {
        *exponent = 0;
        return c >> -q;
    }
    return schubfach(c, q, fraction == 0 && e > 1, exponent);
}
