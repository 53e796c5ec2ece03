/* Names of interpreted code: globals are a dict that anybody may have made,
 * with builtins of its own in __builtins__; a body's locals may be any
 * mapping.
 *
 * A use of a global remembers where the name was found: an immutable record,
 * published whole.  The entry's key tells whether it still holds, and for a
 * builtin the count of the globals' changes that the name is still missing
 * there. */
#include "eval/eval.h"

#include "dict.h"
#include "names.h"
#include "word.h"

typedef struct GlobalRecord {
    const DictStore *store; /* of the globals */
    uint64_t changes;
    const DictStore *builtins; /* where it was found; NULL: in the globals */
    int64_t entry;
} GlobalRecord;

/* The entry of exactly this key object, or -1. */
static int64_t find_entry(const DictStore *s, PyStr *name)
{
    size_t mask = (size_t)s->mask, perturb, i;
    int64_t hash = hash_of((Value)name);

    i = (size_t)hash & mask;
    for (perturb = (size_t)hash;; perturb >>= 5) {
        Value k = word_load((Value *)&s->entries[i & mask].key);

        if (!k)
            return -1;
        if (k == (Value)name)
            return (int64_t)(i & mask);
        i = (i << 2) + i + perturb + 1;
    }
}

static Value entry_value(const DictStore *s, int64_t i, PyStr *name)
{
    const DictEntry *e = &s->entries[i];
    uint64_t version =
        atomic_load_explicit(&((DictStore *)s)->version, memory_order_acquire);
    Value v;

    if (word_load((Value *)&e->key) != (Value)name)
        return NULL;
    v = dict_word_value(word_load((Value *)&e->value));
    return atomic_load_explicit(&((DictStore *)s)->version,
                                memory_order_acquire) == version
               ? v
               : NULL;
}

static uint64_t changes_of(const DictStore *s)
{
    return __atomic_load_n(&s->changes, __ATOMIC_ACQUIRE);
}

static Value cached(PyDict *globals, PyStr *name, Value *cache)
{
    const GlobalRecord *r =
        (const GlobalRecord *)__atomic_load_n(cache, __ATOMIC_ACQUIRE);

    if (!r || r->store != dict_store(globals))
        return NULL;
    if (!r->builtins)
        return entry_value(r->store, r->entry, name);
    if (r->changes != changes_of(r->store) ||
        r->builtins != dict_store(builtins_dict))
        return NULL;
    return entry_value(r->builtins, r->entry, name);
}

static void remember(PyDict *globals, bool builtin, uint64_t changes,
                     PyStr *name, Value *cache)
{
    const DictStore *s = dict_store(builtin ? builtins_dict : globals);
    int64_t entry = find_entry(s, name);
    GlobalRecord *r;

    if (entry < 0 || dict_length(globals) == 0)
        return;
    r = (GlobalRecord *)gc_array(sizeof *r / sizeof(Value));
    r->store = dict_store(globals);
    r->changes = changes;
    r->builtins = builtin ? s : NULL;
    r->entry = entry;
    __atomic_store_n(cache, (Value)r, __ATOMIC_RELEASE);
}

/* The dict that globals' __builtins__ stands for; NULL: none. */
static PyDict *builtins_of(PyDict *globals)
{
    Value v = dict_get_str_or_null(globals, NAME(dunder_builtins));

    if (v && type_is_subtype(type_of(v), &module_type))
        return ((PyModule *)v)->dict;
    return v && has_type_flag(v, TYPE_DICT) ? (PyDict *)v : NULL;
}

/* NULL, nothing raised: no such name. */
static Value find_global(PyDict *globals, PyStr *name, Value *cache)
{
    uint64_t changes = changes_of(dict_store(globals));
    Value v = dict_get_str_or_null(globals, name);
    PyDict *builtins;

    if (v) {
        remember(globals, false, changes, name, cache);
        return v;
    }
    builtins = builtins_of(globals);
    v = builtins ? dict_get_str_or_null(builtins, name) : NULL;
    if (v && builtins == builtins_dict)
        remember(globals, true, changes, name, cache);
    return v;
}

static void *not_defined(PyStr *name, bool top_level)
{
    return err_format(&exc_NameError,
                      top_level ? "name '%.200s' is not defined"
                                : "global name '%.200s' is not defined",
                      str_data(name));
}

Value eval_load_global(PyDict *globals, PyStr *name, Value *cache,
                       bool top_level)
{
    Value v = cached(globals, name, cache);

    if (!v)
        v = find_global(globals, name, cache);
    return v ? v : not_defined(name, top_level);
}

int eval_delete_global(PyDict *globals, PyStr *name, bool top_level)
{
    if (dict_get_str_or_null(globals, name))
        return dict_delete(globals, (Value)name);
    not_defined(name, top_level);
    return -1;
}

/* NULL, nothing raised: not there. */
static Value from_mapping(Value locals, PyStr *name)
{
    Value v;

    if (is_exact_dict(locals))
        return dict_get_str_or_null((PyDict *)locals, name);
    v = op_getitem(locals, (Value)name);
    if (!v && err_matches(&exc_KeyError))
        err_clear();
    return v;
}

Value eval_load_name(Value locals, PyDict *globals, PyStr *name, Value *cache)
{
    Value v;

    if (locals != (Value)globals) {
        v = from_mapping(locals, name);
        if (v || err_pending())
            return v;
    }
    return eval_load_global(globals, name, cache, true);
}

int eval_store_name(Value locals, PyStr *name, Value v)
{
    return is_exact_dict(locals) ? dict_set_str((PyDict *)locals, name, v)
                                 : op_setitem(locals, (Value)name, v);
}

int eval_delete_name(Value locals, PyStr *name)
{
    if (op_setitem(locals, (Value)name, NULL) == 0)
        return 0;
    err_clear();
    not_defined(name, true);
    return -1;
}

int eval_import_star(Value module, Value locals)
{
    PyDict *names;
    Value key, value;
    Py_ssize at = 0;

    if (is_exact_dict(locals))
        return import_star(module, (PyDict *)locals);
    names = dict_new();
    if (import_star(module, names) < 0)
        return -1;
    while (dict_next(names, &at, &key, &value))
        if (op_setitem(locals, key, value) < 0)
            return -1;
    return 0;
}
