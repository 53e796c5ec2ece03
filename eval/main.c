/* pyllc-interp: runs a program under the interpreter.
 *
 *     pyllc-interp [-O LEVEL] FILE ARGUMENTS...
 *     pyllc-interp [-O LEVEL] -c TEXT ARGUMENTS...
 *     pyllc-interp                     a prompt; or the program on stdin
 *     python2.7 ...                    by another name: python.c
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
#include "import.h"
#include "list.h"
#include "start.h"

#include "eval/python.h"
#include "eval/source.h"

#define NATIVE(name) extern const NativeModule native_module_##name;
#include "native_modules.def"

#define NATIVE(name)                                                           \
    static const NativeModule *const keep_##name                               \
        __attribute__((section("pyllc_natives"), used, retain)) =              \
            &native_module_##name;
#include "native_modules.def"

static CompiledModule main_module = {.name = "__main__"};

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

    return first_entry(path) < 0 ? -1 : library_extend_path();
}

static const char *command; /* of -c */

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
    return compile_stdin();
}

static Value run_prompt(PyModule *m)
{
    Value prompt = import_c("_prompt"), dict = (Value)m->dict;

    fputs("pyllc: Python 2.7.18 on linux2\n", stderr);
    return prompt ? op_call_method(prompt, str_intern("run"), &dict, 1) : NULL;
}

/* In place of compiled code for __main__. */
static Value run_main(PyModule *m)
{
    PyCode *code;

    if (extend_path() < 0)
        return NULL;
    if (!command && !main_module.filename[0] && isatty(0))
        return run_prompt(m);
    code = main_code();
    return code ? eval_run(code, m->dict, (Value)m->dict) : NULL;
}

/* Called by any other name than its own (a link python2.7, say) it is the
 * python command. */
static bool is_python(const char *program)
{
    const char *slash = strrchr(program, '/');

    return strncmp(slash ? slash + 1 : program, "pyllc", 5) != 0;
}

int main(int argc, char **argv)
{
    static char *nothing[] = {"", NULL};
    int i = 1;

    if (argc > 0 && is_python(argv[0]))
        return python_main(argc, argv);
    start_executable = library_python();
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
