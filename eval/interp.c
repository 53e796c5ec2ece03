/* The interpreter: one label per instruction (proto.h), the same runtime
 * entries and fast paths as compiled code.
 *
 * A call has its registers on the C stack; a generator keeps them in its slots,
 * so that a yield only notes where it stands.  (IR whose generators were
 * lowered to state machines is run too: proto.nframe.)
 *
 * An instruction that can fail goes to `error`, which adds the traceback entry
 * and looks for the handler. */
#include "eval/eval.h"

#include "dict.h"
#include "errors.h"
#include "list.h"
#include "names.h"
#include "number_fast.h"
#include "set.h"

#include <math.h>
#include <stdlib.h>

enum { BIG_FRAME = 4096 }; /* words: more are taken from the heap */

/* What run() needs of a call. */
typedef struct Call {
    EvalFrame frame; /* first */
    const EvalCode *c;
    PyFunction *self;
    Value *regs, *buffer;
    PyGenerator *generator; /* or NULL */
} Call;

int eval_line(const EvalCode *c, const uint32_t *pc)
{
    uint32_t at = (uint32_t)(pc - c->insns);
    int low = 0, high = c->nlines;

    while (low < high) {
        int middle = low + (high - low) / 2;

        if (c->lines[middle].pc <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? c->lines[low - 1].line : c->code.firstlineno;
}

/* Where the error of the instruction at pc is handled, or NULL. */
static const uint32_t *find_catch(const EvalCode *c, const uint32_t *pc)
{
    uint32_t at = (uint32_t)(pc - c->insns);
    int low = 0, high = c->ncatches;

    while (low < high) {
        int middle = low + (high - low) / 2;

        if (c->catches[middle].pc < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->ncatches && c->catches[low].pc == at
               ? c->insns + c->catches[low].target
               : NULL;
}

static double (*const math_of_one[])(double) = {
#define KNOWN_MATH(name) name,
#include "known_math.def"
};

/* --- parts of instructions that are not worth a label of their own -------- */

static Value call_value(Value callee, const Value *args, int64_t nargs,
                        Value kwnames)
{
    if (!kwnames && is_pointer(callee) &&
        as_object(callee)->type == &function_type) {
        PyFunction *f = (PyFunction *)callee;

        if (f->code->argcount == nargs && f->code->nparams == nargs)
            return f->code->entry(f, args);
    }
    return op_call_direct(callee, args, nargs, (PyTuple *)kwnames);
}

/* args[0] is what the method is of, NULL where the callee has it. */
static Value call_bound(Value callee, const Value *args, int64_t nargs,
                        Value kwnames)
{
    if (!args[0])
        return call_value(callee, args + 1, nargs - 1, kwnames);
    if (!kwnames && is_pointer(callee) &&
        as_object(callee)->type == &method_descriptor_type)
        return call_c_method(callee, args, nargs);
    return call_value(callee, args, nargs, kwnames);
}

static int64_t keyword_count(Value kwnames)
{
    return kwnames ? ((PyTuple *)kwnames)->length : 0;
}

static Value make_function(const Call *call, PyCode *code, Value *values,
                           int64_t n, int64_t ndefaults)
{
    PyTuple *defaults =
        ndefaults ? (PyTuple *)pyrt_tuple(values, ndefaults) : NULL;

    if (ndefaults && !defaults)
        return NULL;
    return function_new_closed(code, call->self->globals, defaults,
                               values + ndefaults, n - ndefaults);
}

/* values: the bases, then cells */
static Value make_class(const Call *call, PyCode *code, Value name, Value attrs,
                        Value *values, int64_t n)
{
    PyDict *body = dict_new();
    Value param = (Value)body;
    Value f =
        function_new_closed(code, call->self->globals, NULL, values + 1, n - 1);

    if (!f || !code->entry((PyFunction *)f, &param))
        return NULL;
    return class_build((PyStr *)name, (PyTuple *)values[0], body,
                       call->self->globals, (PyTuple *)attrs);
}

/* Runs a body that needs no function object of its own. */
static Value init_object(const Call *call, PyCode *code, const Value *args)
{
    Value f = function_new(code, call->self->globals, NULL, NULL);

    return code->entry((PyFunction *)f, args);
}

static Caller caller_of(const Call *call, Value locals, uint32_t flags)
{
    PyDict *globals = call->self->globals;

    return (Caller){globals, locals ? locals : (Value)globals, (int32_t)flags};
}

static Value call_frame(const Call *call, const Value *values, int64_t n,
                        Value kwnames, uint32_t flags)
{
    Caller c = caller_of(call, values[1], flags);

    return call_with_caller(values[0], values + 2,
                            n - 2 - keyword_count(kwnames), (PyTuple *)kwnames,
                            &c);
}

static int exec_statement_in(const Call *call, Value body, Value globals,
                             Value locals, Value own, uint32_t flags)
{
    Caller c = caller_of(call, own, flags);

    return exec_statement(body, globals, locals, &c);
}

static double f64_of(Value v)
{
    double d;

    memcpy(&d, &v, sizeof d);
    return d;
}

static Value f64_word(double d)
{
    Value v;

    memcpy(&v, &d, sizeof v);
    return v;
}

static int32_t is_exactly(Value v, int64_t kind_is_list, int64_t kind_is_str,
                          int64_t kind_is_tuple, int64_t kind)
{
    if (kind == kind_is_list)
        return pyrt_is_exact_list(v);
    if (kind == kind_is_str)
        return pyrt_is_exact_str(v);
    return kind == kind_is_tuple ? pyrt_is_exact_tuple(v)
                                 : pyrt_is_exact_dict(v);
}

/* An error at pc: the traceback entry, and a tracer is told. */
static void note_error(Call *call, const uint32_t *pc)
{
    PyFrame *f = frame_of_call(&call->frame);

    call->frame.pc = pc;
    traceback_add_frame(f, eval_line(call->c, pc));
    if (thread_state->tracing)
        eval_trace_exception(&call->frame);
}

static bool is_call_insn(int32_t insn)
{
    return insn == I_call || insn == I_call_bound || insn == I_call_ex ||
           insn == I_call_frame;
}

/* A call instruction, its operands gathered: callee first. */
typedef struct CallSite {
    const Call *call;
    int32_t insn;
    uint32_t flags; /* of call_frame */
    Value *values, kwnames;
    int64_t n;
} CallSite;

static Value run_site(void *data)
{
    const CallSite *s = data;
    Value *args = s->values + 1;
    int64_t n = s->n - 1 - keyword_count(s->kwnames);

    switch (s->insn) {
    case I_call:
        return call_value(s->values[0], args, n, s->kwnames);
    case I_call_bound:
        return call_bound(s->values[0], args, n, s->kwnames);
    case I_call_ex:
        return pyrt_call_ex(s->values[0], args[0], args[1], args + 2, n - 2,
                            s->kwnames);
    default:
        return call_frame(s->call, s->values, s->n, s->kwnames, s->flags);
    }
}

/* A call while there is a profiler. */
static Value profiled_call(Call *call, int32_t insn, const uint32_t *pc)
{
    int64_t n = pc[2];
    uint32_t kwnames = pc[3 + n];
    Value *values = gc_array((size_t)n + 1);
    CallSite s = {.call = call,
                  .insn = insn,
                  .flags = insn == I_call_frame ? pc[4 + n] : 0,
                  .values = values,
                  .kwnames = kwnames == UINT32_MAX ? NULL : call->c->k[kwnames],
                  .n = n};

    if (!values)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        values[i] = call->regs[pc[3 + i]];
    return eval_profiled_call(&call->frame, values[0],
                              insn == I_call_bound ? values[1] : NULL, run_site,
                              &s);
}

/* --- the loop ------------------------------------------------------------- */

#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define R(i) r[pc[i]]
#define K(i) k[pc[i]]
#define I64(i) ((int64_t)(uintptr_t)R(i))
#define F64(i) f64_of(R(i))
#define SET_I64(i, x) (R(i) = (Value)(uintptr_t)(int64_t)(x))
#define SET_F64(i, x) (R(i) = f64_word(x))
#define NEXT(n)                                                                \
    do {                                                                       \
        pc += (n);                                                             \
        goto *labels[*pc];                                                     \
    } while (0)
#define GOTO(i)                                                                \
    do {                                                                       \
        pc = insns + pc[i];                                                    \
        goto *labels[*pc];                                                     \
    } while (0)
/* A call that may look at frames or fail. */
#define SAVE (call->frame.pc = pc)
#define CHECK(v)                                                               \
    do {                                                                       \
        if (UNLIKELY(!(v)))                                                    \
            goto error;                                                        \
    } while (0)
#define STATUS(x)                                                              \
    do {                                                                       \
        if (UNLIKELY((x) < 0))                                                 \
            goto error;                                                        \
    } while (0)

#define UNARY(op, fn)                                                          \
    L_##op : SAVE;                                                             \
    v = fn(R(2));                                                              \
    CHECK(v);                                                                  \
    R(1) = v;                                                                  \
    NEXT(3);
#define BINARY(op, fn)                                                         \
    L_##op : SAVE;                                                             \
    v = fn(R(2), R(3));                                                        \
    CHECK(v);                                                                  \
    R(1) = v;                                                                  \
    NEXT(4);
#define TEST(op, fn)                                                           \
    L_##op : SAVE;                                                             \
    w = fn(R(2), R(3));                                                        \
    STATUS(w);                                                                 \
    SET_I64(1, w);                                                             \
    NEXT(4);
#define JUMP_TEST(op, fn)                                                      \
    L_jump_##op : SAVE;                                                        \
    w = fn(R(1), R(2));                                                        \
    STATUS(w);                                                                 \
    if ((uint32_t)w == pc[3])                                                  \
        GOTO(4);                                                               \
    NEXT(5);
#define MATH_I64(op, expr)                                                     \
    L_##op##_i64 : a = I64(2);                                                 \
    b = I64(3);                                                                \
    SET_I64(1, expr);                                                          \
    NEXT(4);
#define OVERFLOW(op)                                                           \
    L_##op##_ovf : if (__builtin_##op##_overflow(I64(2), I64(3), &a)) GOTO(4); \
    SET_I64(1, a);                                                             \
    NEXT(5);
#define MATH_F64(op, sign)                                                     \
    L_##op##_f64 : SET_F64(1, F64(2) sign F64(3));                             \
    NEXT(4);
#define TEST_F64(op, sign)                                                     \
    L_##op##_f64 : SET_I64(1, F64(2) sign F64(3));                             \
    NEXT(4);

/* Runs from pc; failed: the instruction at pc has raised already.  NULL: an
 * exception, or a generator's end without one. */
static Value run(Call *call, const uint32_t *pc, bool failed)
{
    static const void *const labels[] = {
#define OP(name, nargs, rep, flags) [I_##name] = &&L_##name,
#include "ir/ops.def"
#define INSN(name) [I_##name] = &&L_##name,
#include "eval/insn.def"
    };
    const EvalCode *c = call->c;
    const uint32_t *insns = c->insns;
    const Value *k = c->k;
    Value *r = call->regs, *buffer = call->buffer, *caches = c->caches;
    Value v;
    int64_t n, a, b;
    int32_t w;

    if (failed)
        goto error;
    goto *labels[*pc];

    /* those have no instructions */
L_unset:
L_none:
L_true:
L_false:
L_ellipsis:
L_const:
L_const_i64:
L_const_f64:
L_const_i1:
L_phi:
L_method_self:
L_line:
L_keep:
L_shown:
L_show_frame:
L_unhold:
    __builtin_trap();

L_trace: /* a tracer may run, and move control */
    SAVE;
    STATUS(eval_trace_line(&call->frame));
    pc = call->frame.pc;
    w = (int32_t)c->original[pc - insns];
    if (!thread_state->profile_func || !is_call_insn(w))
        goto *labels[w];
    v = profiled_call(call, w, pc);
    CHECK(v);
    R(1) = v;
    NEXT((w == I_call_frame ? 5 : 4) + pc[2]);
L_nop:
    NEXT(1);
L_move:
L_copy:
    R(1) = R(2);
    NEXT(3);
L_jump:
    GOTO(1);
L_jump_if:
    if (R(1))
        GOTO(2);
    NEXT(3);
L_jump_unless:
    if (!R(1))
        GOTO(2);
    NEXT(3);
L_jump_unset:
    if (!R(1))
        GOTO(2);
    NEXT(3);
    JUMP_TEST(lt, num_lt_bool)
    JUMP_TEST(le, num_le_bool)
    JUMP_TEST(eq, num_eq_bool)
    JUMP_TEST(ne, num_ne_bool)
    JUMP_TEST(gt, num_gt_bool)
    JUMP_TEST(ge, num_ge_bool)
L_jump_truth:
    SAVE;
    w = pyrt_truth(R(1));
    STATUS(w);
    if ((uint32_t)w == pc[2])
        GOTO(3);
    NEXT(4);
L_switch:
    n = pc[2];
    a = I64(1);
    if ((uint64_t)a >= (uint64_t)n)
        a = n - 1;
    GOTO(3 + a);
L_return:
    SAVE;
    return R(1);
L_return_end:
    SAVE;
    return NULL;
L_load_scratch:
    R(1) = r[c->nregs - 1];
    NEXT(2);

    /* variables */
L_param:
    R(1) = c->nframe >= 0 ? call->generator->slots[pc[2]] : r[c->npool + pc[2]];
    NEXT(3);
L_closure_cell:
    R(1) = call->self->closure[pc[2]];
    NEXT(3);
L_new_cell:
    R(1) = pyrt_new_cell(R(2));
    NEXT(3);
L_cell_get:
    R(1) = pyrt_cell_get(R(2));
    NEXT(3);
L_settle:
    pyrt_settle(R(1));
    NEXT(2);
L_settle_call:
    pyrt_settle_call(R(1), R(2));
    NEXT(3);
L_take:
    pyrt_take(R(1));
    NEXT(2);
L_cell_set:
    pyrt_cell_set(R(1), R(2));
    NEXT(3);
L_check_local:
    v = R(2);
    if (UNLIKELY(!v)) {
        pyrt_unbound_local(K(3));
        goto error;
    }
    R(1) = v;
    NEXT(4);
L_check_free:
    v = R(2);
    if (UNLIKELY(!v)) {
        pyrt_unbound_free(K(3));
        goto error;
    }
    R(1) = v;
    NEXT(4);
L_load_global:
    v = eval_load_global(call->self->globals, (PyStr *)K(2), &caches[pc[3]],
                         pc[4]);
    CHECK(v);
    R(1) = v;
    NEXT(5);
L_store_global:
    SAVE;
    STATUS(dict_set_str(call->self->globals, (PyStr *)K(2), R(1)));
    NEXT(4);
L_del_global:
    SAVE;
    STATUS(eval_delete_global(call->self->globals, (PyStr *)K(1), pc[2]));
    NEXT(3);
L_load_name:
    SAVE;
    v = eval_load_name(R(2), call->self->globals, (PyStr *)K(3),
                       &caches[pc[4]]);
    CHECK(v);
    R(1) = v;
    NEXT(5);
L_store_name:
    SAVE;
    STATUS(eval_store_name(R(1), (PyStr *)K(3), R(2)));
    NEXT(4);
L_del_name:
    SAVE;
    STATUS(eval_delete_name(R(1), (PyStr *)K(2)));
    NEXT(3);

    /* attributes and items */
L_getattr:
    SAVE;
    v = attr_load(R(2), (PyStr *)K(3), (AttrCache *)&caches[pc[4]]);
    CHECK(v);
    R(1) = v;
    NEXT(5);
L_setattr:
    SAVE;
    STATUS(attr_store(R(1), (PyStr *)K(3), R(2), (AttrCache *)&caches[pc[4]]));
    NEXT(5);
L_delattr:
    SAVE;
    STATUS(pyrt_delattr(R(1), K(2)));
    NEXT(3);
    BINARY(getitem, pyrt_getitem)
L_setitem:
    SAVE;
    STATUS(pyrt_setitem(R(1), R(2), R(3)));
    NEXT(4);
L_delitem:
    SAVE;
    STATUS(pyrt_delitem(R(1), R(2)));
    NEXT(3);
L_getslice:
    SAVE;
    v = pyrt_getslice(R(2), R(3), R(4));
    CHECK(v);
    R(1) = v;
    NEXT(5);
L_setslice:
    SAVE;
    STATUS(pyrt_setslice(R(1), R(2), R(3), R(4)));
    NEXT(5);
L_delslice:
    SAVE;
    STATUS(pyrt_delslice(R(1), R(2), R(3)));
    NEXT(4);
L_slice:
    R(1) = pyrt_slice(R(2), R(3), R(4));
    NEXT(5);

    /* operators */
L_add:
    SAVE;
    v = pc[4] == 2 ? pyrt_add_taken(R(2), R(3))
        : pc[4]    ? pyrt_add_consume(R(2), R(3))
                   : num_add(R(2), R(3));
    CHECK(v);
    R(1) = v;
    NEXT(5);
    BINARY(sub, num_sub)
    BINARY(mul, num_mul)
    BINARY(div, num_div)
    BINARY(floordiv, num_floordiv)
    BINARY(truediv, num_truediv)
    BINARY(mod, num_mod)
    BINARY(pow, pyrt_pow)
    BINARY(lshift, num_lshift)
    BINARY(rshift, num_rshift)
    BINARY(and, num_and)
    BINARY(xor, num_xor)
    BINARY(or, num_or)
L_iadd:
    SAVE;
    v = pc[4] == 2 ? pyrt_iadd_taken(R(2), R(3))
        : pc[4]    ? pyrt_iadd_consume(R(2), R(3))
                   : pyrt_iadd(R(2), R(3));
    CHECK(v);
    R(1) = v;
    NEXT(5);
    BINARY(isub, pyrt_isub)
    BINARY(imul, pyrt_imul)
    BINARY(idiv, pyrt_idiv)
    BINARY(ifloordiv, pyrt_ifloordiv)
    BINARY(itruediv, pyrt_itruediv)
    BINARY(imod, pyrt_imod)
    BINARY(ipow, pyrt_ipow)
    BINARY(ilshift, pyrt_ilshift)
    BINARY(irshift, pyrt_irshift)
    BINARY(iand, pyrt_iand)
    BINARY(ixor, pyrt_ixor)
    BINARY(ior, pyrt_ior)
    UNARY(neg, num_neg)
    UNARY(pos, pyrt_pos)
    UNARY(invert, pyrt_invert)
    UNARY(repr, pyrt_repr)
    BINARY(lt, num_lt)
    BINARY(le, num_le)
    BINARY(eq, num_eq)
    BINARY(ne, num_ne)
    BINARY(gt, num_gt)
    BINARY(ge, num_ge)
    TEST(contains, pyrt_contains)
L_is:
    SET_I64(1, R(2) == R(3));
    NEXT(4);
L_truth:
    SAVE;
    w = pyrt_truth(R(2));
    STATUS(w);
    SET_I64(1, w);
    NEXT(3);
    TEST(truth_lt, num_lt_bool)
    TEST(truth_le, num_le_bool)
    TEST(truth_eq, num_eq_bool)
    TEST(truth_ne, num_ne_bool)
    TEST(truth_gt, num_gt_bool)
    TEST(truth_ge, num_ge_bool)
L_not_i1:
    SET_I64(1, !R(2));
    NEXT(3);
L_bool:
    R(1) = value_from_bool(R(2) != NULL);
    NEXT(3);

    /* calls: dst, count, callee, arguments..., keyword names */
#define GATHER(from)                                                           \
    for (n = 0; n < (int64_t)pc[2] - (from); n++)                              \
        buffer[n] = r[pc[3 + (from) + n]];
#define KWNAMES (pc[3 + pc[2]] == UINT32_MAX ? NULL : k[pc[3 + pc[2]]])
L_call:
    SAVE;
    GATHER(1)
    v = KWNAMES;
    v = call_value(R(3), buffer, n - keyword_count(v), v);
    CHECK(v);
    R(1) = v;
    NEXT(4 + pc[2]);
L_load_method:
    SAVE;
    {
        Value callee, self;

        if (UNLIKELY(!method_load(R(2), (PyStr *)K(4),
                                  (AttrCache *)&caches[pc[5]], &callee, &self)))
            goto error;
        R(1) = callee;
        R(3) = self;
    }
    NEXT(6);
L_load_super:
    SAVE;
    {
        Value self;

        v = pyrt_load_super(R(2), R(3), R(4), K(6), &caches[pc[7]], &self);
        CHECK(v);
        R(1) = v;
        R(5) = self;
    }
    NEXT(8);
L_call_bound:
    SAVE;
    GATHER(1)
    v = KWNAMES;
    v = call_bound(R(3), buffer, n - keyword_count(v), v);
    CHECK(v);
    R(1) = v;
    NEXT(4 + pc[2]);
L_call_ex:
    SAVE;
    GATHER(3)
    v = KWNAMES;
    v = pyrt_call_ex(R(3), R(4), R(5), buffer, n - keyword_count(v), v);
    CHECK(v);
    R(1) = v;
    NEXT(4 + pc[2]);
L_call_frame:
    SAVE;
    GATHER(0)
    v = call_frame(call, buffer, n, KWNAMES, pc[4 + n]);
    CHECK(v);
    R(1) = v;
    NEXT(5 + pc[2]);

    /* making things */
L_tuple:
    SAVE;
    GATHER(0)
    v = pyrt_tuple(buffer, n);
    CHECK(v);
    R(1) = v;
    NEXT(3 + pc[2]);
L_list:
    SAVE;
    GATHER(0)
    v = pyrt_list(buffer, n);
    CHECK(v);
    R(1) = v;
    NEXT(3 + pc[2]);
L_set:
    SAVE;
    GATHER(0)
    v = pyrt_set(buffer, n);
    CHECK(v);
    R(1) = v;
    NEXT(3 + pc[2]);
L_dict:
    v = pyrt_dict(pc[2]);
    CHECK(v);
    R(1) = v;
    NEXT(3);
L_dict_add:
    SAVE;
    STATUS(pyrt_dict_add(R(1), R(2), R(3)));
    NEXT(4);
L_list_add:
    SAVE;
    STATUS(list_push((PyList *)R(1), R(2)));
    NEXT(3);
L_set_add:
    SAVE;
    STATUS(pyrt_set_add(R(1), R(2)));
    NEXT(3);
L_function:
    GATHER(0)
    v = make_function(call, &c->siblings[pc[3 + n]]->code, buffer, n,
                      pc[4 + n]);
    CHECK(v);
    R(1) = v;
    NEXT(5 + pc[2]);
L_build_class:
    SAVE;
    GATHER(0)
    v = make_class(call, &c->siblings[pc[3 + n]]->code, k[pc[4 + n]],
                   k[pc[5 + n]], buffer, n);
    CHECK(v);
    R(1) = v;
    NEXT(6 + pc[2]);
L_locals:
    GATHER(0)
    v = pyrt_locals(KWNAMES, buffer, n);
    CHECK(v);
    R(1) = v;
    NEXT(4 + pc[2]);
L_locals_sync: /* count, dict, values..., names */
    n = pc[1];
    for (a = 1; a < n; a++)
        buffer[a - 1] = r[pc[2 + a]];
    STATUS(pyrt_locals_sync(R(2), k[pc[2 + n]], buffer, n - 1));
    NEXT(3 + pc[1]);
L_locals_get:
    R(1) = pyrt_locals_get(R(2), K(4), R(3));
    NEXT(5);

    /* unpacking and iteration */
L_unpack:
    SAVE;
    STATUS(pyrt_unpack(R(1), pc[2], buffer));
    NEXT(3);
L_unpack_item:
    R(1) = buffer[pc[2]];
    NEXT(3);
    UNARY(iter, pyrt_iter)
L_next:
    SAVE;
    v = pyrt_next(R(2));
    if (UNLIKELY(!v) && pyrt_next_failed())
        goto error;
    R(1) = v;
    NEXT(3);
L_is_unset:
    SET_I64(1, !R(2));
    NEXT(3);

    /* statements */
L_import:
    SAVE;
    v = import_statement((PyStr *)K(3), call->self->globals, R(2),
                         (int32_t)pc[4]);
    CHECK(v);
    R(1) = v;
    NEXT(5);
L_import_from:
    SAVE;
    v = pyrt_import_from(R(2), K(3));
    CHECK(v);
    R(1) = v;
    NEXT(4);
L_import_star:
    SAVE;
    v = R(2);
    STATUS(eval_import_star(R(1), v ? v : (Value)call->self->globals));
    NEXT(3);
L_print_item:
    SAVE;
    STATUS(pyrt_print_item(R(1), R(2)));
    NEXT(3);
L_print_newline:
    SAVE;
    STATUS(pyrt_print_newline(R(1)));
    NEXT(2);
    UNARY(print_file, pyrt_print_file)
L_exec:
    SAVE;
    STATUS(exec_statement_in(call, R(1), R(2), R(3), R(4), pc[5]));
    NEXT(6);
L_display:
    SAVE;
    STATUS(pyrt_display(R(1)));
    NEXT(2);
    UNARY(with_exit, pyrt_with_exit)
    UNARY(with_enter, pyrt_with_enter)
    BINARY(loop_owns, pyrt_loop_owns)
    BINARY(file_owned, pyrt_file_owned)
L_give_up:
    SAVE;
    STATUS(pyrt_give_up(R(1)));
    NEXT(2);
L_drop:
    SAVE;
    gc_drop(NULL);
    NEXT(1);
L_safepoint:
    if (UNLIKELY(atomic_load_explicit(&thread_state->interrupt,
                                      memory_order_relaxed))) {
        SAVE;
        STATUS(thread_safepoint_slow());
    }
    NEXT(1);

    /* generators */
L_yield:
    SAVE;
    call->generator->state = (int32_t)(pc - insns);
    return R(2);
L_suspend:
    call->generator->state = (int32_t)pc[3];
    R(1) = R(2);
    NEXT(4);
L_delegate:
    NEXT(2);
L_resumed:
    v = buffer[c->nbuffer - 1]; /* see resume() */
    CHECK(v);
    R(1) = v;
    NEXT(2);
L_frame_state:
    SET_I64(1, call->generator->state);
    NEXT(2);
L_frame_load:
    R(1) = call->generator->slots[pc[2]];
    NEXT(3);
L_frame_store:
    call->generator->slots[pc[2]] = R(1);
    NEXT(3);

    /* exceptions */
L_raise:
    SAVE;
    if (pyrt_raise(R(1), R(2), R(3)))
        goto error;
    goto unwind;
L_reraise:
    pyrt_reraise(R(1));
    goto unwind;
L_catch:
    R(1) = pyrt_catch((int32_t)pc[2]);
    NEXT(3);
L_exc_type:
    R(1) = pyrt_exc_type(R(2));
    NEXT(3);
L_exc_value:
    R(1) = pyrt_exc_value(R(2));
    NEXT(3);
L_exc_tb:
    R(1) = pyrt_exc_tb(R(2));
    NEXT(3);
    TEST(exc_match, pyrt_exc_match)

    /* typed operations */
L_is_int:
    SET_I64(1, is_tagged_int(R(2)));
    NEXT(3);
L_is_float:
    SET_I64(1, pyrt_is_float(R(2)) != 0);
    NEXT(3);
L_unbox_int:
    SET_I64(1, tagged_int_value(R(2)));
    NEXT(3);
L_unbox_float:
    SET_F64(1, float_value(R(2)));
    NEXT(3);
L_box_int:
    R(1) = value_from_int(I64(2));
    NEXT(3);
L_box_float:
    R(1) = value_from_double(F64(2));
    NEXT(3);
L_int_to_f64:
    SET_F64(1, (double)I64(2));
    NEXT(3);
    OVERFLOW(add)
    OVERFLOW(sub)
    OVERFLOW(mul)
    MATH_I64(add, (int64_t)((uint64_t)a + (uint64_t)b))
    MATH_I64(sub, (int64_t)((uint64_t)a - (uint64_t)b))
    MATH_I64(mul, (int64_t)((uint64_t)a * (uint64_t)b))
    MATH_I64(floordiv, int_floordiv_c(a, b))
    MATH_I64(mod, int_mod_c(a, b))
    MATH_I64(and, a & b)
    MATH_I64(or, a | b)
    MATH_I64(xor, a ^ b)
    MATH_I64(shl, (int64_t)((uint64_t)a << (b & 63)))
    MATH_I64(shr, a >> (b & 63))
L_not_i64:
    SET_I64(1, ~I64(2));
    NEXT(3);
L_neg_i64:
    SET_I64(1, -(uint64_t)I64(2));
    NEXT(3);
    MATH_I64(lt, a < b)
    MATH_I64(le, a <= b)
    MATH_I64(eq, a == b)
    MATH_I64(ne, a != b)
    MATH_I64(gt, a > b)
    MATH_I64(ge, a >= b)
    MATH_I64(ult, (uint64_t)a < (uint64_t)b)
    MATH_F64(add, +)
    MATH_F64(sub, -)
    MATH_F64(mul, *)
    MATH_F64(div, /)
L_neg_f64:
    SET_F64(1, -F64(2));
    NEXT(3);
    TEST_F64(lt, <)
    TEST_F64(le, <=)
    TEST_F64(eq, ==)
    TEST_F64(ne, !=)
    TEST_F64(gt, >)
    TEST_F64(ge, >=)
L_is_type:
    SET_I64(1, is_exactly(R(2), 1 << KIND_BIT_list, 1 << KIND_BIT_str,
                          1 << KIND_BIT_tuple, (int32_t)pc[3]) != 0);
    NEXT(4);
L_is_fn:
    SET_I64(1, pyrt_function_is(R(2), c->siblings[pc[3]]) != 0);
    NEXT(4);
L_special: /* the general operator finds it */
    R(1) = NULL;
    NEXT(4);
L_is_shape: /* slots are found by name here */
    SET_I64(1, 0);
    NEXT(3);
L_call_fn: /* dst, count, callee, arguments..., function, calls */
    SAVE;
    if (pc[4 + pc[2]])
        STATUS(pyrt_enter_nested((int32_t)pc[4 + pc[2]]));
    GATHER(1)
    v = c->siblings[pc[3 + pc[2]]]->code.entry((PyFunction *)R(3), buffer);
    if (pc[4 + pc[2]])
        pyrt_leave_nested((int32_t)pc[4 + pc[2]]);
    CHECK(v);
    R(1) = v;
    NEXT(5 + pc[2]);
L_is_builtin:
    SET_I64(1, pyrt_is_builtin(R(2), pc[3]) != 0);
    NEXT(4);
L_is_math:
    SET_I64(1, pyrt_is_math(R(2), pc[3]) != 0);
    NEXT(4);
L_math_f64: /* dst, count, arguments..., which: pow has two arguments */
    SET_F64(1, pc[2] == 2 ? pow(F64(3), F64(4)) : math_of_one[pc[4]](F64(3)));
    NEXT(4 + pc[2]);
L_list_length:
    SET_I64(1, list_len((PyList *)R(2)));
    NEXT(3);
L_list_view: /* nothing to do: of interest to LLVM */
    R(1) = NULL;
    NEXT(3);
L_view_load:
    R(1) = list_item_or_null((PyList *)R(2), (uint64_t)I64(3));
    NEXT(5);
L_list_load:
    R(1) = list_item_or_null((PyList *)R(2), (uint64_t)I64(3));
    NEXT(4);
L_tuple_load:
    R(1) = pyrt_tuple_load(R(2), I64(3));
    NEXT(4);
L_byte_load:
    SET_I64(1, pyrt_is_exact_str(R(2)) ? pyrt_str_byte(R(2), I64(3))
                                       : pyrt_bytearray_byte(R(2), I64(3)));
    NEXT(4);
L_byte_store:
    SET_I64(1, pyrt_byte_store(R(2), I64(3), I64(4)));
    NEXT(5);
L_turns_end:
    SET_I64(1, I64(2) < I64(3) - I64(4) ? I64(2) + I64(4) : I64(3));
    NEXT(5);
L_bool_byte:
    SET_I64(1, R(2) == TRUE_VALUE ? 1 : R(2) == FALSE_VALUE ? 0 : -1);
    NEXT(3);
L_packed_new:
    SAVE;
    v = pyrt_packed_new(I64(2), I64(3));
    CHECK(v);
    R(1) = v;
    NEXT(4);
L_packed_length:
    SET_I64(1, ((PyStr *)R(2))->length);
    NEXT(3);
L_packed_load:
    SET_I64(1, pyrt_str_byte(R(2), I64(3)));
    NEXT(4);
L_packed_store:
    SET_I64(1, pyrt_str_byte(R(2), I64(3)) >= 0);
    if (I64(1))
        ((PyStr *)R(2))->data[I64(3)] = (char)I64(4);
    NEXT(5);
L_packed_list:
    SAVE;
    v = pyrt_packed_list(R(2), I64(3));
    CHECK(v);
    R(1) = v;
    NEXT(4);
L_char_str:
    R(1) = pyrt_char_str(I64(2));
    NEXT(3);
L_str_equal:
    SET_I64(1, pyrt_str_equal(R(2), R(3)));
    NEXT(4);
L_list_reserve: /* room is made when it is needed */
    NEXT(3);
L_list_put:
    SET_I64(1, pyrt_list_put(R(2), R(3)));
    NEXT(4);
L_list_store:
    SET_I64(1, pyrt_list_store(R(2), I64(3), R(4)));
    NEXT(5);
L_make_range:
    R(1) = pyrt_make_range(I64(2), I64(3));
    NEXT(4);
L_make_range_iter:
    R(1) = pyrt_make_range_iter(I64(2), I64(3));
    NEXT(4);
L_make_byte_iter:
    R(1) = pyrt_make_byte_iter(R(2), I64(3));
    NEXT(4);
L_make_list_iter:
    R(1) = pyrt_make_list_iter(R(2), I64(3));
    NEXT(4);
L_make_tuple_iter:
    R(1) = pyrt_make_tuple_iter(R(2), I64(3));
    NEXT(4);
L_builtin: /* dst, count, arguments..., which */
    SAVE;
    GATHER(0)
    v = op_call(known_builtins[pc[3 + n]], buffer, n, NULL);
    CHECK(v);
    R(1) = v;
    NEXT(4 + pc[2]);
L_new_object:
    R(1) = pyrt_new_object(R(2), c->siblings[pc[3]], &caches[pc[4]]);
    NEXT(5);
L_init_object: /* dst, count, unset, self, arguments..., function, calls */
    SAVE;
    STATUS(pyrt_enter_nested((int32_t)pc[4 + pc[2]]));
    GATHER(1)
    v = init_object(call, &c->siblings[pc[3 + pc[2]]]->code, buffer);
    pyrt_leave_nested((int32_t)pc[4 + pc[2]]);
    CHECK(v);
    R(1) = v;
    NEXT(5 + pc[2]);
L_call_typed: /* passes that make these are not run here */
L_next_pair:
L_call_items:
L_is_method:
L_stand_in:
L_made_object:
L_body_ended:
L_body_failed:
L_returned_raw:
L_special_rest:
L_load_slot: /* behind a test that fails here */
L_store_slot:
L_raw_result:
    abort();

error:
    note_error(call, pc);
unwind:
    pc = find_catch(c, pc);
    if (!pc)
        return NULL;
    goto *labels[*pc];
}

/* --- calls ---------------------------------------------------------------- */

/* A generator is at its yield when a tracer is told that it goes on. */
static int enter_traced(Call *call)
{
    const uint32_t *pc = call->frame.pc;
    int r;

    if (call->frame.generator && call->generator->state > 0)
        call->frame.pc = call->c->insns + call->generator->state;
    r = eval_trace_enter(&call->frame);
    call->frame.pc = pc;
    return r;
}

/* Runs with the frame in the thread's list, where sys._getframe() and warnings
 * find it. */
static Value run_framed(Call *call, const uint32_t *pc, bool failed)
{
    ThreadState *t = thread_state;
    Value v;

    call->frame.up = t->eval_frame;
    call->frame.code = (PyCode *)&call->c->code;
    call->frame.globals = call->self->globals;
    call->frame.pc = pc;
    call->frame.function = call->self;
    call->frame.regs = call->regs;
    call->frame.generator = call->c->nframe < 0 ? call->generator : NULL;
    t->eval_frame = &call->frame;
    if (UNLIKELY(t->tracing) && enter_traced(call) < 0)
        v = NULL;
    else
        v = run(call, pc, failed);
    if (UNLIKELY(t->tracing))
        v = eval_trace_leave(&call->frame, v);
    if (call->frame.object)
        eval_frame_leave(&call->frame, !v);
    t->eval_frame = call->frame.up;
    return v;
}

static GeneratorResume resume;

/* Its registers are the generator's first slots, raw ones among them, then
 * comes the frame that Python code knows. */
static Value start_generator(const EvalCode *c, PyFunction *self,
                             const Value *args)
{
    bool lowered = c->nframe >= 0;
    PyGenerator *g =
        generator_new(self, resume, lowered ? c->nframe : c->nregs + 1, 0);
    Value *params = lowered ? g->slots : g->slots + c->npool;

    if (!lowered)
        memcpy(g->slots, c->pool, (size_t)c->npool * sizeof(Value));
    memcpy(params, args, (size_t)c->code.nparams * sizeof(Value));
    return (Value)g;
}

/* regs: room for registers and buffer. */
static Value run_body(const EvalCode *c, PyFunction *self, const Value *args,
                      Value *regs)
{
    ThreadState *t = thread_state;
    ExcInfo *handled = t->handled;
    Call call = {.c = c, .self = self, .regs = regs};
    Value v;

    call.buffer = regs + c->nregs;
    memcpy(regs, c->pool, (size_t)c->npool * sizeof(Value));
    for (int i = 0; i < c->code.nparams; i++)
        regs[c->npool + i] = args[i];
    /* A module's code in a function has the globals for its locals. */
    if (!(c->code.flags & CODE_NEWLOCALS) && c->code.nparams && !args[0])
        regs[c->npool] = (Value)self->globals;
    v = run_framed(&call, c->insns, false);
    if (c->saves_handled)
        t->handled = handled;
    return v;
}

__attribute__((noinline)) static Value
run_on_stack(const EvalCode *c, PyFunction *self, const Value *args)
{
    Value regs[c->nregs + c->nbuffer];

    return run_body(c, self, args, regs);
}

Value eval_entry(PyFunction *self, const Value *args)
{
    const EvalCode *c = (const EvalCode *)self->code;
    int32_t n = c->nregs + c->nbuffer;
    Value *regs, v;

    if (c->code.flags & CODE_GENERATOR)
        return start_generator(c, self, args);
    if (recursion_enter("") < 0)
        return NULL;
    if (n <= BIG_FRAME) {
        v = run_on_stack(c, self, args);
    } else {
        regs = gc_array((size_t)n);
        v = regs ? run_body(c, self, args, regs) : NULL;
    }
    recursion_leave();
    return v;
}

/* A lowered generator gets what was sent in the last word of the buffer. */
static Value resume_lowered(PyGenerator *g, Value sent)
{
    const EvalCode *c = (const EvalCode *)g->function->code;
    Value *regs = gc_array((size_t)(c->nregs + c->nbuffer));
    Call call = {.c = c,
                 .self = g->function,
                 .regs = regs,
                 .buffer = regs + c->nregs,
                 .generator = g};

    if (!regs)
        return NULL;
    memcpy(regs, c->pool, (size_t)c->npool * sizeof(Value));
    call.buffer[c->nbuffer - 1] = sent;
    return run_framed(&call, c->insns, false);
}

static Value resume(PyGenerator *g, Value sent)
{
    const EvalCode *c = (const EvalCode *)g->function->code;
    const uint32_t *pc = c->insns + g->state;
    Value buffer[c->nbuffer];
    Call call = {.c = c,
                 .self = g->function,
                 .regs = g->slots,
                 .buffer = buffer,
                 .generator = g};

    if (c->nframe >= 0)
        return resume_lowered(g, sent);
    call.frame.object = (PyFrame *)g->slots[c->nregs];
    if (call.frame.object)
        call.frame.object->live = &call.frame;
    if (g->state == 0)
        return run_framed(&call, pc, !sent);
    if (!sent)
        return run_framed(&call, pc, true);
    g->slots[pc[1]] = sent;
    return run_framed(&call, pc + 3, false);
}
