/* Source text in an encoding (PEP 263): to UTF-8 and back, with the errors that
 * CPython's codecs make of it. */
#include "frontend/source.h"

#include "charsets/charmap.h"
#include "charsets/multibyte.h"
#include "charsets/name_list.h"
#include "frontend/codec_names.h"

#include <ctype.h>

/* How many bytes an error message counts as bad. */
static size_t bad_utf8(const unsigned char *s, size_t room, size_t need)
{
    size_t bad = 1, i;

    size_t last = room < need ? room : need - 1;
    for (i = 1; i < last && (s[i] & 0xC0) == 0x80; i++)
        bad++;
    return bad;
}

size_t utf8_sequence(const char *str, const char *end, unsigned *value,
                     size_t *bad, const char **why)
{
    const unsigned char *s = (const unsigned char *)str;
    size_t room = (size_t)(end - str);
    size_t n = s[0] < 0xC2   ? 0
               : s[0] < 0xE0 ? 2
               : s[0] < 0xF0 ? 3
               : s[0] < 0xF5 ? 4
                             : 0;
    unsigned low = s[0] == 0xE0 ? 0xA0 : s[0] == 0xF0 ? 0x90 : 0x80;
    unsigned high = s[0] == 0xF4 ? 0x8F : 0xBF;

    *bad = 1;
    *why = "invalid start byte";
    if (!n)
        return 0;
    *bad = bad_utf8(s, room, n);
    *why = room < n ? "unexpected end of data" : "invalid continuation byte";
    if (room < n || s[1] < low || s[1] > high)
        return 0;
    *value = s[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        *value = *value << 6 | (s[i] & 0x3F);
    }
    return n;
}

/* The name as the codec tables have it; false: it is in none. */
static bool table_name(const char *name, char known[NAME_ROOM])
{
    size_t n;

    if (!name_normalise(name, strlen(name), known))
        return false;
    n = strlen(known);
    if (n && known[n - 1] == '_')
        known[n - 1] = '\0';
    if (codec_is_in_c(known))
        return true;
    for (char *p = known; *p; p++)
        if (*p == '.')
            *p = '_';
    return codec_is_in_c(known);
}

typedef enum CodecKind {
    CODEC_none, /* none that source text can be in */
    CODEC_ascii,
    CODEC_latin1,
    CODEC_utf8,
    CODEC_rot13, /* the bytes of latin-1 with the letters moved */
    CODEC_charmap,
    CODEC_multibyte,
    CODEC_to_bytes /* a codec that makes no unicode */
} CodecKind;

typedef struct Codec {
    CodecKind kind;
    const char *label; /* as errors call it */
    const Charmap *charmap;
    const Multibyte *multibyte;
} Codec;

static Codec find_codec(const char *name)
{
    static const struct {
        const char *id; /* in c_codecs.def */
        Codec codec;
    } plain[] = {{"ascii", {CODEC_ascii, "ascii"}},
                 {"latin1", {CODEC_latin1, "latin-1"}},
                 {"utf8", {CODEC_utf8, "utf8"}},
                 {"utf8_sig", {CODEC_utf8, "utf8"}},
                 {"rot13", {CODEC_rot13, "charmap"}},
                 {"string_escape", {CODEC_to_bytes, "string_escape"}}};
    Codec c = {.label = name};
    char known[NAME_ROOM];
    const char *id;

    if (!table_name(name, known))
        return c;
    id = codec_id(known);
    for (size_t i = 0; id && i < sizeof plain / sizeof *plain; i++)
        if (strcmp(id, plain[i].id) == 0)
            return plain[i].codec;
    if ((c.charmap = charmap_find(known))) {
        c.kind = CODEC_charmap;
        c.label = "charmap";
    } else if ((c.multibyte = multibyte_find(known))) {
        c.kind = CODEC_multibyte;
        c.label = c.multibyte->label;
    }
    return c;
}

static unsigned rotated(unsigned c)
{
    unsigned first = c & 32 ? 'a' : 'A';

    return c < 128 && isalpha((int)c) ? first + (c - first + 13) % 26 : c;
}

/* The character of a byte, CHARMAP_UNDEFINED: none. */
static unsigned char_of(const Codec *codec, unsigned char byte)
{
    return codec->kind == CODEC_charmap ? codec->charmap->chars[byte]
           : codec->kind == CODEC_rot13 ? rotated(byte)
           : codec->kind == CODEC_latin1 || byte < 128 ? byte
                                                       : CHARMAP_UNDEFINED;
}

/* The byte of a character, -1: none. */
static int byte_of(const Codec *codec, unsigned c)
{
    if (codec->kind == CODEC_charmap)
        return charmap_byte(codec->charmap, c);
    if (codec->kind == CODEC_rot13)
        c = rotated(c);
    return c < (codec->kind == CODEC_ascii ? 128 : 256) ? (int)c : -1;
}

/* How Python's codecs read a file by lines, as far as it decides which line an
 * undecodable byte is reported for: they decode chunks of 72 bytes and more
 * ahead of the line that is wanted, and give up when a chunk does not begin
 * with a whole line.  Positions are bytes of the text. */
typedef struct LineReader {
    const char *text;
    size_t len, bad;                       /* `bad` cannot be decoded */
    size_t returned, taken, decoded, read; /* what has got how far */
} LineReader;

/* Lines in a piece of the text, the last one perhaps without newline. */
static size_t lines_in(const LineReader *r, size_t from, size_t to)
{
    size_t n = from < to && r->text[to - 1] != '\n';

    for (; from < to; from++)
        n += r->text[from] == '\n';
    return n;
}

/* Decodes until `size` bytes can be taken; false at the bad one. */
static bool read_chunk(LineReader *r, size_t size)
{
    while (r->decoded - r->taken < size) {
        size_t more = r->len - r->read < size ? r->len - r->read : size;
        r->read += more;
        if (r->bad >= r->read) {
            r->decoded = r->read;
        } else {
            if (lines_in(r, r->decoded, r->bad) <= 1)
                return false;
            r->decoded = r->bad;
        }
        if (!more)
            break;
    }
    r->taken = r->decoded - r->taken < size ? r->decoded : r->taken + size;
    return true;
}

/* Hands out a line; false when the bad byte is met. */
static bool read_line(LineReader *r)
{
    /* while two lines or more of the last chunk are left, nothing is read */
    bool cached = lines_in(r, r->returned, r->taken) > 1;

    if (!cached)
        r->taken = r->returned;
    for (size_t size = 72; !cached; size *= size < 8000 ? 2 : 1) {
        size_t before = r->taken;
        if (!read_chunk(r, size))
            return false;
        if (memchr(r->text + before, '\n', r->taken - before) ||
            r->taken == before)
            break;
    }
    while (r->returned < r->decoded && r->text[r->returned++] != '\n')
        continue;
    return true;
}

/* What is said of `count` bytes from `bad` on, which the codec was given at
 * position `at` of its input. */
static const char *undecodable(Arena *a, const Source *src, const char *codec,
                               size_t bad, size_t at, size_t count,
                               const char *why)
{
    if (count == 1)
        return arena_printf(a,
                            "'%s' codec can't decode byte 0x%02x in position "
                            "%zu: %s",
                            codec, (unsigned char)src->text[bad], at, why);
    return arena_printf(a,
                        "'%s' codec can't decode bytes in position %zu-%zu: %s",
                        codec, at, at + count - 1, why);
}

/* The codec failed at byte `bad` of the text.  CPython decodes memory as a
 * whole, and files by lines, behind the one with the declaration. */
static void set_undecodable(Arena *a, Source *src, const char *codec,
                            size_t bad, size_t count, const char *why, int line)
{
    LineReader r = {.text = src->text, .len = src->len, .bad = bad};

    if (src->is_file) {
        for (int i = 0; i < line && r.decoded < r.len; r.decoded++)
            i += r.text[r.decoded] == '\n';
        r.returned = r.taken = r.read = r.decoded;
        do
            line++;
        while (r.decoded <= bad && read_line(&r));
    }
    source_set_bad(
        src, line,
        undecodable(a, src, codec, bad, bad - r.decoded, count, why));
}

/* UTF-8 by a codec's name: checked, not changed.  Surrogates may pass. */
static void check_utf8(Arena *a, Source *src, int coding_line)
{
    const char *s = src->text, *end = s + src->len, *why;
    size_t n = 1, bad;
    unsigned value;

    for (; s < end && n; s += n)
        n = (signed char)*s >= 0 ? 1
                                 : utf8_sequence(s, end, &value, &bad, &why);
    if (n)
        return;
    bool at_end = strcmp(why, "unexpected end of data") == 0;
    if (!at_end || !src->is_file) /* the end of a file may be incomplete */
        set_undecodable(a, src, "utf8", (size_t)(s - src->text), bad, why,
                        coding_line);
    src->len = (size_t)(s - src->text);
    ((char *)src->text)[src->len] = 0;
}

/* Converts text in an encoding of one byte per character. */
static void recode_bytes(Arena *a, Source *src, const Codec *codec,
                         int coding_line)
{
    StrBuf out = {.arena = a};
    unsigned c;

    for (size_t i = 0; i < src->len; i++) {
        c = char_of(codec, (unsigned char)src->text[i]);
        if (c == CHARMAP_UNDEFINED) {
            set_undecodable(a, src, codec->label, i, 1,
                            codec->kind == CODEC_ascii
                                ? "ordinal not in range(128)"
                                : "character maps to <undefined>",
                            coding_line);
            break;
        }
        strbuf_put_utf8(&out, c);
    }
    strbuf_write(&out, "\0\0", 2); /* there may come a newline */
    src->text = out.data;
    src->len = out.len - 2;
}

static void put_step(StrBuf *out, const DecodeStep *step)
{
    for (int i = 0; i < step->status; i++) {
        uint32_t c = step->chars[i];

        if (c & CHAR_PAIR)
            strbuf_put_utf8(out, c & 0xffff);
        strbuf_put_utf8(out, c & CHAR_PAIR ? c >> 16 & 0x7fff : c);
    }
}

/* Where the line ends that starts or goes on at `at`. */
static size_t line_end(const Source *src, size_t at)
{
    const char *nl = memchr(src->text + at, '\n', src->len - at);

    return nl ? (size_t)(nl + 1 - src->text) : src->len;
}

/* Converts text in an encoding of several bytes per character.  CPython decodes
 * memory as a whole, and files line by line behind the one with the
 * declaration. */
static void recode_multibyte(Arena *a, Source *src, const Multibyte *m,
                             int coding_line)
{
    StrBuf out = {.arena = a};
    Coder coder;
    size_t at = 0, first, end;

    if (!multibyte_start(&coder, m))
        out_of_memory();
    for (int i = 0; src->is_file && i < coding_line; i++)
        at = line_end(src, at);
    strbuf_write(&out, src->text, at);
    for (first = end = at; at < src->len;) {
        DecodeStep step;

        if (at == end) {
            first = at;
            end = src->is_file ? line_end(src, at) : src->len;
        }
        step = multibyte_decode_step(
            &coder, (const unsigned char *)src->text + at, (int64_t)(end - at));
        if (step.status < 0) {
            source_set_bad(src, src->is_file ? source_line_at(src, end - 1) : 1,
                           undecodable(a, src, m->label, at, at - first,
                                       (size_t)step.length,
                                       step.status == STEP_INCOMPLETE
                                           ? "incomplete multibyte sequence"
                                           : "illegal multibyte sequence"));
            break;
        }
        put_step(&out, &step);
        at += (size_t)step.length;
    }
    strbuf_write(&out, "\0\0", 2); /* there may come a newline */
    src->text = out.data;
    src->len = out.len - 2;
}

void source_recode(Arena *a, Source *src, int coding_line)
{
    Codec codec = find_codec(src->encoding);

    switch (codec.kind) {
    case CODEC_utf8:
        check_utf8(a, src, coding_line);
        break;
    case CODEC_multibyte:
        recode_multibyte(a, src, codec.multibyte, coding_line);
        break;
    case CODEC_to_bytes:
        source_set_bad(src, src->is_file ? coding_line + 1 : 1,
                       "codec did not return a unicode object");
        break;
    case CODEC_none:
        source_set_bad(src, src->is_file ? coding_line : 1,
                       arena_printf(a,
                                    src->is_file ? "encoding problem: %s"
                                                 : "unknown encoding: %s",
                                    src->encoding));
        break;
    default:
        recode_bytes(a, src, &codec, coding_line);
    }
}

/* The next character of UTF-8, 0: none; moves *s behind it. */
static uint32_t next_char(const char **s, const char *end)
{
    unsigned c = 0;
    size_t n, bad;
    const char *why;

    if (*s == end)
        return 0;
    n = (signed char)**s >= 0 ? 1 : utf8_sequence(*s, end, &c, &bad, &why);
    if (n <= 1)
        c = n ? (unsigned char)**s : 0xFFFD;
    *s += n ? n : bad;
    return c;
}

/* false: a character has no code, unless '?' is to replace it. */
static bool encode_multibyte(const Multibyte *m, const char *s, size_t len,
                             bool replaces, StrBuf *out)
{
    const char *end = s + len, *behind;
    unsigned char rest[STEP_BYTES];
    Coder coder;

    if (!multibyte_start(&coder, m))
        out_of_memory();
    while (s < end) {
        uint32_t chars[2] = {next_char(&s, end)};
        EncodeStep step = {chars, 1, true};

        behind = s;
        if (s < end) {
            chars[1] = next_char(&behind, end);
            step.left = 2;
        }
        multibyte_encode_step(&coder, &step);
        if (step.length < 0 && !replaces)
            return false;
        if (step.length < 0) {
            chars[0] = '?';
            multibyte_encode_step(&coder, &step);
        }
        strbuf_write(out, (char *)step.bytes, (size_t)step.length);
        if (step.used == 2)
            s = behind;
    }
    strbuf_write(out, (char *)rest, (size_t)multibyte_finish(&coder, rest));
    return true;
}

static bool encode(const Source *src, const char *s, size_t len, bool replaces,
                   StrBuf *out)
{
    Codec codec = find_codec(src->encoding);
    const char *end = s + len;

    if (codec.kind == CODEC_multibyte)
        return encode_multibyte(codec.multibyte, s, len, replaces, out);
    while (s < end) {
        unsigned c = next_char(&s, end);
        int byte = byte_of(&codec, c);

        if (codec.kind == CODEC_utf8) {
            strbuf_put_utf8(out, c);
            continue;
        }
        if (byte < 0 && !replaces)
            return false;
        strbuf_putc(out, byte < 0 ? '?' : (char)byte);
    }
    return true;
}

bool source_encode(const Source *src, const char *utf8, size_t len, StrBuf *out)
{
    return encode(src, utf8, len, false, out);
}

const char *source_restore(Arena *a, const Source *src, const char *text,
                           size_t len, size_t *out_len)
{
    StrBuf out = {.arena = a};

    if (src->encoding)
        encode(src, text, len, true, &out);
    else
        strbuf_write(&out, text, len);
    *out_len = out.len;
    return out.data ? out.data : "";
}
