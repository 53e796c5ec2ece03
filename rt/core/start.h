/* Start and end of the runtime, in the order in which main.c runs them. */
#ifndef RT_START_H
#define RT_START_H

#include "module.h"

/* For programs with a main of their own: once, on the main thread. */
void rt_start(int argc, char **argv);
/* Joins threads, runs exit functions, flushes; returns code. */
int rt_finish(int code);

PyModule *builtins_init(void);
PyModule *sys_init(int argc, char **argv);
/* What reload(sys) does behind the functions: the streams; -1 error. */
int sys_restore(void);

#endif
