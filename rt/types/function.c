/* function: a code object with globals, defaults and closure. */
#include "function.h"
#include "dict.h"
#include "instance.h"
#include "module.h"
#include "names.h"

#include <stdlib.h>

static PyFunction *fn_of(Value v)
{
    return (PyFunction *)v;
}

Value function_new(PyCode *code, PyDict *globals, PyTuple *defaults,
                   Value *closure)
{
    PyFunction *f = gc_new(&function_type, sizeof *f);
    PyTuple *consts = code->consts;

    f->code = code;
    f->globals = globals;
    f->defaults = defaults;
    f->closure = closure;
    f->name = (Value)code->name;
    f->doc = consts && consts->length > 0 &&
                     has_type_flag(consts->items[0], TYPE_STR | TYPE_UNICODE)
                 ? consts->items[0]
                 : NONE;
    f->module = globals ? dict_get_str(globals, NAME(dunder_name)) : NULL;
    return (Value)f;
}

Value function_new_closed(PyCode *code, PyDict *globals, PyTuple *defaults,
                          const void *cells, int64_t n)
{
    Value *closure = n > 0 ? gc_array((size_t)n) : NULL;

    if (n > 0 && !closure)
        return NULL;
    if (n > 0)
        memcpy(closure, cells, (size_t)n * sizeof *closure);
    return function_new(code, globals, defaults, closure);
}

static Value get_closure(Value self)
{
    PyFunction *f = fn_of(self);
    int64_t n = f->code->freevars ? f->code->freevars->length : 0;
    PyTuple *t;

    if (!f->closure || n == 0)
        return NONE;
    t = tuple_new(n);
    if (t)
        memcpy(t->items, f->closure, n * sizeof(Value));
    return (Value)t;
}

static Value or_none(Value v)
{
    return v ? v : NONE;
}

static Value get_doc(Value self)
{
    return or_none(fn_of(self)->doc);
}

static int set_doc(Value self, Value v)
{
    fn_of(self)->doc = or_none(v);
    return 0;
}

static Value get_module(Value self)
{
    return or_none(fn_of(self)->module);
}

static int set_module(Value self, Value v)
{
    fn_of(self)->module = v;
    return 0;
}

static Value get_globals(Value self)
{
    return (Value)fn_of(self)->globals;
}

static Value get_name(Value self)
{
    return fn_of(self)->name;
}

static int set_name(Value self, Value v)
{
    if (!v || !has_type_flag(v, TYPE_STR)) {
        err_format(&exc_TypeError, "__name__ must be set to a string object");
        return -1;
    }
    fn_of(self)->name = v;
    return 0;
}

static Value get_code(Value self)
{
    return (Value)fn_of(self)->code;
}

static int64_t free_count(const PyCode *c)
{
    return c->freevars ? c->freevars->length : 0;
}

/* The words in which compiled code keeps functions whose code it knows: a
 * function that gets another code is taken out of them. */
typedef struct KnownWord {
    Value *word;
    struct KnownWord *next;
} KnownWord;

static Lock known_lock;
static KnownWord *known_words;

static bool remember_locked(Value *word) REQUIRES(known_lock)
{
    KnownWord *k = known_words;

    while (k && k->word != word)
        k = k->next;
    if (k)
        return true;
    k = malloc(sizeof *k);
    if (!k)
        return false;
    *k = (KnownWord){word, known_words};
    known_words = k;
    return true;
}

bool function_is_known(Value v, const void *code, Value *word)
{
    bool is;

    if (!is_pointer(v) || as_object(v)->type != &function_type ||
        (const void *)fn_of(v)->code != code)
        return false;
    lock_acquire(&known_lock);
    is = (const void *)fn_of(v)->code == code;
    if (is && remember_locked(word))
        __atomic_store_n(word, v, __ATOMIC_RELEASE);
    lock_release(&known_lock);
    return is;
}

static int set_code(Value self, Value v)
{
    PyFunction *f = fn_of(self);

    if (!v || type_of(v) != &code_type) {
        err_format(&exc_TypeError, "__code__ must be set to a code object");
        return -1;
    }
    if (free_count(f->code) != free_count((PyCode *)v)) {
        err_format(&exc_ValueError,
                   "%s() requires a code object with %ld free vars, not %ld",
                   str_data((PyStr *)f->name), free_count(f->code),
                   free_count((PyCode *)v));
        return -1;
    }
    v = (Value)code_for_globals((PyCode *)v, f->globals);
    if (!v)
        return -1;
    lock_acquire(&known_lock);
    f->code = (PyCode *)v;
    for (KnownWord *k = known_words; k; k = k->next)
        __atomic_store_n(k->word, NULL, __ATOMIC_RELEASE);
    lock_release(&known_lock);
    return 0;
}

static Value get_defaults(Value self)
{
    return or_none((Value)fn_of(self)->defaults);
}

static int set_defaults(Value self, Value v)
{
    if (v == NONE)
        v = NULL;
    if (v && !has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError,
                   "__defaults__ must be set to a tuple object");
        return -1;
    }
    fn_of(self)->defaults = (PyTuple *)v;
    return 0;
}

static Value get_dict(Value self)
{
    return (Value)instance_dict(self);
}

static int set_dict(Value self, Value v)
{
    if (!v) {
        err_format(&exc_TypeError, "function's dictionary may not be deleted");
        return -1;
    }
    if (!has_type_flag(v, TYPE_DICT)) {
        err_format(&exc_TypeError,
                   "setting function's dictionary to a non-dict");
        return -1;
    }
    return instance_set_dict(self, (PyDict *)v);
}

static const GetSetDef function_getsets[] = {
    {"func_closure", get_closure, NULL, NULL, true},
    {"__closure__", get_closure, NULL, NULL, true},
    {"func_doc", get_doc, set_doc, NULL, true},
    {"__doc__", get_doc, set_doc, NULL, true},
    {"func_globals", get_globals, NULL, NULL, true},
    {"__globals__", get_globals, NULL, NULL, true},
    {"__module__", get_module, set_module, NULL, true},
    {"func_code", get_code, set_code, NULL},
    {"__code__", get_code, set_code, NULL},
    {"func_defaults", get_defaults, set_defaults, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"func_dict", get_dict, set_dict, NULL},
    {"__dict__", get_dict, set_dict, NULL},
    {"func_name", get_name, set_name, NULL},
    {"__name__", get_name, set_name, NULL},
    {0}};

static Value function_repr(Value self)
{
    return (Value)str_format_c("<function %s at %p>",
                               str_data((PyStr *)fn_of(self)->name),
                               (void *)self);
}

static Value function_get(Value self, Value obj, PyType *type)
{
    return instance_method_new(self, obj == NONE ? NULL : obj, (Value)type);
}

/* The closure argument of FunctionType as an array of cells. */
static Value *check_closure(PyCode *code, Value closure)
{
    int64_t n = free_count(code);
    PyTuple *t = (PyTuple *)closure;
    Value *cells;

    if (!has_type_flag(closure, TYPE_TUPLE))
        return err_format(&exc_TypeError, "arg 5 (closure) must be tuple");
    if (t->length != n)
        return err_format(&exc_ValueError,
                          "%s requires closure of length %ld, not %ld",
                          str_data(code->name), n, t->length);
    cells = gc_array(n + 1);
    for (int64_t i = 0; cells && i < n; i++) {
        if (type_of(t->items[i]) != &cell_type)
            return err_format(&exc_TypeError,
                              "arg 5 (closure) expected cell, found %s",
                              type_name_of(t->items[i]));
        cells[i] = t->items[i];
    }
    return cells;
}

static bool is_given(Value v)
{
    return v && v != NONE;
}

static int check_new_args(Value *a)
{
    const char *wrong = NULL;

    if (type_of(a[0]) != &code_type)
        return err_format(&exc_TypeError,
                          "function() argument 1 must be code, not %s",
                          type_name_of(a[0])),
               -1;
    if (!has_type_flag(a[1], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "function() argument 2 must be dict, not %s",
                          type_name_of(a[1])),
               -1;
    if (is_given(a[2]) && !has_type_flag(a[2], TYPE_STR))
        wrong = "arg 3 (name) must be None or string";
    else if (is_given(a[3]) && !has_type_flag(a[3], TYPE_TUPLE))
        wrong = "arg 4 (defaults) must be None or tuple";
    else if (!is_given(a[4]) && free_count((PyCode *)a[0]) > 0)
        wrong = "arg 5 (closure) must be tuple";
    if (!wrong)
        return 0;
    err_format(&exc_TypeError, "%s", wrong);
    return -1;
}

/* types.FunctionType(code, globals[, name[, argdefs[, closure]]]) */
static Value function_make(PyType *type, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"code", "globals", "name", "argdefs",
                                        "closure"};
    Value a[5], f, *closure = NULL;

    if (args_parse("function", args, nargs, kwnames, names, 2, 5, a) < 0 ||
        check_new_args(a) < 0)
        return NULL;
    if (is_given(a[4])) {
        closure = check_closure((PyCode *)a[0], a[4]);
        if (!closure)
            return NULL;
    }
    a[0] = (Value)code_for_globals((PyCode *)a[0], (PyDict *)a[1]);
    if (!a[0])
        return NULL;
    f = function_new((PyCode *)a[0], (PyDict *)a[1],
                     is_given(a[3]) ? (PyTuple *)a[3] : NULL, closure);
    if (is_given(a[2]))
        fn_of(f)->name = a[2];
    return f;
}

PyType function_type = {.head.type = &type_type,
                        .name = "function",
                        .base = &object_type,
                        .flags = TYPE_HAS_DICT,
                        .basic_size = sizeof(PyFunction),
                        .dict_offset = offsetof(PyFunction, dict),
                        .getsets = function_getsets,
                        .repr = function_repr,
                        .call = function_call,
                        .descr_get = function_get,
                        .new_instance = function_make};
