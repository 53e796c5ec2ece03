/* The lexer: text to tokens, one at a time.
 *
 * Errors and positions follow CPython's tokenizer, whose state at the time of
 * an error is what SyntaxError shows: text from `buf` to `line_end`, offset
 * `cur - buf`. */
#ifndef PYLLC_FRONTEND_LEX_H
#define PYLLC_FRONTEND_LEX_H

#include "frontend/source.h"

typedef enum {
#define TOKEN(name, text) TOK_##name,
#include "frontend/token.def"
#define KEYWORD(word) TOK_##word,
#include "frontend/token.def"
    TOK_COUNT
} TokKind;

typedef struct Token {
    TokKind kind;
    const char *start, *end;
    int line; /* where the token ends */
    int col;  /* of its start, in bytes; -1: it began on an earlier line */
} Token;

enum { LEX_MAX_INDENT = 100 };

typedef struct Lexer {
    const Source *src;
    const char *cur;        /* next byte */
    const char *line_start; /* of the current line */
    const char *line_end;   /* behind the current line's newline */
    const char *buf;        /* line where the current token began */
    const char *end;        /* of the text */
    int line;
    int indents[LEX_MAX_INDENT]; /* columns with tabs every 8 */
    int depth;                   /* indents[depth] is the current one */
    int pending;                 /* > 0: INDENT due; < 0: DEDENTs due */
    int brackets;
    bool in_token; /* lines read now belong to the token */
    bool at_line_start;
    bool started; /* a token was given, the last NEWLINE not yet */
    bool at_eof;
    bool extra_line; /* an end of file in a string showed an empty line */
    bool print_is_name;
    bool keep_open;         /* the end of the text closes no blocks by itself */
    int offset_fix;         /* added to the offset of an error */
    const char *error_type; /* with ERROR: exception and message; no */
    const char *error_message; /* message: the line cannot be decoded */
} Lexer;

void lex_init(Lexer *lx, const Source *src);

/* The next token.  The end of the text gives NEWLINE, DEDENTs and, after
 * these, another NEWLINE, then ENDMARKER for ever.  After ERROR nothing more
 * may be asked. */
Token lex_next(Lexer *lx);

/* Fills place and text of a diagnostic from the lexer's state. */
void lex_locate(const Lexer *lx, Arena *a, Diag *d);

/* "while", "(", "name", ... */
const char *token_text(TokKind kind);
/* Prints the tokens of a prepared source; false: one is an error. */
bool lex_dump(const Source *src);

#endif
