/* libFuzzer's target for parsers written in C (json, pickle, expat ...).
 *
 *     modules-target PROGRAM.py LIBRARY [libFuzzer's OPTIONS]
 *
 * The interpreter runs PROGRAM.py, which defines `target(data)`; libFuzzer, run
 * from inside, hands it each input as a str.  Exceptions are answers.  What is
 * looked for: signals, UBSan's traps in the runtime, and AssertionError, with
 * which a target says that an answer is wrong.  There is no ASan: libgc has its
 * own mind about memory. */
#include "eval/eval.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "dict.h"
#include "errors.h"
#include "list.h"
#include "names.h"

#define NATIVE(name) extern const NativeModule native_module_##name;
#include "native_modules.def"

#define NATIVE(name)                                                           \
    static const NativeModule *const keep_##name                               \
        __attribute__((section("pyllc_natives"), used, retain)) =              \
            &native_module_##name;
#include "native_modules.def"

int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*target)(const uint8_t *, size_t));

static CompiledModule main_module = {.name = "__main__"};
static const char *library;
static int fuzzer_argc;
static char **fuzzer_argv;
static Value target; /* the collector scans static data */

static int one_input(const uint8_t *data, size_t size)
{
    Value text = (Value)str_from((const char *)data, (Py_ssize)size);

    if (text && op_call(target, &text, 1, NULL))
        return 0;
    if (err_matches(&exc_AssertionError)) {
        err_print();
        abort();
    }
    err_clear();
    return 0;
}

/* In place of compiled code for __main__. */
static Value run_main(PyModule *m)
{
    PyList *path = (PyList *)sys_get(str_intern("path"));
    PyCode *code;

    if (list_append(path, (Value)str_from_c(library)) < 0)
        return NULL;
    code = eval_compile_file(str_from_c(main_module.filename), 0);
    if (!code || !eval_run(code, m->dict, (Value)m->dict))
        return NULL;
    target = dict_get_str(m->dict, str_intern("target"));
    if (!target)
        return err_format(&exc_NameError, "no function target(data)");
    exit(LLVMFuzzerRunDriver(&fuzzer_argc, &fuzzer_argv, one_input));
}

int main(int argc, char **argv)
{
    static char *names[] = {"modules-target", NULL};

    if (argc < 3)
        return 2;
    main_module.body = run_main;
    main_module.filename = argv[1];
    library = argv[2];
    argv[2] = argv[0];
    fuzzer_argc = argc - 2;
    fuzzer_argv = argv + 2;
    return rt_main(1, names, &main_module);
}
