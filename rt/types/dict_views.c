/* Iterators over dicts and the views of viewkeys() and its siblings.
 *
 * An iterator remembers how many keys the dict had; a difference at a step
 * is RuntimeError, now and ever after. */
#include "dict_views.h"
#include "list.h"
#include "set.h"
#include "tuple.h"
#include "str.h"
#include "thread.h"

#include "methods_declare.h"
#include "dict_iter.def"
#include "methods_end.h"

/* --- iterators -------------------------------------------------------------
 */

Value dict_iter_new(PyType *type, PyDict *d)
{
    PyDictIter *it = gc_new(type, sizeof *it);

    it->dict = d;
    it->used = it->left = dict_used(d);
    return (Value)it;
}

/* One step; false at the end or with RuntimeError pending. */
static inline bool iter_step(PyDictIter *it, Value *key, Value *value)
{
    PyDict *d = it->dict;

    if (!d)
        return false;
    if (it->used != dict_used(d)) {
        it->used = -1;
        err_format(&exc_RuntimeError,
                   "dictionary changed size during iteration");
        return false;
    }
    for (;;) {
        int64_t from = int_load(&it->position), pos = from;

        if (!dict_next(d, &pos, key, value))
            break;
        if (index_claim(&it->position, from, pos)) {
            it->left--;
            return true;
        }
    }
    it->dict = NULL;
    return false;
}

static Value keyiterator_next(Value self)
{
    Value key, value;

    return iter_step((PyDictIter *)self, &key, &value) ? key : NULL;
}

static Value valueiterator_next(Value self)
{
    Value key, value;

    return iter_step((PyDictIter *)self, &key, &value) ? value : NULL;
}

static Value itemiterator_next(Value self)
{
    Value key, value;

    if (!iter_step((PyDictIter *)self, &key, &value))
        return NULL;
    return tuple_pair(key, value);
}

static int itemiterator_next_pair(Value self, Value items[2])
{
    if (iter_step((PyDictIter *)self, &items[0], &items[1]))
        return 1;
    return err_pending() ? -1 : 0;
}

typedef PyList *ListFunction(PyDict *d);

/* The list function of an iterator's or a view's type, or NULL. */
static ListFunction *list_function(PyType *t)
{
    if (t == &dict_keyiterator_type || t == &dict_keys_type)
        return dict_keys;
    if (t == &dict_valueiterator_type || t == &dict_values_type)
        return dict_values;
    if (t == &dict_itemiterator_type || t == &dict_items_type)
        return dict_items;
    return NULL;
}

PyList *dict_iter_rest_or_null(Value v)
{
    PyType *t = type_of(v);
    ListFunction *all = list_function(t);
    PyDictIter *it = (PyDictIter *)v;
    PyList *list;

    if (!all)
        return NULL;
    if (t == &dict_keys_type || t == &dict_values_type || t == &dict_items_type)
        return all(((PyDictView *)v)->dict);
    if (!it->dict || it->position != 0)
        return NULL;
    list = all(it->dict);
    if (!list || list_len(list) != it->used)
        return NULL; /* changed: for the next step to complain about */
    it->dict = NULL;
    return list;
}

static Value iter_self(Value self)
{
    return self;
}

static Value dict_iter_length_hint(Value self, const Value *args,
                                   Py_ssize nargs)
{
    PyDictIter *it = (PyDictIter *)self;

    if (!it->dict || it->used != dict_used(it->dict))
        return tag_int(0);
    return value_from_int(it->left);
}

static const NativeDef dict_iter_methods[] = {
#include "methods_table.h"
#include "dict_iter.def"
#include "methods_end.h"
    {0}};

#define DICT_ITERATOR(kind, text, pair)                                        \
    PyType dict_##kind##iterator_type = {                                      \
        .head.type = &type_type,                                               \
        .name = text,                                                          \
        .base = &object_type,                                                  \
        .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,                            \
        .basic_size = sizeof(PyDictIter),                                      \
        .methods = dict_iter_methods,                                          \
        .iter = iter_self,                                                     \
        .next = kind##iterator_next,                                           \
        .next_pair = pair,                                                     \
    };

DICT_ITERATOR(key, "dictionary-keyiterator", NULL)
DICT_ITERATOR(value, "dictionary-valueiterator", NULL)
DICT_ITERATOR(item, "dictionary-itemiterator", itemiterator_next_pair)

/* --- views -------------------------------------------------------------------
 */

Value dict_view_new(PyType *type, PyDict *d)
{
    PyDictView *v = gc_new(type, sizeof *v);

    v->dict = d;
    return (Value)v;
}

static inline PyDict *view_dict(Value self)
{
    return ((PyDictView *)self)->dict;
}

static Value keys_iter(Value self)
{
    return dict_iter_new(&dict_keyiterator_type, view_dict(self));
}

static Value values_iter(Value self)
{
    return dict_iter_new(&dict_valueiterator_type, view_dict(self));
}

static Value items_iter(Value self)
{
    return dict_iter_new(&dict_itemiterator_type, view_dict(self));
}

static Py_ssize view_length(Value self)
{
    return dict_used(view_dict(self));
}

static int keys_contains(Value self, Value item)
{
    return dict_contains(view_dict(self), item);
}

static int items_contains(Value self, Value item)
{
    Value v;
    int r;

    if (!is_pointer(item) || !(as_object(item)->type->flags & TYPE_TUPLE) ||
        tuple_length((PyTuple *)item) != 2)
        return 0;
    r = dict_find(view_dict(self), tuple_get((PyTuple *)item, 0), &v);
    if (r <= 0)
        return r;
    return op_compare_bool(CMP_eq, v, tuple_get((PyTuple *)item, 1));
}

static Value view_repr(Value self)
{
    PyList *list = op_list(self);
    PyStr *s;
    Value text;
    int r;

    if (!list || (r = repr_enter(self)) < 0)
        return NULL;
    if (r)
        return (Value)str_from_c("...");
    s = (PyStr *)op_repr((Value)list);
    text =
        s ? (Value)str_format_c("%s(%s)", type_name_of(self), s->data) : NULL;
    repr_leave(self);
    return text;
}

/* --- views as sets
 * -------------------------------------------------------------- */

static bool is_set_view(Value v)
{
    return type_of(v) == &dict_keys_type || type_of(v) == &dict_items_type;
}

static int contained_item(Value item, void *container)
{
    int r = op_contains((Value)container, item);

    return r < 0 ? -1 : r == 0 ? 2 : 0;
}

/* Is every item of a in b?  1, 0, -1 error. */
static int all_contained(Value a, Value b)
{
    int r = op_iterate(a, contained_item, b);

    return r < 0 ? -1 : r == 0;
}

static int view_compare_bool(Value a, Value b, CompareOp op)
{
    Py_ssize na = op_length(a), nb;
    int r;

    if (na < 0 || (nb = op_length(b)) < 0)
        return -1;
    switch (op) {
    case CMP_lt:
        return na < nb ? all_contained(a, b) : 0;
    case CMP_le:
        return na <= nb ? all_contained(a, b) : 0;
    case CMP_gt:
        return na > nb ? all_contained(b, a) : 0;
    case CMP_ge:
        return na >= nb ? all_contained(b, a) : 0;
    default:
        r = na == nb ? all_contained(a, b) : 0;
        return r < 0 ? r : op == CMP_eq ? r : !r;
    }
}

static Value view_rich_compare(Value a, Value b, CompareOp op)
{
    int r;

    if (!has_type_flag(b, TYPE_SET) && !is_set_view(b))
        return NOT_IMPLEMENTED;
    r = view_compare_bool(a, b, op);
    return r < 0 ? NULL : value_from_bool(r);
}

/* set(a), changed by `method` with b. */
static Value view_combine(Value a, Value b, const char *method)
{
    Value s = (Value)set_from(a);

    if (!s || !op_call_method(s, str_intern(method), &b, 1))
        return NULL;
    return s;
}

static Value view_sub(Value a, Value b)
{
    return view_combine(a, b, "difference_update");
}

static Value view_and(Value a, Value b)
{
    return view_combine(a, b, "intersection_update");
}

static Value view_or(Value a, Value b)
{
    return view_combine(a, b, "update");
}

static Value view_xor(Value a, Value b)
{
    return view_combine(a, b, "symmetric_difference_update");
}

#define SET_VIEW(kind)                                                         \
    PyType dict_##kind##_type = {                                              \
        .head.type = &type_type,                                               \
        .name = "dict_" #kind,                                                 \
        .base = &object_type,                                                  \
        .flags = TYPE_NO_WEAKREF,                                              \
        .basic_size = sizeof(PyDictView),                                      \
        .repr = view_repr,                                                     \
        .rich_compare = view_rich_compare,                                     \
        .iter = kind##_iter,                                                   \
        .binary = {[BIN_sub] = view_sub,                                       \
                   [BIN_and] = view_and,                                       \
                   [BIN_xor] = view_xor,                                       \
                   [BIN_or] = view_or},                                        \
        .length = view_length,                                                 \
        .contains = kind##_contains,                                           \
    };

SET_VIEW(keys)
SET_VIEW(items)

PyType dict_values_type = {
    .head.type = &type_type,
    .name = "dict_values",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyDictView),
    .repr = view_repr,
    .iter = values_iter,
    .length = view_length,
};
