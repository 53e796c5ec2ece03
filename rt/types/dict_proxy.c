/* dictproxy: the read-only view that cls.__dict__ is. */
#include "type.h"

#include "methods_declare.h"
#include "dict_proxy.def"
#include "methods_end.h"

static Value mapping_of(Value self)
{
    return ((PyDictProxy *)self)->mapping;
}

Value dict_proxy_new(Value mapping)
{
    PyDictProxy *p = gc_new(&dict_proxy_type, sizeof *p);

    p->mapping = mapping;
    return (Value)p;
}

static Value forward(Value self, const char *name, const Value *args,
                     Py_ssize nargs)
{
    return op_call_method(mapping_of(self), str_intern(name), args, nargs);
}

static Value proxy_has_key(Value self, const Value *args, Py_ssize nargs)
{
    int r = op_contains(mapping_of(self), args[0]);

    return r < 0 ? NULL : value_from_bool(r);
}

#define FORWARD(fn, name)                                                      \
    static Value fn(Value self, const Value *args, Py_ssize nargs)             \
    {                                                                          \
        return forward(self, name, args, nargs);                               \
    }
FORWARD(proxy_get, "get")
FORWARD(proxy_keys, "keys")
FORWARD(proxy_values, "values")
FORWARD(proxy_items, "items")
FORWARD(proxy_iterkeys, "iterkeys")
FORWARD(proxy_itervalues, "itervalues")
FORWARD(proxy_iteritems, "iteritems")
FORWARD(proxy_copy, "copy")

static Value proxy_repr(Value self)
{
    Value text = op_repr(mapping_of(self));

    return text ? (Value)str_format_c("dict_proxy(%s)", str_data((PyStr *)text))
                : NULL;
}

static Value proxy_str(Value self)
{
    return op_str(mapping_of(self));
}

static Py_ssize proxy_length(Value self)
{
    return op_length(mapping_of(self));
}

static Value proxy_getitem(Value self, Value key)
{
    return op_getitem(mapping_of(self), key);
}

static int proxy_contains(Value self, Value key)
{
    return op_contains(mapping_of(self), key);
}

static Value proxy_iter(Value self)
{
    return op_iter(mapping_of(self));
}

static int proxy_compare(Value a, Value b)
{
    Value other = type_of(b) == &dict_proxy_type ? mapping_of(b) : b;
    int r;

    return op_cmp(mapping_of(a), other, &r) < 0 ? -2 : r;
}

static Value proxy_rich_compare(Value a, Value b, CompareOp op)
{
    return op_compare(op, mapping_of(a), b);
}

static const NativeDef proxy_methods[] = {
#include "methods_table.h"
#include "dict_proxy.def"
#include "methods_end.h"
    {0}};

PyType dict_proxy_type = {
    .head.type = &type_type,
    .name = "dictproxy",
    .basic_size = sizeof(PyDictProxy),
    .repr = proxy_repr,
    .str = proxy_str,
    .compare = proxy_compare,
    .rich_compare = proxy_rich_compare,
    .getattr = object_getattr,
    .length = proxy_length,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .methods = proxy_methods,
};
