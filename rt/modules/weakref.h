/* Weak references, for other files of the runtime. */
#ifndef RT_WEAKREF_H
#define RT_WEAKREF_H

#include "object.h"

/* The object points to nothing that the collector follows: `hidden` is the
 * referent's address inverted, zeroed by the collector when it dies. */
typedef struct PyWeakref {
    PyObject head;
    uintptr_t hidden;
    Value callback; /* NULL: none */
    int64_t hash;   /* of the referent, -1: not asked for */
} PyWeakref;

extern PyType weakref_ref_type, weakref_proxy_type, weakref_callable_type;

/* The referent, NULL when it is gone. */
Value weakref_get(PyWeakref *r);
/* A reference of exact type ref; TypeError for types that allow none. */
Value weakref_new(Value object, Value callback_or_null);
/* v.__weakref__: the first reference to v, or None. */
Value weakref_list_head(Value v);

#endif
