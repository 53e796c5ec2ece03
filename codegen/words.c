/* Values in words of the stack frame that are cleared when nothing needs them.
 *
 * The collector takes what it finds in a frame for references.  LLVM leaves
 * words of values in it that are not needed any more; where objects are to die
 * with their last reference (OP_drop), that keeps them alive.  So in modules
 * that have such places every value that lives across a call has a word here:
 * uses load it, LLVM keeps nothing itself, and a drop clears the words that are
 * free.  Loads and stores are volatile, for LLVM is not to know better.
 *
 * Words are given out in the order of translation, in which definitions come
 * before uses; two values that live at one time have two words (Hack, Grund and
 * Goos, "Register allocation for programs in SSA form", 2006). */
#include "codegen/internal.h"

#include "ir/liveness.h"

#define B (g->cg->builder)

enum { NO_WORD = -1, WANTS_WORD = -2 };

typedef struct Drop {
    LLVMValueRef before; /* where to clear */
    bool *busy;          /* by word */
    int nbusy;
} Drop;

struct Words {
    Liveness l;
    uint64_t *live;
    int *of;          /* by value id: its word, or NO_WORD, WANTS_WORD */
    Value **last_use; /* by value id, in the block being translated */
    VEC(LLVMValueRef) slots;
    VEC(bool) busy; /* by word */
    VEC(Drop) drops;
};

/* --- which values have words ---------------------------------------------- */

static bool is_call(const Value *v)
{
    return op_flags[v->op] & (OPF_RAISES | OPF_WRITES);
}

static void want(Words *w, const uint64_t *live)
{
    for (int i = 0; i < w->l.nwords; i++)
        for (uint64_t bits = live[i]; bits; bits &= bits - 1)
            w->of[i * 64 + __builtin_ctzll(bits)] = WANTS_WORD;
}

/* Values that live across calls, or from block to block. */
static void find_wanted(Words *w, Fn *fn)
{
    FOREACH_BLOCK (fn, b) {
        memset(w->live, 0, (size_t)w->l.nwords * sizeof *w->live);
        liveness_out(&w->l, b, w->live);
        want(w, w->live);
        for (Value *v = b->last; v; v = v->prev) {
            bool result = bits_get(w->live, v->id);

            w->live[v->id >> 6] &= ~(1ull << (v->id & 63));
            if (is_call(v))
                want(w, w->live);
            if (result)
                bits_set(w->live, v->id);
            liveness_step(w->live, v);
        }
    }
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->rep != REP_any || ir_is_constant(v))
                w->of[v->id] = NO_WORD;
}

void cg_words_init(FnGen *g)
{
    Fn *fn = g->fn;
    Words *w;

    if (!g->cg->m->drops)
        return;
    w = g->words = ARENA_NEW(fn->arena, Words);
    liveness_compute(&w->l, fn);
    w->live = liveness_bits(&w->l);
    w->of = ARENA_ARRAY(fn->arena, int, fn->nvalues + 64);
    w->last_use = ARENA_ARRAY(fn->arena, Value *, fn->nvalues);
    for (int i = 0; i < fn->nvalues + 64; i++)
        w->of[i] = NO_WORD;
    find_wanted(w, fn);
}

/* --- giving out words ----------------------------------------------------- */

static LLVMValueRef new_slot(FnGen *g)
{
    LLVMBasicBlockRef here = LLVMGetInsertBlock(B);
    LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(g->function);
    LLVMValueRef slot;

    LLVMPositionBuilderBefore(B, LLVMGetFirstInstruction(entry));
    slot = LLVMBuildAlloca(B, g->cg->ptr, "word");
    LLVMSetVolatile(LLVMBuildStore(B, g->cg->null, slot), 1);
    cg_new_block(g, here);
    return slot;
}

static int take_word(FnGen *g)
{
    Words *w = g->words;
    int i = 0;

    while (i < w->busy.count && w->busy.items[i])
        i++;
    if (i == w->busy.count) {
        vec_push(g->fn->arena, &w->busy, false);
        vec_push(g->fn->arena, &w->slots, new_slot(g));
    }
    w->busy.items[i] = true;
    return i;
}

/* Which values end in b, and the words of those that are alive at its start. */
void cg_words_start(FnGen *g, const Block *b)
{
    Words *w = g->words;

    if (!w)
        return;
    memset(w->live, 0, (size_t)w->l.nwords * sizeof *w->live);
    liveness_out(&w->l, b, w->live);
    for (Value *v = b->last; v; v = v->prev) {
        for (int i = 0; v->op != OP_phi && i < v->nargs; i++)
            if (!bits_get(w->live, v->args[i]->id))
                w->last_use[v->args[i]->id] = v;
        if (!bits_get(w->live, v->id))
            w->last_use[v->id] = v;
        liveness_step(w->live, v);
    }
    for (int i = 0; i < w->busy.count; i++)
        w->busy.items[i] = false;
    for (int i = 0; i < w->l.nwords; i++)
        for (uint64_t bits = w->l.in [b->id][i]; bits; bits &= bits - 1) {
            int id = i * 64 + __builtin_ctzll(bits);

            if (w->of[id] >= 0)
                w->busy.items[w->of[id]] = true;
        }
    for (Value *v = b->first; v && v->op == OP_phi; v = v->next)
        cg_words_define(g, v);
}

void cg_words_define(FnGen *g, const Value *v)
{
    Words *w = g->words;
    LLVMValueRef store;

    if (!w || w->of[v->id] == NO_WORD)
        return;
    if (w->of[v->id] == WANTS_WORD)
        w->of[v->id] = take_word(g);
    store = LLVMBuildStore(B, g->values[v->id], w->slots.items[w->of[v->id]]);
    LLVMSetVolatile(store, 1);
}

static void free_word(Words *w, const Value *v, const Value *user)
{
    if (w->last_use[v->id] == user && w->of[v->id] >= 0)
        w->busy.items[w->of[v->id]] = false;
}

void cg_words_used(FnGen *g, const Value *v)
{
    Words *w = g->words;

    for (int i = 0; w && i < v->nargs; i++)
        free_word(w, v->args[i], v);
    if (w)
        free_word(w, v, v);
}

LLVMValueRef cg_use(FnGen *g, const Value *v)
{
    Words *w = g->words;
    LLVMValueRef load;

    if (!w || w->of[v->id] < 0)
        return g->values[v->id];
    load = LLVMBuildLoad2(B, g->cg->ptr, w->slots.items[w->of[v->id]], "");
    LLVMSetVolatile(load, 1);
    return load;
}

/* --- drops ---------------------------------------------------------------- */

static void note_drop(FnGen *g, LLVMValueRef before)
{
    Words *w = g->words;
    Drop drop = {before, NULL, w->busy.count};

    drop.busy = ARENA_ARRAY(g->fn->arena, bool, w->busy.count + 1);
    if (w->busy.count)
        memcpy(drop.busy, w->busy.items, (size_t)w->busy.count);
    vec_push(g->fn->arena, &w->drops, drop);
}

/* What the place remembers: a DropSite. */
static LLVMValueRef drop_site(Codegen *cg, const Value *v)
{
    LLVMTypeRef type = LLVMArrayType2(cg->i32, 4);
    LLVMValueRef zero = cg_i32(cg, 0);
    LLVMValueRef init[] = {zero, zero, cg_i32(cg, (int32_t)v->i), zero};
    LLVMValueRef site = LLVMAddGlobal(cg->mod, type, "");

    LLVMSetInitializer(site, LLVMConstArray2(cg->i32, init, 4));
    LLVMSetLinkage(site, LLVMInternalLinkage);
    return site;
}

/* Goes to `done` while nobody watches. */
static void unless_watched(FnGen *g, LLVMBasicBlockRef done)
{
    Codegen *cg = g->cg;
    LLVMValueRef watched = LLVMGetNamedGlobal(cg->mod, "gc_watched"), n;
    LLVMBasicBlockRef on = cg_block(g, "");

    if (!watched)
        watched = LLVMAddGlobal(cg->mod, cg->i64, "gc_watched");
    n = LLVMBuildLoad2(B, cg->i64, watched, "");
    LLVMSetOrdering(n, LLVMAtomicOrderingMonotonic);
    LLVMSetAlignment(n, 8);
    n = LLVMBuildICmp(B, LLVMIntEQ, n, cg_int(cg, 0), "");
    cg_likely(cg, LLVMBuildCondBr(B, n, done, on), 0);
    cg_new_block(g, on);
}

/* Goes to `done` where the visit is one of those to be skipped. */
static void unless_skipped(FnGen *g, LLVMValueRef site, LLVMBasicBlockRef done)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef skip = cg_block(g, ""), on = cg_block(g, "");
    LLVMValueRef at =
        cg_element(cg, LLVMArrayType2(cg->i32, 4), site, DROP_SKIP_OFFSET / 4);
    LLVMValueRef n = LLVMBuildLoad2(B, cg->i32, at, ""), none;

    none = LLVMBuildICmp(B, LLVMIntEQ, n, cg_i32(cg, 0), "");
    cg_likely(cg, LLVMBuildCondBr(B, none, on, skip), 1);
    cg_new_block(g, skip);
    LLVMBuildStore(B, LLVMBuildSub(B, n, cg_i32(cg, 1), ""), at);
    LLVMBuildBr(B, done);
    cg_new_block(g, on);
}

void cg_drop(FnGen *g, const Value *v)
{
    LLVMBasicBlockRef done = cg_block(g, "");
    LLVMValueRef site, call;
    bool outline = g->cg->outline;

    if (v->i == 2) {
        note_drop(g, LLVMBuildBr(B, done));
        cg_new_block(g, done);
        return;
    }
    site = drop_site(g->cg, v);
    unless_watched(g, done);
    unless_skipped(g, site, done);
    g->cg->outline = true;
    call = cg_call(g->cg, ENTRY_drop, &site, 1);
    g->cg->outline = outline;
    note_drop(g, call);
    LLVMBuildBr(B, done);
    cg_new_block(g, done);
}

/* Words of calls that are over may be in registers, which what is called next
 * saves or pushes.  A call: LLVM takes an instruction that says it overwrites
 * each of them apart by the names, which was a fifth of the time. */
static void clear_registers(FnGen *g)
{
    enum { PRESERVE_NONE = 21 }; /* llvm/IR/CallingConv.h */
    static const char name[] = "pyrt_clear_registers";
    LLVMTypeRef type = LLVMFunctionType(g->cg->void_type, NULL, 0, 0);
    LLVMValueRef f = LLVMGetNamedFunction(g->cg->mod, name), call;

    if (!f)
        f = LLVMAddFunction(g->cg->mod, name, type);
    LLVMSetFunctionCallConv(f, PRESERVE_NONE);
    call = LLVMBuildCall2(B, type, f, NULL, 0, "");
    LLVMSetInstructionCallConv(call, PRESERVE_NONE);
}

/* By memset(): LLVM takes a store of a whole array apart, into an instruction
 * an item, and then goes through them all whenever one has changed. */
static void clear_buffer(FnGen *g)
{
    unsigned long long n = LLVMGetArrayLength2(g->buffer_type);

    LLVMBuildMemSet(B, g->buffer,
                    LLVMConstNull(LLVMInt8TypeInContext(g->cg->ctx)),
                    cg_int(g->cg, (int64_t)(n * sizeof(void *))), 8);
}

/* All words are known now: those that are free at a drop are cleared there. */
void cg_words_finish(FnGen *g)
{
    Words *w = g->words;

    for (int i = 0; w && i < w->drops.count; i++) {
        Drop *drop = &w->drops.items[i];

        LLVMPositionBuilderBefore(B, drop->before);
        clear_buffer(g);
        for (int k = 0; k < w->slots.count; k++)
            if (k >= drop->nbusy || !drop->busy[k])
                LLVMSetVolatile(
                    LLVMBuildStore(B, g->cg->null, w->slots.items[k]), 1);
        clear_registers(g);
    }
}
