/* The East Asian encodings, through the C library's iconv. */
#include "codecs.h"

#include <errno.h>
#include <iconv.h>

static const Multibyte encodings[] = {
#define MULTIBYTE(names, label, charset) {names, label, charset},
#include "multibyte.def"
    {NULL, NULL, NULL}};

const Multibyte *multibyte_find(const char *name)
{
    size_t n = strlen(name);

    for (const Multibyte *m = encodings; n && m->names; m++)
        for (const char *p = m->names; (p = strstr(p, name)); p += n)
            if ((p == m->names || p[-1] == ' ') && (p[n] == ' ' || p[n] == 0))
                return m;
    return NULL;
}

static bool open_converter(const Multibyte *m, const char *to, const char *from,
                           iconv_t *out)
{
    *out = iconv_open(to, from);
    if (*out == (iconv_t)-1)
        err_format(&exc_LookupError, "unknown encoding: %s", m->label);
    return *out != (iconv_t)-1;
}

/* CPython reads the two bytes in which JIS X 0201 differs from ascii as
 * ascii. */
static uint32_t as_cpython(const Multibyte *m, uint32_t c)
{
    if (strcmp(m->label, "shift_jis") != 0)
        return c;
    return c == 0xa5 ? '\\' : c == 0x203e ? '~' : c;
}

/* Bytes that an illegal sequence at the start of what is left counts. */
static int64_t illegal_length(const Multibyte *m, int64_t left)
{
    return strncmp(m->label, "iso2022", 7) == 0 || left < 2 ? 1 : 2;
}

/* The C library has the controls 80 to 9f in its EUC encodings. */
static bool is_euc(const Multibyte *m)
{
    return strncmp(m->label, "euc_", 4) == 0;
}

/* Bytes of the characters before the first such control, or all. */
static int64_t without_controls(const unsigned char *p, int64_t n)
{
    int64_t i = 0;

    while (i < n &&
           (p[i] < 0x80 || p[i] > 0x9f || p[i] == 0x8e || p[i] == 0x8f))
        i += p[i] < 0x80 ? 1 : p[i] == 0x8f ? 3 : 2;
    return i < n ? i : n;
}

/* Decodes on from d->at until the end or an error, which is handled. */
static int decode_run(Decoding *d, const Multibyte *m, iconv_t converter)
{
    uint32_t units[256];
    char *in = (char *)d->in.data + d->at, *out = (char *)units;
    size_t left = (size_t)(d->in.length - d->at), room = sizeof units;

    if (is_euc(m))
        left = (size_t)without_controls((unsigned char *)in, (int64_t)left);
    if (left == 0)
        return decoding_error(
            d, d->at, d->at + illegal_length(m, d->in.length - d->at),
            d->in.length - d->at < 2 ? "incomplete multibyte sequence"
                                     : "illegal multibyte sequence");
    size_t status = iconv(converter, &in, &left, &out, &room);
    int error = status == (size_t)-1 ? errno : 0;
    int64_t count = (uint32_t *)out - units;

    d->at = in - d->in.data;
    for (int64_t i = 0; i < count; i++)
        if (ub_putc(&d->out, as_cpython(m, units[i])) < 0)
            return -1;
    if (error == EILSEQ)
        return decoding_error(d, d->at,
                              d->at + illegal_length(m, d->in.length - d->at),
                              "illegal multibyte sequence");
    if (error == EINVAL)
        return decoding_error(d, d->at, d->in.length,
                              "incomplete multibyte sequence");
    return 0;
}

PyUnicode *multibyte_decode(const Multibyte *m, Span in, const char *errors)
{
    Decoding d = {m->label, in, errors};
    iconv_t converter;
    int status = 0;

    if (!open_converter(m, "UTF-32LE", m->charset, &converter))
        return NULL;
    while (status == 0 && d.at < in.length)
        status = decode_run(&d, m, converter);
    iconv_close(converter);
    return status < 0 ? NULL : ub_finish(&d.out);
}

/* Encodes one character, or NULL: what returns to the initial state.  1 when
 * the charset has no such character. */
static int encode_one(iconv_t converter, const uint32_t *c, StrBuilder *b)
{
    char bytes[16], *in = (char *)c, *out = bytes;
    size_t left = 4, room = sizeof bytes;

    if (iconv(converter, c ? &in : NULL, c ? &left : NULL, &out, &room) ==
        (size_t)-1)
        return 1;
    return sb_add(b, bytes, out - bytes);
}

static int encode_text(iconv_t converter, PyUnicode *u, StrBuilder *b)
{
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);
        int status = encode_one(converter, &c, b);

        if (status)
            return status;
    }
    return 0;
}

/* A handler's position that is no C integer is out of bounds here. */
static PyUnicode *replacement(Encoding *e, int64_t at, const char *reason)
{
    PyUnicode *text = encoding_error(e, at, at + 1, reason);

    if (!text && err_matches(&exc_OverflowError))
        err_format(&exc_IndexError,
                   "position %d from error handler out of bounds", -1);
    return text;
}

static int encode_all(Encoding *e, const Multibyte *m, iconv_t converter,
                      StrBuilder *b)
{
    static const char reason[] = "illegal multibyte sequence";

    while (e->at < e->in->length) {
        uint32_t c = unicode_at(e->in, e->at);
        int64_t start = e->at;
        int status = is_euc(m) && c >= 0x80 && c <= 0x9f
                         ? 1
                         : encode_one(converter, &c, b);

        if (status < 0)
            return -1;
        if (status == 0) {
            e->at++;
        } else {
            PyUnicode *text = replacement(e, start, reason);

            status = text ? encode_text(converter, text, b) : -1;
            if (status > 0)
                codec_encode_error(e->encoding, e->in, start, start + 1,
                                   reason);
            if (status)
                return -1;
        }
    }
    return encode_one(converter, NULL, b);
}

PyStr *multibyte_encode(const Multibyte *m, PyUnicode *u, const char *errors)
{
    Encoding e = {m->label, u, errors};
    StrBuilder b = {0};
    iconv_t converter;
    int status;

    if (!open_converter(m, m->charset, "UTF-32LE", &converter))
        return NULL;
    status = encode_all(&e, m, converter, &b);
    iconv_close(converter);
    return status < 0 ? NULL : sb_finish(&b);
}
