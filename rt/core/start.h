/* Start and end of the runtime, in the order in which main.c runs them. */
#ifndef RT_START_H
#define RT_START_H

#include "module.h"

/* For programs with a main of their own: once, on the main thread. */
void rt_start(int argc, char **argv);
/* Joins threads, runs exit functions, flushes; returns code. */
int rt_finish(int code);

#define SYS_VERSION "2.7.18 (pyllc 0.1.0) \n[C]"

/* What the python command was told, in the order of sys.flags; a compiled
 * program has zeros, but for hash_randomization. */
typedef struct StartFlags {
    int debug, py3k_warning, division_warning, division_new, inspect,
        interactive, optimize, dont_write_bytecode, no_user_site, no_site,
        ignore_environment, tabcheck, verbose, unicode, bytes_warning,
        hash_randomization;
} StartFlags;

extern StartFlags start_flags;
/* sys.executable of the python command; NULL: a compiled program's. */
extern const char *start_executable;
/* getenv() of Python's own variables: -E hides them. */
const char *start_getenv(const char *name);
/* PYTHONHASHSEED and -R, before anything is hashed. */
void hash_seed_init(void);

PyModule *builtins_init(void);
PyModule *sys_init(int argc, char **argv);
/* What reload(sys) does behind the functions: the streams; -1 error. */
int sys_restore(void);

#endif
