/* The builtin functions over iterables, for __builtin__'s table. */
#ifndef RT_BUILTIN_ITER_H
#define RT_BUILTIN_ITER_H

#include "object.h"

extern const NativeDef builtin_iter_functions[]; /* ended by a NULL name */

/* reduce(function, iterable[, initial]); initial NULL: none. */
Value iter_reduce(Value function, Value iterable, Value initial_or_null);

#endif
