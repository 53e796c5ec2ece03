/* Generic operations to LLVM instructions: calls of runtime entries
 * (entries.def). */
#include "codegen/emit.h"

static LLVMValueRef kwnames(FnGen *g, Value *v)
{
    return v->konst ? cg_load_const(g->cg, v->konst) : g->cg->null;
}

_Static_assert(TEMP_left == TEMP_LEFT && TEMP_right == TEMP_RIGHT &&
                   TEMP_result == TEMP_RESULT,
               "the runtime reads Value.i");

/* Behind an operation on numbers, some of which nobody else sees. */
static void tell_temps(FnGen *g, Value *v)
{
    LLVMValueRef a = val(g, v->args[0]), b = val(g, v->args[1]);
    LLVMValueRef r = v->i & TEMP_result ? val(g, v) : a;
    LLVMValueRef args[] = {a, b, r, cg_int(g->cg, v->i)};

    cg_call(g->cg, ENTRY_temps, args, 4);
}

static void arithmetic(FnGen *g, Value *v, Entry e)
{
    simple_any(g, v, e);
    if (v->i)
        tell_temps(g, v);
}

static void simple_status(FnGen *g, Value *v, Entry e)
{
    LLVMValueRef r = check_status(g, v, call_entry(g, v, e));

    if (v->rep == REP_i1)
        set(g, v, nonzero(g, r));
}

/* Where a text may grow in place there are no longs. */
static void op_add(FnGen *g, Value *v, Entry plain, Entry own, Entry taken)
{
    if (v->i & TEXT_own)
        simple_any(g, v, own);
    else if (v->i & TEXT_taken)
        simple_any(g, v, taken);
    else
        arithmetic(g, v, plain);
}

static void comparison(FnGen *g, Value *v, Entry e)
{
    simple_status(g, v, e);
    if (v->i)
        tell_temps(g, v);
}

/* Stores args[from...] into the call buffer. */
static LLVMValueRef spill(FnGen *g, Value *v, int from)
{
    for (int i = from; i < v->nargs; i++)
        LLVMBuildStore(B, val(g, v->args[i]),
                       cg_element(g->cg, g->buffer_type, g->buffer, i - from));
    return g->buffer;
}

static int64_t keyword_count(Value *v)
{
    return v->konst ? (int64_t)v->konst->len : 0;
}

/* Words of the function's stack frame; where objects die at once they do not
 * have what earlier calls left there. */
static LLVMValueRef stack_words(FnGen *g, unsigned n)
{
    LLVMBasicBlockRef here = LLVMGetInsertBlock(B);
    LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(g->function);
    LLVMValueRef first = LLVMGetFirstInstruction(entry), p;

    LLVMPositionBuilderBefore(B, first);
    p = LLVMBuildAlloca(B, LLVMArrayType2(g->cg->ptr, n), "");
    if (g->words)
        LLVMBuildMemSet(B, p, LLVMConstNull(LLVMInt8TypeInContext(g->cg->ctx)),
                        cg_int(g->cg, (int64_t)(n * sizeof(void *))), 8);
    cg_new_block(g, here);
    return p;
}

static bool has_other_use(const Value *v, const Value *use)
{
    FOREACH_BLOCK (v->block->fn, b) {
        if (b->cond == v)
            return true;
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == v && u != use)
                    return true;
    }
    return false;
}

/* The raise that ends what begins with v, if that is all there is. */
static Value *raise_behind(Value *v)
{
    while (v && v->op == OP_unset)
        v = v->next;
    return v && v->op == OP_raise && v->args[1]->op == OP_unset &&
                   v->args[2]->op == OP_unset
               ? v
               : NULL;
}

/* The phi of v that stands first in b. */
static Value *phi_of(Block *b, const Value *v)
{
    for (Value *p = b->first; p && p->op == OP_phi; p = p->next)
        for (int i = 0; i < p->nargs; i++)
            if (p->args[i] == v)
                return p;
    return NULL;
}

/* The raise that is all that becomes of the result of a call, NULL: it is
 * needed for something else. */
static Value *raise_of(Value *v)
{
    Block *b = v->block;
    Value *raise = raise_behind(v->next), *phi;

    if (v == b->last && (b->ctl == CTL_try || b->ctl == CTL_jump)) {
        b = b->succ.items[0];
        phi = phi_of(b, v);
        if (phi && has_other_use(v, phi))
            return NULL;
        v = phi ? phi : v;
        raise = raise_behind(phi ? phi->next : b->first);
    }
    return raise && raise->args[0] == v && !has_other_use(v, raise) ? raise
                                                                    : NULL;
}

/* What to raise comes in two words: where the second one is kept for the
 * raise, NULL where only one came. */
static LLVMValueRef raised_slot(FnGen *g, const Value *raise)
{
    LLVMBasicBlockRef here = LLVMGetInsertBlock(B);
    LLVMValueRef slot = g->selves[raise->id];

    if (slot)
        return slot;
    slot = stack_words(g, 1);
    LLVMPositionBuilderBefore(B, LLVMGetNextInstruction(slot));
    LLVMBuildStore(B, g->cg->null, slot);
    cg_new_block(g, here);
    g->selves[raise->id] = slot;
    return slot;
}

static void op_call(FnGen *g, Value *v)
{
    Value *raise = raise_of(v);
    LLVMValueRef args[] = {val(g, v->args[0]), spill(g, v, 1),
                           cg_int(g->cg, v->nargs - 1 - keyword_count(v)),
                           kwnames(g, v), NULL};

    if (raise)
        args[4] = raised_slot(g, raise);
    set(g, v,
        check_null(g, v,
                   cg_call(g->cg, raise ? ENTRY_raise_value : ENTRY_call, args,
                           raise ? 5 : 4)));
}

static void op_call_bound(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), spill(g, v, 1),
                           cg_int(g->cg, v->nargs - 1 - keyword_count(v)),
                           kwnames(g, v)};

    /* mostly a C method: known functions are called directly */
    g->cg->outline = true;
    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_call_bound, args, 4)));
}

static void op_call_ex(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]),
                           val(g, v->args[1]),
                           val(g, v->args[2]),
                           spill(g, v, 3),
                           cg_int(g->cg, v->nargs - 3 - keyword_count(v)),
                           kwnames(g, v)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_call_ex, args, 6)));
}

static void op_call_frame(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]),
                           val(g, v->args[1]),
                           spill(g, v, 2),
                           cg_int(g->cg, v->nargs - 2 - keyword_count(v)),
                           kwnames(g, v),
                           g->cg->descriptor,
                           cg_i32(g->cg, (int32_t)v->i)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_call_frame, args, 7)));
}

static void op_sequence(FnGen *g, Value *v, Entry e)
{
    LLVMValueRef args[] = {spill(g, v, 0), cg_int(g->cg, v->nargs)};

    set(g, v, check_null(g, v, cg_call(g->cg, e, args, 2)));
}

static void op_made_object(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_load_const(g->cg, v->konst),
                           spill(g, v, 1)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_made_object, args, 3)));
}

static void show_frame(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {cg_fn_code(g->cg, cg_origin(g->fn, v)),
                           val(g, v->args[0])};

    cg_call(g->cg, ENTRY_show_frame, args, 2);
}

static void op_locals(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {cg_load_const(g->cg, v->konst), spill(g, v, 0),
                           cg_int(g->cg, v->nargs)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_locals, args, 3)));
}

static void op_locals_sync(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_load_const(g->cg, v->konst),
                           spill(g, v, 1), cg_int(g->cg, v->nargs - 1)};

    check_status(g, v, cg_call(g->cg, ENTRY_locals_sync, args, 4));
}

static void op_locals_get(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v),
                           val(g, v->args[1])};

    set(g, v, cg_call(g->cg, ENTRY_locals_get, args, 3));
}

static void op_exec(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1]),
                           val(g, v->args[2]), val(g, v->args[3]),
                           g->cg->descriptor,  cg_i32(g->cg, (int32_t)v->i)};

    check_status(g, v, cg_call(g->cg, ENTRY_exec, args, 6));
}

/* --- variables ------------------------------------------------------------ */

static LLVMValueRef global_slot(FnGen *g, Value *v)
{
    return cg_element(g->cg, g->cg->slots_type, g->cg->slots, v->global->index);
}

static void op_load_global(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {g->cg->descriptor, global_slot(g, v), name_of(g, v),
                           cg_global_cache(g->cg, v->global)};
    Entry e = v->i                     ? ENTRY_load_module_name
              : v->global->nstores > 0 ? ENTRY_load_global
                                       : ENTRY_load_builtin;

    set(g, v,
        check_null(g, v,
                   v->i || g->cg->outline ? cg_call(g->cg, e, args, 4)
                                          : cg_load_global(g, v, args)));
}

static LLVMValueRef global_name(FnGen *g, Value *v)
{
    const Name *n = v->name;
    Const *c = const_str(g->cg->m, n->text, n->len, CONST_str);

    return cg_load_const(g->cg, c);
}

static void op_store_global(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {g->cg->descriptor, global_slot(g, v),
                           global_name(g, v), val(g, v->args[0])};

    check_status(g, v, cg_call(g->cg, ENTRY_store_global, args, 4));
}

static void op_del_global(FnGen *g, Value *v)
{
    Entry e = v->i ? ENTRY_del_module_name : ENTRY_del_global;
    LLVMValueRef args[] = {g->cg->descriptor, global_slot(g, v), name_of(g, v)};

    check_status(g, v, cg_call(g->cg, e, args, 3));
}

static void op_load_name(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v), g->cg->descriptor,
                           global_slot(g, v), site_cache(g, GLOBAL_CACHE_SIZE)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_load_name, args, 5)));
}

static void op_store_name(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v),
                           val(g, v->args[1])};

    check_status(g, v, cg_call(g->cg, ENTRY_store_name, args, 3));
}

static void op_del_name(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v)};

    check_status(g, v, cg_call(g->cg, ENTRY_del_name, args, 2));
}

/* Goes on with the value unless it is unset. */
static void op_check_bound(FnGen *g, Value *v, Entry e)
{
    LLVMBasicBlockRef bad = cg_block(g, ""), ok = cg_block(g, "");
    LLVMValueRef x = val(g, v->args[0]), name;
    LLVMValueRef unset = LLVMBuildICmp(B, LLVMIntEQ, x, g->cg->null, "");

    cg_likely(g->cg, LLVMBuildCondBr(B, unset, bad, ok), 1);
    cg_new_block(g, bad);
    name = name_of(g, v);
    cg_call(g->cg, e, &name, 1);
    LLVMBuildBr(B, cg_error_exit(g, v->line, false));
    cg_new_block(g, ok);
    set(g, v, x);
}

static void op_closure_cell(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {g->self, cg_int(g->cg, v->i)};

    set(g, v, cg_call(g->cg, ENTRY_closure_cell, args, 2));
}

static void op_param(FnGen *g, Value *v)
{
    LLVMValueRef i;

    if (!g->fn->is_generator) {
        set(g, v, LLVMGetParam(g->function, (unsigned)v->i + 1));
        return;
    }
    i = cg_int(g->cg, GENERATOR_SLOTS_OFFSET / 8 + v->i);
    i = LLVMBuildInBoundsGEP2(B, g->cg->ptr, g->frame, &i, 1, "");
    set(g, v, LLVMBuildLoad2(B, g->cg->ptr, i, ""));
}

/* --- attributes ----------------------------------------------------------- */

static void op_getattr(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v),
                           site_cache(g, ATTR_CACHE_SIZE)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_getattr, args, 3)));
}

static void op_setattr(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v),
                           val(g, v->args[1]), site_cache(g, ATTR_CACHE_SIZE)};

    check_status(g, v, cg_call(g->cg, ENTRY_setattr, args, 4));
}

static void op_delattr(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v)};

    check_status(g, v, cg_call(g->cg, ENTRY_delattr, args, 2));
}

/* The self that comes with it is kept for the method_self that follows. */
static void op_load_method(FnGen *g, Value *v)
{
    LLVMValueRef self = stack_words(g, 1);
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v),
                           site_cache(g, ATTR_CACHE_SIZE), self};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_load_method, args, 4)));
    g->selves[v->id] = self;
}

static void op_load_super(FnGen *g, Value *v)
{
    LLVMValueRef self = stack_words(g, 1);
    LLVMValueRef args[] = {val(g, v->args[0]),
                           val(g, v->args[1]),
                           val(g, v->args[2]),
                           name_of(g, v),
                           site_cache(g, GLOBAL_CACHE_SIZE),
                           self};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_load_super, args, 6)));
    g->selves[v->id] = self;
}

static void op_method_self(FnGen *g, Value *v)
{
    LLVMValueRef word = g->selves[v->args[0]->id];

    set(g, v, LLVMBuildLoad2(B, g->cg->ptr, word, ""));
    if (g->words)
        LLVMBuildStore(B, g->cg->null, word);
}

/* --- definitions ---------------------------------------------------------- */

static void op_function(FnGen *g, Value *v)
{
    int ndefaults = (int)v->i, ncells = v->nargs - ndefaults;
    LLVMValueRef buffer = spill(g, v, 0);
    LLVMValueRef args[] = {cg_fn_code(g->cg, v->fn),
                           g->cg->descriptor,
                           buffer,
                           cg_int(g->cg, ndefaults),
                           cg_element(g->cg, g->buffer_type, buffer, ndefaults),
                           cg_int(g->cg, ncells)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_function, args, 6)));
}

static void op_build_class(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {
        cg_fn_code(g->cg, v->fn),
        g->cg->descriptor,
        name_of(g, v),
        val(g, v->args[0]),
        spill(g, v, 1),
        cg_int(g->cg, v->nargs - 1),
        cg_load_const(g->cg, class_attr_names(g->cg->m, v->fn->scope->node))};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_build_class, args, 7)));
}

/* --- iteration ------------------------------------------------------------ */

static void op_unpack(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_int(g->cg, v->i), g->buffer};

    check_status(g, v, cg_call(g->cg, ENTRY_unpack, args, 3));
    set(g, v, g->buffer);
}

static void op_dict(FnGen *g, Value *v)
{
    LLVMValueRef n = cg_int(g->cg, v->i);

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_dict, &n, 1)));
}

static void op_unpack_item(FnGen *g, Value *v)
{
    LLVMValueRef p =
        cg_element(g->cg, g->buffer_type, val(g, v->args[0]), v->i);

    set(g, v, LLVMBuildLoad2(B, g->cg->ptr, p, ""));
}

/* NULL is the end unless an exception is pending. */
static void op_next(FnGen *g, Value *v)
{
    LLVMValueRef args[2], r, pending, phi;
    LLVMBasicBlockRef null = cg_block(g, ""), ok = cg_block(g, ""), from[2];
    LLVMValueRef in[2];

    args[0] = val(g, v->args[0]);
    args[1] = g->frame;
    r = v->i ? cg_call(g->cg, ENTRY_next_delegated, args, 2)
             : cg_call(g->cg, ENTRY_next, args, 1);
    from[0] = LLVMGetInsertBlock(B);
    in[0] = r;
    cg_likely(g->cg,
              LLVMBuildCondBr(
                  B, LLVMBuildICmp(B, LLVMIntEQ, r, g->cg->null, ""), null, ok),
              1);
    cg_new_block(g, null);
    pending = nonzero(g, cg_call(g->cg, ENTRY_next_failed, NULL, 0));
    cg_likely(g->cg,
              LLVMBuildCondBr(B, pending, cg_error_exit(g, v->line, false), ok),
              1);
    from[1] = null;
    in[1] = g->cg->null;
    cg_new_block(g, ok);
    phi = LLVMBuildPhi(B, g->cg->ptr, "");
    LLVMAddIncoming(phi, in, from, 2);
    set(g, v, phi);
}

static void op_next_pair(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), g->buffer};
    LLVMValueRef r =
        check_status(g, v, cg_call(g->cg, ENTRY_next_pair, args, 2));

    set(g, v, LLVMBuildSelect(B, nonzero(g, r), g->buffer, g->cg->null, ""));
}

/* --- statements ----------------------------------------------------------- */

static void op_import(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {name_of(g, v), g->cg->descriptor, val(g, v->args[0]),
                           cg_i32(g->cg, (int32_t)v->i)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_import, args, 4)));
}

static void op_import_from(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), name_of(g, v)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_import_from, args, 2)));
}

static void op_import_star(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1]),
                           g->cg->descriptor};

    check_status(g, v, cg_call(g->cg, ENTRY_import_star, args, 3));
}

/* Which of the two error exits it takes depends on a given traceback. */
static void op_raise(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1]),
                           val(g, v->args[2])};
    LLVMValueRef line;
    LLVMBasicBlockRef add = cg_block(g, ""), go = cg_block(g, "");
    LLVMValueRef tb[] = {cg_fn_code(g->cg, cg_origin(g->fn, v)),
                         g->cg->descriptor, cg_i32(g->cg, v->line)};

    if (g->selves[v->id]) {
        args[1] = LLVMBuildLoad2(B, g->cg->ptr, g->selves[v->id], "");
        LLVMBuildStore(B, g->cg->null, g->selves[v->id]);
    }
    line = cg_call(g->cg, ENTRY_raise, args, 3);
    LLVMBuildCondBr(B, nonzero(g, line), add, go);
    cg_new_block(g, add);
    cg_call(g->cg, ENTRY_traceback, tb, 3);
    LLVMBuildBr(B, go);
    cg_new_block(g, go);
    LLVMBuildBr(B, cg_error_exit(g, v->line, true));
    cg_new_block(g, cg_block(g, ""));
}

static void op_reraise(FnGen *g, Value *v)
{
    LLVMValueRef caught = val(g, v->args[0]);

    cg_call(g->cg, ENTRY_reraise, &caught, 1);
    LLVMBuildBr(B, cg_error_exit(g, v->line, true));
    cg_new_block(g, cg_block(g, ""));
}

static void op_body_ended(FnGen *g, Value *v)
{
    check_status(g, v, cg_call(g->cg, ENTRY_body_ended, NULL, 0));
}

static void op_body_failed(FnGen *g, Value *v)
{
    LLVMBuildBr(B, cg_error_exit(g, v->line, false));
    cg_new_block(g, cg_block(g, ""));
}

/* What is caught stands in the frame: the function ends, or catches again at
 * this place, when nothing asks for it any more.  A generator's frame does not
 * last. */
static void op_catch(FnGen *g, Value *v)
{
    LLVMValueRef args[2] = {NULL, cg_i32(g->cg, (int32_t)v->i)};

    if (g->fn->is_generator) {
        set(g, v, cg_call(g->cg, ENTRY_catch, &args[1], 1));
        return;
    }
    args[0] = stack_words(g, 3);
    cg_call(g->cg, ENTRY_catch_at, args, 2);
    set(g, v, args[0]);
}

/* --- generators ----------------------------------------------------------- */

static LLVMValueRef frame_word(FnGen *g, int64_t offset)
{
    LLVMValueRef i = cg_int(g->cg, offset / 8);

    return LLVMBuildInBoundsGEP2(B, g->cg->ptr, g->frame, &i, 1, "");
}

static void op_frame_load(FnGen *g, Value *v)
{
    LLVMValueRef p = frame_word(g, GENERATOR_SLOTS_OFFSET + 8 * v->i);
    LLVMTypeRef t = v->rep == REP_i64   ? g->cg->i64
                    : v->rep == REP_f64 ? g->cg->f64
                    : v->rep == REP_i1  ? g->cg->i1
                                        : g->cg->ptr;

    set(g, v, LLVMBuildLoad2(B, t, p, ""));
}

static void op_suspend(FnGen *g, Value *v)
{
    LLVMValueRef state = frame_word(g, GENERATOR_STATE_OFFSET);

    LLVMBuildStore(B, cg_i32(g->cg, (int32_t)v->i), state);
    set(g, v, val(g, v->args[0]));
}

static void op_delegate(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {g->frame, val(g, v->args[0]),
                           cg_i32(g->cg, v->line)};

    cg_call(g->cg, ENTRY_delegate, args, 3);
}

static void op_frame_state(FnGen *g, Value *v)
{
    LLVMValueRef p = frame_word(g, GENERATOR_STATE_OFFSET);
    LLVMValueRef s = LLVMBuildLoad2(B, g->cg->i32, p, "");

    set(g, v, LLVMBuildSExt(B, s, g->cg->i64, ""));
}

/* --- dispatch ------------------------------------------------------------- */

#define ANY(op)                                                                \
    case OP_##op:                                                              \
        simple_any(g, v, ENTRY_##op);                                          \
        break;
#define NUMBERS(op)                                                            \
    case OP_##op:                                                              \
        arithmetic(g, v, ENTRY_##op);                                          \
        break;
#define COMPARISON(op)                                                         \
    case OP_##op:                                                              \
        comparison(g, v, ENTRY_##op);                                          \
        break;
#define STATUS(op)                                                             \
    case OP_##op:                                                              \
        simple_status(g, v, ENTRY_##op);                                       \
        break;

void cg_value(FnGen *g, Value *v)
{
    cg_debug_line(g->cg, v->line, v->inlined);
    g->value = v;
    g->cg->outline = v->outline || g->block->cold ||
                     g->fn->kind != FN_function || g->fn->typed ||
                     g->fn->is_quick;
    switch (v->op) {
    case OP_unset:
        set(g, v, g->cg->null);
        break;
    case OP_none:
        set(g, v, singleton(g, "none_object"));
        break;
    case OP_true:
        set(g, v, singleton(g, "true_object"));
        break;
    case OP_false:
        set(g, v, singleton(g, "false_object"));
        break;
    case OP_ellipsis:
        set(g, v, singleton(g, "ellipsis_object"));
        break;
    case OP_const:
        set(g, v, cg_load_const(g->cg, v->konst));
        break;
    case OP_const_i64:
        set(g, v, cg_int(g->cg, v->i));
        break;
    case OP_const_f64:
        set(g, v, LLVMConstReal(g->cg->f64, v->d));
        break;
    case OP_const_i1:
        set(g, v, LLVMConstInt(g->cg->i1, (unsigned long long)v->i, 0));
        break;
    case OP_param:
        op_param(g, v);
        break;
    case OP_closure_cell:
        op_closure_cell(g, v);
        break;
    case OP_new_cell:
        set(g, v, call_entry(g, v, ENTRY_new_cell));
        break;
    case OP_cell_get:
        set(g, v, call_entry(g, v, ENTRY_cell_get));
        break;
    case OP_cell_set:
        call_entry(g, v, ENTRY_cell_set);
        break;
    case OP_check_local:
        op_check_bound(g, v, ENTRY_unbound_local);
        break;
    case OP_check_free:
        op_check_bound(g, v, ENTRY_unbound_free);
        break;
    case OP_load_global:
        op_load_global(g, v);
        break;
    case OP_store_global:
        op_store_global(g, v);
        break;
    case OP_del_global:
        op_del_global(g, v);
        break;
    case OP_load_name:
        op_load_name(g, v);
        break;
    case OP_store_name:
        op_store_name(g, v);
        break;
    case OP_del_name:
        op_del_name(g, v);
        break;
    case OP_getattr:
        op_getattr(g, v);
        break;
    case OP_setattr:
        op_setattr(g, v);
        break;
    case OP_delattr:
        op_delattr(g, v);
        break;
    case OP_load_method:
        op_load_method(g, v);
        break;
    case OP_load_super:
        op_load_super(g, v);
        break;
    case OP_method_self:
        op_method_self(g, v);
        break;
        ANY(getitem)
        STATUS(setitem)
        STATUS(delitem)
        ANY(getslice)
        STATUS(setslice)
        STATUS(delslice)
        ANY(slice)
    case OP_add:
        op_add(g, v, ENTRY_add, ENTRY_add_consume, ENTRY_add_taken);
        break;
        NUMBERS(sub)
        NUMBERS(mul)
        NUMBERS(div)
        NUMBERS(floordiv)
        ANY(truediv)
        NUMBERS(mod)
        ANY(pow)
        ANY(lshift)
        ANY(rshift)
        ANY(and)
        ANY(xor)
        ANY(or)
    case OP_iadd:
        op_add(g, v, ENTRY_iadd, ENTRY_iadd_consume, ENTRY_iadd_taken);
        break;
        NUMBERS(isub)
        NUMBERS(imul)
        ANY(idiv)
        ANY(ifloordiv)
        ANY(itruediv)
        ANY(imod)
        ANY(ipow)
        ANY(ilshift)
        ANY(irshift)
        ANY(iand)
        ANY(ixor)
        ANY(ior)
        ANY(neg)
        ANY(pos)
        ANY(invert)
        ANY(repr)
        ANY(lt)
        ANY(le)
        ANY(eq)
        ANY(ne)
        ANY(gt)
        ANY(ge)
        STATUS(contains)
        STATUS(truth)
        COMPARISON(truth_lt)
        COMPARISON(truth_le)
        COMPARISON(truth_eq)
        COMPARISON(truth_ne)
        COMPARISON(truth_gt)
        COMPARISON(truth_ge)
        STATUS(list_add)
        STATUS(dict_add)
        STATUS(set_add)
        ANY(iter)
        STATUS(print_item)
        STATUS(print_newline)
        ANY(print_file)
        STATUS(display)
        ANY(with_exit)
        ANY(with_enter)
        ANY(loop_owns)
        ANY(file_owned)
        STATUS(give_up)
        STATUS(safepoint)
        STATUS(exc_match)
    case OP_not_i1:
        set(g, v, LLVMBuildNot(B, val(g, v->args[0]), ""));
        break;
    case OP_call:
        op_call(g, v);
        break;
    case OP_call_bound:
        op_call_bound(g, v);
        break;
    case OP_call_ex:
        op_call_ex(g, v);
        break;
    case OP_call_frame:
        op_call_frame(g, v);
        break;
    case OP_tuple:
        op_sequence(g, v, ENTRY_tuple);
        break;
    case OP_list:
        op_sequence(g, v, ENTRY_list);
        break;
    case OP_set:
        op_sequence(g, v, ENTRY_set);
        break;
    case OP_function:
        op_function(g, v);
        break;
    case OP_build_class:
        op_build_class(g, v);
        break;
    case OP_made_object:
        op_made_object(g, v);
        break;
    case OP_locals:
        op_locals(g, v);
        break;
    case OP_locals_sync:
        op_locals_sync(g, v);
        break;
    case OP_locals_get:
        op_locals_get(g, v);
        break;
    case OP_exec:
        op_exec(g, v);
        break;
    case OP_unpack:
        op_unpack(g, v);
        break;
    case OP_dict:
        op_dict(g, v);
        break;
    case OP_unpack_item:
        op_unpack_item(g, v);
        break;
    case OP_next:
        op_next(g, v);
        break;
    case OP_next_pair:
        op_next_pair(g, v);
        break;
    case OP_is_unset:
        set(g, v,
            LLVMBuildICmp(B, LLVMIntEQ, val(g, v->args[0]), g->cg->null, ""));
        break;
    case OP_import:
        op_import(g, v);
        break;
    case OP_import_from:
        op_import_from(g, v);
        break;
    case OP_import_star:
        op_import_star(g, v);
        break;
    case OP_body_ended:
        op_body_ended(g, v);
        break;
    case OP_body_failed:
        op_body_failed(g, v);
        break;
    case OP_suspend:
        op_suspend(g, v);
        break;
    case OP_delegate:
        op_delegate(g, v);
        break;
    case OP_resumed:
        set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_resumed, &g->sent, 1)));
        break;
    case OP_frame_state:
        op_frame_state(g, v);
        break;
    case OP_frame_load:
        op_frame_load(g, v);
        break;
    case OP_frame_store:
        LLVMBuildStore(B, val(g, v->args[0]),
                       frame_word(g, GENERATOR_SLOTS_OFFSET + 8 * v->i));
        break;
    case OP_raise:
        op_raise(g, v);
        break;
    case OP_reraise:
        op_reraise(g, v);
        break;
    case OP_catch:
        op_catch(g, v);
        break;
    case OP_exc_type:
        set(g, v, call_entry(g, v, ENTRY_exc_type));
        break;
    case OP_exc_value:
        set(g, v, call_entry(g, v, ENTRY_exc_value));
        break;
    case OP_copy:
        set(g, v, val(g, v->args[0]));
        break;
    case OP_settle:
        call_entry(g, v, ENTRY_settle);
        break;
    case OP_settle_call:
        call_entry(g, v, ENTRY_settle_call);
        break;
    case OP_take:
        call_entry(g, v, ENTRY_take);
        break;
    case OP_unhold:
        cg_unhold(g, (int)v->i);
        break;
    case OP_drop:
        cg_drop(g, v);
        break;
    case OP_show_frame:
        show_frame(g, v);
        break;
    case OP_line:
    case OP_keep:
    case OP_shown:
        break; /* for the interpreter */
    case OP_exc_tb:
        set(g, v, call_entry(g, v, ENTRY_exc_tb));
        break;
    default:
        cg_typed_value(g, v);
    }
}
