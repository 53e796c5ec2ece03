/* Arithmetic of longs on GMP's mpn functions.  Operands of up to one limb go
 * through 128-bit C integers.  Operands are never written; every result is a
 * new object. */
#include <math.h>
#if defined(__x86_64__)
#include <immintrin.h>
#include <sys/platform/x86.h>
#endif

#include "long.h"
#include "number.h"
#include "number_fast.h"

PyLong *long_alloc(int64_t n)
{
    size_t room = n > 0 ? (size_t)n : 1, bytes;
    PyLong *spare;

    if (n > LONG_MAX_LIMBS)
        return err_no_memory();
    bytes = offsetof(PyLong, limbs) + room * sizeof(mp_limb_t);
    spare = long_spare_or_null(bytes);
    return spare ? spare : gc_new_atomic(&long_type, bytes);
}

Value long_finish(PyLong *l, int64_t n, bool negative)
{
    while (n > 0 && l->limbs[n - 1] == 0)
        n--;
    l->size = negative ? -n : n;
    return (Value)l;
}

Value long_from_limbs(const mp_limb_t *p, int64_t n, bool negative)
{
    while (n > 0 && p[n - 1] == 0)
        n--;
    PyLong *l = long_alloc(n);
    if (!l)
        return NULL;
    if (n > 0)
        mpn_copyi(l->limbs, p, n);
    l->size = negative ? -n : n;
    return (Value)l;
}

Value long_from_parts(bool negative, unsigned __int128 magnitude)
{
    mp_limb_t high = (mp_limb_t)(magnitude >> 64);
    PyLong *l = long_alloc(high ? 2 : 1);

    if (!l)
        return NULL;
    l->limbs[0] = (mp_limb_t)magnitude;
    if (high)
        l->limbs[1] = high;
    return long_finish(l, high ? 2 : 1, negative);
}

Value long_from_int128(__int128 i)
{
    return long_from_parts(i < 0, i < 0 ? -(unsigned __int128)i
                                        : (unsigned __int128)i);
}

static inline __int128 small_value(const LongView *w)
{
    __int128 magnitude = w->n ? w->p[0] : 0;

    return w->negative ? -magnitude : magnitude;
}

/* --- sum and difference --------------------------------------------------- */

static Value add_magnitudes(const LongView *a, const LongView *b, bool negative)
{
    if (a->n < b->n) {
        const LongView *t = a;
        a = b;
        b = t;
    }
    PyLong *r = long_alloc(a->n + 1);
    if (!r)
        return NULL;
    r->limbs[a->n] = b->n ? mpn_add(r->limbs, a->p, a->n, b->p, b->n) : 0;
    if (!b->n)
        mpn_copyi(r->limbs, a->p, a->n);
    return long_finish(r, a->n + 1, negative);
}

static int compare_magnitudes(const LongView *a, const LongView *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    return a->n ? mpn_cmp(a->p, b->p, a->n) : 0;
}

/* The sign is that of a's magnitude minus b's, flipped by `negative`. */
static Value sub_magnitudes(const LongView *a, const LongView *b, bool negative)
{
    if (compare_magnitudes(a, b) < 0) {
        const LongView *t = a;
        a = b;
        b = t;
        negative = !negative;
    }
    PyLong *r = long_alloc(a->n);
    if (!r)
        return NULL;
    if (b->n)
        mpn_sub(r->limbs, a->p, a->n, b->p, b->n);
    else if (a->n)
        mpn_copyi(r->limbs, a->p, a->n);
    return long_finish(r, a->n, negative);
}

static Value add_views(const LongView *a, const LongView *b)
{
    if (a->n <= 1 && b->n <= 1)
        return long_from_int128(small_value(a) + small_value(b));
    if (a->negative == b->negative)
        return add_magnitudes(a, b, a->negative);
    return sub_magnitudes(a, b, a->negative);
}

Value long_add(Value a, Value b)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    return add_views(&va, &vb);
}

Value long_sub(Value a, Value b)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    vb.negative = !vb.negative;
    return add_views(&va, &vb);
}

Value long_neg(Value a)
{
    LongView v;

    long_view(a, &v);
    return long_from_limbs(v.p, v.n, !v.negative);
}

Value long_invert(Value a)
{
    return long_sub(tag_int(-1), a);
}

int long_compare_views(const LongView *a, const LongView *b)
{
    if (a->n == 0 && b->n == 0)
        return 0;
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    int order = compare_magnitudes(a, b);
    order = order < 0 ? -1 : order > 0;
    return a->negative ? -order : order;
}

int long_compare(Value a, Value b)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    if (va.n == 0)
        va.negative = false;
    if (vb.n == 0)
        vb.negative = false;
    return long_compare_views(&va, &vb);
}

/* --- product and power ---------------------------------------------------- */

#if defined(__x86_64__)
/* mpn_mul_1 with the instructions of processors since 2013, which GMP built
 * for all processors does without: about half the time. */
__attribute__((target("bmi2"))) static mp_limb_t
mul_limb_bmi2(mp_limb_t *r, const mp_limb_t *a, int64_t n, mp_limb_t b)
{
    unsigned long long carry = 0, low[4], high[4];
    unsigned char c;
    int64_t i = 0;

    for (; i + 4 <= n; i += 4) {
        for (int k = 0; k < 4; k++)
            low[k] = _mulx_u64(a[i + k], b, &high[k]);
        c = _addcarry_u64(0, low[0], carry, &low[0]);
        c = _addcarry_u64(c, low[1], high[0], &low[1]);
        c = _addcarry_u64(c, low[2], high[1], &low[2]);
        c = _addcarry_u64(c, low[3], high[2], &low[3]);
        carry = high[3] + c;
        for (int k = 0; k < 4; k++)
            r[i + k] = low[k];
    }
    for (; i < n; i++) {
        unsigned __int128 p = (unsigned __int128)a[i] * b + carry;

        r[i] = (mp_limb_t)p;
        carry = (mp_limb_t)(p >> 64);
    }
    return carry;
}

static mp_limb_t mul_limb(mp_limb_t *r, const mp_limb_t *a, int64_t n,
                          mp_limb_t b)
{
    /* libc has asked the processor already; each cpuid traps in a guest. */
    return CPU_FEATURE_ACTIVE(BMI2) ? mul_limb_bmi2(r, a, n, b)
                                    : mpn_mul_1(r, a, n, b);
}
#else
#define mul_limb mpn_mul_1
#endif

static Value mul_views(const LongView *a, const LongView *b)
{
    bool negative = a->negative != b->negative;

    if (a->n < b->n) {
        const LongView *t = a;
        a = b;
        b = t;
    }
    if (b->n == 0)
        return long_from_parts(false, 0);
    if (a->n == 1)
        return long_from_parts(negative, (unsigned __int128)a->p[0] * b->p[0]);
    PyLong *r = long_alloc(a->n + b->n);
    if (!r)
        return NULL;
    if (b->n == 1)
        r->limbs[a->n] = mul_limb(r->limbs, a->p, a->n, b->p[0]);
    else if (a->p == b->p && a->n == b->n)
        mpn_sqr(r->limbs, a->p, a->n);
    else
        mpn_mul(r->limbs, a->p, a->n, b->p, b->n);
    return long_finish(r, a->n + b->n, negative);
}

Value long_mul(Value a, Value b)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    return mul_views(&va, &vb);
}

static int64_t bits_of(const LongView *w)
{
    return w->n ? w->n * 64 - __builtin_clzll(w->p[w->n - 1]) : 0;
}

/* Left-to-right square and multiply; e > 0.  Checks the size of the result
 * beforehand, since GMP ends the process when it runs out of memory. */
static Value power_plain(const LongView *base, int64_t e)
{
    __int128 bits = (__int128)bits_of(base) * e;
    mpz_t b, r;

    if (bits / 64 > LONG_MAX_LIMBS || !long_alloc((int64_t)(bits / 64) + 1))
        return err_pending() ? NULL : err_no_memory();
    mpz_init(r);
    mpz_pow_ui(r, mpz_roinit_n(b, base->p, base->n), (unsigned long)e);
    Value result = long_from_limbs(mpz_limbs_read(r), (int64_t)mpz_size(r),
                                   base->negative && (e & 1));
    mpz_clear(r);
    return result;
}

/* |base| ** e mod |m|, then Python's sign rules. */
static Value power_modulo(const LongView *base, const LongView *e,
                          const LongView *m)
{
    mpz_t b, x, n, r;

    mpz_init(r);
    mpz_roinit_n(b, base->p, base->negative ? -base->n : base->n);
    mpz_roinit_n(x, e->p, e->n);
    mpz_roinit_n(n, m->p, m->n);
    mpz_powm(r, b, x, n);
    if (m->negative && mpz_sgn(r) != 0)
        mpz_sub(r, n, r);
    Value result =
        long_from_limbs(mpz_limbs_read(r), (int64_t)mpz_size(r), m->negative);
    mpz_clear(r);
    return result;
}

/* With a negative modulus the result is r - |m|, whose magnitude
 * power_modulo leaves. */
Value long_power(Value a, Value b, Value mod_or_none)
{
    LongView base, e, m;

    long_view(a, &base);
    long_view(b, &e);
    if (e.negative && e.n) {
        if (mod_or_none != NONE)
            return err_format(&exc_TypeError,
                              "pow() 2nd argument cannot be negative when 3rd "
                              "argument specified");
        double x = long_as_double(a);
        if (x == -1.0 && err_pending())
            return NULL;
        double y = long_as_double(b);
        if (y == -1.0 && err_pending())
            return NULL;
        return float_power_double(x, y);
    }
    if (mod_or_none != NONE) {
        long_view(mod_or_none, &m);
        if (m.n == 0)
            return err_format(&exc_ValueError,
                              "pow() 3rd argument cannot be 0");
        return power_modulo(&base, &e, &m);
    }
    if (e.n == 0)
        return long_from_int64(1);
    if (base.n == 0)
        return long_from_int64(0);
    if (base.n == 1 && base.p[0] == 1)
        return long_from_int64(base.negative && (e.p[0] & 1) ? -1 : 1);
    if (e.n > 1 || e.p[0] > INT64_MAX)
        return err_no_memory();
    return power_plain(&base, (int64_t)e.p[0]);
}

/* --- division ------------------------------------------------------------- */

static bool divmod_small(__int128 a, __int128 b, Value *quotient,
                         Value *remainder)
{
    __int128 q = a / b, r = a % b;

    if (r != 0 && (r ^ b) < 0) {
        q--;
        r += b;
    }
    if (quotient && !(*quotient = long_from_int128(q)))
        return false;
    return !remainder || (*remainder = long_from_int128(r));
}

/* Floors a truncated division: operands had different signs and the remainder
 * is not zero. */
static void floor_quotient(PyLong *q, int64_t *nq, PyLong *r,
                           const LongView *divisor)
{
    mp_limb_t carry = mpn_add_1(q->limbs, q->limbs, *nq, 1);

    q->limbs[(*nq)++] = carry;
    mpn_sub_n(r->limbs, divisor->p, r->limbs, divisor->n);
}

/* A quotient much shorter than the divisor follows from the upper limbs:
 * with N, D = N1 * 2^s + ..., D1 * 2^s + ... and N1 = q * D1 + r, r >= q means
 * N1 >= q * (D1 + 1), so that q < N / D < q + 1.  NULL: r is too small. */
static PyLong *quotient_of_upper(const LongView *a, const LongView *b,
                                 int64_t nq)
{
    int64_t kept = nq + 2, dropped = b->n - kept;
    PyLong *q = long_alloc(nq + 1), *r = q ? long_alloc(kept) : NULL;

    if (!r)
        return NULL;
    mpn_tdiv_qr(q->limbs, r->limbs, 0, a->p + dropped, a->n - dropped,
                b->p + dropped, kept);
    q->limbs[nq] = 0;
    for (int64_t i = kept; i-- > nq;)
        if (r->limbs[i])
            return q;
    return mpn_cmp(r->limbs, q->limbs, nq) >= 0 ? q : NULL;
}

static bool divmod_views(const LongView *a, const LongView *b, Value *quotient,
                         Value *remainder)
{
    enum { LONGER = 8 }; /* limbs */
    int64_t nq = a->n - b->n + 1;
    PyLong *q, *r;

    if (!remainder && b->n > nq + LONGER &&
        (q = quotient_of_upper(a, b, nq)) != NULL) {
        if (a->negative != b->negative)
            mpn_add_1(q->limbs, q->limbs, nq + 1, 1);
        *quotient = long_finish(q, nq + 1, a->negative != b->negative);
        return true;
    }
    if (err_pending())
        return false;
    q = long_alloc(nq + 1);
    r = q ? long_alloc(b->n) : NULL;
    if (!r)
        return false;
    mpn_tdiv_qr(q->limbs, r->limbs, 0, a->p, a->n, b->p, b->n);
    if (a->negative != b->negative && !mpn_zero_p(r->limbs, b->n))
        floor_quotient(q, &nq, r, b);
    if (quotient)
        *quotient = long_finish(q, nq, a->negative != b->negative);
    if (remainder)
        *remainder = long_finish(r, b->n, b->negative);
    return true;
}

bool long_divmod(Value a, Value b, Value *quotient, Value *remainder)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    if (vb.n == 0) {
        err_format(&exc_ZeroDivisionError, "long division or modulo by zero");
        return false;
    }
    if (va.n <= 1 && vb.n <= 1)
        return divmod_small(small_value(&va), small_value(&vb), quotient,
                            remainder);
    if (va.n >= vb.n)
        return divmod_views(&va, &vb, quotient, remainder);
    /* |a| < |b| */
    bool floors = va.n != 0 && va.negative != vb.negative;
    if (quotient && !(*quotient = long_from_int64(floors ? -1 : 0)))
        return false;
    if (remainder)
        *remainder = floors ? add_views(&va, &vb)
                            : long_from_limbs(va.p, va.n, va.negative);
    return !remainder || *remainder;
}

/* --- shifts and bits ------------------------------------------------------ */

Value long_lshift_bits(Value a, int64_t bits)
{
    LongView v;
    int64_t words = bits / 64;
    unsigned rest = (unsigned)(bits % 64);

    long_view(a, &v);
    if (v.n == 0)
        return long_from_int64(0);
    if (words > LONG_MAX_LIMBS - v.n - 1)
        return err_no_memory();
    PyLong *r = long_alloc(v.n + words + 1);
    if (!r)
        return NULL;
    mp_limb_t *to = r->limbs + words;
    if (words)
        mpn_zero(r->limbs, words);
    to[v.n] = rest ? mpn_lshift(to, v.p, v.n, rest) : 0;
    if (!rest)
        mpn_copyi(to, v.p, v.n);
    return long_finish(r, v.n + words + 1, v.negative);
}

static bool low_bits_set(const LongView *v, int64_t words, unsigned rest)
{
    for (int64_t i = 0; i < words; i++)
        if (v->p[i])
            return true;
    return rest && (v->p[words] & (((mp_limb_t)1 << rest) - 1));
}

/* Floors: a negative value that loses a bit moves away from zero. */
Value long_rshift_bits(Value a, int64_t bits)
{
    LongView v;
    int64_t words = bits / 64;
    unsigned rest = (unsigned)(bits % 64);

    long_view(a, &v);
    if (words >= v.n)
        return long_from_int64(v.negative && v.n ? -1 : 0);
    int64_t n = v.n - words;
    PyLong *r = long_alloc(n + 1);
    if (!r)
        return NULL;
    if (rest)
        mpn_rshift(r->limbs, v.p + words, n, rest);
    else
        mpn_copyi(r->limbs, v.p + words, n);
    r->limbs[n] = 0;
    if (v.negative && low_bits_set(&v, words, rest))
        mpn_add_1(r->limbs, r->limbs, n + 1, 1);
    return long_finish(r, n + 1, v.negative);
}

/* The count of a shift; -1 with ValueError or OverflowError. */
static int64_t shift_count(Value b)
{
    int64_t count;

    if (!long_fits_int64(b, &count))
        err_format(&exc_OverflowError, "long int too large to convert to int");
    else if (count < 0)
        err_format(&exc_ValueError, "negative shift count");
    else
        return count;
    return -1;
}

Value long_lshift(Value a, Value b)
{
    int64_t bits = shift_count(b);

    return bits < 0 ? NULL : long_lshift_bits(a, bits);
}

Value long_rshift(Value a, Value b)
{
    int64_t bits = shift_count(b);

    return bits < 0 ? NULL : long_rshift_bits(a, bits);
}

/* Reads a value's limbs in two's complement, low to high, endlessly. */
typedef struct TwosReader {
    const LongView *v;
    int64_t i;
    mp_limb_t carry;
} TwosReader;

static mp_limb_t next_limb(TwosReader *t)
{
    mp_limb_t limb = t->i < t->v->n ? t->v->p[t->i] : 0;

    t->i++;
    if (!t->v->negative)
        return limb;
    limb = ~limb + t->carry;
    t->carry = t->carry && limb == 0;
    return limb;
}

static mp_limb_t bit_op(BinaryOp op, mp_limb_t a, mp_limb_t b)
{
    return op == BIN_and ? a & b : op == BIN_or ? a | b : a ^ b;
}

Value long_bitwise(BinaryOp op, Value a, Value b)
{
    LongView va, vb;

    long_view(a, &va);
    long_view(b, &vb);
    int64_t n = (va.n > vb.n ? va.n : vb.n) + 1;
    TwosReader ra = {&va, 0, 1}, rb = {&vb, 0, 1};
    PyLong *r = long_alloc(n);
    if (!r)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        r->limbs[i] = bit_op(op, next_limb(&ra), next_limb(&rb));
    bool negative = r->limbs[n - 1] >> 63;
    if (negative)
        mpn_neg(r->limbs, r->limbs, n);
    return long_finish(r, n, negative);
}

/* --- true division -------------------------------------------------------- */

double double_from_scaled(uint64_t q, int64_t e, bool sticky)
{
    if (q == 0)
        return 0.0;
    int64_t top = 64 - __builtin_clzll(q) + e; /* value in [2^(top-1), 2^top) */
    int64_t lowest = top - 53 < -1074 ? -1074 : top - 53;
    int64_t drop = lowest - e;

    if (drop <= 0)
        return e > 1100 ? HUGE_VAL : ldexp((double)q, (int)e);
    if (drop > 64)
        return 0.0;
    uint64_t kept = drop == 64 ? 0 : q >> drop;
    uint64_t half = (uint64_t)1 << (drop - 1);
    uint64_t rest = drop == 64 ? q : q & ((half << 1) - 1);
    if (rest > half || (rest == half && (sticky || (kept & 1))))
        kept++;
    return lowest > 1100 ? HUGE_VAL : ldexp((double)kept, (int)lowest);
}

/* The quotient of the magnitudes, to 62 or 63 bits and a sticky bit. */
static bool scaled_quotient(Value a, Value b, int64_t shift, uint64_t *q,
                            bool *sticky)
{
    Value quotient, remainder;

    if (shift < 0)
        a = long_lshift_bits(a, -shift);
    else
        b = long_lshift_bits(b, shift);
    if (!a || !b)
        return false;
    LongView va, vb;
    long_view(a, &va);
    long_view(b, &vb);
    va.negative = vb.negative = false;
    a = long_from_limbs(va.p, va.n, false);
    b = long_from_limbs(vb.p, vb.n, false);
    if (!a || !b || !long_divmod(a, b, &quotient, &remainder))
        return false;
    *q = long_mask64(quotient);
    *sticky = long_sign(remainder) != 0;
    return true;
}

Value long_true_div(Value a, Value b)
{
    LongView va, vb;
    uint64_t q;
    bool sticky;

    long_view(a, &va);
    long_view(b, &vb);
    if (vb.n == 0)
        return err_format(&exc_ZeroDivisionError, "division by zero");
    bool negative = va.negative != vb.negative;
    if (va.n == 0)
        return value_from_double(negative ? -0.0 : 0.0);
    int64_t shift = bits_of(&va) - bits_of(&vb) - 62;
    double d;
    if (shift > 1100 || shift < -1300) {
        d = shift > 0 ? HUGE_VAL : 0.0;
    } else {
        if (!scaled_quotient(a, b, shift, &q, &sticky))
            return NULL;
        d = double_from_scaled(q, shift, sticky);
    }
    if (isinf(d))
        return err_format(&exc_OverflowError,
                          "integer division result too large for a float");
    return value_from_double(negative ? -d : d);
}
