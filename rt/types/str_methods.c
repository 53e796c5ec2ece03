/* str's methods: the ones bytearray has too come from bytes_methods.h, with
 * calls that involve unicode arguments handed over to unicode's methods. */
#include "str_type.h"

#include "codecs.h"

#define B_IS_STR true
#define B_SPAN(self) str_span(self)
#define B_RAW(length) ((Value)str_new(length))
#define B_NEW(data, length) ((Value)str_shared(data, length, SHARE_piece))
#define B_CASE(data, length) cased(data, length)
#define B_SAME(self) same_text(self)
#define B_ARG(v, span) arg_char_buffer(v, span)
#define B_SEPARATOR(v, span) B_ARG(v, span)
#define B_NOT_FOUND "substring not found"
#define B_REDIRECT(self, name, args, nargs)                                    \
    if (any_unicode(args, nargs))                                              \
    return call_unicode(self, name, args, nargs)

/* Strs of one byte that are shared are interned; CPython's are not here, as
 * marshal shows. */
static Value cased(const char *data, int64_t length)
{
    PyStr *s;

    if (length != 1)
        return (Value)str_shared(data, length, SHARE_case);
    s = str_new(1);
    if (s)
        s->data[0] = data[0];
    return (Value)s;
}

static Value same_text(Value self)
{
    if (is_exact_str(self))
        return self;
    return (Value)str_from(((PyStr *)self)->data, ((PyStr *)self)->length);
}

static bool any_unicode(const Value *args, Py_ssize nargs)
{
    return (nargs > 0 && is_unicode(args[0])) ||
           (nargs > 1 && is_unicode(args[1]));
}

static Value call_unicode(Value self, const char *name, const Value *args,
                          Py_ssize nargs)
{
    PyUnicode *u = unicode_coerce(self);

    return u ? op_call_method((Value)u, str_intern(name), args, nargs) : NULL;
}

#include "methods_declare.h"
#include "str.def"
#include "methods_end.h"

#include "bytes_methods.h"

/* --- strip, translate ----------------------------------------------------- */

static Value strip(Value self, const Value *args, Py_ssize nargs, int sides)
{
    static const char spaces[] = " \t\n\r\f\v";
    static const char *const names[] = {"", "lstrip", "rstrip", "strip"};

    if (nargs == 0 || args[0] == NONE)
        return strip_chars(self, spaces, 6, sides);
    if (is_str(args[0])) {
        Span set = str_span(args[0]);

        return strip_chars(self, set.data, set.length, sides);
    }
    if (is_unicode(args[0]))
        return call_unicode(self, names[sides], args, nargs);
    return err_format(&exc_TypeError, "%s arg must be None, str or unicode",
                      names[sides]);
}

static Value m_strip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}

static Value m_lstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT);
}

static Value m_rstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_RIGHT);
}

static Value m_translate(Value self, const Value *args, Py_ssize nargs)
{
    Span table = {NULL, 256}, drop = {"", 0};

    if (is_unicode(args[0])) {
        if (nargs > 1)
            return err_format(&exc_TypeError,
                              "deletions are implemented differently for "
                              "unicode");
        return call_unicode(self, "translate", args, 1);
    }
    if (args[0] != NONE && !arg_char_buffer(args[0], &table))
        return NULL;
    if (table.length != 256)
        return err_format(&exc_ValueError,
                          "translation table must be 256 characters long");
    if (nargs > 1) {
        if (is_unicode(args[1]))
            return err_format(&exc_TypeError,
                              "deletions are implemented differently for "
                              "unicode");
        if (!arg_char_buffer(args[1], &drop))
            return NULL;
    }
    return translate_bytes(self, table.data, drop);
}

/* --- join ----------------------------------------------------------------- */

/* The items of any iterable as an array that nobody else changes. */
static const Value *join_items(Value iterable, int64_t *count)
{
    PyTuple *t;
    Value it;

    if (!rt_threaded && type_of(iterable) == &list_type) {
        ListStore *s = atomic_load(&((PyList *)iterable)->store);

        *count = s ? s->length : 0;
        return s ? s->items : (const Value *)&s->items;
    }
    /* A subclass may have an __iter__ of its own. */
    if (type_of(iterable) != &tuple_type && type_of(iterable) != &list_type) {
        it = op_iter(iterable);
        if (!it)
            return err_matches(&exc_TypeError)
                       ? err_format(&exc_TypeError, "can only join an iterable")
                       : NULL;
        t = op_tuple(it);
    } else {
        t = op_tuple(iterable);
    }
    if (!t)
        return NULL;
    *count = t->length;
    return t->items;
}

/* Bytes of the joined text; -1 with an exception; -2: there is a unicode. */
static int64_t joined_length(Span sep, const Value *items, int64_t count)
{
    int64_t total = 0;

    for (int64_t i = 0; i < count; i++) {
        Value v = items[i];

        if (!is_str(v)) {
            if (is_unicode(v))
                return -2;
            err_format(&exc_TypeError,
                       "sequence item %ld: expected string, %.80s found",
                       (long)i, type_name_of(v));
            return -1;
        }
        if (__builtin_add_overflow(total, ((PyStr *)v)->length, &total) ||
            (i > 0 && __builtin_add_overflow(total, sep.length, &total))) {
            err_format(&exc_OverflowError,
                       "join() result is too long for a Python string");
            return -1;
        }
    }
    return total;
}

static void join_into(char *p, Span sep, const Value *items, int64_t count)
{
    for (int64_t i = 0; i < count; i++) {
        Span item = str_span(items[i]);

        if (i > 0) {
            copy_text(p, sep.data, sep.length);
            p += sep.length;
        }
        copy_text(p, item.data, item.length);
        p += item.length;
    }
}

static Value join_short(Span sep, const Value *items, int64_t count,
                        int64_t total)
{
    char text[SHARE_LONGEST];

    join_into(text, sep, items, count);
    return (Value)str_shared(text, total, SHARE_join);
}

static Value m_join(Value self, const Value *args, Py_ssize nargs)
{
    Span sep = str_span(self);
    int64_t count, total;
    const Value *items = join_items(args[0], &count);
    PyStr *r;

    if (!items)
        return NULL;
    if (count == 0)
        return (Value)str_empty();
    if (count == 1 && (is_exact_str(items[0]) || is_exact_unicode(items[0])))
        return items[0];
    total = joined_length(sep, items, count);
    if (total == -2) {
        PyTuple *t = tuple_new(count);
        Value all = (Value)t;

        for (int64_t i = 0; t && i < count; i++)
            tuple_init_item(t, i, items[i]);
        return t ? call_unicode(self, "join", &all, 1) : NULL;
    }
    if (total < 0)
        return NULL;
    if (total <= SHARE_LONGEST)
        return join_short(sep, items, count, total);
    r = str_new(total);
    if (r)
        join_into(r->data, sep, items, count);
    return (Value)r;
}

/* --- codecs, formatting --------------------------------------------------- */

bool codec_args(const char *fname, const Value *args, Py_ssize nargs,
                PyTuple *kwnames, const char **encoding, const char **errors)
{
    static const char *const names[] = {"encoding", "errors"};
    Value v[2];

    *encoding = *errors = NULL;
    if (args_parse(fname, args, nargs, kwnames, names, 0, 2, v) < 0)
        return false;
    return (!v[0] || (*encoding = arg_name(fname, 1, v[0]))) &&
           (!v[1] || (*errors = arg_name(fname, 2, v[1])));
}

Value codec_method_result(Value v, const char *who)
{
    if (v && !has_type_flag(v, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "%s did not return a string/unicode object "
                          "(type=%.400s)",
                          who, type_name_of(v));
    return v;
}

static Value m_decode(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    const char *encoding, *errors;

    if (!codec_args("decode", args, nargs, kwnames, &encoding, &errors))
        return NULL;
    return codec_method_result(codec_decode(self, encoding, errors), "decoder");
}

static Value m_encode(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    const char *encoding, *errors;

    if (!codec_args("encode", args, nargs, kwnames, &encoding, &errors))
        return NULL;
    return codec_method_result(codec_encode(self, encoding, errors), "encoder");
}

static Value m_format(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return text_format(self, args, nargs, kwnames);
}

static Value m_dunder_format(Value self, const Value *args, Py_ssize nargs)
{
    return text_dunder_format(self, args[0]);
}

static Value m_formatter_parser(Value self, const Value *args, Py_ssize nargs)
{
    return text_formatter_parser(self);
}

static Value m_field_name_split(Value self, const Value *args, Py_ssize nargs)
{
    return text_field_name_split(self);
}

static Value m_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *s = (PyStr *)self;

    return (Value)tuple_pack(1, str_from(s->data, s->length));
}

static Value m_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(37 + ((PyStr *)self)->length);
}

const NativeDef str_methods[] = {
#include "methods_table.h"
#include "str.def"
#include "methods_end.h"
    {0}};
