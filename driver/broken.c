/* A module with a syntax error is compiled as a program that raises it: the
 * import may never be reached, and who reaches it may catch the error. */
#include "driver/driver.h"

static void put_literal(StrBuf *b, const char *s)
{
    if (!s) {
        strbuf_puts(b, "None");
        return;
    }
    strbuf_putc(b, '\'');
    for (; *s; s++)
        strbuf_printf(b, "\\x%02x", (unsigned char)*s);
    strbuf_putc(b, '\'');
}

static bool is_syntax_error(const char *type)
{
    return strcmp(type, "SyntaxError") == 0 ||
           strcmp(type, "IndentationError") == 0 ||
           strcmp(type, "TabError") == 0;
}

/* The statements for an error whose args are the message alone. */
static void put_bare_raise(StrBuf *b, const Diag *d)
{
    strbuf_printf(b, "e = %s(", d->type);
    put_literal(b, d->message);
    strbuf_puts(b, ")\ne.filename = ");
    put_literal(b, d->filename);
    strbuf_printf(b, "\ne.lineno = %d\ne.text = ", d->line);
    put_literal(b, d->text);
    strbuf_puts(b, "\nraise e\n");
}

/* raise TYPE(message[, (filename, lineno, offset, text)]); the offset of an
 * error without text is 0, that of one found behind the parser None. */
static void put_raise(StrBuf *b, const Diag *d)
{
    if (d->bare && d->filename && is_syntax_error(d->type)) {
        put_bare_raise(b, d);
        return;
    }
    if (d->prelude) {
        strbuf_puts(b, "import sys\nsys.stderr.write(");
        put_literal(b, d->prelude);
        strbuf_puts(b, " '\\n')\n");
    }
    strbuf_printf(b, "raise %s", d->type);
    if (*d->message || is_syntax_error(d->type)) {
        strbuf_putc(b, '(');
        put_literal(b, d->message);
        if (is_syntax_error(d->type) && d->filename) {
            strbuf_puts(b, ", (");
            put_literal(b, d->filename);
            strbuf_printf(b, ", %d, ", d->line);
            if (d->offset >= 0 || !d->text)
                strbuf_printf(b, "%d, ", d->offset >= 0 ? d->offset : 0);
            else
                strbuf_puts(b, "None, ");
            put_literal(b, d->text);
            strbuf_putc(b, ')');
        }
        strbuf_putc(b, ')');
    }
    strbuf_putc(b, '\n');
}

void broken_module(Module *m, const Diag *d)
{
    Diags none = {.arena = m->arena};
    StrBuf b = {.arena = m->arena};

    put_raise(&b, d);
    m->is_broken = true;
    m->source = source_from_memory(m->arena, m->filename, b.data, b.len, false);
    m->ast = frontend_parse(m->arena, m->source, PARSE_file, 0, &none);
    m->scope = scope_analyze(m->arena, m->source, m->ast, &none);
}
