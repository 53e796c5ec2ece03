/* list: the struct is in layout.h; here what compiled code and other files
 * of the runtime do with exact lists.
 *
 * Readers load the store once and check against its length.  A store's
 * length goes up after the item is in place; when it goes down the freed
 * words become NULL, which readers take for "out of range".  Writers hold
 * head.lock. */
#ifndef RT_LIST_H
#define RT_LIST_H

#include "layout.h"
#include "instance.h"
#include "word.h"

static inline bool is_exact_list(Value v)
{
    return is_pointer(v) && as_object(v)->type == &list_type;
}

static inline ListStore *list_store(PyList *self)
{
    lock_stress();
    return atomic_load_explicit(&self->store, memory_order_acquire);
}

static inline int64_t store_length(ListStore *s)
{
    lock_stress();
    return atomic_load_explicit(&s->length, memory_order_acquire);
}

static inline int64_t list_len(PyList *self)
{
    return store_length(list_store(self));
}

/* IndexError "list index out of range"; returns NULL. */
void *err_list_index(void);
int list_append_slow(PyList *self, Value v);
int list_set_index_slow(PyList *self, int64_t i, Value v);

/* list_get_index with the lock: a length and an item of one moment, where a
 * reader without it met a pop() in between. */
Value list_get_index_slow(PyList *self, int64_t i);

/* self[i], negative i from the end; NULL: IndexError. */
static inline Value list_get_index(PyList *self, int64_t i)
{
    ListStore *s = list_store(self);
    int64_t n = store_length(s);
    int64_t at = i < 0 ? i + n : i;
    Value v = NULL;

    if ((uint64_t)at < (uint64_t)n)
        v = word_load(&s->items[at]);
    return v ? v : list_get_index_slow(self, i);
}

static inline bool list_put_locked(PyList *self, int64_t i, Value v)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self);

    if (i < 0)
        i += store_length(s);
    if ((uint64_t)i >= (uint64_t)store_length(s))
        return false;
    word_store(&s->items[i], v);
    return true;
}

/* False: the store is full. */
static inline bool list_add_locked(PyList *self, Value v)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self);
    int64_t n = store_length(s);

    if (n >= s->capacity)
        return false;
    word_store(&s->items[n], v);
    atomic_store_explicit(&s->length, n + 1, memory_order_release);
    return true;
}

/* self[i] = v; -1: IndexError.  The two branches ask once whether there are
 * threads, where acquire and release would both. */
static inline int list_set_index(PyList *self, int64_t i,
                                 Value v) NO_LOCK_ANALYSIS
{
    bool owned, done;

    if (!rt_threaded) {
        done = list_put_locked(self, i, v);
    } else {
        owned = lock_enter(&self->head.lock);
        done = list_put_locked(self, i, v);
        lock_leave(&self->head.lock, owned);
    }
    return done ? 0 : list_set_index_slow(self, i, v);
}

static inline int list_push(PyList *self, Value v) NO_LOCK_ANALYSIS
{
    bool owned, done;

    if (!rt_threaded) {
        done = list_add_locked(self, v);
    } else {
        owned = lock_enter(&self->head.lock);
        done = list_add_locked(self, v);
        lock_leave(&self->head.lock, owned);
    }
    return done ? 0 : list_append_slow(self, v);
}

/* The step of "for x in list": the item at *i, which advances; NULL: end. */
static inline Value list_step(PyList *self, int64_t *i)
{
    Value v = list_item_or_null(self, (uint64_t)*i);

    *i += v != NULL;
    return v;
}

PyList *list_new_of(PyType *t);
/* n values from an array; items may be NULL: to be filled with list_init. */
PyList *list_from_array(const Value *items, int64_t n);
PyList *list_copy(PyList *self);
PyTuple *list_as_tuple(PyList *self);
/* Makes room for n more items, if there is memory and they are not too many. */
void list_reserve(PyList *self, int64_t n);
int list_extend(PyList *self, Value iterable);
int list_insert(PyList *self, int64_t at, Value v);
/* Takes out item i (0 <= i or from the end); NULL: IndexError. */
Value list_pop(PyList *self, int64_t i);

/* Takes out the last item; NULL: IndexError. */
static inline Value list_pop_last(PyList *self)
{
    ListStore *s;
    int64_t n;
    Value v = NULL;
    bool owned;

    owned = lock_enter(&self->head.lock);
    s = list_store(self);
    n = store_length(s) - 1;
    if (n >= 0) {
        v = s->items[n];
        atomic_store_explicit(&s->length, n, memory_order_release);
        word_store(&s->items[n], NULL);
    }
    lock_leave(&self->head.lock, owned);
    return v ? v : list_pop(self, -1);
}

/* del self[i]; false: there is no such item. */
bool list_delete(PyList *self, int64_t i);
int list_push_locked(PyList *self, Value v) REQUIRES(self->head.lock);
int list_insert_locked(PyList *self, int64_t at, Value v)
    REQUIRES(self->head.lock);
void list_remove_locked(PyList *self, int64_t i) REQUIRES(self->head.lock);
/* Takes out item i if it still is v. */
bool list_take_item(PyList *self, int64_t i, Value v);
Value list_repeat(PyList *self, int64_t n);
Value list_concat(PyList *a, PyList *b);
/* self[i:j] with bounds as Python's after negatives have been resolved. */
PyList *list_slice(PyList *self, int64_t i, int64_t j);
int list_set_slice(PyList *self, int64_t i, int64_t j, Value value_or_null);
int list_repeat_in_place(PyList *self, int64_t n);
/* self[start:stop:step]; del and assignment with value NULL and not. */
PyList *list_slice_step(PyList *self, PySlice *slice);
int list_assign_slice_step(PyList *self, PySlice *slice, Value value_or_null);
void list_reverse(PyList *self);
void list_clear(PyList *self);
/* sort(); cmp, key NULL: none.  listsort.c */
int list_sort(PyList *self, Value cmp, Value key, bool reverse);
/* Takes the items away for a sort that runs Python code; give_back returns
 * false if the list was changed meanwhile. */
ListStore *list_take_store(PyList *self);
bool list_give_back(PyList *self, ListStore *s);
ListStore *list_store_new(int64_t capacity);

/* An iterator over a list, forwards or backwards. */
typedef struct PyListIter {
    PyObject head;
    PyList *list; /* NULL: exhausted */
    int64_t index;
} PyListIter;

extern PyType list_iterator_type, list_reverse_iterator_type;

#endif
