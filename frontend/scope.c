/* Scopes: the entry point of the analysis, queries, the dump. */
#include "frontend/scope_internal.h"

_Noreturn void scope_fail(Analysis *an, int line, const char *format, ...)
{
    va_list ap;
    Diag d = {.level = DIAG_error,
              .type = "SyntaxError",
              .filename = line ? an->src->filename : NULL,
              .line = line,
              .offset = -1,
              .bare = an->bare};

    va_start(ap, format);
    d.message = arena_vprintf(an->arena, format, ap);
    va_end(ap);
    if (line)
        d.text = source_quoted_line_or_null(an->arena, an->src, line);
    diag_add(an->out, &d);
    longjmp(an->bail, 1);
}

void scope_warn(Analysis *an, int line, const char *format, ...)
{
    va_list ap;

    va_start(ap, format);
    const char *message = arena_vprintf(an->arena, format, ap);
    va_end(ap);
    diag_add(an->out, &(Diag){.level = DIAG_warning,
                              .type = "SyntaxWarning",
                              .message = message,
                              .filename = an->src->filename,
                              .line = line,
                              .offset = -1,
                              .bare = true,
                              .text = source_quoted_line_or_null(
                                  an->arena, an->src, line)});
}

Scope *scope_analyze(Arena *a, Source *src, Node *module, Diags *out)
{
    Analysis an = {.arena = a, .src = src, .out = out, .module = module};
    Scope *volatile top = NULL;

    if (setjmp(an.bail) != 0)
        return NULL;
    an.bare = true;
    top = scope_build(&an, module);
    scope_resolve(&an, top);
    an.bare = false;
    scope_code(&an, top);
    return top;
}

Symbol *scope_lookup(const Scope *s, const Name *name)
{
    return map_get(&s->table, name);
}

const Name *scope_mangle(const Scope *s, const Name *name)
{
    return mangle(s->private_class, name);
}

static const char *kind_word(const Symbol *sym)
{
    static const char *const words[] = {
        [SYM_UNRESOLVED] = "unresolved",
        [SYM_LOCAL] = "local",
        [SYM_GLOBAL_EXPLICIT] = "global-explicit",
        [SYM_GLOBAL_IMPLICIT] = "global-implicit",
        [SYM_FREE] = "free",
        [SYM_CELL] = "cell",
    };

    return words[sym->kind];
}

static void dump_names(StrBuf *out, const char *title, const NameList *list)
{
    strbuf_printf(out, " %s=(", title);
    for (int i = 0; i < list->count; i++)
        strbuf_printf(out, i ? " %s" : "%s", list->items[i]->text);
    strbuf_putc(out, ')');
}

static void dump_symbol(StrBuf *out, const Symbol *sym, int depth)
{
    strbuf_printf(out, "%*s%s %s", depth * 2, "", sym->name->text,
                  kind_word(sym));
    if (sym->flags & SYMF_param)
        strbuf_puts(out, " param");
    if (sym->flags & SYMF_assigned)
        strbuf_puts(out, " assigned");
    if (sym->flags & SYMF_used)
        strbuf_puts(out, " used");
    if (sym->flags & SYMF_imported)
        strbuf_puts(out, " imported");
    strbuf_putc(out, '\n');
}

static void dump(StrBuf *out, const Scope *s, int depth)
{
    strbuf_printf(out, "%*sscope %s line %d args %d%s%s%s%s", depth * 2, "",
                  s->name->text, s->first_line, s->argcount,
                  s->has_varargs ? " varargs" : "",
                  s->has_varkeywords ? " varkeywords" : "",
                  s->is_generator ? " generator" : "",
                  s->optimized ? " optimized" : "");
    dump_names(out, "varnames", &s->varnames);
    dump_names(out, "cellvars", &s->cellvars);
    dump_names(out, "freevars", &s->freevars);
    strbuf_putc(out, '\n');
    for (int i = 0; i < s->symbols.count; i++)
        dump_symbol(out, s->symbols.items[i], depth + 1);
    for (int i = 0; i < s->children.count; i++)
        dump(out, s->children.items[i], depth + 1);
}

void scope_dump(StrBuf *out, const Scope *s)
{
    dump(out, s, 0);
}
