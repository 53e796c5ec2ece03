/* Source text: reading, encoding declarations (PEP 263), universal newlines.
 *  Errors are kept with the line they belong to, because
 * CPython decodes while it parses and reports whatever comes first. */
#include "frontend/source.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* PyErr_ProgramText reads lines in pieces of this size and shows the last. */
enum { QUOTED_CHUNK = 999 };

void source_set_bad(Source *src, int line, const char *message)
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

int source_line_at(const Source *src, size_t pos)
{
    int line = 1;

    for (size_t i = 0; i < pos; i++)
        line += src->text[i] == '\n';
    return line;
}

static void check_ascii(Source *src)
{
    for (size_t i = 0; i < src->len; i++) {
        if ((signed char)src->text[i] >= 0)
            continue;
        src->bad_byte = (unsigned char)src->text[i];
        source_set_bad(src, source_line_at(src, i), "");
        return;
    }
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
        source_set_bad(
            src, line,
            arena_printf(a, "encoding problem: %s with BOM", coding));
        return;
    }
    if (!src->encoding) {
        if (src->is_file)
            check_ascii(src);
    } else if (strcmp(src->encoding, "utf-8") != 0 &&
               strcmp(src->encoding, "iso-8859-1") != 0) {
        source_recode(a, src, line);
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
    int lines = source_line_at(src, src->len);

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
