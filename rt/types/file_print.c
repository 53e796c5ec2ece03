/* The print statement: items, spaces between them, the ending newline.
 *
 * CPython's softspace protocol: an item asks for a space before the next one
 * by setting `softspace` on the stream, unless it is a string that ends in
 * white space other than a blank; writing and the newline clear it. */
#include "file.h"
#include "codecs.h"
#include "module.h"
#include "names.h"
#include "str.h"
#include "unicode.h"

static Value print_target(Value file_or_null)
{
    if (file_or_null && file_or_null != NONE)
        return file_or_null;
    file_or_null = sys_get(NAME(stdout));
    return file_or_null ? file_or_null
                        : err_format(&exc_RuntimeError, "lost sys.stdout");
}

int file_softspace(Value file, int new_value)
{
    Value v;
    int old = 0;

    if (is_file(file)) {
        old = ((PyFile *)file)->softspace;
        ((PyFile *)file)->softspace = new_value;
        return old;
    }
    v = op_getattr_or_null(file, NAME(softspace));
    if (v && has_type_flag(v, TYPE_INT))
        old = (int)int_value(v);
    err_clear();
    if (op_setattr(file, NAME(softspace), tag_int(new_value)) < 0)
        err_clear();
    return old;
}

static int write_text(Value file, const char *text, int64_t n)
{
    Value method, s;

    if (is_file(file))
        return file_write_bytes((PyFile *)file, text, n);
    method = op_getattr(file, NAME(write));
    if (!method)
        return -1;
    s = (Value)str_from(text, n);
    return op_call(method, &s, 1, NULL) ? 0 : -1;
}

/* An int without a detour over a str. */
static int write_int(PyFile *f, int64_t i)
{
    char digits[24], *p = digits + sizeof digits;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;

    do
        *--p = (char)('0' + u % 10);
    while (u /= 10);
    if (i < 0)
        *--p = '-';
    return file_write_bytes(f, p, digits + sizeof digits - p);
}

/* A __str__ whose result has a __str__ of its own is asked again. */
static Value print_text(Value v)
{
    enum { MAX_NESTING = 10 };

    for (int n = 0; n <= MAX_NESTING; n++) {
        v = op_str(v);
        if (!v || is_exact_str(v))
            return v;
    }
    return err_format(&exc_RuntimeError, "print recursion");
}

/* str(v) as a real file gets it: unicode in the file's encoding. */
static int write_to_file(PyFile *f, Value v)
{
    if (is_tagged_int(v))
        return write_int(f, tagged_int_value(v));
    if (!is_exact_str(v)) {
        if (!atomic_load(&f->fp)) {
            err_format(&exc_ValueError, "I/O operation on closed file");
            return -1;
        }
        if (is_unicode(v) && f->encoding != NONE) {
            const char *errors =
                f->errors == NONE ? "strict" : str_data((PyStr *)f->errors);

            v = codec_encode(v, str_data((PyStr *)f->encoding), errors);
        } else {
            v = print_text(v);
        }
        if (!v)
            return -1;
    }
    return file_write_bytes(f, ((PyStr *)v)->data, ((PyStr *)v)->length);
}

static int write_item(Value file, Value v)
{
    Value method;

    if (is_file(file))
        return write_to_file((PyFile *)file, v);
    method = op_getattr(file, NAME(write));
    if (!method)
        return -1;
    if (!is_unicode(v))
        v = op_str(v);
    return v && op_call(method, &v, 1, NULL) ? 0 : -1;
}

/* Does the item ask for a space after it? */
static bool wants_space(Value v)
{
    uint32_t c;

    if (is_tagged_int(v))
        return true;
    if (is_str(v)) {
        PyStr *s = (PyStr *)v;

        c = s->length ? (unsigned char)s->data[s->length - 1] : ' ';
        return c == ' ' || !is_ascii_space((unsigned char)c);
    }
    if (is_unicode(v)) {
        PyUnicode *u = (PyUnicode *)v;

        c = u->length ? unicode_at(u, u->length - 1) : ' ';
        return c == ' ' || !char_is_space(c);
    }
    return true;
}

int print_item(Value file_or_null, Value v)
{
    Value file = print_target(file_or_null);

    if (!file)
        return -1;
    if (file_softspace(file, 0) && write_text(file, " ", 1) < 0)
        return -1;
    if (write_item(file, v) < 0)
        return -1;
    if (wants_space(v))
        file_softspace(file, 1);
    return 0;
}

int print_newline(Value file_or_null)
{
    Value file = print_target(file_or_null);

    if (!file || write_text(file, "\n", 1) < 0)
        return -1;
    file_softspace(file, 0);
    return 0;
}
