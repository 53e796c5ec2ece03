/* pyllc-interp: runs a program under the interpreter.
 *
 *     pyllc-interp [-O LEVEL] FILE ARGUMENTS...
 *     pyllc-interp [-O LEVEL] -c TEXT ARGUMENTS...
 *     pyllc-interp                     a prompt; or the program on stdin
 *
 * The file and what it imports are read and interpreted; all modules written in
 * C are there.  -O1 lowers generators, -O2 also specialises, as pyllc does
 * before it makes machine code. */
#include "eval/eval.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "errors.h"
#include "names.h"
#include "dict.h"
#include "list.h"

#include "eval/source.h"

#define NATIVE(name) extern const NativeModule native_module_##name;
#include "native_modules.def"

#define NATIVE(name)                                                           \
    static const NativeModule *const keep_##name                               \
        __attribute__((section("pyllc_natives"), used, retain)) =              \
            &native_module_##name;
#include "native_modules.def"

static CompiledModule main_module = {.name = "__main__"};

/* The library beside the executable: in the build tree, or installed. */
static const char *library_path(void)
{
    static const char *const places[] = {"../../lib/python2.7", "python2.7"};
    static char path[PATH_MAX];
    char self[PATH_MAX - 64];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

    while (n > 0 && self[n - 1] != '/')
        n--;
    for (int i = 0; i < 2 && n > 0; i++) {
        char *real;

        snprintf(path, sizeof path, "%.*s%s", (int)n, self, places[i]);
        real = realpath(path, NULL);
        if (real) {
            snprintf(path, sizeof path, "%s", real);
            free(real);
            return path;
        }
    }
    return ".";
}

/* The program's directory as an absolute path, as module site makes it. */
static int first_entry(PyList *path)
{
    Value first = list_get(path, 0);
    char *real =
        first ? realpath(*str_data((PyStr *)first) ? str_data((PyStr *)first)
                                                   : ".",
                         NULL)
              : NULL;
    int r = real ? list_set_index(path, 0, (Value)str_from_c(real)) : 0;

    free(real);
    return r;
}

/* sys.path: the program's directory, PYTHONPATH, the library, CPython's. */
static int extend_path(void)
{
    PyList *path = (PyList *)sys_get(str_intern("path"));
    const char *more = getenv("PYTHONPATH");

    if (first_entry(path) < 0)
        return -1;
    while (more && *more) {
        size_t n = strcspn(more, ":");

        if (n && list_append(path, (Value)str_from(more, (Py_ssize)n)) < 0)
            return -1;
        more += n + (more[n] == ':');
    }
    if (list_append(path, (Value)str_from_c(library_path())) < 0)
        return -1;
    more = getenv("PYLLC_STDLIB");
    return more && *more ? list_append(path, (Value)str_from_c(more)) : 0;
}

static const char *command; /* of -c */

static const char prompt[] =
    "import code as _code, sys as _sys\n"
    "_sys.argv[0] = ''\n"
    "_console = _code.InteractiveConsole(globals(), '<stdin>')\n"
    "_banner = 'pyllc: Python %s on %s' % (_sys.version.split()[0], "
    "_sys.platform)\n"
    "del _code, _sys\n"
    "_console.interact(_banner)\n";

static PyCode *compile_text(const char *text, size_t len, const char *name)
{
    return (PyCode *)eval_compile(text, len, str_from_c(name), EVAL_exec, 0, 0);
}

static PyCode *compile_stdin(void)
{
    Value text = op_call_method(sys_get(NAME(stdin)), NAME(read), NULL, 0);

    if (!text)
        return NULL;
    return compile_text(str_data((PyStr *)text),
                        (size_t)str_length((PyStr *)text), "<stdin>");
}

static PyCode *main_code(void)
{
    if (command)
        return compile_text(command, strlen(command), "<string>");
    if (main_module.filename[0])
        return eval_compile_file(str_from_c(main_module.filename), 0);
    return isatty(0) ? compile_text(prompt, sizeof prompt - 1, "<prompt>")
                     : compile_stdin();
}

/* In place of compiled code for __main__. */
static Value run_main(PyModule *m)
{
    PyCode *code;

    if (extend_path() < 0)
        return NULL;
    code = main_code();
    return code ? eval_run(code, m->dict, (Value)m->dict) : NULL;
}

int main(int argc, char **argv)
{
    static char *nothing[] = {"", NULL};
    int i = 1;

    if (i < argc && strncmp(argv[i], "-O", 2) == 0)
        source_set_level(atoi(argv[i++] + 2));
    if (i + 1 < argc && strcmp(argv[i], "-c") == 0) {
        command = argv[i + 1];
        argv[++i] = "-c";
    }
    main_module.body = run_main;
    main_module.filename = i < argc && !command ? argv[i] : "";
    if (i >= argc)
        return rt_main(1, nothing, &main_module);
    return rt_main(argc - i, argv + i, &main_module);
}
