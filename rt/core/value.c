/* Boxes for the numbers that do not fit an immediate. */
#include "layout.h"

Value float_box(double d)
{
    PyFloat *f = gc_atomic(sizeof *f);

    f->head = (PyObject){.type = &float_type};
    f->value = d;
    return (Value)f;
}

Value int_box(int64_t i)
{
    PyInt *n = gc_atomic(sizeof *n);

    n->head = (PyObject){.type = &int_type};
    n->value = i;
    return (Value)n;
}
