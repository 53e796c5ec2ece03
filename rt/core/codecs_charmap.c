/* Codecs driven by a mapping, and unicode.translate. */
#include "codecs.h"

#include "layout.h"

/* A mapping object, or the table of an 8-bit encoding. */
typedef struct Mapping {
    Value object; /* NULL: table */
    const Charmap *table;
} Mapping;

/* mapping[index]; NONE also for a missing key. */
static Value map_index(Value mapping, int64_t index)
{
    Value v = op_getitem(mapping, value_from_int(index));

    if (v || !err_matches(&exc_LookupError))
        return v;
    err_clear();
    return NONE;
}

/* --- decoding ------------------------------------------------------------- */

/* Puts what a mapping gives for one byte: 1 undefined, 0 done, -1. */
static int put_mapped(UniBuilder *out, Value v)
{
    int64_t c;

    if (v == NONE)
        return 1;
    if (is_unicode(v)) {
        PyUnicode *u = (PyUnicode *)v;

        if (u->length == 1 && unicode_at(u, 0) == 0xfffe)
            return 1;
        return ub_add(out, u, 0, u->length);
    }
    if (!has_type_flag(v, TYPE_INT)) {
        err_format(&exc_TypeError,
                   "character mapping must return integer, None or unicode");
        return -1;
    }
    c = int_value(v);
    if (c == 0xfffe)
        return 1;
    if (c < 0 || c > 0x10ffff) {
        err_format(&exc_TypeError, "character mapping must be in range(0x%lx)",
                   0x110000L);
        return -1;
    }
    return ub_putc(out, (uint32_t)c);
}

PyUnicode *decode_charmap(Span in, Value mapping, const char *errors)
{
    Decoding d = {"charmap", in, errors};
    PyUnicode *table =
        mapping && is_unicode(mapping) ? (PyUnicode *)mapping : NULL;

    if (!mapping)
        return decode_latin1(in);
    while (d.at < in.length) {
        unsigned char byte = (unsigned char)in.data[d.at];
        int status;

        if (table) {
            uint32_t c =
                byte < table->length ? unicode_at(table, byte) : 0xfffe;

            status = c == 0xfffe ? 1 : ub_putc(&d.out, c);
        } else {
            Value v = map_index(mapping, byte);

            status = v ? put_mapped(&d.out, v) : -1;
        }
        if (status > 0)
            status = decoding_error(&d, d.at, d.at + 1,
                                    "character maps to <undefined>");
        else
            d.at++;
        if (status < 0)
            return NULL;
    }
    return ub_finish(&d.out);
}

/* --- encoding ------------------------------------------------------------- */

/* Puts what a mapping object gave for a character. */
static int put_value(StrBuilder *out, Value v)
{
    if (!v)
        return -1;
    if (v == NONE)
        return 1;
    if (is_str(v)) {
        PyStr *s = (PyStr *)v;

        return out ? sb_add(out, s->data, s->length) : 0;
    }
    if (!has_type_flag(v, TYPE_INT)) {
        err_format(&exc_TypeError,
                   "character mapping must return integer, None or str");
        return -1;
    }
    if (int_value(v) < 0 || int_value(v) > 255) {
        err_format(&exc_TypeError, "character mapping must be in range(256)");
        return -1;
    }
    return out ? sb_putc(out, (char)int_value(v)) : 0;
}

/* Puts the bytes for c (out NULL: only asks): 1 undefined, 0 done, -1. */
static int put_encoded(StrBuilder *out, const Mapping *m, uint32_t c)
{
    int byte;

    if (m->object)
        return put_value(out, map_index(m->object, c));
    byte = charmap_byte(m->table, c);
    if (byte < 0)
        return 1;
    return out ? sb_putc(out, (char)byte) : 0;
}

/* Deals with u[e->at] and the undefined characters behind it. */
static int encode_undefined(Encoding *e, StrBuilder *out, const Mapping *m)
{
    static const char reason[] = "character maps to <undefined>";
    int64_t start = e->at, end = start + 1;
    PyUnicode *text;

    for (; end < e->in->length; end++) {
        int status = put_encoded(NULL, m, unicode_at(e->in, end));

        if (status < 0)
            return -1;
        if (status == 0)
            break;
    }
    text = encoding_error(e, start, end, reason);
    for (int64_t i = 0; text && i < text->length; i++) {
        int status = put_encoded(out, m, unicode_at(text, i));

        if (status > 0)
            codec_encode_error("charmap", e->in, start, end, reason);
        if (status)
            return -1;
    }
    return text ? 0 : -1;
}

static PyStr *encode_with(PyUnicode *u, const Mapping *m, const char *errors)
{
    Encoding e = {"charmap", u, errors};
    StrBuilder out = {0};

    while (e.at < u->length) {
        int status = put_encoded(&out, m, unicode_at(u, e.at));

        if (status > 0)
            status = encode_undefined(&e, &out, m);
        else
            e.at++;
        if (status < 0)
            return NULL;
    }
    return sb_finish(&out);
}

PyStr *encode_charmap(PyUnicode *u, Value mapping, const char *errors)
{
    Mapping m = {mapping, NULL};

    return mapping ? encode_with(u, &m, errors) : encode_latin1(u, errors);
}

/* --- the 8-bit encodings -------------------------------------------------- */

PyUnicode *charmap_decode(const Charmap *m, Span in, const char *errors)
{
    Decoding d = {"charmap", in, errors};

    if (ub_reserve(&d.out, in.length, 127) < 0)
        return NULL;
    while (d.at < in.length) {
        uint32_t c = m->chars[(unsigned char)in.data[d.at]];

        if (c == CHARMAP_UNDEFINED
                ? decoding_error(&d, d.at, d.at + 1,
                                 "character maps to <undefined>") < 0
                : ub_putc(&d.out, c) < 0)
            return NULL;
        d.at += c != CHARMAP_UNDEFINED;
    }
    return ub_finish(&d.out);
}

PyStr *charmap_encode(const Charmap *table, PyUnicode *u, const char *errors)
{
    Mapping m = {NULL, table};

    return encode_with(u, &m, errors);
}

Value charmap_build(PyUnicode *table)
{
    PyDict *d = dict_new();

    for (int64_t i = 0; i < table->length && i < 256; i++) {
        uint32_t c = unicode_at(table, i);

        if (c != 0xfffe &&
            dict_set(d, value_from_int(c), value_from_int(i)) < 0)
            return NULL;
    }
    return (Value)d;
}

/* --- translate ------------------------------------------------------------ */

/* u[i] through the mapping: -1 with an exception. */
static int translate_one(UniBuilder *out, Value mapping, uint32_t c)
{
    Value v = op_getitem(mapping, value_from_int(c));

    if (!v) {
        if (!err_matches(&exc_LookupError))
            return -1;
        err_clear();
        return ub_putc(out, c);
    }
    if (v == NONE)
        return 0;
    if (is_unicode(v))
        return ub_add(out, (PyUnicode *)v, 0, ((PyUnicode *)v)->length);
    if (!has_type_flag(v, TYPE_INT)) {
        err_format(&exc_TypeError,
                   "character mapping must return integer, None or unicode");
        return -1;
    }
    if (int_value(v) < 0 || int_value(v) > 0x10ffff) {
        err_format(&exc_TypeError,
                   "character mapping must be in range(0x%%lx)");
        return -1;
    }
    return ub_putc(out, (uint32_t)int_value(v));
}

PyUnicode *unicode_translate(PyUnicode *u, Value mapping, const char *errors)
{
    UniBuilder out = {0};

    for (int64_t i = 0; i < u->length; i++)
        if (translate_one(&out, mapping, unicode_at(u, i)) < 0)
            return NULL;
    return ub_finish(&out);
}
