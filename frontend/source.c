/* Source text: reading, encoding declarations (PEP 263), conversion to UTF-8,
 * universal newlines.  Errors are kept with the line they belong to, because
 * CPython decodes while it parses and reports whatever comes first. */
#include "frontend/source.h"

#include "frontend/codec_names.h"

#include <ctype.h>
#include <errno.h>
#include <iconv.h>
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

/* An encoding of one byte per character: its code points, NULL for rot13, whose
 * bytes are those of latin-1 with the letters moved. */
static bool is_bytewise(const char *name, const uint16_t **chars)
{
    char known[40];

    *chars = NULL;
    if (!table_name(name, known))
        return false;
    *chars = codec_charmap(known);
    return *chars || codec_has_word("rot13 rot_13", known);
}

static unsigned rotated(unsigned c)
{
    unsigned first = c & 32 ? 'a' : 'A';

    return c < 128 && isalpha((int)c) ? first + (c - first + 13) % 26 : c;
}

static unsigned char_of(const uint16_t *chars, unsigned char byte)
{
    return chars ? chars[byte] : rotated(byte);
}

/* glibc's name for what Python calls the encoding. */
static const char *iconv_name(Arena *a, const char *name)
{
    static const char *const aliases[][2] = {
        {"ascii", "ANSI_X3.4-1968"},
        {"646", "ANSI_X3.4-1968"},
        {"latin1", "ISO-8859-1"},
        {"latin", "ISO-8859-1"},
        {"l1", "ISO-8859-1"},
        {"8859", "ISO-8859-1"},
        {"iso8859", "ISO-8859-1"},
        {"u8", "UTF-8"},
        {"utf8-ucs2", "UTF-8"},
        {"utf8-ucs4", "UTF-8"},
        {"utf", "UTF-8"},
        {"utf8", "UTF-8"},
        {"utf-8-sig", "UTF-8"},
    };
    char known[40];
    const char *label, *charset = table_name(name, known)
                                      ? codec_charset(known, &label)
                                      : NULL;

    /* In SJIS a backslash would be a yen sign. */
    if (charset && *charset)
        return strcmp(charset, "SJIS") == 0 ? "CP932" : charset;
    char *s = arena_strdup(a, name), *to = s;
    bool gap = false;

    /* As encodings.normalize_encoding(): whatever is no letter or digit counts
     * as one separator, none at the ends. */
    for (const char *p = name; *p; p++) {
        if (!isalnum((unsigned char)*p)) {
            gap = true;
            continue;
        }
        if (gap && to != s)
            *to++ = '-';
        *to++ = (char)tolower((unsigned char)*p);
        gap = false;
    }
    *to = 0;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (!strcmp(s, aliases[i][0]))
            return aliases[i][1];
    return s;
}

/* What errors call the codec. */
static const char *python_codec_name(const char *name)
{
    char known[40];
    const uint16_t *chars;
    const char *label;

    if (is_bytewise(name, &chars))
        return "charmap";
    if (!table_name(name, known))
        return name;
    if (codec_has_word("ascii us_ascii", known))
        return "ascii";
    if (codec_has_word("utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4", known))
        return "utf8";
    return codec_charset(known, &label) ? label : name;
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

/* The codec failed at byte `bad` of the text.  CPython decodes memory as a
 * whole, and files by lines, behind the one with the declaration. */
static void set_undecodable(Arena *a, Source *src, size_t bad, size_t count,
                            const char *why, int line)
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
    const char *codec = python_codec_name(src->encoding);
    size_t at = bad - r.decoded;
    const char *m =
        count == 1
            ? arena_printf(a,
                           "'%s' codec can't decode byte 0x%02x in position "
                           "%zu: %s",
                           codec, (unsigned char)src->text[bad], at, why)
            : arena_printf(a,
                           "'%s' codec can't decode bytes in position "
                           "%zu-%zu: %s",
                           codec, at, at + count - 1, why);
    set_bad(src, line, m);
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
        set_undecodable(a, src, (size_t)(s - src->text), bad, why, coding_line);
    src->len = (size_t)(s - src->text);
    ((char *)src->text)[src->len] = 0;
}

static const char *why_undecodable(const Source *src)
{
    const char *codec = python_codec_name(src->encoding);

    return !strcmp(codec, "ascii")     ? "ordinal not in range(128)"
           : !strcmp(codec, "charmap") ? "character maps to <undefined>"
                                       : "illegal multibyte sequence";
}

/* Converts text in an encoding of one byte per character. */
static void recode_bytes(Arena *a, Source *src, const uint16_t *chars,
                         int coding_line)
{
    StrBuf out = {.arena = a};
    unsigned c;

    for (size_t i = 0; i < src->len; i++) {
        c = char_of(chars, (unsigned char)src->text[i]);
        if (c == CODEC_NO_CHAR) {
            set_undecodable(a, src, i, 1, why_undecodable(src), coding_line);
            break;
        }
        strbuf_put_utf8(&out, c);
    }
    strbuf_write(&out, "\0\0", 2); /* there may come a newline */
    src->text = out.data;
    src->len = out.len - 2;
}

/* Converts text to UTF-8; on a bad byte the text up to it stays. */
static void recode(Arena *a, Source *src, int coding_line)
{
    const char *name = iconv_name(a, src->encoding);
    const uint16_t *chars;
    char known[40];

    if (strcmp(name, "UTF-8") == 0) {
        check_utf8(a, src, coding_line);
        return;
    }
    if (is_bytewise(src->encoding, &chars)) {
        recode_bytes(a, src, chars, coding_line);
        return;
    }
    iconv_t cd = table_name(src->encoding, known) ? iconv_open("UTF-8", name)
                                                  : (iconv_t)-1;
    if (cd == (iconv_t)-1 && codec_has_word("string_escape", known)) {
        set_bad(src, src->is_file ? coding_line + 1 : 1,
                "codec did not return a unicode object");
        return;
    }
    if (cd == (iconv_t)-1) {
        set_bad(src, src->is_file ? coding_line : 1,
                arena_printf(a,
                             src->is_file ? "encoding problem: %s"
                                          : "unknown encoding: %s",
                             src->encoding));
        return;
    }
    size_t left = src->len, room = src->len * 4 + 4, cap = room;
    char *in = (char *)src->text, *out = arena_alloc(a, room + 2), *o = out;
    if (iconv(cd, &in, &left, &o, &room) == (size_t)-1)
        set_undecodable(a, src, (size_t)(in - src->text), 1,
                        why_undecodable(src), coding_line);
    iconv_close(cd);
    src->text = out;
    src->len = cap - room;
    out[src->len] = 0;
}

/* One piece of output; the state of encodings like ISO-2022 is reset when the
 * input is used up. */
static bool encode_piece(iconv_t cd, char **in, size_t *len, StrBuf *out)
{
    char buf[256], *o = buf;
    size_t room = sizeof buf - 16; /* enough for the reset sequence */
    bool ok = iconv(cd, in, len, &o, &room) != (size_t)-1 || errno == E2BIG;

    room += 16;
    if (ok && !*len)
        iconv(cd, NULL, NULL, &o, &room);
    strbuf_write(out, buf, sizeof buf - room);
    return ok;
}

/* false: a character has no byte. */
static bool encode_bytes(const uint16_t *chars, const char *utf8, size_t len,
                         StrBuf *out)
{
    const char *end = utf8 + len, *why;
    size_t bad;
    unsigned c, byte;

    for (size_t n; utf8 < end; utf8 += n) {
        c = (unsigned char)*utf8;
        n = c < 128 ? 1 : utf8_sequence(utf8, end, &c, &bad, &why);
        /* Of several bytes it is the last, as in Python's tables. */
        for (byte = 256;
             byte-- > 0 && char_of(chars, (unsigned char)byte) != c;)
            ;
        if (n == 0 || byte > 255)
            return false;
        strbuf_putc(out, (char)byte);
    }
    return true;
}

bool source_encode(const Source *src, const char *utf8, size_t len, StrBuf *out)
{
    Arena names = {0};
    const char *name = iconv_name(&names, src->encoding);
    const uint16_t *chars;

    if (is_bytewise(src->encoding, &chars)) {
        arena_release(&names);
        return encode_bytes(chars, utf8, len, out);
    }
    if (strcmp(name, "UTF-8") == 0) {
        arena_release(&names);
        strbuf_write(out, utf8, len);
        return true;
    }
    iconv_t cd = iconv_open(name, "UTF-8");
    bool ok = cd != (iconv_t)-1;
    char *in = (char *)utf8;

    while (ok && len)
        ok = encode_piece(cd, &in, &len, out);
    if (cd != (iconv_t)-1)
        iconv_close(cd);
    arena_release(&names);
    return ok;
}

/* One code point in the source's encoding, '?' where it has none. */
static void put_restored(const Source *src, StrBuf *out, unsigned c)
{
    StrBuf one = {0};

    strbuf_put_utf8(&one, c);
    if (!strcmp(src->encoding, "utf-8"))
        strbuf_write(out, one.data, one.len);
    else if (!strcmp(src->encoding, "iso-8859-1"))
        strbuf_putc(out, c < 256 ? (char)c : '?');
    else if (!source_encode(src, one.data, one.len, out))
        strbuf_putc(out, '?');
    strbuf_free(&one);
}

const char *source_restore(Arena *a, const Source *src, const char *text,
                           size_t len, size_t *out_len)
{
    StrBuf out = {.arena = a};
    const char *end = text + len;

    while (text < end) {
        unsigned c = (unsigned char)*text;
        size_t bad, n = 1;
        const char *why;
        if (src->encoding && c >= 128) {
            n = utf8_sequence(text, end, &c, &bad, &why);
            put_restored(src, &out, n ? c : 0xFFFD);
        } else {
            strbuf_putc(&out, (char)c);
        }
        text += n ? n : bad;
    }
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
