/* imp: CPython's view of the import machinery.  Modules are those the program
 * is linked from, then source files, which the evaluator runs. */
#include <dlfcn.h>
#include <sys/stat.h>

#include "dict.h"
#include "evalhooks.h"
#include "file.h"
#include "file_pending.h"
#include "import.h"
#include "names.h"
#include "str.h"

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
    return (Value)str_from(PYC_MAGIC, 4);
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

/* --- finding
 * ------------------------------------------------------------- */

static Value found(Value file, const char *path, const char *suffix,
                   const char *mode, int kind)
{
    Value description =
        (Value)tuple_pack(3, text(suffix), text(mode), tag_int(kind));

    return (Value)tuple_pack(3, file, text(path), description);
}

static Value found_package(const char *path)
{
    return found(NONE, path, "", "", PKG_DIRECTORY);
}

static Value found_source(const char *path)
{
    Value args[] = {text(path), text("U")};
    Value file = op_call((Value)&file_type, args, 2, NULL);

    return file ? found(file, path, ".py", "U", PY_SOURCE) : NULL;
}

static Value found_pyc(const char *path)
{
    Value args[] = {text(path), text("rb")};
    Value file = op_call((Value)&file_type, args, 2, NULL);

    return file ? found(file, path, ".pyc", "rb", PY_COMPILED) : NULL;
}

static bool is_regular(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* The file of a module that was compiled in may be gone. */
static Value found_compiled(const CompiledModule *c)
{
    const char *slash = strrchr(c->filename, '/');

    if (c->flags & MODULE_PACKAGE)
        return found_package(
            str_data(str_from(c->filename, slash ? slash - c->filename : 0)));
    return is_regular(c->filename)
               ? found_source(c->filename)
               : found(NONE, c->filename, ".py", "U", PY_SOURCE);
}

/* NULL without an exception: not in this directory. */
static Value find_in_or_null(Value dir, const char *name)
{
    PyStr *path;

    if (!has_type_flag(dir, TYPE_STR))
        return NULL;
    path = str_format_c("%s%s%s", str_data((PyStr *)dir),
                        str_length((PyStr *)dir) ? "/" : "", name);
    if (is_regular(str_data(str_format_c("%s/__init__.py", str_data(path)))) ||
        is_regular(str_data(str_format_c("%s/__init__.pyc", str_data(path)))))
        return found_package(str_data(path));
    path = str_format_c("%s.py", str_data(path));
    if (is_regular(str_data(path)))
        return found_source(str_data(path));
    path = str_format_c("%sc", str_data(path));
    return is_regular(str_data(path)) ? found_pyc(str_data(path)) : NULL;
}

static Value find_along_or_null(Value path, const char *name)
{
    PyList *dirs = path ? op_list(path) : NULL;
    Value v = NULL;

    for (Py_ssize i = 0; dirs && !v && i < list_length(dirs); i++) {
        Value dir = list_get(dirs, i);

        v = dir ? find_in_or_null(dir, name) : NULL;
        if (err_pending())
            return NULL;
    }
    return v;
}

/* Modules of the program come first, whatever the path. */
static Value imp_find_module(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("find_module", args[0]);
    bool on_path = nargs > 1 && args[1] != NONE;
    const CompiledModule *c;
    Value v;

    if (!name)
        return NULL;
    if (!on_path && import_find_native(str_data(name)))
        return found(NONE, str_data(name), "", "", C_BUILTIN);
    c = on_path ? NULL : import_find_compiled(str_data(name));
    if (c)
        return found_compiled(c);
    pending_write();
    v = find_along_or_null(on_path ? args[1] : sys_get(str_intern("path")),
                           str_data(name));
    if (v || err_pending())
        return v;
    c = import_find_compiled(str_data(name));
    return c ? found_compiled(c)
             : err_format(&exc_ImportError, "No module named %.200s",
                          str_data(name));
}

/* --- loading
 * ------------------------------------------------------------- */

static Value load(PyStr *name)
{
    Value now = dict_get_str_or_null(sys_modules, name);

    if (now && now != NONE)
        return import_reload(now);
    return import_c(str_data(name));
}

/* A folder without an __init__ file. */
static Value empty_package(PyStr *name, PyStr *folder)
{
    PyModule *m = module_new(str_data(name), NULL);
    PyList *path = list_new(1);

    if (list_append(path, (Value)folder) < 0 ||
        module_add(m, "__file__", (Value)folder) < 0 ||
        module_add(m, "__path__", (Value)path) < 0 ||
        dict_set_str(sys_modules, name, (Value)m) < 0)
        return NULL;
    return (Value)m;
}

static Value load_file(PyStr *name, PyStr *path, int kind)
{
    bool is_package = kind == PKG_DIRECTORY;
    PyStr *folder = path;

    if (import_find_compiled(str_data(name)))
        return load(name);
    if (is_package)
        path = str_format_c("%s/__init__.py", str_data(path));
    if (is_package && !is_regular(str_data(path))) {
        path = str_format_c("%sc", str_data(path));
        kind = PY_COMPILED;
        if (!is_regular(str_data(path)))
            return empty_package(name, folder);
    }
    if (eval_hooks)
        return (kind == PY_COMPILED
                    ? eval_hooks->load_compiled
                    : eval_hooks->load_source)(name, path, is_package);
    return err_format(&exc_ImportError,
                      "No module named %.200s in this program: %.200s was not "
                      "compiled in",
                      str_data(name), str_data(path));
}

/* The last item of (suffix, mode, kind); -1 with TypeError. */
static int64_t kind_of(Value description)
{
    PyTuple *t = (PyTuple *)description;

    if (has_type_flag(description, TYPE_TUPLE) && tuple_length(t) == 3)
        return op_index(tuple_get(t, 2), NULL);
    err_format(&exc_TypeError,
               "load_module() argument 4 must be 3-item sequence");
    return -1;
}

static Value imp_load_module(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument("load_module", args[0]);
    int64_t kind = name ? kind_of(args[3]) : -1;
    PyStr *path = (PyStr *)args[2];

    if (!name || (kind == -1 && err_pending()))
        return NULL;
    if (!has_type_flag(args[2], TYPE_STR) ||
        (kind != PY_SOURCE && kind != PKG_DIRECTORY && kind != PY_COMPILED))
        return load(name);
    return load_file(name, path, (int)kind);
}

/* The module of this file, under the given name. */
static Value load_path(const char *fname, const Value *args, int kind)
{
    PyStr *name = name_argument(fname, args[0]);

    if (!name)
        return NULL;
    if (!has_type_flag(args[1], TYPE_STR))
        return err_format(&exc_TypeError,
                          "%s() argument 2 must be string, not %.50s", fname,
                          type_name_of(args[1]));
    return load_file(name, (PyStr *)args[1], kind);
}

static Value imp_load_source(Value self, const Value *args, Py_ssize nargs)
{
    return load_path("load_source", args, PY_SOURCE);
}

static Value imp_load_compiled(Value self, const Value *args, Py_ssize nargs)
{
    return load_path("load_compiled", args, PY_COMPILED);
}

static Value imp_load_package(Value self, const Value *args, Py_ssize nargs)
{
    return load_path("load_package", args, PKG_DIRECTORY);
}

/* A library of C that the system could load: why it is no module. */
static void *refuse_library(const char *name, void *library)
{
    const char *dot = strrchr(name, '.'), *last = dot ? dot + 1 : name;
    char init[210];

    snprintf(init, sizeof init, "init%.200s", last);
    if (dlsym(library, init))
        return err_format(&exc_ImportError,
                          "%.200s is a module for CPython's C API, which "
                          "compiled programs do not have",
                          name);
    return err_format(&exc_ImportError,
                      "dynamic module does not define init function (%s)",
                      init);
}

/* There is no C API: raises ImportError always. */
static Value imp_load_dynamic(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("load_dynamic", 1, args[0]);
    const char *path = name ? arg_name("load_dynamic", 2, args[1]) : NULL;
    void *library;

    if (!path)
        return NULL;
    if (nargs > 2 && !is_file(args[2]))
        return err_format(&exc_TypeError,
                          "load_dynamic() argument 3 must be file, not %.50s",
                          type_name_of(args[2]));
    if (!strchr(path, '/'))
        path = str_data(str_format_c("./%s", path));
    library = dlopen(path, RTLD_NOW);
    if (!library)
        return err_format(&exc_ImportError, "%s", dlerror());
    refuse_library(name, library);
    dlclose(library);
    return NULL;
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
    .doc =
        "Finds and loads modules step by step, and tells what kinds there are.",
    .functions = imp_functions,
    .init = imp_init};
