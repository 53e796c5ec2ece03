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

#if __has_feature(thread_sanitizer)
#define WORD_BY_WORD 1
#else
#define WORD_BY_WORD 0
#endif

/* Moves n words that others may be reading.  Each word stays whole: the C
 * library copies aligned words of 8 bytes and larger pieces made of them.
 * ThreadSanitizer is shown what that amounts to. */
static inline void words_move(Value *to, const Value *from, int64_t n)
{
    if (!WORD_BY_WORD)
        memmove(to, from, (size_t)n * sizeof(Value));
    else if (to < from)
        for (int64_t i = 0; i < n; i++)
            word_store(&to[i], from[i]);
    else
        for (int64_t i = n; i-- > 0;)
            word_store(&to[i], from[i]);
}

static inline void words_clear(Value *to, int64_t n)
{
    if (!WORD_BY_WORD)
        memset(to, 0, (size_t)n * sizeof(Value));
    else
        for (int64_t i = 0; i < n; i++)
            word_store(&to[i], NULL);
}

#endif
