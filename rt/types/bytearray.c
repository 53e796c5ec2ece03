/* bytearray: mutable bytes.
 *
 * Every change is one replacement of a range by other bytes, done by
 * splice_locked under the object's lock; readers see the old or the new store
 * (see bytearray.h).  The methods shared with str come from bytes_methods.h
 * and return new bytearrays. */
#include "bytearray.h"

#include "bytes_codecs.h"
#include "codecs.h"
#include "instance.h"
#include "names.h"
#include "str_type.h"

#define SELF ((PyByteArray *)self)

#define B_IS_STR false
#define B_SPAN(self) bytearray_span(self)
#define B_RAW(length) ((Value)bytearray_new(length))
#define B_NEW(data, length) copy_of((Span){data, length})
#define B_CASE(data, length) B_NEW(data, length)
#define B_SAME(self) copy_of(bytearray_span(self))
#define B_ARG(v, span) arg_buffer(v, span)
#define B_SEPARATOR(v, span) arg_separator(v, span)
#define B_NOT_FOUND "subsection not found"
#define B_REDIRECT(self, name, args, nargs) (void)0

static Value copy_of(Span s)
{
    PyByteArray *b = bytearray_new(s.length);

    if (b)
        memcpy((char *)bytearray_span((Value)b).data, s.data, (size_t)s.length);
    return (Value)b;
}

static bool is_buffer(Value v, Span *out)
{
    return value_has_new_buffer(v) && value_bytes_or_null(v, out);
}

static bool arg_buffer(Value v, Span *out)
{
    if (is_buffer(v, out))
        return true;
    err_format(&exc_TypeError, "Type %.100s doesn't support the buffer API",
               type_name_of(v));
    return false;
}

/* Of partition and rpartition, which word it in another way. */
static bool arg_separator(Value v, Span *out)
{
    if (is_buffer(v, out))
        return true;
    err_format(&exc_TypeError, "'%.200s' does not have the buffer interface",
               type_name_of(v));
    return false;
}

#include "methods_declare.h"
#include "bytearray.def"
#include "methods_end.h"

#include "bytes_methods.h"

/* --- storage -------------------------------------------------------------- */

static ByteStore *store_new(int64_t capacity, int64_t length)
{
    ByteStore *s;

    if (capacity > INT64_MAX - 64)
        return err_no_memory();
    s = gc_bytes(sizeof *s + (size_t)capacity + 1);
    if (s) {
        s->capacity = capacity;
        atomic_store_explicit(&s->length, length, memory_order_relaxed);
    }
    return s;
}

PyByteArray *bytearray_new(int64_t length)
{
    ByteStore *s = store_new(length, length);
    PyByteArray *b = s ? gc_new(&bytearray_type, sizeof *b) : NULL;

    if (b)
        atomic_store_explicit(&b->store, s, memory_order_release);
    return b;
}

/* CPython's growth, which __alloc__ shows: exact in leaps, by an eighth in
 * small steps. */
static int64_t grown_capacity(const ByteStore *s, int64_t length)
{
    int64_t alloc = s ? s->capacity + 1 : 0;

    if (length > alloc + alloc / 8)
        return length;
    return length + (length >> 3) + (length < 9 ? 2 : 5);
}

/* Replaces self[start:stop] (within range) by n bytes, which may not be part
 * of self.  -1 with MemoryError. */
static int splice_locked(PyByteArray *self, int64_t start, int64_t stop,
                         const char *bytes, int64_t n) REQUIRES(self->head.lock)
{
    ByteStore *s = atomic_load_explicit(&self->store, memory_order_relaxed);
    int64_t old = s ? s->length : 0, length, tail = old - stop;

    if (__builtin_add_overflow(old - (stop - start), n, &length)) {
        err_no_memory();
        return -1;
    }
    if (!s || length > s->capacity) {
        ByteStore *grown = store_new(grown_capacity(s, length), length);

        if (!grown)
            return -1;
        if (s) {
            memcpy(grown->data, s->data, (size_t)start);
            memcpy(grown->data + start + n, s->data + stop, (size_t)tail);
        }
        memcpy(grown->data + start, bytes, (size_t)n);
        atomic_store_explicit(&self->store, grown, memory_order_release);
        return 0;
    }
    memmove(s->data + start + n, s->data + stop, (size_t)tail);
    memcpy(s->data + start, bytes, (size_t)n);
    s->data[length] = 0;
    atomic_store_explicit(&s->length, length, memory_order_release);
    return 0;
}

/* Clips the range to the current length and replaces it. */
static int replace_range(PyByteArray *self, int64_t start, int64_t stop,
                         Span with)
{
    int64_t n;
    int status;

    lock_acquire(&self->head.lock);
    n = bytearray_span((Value)self).length;
    start = start > n ? n : start;
    stop = stop > n ? n : stop < start ? start : stop;
    status = splice_locked(self, start, stop, with.data, with.length);
    lock_release(&self->head.lock);
    return status;
}

/* Makes *s bytes that stay as they are while self changes; false with
 * MemoryError. */
static bool detach(Value self, Value from, Span *s)
{
    return from != self || span_detach(s);
}

/* An item's value, or -1 with an exception. */
static int byte_value(Value v)
{
    int64_t n;

    if (is_tagged_int(v) && (uint64_t)tagged_int_value(v) < 256)
        return (int)tagged_int_value(v);
    if (type_of(v) == &str_type) {
        if (((PyStr *)v)->length == 1)
            return (unsigned char)((PyStr *)v)->data[0];
        err_format(&exc_ValueError, "string must be of size 1");
        return -1;
    }
    if (!type_of(v)->index) {
        err_format(&exc_TypeError,
                   "an integer or string of size 1 is required");
        return -1;
    }
    n = op_index(v, NULL);
    if (n == -1 && err_pending()) {
        if (err_matches(&exc_TypeError)) {
            err_clear();
            err_format(&exc_TypeError,
                       "an integer or string of size 1 is required");
        }
        return -1;
    }
    if (n < 0 || n > 255) {
        err_format(&exc_ValueError, "byte must be in range(0, 256)");
        return -1;
    }
    return (int)n;
}

/* --- making --------------------------------------------------------------- */

static bool exports_bytes(Value v, Span *out)
{
    return value_has_new_buffer(v) && value_bytes_or_null(v, out);
}

static int collect_byte(Value item, void *builder)
{
    int c = byte_value(item);

    return c < 0 ? -1 : sb_putc(builder, (char)c);
}

/* The bytes of any iterable of items. */
static bool bytes_of_items(Value items, Span *out)
{
    StrBuilder b = {0};
    PyStr *s;

    if (op_collect(items, collect_byte, &b) < 0 || !(s = sb_finish(&b)))
        return false;
    *out = str_span((Value)s);
    return true;
}

static int append_byte(PyByteArray *self, int c)
{
    char byte = (char)c;
    ByteStore *s;
    int64_t n;
    int status = 0;

    lock_acquire(&self->head.lock);
    s = atomic_load_explicit(&self->store, memory_order_relaxed);
    n = s ? s->length : 0;
    if (s && n < s->capacity) {
        s->data[n] = byte;
        s->data[n + 1] = 0;
        atomic_store_explicit(&s->length, n + 1, memory_order_release);
    } else {
        status = splice_locked(self, n, n, &byte, 1);
    }
    lock_release(&self->head.lock);
    return status;
}

static int append_item(Value item, void *self)
{
    int c = byte_value(item);

    return c < 0 ? -1 : append_byte(self, c);
}

static int init_from_text(PyByteArray *self, Value source, const char *encoding,
                          const char *errors)
{
    Span s;
    Value bytes = codec_encode(source, encoding, errors);

    if (!bytes || !arg_buffer(bytes, &s) || !detach((Value)self, bytes, &s))
        return -1;
    return replace_range(self, 0, INT64_MAX, s);
}

static int init_zeros(PyByteArray *self, int64_t n)
{
    PyByteArray *zeros;

    if (n < 0)
        err_format(&exc_ValueError, "negative count");
    if (n < 0 || !(zeros = bytearray_new(n)))
        return -1;
    return replace_range(self, 0, INT64_MAX, bytearray_span((Value)zeros));
}

/* From a count, a buffer or an iterable; an __index__ that raises TypeError
 * makes no count.  Items are there as soon as they are read. */
static int init_from_object(PyByteArray *self, Value source)
{
    Span s;

    if (type_of(source)->index && !is_str(source)) {
        int64_t n = op_index(source, &exc_OverflowError);

        if (n != -1 || !err_pending())
            return init_zeros(self, n);
        if (!err_matches(&exc_TypeError))
            return -1;
        err_clear();
    }
    if (exports_bytes(source, &s))
        return detach((Value)self, source, &s)
                   ? replace_range(self, 0, INT64_MAX, s)
                   : -1;
    return op_iterate(source, append_item, self);
}

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"source", "encoding", "errors"};
    const char *encoding = NULL, *errors = NULL;
    Value v[3];

    if (replace_range(SELF, 0, INT64_MAX, (Span){"", 0}) < 0 ||
        args_parse("bytearray", args, nargs, kwnames, names, 0, 3, v) < 0 ||
        (v[1] && !(encoding = arg_name("bytearray", 2, v[1]))) ||
        (v[2] && !(errors = arg_name("bytearray", 3, v[2]))))
        return -1;
    if (v[0] && is_unicode(v[0]) && !encoding) {
        err_format(&exc_TypeError, "unicode argument without an encoding");
        return -1;
    }
    if (v[0] && (is_unicode(v[0]) || (is_str(v[0]) && encoding)))
        return init_from_text(SELF, v[0], encoding, errors);
    if (encoding || errors) {
        err_format(&exc_TypeError,
                   v[0] ? "encoding or errors without a string argument"
                        : "encoding or errors without sequence argument");
        return -1;
    }
    return v[0] ? init_from_object(SELF, v[0]) : 0;
}

static Value new_instance(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    PyByteArray *b = instance_new(type);
    ByteStore *s = store_new(0, 0);

    if (!b || !s)
        return NULL;
    atomic_store_explicit(&b->store, s, memory_order_release);
    return (Value)b;
}

static Value m_fromhex(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    PyStr *s;
    Span in;
    Value bytes;

    if (!has_type_flag(args[0], TYPE_STR | TYPE_UNICODE) &&
        (is_bytearray(args[0]) || !value_has_char_buffer(args[0])))
        return arg_type_error("fromhex", 1, "string or read-only buffer",
                              args[0]);
    if (!arg_char_buffer(args[0], &in))
        return NULL;
    for (int64_t i = 0; i < in.length; i += 2) {
        PyStr *byte;

        while (i < in.length && in.data[i] == ' ')
            i++;
        if (i >= in.length)
            break;
        byte =
            i + 1 < in.length ? bytes_from_hex((Span){in.data + i, 2}) : NULL;
        if (!byte)
            return err_format(&exc_ValueError,
                              "non-hexadecimal number found in fromhex() arg "
                              "at position %ld",
                              (long)i);
        if (sb_putc(&b, byte->data[0]) < 0)
            return NULL;
    }
    s = sb_finish(&b);
    bytes = s ? copy_of(str_span((Value)s)) : NULL;
    if (!bytes || self == (Value)&bytearray_type)
        return bytes;
    return op_call(self, &bytes, 1, NULL);
}

/* --- subscripts ----------------------------------------------------------- */

static Py_ssize length_slot(Value self)
{
    return bytearray_span(self).length;
}

static Value seq_item(Value self, Py_ssize i)
{
    Span s = bytearray_span(self);

    if (i < 0 || i >= s.length)
        return err_format(&exc_IndexError, "bytearray index out of range");
    return tag_int((unsigned char)s.data[i]);
}

static Value get_slice(Span s, PySlice *slice)
{
    int64_t start, stop, step, count;
    PyByteArray *r;
    char *p;

    if (slice_bounds(slice, s.length, &start, &stop, &step, &count) < 0)
        return NULL;
    r = bytearray_new(count);
    if (!r)
        return NULL;
    p = (char *)bytearray_span((Value)r).data;
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        p[i] = s.data[at];
    return (Value)r;
}

/* The position that key means; false with an exception. */
static bool position(Value self, Value key, const char *kinds, int64_t *i)
{
    if (!type_of(key)->index) {
        err_format(&exc_TypeError, "bytearray indices must be %s", kinds);
        return false;
    }
    *i = op_index(key, &exc_IndexError);
    if (*i == -1 && err_pending())
        return false;
    if (*i < 0)
        *i += bytearray_span(self).length;
    return true;
}

static Value getitem(Value self, Value key)
{
    int64_t i;

    if (type_of(key) == &slice_type)
        return get_slice(bytearray_span(self), (PySlice *)key);
    return position(self, key, "integers", &i) ? seq_item(self, i) : NULL;
}

static int delete_byte(PyByteArray *self, int64_t i)
{
    bool is_there;
    int r = 0;

    lock_acquire(&self->head.lock);
    is_there = i >= 0 && i < bytearray_span((Value)self).length;
    if (is_there)
        r = splice_locked(self, i, i + 1, "", 0);
    lock_release(&self->head.lock);
    if (is_there)
        return r;
    err_format(&exc_IndexError, "bytearray index out of range");
    return -1;
}

/* The index comes first, but what is stored may shrink the bytearray. */
static int set_byte(PyByteArray *self, int64_t i, Value v)
{
    Span s = bytearray_span((Value)self);
    bool is_there = i >= 0 && i < s.length;
    int c = is_there ? byte_value(v) : 0;

    if (c < 0)
        return -1;
    lock_acquire(&self->head.lock);
    s = bytearray_span((Value)self);
    is_there = is_there && i < s.length;
    if (is_there)
        ((char *)s.data)[i] = (char)c;
    lock_release(&self->head.lock);
    if (is_there)
        return 0;
    err_format(&exc_IndexError, "bytearray index out of range");
    return -1;
}

/* Bytes to store into a slice: a buffer, or items; an object with __index__ is
 * as many zeros, as in CPython. */
static bool slice_bytes(Value self, Value v, Span *out)
{
    if (exports_bytes(v, out))
        return detach(self, v, out);
    if (has_type_flag(v, TYPE_UNICODE) || type_of(v)->to_int ||
        type_of(v)->to_float) {
        err_format(&exc_TypeError, "can assign only bytes, buffers, or "
                                   "iterables of ints in range(0, 256)");
        return false;
    }
    if (type_of(v)->index || !(type_of(v)->iter || type_of(v)->seq_item)) {
        v = op_call((Value)&bytearray_type, &v, 1, NULL);
        return v && exports_bytes(v, out);
    }
    return bytes_of_items(v, out);
}

/* self[start:stop:step] = bytes, or deletion of these `count` bytes. */
static int set_extended(PyByteArray *self, PySlice *slice, const Span *with)
{
    int64_t start, stop, step, count, to = 0, n = 0;
    Span s;
    char *p, *copy;
    int status = 0;

    if (slice_bounds(slice, bytearray_span((Value)self).length, &start, &stop,
                     &step, &count) < 0)
        return -1;
    if (step == 1)
        return replace_range(self, start, start + count,
                             with ? *with : (Span){"", 0});
    if (with && with->length == 0)
        with = NULL;
    if (with && with->length != count) {
        err_format(&exc_ValueError,
                   "attempt to assign bytes of size %ld to extended slice of "
                   "size %ld",
                   (long)with->length, (long)count);
        return -1;
    }
    if (count == 0)
        return 0;
    lock_acquire(&self->head.lock);
    s = bytearray_span((Value)self);
    p = (char *)s.data;
    copy = with ? NULL : gc_bytes((size_t)s.length + 1);
    if (with) {
        for (int64_t i = 0, at = start; i < count; i++, at += step)
            if (at < s.length)
                p[at] = with->data[i];
    } else if (copy) {
        if (step < 0) {
            start += (count - 1) * step;
            step = -step;
        }
        for (int64_t at = 0; at < s.length; at++) {
            if (n < count && at == start + n * step)
                n++;
            else
                copy[to++] = p[at];
        }
        status = splice_locked(self, 0, s.length, copy, to);
    }
    lock_release(&self->head.lock);
    return with || copy ? status : -1;
}

static int setitem(Value self, Value key, Value v)
{
    Span with;
    int64_t i, bounds[4];

    if (type_of(key) == &slice_type) {
        /* Errors of the slice come first. */
        if (v &&
            (slice_bounds((PySlice *)key, bytearray_span(self).length,
                          &bounds[0], &bounds[1], &bounds[2], &bounds[3]) < 0 ||
             !slice_bytes(self, v, &with)))
            return -1;
        return set_extended(SELF, (PySlice *)key, v ? &with : NULL);
    }
    if (!position(self, key, "integer", &i))
        return -1;
    if (v)
        return set_byte(SELF, i, v);
    return delete_byte(SELF, i);
}

static int contains_byte(Span s, int64_t byte)
{
    if (byte >= 0 && byte < 256)
        return memchr(s.data, (int)byte, (size_t)s.length) != NULL;
    err_format(&exc_ValueError, "byte must be in range(0, 256)");
    return -1;
}

static int contains(Value self, Value item)
{
    Span s = bytearray_span(self), part;
    int64_t n;

    n = type_of(item)->index ? op_index(item, &exc_ValueError) : 0;
    if (n == -1 && err_pending())
        err_clear(); /* then it has to be a buffer */
    else if (type_of(item)->index)
        return contains_byte(s, n);
    if (!arg_buffer(item, &part))
        return -1;
    return bytes_find((Bytes)s.data, s.length, (Bytes)part.data, part.length) >=
           0;
}

/* --- operators ------------------------------------------------------------ */

static Value concat(Value a, Value b)
{
    Span s, t;
    PyByteArray *r;
    char *p;

    if (!exports_bytes(a, &s) || !exports_bytes(b, &t))
        return err_format(&exc_TypeError, "can't concat %.100s to %.100s",
                          type_name_of(a), type_name_of(b));
    if (s.length > INT64_MAX / 2 - t.length)
        return err_no_memory();
    r = bytearray_new(s.length + t.length);
    if (!r)
        return NULL;
    p = (char *)bytearray_span((Value)r).data;
    memcpy(p, s.data, (size_t)s.length);
    memcpy(p + s.length, t.data, (size_t)t.length);
    return (Value)r;
}

static Value inplace_concat(Value self, Value other)
{
    Span s;

    if (!exports_bytes(other, &s))
        return err_format(&exc_TypeError, "can't concat %.100s to %.100s",
                          type_name_of(other), type_name_of(self));
    if (!detach(self, other, &s) ||
        replace_range(SELF, INT64_MAX, INT64_MAX, s) < 0)
        return NULL;
    return self;
}

static bool repeat_into(Span s, Py_ssize n, PyByteArray **out)
{
    int64_t total;

    if (n < 0)
        n = 0;
    if (__builtin_mul_overflow(s.length, n, &total)) {
        err_no_memory();
        return false;
    }
    *out = bytearray_new(total);
    for (int64_t i = 0; *out && i < n; i++)
        memcpy((char *)bytearray_span((Value)*out).data + i * s.length, s.data,
               (size_t)s.length);
    return *out != NULL;
}

static Value repeat(Value self, Py_ssize n)
{
    PyByteArray *r;

    return repeat_into(bytearray_span(self), n, &r) ? (Value)r : NULL;
}

static Value inplace_repeat(Value self, Py_ssize n)
{
    PyByteArray *r;

    if (!repeat_into(bytearray_span(self), n, &r) ||
        replace_range(SELF, 0, INT64_MAX, bytearray_span((Value)r)) < 0)
        return NULL;
    return self;
}

static Value rich_compare(Value a, Value b, CompareOp op)
{
    Span s, t;
    int64_t n;
    int c;

    if (!exports_bytes(a, &s) || !exports_bytes(b, &t))
        return NOT_IMPLEMENTED;
    if (s.length != t.length && (op == CMP_eq || op == CMP_ne))
        return value_from_bool(op == CMP_ne);
    n = s.length < t.length ? s.length : t.length;
    c = memcmp(s.data, t.data, (size_t)n);
    if (c == 0)
        c = (s.length > t.length) - (s.length < t.length);
    switch (op) {
    case CMP_lt:
        return value_from_bool(c < 0);
    case CMP_le:
        return value_from_bool(c <= 0);
    case CMP_eq:
        return value_from_bool(c == 0);
    case CMP_ne:
        return value_from_bool(c != 0);
    case CMP_gt:
        return value_from_bool(c > 0);
    default:
        return value_from_bool(c >= 0);
    }
}

static Value repr(Value self)
{
    Span s = bytearray_span(self);
    size_t n = (size_t)s.length;
    char quote =
        memchr(s.data, '\'', n) && !memchr(s.data, '"', n) ? '"' : '\'';
    StrBuilder b = {0};

    if (sb_add(&b, "bytearray(b", 11) < 0 || sb_putc(&b, quote) < 0)
        return NULL;
    for (int64_t i = 0; i < s.length; i++) {
        char c = s.data[i];

        if (c == '\'' ? sb_add(&b, "\\'", 2) < 0
                      : unicode_escape_char(&b, (unsigned char)c) < 0)
            return NULL;
    }
    if (sb_putc(&b, quote) < 0 || sb_putc(&b, ')') < 0)
        return NULL;
    return (Value)sb_finish(&b);
}

static Value str(Value self)
{
    Span s = bytearray_span(self);

    return (Value)str_from(s.data, s.length);
}

static int get_buffer(Value self, Buffer *out)
{
    Span s = bytearray_span(self);

    *out = (Buffer){(Value)atomic_load(&SELF->store), (char *)s.data, s.length,
                    false};
    return 0;
}

/* --- methods that change it ----------------------------------------------- */

static Value m_append(Value self, const Value *args, Py_ssize nargs)
{
    int c = byte_value(args[0]);

    return c < 0 || append_byte(SELF, c) < 0 ? NULL : NONE;
}

static Value m_extend(Value self, const Value *args, Py_ssize nargs)
{
    Span s;

    if (exports_bytes(args[0], &s) ? !detach(self, args[0], &s)
                                   : !bytes_of_items(args[0], &s))
        return NULL;
    return replace_range(SELF, INT64_MAX, INT64_MAX, s) < 0 ? NULL : NONE;
}

static Value m_insert(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at;
    int c;
    char byte;

    if (!arg_int(args, nargs, 0, 0, &at) || (c = byte_value(args[1])) < 0)
        return NULL;
    if (at < 0)
        at += bytearray_span(self).length;
    if (at < 0)
        at = 0;
    byte = (char)c;
    return replace_range(SELF, at, at, (Span){&byte, 1}) < 0 ? NULL : NONE;
}

static Value m_pop(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at, n;
    Span s;
    int c = -1;

    if (!arg_int(args, nargs, 0, -1, &at))
        return NULL;
    lock_acquire(&SELF->head.lock);
    s = bytearray_span(self);
    n = s.length;
    if (at < 0)
        at += n;
    if (at >= 0 && at < n) {
        c = (unsigned char)s.data[at];
        if (splice_locked(SELF, at, at + 1, "", 0) < 0)
            c = -1;
    }
    lock_release(&SELF->head.lock);
    if (c >= 0)
        return tag_int(c);
    return err_format(&exc_IndexError, n == 0 ? "pop from empty bytearray"
                                              : "pop index out of range");
}

static Value m_remove(Value self, const Value *args, Py_ssize nargs)
{
    int c = byte_value(args[0]);
    const char *at;
    Span s;

    if (c < 0)
        return NULL;
    lock_acquire(&SELF->head.lock);
    s = bytearray_span(self);
    at = memchr(s.data, c, (size_t)s.length);
    if (at && splice_locked(SELF, at - s.data, at - s.data + 1, "", 0) < 0)
        at = NULL;
    lock_release(&SELF->head.lock);
    return at ? NONE
              : err_format(&exc_ValueError, "value not found in bytearray");
}

static Value m_reverse(Value self, const Value *args, Py_ssize nargs)
{
    Span s;
    char *p;

    lock_acquire(&SELF->head.lock);
    s = bytearray_span(self);
    p = (char *)s.data;
    for (int64_t i = 0, j = s.length - 1; i < j; i++, j--) {
        char c = p[i];

        p[i] = p[j];
        p[j] = c;
    }
    lock_release(&SELF->head.lock);
    return NONE;
}

/* --- methods that do not -------------------------------------------------- */

static Value strip(Value self, const Value *args, Py_ssize nargs, int sides)
{
    Span set = {" \t\n\r\f\v", 6};

    if (nargs > 0 && args[0] != NONE && !arg_buffer(args[0], &set))
        return NULL;
    return strip_chars(self, set.data, set.length, sides);
}

static Value m_strip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}

static Value m_lstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT);
}

static Value m_rstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_RIGHT);
}

static Value m_translate(Value self, const Value *args, Py_ssize nargs)
{
    Span table = {NULL, 256}, drop = {"", 0};

    if (args[0] != NONE && !arg_buffer(args[0], &table))
        return NULL;
    if (table.length != 256)
        return err_format(&exc_ValueError,
                          "translation table must be 256 characters long");
    if (nargs > 1 && !arg_buffer(args[1], &drop))
        return NULL;
    return translate_bytes(self, table.data, drop);
}

static Value m_join(Value self, const Value *args, Py_ssize nargs)
{
    Span sep = bytearray_span(self);
    PyTuple *items;
    StrBuilder b = {0};
    PyStr *s;

    if (type_of(args[0]) != &list_type && type_of(args[0]) != &tuple_type) {
        Value it = op_iter(args[0]);

        if (!it && err_matches(&exc_TypeError))
            return err_format(&exc_TypeError, "can only join an iterable");
        items = it ? op_tuple(it) : NULL;
    } else {
        items = op_tuple(args[0]);
    }
    if (!items)
        return NULL;
    for (int64_t i = 0; i < items->length; i++) {
        Value v = items->items[i];
        Span part;

        if (!is_str(v) && !is_bytearray(v))
            return err_format(&exc_TypeError,
                              "can only join an iterable of bytes (item %ld "
                              "has type '%.100s')",
                              (long)i, type_name_of(v));
        part = is_str(v) ? str_span(v) : bytearray_span(v);
        if ((i > 0 && sb_add(&b, sep.data, sep.length) < 0) ||
            sb_add(&b, part.data, part.length) < 0)
            return NULL;
    }
    s = sb_finish(&b);
    return s ? copy_of(str_span((Value)s)) : NULL;
}

static Value m_decode(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    const char *encoding, *errors;

    if (!codec_args("decode", args, nargs, kwnames, &encoding, &errors))
        return NULL;
    return codec_decode(self, encoding, errors);
}

static Value m_alloc(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = atomic_load(&SELF->store)->capacity;

    return tag_int(n ? n + 1 : 0);
}

static Value m_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Span s = bytearray_span(self);
    PyDict *d = instance_dict(self);
    PyTuple *init_args;

    if (!d && err_pending())
        return NULL;
    init_args = s.length ? tuple_pack(2, unicode_from_latin1(s.data, s.length),
                                      str_from_c("latin-1"))
                         : tuple_new(0);
    return (Value)tuple_pack(3, type_of(self), init_args, d ? (Value)d : NONE);
}

static Value m_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int((int64_t)sizeof(PyByteArray) + 24 +
                   atomic_load(&SELF->store)->capacity);
}

/* --- iteration ------------------------------------------------------------ */

typedef struct PyByteArrayIterator {
    PyObject head;
    Value array; /* NULL: exhausted */
    int64_t next;
} PyByteArrayIterator;

static Value iterator_self(Value self)
{
    return self;
}

static Value iterator_next(Value self)
{
    PyByteArrayIterator *it = (PyByteArrayIterator *)self;
    Value array = it->array;
    Span s;

    if (!array)
        return NULL;
    s = bytearray_span(array);
    if (it->next < s.length)
        return tag_int((unsigned char)s.data[it->next++]);
    it->array = NULL;
    return NULL;
}

static Value iterator_length_hint(Value self, const Value *args, Py_ssize nargs)
{
    PyByteArrayIterator *it = (PyByteArrayIterator *)self;
    int64_t n = it->array ? bytearray_span(it->array).length - it->next : 0;

    return tag_int(n > 0 ? n : 0);
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, ARITY_none}, {0}};

static PyType bytearray_iterator_type = {
    .head.type = &type_type,
    .name = "bytearray_iterator",
    .base = &object_type,
    .basic_size = sizeof(PyByteArrayIterator),
    .methods = iterator_methods,
    .iter = iterator_self,
    .next = iterator_next,
};

Value bytearray_iterator_at(Value self, int64_t index)
{
    PyByteArrayIterator *it;

    if (type_ready(&bytearray_iterator_type) < 0)
        return NULL;
    it = gc_new(&bytearray_iterator_type, sizeof *it);
    it->array = self;
    it->next = index;
    return (Value)it;
}

static Value iter(Value self)
{
    return bytearray_iterator_at(self, 0);
}

static const NativeDef bytearray_methods[] = {
#include "methods_table.h"
#include "bytearray.def"
#include "methods_end.h"
    {0}};

PyType bytearray_type = {
    .head.type = &type_type,
    .name = "bytearray",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyByteArray),
    .doc = "bytearray() -> bytearray\n"
           "bytearray(size or iterable of numbers) -> bytearray\n"
           "bytearray(string or buffer) -> bytearray\n"
           "bytearray(unicode, encoding[, errors]) -> bytearray\n\n"
           "Bytes that can be changed in place.",
    .methods = bytearray_methods,
    .repr = repr,
    .str = str,
    .rich_compare = rich_compare,
    .iter = iter,
    .new_instance = new_instance,
    .init = init,
    .length = length_slot,
    .getitem = getitem,
    .setitem = setitem,
    .contains = contains,
    .concat = concat,
    .repeat = repeat,
    .inplace_concat = inplace_concat,
    .inplace_repeat = inplace_repeat,
    .seq_item = seq_item,
    .get_buffer = get_buffer,
};
