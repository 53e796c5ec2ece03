/* The codec registry and the codecs that need no registry.
 *
 * encode() and decode() look in the table of C codecs first, by normalised
 * name, so that a program without the encodings package has the common ones.
 * All else is asked of the registered search functions; the first one is
 * that of the encodings package, if the program contains it. */
#include "codecs.h"

#include "bytes_codecs.h"
#include "layout.h"
#include "module.h"
#include "names.h"

#include "charsets/name_list.h"

#include <stdio.h>

/* --- C codecs ------------------------------------------------------------- */

typedef Value CodecFn(Value v, const char *errors);

typedef struct CCodec {
    const char *names; /* space-separated, normalised */
    CodecFn *encode, *decode;
} CCodec;

/* Bytes to decode: any buffer, unicode through ascii. */
static bool input(Value v, Span *in)
{
    return arg_bytes("decode", 1, v, in);
}

#define UNICODE_CODEC(name, encoded, decoded)                                  \
    static Value name##_encode(Value v, const char *errors)                    \
    {                                                                          \
        PyUnicode *u = unicode_coerce(v);                                      \
                                                                               \
        return u ? (Value)encoded : NULL;                                      \
    }                                                                          \
    static Value name##_decode(Value v, const char *errors)                    \
    {                                                                          \
        int order = 0;                                                         \
        Span in;                                                               \
                                                                               \
        (void)order;                                                           \
        return input(v, &in) ? (Value)decoded : NULL;                          \
    }
#define BYTES_CODEC(name, encoded, decoded)                                    \
    static Value name##_encode(Value v, const char *errors)                    \
    {                                                                          \
        Span in;                                                               \
                                                                               \
        return input(v, &in) ? (Value)encoded : NULL;                          \
    }                                                                          \
    static Value name##_decode(Value v, const char *errors)                    \
    {                                                                          \
        Span in;                                                               \
                                                                               \
        return input(v, &in) ? (Value)decoded : NULL;                          \
    }

static PyUnicode *decode_utf16_as(Span in, const char *errors, int order)
{
    return decode_utf16(in, errors, &order, NULL);
}

static PyUnicode *decode_utf32_as(Span in, const char *errors, int order)
{
    return decode_utf32(in, errors, &order, NULL);
}

static PyStr *encode_utf8_sig(PyUnicode *u)
{
    PyStr *mark = str_from("\xef\xbb\xbf", 3), *s = encode_utf8(u);

    return s ? str_concat(mark, s) : NULL;
}

static PyUnicode *decode_utf8_sig(Span in, const char *errors)
{
    if (in.length >= 3 && memcmp(in.data, "\xef\xbb\xbf", 3) == 0)
        in = (Span){in.data + 3, in.length - 3};
    return decode_utf8(in, errors, NULL);
}

UNICODE_CODEC(ascii, encode_ascii(u, errors), decode_ascii(in, errors))
UNICODE_CODEC(latin1, encode_latin1(u, errors), decode_latin1(in))
UNICODE_CODEC(utf8, encode_utf8(u), decode_utf8(in, errors, NULL))
UNICODE_CODEC(utf8_sig, encode_utf8_sig(u), decode_utf8_sig(in, errors))
UNICODE_CODEC(utf7, encode_utf7(u), decode_utf7(in, errors, NULL))
UNICODE_CODEC(utf16, encode_utf16(u, 0), decode_utf16_as(in, errors, order))
UNICODE_CODEC(utf16le, encode_utf16(u, -1), decode_utf16_as(in, errors, -1))
UNICODE_CODEC(utf16be, encode_utf16(u, 1), decode_utf16_as(in, errors, 1))
UNICODE_CODEC(utf32, encode_utf32(u, 0), decode_utf32_as(in, errors, order))
UNICODE_CODEC(utf32le, encode_utf32(u, -1), decode_utf32_as(in, errors, -1))
UNICODE_CODEC(utf32be, encode_utf32(u, 1), decode_utf32_as(in, errors, 1))
UNICODE_CODEC(unicode_escape, encode_unicode_escape(u),
              decode_unicode_escape(in, errors))
UNICODE_CODEC(raw_unicode_escape, encode_raw_unicode_escape(u),
              decode_raw_unicode_escape(in, errors))
UNICODE_CODEC(unicode_internal, encode_unicode_internal(u),
              decode_unicode_internal(in, errors))
BYTES_CODEC(hex, bytes_to_hex(in), bytes_from_hex(in))
BYTES_CODEC(base64, bytes_to_base64_lines(in), bytes_from_base64(in))

static Value string_escape_encode(Value v, const char *errors)
{
    if (!is_str(v))
        return err_format(
            &exc_TypeError,
            "escape_encode() argument 1 must be string, not %.50s",
            v == NONE ? "None" : type_name_of(v));
    return (Value)encode_string_escape(str_span(v));
}

static Value string_escape_decode(Value v, const char *errors)
{
    Span in;

    return input(v, &in) ? (Value)decode_string_escape(in, errors) : NULL;
}

/* The 256 characters and what the codec makes of them. */
static PyUnicode *rot13_table(void)
{
    unsigned char all[256];
    PyStr *s;

    for (int i = 0; i < 256; i++)
        all[i] = (unsigned char)i;
    s = bytes_rot13((Span){(char *)all, 256});
    return s ? decode_latin1(str_span((Value)s)) : NULL;
}

static Value rot13_encode(Value v, const char *errors)
{
    PyUnicode *u = unicode_coerce(v), *table = u ? rot13_table() : NULL;
    Value mapping = table ? charmap_build(table) : NULL;

    return mapping ? (Value)encode_charmap(u, mapping, errors) : NULL;
}

static Value rot13_decode(Value v, const char *errors)
{
    Span in;
    PyUnicode *table = input(v, &in) ? rot13_table() : NULL;

    return table ? (Value)decode_charmap(in, (Value)table, errors) : NULL;
}

static const CCodec c_codecs[] = {
#define CODEC(id, names) {names, id##_encode, id##_decode},
#include "c_codecs.def"
    {NULL, NULL, NULL}};

/* A codec in C. */
typedef struct Found {
    const CCodec *codec;
    const Charmap *charmap;     /* or NULL */
    const Multibyte *multibyte; /* or NULL */
} Found;

static bool find_c_codec(const char *encoding, Found *f)
{
    char name[NAME_ROOM];

    name_normalise(encoding, strlen(encoding), name);
    f->charmap = NULL;
    f->multibyte = NULL;
    for (f->codec = c_codecs; f->codec->names; f->codec++)
        if (name_list_has(f->codec->names, name))
            return true;
    f->charmap = charmap_find(name);
    f->multibyte = f->charmap ? NULL : multibyte_find(name);
    return f->charmap || f->multibyte;
}

static Value found_encode(const Found *f, Value v, const char *errors)
{
    PyUnicode *u;

    if (!f->charmap && !f->multibyte)
        return f->codec->encode(v, errors);
    u = unicode_coerce(v);
    if (u && f->multibyte)
        return (Value)multibyte_encode(f->multibyte, u, errors);
    return u ? (Value)charmap_encode(f->charmap, u, errors) : NULL;
}

static Value found_decode(const Found *f, Value v, const char *errors)
{
    Span in;

    if (!f->charmap && !f->multibyte)
        return f->codec->decode(v, errors);
    if (!input(v, &in))
        return NULL;
    if (f->multibyte)
        return (Value)multibyte_decode(f->multibyte, in, errors);
    return (Value)charmap_decode(f->charmap, in, errors);
}

/* --- the registry --------------------------------------------------------- */

static struct {
    Lock lock;
    PyList *_Atomic search; /* functions */
    PyDict *cache;          /* normalised name -> tuple */
    PyDict *errors;         /* name -> handler */
} registry;

/* Makes the tables on first use; the encodings package registers itself. */
static int registry_init(void)
{
    PyList *made = NULL;

    if (atomic_load_explicit(&registry.search, memory_order_acquire))
        return 0;
    lock_acquire(&registry.lock);
    if (!atomic_load(&registry.search)) {
        registry.cache = dict_new();
        made = list_new(0);
        atomic_store_explicit(&registry.search, made, memory_order_release);
    }
    lock_release(&registry.lock);
    if (!made || import_module(str_intern("encodings"), NULL, NONE, 0))
        return 0;
    if (!err_matches(&exc_ImportError))
        return -1;
    err_clear();
    return 0;
}

int codec_register(Value search_function)
{
    if (registry_init() < 0)
        return -1;
    return list_append(atomic_load(&registry.search), search_function);
}

/* A callable of the C codec named by `self`: (object[, errors]). */
static Value c_codec_call(Value self, const Value *args, Py_ssize nargs,
                          bool encode)
{
    const char *errors = NULL;
    Found c;
    Value r;
    Py_ssize n;

    if (nargs > 1 &&
        !(errors = arg_name(encode ? "encode" : "decode", 2, args[1])))
        return NULL;
    find_c_codec(((PyStr *)self)->data, &c);
    r = (encode ? found_encode : found_decode)(&c, args[0], errors);
    if (!r)
        return NULL;
    n = op_length(args[0]);
    return n < 0 ? NULL : (Value)tuple_pack(2, r, value_from_int(n));
}

static Value c_codec_encode(Value self, const Value *args, Py_ssize nargs)
{
    return c_codec_call(self, args, nargs, true);
}

static Value c_codec_decode(Value self, const Value *args, Py_ssize nargs)
{
    return c_codec_call(self, args, nargs, false);
}

static Value native_value(const NativeDef *def, Value self)
{
    PyNativeFunction *f = gc_new(&native_function_type, sizeof *f);

    f->def = def;
    f->self = self;
    return (Value)f;
}

static Value c_codec_tuple(PyStr *name)
{
    static const NativeDef encode_def = {"encode", c_codec_encode, 1, 2,
                                         ARITY_parse};
    static const NativeDef decode_def = {"decode", c_codec_decode, 1, 2,
                                         ARITY_parse};

    return (Value)tuple_pack(4, native_value(&encode_def, (Value)name),
                             native_value(&decode_def, (Value)name), NONE,
                             NONE);
}

static PyStr *registry_key(PyStr *encoding)
{
    PyStr *key = str_new(encoding->length);

    for (int64_t i = 0; key && i < encoding->length; i++) {
        char c = encoding->data[i];

        key->data[i] = c == ' ' ? '-' : ascii_lower((unsigned char)c);
    }
    return key;
}

/* Asks the search functions; NONE when no one knows the name. */
static Value search(PyStr *key)
{
    PyList *functions = atomic_load(&registry.search);
    Value arg = (Value)key;

    for (Py_ssize i = 0; i < list_length(functions); i++) {
        Value f = list_get(functions, i),
              r = f ? op_call(f, &arg, 1, NULL) : NULL;

        if (!r)
            return NULL;
        if (r == NONE)
            continue;
        if (!has_type_flag(r, TYPE_TUPLE) || ((PyTuple *)r)->length != 4)
            return err_format(&exc_TypeError,
                              "codec search functions must return 4-tuples");
        return r;
    }
    return NONE;
}

Value codec_lookup(PyStr *encoding)
{
    Found c;
    PyStr *key;
    Value found;

    if (registry_init() < 0 || !(key = registry_key(encoding)))
        return NULL;
    found = dict_get_str_or_null(registry.cache, key);
    if (found)
        return found;
    found = search(key);
    if (!found)
        return NULL;
    if (found == NONE) {
        if (!find_c_codec(encoding->data, &c))
            return err_format(&exc_LookupError, "unknown encoding: %s",
                              encoding->data);
        found = c_codec_tuple(key);
    }
    return dict_set_str(registry.cache, key, found) < 0 ? NULL : found;
}

static Value call_codec(Value v, const char *encoding, const char *errors,
                        int which)
{
    Value codec = codec_lookup(str_from_c(encoding)), args[2] = {v}, r;

    if (!codec)
        return NULL;
    if (errors)
        args[1] = (Value)str_from_c(errors);
    r = op_call(((PyTuple *)codec)->items[which], args, errors ? 2 : 1, NULL);
    if (!r)
        return NULL;
    if (!has_type_flag(r, TYPE_TUPLE) || ((PyTuple *)r)->length != 2)
        return err_format(&exc_TypeError, which ? "decoder must return a tuple "
                                                  "(object,integer)"
                                                : "encoder must return a tuple "
                                                  "(object,integer)");
    return ((PyTuple *)r)->items[0];
}

Value codec_encode(Value v, const char *encoding, const char *errors)
{
    Found c;

    if (find_c_codec(encoding ? encoding : rt_default_encoding, &c))
        return found_encode(&c, v, errors);
    return call_codec(v, encoding ? encoding : rt_default_encoding, errors, 0);
}

Value codec_decode(Value v, const char *encoding, const char *errors)
{
    Found c;

    if (find_c_codec(encoding ? encoding : rt_default_encoding, &c))
        return found_decode(&c, v, errors);
    return call_codec(v, encoding ? encoding : rt_default_encoding, errors, 1);
}

/* --- the exceptions ------------------------------------------------------- */

static Value error_instance(PyType *exc, const char *encoding, Value object,
                            int64_t start, int64_t end, const char *reason)
{
    Value args[] = {(Value)str_from_c(encoding), object, value_from_int(start),
                    value_from_int(end), (Value)str_from_c(reason)};

    return op_call((Value)exc, args, 5, NULL);
}

static void *raise_instance(Value exc)
{
    if (exc)
        err_raise((Value)type_of(exc), exc, NULL);
    return NULL;
}

void *codec_encode_error(const char *encoding, PyUnicode *u, int64_t start,
                         int64_t end, const char *reason)
{
    return raise_instance(error_instance(&exc_UnicodeEncodeError, encoding,
                                         (Value)u, start, end, reason));
}

void *codec_decode_error(const char *encoding, Span in, int64_t start,
                         int64_t end, const char *reason)
{
    return raise_instance(error_instance(&exc_UnicodeDecodeError, encoding,
                                         (Value)str_from(in.data, in.length),
                                         start, end, reason));
}

/* --- predefined handlers -------------------------------------------------- */

static bool error_range(Value exc, int64_t *start, int64_t *end)
{
    Value a = op_getattr(exc, str_intern("start")),
          b = a ? op_getattr(exc, str_intern("end")) : NULL;

    if (!b)
        return false;
    *start = value_as_int64(a);
    *end = value_as_int64(b);
    return !err_pending();
}

/* The range within the exception's unicode object, clipped. */
static PyUnicode *error_text(Value exc, int64_t *start, int64_t *end)
{
    Value object = op_getattr(exc, str_intern("object"));
    PyUnicode *u;

    if (!object || !error_range(exc, start, end))
        return NULL;
    if (!is_unicode(object))
        return err_format(&exc_TypeError, "object attribute must be unicode");
    u = (PyUnicode *)object;
    if (*start < 0)
        *start = 0;
    if (*start >= u->length)
        *start = u->length ? u->length - 1 : 0;
    if (*end < 1)
        *end = 1;
    if (*end > u->length)
        *end = u->length;
    return u;
}

static void *wrong_exception(Value exc)
{
    const char *name = type_name_of(exc), *dot = strrchr(name, '.');

    return err_format(&exc_TypeError,
                      "don't know how to handle %.200s in error callback",
                      dot ? dot + 1 : name);
}

static bool is_error(Value exc, PyType *type)
{
    return type_is_subtype(type_of(exc), type);
}

/* The range within the exception's str object, clipped. */
static bool error_bytes(Value exc, int64_t *start, int64_t *end)
{
    Value object = op_getattr(exc, str_intern("object"));
    int64_t length;

    if (!object || !error_range(exc, start, end))
        return false;
    if (!is_str(object)) {
        err_format(&exc_TypeError, "object attribute must be str");
        return false;
    }
    length = ((PyStr *)object)->length;
    if (*end < 1)
        *end = 1;
    if (*end > length)
        *end = length;
    return true;
}

static Value strict_errors(Value self, const Value *args, Py_ssize nargs)
{
    if (!is_exception_instance(args[0]))
        return err_format(&exc_TypeError, "codec must pass exception instance");
    return raise_instance(args[0]);
}

static Value handled(PyUnicode *text, int64_t end)
{
    return text ? (Value)tuple_pack(2, text, value_from_int(end)) : NULL;
}

static Value ignore_errors(Value self, const Value *args, Py_ssize nargs)
{
    int64_t start, end;

    if (!is_error(args[0], &exc_UnicodeError) ||
        (!is_error(args[0], &exc_UnicodeEncodeError) &&
         !is_error(args[0], &exc_UnicodeDecodeError) &&
         !is_error(args[0], &exc_UnicodeTranslateError)))
        return wrong_exception(args[0]);
    if (is_error(args[0], &exc_UnicodeDecodeError)
            ? !error_bytes(args[0], &start, &end)
            : !error_text(args[0], &start, &end))
        return NULL;
    return handled(unicode_empty(), end);
}

static PyUnicode *repeated(uint32_t c, int64_t n)
{
    return n <= 0 ? unicode_empty()
                  : (PyUnicode *)unicode_type.repeat((Value)unicode_char(c), n);
}

static Value replace_errors(Value self, const Value *args, Py_ssize nargs)
{
    int64_t start, end;

    if (is_error(args[0], &exc_UnicodeDecodeError)) {
        if (!error_bytes(args[0], &start, &end))
            return NULL;
        return handled(unicode_char(0xfffd), end);
    }
    if (!is_error(args[0], &exc_UnicodeEncodeError) &&
        !is_error(args[0], &exc_UnicodeTranslateError))
        return wrong_exception(args[0]);
    if (!error_text(args[0], &start, &end))
        return NULL;
    return handled(
        repeated(is_error(args[0], &exc_UnicodeEncodeError) ? '?' : 0xfffd,
                 end - start),
        end);
}

typedef int EscapeChar(UniBuilder *b, uint32_t c);

static int put_text(UniBuilder *b, const char *fmt, uint32_t c)
{
    char text[16];
    int n = snprintf(text, sizeof text, fmt, c);

    return ub_add_bytes(b, text, n);
}

static int xml_reference(UniBuilder *b, uint32_t c)
{
    return put_text(b, "&#%u;", c);
}

static int backslash_escape(UniBuilder *b, uint32_t c)
{
    return put_text(b,
                    c >= 0x10000 ? "\\U%08x"
                    : c >= 0x100 ? "\\u%04x"
                                 : "\\x%02x",
                    c);
}

static PyUnicode *escaped(PyUnicode *u, int64_t start, int64_t end,
                          EscapeChar *escape)
{
    UniBuilder b = {0};

    for (int64_t i = start; i < end; i++)
        if (escape(&b, unicode_at(u, i)) < 0)
            return NULL;
    return ub_finish(&b);
}

static Value escape_errors(Value exc, EscapeChar *escape)
{
    int64_t start, end;
    PyUnicode *u;

    if (!is_error(exc, &exc_UnicodeEncodeError))
        return wrong_exception(exc);
    u = error_text(exc, &start, &end);
    return u ? handled(escaped(u, start, end, escape), end) : NULL;
}

static Value xmlcharrefreplace_errors(Value self, const Value *args,
                                      Py_ssize nargs)
{
    return escape_errors(args[0], xml_reference);
}

static Value backslashreplace_errors(Value self, const Value *args,
                                     Py_ssize nargs)
{
    return escape_errors(args[0], backslash_escape);
}

static PyDict *error_handlers(void)
{
    static const NativeDef defs[] = {
        {"strict_errors", strict_errors, 1, 1, ARITY_one},
        {"ignore_errors", ignore_errors, 1, 1, ARITY_one},
        {"replace_errors", replace_errors, 1, 1, ARITY_one},
        {"xmlcharrefreplace_errors", xmlcharrefreplace_errors, 1, 1, ARITY_one},
        {"backslashreplace_errors", backslashreplace_errors, 1, 1, ARITY_one}};

    lock_acquire(&registry.lock);
    if (!registry.errors) {
        PyDict *d = dict_new();

        for (size_t i = 0; i < sizeof defs / sizeof defs[0]; i++) {
            PyStr *name =
                str_from(defs[i].name, (Py_ssize)strlen(defs[i].name) - 7);

            if (dict_set_str(d, name, native_value(&defs[i], NULL)) < 0)
                err_clear();
        }
        registry.errors = d;
    }
    lock_release(&registry.lock);
    return registry.errors;
}

int codec_register_error(PyStr *name, Value handler)
{
    return dict_set_str(error_handlers(), name, handler);
}

Value codec_lookup_error(const char *name)
{
    Value handler = dict_get_str_or_null(error_handlers(),
                                         str_from_c(name ? name : "strict"));

    if (!handler)
        return err_format(&exc_LookupError,
                          "unknown error handler name '%.400s'", name);
    return handler;
}

/* --- errors while coding -------------------------------------------------- */

typedef enum Handling {
    HANDLE_strict,
    HANDLE_ignore,
    HANDLE_replace,
    HANDLE_xml,
    HANDLE_backslash,
    HANDLE_call
} Handling;

static Handling handling(const char *errors)
{
    static const char *const names[] = {
        "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"};

    if (!errors)
        return HANDLE_strict;
    for (int i = 0; i < 5; i++)
        if (strcmp(errors, names[i]) == 0)
            return (Handling)i;
    return HANDLE_call;
}

/* Calls the handler: its text, and the position to go on from. */
static PyUnicode *call_handler(Value *handler, const char *errors, Value exc,
                               int64_t length, const char *what, int64_t *at)
{
    PyTuple *r;

    if (!exc || (!*handler && !(*handler = codec_lookup_error(errors))))
        return NULL;
    r = (PyTuple *)op_call(*handler, &exc, 1, NULL);
    if (!r)
        return NULL;
    if (!has_type_flag((Value)r, TYPE_TUPLE) || r->length != 2 ||
        !is_unicode(r->items[0]) ||
        !has_type_flag(r->items[1], TYPE_INT | TYPE_LONG))
        return err_format(&exc_TypeError,
                          "%s error handler must return (unicode, int) tuple",
                          what);
    *at = value_as_int64(r->items[1]);
    if (*at == -1 && err_pending())
        return NULL;
    if (*at < 0)
        *at += length;
    if (*at < 0 || *at > length)
        return err_format(&exc_IndexError,
                          "position %ld from error handler out of bounds",
                          (long)*at);
    return (PyUnicode *)r->items[0];
}

int decoding_error(Decoding *d, int64_t start, int64_t end, const char *reason)
{
    PyUnicode *text;

    switch (handling(d->errors)) {
    case HANDLE_strict:
        codec_decode_error(d->encoding, d->in, start, end, reason);
        return -1;
    case HANDLE_ignore:
        d->at = end;
        return 0;
    case HANDLE_replace:
        d->at = end;
        return ub_putc(&d->out, 0xfffd);
    default:
        break;
    }
    text =
        call_handler(&d->handler, d->errors,
                     error_instance(&exc_UnicodeDecodeError, d->encoding,
                                    (Value)str_from(d->in.data, d->in.length),
                                    start, end, reason),
                     d->in.length, "decoding", &d->at);
    return text ? ub_add(&d->out, text, 0, text->length) : -1;
}

PyUnicode *encoding_error(Encoding *e, int64_t start, int64_t end,
                          const char *reason)
{
    e->at = end;
    switch (handling(e->errors)) {
    case HANDLE_strict:
        return codec_encode_error(e->encoding, e->in, start, end, reason);
    case HANDLE_ignore:
        return unicode_empty();
    case HANDLE_replace:
        return repeated('?', end - start);
    case HANDLE_xml:
        return escaped(e->in, start, end, xml_reference);
    case HANDLE_backslash:
        return escaped(e->in, start, end, backslash_escape);
    default:
        return call_handler(&e->handler, e->errors,
                            error_instance(&exc_UnicodeEncodeError, e->encoding,
                                           (Value)e->in, start, end, reason),
                            e->in->length, "encoding", &e->at);
    }
}
