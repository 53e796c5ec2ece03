/* Builtin functions that consume or make sequences: sorted, zip, map, filter,
 * reduce, range, min, max, sum, any, all, iter, next. */
#include "builtin_iter.h"
#include "cargs.h"
#include "entry.h"
#include "errors.h"
#include "iterators.h"
#include "list.h"
#include "number.h"
#include "seq.h"
#include "str.h"
#include "thread.h"
#include "tuple.h"
#include "unicode.h"

#include "methods_declare.h"
#include "builtin_iter.def"
#include "methods_end.h"

/* --- iter, next, any, all ---------------------------------------------------
 */

static Value builtin_iter(Value self, const Value *args, Py_ssize nargs)
{
    if (nargs == 1)
        return op_iter(args[0]);
    if (!value_is_callable(args[0]))
        return err_format(&exc_TypeError, "iter(v, w): v must be callable");
    return call_iterator_new(args[0], args[1]);
}

/* Old-style instances pass: their next slot raises the error. */
static bool is_iterator(Value v)
{
    return type_of(v)->next != NULL;
}

Value builtin_next_end(Value other)
{
    if (!err_pending())
        return other ? other : err_set(&exc_StopIteration, NULL);
    if (!other || !err_clear_stop_iteration())
        return NULL;
    return other;
}

Value builtin_next_slow(Value it, Value other)
{
    Value v;

    if (!is_iterator(it))
        return err_format(&exc_TypeError, "%s object is not an iterator",
                          type_name_of(it));
    v = type_of(it)->next(it);
    return v ? v : builtin_next_end(other);
}

static Value builtin_next(Value self, const Value *args, Py_ssize nargs)
{
    return builtin_next_slow(args[0], nargs > 1 ? args[1] : NULL);
}

static int stop_if_true(Value item, void *arg)
{
    int r = op_is_true(item);

    return r > 0 ? 2 : r;
}

static int stop_if_false(Value item, void *arg)
{
    int r = op_is_true(item);

    return r < 0 ? -1 : r ? 0 : 2;
}

static Value builtin_any(Value self, const Value *args, Py_ssize nargs)
{
    int r = op_iterate(args[0], stop_if_true, NULL);

    return r < 0 ? NULL : value_from_bool(r != 0);
}

static Value builtin_all(Value self, const Value *args, Py_ssize nargs)
{
    int r = op_iterate(args[0], stop_if_false, NULL);

    return r < 0 ? NULL : value_from_bool(r == 0);
}

/* --- sorted ------------------------------------------------------------------
 */

static Value builtin_sorted(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"iterable", "cmp", "key", "reverse"};
    Value out[4];
    PyList *list;
    int64_t reverse = 0;
    int r;

    if (args_parse("sorted", args, nargs, kwnames, names, 1, 4, out) < 0)
        return NULL;
    list = op_list(out[0]);
    if (!list)
        return NULL;
    if (nargs == 0) /* CPython hands all keywords on to list.sort() */
        return err_format(&exc_TypeError, "'iterable' is an invalid keyword "
                                          "argument for this function");
    if (out[3]) {
        reverse = value_as_c_int(out[3]);
        if (reverse == -1 && err_pending())
            return NULL;
    }
    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    r = list_sort(list, out[1] == NONE ? NULL : out[1],
                  out[2] == NONE ? NULL : out[2], reverse != 0);
    recursion_leave();
    return r < 0 ? NULL : (Value)list;
}

/* --- zip, map
 * ------------------------------------------------------------------- */

/* Iterators of all args; an argument that has none raises TypeError, its
 * number (from `first`) put into the format. */
static Value *all_iterators(const Value *args, Py_ssize n, Py_ssize first,
                            const char *text_before, const char *text_after)
{
    Value *its = gc_array((size_t)n + 1);

    for (Py_ssize i = 0; its && i < n; i++) {
        its[i] = op_iter(args[i]);
        if (its[i])
            continue;
        if (err_matches(&exc_TypeError)) {
            err_clear();
            err_format(&exc_TypeError, "%s%lld%s", text_before,
                       (long long)(i + first), text_after);
        }
        return NULL;
    }
    return its;
}

/* The containers among the arguments as they are now, while threads run. */
static Value *still_arguments(const Value *args, Py_ssize n)
{
    Value *still = gc_array((size_t)n + 1);

    for (Py_ssize i = 0; still && i < n; i++) {
        PyType *t = type_of(args[i]);
        bool own = t->next || t == &list_type || t == &tuple_type;
        PyList *list = own ? NULL : op_snapshot_or_null(args[i]);

        if (!list && err_pending())
            return NULL;
        still[i] = list ? (Value)list : args[i];
    }
    return still;
}

/* Length of the shortest of the lists and tuples: a guess at the rows. */
static int64_t shortest(const Value *args, Py_ssize n)
{
    int64_t least = INT64_MAX;

    for (Py_ssize i = 0; i < n; i++) {
        int64_t length = is_exact_list(args[i]) ? list_len((PyList *)args[i])
                         : is_exact_tuple(args[i])
                             ? ((PyTuple *)args[i])->length
                             : INT64_MAX;

        if (length < least)
            least = length;
    }
    return least == INT64_MAX ? 0 : least;
}

/* Item i of an exact list or tuple, NULL: there is none. */
static inline Value item_or_null(Value v, int64_t i)
{
    if (as_object(v)->type == &list_type)
        return list_item_or_null((PyList *)v, (uint64_t)i);
    return i < ((PyTuple *)v)->length ? ((PyTuple *)v)->items[i] : NULL;
}

/* zip() of lists and tuples: no iterator is seen by anybody. */
static Value zip_sequences(const Value *args, Py_ssize nargs)
{
    PyList *result = list_new(shortest(args, nargs));

    for (int64_t i = 0; result; i++) {
        PyTuple *row;

        if (!item_or_null(args[0], i))
            break;
        row = tuple_new(nargs);
        if (!row)
            return NULL;
        for (Py_ssize k = 0; k < nargs; k++)
            if (!(row->items[k] = item_or_null(args[k], i)))
                return (Value)result;
        if (list_push(result, (Value)row) < 0)
            return NULL;
    }
    return (Value)result;
}

static Value builtin_zip(Value self, const Value *args, Py_ssize nargs)
{
    PyList *result;
    Value *its;
    bool plain = true;

    if (nargs == 0)
        return (Value)list_new(0);
    for (Py_ssize i = 0; i < nargs; i++)
        plain = plain && is_pointer(args[i]) &&
                (as_object(args[i])->type == &list_type ||
                 as_object(args[i])->type == &tuple_type);
    if (plain)
        return zip_sequences(args, nargs);
    for (Py_ssize i = 0, known = 1; i < nargs && known; i++)
        if ((known = op_ask_length(args[i])) < 0)
            return NULL;
    if (rt_threaded && !(args = still_arguments(args, nargs)))
        return NULL;
    result = list_new(shortest(args, nargs));
    its = all_iterators(args, nargs, 1, "zip argument #",
                        " must support iteration");
    while (result && its) {
        PyTuple *row = tuple_new(nargs);

        if (!row)
            return NULL;
        for (Py_ssize i = 0; i < nargs; i++) {
            row->items[i] = op_next(its[i]);
            if (!row->items[i])
                return err_pending() ? NULL : (Value)result;
        }
        if (list_push(result, (Value)row) < 0)
            return NULL;
    }
    return NULL;
}

Value pyrt_builtin_zip(Value a, Value b)
{
    Value pairs = pairs_of_or_null(a, b);

    return pairs || err_pending() ? pairs
                                  : builtin_zip(NULL, (Value[]){a, b}, 2);
}

/* The next row of several iterators, None for the exhausted ones (whose
 * iterator becomes NULL).  0: all are exhausted, -1: error. */
static int next_row(Value *its, Value *row, Py_ssize n)
{
    int live = 0;

    for (Py_ssize i = 0; i < n; i++) {
        row[i] = its[i] ? op_next(its[i]) : NULL;
        if (row[i]) {
            live = 1;
        } else {
            if (err_pending())
                return -1;
            its[i] = NULL;
            row[i] = NONE;
        }
    }
    return live;
}

static Value map_one(Value function, Value iterator)
{
    PyList *result = list_new(0);
    Value item, v;

    while ((item = op_next(iterator))) {
        v = op_call(function, &item, 1, NULL);
        if (!v || list_push(result, v) < 0)
            return NULL;
    }
    return err_pending() ? NULL : (Value)result;
}

/* CPython's map() goes on after an error of __len__ and finds it when an
 * iterator ends; that of a sequence (a str) forgets it then. */
static bool any_sequence_iterator(const Value *its, Py_ssize n)
{
    for (Py_ssize i = 0; n > 1 && i < n; i++)
        if (type_of(its[i]) == &seq_iterator_type)
            return true;
    return false;
}

static Value builtin_map(Value self, const Value *args, Py_ssize nargs)
{
    PyList *result;
    Value *its, *row;
    Py_ssize n = nargs - 1;
    int r;

    if (nargs < 2)
        return err_format(&exc_TypeError, "map() requires at least two args");
    if (args[0] == NONE && n == 1)
        return (Value)op_list(args[1]);
    its = all_iterators(args + 1, n, 2, "argument ",
                        " to map() must support iteration");
    if (!its)
        return NULL;
    for (Py_ssize i = 0; i < n; i++)
        if (op_ask_length(args[i + 1]) < 0) {
            if (!any_sequence_iterator(its, n))
                return NULL;
            err_clear();
        }
    if (n == 1)
        return map_one(args[0], its[0]);
    result = list_new(0);
    row = gc_array((size_t)n);
    while (row && (r = next_row(its, row, n)) > 0) {
        Value v = args[0] == NONE ? (Value)tuple_from_array(row, n)
                                  : op_call(args[0], row, n, NULL);

        if (!v || list_push(result, v) < 0)
            return NULL;
    }
    return row && r == 0 ? (Value)result : NULL;
}

/* --- filter
 * --------------------------------------------------------------------- */

static int passes(Value function, Value item)
{
    Value v = item;

    if (function != NONE && function != (Value)&bool_type) {
        v = op_call(function, &item, 1, NULL);
        if (!v)
            return -1;
    }
    return op_is_true(v);
}

/* Item i of a tuple or string, through __getitem__ for subclasses. */
static Value item_of(Value seq, int64_t i)
{
    if (is_exact_tuple(seq))
        return ((PyTuple *)seq)->items[i];
    return op_getitem(seq, value_from_int(i));
}

static Value filter_tuple(Value function, Value seq)
{
    PyList *kept = list_new(0);
    int64_t n = ((PyTuple *)seq)->length;

    for (int64_t i = 0; i < n; i++) {
        Value item = item_of(seq, i);
        int r = item ? passes(function, item) : -1;

        if (r < 0 || (r && list_push(kept, item) < 0))
            return NULL;
    }
    return (Value)list_as_tuple(kept);
}

static Value bad_filter_item(const char *wanted)
{
    return err_format(&exc_TypeError,
                      "can't filter %s to %s: __getitem__ returned different "
                      "type",
                      wanted, wanted);
}

static Value filter_str(Value function, Value seq)
{
    StrBuilder b = {0};
    int64_t n = ((PyStr *)seq)->length;

    if (function == NONE && is_exact_str(seq))
        return seq;
    for (int64_t i = 0; i < n; i++) {
        Value item = item_of(seq, i);
        int r = item ? passes(function, item) : -1;

        if (r < 0)
            return NULL;
        if (r == 0)
            continue;
        if (!is_str(item))
            return bad_filter_item("str");
        if (sb_add(&b, ((PyStr *)item)->data, ((PyStr *)item)->length) < 0)
            return NULL;
    }
    return (Value)sb_finish(&b);
}

static Value filter_unicode(Value function, Value seq)
{
    UniBuilder b = {0};
    int64_t n = ((PyUnicode *)seq)->length;

    if (function == NONE && is_exact_unicode(seq))
        return seq;
    for (int64_t i = 0; i < n; i++) {
        Value item = item_of(seq, i);
        int r = item ? passes(function, item) : -1;

        if (r < 0)
            return NULL;
        if (r == 0)
            continue;
        if (!is_unicode(item))
            return bad_filter_item("unicode");
        if (ub_add(&b, (PyUnicode *)item, 0, ((PyUnicode *)item)->length) < 0)
            return NULL;
    }
    return (Value)ub_finish(&b);
}

typedef struct FilterArg {
    Value function;
    PyList *kept;
} FilterArg;

static int keep_if_passes(Value item, void *p)
{
    FilterArg *arg = p;
    int r = passes(arg->function, item);

    return r > 0 ? list_push(arg->kept, item) : r;
}

/* As op_iterate, for visits that may change what is gone through. */
static int iterate_live(Value v, int (*visit)(Value item, void *arg), void *arg)
{
    Value it = op_iter(v);

    return it ? op_iterate_rest(it, visit, arg) : -1;
}

static Value builtin_filter(Value self, const Value *args, Py_ssize nargs)
{
    FilterArg arg = {args[0], NULL};
    uint32_t flags = type_of(args[1])->flags;

    if (flags & TYPE_STR)
        return filter_str(args[0], args[1]);
    if (flags & TYPE_UNICODE)
        return filter_unicode(args[0], args[1]);
    if (flags & TYPE_TUPLE)
        return filter_tuple(args[0], args[1]);
    arg.kept = list_new(0);
    if (rt_threaded && type_of(args[1]) == &list_type && args[0] != NONE)
        return iterate_live(args[1], keep_if_passes, &arg) < 0
                   ? NULL
                   : (Value)arg.kept;
    return op_collect(args[1], keep_if_passes, &arg) < 0 ? NULL
                                                         : (Value)arg.kept;
}

/* --- reduce, sum
 * ------------------------------------------------------------------ */

Value iter_reduce(Value function, Value iterable, Value initial_or_null)
{
    Value it = op_iter(iterable), result = initial_or_null, item;

    if (!it) /* CPython hides here what __iter__ raised */
        return err_format(&exc_TypeError,
                          "reduce() arg 2 must support iteration");
    while ((item = op_next(it))) {
        Value pair[2] = {result, item};

        result = result ? op_call(function, pair, 2, NULL) : item;
        if (!result)
            return NULL;
    }
    if (err_pending())
        return NULL;
    if (!result)
        return err_format(&exc_TypeError,
                          "reduce() of empty sequence with no initial value");
    return result;
}

static Value builtin_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value r;

    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    r = iter_reduce(args[0], args[1], nargs > 2 ? args[2] : NULL);
    recursion_leave();
    return r;
}

static int add_to(Value item, void *p)
{
    Value *total = p;
    int64_t i;

    if (is_tagged_int(item) && is_tagged_int(*total)) {
        i = tagged_int_value(item) + tagged_int_value(*total);
        *total = value_from_int(i);
        return 0;
    }
    if (is_tagged_float(item) && is_tagged_float(*total)) {
        *total = value_from_double(tagged_float_value(*total) +
                                   tagged_float_value(item));
        return 0;
    }
    *total = op_binary(BIN_add, *total, item);
    return *total ? 0 : -1;
}

/* Adds up a list of small ints at one moment; false: it holds other things. */
static bool sum_ints(PyList *list, Value *total)
{
    int64_t sum = tagged_int_value(*total), i = 0, n;
    bool owned = lock_enter(&list->head.lock);

    ListStore *s = list_store(list);
    for (n = store_length(s); i < n && is_tagged_int(s->items[i]); i++)
        if (__builtin_add_overflow(sum, tagged_int_value(s->items[i]), &sum))
            break;
    lock_leave(&list->head.lock, owned);
    if (i == n)
        *total = value_from_int(sum);
    return i == n;
}

static Value builtin_sum(Value self, const Value *args, Py_ssize nargs)
{
    Value total = nargs > 1 ? args[1] : tag_int(0);

    if (rt_threaded && is_exact_list(args[0]) && is_tagged_int(total) &&
        sum_ints((PyList *)args[0], &total))
        return total;

    if (nargs > 1 && !op_iter(args[0]))
        return NULL;
    if (nargs > 1 && has_type_flag(total, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError, "sum() can't sum strings [use "
                                          "''.join(seq) instead]");
    return op_iterate(args[0], add_to, &total) < 0 ? NULL : total;
}

/* --- min, max
 * ----------------------------------------------------------------------- */

typedef struct Best {
    Value key; /* function or NULL */
    CompareOp op;
    Value item, item_key; /* of the best so far; NULL: none */
} Best;

static int consider(Value item, void *p)
{
    Best *best = p;
    Value key = best->key ? op_call(best->key, &item, 1, NULL) : item;
    int r = 1;

    if (!key)
        return -1;
    if (best->item) {
        if (is_tagged_int(key) && is_tagged_int(best->item_key))
            r = best->op == CMP_gt ? (intptr_t)key > (intptr_t)best->item_key
                                   : (intptr_t)key < (intptr_t)best->item_key;
        else
            r = op_compare_bool(best->op, key, best->item_key);
    }
    if (r > 0) {
        best->item = item;
        best->item_key = key;
    }
    return r < 0 ? -1 : 0;
}

static Value min_max(const char *name, CompareOp op, const Value *args,
                     Py_ssize nargs, PyTuple *kwnames)
{
    Best best = {.op = op};
    int r = 0;

    if (nargs == 0)
        return err_format(&exc_TypeError, "%s expected 1 arguments, got 0",
                          name);
    if (kwnames && tuple_length(kwnames) > 0) {
        PyStr *kw = (PyStr *)kwnames->items[0];

        if (tuple_length(kwnames) != 1 || strcmp(kw->data, "key") != 0)
            return err_format(&exc_TypeError,
                              "%s() got an unexpected keyword argument", name);
        best.key = args[nargs];
    }
    if (nargs == 1)
        r = rt_threaded && best.key ? iterate_live(args[0], consider, &best)
                                    : op_iterate(args[0], consider, &best);
    for (Py_ssize i = 0; nargs > 1 && r == 0 && i < nargs; i++)
        r = consider(args[i], &best);
    if (r < 0)
        return NULL;
    if (!best.item)
        return err_format(&exc_ValueError, "%s() arg is an empty sequence",
                          name);
    return best.item;
}

static Value builtin_min(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return min_max("min", CMP_lt, args, nargs, kwnames);
}

static Value builtin_max(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return min_max("max", CMP_gt, args, nargs, kwnames);
}

/* --- range
 * ------------------------------------------------------------------------------
 */

static Value int_range(int64_t start, int64_t stop, int64_t step)
{
    uint64_t n = range_length(start, stop, step);
    PyList *list;
    ListStore *s;

    if (n > INT64_MAX)
        return err_format(&exc_OverflowError,
                          "range() result has too many items");
    list = list_new((Py_ssize)n);
    if (!list || n == 0)
        return (Value)list;
    s = list_store(list);
    for (uint64_t i = 0; i < n;
         i++, start = (int64_t)((uint64_t)start + (uint64_t)step))
        s->items[i] = value_from_int(start);
    atomic_init(&s->length, (int64_t)n);
    return (Value)list;
}

/* An argument as int or long; NULL: TypeError. */
static Value range_argument(Value v, const char *name)
{
    PyType *t = type_of(v);

    if (t->flags & (TYPE_INT | TYPE_LONG))
        return v;
    if ((t->flags & TYPE_FLOAT) || !t->to_int)
        return err_format(&exc_TypeError,
                          "range() integer %s argument expected, got %s.", name,
                          type_name_of(v));
    v = t->to_int(v);
    if (v && !has_type_flag(v, TYPE_INT | TYPE_LONG))
        return err_format(&exc_TypeError, "__int__ should return int object");
    return v;
}

/* Its items are longs, even those that fit an int. */
static Value long_range(Value start, Value stop, Value step, CompareOp before)
{
    PyList *list = list_new(0);
    int more;

    while ((more = op_compare_bool(before, start, stop)) > 0) {
        Value item = num_long(start);

        if (!item || list_push(list, item) < 0)
            return NULL;
        start = op_binary(BIN_add, start, step);
        if (!start)
            return NULL;
    }
    return more < 0 ? NULL : (Value)list;
}

/* (stop - start) / step as a C integer; false: too many items. */
static bool long_range_fits(Value start, Value stop, Value step)
{
    Value span = op_binary(BIN_sub, stop, start), n;
    int64_t count;

    n = span ? op_binary(BIN_floordiv, span, step) : NULL;
    if (!n)
        return false;
    count = value_as_int64(n);
    if (!err_pending() && count < INT64_MAX / (int64_t)sizeof(Value))
        return true;
    err_clear();
    err_format(&exc_OverflowError, "range() result has too many items");
    return false;
}

static Value range_of_values(Value start, Value stop, Value step)
{
    CompareOp before;
    int64_t a, b, c;
    int up, any;

    stop = range_argument(stop, "end");
    if (!stop)
        return NULL;
    start = start ? range_argument(start, "start") : tag_int(0);
    if (!start)
        return NULL;
    step = step ? range_argument(step, "step") : tag_int(1);
    if (!step)
        return NULL;
    if (!op_is_true(step))
        return err_format(&exc_ValueError,
                          "range() step argument must not be zero");
    a = value_as_int64(start);
    b = value_as_int64(stop);
    c = value_as_int64(step);
    if (!err_pending())
        return int_range(a, b, c);
    err_clear();
    up = op_compare_bool(CMP_gt, step, tag_int(0));
    if (up < 0)
        return NULL;
    before = up ? CMP_lt : CMP_gt;
    any = op_compare_bool(before, start, stop);
    if (any <= 0)
        return any < 0 ? NULL : (Value)list_new(0);
    return long_range_fits(start, stop, step)
               ? long_range(start, stop, step, before)
               : NULL;
}

static Value builtin_range(Value self, const Value *args, Py_ssize nargs)
{
    if (nargs < 1 || nargs > 3)
        return err_format(
            &exc_TypeError, "range expected at %s %d arguments, got %lld",
            nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 3, (long long)nargs);
    if (nargs == 1 && is_tagged_int(args[0]))
        return int_range(0, tagged_int_value(args[0]), 1);
    if (nargs == 1)
        return range_of_values(NULL, args[0], NULL);
    return range_of_values(args[0], args[1], nargs > 2 ? args[2] : NULL);
}

const NativeDef builtin_iter_functions[] = {
#include "methods_table.h"
#include "builtin_iter.def"
#include "methods_end.h"
    {0}};
