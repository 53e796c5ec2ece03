/* The base classes of streams, their exceptions, and what the layers share. */
#include "_io.h"
#include "file_pending.h"
#include "exceptions.h"
#include "list.h"
#include "number.h"
#include "tuple.h"
#include "type.h"

#include <sys/stat.h>
#include <errno.h>

PyStr *io_names[ION_COUNT];
PyType *io_unsupported;

static const char closed_text[] = "I/O operation on closed file.";

/* --- arguments and results ------------------------------------------------ */

static bool is_integer(Value v)
{
    return is_tagged_int(v) || has_type_flag(v, TYPE_INT | TYPE_LONG);
}

bool io_offset(Value v, int64_t *out)
{
    PyType *t = type_of(v);

    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
        return true;
    }
    if (!is_integer(v) && !t->index) {
        err_format(&exc_TypeError,
                   "'%.200s' object cannot be interpreted as an index",
                   type_name_of(v));
        return false;
    }
    *out = op_index(v, &exc_OverflowError);
    return *out != -1 || !err_pending();
}

bool io_int(Value v, int64_t *out)
{
    *out = value_as_c_int(v);
    return *out != -1 || !err_pending();
}

bool io_size_of(Value v, int64_t *out)
{
    PyType *t = type_of(v);

    *out = -1;
    if (v == NONE)
        return true;
    if (is_integer(v) || t->to_int || t->index || t->to_float)
        return io_offset(v, out);
    err_format(&exc_TypeError, "integer argument expected, got '%.200s'",
               type_name_of(v));
    return false;
}

bool io_size(const Value *args, Py_ssize nargs, Py_ssize at, int64_t *out)
{
    *out = -1;
    return nargs <= at || !args[at] || io_size_of(args[at], out);
}

Value io_long(int64_t n)
{
    return long_from_int64(n);
}

bool io_writable_bytes(Value v, const char *where, Buffer *out)
{
    PyType *t = type_of(v);

    if (is_unicode(v)) {
        err_format(&exc_TypeError, "cannot use unicode as modifiable buffer");
        return false;
    }
    if (t->get_buffer && t->get_buffer(v, out) == 0 && !out->readonly)
        return true;
    err_clear();
    err_format(&exc_TypeError,
               "%sargument 1 must be read-write buffer, not %.50s", where,
               type_name_of(v));
    return false;
}

bool io_buffer_bytes(Value v, Span *out)
{
    if (!is_unicode(v) && value_bytes_or_null(v, out))
        return true;
    err_format(&exc_TypeError, "'%.200s' does not have the buffer interface",
               type_name_of(v));
    return false;
}

const char *io_type_name(Value v)
{
    return type_name_of(v);
}

/* --- asking streams ------------------------------------------------------- */

int io_closed(Value v)
{
    PyType *t = type_of(v);
    Value closed;

    if (t == &io_file_type)
        return ((PyFileIO *)v)->fd < 0;
    if (t == &io_bytes_type || t == &io_string_type)
        return ((PyIO *)v)->shut;
    if (is_exact_buffered(v))
        return buffered_closed(v);
    closed = op_getattr(v, ION(closed));
    return closed ? op_is_true(closed) : -1;
}

int io_ask(Value v, PyStr *name)
{
    Value answer = io_call(v, name);

    return answer ? op_is_true(answer) : -1;
}

static bool check_able(Value v, PyStr *name)
{
    int able = io_ask(v, name);

    if (able == 0)
        err_format(&exc_IOError, "File or stream is not %s.", str_data(name));
    return able > 0;
}

bool io_check_readable(Value v)
{
    return check_able(v, ION(readable));
}

bool io_check_writable(Value v)
{
    return check_able(v, ION(writable));
}

bool io_check_seekable(Value v)
{
    return check_able(v, ION(seekable));
}

bool io_was_interrupted(void)
{
    Value type, value, tb, number = NULL;

    if (!err_matches(&exc_EnvironmentError))
        return false;
    err_fetch(&type, &value, &tb);
    err_normalize(&type, &value, &tb);
    if (type_is_subtype(type_of(value), &exc_EnvironmentError))
        number = ((PyEnvironmentError *)value)->number;
    if (number && number == tag_int(EINTR))
        return true;
    err_restore(type, value, tb);
    return false;
}

void io_set_owned(Value v, bool owned)
{
    if (is_io(v))
        ((PyIO *)v)->owned = owned;
}

/* --- making and losing streams -------------------------------------------- */

/* Only what goes to a regular file can be read elsewhere. */
static void write_out(Value self, bool at_end)
{
    struct stat st;
    Value number;

    if (io_closed(self) != 0)
        return;
    number = io_call(self, ION(fileno));
    if (number && is_tagged_int(number) &&
        fstat((int)tagged_int_value(number), &st) == 0 && S_ISREG(st.st_mode))
        io_call(self, ION(flush));
}

/* Nothing refers to the stream any more: its __del__, then close(). */
static void io_forgotten(PyObject *o)
{
    Value self = (Value)o, type, value, tb;
    int closed;

    pending_remove(self);
    if (((PyIO *)o)->owned)
        return;
    if (o->type->flags & TYPE_HAS_DEL)
        object_finalize(o);
    err_fetch(&type, &value, &tb);
    closed = io_closed(self);
    if (closed < 0)
        err_clear();
    if (closed <= 0)
        io_call(self, ION(close));
    err_clear();
    if (type)
        err_restore(type, value, tb);
}

static Value watch(Value self, bool writer)
{
    if (writer)
        gc_on_death(as_object(self), io_forgotten);
    else
        gc_on_unreachable(as_object(self), io_forgotten);
    return self;
}

Value io_new(PyType *type, bool writer)
{
    Value self = instance_new(type);

    return self ? watch(self, writer) : NULL;
}

Value io_new_writer(PyType *type)
{
    Value self = io_new(type, true);

    if (self && !(type->flags & TYPE_HEAP))
        pending_add(self, write_out);
    return self;
}

static Value base_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Value self = object_new(type, args, nargs, kwnames);

    /* Classes written in Python may do anything in close(). */
    return self ? watch(self, true) : NULL;
}

/* --- _IOBase -------------------------------------------------------------- */

void *io_unsupported_error(const char *name)
{
    return err_format(io_unsupported, "%s", name);
}

#define UNSUPPORTED(name)                                                      \
    static Value unsupported_##name(Value self, const Value *args,             \
                                    Py_ssize nargs)                            \
    {                                                                          \
        return io_unsupported_error(#name);                                    \
    }
UNSUPPORTED(seek)
UNSUPPORTED(truncate)
UNSUPPORTED(fileno)
UNSUPPORTED(detach)
UNSUPPORTED(read)
UNSUPPORTED(read1)
UNSUPPORTED(readline)
UNSUPPORTED(write)

static Value base_tell(Value self, const Value *args, Py_ssize nargs)
{
    return io_call2(self, ION(seek), tag_int(0), tag_int(1));
}

static Value base_flush(Value self, const Value *args, Py_ssize nargs)
{
    if (((PyIO *)self)->shut)
        return err_format(&exc_ValueError, "%s", closed_text);
    return NONE;
}

static Value base_close(Value self, const Value *args, Py_ssize nargs)
{
    Value result;

    if (((PyIO *)self)->shut)
        return NONE;
    result = io_call(self, ION(flush));
    ((PyIO *)self)->shut = true;
    return result ? NONE : NULL;
}

static Value base_closed(Value self)
{
    return value_from_bool(((PyIO *)self)->shut);
}

static Value base_false(Value self, const Value *args, Py_ssize nargs)
{
    return FALSE_VALUE;
}

static Value base_check_seekable(Value self, const Value *args, Py_ssize nargs)
{
    return io_check_seekable(self) ? TRUE_VALUE : NULL;
}

static Value base_check_readable(Value self, const Value *args, Py_ssize nargs)
{
    return io_check_readable(self) ? TRUE_VALUE : NULL;
}

static Value base_check_writable(Value self, const Value *args, Py_ssize nargs)
{
    return io_check_writable(self) ? TRUE_VALUE : NULL;
}

/* Subclasses may say `closed` in their own way. */
static bool check_open(Value self)
{
    Value closed = op_getattr(self, ION(closed));
    int truth = closed ? op_is_true(closed) : -1;

    if (truth > 0)
        err_format(&exc_ValueError, "%s", closed_text);
    return truth == 0;
}

static Value base_check_closed(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? NONE : NULL;
}

static Value base_enter(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? self : NULL;
}

static Value base_exit(Value self, const Value *args, Py_ssize nargs)
{
    return io_call(self, ION(close));
}

static Value base_isatty(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? FALSE_VALUE : NULL;
}

/* How many bytes of a line may be read at once, as peek() shows; -1 */
static int64_t bytes_to_newline(Value peek, int64_t limit, int64_t have)
{
    Value one = tag_int(1), ahead;
    const char *end;
    int64_t n;

    do
        ahead = op_call(peek, &one, 1, NULL);
    while (!ahead && io_was_interrupted());
    if (!ahead)
        return -1;
    if (!is_str(ahead)) {
        err_format(&exc_IOError,
                   "peek() should have returned a bytes object, not '%.200s'",
                   type_name_of(ahead));
        return -1;
    }
    Span s = str_span(ahead);
    if (s.length == 0)
        return 1;
    end = memchr(s.data, '\n', (size_t)s.length);
    n = end ? end + 1 - s.data : s.length;
    return limit >= 0 && n > limit - have ? limit - have : n;
}

static Value base_readline(Value self, const Value *args, Py_ssize nargs)
{
    Value peek = op_getattr_or_null(self, ION(peek));
    StrBuilder b = {0};
    int64_t limit;

    if (!io_size(args, nargs, 0, &limit))
        return NULL;
    while (limit < 0 || b.length < limit) {
        int64_t n = peek ? bytes_to_newline(peek, limit, b.length) : 1;
        Value piece =
            n < 0 ? NULL : io_call1(self, ION(read), value_from_int(n));

        if (n >= 0 && !piece && io_was_interrupted())
            continue;
        if (!piece)
            return NULL;
        if (!is_str(piece))
            return err_format(&exc_IOError,
                              "read() should have returned a bytes object, not "
                              "'%.200s'",
                              type_name_of(piece));
        Span s = str_span(piece);
        if (s.length == 0)
            break;
        if (sb_add(&b, s.data, s.length) < 0)
            return NULL;
        if (s.data[s.length - 1] == '\n')
            break;
    }
    return (Value)sb_finish(&b);
}

static Value base_iter(Value self)
{
    return check_open(self) ? self : NULL;
}

static Value base_next(Value self)
{
    Value line = io_call(self, ION(readline));
    int64_t n = line ? op_length(line) : -1;

    return n > 0 ? line : NULL;
}

Value io_readlines(Value self, const Value *args, Py_ssize nargs)
{
    PyList *lines = list_new(0);
    int64_t hint, n = 0;
    Value it, line;

    if (!io_size(args, nargs, 0, &hint))
        return NULL;
    if (hint <= 0)
        return (Value)op_list(self);
    it = op_iter(self);
    while (it && n <= hint && (line = op_next(it))) {
        int64_t size = op_length(line);

        if (size < 0 || list_append(lines, line) < 0)
            return NULL;
        n += size;
    }
    return it && !err_pending() ? (Value)lines : NULL;
}

static int write_line(Value line, void *self)
{
    Value done;

    do
        done = io_call1((Value)self, ION(write), line);
    while (!done && io_was_interrupted());
    return done ? 0 : -1;
}

static Value base_writelines(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_open(self))
        return NULL;
    return op_iterate(args[0], write_line, self) < 0 ? NULL : NONE;
}

static Value get_dict(Value self)
{
    return (Value)instance_dict(self);
}

static int set_dict(Value self, Value v)
{
    if (!v || !has_type_flag(v, TYPE_DICT)) {
        err_format(&exc_TypeError, "__dict__ must be set to a dictionary");
        return -1;
    }
    return instance_set_dict(self, (PyDict *)v);
}

static const NativeDef base_methods[] = {
    {"seek", unsupported_seek, 0, -1, ARITY_self},
    {"tell", base_tell, 0, 0, ARITY_none},
    {"truncate", unsupported_truncate, 0, -1, ARITY_self},
    {"flush", base_flush, 0, 0, ARITY_none},
    {"close", base_close, 0, 0, ARITY_none},
    {"seekable", base_false, 0, 0, ARITY_none},
    {"readable", base_false, 0, 0, ARITY_none},
    {"writable", base_false, 0, 0, ARITY_none},
    {"_checkClosed", base_check_closed, 0, -1, ARITY_self},
    {"_checkSeekable", base_check_seekable, 0, -1, ARITY_self},
    {"_checkReadable", base_check_readable, 0, -1, ARITY_self},
    {"_checkWritable", base_check_writable, 0, -1, ARITY_self},
    {"fileno", unsupported_fileno, 0, 0, ARITY_none},
    {"isatty", base_isatty, 0, 0, ARITY_none},
    {"__enter__", base_enter, 0, 0, ARITY_none},
    {"__exit__", base_exit, 0, -1, ARITY_self},
    {"readline", base_readline, 0, 1, ARITY_parse},
    {"readlines", io_readlines, 0, 1, ARITY_parse},
    {"writelines", base_writelines, 1, 1, ARITY_parse},
    {0}};

static const GetSetDef base_getsets[] = {
    {"closed", base_closed}, {"__dict__", get_dict, set_dict}, {0}};

PyType io_base_type = {
    .head.type = &type_type,
    .name = "_io._IOBase",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "What all streams of io derive from: closing, lines and the with "
           "statement.\n",
    .methods = base_methods,
    .getsets = base_getsets,
    .new_instance = base_new,
    .iter = base_iter,
    .next = base_next,
};

/* --- _RawIOBase ----------------------------------------------------------- */

static Value raw_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n, got;
    Value memory, size, count;

    if (!optional_ssize(args, nargs, 0, -1, &n))
        return NULL;
    if (n < 0)
        return io_call(self, ION(readall));
    size = value_from_int(n);
    memory = op_call((Value)&bytearray_type, &size, 1, NULL);
    count = memory ? io_call1(self, ION(readinto), memory) : NULL;
    if (!count || count == NONE)
        return count;
    got = value_as_ssize(count);
    if (got == -1 && err_pending())
        return NULL;
    Span s;
    if (!value_bytes_or_null(memory, &s))
        return NULL;
    return (Value)str_from(s.data, got < 0          ? 0
                                   : got > s.length ? s.length
                                                    : got);
}

static Value raw_readall(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};

    for (;;) {
        Value piece = io_call1(self, ION(read), tag_int(IO_BUFFER_SIZE));

        if (!piece && io_was_interrupted())
            continue;
        if (!piece)
            return NULL;
        if (piece == NONE && b.length == 0)
            return NONE;
        if (piece == NONE)
            break;
        if (!is_str(piece))
            return err_format(&exc_TypeError, "read() should return bytes");
        Span s = str_span(piece);
        if (s.length == 0)
            break;
        if (sb_add(&b, s.data, s.length) < 0)
            return NULL;
    }
    return (Value)sb_finish(&b);
}

static const NativeDef raw_methods[] = {
    {"read", raw_read, 0, 1, ARITY_parse},
    {"readall", raw_readall, 0, 0, ARITY_none},
    {0}};

PyType io_raw_type = {
    .head.type = &type_type,
    .name = "_io._RawIOBase",
    .base = &io_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Streams of bytes without a buffer; each call is one of the system.",
    .methods = raw_methods,
};

/* --- _BufferedIOBase, _TextIOBase ------------------------------------------
 */

static Value buffered_readinto(Value self, const Value *args, Py_ssize nargs)
{
    Buffer memory;
    Value data;

    if (!io_writable_bytes(args[0], "readinto() ", &memory))
        return NULL;
    data = io_call1(self, ION(read), value_from_int(memory.length));
    if (!data || data == NONE)
        return data;
    if (!is_str(data))
        return err_format(&exc_TypeError, "read() should return bytes");
    Span s = str_span(data);
    if (s.length > memory.length)
        return err_format(&exc_ValueError, "the buffer is too small");
    memcpy(memory.data, s.data, (size_t)s.length);
    return io_long(s.length);
}

static const NativeDef buffered_base_methods[] = {
    {"detach", unsupported_detach, 0, 0, ARITY_none},
    {"read", unsupported_read, 0, -1, ARITY_self},
    {"read1", unsupported_read1, 0, -1, ARITY_self},
    {"readinto", buffered_readinto, 1, 1, ARITY_parse},
    {"write", unsupported_write, 0, -1, ARITY_self},
    {0}};

PyType io_buffered_base_type = {
    .head.type = &type_type,
    .name = "_io._BufferedIOBase",
    .base = &io_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Streams of bytes that collect or hold back what passes through "
           "them.\n",
    .methods = buffered_base_methods,
};

static Value get_none(Value self)
{
    return NONE;
}

static const NativeDef text_base_methods[] = {
    {"detach", unsupported_detach, 0, 0, ARITY_none},
    {"read", unsupported_read, 0, -1, ARITY_self},
    {"readline", unsupported_readline, 0, -1, ARITY_self},
    {"write", unsupported_write, 0, -1, ARITY_self},
    {0}};

static const GetSetDef text_base_getsets[] = {
    {"encoding", get_none}, {"newlines", get_none}, {"errors", get_none}, {0}};

PyType io_text_type = {
    .head.type = &type_type,
    .name = "_io._TextIOBase",
    .base = &io_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Streams of unicode strings.\n",
    .methods = text_base_methods,
    .getsets = text_base_getsets,
};

/* --- exceptions ----------------------------------------------------------- */

typedef struct PyBlockingError {
    PyEnvironmentError error;
    Value written; /* NULL: 0 */
} PyBlockingError;

static int blocking_init(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"errno", "strerror",
                                        "characters_written"};
    PyBlockingError *e = (PyBlockingError *)self;
    Value given[3];

    e->written = tag_int(0);
    if (args_parse("__init__", args, nargs, kwnames, names, 2, 3, given) < 0 ||
        exc_IOError.init(self, given, 2, NULL) < 0)
        return -1;
    if (!given[2])
        return 0;
    if (!is_integer(given[2])) {
        err_format(&exc_TypeError, "an integer is required");
        return -1;
    }
    e->written = given[2];
    return 0;
}

static Value get_written(Value self)
{
    Value written = ((PyBlockingError *)self)->written;

    return written ? written : tag_int(0);
}

static int set_written(Value self, Value v)
{
    int64_t n;

    if (!v) {
        err_format(&exc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    if (!io_offset(v, &n))
        return -1;
    ((PyBlockingError *)self)->written = value_from_int(n);
    return 0;
}

static const GetSetDef blocking_getsets[] = {
    {"characters_written", get_written, set_written, NULL, true}, {0}};

PyType io_blocking_error_type = {
    .head.type = &type_type,
    .name = "BlockingIOError",
    .base = &exc_IOError,
    .flags = TYPE_BASETYPE | TYPE_EXCEPTION | TYPE_HAS_DICT,
    .basic_size = sizeof(PyBlockingError),
    .doc = "A buffer is full, and its non-blocking stream takes no more;\n"
           "characters_written says how far it came.",
    .getsets = blocking_getsets,
    .init = blocking_init,
};

static PyType *make_unsupported(void)
{
    PyDict *body = dict_new();
    Value args[] = {
        (Value)str_from_c("UnsupportedOperation"),
        (Value)tuple_pack(2, (Value)&exc_ValueError, (Value)&exc_IOError),
        (Value)body};

    if (dict_set_str(body, NAME(dunder_module), (Value)str_from_c("io")) < 0)
        return NULL;
    return (PyType *)op_call((Value)&type_type, args, 3, NULL);
}

int io_base_init(PyModule *m)
{
#define X(name) io_names[ION_##name] = str_intern(#name);
    IO_NAMES(X)
#undef X
    io_blocking_error_type.dict_offset = exc_IOError.dict_offset;
    io_unsupported = make_unsupported();
    if (!io_unsupported || module_add_type(m, &io_base_type) < 0 ||
        module_add_type(m, &io_raw_type) < 0 ||
        module_add_type(m, &io_buffered_base_type) < 0 ||
        module_add_type(m, &io_text_type) < 0 ||
        module_add_type(m, &io_blocking_error_type) < 0)
        return -1;
    return module_add(m, "UnsupportedOperation", (Value)io_unsupported);
}
