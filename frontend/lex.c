/* The lexer; see lex.h.  Lines are entered one by one by next_line, so that a
 * decoding error is found when, and only if, its line is reached.  Within a
 * line every scan stops at its newline or at the NUL behind the text. */
#include "frontend/lex.h"

#include <ctype.h>
#include <stdio.h>

static const char *const token_texts[] = {
#define TOKEN(name, text) text,
#include "frontend/token.def"
#define KEYWORD(word) #word,
#include "frontend/token.def"
};

const char *token_text(TokKind kind)
{
    return token_texts[kind];
}

void lex_init(Lexer *lx, const Source *src)
{
    *lx = (Lexer){.src = src, .at_line_start = true};
    lx->cur = lx->line_start = lx->line_end = lx->buf = src->text;
    lx->end = src->text + src->len;
}

static TokKind fail(Lexer *lx, const char *type, const char *message)
{
    lx->error_type = type;
    lx->error_message = message;
    return TOK_ERROR;
}

/* At the end of a file inside a string CPython first sees an empty line, unless
 * the last line had no newline of its own. */
static bool end_of_text(Lexer *lx)
{
    lx->at_eof = true;
    if (!lx->src->is_file)
        return false;
    lx->line++;
    if (lx->in_token && !lx->src->newline_added) {
        lx->extra_line = true;
        lx->line++;
    }
    return false;
}

/* Enters the next line; false at the end, or with error_type set when the
 * line cannot be decoded. */
static bool next_line(Lexer *lx)
{
    if (lx->at_eof)
        return false;
    if (lx->src->bad_line && lx->line + 1 >= lx->src->bad_line) {
        fail(lx, "SyntaxError", NULL);
        lx->at_eof = true;
        return false;
    }
    if (lx->line_end == lx->end)
        return end_of_text(lx);
    if (!lx->in_token)
        lx->buf = lx->line_end;
    lx->cur = lx->line_start = lx->line_end;
    const char *nl = memchr(lx->cur, '\n', (size_t)(lx->end - lx->cur));
    lx->line_end = nl ? nl + 1 : lx->end;
    lx->line++;
    return true;
}

/* The next byte, entering the next line when needed; -1 at the end. */
static int peek(Lexer *lx)
{
    if (lx->cur == lx->line_end && !next_line(lx))
        return -1;
    return (unsigned char)*lx->cur;
}

/* Indentation */

static TokKind set_indent(Lexer *lx, int col)
{
    if (col == lx->indents[lx->depth])
        return TOK_NEWLINE;
    if (col > lx->indents[lx->depth]) {
        if (lx->depth + 1 >= LEX_MAX_INDENT) {
            lx->cur = lx->line_end;
            return fail(lx, "IndentationError",
                        "too many levels of indentation");
        }
        lx->pending = 1;
        lx->indents[++lx->depth] = col;
        return TOK_NEWLINE;
    }
    while (lx->depth > 0 && col < lx->indents[lx->depth]) {
        lx->pending--;
        lx->depth--;
    }
    if (col == lx->indents[lx->depth])
        return TOK_NEWLINE;
    lx->cur = lx->line_end;
    return fail(lx, "IndentationError",
                "unindent does not match any outer indentation level");
}

/* Measures the line's indentation.  *blank: nothing but a comment follows. */
static TokKind start_line(Lexer *lx, bool *blank)
{
    int col = 0, c;

    lx->at_line_start = false;
    for (;; lx->cur++) {
        c = peek(lx);
        if (c == ' ')
            col++;
        else if (c == '\t')
            col = (col / 8 + 1) * 8;
        else if (c == '\f')
            col = 0;
        else
            break;
    }
    if (lx->error_type)
        return TOK_ERROR;
    *blank = c == '#' || c == '\n';
    if (*blank || lx->brackets > 0)
        return TOK_NEWLINE;
    return set_indent(lx, col);
}

/* Words */

static bool is_word_char(int c)
{
    return isalnum(c) || c == '_';
}

static TokKind keyword_or_name(const Lexer *lx, const char *s, size_t len)
{
#define KEYWORD(word)                                                          \
    if (len == sizeof #word - 1 && s[1] == #word[1] &&                         \
        memcmp(s, #word, sizeof #word - 1) == 0)                               \
        return TOK_##word;
    if (len < 2 || len > 8)
        return TOK_NAME;
    if (lx->print_is_name && len == 5 && memcmp(s, "print", 5) == 0)
        return TOK_NAME;
#include "frontend/token.def"
    return TOK_NAME;
}

/* Length of a string prefix (b, r, u, br, ur in any case), -1 if no quote
 * follows. */
static int string_prefix(const char *s)
{
    int n = 0;

    if (s[0] && strchr("bBuU", s[0]))
        n = 1 + (s[1] == 'r' || s[1] == 'R');
    else if (s[0] == 'r' || s[0] == 'R')
        n = 1;
    return s[n] == '"' || s[n] == '\'' ? n : -1;
}

/* Numbers.  CPython leaves `cur` at the byte it did not like. */

static void skip_digits(Lexer *lx)
{
    while (isdigit((unsigned char)*lx->cur))
        lx->cur++;
}

static TokKind bad_token(Lexer *lx)
{
    return fail(lx, "SyntaxError", "invalid token");
}

static bool is_radix_digit(int c, int radix)
{
    return radix == 16 ? isxdigit(c) : c >= '0' && c < '0' + radix;
}

static TokKind radix_number(Lexer *lx, int radix)
{
    lx->cur++;
    if (!is_radix_digit((unsigned char)*lx->cur, radix))
        return bad_token(lx);
    while (is_radix_digit((unsigned char)*lx->cur, radix))
        lx->cur++;
    if (*lx->cur == 'l' || *lx->cur == 'L')
        lx->cur++;
    return TOK_NUMBER;
}

/* What may follow the integer part: fraction, exponent, j. */
static TokKind float_tail(Lexer *lx)
{
    if (*lx->cur == '.') {
        lx->cur++;
        skip_digits(lx);
    }
    if (*lx->cur == 'e' || *lx->cur == 'E') {
        const char *e = lx->cur++;
        bool sign = *lx->cur == '+' || *lx->cur == '-';
        lx->cur += sign;
        if (!isdigit((unsigned char)*lx->cur)) {
            if (sign)
                return bad_token(lx);
            lx->cur = e;
            return TOK_NUMBER;
        }
        skip_digits(lx);
    }
    if (*lx->cur == 'j' || *lx->cur == 'J')
        lx->cur++;
    return TOK_NUMBER;
}

static bool starts_float_tail(int c)
{
    return c && strchr(".eEjJ", c);
}

static TokKind zero_number(Lexer *lx)
{
    lx->cur++;
    switch (*lx->cur) {
    case 'x':
    case 'X':
        return radix_number(lx, 16);
    case 'o':
    case 'O':
        return radix_number(lx, 8);
    case 'b':
    case 'B':
        return radix_number(lx, 2);
    }
    bool decimal = false;
    for (; isdigit((unsigned char)*lx->cur); lx->cur++)
        decimal |= *lx->cur >= '8';
    if (starts_float_tail(*lx->cur))
        return float_tail(lx);
    if (decimal)
        return bad_token(lx);
    if (*lx->cur == 'l' || *lx->cur == 'L')
        lx->cur++;
    return TOK_NUMBER;
}

static TokKind number(Lexer *lx)
{
    if (*lx->cur == '0')
        return zero_number(lx);
    skip_digits(lx);
    if (*lx->cur == 'l' || *lx->cur == 'L') {
        lx->cur++;
        return TOK_NUMBER;
    }
    return float_tail(lx);
}

/* Strings */

static TokKind unfinished_string(Lexer *lx, bool triple)
{
    if (lx->error_type)
        return TOK_ERROR;
    lx->cur = lx->line_end;
    if (lx->extra_line && !triple) /* ends at the empty line's newline */
        lx->line--;
    else
        lx->offset_fix = lx->extra_line;
    return fail(lx, "SyntaxError",
                triple ? "EOF while scanning triple-quoted string literal"
                       : "EOL while scanning string literal");
}

static bool closes(const Lexer *lx, char quote, bool triple)
{
    return *lx->cur == quote &&
           (!triple || (lx->cur[1] == quote && lx->cur[2] == quote));
}

/* At the opening quote. */
static TokKind string(Lexer *lx)
{
    char quote = *lx->cur;
    bool triple = lx->cur[1] == quote && lx->cur[2] == quote;

    lx->in_token = true;
    lx->cur += triple ? 3 : 1;
    for (int c; !((c = peek(lx)) >= 0 && closes(lx, quote, triple));) {
        if (c < 0)
            return unfinished_string(lx, triple);
        if (c == '\n' && !triple)
            return fail(lx, "SyntaxError", "EOL while scanning string literal");
        lx->cur++;
        if (c == '\\') {
            if (peek(lx) < 0)
                return unfinished_string(lx, false);
            lx->cur++;
        }
    }
    lx->cur += triple ? 3 : 1;
    return TOK_STRING;
}

static TokKind word(Lexer *lx)
{
    int prefix = string_prefix(lx->cur);

    if (prefix >= 0) {
        lx->cur += prefix;
        return string(lx);
    }
    const char *start = lx->cur;
    while (is_word_char((unsigned char)*lx->cur))
        lx->cur++;
    return keyword_or_name(lx, start, (size_t)(lx->cur - start));
}

/* Operators */

static TokKind either(Lexer *lx, char next, TokKind yes, TokKind no)
{
    if (*lx->cur != next)
        return no;
    lx->cur++;
    return yes;
}

/* x, x=, xx, xx= for the operators that come doubled. */
static TokKind doubled(Lexer *lx, char c, TokKind one, TokKind one_eq,
                       TokKind two, TokKind two_eq)
{
    if (*lx->cur == c) {
        lx->cur++;
        return either(lx, '=', two_eq, two);
    }
    return either(lx, '=', one_eq, one);
}

static TokKind bracket(Lexer *lx, int step, TokKind kind)
{
    lx->brackets += step;
    return kind;
}

static TokKind operator(Lexer *lx)
{
    char c = *lx->cur++;

    switch (c) {
    case '(':
        return bracket(lx, 1, TOK_lpar);
    case ')':
        return bracket(lx, -1, TOK_rpar);
    case '[':
        return bracket(lx, 1, TOK_lsqb);
    case ']':
        return bracket(lx, -1, TOK_rsqb);
    case '{':
        return bracket(lx, 1, TOK_lbrace);
    case '}':
        return bracket(lx, -1, TOK_rbrace);
    case ':':
        return TOK_colon;
    case ',':
        return TOK_comma;
    case ';':
        return TOK_semi;
    case '.':
        return TOK_dot;
    case '`':
        return TOK_backquote;
    case '~':
        return TOK_tilde;
    case '@':
        return TOK_at;
    case '+':
        return either(lx, '=', TOK_plusequal, TOK_plus);
    case '-':
        return either(lx, '=', TOK_minusequal, TOK_minus);
    case '%':
        return either(lx, '=', TOK_percentequal, TOK_percent);
    case '|':
        return either(lx, '=', TOK_vbarequal, TOK_vbar);
    case '&':
        return either(lx, '=', TOK_amperequal, TOK_amper);
    case '^':
        return either(lx, '=', TOK_circumflexequal, TOK_circumflex);
    case '=':
        return either(lx, '=', TOK_eqequal, TOK_equal);
    case '!':
        return either(lx, '=', TOK_notequal, TOK_OTHER);
    case '*':
        return doubled(lx, c, TOK_star, TOK_starequal, TOK_doublestar,
                       TOK_doublestarequal);
    case '/':
        return doubled(lx, c, TOK_slash, TOK_slashequal, TOK_doubleslash,
                       TOK_doubleslashequal);
    case '>':
        return doubled(lx, c, TOK_greater, TOK_greaterequal, TOK_rightshift,
                       TOK_rightshiftequal);
    case '<':
        if (*lx->cur == '>')
            return either(lx, '>', TOK_notequal, TOK_less);
        return doubled(lx, c, TOK_less, TOK_lessequal, TOK_leftshift,
                       TOK_leftshiftequal);
    default:
        return TOK_OTHER;
    }
}

/* Tokens */

static TokKind end_marker(Lexer *lx)
{
    if (lx->error_type)
        return TOK_ERROR;
    if (!lx->started)
        return TOK_ENDMARKER;
    lx->started = false;
    if (!lx->keep_open) {
        lx->pending = -lx->depth; /* of an unfinished last line or bracket */
        lx->depth = 0;
    }
    return TOK_NEWLINE;
}

static void skip_blanks(Lexer *lx)
{
    while (*lx->cur == ' ' || *lx->cur == '\t' || *lx->cur == '\f')
        lx->cur++;
}

/* The token at cur; sets *start to where it begins. */
static TokKind plain_token(Lexer *lx, bool blank, const char **start);

static TokKind new_line(Lexer *lx, bool blank, const char **start)
{
    lx->cur++;
    lx->at_line_start = true;
    if (!blank && lx->brackets <= 0)
        return TOK_NEWLINE;
    *start = NULL;
    return TOK_NEWLINE;
}

static TokKind continuation(Lexer *lx, bool blank, const char **start)
{
    if (lx->cur[1] == '\n') {
        lx->cur += 2;
        return plain_token(lx, blank, start);
    }
    lx->cur = lx->line_end;
    return fail(lx, "SyntaxError",
                "unexpected character after line continuation character");
}

static TokKind plain_token(Lexer *lx, bool blank, const char **start)
{
    int c = peek(lx);

    if (c == ' ' || c == '\t' || c == '\f') {
        skip_blanks(lx);
        c = peek(lx);
    }
    if (c == '#') {
        const char *nl = lx->line_end - (lx->line_end[-1] == '\n');
        lx->cur = nl;
        c = peek(lx);
    }
    *start = lx->cur;
    if (c < 0)
        return end_marker(lx);
    if (isalpha(c) || c == '_')
        return word(lx);
    if (c == '\n')
        return new_line(lx, blank, start);
    if (isdigit(c) || (c == '.' && isdigit((unsigned char)lx->cur[1])))
        return number(lx);
    if (c == '"' || c == '\'')
        return string(lx);
    if (c == '\\')
        return continuation(lx, blank, start);
    return operator(lx);
}

static TokKind pending_dent(Lexer *lx)
{
    TokKind kind = lx->pending < 0 ? TOK_DEDENT : TOK_INDENT;

    lx->pending += lx->pending < 0 ? 1 : -1;
    lx->started = true;
    return kind;
}

Token lex_next(Lexer *lx)
{
    const char *start = NULL;
    TokKind kind = TOK_NEWLINE;

    while (!start) { /* blank lines and newlines in brackets give nothing */
        bool blank = false;
        lx->in_token = false;
        if (lx->at_line_start)
            kind = start_line(lx, &blank);
        start = lx->cur;
        if (kind == TOK_ERROR)
            break;
        kind = lx->pending ? pending_dent(lx) : plain_token(lx, blank, &start);
    }
    lx->started |= !lx->at_eof;
    return (Token){kind, start, lx->cur, lx->line,
                   start >= lx->line_start ? (int)(start - lx->line_start)
                                           : -1};
}

/* A file that has ended shows an empty text, but the old offset. */
void lex_locate(const Lexer *lx, Arena *a, Diag *d)
{
    size_t len = (size_t)(lx->line_end - lx->buf);
    size_t offset = (size_t)(lx->cur - lx->buf) + lx->offset_fix;

    char *line = arena_alloc(a, len + 2);
    memcpy(line, lx->buf, len);
    if (lx->extra_line)
        line[len++] = '\n';
    d->filename = lx->src->filename;
    d->line = lx->line;
    d->text = source_restore(a, lx->src, line, len, &len);
    if (offset > 1) {
        source_restore(a, lx->src, line, offset - 1, &offset);
        offset++;
    }
    d->offset = (int)offset;
    if (lx->at_eof && lx->src->is_file && !lx->in_token)
        d->text = "";
}

bool lex_dump(const Source *src)
{
    Lexer lx;
    Token t;

    lex_init(&lx, src);
    do {
        t = lex_next(&lx);
        printf("%d:%d %s %.*s\n", t.line, t.col, token_text(t.kind),
               t.kind == TOK_NEWLINE ? 0 : (int)(t.end - t.start), t.start);
    } while (t.kind != TOK_ENDMARKER && t.kind != TOK_ERROR);
    return t.kind != TOK_ERROR;
}
