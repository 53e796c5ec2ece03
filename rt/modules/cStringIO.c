/* Module cStringIO: files in memory.  StringI reads a str; StringO is read and
 * written.  Both share one struct; writing replaces the buffer when it grows,
 * under the object's lock. */
#include "codecs.h"
#include "instance.h"
#include "module.h"
#include "str_type.h"

#include <errno.h>

typedef struct PyStringFile {
    PyObject head;
    char *data;   /* an atomic block, or the bytes of `source` */
    Value source; /* StringI: the str that holds the bytes, kept alive by it */
    int64_t size, capacity, pos;
    int64_t softspace;
    bool closed;
} PyStringFile;

#define SELF ((PyStringFile *)self)

static PyType input_type, output_type;

static bool check_open(Value self)
{
    if (SELF->closed)
        err_format(&exc_ValueError, "I/O operation on closed file");
    return !SELF->closed;
}

/* The next n bytes (less at the end); n < 0: all. */
static Span take_locked(PyStringFile *f, int64_t n) REQUIRES(f->head.lock)
{
    int64_t left = f->size > f->pos ? f->size - f->pos : 0;
    Span s = {f->data + (left ? f->pos : 0), n < 0 || n > left ? left : n};

    f->pos += s.length;
    return s;
}

static Span take_line_locked(PyStringFile *f, int64_t limit)
    REQUIRES(f->head.lock)
{
    int64_t left = f->size > f->pos ? f->size - f->pos : 0;
    const char *end =
        left ? memchr(f->data + f->pos, '\n', (size_t)left) : NULL;
    int64_t n = end ? end + 1 - (f->data + f->pos) : left;

    return take_locked(f, limit >= 0 && limit < n ? limit : n);
}

static Span take_line(Value self, int64_t limit)
{
    Span s;

    lock_acquire(&SELF->head.lock);
    s = take_line_locked(SELF, limit);
    lock_release(&SELF->head.lock);
    return s;
}

static Value m_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;
    Span s;

    if (!arg_int(args, nargs, 0, -1, &n) || !check_open(self))
        return NULL;
    lock_acquire(&SELF->head.lock);
    s = take_locked(SELF, n);
    lock_release(&SELF->head.lock);
    return (Value)str_from(s.data, s.length);
}

static Value m_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;
    Span s;

    if (!arg_int(args, nargs, 0, -1, &n) || !check_open(self))
        return NULL;
    s = take_line(self, n);
    return (Value)str_from(s.data, s.length);
}

static Value m_readlines(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);
    int64_t hint, total = 0;

    if (!arg_int(args, nargs, 0, 0, &hint) || !check_open(self))
        return NULL;
    for (;;) {
        Span s = take_line(self, -1);
        PyStr *line;

        if (s.length == 0)
            break;
        line = str_from(s.data, s.length);
        if (!line || list_append(list, (Value)line) < 0)
            return NULL;
        total += s.length;
        if (hint > 0 && total >= hint)
            break;
    }
    return (Value)list;
}

static Value next(Value self)
{
    Span s;

    if (!check_open(self))
        return NULL;
    s = take_line(self, -1);
    return s.length ? (Value)str_from(s.data, s.length) : NULL;
}

static Value m_next(Value self, const Value *args, Py_ssize nargs)
{
    Value v = next(self);

    return v || err_pending() ? v : err_set(&exc_StopIteration, NULL);
}

static Value m_getvalue(Value self, const Value *args, Py_ssize nargs)
{
    int use_pos = nargs && args[0] != NONE ? op_is_true(args[0]) : 0;
    int64_t n;

    if (use_pos < 0 || !check_open(self))
        return NULL;
    n = use_pos && SELF->pos < SELF->size ? SELF->pos : SELF->size;
    return (Value)str_from(SELF->data, n);
}

static Value m_tell(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? value_from_int(SELF->pos) : NULL;
}

static Value m_reset(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_open(self))
        return NULL;
    SELF->pos = 0;
    return NONE;
}

static Value m_isatty(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? FALSE_VALUE : NULL;
}

static Value m_flush(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? NONE : NULL;
}

static Value m_close(Value self, const Value *args, Py_ssize nargs)
{
    lock_acquire(&SELF->head.lock);
    SELF->closed = true;
    SELF->pos = SELF->size = SELF->capacity = 0;
    SELF->data = NULL;
    lock_release(&SELF->head.lock);
    return NONE;
}

static Value m_truncate(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!arg_int(args, nargs, 0, -1, &n) || !check_open(self))
        return NULL;
    if (n < 0 && nargs) {
        errno = EINVAL;
        return err_from_errno(&exc_IOError, NULL);
    }
    lock_acquire(&SELF->head.lock);
    if (!nargs)
        n = SELF->pos;
    if (SELF->size > n)
        SELF->size = n;
    SELF->pos = SELF->size;
    lock_release(&SELF->head.lock);
    return NONE;
}

/* --- writing -------------------------------------------------------------- */

/* Room for `size` bytes in all. */
static int reserve_locked(PyStringFile *f, int64_t size) REQUIRES(f->head.lock)
{
    int64_t capacity = size + size / 2 + 64;
    char *grown;

    if (size <= f->capacity)
        return 0;
    grown = gc_bytes((size_t)capacity);
    if (!grown)
        return -1;
    if (f->size)
        memcpy(grown, f->data, (size_t)f->size);
    f->data = grown;
    f->capacity = capacity;
    return 0;
}

static int write_bytes(PyStringFile *f, Span s)
{
    int status;

    lock_acquire(&f->head.lock);
    if (s.length > INT64_MAX / 4 - f->pos) {
        err_no_memory();
        status = -1;
    } else {
        status = reserve_locked(f, f->pos + s.length);
    }
    if (status == 0) {
        memcpy(f->data + f->pos, s.data, (size_t)s.length);
        f->pos += s.length;
        if (f->size < f->pos)
            f->size = f->pos;
    }
    lock_release(&f->head.lock);
    return status;
}

static Value m_write(Value self, const Value *args, Py_ssize nargs)
{
    Span s;

    if (!arg_bytes("write", 1, args[0], &s) || !check_open(self))
        return NULL;
    return write_bytes(SELF, s) < 0 ? NULL : NONE;
}

static int write_line(Value item, void *self)
{
    Span s;

    if (!has_type_flag(item, TYPE_STR | TYPE_UNICODE)) {
        err_format(&exc_TypeError,
                   "expected string or Unicode object, %.200s found",
                   type_name_of(item));
        return -1;
    }
    return arg_char_buffer(item, &s) ? write_bytes(self, s) : -1;
}

static Value m_writelines(Value self, const Value *args, Py_ssize nargs)
{
    return op_iterate(args[0], write_line, self) < 0 ? NULL : NONE;
}

/* Beyond its end a StringO grows by zeros, a StringI only has the position. */
static Value m_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t pos, mode;
    int status = 0;

    if (!arg_int(args, nargs, 0, 0, &pos) ||
        !arg_int(args, nargs, 1, 0, &mode) || !check_open(self))
        return NULL;
    lock_acquire(&SELF->head.lock);
    if (mode == 1)
        pos += SELF->pos;
    else if (mode == 2)
        pos += SELF->size;
    if (pos < 0)
        pos = 0;
    if (type_of(self) == &output_type && pos > SELF->size) {
        status = reserve_locked(SELF, pos);
        if (status == 0)
            memset(SELF->data + SELF->size, 0, (size_t)(pos - SELF->size));
    }
    if (status == 0)
        SELF->pos = pos;
    lock_release(&SELF->head.lock);
    return status < 0 ? NULL : NONE;
}

/* --- types ---------------------------------------------------------------- */

static Value get_closed(Value self)
{
    return value_from_bool(SELF->closed);
}

static Value get_softspace(Value self)
{
    return value_from_int(SELF->softspace);
}

static int set_softspace(Value self, Value v)
{
    int64_t n;

    if (!v) {
        err_format(&exc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    if (!arg_int(&v, 1, 0, 0, &n))
        return -1;
    SELF->softspace = n;
    return 0;
}

static Value iter(Value self)
{
    return self;
}

#define READING_METHODS                                                        \
    {"flush", m_flush, 0, 0, ARITY_none},                                      \
        {"getvalue", m_getvalue, 0, 1, ARITY_unpack},                          \
        {"isatty", m_isatty, 0, 0, ARITY_none},                                \
        {"next", m_next, 0, 0, ARITY_none},                                    \
        {"read", m_read, 0, 1, ARITY_parse},                                   \
        {"readline", m_readline, 0, 1, ARITY_parse},                           \
        {"readlines", m_readlines, 0, 1, ARITY_parse},                         \
        {"reset", m_reset, 0, 0, ARITY_none},                                  \
        {"seek", m_seek, 1, 2, ARITY_parse},                                   \
        {"tell", m_tell, 0, 0, ARITY_none},                                    \
        {"truncate", m_truncate, 0, 1, ARITY_parse},                           \
    {                                                                          \
        "close", m_close, 0, 0, ARITY_none                                     \
    }

static const NativeDef input_methods[] = {READING_METHODS, {0}};
static const NativeDef output_methods[] = {
    READING_METHODS,
    {"write", m_write, 1, 1, ARITY_parse},
    {"writelines", m_writelines, 1, 1, ARITY_one},
    {0}};

static const GetSetDef input_getsets[] = {{"closed", get_closed}, {0}};
static const GetSetDef output_getsets[] = {
    {"closed", get_closed},
    {"softspace", get_softspace, set_softspace, .is_member = true},
    {0}};

static PyType input_type = {
    .head.type = &type_type,
    .name = "cStringIO.StringI",
    .base = &object_type,
    .basic_size = sizeof(PyStringFile),
    .doc = "Reads a string the way a file is read.",
    .methods = input_methods,
    .getsets = input_getsets,
    .iter = iter,
    .next = next,
};

static PyType output_type = {
    .head.type = &type_type,
    .name = "cStringIO.StringO",
    .base = &object_type,
    .basic_size = sizeof(PyStringFile),
    .doc = "Collects what is written; getvalue() gives it as one string.",
    .methods = output_methods,
    .getsets = output_getsets,
    .iter = iter,
    .next = next,
};

static Value f_StringIO(Value self, const Value *args, Py_ssize nargs)
{
    PyStringFile *f = gc_new(nargs ? &input_type : &output_type, sizeof *f);
    Span s;
    PyStr *source;

    if (nargs == 0) {
        f->data = gc_bytes(64);
        f->capacity = 64;
        return (Value)f;
    }
    if (!arg_bytes("StringIO", 1, args[0], &s))
        return NULL;
    source =
        is_exact_str(args[0]) ? (PyStr *)args[0] : str_from(s.data, s.length);
    if (!source)
        return NULL;
    f->source = (Value)source;
    f->data = source->data;
    f->size = source->length;
    return (Value)f;
}

static const NativeDef functions[] = {
    {"StringIO", f_StringIO, 0, 1, ARITY_unpack}, {0}};

static int init(PyModule *m)
{
    if (type_ready(&input_type) < 0 || type_ready(&output_type) < 0)
        return -1;
    return module_add(m, "InputType", (Value)&input_type) < 0 ||
                   module_add(m, "OutputType", (Value)&output_type) < 0
               ? -1
               : 0;
}

const NativeModule native_module_cStringIO = {"cStringIO", NULL, functions,
                                              init};
