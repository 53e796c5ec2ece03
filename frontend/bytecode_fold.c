/* Operations on constants, computed while compiling as CPython's optimiser
 * does.  Left alone, though CPython computes them: formatting with %, products
 * of tuples, numbers of more than MAX_BITS. */
#include "frontend/bytecode_internal.h"

#include <gmp.h>
#include <math.h>

enum { MAX_BITS = 1 << 16, MAX_ITEMS = 20 /* CPython's limit */ };

bool const_is_true(const BcConst *c)
{
    const Number *n = &c->number;

    switch (c->kind) {
    case BC_none:
        return false;
    case BC_number:
        return n->kind == NUM_float || n->kind == NUM_imag
                   ? n->d != 0
                   : !n->fits || n->i != 0;
    case BC_text:
        return c->text.len != 0;
    case BC_tuple:
        return c->count != 0;
    default:
        return true;
    }
}

static BcConst *made(Arena *a, BcConst c)
{
    BcConst *p = arena_alloc(a, sizeof *p);

    *p = c;
    return p;
}

static BcConst *float_const(Arena *a, double d)
{
    return made(a, (BcConst){BC_number, .number = {NUM_float, .d = d}});
}

/* The result of z; long if it has to be. */
static BcConst *int_const(Arena *a, mpz_t z, bool is_long)
{
    Number n = {NUM_int, .base = 10};

    n.fits = mpz_fits_slong_p(z);
    n.i = n.fits ? mpz_get_si(z) : 0;
    if (is_long || !n.fits) {
        char *digits = arena_alloc(a, mpz_sizeinbase(z, 10) + 2);

        n.kind = NUM_long;
        n.digits = mpz_get_str(digits, 10, z);
    }
    return made(a, (BcConst){BC_number, .number = n});
}

static bool is_integer(const BcConst *c)
{
    return c->kind == BC_number &&
           (c->number.kind == NUM_int || c->number.kind == NUM_long);
}

static bool is_real(const BcConst *c)
{
    return is_integer(c) ||
           (c->kind == BC_number && c->number.kind == NUM_float);
}

static void to_mpz(mpz_t z, const Number *n)
{
    if (n->kind == NUM_int || n->fits)
        mpz_init_set_si(z, n->i);
    else
        mpz_init_set_str(z, n->digits, n->base);
}

static double to_double(const BcConst *c)
{
    mpz_t z;
    double d;

    if (c->number.kind == NUM_float)
        return c->number.d;
    to_mpz(z, &c->number);
    d = mpz_get_d(z);
    mpz_clear(z);
    return d;
}

/* False where the operation raises, or would be too large. */
static bool integer_op(mpz_t r, int op, const mpz_t x, const mpz_t y)
{
    bool small = mpz_cmp_ui(y, 0) >= 0 && mpz_cmp_ui(y, MAX_BITS) < 0;

    switch (op) {
    case BC_BINARY_ADD:
        mpz_add(r, x, y);
        return true;
    case BC_BINARY_SUBTRACT:
        mpz_sub(r, x, y);
        return true;
    case BC_BINARY_MULTIPLY:
        mpz_mul(r, x, y);
        return mpz_sizeinbase(r, 2) < MAX_BITS;
    case BC_BINARY_FLOOR_DIVIDE:
    case BC_BINARY_MODULO:
        if (!mpz_sgn(y))
            return false;
        (op == BC_BINARY_MODULO ? mpz_fdiv_r : mpz_fdiv_q)(r, x, y);
        return true;
    case BC_BINARY_POWER:
        if (!small || mpz_sizeinbase(x, 2) * mpz_get_ui(y) > MAX_BITS)
            return false;
        mpz_pow_ui(r, x, mpz_get_ui(y));
        return true;
    case BC_BINARY_LSHIFT:
        if (small)
            mpz_mul_2exp(r, x, mpz_get_ui(y));
        return small;
    case BC_BINARY_RSHIFT:
        if (small)
            mpz_fdiv_q_2exp(r, x, mpz_get_ui(y));
        return small;
    case BC_BINARY_AND:
        mpz_and(r, x, y);
        return true;
    case BC_BINARY_OR:
        mpz_ior(r, x, y);
        return true;
    case BC_BINARY_XOR:
        mpz_xor(r, x, y);
        return true;
    default:
        return false;
    }
}

static BcConst *fold_integers(Arena *a, int op, const Number *v,
                              const Number *w)
{
    BcConst *c = NULL;
    mpz_t x, y, r;

    to_mpz(x, v);
    to_mpz(y, w);
    mpz_init(r);
    if (integer_op(r, op, x, y))
        c = int_const(a, r, v->kind == NUM_long || w->kind == NUM_long);
    mpz_clears(x, y, r, NULL);
    return c;
}

/* The sign is the divisor's. */
static double float_mod(double x, double y)
{
    double r = fmod(x, y);

    return r == 0 ? copysign(0, y) : (y < 0) != (r < 0) ? r + y : r;
}

static double float_floor_div(double x, double y)
{
    double q = (x - float_mod(x, y)) / y, r = floor(q);

    return q == 0 ? copysign(0, x / y) : r + (q - r > 0.5);
}

static BcConst *fold_floats(Arena *a, int op, double x, double y)
{
    double r;

    switch (op) {
    case BC_BINARY_ADD:
        return float_const(a, x + y);
    case BC_BINARY_SUBTRACT:
        return float_const(a, x - y);
    case BC_BINARY_MULTIPLY:
        return float_const(a, x * y);
    case BC_BINARY_MODULO:
        return y == 0 ? NULL : float_const(a, float_mod(x, y));
    case BC_BINARY_FLOOR_DIVIDE:
        return y == 0 ? NULL : float_const(a, float_floor_div(x, y));
    case BC_BINARY_TRUE_DIVIDE:
        return y == 0 ? NULL : float_const(a, x / y);
    case BC_BINARY_POWER:
        r = pow(x, y);
        return isfinite(r) && (x > 0 || y == floor(y)) && (x != 0 || y >= 0)
                   ? float_const(a, r)
                   : NULL;
    default:
        return NULL;
    }
}

static BcConst *text_const(Arena *a, const char *x, size_t nx, const char *y,
                           size_t ny)
{
    char *data = arena_alloc(a, nx + ny + 1);

    memcpy(data, x, nx);
    memcpy(data + nx, y, ny);
    data[nx + ny] = 0;
    return made(a, (BcConst){BC_text, .text = {data, nx + ny, false}});
}

static BcConst *repeat_text(Arena *a, const Text *t, int64_t n)
{
    BcConst *r = text_const(a, "", 0, "", 0);

    if (n > 0 && (n > MAX_ITEMS || (int64_t)t->len * n > MAX_ITEMS))
        return NULL;
    for (; n > 0; n--)
        r = text_const(a, r->text.data, r->text.len, t->data, t->len);
    return r;
}

static BcConst *fold_texts(Arena *a, int op, const BcConst *v, const BcConst *w)
{
    const Text *t = &v->text;
    int64_t i;

    if (t->is_unicode)
        return NULL;
    if (op == BC_BINARY_ADD && w->kind == BC_text && !w->text.is_unicode)
        return t->len + w->text.len > MAX_ITEMS
                   ? NULL
                   : text_const(a, t->data, t->len, w->text.data, w->text.len);
    if (!is_integer(w) || !w->number.fits)
        return NULL;
    i = w->number.i;
    if (op == BC_BINARY_MULTIPLY)
        return repeat_text(a, t, i);
    i += i < 0 ? (int64_t)t->len : 0;
    return op == BC_BINARY_SUBSCR && i >= 0 && i < (int64_t)t->len
               ? text_const(a, t->data + i, 1, "", 0)
               : NULL;
}

static BcConst *fold_tuples(int op, const BcConst *v, const BcConst *w)
{
    int64_t i;

    if (op != BC_BINARY_SUBSCR || !is_integer(w) || !w->number.fits)
        return NULL;
    i = w->number.i + (w->number.i < 0 ? v->count : 0);
    return i >= 0 && i < v->count ? v->items[i] : NULL;
}

BcConst *fold_binary(Arena *a, int op, const BcConst *v, const BcConst *w)
{
    if (v->kind == BC_text)
        return fold_texts(a, op, v, w);
    if (v->kind == BC_tuple)
        return fold_tuples(op, v, w);
    if (is_integer(v) && w->kind == BC_text && op == BC_BINARY_MULTIPLY)
        return v->number.fits && !w->text.is_unicode
                   ? repeat_text(a, &w->text, v->number.i)
                   : NULL;
    if (!is_real(v) || !is_real(w))
        return NULL;
    if (is_integer(v) && is_integer(w) && op != BC_BINARY_TRUE_DIVIDE)
        return fold_integers(a, op, &v->number, &w->number);
    return fold_floats(a, op, to_double(v), to_double(w));
}

static BcConst *repr_const(Arena *a, int64_t i)
{
    const char *s = arena_printf(a, "%lld", (long long)i);

    return text_const(a, s, strlen(s), "", 0);
}

BcConst *fold_unary(Arena *a, int op, const BcConst *v)
{
    static const Number zero = {NUM_int, .fits = true};
    static const Number minus_one = {NUM_int, .i = -1, .fits = true};

    if (!is_real(v))
        return NULL;
    if (v->number.kind == NUM_float)
        return op == BC_UNARY_NEGATIVE && v->number.d != 0
                   ? float_const(a, -v->number.d)
                   : NULL;
    if (op == BC_UNARY_NEGATIVE)
        return const_is_true(v)
                   ? fold_integers(a, BC_BINARY_SUBTRACT, &zero, &v->number)
                   : NULL;
    if (op == BC_UNARY_INVERT)
        return fold_integers(a, BC_BINARY_XOR, &minus_one, &v->number);
    return v->number.kind == NUM_int ? repr_const(a, v->number.i) : NULL;
}
