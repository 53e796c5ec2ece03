/* Time functions that datetime shares with time. */
#ifndef RT_TIME_SUPPORT_H
#define RT_TIME_SUPPORT_H

#include <time.h>

#include "object.h"

double time_now(void); /* seconds since the epoch */
/* Whole seconds; ValueError "timestamp out of range for platform time_t". */
bool time_from_double(double d, time_t *out);
/* strftime without a limit of the result's length; NULL with MemoryError. */
PyStr *time_format(const char *format, const struct tm *tm);
/* struct_time of a time tuple, as time.localtime returns it. */
Value time_struct(const struct tm *tm);
/* _strptime._strptime or ._strptime_time called with args. */
Value time_call_strptime(const char *function, const Value *args,
                         Py_ssize nargs);

#endif
