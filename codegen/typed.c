/* Typed operations, on numbers and on objects of known types, to LLVM
 * instructions. */
#include "codegen/emit.h"

#include <stdlib.h>

static LLVMValueRef word_of(FnGen *g, LLVMValueRef p)
{
    return LLVMBuildPtrToInt(B, p, g->cg->i64, "");
}

static void op_is_int(FnGen *g, Value *v)
{
    LLVMValueRef w = word_of(g, val(g, v->args[0]));

    set(g, v, LLVMBuildTrunc(B, w, g->cg->i1, ""));
}

static void op_unbox_int(FnGen *g, Value *v)
{
    LLVMValueRef w = word_of(g, val(g, v->args[0]));

    set(g, v, LLVMBuildAShr(B, w, cg_int(g->cg, 1), ""));
}

/* An intrinsic for operands of that type. */
static LLVMValueRef overloaded(FnGen *g, const char *name, LLVMTypeRef type)
{
    unsigned id = LLVMLookupIntrinsicID(name, strlen(name));

    return LLVMGetIntrinsicDeclaration(g->cg->mod, id, &type, 1);
}

static LLVMValueRef of_two(FnGen *g, const char *intrinsic, LLVMValueRef x,
                           LLVMValueRef y)
{
    LLVMValueRef f = overloaded(g, intrinsic, g->cg->i64), args[] = {x, y};

    return LLVMBuildCall2(B, LLVMGlobalGetValueType(f), f, args, 2, "");
}

static void op_turns_end(FnGen *g, Value *v)
{
    LLVMValueRef end =
        of_two(g, "llvm.sadd.sat", val(g, v->args[0]), val(g, v->args[2]));

    set(g, v, of_two(g, "llvm.smin", end, val(g, v->args[1])));
}

static void op_overflow(FnGen *g, Value *v, const char *intrinsic)
{
    LLVMValueRef f = overloaded(g, intrinsic, g->cg->i64);
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1])};
    LLVMValueRef pair =
        LLVMBuildCall2(B, LLVMGlobalGetValueType(f), f, args, 2, "");
    LLVMBasicBlockRef bad = cg_block(g, ""), ok = cg_block(g, "");

    set(g, v, LLVMBuildExtractValue(B, pair, 0, ""));
    cg_likely(
        g->cg,
        LLVMBuildCondBr(B, LLVMBuildExtractValue(B, pair, 1, ""), bad, ok), 1);
    cg_new_block(g, bad);
    LLVMBuildBr(B, g->blocks[g->block->succ.items[1]->id]);
    g->err_ends[g->block->id] = bad;
    cg_new_block(g, ok);
}

static void op_icmp(FnGen *g, Value *v, LLVMIntPredicate p)
{
    set(g, v, LLVMBuildICmp(B, p, val(g, v->args[0]), val(g, v->args[1]), ""));
}

static void op_fcmp(FnGen *g, Value *v, LLVMRealPredicate p)
{
    set(g, v, LLVMBuildFCmp(B, p, val(g, v->args[0]), val(g, v->args[1]), ""));
}

static void op_math(FnGen *g, Value *v, LLVMOpcode op)
{
    set(g, v,
        LLVMBuildBinOp(B, op, val(g, v->args[0]), val(g, v->args[1]), ""));
}

/* By 2 ** k, k its logarithm: a shift and a mask round as Python does. */
static void divide_by_power(FnGen *g, Value *v, int k)
{
    LLVMValueRef a = val(g, v->args[0]);

    set(g, v,
        v->op == OP_floordiv_i64
            ? LLVMBuildAShr(B, a, cg_int(g->cg, k), "")
            : LLVMBuildAnd(B, a, cg_int(g->cg, ((int64_t)1 << k) - 1), ""));
}

/* Python's rounding towards minus infinity from C's towards zero. */
static void op_floor_division(FnGen *g, Value *v)
{
    const Value *divisor = v->args[1];

    if (divisor->op == OP_const_i64 && divisor->i > 0 &&
        (divisor->i & (divisor->i - 1)) == 0) {
        divide_by_power(g, v, __builtin_ctzll((uint64_t)divisor->i));
        return;
    }
    LLVMValueRef a = val(g, v->args[0]), b = val(g, v->args[1]);
    LLVMValueRef q = LLVMBuildSDiv(B, a, b, "");
    LLVMValueRef r = LLVMBuildSRem(B, a, b, ""), zero = cg_int(g->cg, 0);
    LLVMValueRef differ =
        LLVMBuildICmp(B, LLVMIntSLT, LLVMBuildXor(B, r, b, ""), zero, "");
    LLVMValueRef inexact = LLVMBuildICmp(B, LLVMIntNE, r, zero, "");
    LLVMValueRef adjust = LLVMBuildAnd(B, differ, inexact, "");

    if (v->op == OP_floordiv_i64)
        set(g, v,
            LLVMBuildSub(B, q, LLVMBuildZExt(B, adjust, g->cg->i64, ""), ""));
    else
        set(g, v,
            LLVMBuildAdd(B, r, LLVMBuildSelect(B, adjust, b, zero, ""), ""));
}

static void typed_entry(FnGen *g, Value *v, Entry e)
{
    LLVMValueRef r = call_entry(g, v, e);

    set(g, v, v->rep == REP_i1 ? nonzero(g, r) : r);
}

static void op_is_fn(FnGen *g, Value *v)
{
    Value *callee = v->args[0];
    LLVMValueRef args[] = {val(g, callee), cg_fn_code(g->cg, v->fn)};
    bool known = callee->op == OP_load_global && callee->global->nstores == 1;

    if (known && !g->cg->outline)
        set(g, v, cg_is_known_fn(g, v, args[0], args[1]));
    else
        set(g, v, nonzero(g, cg_call(g->cg, ENTRY_function_is, args, 2)));
}

/* The record of what the runtime knows about a class that is expected. */
static LLVMValueRef shape_record(FnGen *g, const Fn *body)
{
    Codegen *cg = g->cg;
    const char *symbol = arena_printf(cg->arena, "%s.shape", body->symbol);
    LLVMValueRef record = LLVMGetNamedGlobal(cg->mod, symbol), parts[4];
    LLVMValueRef never[SHAPE_NUMBERS];
    const Shape *s = body->shape;
    LLVMTypeRef type;

    if (record)
        return record;
    for (int i = 0; i < SHAPE_NUMBERS; i++)
        never[i] = cg_i32(cg, (int32_t)SHAPE_NEVER);
    parts[0] = cg_int(cg, 0);
    parts[1] = LLVMConstArray2(cg->i32, never, SHAPE_NUMBERS);
    parts[2] = cg_const_slot(
        cg, const_tuple(cg->m, s->slots.items, (size_t)s->slots.count));
    parts[3] = cg_int(cg, s->classic);
    type = LLVMTypeOf(LLVMConstStructInContext(cg->ctx, parts, 4, 0));
    record = LLVMAddGlobal(cg->mod, type, symbol);
    LLVMSetInitializer(record, LLVMConstStructInContext(cg->ctx, parts, 4, 0));
    LLVMSetLinkage(record, LLVMInternalLinkage);
    return record;
}

static void op_is_shape(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), shape_record(g, v->fn)};

    set(g, v, nonzero(g, cg_call(g->cg, ENTRY_is_shape, args, 2)));
}

static void op_load_slot(FnGen *g, Value *v)
{
    set(g, v, cg_slot_load(g, val(g, v->args[0]), v->i, v->type == TK_float));
}

static void op_store_slot(FnGen *g, Value *v)
{
    set(g, v,
        cg_slot_store(g, val(g, v->args[0]), v->i, val(g, v->args[1]),
                      v->args[1]->rep));
}

static void op_special(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1]),
                           name_of(g, v), cg_i32(g->cg, (int32_t)v->i),
                           site_cache(g, GLOBAL_CACHE_SIZE)};

    set(g, v, cg_call(g->cg, ENTRY_special, args, 5));
}

static void op_special_rest(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), val(g, v->args[1]),
                           val(g, v->args[2]), cg_int(g->cg, v->i)};

    set(g, v, check_null(g, v, cg_call(g->cg, ENTRY_special_rest, args, 4)));
}

/* Is the value what the entry's table has under the operation's name? */
static void is_known(FnGen *g, Value *v, const char *const *names, Entry e)
{
    int64_t i = 0;
    LLVMValueRef args[2];

    while (strcmp(names[i], v->name->text) != 0)
        i++;
    args[0] = val(g, v->args[0]);
    args[1] = cg_int(g->cg, i);
    set(g, v, nonzero(g, cg_call(g->cg, e, args, 2)));
}

static void op_is_builtin(FnGen *g, Value *v)
{
    static const char *const names[] = {
#define KNOWN(name) #name,
#include "known_builtins.def"
    };

    is_known(g, v, names, ENTRY_is_builtin);
}

static void op_is_math(FnGen *g, Value *v)
{
    static const char *const names[] = {
#define KNOWN_MATH(name) #name,
#include "known_math.def"
    };

    is_known(g, v, names, ENTRY_is_math);
}

/* What the machine has an instruction for; NULL: nothing. */
static const char *machine_math(const char *name)
{
    return strcmp(name, "sqrt") == 0   ? "llvm.sqrt"
           : strcmp(name, "fabs") == 0 ? "llvm.fabs"
                                       : NULL;
}

/* A function of the C library.  pow is none that LLVM may know: what it makes
 * of constant exponents is rounded otherwise. */
static void op_math_f64(FnGen *g, Value *v)
{
    Codegen *cg = g->cg;
    const char *intrinsic = machine_math(v->name->text);
    LLVMValueRef f = LLVMGetNamedFunction(cg->mod, v->name->text), args[2];
    LLVMTypeRef params[] = {cg->f64, cg->f64};
    LLVMTypeRef t = LLVMFunctionType(cg->f64, params, (unsigned)v->nargs, 0);

    if (intrinsic) {
        f = overloaded(g, intrinsic, cg->f64);
    } else if (!f) {
        f = LLVMAddFunction(cg->mod, v->name->text, t);
        cg_pure_function(cg, f, v->nargs == 1);
    }
    for (int i = 0; i < v->nargs; i++)
        args[i] = val(g, v->args[i]);
    set(g, v, LLVMBuildCall2(B, t, f, args, (unsigned)v->nargs, ""));
}

static void op_builtin(FnGen *g, Value *v)
{
    static const struct {
        const char *name;
        Entry entry;
    } rows[] = {
#define KNOWN(name)
#define KNOWN_CALL(name) {#name, ENTRY_builtin_##name},
#include "known_builtins.def"
    };
    LLVMValueRef args[] = {val(g, v->args[0]), g->cg->null};
    unsigned n;
    int i = 0;

    while (strcmp(rows[i].name, v->name->text) != 0)
        i++;
    if (v->nargs > 1)
        args[1] = val(g, v->args[1]);
    n = LLVMCountParams(cg_entry(g->cg, rows[i].entry));
    set(g, v, check_null(g, v, cg_call(g->cg, rows[i].entry, args, (int)n)));
}

static void op_new_object(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_fn_code(g->cg, v->fn),
                           site_cache(g, GLOBAL_CACHE_SIZE)};

    set(g, v, cg_call(g->cg, ENTRY_new_object, args, 3));
}

static void op_stand_in(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_fn_code(g->cg, v->fn),
                           site_cache(g, STAND_IN_SIZE)};

    set(g, v, cg_call(g->cg, ENTRY_stand_in, args, 3));
}

static void op_is_method(FnGen *g, Value *v)
{
    LLVMValueRef args[] = {val(g, v->args[0]), cg_fn_code(g->cg, v->fn),
                           name_of(g, v), site_cache(g, ATTR_CACHE_SIZE)};

    set(g, v, nonzero(g, cg_call(g->cg, ENTRY_is_method, args, 4)));
}

/* Calls a body; a word that may be NULL. */
static LLVMValueRef call_body(FnGen *g, Value *v)
{
    LLVMValueRef f = cg_fn_body(g->cg, v->fn);
    LLVMValueRef *args = malloc(sizeof *args * (size_t)v->nargs);
    LLVMValueRef r;

    for (int i = 0; i < v->nargs; i++)
        args[i] = val(g, v->args[i]);
    if (cg_early(g->cg, v->fn)->repeats && !g->cg->outline && v->i == 0) {
        r = cg_call_early(g, v->fn, args, &g->selves[v->id]);
        free(args);
        return r;
    }
    r = LLVMBuildCall2(B, LLVMGlobalGetValueType(f), f, args,
                       (unsigned)v->nargs, "");
    free(args);
    if (cg_calls(g->cg, v->fn))
        cg_forbid_inlining(g->cg, r);
    if (v->fn->result_type) {
        g->selves[v->id] = LLVMBuildExtractValue(B, r, 1, "");
        r = LLVMBuildExtractValue(B, r, 0, "");
    }
    return r;
}

/* CPython makes v->i calls on the way to this one, which count. */
static void op_call_fn(FnGen *g, Value *v)
{
    LLVMValueRef calls = cg_i32(g->cg, (int32_t)v->i), r;

    if (v->i > 0)
        check_status(g, v, cg_call(g->cg, ENTRY_enter_nested, &calls, 1));
    r = call_body(g, v);
    if (v->i < 0) {
        set(g, v, r);
        return;
    }
    if (v->i > 0)
        cg_call(g->cg, ENTRY_leave_nested, &calls, 1);
    set(g, v, check_null(g, v, r));
}

static void op_returned_raw(FnGen *g, Value *v)
{
    set(g, v,
        LLVMBuildICmp(B, LLVMIntEQ, val(g, v->args[0]), cg_raw_marker(g->cg),
                      ""));
}

static void op_list_load(FnGen *g, Value *v)
{
    if (g->cg->outline)
        typed_entry(g, v, ENTRY_list_load);
    else
        set(g, v, cg_list_load(g, val(g, v->args[0]), val(g, v->args[1])));
}

static void op_list_store(FnGen *g, Value *v)
{
    if (g->cg->outline)
        typed_entry(g, v, ENTRY_list_store);
    else
        set(g, v,
            cg_list_store(g, val(g, v->args[0]), val(g, v->args[1]),
                          val(g, v->args[2])));
}

static void op_is_type(FnGen *g, Value *v)
{
    Entry e = v->i == TK_list        ? ENTRY_is_exact_list
              : v->i == TK_bytearray ? ENTRY_is_exact_bytearray
              : v->i == TK_str       ? ENTRY_is_exact_str
              : v->i == TK_tuple     ? ENTRY_is_exact_tuple
                                     : ENTRY_is_exact_dict;

    typed_entry(g, v, e);
}

static void op_bool(FnGen *g, Value *v)
{
    set(g, v,
        LLVMBuildSelect(B, val(g, v->args[0]), singleton(g, "true_object"),
                        singleton(g, "false_object"), ""));
}

static void op_bool_byte(FnGen *g, Value *v)
{
    LLVMValueRef is[2], x = val(g, v->args[0]);

    is[0] = LLVMBuildICmp(B, LLVMIntEQ, x, singleton(g, "false_object"), "");
    is[1] = LLVMBuildICmp(B, LLVMIntEQ, x, singleton(g, "true_object"), "");
    x = LLVMBuildSelect(B, is[0], cg_int(g->cg, 0), cg_int(g->cg, -1), "");
    set(g, v, LLVMBuildSelect(B, is[1], cg_int(g->cg, 1), x, ""));
}

static void op_list_put(FnGen *g, Value *v)
{
    if (g->cg->outline)
        typed_entry(g, v, ENTRY_list_put);
    else
        set(g, v, cg_list_put(g, val(g, v->args[0]), val(g, v->args[1])));
}

/* --- dispatch ------------------------------------------------------------- */

void cg_typed_value(FnGen *g, Value *v)
{
    switch (v->op) {
    case OP_is_int:
        op_is_int(g, v);
        break;
    case OP_unbox_int:
        op_unbox_int(g, v);
        break;
    case OP_is_float:
        typed_entry(g, v, ENTRY_is_float);
        break;
    case OP_unbox_float:
        typed_entry(g, v, ENTRY_unbox_float);
        break;
    case OP_box_int:
        typed_entry(g, v, ENTRY_box_int);
        break;
    case OP_box_float:
        typed_entry(g, v, ENTRY_box_float);
        break;
    case OP_int_to_f64:
        set(g, v, LLVMBuildSIToFP(B, val(g, v->args[0]), g->cg->f64, ""));
        break;
    case OP_add_ovf:
        op_overflow(g, v, "llvm.sadd.with.overflow");
        break;
    case OP_sub_ovf:
        op_overflow(g, v, "llvm.ssub.with.overflow");
        break;
    case OP_mul_ovf:
        op_overflow(g, v, "llvm.smul.with.overflow");
        break;
    case OP_add_i64:
        op_math(g, v, LLVMAdd);
        break;
    case OP_sub_i64:
        op_math(g, v, LLVMSub);
        break;
    case OP_mul_i64:
        op_math(g, v, LLVMMul);
        break;
    case OP_floordiv_i64:
    case OP_mod_i64:
        op_floor_division(g, v);
        break;
    case OP_and_i64:
        op_math(g, v, LLVMAnd);
        break;
    case OP_or_i64:
        op_math(g, v, LLVMOr);
        break;
    case OP_xor_i64:
        op_math(g, v, LLVMXor);
        break;
    case OP_shl_i64:
        op_math(g, v, LLVMShl);
        break;
    case OP_shr_i64:
        op_math(g, v, LLVMAShr);
        break;
    case OP_not_i64:
        set(g, v, LLVMBuildNot(B, val(g, v->args[0]), ""));
        break;
    case OP_neg_i64:
        set(g, v, LLVMBuildNeg(B, val(g, v->args[0]), ""));
        break;
    case OP_lt_i64:
        op_icmp(g, v, LLVMIntSLT);
        break;
    case OP_le_i64:
        op_icmp(g, v, LLVMIntSLE);
        break;
    case OP_eq_i64:
        op_icmp(g, v, LLVMIntEQ);
        break;
    case OP_ne_i64:
        op_icmp(g, v, LLVMIntNE);
        break;
    case OP_gt_i64:
        op_icmp(g, v, LLVMIntSGT);
        break;
    case OP_ge_i64:
        op_icmp(g, v, LLVMIntSGE);
        break;
    case OP_ult_i64:
        op_icmp(g, v, LLVMIntULT);
        break;
    case OP_add_f64:
        op_math(g, v, LLVMFAdd);
        break;
    case OP_sub_f64:
        op_math(g, v, LLVMFSub);
        break;
    case OP_mul_f64:
        op_math(g, v, LLVMFMul);
        break;
    case OP_div_f64:
        op_math(g, v, LLVMFDiv);
        break;
    case OP_neg_f64:
        set(g, v, LLVMBuildFNeg(B, val(g, v->args[0]), ""));
        break;
    case OP_lt_f64:
        op_fcmp(g, v, LLVMRealOLT);
        break;
    case OP_le_f64:
        op_fcmp(g, v, LLVMRealOLE);
        break;
    case OP_eq_f64:
        op_fcmp(g, v, LLVMRealOEQ);
        break;
    case OP_ne_f64:
        op_fcmp(g, v, LLVMRealUNE);
        break;
    case OP_gt_f64:
        op_fcmp(g, v, LLVMRealOGT);
        break;
    case OP_ge_f64:
        op_fcmp(g, v, LLVMRealOGE);
        break;
    case OP_is_type:
        op_is_type(g, v);
        break;
    case OP_is_fn:
        op_is_fn(g, v);
        break;
    case OP_special:
        op_special(g, v);
        break;
    case OP_special_rest:
        op_special_rest(g, v);
        break;
    case OP_is_shape:
        op_is_shape(g, v);
        break;
    case OP_load_slot:
        op_load_slot(g, v);
        break;
    case OP_store_slot:
        op_store_slot(g, v);
        break;
    case OP_is_builtin:
        op_is_builtin(g, v);
        break;
    case OP_is_math:
        op_is_math(g, v);
        break;
    case OP_math_f64:
        op_math_f64(g, v);
        break;
    case OP_init_object:
    case OP_call_fn:
    case OP_call_typed:
        op_call_fn(g, v);
        break;
    case OP_builtin:
        op_builtin(g, v);
        break;
    case OP_new_object:
        op_new_object(g, v);
        break;
    case OP_stand_in:
        op_stand_in(g, v);
        break;
    case OP_is_method:
        op_is_method(g, v);
        break;
    case OP_returned_raw:
        op_returned_raw(g, v);
        break;
    case OP_raw_result:
        set(g, v, g->selves[v->args[0]->id]);
        break;
    case OP_list_length:
        set(g, v, cg_list_length(g, val(g, v->args[0])));
        break;
    case OP_list_view:
        set(g, v, cg_list_view(g, val(g, v->args[0]), &g->selves[v->id]));
        break;
    case OP_view_load:
        set(g, v,
            cg_view_load(g, val(g, v->args[2]), g->selves[v->args[2]->id],
                         val(g, v->args[1])));
        break;
    case OP_list_load:
        op_list_load(g, v);
        break;
    case OP_tuple_load:
        typed_entry(g, v, ENTRY_tuple_load);
        break;
    case OP_byte_load:
        typed_entry(g, v,
                    v->i == TK_str ? ENTRY_str_byte : ENTRY_bytearray_byte);
        break;
    case OP_byte_store:
        typed_entry(g, v, ENTRY_byte_store);
        break;
    case OP_turns_end:
        op_turns_end(g, v);
        break;
    case OP_bool_byte:
        op_bool_byte(g, v);
        break;
    case OP_packed_new:
        set(g, v, check_null(g, v, call_entry(g, v, ENTRY_packed_new)));
        break;
    case OP_packed_list:
        set(g, v, check_null(g, v, call_entry(g, v, ENTRY_packed_list)));
        break;
    case OP_packed_length:
        set(g, v, cg_packed_length(g, val(g, v->args[0])));
        break;
    case OP_packed_load:
        set(g, v, cg_packed_load(g, val(g, v->args[0]), val(g, v->args[1])));
        break;
    case OP_packed_store:
        set(g, v,
            cg_packed_store(g, val(g, v->args[0]), val(g, v->args[1]),
                            val(g, v->args[2])));
        break;
    case OP_char_str:
        typed_entry(g, v, ENTRY_char_str);
        break;
    case OP_str_equal:
        typed_entry(g, v, ENTRY_str_equal);
        break;
    case OP_list_reserve:
        cg_list_reserve(g, val(g, v->args[0]), val(g, v->args[1]));
        break;
    case OP_list_put:
        op_list_put(g, v);
        break;
    case OP_list_store:
        op_list_store(g, v);
        break;
    case OP_make_range:
        typed_entry(g, v, ENTRY_make_range);
        break;
    case OP_make_range_iter:
        typed_entry(g, v, ENTRY_make_range_iter);
        break;
    case OP_call_items:
        simple_any(g, v, ENTRY_call_items);
        break;
    case OP_make_byte_iter:
        typed_entry(g, v, ENTRY_make_byte_iter);
        break;
    case OP_make_list_iter:
        typed_entry(g, v, ENTRY_make_list_iter);
        break;
    case OP_make_tuple_iter:
        typed_entry(g, v, ENTRY_make_tuple_iter);
        break;
    case OP_is:
        op_icmp(g, v, LLVMIntEQ);
        break;
    case OP_bool:
        op_bool(g, v);
        break;
    default:
        abort(); /* every operation has a translation */
    }
}
