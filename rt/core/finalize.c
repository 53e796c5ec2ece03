/* __del__: run once, when the collector finds the object unreachable. */
#include "type.h"

/* Prints "Exception ... in ... ignored"; clears the exception. */
void err_write_unraisable(Value where);

static Value find_del(Value self)
{
    if (is_instance(self))
        return instance_find((PyInstance *)self, NAME(dunder_del));
    return op_special_or_null(self, NAME(dunder_del));
}

void object_finalize(PyObject *o)
{
    uint32_t before =
        __atomic_fetch_or(&o->flags, OBJ_FINALIZED, __ATOMIC_ACQ_REL);
    Value type, value, tb, fn;

    if (before & OBJ_FINALIZED)
        return;
    err_fetch(&type, &value, &tb);
    fn = find_del((Value)o);
    if (fn && !op_call(fn, NULL, 0, NULL))
        err_write_unraisable(fn);
    err_clear();
    if (type)
        err_restore(type, value, tb);
}
