/* Source text: reading, encoding declarations (PEP 263), conversion to UTF-8,
 * universal newlines.  Errors are kept with the line they belong to, because
 * CPython decodes while it parses and reports whatever comes first. */
#include "frontend/source.h"

#include "charsets/charmap.h"
#include "charsets/multibyte.h"
#include "frontend/codec_names.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* PyErr_ProgramText reads lines in pieces of this size and shows the last. */
enum { QUOTED_CHUNK = 999 };

static void set_bad(Source *src, int line, const char *message)
{
    if (src->bad_line)
        return;
    src->bad_line = line;
    src->bad_message = message;
}

Diag source_bad_line(Arena *a, const Source *src, bool in_token)
{
    const char *m = src->bad_message;

    if (src->bad_byte)
        m = arena_printf(a,
                         "Non-ASCII character '\\x%.2x' in file %s on line %d, "
                         "but no encoding declared; see "
                         "http://python.org/dev/peps/pep-0263/ for details",
                         src->bad_byte, src->filename,
                         src->bad_line + in_token);
    return (Diag){.level = DIAG_error,
                  .type = "SyntaxError",
                  .message = m,
                  .filename = src->filename,
                  .line = src->is_file ? src->bad_line : 0,
                  .offset = 0};
}

/* The names that CPython's tokenizer itself understands, or NULL. */
static const char *normal_name(const char *s, size_t len)
{
    char buf[13];
    size_t n = len < 12 ? len : 12;

    for (size_t i = 0; i < n; i++)
        buf[i] = s[i] == '_' ? '-' : (char)tolower((unsigned char)s[i]);
    buf[n] = 0;
    if (!strcmp(buf, "utf-8") || !strncmp(buf, "utf-8-", 6))
        return "utf-8";
    static const char *const latin[] = {"latin-1", "iso-8859-1", "iso-latin-1"};
    for (int i = 0; i < 3; i++) {
        size_t k = strlen(latin[i]);
        if (!strncmp(buf, latin[i], k) && (!buf[k] || buf[k] == '-'))
            return "iso-8859-1";
    }
    return NULL;
}

/* The encoding named by a coding comment in the line, or NULL. */
static const char *coding_spec(Arena *a, const char *line, size_t len)
{
    size_t i = 0;

    while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
        i++;
    if (i == len || line[i] != '#')
        return NULL;
    for (; i + 6 < len; i++) {
        if (memcmp(line + i, "coding", 6) != 0 ||
            (line[i + 6] != ':' && line[i + 6] != '='))
            continue;
        size_t b = i + 7;
        while (b < len && (line[b] == ' ' || line[b] == '\t'))
            b++;
        size_t e = b;
        while (e < len &&
               (isalnum((unsigned char)line[e]) || strchr("-_.", line[e])))
            e++;
        if (e == b)
            continue;
        const char *known = normal_name(line + b, e - b);
        return known ? known : arena_strndup(a, line + b, e - b);
    }
    return NULL;
}

static bool blank_or_comment(const char *s, size_t len)
{
    for (size_t i = 0; i < len && s[i] != '#' && s[i] != '\r'; i++)
        if (s[i] != ' ' && s[i] != '\t' && s[i] != '\f')
            return false;
    return true;
}

/* Looks at the first two lines; *line is where the declaration stands.  In
 * memory only a line with its newline can hold one. */
static const char *find_coding(Arena *a, const Source *src, int *line)
{
    const char *s = src->text;
    size_t len = src->len;

    for (*line = 1; *line <= 2; ++*line) {
        size_t n = 0;
        while (n < len && s[n] != '\n')
            n++;
        bool whole = src->is_file || n < len;
        const char *name = whole ? coding_spec(a, s, n) : NULL;
        if (name)
            return name;
        if (!blank_or_comment(s, n) || n == len)
            break;
        s += n + 1;
        len -= n + 1;
    }
    return NULL;
}

/* \r\n and \r become \n.  CPython reads lines as C strings: what follows a NUL
 * on its line is dropped, newline included. */
static void normalise_newlines(Arena *a, Source *src, const char *s, size_t len)
{
    char *out = arena_alloc(a, len + 2), *o = out;

    for (size_t i = 0; i < len; i++) {
        if (s[i] == '\r') {
            *o++ = '\n';
            i += i + 1 < len && s[i + 1] == '\n';
        } else if (!s[i]) {
            while (i < len && s[i] != '\n' && s[i] != '\r')
                i++;
            i += i + 1 < len && s[i] == '\r' && s[i + 1] == '\n';
        } else {
            *o++ = s[i];
        }
    }
    *o = 0;
    src->text = out;
    src->len = (size_t)(o - out);
}

static int line_of(const char *s, size_t pos)
{
    int line = 1;

    for (size_t i = 0; i < pos; i++)
        line += s[i] == '\n';
    return line;
}

static void check_ascii(Source *src)
{
    for (size_t i = 0; i < src->len; i++) {
        if ((signed char)src->text[i] >= 0)
            continue;
        src->bad_byte = (unsigned char)src->text[i];
        set_bad(src, line_of(src->text, i), "");
        return;
    }
}

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
static bool table_name(const char *name, char known[40])
{
    size_t n;

    if (!codec_normalise(name, strlen(name), known))
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
    char known[40];
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
    set_bad(src, line,
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
            set_bad(src, src->is_file ? line_of(src->text, end - 1) : 1,
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

/* Converts text to UTF-8; on a bad byte the text up to it stays. */
static void recode(Arena *a, Source *src, int coding_line)
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
        set_bad(src, src->is_file ? coding_line + 1 : 1,
                "codec did not return a unicode object");
        break;
    case CODEC_none:
        set_bad(src, src->is_file ? coding_line : 1,
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

/* Applies the byte order mark and the coding comment. */
static void decode(Arena *a, Source *src)
{
    int line;
    const char *coding = find_coding(a, src, &line);

    src->has_coding_line = coding != NULL;
    /* A comment in a unicode object is an error, but that of its encoding comes
     * first. */
    src->encoding = src->has_bom                  ? "utf-8"
                    : coding || !src->utf8_object ? coding
                                                  : "utf-8";
    if (src->has_bom && coding && strcmp(coding, "utf-8") != 0) {
        set_bad(src, line,
                arena_printf(a, "encoding problem: %s with BOM", coding));
        return;
    }
    if (!src->encoding) {
        if (src->is_file)
            check_ascii(src);
    } else if (strcmp(src->encoding, "utf-8") != 0 &&
               strcmp(src->encoding, "iso-8859-1") != 0) {
        recode(a, src, line);
    }
}

static void end_line(Source *src)
{
    char *text = (char *)src->text; /* its arena memory has room */

    if (!src->len || text[src->len - 1] == '\n')
        return;
    text[src->len++] = '\n';
    text[src->len] = 0;
    src->newline_added = true;
}

void source_prepare(Arena *a, Source *src, bool whole_file)
{
    if (src->text)
        return;
    bool bom = src->raw_len >= 3 && memcmp(src->raw, "\xEF\xBB\xBF", 3) == 0;
    src->has_bom = bom;
    normalise_newlines(a, src, src->raw + 3 * bom, src->raw_len - 3 * bom);
    if (src->is_file) {
        decode(a, src);
        end_line(src);
    } else {
        if (whole_file)
            end_line(src);
        decode(a, src);
    }
}

static Source *make(Arena *a, const char *filename, const char *bytes,
                    size_t len, bool is_file, bool utf8_object)
{
    Source *src = ARENA_NEW(a, Source);

    src->filename = arena_strdup(a, filename);
    src->raw = bytes;
    src->raw_len = len;
    src->is_file = is_file;
    src->utf8_object = utf8_object;
    return src;
}

Source *source_from_memory(Arena *a, const char *filename, const char *bytes,
                           size_t len, bool is_utf8)
{
    return make(a, filename, arena_strndup(a, bytes, len), len, false, is_utf8);
}

Source *source_from_file_bytes(Arena *a, const char *filename,
                               const char *bytes, size_t len)
{
    return make(a, filename, arena_strndup(a, bytes, len), len, true, false);
}

static Source *cannot_open(Diags *out, const char *path)
{
    diag_add(out,
             &(Diag){.level = DIAG_error,
                     .type = "IOError",
                     .message = arena_printf(out->arena, "[Errno %d] %s: '%s'",
                                             errno, strerror(errno), path),
                     .offset = 0});
    return NULL;
}

Source *source_load(Arena *a, const char *path, Diags *out)
{
    FILE *f = fopen(path, "rb");
    StrBuf data = {.arena = a};
    char buf[16384];
    size_t n;

    if (!f)
        return cannot_open(out, path);
    while ((n = fread(buf, 1, sizeof buf, f)) > 0)
        strbuf_write(&data, buf, n);
    bool failed = ferror(f);
    fclose(f);
    if (failed)
        return cannot_open(out, path);
    return make(a, path, data.data ? data.data : "", data.len, true, false);
}

const char *source_bytes(const Source *src, size_t *len)
{
    *len = src->raw_len;
    return src->raw;
}

const char *source_filename(const Source *src)
{
    return src->filename;
}

const char *source_line(Arena *a, Source *src, int line)
{
    source_prepare(a, src, true);
    const char *s = src->text, *end = s + src->len, *nl;

    for (; line > 1 && s < end; line--) {
        nl = memchr(s, '\n', (size_t)(end - s));
        s = nl ? nl + 1 : end;
    }
    nl = memchr(s, '\n', (size_t)(end - s));
    return arena_strndup(a, s, (size_t)((nl ? nl + 1 : end) - s));
}

int source_line_count(Arena *a, Source *src)
{
    source_prepare(a, src, true);
    int lines = line_of(src->text, src->len);

    return src->len && src->text[src->len - 1] == '\n' ? lines - 1 : lines;
}

const char *source_quoted_line_or_null(Arena *a, const Source *src, int line)
{
    if (!src->is_file)
        return NULL;
    const char *s = src->raw, *end = s + src->raw_len, *start = s;
    while (line > 0 && s < end) {
        start = s;
        while (s < end && *s != '\n' && *s != '\r')
            s++;
        if (s < end)
            s += *s == '\r' && s + 1 < end && s[1] == '\n' ? 2 : 1;
        line--;
    }
    if (line > 0)
        return NULL;
    bool unfinished = s[-1] != '\n' && s[-1] != '\r';
    while (s - start > QUOTED_CHUNK - unfinished)
        start += s - start < QUOTED_CHUNK ? s - start : QUOTED_CHUNK;
    while (start < s && strchr(" \t\f", *start) && *start)
        start++;
    char *copy = arena_strndup(a, start, (size_t)(s - start));
    size_t n = (size_t)(s - start);
    if (n && copy[n - 1] == '\r')
        copy[n - 1] = '\n';
    else if (n > 1 && copy[n - 2] == '\r')
        memcpy(copy + n - 2, "\n", 2);
    return copy;
}
