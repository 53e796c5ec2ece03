/* memoryview, as Python 2.7 has it: a view of contiguous bytes, format "B".
 *
 * A view of a bytearray keeps the store that the bytearray had when the view
 * was made.  CPython instead forbids resizing while views exist; without
 * reference counts nobody would know when they are gone. */
#include "bytearray.h"
#include "number.h"
#include "unicode.h"

typedef struct PyMemoryView {
    PyObject head;
    Value exporter;
    Value owner;    /* start of the block that holds the bytes */
    int64_t offset; /* of the first byte in that block */
    int64_t length;
    bool readonly;
} PyMemoryView;

#define SELF ((PyMemoryView *)self)

static char *data_of(PyMemoryView *m)
{
    return (char *)m->owner + m->offset;
}

static Value view_of(Value exporter, Value owner, int64_t offset,
                     int64_t length, bool readonly)
{
    PyMemoryView *m = gc_new(&memoryview_type, sizeof *m);

    m->exporter = exporter;
    m->owner = owner;
    m->offset = offset;
    m->length = length;
    m->readonly = readonly;
    return (Value)m;
}

int (*c_type_buffer)(Value self, Buffer *out);

bool value_has_new_buffer(Value v)
{
    PyType *t = type_of(v);

    if (t->get_buffer && t->get_buffer == c_type_buffer)
        return true;
    return (t->flags & TYPE_STR) || type_is_subtype(t, &bytearray_type) ||
           t == &buffer_type || t == &memoryview_type;
}

static Value new_instance(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"object"};
    Value v;
    Buffer b;

    if (args_parse("memoryview", args, nargs, kwnames, names, 1, 1, &v) < 0)
        return NULL;
    if (!value_has_new_buffer(v))
        return err_format(&exc_TypeError,
                          "cannot make memory view because object does not "
                          "have the buffer interface");
    if (type_of(v) == &memoryview_type) {
        PyMemoryView *m = (PyMemoryView *)v;

        return view_of(m->exporter, m->owner, m->offset, m->length,
                       m->readonly);
    }
    if (type_of(v)->get_buffer(v, &b) < 0)
        return NULL;
    return view_of(v, b.owner, b.data - (char *)b.owner, b.length, b.readonly);
}

static Py_ssize length(Value self)
{
    return SELF->length;
}

static Value seq_item(Value self, Py_ssize i)
{
    if (i < 0 || i >= SELF->length)
        return err_format(&exc_IndexError, "index out of bounds");
    return (Value)str_char((unsigned char)data_of(SELF)[i]);
}

/* The bytes that key selects; false with an exception. */
static bool selected(Value self, Value key, int64_t *at, int64_t *count)
{
    int64_t stop, step;

    if (type_of(key) == &slice_type) {
        if (slice_bounds((PySlice *)key, SELF->length, at, &stop, &step,
                         count) < 0)
            return false;
        if (step != 1)
            err_set(&exc_NotImplementedError, NULL);
        return step == 1;
    }
    if (!type_of(key)->index) {
        err_format(&exc_TypeError, "cannot index memory using \"%.200s\"",
                   type_name_of(key));
        return false;
    }
    *at = op_index(key, NULL);
    *count = 1;
    if (*at == -1 && err_pending())
        return false;
    if (*at < 0)
        *at += SELF->length;
    if (*at >= 0 && *at < SELF->length)
        return true;
    err_format(&exc_IndexError, "index out of bounds");
    return false;
}

static Value getitem(Value self, Value key)
{
    int64_t at, count;

    if (!selected(self, key, &at, &count))
        return NULL;
    if (type_of(key) != &slice_type)
        return seq_item(self, at);
    return view_of(SELF->exporter, SELF->owner, SELF->offset + at, count,
                   SELF->readonly);
}

static int setitem(Value self, Value key, Value v)
{
    int64_t at, count;
    Span s;

    if (SELF->readonly) {
        err_format(&exc_TypeError, "cannot modify read-only memory");
        return -1;
    }
    if (!v) {
        err_format(&exc_TypeError, "cannot delete memory");
        return -1;
    }
    if (!selected(self, key, &at, &count))
        return -1;
    if (is_unicode(v) || !value_bytes_or_null(v, &s)) {
        err_format(&exc_TypeError,
                   "'%.200s' does not have the buffer interface",
                   type_name_of(v));
        return -1;
    }
    if (s.length != count) {
        err_format(&exc_ValueError, "cannot modify size of memoryview object");
        return -1;
    }
    memmove(data_of(SELF) + at, s.data, (size_t)count);
    return 0;
}

static Value rich_compare(Value a, Value b, CompareOp op)
{
    Span s, t;

    if ((op != CMP_eq && op != CMP_ne) || is_unicode(a) || is_unicode(b) ||
        !value_bytes_or_null(a, &s) || !value_bytes_or_null(b, &t))
        return NOT_IMPLEMENTED;
    return value_from_bool((s.length == t.length &&
                            memcmp(s.data, t.data, (size_t)s.length) == 0) ==
                           (op == CMP_eq));
}

static Value repr(Value self)
{
    return (Value)str_format_c("<memory at %p>", (void *)self);
}

static int get_buffer(Value self, Buffer *out)
{
    *out = (Buffer){SELF->owner, data_of(SELF), SELF->length, SELF->readonly};
    return 0;
}

static Value m_tobytes(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)str_from(data_of(SELF), SELF->length);
}

static Value m_tolist(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(SELF->length);

    for (int64_t i = 0; list && i < SELF->length; i++)
        if (list_append(list, tag_int((unsigned char)data_of(SELF)[i])) < 0)
            return NULL;
    return (Value)list;
}

static Value get_format(Value self)
{
    return (Value)str_char('B');
}

static Value get_one(Value self)
{
    return (Value)long_from_int64(1);
}

static Value get_readonly(Value self)
{
    return value_from_bool(SELF->readonly);
}

static Value get_shape(Value self)
{
    return (Value)tuple_pack(1, long_from_int64(SELF->length));
}

static Value get_strides(Value self)
{
    return (Value)tuple_pack(1, long_from_int64(1));
}

static Value get_none(Value self)
{
    return NONE;
}

static const NativeDef methods[] = {{"tobytes", m_tobytes, 0, 0, ARITY_none},
                                    {"tolist", m_tolist, 0, 0, ARITY_none},
                                    {0}};

static const GetSetDef getsets[] = {
    {"format", get_format},   {"itemsize", get_one},
    {"ndim", get_one},        {"readonly", get_readonly},
    {"shape", get_shape},     {"strides", get_strides},
    {"suboffsets", get_none}, {0}};

PyType memoryview_type = {
    .head.type = &type_type,
    .name = "memoryview",
    .base = &object_type,
    .basic_size = sizeof(PyMemoryView),
    .doc =
        "memoryview(object)\n\n"
        "The bytes of an object that has a buffer, looked at without a copy.",
    .methods = methods,
    .getsets = getsets,
    .repr = repr,
    .rich_compare = rich_compare,
    .new_instance = new_instance,
    .length = length,
    .getitem = getitem,
    .setitem = setitem,
    .seq_item = seq_item,
    .get_buffer = get_buffer,
};
