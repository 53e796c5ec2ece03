/* From process start to exit: sets up the runtime, runs the program's main
 * module, and ends as CPython does: threads joined, sys.exitfunc, output
 * flushed. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dict.h"
#include "entry.h"
#include "errors.h"
#include "file.h"
#include "file_pending.h"
#include "function.h"
#include "gc_hostile.h"
#include "import.h"
#include "names.h"
#include "signals.h"
#include "start.h"

typedef struct Start {
    int argc;
    char **argv;
    const CompiledModule *module;
} Start;

static void fatal(const char *what)
{
    Value type, value, tb;

    err_fetch(&type, &value, &tb);
    fprintf(stderr, "Fatal Python error: %s%s%s\n", what, type ? ": " : "",
            type ? ((PyType *)type)->name : "");
    if (value && has_type_flag(value, TYPE_STR))
        fprintf(stderr, "%s\n", str_data((PyStr *)value));
    _exit(134);
}

void rt_start(int argc, char **argv)
{
    if (thread_main)
        return;
    hash_seed_init();
    lock_prepare_owners(); /* dear once there are threads of any kind */
    gc_init();
    thread_init();
    names_init();
    types_init();
    sys_modules = dict_new();
    import_init();
    if (!builtins_init() || !sys_init(argc, argv))
        fatal("can't initialize the runtime");
    known_builtins_init();
    signals_init();
}

/* threading._shutdown() waits for threads that are no daemons. */
static void join_threads(void)
{
    Value threading =
        dict_get_str_or_null(sys_modules, str_intern("threading"));

    if (threading && threading != NONE &&
        !op_call_method(threading, str_intern("_shutdown"), NULL, 0))
        err_write_unraisable(threading);
}

/* SystemExit raised by an exit function changes the exit code. */
static int run_exitfunc(int code)
{
    Value fn = sys_get(NAME(exitfunc));

    if (!fn || fn == NONE)
        return code;
    dict_unbind_slot(sys_dict, NAME(exitfunc));
    if (op_call(fn, NULL, 0, NULL))
        return code;
    if (err_matches(&exc_SystemExit))
        return err_exit_code();
    fputs("Error in sys.exitfunc:\n", stderr);
    err_print();
    return code;
}

/* What is still buffered goes out; a failure is told as CPython's file
 * destructor tells it, when nothing of sys is left. */
static void close_output(void)
{
    Value out = sys_get(str_intern("__stdout__"));
    FILE *fp = out && is_file(out) ? ((PyFile *)out)->fp : NULL;

    if (fp && fflush(fp) != 0)
        fputs("close failed in file object destructor:\n"
              "sys.excepthook is missing\nlost sys.stderr\n",
              stderr);
    fflush(NULL);
}

static PyDict *main_names(void)
{
    Value modules = sys_get(NAME(modules)), m = NULL;

    if (modules && has_type_flag(modules, TYPE_DICT))
        m = dict_get_or_null((PyDict *)modules, (Value)str_intern("__main__"));
    return m && type_of(m) == &module_type ? ((PyModule *)m)->dict : NULL;
}

int rt_finish(int code)
{
    join_threads();
    code = run_exitfunc(code);
    gc_finish(main_names());
    pending_write_last();
    close_output();
    return code;
}

static int run(void *arg)
{
    Start *start = arg;
    int code = 0;

    rt_start(start->argc, start->argv);
    gc_hostile_arm();
    /* The last lines may have passed no safepoint. */
    if (!import_run_main(start->module) || thread_safepoint() < 0)
        code = err_exit_code();
    else
        err_end_line();
    return rt_finish(code);
}

int rt_main(int argc, char **argv, const CompiledModule *main_module)
{
    Start start = {argc, argv, main_module};

    return thread_run_on_big_stack(run, &start) & 0xff;
}
