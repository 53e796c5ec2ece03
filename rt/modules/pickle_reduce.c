/* Module cPickle: writing what has no opcode of its own: instances by their
 * state, classes and functions by name, all else as __reduce_ex__ says. */
#include "iterators.h"
#include "module.h"
#include "names.h"
#include "pickle.h"
#include "type.h"
#include "unicode.h"

/* The exception cls, its text made by Python's % operator. */
static int fail(PyType *cls, const char *format, PyTuple *args)
{
    Value text = op_binary(BIN_mod, (Value)str_from_c(format), (Value)args);

    if (text)
        err_set(cls, text);
    return -1;
}

/* --- by name
 * ------------------------------------------------------------------ */

/* The first module that has v under this name; __main__ if none does. */
static Value search_modules(Value v, PyStr *name)
{
    PyDict *modules = sys_modules;
    Py_ssize pos = 0;
    Value key, module;

    while (dict_next(modules, &pos, &key, &module)) {
        Value found;

        if (is_str(key) && str_same((PyStr *)key, NAME(dunder_main)))
            continue;
        found = op_getattr_or_null(module, name);
        if (found == v)
            return key;
        if (!found)
            err_clear();
    }
    return (Value)NAME(dunder_main);
}

static Value module_of(Value v, Value name)
{
    Value module = op_getattr_or_null(v, NAME(dunder_module));

    if (module || err_pending())
        return module;
    return is_str(name) ? search_modules(v, (PyStr *)name)
                        : (Value)NAME(dunder_main);
}

/* Module and name must be texts; false: TypeError. */
static bool text_of(Value v, Span *out)
{
    PyStr *s;

    if (is_str(v)) {
        *out = str_span(v);
        return true;
    }
    if (!is_unicode(v)) {
        err_format(&exc_TypeError,
                   "expected string or Unicode object, %.200s found",
                   type_name_of(v));
        return false;
    }
    s = unicode_as_str((PyUnicode *)v);
    if (s)
        *out = str_span((Value)s);
    return s != NULL;
}

static Value import_by_name(Span name)
{
    PyStr *s = str_from(name.data, name.length);
    Value m = s && memchr(name.data, 0, (size_t)name.length) == NULL
                  ? import_module(s, NULL, (Value)tuple_pack(1, str_empty()), 0)
                  : NULL;

    if (!m && !err_pending())
        err_format(&exc_ImportError, "No module named %.200s", name.data);
    return m;
}

/* v is what its name stands for; -1: PicklingError. */
static int check_global(Value v, Value module, Value name)
{
    Span module_text, name_text;
    Value m, found;

    if (!text_of(module, &module_text) || !text_of(name, &name_text))
        return -1;
    m = import_by_name(module_text);
    if (!m) {
        err_clear();
        return fail(pickling_error,
                    "Can't pickle %s: import of module %s failed",
                    tuple_pack(2, v, module));
    }
    found = op_getattr_or_null(m, str_from(name_text.data, name_text.length));
    if (!found) {
        err_clear();
        return fail(pickling_error,
                    "Can't pickle %s: attribute lookup %s.%s failed",
                    tuple_pack(3, v, module, name));
    }
    if (found == v ||
        (is_type(found) && is_type(v) &&
         type_visible((PyType *)found) == type_visible((PyType *)v)))
        return 0;
    return fail(pickling_error,
                "Can't pickle %s: it's not the same object as %s.%s",
                tuple_pack(3, v, module, name));
}

/* 1: written as a number that copy_reg has for it. */
static int save_extension(Dump *d, Value v, Value module, Value name)
{
    Value key = (Value)tuple_pack(2, module, name), code;
    int64_t n;

    if (d->protocol < 2)
        return 0;
    code = dict_get_or_null((PyDict *)copy_reg_extensions, key);
    if (!code)
        return err_pending() ? -1 : 0;
    if (!has_type_flag(code, TYPE_INT))
        return fail(pickling_error,
                    "Can't pickle %s: extension code %s isn't an integer",
                    tuple_pack(2, v, code));
    n = int_value(code);
    if (n <= 0 || n > INT32_MAX) /* add_extension() takes no others */
        return fail(pickling_error,
                    "Can't pickle %s: extension code %s is out of range",
                    tuple_pack(2, v, code));
    if (n <= 0xff)
        return pickle_code_number(d, PK_EXT1, (uint64_t)n, 1) < 0 ? -1 : 1;
    return pickle_code_number(d, n <= 0xffff ? PK_EXT2 : PK_EXT4, (uint64_t)n,
                              n <= 0xffff ? 2 : 4) < 0
               ? -1
               : 1;
}

static int add_line(Dump *d, Value v)
{
    Span text;

    if (!text_of(v, &text) || sb_add(&d->out, text.data, text.length) < 0)
        return -1;
    return sb_putc(&d->out, '\n');
}

int pickle_save_global(Dump *d, Value v, Value name)
{
    int64_t number;
    Value module;
    int status;

    if (pickle_known(d, v, &number))
        return pickle_get(d, number);
    if (!name)
        name = op_getattr(v, NAME(dunder_name));
    module = name ? module_of(v, name) : NULL;
    if (!module || check_global(v, module, name) < 0)
        return -1;
    status = save_extension(d, v, module, name);
    if (status)
        return status < 0 ? -1 : 0;
    if (pickle_code(d, PK_GLOBAL) < 0 || add_line(d, module) < 0 ||
        add_line(d, name) < 0)
        return -1;
    return pickle_put(d, v);
}

/* --- old-style instances
 * -------------------------------------------------------- */

static int save_init_args(Dump *d, Value v)
{
    Value get = op_getattr_or_null(v, pickle_name_getinitargs), args;
    Py_ssize n;

    if (!get)
        return err_pending() ? -1 : 0;
    args = op_call(get, NULL, 0, NULL);
    n = args ? op_length(args) : -1;
    if (n < 0)
        return -1;
    for (Py_ssize i = 0; i < n; i++) {
        Value item = op_getitem(args, tag_int(i));

        if (!item || pickle_save(d, item) < 0)
            return -1;
    }
    return 0;
}

/* Protocol 0 names the class behind the arguments. */
static int save_instance_class(Dump *d, Value cls)
{
    Value name = op_getattr(cls, NAME(dunder_name));
    Value module = name ? module_of(cls, name) : NULL;

    if (!module || pickle_code(d, PK_INST) < 0 || add_line(d, module) < 0)
        return -1;
    return add_line(d, name);
}

/* NULL without an exception: it has none. */
static Value instance_state(Value v)
{
    Value get = op_getattr_or_null(v, NAME(dunder_getstate));

    if (get)
        return op_call(get, NULL, 0, NULL);
    return err_pending() ? NULL : op_getattr_or_null(v, NAME(dunder_dict));
}

static int save_instance_parts(Dump *d, Value v)
{
    Value cls = op_getattr(v, NAME(dunder_class)), state;

    if (!cls || pickle_code(d, PK_MARK) < 0 ||
        (d->binary && pickle_save(d, cls) < 0) || save_init_args(d, v) < 0)
        return -1;
    if ((d->binary ? pickle_code(d, PK_OBJ) : save_instance_class(d, cls)) < 0)
        return -1;
    state = instance_state(v);
    if (!state && err_pending())
        return -1;
    if (pickle_put(d, v) < 0 || !state)
        return state ? -1 : 0;
    return pickle_save(d, state) < 0 ? -1 : pickle_code(d, PK_BUILD);
}

int pickle_save_instance(Dump *d, Value v)
{
    int status = pickle_fast_enter(d, v);

    if (status == 0) {
        status = save_instance_parts(d, v);
        pickle_fast_leave(d, v);
    }
    return status;
}

/* --- what reduce functions return
 * ------------------------------------------------- */

/* Items from an iterator, one to an opcode. */
static int single_appends(Dump *d, Value iterator)
{
    for (;;) {
        Value v = op_next(iterator);

        if (!v)
            return err_pending() ? -1 : 0;
        if (pickle_save(d, v) < 0 || pickle_code(d, PK_APPEND) < 0)
            return -1;
    }
}

/* A mark, the item and those that follow it, up to a full batch: how many, or
 * -1. */
static int64_t save_batch(Dump *d, Value first, Value next, Value iterator,
                          int (*save)(Dump *d, Value item))
{
    int64_t n = 1;

    if (pickle_code(d, PK_MARK) < 0 || save(d, first) < 0)
        return -1;
    while (next) {
        if (save(d, next) < 0)
            return -1;
        if (++n == PICKLE_BATCH)
            return n;
        next = op_next(iterator);
    }
    return err_pending() ? -1 : n;
}

static int batches(Dump *d, Value iterator, int (*save)(Dump *d, Value item),
                   int one, int many)
{
    int64_t n = PICKLE_BATCH;

    while (n == PICKLE_BATCH) {
        Value first = op_next(iterator), next;

        if (!first)
            return err_pending() ? -1 : 0;
        next = op_next(iterator);
        if (!next && err_pending())
            return -1;
        if (!next)
            return save(d, first) < 0 ? -1 : pickle_code(d, one);
        n = save_batch(d, first, next, iterator, save);
        if (n < 0 || pickle_code(d, many) < 0)
            return -1;
    }
    return 0;
}

int pickle_batch_appends(Dump *d, Value iterator)
{
    return d->binary ? batches(d, iterator, pickle_save, PK_APPEND, PK_APPENDS)
                     : single_appends(d, iterator);
}

static int save_pair_item(Dump *d, Value item)
{
    PyTuple *pair = (PyTuple *)item;

    if (!has_type_flag(item, TYPE_TUPLE) || pair->length != 2) {
        err_format(&exc_TypeError, "dict items iterator must return 2-tuples");
        return -1;
    }
    return pickle_save(d, pair->items[0]) < 0 ? -1
                                              : pickle_save(d, pair->items[1]);
}

static int single_setitems(Dump *d, Value iterator)
{
    for (;;) {
        Value v = op_next(iterator);

        if (!v)
            return err_pending() ? -1 : 0;
        if (save_pair_item(d, v) < 0 || pickle_code(d, PK_SETITEM) < 0)
            return -1;
    }
}

int pickle_batch_setitems(Dump *d, Value iterator)
{
    return d->binary
               ? batches(d, iterator, save_pair_item, PK_SETITEM, PK_SETITEMS)
               : single_setitems(d, iterator);
}

/* A part of the tuple; NULL: left out or None. */
static Value part(const PyTuple *t, int64_t i)
{
    return i < t->length && t->items[i] != NONE ? t->items[i] : NULL;
}

/* 1: func is copy_reg.__newobj__, which has an opcode. */
static int calls_newobj(const Dump *d, Value func)
{
    Value name;

    if (d->protocol < 2)
        return 0;
    name = op_getattr_or_null(func, NAME(dunder_name));
    if (!name)
        return err_pending() ? -1 : 0;
    return is_str(name) && str_same((PyStr *)name, pickle_name_newobj);
}

/* cls.__new__(cls, *args) */
static int save_newobj(Dump *d, PyTuple *args, Value v)
{
    Value cls, own;

    if (args->length < 1)
        return fail(pickling_error, "__newobj__ arglist is empty",
                    tuple_new(0));
    cls = args->items[0];
    if (!op_getattr_or_null(cls, NAME(dunder_new))) {
        err_clear();
        return fail(pickling_error,
                    "args[0] from __newobj__ args has no __new__",
                    tuple_new(0));
    }
    own = op_getattr(v, NAME(dunder_class));
    if (!own)
        return -1;
    if (own != cls)
        return fail(pickling_error,
                    "args[0] from __newobj__ args has the wrong class",
                    tuple_new(0));
    if (pickle_save(d, cls) < 0 ||
        pickle_save_fresh(d, (Value)tuple_slice(args, 1, args->length)) < 0)
        return -1;
    return pickle_code(d, PK_NEWOBJ);
}

static int save_callable(Dump *d, const PyTuple *t, Value v)
{
    int newobj = calls_newobj(d, t->items[0]);

    if (newobj)
        return newobj < 0 ? -1 : save_newobj(d, (PyTuple *)t->items[1], v);
    if (pickle_save(d, t->items[0]) < 0 ||
        pickle_save_fresh(d, t->items[1]) < 0)
        return -1;
    return pickle_code(d, PK_REDUCE);
}

static int check_iterator(Value v, const char *which, Value reduce)
{
    PyStr *format;

    if (!v || type_of(v)->next)
        return 0;
    format = str_format_c("%s element of tuple returned by %%s must be an "
                          "iterator, not %%s",
                          which);
    return fail(pickling_error, format->data,
                tuple_pack(2, reduce, str_from_c(type_name_of(v))));
}

static int save_parts(Dump *d, const PyTuple *t, Value v, Value reduce)
{
    Value lists = part(t, 3), dicts = part(t, 4), state = part(t, 2);
    int64_t number;

    if (!has_type_flag(t->items[1], TYPE_TUPLE))
        return fail(pickling_error,
                    "Second element of tuple returned by %s must be a tuple",
                    tuple_pack(1, reduce));
    if (check_iterator(lists, "Fourth", reduce) < 0 ||
        check_iterator(dicts, "Fifth", reduce) < 0 ||
        save_callable(d, t, v) < 0)
        return -1;
    /* The arguments may have led back to v and written it. */
    if (pickle_known(d, v, &number)) {
        if (pickle_code(d, PK_POP) < 0 || pickle_get(d, number) < 0)
            return -1;
    } else if (pickle_put(d, v) < 0) {
        return -1;
    }
    if ((lists && pickle_batch_appends(d, lists) < 0) ||
        (dicts && pickle_batch_setitems(d, dicts) < 0))
        return -1;
    if (!state)
        return 0;
    return pickle_save(d, state) < 0 ? -1 : pickle_code(d, PK_BUILD);
}

static int save_reduce_result(Dump *d, Value v, Value result, Value reduce)
{
    PyTuple *t = (PyTuple *)result;

    if (is_str(result))
        return pickle_save_global(d, v, result);
    if (!has_type_flag(result, TYPE_TUPLE))
        return fail(pickling_error,
                    "Value returned by %s must be string or tuple",
                    tuple_pack(1, reduce));
    if (t->length < 2 || t->length > 5)
        return fail(pickling_error,
                    "tuple returned by %s must contain 2 through 5 elements",
                    tuple_pack(1, reduce));
    return save_parts(d, t, v, reduce);
}

/* The function and its result; 1: v is a class and goes by its name. */
static int reduce(Dump *d, Value v, Value *function, Value *result)
{
    PyType *t = type_visible(type_of(v));
    Value protocol = tag_int(d->protocol);

    *function = dict_get_or_null((PyDict *)d->dispatch, (Value)t);
    if (*function) {
        *result = op_call(*function, &v, 1, NULL);
        return *result ? 0 : -1;
    }
    if (err_pending())
        return -1;
    if (type_is_subtype(t, &type_type))
        return 1;
    *function = op_getattr_or_null(v, NAME(dunder_reduce_ex));
    if (*function) {
        *result = op_call(*function, &protocol, 1, NULL);
        return *result ? 0 : -1;
    }
    if (err_pending())
        return -1;
    *function = op_getattr_or_null(v, NAME(dunder_reduce));
    if (!*function) {
        if (!err_pending())
            err_set(unpickleable_error, v);
        return -1;
    }
    *result = op_call(*function, NULL, 0, NULL);
    return *result ? 0 : -1;
}

int pickle_save_reduced(Dump *d, Value v)
{
    Value ask = d->pickler->inst_persistent_id;
    int status = ask ? pickle_save_persistent(d, ask, v) : 0;
    Value function, result;

    if (status)
        return status < 0 ? -1 : 0;
    status = reduce(d, v, &function, &result);
    if (status)
        return status < 0 ? -1 : pickle_save_global(d, v, NULL);
    return save_reduce_result(d, v, result, function);
}
