/* module: a name and a dict.  The dict of a compiled module is a view of its
 * global slots (see core/instance.h). */
#include "module.h"
#include "dict.h"
#include "instance.h"
#include "names.h"

PyModule *module_new(const char *name, const char *doc)
{
    PyModule *m = gc_new(&module_type, sizeof *m);

    m->dict = dict_new();
    if (!m->dict || module_add(m, "__name__", (Value)str_intern(name)) < 0 ||
        module_add(m, "__doc__", doc ? (Value)str_from_c(doc) : NONE) < 0 ||
        module_add(m, "__package__", NONE) < 0)
        return NULL;
    return m;
}

int module_add(PyModule *m, const char *name, Value v)
{
    return v ? dict_set_str(m->dict, str_intern(name), v) : -1;
}

static Value module_make(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return instance_new(type);
}

static int module_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"name", "doc"};
    PyModule *m = (PyModule *)self;
    Value a[2];

    if (args_parse("module.__init__", args, nargs, kwnames, names, 1, 2, a) < 0)
        return -1;
    if (!has_type_flag(a[0], TYPE_STR)) {
        err_format(&exc_TypeError,
                   "module.__init__() argument 1 must be string, not %s",
                   type_name_of(a[0]));
        return -1;
    }
    if (!m->dict)
        m->dict = dict_new();
    if (!m->dict || dict_set_str(m->dict, NAME(dunder_name), a[0]) < 0)
        return -1;
    return dict_set_str(m->dict, NAME(dunder_doc), a[1] ? a[1] : NONE);
}

static const char *text_or(PyModule *m, PyStr *name, const char *fallback)
{
    Value v = m->dict ? dict_get_str_or_null(m->dict, name) : NULL;

    return v && has_type_flag(v, TYPE_STR) ? str_data((PyStr *)v) : fallback;
}

static Value module_repr(Value self)
{
    PyModule *m = (PyModule *)self;
    const char *name = text_or(m, NAME(dunder_name), "?");
    const char *file = text_or(m, NAME(dunder_file), NULL);

    if (!file)
        return (Value)str_format_c("<module '%s' (built-in)>", name);
    return (Value)str_format_c("<module '%s' from '%s'>", name, file);
}

static Value get_dict(Value self)
{
    PyDict *d = ((PyModule *)self)->dict;

    return d ? (Value)d : NONE;
}

static const GetSetDef module_getsets[] = {
    {"__dict__", get_dict, NULL, NULL, true}, {0}};

PyType module_type = {.head.type = &type_type,
                      .name = "module",
                      .doc = "module(name[, doc])\n\nA new module object.",
                      .base = &object_type,
                      .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
                      .basic_size = sizeof(PyModule),
                      .dict_offset = offsetof(PyModule, dict),
                      .getsets = module_getsets,
                      .repr = module_repr,
                      .init = module_init,
                      .new_instance = module_make};
