/* cell: a variable shared by a function and those nested in it. */
#include "function.h"

static Value contents(Value self)
{
    return atomic_load_explicit(&((PyCell *)self)->value, memory_order_acquire);
}

Value cell_new(Value value)
{
    PyCell *c = gc_new(&cell_type, sizeof *c);

    atomic_store_explicit(&c->value, value, memory_order_relaxed);
    return (Value)c;
}

static Value get_contents(Value self)
{
    Value v = contents(self);

    return v ? v : err_format(&exc_ValueError, "Cell is empty");
}

static Value cell_repr(Value self)
{
    Value v = contents(self);

    if (!v)
        return (Value)str_format_c("<cell at %p: empty>", (void *)self);
    return (Value)str_format_c("<cell at %p: %.80s object at %p>", (void *)self,
                               type_name_of(v), (void *)v);
}

static int cell_compare(Value a, Value b)
{
    Value x = contents(a), y = contents(b);
    int r;

    if (!x || !y)
        return x ? 1 : y ? -1 : 0;
    return op_cmp(x, y, &r) < 0 ? -2 : r;
}

static const GetSetDef cell_getsets[] = {
    {"cell_contents", get_contents, NULL, NULL}, {0}};

PyType cell_type = {.head.type = &type_type,
                    .name = "cell",
                    .base = &object_type,
                    .flags = TYPE_NO_WEAKREF,
                    .basic_size = sizeof(PyCell),
                    .getsets = cell_getsets,
                    .repr = cell_repr,
                    .compare = cell_compare};
