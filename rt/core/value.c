/* Boxes for the numbers that do not fit an immediate. */
#include "layout.h"

Value float_box(double d)
{
    PyFloat *f = gc_new_atomic(&float_type, sizeof *f);

    f->value = d;
    return (Value)f;
}

Value int_box(int64_t i)
{
    PyInt *n = gc_new_atomic(&int_type, sizeof *n);

    n->value = i;
    return (Value)n;
}
