/* list: the store and what changes it.  list.h has the inline half and the
 * rules of access; the methods are in list_methods.c, sort() in listsort.c. */
#include "list.h"
#include "seq.h"
#include "str.h"

/* A list made for so many items has its first store in the same block. */
#define LIST_SHORT 24
/* Of items that a loop is expected to append: it may fail before.  A longer one
 * asks again when fewer are left. */
#define MOST_RESERVED ((int64_t)1 << 18)
#define MAX_ITEMS ((int64_t)(INT64_MAX / (int64_t)sizeof(Value) - 64))

/* The store of every list that never had an item; never written. */
static ListStore *empty_store(void)
{
    static ListStore empty;

    return &empty;
}

void *err_list_index(void)
{
    return err_format(&exc_IndexError, "list index out of range");
}

Value list_get_index_slow(PyList *self, int64_t i)
{
    Value v;

    lock_acquire(&self->head.lock);
    v = list_item_or_null(self, (uint64_t)(i < 0 ? i + list_len(self) : i));
    lock_release(&self->head.lock);
    return v ? v : err_list_index();
}

ListStore *list_store_new(int64_t capacity)
{
    ListStore *s;

    if (capacity > MAX_ITEMS) {
        err_no_memory();
        return NULL;
    }
    capacity += capacity & 1;
    s = (ListStore *)gc_array((size_t)capacity +
                              sizeof(ListStore) / sizeof(Value));
    if (s)
        s->capacity = capacity;
    return s;
}

static void publish_locked(PyList *self, ListStore *s) REQUIRES(self->head.lock)
{
    atomic_store_explicit(&self->store, s, memory_order_release);
}

static void set_length_locked(ListStore *s, int64_t n)
{
    atomic_store_explicit(&s->length, n, memory_order_release);
}

/* How many items to make room for when n are needed: all that fit into memory
 * that is taken anyway.  Stores of some pages cost more to make than to fill,
 * so that there are fewer steps. */
static int64_t capacity_for(int64_t n)
{
    const size_t small = 2048; /* above, memory comes in pages of twice that */
    size_t bytes, least = sizeof(ListStore) + (size_t)n * sizeof(Value);
    size_t more = (size_t)(n >> 1);

    if (n > MAX_ITEMS / 2)
        return n;
    if (least > small && least < 16 * small)
        more = (size_t)n;
    bytes = gc_usable(least + (more + (n < 8 ? 3 : 6)) * sizeof(Value));
    if (least <= small && bytes > small)
        bytes = small;
    return (int64_t)((bytes - sizeof(ListStore)) / sizeof(Value));
}

/* The first store is as old as the list: what it has had would live on.  Not
 * NULL, for who has read its length; not where other threads may read it. */
static void left(PyList *self, ListStore *s)
{
    if (rt_threaded || s != (ListStore *)(self + 1))
        return;
    for (int64_t i = 0; i < store_length(s); i++)
        word_store(&s->items[i], NONE);
}

/* Moves to a store of that capacity.  NULL: MemoryError. */
static ListStore *grow_locked(PyList *self, int64_t capacity)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self), *t = list_store_new(capacity);
    int64_t length = store_length(s);

    if (!t)
        return NULL;
    memcpy(t->items, s->items, (size_t)length * sizeof(Value));
    set_length_locked(t, length);
    publish_locked(self, t);
    left(self, s);
    return t;
}

/* A store with room for n items: the present one or a larger copy, with
 * space to grow.  NULL: MemoryError. */
static ListStore *reserve_locked(PyList *self, int64_t n)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self);

    return n <= s->capacity ? s : grow_locked(self, capacity_for(n));
}

/* Never less than what single items would make room for: a list may be
 * continued by many short loops. */
void list_reserve(PyList *self, int64_t n)
{
    bool owned;
    int64_t length, least;

    if (n > MOST_RESERVED)
        return;
    owned = lock_enter(&self->head.lock);
    length = list_len(self);
    least = capacity_for(length + 1);
    if (length + n > list_store(self)->capacity &&
        !grow_locked(self, length + n > least ? length + n : least))
        err_clear();
    lock_leave(&self->head.lock, owned);
}

/* Takes items i .. j out of the store. */
static void remove_range_locked(ListStore *s, int64_t i, int64_t j)
{
    int64_t n = store_length(s), left = n - (j - i);

    words_move(&s->items[i], &s->items[j], n - j);
    set_length_locked(s, left);
    words_clear(&s->items[left], n - left);
}

/* --- making ------------------------------------------------------------------
 */

PyList *list_new_of(PyType *t)
{
    PyList *self = t == &list_type ? gc_new(t, sizeof *self) : instance_new(t);

    if (self) {
        lock_init_owned(&self->head.lock);
        atomic_init(&self->store, empty_store());
    }
    return self;
}

/* A short store lies behind the head, in the same block: the head keeps it
 * alive, and so does a pointer to it on a stack.  No other heap word points
 * to a store. */
static PyList *list_new_short(int64_t capacity)
{
    int64_t room = capacity | 1; /* blocks come in 16 bytes */
    PyList *self = gc_new(&list_type, sizeof *self + sizeof(ListStore) +
                                          (size_t)room * sizeof(Value));
    ListStore *s = (ListStore *)(self + 1);

    if (!self)
        return NULL;
    s->capacity = room;
    lock_init_owned(&self->head.lock);
    atomic_init(&self->store, s);
    return self;
}

PyList *list_new(Py_ssize capacity)
{
    PyList *self;
    ListStore *s;

    if (capacity <= 0)
        return list_new_of(&list_type);
    if (capacity <= LIST_SHORT)
        return list_new_short(capacity);
    s = list_store_new(capacity);
    self = s ? gc_new(&list_type, sizeof *self) : NULL;
    if (self) {
        lock_init_owned(&self->head.lock);
        atomic_init(&self->store, s);
    }
    return self;
}

PyList *list_from_array(const Value *items, int64_t n)
{
    PyList *self = list_new(n);

    if (self && n > 0) {
        ListStore *s = list_store(self);

        memcpy(s->items, items, (size_t)n * sizeof(Value));
        atomic_init(&s->length, n);
    }
    return self;
}

/* Copies items i .. j, clipped, as they are at one moment; how many, or -1:
 * there are more than there is room for. */
static int64_t copy_items(PyList *self, int64_t i, int64_t j, Value *to,
                          int64_t room)
{
    int64_t n = -1;
    bool owned;

    owned = lock_enter(&self->head.lock);
    ListStore *s = list_store(self);

    clip_range(&i, &j, store_length(s));
    if (j - i <= room) {
        n = j - i;
        memcpy(to, &s->items[i], (size_t)n * sizeof(Value));
    }
    lock_leave(&self->head.lock, owned);
    return n;
}

PyList *list_slice(PyList *self, int64_t i, int64_t j)
{
    for (int64_t more = 0;; more = 2 * more + 16) {
        int64_t from = i, to = j, n;
        PyList *copy;
        ListStore *s;

        clip_range(&from, &to, list_len(self));
        copy = list_new(to - from + more);
        if (!copy || to == from)
            return copy;
        s = list_store(copy);
        n = copy_items(self, i, j, s->items, to - from + more);
        if (n >= 0) {
            atomic_init(&s->length, n);
            return copy;
        }
    } /* another thread has added some */
}

PyList *list_copy(PyList *self)
{
    return list_slice(self, 0, INT64_MAX);
}

PyTuple *list_as_tuple(PyList *self)
{
    for (;;) {
        int64_t n = list_len(self);
        PyTuple *t = tuple_new(n);

        if (!t || n == 0 || copy_items(self, 0, INT64_MAX, t->items, n) == n)
            return t;
        self = list_copy(self); /* which nobody changes */
        if (!self)
            return NULL;
    }
}

/* --- changing ----------------------------------------------------------------
 */

int list_push_locked(PyList *self, Value v)
{
    int64_t n = list_len(self);
    ListStore *s = reserve_locked(self, n + 1);

    if (!s)
        return -1;
    word_store(&s->items[n], v);
    set_length_locked(s, n + 1);
    return 0;
}

int list_append_slow(PyList *self, Value v)
{
    int r;
    bool owned;

    owned = lock_enter(&self->head.lock);
    r = list_push_locked(self, v);
    lock_leave(&self->head.lock, owned);
    return r;
}

int list_append(PyList *self, Value v)
{
    return list_push(self, v);
}

int list_set_index_slow(PyList *self, int64_t i, Value v)
{
    err_format(&exc_IndexError, "list assignment index out of range");
    return -1;
}

int list_insert_locked(PyList *self, int64_t at, Value v)
{
    int64_t n = list_len(self);
    ListStore *s = reserve_locked(self, n + 1);

    if (!s)
        return -1;
    if (at < 0 && (at += n) < 0)
        at = 0;
    if (at > n)
        at = n;
    words_move(&s->items[at + 1], &s->items[at], n - at);
    word_store(&s->items[at], v);
    set_length_locked(s, n + 1);
    return 0;
}

int list_insert(PyList *self, int64_t at, Value v)
{
    int r;
    bool owned;

    owned = lock_enter(&self->head.lock);
    r = list_insert_locked(self, at, v);
    lock_leave(&self->head.lock, owned);
    return r;
}

Value list_pop(PyList *self, int64_t i)
{
    Value v = NULL;
    const char *problem = NULL;
    bool owned;

    owned = lock_enter(&self->head.lock);
    ListStore *s = list_store(self);
    int64_t n = store_length(s);

    if (i < 0)
        i += n;
    if (n == 0) {
        problem = "pop from empty list";
    } else if ((uint64_t)i >= (uint64_t)n) {
        problem = "pop index out of range";
    } else {
        v = s->items[i];
        remove_range_locked(s, i, i + 1);
    }
    lock_leave(&self->head.lock, owned);
    return problem ? err_format(&exc_IndexError, "%s", problem) : v;
}

bool list_delete(PyList *self, int64_t i)
{
    bool is_there;
    bool owned;

    owned = lock_enter(&self->head.lock);
    ListStore *s = list_store(self);

    if (i < 0)
        i += store_length(s);
    is_there = i >= 0 && i < store_length(s);
    if (is_there)
        remove_range_locked(s, i, i + 1);
    lock_leave(&self->head.lock, owned);
    return is_there;
}

void list_remove_locked(PyList *self, int64_t i)
{
    remove_range_locked(list_store(self), i, i + 1);
}

bool list_take_item(PyList *self, int64_t i, Value v)
{
    bool is_there;

    lock_acquire(&self->head.lock);
    ListStore *s = list_store(self);

    is_there = i < store_length(s) && s->items[i] == v;
    if (is_there)
        remove_range_locked(s, i, i + 1);
    lock_release(&self->head.lock);
    return is_there;
}

/* Appends n values; the array may not change meanwhile. */
static int append_array(PyList *self, const Value *items, int64_t n)
{
    int r = -1;

    lock_acquire(&self->head.lock);
    int64_t length = list_len(self);
    ListStore *s = n > MAX_ITEMS - length ? (err_no_memory(), NULL)
                                          : reserve_locked(self, length + n);

    if (s) {
        if (n)
            words_move(&s->items[length], items, n);
        set_length_locked(s, length + n);
        r = 0;
    }
    lock_release(&self->head.lock);
    return r;
}

static int append_item(Value item, void *list)
{
    return list_push(list, item);
}

int list_extend(PyList *self, Value iterable)
{
    PyList *copy;

    if (is_pointer(iterable) && as_object(iterable)->type == &tuple_type) {
        PyTuple *t = (PyTuple *)iterable;

        return append_array(self, t->items, t->length);
    }
    copy = iterable == (Value)self ? list_copy(self)
                                   : op_snapshot_or_null(iterable);
    if (copy)
        return append_array(self, list_store(copy)->items, list_len(copy));
    if (err_pending())
        return -1;
    return op_collect(iterable, append_item, self);
}

void list_clear(PyList *self)
{
    lock_acquire(&self->head.lock);
    left(self, list_store(self));
    publish_locked(self, empty_store());
    lock_release(&self->head.lock);
}

void list_reverse(PyList *self)
{
    lock_acquire(&self->head.lock);
    ListStore *s = list_store(self);

    for (int64_t i = 0, j = store_length(s) - 1; i < j; i++, j--) {
        Value v = s->items[i];

        word_store(&s->items[i], s->items[j]);
        word_store(&s->items[j], v);
    }
    lock_release(&self->head.lock);
}

/* Puts n values in the place of items i .. j. */
static int replace_range_locked(PyList *self, int64_t i, int64_t j,
                                const Value *items, int64_t n)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self);
    int64_t length = store_length(s), grown = n - (j - i);

    if (grown > 0) {
        s = grown > MAX_ITEMS - length ? (err_no_memory(), NULL)
                                       : reserve_locked(self, length + grown);
        if (!s)
            return -1;
        words_move(&s->items[j + grown], &s->items[j], length - j);
    } else if (grown < 0) {
        remove_range_locked(s, i, i - grown);
    }
    if (n)
        words_move(&s->items[i], items, n);
    if (grown > 0)
        set_length_locked(s, length + grown); /* now all are there */
    return 0;
}

static int push_item(Value item, void *list)
{
    return list_push(list, item);
}

/* As list(v), but v is not asked for its length. */
static PyList *items_of(Value v)
{
    PyList *list = op_snapshot_or_null(v);

    if (list || err_pending())
        return list;
    list = list_new(0);
    return list && op_iterate(v, push_item, list) >= 0 ? list : NULL;
}

static PyList *items_to_assign(Value v)
{
    PyList *items = items_of(v);

    if (!items && err_matches(&exc_TypeError)) {
        err_clear();
        err_format(&exc_TypeError, "can only assign an iterable");
    }
    return items;
}

/* Puts items (NULL: none) in the place of i .. j.  length: what the list has
 * to have, -1 anything; 1: it has another by now. */
static int replace_range(PyList *self, int64_t i, int64_t j, PyList *items,
                         int64_t length)
{
    int r = 1;

    lock_acquire(&self->head.lock);
    if (length < 0 || list_len(self) == length) {
        clip_range(&i, &j, list_len(self));
        r = replace_range_locked(self, i, j,
                                 items ? list_store(items)->items : NULL,
                                 items ? list_len(items) : 0);
    }
    lock_release(&self->head.lock);
    return r;
}

int list_set_slice(PyList *self, int64_t i, int64_t j, Value value_or_null)
{
    PyList *items = NULL;

    if (value_or_null && !(items = items_to_assign(value_or_null)))
        return -1;
    return replace_range(self, i, j, items, -1);
}

/* --- whole lists
 * --------------------------------------------------------------- */

/* Fills r, which has room for na + nb items, if a and b have so many. */
static bool concat_into(PyList *r, PyList *a, int64_t na, PyList *b, int64_t nb)
{
    ListStore *s = list_store(r);
    bool fits;

    lock_two(&a->head.lock, &b->head.lock);
    fits = list_len(a) == na && list_len(b) == nb;
    if (fits) {
        memcpy(s->items, list_store(a)->items, (size_t)na * sizeof(Value));
        memcpy(s->items + na, list_store(b)->items, (size_t)nb * sizeof(Value));
        atomic_init(&s->length, na + nb);
    }
    unlock_two(&a->head.lock, &b->head.lock);
    return fits;
}

Value list_concat(PyList *a, PyList *b)
{
    for (;;) {
        int64_t na = list_len(a), nb = list_len(b);
        PyList *r = na > MAX_ITEMS - nb ? err_no_memory() : list_new(na + nb);

        if (!r || na + nb == 0 || concat_into(r, a, na, b, nb))
            return (Value)r;
    }
}

/* Fills the n items after the first `filled` by repeating those. */
static void repeat_items(Value *items, int64_t filled, int64_t n)
{
    if (filled == 1) {
        for (int64_t i = 1; i < n; i++)
            word_store(&items[i], items[0]);
        return;
    }
    while (filled < n) {
        int64_t more = filled < n - filled ? filled : n - filled;

        words_move(&items[filled], items, more);
        filled += more;
    }
}

Value list_repeat(PyList *self, int64_t n)
{
    PyList *copy = list_copy(self), *r;
    int64_t length;

    if (!copy)
        return NULL;
    length = list_len(copy);
    if (n <= 0 || length == 0)
        return (Value)list_new(0);
    if (n > MAX_ITEMS / length)
        return err_no_memory();
    r = list_new(length * n);
    if (!r)
        return NULL;
    ListStore *s = list_store(r);

    memcpy(s->items, list_store(copy)->items, (size_t)length * sizeof(Value));
    repeat_items(s->items, length, length * n);
    atomic_init(&s->length, length * n);
    return (Value)r;
}

/* self *= n */
int list_repeat_in_place(PyList *self, int64_t n)
{
    int r = 0;

    lock_acquire(&self->head.lock);
    int64_t length = list_len(self);

    if (n <= 0) {
        left(self, list_store(self));
        publish_locked(self, empty_store());
    } else if (length > 0 && n > 1) {
        ListStore *s = n > MAX_ITEMS / length
                           ? (err_no_memory(), NULL)
                           : reserve_locked(self, length * n);

        if (s) {
            repeat_items(s->items, length, length * n);
            set_length_locked(s, length * n);
        } else {
            r = -1;
        }
    }
    lock_release(&self->head.lock);
    return r;
}

/* --- extended slices
 * -------------------------------------------------------------- */

PyList *list_slice_step(PyList *self, PySlice *slice)
{
    int64_t start, stop, step, count;
    ListStore *s;
    PyList *r;

    /* Others may change it meanwhile: a copy stays. */
    if (rt_threaded && !(self = list_copy(self)))
        return NULL;
    s = list_store(self);
    if (slice_bounds(slice, store_length(s), &start, &stop, &step, &count) < 0)
        return NULL;
    if (step == 1)
        return list_slice(self, start, start + count);
    r = list_new(count);
    for (int64_t i = 0; r && i < count; i++) {
        Value v = word_load(&s->items[start + i * step]);

        if (!v)
            break;
        if (list_push(r, v) < 0)
            return NULL;
    }
    return r;
}

/* n: items that the list has to have; 1: it has others by now. */
static int delete_step(PyList *self, int64_t start, int64_t step, int64_t count,
                       int64_t n)
{
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    lock_acquire(&self->head.lock);
    ListStore *s = list_store(self);
    int64_t to = start;

    if (store_length(s) != n) {
        lock_release(&self->head.lock);
        return 1;
    }
    for (int64_t from = start, next = start, left = count; from < n; from++) {
        if (left > 0 && from == next) {
            left--;
            next += step;
        } else {
            word_store(&s->items[to++], s->items[from]);
        }
    }
    if (to < n) {
        set_length_locked(s, to);
        words_clear(&s->items[to], n - to);
    }
    lock_release(&self->head.lock);
    return 0;
}

static PyList *items_for_step(PyList *self, Value value)
{
    PyList *items = value == (Value)self ? list_copy(self) : op_list(value);

    if (!items && err_matches(&exc_TypeError)) {
        err_clear();
        err_format(&exc_TypeError, "must assign iterable to extended slice");
    }
    return items;
}

/* As delete_step. */
static int assign_step(PyList *self, int64_t start, int64_t step, int64_t count,
                       int64_t n, PyList *items)
{
    int r = 1;

    if (list_len(items) != count) {
        err_format(&exc_ValueError,
                   "attempt to assign sequence of size %lld to extended slice "
                   "of size %lld",
                   (long long)list_len(items), (long long)count);
        return -1;
    }
    lock_acquire(&self->head.lock);
    ListStore *s = list_store(self);

    if (store_length(s) == n) {
        for (int64_t i = 0; i < count; i++)
            word_store(&s->items[start + i * step],
                       list_store(items)->items[i]);
        r = 0;
    }
    lock_release(&self->head.lock);
    return r;
}

int list_assign_slice_step(PyList *self, PySlice *slice, Value value_or_null)
{
    int64_t start, stop, step, count, n;
    PyList *items = NULL;
    int r;

    do {
        n = list_len(self);
        if (slice_bounds(slice, n, &start, &stop, &step, &count) < 0)
            return -1;
        if (value_or_null && !items) {
            items = step == 1 ? items_to_assign(value_or_null)
                              : items_for_step(self, value_or_null);
            if (!items)
                return -1;
        }
        if (step == 1)
            r = replace_range(self, start, start + count, items, n);
        else if (items)
            r = assign_step(self, start, step, count, n, items);
        else
            r = count > 0 ? delete_step(self, start, step, count, n) : 0;
    } while (r > 0);
    return r;
}

/* --- sorting's access
 * --------------------------------------------------------------- */

ListStore *list_take_store(PyList *self)
{
    lock_acquire(&self->head.lock);
    ListStore *s = list_store(self);

    publish_locked(self, empty_store());
    lock_release(&self->head.lock);
    return s;
}

bool list_give_back(PyList *self, ListStore *s)
{
    lock_acquire(&self->head.lock);
    bool untouched = list_store(self) == empty_store();

    publish_locked(self, s);
    lock_release(&self->head.lock);
    return untouched;
}

/* --- for C code
 * ------------------------------------------------------------------------ */

Value list_get(PyList *self, Py_ssize i)
{
    Value v = i < 0 ? NULL : list_item_or_null(self, (uint64_t)i);

    return v ? v : err_list_index();
}

Py_ssize list_length(PyList *self)
{
    return list_len(self);
}
