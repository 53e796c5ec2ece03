/* Module _csvscan: what _csv.py does with every character of ordinary lines.
 * All that is out of the ordinary is left to _csv.py. */
#include "list.h"
#include "module.h"
#include "str.h"

#include "methods_declare.h"
#include "_csvscan.def"
#include "methods_end.h"

typedef struct Scan {
    const char *p, *end;
    char delimiter, quote;
    bool has_quote, doublequote;
    int64_t limit; /* of a field's length */
} Scan;

/* The field at s->p, which begins with a quote; NULL without an exception: it
 * goes on in the next line, or something follows its end. */
static PyStr *quoted_field(Scan *s)
{
    StrBuilder b = {0};

    s->p++;
    for (;;) {
        const char *close = memchr(s->p, s->quote, (size_t)(s->end - s->p));

        if (!close || sb_add(&b, s->p, close - s->p) < 0)
            return NULL;
        s->p = close + 1;
        if (s->p == s->end || *s->p != s->quote)
            break;
        if (!s->doublequote || sb_putc(&b, s->quote) < 0)
            return NULL;
        s->p++;
    }
    if (s->p < s->end && *s->p != s->delimiter)
        return NULL;
    return b.length > s->limit ? NULL : sb_finish(&b);
}

static PyStr *plain_field(Scan *s)
{
    const char *start = s->p;
    const char *stop = memchr(start, s->delimiter, (size_t)(s->end - start));

    s->p = stop ? stop : s->end;
    return s->p - start > s->limit ? NULL : str_from(start, s->p - start);
}

static bool one_char(Value v, char *out)
{
    if (!is_str(v) || str_span(v).length != 1)
        return false;
    *out = *str_span(v).data;
    return true;
}

/* split(line, delimiter, quote character or None, doublequote, limit): the
 * fields, or None if the line is none that is simple.  Escapes are not known
 * here. */
static Value f_split(Value self, const Value *args, Py_ssize nargs)
{
    Scan s = {.doublequote = op_is_true(args[3]) > 0};
    PyList *fields = list_new(8);
    PyStr *field;
    Span in;

    s.limit = value_as_int64(args[4]);
    if ((s.limit == -1 && err_pending()) || !fields)
        return NULL;
    s.has_quote = one_char(args[2], &s.quote);
    if (!is_str(args[0]) || !one_char(args[1], &s.delimiter))
        return NONE;
    in = str_span(args[0]);
    s.p = in.data;
    s.end = in.data + in.length;
    if (s.end > s.p && s.end[-1] == '\n')
        s.end--;
    if (s.end > s.p && s.end[-1] == '\r')
        s.end--;
    if (memchr(s.p, '\n', (size_t)(s.end - s.p)) ||
        memchr(s.p, '\r', (size_t)(s.end - s.p)) ||
        memchr(s.p, 0, (size_t)(s.end - s.p)))
        return NONE;
    if (s.p == s.end)
        return (Value)fields;
    for (;; s.p++) {
        bool quoted = s.has_quote && s.p < s.end && *s.p == s.quote;

        field = quoted ? quoted_field(&s) : plain_field(&s);
        if (!field)
            return err_pending() ? NULL : NONE;
        if (list_append(fields, (Value)field) < 0)
            return NULL;
        if (s.p == s.end)
            return (Value)fields;
    }
}

/* contains(text, characters): is one of them in the text? */
static Value f_contains(Value self, const Value *args, Py_ssize nargs)
{
    Span text, chars;
    bool wanted[256] = {0};

    if (!is_str(args[0]) || !is_str(args[1]))
        return TRUE_VALUE;
    text = str_span(args[0]);
    chars = str_span(args[1]);
    for (int64_t i = 0; i < chars.length; i++)
        wanted[(unsigned char)chars.data[i]] = true;
    for (int64_t i = 0; i < text.length; i++)
        if (wanted[(unsigned char)text.data[i]])
            return TRUE_VALUE;
    return FALSE_VALUE;
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_csvscan.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__csvscan = {
    "_csvscan", "Splitting ordinary lines for module _csv.", functions};
