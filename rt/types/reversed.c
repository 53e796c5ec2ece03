/* reversed: backwards over any sequence with __len__ and __getitem__. */
#include "iterators.h"
#include "word.h"
#include "names.h"

#include "methods_declare.h"
#include "reversed.def"
#include "methods_end.h"

typedef struct PyReversed {
    PyObject head;
    int64_t index;
    Value sequence; /* NULL: exhausted */
} PyReversed;

static Value reversed_make(PyType *type, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    Value method;
    PyReversed *r;
    Py_ssize n;

    if (type == &reversed_type && kwnames && tuple_length(kwnames) > 0)
        return err_format(&exc_TypeError,
                          "reversed() does not take keyword arguments");
    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "reversed expected 1 arguments, got %lld",
                          (long long)nargs);
    method = type_of(args[0]) == &instance_type
                 ? op_getattr_or_null(args[0], NAME(dunder_reversed))
                 : op_special_or_null(args[0], NAME(dunder_reversed));
    if (method)
        return op_call(method, NULL, 0, NULL);
    if (err_pending())
        return NULL;
    if (!value_is_sequence(args[0]))
        return err_format(&exc_TypeError,
                          "argument to reversed() must be a sequence");
    n = op_length(args[0]);
    if (n < 0)
        return NULL;
    r = type == &reversed_type ? gc_new(type, sizeof *r) : instance_new(type);
    r->index = n - 1;
    r->sequence = args[0];
    return (Value)r;
}

static Value reversed_next(Value self)
{
    PyReversed *r = (PyReversed *)self;
    int64_t i = r->index;
    Value sequence = r->sequence, v = NULL;

    if (sequence && i >= 0) {
        v = sequence_item(sequence, i);
        if (v) {
            r->index = i - 1;
            return v;
        }
        err_is_end_of_sequence();
    }
    r->index = -1;
    r->sequence = NULL;
    return NULL;
}

static Value reversed_length_hint(Value self, const Value *args, Py_ssize nargs)
{
    PyReversed *r = (PyReversed *)self;
    Py_ssize n;

    if (!r->sequence)
        return tag_int(0);
    n = op_length(r->sequence);
    if (n < 0)
        return NULL;
    return value_from_int(n < r->index + 1 ? 0 : r->index + 1);
}

static Value iter_self(Value self)
{
    return self;
}

static const NativeDef reversed_method_table[] = {
#include "methods_table.h"
#include "reversed.def"
#include "methods_end.h"
    {0}};

PyType reversed_type = {
    .head.type = &type_type,
    .name = "reversed",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyReversed),
    .doc = "reversed(sequence) -> iterator\n\n"
           "The items from the last to the first.",
    .methods = reversed_method_table,
    .iter = iter_self,
    .new_instance = reversed_make,
    .next = reversed_next,
};
