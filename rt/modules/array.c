/* array.array: items of one C type in pointer-free memory.
 *
 * Like a list's, the store never changes its capacity and carries the length
 * that readers check against, so reads take no lock.  Items are converted,
 * which may run Python code, before the lock is taken. */
#include <stdio.h>

#include "array_kinds.h"
#include "file.h"
#include "instance.h"
#include "module_support.h"
#include "number.h"
#include "unicode.h"

#include <errno.h>

#include "methods_declare.h"
#include "array.def"
#include "methods_end.h"

typedef struct ArrayStore {
    int64_t capacity; /* items */
    _Atomic int64_t length;
    char data[];
} ArrayStore;

typedef struct PyArray {
    PyObject head;
    ArrayStore *_Atomic store;
    const ArrayKind *kind;
} PyArray;

typedef struct PyArrayIterator {
    PyObject head;
    PyArray *array; /* NULL at the end */
    _Atomic int64_t next;
} PyArrayIterator;

static PyType array_type, array_iterator_type;

/* One reading of an array: its items as they were at that time. */
typedef struct Items {
    char *data;
    int64_t length;
} Items;

static inline Items items_of(const PyArray *a)
{
    ArrayStore *s = atomic_load_explicit(&a->store, memory_order_acquire);

    return (Items){s->data,
                   atomic_load_explicit(&s->length, memory_order_relaxed)};
}

static inline bool is_array(Value v)
{
    return is_pointer(v) && (as_object(v)->type == &array_type ||
                             type_is_subtype(as_object(v)->type, &array_type));
}

/* --- stores --------------------------------------------------------------- */

static ArrayStore *store_new(int64_t capacity, int size)
{
    int64_t bytes;

    if (__builtin_mul_overflow(capacity, size, &bytes) || bytes > INT64_MAX / 2)
        return err_no_memory();
    ArrayStore *s = gc_bytes(sizeof *s + (size_t)bytes);
    if (s)
        s->capacity = capacity;
    return s;
}

/* A new array of n items, all bytes zero. */
static PyArray *array_make(PyType *type, const ArrayKind *kind, int64_t n)
{
    ArrayStore *s = store_new(n, kind->size);
    PyArray *a = s ? instance_new(type) : NULL;

    if (!a)
        return NULL;
    atomic_init(&s->length, n);
    atomic_init(&a->store, s);
    a->kind = kind;
    return a;
}

static void publish_locked(PyArray *a, ArrayStore *s) REQUIRES(a->head.lock);
static void publish_locked(PyArray *a, ArrayStore *s)
{
    atomic_store_explicit(&a->store, s, memory_order_release);
}

/* Replaces the items from low to high by n others, which do not lie in this
 * array's store.  Once there are threads, items that readers may look at are
 * not moved within a store. */
static int splice_locked(PyArray *a, int64_t low, int64_t high,
                         const char *items, int64_t n) REQUIRES(a->head.lock);
static int splice_locked(PyArray *a, int64_t low, int64_t high,
                         const char *items, int64_t n)
{
    ArrayStore *s = atomic_load_explicit(&a->store, memory_order_relaxed);
    int64_t length = atomic_load_explicit(&s->length, memory_order_relaxed);
    int64_t tail = length - high, total = low + n + tail;
    size_t size = (size_t)a->kind->size;

    if (total > s->capacity || (tail && n != high - low && rt_threaded)) {
        ArrayStore *more = store_new(
            total + (total > length ? total / 8 + 6 : 0), a->kind->size);
        if (!more)
            return -1;
        memcpy(more->data, s->data, (size_t)low * size);
        if (n)
            memcpy(more->data + (size_t)low * size, items, (size_t)n * size);
        memcpy(more->data + (size_t)(low + n) * size,
               s->data + (size_t)high * size, (size_t)tail * size);
        atomic_init(&more->length, total);
        publish_locked(a, more);
        return 0;
    }
    if (n != high - low)
        memmove(s->data + (size_t)(low + n) * size,
                s->data + (size_t)high * size, (size_t)tail * size);
    if (n)
        memcpy(s->data + (size_t)low * size, items, (size_t)n * size);
    atomic_store_explicit(&s->length, total, memory_order_release);
    return 0;
}

/* The length, for callers that hold the lock. */
static int64_t length_locked(const PyArray *a) REQUIRES(a->head.lock);
static int64_t length_locked(const PyArray *a)
{
    return items_of(a).length;
}

static int append_bytes(PyArray *a, const char *items, int64_t n)
{
    lock_acquire(&a->head.lock);
    int64_t end = length_locked(a);
    int result = splice_locked(a, end, end, items, n);
    lock_release(&a->head.lock);
    return result;
}

static int append_value(PyArray *a, Value v)
{
    char item[8];

    return a->kind->store(v, item) < 0 ? -1 : append_bytes(a, item, 1);
}

static Value load_at(const PyArray *a, const Items *items, int64_t i)
{
    return a->kind->load(items->data + i * a->kind->size);
}

/* A copy of a stretch, as a base array. */
static Value array_part(const PyArray *a, int64_t low, int64_t high)
{
    Items items = items_of(a);

    bounds_clip(&low, &high, items.length);
    int64_t n = high > low ? high - low : 0;
    PyArray *part = array_make(&array_type, a->kind, n);
    if (part)
        memcpy(items_of(part).data, items.data + low * a->kind->size,
               (size_t)(n * a->kind->size));
    return (Value)part;
}

/* --- construction --------------------------------------------------------- */

static int append_each(Value item, void *arg)
{
    return append_value(arg, item);
}

/* The bytes of a str, whole items of them. */
static int append_text(PyArray *a, Span s)
{
    if (s.length % a->kind->size) {
        err_format(&exc_ValueError,
                   "string length not a multiple of item size");
        return -1;
    }
    return append_bytes(a, s.data, s.length / a->kind->size);
}

static int append_unicode(PyArray *a, PyUnicode *u)
{
    return append_bytes(a, (const char *)unicode_ucs4(u), u->length);
}

static int fill(PyArray *a, Value initial)
{
    if (is_str(initial) && a->kind->code != 'c')
        return append_text(a, str_span(initial));
    if (is_str(initial))
        return append_bytes(a, str_span(initial).data,
                            str_span(initial).length);
    if (is_unicode(initial) && a->kind->code == 'u')
        return append_unicode(a, (PyUnicode *)initial);
    return op_iterate(initial, append_each, a);
}

/* The type code argument; 0 with TypeError.  1 is no code. */
static char code_argument(Value v)
{
    if (is_str(v) && str_span(v).length == 1)
        return *str_span(v).data ? *str_span(v).data : 1;
    if (is_unicode(v) && ((PyUnicode *)v)->length == 1) {
        uint32_t c = unicode_at((PyUnicode *)v, 0);
        return c < 128 && c ? (char)c : 1;
    }
    err_format(&exc_TypeError,
               "array() argument 1 or typecode must be char (string or "
               "ascii-unicode with length 1), not %s",
               type_name_of(v));
    return 0;
}

static Value array_new(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames) && type == &array_type)
        return err_format(&exc_TypeError,
                          "array.array() does not take keyword arguments");
    if (nargs < 1 || nargs > 2)
        return err_format(&exc_TypeError, "array() takes at %s (%d given)",
                          nargs < 1 ? "least 1 argument" : "most 2 arguments",
                          (int)nargs);
    char code = code_argument(args[0]);
    if (!code)
        return NULL;
    const ArrayKind *kind = array_kind(code);
    if (!kind)
        return err_format(&exc_ValueError,
                          "bad typecode (must be c, b, B, u, h, H, i, I, l, "
                          "L, f or d)");
    PyArray *a = array_make(type, kind, 0);
    if (!a || (nargs == 2 && fill(a, args[1]) < 0))
        return NULL;
    return (Value)a;
}

/* --- reading -------------------------------------------------------------- */

static Py_ssize array_length(Value self)
{
    return items_of((PyArray *)self).length;
}

static Value array_item(Value self, Py_ssize i)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);

    if ((uint64_t)i >= (uint64_t)items.length)
        return err_format(&exc_IndexError, "array index out of range");
    return load_at(a, &items, i);
}

static Value array_step_slice(PyArray *a, PySlice *slice)
{
    int64_t start, stop, step, count;
    Items items = items_of(a);
    size_t size = (size_t)a->kind->size;

    if (slice_bounds(slice, items.length, &start, &stop, &step, &count) < 0)
        return NULL;
    PyArray *part = array_make(&array_type, a->kind, count);
    if (!part)
        return NULL;
    char *to = items_of(part).data;
    for (int64_t i = 0; i < count; i++, start += step)
        memcpy(to + (size_t)i * size, items.data + (size_t)start * size, size);
    return (Value)part;
}

/* An index argument made not negative; -1 with exception. */
static bool get_index(PyArray *a, Value key, int64_t *i)
{
    *i = op_index(key, &exc_IndexError);
    if (*i == -1 && err_pending())
        return false;
    if (*i < 0)
        *i += items_of(a).length;
    return true;
}

static Value array_getitem(Value self, Value key)
{
    int64_t i;

    if (is_tagged_int(key) && tagged_int_value(key) >= 0)
        return array_item(self, tagged_int_value(key));
    if (type_of(key)->index)
        return get_index((PyArray *)self, key, &i) ? array_item(self, i) : NULL;
    if (type_of(key) == &slice_type)
        return array_step_slice((PyArray *)self, (PySlice *)key);
    return err_format(&exc_TypeError, "array indices must be integers");
}

static Value array_getslice(Value self, Py_ssize i, Py_ssize j)
{
    return array_part((PyArray *)self, i < 0 ? 0 : i, j < 0 ? 0 : j);
}

static Value array_concat(Value a, Value b)
{
    PyArray *x = (PyArray *)a, *y = (PyArray *)b;

    if (!is_array(b))
        return err_format(&exc_TypeError,
                          "can only append array (not \"%.200s\") to array",
                          type_name_of(b));
    if (x->kind != y->kind)
        return err_format(&exc_TypeError,
                          "bad argument type for built-in operation");
    Items first = items_of(x), second = items_of(y);
    PyArray *sum =
        array_make(&array_type, x->kind, first.length + second.length);
    if (!sum)
        return NULL;
    int64_t size = x->kind->size;
    char *to = items_of(sum).data;
    memcpy(to, first.data, (size_t)(first.length * size));
    memcpy(to + first.length * size, second.data,
           (size_t)(second.length * size));
    return (Value)sum;
}

static void repeat_bytes(char *to, const char *from, size_t n, int64_t times)
{
    while (times-- > 0) {
        memcpy(to, from, n);
        to += n;
    }
}

static Value array_repeat(Value self, Py_ssize n)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);
    int64_t total;

    if (n < 0)
        n = 0;
    if (__builtin_mul_overflow(items.length, n, &total))
        return err_no_memory();
    PyArray *result = array_make(&array_type, a->kind, total);
    if (result)
        repeat_bytes(items_of(result).data, items.data,
                     (size_t)(items.length * a->kind->size),
                     items.length ? n : 0);
    return (Value)result;
}

static Value array_inplace_repeat(Value self, Py_ssize n)
{
    PyArray *a = (PyArray *)self;
    Value repeated = array_repeat(self, n);

    if (!repeated)
        return NULL;
    lock_acquire(&a->head.lock);
    publish_locked(a, atomic_load(&((PyArray *)repeated)->store));
    lock_release(&a->head.lock);
    return self;
}

/* Position of the first equal item, or -1; -2 with exception. */
static int64_t find(PyArray *a, Value wanted)
{
    for (int64_t i = 0;; i++) {
        Items items = items_of(a);
        if (i >= items.length)
            return -1;
        Value item = load_at(a, &items, i);
        int same = item ? op_compare_bool(CMP_eq, item, wanted) : -1;
        if (same)
            return same < 0 ? -2 : i;
    }
}

static int array_contains(Value self, Value item)
{
    int64_t at = find((PyArray *)self, item);

    return at == -2 ? -1 : at >= 0;
}

static bool holds(CompareOp op, int64_t a, int64_t b)
{
    switch (op) {
    case CMP_lt:
        return a < b;
    case CMP_le:
        return a <= b;
    case CMP_eq:
        return a == b;
    case CMP_ne:
        return a != b;
    case CMP_gt:
        return a > b;
    default:
        return a >= b;
    }
}

static Value array_rich_compare(Value v, Value w, CompareOp op)
{
    if (!is_array(v) || !is_array(w))
        return NOT_IMPLEMENTED;
    PyArray *a = (PyArray *)v, *b = (PyArray *)w;
    Items x = items_of(a), y = items_of(b);
    if (x.length != y.length && (op == CMP_eq || op == CMP_ne))
        return value_from_bool(op == CMP_ne);
    for (int64_t i = 0; i < x.length && i < y.length; i++) {
        Value p = load_at(a, &x, i), q = load_at(b, &y, i);
        int same = p && q ? op_compare_bool(CMP_eq, p, q) : -1;
        if (same < 0)
            return NULL;
        if (same)
            continue;
        if (op == CMP_eq || op == CMP_ne)
            return value_from_bool(op == CMP_ne);
        return op_compare(op, p, q);
    }
    return value_from_bool(holds(op, x.length, y.length));
}

static Value array_tolist(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);
    PyList *list = list_new(items.length);

    for (int64_t i = 0; list && i < items.length; i++) {
        Value v = load_at(a, &items, i);
        if (!v || list_append(list, v) < 0)
            return NULL;
    }
    return (Value)list;
}

static Value array_tostring(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);

    return (Value)str_from(items.data, items.length * a->kind->size);
}

static Value array_tounicode(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);

    if (a->kind->code != 'u')
        return err_format(&exc_ValueError, "tounicode() may only be called on "
                                           "type 'u' arrays");
    return (Value)unicode_from_ucs4((const uint32_t *)items.data, items.length);
}

static Value array_repr(Value self)
{
    PyArray *a = (PyArray *)self;
    char code = a->kind->code;

    if (!items_of(a).length)
        return (Value)str_format_c("array('%c')", code);
    Value inner = code == 'c'   ? array_tostring(self, NULL, 0)
                  : code == 'u' ? array_tounicode(self, NULL, 0)
                                : array_tolist(self, NULL, 0);
    Value shown = inner ? op_repr(inner) : NULL;
    if (!shown)
        return NULL;
    PyStr *head = str_format_c("array('%c', ", code);
    return (Value)str_concat(str_concat(head, (PyStr *)shown), str_char(')'));
}

static Value array_count(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    int64_t count = 0;

    for (int64_t i = 0;; i++) {
        Items items = items_of(a);
        if (i >= items.length)
            return value_from_int(count);
        Value item = load_at(a, &items, i);
        int same = item ? op_compare_bool(CMP_eq, item, args[0]) : -1;
        if (same < 0)
            return NULL;
        count += same;
    }
}

static Value array_index(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at = find((PyArray *)self, args[0]);

    if (at >= 0)
        return value_from_int(at);
    return at == -2
               ? NULL
               : err_format(&exc_ValueError, "array.index(x): x not in list");
}

static Value array_buffer_info(Value self, const Value *args, Py_ssize nargs)
{
    Items items = items_of((PyArray *)self);

    return (Value)tuple_pack(2, int_from_uint64((uintptr_t)items.data),
                             value_from_int(items.length));
}

static Value array_copy(Value self, const Value *args, Py_ssize nargs)
{
    return array_part((PyArray *)self, 0, INT64_MAX);
}

static Value array_reduce(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    PyDict *d = instance_dict(self);
    Value items = array_tolist(self, NULL, 0);

    if (!items)
        return NULL;
    PyTuple *state =
        tuple_pack(2, str_char((unsigned char)a->kind->code), items);
    return (Value)tuple_pack(3, type_visible(type_of(self)), state,
                             d ? (Value)d : NONE);
}

static Value array_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;

    return long_from_int64((int64_t)sizeof *a +
                           atomic_load(&a->store)->capacity * a->kind->size);
}

/* --- writing -------------------------------------------------------------- */

static Value array_append(Value self, const Value *args, Py_ssize nargs)
{
    return append_value((PyArray *)self, args[0]) < 0 ? NULL : NONE;
}

static int assignment_error(void)
{
    err_format(&exc_IndexError, "array assignment index out of range");
    return -1;
}

static int assign_item(PyArray *a, int64_t i, Value v_or_null)
{
    char item[8];

    if ((uint64_t)i >= (uint64_t)items_of(a).length)
        return assignment_error();
    if (v_or_null && a->kind->store(v_or_null, item) < 0)
        return -1;
    lock_acquire(&a->head.lock);
    bool there = i < length_locked(a);
    int result =
        there ? splice_locked(a, i, i + 1, item, v_or_null ? 1 : 0) : 0;
    lock_release(&a->head.lock);
    return there ? result : assignment_error();
}

/* The source of a slice assignment: its bytes do not change under us. */
static bool slice_source(PyArray *a, Value v_or_null, Items *out)
{
    *out = (Items){NULL, 0};
    if (!v_or_null)
        return true;
    if (!is_array(v_or_null)) {
        err_format(&exc_TypeError,
                   "can only assign array (not \"%.200s\") to array slice",
                   type_name_of(v_or_null));
        return false;
    }
    PyArray *source = (PyArray *)v_or_null;
    if (source->kind != a->kind) {
        err_format(&exc_TypeError, "bad argument type for built-in operation");
        return false;
    }
    if (source == a) {
        source = (PyArray *)array_part(a, 0, INT64_MAX);
        if (!source)
            return false;
    }
    *out = items_of(source);
    return true;
}

static int array_setslice(Value self, Py_ssize i, Py_ssize j, Value v_or_null)
{
    PyArray *a = (PyArray *)self;
    Items source;

    if (!slice_source(a, v_or_null, &source))
        return -1;
    lock_acquire(&a->head.lock);
    int64_t length = length_locked(a);
    i = i < 0 ? 0 : i > length ? length : i;
    j = j < i ? i : j > length ? length : j;
    int result = splice_locked(a, i, j, source.data, source.length);
    lock_release(&a->head.lock);
    return result;
}

/* Deletes `count` items, `step` apart, by building a new store. */
static int delete_steps_locked(PyArray *a, int64_t start, int64_t step,
                               int64_t count) REQUIRES(a->head.lock);
static int delete_steps_locked(PyArray *a, int64_t start, int64_t step,
                               int64_t count)
{
    Items items = items_of(a);
    size_t size = (size_t)a->kind->size;

    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    ArrayStore *s = store_new(items.length - count, a->kind->size);
    if (!s)
        return -1;
    int64_t kept = 0;
    for (int64_t i = 0; i < items.length; i++) {
        bool gone =
            i >= start && (i - start) % step == 0 && (i - start) / step < count;
        if (!gone)
            memcpy(s->data + (size_t)kept++ * size,
                   items.data + (size_t)i * size, size);
    }
    atomic_init(&s->length, kept);
    publish_locked(a, s);
    return 0;
}

/* What an extended slice assignment found under the lock. */
typedef enum SliceOutcome { SLICE_done, SLICE_failed, SLICE_size } SliceOutcome;

static SliceOutcome assign_steps_locked(PyArray *a, PySlice *slice,
                                        const Items *source, bool delete,
                                        int64_t *count) REQUIRES(a->head.lock);
static SliceOutcome assign_steps_locked(PyArray *a, PySlice *slice,
                                        const Items *source, bool delete,
                                        int64_t *count)
{
    int64_t start, stop, step;
    size_t size = (size_t)a->kind->size;
    Items items = items_of(a);

    if (slice_bounds(slice, items.length, &start, &stop, &step, count) < 0)
        return SLICE_failed;
    if (step == 1)
        return splice_locked(a, start, start + *count, source->data,
                             source->length) < 0
                   ? SLICE_failed
                   : SLICE_done;
    if (delete)
        return *count && delete_steps_locked(a, start, step, *count) < 0
                   ? SLICE_failed
                   : SLICE_done;
    if (source->length != *count)
        return SLICE_size;
    for (int64_t i = 0; i < *count; i++, start += step)
        memcpy(items.data + (size_t)start * size,
               source->data + (size_t)i * size, size);
    return SLICE_done;
}

/* Bounds with __index__ methods run here, before the lock. */
static bool settle_bounds(PySlice *slice, PySlice *out)
{
    Value *from[] = {&slice->start, &slice->stop, &slice->step};
    Value *to[] = {&out->start, &out->stop, &out->step};

    *out = *slice;
    for (int i = 0; i < 3; i++)
        if (*from[i] != NONE && type_of(*from[i])->index &&
            !(*to[i] = num_index(*from[i])))
            return false;
    return true;
}

static int assign_slice(PyArray *a, PySlice *slice, Value v_or_null)
{
    Items source;
    PySlice settled;
    int64_t count;

    if (!slice_source(a, v_or_null, &source) || !settle_bounds(slice, &settled))
        return -1;
    lock_acquire(&a->head.lock);
    SliceOutcome outcome =
        assign_steps_locked(a, &settled, &source, !v_or_null, &count);
    lock_release(&a->head.lock);
    if (outcome == SLICE_size)
        err_format(&exc_ValueError,
                   "attempt to assign array of size %lld to extended slice of "
                   "size %lld",
                   (long long)source.length, (long long)count);
    return outcome == SLICE_done ? 0 : -1;
}

static int array_setitem(Value self, Value key, Value v_or_null)
{
    PyArray *a = (PyArray *)self;
    int64_t i;

    if (type_of(key)->index)
        return get_index(a, key, &i) ? assign_item(a, i, v_or_null) : -1;
    if (type_of(key) == &slice_type)
        return assign_slice(a, (PySlice *)key, v_or_null);
    err_format(&exc_TypeError, "array indices must be integer");
    return -1;
}

static int extend(PyArray *a, Value v)
{
    if (!is_array(v))
        return op_iterate(v, append_each, a);
    PyArray *other = (PyArray *)v;
    if (other->kind != a->kind) {
        err_format(&exc_TypeError, "can only extend with array of same kind");
        return -1;
    }
    if (other == a && !(other = (PyArray *)array_part(a, 0, INT64_MAX)))
        return -1;
    Items items = items_of(other);
    return append_bytes(a, items.data, items.length);
}

static Value array_extend(Value self, const Value *args, Py_ssize nargs)
{
    return extend((PyArray *)self, args[0]) < 0 ? NULL : NONE;
}

static Value array_inplace_concat(Value self, Value other)
{
    if (!is_array(other))
        return err_format(&exc_TypeError,
                          "can only extend array with array (not \"%.200s\")",
                          type_name_of(other));
    return extend((PyArray *)self, other) < 0 ? NULL : self;
}

static Value array_insert(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    char item[8];
    int64_t i = value_as_int64(args[0]);

    if ((i == -1 && err_pending()) || a->kind->store(args[1], item) < 0)
        return NULL;
    lock_acquire(&a->head.lock);
    int64_t length = length_locked(a);
    i = i < 0 ? i + length : i;
    i = i < 0 ? 0 : i > length ? length : i;
    int result = splice_locked(a, i, i, item, 1);
    lock_release(&a->head.lock);
    return result < 0 ? NULL : NONE;
}

static Value array_pop(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    int64_t i = nargs ? value_as_int64(args[0]) : -1;
    char item[8];

    if (i == -1 && nargs && err_pending())
        return NULL;
    lock_acquire(&a->head.lock);
    Items items = items_of(a);
    if (i < 0)
        i += items.length;
    bool there = i >= 0 && i < items.length;
    int result = 0;
    if (there) {
        memcpy(item, items.data + i * a->kind->size, (size_t)a->kind->size);
        result = splice_locked(a, i, i + 1, NULL, 0);
    }
    lock_release(&a->head.lock);
    if (result < 0)
        return NULL;
    if (!there)
        return err_format(&exc_IndexError, items.length
                                               ? "pop index out of range"
                                               : "pop from empty array");
    return a->kind->load(item);
}

static Value array_remove(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    int64_t at = find(a, args[0]);

    if (at == -1)
        return err_format(&exc_ValueError, "array.remove(x): x not in list");
    if (at < 0)
        return NULL;
    return array_setslice(self, at, at + 1, NULL) < 0 ? NULL : NONE;
}

static Value array_reverse(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    size_t size = (size_t)a->kind->size;
    char item[8];

    lock_acquire(&a->head.lock);
    Items items = items_of(a);
    for (int64_t i = 0, j = items.length - 1; i < j; i++, j--) {
        char *p = items.data + (size_t)i * size;
        char *q = items.data + (size_t)j * size;
        memcpy(item, p, size);
        memcpy(p, q, size);
        memcpy(q, item, size);
    }
    lock_release(&a->head.lock);
    return NONE;
}

static Value array_byteswap(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    int size = a->kind->size;

    lock_acquire(&a->head.lock);
    Items items = items_of(a);
    for (int64_t i = 0; i < items.length; i++) {
        char *p = items.data + i * size;
        for (int k = 0; k < size / 2; k++) {
            char t = p[k];
            p[k] = p[size - 1 - k];
            p[size - 1 - k] = t;
        }
    }
    lock_release(&a->head.lock);
    return NONE;
}

/* All or nothing. */
static Value array_fromlist(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    PyArray *added = array_make(&array_type, a->kind, 0);

    if (!has_type_flag(args[0], TYPE_LIST))
        return err_format(&exc_TypeError, "arg must be list");
    if (!added || op_iterate(args[0], append_each, added) < 0)
        return NULL;
    return extend(a, (Value)added) < 0 ? NULL : NONE;
}

static Value array_fromstring(Value self, const Value *args, Py_ssize nargs)
{
    Span s;

    if (args[0] == self)
        return err_format(&exc_ValueError,
                          "array.fromstring(x): x cannot be self");
    if (is_unicode(args[0])) {
        PyStr *text = unicode_as_str((PyUnicode *)args[0]);
        if (!text)
            return NULL;
        s = str_span((Value)text);
    } else if (!value_bytes_or_null(args[0], &s)) {
        return arg_type_error("fromstring", 1, "string or read-only buffer",
                              args[0]);
    }
    return append_text((PyArray *)self, s) < 0 ? NULL : NONE;
}

static Value array_fromunicode(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;

    if (!is_unicode(args[0]))
        return arg_type_error("fromunicode", 1, "cannot convert raw buffers",
                              args[0]);
    if (a->kind->code != 'u')
        return err_format(&exc_ValueError,
                          "fromunicode() may only be called on type 'u' "
                          "arrays");
    return append_unicode(a, (PyUnicode *)args[0]) < 0 ? NULL : NONE;
}

/* --- files ---------------------------------------------------------------- */

static Value array_fromfile(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    int64_t n = value_as_int64(args[1]), bytes;

    if (n == -1 && err_pending())
        return NULL;
    FILE *fp = is_file(args[0]) ? file_stream(args[0]) : NULL;
    if (!fp) {
        err_clear();
        return err_format(&exc_TypeError, "arg1 must be open file");
    }
    if (n <= 0)
        return NONE;
    if (__builtin_mul_overflow(n, a->kind->size, &bytes))
        return err_no_memory();
    char *data = gc_bytes((size_t)bytes);
    if (!data)
        return NULL;
    int64_t got = (int64_t)fread(data, (size_t)a->kind->size, (size_t)n, fp);
    if (append_bytes(a, data, got) < 0)
        return NULL;
    if (got < n && ferror(fp)) {
        err_from_errno(&exc_IOError, NULL);
        clearerr(fp);
        return NULL;
    }
    if (got < n)
        return err_format(&exc_EOFError, "not enough items in file");
    return NONE;
}

static Value array_tofile(Value self, const Value *args, Py_ssize nargs)
{
    PyArray *a = (PyArray *)self;
    FILE *fp = is_file(args[0]) ? file_stream(args[0]) : NULL;

    if (!fp) {
        err_clear();
        return err_format(&exc_TypeError, "arg must be open file");
    }
    Items items = items_of(a);
    if (items.length &&
        fwrite(items.data, (size_t)a->kind->size, (size_t)items.length, fp) !=
            (size_t)items.length) {
        err_from_errno(&exc_IOError, NULL);
        clearerr(fp);
        return NULL;
    }
    return NONE;
}

/* --- types ---------------------------------------------------------------- */

static int array_get_buffer(Value self, Buffer *out)
{
    PyArray *a = (PyArray *)self;
    Items items = items_of(a);

    *out = (Buffer){self, items.data, items.length * a->kind->size, false};
    return 0;
}

static Value array_iter(Value self)
{
    PyArrayIterator *it = gc_new(&array_iterator_type, sizeof *it);

    it->array = (PyArray *)self;
    return (Value)it;
}

static Value array_iterator_next(Value self)
{
    PyArrayIterator *it = (PyArrayIterator *)self;
    PyArray *a = it->array;

    if (!a)
        return NULL;
    int64_t i = atomic_fetch_add_explicit(&it->next, 1, memory_order_relaxed);
    Items items = items_of(a);
    if (i < items.length)
        return load_at(a, &items, i);
    it->array = NULL;
    return NULL;
}

static Value self_iter(Value self)
{
    return self;
}

static PyType array_iterator_type = {
    .head.type = &type_type,
    .name = "arrayiterator",
    .base = &object_type,
    .basic_size = sizeof(PyArrayIterator),
    .iter = self_iter,
    .next = array_iterator_next,
};

static Value array_get_typecode(Value self)
{
    return (Value)str_char((unsigned char)((PyArray *)self)->kind->code);
}

static Value array_get_itemsize(Value self)
{
    return tag_int(((PyArray *)self)->kind->size);
}

static const GetSetDef array_getsets[] = {
    {"typecode", array_get_typecode, NULL,
     "letter that says what the items are"},
    {"itemsize", array_get_itemsize, NULL, "bytes that an item takes"},
    {0}};

static const NativeDef array_methods[] = {
#include "methods_table.h"
#include "array.def"
#include "methods_end.h"
    {0}};

static PyType array_type = {
    .head.type = &type_type,
    .name = "array.array",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyArray),
    .methods = array_methods,
    .getsets = array_getsets,
    .repr = array_repr,
    .rich_compare = array_rich_compare,
    .iter = array_iter,
    .new_instance = array_new,
    .length = array_length,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = array_contains,
    .concat = array_concat,
    .repeat = array_repeat,
    .inplace_concat = array_inplace_concat,
    .inplace_repeat = array_inplace_repeat,
    .seq_item = array_item,
    .getslice = array_getslice,
    .setslice = array_setslice,
    .get_buffer = array_get_buffer,
};

static int array_init(PyModule *m)
{
    if (type_ready(&array_iterator_type) < 0 ||
        module_add_type(m, &array_type) < 0)
        return -1;
    return module_add(m, "ArrayType", (Value)&array_type);
}

const NativeModule native_module_array = {
    .name = "array",
    .doc = "Class array: numbers or characters of one C type, packed side by "
           "side.",
    .init = array_init,
};
