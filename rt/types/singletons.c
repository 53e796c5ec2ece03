/* None, NotImplemented and Ellipsis. */
#include "type.h"

PyObject none_object = {.type = &none_type};
PyObject not_implemented_object = {.type = &not_implemented_type};
PyObject ellipsis_object = {.type = &ellipsis_type};

static Value none_repr(Value self)
{
    return (Value)str_intern("None");
}

/* CPython's is an address.  A fixed number whose low bits are those of
 * CPython's own builds gives small dicts with a key None its order. */
static int64_t none_hash(Value self)
{
    return 8749069426142;
}

PyType none_type = {
    .head.type = &type_type,
    .name = "NoneType",
    .basic_size = sizeof(PyObject),
    .repr = none_repr,
    .hash = none_hash,
};

static Value not_implemented_repr(Value self)
{
    return (Value)str_intern("NotImplemented");
}

PyType not_implemented_type = {
    .head.type = &type_type,
    .name = "NotImplementedType",
    .basic_size = sizeof(PyObject),
    .repr = not_implemented_repr,
};

static Value ellipsis_repr(Value self)
{
    return (Value)str_intern("Ellipsis");
}

PyType ellipsis_type = {
    .head.type = &type_type,
    .name = "ellipsis",
    .basic_size = sizeof(PyObject),
    .repr = ellipsis_repr,
};
