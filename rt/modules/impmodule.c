/* imp: CPython's view of the import machinery.  Modules are those the program
 * is linked from; their files serve as names only. */
#include "dict.h"
#include "evalhooks.h"
#include "import.h"
#include "names.h"

#include "methods_declare.h"
#include "imp.def"
#include "methods_end.h"

enum {
    PY_SOURCE = 1,
    PY_COMPILED = 2,
    C_EXTENSION = 3,
    PKG_DIRECTORY = 5,
    C_BUILTIN = 6,
    PY_FROZEN = 7
};

static Value text(const char *s)
{
    return (Value)str_from_c(s);
}

static PyStr *name_argument(const char *fname, Value v)
{
    if (has_type_flag(v, TYPE_STR))
        return str_intern(str_data((PyStr *)v));
    return err_format(&exc_TypeError,
                      "%s() argument 1 must be string, not %.50s", fname,
                      v == NONE ? "None" : type_name_of(v));
}

static Value imp_acquire_lock(Value self, const Value *args, Py_ssize nargs)
{
    import_lock();
    return NONE;
}

static Value imp_release_lock(Value self, const Value *args, Py_ssize nargs)
{
    if (import_unlock() == 0)
        return NONE;
    return err_format(&exc_RuntimeError, "not holding the import lock");
}

static Value imp_lock_held(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(import_lock_held());
}

static Value imp_get_magic(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)str_from("\x03\xf3\r\n", 4);
}

static Value imp_get_suffixes(Value self, const Value *args, Py_ssize nargs)
{
    static const struct {
        const char *suffix, *mode;
        int kind;
    } rows[] = {{".so", "rb", C_EXTENSION},
                {"module.so", "rb", C_EXTENSION},
                {".py", "U", PY_SOURCE},
                {".pyc", "rb", PY_COMPILED}};
    PyList *list = list_new(4);

    for (int i = 0; list && i < 4; i++)
        if (list_append(list, (Value)tuple_pack(3, text(rows[i].suffix),
                                                text(rows[i].mode),
                                                tag_int(rows[i].kind))) < 0)
            return NULL;
    return (Value)list;
}

static Value imp_new_module(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("new_module", args[0]);

    return name ? (Value)module_new(str_data(name), NULL) : NULL;
}

static Value imp_is_builtin(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("is_builtin", args[0]);

    if (!name)
        return NULL;
    if (!strcmp(str_data(name), "sys") ||
        !strcmp(str_data(name), "__builtin__"))
        return tag_int(-1); /* cannot be initialised again */
    return tag_int(import_find_native(str_data(name)) != NULL);
}

static Value imp_is_frozen(Value self, const Value *args, Py_ssize nargs)
{
    return name_argument("is_frozen", args[0]) ? FALSE_VALUE : NULL;
}

static Value imp_init_builtin(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("init_builtin", args[0]);

    if (!name)
        return NULL;
    return import_find_native(str_data(name)) ? import_c(str_data(name)) : NONE;
}

static Value found(const char *path, const char *suffix, const char *mode,
                   int kind)
{
    Value description =
        (Value)tuple_pack(3, text(suffix), text(mode), tag_int(kind));

    return (Value)tuple_pack(3, NONE, text(path), description);
}

static Value found_compiled(const CompiledModule *c)
{
    const char *slash = strrchr(c->filename, '/');

    if (!(c->flags & MODULE_PACKAGE))
        return found(c->filename, ".py", "U", PY_SOURCE);
    return found(
        str_data(str_from(c->filename, slash ? slash - c->filename : 0)), "",
        "", PKG_DIRECTORY);
}

static Value imp_find_module(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("find_module", args[0]);
    const CompiledModule *c;

    if (!name)
        return NULL;
    if (import_find_native(str_data(name)))
        return found(str_data(name), "", "", C_BUILTIN);
    c = import_find_compiled(str_data(name));
    if (c)
        return found_compiled(c);
    return err_format(&exc_ImportError, "No module named %.200s",
                      str_data(name));
}

static Value load(PyStr *name)
{
    Value now = dict_get_str_or_null(sys_modules, name);

    if (now && now != NONE)
        return import_reload(now);
    return import_c(str_data(name));
}

static Value imp_load_module(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("load_module", args[0]);

    return name ? load(name) : NULL;
}

/* The module of this file, under the given name. */
static Value imp_load_source(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("load_source", args[0]);
    const CompiledModule *c;

    if (!name)
        return NULL;
    if (!has_type_flag(args[1], TYPE_STR))
        return err_format(&exc_TypeError,
                          "load_source() argument 2 must be string, not %.50s",
                          type_name_of(args[1]));
    c = import_find_compiled(str_data(name));
    if (c)
        return load(name);
    if (eval_hooks)
        return eval_hooks->load_source(name, (PyStr *)args[1]);
    return err_format(&exc_ImportError,
                      "No module named %.200s in this program: %.200s was not "
                      "compiled in",
                      str_data(name), str_data((PyStr *)args[1]));
}

/* (name, file, is package) of each compiled module that the program has; for
 * module pkgutil. */
static Value imp_linked_modules(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);

    for (int i = 0; list && program_modules[i]; i++) {
        const CompiledModule *m = program_modules[i];
        Value row =
            (Value)tuple_pack(3, text(m->name), text(m->filename),
                              value_from_bool(m->flags & MODULE_PACKAGE));

        if (list_append(list, row) < 0)
            return NULL;
    }
    return (Value)list;
}

static Value imp_reload(Value self, const Value *args, Py_ssize nargs)
{
    return import_reload(args[0]);
}

static int imp_init(PyModule *m)
{
    static const struct {
        const char *name;
        int value;
    } rows[] = {{"SEARCH_ERROR", 0},          {"PY_SOURCE", PY_SOURCE},
                {"PY_COMPILED", PY_COMPILED}, {"C_EXTENSION", C_EXTENSION},
                {"PY_RESOURCE", 4},           {"PKG_DIRECTORY", PKG_DIRECTORY},
                {"C_BUILTIN", C_BUILTIN},     {"PY_FROZEN", PY_FROZEN},
                {"PY_CODERESOURCE", 8},       {"IMP_HOOK", 9}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (module_add(m, rows[i].name, tag_int(rows[i].value)) < 0)
            return -1;
    return 0;
}

static const NativeDef imp_functions[] = {
#include "methods_table.h"
#include "imp.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_imp = {
    .name = "imp",
    .doc = "This module provides the components needed to build your own\n"
           "__import__ function.",
    .functions = imp_functions,
    .init = imp_init};
