/* Which loops will run without calls once they are specialised?
 *
 * It is a guess from the types that are expected, and only speed depends on
 * it: turns of such a loop that go a slow way are written apart from the rest
 * (Spec.detour). */
#include "ir/infer.h"
#include "ir/specialize.h"

#include <string.h>

enum { MAX_LEAF = 40 }; /* values */

static bool is_number(const Value *v)
{
    return spec_expects(v, TK_int | TK_float | TK_bool);
}

static bool is_sequence(const Value *v)
{
    return spec_expects(v, TK_list | TK_tuple | TK_str | TK_bytearray);
}

static bool is_range(const Value *v)
{
    return v->op == OP_call && v->args[0]->op == OP_load_global &&
           infer_is_range(v->args[0]->global->name);
}

static bool is_append(const Value *load)
{
    return load->op == OP_load_method && spec_expects(load->args[0], TK_list) &&
           strcmp(load->name->text, "append") == 0;
}

/* Numbers, or str that are compared. */
static bool is_operator_tight(const Value *v)
{
    bool equal = v->op == OP_eq || v->op == OP_ne || v->op == OP_truth_eq ||
                 v->op == OP_truth_ne;
    const Value *x = v->args[0], *y = v->args[1];

    if (v->op == OP_pow || v->op == OP_ipow)
        return (spec_expects(x, TK_float) && is_number(y)) ||
               (is_number(x) && spec_expects(y, TK_float));
    return (is_number(x) && is_number(y)) ||
           (equal && spec_expects(x, TK_str) && spec_expects(y, TK_str));
}

static bool are_numbers(const Value *call)
{
    for (int i = 1; i < call->nargs; i++)
        if (call->args[i]->op != OP_method_self && !is_number(call->args[i]))
            return false;
    return true;
}

static bool is_operator(Op op)
{
    return (op >= OP_add && op <= OP_ior) || (op >= OP_lt && op <= OP_ge) ||
           (op >= OP_truth_lt && op <= OP_truth_ge);
}

static bool is_leaf_call(const Value *call);

static bool is_tight(const Value *v)
{
    if (is_operator(v->op))
        return is_operator_tight(v);
    switch (v->op) {
    case OP_getitem:
        return is_sequence(v->args[0]) && spec_expects(v->args[1], TK_int);
    case OP_setitem:
        return spec_expects(v->args[0], TK_list | TK_bytearray) &&
               spec_expects(v->args[1], TK_int);
    case OP_next:
        return v->args[0]->op == OP_iter && (is_range(v->args[0]->args[0]) ||
                                             is_sequence(v->args[0]->args[0]));
    case OP_neg:
    case OP_truth:
        return is_number(v->args[0]);
    case OP_load_method:
        return is_append(v) || spec_is_math(v);
    case OP_call_bound:
        return is_append(v->args[0]) ||
               (spec_is_math(v->args[0]) && are_numbers(v));
    case OP_getattr:
    case OP_setattr:
        return spec_has_slot(v) && v->block->ctl != CTL_try;
    case OP_call:
        return is_leaf_call(v);
    case OP_safepoint:
    case OP_list_add:
    case OP_check_local:
    case OP_check_free:
    case OP_load_global: /* calls only when it fails, or the first time */
        return true;
    default:
        return !(op_flags[v->op] & (OPF_RAISES | OPF_WRITES));
    }
}

/* A small function of numbers, which LLVM will inline: without loops or calls.
 * Its first body is as it was built. */
static bool is_leaf_call(const Value *call)
{
    const Fn *fn = infer_known_callee(call);
    int n = 0;

    if (!fn || !fn->typed || !are_numbers(call))
        return false;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (++n > MAX_LEAF || v->op == OP_call || v->op == OP_safepoint ||
                (!b->cold && !is_tight(v)))
                return false;
    return true;
}

bool fn_is_tight(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            const Fn *callee = v->op == OP_call ? infer_known_callee(v) : NULL;

            if (!b->cold && !(callee && callee->typed) && !is_tight(v))
                return false;
        }
    return true;
}

bool loop_is_tight(const Block *header)
{
    if (!loop_safepoint_or_null(header))
        return false;
    FOREACH_BLOCK (header->fn, b)
        if (b->loop == header && !b->cold)
            FOREACH_VALUE (b, v)
                if (!is_tight(v))
                    return false;
    return true;
}
