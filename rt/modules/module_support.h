/* Helpers for modules written in C. */
#ifndef RT_MODULE_SUPPORT_H
#define RT_MODULE_SUPPORT_H

#include "module.h"

/* A new exception class "module.name", as a class statement makes it; base
 * NULL: Exception.  NULL with the exception pending. */
PyType *exception_class_new(const char *dotted_name, PyType *base);
/* module_add of a C type under its name after the last dot, readied. */
int module_add_type(PyModule *m, PyType *t);

/* Gives a class made at run time a __str__ written in C. */
int type_set_str(PyType *t, Value (*str)(Value self));

#endif
