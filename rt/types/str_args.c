/* Arguments of text methods: CPython's conversions and TypeErrors. */
#include "str.h"

#include "unicode.h"

void *arg_type_error(const char *fname, int position, const char *wanted,
                     Value v)
{
    return err_format(&exc_TypeError,
                      "%.150s() argument %d must be %.80s, not %.80s", fname,
                      position, wanted, v == NONE ? "None" : type_name_of(v));
}

bool arg_int(const Value *args, Py_ssize nargs, Py_ssize at, int64_t fallback,
             int64_t *out)
{
    Value v;

    *out = fallback;
    if (at >= nargs)
        return true;
    v = args[at];
    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
        return true;
    }
    if (has_type_flag(v, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "integer argument expected, got float");
        return false;
    }
    *out = value_as_int64(v);
    return *out != -1 || !err_pending();
}

static bool slice_index(Value v, int64_t *out)
{
    if (v == NONE)
        return true;
    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
        return true;
    }
    if (!type_of(v)->index) {
        err_format(&exc_TypeError, "slice indices must be integers or None or "
                                   "have an __index__ method");
        return false;
    }
    *out = op_index(v, NULL);
    return *out != -1 || !err_pending();
}

bool arg_bounds(const Value *args, Py_ssize nargs, Py_ssize at, int64_t *start,
                int64_t *stop)
{
    *start = 0;
    *stop = INT64_MAX;
    return (at >= nargs || slice_index(args[at], start)) &&
           (at + 1 >= nargs || slice_index(args[at + 1], stop));
}

void bounds_clip(int64_t *start, int64_t *stop, int64_t length)
{
    if (*stop > length)
        *stop = length;
    else if (*stop < 0 && (*stop += length) < 0)
        *stop = 0;
    if (*start < 0 && (*start += length) < 0)
        *start = 0;
}

bool value_bytes_or_null(Value v, Span *out)
{
    PyType *t = type_of(v);
    Buffer b;

    if (t->flags & TYPE_STR) {
        *out = str_span(v);
        return true;
    }
    if (!t->get_buffer)
        return false;
    if (t->get_buffer(v, &b) < 0) {
        err_clear();
        return false;
    }
    *out = (Span){b.data, b.length};
    return true;
}

bool arg_char_buffer(Value v, Span *out)
{
    PyType *t = type_of(v);
    Buffer b;

    if (t->flags & TYPE_STR) {
        *out = str_span(v);
        return true;
    }
    if (t->flags & TYPE_UNICODE) {
        PyStr *s = unicode_as_str((PyUnicode *)v);

        if (s)
            *out = str_span((Value)s);
        return s != NULL;
    }
    if (!value_has_char_buffer(v)) {
        err_format(&exc_TypeError,
                   "expected a string or other character buffer object");
        return false;
    }
    if (t->get_buffer(v, &b) < 0)
        return false;
    *out = (Span){b.data, b.length};
    return true;
}

bool arg_bytes(const char *fname, int position, Value v, Span *out)
{
    PyType *t = type_of(v);
    Buffer b;

    if (t->flags & (TYPE_STR | TYPE_UNICODE))
        return arg_char_buffer(v, out);
    if (!t->get_buffer) {
        arg_type_error(fname, position, "string or buffer", v);
        return false;
    }
    if (t->get_buffer(v, &b) < 0)
        return false;
    *out = (Span){b.data, b.length};
    return true;
}

const char *arg_name(const char *fname, int position, Value v)
{
    PyStr *s = (PyStr *)v;

    if (is_unicode(v)) {
        s = unicode_as_str((PyUnicode *)v);
        if (!s)
            return NULL;
    } else if (!is_str(v)) {
        return arg_type_error(fname, position, "string", v);
    }
    if ((int64_t)strlen(s->data) != s->length)
        return arg_type_error(fname, position, "string without null bytes", v);
    return s->data;
}

static int slice_bound(Value v, int64_t missing, int64_t length, int64_t step,
                       int64_t *out)
{
    *out = missing;
    if (v == NONE)
        return 0;
    if (!slice_index(v, out))
        return -1;
    if (*out < 0)
        *out += length;
    if (*out < 0)
        *out = step < 0 ? -1 : 0;
    if (*out >= length)
        *out = step < 0 ? length - 1 : length;
    return 0;
}

int slice_bounds(PySlice *s, int64_t length, int64_t *start, int64_t *stop,
                 int64_t *step, int64_t *count)
{
    *step = 1;
    if (s->step != NONE) {
        if (!slice_index(s->step, step))
            return -1;
        if (*step == 0) {
            err_format(&exc_ValueError, "slice step cannot be zero");
            return -1;
        }
        if (*step < -INT64_MAX)
            *step = -INT64_MAX;
    }
    if (slice_bound(s->start, *step < 0 ? length - 1 : 0, length, *step,
                    start) < 0 ||
        slice_bound(s->stop, *step < 0 ? -1 : length, length, *step, stop) < 0)
        return -1;
    if (*step > 0)
        *count = *start < *stop ? (*stop - *start - 1) / *step + 1 : 0;
    else
        *count = *start > *stop ? (*start - *stop - 1) / -*step + 1 : 0;
    return 0;
}
