/* Small things that modules written in C share. */
#include "module_util.h"

#include "names.h"

PyType *exception_class_new(const char *module, const char *name, PyType *base)
{
    PyDict *d = dict_new();
    Value args[] = {(Value)str_from_c(name), (Value)tuple_pack(1, base),
                    (Value)d};

    if (dict_set_str(d, NAME(dunder_module), (Value)str_from_c(module)) < 0)
        return NULL;
    return (PyType *)op_call((Value)&type_type, args, 3, NULL);
}
