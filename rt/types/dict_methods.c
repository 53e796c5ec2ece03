/* dict: the type object, its methods, comparison and repr. */
#include "dict.h"
#include "dict_views.h"
#include "names.h"
#include "set.h"
#include "str.h"
#include "thread.h"
#include "type.h"

#include "methods_declare.h"
#include "dict.def"
#include "methods_end.h"

/* --- making --------------------------------------------------------------- */

/* What dict(), update() and the like do with their arguments. */
static int update_from_call(PyDict *d, const char *fname, const Value *args,
                            Py_ssize nargs, PyTuple *kwnames)
{
    int r = 0;

    if (nargs > 1) {
        err_format(&exc_TypeError, "%s expected at most 1 arguments, got %lld",
                   fname, (long long)nargs);
        return -1;
    }
    if (nargs == 1) {
        bool mapping = has_type_flag(args[0], TYPE_DICT);

        if (!mapping) {
            mapping = op_getattr_or_null(args[0], NAME(keys)) != NULL;
            if (err_pending())
                return -1;
        }
        r = mapping ? dict_merge(d, args[0], true)
                    : dict_merge_pairs(d, args[0]);
    }
    if (r == 0 && kwnames && tuple_length(kwnames) > 0) {
        PyDict *kw = keywords_dict(args + nargs, kwnames);

        r = kw ? dict_merge(d, (Value)kw, true) : -1;
    }
    return r;
}

static Value dict_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return (Value)dict_new_of(type);
}

static int dict_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    return update_from_call((PyDict *)self, "dict", args, nargs, kwnames);
}

static Value dict_update_method(Value self, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames)
{
    if (update_from_call((PyDict *)self, "update", args, nargs, kwnames) < 0)
        return NULL;
    return NONE;
}

/* fromkeys() on an exact, empty dict from a dict or a set: as many entries
 * as CPython makes room for, then all keys. */
static int fromkeys_presized(PyDict *d, Value seq, Value value)
{
    PyDict *dict = is_exact_dict(seq) ? dict_still((PyDict *)seq) : NULL;
    bool is_set = type_of(seq) == &set_type || type_of(seq) == &frozenset_type;
    PySet *set = is_set ? set_still((PySet *)seq) : NULL;
    Value key, old;
    Py_ssize pos = 0;
    int64_t hash;

    if (!dict && !set)
        return err_pending() ? -1 : 0;
    if (dict_resize(d, (dict ? dict_used(dict) : set_used(set)) / 2 * 3) < 0)
        return -1;
    while (dict ? dict_next_hash(dict, &pos, &key, &old, &hash)
                : set_next(set, &pos, &key, &hash))
        if (dict_set_hash(d, key, hash, value) < 0)
            return -1;
    return 1;
}

typedef struct FromKeys {
    Value dict, value;
} FromKeys;

static int fromkeys_item(Value key, void *p)
{
    FromKeys *arg = p;

    if (is_exact_dict(arg->dict))
        return dict_set((PyDict *)arg->dict, key, arg->value);
    return op_setitem(arg->dict, key, arg->value);
}

static Value dict_fromkeys_method(Value cls, const Value *args, Py_ssize nargs)
{
    FromKeys arg = {op_call(cls, NULL, 0, NULL), nargs > 1 ? args[1] : NONE};
    int r = 0;

    if (!arg.dict)
        return NULL;
    if (is_exact_dict(arg.dict) && dict_used((PyDict *)arg.dict) == 0)
        r = fromkeys_presized((PyDict *)arg.dict, args[0], arg.value);
    if (r == 0)
        r = op_iterate(args[0], fromkeys_item, &arg);
    return r < 0 ? NULL : arg.dict;
}

static Value dict_copy_method(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)dict_copy((PyDict *)self);
}

/* --- items -----------------------------------------------------------------
 */

/* CPython gets here through the slot of a subclass, which is one more call. */
static Value call_missing(Value missing, Value key)
{
    Value v;

    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    v = op_call(missing, &key, 1, NULL);
    recursion_leave();
    return v;
}

Value dict_subscript(Value self, Value key)
{
    Value v;
    int r = dict_find((PyDict *)self, key, &v);

    if (r > 0)
        return v;
    if (r < 0)
        return NULL;
    if (as_object(self)->type != &dict_type) {
        Value missing = op_special_or_null(self, NAME(dunder_missing));

        if (missing)
            return call_missing(missing, key);
        if (err_pending())
            return NULL;
    }
    return err_key(key);
}

static int dict_assign(Value self, Value key, Value value_or_null)
{
    if (!value_or_null)
        return dict_delete((PyDict *)self, key);
    return dict_set((PyDict *)self, key, value_or_null);
}

static int dict_has(Value self, Value key)
{
    return dict_contains((PyDict *)self, key);
}

static Py_ssize dict_len(Value self)
{
    return dict_used((PyDict *)self);
}

static Value dict_contains_method(Value self, const Value *args, Py_ssize nargs)
{
    int r = dict_contains((PyDict *)self, args[0]);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value dict_getitem_method(Value self, const Value *args, Py_ssize nargs)
{
    return dict_subscript(self, args[0]);
}

static Value dict_sizeof_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t mask = dict_store((PyDict *)self)->mask;
    int64_t size = 280;

    if (mask > 7)
        size += (mask + 1) * (int64_t)sizeof(DictEntry);
    return value_from_int(size - 32);
}

static Value dict_get_method(Value self, const Value *args, Py_ssize nargs)
{
    Value v;
    int r = dict_find((PyDict *)self, args[0], &v);

    if (r > 0)
        return v;
    return r < 0 ? NULL : nargs > 1 ? args[1] : NONE;
}

static Value dict_setdefault_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    return dict_setdefault((PyDict *)self, args[0], nargs > 1 ? args[1] : NONE);
}

static Value dict_pop_method(Value self, const Value *args, Py_ssize nargs)
{
    PyDict *d = (PyDict *)self;
    Value v;
    int r;

    if (dict_used(d) == 0) /* not even the hash is asked for */
        return nargs > 1 ? args[1] : err_key(args[0]);
    r = dict_take(d, args[0], &v);
    if (r > 0)
        return v;
    if (r < 0)
        return NULL;
    return nargs > 1 ? args[1] : err_key(args[0]);
}

static Value dict_popitem_method(Value self, const Value *args, Py_ssize nargs)
{
    return dict_popitem((PyDict *)self);
}

static Value dict_keys_method(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)dict_keys((PyDict *)self);
}

static Value dict_values_method(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)dict_values((PyDict *)self);
}

static Value dict_items_method(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)dict_items((PyDict *)self);
}

static Value dict_clear_method(Value self, const Value *args, Py_ssize nargs)
{
    dict_clear((PyDict *)self);
    return NONE;
}

static Value dict_iterkeys_method(Value self, const Value *args, Py_ssize nargs)
{
    return dict_iter_new(&dict_keyiterator_type, (PyDict *)self);
}

static Value dict_itervalues_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    return dict_iter_new(&dict_valueiterator_type, (PyDict *)self);
}

static Value dict_iteritems_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    return dict_iter_new(&dict_itemiterator_type, (PyDict *)self);
}

static Value dict_viewkeys_method(Value self, const Value *args, Py_ssize nargs)
{
    return dict_view_new(&dict_keys_type, (PyDict *)self);
}

static Value dict_viewvalues_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    return dict_view_new(&dict_values_type, (PyDict *)self);
}

static Value dict_viewitems_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    return dict_view_new(&dict_items_type, (PyDict *)self);
}

static Value dict_iter(Value self)
{
    return dict_iter_new(&dict_keyiterator_type, (PyDict *)self);
}

/* --- repr -------------------------------------------------------------------
 */

static int repr_item(StrBuilder *b, Value key, Value value, bool first)
{
    PyStr *k = (PyStr *)op_repr(key), *v;

    if (!k || (!first && sb_add(b, ", ", 2) < 0) ||
        sb_add(b, k->data, k->length) < 0 || sb_add(b, ": ", 2) < 0)
        return -1;
    v = (PyStr *)op_repr(value);
    return v ? sb_add(b, v->data, v->length) : -1;
}

static Value repr_items(PyDict *d)
{
    StrBuilder b = {0};
    Py_ssize pos = 0;
    Value key, value;

    d = dict_still(d);
    if (!d || sb_putc(&b, '{') < 0)
        return NULL;
    for (bool first = true; dict_next(d, &pos, &key, &value); first = false)
        if (repr_item(&b, key, value, first) < 0)
            return NULL;
    return sb_putc(&b, '}') < 0 ? NULL : (Value)sb_finish(&b);
}

static Value dict_repr(Value self)
{
    int r = repr_enter(self);
    Value s;

    if (r != 0)
        return r < 0 ? NULL : (Value)str_from_c("{...}");
    s = dict_used((PyDict *)self) ? repr_items((PyDict *)self)
                                  : (Value)str_from_c("{}");
    repr_leave(self);
    return s;
}

/* --- comparison
 * --------------------------------------------------------------- */

/* 1 equal, 0 not, -1 error */
static int dict_equal(PyDict *a, PyDict *b)
{
    int plain = rt_threaded ? dict_equal_plain(a, b) : -3;
    Py_ssize pos = 0;
    Value key, value, other;
    int64_t hash;

    if (plain != -3)
        return plain;
    if (dict_used(a) != dict_used(b))
        return 0;
    while (dict_next_hash(a, &pos, &key, &value, &hash)) {
        int r = dict_find_hash(b, key, hash, &other);

        if (r > 0)
            r = op_compare_bool(CMP_eq, value, other);
        if (r <= 0)
            return r;
    }
    return 1;
}

static Value dict_rich_compare(Value a, Value b, CompareOp op)
{
    int r;

    if ((op != CMP_eq && op != CMP_ne) || !has_type_flag(a, TYPE_DICT) ||
        !has_type_flag(b, TYPE_DICT))
        return NOT_IMPLEMENTED;
    r = dict_equal((PyDict *)a, (PyDict *)b);
    return r < 0 ? NULL : value_from_bool(r == (op == CMP_eq));
}

/* The smallest key of a whose value differs in b or that b lacks, and its
 * value; NULL: none, or error. */
static Value smallest_difference(PyDict *a, PyDict *b, Value *a_value)
{
    Value smallest = NULL, key, value, other;
    Py_ssize pos = 0;

    *a_value = NULL;
    while (dict_next(a, &pos, &key, &value)) {
        int r;

        if (smallest) {
            r = op_compare_bool(CMP_lt, smallest, key);
            if (r < 0)
                return NULL;
            if (r > 0 || !dict_get_or_null(a, key)) {
                if (err_pending())
                    return NULL;
                continue;
            }
        }
        r = dict_find(b, key, &other);
        if (r > 0)
            r = op_compare_bool(CMP_eq, value, other);
        if (r < 0)
            return NULL;
        if (r == 0) {
            smallest = key;
            *a_value = value;
        }
    }
    return smallest;
}

static int dict_compare(Value av, Value bv)
{
    PyDict *a = (PyDict *)av, *b = (PyDict *)bv;
    Value a_key, a_value, b_key, b_value;
    int r = 0;

    if (dict_used(a) != dict_used(b))
        return dict_used(a) < dict_used(b) ? -1 : 1;
    a_key = smallest_difference(a, b, &a_value);
    if (!a_key)
        return err_pending() ? -2 : 0;
    b_key = smallest_difference(b, a, &b_value);
    if (!b_key && err_pending())
        return -2;
    if (b_key && op_cmp(a_key, b_key, &r) < 0)
        return -2;
    if (r == 0 && b_value && op_cmp(a_value, b_value, &r) < 0)
        return -2;
    return r;
}

static const NativeDef dict_method_table[] = {
#include "methods_table.h"
#include "dict.def"
#include "methods_end.h"
    {0}};

PyType dict_type = {
    .head.type = &type_type,
    .name = "dict",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_DICT | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyDict),
    .doc = "dict() -> new empty dictionary\n"
           "dict(mapping, **kwargs) -> new dictionary\n"
           "dict(pairs, **kwargs) -> new dictionary\n\n"
           "Keys and values of a mapping, or of an iterable of pairs; the "
           "names of keyword\n"
           "arguments are keys too.",
    .methods = dict_method_table,
    .repr = dict_repr,
    .compare = dict_compare,
    .rich_compare = dict_rich_compare,
    .iter = dict_iter,
    .new_instance = dict_make,
    .init = dict_init,
    .length = dict_len,
    .getitem = dict_subscript,
    .setitem = dict_assign,
    .contains = dict_has,
};
