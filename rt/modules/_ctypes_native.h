/* Between the files of _ctypes_native. */
#ifndef RT_CTYPES_NATIVE_H
#define RT_CTYPES_NATIVE_H

#include "cargs.h"
#include "instance.h"
#include "module_support.h"
#include "str.h"
#include "thread.h"
#include "type.h"
#include "unicode.h"

bool ctypes_address(Value v, void **out);
Value ctypes_address_value(const void *p);

/* A C value of the type that the letter names, which may be unaligned.
 * Integers are cut to size; -1: TypeError. */
Value ctypes_load(const void *p, char code);
int ctypes_store(void *p, char code, Value v);
/* Its size, 0: no such type. */
int ctypes_size(char code);

/* _ctypes_call.c */
extern PyType ctypes_closure_type;
NativeFn ctypes_call, ctypes_closure, ctypes_get_errno, ctypes_set_errno;

#endif
