/* The builtin functions that depend on their caller, for __builtin__'s table.
 */
#ifndef RT_BUILTIN_CALLER_H
#define RT_BUILTIN_CALLER_H

#include "object.h"

extern const NativeDef builtin_caller_functions[]; /* ended by a NULL name */

/* builtinmodule.c: raw_input(), and the sorted dir() of an object */
Value input_line(const Value *args, Py_ssize nargs);
/* NULL, or what readline has: a function of the prompt that reads a line of
 * the terminal; it returns None at the end. */
extern Value input_reader;
Value dir_of(Value v);

#endif
