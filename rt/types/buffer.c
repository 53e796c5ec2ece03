/* buffer: a window on the bytes of another object, fetched anew each time so
 * that it follows an object that moves its bytes. */
#include "names.h"
#include "str.h"

typedef struct PyBuffer {
    PyObject head;
    Value base;
    int64_t offset, size; /* size -1: to the end of base */
    _Atomic int64_t hash;
} PyBuffer;

#define SELF ((PyBuffer *)self)

bool value_has_char_buffer(Value v)
{
    PyType *t = type_of(v);

    if (t == &buffer_type)
        return value_has_char_buffer(((PyBuffer *)v)->base);
    return (t->flags & (TYPE_STR | TYPE_UNICODE)) ||
           type_is_subtype(t, &bytearray_type);
}

static bool window(Value self, Span *out, Value *owner)
{
    PyBuffer *b = SELF;
    Buffer base;
    int64_t offset;

    if (type_of(b->base)->get_buffer(b->base, &base) < 0)
        return false;
    *owner = base.owner;
    offset = b->offset > base.length ? base.length : b->offset;
    out->data = base.data + offset;
    out->length = b->size < 0 || b->size > base.length - offset
                      ? base.length - offset
                      : b->size;
    return true;
}

static bool bytes(Value self, Span *out)
{
    Value owner;

    return window(self, out, &owner);
}

static Value new_instance(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    int64_t offset, size;
    PyBuffer *b;

    if (kwnames && kwnames->length)
        return err_format(&exc_TypeError,
                          "buffer() does not take keyword arguments");
    if (nargs < 1 || nargs > 3)
        return err_format(&exc_TypeError,
                          "buffer() takes at %s %d argument%s (%d given)",
                          nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 3,
                          nargs < 1 ? "" : "s", (int)nargs);
    if (!arg_int(args, nargs, 1, 0, &offset) ||
        !arg_int(args, nargs, 2, -1, &size))
        return NULL;
    if (!type_of(args[0])->get_buffer ||
        type_is_subtype(type_of(args[0]), &memoryview_type))
        return err_format(&exc_TypeError, "buffer object expected");
    if (offset < 0)
        return err_format(&exc_ValueError, "offset must be zero or positive");
    if (size < -1)
        return err_format(&exc_ValueError, "size must be zero or positive");
    b = gc_new(&buffer_type, sizeof *b);
    b->base = args[0];
    b->offset = offset;
    b->size = size;
    if (type_of(b->base) == &buffer_type) {
        PyBuffer *inner = (PyBuffer *)b->base;

        if (inner->size >= 0) {
            int64_t left = inner->size > offset ? inner->size - offset : 0;

            if (size < 0 || size > left)
                b->size = left;
        }
        b->offset += inner->offset;
        b->base = inner->base;
    }
    return (Value)b;
}

static Value repr(Value self)
{
    return (Value)str_format_c(
        "<read-only buffer for %p, size %ld, offset %ld at %p>",
        (void *)SELF->base, (long)SELF->size, (long)SELF->offset, (void *)self);
}

static Value str(Value self)
{
    Span s;

    return bytes(self, &s) ? (Value)str_from(s.data, s.length) : NULL;
}

static int64_t hash(Value self)
{
    Buffer base;
    Span s;

    if (type_of(SELF->base)->get_buffer(SELF->base, &base) < 0)
        return -1;
    if (!base.readonly && type_of(SELF->base) != &bytearray_type) {
        err_format(&exc_TypeError, "writable buffers are not hashable");
        return -1;
    }
    return bytes(self, &s) ? str_hash_bytes(s.data, s.length) : -1;
}

static int compare(Value a, Value b)
{
    Span s, t;
    int64_t n;
    int c;

    if (!bytes(a, &s) || !bytes(b, &t))
        return -2;
    n = s.length < t.length ? s.length : t.length;
    c = memcmp(s.data, t.data, (size_t)n);
    if (c)
        return c < 0 ? -1 : 1;
    return (s.length > t.length) - (s.length < t.length);
}

static Py_ssize length(Value self)
{
    Span s;

    return bytes(self, &s) ? s.length : -1;
}

static Value concat(Value self, Value other)
{
    Span s, t;
    PyStr *r;

    if (!bytes(self, &s))
        return NULL;
    if (!type_of(other)->get_buffer)
        return err_format(&exc_TypeError,
                          "bad argument type for built-in operation");
    if (!value_bytes_or_null(other, &t))
        return err_format(&exc_TypeError,
                          "single-segment buffer object expected");
    if (s.length > INT64_MAX / 2 - t.length)
        return err_no_memory();
    r = str_new(s.length + t.length);
    if (!r)
        return NULL;
    memcpy(r->data, s.data, (size_t)s.length);
    memcpy(r->data + s.length, t.data, (size_t)t.length);
    return (Value)r;
}

static Value repeat(Value self, Py_ssize n)
{
    Value s = str(self);

    return s ? str_repeat(s, n) : NULL;
}

static Value seq_item(Value self, Py_ssize i)
{
    Span s;

    if (!bytes(self, &s))
        return NULL;
    if (i < 0 || i >= s.length)
        return err_format(&exc_IndexError, "buffer index out of range");
    return (Value)str_char((unsigned char)s.data[i]);
}

static Value getitem(Value self, Value key)
{
    int64_t i;
    Value s;

    if (type_of(key) == &slice_type) {
        s = str(self);
        return s ? op_getitem(s, key) : NULL;
    }
    if (!type_of(key)->index)
        return err_format(&exc_TypeError, "sequence index must be integer");
    i = op_index(key, &exc_IndexError);
    if (i == -1 && err_pending())
        return NULL;
    return seq_item(self, i < 0 ? i + length(self) : i);
}

static Value getslice(Value self, Py_ssize i, Py_ssize j)
{
    Span s;

    if (!bytes(self, &s))
        return NULL;
    i = i < 0 ? 0 : i > s.length ? s.length : i;
    j = j < i ? i : j > s.length ? s.length : j;
    return (Value)str_from(s.data + i, j - i);
}

static int setitem(Value self, Value key, Value v)
{
    err_format(&exc_TypeError, "buffer is read-only");
    return -1;
}

static int setslice(Value self, Py_ssize i, Py_ssize j, Value v)
{
    return setitem(self, NULL, v);
}

static int get_buffer(Value self, Buffer *out)
{
    Value owner;
    Span s;

    if (!window(self, &s, &owner))
        return -1;
    *out = (Buffer){owner, (char *)s.data, s.length, true};
    return 0;
}

PyType buffer_type = {
    .head.type = &type_type,
    .name = "buffer",
    .base = &object_type,
    .basic_size = sizeof(PyBuffer),
    .doc = "buffer(object [, offset[, size]])\n\n"
           "A string-like view of an object's bytes, size of them from offset "
           "on, or all\n"
           "that are left.",
    .repr = repr,
    .str = str,
    .hash = hash,
    .compare = compare,
    .new_instance = new_instance,
    .length = length,
    .getitem = getitem,
    .setitem = setitem,
    .concat = concat,
    .repeat = repeat,
    .seq_item = seq_item,
    .getslice = getslice,
    .setslice = setslice,
    .get_buffer = get_buffer,
};
