/* posix: the module that os is made from. */
#include "posix_support.h"
#include "dict.h"
#include "str.h"

#include <unistd.h>

static int add_environ(PyModule *m)
{
    PyDict *d = dict_new();

    for (char **e = environ; e && *e; e++) {
        const char *equals = strchr(*e, '=');
        PyStr *key;
        Value old;

        if (!equals)
            continue;
        key = str_from(*e, equals - *e);
        if (!key)
            return -1;
        if (dict_find(d, (Value)key, &old) == 0 &&
            dict_set(d, (Value)key, (Value)str_from_c(equals + 1)) < 0)
            return -1;
    }
    return module_add(m, "environ", (Value)d);
}

static int posix_init(PyModule *m)
{
    if (structseq_ready(&posix_stat_result) < 0 ||
        structseq_ready(&posix_statvfs_result) < 0 ||
        module_add(m, "stat_result", (Value)&posix_stat_result.type) < 0 ||
        module_add(m, "statvfs_result", (Value)&posix_statvfs_result.type) <
            0 ||
        module_add(m, "error", (Value)&exc_OSError) < 0 || add_environ(m) < 0)
        return -1;
    return posix_add_constants(m);
}

static const NativeDef posix_functions[] = {
#include "methods_table.h"
#include "posix.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_posix = {
    .name = "posix",
    .doc = "Calls of the system, under their C names; programs use them "
           "through os.",
    .functions = posix_functions,
    .init = posix_init,
};
