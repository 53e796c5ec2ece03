/* _headers: blocks of mail headers at once, for rfc822.
 *
 * What wants a closer look is left to rfc822's loop over lines: lines that go
 * on, those that are no header, blocks that are not all there. */
#include "list.h"
#include "module.h"
#include "str.h"

#include "methods_declare.h"
#include "_headers.def"
#include "methods_end.h"

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static PyStr *stripped(const char *p, const char *end)
{
    while (p < end && is_blank(*p))
        p++;
    while (p < end && is_blank(end[-1]))
        end--;
    return str_shared(p, end - p, SHARE_piece);
}

static PyStr *in_lower_case(const char *p, int64_t n)
{
    char text[SHARE_LONGEST];
    PyStr *s = n > SHARE_LONGEST ? str_new(n) : NULL;
    char *to = s ? s->data : text;

    if (n > SHARE_LONGEST && !s)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        to[i] = (char)(p[i] >= 'A' && p[i] <= 'Z' ? p[i] | 0x20 : p[i]);
    return s ? s : str_shared(text, n, SHARE_piece);
}

typedef struct Headers {
    PyList *lines;
    PyDict *values; /* the last one of each name */
} Headers;

/* A line with its end: 1, 0 if it is not one header, -1 exception. */
static int add(Headers *h, const char *line, const char *end)
{
    const char *colon = memchr(line, ':', (size_t)(end - line));
    PyStr *name, *value, *whole;

    if (!colon || colon == line || *line == ' ' || *line == '\t')
        return 0;
    whole = str_from(line, end - line);
    name = in_lower_case(line, colon - line);
    value = stripped(colon + 1, end);
    if (!whole || !name || !value || list_append(h->lines, (Value)whole) < 0 ||
        dict_set_str(h->values, name, (Value)value) < 0)
        return -1;
    return 1;
}

/* parse(text): the length of the headers at its start with the empty line
 * behind them, their lines, and the dict of their values; None: it has to be
 * done line by line. */
static Value headers_parse(Value self, const Value *args, Py_ssize nargs)
{
    const char *p, *newline, *end;
    Headers h = {list_new(8), dict_new()};
    int r = 1;

    if (!has_type_flag(args[0], TYPE_STR))
        return NONE;
    if (!h.lines || !h.values)
        return NULL;
    p = str_span(args[0]).data;
    end = p + str_span(args[0]).length;
    if (end - p >= 5 && memcmp(p, "From ", 5) == 0)
        return NONE;
    for (; (newline = memchr(p, '\n', (size_t)(end - p))); p = newline + 1) {
        if (newline == p || (newline == p + 1 && *p == '\r'))
            break;
        r = add(&h, p, newline + 1);
        if (r < 1)
            return r < 0 ? NULL : NONE;
    }
    if (!newline)
        return NONE;
    return (Value)tuple_pack(3, tag_int(newline + 1 - str_span(args[0]).data),
                             h.lines, h.values);
}

static const NativeDef headers_functions[] = {
#include "methods_table.h"
#include "_headers.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__headers = {
    .name = "_headers",
    .functions = headers_functions,
};
