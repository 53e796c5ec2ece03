/* Calling compiled Python from C.
 *
 *     pyllc_start(argc, argv);
 *     PyllcObject *m = pyllc_import("shapes");
 *     PyllcObject *area = m ? pyllc_attribute(m, "area") : NULL;
 *
 * A function that returns an object returns NULL, and one that returns int
 * returns -1, when Python raised: pyllc_error_type() and
 * pyllc_error_message() then say what, until pyllc_error_clear() or the next
 * call into Python.
 *
 * Objects are collected by a garbage collector that finds references on C
 * stacks, in registers and in static variables.  One that is kept in memory
 * of malloc's must be held: pyllc_hold, pyllc_release.
 *
 * Calls are made from the thread that called pyllc_start, and from threads
 * between pyllc_attach and pyllc_detach.  They run at the same time; each has
 * an exception of its own.
 *
 * To build: pyllc app.c module.o -o app, or link with the output of
 * pyllc --libs. */
#ifndef PYLLC_H
#define PYLLC_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct PyllcObject PyllcObject;

/* Once, before anything else.  The arguments become sys.argv; 0 and NULL for
 * none. */
void pyllc_start(int argc, char **argv);
/* Ends Python as the end of a program does: waits for its threads, runs exit
 * functions, flushes.  Returns code, or what an exit function made of it. */
int pyllc_finish(int code);

/* Threads that C code has made may call Python from now on.  Called once, on
 * the thread of pyllc_start, while no Python function runs: from then on
 * objects are locked when they change, which costs a little. */
void pyllc_allow_threads(void);
/* Makes the calling thread known, before its first other call: 0, or -1 if
 * pyllc_allow_threads has not been called or memory is short.  As many detaches
 * as attaches; the last one comes before the thread ends and before
 * pyllc_finish, and behind it the thread keeps no object but held ones. */
int pyllc_attach(void);
void pyllc_detach(void);

/* The module of this dotted name, imported when this is the first time. */
PyllcObject *pyllc_import(const char *name);
PyllcObject *pyllc_attribute(PyllcObject *o, const char *name);
PyllcObject *pyllc_call(PyllcObject *callee, PyllcObject *const *args,
                        size_t nargs);

/* From C; never NULL but for a name that is no memory. */
PyllcObject *pyllc_none(void);
PyllcObject *pyllc_from_int(int64_t i);
PyllcObject *pyllc_from_double(double d);
PyllcObject *pyllc_from_bytes(const char *bytes, size_t length); /* a str */
PyllcObject *pyllc_from_string(const char *text);

/* To C: 0, or -1 with TypeError or OverflowError. */
int pyllc_to_int(PyllcObject *o, int64_t *result);
int pyllc_to_double(PyllcObject *o, double *result);
/* The bytes of str(o), ended by a zero byte; length may be NULL.  NULL when
 * Python raised.  They live as long as a reference to them does. */
const char *pyllc_to_string(PyllcObject *o, size_t *length);

/* The exception that the last call raised: the name of its class, "" for none;
 * and str() of it. */
const char *pyllc_error_type(void);
const char *pyllc_error_message(void);
/* Prints it with its traceback to sys.stderr, and clears it. */
void pyllc_error_print(void);
void pyllc_error_clear(void);

/* Keeps an object alive wherever its pointer is; as many releases as holds. */
void pyllc_hold(PyllcObject *o);
void pyllc_release(PyllcObject *o);

#ifdef __cplusplus
}
#endif
#endif
