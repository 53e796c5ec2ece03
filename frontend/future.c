/* from __future__ import ...: what the parser must know at once, and the check
 * of the statements at the beginning of a module. */
#include "frontend/parse.h"

static unsigned feature_bit(const Name *name)
{
#define FUTURE(word)                                                           \
    if (strcmp(name->text, #word) == 0)                                        \
        return FUTURE_##word;
#include "frontend/ast.def"
    return 0;
}

static bool is_future_import(const Node *n)
{
    return n->kind == AST_ImportFrom && n->ImportFrom.module &&
           strcmp(n->ImportFrom.module->text, "__future__") == 0;
}

/* CPython's parser acts on the statement wherever it stands. */
void future_note(Parser *p, const Node *import)
{
    if (!is_future_import(import) || import->ImportFrom.level)
        return;
    const NodeList *names = &import->ImportFrom.names;
    for (int i = 0; i < names->count; i++)
        p->future |= feature_bit(names->items[i]->alias.name) &
                     (FUTURE_print_function | FUTURE_unicode_literals);
    p->lx.print_is_name = p->future & FUTURE_print_function;
}

static bool fail(Diag *err, const Source *src, int line, const char *message)
{
    *err = (Diag){.level = DIAG_error,
                  .type = "SyntaxError",
                  .message = message,
                  .filename = src->filename,
                  .line = line,
                  .offset = -1,
                  .bare = true};
    return false;
}

static bool add_features(Arena *a, const Source *src, const Node *n,
                         unsigned *flags, Diag *err)
{
    for (int i = 0; i < n->ImportFrom.names.count; i++) {
        const Name *name = n->ImportFrom.names.items[i]->alias.name;
        unsigned bit = feature_bit(name);
        if (strcmp(name->text, "braces") == 0)
            return fail(err, src, n->lineno, "not a chance");
        if (!bit)
            return fail(err, src, n->lineno,
                        arena_printf(a, "future feature %.100s is not defined",
                                     name->text));
        *flags |= bit;
    }
    return true;
}

/* One string may stand before or between future statements. */
static bool may_precede(const Node *n, bool *seen_string)
{
    bool ok =
        !*seen_string && n->kind == AST_Expr && n->Expr.value->kind == AST_Str;

    *seen_string = true;
    return ok;
}

static bool check_body(Arena *a, const Source *src, const NodeList *body,
                       unsigned *flags, Diag *err)
{
    bool done = false, seen_string = false;
    int line = 0;

    for (int i = 0; i < body->count; i++) {
        const Node *n = body->items[i];
        if (done && n->lineno > line)
            break;
        line = n->lineno;
        if (!is_future_import(n)) {
            done |= !may_precede(n, &seen_string);
            continue;
        }
        if (done)
            return fail(err, src, n->lineno,
                        "from __future__ imports must occur at the beginning "
                        "of the file");
        if (!add_features(a, src, n, flags, err))
            return false;
    }
    return true;
}

bool future_check(Arena *a, const Source *src, Node *module, unsigned inherited,
                  Diag *err)
{
    unsigned flags = inherited;
    bool ok = true;

    switch (module->kind) {
    case AST_Module:
        ok = check_body(a, src, &module->Module.body, &flags, err);
        module->Module.future = flags;
        break;
    case AST_Interactive:
        ok = check_body(a, src, &module->Interactive.body, &flags, err);
        module->Interactive.future = flags;
        break;
    default:
        module->Expression.future = flags;
    }
    return ok;
}
