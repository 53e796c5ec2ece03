/* The operations of _heapq in one step for other threads. */
#ifndef RT_HEAPQ_H
#define RT_HEAPQ_H

#include "list.h"

enum { HEAP_ask = 1 };

/* 0 done, -1 MemoryError, HEAP_ask: comparisons may run Python code. */
int heap_push_shared(PyList *heap, Value item);
/* NULL without an exception: the heap is empty, or comparisons may run Python
 * code.  pushed: heappushpop(). */
Value heap_pop_shared(PyList *heap);
Value heap_replace_shared(PyList *heap, Value item, bool pushed);

#endif
