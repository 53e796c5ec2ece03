/* Module _codecs: the codecs of core/codecs.h one by one, each returning
 * (result, length consumed). */
#include "codecs.h"
#include "module.h"

#include "methods_declare.h"
#include "_codecs.def"
#include "methods_end.h"

static Value pair(void *result, int64_t consumed)
{
    return result ? (Value)tuple_pack(2, result, value_from_int(consumed))
                  : NULL;
}

/* The optional errors argument args[at]; None is left out. */
static bool errors_arg(const char *fname, const Value *args, Py_ssize nargs,
                       int at, const char **errors)
{
    *errors = NULL;
    return nargs <= at || args[at] == NONE ||
           (*errors = arg_name(fname, at + 1, args[at]));
}

static bool bool_arg(const Value *args, Py_ssize nargs, int at, bool *out)
{
    int64_t n;

    if (!arg_int(args, nargs, at, 0, &n))
        return false;
    *out = n != 0;
    return true;
}

/* --- registry ------------------------------------------------------------- */

static Value f_register(Value self, const Value *args, Py_ssize nargs)
{
    if (!type_of(args[0])->call)
        return err_format(&exc_TypeError, "argument must be callable");
    return codec_register(args[0]) < 0 ? NULL : NONE;
}

static Value f_lookup(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("lookup", 1, args[0]);

    return name ? codec_lookup(str_from_c(name)) : NULL;
}

static bool coding_args(const char *fname, const Value *args, Py_ssize nargs,
                        const char **encoding, const char **errors)
{
    *encoding = NULL;
    if (nargs > 1 && !(*encoding = arg_name(fname, 2, args[1])))
        return false;
    return errors_arg(fname, args, nargs, 2, errors);
}

static Value f_encode(Value self, const Value *args, Py_ssize nargs)
{
    const char *encoding, *errors;

    if (!coding_args("encode", args, nargs, &encoding, &errors))
        return NULL;
    return codec_encode(args[0], encoding, errors);
}

static Value f_decode(Value self, const Value *args, Py_ssize nargs)
{
    const char *encoding, *errors;

    if (!coding_args("decode", args, nargs, &encoding, &errors))
        return NULL;
    return codec_decode(args[0], encoding, errors);
}

static Value f_register_error(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("register_error", 1, args[0]);

    if (!name)
        return NULL;
    if (!type_of(args[1])->call)
        return err_format(&exc_TypeError, "handler must be callable");
    return codec_register_error(str_from_c(name), args[1]) < 0 ? NULL : NONE;
}

static Value f_lookup_error(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("lookup_error", 1, args[0]);

    return name ? codec_lookup_error(name) : NULL;
}

/* --- encoders and decoders ------------------------------------------------ */

#define ENCODER(name, expression)                                              \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        const char *errors;                                                    \
        PyUnicode *u;                                                          \
                                                                               \
        if (!errors_arg(#name, args, nargs, 1, &errors) ||                     \
            !(u = unicode_coerce(args[0])))                                    \
            return NULL;                                                       \
        return pair(expression, u->length);                                    \
    }
ENCODER(utf_8_encode, encode_utf8(u))
ENCODER(utf_7_encode, encode_utf7(u))
ENCODER(utf_16_le_encode, encode_utf16(u, -1))
ENCODER(utf_16_be_encode, encode_utf16(u, 1))
ENCODER(utf_32_le_encode, encode_utf32(u, -1))
ENCODER(utf_32_be_encode, encode_utf32(u, 1))
ENCODER(unicode_escape_encode, encode_unicode_escape(u))
ENCODER(raw_unicode_escape_encode, encode_raw_unicode_escape(u))
ENCODER(latin_1_encode, encode_latin1(u, errors))
ENCODER(ascii_encode, encode_ascii(u, errors))

static Value encode_ordered(const char *fname, const Value *args,
                            Py_ssize nargs, PyStr *(*encode)(PyUnicode *, int))
{
    const char *errors;
    PyUnicode *u;
    int64_t order;

    if (!errors_arg(fname, args, nargs, 1, &errors) ||
        !arg_int(args, nargs, 2, 0, &order) || !(u = unicode_coerce(args[0])))
        return NULL;
    return pair(encode(u, order < 0 ? -1 : order > 0), u->length);
}

static Value f_utf_16_encode(Value self, const Value *args, Py_ssize nargs)
{
    return encode_ordered("utf_16_encode", args, nargs, encode_utf16);
}

static Value f_utf_32_encode(Value self, const Value *args, Py_ssize nargs)
{
    return encode_ordered("utf_32_encode", args, nargs, encode_utf32);
}

/* Decoders of whole texts. */
#define DECODER(name, expression)                                              \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        const char *errors;                                                    \
        Span in;                                                               \
                                                                               \
        if (!arg_bytes(#name, 1, args[0], &in) ||                              \
            !errors_arg(#name, args, nargs, 1, &errors))                       \
            return NULL;                                                       \
        return pair(expression, in.length);                                    \
    }
DECODER(unicode_escape_decode, decode_unicode_escape(in, errors))
DECODER(raw_unicode_escape_decode, decode_raw_unicode_escape(in, errors))
DECODER(latin_1_decode, decode_latin1(in))
DECODER(ascii_decode, decode_ascii(in, errors))
DECODER(escape_decode, decode_string_escape(in, errors))

/* Decoders that can stop before an incomplete end: (data, errors, final). */
#define PARTIAL_DECODER(name, expression)                                      \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        const char *errors;                                                    \
        bool final;                                                            \
        int64_t consumed;                                                      \
        int64_t *stop;                                                         \
        Span in;                                                               \
        PyUnicode *u;                                                          \
                                                                               \
        if (!arg_bytes(#name, 1, args[0], &in) ||                              \
            !errors_arg(#name, args, nargs, 1, &errors) ||                     \
            !bool_arg(args, nargs, 2, &final))                                 \
            return NULL;                                                       \
        consumed = in.length;                                                  \
        stop = final ? NULL : &consumed;                                       \
        u = expression;                                                        \
        return pair(u, consumed);                                              \
    }
PARTIAL_DECODER(utf_8_decode, decode_utf8(in, errors, stop))
PARTIAL_DECODER(utf_7_decode, decode_utf7(in, errors, stop))
PARTIAL_DECODER(utf_16_decode, decode_utf16(in, errors, &(int){0}, stop))
PARTIAL_DECODER(utf_16_le_decode, decode_utf16(in, errors, &(int){-1}, stop))
PARTIAL_DECODER(utf_16_be_decode, decode_utf16(in, errors, &(int){1}, stop))
PARTIAL_DECODER(utf_32_decode, decode_utf32(in, errors, &(int){0}, stop))
PARTIAL_DECODER(utf_32_le_decode, decode_utf32(in, errors, &(int){-1}, stop))
PARTIAL_DECODER(utf_32_be_decode, decode_utf32(in, errors, &(int){1}, stop))

typedef PyUnicode *OrderedDecoder(Span in, const char *errors, int *order,
                                  int64_t *consumed);

/* (data, errors, byteorder, final) -> (text, consumed, byteorder) */
static Value decode_ordered(const char *fname, const Value *args,
                            Py_ssize nargs, OrderedDecoder *decode)
{
    const char *errors;
    int64_t order, consumed;
    bool final;
    int used;
    Span in;
    PyUnicode *u;

    if (!arg_bytes(fname, 1, args[0], &in) ||
        !errors_arg(fname, args, nargs, 1, &errors) ||
        !arg_int(args, nargs, 2, 0, &order) ||
        !bool_arg(args, nargs, 3, &final))
        return NULL;
    used = order < 0 ? -1 : order > 0;
    consumed = in.length;
    u = decode(in, errors, &used, final ? NULL : &consumed);
    return u ? (Value)tuple_pack(3, u, value_from_int(consumed), tag_int(used))
             : NULL;
}

static Value f_utf_16_ex_decode(Value self, const Value *args, Py_ssize nargs)
{
    return decode_ordered("utf_16_ex_decode", args, nargs, decode_utf16);
}

static Value f_utf_32_ex_decode(Value self, const Value *args, Py_ssize nargs)
{
    return decode_ordered("utf_32_ex_decode", args, nargs, decode_utf32);
}

/* --- the others ----------------------------------------------------------- */

static Value f_escape_encode(Value self, const Value *args, Py_ssize nargs)
{
    if (!is_str(args[0]))
        return arg_type_error("escape_encode", 1, "string", args[0]);
    return pair(encode_string_escape(str_span(args[0])),
                ((PyStr *)args[0])->length);
}

static Value f_unicode_internal_encode(Value self, const Value *args,
                                       Py_ssize nargs)
{
    Span in;

    if (is_unicode(args[0])) {
        PyUnicode *u = (PyUnicode *)args[0];

        return pair(encode_unicode_internal(u), u->length);
    }
    if (!arg_bytes("unicode_internal_encode", 1, args[0], &in))
        return NULL;
    return pair(str_from(in.data, in.length), in.length);
}

static Value f_unicode_internal_decode(Value self, const Value *args,
                                       Py_ssize nargs)
{
    const char *errors;
    Span in;

    if (!errors_arg("unicode_internal_decode", args, nargs, 1, &errors))
        return NULL;
    if (is_unicode(args[0]))
        return pair(args[0], ((PyUnicode *)args[0])->length);
    if (!arg_bytes("unicode_internal_decode", 1, args[0], &in))
        return NULL;
    return pair(decode_unicode_internal(in, errors), in.length);
}

static Value mapping_arg(const Value *args, Py_ssize nargs)
{
    return nargs > 2 && args[2] != NONE ? args[2] : NULL;
}

static Value f_charmap_encode(Value self, const Value *args, Py_ssize nargs)
{
    const char *errors;
    PyUnicode *u;

    if (!errors_arg("charmap_encode", args, nargs, 1, &errors) ||
        !(u = unicode_coerce(args[0])))
        return NULL;
    return pair(encode_charmap(u, mapping_arg(args, nargs), errors), u->length);
}

static Value f_charmap_decode(Value self, const Value *args, Py_ssize nargs)
{
    const char *errors;
    Span in;

    if (!arg_bytes("charmap_decode", 1, args[0], &in) ||
        !errors_arg("charmap_decode", args, nargs, 1, &errors))
        return NULL;
    return pair(decode_charmap(in, mapping_arg(args, nargs), errors),
                in.length);
}

static Value f_charmap_build(Value self, const Value *args, Py_ssize nargs)
{
    if (!is_unicode(args[0]))
        return arg_type_error("charmap_build", 1, "unicode", args[0]);
    return charmap_build((PyUnicode *)args[0]);
}

static Value f_readbuffer_encode(Value self, const Value *args, Py_ssize nargs)
{
    const char *errors;
    Buffer b;
    Span in;

    if (!errors_arg("readbuffer_encode", args, nargs, 1, &errors))
        return NULL;
    if (is_unicode(args[0])) {
        if (type_of(args[0])->get_buffer(args[0], &b) < 0)
            return NULL;
        in = (Span){b.data, b.length};
    } else if (!arg_bytes("readbuffer_encode", 1, args[0], &in)) {
        return NULL;
    }
    return pair(str_from(in.data, in.length), in.length);
}

static Value f_charbuffer_encode(Value self, const Value *args, Py_ssize nargs)
{
    const char *errors;
    Span in;

    if (!errors_arg("charbuffer_encode", args, nargs, 1, &errors) ||
        !arg_char_buffer(args[0], &in))
        return NULL;
    return pair(str_from(in.data, in.length), in.length);
}

/* --- East Asian encodings in pieces ----------------------------------------
 */

/* States of encodings that shift, as numbers; 0: the start. */
static int64_t state_number(ShiftState s)
{
    return s.g[0] | s.g[1] << 8 | s.g[2] << 16 |
           (int64_t)(s.shifted | s.escaped << 1) << 24;
}

static bool coder_args(Coder *c, const char *fname, const Value *args,
                       const char **errors, bool *final)
{
    const char *name = arg_name(fname, 1, args[0]);
    const Multibyte *m = name ? multibyte_find(name) : NULL;
    int64_t state;

    if (!name || !errors_arg(fname, args, 5, 2, errors) ||
        !arg_int(args, 5, 3, 0, &state) || !bool_arg(args, 5, 4, final))
        return false;
    if (!m) {
        err_format(&exc_LookupError, "unknown encoding: %.100s", name);
        return false;
    }
    if (!coder_start(c, m))
        return false;
    if (state)
        c->state =
            (ShiftState){{state & 255, state >> 8 & 255, state >> 16 & 255},
                         state >> 24 & 1,
                         state >> 25 & 1};
    return true;
}

static Value piece(const Coder *c, void *result, int64_t used)
{
    return result ? (Value)tuple_pack(3, result, value_from_int(used),
                                      value_from_int(state_number(c->state)))
                  : NULL;
}

static Value f_multibyte_encode(Value self, const Value *args, Py_ssize nargs)
{
    Coder c;
    const char *errors;
    bool final;
    int64_t used = 0;
    PyUnicode *u;

    if (!coder_args(&c, "multibyte_encode", args, &errors, &final) ||
        !(u = unicode_coerce(args[1])))
        return NULL;
    PyStr *text = multibyte_encode_some(&c, u, errors, final, &used);

    return piece(&c, text, used);
}

static Value f_multibyte_decode(Value self, const Value *args, Py_ssize nargs)
{
    Coder c;
    const char *errors;
    bool final;
    int64_t used = 0;
    Span in;

    if (!coder_args(&c, "multibyte_decode", args, &errors, &final) ||
        !arg_bytes("multibyte_decode", 2, args[1], &in))
        return NULL;
    PyUnicode *text = multibyte_decode_some(&c, in, errors, final, &used);

    return piece(&c, text, used);
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_codecs.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__codecs = {"_codecs", NULL, functions, NULL};
