/* Unicode as ascii text with escapes (unicode_escape, raw_unicode_escape), str
 * likewise (string_escape), and utf-7. */
#include "codecs.h"

#include "module.h"

#include "str_type.h"

static int hex_value(unsigned char c)
{
    return is_ascii_digit(c)      ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* --- unicode_escape ------------------------------------------------------- */

/* Code point of a character's name, or -1; set when the unicodedata module is
 * linked. */
int64_t (*codec_name_lookup)(const char *name, int64_t length);

/* \N{...}; d->at is behind the N, start at the backslash. */
static int named_escape(Decoding *d, int64_t start)
{
    int64_t i = d->at, c = -1;

    if (!codec_name_lookup &&
        !import_module(str_intern("unicodedata"), NULL, NONE, 0))
        err_clear();
    if (!codec_name_lookup) {
        err_format(&exc_UnicodeError, "\\N escapes not supported (can't load "
                                      "unicodedata module)");
        return -1;
    }
    if (i < d->in.length && d->in.data[i] == '{') {
        int64_t name = ++i;

        while (i < d->in.length && d->in.data[i] != '}')
            i++;
        if (i > name && i < d->in.length) {
            c = codec_name_lookup(d->in.data + name, i - name);
            i++;
            if (c < 0)
                return decoding_error(d, start, i,
                                      "unknown Unicode character name");
            d->at = i;
            return ub_putc(&d->out, (uint32_t)c);
        }
    }
    return decoding_error(d, start, i, "malformed \\N character escape");
}

/* \xXX, \uXXXX, \UXXXXXXXX; d->at is behind the letter. */
static int hex_escape(Decoding *d, int64_t start, int digits)
{
    uint32_t c = 0;
    int64_t i = d->at;
    int n;

    for (n = 0; n < digits && i < d->in.length; n++, i++) {
        int h = hex_value((unsigned char)d->in.data[i]);

        if (h < 0)
            break;
        c = c << 4 | (uint32_t)h;
    }
    if (n < digits)
        return decoding_error(d, start, i,
                              digits == 2   ? "truncated \\xXX escape"
                              : digits == 4 ? "truncated \\uXXXX escape"
                                            : "truncated \\UXXXXXXXX escape");
    if (c > 0x10ffff)
        return decoding_error(d, start, i, "illegal Unicode character");
    d->at = i;
    return ub_putc(&d->out, c);
}

static int octal_escape(Decoding *d)
{
    uint32_t c = 0;

    for (int n = 0; n < 3 && d->at < d->in.length; n++, d->at++) {
        char digit = d->in.data[d->at];

        if (digit < '0' || digit > '7')
            break;
        c = c << 3 | (uint32_t)(digit - '0');
    }
    return ub_putc(&d->out, c);
}

/* Value of a one-letter escape, or -1. */
static int simple_escape(char c)
{
    static const char from[] = "\\'\"bftnrva", to[] = "\\'\"\b\f\t\n\r\v\a";
    const char *p = c ? strchr(from, c) : NULL;

    return p ? to[p - from] : -1;
}

/* d->at is at the backslash. */
static int unicode_escape_at(Decoding *d)
{
    int64_t start = d->at++;
    char c;
    int simple;

    if (d->at >= d->in.length)
        return decoding_error(d, start, d->in.length, "\\ at end of string");
    c = d->in.data[d->at++];
    simple = simple_escape(c);
    if (simple >= 0)
        return ub_putc(&d->out, (uint32_t)simple);
    switch (c) {
    case '\n':
        return 0;
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
        d->at--;
        return octal_escape(d);
    case 'x':
        return hex_escape(d, start, 2);
    case 'u':
        return hex_escape(d, start, 4);
    case 'U':
        return hex_escape(d, start, 8);
    case 'N':
        return named_escape(d, start);
    default:
        return ub_putc(&d->out, '\\') < 0 ? -1
                                          : ub_putc(&d->out, (unsigned char)c);
    }
}

PyUnicode *decode_unicode_escape(Span in, const char *errors)
{
    Decoding d = {"unicodeescape", in, errors};

    while (d.at < in.length) {
        unsigned char c = (unsigned char)in.data[d.at];

        if (c == '\\' ? unicode_escape_at(&d) < 0 : ub_putc(&d.out, c) < 0)
            return NULL;
        d.at += c != '\\';
    }
    return ub_finish(&d.out);
}

PyStr *encode_unicode_escape(PyUnicode *u)
{
    StrBuilder b = {0};

    for (int64_t i = 0; i < u->length; i++)
        if (unicode_escape_char(&b, unicode_at(u, i)) < 0)
            return NULL;
    return sb_finish(&b);
}

/* --- raw_unicode_escape --------------------------------------------------- */

/* \uXXXX or \UXXXXXXXX behind an odd number of backslashes. */
static int raw_escape(Decoding *d)
{
    int64_t run = d->at;
    int64_t start;
    char c;

    while (d->at < d->in.length && d->in.data[d->at] == '\\') {
        if (ub_putc(&d->out, '\\') < 0)
            return -1;
        d->at++;
    }
    c = d->at < d->in.length ? d->in.data[d->at] : 0;
    if ((d->at - run) % 2 == 0 || (c != 'u' && c != 'U'))
        return 0;
    d->out.length--;
    start = d->at - 1;
    d->at++;
    {
        int64_t i = d->at;
        int digits = c == 'u' ? 4 : 8, n;
        uint32_t x = 0;

        for (n = 0; n < digits && i < d->in.length; n++, i++) {
            int h = hex_value((unsigned char)d->in.data[i]);

            if (h < 0)
                break;
            x = x << 4 | (uint32_t)h;
        }
        if (n < digits)
            return decoding_error(d, start, i, "truncated \\uXXXX");
        if (x > 0x10ffff)
            return decoding_error(d, start, i, "\\Uxxxxxxxx out of range");
        d->at = i;
        return ub_putc(&d->out, x);
    }
}

PyUnicode *decode_raw_unicode_escape(Span in, const char *errors)
{
    Decoding d = {"rawunicodeescape", in, errors};

    while (d.at < in.length) {
        unsigned char c = (unsigned char)in.data[d.at];

        if (c == '\\' ? raw_escape(&d) < 0 : ub_putc(&d.out, c) < 0)
            return NULL;
        d.at += c != '\\';
    }
    return ub_finish(&d.out);
}

PyStr *encode_raw_unicode_escape(PyUnicode *u)
{
    StrBuilder b = {0};

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (c < 256 ? sb_putc(&b, (char)c) < 0 : unicode_escape_char(&b, c) < 0)
            return NULL;
    }
    return sb_finish(&b);
}

/* --- string_escape -------------------------------------------------------- */

PyStr *encode_string_escape(Span in)
{
    StrBuilder b = {0};

    for (int64_t i = 0; i < in.length; i++) {
        unsigned char c = (unsigned char)in.data[i];

        if (c == '\'' ? sb_add(&b, "\\'", 2) < 0
                      : unicode_escape_char(&b, c) < 0)
            return NULL;
    }
    return sb_finish(&b);
}

/* A \x without two digits; -1: the handler says error. */
static int bad_hex(StrBuilder *b, const char *errors)
{
    if (!errors || strcmp(errors, "strict") == 0) {
        err_format(&exc_ValueError, "invalid \\x escape");
        return -1;
    }
    if (strcmp(errors, "replace") == 0)
        return sb_putc(b, '?');
    if (strcmp(errors, "ignore") == 0)
        return 0;
    err_format(&exc_ValueError,
               "decoding error; unknown error handling code: %.400s", errors);
    return -1;
}

/* in.data[*at] is behind a backslash. */
static int string_escape_at(StrBuilder *b, Span in, int64_t *at,
                            const char *errors)
{
    char c = in.data[(*at)++];
    int simple = simple_escape(c), value = 0;

    if (simple >= 0)
        return sb_putc(b, (char)simple);
    if (c == '\n')
        return 0;
    if (c >= '0' && c <= '7') {
        (*at)--;
        for (int n = 0; n < 3 && *at < in.length && in.data[*at] >= '0' &&
                        in.data[*at] <= '7';
             n++)
            value = value * 8 + (in.data[(*at)++] - '0');
        return sb_putc(b, (char)value);
    }
    if (c == 'x') {
        int high =
            *at < in.length ? hex_value((unsigned char)in.data[*at]) : -1;
        int low = high >= 0 && *at + 1 < in.length
                      ? hex_value((unsigned char)in.data[*at + 1])
                      : -1;

        if (low < 0) {
            *at += high >= 0;
            return bad_hex(b, errors);
        }
        *at += 2;
        return sb_putc(b, (char)(high * 16 + low));
    }
    return sb_putc(b, '\\') < 0 ? -1 : sb_putc(b, c);
}

PyStr *decode_string_escape(Span in, const char *errors)
{
    StrBuilder b = {0};
    int64_t i = 0;

    while (i < in.length) {
        char c = in.data[i++];

        if (c != '\\') {
            if (sb_putc(&b, c) < 0)
                return NULL;
            continue;
        }
        if (i == in.length)
            return err_format(&exc_ValueError, "Trailing \\ in string");
        if (string_escape_at(&b, in, &i, errors) < 0)
            return NULL;
    }
    return sb_finish(&b);
}

PyStr *str_unescape(Span text, const char *errors)
{
    return decode_string_escape(text, errors);
}

/* --- utf-7 ---------------------------------------------------------------- */

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int base64_value(unsigned char c)
{
    const char *p = c ? strchr(base64_digits, c) : NULL;

    return p ? (int)(p - base64_digits) : -1;
}

/* Characters that stand for themselves when encoding: RFC 2152's direct and
 * optional direct sets and white space. */
static bool utf7_direct(uint32_t c)
{
    return c < 128 && c > 0 &&
           (is_ascii_alpha((unsigned char)c) ||
            is_ascii_digit((unsigned char)c) ||
            strchr("'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}", (int)c));
}

typedef struct Utf7 {
    bool shifted;
    int nbits;
    uint64_t bits;
    uint32_t surrogate; /* a high one waiting for the low one */
    int64_t shift_start, out_start;
} Utf7;

/* A 16-bit unit of a base64 run. */
static int utf7_unit(Decoding *d, Utf7 *s, uint32_t unit)
{
    uint32_t high = s->surrogate;

    s->surrogate = 0;
    if (high) {
        if (unit >= 0xdc00 && unit <= 0xdfff)
            return ub_putc(&d->out,
                           0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        if (ub_putc(&d->out, high) < 0)
            return -1;
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
        s->surrogate = unit;
        return 0;
    }
    return ub_putc(&d->out, unit);
}

/* c ends a base64 run; unless it is a '-', it is read again. */
static int utf7_unshift(Decoding *d, Utf7 *s, unsigned char c)
{
    int64_t at = d->at;
    uint32_t surrogate = s->surrogate;

    s->shifted = false;
    s->surrogate = 0;
    d->at++;
    if (s->nbits >= 6)
        return decoding_error(d, s->shift_start, at + 1,
                              "partial character in base64 sequence");
    if (s->nbits > 0 && (s->bits & ((1u << s->nbits) - 1)) != 0)
        return decoding_error(d, s->shift_start, at + 1,
                              "non-zero padding bits in base64 sequence");
    if (c != '-')
        d->at = at;
    return surrogate && c < 128 && c != '+' ? ub_putc(&d->out, surrogate) : 0;
}

static int utf7_char(Decoding *d, Utf7 *s)
{
    unsigned char c = (unsigned char)d->in.data[d->at];
    int64_t at = d->at;

    if (s->shifted) {
        int v = base64_value(c);

        if (v < 0)
            return utf7_unshift(d, s, c);
        s->bits = s->bits << 6 | (uint64_t)v;
        s->nbits += 6;
        d->at++;
        if (s->nbits < 16)
            return 0;
        s->nbits -= 16;
        return utf7_unit(d, s, (uint32_t)(s->bits >> s->nbits & 0xffff));
    }
    if (c == '+') {
        s->shift_start = at;
        s->out_start = d->out.length;
        d->at++;
        if (d->at < d->in.length && d->in.data[d->at] == '-') {
            d->at++;
            return ub_putc(&d->out, '+');
        }
        s->shifted = true;
        s->nbits = 0;
        s->bits = 0;
        s->surrogate = 0;
        return 0;
    }
    if (c >= 128)
        return decoding_error(d, at, at + 1, "unexpected special character");
    d->at++;
    return ub_putc(&d->out, c);
}

PyUnicode *decode_utf7(Span in, const char *errors, int64_t *consumed)
{
    Decoding d = {"utf7", in, errors};
    Utf7 s = {0};

    for (;;) {
        while (d.at < in.length)
            if (utf7_char(&d, &s) < 0)
                return NULL;
        if (!s.shifted || consumed)
            break;
        s.shifted = false;
        if (s.surrogate || s.nbits >= 6 ||
            (s.nbits > 0 && (s.bits & ((1u << s.nbits) - 1)))) {
            if (decoding_error(&d, s.shift_start, in.length,
                               "unterminated shift sequence") < 0)
                return NULL;
        }
    }
    if (consumed) {
        *consumed = d.at;
        if (s.shifted) {
            d.out.length = s.out_start;
            *consumed = s.shift_start;
        }
    }
    return ub_finish(&d.out);
}

/* Appends the base64 digits of what is complete in *bits. */
static int utf7_flush(StrBuilder *b, uint64_t *bits, int *nbits)
{
    while (*nbits >= 6) {
        *nbits -= 6;
        if (sb_putc(b, base64_digits[*bits >> *nbits & 63]) < 0)
            return -1;
    }
    return 0;
}

static int utf7_put(StrBuilder *b, uint64_t *bits, int *nbits, uint32_t c)
{
    if (c >= 0x10000) {
        if (utf7_put(b, bits, nbits, 0xd800 + ((c - 0x10000) >> 10)) < 0)
            return -1;
        c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
    *bits = *bits << 16 | c;
    *nbits += 16;
    return utf7_flush(b, bits, nbits);
}

static int utf7_end_run(StrBuilder *b, uint64_t *bits, int *nbits,
                        uint32_t next)
{
    if (*nbits) {
        if (sb_putc(b, base64_digits[*bits << (6 - *nbits) & 63]) < 0)
            return -1;
        *bits = 0;
        *nbits = 0;
    }
    if (next == '-' || (next < 128 && base64_value((unsigned char)next) >= 0))
        return sb_putc(b, '-');
    return 0;
}

PyStr *encode_utf7(PyUnicode *u)
{
    StrBuilder b = {0};
    uint64_t bits = 0;
    int nbits = 0;
    bool shifted = false;

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (shifted && utf7_direct(c)) {
            shifted = false;
            if (utf7_end_run(&b, &bits, &nbits, c) < 0)
                return NULL;
        }
        if (!shifted && c == '+') {
            if (sb_add(&b, "+-", 2) < 0)
                return NULL;
        } else if (!shifted && utf7_direct(c)) {
            if (sb_putc(&b, (char)c) < 0)
                return NULL;
        } else {
            if (!shifted && sb_putc(&b, '+') < 0)
                return NULL;
            shifted = true;
            if (utf7_put(&b, &bits, &nbits, c) < 0)
                return NULL;
        }
    }
    if (shifted &&
        (utf7_end_run(&b, &bits, &nbits, 0x80) < 0 || sb_putc(&b, '-') < 0))
        return NULL;
    return sb_finish(&b);
}
