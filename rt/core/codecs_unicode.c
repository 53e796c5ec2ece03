/* Unicode coded as ascii, latin-1, utf-8, utf-16 and utf-32, by CPython 2.7's
 * rules: surrogates are ordinary code points, errors have its texts. */
#include "codecs.h"

#include "text_search.h"

static const unsigned char *bytes_of(Span s)
{
    return (const unsigned char *)s.data;
}

/* --- ascii and latin-1 ---------------------------------------------------- */

PyUnicode *decode_ascii(Span in, const char *errors)
{
    Decoding d = {"ascii", in, errors};

    if (bytes_are_ascii(in.data, in.length))
        return unicode_from_ascii(in.data, in.length);
    while (d.at < in.length) {
        unsigned char c = bytes_of(in)[d.at];

        if (c < 128 ? ub_putc(&d.out, c) < 0
                    : decoding_error(&d, d.at, d.at + 1,
                                     "ordinal not in range(128)") < 0)
            return NULL;
        d.at += c < 128;
    }
    return ub_finish(&d.out);
}

PyUnicode *decode_latin1(Span in)
{
    return unicode_from_latin1(in.data, in.length);
}

/* Puts text whose code points must all be below limit. */
static int put_narrow(StrBuilder *out, PyUnicode *text, uint32_t limit)
{
    for (int64_t i = 0; i < text->length; i++) {
        uint32_t c = unicode_at(text, i);

        if (c >= limit)
            return 1;
        if (sb_putc(out, (char)c) < 0)
            return -1;
    }
    return 0;
}

static PyStr *encode_narrow(PyUnicode *u, const char *errors, uint32_t limit)
{
    const char *reason = limit == 128 ? "ordinal not in range(128)"
                                      : "ordinal not in range(256)";
    Encoding e = {limit == 128 ? "ascii" : "latin-1", u, errors};
    StrBuilder out = {0};

    if (u->is_ascii || (u->kind == 1 && limit == 256))
        return str_from(u->data, u->length);
    while (e.at < u->length) {
        uint32_t c = unicode_at(u, e.at);
        int64_t start = e.at, end = e.at;
        PyUnicode *text;
        int status;

        if (c < limit) {
            if (sb_putc(&out, (char)c) < 0)
                return NULL;
            e.at++;
            continue;
        }
        while (end < u->length && unicode_at(u, end) >= limit)
            end++;
        text = encoding_error(&e, start, end, reason);
        status = text ? put_narrow(&out, text, limit) : -1;
        if (status > 0)
            codec_encode_error(e.encoding, u, start, end, reason);
        if (status)
            return NULL;
    }
    return sb_finish(&out);
}

PyStr *encode_ascii(PyUnicode *u, const char *errors)
{
    return encode_narrow(u, errors, 128);
}

PyStr *encode_latin1(PyUnicode *u, const char *errors)
{
    return encode_narrow(u, errors, 256);
}

/* --- utf-8 ---------------------------------------------------------------- */

static int utf8_length(unsigned char lead)
{
    return lead < 0x80   ? 1
           : lead < 0xc2 ? 0
           : lead < 0xe0 ? 2
           : lead < 0xf0 ? 3
           : lead < 0xf5 ? 4
                         : 0;
}

/* Continuation bytes at s, at most n. */
static int64_t continuations(const unsigned char *s, int64_t n)
{
    int64_t i = 0;

    while (i < n && (s[i] & 0xc0) == 0x80)
        i++;
    return i;
}

static uint32_t utf8_value(const unsigned char *s, int n)
{
    uint32_t c = n == 2 ? s[0] & 0x1f : n == 3 ? s[0] & 0xf : s[0] & 7;

    for (int i = 1; i < n; i++)
        c = c << 6 | (s[i] & 0x3f);
    return c;
}

/* Decodes the sequence at d->at: 1 done, 0 incomplete and `partial`, -1. */
static int utf8_sequence(Decoding *d, bool partial)
{
    const unsigned char *s = bytes_of(d->in) + d->at;
    int64_t start = d->at, left = d->in.length - start;
    int n = utf8_length(*s);
    uint32_t c;

    if (n == 0)
        return decoding_error(d, start, start + 1, "invalid start byte");
    if (n > left)
        return partial
                   ? 1
                   : decoding_error(d, start,
                                    start + 1 + continuations(s + 1, left - 1),
                                    "unexpected end of data");
    if (n == 1) {
        d->at++;
        return ub_putc(&d->out, *s);
    }
    c = utf8_value(s, n);
    if (continuations(s + 1, n - 1) < n - 1 || (n == 3 && c < 0x800) ||
        (n == 4 && (c < 0x10000 || c > 0x10ffff)))
        return decoding_error(d, start, start + 1 + continuations(s + 1, n - 2),
                              "invalid continuation byte");
    d->at += n;
    return ub_putc(&d->out, c);
}

/* The length of the well-formed sequence at s, of at most `left` bytes, other
 * than those of surrogates; 0: there is none. */
static int plain_sequence(const unsigned char *s, int64_t left, uint32_t *c)
{
    int n = utf8_length(*s);

    if (n == 0 || n > left || continuations(s + 1, n - 1) < n - 1)
        return 0;
    *c = n == 1 ? *s : utf8_value(s, n);
    if ((n == 3 && (*c < 0x800 || (*c >= 0xd800 && *c < 0xe000))) ||
        (n == 4 && (*c < 0x10000 || *c > 0x10ffff)))
        return 0;
    return n;
}

/* How many bytes at the start are plain sequences; counts their characters
 * and finds the largest. */
static int64_t plain_prefix(Span in, int64_t *count, uint32_t *max)
{
    const unsigned char *s = bytes_of(in);
    int64_t at = 0;
    uint32_t c = 0;

    *count = 0;
    *max = 0;
    while (at < in.length) {
        if (s[at] < 0x80) {
            at++;
        } else if (s[at] >= 0xc2 && s[at] < 0xe0 && at + 1 < in.length &&
                   (s[at + 1] & 0xc0) == 0x80) {
            c = (s[at] & 0x1fu) << 6 | (s[at + 1] & 0x3f);
            at += 2;
            *max = c > *max ? c : *max;
        } else {
            int n = plain_sequence(s + at, in.length - at, &c);

            if (n == 0)
                break;
            at += n;
            *max = c > *max ? c : *max;
        }
        ++*count;
    }
    return at;
}

/* Fills `to` from plain sequences. */
#define DEFINE_PLAIN(type, name)                                               \
    static void name(type *to, const unsigned char *s, int64_t count)          \
    {                                                                          \
        for (int64_t i = 0; i < count; i++) {                                  \
            int n = *s < 0x80 ? 1 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : 4;         \
                                                                               \
            to[i] = (type)(n == 1 ? *s : utf8_value(s, n));                    \
            s += n;                                                            \
        }                                                                      \
    }
DEFINE_PLAIN(uint8_t, plain_to_1)
DEFINE_PLAIN(uint16_t, plain_to_2)
DEFINE_PLAIN(uint32_t, plain_to_4)

static PyUnicode *decode_plain(Span in, int64_t count, uint32_t max)
{
    PyUnicode *u = unicode_new(count, max);

    if (!u)
        return NULL;
    if (u->kind == 1)
        plain_to_1((uint8_t *)u->data, bytes_of(in), count);
    else if (u->kind == 2)
        plain_to_2((uint16_t *)u->data, bytes_of(in), count);
    else
        plain_to_4((uint32_t *)u->data, bytes_of(in), count);
    return u;
}

/* May the bytes from `at` on be the start of a sequence? */
static bool is_incomplete(Span in, int64_t at)
{
    const unsigned char *s = bytes_of(in) + at;
    int64_t left = in.length - at;

    return utf8_length(*s) > left && continuations(s + 1, left - 1) == left - 1;
}

PyUnicode *decode_utf8(Span in, const char *errors, int64_t *consumed)
{
    Decoding d = {"utf8", in, errors};
    int64_t count, plain;
    uint32_t max;
    int status = 0;

    if (consumed)
        *consumed = in.length;
    if (bytes_are_ascii(in.data, in.length))
        return unicode_from_ascii(in.data, in.length);
    plain = plain_prefix(in, &count, &max);
    if (plain == in.length || (consumed && is_incomplete(in, plain))) {
        if (consumed)
            *consumed = plain;
        return max < 0x80 ? unicode_from_ascii(in.data, count)
                          : decode_plain(in, count, max);
    }
    if (ub_reserve(&d.out, in.length, 127) < 0)
        return NULL;
    while (d.at < in.length && status == 0)
        status = utf8_sequence(&d, consumed != NULL);
    if (status < 0)
        return NULL;
    if (consumed)
        *consumed = d.at;
    return ub_finish(&d.out);
}

/* Latin-1 and characters of two bytes have no pairs of surrogates to join. */
static unsigned char *encode_1(unsigned char *p, const PyUnicode *u)
{
    const uint8_t *s = (const uint8_t *)u->data;

    for (int64_t i = 0; i < u->length; i++) {
        if (s[i] >= 0x80)
            *p++ = (unsigned char)(0xc0 | s[i] >> 6);
        *p++ = s[i] < 0x80 ? s[i] : (unsigned char)(0x80 | (s[i] & 0x3f));
    }
    return p;
}

/* Bytes that characters of two bytes take; -1: there are surrogates. */
static int64_t encoded_length_2(const PyUnicode *u)
{
    const uint16_t *s = (const uint16_t *)u->data;
    int64_t more = 0;
    bool surrogates = false;

    for (int64_t i = 0; i < u->length; i++) {
        more += (s[i] >= 0x80) + (s[i] >= 0x800);
        surrogates |= s[i] >= 0xd800 && s[i] < 0xe000;
    }
    return surrogates ? -1 : u->length + more;
}

static void encode_2(unsigned char *p, const PyUnicode *u)
{
    const uint16_t *s = (const uint16_t *)u->data;

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = s[i];

        if (c < 0x80) {
            *p++ = (unsigned char)c;
        } else if (c < 0x800) {
            *p++ = (unsigned char)(0xc0 | c >> 6);
            *p++ = (unsigned char)(0x80 | (c & 0x3f));
        } else {
            *p++ = (unsigned char)(0xe0 | c >> 12);
            *p++ = (unsigned char)(0x80 | (c >> 6 & 0x3f));
            *p++ = (unsigned char)(0x80 | (c & 0x3f));
        }
    }
}

static PyStr *encode_plain_2(PyUnicode *u, int64_t length)
{
    PyStr *s = str_new(length);

    if (s)
        encode_2((unsigned char *)s->data, u);
    return s;
}

PyStr *encode_utf8(PyUnicode *u)
{
    StrBuilder b = {0};
    int64_t done = 0, length;
    unsigned char *p;

    if (u->is_ascii)
        return str_from(u->data, u->length);
    length = u->kind == 2 ? encoded_length_2(u) : -1;
    if (length >= 0)
        return encode_plain_2(u, length);
    if (sb_reserve(&b, u->length * (u->kind == 4 ? 4 : u->kind + 1)) < 0)
        return NULL;
    p = (unsigned char *)b.text->data;
    if (u->kind == 1) {
        p = encode_1(p, u);
        done = u->length;
    }
    for (int64_t i = done; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        /* A pair of surrogates becomes one sequence. */
        if (c >= 0xd800 && c < 0xdc00 && i + 1 < u->length) {
            uint32_t low = unicode_at(u, i + 1);

            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                i++;
            }
        }
        if (c < 0x80) {
            *p++ = (unsigned char)c;
        } else if (c < 0x800) {
            *p++ = (unsigned char)(0xc0 | c >> 6);
            *p++ = (unsigned char)(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            *p++ = (unsigned char)(0xe0 | c >> 12);
            *p++ = (unsigned char)(0x80 | (c >> 6 & 0x3f));
            *p++ = (unsigned char)(0x80 | (c & 0x3f));
        } else {
            *p++ = (unsigned char)(0xf0 | c >> 18);
            *p++ = (unsigned char)(0x80 | (c >> 12 & 0x3f));
            *p++ = (unsigned char)(0x80 | (c >> 6 & 0x3f));
            *p++ = (unsigned char)(0x80 | (c & 0x3f));
        }
    }
    b.length = (char *)p - b.text->data;
    return sb_finish(&b);
}

/* --- utf-16 and utf-32 ---------------------------------------------------- */

static uint32_t unit_at(Span in, int64_t at, int width, bool big)
{
    const unsigned char *s = bytes_of(in) + at;
    uint32_t c = 0;

    for (int i = 0; i < width; i++)
        c |= (uint32_t)s[i] << 8 * (big ? width - 1 - i : i);
    return c;
}

/* Skips a byte order mark and says whether the text is big-endian. */
static bool take_mark(Decoding *d, int width, int *order)
{
    uint32_t mark;

    if (*order != 0 || d->in.length < width)
        return *order > 0;
    mark = unit_at(d->in, 0, width, false);
    if (mark == 0xfeff)
        *order = -1;
    else if (mark == (width == 2 ? 0xfffe : 0xfffe0000))
        *order = 1;
    if (*order)
        d->at = width;
    return *order > 0;
}

/* One code point at d->at: 1 incomplete and `partial`, 0 done, -1 error. */
static int utf16_sequence(Decoding *d, bool big, bool partial)
{
    int64_t at = d->at, left = d->in.length - at;
    uint32_t c, low;

    if (left < 2)
        return partial ? 1
                       : decoding_error(d, at, d->in.length, "truncated data");
    c = unit_at(d->in, at, 2, big);
    d->at += 2;
    if (c < 0xd800 || c > 0xdfff)
        return ub_putc(&d->out, c);
    if (c >= 0xdc00)
        return decoding_error(d, at, at + 2, "illegal encoding");
    if (left < 4) {
        d->at = at;
        return partial ? 1
                       : decoding_error(d, at, d->in.length,
                                        "unexpected end of data");
    }
    low = unit_at(d->in, at + 2, 2, big);
    if (low < 0xdc00 || low > 0xdfff)
        return decoding_error(d, at, at + 2, "illegal UTF-16 surrogate");
    d->at += 2;
    return ub_putc(&d->out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
}

PyUnicode *decode_utf16(Span in, const char *errors, int *order,
                        int64_t *consumed)
{
    Decoding d = {"utf16", in, errors};
    bool big = take_mark(&d, 2, order);
    int status = 0;

    while (d.at < in.length && status == 0)
        status = utf16_sequence(&d, big, consumed != NULL);
    if (status < 0)
        return NULL;
    if (consumed)
        *consumed = d.at;
    return ub_finish(&d.out);
}

PyUnicode *decode_utf32(Span in, const char *errors, int *order,
                        int64_t *consumed)
{
    Decoding d = {"utf32", in, errors};
    bool big = take_mark(&d, 4, order);

    while (d.at < in.length) {
        uint32_t c;
        int status;

        if (in.length - d.at < 4) {
            if (consumed)
                break;
            if (decoding_error(&d, d.at, in.length, "truncated data") < 0)
                return NULL;
            continue;
        }
        c = unit_at(in, d.at, 4, big);
        if (c > 0x10ffff) {
            status = decoding_error(&d, d.at, d.at + 4,
                                    "code point not in range(0x110000)");
        } else {
            status = ub_putc(&d.out, c);
            d.at += 4;
        }
        if (status < 0)
            return NULL;
    }
    if (consumed)
        *consumed = d.at;
    return ub_finish(&d.out);
}

static int put_unit(StrBuilder *b, uint32_t c, int width, bool big)
{
    char unit[4];

    for (int i = 0; i < width; i++)
        unit[big ? width - 1 - i : i] = (char)(c >> 8 * i);
    return sb_add(b, unit, width);
}

PyStr *encode_utf16(PyUnicode *u, int order)
{
    StrBuilder b = {0};
    bool big = order > 0;

    if (sb_reserve(&b, 2 + u->length * (u->kind == 4 ? 4 : 2)) < 0 ||
        (order == 0 && put_unit(&b, 0xfeff, 2, false) < 0))
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i), low = 0;

        if (c >= 0x10000) {
            low = 0xdc00 + ((c - 0x10000) & 0x3ff);
            c = 0xd800 + ((c - 0x10000) >> 10);
        }
        if (put_unit(&b, c, 2, big) < 0 || (low && put_unit(&b, low, 2, big)))
            return NULL;
    }
    return sb_finish(&b);
}

PyStr *encode_utf32(PyUnicode *u, int order)
{
    StrBuilder b = {0};

    if (u->length > INT64_MAX / 8)
        return err_no_memory();
    if (sb_reserve(&b, 4 + u->length * 4) < 0 ||
        (order == 0 && put_unit(&b, 0xfeff, 4, false) < 0))
        return NULL;
    for (int64_t i = 0; i < u->length; i++)
        if (put_unit(&b, unicode_at(u, i), 4, order > 0) < 0)
            return NULL;
    return sb_finish(&b);
}

PyUnicode *decode_unicode_internal(Span in, const char *errors)
{
    Decoding d = {"unicode_internal", in, errors};

    while (d.at < in.length) {
        uint32_t c = 0;
        bool whole = in.length - d.at >= 4;
        int status;

        if (whole)
            memcpy(&c, in.data + d.at, 4);
        if (!whole || c > 0x10ffff) {
            status = decoding_error(&d, d.at, whole ? d.at + 4 : in.length,
                                    whole ? "illegal code point (> 0x10FFFF)"
                                          : "truncated input");
        } else {
            status = ub_putc(&d.out, c);
            d.at += 4;
        }
        if (status < 0)
            return NULL;
    }
    return ub_finish(&d.out);
}

PyStr *encode_unicode_internal(PyUnicode *u)
{
    return str_from((const char *)unicode_ucs4(u), u->length * 4);
}
