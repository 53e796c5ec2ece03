/* bool: two ints that print as words; &, | and ^ of two bools give a bool. */
#include "number.h"
#include "long.h"

_Alignas(16) PyInt true_object = {{.type = &bool_type}, 1};
_Alignas(16) PyInt false_object = {{.type = &bool_type}, 0};
PyObject *const true_object_ref = &true_object.head;
PyObject *const false_object_ref = &false_object.head;

static bool is_bool(Value v)
{
    return v == TRUE_VALUE || v == FALSE_VALUE;
}

static Value bool_repr(Value self)
{
    return (Value)str_intern(self == TRUE_VALUE ? "True" : "False");
}

static Value bool_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    static const char *const names[] = {"x"};
    Value x;

    if (args_parse("bool", args, nargs, kwnames, names, 0, 1, &x) < 0)
        return NULL;
    int truth = x ? op_is_true(x) : 0;
    return truth < 0 ? NULL : value_from_bool(truth);
}

#define BITWISE(name, op)                                                      \
    static Value bool_##name(Value a, Value b)                                 \
    {                                                                          \
        if (!is_bool(a) || !is_bool(b))                                        \
            return int_type.binary[BIN_##name](a, b);                          \
        return value_from_bool((a == TRUE_VALUE) op(b == TRUE_VALUE));         \
    }
BITWISE(and, &)
BITWISE(or, |)
BITWISE(xor, ^)
#undef BITWISE

PyType bool_type = {
    .head.type = &type_type,
    .name = "bool",
    .doc = "bool(x) -> bool\n\nTrue where x is true; there is no other object "
           "of this class but False.",
    .base = &int_type,
    .flags = TYPE_INT,
    .basic_size = sizeof(PyInt),
    .repr = bool_repr,
    .str = bool_repr,
    .new_instance = bool_new,
    .binary = {[BIN_and] = bool_and, [BIN_or] = bool_or, [BIN_xor] = bool_xor},
};
