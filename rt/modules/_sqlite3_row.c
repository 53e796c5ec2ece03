/* sqlite3.Row: a tuple whose items have the names of columns, too. */
#include "_sqlite3_native.h"
#include "tuple.h"

typedef struct PyRow {
    PyObject head;
    Value description; /* the cursor's: a tuple of tuples, or None */
    PyTuple *values;
} PyRow;

#define ROW ((PyRow *)self)

static Value cursor_class;

Value sqlite_rows_of(Value self, const Value *args, Py_ssize nargs)
{
    cursor_class = args[0];
    return NONE;
}

static Value row_make(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    PyRow *r;

    if (kwnames && kwnames->length > 0)
        return err_format(&exc_TypeError,
                          "Row() does not take keyword arguments");
    if (nargs != 2)
        return err_format(&exc_TypeError,
                          "function takes exactly 2 arguments (%lld given)",
                          (long long)nargs);
    if (!cursor_class ||
        !type_is_subtype(type_of(args[0]), (PyType *)cursor_class))
        return err_format(&exc_TypeError,
                          "instance of cursor required for first argument");
    if (!has_type_flag(args[1], TYPE_TUPLE))
        return err_format(&exc_TypeError, "tuple required for second argument");
    r = instance_new(type);
    r->values = (PyTuple *)args[1];
    r->description = op_getattr(args[0], str_intern("description"));
    return r->description ? (Value)r : NULL;
}

static int row_init(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    return 0;
}

/* The name of column i, NULL where a description has none. */
static PyStr *column_name(Value self, int64_t i)
{
    PyTuple *all = (PyTuple *)ROW->description, *one;

    if (!has_type_flag((Value)all, TYPE_TUPLE) || i >= all->length ||
        !has_type_flag(all->items[i], TYPE_TUPLE))
        return NULL;
    one = (PyTuple *)all->items[i];
    return one->length && is_str(one->items[0]) ? (PyStr *)one->items[0] : NULL;
}

/* Letters of either case are the same. */
static bool same_name(PyStr *a, PyStr *b)
{
    if (a == b)
        return true;
    if (a->length != b->length)
        return false;
    for (int64_t i = 0; i < a->length; i++)
        if ((a->data[i] | 0x20) != (b->data[i] | 0x20))
            return false;
    return true;
}

static Value row_by_name(Value self, PyStr *wanted)
{
    for (int64_t i = 0; i < ROW->values->length; i++) {
        PyStr *name = column_name(self, i);

        if (name && same_name(name, wanted))
            return ROW->values->items[i];
    }
    return err_format(&exc_IndexError, "No item with that key");
}

static Value row_getitem(Value self, Value key)
{
    if (is_tagged_int(key) || has_type_flag(key, TYPE_INT | TYPE_LONG)) {
        Py_ssize i = op_index(key, &exc_IndexError);

        if (i == -1 && err_pending())
            return NULL;
        return tuple_get_index(ROW->values, i);
    }
    if (is_str(key))
        return row_by_name(self, (PyStr *)key);
    if (type_of(key) == &slice_type)
        return err_format(&exc_ValueError, "slices not implemented, yet");
    return err_format(&exc_IndexError, "Index must be int or string");
}

static Value row_item(Value self, Py_ssize i)
{
    return tuple_get_index(ROW->values, i);
}

static Py_ssize row_length(Value self)
{
    return ROW->values->length;
}

static Value row_iter(Value self)
{
    return op_iter((Value)ROW->values);
}

static int64_t row_hash(Value self)
{
    int64_t a = op_hash(ROW->description), b;

    if (a == -1)
        return -1;
    b = op_hash((Value)ROW->values);
    if (b == -1)
        return -1;
    return (a ^ b) == -1 ? -2 : a ^ b;
}

static Value row_compare(Value self, Value other, CompareOp op)
{
    PyRow *b = (PyRow *)other;
    int same;

    if ((op != CMP_eq && op != CMP_ne) ||
        !type_is_subtype(type_of(self), &sqlite_row_type) ||
        !type_is_subtype(type_of(other), &sqlite_row_type))
        return NOT_IMPLEMENTED;
    same = op_compare_bool(CMP_eq, ROW->description, b->description);
    if (same < 0)
        return NULL;
    if (!same)
        return value_from_bool(op == CMP_ne);
    return op_compare(op, (Value)ROW->values, (Value)b->values);
}

static Value row_keys(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *all = (PyTuple *)ROW->description;
    PyList *names = list_new(0);

    if (!has_type_flag((Value)all, TYPE_TUPLE))
        return (Value)names;
    for (int64_t i = 0; names && i < all->length; i++) {
        PyStr *name = column_name(self, i);

        if (list_append(names, name ? (Value)name : NONE) < 0)
            return NULL;
    }
    return (Value)names;
}

static const NativeDef row_methods[] = {{"keys", row_keys, 0, 0, ARITY_none,
                                         NATIVE_method,
                                         "Returns the keys of the row."},
                                        {0}};

PyType sqlite_row_type = {
    .head.type = &type_type,
    .name = "sqlite3.Row",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyRow),
    .methods = row_methods,
    .new_instance = row_make,
    .init = row_init,
    .getitem = row_getitem,
    .seq_item = row_item,
    .length = row_length,
    .iter = row_iter,
    .hash = row_hash,
    .rich_compare = row_compare,
};
