/* What the files of module select share. */
#ifndef RT_SELECT_SUPPORT_H
#define RT_SELECT_SUPPORT_H

#include "module.h"

/* After EINTR: whether to wait again.  The collector's signals are nobody's
 * business; one that Python code handles ends the call, as in CPython. */
bool select_interrupted_by_collector(void);
/* Seconds of the monotonic clock. */
double select_now(void);

/* --- select_epoll.c ------------------------------------------------------- */

int select_epoll_init(PyModule *m);

#endif
