/* The parser's core and its entry point; see parse.h. */
#include "frontend/parse.h"

#include <stdarg.h>

/* Entries of CPython's parser stack. */
enum { MAX_DEPTH = 1500 };

/* ... under an atom in an expression statement, for each ParseMode. */
static const int depth_of_atom[] = {
    [PARSE_file] = 20, [PARSE_eval] = 16, [PARSE_single] = 19};

/* CPython 2.7 crashes between 20,000 and 40,000. */
enum { MAX_CHAIN = 20000 };

Pos here(const Parser *p)
{
    return (Pos){p->tok.line, p->tok.col};
}

bool at(const Parser *p, TokKind kind)
{
    return p->tok.kind == kind;
}

static _Noreturn void bail_here(Parser *p, const char *type,
                                const char *message)
{
    p->hard = (Diag){.level = DIAG_error, .type = type, .message = message};
    lex_locate(&p->lx, p->arena, &p->hard);
    longjmp(p->bail, 1);
}

static _Noreturn void lexer_failed(Parser *p)
{
    if (!p->lx.error_message) {
        p->hard = source_bad_line(p->arena, p->src, p->lx.in_token);
        p->bad_line = true;
        longjmp(p->bail, 1);
    }
    bail_here(p, p->lx.error_type, p->lx.error_message);
}

/* Whether CPython's tokenizer has looked behind the last byte: most tokens
 * need the next one to end. */
static bool saw_end(const Parser *p)
{
    const Token *t = &p->tok;

    if (p->lx.at_eof)
        return true;
    if (t->end != p->lx.end || t->kind == TOK_NEWLINE)
        return false;
    if (t->kind == TOK_STRING)
        return t->end[-1] == t->end[-2] && t->end - t->start < 6;
    return t->end - t->start < 3 || t->kind < TOK_lpar || t->kind >= TOK_and;
}

/* A token that cannot stand here, unless the message names a better reason. */
static _Noreturn void bad_token_here(Parser *p, const char *type,
                                     const char *message)
{
    if (p->lx.line <= 1 && saw_end(p))
        bail_here(p, "SyntaxError", "unexpected EOF while parsing");
    bail_here(p, type, message);
}

_Noreturn void invalid_syntax(Parser *p)
{
    if (at(p, TOK_INDENT))
        bad_token_here(p, "IndentationError", "unexpected indent");
    if (at(p, TOK_DEDENT))
        bad_token_here(p, "IndentationError", "unexpected unindent");
    bad_token_here(p, "SyntaxError", "invalid syntax");
}

_Noreturn void no_indented_block(Parser *p)
{
    bad_token_here(p, "IndentationError", "expected an indented block");
}

void soft_error(Parser *p, int line, const char *format, ...)
{
    va_list ap;

    if (p->soft)
        return;
    va_start(ap, format);
    const char *message = arena_vprintf(p->arena, format, ap);
    va_end(ap);
    p->soft = ARENA_NEW(p->arena, Diag);
    *p->soft = (Diag){.level = DIAG_error,
                      .type = "SyntaxError",
                      .message = message,
                      .filename = p->src->filename,
                      .line = line,
                      .offset = -1};
}

Diag *soft_hold(Parser *p, const Diag *before)
{
    Diag *held = before ? NULL : p->soft;

    if (held)
        p->soft = NULL;
    return held;
}

void soft_release(Parser *p, Diag *held)
{
    if (!p->soft)
        p->soft = held;
}

void enter(Parser *p, int levels)
{
    p->depth += levels;
    check_depth(p);
}

void check_depth(Parser *p)
{
    if (p->depth > MAX_DEPTH) {
        p->hard = (Diag){.level = DIAG_error,
                         .type = "MemoryError",
                         .message = "",
                         .offset = -1,
                         .prelude = "s_push: parser stack overflow"};
        longjmp(p->bail, 1);
    }
}

/* A limit of ours: the line, without its text. */
static _Noreturn void bail_plain(Parser *p, const char *message)
{
    p->hard = (Diag){.level = DIAG_error,
                     .type = "RuntimeError",
                     .message = message,
                     .filename = p->src->filename,
                     .line = p->lx.line,
                     .offset = -1};
    longjmp(p->bail, 1);
}

void chain(Parser *p, Node *n, const Node *inner)
{
    n->height = inner->height + 1;
    if (n->height > MAX_CHAIN)
        bail_plain(p, "maximum recursion depth exceeded during compilation");
}

void leave(Parser *p, int levels)
{
    p->depth -= levels;
}

void advance(Parser *p)
{
    p->prev_end = (Pos){p->tok.line, p->lx.cur >= p->lx.line_start
                                         ? (int)(p->lx.cur - p->lx.line_start)
                                         : 0};
    p->tok = lex_next(&p->lx);
    if (at(p, TOK_ERROR))
        lexer_failed(p);
}

bool accept_token(Parser *p, TokKind kind)
{
    if (!at(p, kind))
        return false;
    advance(p);
    return true;
}

Pos expect(Parser *p, TokKind kind)
{
    Pos pos = here(p);

    if (!at(p, kind))
        invalid_syntax(p);
    advance(p);
    return pos;
}

const Name *expect_name(Parser *p)
{
    if (!at(p, TOK_NAME))
        invalid_syntax(p);
    const Name *name =
        name_intern(p->tok.start, (size_t)(p->tok.end - p->tok.start));
    advance(p);
    return name;
}

Node *ast_new(Parser *p, AstKind kind, Pos pos)
{
    Node *n = ast_alloc(p->arena, kind);

    n->lineno = pos.line;
    n->col_offset = pos.col;
    return n;
}

Node *ast_end(Parser *p, Node *n)
{
    n->end_lineno = p->prev_end.line;
    n->end_col = p->prev_end.col;
    return n;
}

int list_mark(const Parser *p)
{
    return p->stack.count;
}

void list_push(Parser *p, Node *n)
{
    vec_push(NULL, &p->stack, n);
}

NodeList list_take(Parser *p, int mark)
{
    NodeList list = {NULL, p->stack.count - mark};

    if (list.count) {
        list.items = ARENA_ARRAY(p->arena, Node *, list.count);
        memcpy(list.items, p->stack.items + mark,
               sizeof(Node *) * (size_t)list.count);
    }
    p->stack.count = mark;
    return list;
}

/* file_input: (NEWLINE | stmt)* ENDMARKER */
static Node *file_input(Parser *p)
{
    Node *n = ast_new(p, AST_Module, here(p));
    int mark = list_mark(p);

    while (!at(p, TOK_ENDMARKER))
        if (!accept_token(p, TOK_NEWLINE))
            parse_stmt(p);
    n->Module.body = list_take(p, mark);
    return n;
}

/* eval_input: testlist NEWLINE* ENDMARKER */
static Node *eval_input(Parser *p)
{
    Node *n = ast_new(p, AST_Expression, here(p));

    n->Expression.body = parse_testlist(p);
    while (accept_token(p, TOK_NEWLINE))
        continue;
    if (!at(p, TOK_ENDMARKER))
        invalid_syntax(p);
    return n;
}

/* single_input: NEWLINE | simple_stmt | compound_stmt NEWLINE.  What follows
 * is not looked at. */
static Node *single_input(Parser *p)
{
    Node *n = ast_new(p, AST_Interactive, here(p));
    int mark = list_mark(p);

    if (at(p, TOK_NEWLINE)) {
        list_push(p, ast_new(p, AST_Pass, here(p)));
    } else if (!starts_compound(p)) {
        parse_simple_stmt(p);
    } else {
        parse_stmt(p);
        if (!at(p, TOK_NEWLINE))
            invalid_syntax(p);
    }
    n->Interactive.body = list_take(p, mark);
    return n;
}

static Node *parse_input(Parser *p, ParseMode mode)
{
    p->tok = lex_next(&p->lx);
    if (at(p, TOK_ERROR))
        lexer_failed(p);
    switch (mode) {
    case PARSE_eval:
        return eval_input(p);
    case PARSE_single:
        return single_input(p);
    default:
        return file_input(p);
    }
}

static Node *parse_once(Parser *p, ParseMode mode)
{
    Node *volatile n = NULL;

    lex_init(&p->lx, p->src);
    p->lx.print_is_name = p->future & FUTURE_print_function;
    p->lx.keep_open = p->future & PARSE_KEEP_OPEN;
    p->unicode_default = p->future & FUTURE_unicode_literals;
    p->soft = NULL;
    p->hard = (Diag){0};
    p->depth = depth_of_atom[mode];
    if (setjmp(p->bail) == 0)
        n = parse_input(p, mode);
    vec_free(&p->stack);
    if (n && p->src->utf8_object &&
        (p->src->has_coding_line || p->src->has_bom))
        p->hard = (Diag){.level = DIAG_error,
                         .type = "SyntaxError",
                         .message = "encoding declaration in Unicode string",
                         .filename = p->src->filename,
                         .offset = -1};
    else if (n && p->soft)
        p->hard = *p->soft;
    return p->hard.type ? NULL : n;
}

/* Errors without a column quote the line from the file. */
static Node *report(Parser *p, Diags *out)
{
    Diag *d = &p->hard;

    if (d->offset < 0 && d->line && !p->bad_line &&
        strcmp(d->type, "SyntaxError") == 0)
        d->text = source_quoted_line_or_null(p->arena, p->src, d->line);
    diag_add(out, d);
    return NULL;
}

Node *frontend_parse(Arena *a, Source *src, ParseMode mode, unsigned future,
                     Diags *out)
{
    Parser p = {.arena = a, .src = src, .future = future};

    source_prepare(a, src, mode == PARSE_file);
    Node *n = parse_once(&p, mode);
    unsigned late = p.future & FUTURE_unicode_literals & ~future;
    if (late && p.plain_string) { /* it holds for what stood before it, too */
        p = (Parser){.arena = a, .src = src, .future = future | late};
        n = parse_once(&p, mode);
    }
    if (!n)
        return report(&p, out);
    if (future & PARSE_TREE_ONLY)
        return n;
    return frontend_adopt(a, src, n, future, out);
}

Node *frontend_adopt(Arena *a, Source *src, Node *module, unsigned future,
                     Diags *out)
{
    Parser p = {.arena = a, .src = src};

    if (!future_check(a, src, module, future & ~PARSE_OPTIONS, &p.hard))
        return report(&p, out);
    return module;
}
