/* Attribute names that a program computes. */
#ifndef RT_ATTRNAME_H
#define RT_ATTRNAME_H

#include "object.h"

/* The interned str for a str or unicode; TypeError "attribute name must be
 * string, not 'x'" for anything else. */
PyStr *attribute_name(Value v);

/* The interned str of equal content; every lookup by pointer needs one. */
PyStr *name_interned(PyStr *name);

#endif
