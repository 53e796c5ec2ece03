/* _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), with
 * Python 2.7's ways of seeding it and of drawing doubles and bits. */
#include <time.h>

#include "instance.h"
#include "long.h"
#include "module_support.h"
#include "number.h"

#include "methods_declare.h"
#include "_random.def"
#include "methods_end.h"

enum { MT_N = 624, MT_M = 397 };

/* index: the next word of state to be used; MT_N: a new block is due. */
typedef struct PyRandom {
    PyObject head;
    int32_t index;
    uint32_t state[MT_N];
} PyRandom;

/* --- the generator -------------------------------------------------------- */

static inline uint32_t twist(uint32_t high, uint32_t low, uint32_t far)
{
    uint32_t y = (high & 0x80000000) | (low & 0x7fffffff);

    return far ^ (y >> 1) ^ (low & 1 ? 0x9908b0df : 0);
}

static void next_block(PyRandom *r)
{
    uint32_t *s = r->state;
    int i = 0;

    for (; i < MT_N - MT_M; i++)
        s[i] = twist(s[i], s[i + 1], s[i + MT_M]);
    for (; i < MT_N - 1; i++)
        s[i] = twist(s[i], s[i + 1], s[i + MT_M - MT_N]);
    s[i] = twist(s[i], s[0], s[MT_M - 1]);
    r->index = 0;
}

static uint32_t next_word_locked(PyRandom *r) REQUIRES(r->head.lock);
static uint32_t next_word_locked(PyRandom *r)
{
    if (r->index >= MT_N)
        next_block(r);
    uint32_t y = r->state[r->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >> 18);
}

static void seed_word(PyRandom *r, uint32_t seed)
{
    r->state[0] = seed;
    for (uint32_t i = 1; i < MT_N; i++) {
        uint32_t previous = r->state[i - 1];
        r->state[i] = 1812433253 * (previous ^ (previous >> 30)) + i;
    }
    r->index = MT_N;
}

static void seed_words(PyRandom *r, const uint32_t *key, int64_t n)
{
    uint32_t *s = r->state;
    int i = 1;
    int64_t j = 0;

    seed_word(r, 19650218);
    for (int64_t k = n > MT_N ? n : MT_N; k; k--) {
        s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1664525)) + key[j] +
               (uint32_t)j;
        if (++i == MT_N) {
            s[0] = s[MT_N - 1];
            i = 1;
        }
        if (++j == n)
            j = 0;
    }
    for (int k = MT_N - 1; k; k--) {
        s[i] =
            (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * 1566083941)) - (uint32_t)i;
        if (++i == MT_N) {
            s[0] = s[MT_N - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000;
}

/* --- seeding -------------------------------------------------------------- */

/* The key is the magnitude of an int or long, or the hash of anything else
 * as an unsigned number. */
static int seed_value(PyRandom *r, Value v)
{
    LongView w;

    if (!is_integer(v)) {
        int64_t hash = op_hash(v);
        if (hash == -1 && err_pending())
            return -1;
        v = long_from_uint64((uint64_t)hash);
    }
    long_view(v, &w);
    uint32_t *key = gc_bytes((size_t)(2 * w.n + 1) * sizeof *key);
    if (!key)
        return -1;
    for (int64_t i = 0; i < w.n; i++) {
        key[2 * i] = (uint32_t)w.p[i];
        key[2 * i + 1] = (uint32_t)(w.p[i] >> 32);
    }
    int64_t n = 2 * w.n;
    while (n > 0 && key[n - 1] == 0)
        n--;
    lock_acquire(&r->head.lock);
    seed_words(r, key, n ? n : 1);
    lock_release(&r->head.lock);
    return 0;
}

static Value random_seed(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;

    if (nargs > 1)
        return err_format(&exc_TypeError,
                          "seed expected at most 1 arguments, got %lld",
                          (long long)nargs);
    if (nargs == 1 && args[0] != NONE)
        return seed_value(r, args[0]) < 0 ? NULL : NONE;
    lock_acquire(&r->head.lock);
    seed_word(r, (uint32_t)time(NULL));
    lock_release(&r->head.lock);
    return NONE;
}

static Value Random_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames);

/* --- drawing -------------------------------------------------------------- */

/* 53 bits of two words. */
static Value random_random(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;

    lock_acquire(&r->head.lock);
    uint32_t a = next_word_locked(r) >> 5, b = next_word_locked(r) >> 6;
    lock_release(&r->head.lock);
    return value_from_double((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

/* Words from the lowest on; of the last one the upper bits. */
static Value random_getrandbits(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;
    int bits;

    if (!value_as_int32(args[0], &bits))
        return NULL;
    if (bits <= 0)
        return err_format(&exc_ValueError,
                          "number of bits must be greater than zero");
    int64_t words = (bits - 1) / 32 + 1;
    PyLong *l = long_alloc((words + 1) / 2);
    if (!l)
        return NULL;
    memset(l->limbs, 0, (size_t)(words + 1) / 2 * sizeof *l->limbs);
    lock_acquire(&r->head.lock);
    for (int64_t i = 0; i < words; i++, bits -= 32) {
        uint32_t word = next_word_locked(r);
        if (bits < 32)
            word >>= 32 - bits;
        l->limbs[i / 2] |= (mp_limb_t)word << (i % 2 * 32);
    }
    lock_release(&r->head.lock);
    return long_finish(l, (words + 1) / 2, false);
}

/* --- the state ------------------------------------------------------------ */

static Value random_getstate(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;
    PyRandom copy;
    PyTuple *t = tuple_new(MT_N + 1);

    if (!t)
        return NULL;
    lock_acquire(&r->head.lock);
    copy.index = r->index;
    memcpy(copy.state, r->state, sizeof copy.state);
    lock_release(&r->head.lock);
    for (int i = 0; i < MT_N; i++)
        tuple_init_item(t, i, long_from_int64(copy.state[i]));
    tuple_init_item(t, MT_N, long_from_int64(copy.index));
    return (Value)t;
}

static bool state_word(Value v, uint32_t *out)
{
    if (!is_integer(v)) {
        err_bad_internal_call();
        return false;
    }
    if (long_sign(v) < 0) {
        err_format(&exc_OverflowError,
                   "can't convert negative value to unsigned long");
        return false;
    }
    *out = (uint32_t)long_mask64(v);
    return true;
}

static Value random_setstate(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;
    uint32_t state[MT_N];
    PyTuple *t = (PyTuple *)args[0];

    if (!has_type_flag(args[0], TYPE_TUPLE))
        return err_format(&exc_TypeError, "state vector must be a tuple");
    if (tuple_length(t) != MT_N + 1)
        return err_format(&exc_ValueError, "state vector is the wrong size");
    for (int i = 0; i < MT_N; i++)
        if (!state_word(tuple_get(t, i), &state[i]))
            return NULL;
    int64_t index = value_as_int64(tuple_get(t, MT_N));
    if (index == -1 && err_pending())
        return NULL;
    if (index < 0 || index > MT_N)
        return err_format(&exc_ValueError, "invalid state");
    lock_acquire(&r->head.lock);
    r->index = (int32_t)index;
    memcpy(r->state, state, sizeof state);
    lock_release(&r->head.lock);
    return NONE;
}

/* n modulo i for 1 < i < MT_N. */
static int64_t small_remainder(Value n, int64_t i)
{
    LongView w;

    long_view(n, &w);
    int64_t r = w.n ? (int64_t)mpn_mod_1(w.p, w.n, (mp_limb_t)i) : 0;
    return w.negative && r ? i - r : r;
}

/* Not a true jump: shuffles the state by n and perturbs it, as 2.7 does. */
static Value random_jumpahead(Value self, const Value *args, Py_ssize nargs)
{
    PyRandom *r = (PyRandom *)self;
    uint32_t nonzero = 0;

    if (!is_integer(args[0]))
        return err_format(&exc_TypeError,
                          "jumpahead requires an integer, not '%s'",
                          type_name_of(args[0]));
    lock_acquire(&r->head.lock);
    for (int i = MT_N - 1; i > 1; i--) {
        int64_t j = small_remainder(args[0], i);
        uint32_t t = r->state[i];
        r->state[i] = r->state[j];
        r->state[j] = t;
    }
    for (uint32_t i = 1; i < MT_N; i++) {
        r->state[i] += i + 1;
        nonzero |= r->state[i];
    }
    if (nonzero)
        r->state[0]++;
    else
        r->state[0] = 0x80000000;
    r->index = MT_N;
    lock_release(&r->head.lock);
    return NONE;
}

/* --- the type ------------------------------------------------------------- */

static const NativeDef Random_methods[] = {
#include "methods_table.h"
#include "_random.def"
#include "methods_end.h"
    {0}};

static PyType Random_type = {
    .head.type = &type_type,
    .name = "_random.Random",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyRandom),
    .methods = Random_methods,
    .new_instance = Random_new,
};

static Value Random_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    if (type == &Random_type && kwnames && tuple_length(kwnames))
        return err_format(&exc_TypeError,
                          "Random() does not take keyword arguments");
    PyRandom *r = instance_new(type);
    return r && random_seed((Value)r, args, nargs) ? (Value)r : NULL;
}

static int random_init(PyModule *m)
{
    return module_add_type(m, &Random_type);
}

const NativeModule native_module__random = {
    .name = "_random",
    .doc = "Class Random: numbers of the Mersenne Twister MT19937.",
    .init = random_init,
};
