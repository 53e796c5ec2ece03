/* Shared words: the loads and stores through which containers are read
 * without a lock.  Loads acquire and stores release, which costs nothing on
 * x86 and publishes what a new object holds. */
#ifndef RT_WORD_H
#define RT_WORD_H

#include "instance.h"

void *instance_new(PyType *t);
void *instance_new_sized(PyType *t, size_t size);

static inline Value word_load(const Value *p)
{
    lock_stress();
    return __atomic_load_n(p, __ATOMIC_ACQUIRE);
}

static inline void word_store(Value *p, Value v)
{
    lock_stress();
    __atomic_store_n(p, v, __ATOMIC_RELEASE);
}

static inline int64_t int_load(const int64_t *p)
{
    lock_stress();
    return __atomic_load_n(p, __ATOMIC_ACQUIRE);
}

static inline void int_store(int64_t *p, int64_t v)
{
    lock_stress();
    __atomic_store_n(p, v, __ATOMIC_RELEASE);
}

/* Moves an iterator's index on; false: another thread was first. */
static inline bool index_claim(int64_t *index, int64_t old, int64_t next)
{
    if (!rt_threaded) {
        *index = next;
        return true;
    }
    lock_stress();
    return __atomic_compare_exchange_n(index, &old, next, false,
                                       __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

/* Moves n words that others may be reading; each word stays whole. */
static inline void words_move(Value *to, const Value *from, int64_t n)
{
    memmove(to, from, (size_t)n * sizeof(Value));
}

#endif
