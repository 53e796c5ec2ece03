/* SSA to register code; see proto.h for the code, regalloc.c for registers.
 *
 * Phis become moves on the edges: at the end of a block with one successor,
 * else in a trampoline of their own behind the code.  Compare-and-branch pairs
 * are fused. */
#include "eval/lower.h"

typedef struct Trampoline {
    Block *from;
    int edge;        /* index in from->succ */
    uint32_t offset; /* once emitted */
} Trampoline;

/* A word of code that gets the offset of a block, or of a trampoline. */
typedef struct Fixup {
    int32_t at;
    Block *block;
    int trampoline; /* -1: the block itself */
} Fixup;

typedef struct Lower {
    Module *m;
    Fn *fn;
    Arena *a;
    Proto *p;
    Registers r;
    VEC(uint32_t) code;
    VEC(LineRow) lines;
    VEC(CatchRow) catches;
    VEC(Trampoline) trampolines;
    VEC(Fixup) fixups;
    VEC(Fixup) catch_fixups; /* at: index in catches */
    int32_t *uses;           /* by value id */
    uint32_t *offsets;       /* by block id */
    int next;                /* index in r.order of the block behind */
    const Value *fused;      /* last value, part of the control */
    VEC(MarkRow) marks;
    VEC(VarRow) vars;
    VEC(uint32_t) calls;
    int nshown;      /* variables that frames show */
    int32_t *now;    /* their registers, as the rows so far say; -1: none */
    int32_t **ended; /* the same at the end of a block, by block id */
} Lower;

static void put(Lower *lo, uint32_t word)
{
    vec_push(lo->a, &lo->code, word);
}

static uint32_t reg(const Lower *lo, const Value *v)
{
    return (uint32_t)lo->r.of[v->id];
}

static void put_target(Lower *lo, Block *block, int trampoline)
{
    Fixup f = {lo->code.count, block, trampoline};

    vec_push(lo->a, &lo->fixups, f);
    put(lo, 0);
}

static void note_line(Lower *lo, int line)
{
    LineRow row = {(uint32_t)lo->code.count, line};

    if (lo->lines.count && lo->lines.items[lo->lines.count - 1].line == line)
        return;
    vec_push(lo->a, &lo->lines, row);
}

static Block *next_block(const Lower *lo)
{
    return lo->next < lo->r.norder ? lo->r.order[lo->next] : NULL;
}

/* --- marks ---------------------------------------------------------------- */

static void show(Lower *lo, int var, const Value *v)
{
    VarRow row = {(uint32_t)lo->code.count, var, lo->r.of[v->id]};

    if (lo->now[var] == row.reg)
        return;
    lo->now[var] = row.reg;
    vec_push(lo->a, &lo->vars, row);
}

static void restore_shown(Lower *lo, const int32_t *regs)
{
    for (int i = 0; i < lo->nshown; i++) {
        VarRow row = {(uint32_t)lo->code.count, i, regs[i]};

        if (lo->now[i] == regs[i])
            continue;
        lo->now[i] = regs[i];
        vec_push(lo->a, &lo->vars, row);
    }
}

/* At the start of a block variables are where one of its predecessors left
 * them, or phis. */
static void enter_shown(Lower *lo, const Block *b)
{
    for (int i = 0; i < b->preds.count; i++)
        if (lo->ended[b->preds.items[i]->id]) {
            restore_shown(lo, lo->ended[b->preds.items[i]->id]);
            break;
        }
    for (const Value *v = b->first; v && v->op == OP_phi; v = v->next)
        if (v->i2 > 0 && v->i2 <= lo->nshown && lo->r.of[v->id] >= 0)
            show(lo, v->i2 - 1, v);
}

static void leave_shown(Lower *lo, const Block *b)
{
    size_t size = sizeof *lo->now * (size_t)lo->nshown;

    lo->ended[b->id] = arena_alloc(lo->a, size + 1);
    if (size) /* now is NULL where no variable is */
        memcpy(lo->ended[b->id], lo->now, size);
}

static bool is_mark(const Value *v)
{
    return v->op == OP_line || v->op == OP_keep || v->op == OP_shown ||
           v->op == OP_unhold;
}

static bool is_call(const Value *v)
{
    return v->op == OP_call || v->op == OP_call_bound || v->op == OP_call_ex ||
           v->op == OP_call_frame;
}

static void note_call(Lower *lo)
{
    vec_push(lo->a, &lo->calls, (uint32_t)lo->code.count);
}

/* Two marks have an instruction between them, and so have a mark and the end
 * of its block. */
static void part_marks(Lower *lo)
{
    int n = lo->marks.count;

    if (n && lo->marks.items[n - 1].pc == (uint32_t)lo->code.count)
        put(lo, I_nop);
}

/* Does the block's end have an instruction, whatever stands behind it? */
static bool control_has_code(const Lower *lo, const Block *b)
{
    switch (b->ctl) {
    case CTL_jump:
        return b->succ.items[0] != next_block(lo);
    case CTL_try:
    case CTL_ovf:
        return false;
    default:
        return true;
    }
}

static void put_mark(Lower *lo, const Value *v)
{
    MarkRow row = {0, v->line, (uint8_t)(v->i >> LINE_FLAGS),
                   (int32_t)(v->i >> LINE_NEST)};

    if (v->op == OP_keep || v->op == OP_unhold)
        return;
    if (v->op == OP_shown) {
        show(lo, (int)v->i, v->args[0]);
        return;
    }
    part_marks(lo);
    for (int i = 0; i < lo->nshown; i++)
        show(lo, i, v->args[i]);
    row.pc = (uint32_t)lo->code.count;
    vec_push(lo->a, &lo->marks, row);
}

/* --- edges ---------------------------------------------------------------- */

typedef struct Move {
    uint32_t to, from;
} Move;

/* The place of edge `i` of b among the predecessors of its target. */
static int pred_index(const Block *b, int i)
{
    const Block *s = b->succ.items[i];
    int skip = 0;

    for (int k = 0; k < i; k++)
        skip += b->succ.items[k] == s;
    for (int k = 0; k < s->preds.count; k++)
        if (s->preds.items[k] == b && skip-- == 0)
            return k;
    return 0;
}

static int collect_moves(Lower *lo, const Block *b, int edge, Move **moves)
{
    const Block *s = b->succ.items[edge];
    int n = 0, k;

    *moves = NULL;
    if (!s->first || s->first->op != OP_phi)
        return 0;
    k = pred_index(b, edge);
    for (Value *v = s->first; v && v->op == OP_phi; v = v->next)
        n++;
    *moves = ARENA_ARRAY(lo->a, Move, n);
    n = 0;
    for (Value *v = s->first; v && v->op == OP_phi; v = v->next)
        if (reg(lo, v) != reg(lo, v->args[k]))
            (*moves)[n++] = (Move){reg(lo, v), reg(lo, v->args[k])};
    return n;
}

static bool is_source(const Move *moves, int n, uint32_t r)
{
    for (int i = 0; i < n; i++)
        if (moves[i].from == r)
            return true;
    return false;
}

static void put_move(Lower *lo, uint32_t to, uint32_t from)
{
    put(lo, I_move);
    put(lo, to);
    put(lo, from);
}

/* All at once: a register is written when nothing reads it any more; a cycle
 * is opened with the scratch register. */
static void put_moves(Lower *lo, Move *moves, int n)
{
    while (n > 0) {
        int i = 0;

        while (i < n && is_source(moves, n, moves[i].to))
            i++;
        if (i == n) {
            uint32_t r = moves[0].from;

            put_move(lo, (uint32_t)lo->r.scratch, r);
            for (int k = 0; k < n; k++)
                if (moves[k].from == r)
                    moves[k].from = (uint32_t)lo->r.scratch;
            continue;
        }
        put_move(lo, moves[i].to, moves[i].from);
        moves[i] = moves[--n];
    }
}

/* The edge as the end of what is emitted now. */
static void put_edge(Lower *lo, Block *b, int edge, bool may_fall)
{
    Block *s = b->succ.items[edge];
    Move *moves;
    int n = collect_moves(lo, b, edge, &moves);

    put_moves(lo, moves, n);
    if (may_fall && s == next_block(lo))
        return;
    put(lo, I_jump);
    put_target(lo, s, -1);
}

/* A trampoline for the edge, -1 when the target itself will do. */
static int edge_trampoline(Lower *lo, Block *b, int edge)
{
    Move *moves;
    Trampoline trampoline = {b, edge, 0};

    if (!collect_moves(lo, b, edge, &moves))
        return -1;
    vec_push(lo->a, &lo->trampolines, trampoline);
    return lo->trampolines.count - 1;
}

static void put_edge_target(Lower *lo, Block *b, int edge)
{
    put_target(lo, b->succ.items[edge], edge_trampoline(lo, b, edge));
}

/* The instruction at pc is the last of b; its error edge. */
static void note_catch(Lower *lo, Block *b, uint32_t pc, int edge)
{
    CatchRow row = {pc, 0};
    Fixup f = {lo->catches.count, b->succ.items[edge],
               edge_trampoline(lo, b, edge)};

    vec_push(lo->a, &lo->catches, row);
    vec_push(lo->a, &lo->catch_fixups, f);
}

/* --- values --------------------------------------------------------------- */

static uint32_t cache(Lower *lo, int words)
{
    uint32_t at = (uint32_t)lo->p->ncaches;

    lo->p->ncaches += words;
    return at;
}

static uint32_t const_index(const Const *c)
{
    return c ? (uint32_t)c->index : UINT32_MAX;
}

static uint32_t name_index(Lower *lo, const Value *v)
{
    Const *c = const_str(lo->m, v->name->text, v->name->len, CONST_str);

    c->passing = false;
    return const_index(c);
}

static uint32_t known_builtin(const Name *name)
{
    static const char *const names[] = {
#define KNOWN(name) #name,
#include "known_builtins.def"
    };
    uint32_t i = 0;

    while (strcmp(names[i], name->text) != 0)
        i++;
    return i;
}

/* A row of known_math.def; pow stands behind them. */
static uint32_t known_math(const Name *name)
{
    static const char *const names[] = {
#define KNOWN_MATH(name) #name,
#include "known_math.def"
        "pow"};
    uint32_t i = 0;

    while (strcmp(names[i], name->text) != 0)
        i++;
    return i;
}

static void put_global(Lower *lo, const Value *v)
{
    put(lo, name_index(lo, v));
    put(lo, cache(lo, GLOBAL_CACHE_WORDS));
}

static void put_attribute(Lower *lo, const Value *v)
{
    put(lo, name_index(lo, v));
    put(lo, cache(lo, ATTR_CACHE_WORDS));
}

/* The value that takes the self of a load_method, if it stands behind. */
static const Value *self_behind(const Value *v)
{
    const Value *s = v->next;

    return s && s->op == OP_method_self && s->args[0] == v ? s : NULL;
}

/* What follows the registers. */
static void put_immediates(Lower *lo, const Value *v)
{
    switch (v->op) {
    case OP_check_local:
    case OP_check_free:
    case OP_store_name:
    case OP_del_name:
    case OP_delattr:
    case OP_locals_get:
    case OP_import_from:
        put(lo, name_index(lo, v));
        break;
    case OP_load_global:
        put_global(lo, v);
        put(lo, (uint32_t)v->i);
        break;
    case OP_del_global:
        put(lo, name_index(lo, v));
        put(lo, (uint32_t)v->i);
        break;
    case OP_store_global:
    case OP_load_name:
        put_global(lo, v);
        break;
    case OP_getattr:
    case OP_setattr:
        put_attribute(lo, v);
        break;
    case OP_load_method:
    case OP_load_super:
        put(lo,
            self_behind(v) ? reg(lo, self_behind(v)) : (uint32_t)lo->r.scratch);
        put_attribute(lo, v);
        break;
    case OP_call:
    case OP_call_bound:
    case OP_call_ex:
    case OP_locals:
    case OP_locals_sync:
        put(lo, const_index(v->konst));
        break;
    case OP_call_frame:
        put(lo, const_index(v->konst));
        put(lo, (uint32_t)v->i);
        break;
    case OP_function:
        put(lo, (uint32_t)v->fn->index);
        put(lo, (uint32_t)v->i);
        break;
    case OP_build_class:
        put(lo, (uint32_t)v->fn->index);
        put(lo, name_index(lo, v));
        put(lo, const_index(class_attr_names(lo->m, v->fn->scope->node)));
        break;
    case OP_import:
        put(lo, name_index(lo, v));
        put(lo, (uint32_t)v->i);
        break;
    case OP_call_fn:
    case OP_init_object:
        put(lo, (uint32_t)v->fn->index);
        put(lo, (uint32_t)v->i);
        break;
    case OP_is_fn:
        put(lo, (uint32_t)v->fn->index);
        break;
    case OP_new_object:
        put(lo, (uint32_t)v->fn->index);
        put(lo, cache(lo, GLOBAL_CACHE_WORDS));
        break;
    case OP_is_builtin:
    case OP_builtin:
        put(lo, known_builtin(v->name));
        break;
    case OP_is_math:
    case OP_math_f64:
        put(lo, known_math(v->name));
        break;
    case OP_param:
    case OP_closure_cell:
    case OP_dict:
    case OP_unpack:
    case OP_unpack_item:
    case OP_exec:
    case OP_catch:
    case OP_suspend:
    case OP_frame_load:
    case OP_frame_store:
    case OP_is_type:
        put(lo, (uint32_t)v->i);
        break;
    case OP_add:
    case OP_iadd:
        put(lo, v->i & TEXT_taken ? 2 : (v->i & TEXT_own) != 0);
        break;
    default:
        break;
    }
}

static void note_buffer(Lower *lo, int n)
{
    if (n > lo->p->nbuffer)
        lo->p->nbuffer = n;
}

/* Does the operation need no instruction? */
static bool is_silent(const Lower *lo, const Value *v)
{
    int32_t r = lo->r.of[v->id];

    if (v->op == OP_phi || v == lo->fused)
        return true;
    if (v->op == OP_param)
        return r == lo->r.npool + v->i && !lo->fn->nresume;
    if (v->op == OP_method_self)
        return v->prev && self_behind(v->prev) == v;
    return r >= 0 && r < lo->r.npool;
}

static void put_value(Lower *lo, const Value *v)
{
    bool in_buffer = v->op == OP_unpack || v->op == OP_unpack_item;

    if (v->op == OP_method_self) {
        put(lo, I_load_scratch);
        put(lo, reg(lo, v));
        return;
    }
    put(lo, (uint32_t)v->op);
    if (v->rep != REP_none && v->op != OP_unpack)
        put(lo, reg(lo, v));
    if (op_nargs[v->op] < 0)
        put(lo, (uint32_t)v->nargs);
    if (v->op != OP_unpack_item)
        for (int i = 0; i < v->nargs; i++)
            put(lo, reg(lo, v->args[i]));
    put_immediates(lo, v);
    note_buffer(lo, in_buffer ? (int)v->i : v->nargs);
}

/* --- controls ------------------------------------------------------------- */

/* The instruction that tests and jumps in one, or I_COUNT. */
static uint32_t fused_jump(const Value *v)
{
    switch (v->op) {
    case OP_truth_lt:
        return I_jump_lt;
    case OP_truth_le:
        return I_jump_le;
    case OP_truth_eq:
        return I_jump_eq;
    case OP_truth_ne:
        return I_jump_ne;
    case OP_truth_gt:
        return I_jump_gt;
    case OP_truth_ge:
        return I_jump_ge;
    case OP_truth:
        return I_jump_truth;
    case OP_is_unset:
        return I_jump_unset;
    default:
        return I_COUNT;
    }
}

static const Value *find_fused(const Lower *lo, const Block *b)
{
    if (b->ctl != CTL_branch || !b->cond || b->cond != b->last ||
        lo->uses[b->cond->id] != 1 || fused_jump(b->cond) == I_COUNT)
        return NULL;
    return b->cond;
}

/* Jumps along `edge` when the condition is `wanted`. */
static void put_conditional(Lower *lo, Block *b, int edge, bool wanted)
{
    const Value *f = lo->fused;

    if (f && f->op == OP_is_unset && !wanted) {
        put(lo, I_is_unset);
        put(lo, reg(lo, f));
        put(lo, reg(lo, f->args[0]));
        f = NULL;
    }
    if (f) {
        note_line(lo, f->line);
        put(lo, fused_jump(f));
        for (int i = 0; i < f->nargs; i++)
            put(lo, reg(lo, f->args[i]));
        if (f->op != OP_is_unset)
            put(lo, wanted);
    } else {
        put(lo, wanted ? I_jump_if : I_jump_unless);
        put(lo, reg(lo, b->cond));
    }
    put_edge_target(lo, b, edge);
}

static void put_branch(Lower *lo, Block *b)
{
    /* the edge that needs no jump stays in line */
    int in_line =
        b->succ.items[1] == next_block(lo) && b->succ.items[0] != next_block(lo)
            ? 1
            : 0;

    put_conditional(lo, b, !in_line, in_line == 1);
    put_edge(lo, b, in_line, true);
}

static void put_switch(Lower *lo, Block *b)
{
    put(lo, I_switch);
    put(lo, reg(lo, b->cond));
    put(lo, (uint32_t)b->succ.count);
    for (int i = 0; i < b->succ.count; i++)
        put_edge_target(lo, b, i);
}

static void put_return(Lower *lo, Block *b)
{
    if (lo->fn->is_generator && b->cond->op != OP_suspend) {
        put(lo, I_return_end);
        return;
    }
    put(lo, I_return);
    put(lo, reg(lo, b->cond));
}

static void put_control(Lower *lo, Block *b)
{
    switch (b->ctl) {
    case CTL_jump:
    case CTL_try:
    case CTL_ovf:
        put_edge(lo, b, 0, true);
        break;
    case CTL_branch:
        put_branch(lo, b);
        break;
    case CTL_switch:
        put_switch(lo, b);
        break;
    case CTL_return:
        put_return(lo, b);
        break;
    case CTL_stop:
    case CTL_none:
        put(lo, I_nop); /* control does not come here */
        break;
    }
}

static void put_block(Lower *lo, Block *b)
{
    lo->offsets[b->id] = (uint32_t)lo->code.count;
    lo->fused = find_fused(lo, b);
    enter_shown(lo, b);
    FOREACH_VALUE (b, v) {
        uint32_t pc = (uint32_t)lo->code.count;

        if (is_silent(lo, v))
            continue;
        if (op_raises(v->op))
            note_line(lo, v->line);
        if (is_call(v))
            note_call(lo);
        if (is_mark(v))
            put_mark(lo, v);
        else
            put_value(lo, v);
        pc = v->op == OP_line ? (uint32_t)lo->code.count : pc;
        if (v != b->last)
            continue;
        if (b->ctl == CTL_ovf)
            put_edge_target(lo, b, 1);
        else if (b->ctl == CTL_try)
            note_catch(lo, b, pc, 1);
        else if (b->ctl == CTL_stop && b->succ.count)
            note_catch(lo, b, pc, 0);
    }
    if (!control_has_code(lo, b))
        part_marks(lo);
    leave_shown(lo, b);
    put_control(lo, b);
}

/* --- functions ------------------------------------------------------------ */

static void count_uses(Lower *lo)
{
    lo->uses = ARENA_ARRAY(lo->a, int32_t, lo->fn->nvalues + 1);
    for (int i = 0; i < lo->r.norder; i++) {
        Block *b = lo->r.order[i];

        FOREACH_VALUE (b, v)
            for (int k = 0; k < v->nargs; k++)
                lo->uses[v->args[k]->id]++;
        if (b->cond)
            lo->uses[b->cond->id]++;
    }
}

static void put_trampolines(Lower *lo)
{
    for (int i = 0; i < lo->trampolines.count; i++) {
        Trampoline *s = &lo->trampolines.items[i];

        s->offset = (uint32_t)lo->code.count;
        put_edge(lo, s->from, s->edge, false);
    }
}

static uint32_t target_of(const Lower *lo, const Fixup *f)
{
    return f->trampoline >= 0 ? lo->trampolines.items[f->trampoline].offset
                              : lo->offsets[f->block->id];
}

static void fix_targets(Lower *lo)
{
    for (int i = 0; i < lo->fixups.count; i++) {
        const Fixup *f = &lo->fixups.items[i];

        lo->code.items[f->at] = target_of(lo, f);
    }
    for (int i = 0; i < lo->catch_fixups.count; i++) {
        const Fixup *f = &lo->catch_fixups.items[i];

        lo->catches.items[f->at].target = target_of(lo, f);
    }
}

static void describe(Lower *lo)
{
    const Scope *s = lo->fn->scope;
    const NameList none = {0};
    Proto *p = lo->p;
    const Fn *fn = lo->fn;
    bool is_function = fn->kind == FN_function;
    Const *name, *params;

    p->argcount = fn->argcount;
    p->nparams = fn->nparams;
    p->flags = code_flags(fn);
    p->firstlineno = s->first_line;
    p->nlocals = is_function ? s->varnames.count : 0;
    name = const_str(lo->m, fn->name->text, fn->name->len, CONST_str);
    name->passing = false;
    p->name = name->index;
    p->varnames = const_names(lo->m, is_function ? &s->varnames : &none)->index;
    p->freevars = const_names(lo->m, &s->freevars)->index;
    p->cellvars = const_names(lo->m, &s->cellvars)->index;
    p->names = (lo->m->shows_code ? code_facts(lo->m, fn)
                                  : const_names(lo->m, &s->names))
                   ->index;
    p->doc = fn->doc ? fn->doc->index : -1;
    params = code_params_or_null(fn);
    p->params = params ? params->index : -1;
    p->saves_handled = fn->catches;
    p->nframe = fn->nresume ? fn->nframe : -1;
    p->is_body = !is_function;
    p->counts_depth = !fn->is_generator;
}

static void put_nests(Lower *lo)
{
    Proto *p = lo->p;

    p->nnests = lo->fn->nests.count;
    p->nests = ARENA_ARRAY(lo->a, NestRow, p->nnests);
    for (int i = 0; i < p->nnests; i++)
        p->nests[i] = (NestRow){lo->fn->nests.items[i].outer,
                                lo->fn->nests.items[i].is_finally};
}

static void prepare_shown(Lower *lo)
{
    const Scope *s = lo->fn->scope;

    if (!lo->m->traced)
        return;
    lo->nshown = s->cellvars.count;
    if (lo->fn->kind == FN_function)
        lo->nshown += s->varnames.count + (s->has_exec || s->has_import_star);
    lo->now = ARENA_ARRAY(lo->a, int32_t, lo->nshown + 1);
    for (int i = 0; i < lo->nshown; i++)
        lo->now[i] = -1;
    for (int i = 0; lo->fn->kind == FN_function && i < lo->fn->nparams; i++) {
        VarRow row = {0, i, lo->r.npool + i};

        lo->now[i] = row.reg;
        vec_push(lo->a, &lo->vars, row);
    }
}

static void finish(Lower *lo)
{
    Proto *p = lo->p;

    p->code = lo->code.items;
    p->ncode = lo->code.count;
    p->pool = lo->r.pool;
    p->npool = lo->r.npool;
    p->lines = lo->lines.items;
    p->nlines = lo->lines.count;
    p->catches = lo->catches.items;
    p->ncatches = lo->catches.count;
    p->nregs = lo->r.count;
    p->marks = lo->marks.items;
    p->nmarks = lo->marks.count;
    p->vars = lo->vars.items;
    p->nvars = lo->vars.count;
    p->calls = lo->calls.items;
    p->ncalls = lo->calls.count;
    put_nests(lo);
}

static void lower_fn(Module *m, Fn *fn, Proto *p)
{
    Lower lo = {.m = m, .fn = fn, .a = m->arena, .p = p};

    registers_assign(&lo.r, fn, m->arena);
    count_uses(&lo);
    lo.offsets = ARENA_ARRAY(m->arena, uint32_t, fn->nblocks);
    lo.ended = ARENA_ARRAY(m->arena, int32_t *, fn->nblocks);
    prepare_shown(&lo);
    put(&lo, I_nop); /* a generator's state 0 is the start, not a yield */
    for (int i = 0; i < lo.r.norder; i++) {
        lo.next = i + 1;
        put_block(&lo, lo.r.order[i]);
    }
    put_trampolines(&lo);
    fix_targets(&lo);
    describe(&lo);
    finish(&lo);
}

/* Interned strs live as long as the process, and a program may evaluate ever
 * new text: strs in it that are no names are marked as passing. */
static void mark_passing(Module *m)
{
    for (int i = 0; i < m->consts.count; i++)
        m->consts.items[i]->passing = true;
}

/* Constant tuples hold names of parameters, keywords, attributes. */
static void keep_tuples(Module *m)
{
    for (int i = 0; i < m->consts.count; i++) {
        const Const *c = m->consts.items[i];

        for (size_t k = 0; c->kind == CONST_tuple && k < c->len; k++)
            c->items[k]->passing = false;
    }
}

static void encode_constants(ProtoModule *pm, const Module *m)
{
    StrBuf b = {.arena = m->arena};

    for (int i = 0; i < m->consts.count; i++)
        const_encode(&b, m->consts.items[i]);
    pm->constants = (const unsigned char *)b.data;
    pm->nbytes = b.len;
    pm->nconstants = m->consts.count;
}

ProtoModule *lower_module(Module *m, bool passing)
{
    ProtoModule *pm = ARENA_NEW(m->arena, ProtoModule);

    pm->nprotos = m->fns.count;
    pm->protos = ARENA_ARRAY(m->arena, Proto, m->fns.count);
    pm->filename = m->filename;
    if (passing)
        mark_passing(m);
    for (int i = 0; i < m->fns.count; i++)
        lower_fn(m, m->fns.items[i], &pm->protos[i]);
    keep_tuples(m);
    encode_constants(pm, m);
    return pm;
}
