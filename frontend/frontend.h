/* The front end: source text to syntax tree to scopes.
 *
 *     Arena arena = {0};
 *     Diags diags = {.arena = &arena};
 *     Source *src = source_load(&arena, path, &diags);
 *     Node *mod = src ? frontend_parse(&arena, src, PARSE_file, 0, &diags) :
 * NULL; Scope *top = mod ? scope_analyze(&arena, src, mod, &diags) : NULL;
 *
 * Every step returns NULL with exactly one error added; warnings may stand
 * before it.  Everything lives in the arena. */
#ifndef PYLLC_FRONTEND_FRONTEND_H
#define PYLLC_FRONTEND_FRONTEND_H

#include "base/arena.h"
#include "base/diag.h"
#include "frontend/ast.h"
#include "frontend/scope.h"

/* source.c: bytes to text that the lexer reads */

typedef struct Source Source;

/* Reads a file.  IOError-like error when it cannot be read; errors of encoding
 * are found by frontend_parse, in line order with the syntax errors. */
Source *source_load(Arena *a, const char *path, Diags *out);

/* Source in memory, as compile(), exec and eval take it.  Unlike in a file,
 * bytes outside ASCII need no declared encoding.  is_utf8: the text was a
 * unicode object and is now UTF-8. */
Source *source_from_memory(Arena *a, const char *filename, const char *bytes,
                           size_t len, bool is_utf8);

/* The same, with the rules for files (what source_load does after reading). */
Source *source_from_file_bytes(Arena *a, const char *filename,
                               const char *bytes, size_t len);

const char *source_filename(const Source *src);
/* As it was read, any bytes. */
const char *source_bytes(const Source *src, size_t *len);

/* Line `line` (1-based), UTF-8, with its newline; "" behind the end.  The copy
 * lives in the arena. */
const char *source_line(Arena *a, Source *src, int line);

/* Number of lines. */
int source_line_count(Arena *a, Source *src);

/* parse.c: text to tree */

typedef enum { PARSE_file, PARSE_eval, PARSE_single } ParseMode;

/* With the future flags: a last line without newline leaves its block open, so
 * that an interactive prompt can tell that more must come.  compile()'s
 * undocumented flag 0x200, which module codeop uses. */
enum {
    PARSE_KEEP_OPEN = 1 << 16,
    /* Future statements are not checked: the tree is all that is asked for. */
    PARSE_TREE_ONLY = 1 << 17,
    PARSE_OPTIONS = PARSE_KEEP_OPEN | PARSE_TREE_ONLY
};

/* future: FUTURE_ flags that hold from the start (inherited by exec, compile).
 */
Node *frontend_parse(Arena *a, Source *src, ParseMode mode, unsigned future,
                     Diags *out);

/* A tree that was not made by the parser (compile() of an `ast` tree): checks
 * its future statements, as frontend_parse has done for its own. */
Node *frontend_adopt(Arena *a, Source *src, Node *module, unsigned future,
                     Diags *out);

/* scope.c: tree to scopes; mangles private names in the tree */
Scope *scope_analyze(Arena *a, Source *src, Node *module, Diags *out);

#endif
