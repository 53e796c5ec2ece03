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
    .doc = "Error numbers of the system by their C names, and errorcode, which "
           "maps the\n"
           "numbers back to the names.  os.strerror() has the messages.",
    .init = errno_init,
};
