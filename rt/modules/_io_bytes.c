/* BytesIO: a stream of bytes in memory.
 *
 * The bytes stand in a block that only this stream has, or in the str that the
 * constructor was given: that is copied before the first write.  Everything is
 * read and written under the object's lock. */
#include "_io.h"
#include "dict.h"
#include "list.h"
#include "tuple.h"

typedef struct PyBytesIO {
    PyIO io;
    char *data;
    Value source; /* the str that data points into, or NULL */
    int64_t size, capacity, pos;
} PyBytesIO;

#define SELF ((PyBytesIO *)self)
#define LOCK SELF->io.head.lock

static bool check_open(Value self)
{
    if (SELF->io.shut)
        err_format(&exc_ValueError, "I/O operation on closed file.");
    return !SELF->io.shut;
}

/* --- what happens under the lock ------------------------------------------ */

/* The next n bytes, fewer at the end; n < 0: all. */
static Span take_locked(PyBytesIO *b, int64_t n) REQUIRES(b->io.head.lock)
{
    int64_t left = b->size > b->pos ? b->size - b->pos : 0;
    Span s = {left ? b->data + b->pos : "", n < 0 || n > left ? left : n};

    b->pos += s.length;
    return s;
}

static Span take_line_locked(PyBytesIO *b, int64_t limit)
    REQUIRES(b->io.head.lock)
{
    int64_t left = b->size > b->pos ? b->size - b->pos : 0;
    const char *end =
        left ? memchr(b->data + b->pos, '\n', (size_t)left) : NULL;
    int64_t n = end ? end + 1 - (b->data + b->pos) : left;

    return take_locked(b, limit >= 0 && limit < n ? limit : n);
}

/* A block of our own with room for `size` bytes in all; -1: MemoryError. */
static int reserve_locked(PyBytesIO *b, int64_t size) REQUIRES(b->io.head.lock)
{
    int64_t capacity;
    char *grown;

    if (size <= b->capacity && !b->source)
        return 0;
    if (size < b->size)
        size = b->size;
    capacity = size < 256 ? size + 64 : size + size / 2;
    grown = gc_bytes((size_t)capacity);
    if (!grown)
        return -1;
    if (b->size)
        memcpy(grown, b->data, (size_t)b->size);
    b->data = grown;
    b->capacity = capacity;
    b->source = NULL;
    return 0;
}

static int write_locked(PyBytesIO *b, Span s) REQUIRES(b->io.head.lock)
{
    if (s.length > INT64_MAX / 4 - b->pos) {
        err_format(&exc_OverflowError, "new buffer size too large");
        return -1;
    }
    if (reserve_locked(b, b->pos + s.length) < 0)
        return -1;
    if (b->pos > b->size)
        memset(b->data + b->size, 0, (size_t)(b->pos - b->size));
    memmove(b->data + b->pos, s.data, (size_t)s.length);
    b->pos += s.length;
    if (b->size < b->pos)
        b->size = b->pos;
    return 0;
}

static void set_bytes(PyBytesIO *b, Value source)
{
    Span s = str_span(source);

    lock_acquire(&b->io.head.lock);
    b->source = source;
    b->data = (char *)s.data;
    b->size = s.length;
    b->capacity = b->pos = 0;
    lock_release(&b->io.head.lock);
}

static Span take(Value self, int64_t n)
{
    Span s;

    lock_acquire(&LOCK);
    s = take_locked(SELF, n);
    lock_release(&LOCK);
    return s;
}

static Span take_line(Value self, int64_t limit)
{
    Span s;

    lock_acquire(&LOCK);
    s = take_line_locked(SELF, limit);
    lock_release(&LOCK);
    return s;
}

/* What the span of a stream shows may be overwritten by another thread: it is
 * in memory in any case. */
static Value span_value(Span s)
{
    return (Value)str_from(s.data, s.length);
}

/* --- reading -------------------------------------------------------------- */

static Value b_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!check_open(self) || !io_size(args, nargs, 0, &n))
        return NULL;
    return span_value(take(self, n));
}

static Value b_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!check_open(self) || !io_size(args, nargs, 0, &n))
        return NULL;
    return span_value(take_line(self, n));
}

static Value next(Value self)
{
    Span s;

    if (!check_open(self))
        return NULL;
    s = take_line(self, -1);
    return s.length ? span_value(s) : NULL;
}

static Value b_readlines(Value self, const Value *args, Py_ssize nargs)
{
    PyList *lines = list_new(0);
    int64_t hint, total = 0;

    if (!check_open(self) || !io_size(args, nargs, 0, &hint))
        return NULL;
    do {
        Span s = take_line(self, -1);
        Value line;

        if (s.length == 0)
            break;
        line = span_value(s);
        if (!line || list_append(lines, line) < 0)
            return NULL;
        total += s.length;
    } while (hint <= 0 || total < hint);
    return (Value)lines;
}

static Value b_readinto(Value self, const Value *args, Py_ssize nargs)
{
    Buffer memory;
    Span s;

    if (!check_open(self) || !io_writable_bytes(args[0], "", &memory))
        return NULL;
    s = take(self, memory.length);
    memmove(memory.data, s.data, (size_t)s.length);
    return io_long(s.length);
}

static Value b_getvalue(Value self, const Value *args, Py_ssize nargs)
{
    Value value;

    if (!check_open(self))
        return NULL;
    lock_acquire(&LOCK);
    value = SELF->source;
    if (!value || ((PyStr *)value)->length != SELF->size)
        value = NULL;
    Span s = {SELF->data, SELF->size};
    lock_release(&LOCK);
    return value ? value : span_value(s);
}

/* --- writing -------------------------------------------------------------- */

/* How many bytes; -1 */
static int64_t write_value(Value self, Value v)
{
    Span s;
    int status = 0;

    if (!check_open(self) || !io_buffer_bytes(v, &s))
        return -1;
    if (s.length == 0)
        return 0;
    lock_acquire(&LOCK);
    status = write_locked(SELF, s);
    lock_release(&LOCK);
    return status < 0 ? -1 : s.length;
}

static Value b_write(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = write_value(self, args[0]);

    return n < 0 ? NULL : io_long(n);
}

static int write_item(Value item, void *self)
{
    return write_value(self, item) < 0 ? -1 : 0;
}

static Value b_writelines(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_open(self))
        return NULL;
    return op_iterate(args[0], write_item, self) < 0 ? NULL : NONE;
}

static Value b_truncate(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size;

    if (!check_open(self))
        return NULL;
    if (nargs == 0 || args[0] == NONE)
        size = SELF->pos;
    else if (!io_size_of(args[0], &size))
        return NULL;
    if (size < 0)
        return err_format(&exc_ValueError, "negative size value %ld",
                          (long)size);
    lock_acquire(&LOCK);
    if (size < SELF->size)
        SELF->size = size;
    lock_release(&LOCK);
    return io_long(size);
}

/* --- positions, state ----------------------------------------------------- */

static Value b_tell(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? io_long(SELF->pos) : NULL;
}

static Value b_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t pos, whence = 0, from = 0;

    if (!check_open(self) || !io_offset(args[0], &pos) ||
        (nargs > 1 && !io_int(args[1], &whence)))
        return NULL;
    if (pos < 0 && whence == 0)
        return err_format(&exc_ValueError, "negative seek value %ld",
                          (long)pos);
    if (whence < 0 || whence > 2)
        return err_format(&exc_ValueError,
                          "invalid whence (%ld, should be 0, 1 or 2)",
                          (long)whence);
    lock_acquire(&LOCK);
    if (whence)
        from = whence == 1 ? SELF->pos : SELF->size;
    if (__builtin_add_overflow(pos, from, &pos))
        pos = -1;
    else
        SELF->pos = pos > 0 ? pos : 0;
    lock_release(&LOCK);
    if (pos == -1 && from > 0 && whence && SELF->pos > 0)
        return err_format(&exc_OverflowError, "new position too large");
    return io_long(SELF->pos);
}

static Value b_true(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? TRUE_VALUE : NULL;
}

static Value b_isatty(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? FALSE_VALUE : NULL;
}

static Value b_flush(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? NONE : NULL;
}

static Value b_close(Value self, const Value *args, Py_ssize nargs)
{
    lock_acquire(&LOCK);
    SELF->io.shut = true;
    SELF->data = NULL;
    SELF->source = NULL;
    SELF->size = SELF->capacity = SELF->pos = 0;
    lock_release(&LOCK);
    return NONE;
}

static Value b_getstate(Value self, const Value *args, Py_ssize nargs)
{
    Value value = b_getvalue(self, NULL, 0);
    PyDict *dict = instance_dict_or_null(self);

    if (!value)
        return NULL;
    if (dict && !(dict = dict_copy(dict)))
        return NULL;
    return (Value)tuple_pack(3, value, value_from_int(SELF->pos),
                             dict ? (Value)dict : NONE);
}

/* Adds the attributes that a pickled state holds; -1 */
static int restore_attributes(Value self, Value attributes)
{
    PyDict *dict;

    if (attributes == NONE)
        return 0;
    dict = instance_dict(self);
    if (!dict)
        return -1;
    return op_call_method((Value)dict, NAME(update), &attributes, 1) ? 0 : -1;
}

static Value b_setstate(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *state = (PyTuple *)args[0];
    int64_t pos;
    Span s;

    if (!check_open(self))
        return NULL;
    if (!has_type_flag(args[0], TYPE_TUPLE) || state->length < 3)
        return err_format(&exc_TypeError,
                          "%.200s.__setstate__ argument should be 3-tuple, got "
                          "%.200s",
                          io_type_name(self), type_name_of(args[0]));
    if (!io_buffer_bytes(state->items[0], &s))
        return NULL;
    if (!has_type_flag(state->items[1], TYPE_INT | TYPE_LONG))
        return err_format(&exc_TypeError,
                          "second item of state must be an integer, not "
                          "%.200s",
                          type_name_of(state->items[1]));
    if (!io_offset(state->items[1], &pos))
        return NULL;
    if (pos < 0)
        return err_format(&exc_ValueError, "position value cannot be negative");
    if (state->items[2] != NONE && !has_type_flag(state->items[2], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "third item of state should be a dict, got a %.200s",
                          type_name_of(state->items[2]));
    set_bytes(SELF, span_value(s));
    SELF->pos = pos;
    return restore_attributes(self, state->items[2]) < 0 ? NULL : NONE;
}

/* What CPython's struct and buffer take. */
static Value b_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    int64_t buffer =
        SELF->source ? SELF->size + (SELF->size > 0) : SELF->capacity;

    return value_from_int(64 + buffer);
}

static Value get_closed(Value self)
{
    return value_from_bool(SELF->io.shut);
}

/* --- the type ------------------------------------------------------------- */

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    /* Closing has no effect that anybody could notice later. */
    if (!(type->flags & TYPE_HEAP))
        return instance_new(type);
    return io_new(type, true);
}

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"initial_bytes"};
    Value given, source;
    Span s = {"", 0};

    if (args_parse("BytesIO", args, nargs, kwnames, names, 0, 1, &given) < 0)
        return -1;
    if (given && given != NONE && !io_buffer_bytes(given, &s))
        return -1;
    source = given && is_exact_str(given) ? given : span_value(s);
    if (!source)
        return -1;
    set_bytes(SELF, source);
    return 0;
}

static const NativeDef methods[] = {
    {"read", b_read, 0, 1, ARITY_parse},
    {"read1", b_read, 1, 1, ARITY_one},
    {"readline", b_readline, 0, 1, ARITY_parse},
    {"readlines", b_readlines, 0, 1, ARITY_parse},
    {"readinto", b_readinto, 1, 1, ARITY_parse},
    {"getvalue", b_getvalue, 0, 0, ARITY_none},
    {"write", b_write, 1, 1, ARITY_one},
    {"writelines", b_writelines, 1, 1, ARITY_one},
    {"truncate", b_truncate, 0, 1, ARITY_parse},
    {"tell", b_tell, 0, 0, ARITY_none},
    {"seek", b_seek, 1, 2, ARITY_parse},
    {"readable", b_true, 0, 0, ARITY_none},
    {"writable", b_true, 0, 0, ARITY_none},
    {"seekable", b_true, 0, 0, ARITY_none},
    {"isatty", b_isatty, 0, 0, ARITY_none},
    {"flush", b_flush, 0, 0, ARITY_none},
    {"close", b_close, 0, 0, ARITY_none},
    {"__getstate__", b_getstate, 0, 0, ARITY_none},
    {"__setstate__", b_setstate, 1, 1, ARITY_one},
    {"__sizeof__", b_sizeof, 0, 0, ARITY_none},
    {0}};

static const GetSetDef getsets[] = {{"closed", get_closed}, {0}};

PyType io_bytes_type = {
    .head.type = &type_type,
    .name = "_io.BytesIO",
    .base = &io_buffered_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyBytesIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "BytesIO([initial_bytes]) -> binary stream\n\n"
           "A binary file without a file: getvalue() gives what it holds.",
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init,
    .next = next,
};
