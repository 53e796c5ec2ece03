/* The one out-of-line part of vector.h. */
#include "base/vector.h"

void *vec_grow(Arena *a, void *items, int *cap, size_t item_size)
{
    int old = *cap;

    *cap = old ? old * 2 : 8;
    if (!a)
        return xrealloc(items, (size_t)*cap * item_size);
    return arena_grow(a, items, (size_t)old * item_size,
                      (size_t)*cap * item_size);
}
