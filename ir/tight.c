/* Which loops will run without calls once they are specialised?
 *
 * It is a guess from the types that are expected, and only speed depends on
 * it: turns of such a loop that go a slow way are written apart from the rest
 * (Spec.detour). */
#include "ir/infer.h"
#include "ir/specialize.h"

#include <string.h>

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
        return false;
    return (is_number(x) && is_number(y)) ||
           (equal && spec_expects(x, TK_str) && spec_expects(y, TK_str));
}

static bool is_operator(Op op)
{
    return (op >= OP_add && op <= OP_ior) || (op >= OP_lt && op <= OP_ge) ||
           (op >= OP_truth_lt && op <= OP_truth_ge);
}

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
        return is_append(v);
    case OP_call_bound:
        return is_append(v->args[0]);
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
