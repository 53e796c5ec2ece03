/* -MD: the sources a result was made of, as make reads them. */
#include "driver/driver.h"

static void put_path(StrBuf *b, const char *path)
{
    for (; *path; path++) {
        if (*path == ' ' || *path == '#')
            strbuf_putc(b, '\\');
        if (*path == '$')
            strbuf_putc(b, '$');
        strbuf_putc(b, *path);
    }
}

/* prog -> prog.d, mod.o -> mod.d */
static const char *depend_path(const Options *o, const char *output)
{
    const char *dot = strrchr(output, '.'), *slash = strrchr(output, '/');

    if (o->depend_file)
        return o->depend_file;
    if (!dot || (slash && dot < slash))
        dot = output + strlen(output);
    return arena_printf(o->arena, "%.*s.d", (int)(dot - output), output);
}

bool depend_write(const Options *o, const Program *p, const char *output)
{
    StrBuf b = {.arena = o->arena};

    put_path(&b, output);
    strbuf_putc(&b, ':');
    for (int i = 0; i < p->modules.count; i++) {
        strbuf_puts(&b, " \\\n  ");
        put_path(&b, p->modules.items[i]->filename);
    }
    strbuf_putc(&b, '\n');
    return output_write(o->arena, depend_path(o, output), b.data, b.len);
}
