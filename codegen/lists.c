/* Items of lists as LLVM sees them.
 *
 * The runtime's own functions load a list's store, its length and an item with
 * acquire order, which keeps LLVM from taking a load for one that was just
 * made.  Here the same loads are unordered and marked with what they read
 * (TBAA), so that between two operations that may change lists the store and
 * its length are loaded once, and storing an item changes neither.  The
 * processor keeps loads that depend on each other in order; doc/locking.md. */
#include "codegen/internal.h"

#include <string.h>

#define B (g->cg->builder)

static LLVMMetadataRef tbaa_type(Codegen *cg, const char *name,
                                 LLVMMetadataRef parent)
{
    LLVMMetadataRef parts[] = {
        LLVMMDStringInContext2(cg->ctx, name, strlen(name)), parent,
        LLVMValueAsMetadata(cg_int(cg, 0))};

    return LLVMMDNodeInContext2(cg->ctx, parts, parent ? 3 : 1);
}

/* "list" stands for all that lists are made of. */
static LLVMMetadataRef tbaa_tag(Codegen *cg, const char *name)
{
    LLVMMetadataRef parent = tbaa_type(cg, "pyllc", NULL), parts[3];

    if (strncmp(name, "list ", 5) == 0)
        parent = tbaa_type(cg, "list", parent);
    parts[0] = parts[1] = tbaa_type(cg, name, parent);
    parts[2] = LLVMValueAsMetadata(cg_int(cg, 0));
    return LLVMMDNodeInContext2(cg->ctx, parts, 3);
}

/* Says what a load, store or call accesses, and nothing beside. */
LLVMValueRef cg_only(FnGen *g, LLVMValueRef access, const char *what)
{
    Codegen *cg = g->cg;

    LLVMSetMetadata(access, LLVMGetMDKindIDInContext(cg->ctx, "tbaa", 4),
                    LLVMMetadataAsValue(cg->ctx, tbaa_tag(cg, what)));
    return access;
}

LLVMValueRef cg_shared(FnGen *g, LLVMValueRef access, const char *what)
{
    LLVMSetOrdering(access, LLVMAtomicOrderingUnordered);
    LLVMSetAlignment(access, 8);
    return cg_only(g, access, what);
}

static LLVMValueRef word_at(FnGen *g, LLVMValueRef p, int64_t offset)
{
    LLVMValueRef at = cg_int(g->cg, offset / 8);

    return LLVMBuildInBoundsGEP2(B, g->cg->ptr, p, &at, 1, "");
}

typedef struct View {
    LLVMValueRef store, length;
} View;

static View view(FnGen *g, LLVMValueRef list)
{
    Codegen *cg = g->cg;
    View v;

    v.store = LLVMBuildLoad2(B, cg->ptr, word_at(g, list, LIST_STORE_OFFSET),
                             "store");
    cg_shared(g, v.store, "list store");
    v.length = LLVMBuildLoad2(
        B, cg->i64, word_at(g, v.store, STORE_LENGTH_OFFSET), "length");
    cg_shared(g, v.length, "list length");
    return v;
}

static LLVMValueRef item(FnGen *g, View v, LLVMValueRef i)
{
    LLVMValueRef items = word_at(g, v.store, STORE_ITEMS_OFFSET);

    return LLVMBuildInBoundsGEP2(B, g->cg->ptr, items, &i, 1, "");
}

static LLVMValueRef in_range(FnGen *g, View v, LLVMValueRef i)
{
    return LLVMBuildICmp(B, LLVMIntULT, i, v.length, "");
}

LLVMValueRef cg_list_length(FnGen *g, LLVMValueRef list)
{
    return view(g, list).length;
}

/* The assumption keeps the loads until they have been of use. */
LLVMValueRef cg_list_view(FnGen *g, LLVMValueRef list, LLVMValueRef *length)
{
    Codegen *cg = g->cg;
    unsigned id = LLVMLookupIntrinsicID("llvm.assume", 11);
    LLVMValueRef f = LLVMGetIntrinsicDeclaration(cg->mod, id, NULL, 0), fact;
    View v = view(g, list);

    fact = LLVMBuildICmp(B, LLVMIntSGE, v.length, cg_int(cg, 0), "");
    LLVMBuildCall2(B, LLVMGlobalGetValueType(f), f, &fact, 1, "");
    *length = v.length;
    return v.store;
}

static LLVMValueRef load_item(FnGen *g, View v, LLVMValueRef i)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef from[] = {LLVMGetInsertBlock(B), cg_block(g, "")};
    LLVMBasicBlockRef end = cg_block(g, "");
    LLVMValueRef in[] = {cg->null, NULL}, phi;

    cg_likely(cg, LLVMBuildCondBr(B, in_range(g, v, i), from[1], end), 0);
    cg_new_block(g, from[1]);
    in[1] = LLVMBuildLoad2(B, cg->ptr, item(g, v, i), "");
    cg_shared(g, in[1], "list item");
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->ptr, "");
    LLVMAddIncoming(phi, in, from, 2);
    return phi;
}

LLVMValueRef cg_list_load(FnGen *g, LLVMValueRef list, LLVMValueRef i)
{
    return load_item(g, view(g, list), i);
}

LLVMValueRef cg_view_load(FnGen *g, LLVMValueRef store, LLVMValueRef length,
                          LLVMValueRef i)
{
    return load_item(g, (View){store, length}, i);
}

/* Has the process ever had a second thread? */
static LLVMValueRef threaded(FnGen *g)
{
    Codegen *cg = g->cg;
    LLVMValueRef word = LLVMGetNamedGlobal(cg->mod, "rt_threaded");

    if (!word)
        word = LLVMAddGlobal(cg->mod, cg->i32, "rt_threaded");
    word = cg_only(g, LLVMBuildLoad2(B, cg->i32, word, ""), "threads");
    return LLVMBuildICmp(B, LLVMIntNE, word, cg_i32(cg, 0), "");
}

static LLVMValueRef outlined(FnGen *g, Entry e, LLVMValueRef *args, int n)
{
    bool outline = g->cg->outline;
    LLVMValueRef r;

    g->cg->outline = true;
    r = cg_call(g->cg, e, args, n);
    g->cg->outline = outline;
    return r;
}

/* An access that stands where it is written, without keeping LLVM from moving
 * others that are not volatile. */
static LLVMValueRef fixed(LLVMValueRef access)
{
    LLVMSetVolatile(access, 1);
    return access;
}

/* A store behind everything that this thread has done. */
static LLVMValueRef released(LLVMValueRef store)
{
    LLVMSetOrdering(store, LLVMAtomicOrderingRelease);
    LLVMSetAlignment(store, 8);
    return fixed(store);
}

static LLVMValueRef owner(FnGen *g)
{
    Codegen *cg = g->cg;
    LLVMValueRef o = LLVMGetNamedGlobal(cg->mod, "lock_owner");

    if (!o) {
        o = LLVMAddGlobal(cg->mod, cg->ptr, "lock_owner");
        LLVMSetThreadLocalMode(o, LLVMInitialExecTLSModel);
    }
    return cg_only(g, LLVMBuildLoad2(B, cg->ptr, o, ""), "owner");
}

/* lock_enter of rt/core/lock.h, where the thread owns the list; else goes to
 * `other`, and is not busy. */
static void enter_owned(FnGen *g, LLVMValueRef o, LLVMValueRef list,
                        LLVMBasicBlockRef other)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef mine = cg_block(g, ""), not_mine = cg_block(g, "");
    LLVMValueRef at = cg_int(cg, LOCK_OFFSET / 4), word, want;
    LLVMValueRef lock = LLVMBuildInBoundsGEP2(B, cg->i32, list, &at, 1, "");

    cg_only(g, fixed(LLVMBuildStore(B, lock, o)), "owner");
    word = cg_only(g, fixed(LLVMBuildLoad2(B, cg->i32, lock, "")), "owner");
    at = cg_int(cg, OWNER_WORD_OFFSET / 4);
    want = LLVMBuildInBoundsGEP2(B, cg->i32, o, &at, 1, "");
    want = cg_only(g, LLVMBuildLoad2(B, cg->i32, want, ""), "owner");
    cg_likely(cg,
              LLVMBuildCondBr(B, LLVMBuildICmp(B, LLVMIntEQ, word, want, ""),
                              mine, not_mine),
              0);
    cg_new_block(g, not_mine);
    cg_only(g, fixed(LLVMBuildStore(B, cg->null, o)), "owner");
    LLVMBuildBr(B, other);
    cg_new_block(g, mine);
}

/* Another thread may have replaced the store before this one was busy. */
static View view_now(FnGen *g, LLVMValueRef list)
{
    Codegen *cg = g->cg;
    View v;

    v.store = fixed(LLVMBuildLoad2(
        B, cg->ptr, word_at(g, list, LIST_STORE_OFFSET), "store"));
    cg_only(g, v.store, "list store");
    v.length = fixed(LLVMBuildLoad2(
        B, cg->i64, word_at(g, v.store, STORE_LENGTH_OFFSET), "length"));
    cg_only(g, v.length, "list length");
    return v;
}

/* The store of a list that the thread owns.  i1, as cg_list_store. */
static LLVMValueRef store_owned(FnGen *g, LLVMValueRef o, LLVMValueRef list,
                                LLVMValueRef i, LLVMValueRef word)
{
    LLVMBasicBlockRef in = cg_block(g, ""), leave = cg_block(g, "");
    View v = view_now(g, list);
    LLVMValueRef ok = in_range(g, v, i);

    cg_likely(g->cg, LLVMBuildCondBr(B, ok, in, leave), 0);
    cg_new_block(g, in);
    cg_only(g, released(LLVMBuildStore(B, word, item(g, v, i))), "list item");
    LLVMBuildBr(B, leave);
    cg_new_block(g, leave);
    cg_only(g, released(LLVMBuildStore(B, g->cg->null, o)), "owner");
    return ok;
}

/* The item is stored here while there is one thread, or the thread owns the
 * list; else with the lock.  Loads behind ask for the list's store again if
 * there are threads: it may be another one now, and what this thread has
 * stored it must find.  i1: was it in range? */
LLVMValueRef cg_list_store(FnGen *g, LLVMValueRef list, LLVMValueRef i,
                           LLVMValueRef word)
{
    Codegen *cg = g->cg;
    LLVMValueRef args[] = {list, i, word}, one = LLVMConstInt(cg->i1, 1, 0);
    LLVMBasicBlockRef locked = cg_block(g, ""), check = cg_block(g, "");
    LLVMBasicBlockRef store = cg_block(g, ""), end = cg_block(g, "");
    LLVMBasicBlockRef shared_list = cg_block(g, "");
    LLVMValueRef in[4], phi, r, o;
    LLVMBasicBlockRef from[4] = {locked, check, store, shared_list};
    View v;

    cg_likely(cg, LLVMBuildCondBr(B, threaded(g), shared_list, check), 1);
    cg_new_block(g, shared_list);
    o = owner(g);
    enter_owned(g, o, list, locked);
    in[3] = store_owned(g, o, list, i, word);
    from[3] = LLVMGetInsertBlock(B);
    LLVMBuildBr(B, end);
    cg_new_block(g, locked);
    r = cg_only(g, outlined(g, ENTRY_list_store, args, 3), "list");
    in[0] = LLVMBuildICmp(B, LLVMIntNE, r, cg_i32(cg, 0), "");
    LLVMBuildBr(B, end);
    cg_new_block(g, check);
    v = view(g, list);
    in[1] = LLVMConstInt(cg->i1, 0, 0);
    cg_likely(cg, LLVMBuildCondBr(B, in_range(g, v, i), store, end), 0);
    cg_new_block(g, store);
    cg_shared(g, LLVMBuildStore(B, word, item(g, v, i)), "list item");
    in[2] = one;
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->i1, "");
    LLVMAddIncoming(phi, in, from, 4);
    return phi;
}

static LLVMValueRef capacity(FnGen *g, View v)
{
    return cg_shared(g, LLVMBuildLoad2(B, g->cg->i64, v.store, "capacity"),
                     "list capacity");
}

void cg_list_reserve(FnGen *g, LLVMValueRef list, LLVMValueRef n)
{
    Codegen *cg = g->cg;
    LLVMValueRef args[] = {list, n}, room;
    LLVMBasicBlockRef grow = cg_block(g, ""), end = cg_block(g, "");
    View v = view(g, list);

    room = LLVMBuildSub(B, capacity(g, v), v.length, "");
    room = LLVMBuildICmp(B, LLVMIntSGT, n, room, "");
    cg_likely(cg, LLVMBuildCondBr(B, room, grow, end), 1);
    cg_new_block(g, grow);
    outlined(g, ENTRY_list_reserve, args, 2);
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
}

/* The item is added here while there is one thread; else, as where the store is
 * full, what comes behind does it: the loop goes on in a turn that loads the
 * list's store again.  i1: is it added? */
LLVMValueRef cg_list_put(FnGen *g, LLVMValueRef list, LLVMValueRef word)
{
    Codegen *cg = g->cg;
    LLVMValueRef none = LLVMConstInt(cg->i1, 0, 0), in[3], phi, room, more;
    LLVMBasicBlockRef check = cg_block(g, ""), store = cg_block(g, "");
    LLVMBasicBlockRef end = cg_block(g, "");
    LLVMBasicBlockRef from[3] = {LLVMGetInsertBlock(B), check, store};
    View v;

    in[0] = none;
    cg_likely(cg, LLVMBuildCondBr(B, threaded(g), end, check), 1);
    cg_new_block(g, check);
    v = view(g, list);
    room = LLVMBuildICmp(B, LLVMIntSLT, v.length, capacity(g, v), "");
    in[1] = none;
    cg_likely(cg, LLVMBuildCondBr(B, room, store, end), 0);
    cg_new_block(g, store);
    cg_shared(g, LLVMBuildStore(B, word, item(g, v, v.length)), "list item");
    more = LLVMBuildAdd(B, v.length, cg_int(cg, 1), "");
    cg_shared(g,
              LLVMBuildStore(B, more, word_at(g, v.store, STORE_LENGTH_OFFSET)),
              "list length");
    in[2] = LLVMConstInt(cg->i1, 1, 0);
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->i1, "");
    LLVMAddIncoming(phi, in, from, 3);
    return phi;
}
