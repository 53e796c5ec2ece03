/* Between the files of posix: arguments, results, errors. */
#ifndef RT_POSIX_SUPPORT_H
#define RT_POSIX_SUPPORT_H

#include "cargs.h"
#include "layout.h"
#include "module.h"
#include "structseq.h"

#include <errno.h>

#define FUNCTION(module, name, fn, min, max, style, result, effects)           \
    NativeFn fn;
#include "posix.def"
#undef FUNCTION

/* The path argument of fname as bytes; NULL: TypeError. */
PyStr *posix_path(const char *fname, int position, Value v);
/* OSError from errno; NULL. */
Value posix_error(void);
/* None, or OSError when r < 0; the latter with the path if given. */
Value posix_done(int r, Value path_or_null);
/* A C int argument; false: exception. */
static inline bool posix_int(Value v, int *out)
{
    int64_t i = value_as_c_int(v);

    *out = (int)i;
    return i != -1 || !err_pending();
}

/* An integer that may exceed int: long if need be. */
Value posix_unsigned(uint64_t u);
/* A user or group id; -1 stands for "no change".  false: exception. */
bool posix_id(Value v, const char *what, uint32_t *out);

extern StructSeqDef posix_stat_result, posix_statvfs_result;

/* Constants and name tables: posix_config.c. */
int posix_add_constants(PyModule *m);

#endif
