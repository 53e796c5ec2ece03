/* Beyond object.h: catching, printing, and what compiled code needs. */
#ifndef RT_ERRORS_H
#define RT_ERRORS_H

#include "thread.h"

/* An except clause takes the pending exception into *info: normalised, no
 * longer pending, and now what sys.exc_info() shows. */
void err_catch(ExcInfo *info);
/* The same without except clause: as it is, to be raised again. */
void err_take(ExcInfo *info);
/* The instance, or what else was raised. */
Value err_caught_value(ExcInfo *info);
/* Raises exc with a message that make(about) gives when it is asked for.
 * Nothing that changes may enter into it. */
typedef PyStr *MessageFn(const Value about[2]);
void *err_later(PyType *exc, MessageFn *make, Value a, Value b);
/* What was caught or taken is pending again. */
void err_again(ExcInfo *info);
/* The value of a pending exception with its message made; else value. */
Value err_message(Value value);
/* StopIteration pending?  Clears it and says true. */
bool err_clear_stop_iteration(void);
/* The class of an exception instance, old-style ones included. */
Value err_class_of(Value instance);

/* The pending exception ends the thread or program: sys.excepthook, exactly
 * as CPython words it; SystemExit is not special here. */
void err_print(void);
/* sys.__excepthook__ */
void err_display(Value type, Value value, Value tb);
/* Ends the line of a print statement that ended with a comma, before a report
 * or the end of the program. */
void err_flush_line(void);
/* The same without flushing: output that fails is told at the exit. */
void err_end_line(void);
/* "Exception ... in OBJECT ignored" */
void err_write_unraisable(Value object);
/* err_print; but SystemExit raised by the hook, or pending, is kept for the
 * caller: -1. */
int err_print_or_exit(void);
/* The process's exit code for the pending exception, which it reports: code
 * of SystemExit, 1 for others. */
int err_exit_code(void);

/* Adds the frame that the pending exception passes through. */
void traceback_add(PyCode *code, PyDict *globals, int lineno);
struct PyFrame;
void traceback_add_frame(struct PyFrame *f, int lineno);
/* A frame object that shows these. */
Value frame_new(PyCode *code, PyDict *globals, int lineno);
int traceback_print(Value tb, Value file);
/* `lineno` of `filename`, stripped, with indent spaces, to file. */
int traceback_print_line(Value file, const char *filename, int lineno,
                         int indent);

/* The frame `level` calls up (0: the innermost Python function); NULL, nothing
 * raised: not known. */
Value traceback_frame(int level);
/* Where the Python code `level` calls up is (1: the innermost); false when
 * it is not known. */
bool traceback_location(int level, PyStr **filename, int *lineno);

/* str to any object with write(); "softspace" is not touched. */
int file_write_text(Value file, const char *text);
int file_write_value(Value file, Value v); /* str(v) */

#endif
