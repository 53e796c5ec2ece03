/* The python command: a script, -c, -m, standard input, folders and archives
 * with a __main__, and the prompt; all interpreted. */
#include "eval/eval.h"
#include "eval/python.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dict.h"
#include "errors.h"
#include "import.h"
#include "list.h"
#include "names.h"
#include "start.h"

#include "eval/source.h"

static PythonCommand self;

static bool has_program(void)
{
    return self.file || self.command || self.module;
}

static bool is_interactive(void)
{
    return start_flags.interactive || isatty(STDIN_FILENO);
}

/* The process ends with this code, whatever else was wished. */
static void *exit_with(int code)
{
    start_flags.inspect = 0;
    err_restore((Value)&exc_SystemExit, tag_int(code), NULL);
    return NULL;
}

/* --- archives ------------------------------------------------------------- */

/* Whether the path leads into a file, which might be an archive. */
static bool leads_into_file(PyStr *path)
{
    char *p = strdup(str_data(path)), *slash;
    struct stat st;
    bool is_file = false;

    while (p && *p && !is_file && stat(p, &st) != 0) {
        slash = strrchr(p, '/');
        if (!slash)
            break;
        *slash = 0;
    }
    is_file = p && *p && stat(p, &st) == 0 && S_ISREG(st.st_mode);
    free(p);
    return is_file;
}

/* In sys.path_hooks until the first archive: that is when module zipimport is
 * imported, which puts its own hook there. */
static Value zip_hook(Value function, const Value *args, Py_ssize nargs)
{
    static bool importing; /* under the import lock */
    Value zipimport;

    if (importing || !has_type_flag(args[0], TYPE_STR) ||
        !leads_into_file((PyStr *)args[0]))
        return err_format(&exc_ImportError, "not a Zip file");
    importing = true;
    zipimport = import_c("zipimport");
    importing = false;
    return zipimport
               ? op_call_method(zipimport, str_intern("zipimporter"), args, 1)
               : NULL;
}

static int add_zip_hook(void)
{
    static const NativeDef def = {
        .name = "zipimporter", .fn = zip_hook, .min = 1, .max = 1};
    Value hooks = sys_get(str_intern("path_hooks"));

    return list_append((PyList *)hooks, native_function_new(&def, NULL, NONE));
}

/* --- sys ------------------------------------------------------------------ */

/* CPython's sys.executable: argv[0], found as a shell finds it and absolute;
 * "" if it is not there. */
static const char *own_path(const char *name)
{
    static char path[2 * PATH_MAX];
    const char *dirs = getenv("PATH");

    if (strchr(name, '/')) {
        if (*name == '/' || !getcwd(path, PATH_MAX))
            return name;
        if (name[0] == '.' && name[1] == '/')
            name += 2;
        snprintf(path + strlen(path), PATH_MAX, "/%s", name);
        return path;
    }
    while (dirs && *dirs) {
        size_t n = strcspn(dirs, ":");
        struct stat st;

        snprintf(path, sizeof path, "%.*s/%s", (int)n, dirs, name);
        if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
            access(path, X_OK) == 0)
            return path;
        dirs += n + (dirs[n] == ':');
    }
    return "";
}

static int set_warnings(void)
{
    PyList *list = list_new(0);

    for (int i = 0; i < self.nwarnings; i++)
        if (list_append(list, (Value)str_from_c(self.warnings[i])) < 0)
            return -1;
    if (dict_set_str(sys_dict, str_intern("warnoptions"), (Value)list) < 0)
        return -1;
    return self.nwarnings && !import_c("warnings") ? -1 : 0;
}

/* Errors of module site end the process. */
static int run_site(void)
{
    Value site;

    if (start_flags.no_site)
        return 0;
    site = import_c("site");
    if (site && op_call_method(site, str_intern("main"), NULL, 0))
        return 0;
    err_print();
    exit_with(1);
    return -1;
}

/* sys.path without and, behind site, with the program's folder. */
static int set_path(void)
{
    PyList *path = (PyList *)sys_get(str_intern("path"));
    Value folder = self.command ? (Value)str_from_c("") : list_get(path, 0);
    PyList *found;

    if (!folder ||
        dict_set_str(sys_dict, str_intern("path"), (Value)list_new(0)) < 0 ||
        library_extend_path() < 0 || add_zip_hook() < 0 || set_warnings() < 0 ||
        run_site() < 0)
        return -1;
    found = (PyList *)sys_get(str_intern("path"));
    return found && has_type_flag((Value)found, TYPE_LIST)
               ? list_insert(found, 0, folder)
               : 0;
}

/* --- programs ------------------------------------------------------------- */

static Value run_text(PyModule *m, const char *text, size_t len,
                      const char *name, int how)
{
    PyCode *code =
        (PyCode *)eval_compile(text, len, str_from_c(name), EVAL_exec, 0, how);

    return code ? eval_run(code, m->dict, (Value)m->dict) : NULL;
}

/* The rest of an open file, malloc'ed. */
static char *read_all(FILE *f, size_t *len)
{
    size_t room = 1 << 16, n;
    char *text = malloc(room);

    *len = 0;
    while (text && (n = fread(text + *len, 1, room - *len, f)) > 0) {
        *len += n;
        if (*len == room)
            text = realloc(text, room *= 2);
    }
    return text;
}

static Value run_stream(PyModule *m, FILE *f, const char *name)
{
    size_t len, skip = 0;
    char *text = read_all(f, &len);
    Value v;

    if (!text)
        return err_no_memory();
    if (dict_set_str(m->dict, NAME(dunder_file), (Value)str_from_c(name)) < 0)
        return NULL;
    while (self.file && self.skip_first_line && skip < len &&
           text[skip] != '\n')
        skip++;
    v = run_text(m, text + skip, len - skip, name, EVAL_FILE);
    free(text);
    return v;
}

/* What stands at the end of an archive that zipimport takes. */
static bool is_archive(FILE *f)
{
    char end[22];

    return fseek(f, -(long)sizeof end, SEEK_END) == 0 &&
           fread(end, sizeof end, 1, f) == 1 && !memcmp(end, "PK\5\6", 4);
}

static bool has_main_inside(const char *path)
{
    struct stat st;
    FILE *f;
    bool yes = stat(path, &st) == 0 && S_ISDIR(st.st_mode);

    f = yes ? NULL : fopen(path, "rb");
    if (f) {
        yes = is_archive(f);
        fclose(f);
    }
    return yes;
}

static Value run_as_main(const char *name, bool with_argv)
{
    Value runpy = import_c("runpy");
    Value args[] = {(Value)str_from_c(name), value_from_bool(with_argv)};

    return runpy ? op_call_method(runpy, str_intern("_run_module_as_main"),
                                  args, 2)
                 : NULL;
}

static Value run_inside(const char *path)
{
    PyList *list = (PyList *)sys_get(str_intern("path"));

    if (list_set_index(list, 0, (Value)str_from_c(path)) < 0)
        return NULL;
    return run_as_main("__main__", false);
}

/* A compiled file, by its name or what it begins with. */
static bool is_compiled(FILE *f)
{
    size_t n = strlen(self.file);
    char head[4];
    bool yes = fread(head, 1, 4, f) == 4 && !memcmp(head, PYC_MAGIC, 4);

    rewind(f);
    return yes || (n > 4 && strcmp(self.file + n - 4, ".pyc") == 0);
}

static Value run_compiled(PyModule *m)
{
    PyStr *path = str_from_c(self.file);
    PyCode *code;

    if (dict_set_str(m->dict, NAME(dunder_file), (Value)path) < 0)
        return NULL;
    code = eval_read_compiled(path);
    if (code || !err_matches(&exc_ImportError))
        return code ? eval_run(code, m->dict, (Value)m->dict) : NULL;
    err_clear();
    return err_format(&exc_RuntimeError, "Bad magic number in .pyc file");
}

static Value run_script(PyModule *m)
{
    FILE *f;
    Value v;

    if (has_main_inside(self.file))
        return run_inside(self.file);
    f = fopen(self.file, "rb");
    if (!f) {
        fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n",
                self.program, self.file, errno, strerror(errno));
        return exit_with(2);
    }
    v = is_compiled(f) ? run_compiled(m) : run_stream(m, f, self.file);
    fclose(f);
    return v;
}

static Value run_prompt(PyModule *m)
{
    Value prompt = import_c("_prompt"), dict = (Value)m->dict;

    return prompt ? op_call_method(prompt, str_intern("run"), &dict, 1) : NULL;
}

static Value run_program(PyModule *m)
{
    if (self.command)
        return run_text(m, self.command, strlen(self.command), "<string>", 0);
    if (self.module)
        return run_as_main(self.module, true);
    if (self.file)
        return run_script(m);
    if (!is_interactive())
        return run_stream(m, stdin, "<stdin>");
    start_flags.inspect = 0;
    return run_prompt(m);
}

/* -i and PYTHONINSPECT: what the program left is shown, then comes the prompt.
 * The program may have set the variable itself. */
static Value inspect(PyModule *m, Value v)
{
    if (!v)
        err_print();
    if (is_interactive() && has_program())
        return run_prompt(m);
    return v ? v : exit_with(1);
}

/* In place of compiled code for __main__. */
static Value run_main(PyModule *m)
{
    const char *wish;
    Value v;

    dict_unbind_slot(m->dict, NAME(dunder_file));
    if (set_path() < 0)
        return NULL;
    v = run_program(m);
    wish = start_getenv("PYTHONINSPECT");
    if (wish && *wish && (v || !err_matches(&exc_SystemExit)))
        start_flags.inspect = 1;
    return start_flags.inspect ? inspect(m, v) : v;
}

/* --- start ---------------------------------------------------------------- */

static void set_buffers(void)
{
    FILE *const files[] = {stdin, stdout, stderr};
    int how = self.unbuffered ? _IONBF : _IOLBF;

    for (int i = 0; i < 3 && (self.unbuffered || start_flags.interactive); i++)
        setvbuf(files[i], NULL, how, 0);
}

static void greet(void)
{
    if (!start_flags.verbose && (has_program() || !is_interactive()))
        return;
    fputs("Python " SYS_VERSION " on linux2\n", stderr);
    if (!start_flags.no_site)
        fputs("Type \"help\", \"copyright\", \"credits\" or \"license\" for "
              "more information.\n",
              stderr);
}

int python_main(int argc, char **argv)
{
    static char *nothing[] = {"", NULL};
    static CompiledModule main_module = {
        .name = "__main__", .filename = "", .body = run_main};
    int code = python_options(&self, argc, argv);

    if (code >= 0)
        return code;
    start_executable = own_path(argv[0]);
    source_set_options(start_flags.optimize, start_flags.division_new,
                       start_flags.unicode);
    set_buffers();
    greet();
    return self.nargs ? rt_main(self.nargs, self.args, &main_module)
                      : rt_main(1, nothing, &main_module);
}
