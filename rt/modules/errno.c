/* errno: the system's error numbers and their names. */
#include "dict.h"
#include "module.h"

#include <errno.h>

static int errno_init(PyModule *m)
{
    PyDict *codes = dict_new();

#define ERRNO(name)                                                            \
    if (module_add(m, #name, tag_int(name)) < 0 ||                             \
        dict_set(codes, tag_int(name), (Value)str_intern(#name)) < 0)          \
        return -1;
#include "errno.def"
    return module_add(m, "errorcode", (Value)codes);
}

const NativeModule native_module_errno = {
    .name = "errno",
    .doc = "This module makes available standard errno system symbols.\n\n"
           "The value of each symbol is the corresponding integer value,\n"
           "e.g., on most systems, errno.ENOENT equals the integer 2.\n\n"
           "The dictionary errno.errorcode maps numeric codes to symbol "
           "names,\n"
           "e.g., errno.errorcode[2] could be the string 'ENOENT'.\n\n"
           "Symbols that are not relevant to the underlying system are not "
           "defined.\n\n"
           "To map error codes to error messages, use the function "
           "os.strerror(),\n"
           "e.g. os.strerror(2) could return 'No such file or directory'.",
    .init = errno_init,
};
