/* Construction and surgery of the IR, and the tables generated from ops.def. */
#include "ir/ir.h"

#include <stdio.h>

const char *const op_names[OP_COUNT] = {
#define OP(name, nargs, rep, flags) #name,
#include "ir/ops.def"
};

const int8_t op_nargs[OP_COUNT] = {
#define OP(name, nargs, rep, flags) nargs,
#include "ir/ops.def"
};

const uint8_t op_reps[OP_COUNT] = {
#define OP(name, nargs, rep, flags) REP_##rep,
#include "ir/ops.def"
};

#define RAISES OPF_RAISES
#define PURE OPF_PURE
#define READS OPF_READS
#define WRITES OPF_WRITES
#define NORET OPF_NORET
#define UNSET OPF_UNSET
const uint8_t op_flags[OP_COUNT] = {
#define OP(name, nargs, rep, flags) flags,
#include "ir/ops.def"
};
#undef RAISES
#undef PURE
#undef READS
#undef WRITES
#undef NORET
#undef UNSET

const char *rep_name(Rep rep)
{
    static const char *const names[] = {"none", "any", "i64",
                                        "f64",  "i1",  "ptr"};

    return names[rep];
}

Module *ir_module_new(Program *p, const Name *name, const char *filename)
{
    Module *m = ARENA_NEW(p->arena, Module);

    m->program = p;
    m->name = name;
    m->filename = filename;
    m->arena = ARENA_NEW(p->arena, Arena);
    m->global_map.arena = m->arena;
    vec_push(p->arena, &p->modules, m);
    return m;
}

/* The link name: module, then the path of scopes, made unique by index. */
static const char *fn_symbol(const Fn *fn)
{
    Module *m = fn->module;

    if (fn->kind == FN_module)
        return arena_printf(m->arena, "%s.<module>", m->name->text);
    return arena_printf(m->arena, "%s.%s.%d", m->name->text, fn->name->text,
                        fn->index);
}

Fn *ir_fn_new(Module *m, FnKind kind, Scope *scope, Fn *parent)
{
    Fn *fn = ARENA_NEW(m->arena, Fn);

    fn->module = m;
    fn->kind = kind;
    fn->scope = scope;
    fn->name = scope->name;
    fn->parent = parent;
    fn->index = m->fns.count;
    fn->arena = m->arena;
    vec_push(m->arena, &m->fns, fn);
    fn->symbol = fn_symbol(fn);
    fn->entry = ir_block_new(fn);
    return fn;
}

Block *ir_block_new(Fn *fn)
{
    Block *b = ARENA_NEW(fn->arena, Block);

    b->id = fn->nblocks++;
    b->fn = fn;
    vec_push(fn->arena, &fn->blocks, b);
    return b;
}

Inlined *ir_inlined(Fn *fn, Fn *callee, int line, Inlined *caller)
{
    Inlined *n = ARENA_NEW(fn->arena, Inlined);

    *n = (Inlined){.fn = callee, .line = line, .caller = caller};
    return n;
}

Value *ir_value_new(Fn *fn, Op op, int line, int nargs, Value *const *args)
{
    Value *v = ARENA_NEW(fn->arena, Value);

    v->op = op;
    v->rep = op_reps[op];
    v->type = TYPE_ANY;
    v->id = fn->nvalues++;
    v->line = line;
    v->nargs = nargs;
    if (nargs) {
        v->args = ARENA_ARRAY(fn->arena, Value *, nargs);
        memcpy(v->args, args, (size_t)nargs * sizeof *args);
    }
    return v;
}

Value *ir_append(Block *b, Op op, int line, int nargs, Value *const *args)
{
    Value *v = ir_value_new(b->fn, op, line, nargs, args);

    ir_insert_last(b, v);
    return v;
}

void ir_insert_last(Block *b, Value *v)
{
    v->block = b;
    v->next = NULL;
    v->prev = b->last;
    if (b->last)
        b->last->next = v;
    else
        b->first = v;
    b->last = v;
}

void ir_insert_first(Block *b, Value *v)
{
    v->block = b;
    v->prev = NULL;
    v->next = b->first;
    if (b->first)
        b->first->prev = v;
    else
        b->last = v;
    b->first = v;
}

void ir_insert_before(Value *where, Value *v)
{
    v->block = where->block;
    v->prev = where->prev;
    v->next = where;
    if (where->prev)
        where->prev->next = v;
    else
        where->block->first = v;
    where->prev = v;
}

void ir_insert_after(Value *where, Value *v)
{
    v->block = where->block;
    v->next = where->next;
    v->prev = where;
    if (where->next)
        where->next->prev = v;
    else
        where->block->last = v;
    where->next = v;
}

Block **ir_order(const Fn *fn, int *n)
{
    Block **order = ARENA_ARRAY(fn->arena, Block *, fn->nblocks + 1);
    Block **stack = ARENA_ARRAY(fn->arena, Block *, fn->nblocks + 1);
    int *next = ARENA_ARRAY(fn->arena, int, fn->nblocks + 1); /* 0: not seen */
    int depth = 0, at = fn->nblocks;

    stack[depth++] = fn->entry;
    next[fn->entry->id] = 1;
    while (depth) {
        Block *top = stack[depth - 1], *s;

        if (next[top->id] > top->succ.count) {
            order[--at] = top;
            depth--;
            continue;
        }
        s = top->succ.items[next[top->id]++ - 1];
        if (!next[s->id]) {
            next[s->id] = 1;
            stack[depth++] = s;
        }
    }
    *n = fn->nblocks - at;
    return order + at;
}

int ir_count_uses(const Value *v)
{
    int n = 0;

    FOREACH_BLOCK (v->block->fn, b) {
        n += b->cond == v;
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                n += u->args[i] == v;
    }
    return n;
}

void ir_remove(Value *v)
{
    if (v->prev)
        v->prev->next = v->next;
    else
        v->block->first = v->next;
    if (v->next)
        v->next->prev = v->prev;
    else
        v->block->last = v->prev;
    v->block = NULL;
}

void ir_add_arg(Fn *fn, Value *v, Value *arg)
{
    size_t used = (size_t)v->nargs * sizeof *v->args;

    v->args = arena_grow(fn->arena, v->args, used, used + sizeof *v->args);
    v->args[v->nargs++] = arg;
}

void ir_edge(Block *from, Block *to)
{
    vec_push(from->fn->arena, &from->succ, to);
    vec_push(from->fn->arena, &to->preds, from);
}

void ir_jump(Block *from, Block *to, int line)
{
    from->ctl = CTL_jump;
    from->line = line;
    ir_edge(from, to);
}

void ir_branch(Block *from, Value *cond, Block *yes, Block *no, int line)
{
    from->ctl = CTL_branch;
    from->cond = cond;
    from->line = line;
    ir_edge(from, yes);
    ir_edge(from, no);
}

void ir_return(Block *from, Value *v, int line)
{
    from->ctl = CTL_return;
    from->cond = v;
    from->line = line;
}

Block *ir_split_behind(Value *at)
{
    Block *b = at->block, *after = ir_block_new(b->fn);
    Value *first = at->next;

    after->in_loop = b->in_loop;
    after->cold = b->cold;
    after->surprise = b->surprise;
    after->ctl = b->ctl;
    after->cond = b->cond;
    after->line = b->line;
    after->succ = b->succ;
    for (int i = 0; i < after->succ.count; i++) {
        Block *s = after->succ.items[i];

        for (int k = 0; k < s->preds.count; k++)
            if (s->preds.items[k] == b)
                s->preds.items[k] = after;
    }
    memset(&b->succ, 0, sizeof b->succ);
    b->ctl = CTL_none;
    b->cond = NULL;
    if (first) {
        after->first = first;
        after->last = b->last;
        first->prev = NULL;
        for (Value *v = first; v; v = v->next)
            v->block = after;
    }
    b->last = at;
    at->next = NULL;
    return after;
}

/* Which of to's predecessors stands for the edge b->succ[edge]. */
static int pred_index(const Block *b, int edge)
{
    const Block *to = b->succ.items[edge];
    int earlier = 0, k = 0;

    for (int i = 0; i < edge; i++)
        earlier += b->succ.items[i] == to;
    while (to->preds.items[k] != b || earlier--)
        k++;
    return k;
}

bool ir_is_small(const Fn *fn)
{
    enum { SMALL_FUNCTION = 16 };

    return fn->kind == FN_function && fn->blocks.count < SMALL_FUNCTION;
}

Block *ir_split_edge(Block *b, int edge)
{
    Block *to = b->succ.items[edge], *mid = ir_block_new(b->fn);

    mid->ctl = CTL_jump;
    mid->line = b->line;
    mid->in_loop = b->in_loop;
    mid->cold = b->cold;
    mid->surprise = b->surprise;
    to->preds.items[pred_index(b, edge)] = mid;
    b->succ.items[edge] = mid;
    vec_push(b->fn->arena, &mid->succ, to);
    vec_push(b->fn->arena, &mid->preds, b);
    return mid;
}

void ir_mark_reached(Fn *fn, bool expected)
{
    VEC(Block *) work = {0};

    FOREACH_BLOCK (fn, b)
        b->mark = 0;
    fn->entry->mark = 1;
    vec_push(fn->arena, &work, fn->entry);
    while (work.count) {
        Block *b = vec_pop(&work);

        for (int i = 0; i < b->succ.count; i++) {
            Block *s = b->succ.items[i];

            if (!s->mark && !(expected && s->surprise)) {
                s->mark = 1;
                vec_push(fn->arena, &work, s);
            }
        }
    }
}

static void drop_dead_preds(Block *b)
{
    int n = 0;

    for (int i = 0; i < b->preds.count; i++) {
        if (!b->preds.items[i]->mark)
            continue;
        b->preds.items[n] = b->preds.items[i];
        for (Value *v = b->first; v && v->op == OP_phi; v = v->next)
            v->args[n] = v->args[i];
        n++;
    }
    b->preds.count = n;
    for (Value *v = b->first; v && v->op == OP_phi; v = v->next)
        v->nargs = n;
}

void ir_prune(Fn *fn)
{
    int n = 0;

    ir_mark_reached(fn, false);
    FOREACH_BLOCK (fn, b) {
        if (!b->mark)
            continue;
        drop_dead_preds(b);
        fn->blocks.items[n++] = b;
    }
    fn->blocks.count = n;
}

static Value *forwarded(Value *v)
{
    while (v && v->forward)
        v = v->forward;
    return v;
}

void ir_apply_forwards(Fn *fn)
{
    FOREACH_BLOCK (fn, b) {
        FOREACH_VALUE (b, v)
            for (int i = 0; i < v->nargs; i++)
                v->args[i] = forwarded(v->args[i]);
        b->cond = forwarded(b->cond);
    }
}

/* --- constants ------------------------------------------------------------ */

/* A constant of the module's hash table; the key bytes spell its content. */
struct ConstEntry {
    ConstEntry *next;
    uint64_t hash;
    size_t len;
    Const c;
    char key[];
};

static uint64_t hash_bytes(const unsigned char *p, size_t len)
{
    uint64_t h = 0xcbf29ce484222325ull; /* FNV-1a */

    for (size_t i = 0; i < len; i++)
        h = (h ^ p[i]) * 0x100000001b3ull;
    return h ^ h >> 32;
}

static void grow_table(Module *m)
{
    int size = m->const_table_size ? 2 * m->const_table_size : 16;
    ConstEntry **table = ARENA_ARRAY(m->arena, ConstEntry *, size);

    for (int i = 0; i < m->const_table_size; i++)
        for (ConstEntry *e = m->const_table[i], *next; e; e = next) {
            next = e->next;
            e->next = table[e->hash & (uint64_t)(size - 1)];
            table[e->hash & (uint64_t)(size - 1)] = e;
        }
    m->const_table = table;
    m->const_table_size = size;
}

static Const *new_const(Module *m, uint64_t hash, const void *key, size_t len)
{
    ConstEntry *e = arena_alloc(m->arena, sizeof *e + len + 1), **list;

    if (m->consts.count >= m->const_table_size)
        grow_table(m);
    list = &m->const_table[hash & (uint64_t)(m->const_table_size - 1)];
    e->next = *list;
    *list = e;
    e->hash = hash;
    e->len = len;
    memcpy(e->key, key, len);
    e->c.index = m->consts.count;
    vec_push(m->arena, &m->consts, &e->c);
    return &e->c;
}

/* Finds or makes the constant whose content the key bytes spell.  *bytes, if
 * wanted, is a copy of the key that lives as long. */
static Const *intern_const(Module *m, const void *key, size_t len, bool *fresh,
                           const char **bytes)
{
    uint64_t hash = hash_bytes(key, len);
    ConstEntry *e =
        m->const_table
            ? m->const_table[hash & (uint64_t)(m->const_table_size - 1)]
            : NULL;
    Const *c;

    while (e &&
           (e->hash != hash || e->len != len || memcmp(e->key, key, len) != 0))
        e = e->next;
    *fresh = !e;
    c = e ? &e->c : new_const(m, hash, key, len);
    if (bytes)
        *bytes = ((ConstEntry *)((char *)c - offsetof(ConstEntry, c)))->key;
    return c;
}

Const *const_int(Module *m, int64_t i)
{
    char key[40];
    bool fresh;
    int n = snprintf(key, sizeof key, "i%lld", (long long)i);
    Const *c = intern_const(m, key, (size_t)n, &fresh, NULL);

    c->kind = CONST_int;
    c->i = i;
    return c;
}

Const *const_float(Module *m, double d, ConstKind kind)
{
    char key[1 + sizeof d];
    bool fresh;
    Const *c;

    key[0] = kind == CONST_float ? 'f' : 'j';
    memcpy(key + 1, &d, sizeof d);
    c = intern_const(m, key, sizeof key, &fresh, NULL);
    c->kind = kind;
    c->d = d;
    return c;
}

Const *const_long(Module *m, const char *digits, int base)
{
    char *key = arena_printf(m->arena, "L%d:%s", base, digits);
    bool fresh;
    Const *c = intern_const(m, key, strlen(key), &fresh, NULL);

    c->kind = CONST_long;
    c->data = digits;
    c->len = strlen(digits);
    c->base = base;
    return c;
}

static bool looks_like_name(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = s[i];

        if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
              (c >= 'A' && c <= 'Z')))
            return false;
    }
    return true;
}

Const *const_str(Module *m, const char *data, size_t len, ConstKind kind)
{
    char small[128], *key = len < sizeof small ? small : xmalloc(len + 1);
    const char *bytes;
    bool fresh;
    Const *c;

    key[0] = kind == CONST_str ? 's' : 'u';
    memcpy(key + 1, data, len);
    c = intern_const(m, key, len + 1, &fresh, &bytes);
    if (key != small)
        free(key);
    if (!fresh)
        return c;
    c->kind = kind;
    c->data = bytes + 1;
    c->len = len;
    c->interned = kind == CONST_str && looks_like_name(data, len);
    return c;
}

Const *const_tuple(Module *m, Const **items, size_t n)
{
    int *key = arena_alloc(m->arena, (n + 1) * sizeof *key);
    bool fresh;
    Const *c;

    key[0] = 't';
    for (size_t i = 0; i < n; i++)
        key[i + 1] = items[i]->index;
    c = intern_const(m, key, (n + 1) * sizeof *key, &fresh, NULL);
    if (fresh) {
        c->kind = CONST_tuple;
        c->len = n;
        c->items = ARENA_ARRAY(m->arena, Const *, n);
        if (n)
            memcpy(c->items, items, n * sizeof *items);
    }
    return c;
}

Const *const_none(Module *m)
{
    bool fresh;
    Const *c = intern_const(m, "N", 1, &fresh, NULL);

    c->kind = CONST_none;
    return c;
}

Global *module_global(Module *m, const Name *name)
{
    void **slot = map_slot(&m->global_map, name);
    Global *g = *slot;

    if (g)
        return g;
    g = ARENA_NEW(m->arena, Global);
    g->name = name;
    g->module = m;
    g->index = m->globals.count;
    vec_push(m->arena, &m->globals, g);
    *slot = g;
    return g;
}
