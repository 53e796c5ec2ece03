/* Order of values whose comparison runs no Python code. */
#ifndef RT_ORDER_H
#define RT_ORDER_H

#include "object.h"

/* x < y: 1, 0, or -1, that may run Python code.  Numbers, strings, flat tuples
 * of them.  May be called under the lock of the list that holds them. */
int less_plain(Value x, Value y);

#endif
