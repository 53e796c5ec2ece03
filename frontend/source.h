/* What a Source holds; for the front end's own files. */
#ifndef PYLLC_FRONTEND_SOURCE_H
#define PYLLC_FRONTEND_SOURCE_H

#include "frontend/frontend.h"

struct Source {
    const char *filename;
    const char *raw; /* as on disk, for lines quoted in messages */
    size_t raw_len;

    /* What the lexer reads, NULL before source_prepare: UTF-8 (or the raw
     * bytes: see encoding), newlines are \n, no byte order mark, no NUL before
     * the one at text[len]. */
    const char *text;
    size_t len;

    bool has_bom;
    bool newline_added; /* the last line had none */
    bool is_file;       /* rules and positions of CPython reading a file */

    /* NULL: none declared, text is the raw bytes.  "iso-8859-1": text is the
     * raw bytes too.  Anything else: text is UTF-8, byte strings are encoded
     * back unless it is "utf-8". */
    const char *encoding;
    bool utf8_object;     /* was a unicode object */
    bool has_coding_line; /* a coding comment, whatever it says */

    /* The error to raise when the lexer wants this line; 0: none. */
    int bad_line;
    int bad_byte; /* undeclared and not ASCII; 0: bad_message says what */
    const char *bad_message;
};

/* Makes text from raw, once.  whole_file: not for eval or single, where a last
 * line without newline stays so. */
void source_prepare(Arena *a, Source *src, bool whole_file);

/* --- source_codec.c ------------------------------------------------------- */

/* Converts text from its encoding to UTF-8; on a bad byte the text up to it
 * stays.  coding_line: where the encoding is declared. */
void source_recode(Arena *a, Source *src, int coding_line);

/* Length of the UTF-8 sequence at s, or 0 with *bad bytes at fault. */
size_t utf8_sequence(const char *s, const char *end, unsigned *value,
                     size_t *bad, const char **why);

/* Encodes UTF-8 text into the source's encoding; false if it cannot. */
bool source_encode(const Source *src, const char *utf8, size_t len,
                   StrBuf *out);

/* UTF-8 text as CPython shows it in errors: in the declared encoding, what is
 * not UTF-8 or cannot be encoded replaced. */
const char *source_restore(Arena *a, const Source *src, const char *text,
                           size_t len, size_t *out_len);

/* --- source.c ------------------------------------------------------------- */

/* Notes the error of a line, unless there is one already. */
void source_set_bad(Source *src, int line, const char *message);
/* The line, from 1, of a position in the text. */
int source_line_at(const Source *src, size_t pos);

/* The error of bad_line.  CPython counts the line once more in the message when
 * it lies inside a string. */
Diag source_bad_line(Arena *a, const Source *src, bool in_token);

/* As CPython quotes a line below "File ..., line N" for errors without a
 * column: leading blanks stripped, read from the file's bytes.  NULL for
 * sources that are no file. */
const char *source_quoted_line_or_null(Arena *a, const Source *src, int line);

#endif
