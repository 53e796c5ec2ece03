/* Formats diagnostics as CPython's interpreter does; see diag.h. */
#include "base/diag.h"

#include <stdio.h>

void diag_add(Diags *all, const Diag *d)
{
    vec_push(all->arena, &all->list, *d);
}

const Diag *diag_error_or_null(const Diags *all)
{
    for (int i = 0; i < all->list.count; i++)
        if (all->list.items[i].level == DIAG_error)
            return &all->list.items[i];
    return NULL;
}

/* Text of several lines: the one with the offset comes first, what follows is
 * printed too.  Leading blanks go, the caret line moves with them. */
static void format_text(StrBuf *out, const char *text, int offset)
{
    if (offset >= 0) {
        size_t len = strlen(text);
        if (offset > 0 && (size_t)offset == len && text[offset - 1] == '\n')
            offset--;
        const char *nl;
        while ((nl = strchr(text, '\n')) && nl - text < offset) {
            offset -= (int)(nl + 1 - text);
            text = nl + 1;
        }
        while (*text == ' ' || *text == '\t') {
            text++;
            offset--;
        }
    }
    strbuf_puts(out, "    ");
    strbuf_puts(out, text);
    if (!*text || text[strlen(text) - 1] != '\n')
        strbuf_putc(out, '\n');
    if (offset == -1)
        return;
    strbuf_puts(out, "    ");
    for (; offset > 1; offset--)
        strbuf_putc(out, ' ');
    strbuf_puts(out, "^\n");
}

static void format_warning(StrBuf *out, const Diag *d)
{
    strbuf_printf(out, "%s:%d: %s: %s\n", d->filename, d->line, d->type,
                  d->message);
    if (!d->text)
        return;
    const char *s = d->text, *end = s + strlen(s);
    while (*s == ' ' || *s == '\t' || *s == '\f')
        s++;
    while (end > s && strchr(" \t\r\n\f\v", end[-1]))
        end--;
    if (end > s)
        strbuf_printf(out, "  %.*s\n", (int)(end - s), s);
}

void diag_format(StrBuf *out, const Diag *d)
{
    if (d->level == DIAG_warning) {
        format_warning(out, d);
        return;
    }
    if (d->prelude)
        strbuf_printf(out, "%s\n", d->prelude);
    if (d->filename && d->line > 0)
        strbuf_printf(out, "  File \"%s\", line %d\n", d->filename, d->line);
    if (d->text)
        format_text(out, d->text, d->offset);
    strbuf_puts(out, d->type);
    if (*d->message)
        strbuf_printf(out, ": %s", d->message);
    strbuf_putc(out, '\n');
}

void diag_print_all(const Diags *all)
{
    StrBuf out = {0};

    for (int i = 0; i < all->list.count; i++)
        diag_format(&out, &all->list.items[i]);
    if (out.len)
        fwrite(out.data, 1, out.len, stderr);
    strbuf_free(&out);
}
