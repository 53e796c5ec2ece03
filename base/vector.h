/* Growable arrays of any type.  VEC(T) is a struct { T *items; int count, cap;
 * }; all-zero is empty.  The functions take the arena that the items live in,
 * or NULL for malloc memory (then vec_free gives it back).
 *
 *     VEC(Node *) stmts = {0};
 *     vec_push(arena, &stmts, n);
 *     for (int i = 0; i < stmts.count; i++) use(stmts.items[i]);
 */
#ifndef PYLLC_BASE_VECTOR_H
#define PYLLC_BASE_VECTOR_H

#include "base/arena.h"

#include <stdlib.h>

#define VEC(T)                                                                 \
    struct {                                                                   \
        T *items;                                                              \
        int count, cap;                                                        \
    }

/* Room for one more item; never called by hand. */
void *vec_grow(Arena *a, void *items, int *cap, size_t item_size);

#define vec_push(a, v, x)                                                      \
    do {                                                                       \
        if ((v)->count == (v)->cap)                                            \
            (v)->items =                                                       \
                vec_grow((a), (v)->items, &(v)->cap, sizeof *(v)->items);      \
        (v)->items[(v)->count++] = (x);                                        \
    } while (0)

/* The last item, removed; the vector must not be empty. */
#define vec_pop(v) ((v)->items[--(v)->count])
#define vec_last(v) ((v)->items[(v)->count - 1])
#define vec_free(v)                                                            \
    (free((v)->items), (v)->items = NULL, (v)->count = (v)->cap = 0)

#endif
