/* Small things that modules written in C share. */
#ifndef RT_MODULE_UTIL_H
#define RT_MODULE_UTIL_H

#include "object.h"

/* class NAME(base) with __module__ MODULE; NULL with an exception. */
PyType *exception_class_new(const char *module, const char *name, PyType *base);

#endif
