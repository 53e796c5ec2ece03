/* Comparison of any two values: CPython 2.7's rules, from rich comparison over
 * __cmp__ and coercion to the order by type name.
 *
 * The steps stand in the order in which CPython tries them; each returns
 * NotImplemented or COMPARE_UNDEFINED to pass on. */
#include "str.h"
#include "thread.h"

enum { COMPARE_ERROR = -2 };

static const CompareOp swapped[] = {CMP_gt, CMP_ge, CMP_eq,
                                    CMP_ne, CMP_lt, CMP_le};

Value compare_result(CompareOp op, int c)
{
    switch (op) {
    case CMP_lt:
        return value_from_bool(c < 0);
    case CMP_le:
        return value_from_bool(c <= 0);
    case CMP_eq:
        return value_from_bool(c == 0);
    case CMP_ne:
        return value_from_bool(c != 0);
    case CMP_gt:
        return value_from_bool(c > 0);
    default:
        return value_from_bool(c >= 0);
    }
}

/* Both sides' rich comparison, a right subclass first. */
static Value rich_two_sided(CompareOp op, Value a, Value b)
{
    PyType *ta = type_of(a), *tb = type_of(b);
    Value r;

    if (ta != tb && tb->rich_compare && type_is_subtype(tb, ta)) {
        r = tb->rich_compare(b, a, swapped[op]);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    if (ta->rich_compare) {
        r = ta->rich_compare(a, b, op);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    if (tb->rich_compare)
        return tb->rich_compare(b, a, swapped[op]);
    return NOT_IMPLEMENTED;
}

static int clip(int c)
{
    return c < -1 ? (err_pending() ? COMPARE_ERROR : -1) : c > 1 ? 1 : c;
}

static int three_way_coerced(Value a, Value b)
{
    int (*fn)(Value, Value);
    int r = op_coerce(&a, &b);

    if (r != 0)
        return r < 0 ? COMPARE_ERROR : COMPARE_UNDEFINED;
    fn = type_of(a)->compare;
    if (fn && fn == type_of(b)->compare)
        return clip(fn(a, b));
    return COMPARE_UNDEFINED;
}

static int three_way(Value a, Value b)
{
    PyType *ta = type_of(a), *tb = type_of(b);

    if (ta == &instance_type)
        return ta->compare(a, b);
    if (tb == &instance_type)
        return tb->compare(a, b);
    if (ta->compare && ta->compare == tb->compare)
        return clip(ta->compare(a, b));
    if (ta->compare == type_slot_compare || tb->compare == type_slot_compare)
        return type_slot_compare(a, b);
    return three_way_coerced(a, b);
}

/* "" for numbers, so that they come first. */
static const char *order_name(PyType *t)
{
    return t->to_int || t->to_float ? "" : t->name;
}

/* The order among values that know no other. */
static int default_order(Value a, Value b)
{
    PyType *ta = type_visible(type_of(a)), *tb = type_visible(type_of(b));
    int c;

    if (ta == tb)
        return (uintptr_t)a < (uintptr_t)b ? -1 : a != b;
    if (a == NONE)
        return -1;
    if (b == NONE)
        return 1;
    c = strcmp(order_name(ta), order_name(tb));
    if (c != 0)
        return c < 0 ? -1 : 1;
    return (uintptr_t)ta < (uintptr_t)tb ? -1 : 1;
}

static Value rich_or_three_way(CompareOp op, Value a, Value b)
{
    Value r = rich_two_sided(op, a, b);
    int c;

    if (r != NOT_IMPLEMENTED)
        return r;
    c = three_way(a, b);
    if (c == COMPARE_UNDEFINED)
        c = default_order(a, b);
    return c == COMPARE_ERROR ? NULL : compare_result(op, c);
}

/* Values of one type need no second side; NotImplemented when the type leaves
 * the question open. */
static Value same_type(CompareOp op, PyType *t, Value a, Value b)
{
    Value r;
    int c;

    if (t->rich_compare) {
        r = t->rich_compare(a, b, op);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    if (!t->compare)
        return NOT_IMPLEMENTED;
    c = clip(t->compare(a, b));
    return c == COMPARE_ERROR ? NULL : compare_result(op, c);
}

Value op_compare(CompareOp op, Value a, Value b)
{
    PyType *t = type_of(a);
    Value r = NOT_IMPLEMENTED;

    if (is_tagged_int(a) && is_tagged_int(b)) {
        int64_t i = tagged_int_value(a), j = tagged_int_value(b);

        return compare_result(op, i < j ? -1 : i > j);
    }
    if (recursion_enter(" in cmp") < 0)
        return NULL;
    if (t == type_of(b) && t != &instance_type)
        r = same_type(op, t, a, b);
    if (r == NOT_IMPLEMENTED)
        r = rich_or_three_way(op, a, b);
    recursion_leave();
    return r;
}

int op_compare_bool(CompareOp op, Value a, Value b)
{
    Value r;

    if (a == b) {
        if (op == CMP_eq)
            return 1;
        if (op == CMP_ne)
            return 0;
    }
    r = op_compare(op, a, b);
    if (!r)
        return -1;
    return r == TRUE_VALUE ? 1 : r == FALSE_VALUE ? 0 : op_is_true(r);
}

/* ==, <, > until one holds. */
static int three_way_from_rich(Value a, Value b)
{
    static const struct {
        CompareOp op;
        int outcome;
    } tries[] = {{CMP_eq, 0}, {CMP_lt, -1}, {CMP_gt, 1}};

    if (!type_of(a)->rich_compare && !type_of(b)->rich_compare)
        return COMPARE_UNDEFINED;
    for (int i = 0; i < 3; i++) {
        Value r = rich_two_sided(tries[i].op, a, b);
        int truth;

        if (r == NOT_IMPLEMENTED)
            continue;
        truth = r ? op_is_true(r) : -1;
        if (truth < 0)
            return COMPARE_ERROR;
        if (truth)
            return tries[i].outcome;
    }
    return COMPARE_UNDEFINED;
}

static int compare_steps(Value a, Value b)
{
    PyType *t = type_of(a);
    int c;

    if (t == type_of(b) && t->compare) {
        c = t->compare(a, b);
        if (t != &instance_type)
            return clip(c);
        if (c != COMPARE_UNDEFINED)
            return c;
    }
    c = three_way_from_rich(a, b);
    if (c == COMPARE_UNDEFINED)
        c = three_way(a, b);
    return c == COMPARE_UNDEFINED ? default_order(a, b) : c;
}

int op_cmp(Value a, Value b, int *result)
{
    if (a == b) {
        *result = 0;
        return 0;
    }
    if (is_tagged_int(a) && is_tagged_int(b)) {
        *result = (intptr_t)a < (intptr_t)b ? -1 : 1;
        return 0;
    }
    if (both_exact_strs(a, b)) {
        *result = str_order((PyStr *)a, (PyStr *)b);
        return 0;
    }
    if (recursion_enter(" in cmp") < 0)
        return -1;
    *result = compare_steps(a, b);
    recursion_leave();
    return *result == COMPARE_ERROR ? -1 : 0;
}
