/* BufferedReader, BufferedWriter, BufferedRandom: a buffer over a raw stream.
 *
 * The buffer holds either bytes that were read ahead (pos to end) or bytes
 * that are not written yet (pos to end too, `dirty`), never both: before a
 * write the raw stream is sought back to where the reader is, before a read
 * what is dirty is written.  All of it happens under the guard, since the raw
 * stream may be written in Python; a raw stream that calls back gets a
 * RuntimeError.  `place` is where the raw stream is, -1: not known. */
#include "_io.h"

#include <errno.h>
#include <unistd.h>

typedef struct PyBuffered {
    PyIO io;
    Value raw; /* NULL before __init__ and once detached */
    char *buffer;
    int64_t size, pos, end, place;
    Guard guard;
    bool ready, detached, dirty, reads, writes;
    bool direct; /* raw is exactly a FileIO */
} PyBuffered;

#define SELF ((PyBuffered *)self)

static const char would_block[] = "write could not complete without blocking";

/* --- states --------------------------------------------------------------- */

static bool check_ready(PyBuffered *b)
{
    if (b->ready)
        return true;
    err_format(&exc_ValueError, b->detached
                                    ? "raw stream has been detached"
                                    : "I/O operation on uninitialized object");
    return false;
}

/* The raw stream; NULL: ValueError.  Another thread may detach it. */
static Value raw_of(Value self)
{
    Value raw = SELF->raw;

    if (raw && SELF->ready)
        return raw;
    if (check_ready(SELF))
        err_format(&exc_ValueError, "raw stream has been detached");
    return NULL;
}

int buffered_closed(Value self)
{
    Value raw = raw_of(self);

    return raw ? io_closed(raw) : -1;
}

static bool check_open(Value self, const char *what)
{
    int closed = buffered_closed(self);

    if (closed > 0)
        err_format(&exc_ValueError, "%s of closed file", what);
    return closed == 0;
}

static bool enter(PyBuffered *b)
{
    Value text;

    if (!guard_is_mine(&b->guard)) {
        guard_enter(&b->guard);
        if (b->ready)
            return true;
        guard_leave(&b->guard);
        return check_ready(b);
    }
    text = op_repr((Value)b);
    if (text)
        err_format(&exc_RuntimeError, "reentrant call inside %s",
                   str_data((PyStr *)text));
    return false;
}

static void leave(PyBuffered *b)
{
    guard_leave(&b->guard);
}

/* Bytes that are read ahead. */
static inline int64_t ahead(const PyBuffered *b)
{
    return b->dirty ? 0 : b->end - b->pos;
}

static void empty(PyBuffered *b)
{
    b->pos = b->end = 0;
    b->dirty = false;
}

/* --- the raw stream ------------------------------------------------------- */

/* A position that the raw stream gave; -1 */
static int64_t raw_position(PyBuffered *b, Value v)
{
    int64_t n;

    b->place = -1;
    if (!v || !io_offset(v, &n))
        return -1;
    if (n < 0) {
        err_format(&exc_IOError, "Raw stream returned invalid position %ld",
                   (long)n);
        return -1;
    }
    return b->place = n;
}

static bool raw_open(PyBuffered *b)
{
    if (((PyFileIO *)b->raw)->fd >= 0)
        return true;
    err_format(&exc_ValueError, "I/O operation on closed file");
    return false;
}

static int64_t raw_seek(PyBuffered *b, int64_t pos, int whence)
{
    if (!b->direct)
        return raw_position(b, io_call2(b->raw, ION(seek), value_from_int(pos),
                                        tag_int(whence)));
    b->place = -1;
    if (!raw_open(b))
        return -1;
    return b->place = fileio_seek((PyFileIO *)b->raw, pos, whence);
}

static int64_t raw_tell(PyBuffered *b)
{
    if (b->direct)
        return raw_seek(b, 0, SEEK_CUR);
    return raw_position(b, io_call(b->raw, ION(tell)));
}

static int64_t place(PyBuffered *b)
{
    return b->place >= 0 ? b->place : raw_tell(b);
}

/* A count that the raw stream gave; -2: it would block, -1 */
static int64_t raw_count(Value v, int64_t limit, const char *what)
{
    int64_t n;

    if (!v)
        return -1;
    if (v == NONE)
        return -2;
    if (!io_offset(v, &n))
        return -1;
    if (n >= 0 && n <= limit)
        return n;
    err_format(&exc_IOError,
               "raw %s() returned invalid length %ld (should have been between "
               "0 and %ld)",
               what, (long)n, (long)limit);
    return -1;
}

static int64_t raw_readinto(PyBuffered *b, char *into, int64_t n)
{
    Value size = value_from_int(n), memory, view;
    int64_t got;
    Span s;

    if (b->direct)
        return fileio_check_readable((PyFileIO *)b->raw)
                   ? fileio_read_into((PyFileIO *)b->raw, into, n)
                   : -1;
    memory = op_call((Value)&bytearray_type, &size, 1, NULL);
    view = memory ? op_call((Value)&memoryview_type, &memory, 1, NULL) : NULL;
    got = view ? raw_count(io_call1(b->raw, ION(readinto), view), n, "readinto")
               : -1;
    if (got > 0 && value_bytes_or_null(memory, &s) && s.length >= got)
        memcpy(into, s.data, (size_t)got);
    return got;
}

/* At most n bytes with one call; how many, -2: none yet, -1 */
static int64_t raw_read(PyBuffered *b, char *into, int64_t n)
{
    int64_t got;

    do
        got = raw_readinto(b, into, n);
    while (got == -1 && io_was_interrupted());
    if (got > 0 && b->place >= 0)
        b->place += got;
    return got;
}

static int64_t raw_write(PyBuffered *b, Span data)
{
    int64_t n;

    do {
        if (!b->direct) {
            Value v = (Value)str_from(data.data, data.length);

            if (v)
                v = op_call((Value)&memoryview_type, &v, 1, NULL);
            n = v ? raw_count(io_call1(b->raw, ION(write), v), data.length,
                              "write")
                  : -1;
        } else {
            n = fileio_check_writable((PyFileIO *)b->raw)
                    ? fileio_write_from((PyFileIO *)b->raw, data.data,
                                        data.length)
                    : -1;
        }
    } while (n == -1 && io_was_interrupted());
    if (n > 0 && b->place >= 0)
        b->place += n;
    return n;
}

/* --- filling and emptying the buffer; the guard is held --------------------
 */

/* Reads ahead once; how many bytes, -2: none yet, -1 */
static int64_t fill(PyBuffered *b)
{
    int64_t n;

    empty(b);
    n = raw_read(b, b->buffer, b->size);
    if (n > 0)
        b->end = n;
    return n;
}

static int blocking_error(int64_t written)
{
    Value args[] = {tag_int(EAGAIN), (Value)str_from_c(would_block),
                    value_from_int(written)};

    Value e = op_call((Value)&io_blocking_error_type, args, 3, NULL);

    if (e)
        err_restore((Value)&io_blocking_error_type, e, NULL);
    return -1;
}

/* Writes what is dirty; -1: an error, or BlockingIOError if it must wait. */
static int write_dirty(PyBuffered *b)
{
    while (b->dirty && b->pos < b->end) {
        int64_t n = raw_write(b, (Span){b->buffer + b->pos, b->end - b->pos});

        if (n == -2)
            return blocking_error(0);
        if (n < 0)
            return -1;
        b->pos += n;
        if (thread_safepoint() < 0)
            return -1;
    }
    if (b->dirty)
        empty(b);
    return 0;
}

/* Puts the raw stream where the reader is. */
static int rewind_raw(PyBuffered *b)
{
    int64_t n = ahead(b);

    if (n > 0 && raw_seek(b, -n, SEEK_CUR) < 0)
        return -1;
    empty(b);
    return 0;
}

static int flush_and_rewind(PyBuffered *b)
{
    if (write_dirty(b) < 0)
        return -1;
    return b->reads ? rewind_raw(b) : 0;
}

/* --- reading; the guard is held ------------------------------------------- */

static Value take(PyBuffered *b, int64_t n)
{
    const char *from = b->buffer + b->pos;

    if (n > ahead(b))
        n = ahead(b);
    b->pos += n;
    return (Value)str_from(from, n);
}

/* What raw.read() gives: a str, None, or NULL. */
static Value raw_read_all(PyBuffered *b)
{
    Value piece;

    if (b->direct)
        return fileio_check_readable((PyFileIO *)b->raw)
                   ? fileio_readall((PyFileIO *)b->raw)
                   : NULL;
    piece = io_call(b->raw, ION(read));
    if (piece && piece != NONE && !is_str(piece))
        return err_format(&exc_TypeError, "read() should return bytes");
    return piece;
}

static Value read_all(PyBuffered *b)
{
    StrBuilder out = {0};
    Value first = NULL, piece;

    if (ahead(b) && sb_add(&out, b->buffer + b->pos, ahead(b)) < 0)
        return NULL;
    if (b->dirty ? write_dirty(b) < 0 : (empty(b), 0))
        return NULL;
    b->place = -1;
    for (;;) {
        piece = raw_read_all(b);
        if (!piece)
            return NULL;
        if (piece == NONE || ((PyStr *)piece)->length == 0)
            break;
        if (b->direct && out.length == 0)
            return piece;
        if (!first && out.length == 0)
            first = piece;
        if (sb_add(&out, str_span(piece).data, str_span(piece).length) < 0)
            return NULL;
    }
    if (out.length == 0 && piece == NONE)
        return NONE;
    return first && ((PyStr *)first)->length == out.length
               ? first
               : (Value)sb_finish(&out);
}

/* The bytes of a read() that the buffer cannot answer alone, into s. */
static int64_t read_more(PyBuffered *b, char *into, int64_t n)
{
    int64_t have = ahead(b), at = have;

    memcpy(into, b->buffer + b->pos, (size_t)have);
    if (b->dirty ? write_dirty(b) < 0 : (empty(b), 0))
        return -1;
    while (at < n) {
        int64_t left = n - at, whole = left - left % b->size, got;

        got = whole ? raw_read(b, into + at, whole) : fill(b);
        if (got == -1)
            return -1;
        if (got == -2 && at == 0)
            return -2;
        if (got <= 0)
            break;
        if (!whole) {
            got = got < left ? got : left;
            memcpy(into + at, b->buffer, (size_t)got);
            b->pos = got;
        }
        at += got;
    }
    return at;
}

static Value read_n(PyBuffered *b, int64_t n)
{
    PyStr *s;
    int64_t got;

    if (n <= ahead(b))
        return take(b, n);
    s = str_new(n);
    if (!s)
        return NULL;
    got = read_more(b, s->data, n);
    if (got < 0)
        return got == -2 ? NONE : NULL;
    return (Value)io_shrink(s, got);
}

static Value long_line(PyBuffered *b, int64_t limit)
{
    StrBuilder out = {0};

    if (b->dirty && write_dirty(b) < 0)
        return NULL;
    while (limit < 0 || out.length < limit) {
        const char *end;
        int64_t n;

        if (ahead(b) == 0 && (n = fill(b)) <= 0) {
            if (n == -1)
                return NULL;
            break;
        }
        end = memchr(b->buffer + b->pos, '\n', (size_t)ahead(b));
        n = end ? end + 1 - (b->buffer + b->pos) : ahead(b);
        if (limit >= 0 && n > limit - out.length) {
            n = limit - out.length;
            end = NULL;
        }
        if (sb_add(&out, b->buffer + b->pos, n) < 0)
            return NULL;
        b->pos += n;
        if (end)
            break;
    }
    return (Value)sb_finish(&out);
}

static Value read_line(PyBuffered *b, int64_t limit)
{
    int64_t n = ahead(b);
    const char *start = b->buffer + b->pos;
    const char *end = n ? memchr(start, '\n', (size_t)n) : NULL;

    if (!end)
        return long_line(b, limit);
    n = end + 1 - start;
    return take(b, limit >= 0 && limit < n ? limit : n);
}

/* --- reading methods ------------------------------------------------------ */

static Value b_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;
    Value v;

    if (!io_size(args, nargs, 0, &n) || !check_ready(SELF))
        return NULL;
    if (n < -1)
        return err_format(&exc_ValueError,
                          "read length must be positive or -1");
    if (!check_open(self, "read") || !enter(SELF))
        return NULL;
    v = n < 0 ? read_all(SELF) : read_n(SELF, n);
    leave(SELF);
    return v;
}

Value buffered_read1(Value self, int64_t n)
{
    Value v = NULL;

    if (n < 0)
        return err_format(&exc_ValueError, "read length must be positive");
    if (!check_open(self, "read"))
        return NULL;
    if (n == 0)
        return (Value)str_empty();
    if (!enter(SELF))
        return NULL;
    if ((!SELF->dirty || write_dirty(SELF) == 0) &&
        (ahead(SELF) > 0 || fill(SELF) != -1))
        v = take(SELF, n);
    leave(SELF);
    return v;
}

static Value b_read1(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!check_ready(SELF) || !optional_ssize(args, nargs, 0, 0, &n))
        return NULL;
    return buffered_read1(self, n);
}

static Value b_peek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;
    Value v = NULL;

    if (!check_ready(SELF) || !optional_ssize(args, nargs, 0, 0, &n) ||
        !check_open(self, "peek") || !enter(SELF))
        return NULL;
    if ((!SELF->dirty || write_dirty(SELF) == 0) &&
        (ahead(SELF) > 0 || fill(SELF) != -1))
        v = (Value)str_from(SELF->buffer + SELF->pos, ahead(SELF));
    leave(SELF);
    return v;
}

static Value line(Value self, int64_t limit)
{
    Value v;

    if (!check_open(self, "readline") || !enter(SELF))
        return NULL;
    v = read_line(SELF, limit);
    leave(SELF);
    return v;
}

static Value b_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t limit;

    if (!check_ready(SELF) || !io_size(args, nargs, 0, &limit))
        return NULL;
    return line(self, limit);
}

static Value next(Value self)
{
    Value v;

    if (type_of(self)->flags & TYPE_HEAP) {
        if (!check_ready(SELF))
            return NULL;
        v = io_call(self, ION(readline));
        if (v && !is_str(v))
            return err_format(
                &exc_IOError,
                "readline() should have returned a bytes object, not '%.200s'",
                type_name_of(v));
    } else {
        v = line(self, -1);
    }
    return v && ((PyStr *)v)->length ? v : NULL;
}

/* --- writing; the guard is held ------------------------------------------- */

static void keep(PyBuffered *b, const char *data, int64_t n)
{
    if (!b->dirty)
        empty(b);
    memcpy(b->buffer + b->end, data, (size_t)n);
    b->end += n;
    b->dirty = true;
}

/* Room at the buffer's end, made by moving what is dirty to its start. */
static int64_t room(PyBuffered *b)
{
    if (!b->dirty)
        return b->size;
    if (b->pos > 0) {
        memmove(b->buffer, b->buffer + b->pos, (size_t)(b->end - b->pos));
        b->end -= b->pos;
        b->pos = 0;
    }
    return b->size - b->end;
}

/* The raw stream takes no more: what fits is kept; the rest is told. */
static int keep_what_fits(PyBuffered *b, Span data, int64_t written)
{
    int64_t n = room(b);

    if (n > data.length)
        n = data.length;
    keep(b, data.data, n);
    return n == data.length ? 0 : blocking_error(written + n);
}

/* write() of what does not fit into the buffer; -1 */
static int write_around(PyBuffered *b, Span data)
{
    int64_t at = 0;

    if (write_dirty(b) < 0) {
        if (!err_matches(&io_blocking_error_type))
            return -1;
        err_clear();
        return keep_what_fits(b, data, 0);
    }
    while (data.length - at > b->size) {
        Span rest = {data.data + at, data.length - at};
        int64_t n = raw_write(b, rest);

        if (n == -2)
            return keep_what_fits(b, rest, at);
        if (n < 0 || thread_safepoint() < 0)
            return -1;
        at += n;
    }
    keep(b, data.data + at, data.length - at);
    return 0;
}

static int write_some(PyBuffered *b, Span data)
{
    if (!b->dirty && b->reads && b->end > 0 && rewind_raw(b) < 0)
        return -1;
    if (data.length <= b->size - (b->dirty ? b->end : 0) ||
        data.length <= room(b)) {
        keep(b, data.data, data.length);
        return 0;
    }
    return write_around(b, data);
}

int buffered_write(Value self, Span data)
{
    int status = -1, closed;

    if (!check_ready(SELF) || !enter(SELF))
        return -1;
    closed = buffered_closed(self);
    if (closed > 0)
        err_format(&exc_ValueError, "write to closed file");
    else if (closed == 0)
        status = write_some(SELF, data);
    leave(SELF);
    return status;
}

static Value b_write(Value self, const Value *args, Py_ssize nargs)
{
    Span data;

    if (!check_ready(SELF) || !arg_bytes("write", 1, args[0], &data) ||
        buffered_write(self, data) < 0)
        return NULL;
    return io_long(data.length);
}

/* --- positions, closing --------------------------------------------------- */

static Value b_tell(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!check_ready(SELF) || !enter(SELF))
        return NULL;
    n = raw_tell(SELF);
    if (n >= 0)
        n += SELF->dirty ? SELF->end - SELF->pos : -ahead(SELF);
    leave(SELF);
    return n == -1 ? NULL : io_long(n);
}

/* A seek within what was read ahead; -1: it is not possible, -2: error. */
static int64_t seek_ahead(PyBuffered *b, int64_t target, int64_t whence)
{
    int64_t here, offset = target;

    if (whence == 2 || !b->reads || b->dirty)
        return -1;
    here = place(b);
    if (here < 0)
        return -2;
    if (whence == 0 && __builtin_sub_overflow(target, here - ahead(b), &offset))
        return -1;
    if (b->end == 0 || offset < -b->pos || offset > ahead(b))
        return -1;
    b->pos += offset;
    return here - ahead(b);
}

static int64_t seek(PyBuffered *b, int64_t target, int64_t whence)
{
    int64_t n = seek_ahead(b, target, whence);

    if (n != -1)
        return n;
    if (b->dirty && write_dirty(b) < 0)
        return -2;
    if (whence == 1 && __builtin_sub_overflow(target, ahead(b), &target)) {
        err_format(&exc_OverflowError, "seek offset too large");
        return -2;
    }
    n = raw_seek(b, target, (int)whence);
    if (n < 0)
        return -2;
    empty(b);
    return n;
}

static Value b_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t target, whence = 0;

    if (!check_ready(SELF) || (nargs > 1 && !io_int(args[1], &whence)))
        return NULL;
    if (whence < 0 || whence > 2)
        return err_format(&exc_ValueError,
                          "whence must be between 0 and 2, not %ld",
                          (long)whence);
    if (!check_open(self, "seek") || !io_offset(args[0], &target) ||
        !enter(SELF))
        return NULL;
    target = seek(SELF, target, whence);
    leave(SELF);
    return target < 0 ? NULL : io_long(target);
}

static Value b_truncate(Value self, const Value *args, Py_ssize nargs)
{
    Value size = nargs ? args[0] : NONE, v = NULL;

    if (!check_ready(SELF) || !enter(SELF))
        return NULL;
    if (!SELF->writes || flush_and_rewind(SELF) == 0)
        v = io_call1(SELF->raw, ION(truncate), size);
    leave(SELF);
    return v;
}

static Value b_flush(Value self, const Value *args, Py_ssize nargs)
{
    int status;

    if (!check_ready(SELF))
        return NULL;
    if (!SELF->writes) {
        Value raw = raw_of(self);

        return raw ? io_call(raw, ION(flush)) : NULL;
    }
    if (!check_open(self, "flush") || !enter(SELF))
        return NULL;
    status = flush_and_rewind(SELF);
    leave(SELF);
    return status < 0 ? NULL : NONE;
}

static Value b_close(Value self, const Value *args, Py_ssize nargs)
{
    int closed = buffered_closed(self);
    KeptError error = {0};
    Value result, raw;

    if (closed)
        return closed < 0 ? NULL : NONE;
    if (!io_call(self, ION(flush)))
        error = io_keep_error();
    raw = raw_of(self);
    if (!raw)
        return NULL;
    result = io_call(raw, ION(close));
    if (!error.type || !result)
        return result;
    io_restore_error(error);
    return NULL;
}

static Value b_detach(Value self, const Value *args, Py_ssize nargs)
{
    Value raw;

    if (!check_ready(SELF) || !io_call(self, ION(flush)) || !enter(SELF))
        return NULL;
    raw = SELF->raw;
    io_set_owned(raw, false);
    SELF->detached = true;
    SELF->ready = false;
    SELF->raw = NULL;
    leave(SELF);
    return raw;
}

/* --- what the raw stream knows -------------------------------------------- */

#define ASK_RAW(name)                                                          \
    static Value b_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        Value raw = raw_of(self);                                              \
                                                                               \
        return raw ? io_call(raw, ION(name)) : NULL;                           \
    }
ASK_RAW(fileno)
ASK_RAW(isatty)
ASK_RAW(seekable)
ASK_RAW(readable)
ASK_RAW(writable)

#define GET_RAW(name)                                                          \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        Value raw = raw_of(self);                                              \
                                                                               \
        return raw ? op_getattr(raw, ION(name)) : NULL;                        \
    }
GET_RAW(closed)
GET_RAW(name)
GET_RAW(mode)

static Value get_raw(Value self)
{
    if (SELF->raw)
        return SELF->raw;
    return SELF->detached ? NONE : err_format(&exc_AttributeError, "raw");
}

static Value repr(Value self)
{
    Value name = op_getattr(self, ION(name)), text;

    if (!name) {
        if (!err_matches(&exc_AttributeError) && !err_matches(&exc_ValueError))
            return NULL;
        err_clear();
        return (Value)str_format_c("<%s>", io_type_name(self));
    }
    if (repr_enter(self) != 0)
        return err_pending() ? NULL
                             : err_format(&exc_RuntimeError,
                                          "reentrant call inside %s.__repr__",
                                          io_type_name(self));
    text = op_repr(name);
    repr_leave(self);
    return text ? (Value)str_format_c("<%s name=%s>", io_type_name(self),
                                      str_data((PyStr *)text))
                : NULL;
}

static Value b_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int((int64_t)type_of(self)->basic_size +
                          (SELF->buffer ? SELF->size : 0));
}

/* --- making --------------------------------------------------------------- */

/* With the guard held: another thread may be using it. */
static int start_guarded(PyBuffered *b, Value raw, int64_t size)
{
    b->buffer = (uint64_t)size < SIZE_MAX / 2 ? gc_atomic((size_t)size)
                                              : err_no_memory();
    if (!b->buffer)
        return -1;
    b->raw = raw;
    b->size = size;
    b->direct = is_exact_fileio(raw);
    empty(b);
    io_set_owned(raw, true);
    if (raw_tell(b) < 0)
        err_clear();
    b->ready = true;
    return 0;
}

static int start(PyBuffered *b, Value raw, int64_t size)
{
    int status;

    if (size <= 0) {
        err_format(&exc_ValueError, "buffer size must be strictly positive");
        return -1;
    }
    if (guard_is_mine(&b->guard)) {
        err_format(&exc_RuntimeError, "reentrant call of __init__");
        return -1;
    }
    guard_enter(&b->guard);
    status = start_guarded(b, raw, size);
    guard_leave(&b->guard);
    return status;
}

static bool parse(const char *type_name, bool deprecated, Value self,
                  const Value *args, Py_ssize nargs, PyTuple *kwnames,
                  Value *raw, int64_t *size)
{
    static const char *const names[] = {"raw", "buffer_size",
                                        "max_buffer_size"};
    Value given[3] = {0};

    SELF->ready = SELF->detached = false;
    if (args_parse(type_name, args, nargs, kwnames, names, 1,
                   deprecated ? 3 : 2, given) < 0)
        return false;
    *raw = given[0];
    return optional_ssize(&given[1], given[1] != NULL, 0, IO_BUFFER_SIZE,
                          size) &&
           (!given[2] || err_warn(&exc_DeprecationWarning,
                                  "max_buffer_size is deprecated", 1) == 0);
}

static int reader_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    int64_t size;
    Value raw;

    SELF->reads = true;
    if (!parse("BufferedReader", false, self, args, nargs, kwnames, &raw,
               &size) ||
        !io_check_readable(raw))
        return -1;
    return start(SELF, raw, size);
}

static int writer_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    int64_t size;
    Value raw;

    SELF->writes = true;
    if (!parse("BufferedWriter", true, self, args, nargs, kwnames, &raw,
               &size) ||
        !io_check_writable(raw))
        return -1;
    return start(SELF, raw, size);
}

static int random_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    int64_t size;
    Value raw;

    SELF->reads = SELF->writes = true;
    if (!parse("BufferedRandom", true, self, args, nargs, kwnames, &raw,
               &size) ||
        !io_check_seekable(raw) || !io_check_readable(raw) ||
        !io_check_writable(raw))
        return -1;
    return start(SELF, raw, size);
}

static Value make_reader(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return io_new(type, (type->flags & TYPE_HEAP) != 0);
}

static Value make_writer(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    return io_new_writer(type);
}

/* --- the types ------------------------------------------------------------ */

#define COMMON_METHODS                                                         \
    {"tell", b_tell, 0, 0, ARITY_none}, {"seek", b_seek, 1, 2, ARITY_parse},   \
        {"truncate", b_truncate, 0, 1, ARITY_parse},                           \
        {"flush", b_flush, 0, 0, ARITY_none},                                  \
        {"close", b_close, 0, 0, ARITY_none},                                  \
        {"detach", b_detach, 0, 0, ARITY_none},                                \
        {"fileno", b_fileno, 0, 0, ARITY_none},                                \
        {"isatty", b_isatty, 0, 0, ARITY_none},                                \
        {"seekable", b_seekable, 0, 0, ARITY_none},                            \
        {"readable", b_readable, 0, 0, ARITY_none},                            \
        {"writable", b_writable, 0, 0, ARITY_none},                            \
    {                                                                          \
        "__sizeof__", b_sizeof, 0, 0, ARITY_none                               \
    }

#define READING_METHODS                                                        \
    {"read", b_read, 0, 1, ARITY_parse},                                       \
        {"read1", b_read1, 1, 1, ARITY_parse},                                 \
        {"peek", b_peek, 0, 1, ARITY_parse},                                   \
    {                                                                          \
        "readline", b_readline, 0, 1, ARITY_parse                              \
    }

static const NativeDef reader_methods[] = {
    COMMON_METHODS, READING_METHODS, {0}};

static const NativeDef writer_methods[] = {
    COMMON_METHODS, {"write", b_write, 1, 1, ARITY_parse}, {0}};

static const NativeDef random_methods[] = {
    COMMON_METHODS,
    READING_METHODS,
    {"write", b_write, 1, 1, ARITY_parse},
    {0}};

static const GetSetDef getsets[] = {{"raw", get_raw, NULL, NULL, true},
                                    {"closed", get_closed},
                                    {"name", get_name},
                                    {"mode", get_mode},
                                    {0}};

PyType io_reader_type = {
    .head.type = &type_type,
    .name = "_io.BufferedReader",
    .base = &io_buffered_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyBuffered),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Reads a raw stream ahead, so that small reads cost little.",
    .methods = reader_methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = make_reader,
    .init = reader_init,
    .next = next,
};

PyType io_writer_type = {
    .head.type = &type_type,
    .name = "_io.BufferedWriter",
    .base = &io_buffered_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyBuffered),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Gathers small writes into large ones for a raw stream.\n",
    .methods = writer_methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = make_writer,
    .init = writer_init,
};

PyType io_random_type = {
    .head.type = &type_type,
    .name = "_io.BufferedRandom",
    .base = &io_buffered_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyBuffered),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Reads and writes a raw stream that can seek, through one buffer.\n",
    .methods = random_methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = make_writer,
    .init = random_init,
    .next = next,
};
