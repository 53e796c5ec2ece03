/* Arguments as C integers, with the errors of CPython's "i" and "n" formats.
 * -1 with an exception pending, or as a value: ask err_pending(). */
#ifndef RT_CARGS_H
#define RT_CARGS_H

#include "object.h"

#include <limits.h>

static inline int64_t value_as_ssize(Value v)
{
    return is_tagged_int(v) ? tagged_int_value(v) : value_as_int64(v);
}

static inline int64_t value_as_c_int(Value v)
{
    int64_t i = value_as_ssize(v);

    if (i > INT_MAX) {
        err_format(&exc_OverflowError,
                   "signed integer is greater than maximum");
        return -1;
    }
    if (i < INT_MIN) {
        err_format(&exc_OverflowError, "signed integer is less than minimum");
        return -1;
    }
    return i;
}

/* args[at] if given; false: exception. */
static inline bool optional_ssize(const Value *args, Py_ssize nargs,
                                  Py_ssize at, int64_t fallback, int64_t *out)
{
    *out = fallback;
    if (nargs <= at)
        return true;
    *out = value_as_ssize(args[at]);
    return *out != -1 || !err_pending();
}

static inline bool optional_int(const Value *args, Py_ssize nargs, Py_ssize at,
                                int64_t fallback, int64_t *out)
{
    *out = fallback;
    if (nargs <= at)
        return true;
    *out = value_as_c_int(args[at]);
    return *out != -1 || !err_pending();
}

#endif
