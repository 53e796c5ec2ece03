/* bytearray for other runtime files. */
#ifndef RT_BYTEARRAY_H
#define RT_BYTEARRAY_H

#include "str.h"

/* The backing store: its capacity never changes, growing replaces it. */
typedef struct ByteStore {
    int64_t capacity;
    _Atomic int64_t length;
    char data[];
} ByteStore;

/* Reads load the store once (acquire) and stay within its length; writes
 * happen under head.lock.  Whoever keeps a pointer to the bytes in collected
 * memory must keep the store's address too. */
typedef struct PyByteArray {
    PyObject head;
    ByteStore *_Atomic store; /* never NULL once initialised */
} PyByteArray;

/* An iterator that goes on at an index. */
Value bytearray_iterator_at(Value self, int64_t index);
PyByteArray *bytearray_new(int64_t length); /* zero bytes, to be filled */

static inline Span bytearray_span(Value v)
{
    ByteStore *s =
        atomic_load_explicit(&((PyByteArray *)v)->store, memory_order_acquire);

    if (!s)
        return (Span){"", 0};
    return (Span){s->data,
                  atomic_load_explicit(&s->length, memory_order_acquire)};
}

static inline bool is_bytearray(Value v)
{
    return type_is_subtype(type_of(v), &bytearray_type);
}

#endif
