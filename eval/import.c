/* Imports of source files at run time, for modules that were not compiled in:
 * CPython's search along sys.path or a package's __path__. */
#include "eval/eval.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dict.h"
#include "errors.h"
#include "names.h"
#include "start.h"

static bool is_regular(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

static int warn_of_folder(const char *path)
{
    struct stat st;

    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return 0;
    return err_warn(
        &exc_ImportWarning,
        str_data(str_format_c("Not importing directory '%s': missing "
                              "__init__.py",
                              path)),
        1);
}

/* The source, or else the compiled file, whose path begins like this. */
static PyStr *source_or_compiled(const char *stem)
{
    PyStr *path = str_format_c("%s.py", stem);

    if (is_regular(str_data(path)))
        return path;
    path = str_format_c("%s.py%c", stem, start_flags.optimize ? 'o' : 'c');
    return is_regular(str_data(path)) ? path : NULL;
}

/* dir/name/__init__.py or dir/name.py, or compiled ones; NULL: neither exists,
 * or a warning of a folder without the former was made an error. */
static PyStr *find_in(const char *dir, const char *name, bool *is_package)
{
    size_t n = strlen(dir);
    const char *slash = n == 0 || dir[n - 1] == '/' ? "" : "/";
    PyStr *folder = str_format_c("%s%s%s", dir, slash, name);
    PyStr *path = source_or_compiled(
        str_data(str_format_c("%s/__init__", str_data(folder))));

    *is_package = path != NULL;
    if (path)
        return path;
    if (warn_of_folder(str_data(folder)) < 0)
        return NULL;
    return source_or_compiled(str_data(folder));
}

static PyStr *find_source(const char *name, Value path, bool *is_package)
{
    PyList *dirs;

    if (!path || path == NONE)
        path = sys_get(str_intern("path"));
    dirs = path ? op_list(path) : NULL;
    if (!dirs)
        err_clear();
    for (Py_ssize i = 0; dirs && i < list_length(dirs); i++) {
        Value dir = list_get(dirs, i);
        PyStr *found;

        if (!dir || !has_type_flag(dir, TYPE_STR))
            continue;
        found = find_in(str_data((PyStr *)dir), name, is_package);
        if (found || err_pending())
            return found;
    }
    return NULL;
}

/* --- running -------------------------------------------------------------- */

static int set_names(PyDict *d, PyStr *name, PyStr *file, bool is_package)
{
    const char *slash = strrchr(str_data(file), '/');
    PyList *path;

    if (dict_set_str(d, NAME(dunder_name), (Value)name) < 0 ||
        dict_set_str(d, NAME(dunder_file), (Value)file) < 0 ||
        dict_set_str(d, NAME(dunder_builtins), (Value)builtins_dict) < 0)
        return -1;
    if (!is_package)
        return 0;
    path = list_new(1);
    if (list_append(
            path, (Value)str_from(str_data(file), slash - str_data(file))) < 0)
        return -1;
    return dict_set_str(d, NAME(dunder_path), (Value)path);
}

static PyModule *module_of(PyStr *name)
{
    Value v = dict_get_str_or_null(sys_modules, name);
    PyModule *m;

    if (v && type_is_subtype(type_of(v), &module_type))
        return (PyModule *)v;
    m = module_new(str_data(name), NULL);
    return m && dict_set_str(sys_modules, name, (Value)m) == 0 ? m : NULL;
}

static void forget(PyStr *name)
{
    Value type, value, tb;

    err_fetch(&type, &value, &tb);
    if (dict_get_str_or_null(sys_modules, name) &&
        dict_delete(sys_modules, (Value)name) < 0)
        err_clear();
    err_restore(type, value, tb);
}

static bool is_compiled_file(PyStr *path)
{
    int64_t n = str_length(path);

    return n > 4 && str_data(path)[n - 1] != 'y';
}

/* What -v shows. */
static void tell(PyStr *name, PyStr *file, bool compiled)
{
    if (start_flags.verbose)
        fprintf(stderr, "import %s # %s%s\n", str_data(name),
                compiled ? "precompiled from " : "from ", str_data(file));
}

static Value run_module(PyStr *name, PyStr *file, bool is_package,
                        bool compiled)
{
    bool again = dict_get_str_or_null(sys_modules, name) != NULL;
    PyModule *m = module_of(name);
    PyCode *code;
    Value v;

    if (!m || set_names(m->dict, name, file, is_package) < 0)
        return NULL;
    code = compiled ? eval_read_compiled(file) : eval_compile_file(file, 0);
    tell(name, file, compiled);
    if (!code || !eval_run(code, m->dict, (Value)m->dict)) {
        if (!again && (code || !is_package)) /* as in rt/core/import.c */
            forget(name);
        return NULL;
    }
    v = dict_get_str_or_null(sys_modules, name);
    return v ? v
             : err_format(&exc_ImportError,
                          "Loaded module %.200s not found in sys.modules",
                          str_data(name));
}

Value eval_import_source(PyStr *fullname, Value path)
{
    const char *name = strrchr(str_data(fullname), '.');
    bool is_package;
    PyStr *file =
        find_source(name ? name + 1 : str_data(fullname), path, &is_package);

    return file ? run_module(fullname, file, is_package, is_compiled_file(file))
                : NULL;
}

Value eval_load_source(PyStr *fullname, PyStr *filename, bool is_package)
{
    return run_module(fullname, filename, is_package, false);
}

Value eval_load_compiled(PyStr *fullname, PyStr *filename, bool is_package)
{
    return run_module(fullname, filename, is_package, true);
}

static const CompiledModule *compiled_of(const PyModule *m)
{
    for (int i = 0; program_modules[i]; i++)
        if (program_modules[i]->module == m)
            return program_modules[i];
    return NULL;
}

Value eval_module_body(PyModule *m)
{
    const CompiledModule *c = compiled_of(m);
    PyStr *text = (PyStr *)c->const_table[0];
    EvalCode *code =
        eval_compile(str_data(text), (size_t)str_length(text),
                     str_from_c(c->filename), EVAL_exec, 0, EVAL_FILE);

    return code ? eval_run(&code->code, m->dict, (Value)m->dict) : NULL;
}
