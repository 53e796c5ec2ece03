/* Import: CPython 2.7's rules over the modules that the program is linked
 * from.
 *
 * A module is found in sys.modules, then by sys.meta_path, then among the
 * compiled and C modules, then by sys.path_hooks and as source along the path.
 * One recursive lock covers imports that are in progress; a module that is
 * fully imported is found without it. */
#include "import.h"

#include <linux/futex.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dict.h"
#include "errors.h"
#include "evalhooks.h"
#include "instance.h"
#include "names.h"
#include "start.h"
#include "str.h"

SlotMap *slot_map_of_names(const char *const *names, int32_t count);

PyDict *sys_modules;

/* --- the lock
 * -------------------------------------------------------------------- */

static struct {
    Lock lock;
    ThreadState *_Atomic owner;
    _Atomic int level; /* imports in progress; written by the owner only */
} importing;

void import_lock(void) NO_LOCK_ANALYSIS
{
    if (importing.owner != thread_state) {
        lock_acquire_always(&importing.lock);
        importing.owner = thread_state;
    }
    importing.level++;
}

int import_unlock(void) NO_LOCK_ANALYSIS
{
    if (importing.owner != thread_state)
        return -1;
    if (--importing.level == 0) {
        importing.owner = NULL;
        lock_release_always(&importing.lock);
    }
    return 0;
}

/* The lock of a thread that forks amid an import is its own in the child too,
 * where it has to be taken anew: what was held before counts as free. */
void import_after_fork(void) NO_LOCK_ANALYSIS
{
    Value threading =
        dict_get_str_or_null(sys_modules, str_intern("threading"));

    thread_after_fork();
    atomic_store(&importing.lock.word, 0);
    if (importing.owner == thread_state) {
        lock_acquire_always(&importing.lock);
    } else {
        importing.owner = NULL;
        importing.level = 0;
    }
    if (threading && threading != NONE &&
        !op_call_method(threading, str_intern("_after_fork"), NULL, 0))
        err_write_unraisable(threading);
}

bool import_lock_held(void)
{
    return importing.owner != NULL;
}

/* --- finding modules in the program
 * ----------------------------------------------------- */

/* Open-addressed by name: index + 1 into program_modules, or minus that into
 * program_native_modules. */
static int32_t *index_table;
static uint32_t index_mask;

static uint32_t name_hash(const char *s)
{
    uint32_t h = 2166136261u;

    while (*s)
        h = (h ^ (unsigned char)*s++) * 16777619u;
    return h;
}

static const char *indexed_name(int32_t i)
{
    return i > 0 ? program_modules[i - 1]->name
                 : program_native_modules[-i - 1]->name;
}

static void index_add(const char *name, int32_t value)
{
    uint32_t h = name_hash(name) & index_mask;

    while (index_table[h])
        h = (h + 1) & index_mask;
    index_table[h] = value;
}

typedef const void *const SectionStart[];
#define SECTION_EDGE __attribute__((weak, visibility("hidden")))
extern SectionStart __start_pyllc_modules SECTION_EDGE;
extern SectionStart __stop_pyllc_modules SECTION_EDGE;
extern SectionStart __start_pyllc_natives SECTION_EDGE;
extern SectionStart __stop_pyllc_natives SECTION_EDGE;

const CompiledModule **program_modules;
const NativeModule **program_native_modules;

/* A section's pointers without repetitions, and a NULL. */
static void *section_table(const void *const *start, const void *const *stop)
{
    const void **table = malloc((size_t)(stop - start + 1) * sizeof *table);
    size_t n = 0, i;

    if (!table)
        abort();
    for (const void *const *p = start; p < stop; p++) {
        for (i = 0; i < n && table[i] != *p; i++)
            continue;
        table[i] = *p;
        n += i == n;
    }
    table[n] = NULL;
    return table;
}

void import_init(void)
{
    int32_t n = 0, m = 0;

    program_modules =
        section_table(__start_pyllc_modules, __stop_pyllc_modules);
    program_native_modules =
        section_table(__start_pyllc_natives, __stop_pyllc_natives);
    while (program_modules[n])
        n++;
    while (program_native_modules[m])
        m++;
    index_mask = 16;
    while (index_mask < 2 * (uint32_t)(n + m))
        index_mask *= 2;
    index_table = gc_bytes(index_mask-- * sizeof *index_table);
    for (int32_t i = 0; i < n; i++)
        index_add(program_modules[i]->name, i + 1);
    for (int32_t i = 0; i < m; i++)
        index_add(program_native_modules[i]->name, -i - 1);
}

static int32_t index_find(const char *name)
{
    uint32_t h = name_hash(name) & index_mask;

    for (; index_table[h]; h = (h + 1) & index_mask)
        if (strcmp(indexed_name(index_table[h]), name) == 0)
            return index_table[h];
    return 0;
}

const CompiledModule *import_find_compiled(const char *name)
{
    int32_t i = index_find(name);

    return i > 0 ? program_modules[i - 1] : NULL;
}

const NativeModule *import_find_native(const char *name)
{
    int32_t i = index_find(name);

    return i < 0 ? program_native_modules[-i - 1] : NULL;
}

/* --- running modules
 * ----------------------------------------------------------------------- */

/* The first dict of a compiled module shows its slots; a module object that
 * user code put in its place gets copies when it is run again. */
static PyModule *compiled_object(CompiledModule *c, PyStr *name)
{
    PyModule *m = c->module;
    SlotMap *map;

    if (m)
        return m;
    m = gc_new(&module_type, sizeof *m);
    m->dict = dict_new();
    map = slot_map_of_names(c->slot_names, c->nslots);
    if (!map || compiled_module_prepare(c) < 0)
        return NULL;
    dict_set_owner(m->dict, map, c->slots);
    c->module = m;
    return m;
}

static Value package_path(const char *filename)
{
    const char *slash = strrchr(filename, '/');
    PyList *path = list_new(1);

    if (!path ||
        list_append(
            path, (Value)str_from(filename, slash ? slash - filename : 0)) < 0)
        return NULL;
    return (Value)path;
}

static int set_module_names(PyModule *m, const CompiledModule *c, PyStr *name)
{
    Value builtins = (Value)builtins_dict;

    if (name == NAME(dunder_main))
        builtins = dict_get_str_or_null(sys_modules, str_intern("__builtin__"));
    if (dict_set_str(m->dict, NAME(dunder_builtins), builtins) < 0 ||
        dict_set_str(m->dict, NAME(dunder_name), (Value)name) < 0 ||
        dict_set_str(m->dict, NAME(dunder_file),
                     (Value)str_from_c(c->filename)) < 0 ||
        dict_set_str(m->dict, NAME(dunder_package), NONE) < 0 ||
        dict_set_str(m->dict, NAME(dunder_doc), NONE) < 0)
        return -1;
    if (!(c->flags & MODULE_PACKAGE))
        return 0;
    return dict_set_str(m->dict, NAME(dunder_path), package_path(c->filename));
}

/* CPython enters a package before it compiles __init__.py, and leaves it there
 * if that fails: a second import finds an empty package. */
static bool is_left_behind(const CompiledModule *c)
{
    return (c->flags & MODULE_BROKEN) && (c->flags & MODULE_PACKAGE);
}

/* The module that sys.modules holds after the body has run: the body may have
 * put another object there. */
static Value run_compiled(const CompiledModule *c, PyStr *name)
{
    PyModule *m = compiled_object((CompiledModule *)c, name);
    Value v, type, value, tb;

    if (!m || set_module_names(m, c, name) < 0 ||
        dict_set_str(sys_modules, name, (Value)m) < 0)
        return NULL;
    if (!c->body(m)) {
        if (name == NAME(dunder_main))
            return NULL;
        err_fetch(&type, &value, &tb);
        if (c->flags & MODULE_BROKEN)
            tb = NULL;
        if (!is_left_behind(c) && dict_delete(sys_modules, (Value)name) < 0)
            err_clear();
        err_restore(type, value, tb);
        return NULL;
    }
    ((CompiledModule *)c)->flags |= MODULE_RAN; /* under the import lock */
    v = dict_get_str_or_null(sys_modules, name);
    if (v || name == NAME(dunder_main)) /* which may take itself out */
        return v ? v : (Value)m;
    return err_format(&exc_ImportError,
                      "Loaded module %.200s not found in sys.modules",
                      str_data(name));
}

/* A module that was taken out of sys.modules and is imported again is another
 * one, with globals of its own.  Compiled code has only the globals of the
 * first: the evaluator runs the source, if both are at hand. */
static Value run_again(const CompiledModule *c, PyStr *name)
{
    if (!(c->flags & MODULE_RAN) || !eval_hooks || access(c->filename, R_OK))
        return run_compiled(c, name);
    return eval_hooks->load_source(name, str_from_c(c->filename),
                                   c->flags & MODULE_PACKAGE);
}

static bool is_function(Value v, const NativeDef *d)
{
    return v && type_of(v) == &native_function_type &&
           ((PyNativeFunction *)v)->def == d;
}

/* A module's functions under their names; those that are there stay. */
static int add_functions(PyModule *m, const NativeModule *n)
{
    Value name = (Value)str_intern(n->name);

    for (const NativeDef *d = n->functions; d && d->name; d++)
        if (!is_function(dict_get_str_or_null(m->dict, str_intern(d->name)),
                         d) &&
            module_add(m, d->name, native_function_new(d, NULL, name)) < 0)
            return -1;
    return 0;
}

PyModule *import_native(const NativeModule *n)
{
    PyModule *m = module_new(n->name, n->doc);
    Value module_name = (Value)str_intern(n->name);

    if (!m || dict_set_str(sys_modules, (PyStr *)module_name, (Value)m) < 0 ||
        add_functions(m, n) < 0)
        return NULL;
    if (n->init && n->init(m) < 0) {
        dict_unbind_slot(sys_modules, (PyStr *)module_name);
        return NULL;
    }
    return m;
}

/* sys.meta_path: the loader's module, or NULL (nothing raised: none has it).
 */
static Value from_meta_path(PyStr *fullname, Value path)
{
    Value finders = sys_get(str_intern("meta_path")), args[2], loader;

    if (!finders || !has_type_flag(finders, TYPE_LIST))
        return NULL;
    for (Py_ssize i = 0; i < list_length((PyList *)finders); i++) {
        Value finder = list_item_or_null((PyList *)finders, i);

        if (!finder)
            break;
        args[0] = (Value)fullname;
        args[1] = path;
        loader = op_call_method(finder, str_intern("find_module"), args, 2);
        if (!loader)
            return NULL;
        if (loader != NONE)
            return op_call_method(loader, str_intern("load_module"), args, 1);
    }
    return NULL;
}

/* What the first of the hooks that takes the entry of a path makes of it; NONE:
 * none takes it. */
static Value importer_of_hooks(Value hooks, Value entry)
{
    for (Py_ssize i = 0; i < list_length((PyList *)hooks); i++) {
        Value hook = list_item_or_null((PyList *)hooks, i), v;

        if (!hook)
            break;
        v = op_call(hook, &entry, 1, NULL);
        if (v || !err_matches(&exc_ImportError))
            return v;
        err_clear();
    }
    return NONE;
}

/* The importer of an entry of a path, kept in sys.path_importer_cache. */
static Value importer_of(Value hooks, Value entry)
{
    Value cache = sys_get(str_intern("path_importer_cache")), v = NULL;
    int found = 0;

    if (!cache || !has_type_flag(cache, TYPE_DICT))
        return err_format(&exc_RuntimeError,
                          "sys.path_importer_cache must be a dict");
    found = dict_find((PyDict *)cache, entry, &v);
    if (found)
        return found < 0 ? NULL : v;
    v = importer_of_hooks(hooks, entry);
    return v && dict_set((PyDict *)cache, entry, v) == 0 ? v : NULL;
}

/* A source file in one entry of a path, which is no importer's. */
static Value source_in(PyStr *fullname, Value entry)
{
    PyList *one = list_new(1);

    if (!eval_hooks)
        return NULL;
    return list_append(one, entry) < 0
               ? NULL
               : eval_hooks->import_source(fullname, (Value)one);
}

static Value from_entry(PyStr *fullname, Value hooks, Value entry)
{
    Value importer = importer_of(hooks, entry), loader, arg = (Value)fullname;

    if (importer == NONE)
        return source_in(fullname, entry);
    if (!importer)
        return NULL;
    loader = op_call_method(importer, str_intern("find_module"), &arg, 1);
    if (!loader || loader == NONE)
        return NULL;
    return op_call_method(loader, str_intern("load_module"), &arg, 1);
}

/* The module along sys.path or a package's path.  NULL, nothing raised: it is
 * not there. */
static Value from_path(PyStr *fullname, Value path)
{
    Value hooks = sys_get(str_intern("path_hooks")), v = NULL;
    PyList *entries;

    if (hooks && has_type_flag(hooks, TYPE_LIST) &&
        list_length((PyList *)hooks) == 0)
        return eval_hooks ? eval_hooks->import_source(fullname, path) : NULL;
    if (!hooks || !has_type_flag(hooks, TYPE_LIST))
        return err_format(&exc_RuntimeError,
                          "sys.path_hooks must be a list of import hooks");
    if (!path || path == NONE)
        path = sys_get(str_intern("path"));
    entries = path ? op_list(path) : NULL;
    if (!entries)
        err_clear();
    for (Py_ssize i = 0; entries && !v && i < list_length(entries); i++) {
        v = from_entry(fullname, hooks, list_get(entries, i));
        if (err_pending())
            return NULL;
    }
    return v;
}

/* Loads a module that is not in sys.modules.  NULL, nothing raised: there is
 * none of that name. */
static Value load_module(PyStr *fullname, Value path)
{
    Value v = from_meta_path(fullname, path);
    int32_t i;

    if (v || err_pending())
        return v;
    i = index_find(str_data(fullname));
    if (i > 0)
        return run_again(program_modules[i - 1], fullname);
    if (i < 0)
        return (Value)import_native(program_native_modules[-i - 1]);
    return from_path(fullname, path);
}

/* --- names
 * -------------------------------------------------------------------------------------
 */

static void *no_module(const char *name)
{
    return err_format(&exc_ImportError, "No module named %.200s", name);
}

static PyStr *joined(PyStr *package, const char *name, size_t n)
{
    if (!package)
        return str_intern_value(str_from(name, n));
    return str_intern_value(
        str_format_c("%s.%.*s", str_data(package), (int)n, name));
}

/* The submodule `name` of parent (NULL: top level).  *found NULL, nothing
 * raised: no such module (sys.modules may say so with None). */
static int import_submodule(Value parent, const char *name, size_t n,
                            PyStr *fullname, Value *found)
{
    Value path = NONE, v = dict_get_str_or_null(sys_modules, fullname);

    *found = v == NONE ? NULL : v;
    if (v)
        return 0;
    if (parent) {
        path = op_getattr_or_null(parent, NAME(dunder_path));
        if (!path)
            return err_pending() ? -1 : 0;
    }
    v = load_module(fullname, path);
    if (!v)
        return err_pending() ? -1 : 0;
    if (parent &&
        op_setattr(parent, str_intern_value(str_from(name, n)), v) < 0)
        return -1;
    *found = v;
    return 0;
}

/* The package that a module without __package__ is in, NULL for none. */
static PyStr *infer_package(PyDict *globals, PyStr *name)
{
    const char *dot = strrchr(str_data(name), '.');

    if (dict_get_str_or_null(globals, NAME(dunder_path)))
        return str_intern_value(name);
    if (!dot)
        return NULL;
    return str_intern_value(str_from(str_data(name), dot - str_data(name)));
}

/* `package` that relative imports start from, NULL for none; __package__ is
 * set when it was not.  1: explicit relative import outside of a package; -1
 * with exception. */
static int package_of(PyDict *globals, int level, PyStr **package)
{
    Value v = dict_get_str_or_null(globals, NAME(dunder_package));

    *package = NULL;
    if (v && v != NONE) {
        if (!has_type_flag(v, TYPE_STR)) {
            err_format(&exc_ValueError, "__package__ set to non-string");
            return -1;
        }
        if (str_length((PyStr *)v) == 0)
            return level > 0;
        *package = (PyStr *)v;
        return 0;
    }
    v = dict_get_str_or_null(globals, NAME(dunder_name));
    if (!v || !has_type_flag(v, TYPE_STR))
        return 0;
    *package = infer_package(globals, (PyStr *)v);
    if (!*package && level > 0)
        return 1;
    return dict_set_str(globals, NAME(dunder_package),
                        *package ? (Value)*package : NONE);
}

/* Drops level - 1 trailing parts. */
static PyStr *ancestor(PyStr *package, int level)
{
    const char *s = str_data(package), *dot;
    Py_ssize n = str_length(package);

    while (--level > 0) {
        while (n > 0 && s[n - 1] != '.')
            n--;
        dot = n > 0 ? s + n - 1 : NULL;
        if (!dot)
            return err_format(
                &exc_ValueError,
                "Attempted relative import beyond toplevel package");
        n = dot - s;
    }
    return str_intern_value(str_from(s, n));
}

/* The package that names are relative to: its name and module, NULL for
 * none.  -1 with exception. */
static int get_parent(PyDict *globals, int level, PyStr **name, Value *module)
{
    int r;

    *name = NULL;
    *module = NULL;
    if (!globals || level == 0)
        return 0;
    r = package_of(globals, level, name);
    if (r > 0)
        err_format(&exc_ValueError, "Attempted relative import in non-package");
    if (r != 0)
        return -1;
    if (!*name)
        return 0;
    if (level > 1 && !(*name = ancestor(*name, level)))
        return -1;
    *module = dict_get_str_or_null(sys_modules, *name);
    if (*module)
        return 0;
    if (level < 1) {
        PyStr *text = str_format_c("Parent module '%.200s' not found while "
                                   "handling absolute import",
                                   str_data(*name));

        *name = NULL;
        return err_warn(&exc_RuntimeWarning, str_data(text), 1);
    }
    err_format(&exc_SystemError,
               "Parent module '%.200s' not loaded, cannot perform relative "
               "import",
               str_data(*name));
    return -1;
}

/* One part of a dotted name.  For the first part of an implicit relative
 * import the top level is tried after the package, which then gets the None
 * entry that says so. */
static Value load_part(Value parent, PyStr *parent_name, bool implicit,
                       const char *part, size_t n, PyStr **fullname)
{
    Value v;
    PyStr *relative;

    *fullname = joined(parent_name, part, n);
    if (import_submodule(parent, part, n, *fullname, &v) < 0)
        return NULL;
    if (v || !implicit || !parent)
        return v ? v : no_module(part);
    relative = *fullname;
    *fullname = joined(NULL, part, n);
    if (import_submodule(NULL, part, n, *fullname, &v) < 0)
        return NULL;
    if (!v)
        return no_module(part);
    return dict_set_str(sys_modules, relative, NONE) < 0 ? NULL : v;
}

/* All parts of name; *head is the first one's module. */
static Value load_dotted(Value parent, PyStr *parent_name, int level,
                         PyStr *name, Value *head)
{
    const char *p = str_data(name), *dot;
    bool first = true;
    Value v = parent;
    PyStr *full = parent_name, *next;

    for (;; p = dot + 1) {
        size_t n;

        dot = strchr(p, '.');
        n = dot ? (size_t)(dot - p) : strlen(p);
        if (n == 0)
            return err_format(&exc_ValueError, "Empty module name");
        v = load_part(v, full, first && level < 0, p, n, &next);
        if (!v)
            return NULL;
        full = next;
        if (first)
            *head = v;
        first = false;
        if (!dot)
            return v;
    }
}

/* --- from m import a, b
 * ------------------------------------------------------------------------------
 */

static int ensure_one(Value module, Value item, bool in_all);

static int ensure_list(Value module, Value list, bool in_all)
{
    PyTuple *t = op_tuple(list);

    if (!t)
        return -1;
    for (Py_ssize i = 0; i < t->length; i++)
        if (ensure_one(module, t->items[i], in_all) < 0)
            return -1;
    return 0;
}

/* Imports the submodule an item names, unless it is an attribute already. */
static int ensure_one(Value module, Value item, bool in_all)
{
    PyStr *name;
    Value v, all, package;

    if (!has_type_flag(item, TYPE_STR)) {
        err_format(&exc_TypeError, "Item in ``from list'' must be str, not %s",
                   type_name_of(item));
        return -1;
    }
    if (str_data((PyStr *)item)[0] == '*') {
        all = in_all ? NULL : op_getattr_or_null(module, NAME(dunder_all));
        if (!all)
            return err_pending() ? -1 : 0;
        return ensure_list(module, all, true);
    }
    name = str_intern_value((PyStr *)item);
    if (op_getattr_or_null(module, name))
        return 0;
    package = op_getattr_or_null(module, NAME(dunder_name));
    if (!package || !has_type_flag(package, TYPE_STR))
        return 0;
    return import_submodule(
        module, str_data(name), str_length(name),
        joined((PyStr *)package, str_data(name), str_length(name)), &v);
}

static int ensure_fromlist(Value module, Value fromlist)
{
    if (!op_getattr_or_null(module, NAME(dunder_path)))
        return err_pending() ? -1 : 0;
    return ensure_list(module, fromlist, false);
}

static Value import_locked(PyStr *name, PyDict *globals, Value fromlist,
                           int level)
{
    Value parent, head, tail;
    PyStr *parent_name;
    int wants;

    if (get_parent(globals, level, &parent_name, &parent) < 0)
        return NULL;
    if (str_length(name) == 0) {
        if (!parent || level <= 0)
            return err_format(&exc_ValueError, "Empty module name");
        head = tail = parent;
    } else {
        tail = load_dotted(parent, parent_name, level, name, &head);
        if (!tail)
            return NULL;
    }
    wants = fromlist && fromlist != NONE ? op_is_true(fromlist) : 0;
    if (wants < 0 || (wants && ensure_fromlist(tail, fromlist) < 0))
        return NULL;
    return wants ? tail : head;
}

/* A module without a package, no dots, imported before, nobody importing:
 * the usual `import os` inside a function. */
static Value import_again(PyStr *name, PyDict *globals, Value fromlist,
                          int level)
{
    Value v, package;

    if (importing.level || (fromlist && fromlist != NONE) || level > 0 ||
        memchr(str_data(name), '.', str_length(name)))
        return NULL;
    package = globals && level
                  ? dict_get_str_or_null(globals, NAME(dunder_package))
                  : NONE;
    if (package != NONE)
        return NULL;
    v = dict_get_str_or_null(sys_modules, name);
    return v == NONE ? NULL : v;
}

Value import_module(PyStr *name, PyDict *globals, Value fromlist, int level)
{
    Value v = import_again(name, globals, fromlist, level);

    if (v)
        return v;
    if (strchr(str_data(name), '/'))
        return err_format(&exc_ImportError,
                          "Import by filename is not supported.");
    import_lock();
    v = import_locked(name, globals, fromlist, level);
    import_unlock();
    return v;
}

static bool is_own_import(Value v)
{
    return type_of(v) == &native_function_type &&
           !strcmp(((PyNativeFunction *)v)->def->name, "__import__");
}

Value import_statement(PyStr *name, PyDict *globals, Value fromlist, int level)
{
    Value hook = dict_get_str_or_null(builtins_dict, NAME(dunder_import));
    Value args[] = {(Value)name, globals ? (Value)globals : NONE,
                    globals ? (Value)globals : NONE, fromlist ? fromlist : NONE,
                    tag_int(level)};

    if (!hook)
        return err_format(&exc_ImportError, "__import__ not found");
    if (is_own_import(hook))
        return import_module(name, globals, fromlist, level);
    return op_call(hook, args, level == -1 ? 4 : 5, NULL);
}

Value import_c(const char *name)
{
    PyStr *s = str_intern(name);
    Value list = (Value)tuple_pack(1, (Value)str_intern("*"));

    return import_module(s, NULL, strchr(name, '.') ? list : NULL, 0);
}

Value import_from(Value module, PyStr *name)
{
    Value v = op_getattr(module, name);

    if (v || !err_matches(&exc_AttributeError))
        return v;
    return err_format(&exc_ImportError, "cannot import name %.230s",
                      str_data(name));
}

/* --- from m import *
 * ------------------------------------------------------------------------------------
 */

static int star_name(Value module, Value name, PyDict *into)
{
    PyStr *s;
    Value v;

    if (!has_type_flag(name, TYPE_STR | TYPE_UNICODE)) {
        err_format(&exc_TypeError,
                   "attribute name must be string, not '%.200s'",
                   type_name_of(name));
        return -1;
    }
    name = op_str(name);
    if (!name)
        return -1;
    s = str_intern_value((PyStr *)name);
    v = op_getattr(module, s);
    return v ? dict_set_str(into, s, v) : -1;
}

int import_star(Value module, PyDict *into)
{
    Value all = op_getattr_or_null(module, NAME(dunder_all)), dict;
    bool skip_private = !all;
    PyList *names;

    if (err_pending())
        return -1;
    if (!all) {
        dict = op_getattr_or_null(module, NAME(dunder_dict));
        if (!dict) {
            err_format(&exc_ImportError,
                       "from-import-* object has no __dict__ and no __all__");
            return -1;
        }
        all = op_call_method(dict, NAME(keys), NULL, 0);
        if (!all)
            return -1;
    }
    names = op_list(all);
    if (!names)
        return -1;
    for (Py_ssize i = 0; i < list_length(names); i++) {
        Value name = list_item_or_null(names, i);

        if (skip_private && has_type_flag(name, TYPE_STR) &&
            str_data((PyStr *)name)[0] == '_')
            continue;
        if (star_name(module, name, into) < 0)
            return -1;
    }
    return 0;
}

/* --- reload()
 * -----------------------------------------------------------------------------------------------
 */

/* Where the submodules of a module's package are: its __path__, None at the top
 * level; NULL with ImportError. */
static Value path_of_parent(PyStr *name)
{
    const char *dot = strrchr(str_data(name), '.');
    Value path, parent;

    if (!dot)
        return NONE;
    parent = dict_get_str_or_null(
        sys_modules, str_from(str_data(name), dot - str_data(name)));
    path = parent ? op_getattr_or_null(parent, NAME(dunder_path)) : NULL;
    return path || err_pending() ? path : no_module(str_data(name));
}

static Value reload_from_path(PyStr *name, Value path)
{
    const char *dot = strrchr(str_data(name), '.');
    Value v = from_path(name, path);

    if (v || err_pending())
        return v;
    return no_module(dot ? dot + 1 : str_data(name));
}

/* Functions that were replaced are as they were; sys has its streams and
 * setdefaultencoding() again. */
static Value reload_native(const NativeModule *n, PyModule *m)
{
    if (add_functions(m, n) < 0)
        return NULL;
    return m->dict != sys_dict || sys_restore() == 0 ? (Value)m : NULL;
}

static Value reload_compiled(const CompiledModule *c, PyModule *m, PyStr *name)
{
    if (c->module != m)
        return run_compiled(c, name);
    if (dict_set_str(m->dict, NAME(dunder_name), (Value)name) < 0 ||
        !c->body(m))
        return NULL;
    return dict_get_str_or_null(sys_modules, name);
}

/* The reloads that the thread with the import lock is in, on its stack. */
typedef struct Reload {
    PyModule *module;
    struct Reload *outer;
} Reload;

static Reload *reloads;

static bool is_reloading(const PyModule *m)
{
    for (const Reload *r = reloads; r; r = r->outer)
        if (r->module == m)
            return true;
    return false;
}

static Value reload_once(PyModule *m, PyStr *name)
{
    int32_t i = index_find(str_data(name));
    Value path, v;

    if (dict_get_str_or_null(sys_modules, name) != (Value)m)
        return err_format(&exc_ImportError,
                          "reload(): module %.200s not in sys.modules",
                          str_data(name));
    path = path_of_parent(name);
    v = path ? from_meta_path(name, path) : NULL;
    if (!path || v || err_pending())
        return v;
    if (i < 0)
        return reload_native(program_native_modules[-i - 1], m);
    return i == 0 ? reload_from_path(name, path)
                  : reload_compiled(program_modules[i - 1], m, name);
}

/* A module whose body reloads it is not run again inside. */
static Value reload_locked(PyModule *m, PyStr *name)
{
    Reload this = {.module = m, .outer = reloads};
    Value v;

    if (is_reloading(m))
        return (Value)m;
    reloads = &this;
    v = reload_once(m, name);
    reloads = this.outer;
    return v;
}

Value import_reload(Value module)
{
    Value name;

    if (!type_is_subtype(type_of(module), &module_type))
        return err_format(&exc_TypeError, "reload() argument must be module");
    name = op_getattr(module, NAME(dunder_name));
    if (!name)
        return NULL;
    if (!has_type_flag(name, TYPE_STR))
        return err_format(&exc_SystemError, "nameless module");
    import_lock();
    module = reload_locked((PyModule *)module, (PyStr *)name);
    import_unlock();
    return module;
}

Value import_run_main(const CompiledModule *c)
{
    return run_compiled(c, NAME(dunder_main));
}
