#include "module_support.h"
#include "names.h"
#include "type.h"

PyType *exception_class_new(const char *dotted_name, PyType *base)
{
    const char *dot = strrchr(dotted_name, '.');
    PyDict *body = dict_new();

    if (dict_set_str(body, NAME(dunder_module),
                     (Value)str_from(dotted_name, dot - dotted_name)) < 0)
        return NULL;
    Value args[] = {(Value)str_from_c(dot + 1),
                    (Value)tuple_pack(1, base ? base : &exc_Exception),
                    (Value)body};
    return (PyType *)op_call((Value)&type_type, args, 3, NULL);
}

int module_add_type(PyModule *m, PyType *t)
{
    const char *dot = strrchr(t->name, '.');

    if (type_ready(t) < 0)
        return -1;
    return module_add(m, dot ? dot + 1 : t->name, (Value)t);
}

int type_set_str(PyType *t, Value (*str)(Value self))
{
    const SlotDef *def = slot_defs;

    while (strcmp(def->text, "__str__"))
        def++;
    return op_setattr((Value)t, NAME(dunder_str),
                      wrapper_descriptor_new(t, def, (void *)str));
}
