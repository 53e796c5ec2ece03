/* Register code to code objects in collected memory. */
#include "eval/eval.h"

#include "constants.h"

/* Bytes of an array in the block: each begins where any type may. */
static size_t room(int32_t n, size_t size)
{
    return ((size_t)n * size + 7) & ~(size_t)7;
}

static const void *append(char **at, const void *data, int32_t n, size_t size)
{
    char *copy = *at;

    if (n)
        memcpy(copy, data, (size_t)n * size);
    *at += room(n, size);
    return copy;
}

/* Plain data, in one block, with the instructions first.  False with
 * MemoryError, as for the others here. */
static bool copy_data(EvalCode *c, const Proto *p)
{
    size_t size =
        room(p->ncode, sizeof *p->code) + room(p->nlines, sizeof *p->lines) +
        room(p->ncatches, sizeof *p->catches) +
        room(p->nmarks, sizeof *p->marks) + room(p->nvars, sizeof *p->vars) +
        room(p->nnests, sizeof *p->nests) + room(p->ncalls, sizeof *p->calls);
    char *at = gc_bytes(size);

    if (!at)
        return false;
    c->ncode = p->ncode;
    c->nlines = p->nlines;
    c->ncatches = p->ncatches;
    c->nmarks = p->nmarks;
    c->nvars = p->nvars;
    c->nnests = p->nnests;
    c->ncalls = p->ncalls;
    c->insns = append(&at, p->code, p->ncode, sizeof *p->code);
    c->lines = append(&at, p->lines, p->nlines, sizeof *p->lines);
    c->catches = append(&at, p->catches, p->ncatches, sizeof *p->catches);
    c->marks = append(&at, p->marks, p->nmarks, sizeof *p->marks);
    c->vars = append(&at, p->vars, p->nvars, sizeof *p->vars);
    c->nests = append(&at, p->nests, p->nnests, sizeof *p->nests);
    c->calls = append(&at, p->calls, p->ncalls, sizeof *p->calls);
    return true;
}

static Value pool_value(const PoolItem *item, const Value *k)
{
    switch (item->kind) {
    case POOL_const:
        return k[item->value];
    case POOL_none:
        return NONE;
    case POOL_true:
        return TRUE_VALUE;
    case POOL_false:
        return FALSE_VALUE;
    case POOL_ellipsis:
        return ELLIPSIS;
    default:
        return (Value)(uintptr_t)item->value;
    }
}

static const Value *make_pool(const Proto *p, const Value *k)
{
    Value *pool = gc_array((size_t)p->npool + 1);

    for (int i = 0; pool && i < p->npool; i++)
        pool[i] = pool_value(&p->pool[i], k);
    return pool;
}

/* co_consts: the docstring, and what the pool holds. */
static PyTuple *make_consts(const Proto *p, const Value *k)
{
    int64_t n = 1;
    PyTuple *t;

    for (int i = 0; i < p->npool; i++)
        n += p->pool[i].kind == POOL_const;
    t = tuple_new(n);
    if (!t)
        return NULL;
    t->items[0] = p->doc < 0 ? NONE : k[p->doc];
    n = 1;
    for (int i = 0; i < p->npool; i++)
        if (p->pool[i].kind == POOL_const)
            t->items[n++] = k[p->pool[i].value];
    return t;
}

static bool fill_code(PyCode *c, const Proto *p, const Value *k,
                      PyStr *filename)
{
    c->entry = eval_entry;
    c->argcount = p->argcount;
    c->nparams = p->nparams;
    c->flags = p->flags;
    c->firstlineno = p->firstlineno;
    c->nlocals = p->nlocals;
    c->name = (PyStr *)k[p->name];
    c->filename = filename;
    c->varnames = (PyTuple *)k[p->varnames];
    c->freevars = (PyTuple *)k[p->freevars];
    c->cellvars = (PyTuple *)k[p->cellvars];
    c->names = (PyTuple *)k[p->names];
    c->params = p->params < 0 ? NULL : (PyTuple *)k[p->params];
    c->consts = make_consts(p, k);
    return c->consts != NULL;
}

static bool fill(EvalCode *c, const Proto *p, const Value *k, PyStr *filename)
{
    c->pool = make_pool(p, k);
    c->k = k;
    c->caches = p->ncaches ? gc_array((size_t)p->ncaches) : NULL;
    if (!c->pool || (p->ncaches && !c->caches))
        return false;
    c->npool = p->npool;
    c->nregs = p->nregs;
    c->nbuffer = p->nbuffer + 1;
    c->nframe = p->nframe;
    c->saves_handled = p->saves_handled;
    c->is_body = p->is_body;
    return fill_code(&c->code, p, k, filename) && copy_data(c, p);
}

/* --- what the text was compiled to, as two words ------------------------- */

/* Two lanes with multipliers of their own: odd, with bits all over. */
static void mix(uint64_t digest[2], uint64_t word)
{
    digest[0] = (digest[0] ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    digest[0] ^= digest[0] >> 29;
    digest[1] = (digest[1] + word) * UINT64_C(0xd6e8feb86659fd93);
    digest[1] ^= digest[1] >> 32;
}

static void mix_bytes(uint64_t digest[2], const void *data, size_t n)
{
    const char *p = data;
    uint64_t word;

    mix(digest, n);
    for (; n >= sizeof word; n -= sizeof word, p += sizeof word) {
        memcpy(&word, p, sizeof word);
        mix(digest, word);
    }
    word = 0;
    if (n) /* p may be NULL, which memcpy does not take */
        memcpy(&word, p, n);
    mix(digest, word);
}

static void mix_proto(uint64_t digest[2], const Proto *p)
{
    size_t ints = offsetof(Proto, saves_handled) - offsetof(Proto, ncode);

    mix_bytes(digest, &p->ncode, ints);
    mix(digest, (uint64_t)p->saves_handled);
    mix_bytes(digest, p->code, sizeof *p->code * (size_t)p->ncode);
    mix_bytes(digest, p->catches, sizeof *p->catches * (size_t)p->ncatches);
    for (int i = 0; i < p->npool; i++) {
        mix(digest, p->pool[i].kind);
        mix(digest, (uint64_t)p->pool[i].value);
    }
}

/* Like CPython's comparison this leaves out the lines of the code, but those
 * that functions start in. */
static void mix_module(uint64_t digest[2], const ProtoModule *pm)
{
    mix_bytes(digest, pm->constants, pm->nbytes);
    for (int i = 0; i < pm->nprotos; i++)
        mix_proto(digest, &pm->protos[i]);
}

EvalCode *eval_load(const ProtoModule *pm, PyStr *filename,
                    const EvalText *origin)
{
    Value *k = gc_array((size_t)pm->nconstants + 1);
    EvalCode **all = (EvalCode **)gc_array((size_t)pm->nprotos);
    uint64_t digest[2] = {0, 0};

    if (!k || !all || constants_load(pm->constants, k, pm->nconstants) < 0)
        return NULL;
    for (int i = 0; i < pm->nprotos; i++)
        all[i] = gc_new(&code_type, sizeof **all);
    mix_module(digest, pm);
    for (int i = 0; i < pm->nprotos; i++) {
        mix(digest, (uint64_t)i);
        memcpy(all[i]->digest, digest, sizeof digest);
        if (!fill(all[i], &pm->protos[i], k, filename))
            return NULL;
        all[i]->siblings = all;
        all[i]->origin = origin;
        all[i]->index = i;
        all[i]->nsiblings = pm->nprotos;
    }
    return all[0];
}
