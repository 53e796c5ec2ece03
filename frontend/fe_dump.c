/* fe-dump: shows what the front end makes of Python source.
 *
 *     fe-dump [--tokens | --ast | --scopes | --bytecode] [--eval | --single |
 * --memory |
 *             --keep-open] FILE
 *
 * Without one of the first four the source is only checked.  Errors go to
 * stderr as CPython writes them; the exit code is 1 then.  --memory reads the
 * file as compile() would read a string. */
#include "frontend/bytecode.h"
#include "frontend/frontend.h"
#include "frontend/lex.h"

#include <stdio.h>

typedef struct Options {
    bool tokens, ast, scopes, bytecode, memory, keep_open;
    ParseMode mode;
    const char *path;
} Options;

static bool read_options(Options *o, char **argv)
{
    for (int i = 1; argv[i]; i++) {
        if (!strcmp(argv[i], "--tokens"))
            o->tokens = true;
        else if (!strcmp(argv[i], "--ast"))
            o->ast = true;
        else if (!strcmp(argv[i], "--scopes"))
            o->scopes = true;
        else if (!strcmp(argv[i], "--bytecode"))
            o->bytecode = true;
        else if (!strcmp(argv[i], "--memory"))
            o->memory = true;
        else if (!strcmp(argv[i], "--keep-open"))
            o->keep_open = true;
        else if (!strcmp(argv[i], "--eval"))
            o->mode = PARSE_eval;
        else if (!strcmp(argv[i], "--single"))
            o->mode = PARSE_single;
        else if (argv[i][0] == '-' || o->path)
            return false;
        else
            o->path = argv[i];
    }
    return o->path != NULL;
}

static int dump_tokens(Arena *a, Source *src)
{
    source_prepare(a, src, true);
    return !lex_dump(src);
}

static Source *load(Arena *a, const Options *o, Diags *diags)
{
    Source *src = source_load(a, o->path, diags);

    if (src && o->memory)
        return source_from_memory(a, "<string>", src->raw, src->raw_len, false);
    return src;
}

static int run(Arena *a, const Options *o, Diags *diags)
{
    Source *src = load(a, o, diags);

    if (!src)
        return 1;
    if (o->tokens)
        return dump_tokens(a, src);
    StrBuf out = {.arena = a};
    Node *n = frontend_parse(a, src, o->mode,
                             o->keep_open ? PARSE_KEEP_OPEN : 0, diags);
    if (n && o->ast)
        ast_dump(&out, n);
    if (n && !o->ast) {
        Scope *top = scope_analyze(a, src, n, diags);
        if (top && o->scopes)
            scope_dump(&out, top);
        if (top && o->bytecode)
            bytecode_dump(&out, top, n->Module.future);
    }
    fwrite(out.data, 1, out.len, stdout);
    return diag_error_or_null(diags) != NULL;
}

int main(int argc, char **argv)
{
    Options o = {0};
    Arena arena = {0};
    Diags diags = {.arena = &arena};

    if (!read_options(&o, argv)) {
        fputs("usage: fe-dump [--tokens|--ast|--scopes|--bytecode] "
              "[--eval|--single|--memory|--keep-open] FILE\n",
              stderr);
        return 2;
    }
    int code = run(&arena, &o, &diags);
    diag_print_all(&diags);
    return code;
}
