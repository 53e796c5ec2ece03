/* StringIO: a stream of unicode text in memory.
 *
 * The text is under construction in a builder, whose width grows with its
 * characters; all of it is read and written under the object's lock. */
#include "_io.h"
#include "dict.h"
#include "tuple.h"

typedef struct PyStringIO {
    PyIO io;
    UniBuilder text; /* capacity stays above length */
    int64_t pos;
    NewlineKind newline;
    bool ready; /* __init__ has run */
    Newlines newlines;
} PyStringIO;

#define SELF ((PyStringIO *)self)
#define LOCK SELF->io.head.lock

static bool check_open(Value self)
{
    if (!SELF->ready)
        err_format(&exc_ValueError, "I/O operation on uninitialized object");
    else if (SELF->io.shut)
        err_format(&exc_ValueError, "I/O operation on closed file");
    else
        return true;
    return false;
}

/* --- what happens under the lock ------------------------------------------ */

static PyUnicode *slice_locked(PyStringIO *s, int64_t start, int64_t end)
    REQUIRES(s->io.head.lock)
{
    return start >= end ? unicode_empty()
                        : unicode_slice(s->text.text, start, end);
}

static PyUnicode *take_locked(PyStringIO *s, int64_t n)
    REQUIRES(s->io.head.lock)
{
    int64_t start = s->pos, end = s->text.length;

    if (start >= end)
        return unicode_empty();
    if (n >= 0 && n < end - start)
        end = start + n;
    s->pos = end;
    return slice_locked(s, start, end);
}

static PyUnicode *take_line_locked(PyStringIO *s, int64_t limit)
    REQUIRES(s->io.head.lock)
{
    int64_t end;

    if (s->pos >= s->text.length)
        return unicode_empty();
    end = newline_find(s->text.text, s->pos, s->text.length, s->newline);
    if (end < 0)
        end = s->text.length;
    if (limit >= 0 && limit < end - s->pos)
        end = s->pos + limit;
    return take_locked(s, end - s->pos);
}

static uint32_t max_char(const PyUnicode *u)
{
    return u->is_ascii    ? 127
           : u->kind == 1 ? 255
           : u->kind == 2 ? 0xffff
                          : 0x10ffff;
}

/* Stores u at the position; behind the end, after zeros. */
static int put_locked(PyStringIO *s, PyUnicode *u) REQUIRES(s->io.head.lock)
{
    UniBuilder *b = &s->text;
    int64_t end;

    if (u->length > INT64_MAX / 16 - s->pos) {
        err_format(&exc_OverflowError, "new position too large");
        return -1;
    }
    end = s->pos + u->length;
    if (ub_reserve(b, (end > b->length ? end - b->length : 0) + 1,
                   max_char(u)) < 0)
        return -1;
    b->text->is_ascii = b->max_char < 128;
    while (b->length < s->pos)
        unicode_put(b->text, b->length++, 0);
    if (u->kind == b->text->kind)
        memcpy(b->text->data + s->pos * u->kind, u->data,
               (size_t)(u->length * u->kind));
    else
        for (int64_t i = 0; i < u->length; i++)
            unicode_put(b->text, s->pos + i, unicode_at(u, i));
    s->pos = end;
    if (b->length < end)
        b->length = end;
    return 0;
}

static int write_locked(PyStringIO *s, PyUnicode *u) REQUIRES(s->io.head.lock)
{
    if (s->newline <= NEWLINE_universal)
        u = newlines_decode(&s->newlines, u, true);
    else if (s->newline != NEWLINE_lf)
        u = newlines_expand(u, s->newline);
    return u ? put_locked(s, u) : -1;
}

/* --- reading -------------------------------------------------------------- */

static Value s_read(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u;
    int64_t n;

    if (!check_open(self) || !io_size(args, nargs, 0, &n))
        return NULL;
    lock_acquire(&LOCK);
    u = take_locked(SELF, n);
    lock_release(&LOCK);
    return (Value)u;
}

static PyUnicode *take_line(Value self, int64_t limit)
{
    PyUnicode *u;

    lock_acquire(&LOCK);
    u = take_line_locked(SELF, limit);
    lock_release(&LOCK);
    return u;
}

static Value s_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!check_open(self) || !io_size(args, nargs, 0, &n))
        return NULL;
    return (Value)take_line(self, n);
}

static Value next(Value self)
{
    PyUnicode *line;
    Value v;

    if (!check_open(self))
        return NULL;
    if (type_of(self) == &io_string_type) {
        line = take_line(self, -1);
    } else {
        v = io_call(self, ION(readline));
        if (v && !is_unicode(v))
            return err_format(
                &exc_IOError,
                "readline() should have returned an str object, not '%.200s'",
                type_name_of(v));
        line = (PyUnicode *)v;
    }
    return line && line->length ? (Value)line : NULL;
}

static PyUnicode *whole(Value self)
{
    PyUnicode *u;

    lock_acquire(&LOCK);
    u = slice_locked(SELF, 0, SELF->text.length);
    lock_release(&LOCK);
    return u;
}

static Value s_getvalue(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? (Value)whole(self) : NULL;
}

/* --- writing, positions --------------------------------------------------- */

static int write_text(Value self, PyUnicode *u)
{
    int status;

    lock_acquire(&LOCK);
    status = write_locked(SELF, u);
    lock_release(&LOCK);
    return status;
}

static Value s_write(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = (PyUnicode *)args[0];

    if (!SELF->ready && !check_open(self))
        return NULL;
    if (!is_unicode(args[0]))
        return err_format(&exc_TypeError,
                          "unicode argument expected, got '%.200s'",
                          type_name_of(args[0]));
    if (!check_open(self) || (u->length && write_text(self, u) < 0))
        return NULL;
    return io_long(u->length);
}

static Value s_truncate(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size;

    if (!check_open(self))
        return NULL;
    if (nargs == 0 || args[0] == NONE)
        size = SELF->pos;
    else if (!io_size_of(args[0], &size))
        return NULL;
    if (size < 0)
        return err_format(&exc_ValueError, "Negative size value %ld",
                          (long)size);
    lock_acquire(&LOCK);
    if (size < SELF->text.length)
        SELF->text.length = size;
    lock_release(&LOCK);
    return io_long(size);
}

static Value s_tell(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? io_long(SELF->pos) : NULL;
}

static Value s_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t pos, whence = 0;

    if (!check_open(self) || !io_offset(args[0], &pos) ||
        (nargs > 1 && !io_int(args[1], &whence)))
        return NULL;
    if (whence < 0 || whence > 2)
        return err_format(&exc_ValueError,
                          "Invalid whence (%ld, should be 0, 1 or 2)",
                          (long)whence);
    if (pos < 0 && whence == 0)
        return err_format(&exc_ValueError, "Negative seek position %ld",
                          (long)pos);
    if (pos != 0 && whence != 0)
        return err_format(&exc_IOError, "Can't do nonzero cur-relative seeks");
    lock_acquire(&LOCK);
    if (whence)
        pos = whence == 1 ? SELF->pos : SELF->text.length;
    SELF->pos = pos;
    lock_release(&LOCK);
    return io_long(pos);
}

static Value s_true(Value self, const Value *args, Py_ssize nargs)
{
    return check_open(self) ? TRUE_VALUE : NULL;
}

/* Even when it is closed. */
static Value s_flush(Value self, const Value *args, Py_ssize nargs)
{
    return NONE;
}

static Value s_close(Value self, const Value *args, Py_ssize nargs)
{
    lock_acquire(&LOCK);
    SELF->io.shut = true;
    SELF->text = (UniBuilder){0};
    lock_release(&LOCK);
    return NONE;
}

/* --- state ---------------------------------------------------------------- */

static Value s_getstate(Value self, const Value *args, Py_ssize nargs)
{
    PyDict *dict = instance_dict_or_null(self);
    const char *newline = newline_text(SELF->newline);
    PyUnicode *u;

    if (!check_open(self) || !(u = whole(self)) ||
        (dict && !(dict = dict_copy(dict))))
        return NULL;
    return (Value)tuple_pack(
        4, (Value)u,
        SELF->newline == NEWLINE_none ? NONE : (Value)str_from_c(newline),
        value_from_int(SELF->pos), dict ? (Value)dict : NONE);
}

static void start(PyStringIO *s, NewlineKind newline)
{
    lock_acquire(&s->io.head.lock);
    s->text = (UniBuilder){0};
    s->pos = 0;
    s->newline = newline;
    s->newlines = (Newlines){.translate = newline == NEWLINE_none};
    s->ready = true;
    lock_release(&s->io.head.lock);
}

/* The text as it was: no line ends are translated again. */
static int restore_text(PyStringIO *s, PyUnicode *u, int64_t pos)
{
    int status;

    lock_acquire(&s->io.head.lock);
    status = put_locked(s, u);
    s->pos = pos;
    lock_release(&s->io.head.lock);
    return status;
}

static bool check_state(PyTuple *state, int64_t *pos)
{
    if (!is_unicode(state->items[0]))
        err_format(&exc_TypeError, "unicode argument expected, got '%.200s'",
                   type_name_of(state->items[0]));
    else if (!has_type_flag(state->items[2], TYPE_INT | TYPE_LONG))
        err_format(&exc_TypeError,
                   "third item of state must be an integer, got %.200s",
                   type_name_of(state->items[2]));
    else if (!io_offset(state->items[2], pos))
        return false;
    else if (*pos < 0)
        err_format(&exc_ValueError, "position value cannot be negative");
    else if (state->items[3] != NONE &&
             !has_type_flag(state->items[3], TYPE_DICT))
        err_format(&exc_TypeError,
                   "fourth item of state should be a dict, got a %.200s",
                   type_name_of(state->items[3]));
    else
        return true;
    return false;
}

static Value s_setstate(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *state = (PyTuple *)args[0];
    NewlineKind newline;
    int64_t pos;

    if (SELF->io.shut)
        return err_format(&exc_ValueError, "I/O operation on closed file");
    if (!has_type_flag(args[0], TYPE_TUPLE) || state->length < 4)
        return err_format(&exc_TypeError,
                          "%.200s.__setstate__ argument should be 4-tuple, got "
                          "%.200s",
                          io_type_name(self), type_name_of(args[0]));
    newline = newline_kind(state->items[1], "__init__()", 2);
    if (newline == NEWLINE_error || !check_state(state, &pos))
        return NULL;
    start(SELF, newline);
    if (restore_text(SELF, (PyUnicode *)state->items[0], pos) < 0)
        return NULL;
    if (state->items[3] == NONE)
        return NONE;
    PyDict *dict = instance_dict(self);
    return dict ? op_call_method((Value)dict, NAME(update), &state->items[3], 1)
                : NULL;
}

/* --- the type ------------------------------------------------------------- */

static Value get_closed(Value self)
{
    return value_from_bool(SELF->io.shut);
}

static Value get_line_buffering(Value self)
{
    return check_open(self) ? FALSE_VALUE : NULL;
}

static Value get_newlines(Value self)
{
    if (!check_open(self))
        return NULL;
    return SELF->newline <= NEWLINE_universal ? newlines_names(&SELF->newlines)
                                              : NONE;
}

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    PyStringIO *s = type->flags & TYPE_HEAP ? (void *)io_new(type, true)
                                            : instance_new(type);

    if (s)
        s->newline = NEWLINE_lf;
    return (Value)s;
}

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"initial_value", "newline"};
    NewlineKind newline = NEWLINE_lf;
    PyUnicode *u;
    Value given[2];

    if (args_parse("__init__", args, nargs, kwnames, names, 0, 2, given) < 0)
        return -1;
    if (given[1])
        newline = newline_kind(given[1], "__init__()", 2);
    if (newline == NEWLINE_error)
        return -1;
    if (given[0] && given[0] != NONE && !is_unicode(given[0])) {
        err_format(&exc_TypeError,
                   "initial_value must be unicode or None, not %.200s",
                   type_name_of(given[0]));
        return -1;
    }
    start(SELF, newline);
    u = given[0] && given[0] != NONE ? (PyUnicode *)given[0] : NULL;
    if (u && u->length && write_text(self, u) < 0)
        return -1;
    SELF->pos = 0;
    return 0;
}

static const NativeDef methods[] = {
    {"read", s_read, 0, 1, ARITY_parse},
    {"readline", s_readline, 0, 1, ARITY_parse},
    {"getvalue", s_getvalue, 0, 0, ARITY_none},
    {"write", s_write, 1, 1, ARITY_one},
    {"truncate", s_truncate, 0, 1, ARITY_parse},
    {"tell", s_tell, 0, 0, ARITY_none},
    {"seek", s_seek, 1, 2, ARITY_parse},
    {"readable", s_true, 0, 0, ARITY_none},
    {"writable", s_true, 0, 0, ARITY_none},
    {"seekable", s_true, 0, 0, ARITY_none},
    {"flush", s_flush, 0, 0, ARITY_none},
    {"close", s_close, 0, 0, ARITY_none},
    {"__getstate__", s_getstate, 0, 0, ARITY_none},
    {"__setstate__", s_setstate, 1, 1, ARITY_one},
    {0}};

static const GetSetDef getsets[] = {{"closed", get_closed},
                                    {"line_buffering", get_line_buffering},
                                    {"newlines", get_newlines},
                                    {0}};

PyType io_string_type = {
    .head.type = &type_type,
    .name = "_io.StringIO",
    .base = &io_text_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyStringIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "StringIO([initial_value[, newline]]) -> text stream\n\n"
           "A text file without a file: getvalue() gives what it holds.",
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init,
    .next = next,
};
