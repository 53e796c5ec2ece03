/* Heaps while other threads run: an operation is one step, under the list's
 * lock, if no comparison that it needs can run Python code.  The comparisons
 * come first and change nothing, so that one which cannot be made here leaves
 * the heap as it was, to the general way. */
#include "_heapq.h"

#include "order.h"

enum { DEEPEST = 64 }; /* levels of a heap */

/* Where `item` comes to rest when it rises from pos; -1: unknown. */
static int64_t risen(const Value *items, int64_t pos, Value item)
{
    while (pos > 0) {
        int64_t above = (pos - 1) >> 1;
        int r = less_plain(item, items[above]);

        if (r < 0)
            return -1;
        if (!r)
            break;
        pos = above;
    }
    return pos;
}

/* The way down from the front along the smaller children, as far as they come
 * before item among n: their positions, and how many; -1: unknown. */
static int way_down(const Value *items, int64_t n, Value item,
                    int64_t path[DEEPEST])
{
    int64_t pos = 0;
    int k = 0, r;

    while (2 * pos + 1 < n) {
        int64_t child = 2 * pos + 1;

        if (child + 1 < n) {
            r = less_plain(items[child], items[child + 1]);
            if (r < 0)
                return -1;
            child += !r;
        }
        path[k++] = pos = child;
    }
    for (; k > 0; k--) {
        r = less_plain(item, items[path[k - 1]]);
        if (r <= 0)
            return r < 0 ? -1 : k;
    }
    return 0;
}

/* Puts item in the place of the first of n. */
static bool replace_locked(PyList *heap, int64_t n, Value item)
    REQUIRES(heap->head.lock)
{
    Value *items = list_store(heap)->items;
    int64_t path[DEEPEST], pos = 0;
    int k = way_down(items, n, item, path);

    for (int i = 0; i < k; i++) {
        word_store(&items[pos], items[path[i]]);
        pos = path[i];
    }
    if (k >= 0)
        word_store(&items[pos], item);
    return k >= 0;
}

static int push_locked(PyList *heap, Value item) REQUIRES(heap->head.lock)
{
    int64_t pos = list_len(heap);
    int64_t to = risen(list_store(heap)->items, pos, item);
    Value *items;

    if (to < 0)
        return HEAP_ask;
    if (list_push_locked(heap, item) < 0)
        return -1;
    items = list_store(heap)->items;
    for (; pos > to; pos = (pos - 1) >> 1)
        word_store(&items[pos], items[(pos - 1) >> 1]);
    word_store(&items[to], item);
    return 0;
}

int heap_push_shared(PyList *heap, Value item)
{
    int r;

    lock_acquire(&heap->head.lock);
    r = push_locked(heap, item);
    lock_release(&heap->head.lock);
    return r;
}

Value heap_pop_shared(PyList *heap)
{
    Value first = NULL;

    lock_acquire(&heap->head.lock);
    int64_t n = list_len(heap);
    Value *items = list_store(heap)->items;

    if (n > 0) {
        Value last = items[n - 1], front = items[0];

        if (n == 1 || replace_locked(heap, n - 1, last)) {
            list_remove_locked(heap, n - 1);
            first = front;
        }
    }
    lock_release(&heap->head.lock);
    return first;
}

Value heap_replace_shared(PyList *heap, Value item, bool pushed)
{
    Value first = NULL;
    int r = 1;

    lock_acquire(&heap->head.lock);
    int64_t n = list_len(heap);

    if (n > 0) {
        first = list_store(heap)->items[0];
        if (pushed)
            r = less_plain(first, item);
        if (r == 0)
            first = item;
        else if (r < 0 || !replace_locked(heap, n, item))
            first = NULL;
    }
    lock_release(&heap->head.lock);
    return first;
}
