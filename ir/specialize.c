/* Static basic block versioning, after Chevalier-Boisvert and Feeley, "Simple
 * and Effective Type Check Removal through Lazy Basic Block Versioning"
 * (2015), and Melancon, Feeley and Serrano, "Static Basic Block Versioning"
 * (2024).
 *
 * The function is written anew.  A version is an old block together with the
 * kinds of the values that enter it; its code is written under those
 * assumptions.  An operation whose operands' types are unknown tests them,
 * and each outcome goes on in a version of the rest that knows the outcome,
 * so that a test once made is not made again, and the body of a loop over
 * ints ends up with i64 values and no tests.  Values enter a version through
 * phis; those that turn out to be trivial are removed afterwards.
 *
 * What pass_infer expects decides which tests are made.  An outcome that was
 * not expected (a surprise: another type, an overflow) goes on in the block's
 * fallback version, where every value is a tagged word, operations are
 * calls, and no tests are made.
 *
 * A block has at most MAX_VERSIONS versions beside; further contexts enter
 * the most general one.
 *
 * Needs: SSA, no trivial phis.  Keeps: SSA.  Breaks: everything else. */
#include "ir/specialize.h"

#include <limits.h>
#include <string.h>

enum {
    MAX_VERSIONS = 6,
    MAX_CAUGHT = 2, /* specific ones on error paths in loops */
    MAX_DETOURS = 3,
    MAX_BLOCKS = 4000,
    /* Specific versions are made until there are that many blocks for each
     * old one. */
    MAX_GROWTH = 6,
    SPARE_BLOCKS = 200,
    /* Code of large functions that would grow that much takes LLVM seconds.
     * It is written again: with FEW_VERSIONS but in small loops. */
    LARGE = 200, /* blocks of a function */
    LARGE_GROWTH = 4,
    FEW_VERSIONS = 1,
    SMALL_LOOP = 20 /* blocks of a loop that are in no inner loop */
};

/* --- emission ------------------------------------------------------------- */

Block *spec_block(Spec *s)
{
    Block *b = ir_block_new(s->fn);

    vec_pop(&s->fn->blocks); /* the old list stays as it is */
    vec_push(s->a, &s->blocks, b);
    b->in_loop = s->old->in_loop;
    b->cold = s->old->cold || s->fallback || s->detour;
    b->surprise = s->fallback;
    b->line = s->line;
    return b;
}

/* May the operation run code that is not seen here?  list_add does not. */
static bool runs_code(Op op)
{
    return op_flags[op] & OPF_RAISES && op_flags[op] & OPF_WRITES &&
           op != OP_list_add;
}

Value *spec_emit(Spec *s, Op op, int nargs, Value **args)
{
    Value *v = ir_append(s->cur, op, s->line, nargs, args);

    v->inlined = s->inlined;
    if (s->objects && runs_code(op))
        spec_forget_objects(s);
    return v;
}

Value *spec_emit1(Spec *s, Op op, Value *x)
{
    return spec_emit(s, op, 1, &x);
}

Value *spec_emit2(Spec *s, Op op, Value *x, Value *y)
{
    return spec_emit(s, op, 2, (Value *[]){x, y});
}

Value *spec_i64(Spec *s, int64_t i)
{
    Value *v = spec_emit(s, OP_const_i64, 0, NULL);

    v->i = i;
    return v;
}

void spec_branch(Spec *s, Value *cond, Block *yes, Block *no)
{
    ir_branch(s->cur, cond, yes, no, s->line);
}

static Value *copy_immediates(Value *to, const Value *from)
{
    to->i = from->i;
    to->d = from->d;
    to->name = from->name;
    to->konst = from->konst;
    to->global = from->global;
    to->fn = from->fn;
    to->inlined = from->inlined;
    to->rep = from->rep;
    return to;
}

/* --- bindings ------------------------------------------------------------- */

static Binding constant_binding(Spec *s, Value *old)
{
    Value *v;

    if (old->op == OP_unset)
        return (Binding){KIND_unset, {NULL, NULL}};
    if (old->op == OP_const && old->konst->kind == CONST_int)
        return (Binding){KIND_int, {spec_i64(s, old->konst->i), NULL}};
    if (old->op == OP_const && old->konst->kind == CONST_float) {
        v = spec_emit(s, OP_const_f64, 0, NULL);
        v->d = old->konst->d;
        return (Binding){KIND_float, {v, NULL}};
    }
    v = copy_immediates(spec_emit(s, old->op, 0, NULL), old);
    if (v->rep == REP_i64 && v->i >= 0 && v->i < KNOWN_STATES)
        return (Binding){KIND_state + (Kind)v->i, {v, NULL}};
    if (v->rep != REP_any)
        return (Binding){KIND_raw, {v, NULL}};
    if (old->op == OP_true || old->op == OP_false)
        return (Binding){KIND_bool, {v, NULL}};
    if (old->op == OP_const && old->konst->kind == CONST_str)
        return (Binding){KIND_str, {v, NULL}};
    return (Binding){KIND_any, {v, NULL}};
}

Binding spec_get(Spec *s, Value *old)
{
    if (ir_is_constant(old))
        return constant_binding(s, old);
    return s->env[old->id];
}

void spec_bind(Spec *s, Value *old, Kind kind, Value *v)
{
    s->env[old->id] = (Binding){kind, {v, NULL}};
    if (v && old->held && !v->held && v->rep == REP_any && !ir_is_constant(v))
        v->held = old->held;
}

void spec_bind2(Spec *s, Value *old, Kind kind, Value *v0, Value *v1)
{
    s->env[old->id] = (Binding){kind, {v0, v1}};
}

Binding *spec_save(Spec *s)
{
    Binding *copy = ARENA_ARRAY(s->a, Binding, s->old_nvalues);

    memcpy(copy, s->env, (size_t)s->old_nvalues * sizeof *copy);
    return copy;
}

void spec_restore(Spec *s, const Binding *saved)
{
    memcpy(s->env, saved, (size_t)s->old_nvalues * sizeof *saved);
    s->objects = true;
}

/* A load that was put off is done. */
static Binding to_method(Spec *s, const Value *load, Binding b)
{
    Value *callee, *self = b.v[0];

    if (b.kind != KIND_append && b.kind != KIND_math)
        return b;
    callee = copy_immediates(spec_emit1(s, OP_load_method, b.v[0]), load);
    if (b.kind == KIND_math)
        self = spec_emit(s, OP_unset, 0, NULL);
    return (Binding){KIND_method, {callee, self}};
}

/* The word that the number came from, or a new one. */
static Value *box(Spec *s, Op op, Value *raw, Op unbox)
{
    return raw->op == unbox ? raw->args[0] : spec_emit1(s, op, raw);
}

static Value *to_word(Spec *s, const Value *old, Binding b)
{
    switch (b.kind) {
    case KIND_append:
    case KIND_math:
        return to_method(s, old, b).v[0];
    case KIND_int:
        return box(s, OP_box_int, b.v[0], OP_unbox_int);
    case KIND_float:
        return box(s, OP_box_float, b.v[0], OP_unbox_float);
    case KIND_unset:
    case KIND_none:
        return spec_emit(s, OP_unset, 0, NULL);
    case KIND_range:
        return spec_emit2(s, OP_make_range, b.v[0], b.v[1]);
    case KIND_range_iter:
        return spec_emit2(s, OP_make_range_iter, b.v[0], b.v[1]);
    case KIND_list_iter:
        return spec_emit2(s, OP_make_list_iter, b.v[0], b.v[1]);
    case KIND_str_iter:
    case KIND_bytearray_iter:
        return spec_emit2(s, OP_make_byte_iter, b.v[0], b.v[1]);
    case KIND_char:
        return spec_emit1(s, OP_char_str, b.v[0]);
    case KIND_tuple_iter:
        return spec_emit2(s, OP_make_tuple_iter, b.v[0], b.v[1]);
    case KIND_packed_bools:
    case KIND_packed_ints:
        return spec_packed_list(s, b);
    default:
        return b.v[0];
    }
}

Value *spec_any(Spec *s, Value *old)
{
    Value *exact = NULL;

    if (ir_is_constant(old) && old->op == OP_const) /* stays a literal */
        exact = copy_immediates(spec_emit(s, OP_const, 0, NULL), old);
    return exact ? exact : to_word(s, old, spec_get(s, old));
}

/* --- versions ------------------------------------------------------------- */

static bool is_state(Kind k)
{
    return k >= KIND_state && k < KIND_state + KNOWN_STATES;
}

static int kind_width(Kind k)
{
    if (is_state(k))
        return 0;
    switch (k) {
    case KIND_unset:
    case KIND_none:
        return 0;
    case KIND_range:
    case KIND_range_iter:
    case KIND_list_iter:
    case KIND_str_iter:
    case KIND_bytearray_iter:
    case KIND_tuple_iter:
    case KIND_method:
        return 2;
    default:
        return 1;
    }
}

static Rep part_rep(Kind k, int part, const Value *old)
{
    switch (k) {
    case KIND_int:
    case KIND_char:
    case KIND_range:
    case KIND_range_iter:
        return REP_i64;
    case KIND_float:
        return REP_f64;
    case KIND_list_iter:
    case KIND_str_iter:
    case KIND_bytearray_iter:
    case KIND_tuple_iter:
        return part == 0 ? REP_any : REP_i64;
    case KIND_raw:
        return old->rep;
    default:
        return REP_any;
    }
}

/* The kind of a value in the most general version.  Iterators that were never
 * made become objects on the way there. */
static Kind general(Kind k)
{
    if (is_state(k))
        return KIND_raw;
    if (k == KIND_append || k == KIND_math)
        return KIND_method;
    return k == KIND_raw || k == KIND_method ? k : KIND_any;
}

static void add_params(Spec *s, Version *ver)
{
    int n = s->nlive[ver->old->id];

    ver->params = ARENA_ARRAY(s->a, Value *, 2 * n + 1);
    for (int i = 0; i < n; i++) {
        Value *old = s->live[ver->old->id][i];

        for (int part = 0; part < kind_width(ver->kinds[i]); part++) {
            Value *phi = ir_append(ver->block, OP_phi, old->line, 0, NULL);

            phi->rep = part_rep(ver->kinds[i], part, old);
            ver->params[2 * i + part] = phi;
        }
    }
}

static Version *find_version(const Spec *s, Block *old, const uint8_t *kinds)
{
    size_t n = (size_t)s->nlive[old->id];

    for (Version *v = s->versions[old->id]; v; v = v->next)
        if (v->fallback == s->fallback && v->detour == s->detour &&
            memcmp(v->kinds, kinds, n) == 0)
            return v;
    return NULL;
}

static Version *make_version(Spec *s, Block *old, const uint8_t *kinds)
{
    size_t n = (size_t)s->nlive[old->id];
    Version *v = find_version(s, old, kinds);
    uint8_t *copy;

    if (v)
        return v;
    v = ARENA_NEW(s->a, Version);
    copy = arena_alloc(s->a, n + 1);
    memcpy(copy, kinds, n);
    v->old = old;
    v->kinds = copy;
    v->block = spec_block(s);
    v->block->in_loop = old->in_loop;
    v->block->cold = old->cold || s->fallback || s->detour;
    v->block->surprise = old->surprise || s->fallback;
    v->fallback = s->fallback;
    v->detour = s->detour;
    v->next = s->versions[old->id];
    s->versions[old->id] = v;
    if (s->detour)
        s->ndetours[old->id]++;
    else if (!s->fallback)
        s->nversions[old->id]++;
    add_params(s, v);
    if (s->cur && s->cur->cold)
        vec_push(s->a, &s->cold_work, v);
    else
        vec_push(s->a, &s->work, v);
    return v;
}

/* How many specific versions a block may have.  Those of error paths would
 * cost more than they gain, but a loop goes on behind an exception that it
 * catches: what it knows shall not be lost. */
static int most_versions(const Spec *s, const Block *old)
{
    bool small = old->loop && s->loop_size[old->loop->id] <= SMALL_LOOP;

    if (old->mark)
        return old->in_loop ? MAX_CAUGHT : 0;
    return s->few && !small ? FEW_VERSIONS : MAX_VERSIONS - 1;
}

bool spec_is_tight(const Spec *s, const Block *old)
{
    return old->loop && s->tight[old->loop->id];
}

/* Does a turn that went a slow way stay apart from those that did not when it
 * comes to this block?  The hot part of a loop is to have no entry but at the
 * beginning of a turn, so that what was loaded there still holds. */
static bool stays_apart(const Spec *s, const Block *old)
{
    return s->detour && !s->fallback && old != s->old->loop &&
           old->loop == s->old->loop;
}

static bool has_room(const Spec *s, Block *old, const uint8_t *kinds)
{
    return find_version(s, old, kinds) || (s->ndetours[old->id] < MAX_DETOURS &&
                                           s->blocks.count <= s->max_blocks);
}

/* The version to enter with these kinds, which become its own. */
static Version *choose_version(Spec *s, Block *old, uint8_t *kinds)
{
    Version *v = find_version(s, old, kinds);
    bool full = !s->detour && (s->nversions[old->id] >= most_versions(s, old) ||
                               s->blocks.count > s->max_blocks);

    if (s->fallback || (!v && full)) {
        v = NULL;
        for (int i = 0; i < s->nlive[old->id]; i++)
            kinds[i] = (uint8_t)general(kinds[i]);
    }
    return v ? v : make_version(s, old, kinds);
}

static Value *phi_argument(Value *phi, Block *from, int occurrence)
{
    Block *b = phi->block;

    for (int i = 0; i < b->preds.count; i++)
        if (b->preds.items[i] == from && occurrence-- == 0)
            return phi->args[i];
    return NULL;
}

/* Jumps from the current block to a version of `to`.  occurrence: which of
 * several edges between the two old blocks. */
static void jump_to(Spec *s, Block *to, int occurrence)
{
    int n = s->nlive[to->id];
    uint8_t *kinds = arena_alloc(s->a, (size_t)n + 1);
    Binding *in = ARENA_ARRAY(s->a, Binding, n + 1);
    Version *ver;
    bool fallback = s->fallback, detour = s->detour;
    bool apart = stays_apart(s, to);
    bool forgets = loop_safepoint_or_null(to) != NULL;

    for (int i = 0; i < n; i++) {
        Value *old = s->live[to->id][i];

        if (old->op == OP_phi && old->block == to)
            old = phi_argument(old, s->old, occurrence);
        in[i] = spec_get(s, old);
        if (in[i].kind == KIND_char && apart) /* few versions will do */
            in[i] = (Binding){KIND_str, {to_word(s, old, in[i]), NULL}};
        if (in[i].kind >= KIND_object && forgets)
            in[i].kind = KIND_any;
        kinds[i] = (uint8_t)in[i].kind;
    }
    s->fallback |= to->surprise;
    s->detour = apart && has_room(s, to, kinds);
    ver = choose_version(s, to, kinds);
    s->fallback = fallback;
    s->detour = detour;
    for (int i = 0; i < n; i++) {
        Kind k = ver->kinds[i];

        if (kind_width(k) == 0)
            continue;
        if (k == KIND_method)
            in[i] = to_method(s, s->live[to->id][i], in[i]);
        if (k == KIND_any)
            ir_add_arg(s->fn, ver->params[2 * i],
                       to_word(s, s->live[to->id][i], in[i]));
        else
            for (int part = 0; part < kind_width(k); part++)
                ir_add_arg(s->fn, ver->params[2 * i + part], in[i].v[part]);
    }
    ir_jump(s->cur, ver->block, s->line);
}

/* zip() for a loop: gives no list. */
static bool is_zip(const Value *v)
{
    return v->op == OP_builtin && strcmp(v->name->text, "zip") == 0;
}

/* Tests a value that was just made for the type that it is expected to have,
 * see mark_narrow; another one is a surprise. */
static void narrow(Spec *s, Value *old)
{
    Binding b = spec_get(s, old), *before, *after;
    Type t = old->type & ~(Type)TK_unset;
    bool cold = s->cur->cold;
    Block *fail, *ok;

    if (b.kind != KIND_any || b.v[0]->op == OP_next || /* may be unset */
        is_zip(b.v[0]))
        return;
    before = spec_save(s);
    fail = spec_block(s);
    fail->cold = true;
    if (t == TK_int)
        spec_need_int(s, old, fail);
    else if (t == TK_float)
        spec_need_float(s, old, fail);
    else
        spec_need_type(s, old, t == TK_list ? KIND_list : KIND_str, t, fail);
    ok = s->cur;
    ok->cold |= cold;
    after = spec_save(s);
    spec_restore(s, before);
    s->cur = fail;
    s->fallback = true;
    jump_to(s, s->old->succ.items[0], 0);
    s->fallback = false;
    spec_restore(s, after);
    s->cur = ok;
}

void spec_continue(Spec *s)
{
    if (s->old->last && s->old->last->narrow && !s->fallback)
        narrow(s, s->old->last);
    jump_to(s, s->old->succ.items[0], 0);
}

/* --- operations ----------------------------------------------------------- */

/* A block on the error edge, so that values can be boxed on it. */
static void error_edge(Spec *s, Block *from, Block *handler)
{
    Block *saved = s->cur;
    Binding *env = spec_save(s);

    s->cur = spec_block(s);
    s->cur->cold = true;
    ir_edge(from, s->cur);
    jump_to(s, handler, 0);
    s->cur = saved;
    spec_restore(s, env);
}

bool spec_is_hot(const Spec *s)
{
    return s->old->in_loop || s->small;
}

void spec_error_edge(Spec *s, Value *old)
{
    Block *next;

    if (old != old->block->last || old->block->ctl != CTL_try)
        return;
    next = spec_block(s);
    next->cold |= s->cur->cold;
    s->cur->ctl = CTL_try;
    ir_edge(s->cur, next);
    error_edge(s, s->cur, old->block->succ.items[1]);
    s->cur = next;
}

Value *spec_generic(Spec *s, Value *old)
{
    Value **args = ARENA_ARRAY(s->a, Value *, old->nargs + 1), *v;

    for (int i = 0; i < old->nargs; i++) {
        Binding b;

        spec_unpack(s, old->args[i]);
        b = spec_get(s, old->args[i]);
        args[i] = b.kind == KIND_raw || is_state(b.kind)
                      ? b.v[0]
                      : spec_any(s, old->args[i]);
    }
    v = copy_immediates(spec_emit(s, old->op, old->nargs, args), old);
    v->outline = !spec_is_hot(s);
    spec_error_edge(s, old);
    if (old->rep == REP_any)
        spec_bind(s, old, KIND_any, v);
    else if (old->rep != REP_none)
        spec_bind(s, old, KIND_raw, v);
    return v;
}

static void finish_branch(Spec *s)
{
    Binding c = spec_get(s, s->old->cond);
    Block *yes, *no;
    bool same = s->old->succ.items[0] == s->old->succ.items[1];

    if (c.v[0]->op == OP_const_i1) {
        int k = c.v[0]->i ? 0 : 1;

        jump_to(s, s->old->succ.items[k], same ? k : 0);
        return;
    }
    yes = spec_block(s);
    no = spec_block(s);
    spec_branch(s, c.v[0], yes, no);
    s->cur = yes;
    jump_to(s, s->old->succ.items[0], 0);
    s->cur = no;
    jump_to(s, s->old->succ.items[1], same);
}

static void finish_switch(Spec *s)
{
    Block *from = s->cur;
    Binding state = spec_get(s, s->old->cond);

    if (is_state(state.kind)) {
        int k = (int)state.kind - KIND_state, last = s->old->succ.count - 1;

        jump_to(s, s->old->succ.items[k < last ? k : last], 0);
        return;
    }
    from->ctl = CTL_switch;
    from->cond = state.v[0];
    for (int i = 0; i < s->old->succ.count; i++) {
        s->cur = spec_block(s);
        ir_edge(from, s->cur);
        jump_to(s, s->old->succ.items[i], 0);
    }
}

/* Returns a word raw where it is what the signature says. */
static void return_raw_or_word(Spec *s, Value *word, bool is_int)
{
    Block *raw = spec_block(s), *other = spec_block(s);

    spec_branch(s, spec_emit1(s, is_int ? OP_is_int : OP_is_float, word), raw,
                other);
    s->cur = raw;
    ir_return(raw, spec_emit1(s, is_int ? OP_unbox_int : OP_unbox_float, word),
              s->line);
    s->cur = other;
    ir_return(other, word, s->line);
}

/* A typed body returns what its signature says raw: its callers take a word
 * for a surprise. */
static void finish_return(Spec *s)
{
    Type t = s->fn->result_type;
    Kind raw = t == TK_int ? KIND_int : t == TK_float ? KIND_float : KIND_none;
    Binding b = spec_get(s, s->old->cond);

    if (raw != KIND_none && b.kind == KIND_any && !ir_is_constant(b.v[0])) {
        return_raw_or_word(s, b.v[0], raw == KIND_int);
        return;
    }
    ir_return(s->cur, b.kind == raw ? b.v[0] : spec_any(s, s->old->cond),
              s->line);
}

static void finish_block(Spec *s)
{
    s->line = s->old->line;
    switch (s->old->ctl) {
    case CTL_branch:
        finish_branch(s);
        break;
    case CTL_switch:
        finish_switch(s);
        break;
    case CTL_return:
        finish_return(s);
        break;
    case CTL_stop:
        s->cur->ctl = CTL_stop;
        if (s->old->succ.count)
            error_edge(s, s->cur, s->old->succ.items[0]);
        break;
    default:
        spec_continue(s);
    }
}

static void bind_param(Spec *s, Value *old, Kind k, Value **params)
{
    if (is_state(k))
        spec_bind(s, old, k, spec_i64(s, (int64_t)k - KIND_state));
    else /* where it was made it was held */
        spec_bind2(s, old, k, params[0], params[1]);
}

/* Operations that know nothing of packed lists get lists. */
static void unpack_operands(Spec *s, Value *v)
{
    bool access = v->op == OP_getitem || v->op == OP_setitem;

    for (int i = access; i < v->nargs; i++)
        spec_unpack(s, v->args[i]);
}

static void write_version(Spec *s, Version *ver)
{
    Block *old = ver->old;

    s->old = old;
    s->cur = ver->block;
    s->fallback = ver->fallback;
    s->detour = ver->detour;
    s->objects = true;
    memset(s->env, 0, (size_t)s->old_nvalues * sizeof *s->env);
    for (int i = 0; i < s->nlive[old->id]; i++)
        bind_param(s, s->live[old->id][i], ver->kinds[i], &ver->params[2 * i]);
    FOREACH_VALUE (old, v) {
        if (v->op == OP_phi || ir_is_constant(v))
            continue;
        s->line = v->line;
        s->inlined = v->inlined;
        unpack_operands(s, v);
        if (v == old->last && (old->ctl == CTL_jump || old->ctl == CTL_try) &&
            spec_splits(v) && spec_operation(s, v))
            return;
        if (!spec_splits(v) && spec_operation(s, v))
            continue;
        spec_generic(s, v);
    }
    finish_block(s);
}

/* --- preparation ---------------------------------------------------------- */

/* Ends blocks behind operations that may go on in several ways. */
static void split_blocks(Fn *fn)
{
    for (int i = 0; i < fn->blocks.count; i++) {
        Block *b = fn->blocks.items[i];

        FOREACH_VALUE (b, v)
            if ((spec_splits(v) || v->narrow) &&
                (v != b->last || (b->ctl != CTL_jump && b->ctl != CTL_try))) {
                Block *rest = ir_split_behind(v);

                ir_jump(b, rest, v->line);
                break;
            }
    }
}

/* Values by id, so that live sets can be listed. */
static void collect_live(Spec *s, const Liveness *l)
{
    Value **by_id = ARENA_ARRAY(s->a, Value *, s->old_nvalues);

    FOREACH_BLOCK (s->fn, b)
        FOREACH_VALUE (b, v)
            by_id[v->id] = v;
    FOREACH_BLOCK (s->fn, b) {
        VEC(Value *) list = {0};

        for (Value *v = b->first; v && v->op == OP_phi; v = v->next)
            vec_push(s->a, &list, v);
        for (int id = 0; id < s->old_nvalues; id++) {
            Value *v = by_id[id];

            if (v && bits_get(l->in[b->id], id) &&
                !(v->op == OP_phi && v->block == b))
                vec_push(s->a, &list, v);
        }
        s->live[b->id] = list.items;
        s->nlive[b->id] = list.count;
    }
}

static void find_tight(Spec *s)
{
    s->tight = ARENA_ARRAY(s->a, bool, s->fn->nblocks);
    FOREACH_BLOCK (s->fn, b)
        s->tight[b->id] = b->innermost && loop_is_tight(b);
}

/* --- values that are tested where they are made --------------------------- */

/* One expected type, for which operations test. */
static bool is_narrow_type(const Value *v)
{
    Type t = v->type & ~(Type)TK_unset;

    return t == TK_int || t == TK_float || t == TK_list || t == TK_str;
}

/* Can a word of unknown type come out of it, and control go on at one place
 * only? */
static bool can_narrow(const Value *v)
{
    switch (v->op) {
    case OP_param:
    case OP_check_local:
    case OP_check_free:
    case OP_load_global:
    case OP_getattr:
    case OP_getitem:
    case OP_unpack_item:
    case OP_next:
    case OP_call:
    case OP_call_bound:
        return is_narrow_type(v) && v->block->ctl != CTL_stop;
    default:
        return false;
    }
}

static bool is_operator(Op op)
{
    return (op >= OP_add && op <= OP_ior) || op == OP_neg ||
           (op >= OP_lt && op <= OP_ge) ||
           (op >= OP_truth_lt && op <= OP_truth_ge);
}

/* Would the operation test this argument for its type? */
static bool tests_argument(const Value *u, int arg)
{
    const Value *v = u->args[arg];
    Type t = v->type & ~(Type)TK_unset;

    switch (u->op) {
    case OP_getitem:
        return t == TK_int || (arg == 0 && t != TK_float);
    case OP_setitem:
        return arg < 2 && (t == TK_int || t == TK_list);
    case OP_iter:
        return t == TK_list;
    case OP_call:
        return arg > 0 && t != TK_str;
    case OP_phi:
        return u->narrow && t == (u->type & ~(Type)TK_unset);
    default:
        return is_operator(u->op) && t != TK_list;
    }
}

/* Marks what u tests; true if a mark is new. */
static bool mark_arguments(Value *u)
{
    bool any = false;

    for (int i = 0; i < u->nargs; i++) {
        Value *v = u->args[i];

        if (!v->narrow && (v->op == OP_phi || can_narrow(v)) &&
            is_narrow_type(v) && tests_argument(u, i))
            any = v->narrow = true;
    }
    return any;
}

/* Values whose type hot code would test are tested where they are made: once,
 * in front of loops, and the blocks behind come in fewer versions.  Phis are
 * marked on the way and not tested. */
static void mark_narrow(Spec *s)
{
    bool again = true;

    for (int round = 0; again && round < 4; round++) {
        again = false;
        FOREACH_BLOCK (s->fn, b)
            FOREACH_VALUE (b, u)
                if (u->op == OP_phi || (!b->cold && (b->in_loop || s->small)))
                    again |= mark_arguments(u);
    }
    FOREACH_BLOCK (s->fn, b)
        FOREACH_VALUE (b, u)
            u->narrow &= u->op != OP_phi;
}

/* Is it worth it?  Straight-line module code runs once. */
static bool worth_it(const Fn *fn)
{
    bool loops = false;

    if (fn->is_quick)
        return false;
    if (fn->blocks.count > MAX_BLOCKS / 4 || fn->nvalues > 20000)
        return fn->param_types != NULL;
    if (fn->typed)
        return false;
    if (fn->kind == FN_function)
        return true;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            loops |= v->op == OP_safepoint || v->op == OP_next;
    return loops;
}

/* Writes the new function.  False: it grows too much, and what is written is
 * for nothing. */
static bool write_versions(Spec *s, int nblocks)
{
    int most = nblocks > LARGE && !s->few ? LARGE_GROWTH * nblocks : INT_MAX;
    Fn *fn = s->fn;

    s->versions = ARENA_ARRAY(s->a, Version *, s->nids);
    s->nversions = ARENA_ARRAY(s->a, int, s->nids);
    s->ndetours = ARENA_ARRAY(s->a, int, s->nids);
    s->env = ARENA_ARRAY(s->a, Binding, s->old_nvalues + 1);
    s->blocks.count = s->work.count = s->cold_work.count = 0;
    s->old = fn->entry;
    s->cur = NULL;
    make_version(s, fn->entry, (uint8_t *)"");
    while (s->work.count || s->cold_work.count) {
        if (s->blocks.count > most)
            return false;
        write_version(s, s->work.count ? vec_pop(&s->work)
                                       : vec_pop(&s->cold_work));
    }
    fn->entry = s->versions[fn->entry->id]->block;
    return true;
}

void pass_specialize(Fn *fn)
{
    Spec s = {.fn = fn, .a = fn->arena};
    Liveness l;
    int nblocks;

    if (!worth_it(fn))
        return;
    s.small = fn->is_small || ir_is_small(fn);
    loops_find(fn);
    mark_narrow(&s);
    split_blocks(fn);
    loops_find(fn);
    find_tight(&s);
    s.max_blocks = MAX_GROWTH * fn->blocks.count + SPARE_BLOCKS;
    nblocks = fn->blocks.count;
    liveness_compute(&l, fn);
    s.old_nvalues = fn->nvalues;
    s.nids = fn->nblocks;
    s.nlive = ARENA_ARRAY(s.a, int, s.nids);
    s.live = ARENA_ARRAY(s.a, Value **, s.nids);
    s.loop_size = ARENA_ARRAY(s.a, int, s.nids);
    spec_find_packed(&s);
    collect_live(&s, &l);
    FOREACH_BLOCK (fn, b) {
        b->mark = b->cold;
        if (b->loop)
            s.loop_size[b->loop->id]++;
    }
    if (!write_versions(&s, nblocks)) {
        s.few = true;
        write_versions(&s, nblocks);
    }
    fn->blocks.items = s.blocks.items;
    fn->blocks.count = s.blocks.count;
    fn->blocks.cap = s.blocks.cap;
    pass_simplify(fn);
}
