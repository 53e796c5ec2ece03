/* Module _frames: modules and functions of the library that are in C in
 * CPython, so that they leave no entry in tracebacks. */
#include "cargs.h"
#include "module.h"

static void leave_no_entry(PyObject *o)
{
    __atomic_fetch_or(&o->flags, OBJ_NO_ENTRIES, __ATOMIC_RELAXED);
}

/* hide(*what): functions, and dicts that are modules' globals */
static Value f_hide(Value self, const Value *args, Py_ssize nargs)
{
    for (Py_ssize i = 0; i < nargs; i++)
        if (has_type_flag(args[i], TYPE_DICT))
            leave_no_entry((PyObject *)args[i]);
        else if (type_of(args[i]) == &function_type)
            leave_no_entry((PyObject *)((PyFunction *)args[i])->code);
        else
            return err_format(&exc_TypeError,
                              "hide() takes functions and globals");
    return NONE;
}

static const NativeDef functions[] = {{"hide", f_hide, 0, -1, ARITY_parse},
                                      {0}};

const NativeModule native_module__frames = {
    .name = "_frames",
    .doc = "Functions that leave no entry in tracebacks.",
    .functions = functions,
};
