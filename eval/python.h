/* The python command: what its command line says, and what it does then. */
#ifndef PYLLC_EVAL_PYTHON_H
#define PYLLC_EVAL_PYTHON_H

#include <stdbool.h>

#include "evalhooks.h"
#include "module.h"

typedef struct PythonCommand {
    const char *program; /* argv[0] */
    const char *command; /* -c */
    const char *module;  /* -m */
    const char *file;    /* NULL or "-": standard input */
    char **args;         /* what sys.argv starts from */
    int nargs;
    bool unbuffered, skip_first_line;
    const char **warnings; /* -W, in the order given */
    int nwarnings;
} PythonCommand;

/* Reads the command line into c and start_flags.  -1: go on; else the exit code
 * of a command that is done. */
int python_options(PythonCommand *c, int argc, char **argv);
/* Runs it; the exit code. */
int python_main(int argc, char **argv);

/* --- library.c: where the modules are ------------------------------------- */

/* The library beside the executable: in the build tree, or installed. */
const char *library_path(void);
/* The python command beside the executable, "" for none. */
const char *library_python(void);
/* Appends PYTHONPATH, the library and CPython's to sys.path; -1 raised. */
int library_extend_path(void);

#endif
