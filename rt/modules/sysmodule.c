/* sys: the state of the runtime as a module. */
#include <errno.h>
#include <float.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cargs.h"
#include "codecs.h"
#include "dict.h"
#include "errors.h"
#include "evalhooks.h"
#include "file.h"
#include "frames.h"
#include "function.h"
#include "import.h"
#include "list.h"
#include "attrname.h"
#include "names.h"
#include "number.h"
#include "start.h"
#include "str.h"
#include "structseq.h"
#include "type.h"
#include "unicode.h"

#include "methods_declare.h"
#include "sys.def"
#include "methods_end.h"

PyDict *sys_dict;

/* The user's locale, as the process was started in it. */
static char locale_name[128];

static void find_locale_name(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *name = NULL;

    for (int i = 0; i < 3 && !(name && *name); i++)
        name = getenv(variables[i]);
    snprintf(locale_name, sizeof locale_name, "%s", name && *name ? name : "C");
}

static char file_encoding[64];

static void find_encoding(void)
{
    locale_t user = newlocale(LC_CTYPE_MASK, locale_name, (locale_t)0);

    snprintf(file_encoding, sizeof file_encoding, "%s",
             user ? nl_langinfo_l(CODESET, user) : "ANSI_X3.4-1968");
    if (user)
        freelocale(user);
}

/* The locale's character set.  Reading a locale takes files: most programs do
 * not ask. */
static const char *locale_encoding(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, find_encoding);
    return file_encoding;
}
static int check_interval = 100;
static int dlopen_flags = 2; /* RTLD_NOW */

Value sys_get(PyStr *name)
{
    return sys_dict ? dict_get_str_or_null(sys_dict, name) : NULL;
}

/* --- exceptions
 * ----------------------------------------------------------------- */

static Value sys_exc_info(Value self, const Value *args, Py_ssize nargs)
{
    ExcInfo *e = thread_state->handled;

    if (!e || !e->type)
        return (Value)tuple_pack(3, NONE, NONE, NONE);
    return (Value)tuple_pack(3, e->type, err_caught_value(e),
                             e->tb ? e->tb : NONE);
}

static Value sys_exc_clear(Value self, const Value *args, Py_ssize nargs)
{
    thread_state->handled = NULL;
    if (dict_set_str(sys_dict, NAME(exc_value), NONE) < 0 ||
        dict_set_str(sys_dict, NAME(exc_traceback), NONE) < 0)
        return NULL;
    return NONE;
}

/* sys.exc_type and its like are computed: writing three names of the dict
 * would make each except clause ten times dearer.  Without an exception the
 * type is None and the others are missing, as CPython leaves them. */
static Value sys_getattr(Value self, PyStr *name)
{
    ExcInfo *e = thread_state->handled;
    bool is_type;

    name = name_interned(name);
    is_type = name == NAME(exc_type);
    if (is_type || name == NAME(exc_value) || name == NAME(exc_traceback)) {
        if (e && e->type)
            return is_type                   ? e->type
                   : name == NAME(exc_value) ? err_caught_value(e)
                                             : (e->tb ? e->tb : NONE);
        if (is_type)
            return NONE;
    }
    return object_getattr(self, name);
}

/* Gives the module object the attributes above. */
static void compute_exception_names(PyModule *m)
{
    PyType *t = type_twin(&module_type);

    t->getattr = sys_getattr;
    m->head.type = t;
}

static Value sys_excepthook(Value self, const Value *args, Py_ssize nargs)
{
    err_display(args[0], args[1], args[2]);
    return NONE;
}

static Value sys_exit(Value self, const Value *args, Py_ssize nargs)
{
    err_restore((Value)&exc_SystemExit, nargs ? args[0] : NULL, NULL);
    return NULL;
}

/* --- displayhook
 * ------------------------------------------------------------------ */

static Value sys_displayhook(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *underscore = str_intern("_");
    Value out, text;

    if (args[0] == NONE)
        return NONE;
    if (dict_set_str(builtins_dict, underscore, NONE) < 0)
        return NULL;
    out = sys_get(NAME(stdout));
    if (!out)
        return err_format(&exc_RuntimeError, "lost sys.stdout");
    text = op_repr(args[0]);
    if (!text || file_write_value(out, text) < 0 ||
        file_write_text(out, "\n") < 0 ||
        dict_set_str(builtins_dict, underscore, args[0]) < 0)
        return NULL;
    return NONE;
}

/* --- limits and settings
 * ------------------------------------------------------------- */

static Value sys_none(Value self, const Value *args, Py_ssize nargs)
{
    return NONE;
}

static Value sys_clear_type_cache(Value self, const Value *args, Py_ssize nargs)
{
    return NONE;
}

static bool int_argument(Value v, int *out)
{
    int64_t i = value_as_c_int(v);

    if (i == -1 && err_pending())
        return false;
    *out = (int)i;
    return true;
}

static Value sys_getrecursionlimit(Value self, const Value *args,
                                   Py_ssize nargs)
{
    return tag_int(thread_recursion_limit);
}

static Value sys_setrecursionlimit(Value self, const Value *args,
                                   Py_ssize nargs)
{
    int limit;

    if (!int_argument(args[0], &limit))
        return NULL;
    if (limit <= 0)
        return err_format(&exc_ValueError, "recursion limit must be positive");
    thread_set_recursion_limit(limit);
    return NONE;
}

static Value sys_getcheckinterval(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(check_interval);
}

static Value sys_setcheckinterval(Value self, const Value *args, Py_ssize nargs)
{
    return int_argument(args[0], &check_interval) ? NONE : NULL;
}

static Value sys_getdlopenflags(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(dlopen_flags);
}

static Value sys_setdlopenflags(Value self, const Value *args, Py_ssize nargs)
{
    return int_argument(args[0], &dlopen_flags) ? NONE : NULL;
}

static Value sys_getdefaultencoding(Value self, const Value *args,
                                    Py_ssize nargs)
{
    return (Value)str_from_c(rt_default_encoding);
}

/* Site takes it out of sys at the start, as everywhere; reload(sys) brings it
 * back.  The name stays for good: readers take no lock. */
static Value sys_setdefaultencoding(Value self, const Value *args,
                                    Py_ssize nargs)
{
    const char *name = arg_name("setdefaultencoding", 1, args[0]);
    char *copy;

    if (!name || !codec_lookup(str_from_c(name)))
        return NULL;
    copy = strdup(name);
    if (!copy)
        return err_no_memory();
    rt_default_encoding = copy;
    return NONE;
}

static Value sys_getfilesystemencoding(Value self, const Value *args,
                                       Py_ssize nargs)
{
    return *locale_encoding() ? (Value)str_from_c(locale_encoding()) : NONE;
}

/* Only interpreted code calls them: eval/trace.c. */
static Value set_tracer(Value *where, Value func)
{
    ThreadState *t = thread_state;

    *where = func == NONE ? NULL : func;
    t->tracing = t->trace_func || t->profile_func;
    for (EvalFrame *e = t->eval_frame; t->tracing && e; e = e->up)
        eval_hooks->trace_code(e->code);
    return NONE;
}

static Value sys_setprofile(Value self, const Value *args, Py_ssize nargs)
{
    return set_tracer(&thread_state->profile_func, args[0]);
}

static Value sys_settrace(Value self, const Value *args, Py_ssize nargs)
{
    return set_tracer(&thread_state->trace_func, args[0]);
}

static Value sys_getprofile(Value self, const Value *args, Py_ssize nargs)
{
    Value v = thread_state->profile_func;

    return v ? v : NONE;
}

static Value sys_gettrace(Value self, const Value *args, Py_ssize nargs)
{
    Value v = thread_state->trace_func;

    return v ? v : NONE;
}

/* A debugger that is called by a tracer, and debugs something else. */
static Value sys_call_tracing(Value self, const Value *args, Py_ssize nargs)
{
    ThreadState *t = thread_state;
    int32_t in_tracer = t->in_tracer;
    bool tracing = t->tracing;
    Value v;

    if (!has_type_flag(args[1], TYPE_TUPLE))
        return err_format(&exc_TypeError,
                          "call_tracing() argument 2 must be tuple, not %s",
                          type_name_of(args[1]));
    t->in_tracer = 0;
    t->tracing = t->trace_func || t->profile_func;
    v = call_ex(args[0], NULL, 0, NULL, args[1], NULL);
    t->in_tracer = in_tracer;
    t->tracing = tracing;
    return v;
}

/* --- objects
 * ------------------------------------------------------------------------------
 */

/* There are no counts; what CPython shows for an object with one name. */
static Value sys_getrefcount(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(2);
}

static Value sys_getsizeof(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"object", "default"};
    Value a[2], method, size;

    if (args_parse("getsizeof", args, nargs, kwnames, names, 1, 2, a) < 0)
        return NULL;
    if (type_of(a[0]) == &instance_type)
        method = op_getattr_or_null(a[0], NAME(dunder_sizeof));
    else
        method = op_special_or_null(a[0], NAME(dunder_sizeof));
    if (method) {
        size = op_call(method, NULL, 0, NULL);
        if (size || !a[1] || !err_matches(&exc_TypeError))
            return size;
        err_clear();
        return a[1];
    }
    if (err_pending())
        return NULL;
    return value_from_int(type_of(a[0])->basic_size);
}

/* Only what the side table of code addresses knows can be shown. */
static Value sys_getframe(Value self, const Value *args, Py_ssize nargs)
{
    int depth = 0;
    Value frame;

    if (nargs && !int_argument(args[0], &depth))
        return NULL;
    frame = traceback_frame(depth < 0 ? 0 : depth);
    if (frame || err_pending())
        return frame;
    return err_format(&exc_ValueError, "call stack is not deep enough");
}

/* Of the calling thread: others run on meanwhile. */
static Value sys_current_frames(Value self, const Value *args, Py_ssize nargs)
{
    Value frame = traceback_frame(0);
    PyDict *frames = dict_new();

    if (!frames || (!frame && err_pending()))
        return NULL;
    if (frame &&
        dict_set(frames, value_from_int(thread_state->ident), frame) < 0)
        return NULL;
    return (Value)frames;
}

/* --- structures
 * ------------------------------------------------------------------------------
 */

static StructSeqDef version_info_def = {
    .name = "sys.version_info",
    .fields = {"major", "minor", "micro", "releaselevel", "serial"},
    .visible = 5};

static StructSeqDef flags_def = {
    .name = "sys.flags",
    .fields = {"debug", "py3k_warning", "division_warning", "division_new",
               "inspect", "interactive", "optimize", "dont_write_bytecode",
               "no_user_site", "no_site", "ignore_environment", "tabcheck",
               "verbose", "unicode", "bytes_warning", "hash_randomization"},
    .visible = 16};

static StructSeqDef float_info_def = {
    .name = "sys.float_info",
    .fields = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp",
               "dig", "mant_dig", "epsilon", "radix", "rounds"},
    .visible = 11};

static StructSeqDef long_info_def = {
    .name = "sys.long_info",
    .fields = {"bits_per_digit", "sizeof_digit"},
    .visible = 2};

static Value version_info(void)
{
    Value items[] = {tag_int(2), tag_int(7), tag_int(18),
                     (Value)str_intern("final"), tag_int(0)};

    return structseq_new(&version_info_def, items);
}

static Value flags(void)
{
    const int *values = (const int *)&start_flags;
    Value items[16];

    _Static_assert(sizeof start_flags == sizeof items / 2, "one int a flag");
    for (int i = 0; i < 16; i++)
        items[i] = tag_int(values[i]);
    return structseq_new(&flags_def, items);
}

static Value float_info(void)
{
    Value items[] = {value_from_double(DBL_MAX),
                     tag_int(DBL_MAX_EXP),
                     tag_int(DBL_MAX_10_EXP),
                     value_from_double(DBL_MIN),
                     tag_int(DBL_MIN_EXP),
                     tag_int(DBL_MIN_10_EXP),
                     tag_int(DBL_DIG),
                     tag_int(DBL_MANT_DIG),
                     value_from_double(DBL_EPSILON),
                     tag_int(FLT_RADIX),
                     tag_int(1)};

    return structseq_new(&float_info_def, items);
}

static Value long_info(void)
{
    Value items[] = {tag_int(30), tag_int(4)};

    return structseq_new(&long_info_def, items);
}

/* --- start-up
 * ------------------------------------------------------------------------------------
 */

static Value text(const char *s)
{
    return (Value)str_from_c(s);
}

static Value arguments(int argc, char **argv)
{
    PyList *list = list_new(argc);

    for (int i = 0; list && i < argc; i++)
        if (list_append(list, text(argv[i])) < 0)
            return NULL;
    return (Value)list;
}

/* The directory of the program, where CPython has that of the script. */
static Value program_folder(const char *program)
{
    char full[PATH_MAX];
    const char *slash;

    if (realpath(program, full))
        program = full;
    slash = strrchr(program, '/');
    if (!slash)
        return text("");
    return (Value)str_from(program, slash > program ? slash - program : 1);
}

/* os.path.abspath() of n bytes; the length, or 0: too long. */
static int64_t absolute_path(const char *dir, size_t n, char out[PATH_MAX])
{
    char given[2 * PATH_MAX], *part, *rest = given;
    size_t len = 0;

    if (n >= PATH_MAX || !getcwd(given, PATH_MAX))
        return 0;
    snprintf(given + (n && *dir == '/' ? 0 : strlen(given)), PATH_MAX, "/%.*s",
             (int)n, dir);
    while ((part = strsep(&rest, "/")) != NULL) {
        size_t size = strlen(part);

        if (size == 0 || strcmp(part, ".") == 0)
            continue;
        if (strcmp(part, "..") == 0) {
            while (len > 0 && out[--len] != '/')
                ;
            continue;
        }
        if (len + size + 2 > PATH_MAX)
            return 0;
        out[len++] = '/';
        memcpy(out + len, part, size);
        len += size;
    }
    if (len == 0)
        out[len++] = '/';
    return (int64_t)len;
}

/* The folders of PYTHONPATH, each once, as CPython's site leaves them. */
static int add_python_path(PyList *list)
{
    const char *item = start_getenv("PYTHONPATH");
    char path[PATH_MAX];

    while (item) {
        size_t n = strcspn(item, ":");
        int64_t len = absolute_path(item, n, path);
        Value folder = len ? (Value)str_from(path, len) : NULL;

        if (len && (!folder || (!op_contains((Value)list, folder) &&
                                list_append(list, folder) < 0)))
            return -1;
        item = item[n] ? item + n + 1 : NULL;
    }
    return 0;
}

static Value search_path(const char *program)
{
    PyList *first = list_new(1), *rest = list_new(0);
    Value folder = program_folder(program);

    if (!first || !rest || !folder || list_append(first, folder) < 0 ||
        add_python_path(rest) < 0)
        return NULL;
    return list_concat(first, rest);
}

static Value module_names(void)
{
    PyList *list = list_new(0);

    for (int i = 0; list && program_native_modules[i]; i++)
        if (list_append(list,
                        (Value)str_intern(program_native_modules[i]->name)) < 0)
            return NULL;
    return (Value)op_tuple((Value)list);
}

/* The python command beside the pyllc that linked the program, if one did. */
extern const char pyllc_python[] __attribute__((weak));

/* Whether the path names a program, and not the running one. */
static bool is_other_program(const char *path)
{
    struct stat it, self;

    return path && access(path, X_OK) == 0 && stat(path, &it) == 0 &&
           S_ISREG(it.st_mode) && stat("/proc/self/exe", &self) == 0 &&
           (it.st_dev != self.st_dev || it.st_ino != self.st_ino);
}

/* A Python for programs that start one.  A compiled program must not name
 * itself: it would start itself again and again. */
static Value executable(void)
{
    const char *wish = getenv("PYTHONEXECUTABLE");

    if (start_executable)
        return text(start_executable);
    if (is_other_program(wish))
        return text(wish);
    return text(is_other_program(pyllc_python) ? pyllc_python : "");
}

static const NativeDef sys_functions[] = {
#include "methods_table.h"
#include "sys.def"
#include "methods_end.h"
    {0}};

/* PYTHONIOENCODING is "encoding:errors", either part may be missing. */
static void set_stream_encoding(Value file, FILE *fp)
{
    const char *wish = start_getenv("PYTHONIOENCODING"), *colon;
    char encoding[64];

    if (wish && *wish) {
        colon = strchr(wish, ':');
        snprintf(encoding, sizeof encoding, "%.*s",
                 colon ? (int)(colon - wish) : 63, wish);
        file_set_encoding(file, encoding, colon ? colon + 1 : NULL);
    } else if (isatty(fileno(fp)) && *locale_encoding()) {
        file_set_encoding(file, locale_encoding(), NULL);
    }
}

static int add_streams(PyModule *m)
{
    static const char *const names[][3] = {
        {"stdin", "__stdin__", "<stdin>"},
        {"stdout", "__stdout__", "<stdout>"},
        {"stderr", "__stderr__", "<stderr>"}};
    FILE *files[] = {stdin, stdout, stderr};

    setvbuf(stderr, NULL, _IONBF, 0);
    for (int i = 0; i < 3; i++) {
        Value f = file_from_stdio(files[i], names[i][2], i == 0 ? "r" : "w");

        if (!f)
            return -1;
        set_stream_encoding(f, files[i]);
        if (module_add(m, names[i][0], f) < 0 ||
            module_add(m, names[i][1], f) < 0)
            return -1;
    }
    return 0;
}

static int add_numbers(PyModule *m)
{
    return module_add(m, "maxint", value_from_int(INT64_MAX)) < 0 ||
                   module_add(m, "maxsize", value_from_int(INT64_MAX)) < 0 ||
                   module_add(m, "maxunicode", tag_int(0x10ffff)) < 0 ||
                   module_add(m, "hexversion", tag_int(0x020712f0)) < 0 ||
                   module_add(m, "api_version", tag_int(1013)) < 0 ||
                   module_add(m, "version_info", version_info()) < 0 ||
                   module_add(m, "flags", flags()) < 0 ||
                   module_add(m, "float_info", float_info()) < 0 ||
                   module_add(m, "long_info", long_info()) < 0 ||
                   /* Imports write no compiled files. */
                   module_add(m, "dont_write_bytecode", TRUE_VALUE) < 0 ||
                   module_add(m, "py3kwarning",
                              value_from_bool(start_flags.py3k_warning)) < 0
               ? -1
               : 0;
}

static int add_texts(PyModule *m)
{
    static const char *const rows[][2] = {
        {"version", SYS_VERSION},
        {"copyright", "Copyright (c) 2001-2020 Python Software Foundation.\n"
                      "All Rights Reserved.\n\n"
                      "Copyright (c) 2000 BeOpen.com.\n"
                      "All Rights Reserved.\n\n"
                      "Copyright (c) 1995-2001 Corporation for National "
                      "Research Initiatives.\n"
                      "All Rights Reserved.\n\n"
                      "Copyright (c) 1991-1995 Stichting Mathematisch "
                      "Centrum, Amsterdam.\n"
                      "All Rights Reserved."},
        {"platform", "linux2"},
        {"byteorder", "little"},
        {"float_repr_style", "short"},
        {"prefix", "/usr"},
        {"exec_prefix", "/usr"},
        {NULL, NULL}};

    for (int i = 0; rows[i][0]; i++)
        if (module_add(m, rows[i][0], text(rows[i][1])) < 0)
            return -1;
    return module_add(
        m, "subversion",
        (Value)tuple_pack(3, text("CPython"), text(""), text("")));
}

static int add_import_state(PyModule *m)
{
    return module_add(m, "modules", (Value)sys_modules) < 0 ||
                   module_add(m, "meta_path", (Value)list_new(0)) < 0 ||
                   module_add(m, "path_hooks", (Value)list_new(0)) < 0 ||
                   module_add(m, "path_importer_cache", (Value)dict_new()) <
                       0 ||
                   module_add(m, "warnoptions", (Value)list_new(0)) < 0 ||
                   module_add(m, "builtin_module_names", module_names()) < 0
               ? -1
               : 0;
}

/* What was taken out of sys.modules and is imported again has all that the
 * first one has. */
static int complete_again(PyModule *m)
{
    if (!sys_dict)
        return 0;
    return dict_merge(m->dict, (Value)sys_dict, false);
}

int sys_restore(void)
{
    static const char *const names[][2] = {{"stdin", "__stdin__"},
                                           {"stdout", "__stdout__"},
                                           {"stderr", "__stderr__"}};

    for (int i = 0; i < 3; i++) {
        Value f = sys_get(str_intern(names[i][1]));

        if (f && dict_set_str(sys_dict, str_intern(names[i][0]), f) < 0)
            return -1;
    }
    return 0;
}

const NativeModule native_module_sys = {
    .name = "sys",
    .doc = "The state of the running program: its arguments, streams, modules, "
           "limits and\n"
           "hooks.\n",
    .functions = sys_functions,
    .init = complete_again};

PyModule *sys_init(int argc, char **argv)
{
    PyModule *m;

    find_locale_name();
    if (structseq_ready(&version_info_def) < 0 ||
        structseq_ready(&flags_def) < 0 ||
        structseq_ready(&float_info_def) < 0 ||
        structseq_ready(&long_info_def) < 0)
        return NULL;
    m = import_native(&native_module_sys);
    if (!m)
        return NULL;
    sys_dict = m->dict;
    dict_unbind_slot(sys_dict, str_intern("setdefaultencoding"));
    compute_exception_names(m);
    if (add_numbers(m) < 0 || add_texts(m) < 0 || add_import_state(m) < 0 ||
        module_add(m, "argv", arguments(argc, argv)) < 0 ||
        module_add(m, "path", search_path(argc > 0 ? argv[0] : "")) < 0 ||
        module_add(m, "executable", executable()) < 0 ||
        module_add(m, "__displayhook__", sys_get(str_intern("displayhook"))) <
            0 ||
        module_add(m, "__excepthook__", sys_get(NAME(excepthook))) < 0 ||
        add_streams(m) < 0)
        return NULL;
    return m;
}
