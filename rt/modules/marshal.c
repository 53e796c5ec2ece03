/* Module marshal: writing, and the functions; see marshal.h. */
#include "marshal.h"
#include "codecs.h"
#include "dict.h"
#include "file_io.h"
#include "float_text.h"
#include "list.h"
#include "long.h"
#include "module_support.h"
#include "number.h"
#include "set.h"
#include "tuple.h"

#include "methods_declare.h"
#include "marshal.def"
#include "methods_end.h"

typedef struct Writer {
    StrBuilder out;
    PyDict *interned; /* str: its number */
    int64_t version;
    int depth;
} Writer;

static int write_value(Writer *w, Value v);

static int write_number(Writer *w, int64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        if (sb_putc(&w->out, (char)(n >> (8 * i))) < 0)
            return -1;
    return 0;
}

static int write_coded_number(Writer *w, char code, int64_t n, int bytes)
{
    return sb_putc(&w->out, code) < 0 ? -1 : write_number(w, n, bytes);
}

static int unmarshallable(void)
{
    err_format(&exc_ValueError, "unmarshallable object");
    return -1;
}

/* A type code and a size. */
static int write_head(Writer *w, char code, int64_t n)
{
    return n > INT32_MAX ? unmarshallable() : write_coded_number(w, code, n, 4);
}

static int write_bytes(Writer *w, char code, Span in)
{
    return write_head(w, code, in.length) < 0
               ? -1
               : sb_add(&w->out, in.data, in.length);
}

static int write_str(Writer *w, PyStr *s)
{
    Value number;

    if (w->version < 1 || !(s->head.flags & OBJ_INTERNED))
        return write_bytes(w, 's', str_span((Value)s));
    number = dict_get_str_or_null(w->interned, s);
    if (number)
        return write_coded_number(w, 'R', tagged_int_value(number), 4);
    number = tag_int(dict_length(w->interned));
    return dict_set_str(w->interned, s, number) < 0
               ? -1
               : write_bytes(w, 't', str_span((Value)s));
}

static int write_unicode(Writer *w, PyUnicode *u)
{
    PyStr *s = encode_utf8(u);

    return s ? write_bytes(w, 'u', str_span((Value)s)) : -1;
}

static int write_int(Writer *w, int64_t i)
{
    return i == (int32_t)i ? write_coded_number(w, 'i', i, 4)
                           : write_coded_number(w, 'I', i, 8);
}

static int write_long(Writer *w, Value v)
{
    int64_t bits = long_bit_length(v);
    int64_t n = (bits + MARSHAL_DIGIT_BITS - 1) / MARSHAL_DIGIT_BITS;
    LongView view;

    long_view(v, &view);
    if (n > INT32_MAX)
        return unmarshallable();
    if (write_coded_number(w, 'l', view.negative ? -n : n, 4) < 0)
        return -1;
    for (int64_t i = 0; i < n; i++) {
        int64_t at = i * MARSHAL_DIGIT_BITS, limb = at / 64, shift = at % 64;
        uint64_t d = view.p[limb] >> shift;

        if (shift > 64 - MARSHAL_DIGIT_BITS && limb + 1 < view.n)
            d |= view.p[limb + 1] << (64 - shift);
        if (write_number(w, (int64_t)(d & 0x7fff), 2) < 0)
            return -1;
    }
    return 0;
}

static int write_double(Writer *w, double d)
{
    unsigned char bytes[8];
    Py_ssize length;
    const char *text;

    if (w->version > 1) {
        float_pack8(d, bytes, true);
        return sb_add(&w->out, (char *)bytes, sizeof bytes);
    }
    text = float_text(d, 'g', 17, 0, &length);
    if (!text || sb_putc(&w->out, (char)length) < 0)
        return -1;
    return sb_add(&w->out, text, length);
}

static int write_float(Writer *w, double d)
{
    return sb_putc(&w->out, w->version > 1 ? 'g' : 'f') < 0
               ? -1
               : write_double(w, d);
}

static int write_complex(Writer *w, PyComplex *c)
{
    if (sb_putc(&w->out, w->version > 1 ? 'y' : 'x') < 0 ||
        write_double(w, c->real) < 0)
        return -1;
    return write_double(w, c->imag);
}

/* The items of a tuple or, with the code of another container, of that. */
static int write_items(Writer *w, char code, PyTuple *t)
{
    if (!t || write_head(w, code, t->length) < 0)
        return -1;
    for (int64_t i = 0; i < t->length; i++)
        if (write_value(w, t->items[i]) < 0)
            return -1;
    return 0;
}

/* The items of one moment. */
static int write_list(Writer *w, char code, PyList *list)
{
    return list ? write_items(w, code, list_as_tuple(list)) : -1;
}

static int write_dict(Writer *w, PyDict *d)
{
    Py_ssize pos = 0;
    Value key, value;

    if (sb_putc(&w->out, '{') < 0)
        return -1;
    while (dict_next(d, &pos, &key, &value))
        if (write_value(w, key) < 0 || write_value(w, value) < 0)
            return -1;
    return sb_putc(&w->out, '0');
}

/* Evaluated code: its text and where it is in that.  Compiled code: the name of
 * its module and its number there, which means something in this program. */
static int write_code(Writer *w, PyCode *c)
{
    PyTuple *packed = (PyTuple *)marshal_pack_code(c);

    if (!packed)
        return err_pending() ? -1 : unmarshallable();
    if (sb_putc(&w->out, 'c') < 0)
        return -1;
    for (int i = 2; i < 6; i++)
        if (write_number(w, tagged_int_value(packed->items[i]), 4) < 0)
            return -1;
    return write_value(w, packed->items[0]) < 0
               ? -1
               : write_value(w, packed->items[1]);
}

static int write_other(Writer *w, Value v)
{
    Span in;

    if (type_of(v) == &code_type)
        return write_code(w, (PyCode *)v);

    if (v == NONE)
        return sb_putc(&w->out, 'N');
    if (v == ELLIPSIS)
        return sb_putc(&w->out, '.');
    if (v == (Value)&exc_StopIteration)
        return sb_putc(&w->out, 'S');
    if (value_bytes_or_null(v, &in))
        return write_bytes(w, 's', in);
    return unmarshallable();
}

static int write_by_type(Writer *w, Value v)
{
    PyType *t = type_of(v);

    if (t == &bool_type)
        return sb_putc(&w->out, v == TRUE_VALUE ? 'T' : 'F');
    if (t == &int_type)
        return write_int(w, value_as_int64(v));
    if (t == &long_type)
        return write_long(w, v);
    if (t == &float_type)
        return write_float(w, value_as_double(v));
    if (t == &complex_type)
        return write_complex(w, (PyComplex *)v);
    if (t == &str_type)
        return write_str(w, (PyStr *)v);
    if (t == &unicode_type)
        return write_unicode(w, (PyUnicode *)v);
    if (t == &tuple_type)
        return write_items(w, '(', (PyTuple *)v);
    if (t == &list_type)
        return write_list(w, '[', (PyList *)v);
    if (t == &dict_type)
        return write_dict(w, (PyDict *)v);
    if (t == &set_type)
        return write_list(w, '<', set_as_list((PySet *)v));
    if (t == &frozenset_type)
        return write_list(w, '>', set_as_list((PySet *)v));
    return write_other(w, v);
}

static int write_value(Writer *w, Value v)
{
    int result;

    if (++w->depth > MARSHAL_DEPTH) {
        err_format(&exc_ValueError, "object too deeply nested to marshal");
        return -1;
    }
    result = write_by_type(w, v);
    w->depth--;
    return result;
}

/* The bytes of args[0]; version_at: where the version may be. */
static PyStr *dump_bytes(const Value *args, Py_ssize nargs, Py_ssize version_at)
{
    Writer w = {.interned = dict_new()};

    if (!arg_int(args, nargs, version_at, MARSHAL_VERSION, &w.version) ||
        write_value(&w, args[0]) < 0)
        return NULL;
    return sb_finish(&w.out);
}

static Value f_dumps(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)dump_bytes(args, nargs, 1);
}

static Value f_dump(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *s;

    if (!is_file(args[1]))
        return err_format(&exc_TypeError,
                          "marshal.dump() 2nd arg must be file");
    s = dump_bytes(args, nargs, 2);
    if (!s || file_write_bytes((PyFile *)args[1], s->data, s->length) < 0)
        return NULL;
    /* Programs write to a file that nothing else refers to, and read it back
     * at once: reference counts would have closed it. */
    return op_call_method(args[1], str_intern("flush"), NULL, 0);
}

static Value f_load(Value self, const Value *args, Py_ssize nargs)
{
    FileUse use;
    Value v;

    if (!is_file(args[0]))
        return err_format(&exc_TypeError, "marshal.load() arg must be file");
    if (!file_begin((PyFile *)args[0], &use))
        return NULL;
    v = marshal_read(use.fp, (Span){"", 0});
    file_end((PyFile *)args[0], &use);
    return v;
}

static Value f_loads(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    if (type_of(args[0]) == &bytearray_type)
        return arg_type_error("loads", 1, "string or read-only buffer",
                              args[0]);
    if (!arg_bytes("loads", 1, args[0], &in))
        return NULL;
    return marshal_read(NULL, in);
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "marshal.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    return module_add(m, "version", tag_int(MARSHAL_VERSION));
}

const NativeModule native_module_marshal = {
    "marshal",
    "Python objects as bytes, in the format of CPython's compiled files.",
    functions, init};
