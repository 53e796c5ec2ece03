/* itertools: product, permutations, combinations.  Each holds a pool of
 * items and an array of indices into it, advanced in lexicographic order. */
#include "itertools.h"
#include "cargs.h"
#include "tuple.h"

typedef struct PyCombinations {
    PyObject head;
    PyTuple *pool;
    int64_t *indices; /* r of them; permutations: one per item of the pool */
    int64_t *cycles;  /* permutations only */
    int64_t r;
    bool started, done;
} PyCombinations;

static inline PyCombinations *as_combinations(Value v)
{
    return (PyCombinations *)v;
}

/* The pool's items at the first r indices. */
static Value picked(PyCombinations *c)
{
    PyTuple *t = tuple_new(c->r);

    for (int64_t i = 0; t && i < c->r; i++)
        t->items[i] = c->pool->items[c->indices[i]];
    return (Value)t;
}

static int64_t *index_array(int64_t n)
{
    if (n > INT64_MAX / (int64_t)sizeof(int64_t) / 2)
        return err_no_memory();
    return gc_bytes((size_t)(n + 1) * sizeof(int64_t));
}

static bool parse(const char *name, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames, PyTuple **pool, int64_t *r)
{
    static const char *const names[] = {"iterable", "r"};
    Value out[2];

    if (args_parse(name, args, nargs, kwnames, names, 2, 2, out) < 0)
        return false;
    *r = value_as_ssize(out[1]);
    if (*r == -1 && err_pending())
        return false;
    *pool = op_tuple(out[0]);
    if (!*pool)
        return false;
    if (*r < 0) {
        err_format(&exc_ValueError, "r must be non-negative");
        return false;
    }
    return true;
}

/* --- combinations ----------------------------------------------------------
 */

static Value combinations_make(PyType *type, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    PyCombinations *c;
    PyTuple *pool;
    int64_t r;

    if (!parse("combinations", args, nargs, kwnames, &pool, &r))
        return NULL;
    c = iter_alloc(type, sizeof *c);
    c->pool = pool;
    c->r = r;
    c->done = r > pool->length;
    if (!c->done) {
        c->indices = index_array(r);
        for (int64_t i = 0; c->indices && i < r; i++)
            c->indices[i] = i;
    }
    return c->done || c->indices ? (Value)c : NULL;
}

static void advance_combinations(PyCombinations *c)
{
    int64_t i = c->r - 1, n = c->pool->length;

    while (i >= 0 && c->indices[i] == i + n - c->r)
        i--;
    if (i < 0) {
        c->done = true;
        return;
    }
    c->indices[i]++;
    for (i++; i < c->r; i++)
        c->indices[i] = c->indices[i - 1] + 1;
}

/* The next result, `advance` moving the indices. */
static Value step(PyCombinations *c, void (*advance)(PyCombinations *c))
{
    Value v = NULL;

    lock_acquire(&c->head.lock);
    if (!c->done) {
        if (c->started)
            advance(c);
        c->started = true;
        if (!c->done)
            v = picked(c);
    }
    lock_release(&c->head.lock);
    return v;
}

static Value combinations_next(Value self)
{
    return step(as_combinations(self), advance_combinations);
}

PLAIN_ITER_TYPE(combinations, PyCombinations,
                "combinations(iterable, r) --> combinations object\n\n"
                "Each way to pick r items without regard to order, as tuples.",
                combinations_make, combinations_next);

/* --- combinations with replacement
 * -------------------------------------------- */

static Value replacement_make(PyType *type, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    PyCombinations *c;
    PyTuple *pool;
    int64_t r;

    if (!parse("combinations_with_replacement", args, nargs, kwnames, &pool,
               &r))
        return NULL;
    c = iter_alloc(type, sizeof *c);
    c->pool = pool;
    c->r = r;
    c->done = pool->length == 0 && r > 0;
    c->indices = index_array(r);
    return c->indices ? (Value)c : NULL;
}

static void advance_replacement(PyCombinations *c)
{
    int64_t i = c->r - 1, n = c->pool->length, value;

    while (i >= 0 && c->indices[i] == n - 1)
        i--;
    if (i < 0) {
        c->done = true;
        return;
    }
    value = c->indices[i] + 1;
    for (; i < c->r; i++)
        c->indices[i] = value;
}

static Value replacement_next(Value self)
{
    return step(as_combinations(self), advance_replacement);
}

PLAIN_ITER_TYPE(
    combinations_with_replacement, PyCombinations,
    "combinations_with_replacement(iterable, r) --> "
    "combinations_with_replacement object\n\n"
    "Each way to pick r items without regard to order, the same one as "
    "often as\n"
    "wanted.",
    replacement_make, replacement_next);

/* --- permutations
 * --------------------------------------------------------------- */

static Value permutations_make(PyType *type, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    static const char *const names[] = {"iterable", "r"};
    PyCombinations *c;
    Value out[2];
    PyTuple *pool;
    int64_t n, r;

    if (args_parse("permutations", args, nargs, kwnames, names, 1, 2, out) <
            0 ||
        !(pool = op_tuple(out[0])))
        return NULL;
    n = r = pool->length;
    if (out[1] && out[1] != NONE) {
        r = has_type_flag(out[1], TYPE_FLOAT) ? (int64_t)float_value(out[1])
                                              : value_as_ssize(out[1]);
        if (r == -1 && err_pending())
            return NULL;
        if (r < 0)
            return err_format(&exc_ValueError, "r must be non-negative");
    }
    c = iter_alloc(type, sizeof *c);
    c->pool = pool;
    c->r = r;
    c->done = r > n;
    if (c->done)
        return (Value)c;
    c->indices = index_array(n);
    c->cycles = index_array(r);
    if (!c->indices || !c->cycles)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        c->indices[i] = i;
    for (int64_t i = 0; i < r; i++)
        c->cycles[i] = n - i;
    return (Value)c;
}

static void advance_permutations(PyCombinations *c)
{
    int64_t n = c->pool->length, *indices = c->indices;

    for (int64_t i = c->r - 1; i >= 0; i--) {
        int64_t first = indices[i], j;

        if (--c->cycles[i] > 0) {
            j = n - c->cycles[i];
            indices[i] = indices[j];
            indices[j] = first;
            return;
        }
        /* rotate indices[i:] left by one */
        for (j = i; j < n - 1; j++)
            indices[j] = indices[j + 1];
        indices[n - 1] = first;
        c->cycles[i] = n - i;
    }
    c->done = true;
}

static Value permutations_next(Value self)
{
    return step(as_combinations(self), advance_permutations);
}

PLAIN_ITER_TYPE(
    permutations, PyCombinations,
    "permutations(iterable[, r]) --> permutations object\n\n"
    "Each arrangement of r of the items (all, by default), as tuples.",
    permutations_make, permutations_next);

/* --- product
 * ------------------------------------------------------------------------ */

typedef struct PyProduct {
    PyObject head;
    PyTuple *pools;
    int64_t *indices; /* one per pool */
    bool started, done;
} PyProduct;

/* Takes the repeat keyword; false: TypeError, ValueError. */
static bool product_repeat(const Value *values, PyTuple *kwnames, int64_t *n)
{
    static const char *const names[] = {"repeat"};
    Value out;

    *n = 1;
    if (!kwnames || kwnames->length == 0)
        return true;
    if (args_parse("product", values, 0, kwnames, names, 0, 1, &out) < 0)
        return false;
    *n = value_as_ssize(out);
    if (*n == -1 && err_pending())
        return false;
    if (*n < 0) {
        err_format(&exc_ValueError, "repeat argument cannot be negative");
        return false;
    }
    return true;
}

static Value product_make(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    PyProduct *p;
    PyTuple *pools;
    int64_t n, count;

    if (!product_repeat(args + nargs, kwnames, &n))
        return NULL;
    count = n ? nargs : 0;
    if (count > 0 && n > INT64_MAX / 16 / count)
        return err_format(&exc_OverflowError, "repeat argument too large");
    pools = tuple_new(count * (n ? n : 1));
    if (!pools)
        return NULL;
    p = iter_alloc(type, sizeof *p);
    p->pools = pools;
    for (int64_t i = 0; i < count; i++) {
        PyTuple *pool = op_tuple(args[i]);

        if (!pool)
            return NULL;
        p->done |= pool->length == 0;
        for (int64_t j = i; j < pools->length; j += count)
            pools->items[j] = (Value)pool;
    }
    p->indices = index_array(pools->length);
    return p->indices ? (Value)p : NULL;
}

static void advance_product(PyProduct *p)
{
    for (int64_t i = p->pools->length - 1; i >= 0; i--) {
        if (++p->indices[i] < ((PyTuple *)p->pools->items[i])->length)
            return;
        p->indices[i] = 0;
    }
    p->done = true;
}

static Value product_next(Value self)
{
    PyProduct *p = (PyProduct *)self;
    PyTuple *t = NULL;

    lock_acquire(&p->head.lock);
    if (!p->done && p->started)
        advance_product(p);
    p->started = true;
    if (!p->done) {
        t = tuple_new(p->pools->length);
        for (int64_t i = 0; t && i < p->pools->length; i++)
            t->items[i] = ((PyTuple *)p->pools->items[i])->items[p->indices[i]];
    }
    lock_release(&p->head.lock);
    return (Value)t;
}

PLAIN_ITER_TYPE(
    product, PyProduct,
    "product(*iterables) --> product object\n"
    "product(*iterables, repeat=n) --> product object\n\n"
    "Tuples with an item of each iterable, in every way; the last one varies\n"
    "fastest.  repeat: as if the iterables were given n times.",
    product_make, product_next);
