/* The print statement: items, spaces between them, the ending newline.
 *
 * CPython's softspace protocol: an item asks for a space before the next one
 * by setting `softspace` on the stream, unless it is a string that ends in
 * white space other than a blank; writing and the newline clear it. */
#include "file.h"
#include "codecs.h"
#include "module.h"
#include "names.h"
#include "thread.h"
#include "tuple.h"
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

/* --- containers: CPython writes them piece by piece, which shows when a
 * __repr__ prints or raises.  What comes from builtin types stays in one
 * write, so that threads do not mix their lines. */

typedef struct ContainerPrint {
    PyFile *file;
    StrBuilder text;
} ContainerPrint;

static int print_nested(ContainerPrint *p, Value v);

static int flush_text(ContainerPrint *p)
{
    PyStr *s = p->text.length ? sb_finish(&p->text) : NULL;

    p->text = (StrBuilder){0};
    return s ? file_write_bytes(p->file, s->data, s->length) : 0;
}

static int print_list(ContainerPrint *p, PyList *list)
{
    Value item;

    if (sb_putc(&p->text, '[') < 0)
        return -1;
    for (uint64_t i = 0; (item = list_item_or_null(list, i)); i++)
        if ((i > 0 && sb_add(&p->text, ", ", 2) < 0) ||
            print_nested(p, item) < 0)
            return -1;
    return sb_putc(&p->text, ']');
}

static int print_tuple(ContainerPrint *p, PyTuple *t)
{
    if (sb_putc(&p->text, '(') < 0)
        return -1;
    for (Py_ssize i = 0; i < t->length; i++)
        if ((i > 0 && sb_add(&p->text, ", ", 2) < 0) ||
            print_nested(p, t->items[i]) < 0)
            return -1;
    return t->length == 1 ? sb_add(&p->text, ",)", 2) : sb_putc(&p->text, ')');
}

static int print_dict(ContainerPrint *p, PyDict *d)
{
    Py_ssize pos = 0;
    Value key, value;

    if (sb_putc(&p->text, '{') < 0)
        return -1;
    for (bool first = true; dict_next(d, &pos, &key, &value); first = false)
        if ((!first && sb_add(&p->text, ", ", 2) < 0) ||
            print_nested(p, key) < 0 || sb_add(&p->text, ": ", 2) < 0 ||
            print_nested(p, value) < 0)
            return -1;
    return sb_putc(&p->text, '}');
}

static bool is_container(Value v)
{
    return is_pointer(v) && (type_of(v) == &list_type || is_exact_tuple(v) ||
                             type_of(v) == &dict_type);
}

static int print_contents(ContainerPrint *p, Value v)
{
    if (type_of(v) == &list_type)
        return print_list(p, (PyList *)v);
    return is_exact_tuple(v) ? print_tuple(p, (PyTuple *)v)
                             : print_dict(p, (PyDict *)v);
}

/* Unlike their repr, tuples in progress are not marked, and no depth is too
 * great for CPython. */
static int print_container(ContainerPrint *p, Value v)
{
    bool marked = !is_exact_tuple(v);
    int r = marked ? repr_enter(v) : 0;

    if (r > 0)
        return sb_add(&p->text, type_of(v) == &list_type ? "[...]" : "{...}",
                      5);
    if (r < 0)
        return -1;
    r = recursion_has_stack(" while getting the repr of an object")
            ? print_contents(p, v)
            : -1;
    if (marked)
        repr_leave(v);
    return r;
}

static int print_nested(ContainerPrint *p, Value v)
{
    bool foreign = has_type_flag(v, TYPE_HEAP) || type_of(v) == &instance_type;
    PyStr *s;

    if (is_container(v))
        return print_container(p, v);
    if (foreign && flush_text(p) < 0)
        return -1;
    s = (PyStr *)op_repr(v);
    return s ? sb_add(&p->text, s->data, s->length) : -1;
}

static int write_container(PyFile *f, Value v)
{
    ContainerPrint p = {.file = f};
    Value type, value, tb;

    if (print_container(&p, v) == 0)
        return flush_text(&p);
    err_fetch(&type, &value, &tb);
    if (flush_text(&p) < 0)
        err_clear();
    err_restore(type, value, tb);
    return -1;
}

/* str(v) as a real file gets it: unicode in the file's encoding. */
static int write_to_file(PyFile *f, Value v)
{
    if (is_tagged_int(v))
        return write_int(f, tagged_int_value(v));
    if (is_container(v) && atomic_load(&f->fp))
        return write_container(f, v);
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
