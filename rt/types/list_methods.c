/* list: the type object, its methods, comparison, repr and iterators. */
#include "list.h"
#include "cargs.h"
#include "keys.h"
#include "names.h"
#include "seq.h"
#include "str.h"
#include "thread.h"

#include "methods_declare.h"
#include "list.def"
#include "list_iter.def"
#include "list_reverse_iter.def"
#include "methods_end.h"

static inline PyList *as_list(Value v)
{
    return (PyList *)v;
}

/* --- making ------------------------------------------------------------------
 */

static Value list_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return (Value)list_new_of(type);
}

static int list_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    static const char *const names[] = {"sequence"};
    Value sequence;

    if (args_parse("list", args, nargs, kwnames, names, 0, 1, &sequence) < 0)
        return -1;
    if (list_len(as_list(self)) > 0)
        list_clear(as_list(self));
    return sequence ? list_extend(as_list(self), sequence) : 0;
}

/* --- items -------------------------------------------------------------------
 */

static void *bad_index(Value key)
{
    return err_format(&exc_TypeError, "list indices must be integers, not %s",
                      type_name_of(key));
}

static Value list_subscript(Value self, Value key)
{
    int64_t i;

    if (is_tagged_int(key))
        return list_get_index(as_list(self), tagged_int_value(key));
    if (has_index(key)) {
        i = op_index(key, &exc_IndexError);
        return i == -1 && err_pending() ? NULL
                                        : list_get_index(as_list(self), i);
    }
    if (type_of(key) == &slice_type)
        return (Value)list_slice_step(as_list(self), (PySlice *)key);
    return bad_index(key);
}

static int delete_index(PyList *self, int64_t i)
{
    return list_delete(self, i) ? 0 : list_set_index_slow(self, i, NULL);
}

static int list_assign(Value self, Value key, Value value_or_null)
{
    int64_t i;

    if (type_of(key) == &slice_type)
        return list_assign_slice_step(as_list(self), (PySlice *)key,
                                      value_or_null);
    if (!has_index(key)) {
        bad_index(key);
        return -1;
    }
    i = is_tagged_int(key) ? tagged_int_value(key)
                           : op_index(key, &exc_IndexError);
    if (i == -1 && err_pending())
        return -1;
    return value_or_null ? list_set_index(as_list(self), i, value_or_null)
                         : delete_index(as_list(self), i);
}

static Value list_seq_item(Value self, Py_ssize i)
{
    return list_get(as_list(self), i);
}

static Value list_getslice(Value self, Py_ssize i, Py_ssize j)
{
    return (Value)list_slice(as_list(self), i, j);
}

static int list_setslice(Value self, Py_ssize i, Py_ssize j,
                         Value value_or_null)
{
    return list_set_slice(as_list(self), i, j, value_or_null);
}

static Py_ssize list_size(Value self)
{
    return list_len(as_list(self));
}

/* The index of the first item from `start` to before `stop` that equals v;
 * -1 there is none, -2 error.  v_first: v is the left operand of ==. */
static int64_t find_item(PyList *list, int64_t start, int64_t stop, Value v,
                         bool v_first, Value *found)
{
    Value item;

    for (int64_t i = start;
         i < stop && (item = list_item_or_null(list, (uint64_t)i)); i++) {
        int r = item == v ? 1
                : v_first ? item_equal(v, item)
                          : item_equal(item, v);

        *found = item;
        if (r != 0)
            return r < 0 ? -2 : i;
    }
    return -1;
}

/* The same; an item that other threads move past the search is not missed:
 * what is not found has not been in the list at one moment. */
static int64_t find_in_list(PyList *list, int64_t start, int64_t stop, Value v,
                            bool v_first, Value *found)
{
    int64_t i = find_item(list, start, stop, v, v_first, found);

    if (i != -1 || !rt_threaded)
        return i;
    list = list_copy(list);
    return list ? find_item(list, start, stop, v, v_first, found) : -2;
}

/* The first item that equals v, at one moment, which is then taken out if
 * `take`; results as of find_item, or -3: a comparison may run Python code. */
static int64_t find_plain(PyList *list, int64_t start, int64_t stop, Value v,
                          bool take)
{
    int same = SAME_no;
    int64_t i;

    lock_acquire(&list->head.lock);
    stop = stop < list_len(list) ? stop : list_len(list);
    for (i = start; i < stop; i++) {
        same = same_plain(list_store(list)->items[i], v);
        if (same != SAME_no)
            break;
    }
    if (same == SAME_yes && take)
        list_remove_locked(list, i);
    lock_release(&list->head.lock);
    return same == SAME_yes ? i : same == SAME_no ? -1 : -3;
}

static int64_t find_first(PyList *list, int64_t start, int64_t stop, Value v)
{
    int64_t i = rt_threaded ? find_plain(list, start, stop, v, false) : -3;
    Value found;

    return i != -3 ? i : find_in_list(list, start, stop, v, false, &found);
}

static int list_contains(Value self, Value v)
{
    Value found;
    int64_t i = find_in_list(as_list(self), 0, INT64_MAX, v, true, &found);

    return i == -2 ? -1 : i >= 0;
}

static Value list_add(Value a, Value b)
{
    if (!has_type_flag(b, TYPE_LIST))
        return err_format(&exc_TypeError,
                          "can only concatenate list (not \"%s\") to list",
                          type_name_of(b));
    return list_concat(as_list(a), as_list(b));
}

static Value list_mul(Value self, Py_ssize n)
{
    return list_repeat(as_list(self), n);
}

static Value list_iadd(Value a, Value b)
{
    return list_extend(as_list(a), b) < 0 ? NULL : a;
}

static Value list_imul(Value self, Py_ssize n)
{
    return list_repeat_in_place(as_list(self), n) < 0 ? NULL : self;
}

/* --- methods
 * -------------------------------------------------------------------- */

static Value list_getitem_method(Value self, const Value *args, Py_ssize nargs)
{
    return list_subscript(self, args[0]);
}

static Value list_sizeof_method(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(40 + 8 * list_store(as_list(self))->capacity);
}

static Value list_append_method(Value self, const Value *args, Py_ssize nargs)
{
    return list_push(as_list(self), args[0]) < 0 ? NULL : NONE;
}

static Value list_insert_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i = is_tagged_int(args[0]) ? tagged_int_value(args[0])
                                       : value_as_ssize(args[0]);

    if (i == -1 && err_pending())
        return NULL;
    return list_insert(as_list(self), i, args[1]) < 0 ? NULL : NONE;
}

static Value list_extend_method(Value self, const Value *args, Py_ssize nargs)
{
    return list_extend(as_list(self), args[0]) < 0 ? NULL : NONE;
}

static Value list_pop_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i;

    if (nargs == 0)
        return list_pop_last(as_list(self));
    i = value_as_ssize(args[0]);
    if (i == -1 && err_pending())
        return NULL;
    return list_pop(as_list(self), i);
}

static Value list_remove_method(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = as_list(self);
    Value found;
    int64_t i =
        rt_threaded ? find_plain(list, 0, INT64_MAX, args[0], true) : -3;

    while (i == -3) {
        i = find_in_list(list, 0, INT64_MAX, args[0], false, &found);
        if (i >= 0 && !list_take_item(list, i, found))
            i = -3;
    }
    if (i == -1)
        return err_format(&exc_ValueError, "list.remove(x): x not in list");
    return i < 0 ? NULL : NONE;
}

static Value list_index_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t start, stop, i;
    PyStr *s;

    if (!index_range(args, nargs, list_len(as_list(self)), &start, &stop))
        return NULL;
    i = find_first(as_list(self), start, stop, args[0]);
    if (i != -1)
        return i == -2 ? NULL : value_from_int(i);
    s = (PyStr *)op_repr(args[0]);
    return s ? err_format(&exc_ValueError, "%s is not in list", s->data) : NULL;
}

static Value list_count_method(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = rt_threaded ? list_copy(as_list(self)) : as_list(self);
    int64_t count = 0;
    Value item;

    for (int64_t i = 0; list && (item = list_item_or_null(list, (uint64_t)i));
         i++) {
        int r = item_equal(item, args[0]);

        if (r < 0)
            return NULL;
        count += r;
    }
    return list ? value_from_int(count) : NULL;
}

static Value list_reverse_method(Value self, const Value *args, Py_ssize nargs)
{
    list_reverse(as_list(self));
    return NONE;
}

static Value list_sort_method(Value self, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    static const char *const names[] = {"cmp", "key", "reverse"};
    Value out[3];
    int64_t reverse = 0;

    if (args_parse("sort", args, nargs, kwnames, names, 0, 3, out) < 0)
        return NULL;
    if (out[2]) {
        reverse = value_as_c_int(out[2]);
        if (reverse == -1 && err_pending())
            return NULL;
    }
    if (list_sort(as_list(self), out[0] == NONE ? NULL : out[0],
                  out[1] == NONE ? NULL : out[1], reverse != 0) < 0)
        return NULL;
    return NONE;
}

/* --- comparison, repr
 * ---------------------------------------------------------- */

/* Where two lists differ first, at one moment: the items there, or NULL and
 * the lengths.  False: a comparison may run Python code. */
typedef struct Difference {
    Value x, y;
    int64_t na, nb;
} Difference;

static bool find_difference(PyList *a, PyList *b,
                            Difference *d) NO_LOCK_ANALYSIS
{
    int same = SAME_yes;
    Value *x, *y;
    int64_t n;

    lock_two(&a->head.lock, &b->head.lock);
    d->na = list_len(a);
    d->nb = list_len(b);
    d->x = d->y = NULL;
    x = list_store(a)->items;
    y = list_store(b)->items;
    n = d->na < d->nb ? d->na : d->nb;
    for (int64_t i = 0; same == SAME_yes && i < n; i++) {
        same = same_plain(x[i], y[i]);
        d->x = same == SAME_yes ? NULL : x[i];
        d->y = y[i];
    }
    unlock_two(&a->head.lock, &b->head.lock);
    return same != SAME_ask;
}

static Value compare_plain(const Difference *d, CompareOp op)
{
    bool exact = op == CMP_eq || op == CMP_ne;

    if (exact && (d->x || d->na != d->nb))
        return value_from_bool(op == CMP_ne);
    return d->x ? op_compare(op, d->x, d->y)
                : compare_lengths(d->na, d->nb, op);
}

static Value list_rich_compare(Value av, Value bv, CompareOp op)
{
    PyList *a = as_list(av), *b = as_list(bv);
    Difference d;
    Value x, y;

    if (!has_type_flag(av, TYPE_LIST) || !has_type_flag(bv, TYPE_LIST))
        return NOT_IMPLEMENTED;
    if (rt_threaded && find_difference(a, b, &d))
        return compare_plain(&d, op);
    if (list_len(a) != list_len(b) && (op == CMP_eq || op == CMP_ne))
        return value_from_bool(op == CMP_ne);
    for (uint64_t i = 0;
         (x = list_item_or_null(a, i)) && (y = list_item_or_null(b, i)); i++) {
        int r = item_equal(x, y);

        if (r < 0)
            return NULL;
        if (r == 0) {
            if (op == CMP_eq || op == CMP_ne)
                return value_from_bool(op == CMP_ne);
            return op_compare(op, x, y);
        }
    }
    return compare_lengths(list_len(a), list_len(b), op);
}

static Value repr_items(PyList *self)
{
    StrBuilder b = {0};
    Value item;

    if (rt_threaded && !(self = list_copy(self)))
        return NULL;
    if (sb_putc(&b, '[') < 0)
        return NULL;
    for (uint64_t i = 0; (item = list_item_or_null(self, i)); i++) {
        PyStr *s;

        if (i > 0 && sb_add(&b, ", ", 2) < 0)
            return NULL;
        s = (PyStr *)op_repr(item);
        if (!s || sb_add(&b, s->data, s->length) < 0)
            return NULL;
    }
    return sb_putc(&b, ']') < 0 ? NULL : (Value)sb_finish(&b);
}

static Value list_repr(Value self)
{
    int r = repr_enter(self);
    Value s;

    if (r != 0)
        return r < 0 ? NULL : (Value)str_from_c("[...]");
    s = repr_items(as_list(self));
    repr_leave(self);
    return s;
}

/* --- iterators
 * ------------------------------------------------------------------- */

static Value list_iter(Value self)
{
    PyListIter *it = gc_new(&list_iterator_type, sizeof *it);

    it->list = as_list(self);
    return (Value)it;
}

static Value list_iter_next(Value self)
{
    PyListIter *it = (PyListIter *)self;
    PyList *list = it->list;
    int64_t i;
    Value v;

    if (!list)
        return NULL;
    do {
        i = int_load(&it->index);
        v = list_item_or_null(list, (uint64_t)i);
    } while (v && !index_claim(&it->index, i, i + 1));
    if (!v)
        it->list = NULL;
    return v;
}

static Value list_iter_length_hint(Value self, const Value *args,
                                   Py_ssize nargs)
{
    PyListIter *it = (PyListIter *)self;
    PyList *list = it->list;
    int64_t left = list ? list_len(list) - it->index : 0;

    return value_from_int(left > 0 ? left : 0);
}

static Value list_reversed_method(Value self, const Value *args, Py_ssize nargs)
{
    PyListIter *it = gc_new(&list_reverse_iterator_type, sizeof *it);

    it->list = as_list(self);
    it->index = list_len(as_list(self)) - 1;
    return (Value)it;
}

static Value list_reverse_iter_next(Value self)
{
    PyListIter *it = (PyListIter *)self;
    PyList *list = it->list;
    int64_t i;
    Value v = NULL;

    do {
        i = int_load(&it->index);
        v = list && i >= 0 ? list_item_or_null(list, (uint64_t)i) : NULL;
    } while (v && !index_claim(&it->index, i, i - 1));
    if (!v) {
        int_store(&it->index, -1);
        it->list = NULL;
    }
    return v;
}

static Value list_reverse_iter_length_hint(Value self, const Value *args,
                                           Py_ssize nargs)
{
    PyListIter *it = (PyListIter *)self;
    int64_t left = it->index + 1;

    if (!it->list || list_len(it->list) < left)
        left = 0;
    return value_from_int(left);
}

static Value iter_self(Value self)
{
    return self;
}

static const NativeDef list_iter_methods[] = {
#include "methods_table.h"
#include "list_iter.def"
#include "methods_end.h"
    {0}};

static const NativeDef list_reverse_iter_methods[] = {
#include "methods_table.h"
#include "list_reverse_iter.def"
#include "methods_end.h"
    {0}};

PyType list_iterator_type = {
    .head.type = &type_type,
    .name = "listiterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PyListIter),
    .methods = list_iter_methods,
    .iter = iter_self,
    .next = list_iter_next,
};

PyType list_reverse_iterator_type = {
    .head.type = &type_type,
    .name = "listreverseiterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PyListIter),
    .methods = list_reverse_iter_methods,
    .iter = iter_self,
    .next = list_reverse_iter_next,
};

static const NativeDef list_method_table[] = {
#include "methods_table.h"
#include "list.def"
#include "methods_end.h"
    {0}};

PyType list_type = {
    .head.type = &type_type,
    .name = "list",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_LIST | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyList),
    .doc = "list() -> new empty list\n"
           "list(iterable) -> new list\n\n"
           "The items of the iterable, in their order.",
    .methods = list_method_table,
    .repr = list_repr,
    .rich_compare = list_rich_compare,
    .iter = list_iter,
    .new_instance = list_make,
    .init = list_init,
    .length = list_size,
    .getitem = list_subscript,
    .setitem = list_assign,
    .contains = list_contains,
    .concat = list_add,
    .repeat = list_mul,
    .inplace_concat = list_iadd,
    .inplace_repeat = list_imul,
    .seq_item = list_seq_item,
    .getslice = list_getslice,
    .setslice = list_setslice,
};
