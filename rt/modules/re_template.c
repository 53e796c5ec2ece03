/* Replacement texts of sub() and expand(): literals and group references. */
#include "_re.h"

typedef struct TemplateParser {
    PyPattern *re;
    Value text; /* str or unicode */
    int64_t length, at;
    UniBuilder literal;
    ReTemplate *out;
} TemplateParser;

static uint32_t char_at(TemplateParser *p, int64_t i)
{
    return is_unicode(p->text) ? unicode_at((PyUnicode *)p->text, i)
                               : (unsigned char)((PyStr *)p->text)->data[i];
}

/* The character i places on, or -1 at the end. */
static int64_t peek(TemplateParser *p, int64_t i)
{
    return p->at + i < p->length ? (int64_t)char_at(p, p->at + i) : -1;
}

static bool is_digit(int64_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_octal(int64_t c)
{
    return c >= '0' && c <= '7';
}

static int end_literal(TemplateParser *p)
{
    PyUnicode *u;

    if (p->literal.length == 0)
        return 0;
    u = ub_finish(&p->literal);
    if (!u)
        return -1;
    p->out->parts[p->out->count++].literal =
        is_unicode(p->text) ? (Value)u : (Value)str_from(u->data, u->length);
    p->literal = (UniBuilder){0};
    return 0;
}

static int put_group(TemplateParser *p, int64_t group)
{
    if (end_literal(p) < 0)
        return -1;
    p->out->parts[p->out->count++].group = group;
    return 0;
}

/* The group that a \g<name> means; -1 with an exception. */
static int64_t group_by_name(TemplateParser *p, Value name)
{
    Value number = op_call((Value)&int_type, &name, 1, NULL), repr;

    if (number) {
        int64_t n = value_as_int64(number);

        if (n < 0)
            err_format(re_error, "negative group number");
        return n;
    }
    if (!err_matches(&exc_ValueError))
        return -1;
    err_clear();
    if (is_unicode(name) && ((PyUnicode *)name)->is_ascii)
        name = (Value)unicode_as_str((PyUnicode *)name);
    if (!is_str(name) ||
        !re_is_name(str_data((PyStr *)name), str_length((PyStr *)name))) {
        err_format(re_error, "bad character in group name");
        return -1;
    }
    number = dict_get_or_null(p->re->tree->names, name);
    if (number)
        return tagged_int_value(number);
    repr = op_repr(name);
    if (repr)
        err_format(&exc_IndexError, "unknown group name: %s",
                   str_data((PyStr *)repr));
    return -1;
}

/* \g<...>; p->at is behind the g. */
static int named_reference(TemplateParser *p)
{
    int64_t start = p->at + 1, end, group;

    if (peek(p, 0) != '<') {
        err_format(re_error, "missing group name");
        return -1;
    }
    for (end = start; end < p->length && char_at(p, end) != '>';)
        end++;
    if (end == p->length || end == start) {
        err_format(re_error, end == p->length ? "unterminated group name"
                                              : "missing group name");
        return -1;
    }
    p->at = end + 1;
    group = group_by_name(
        p,
        is_unicode(p->text)
            ? (Value)unicode_slice((PyUnicode *)p->text, start, end)
            : (Value)str_from(((PyStr *)p->text)->data + start, end - start));
    return group < 0 ? -1 : put_group(p, group);
}

/* \0, \12, \123; p->at is at the first digit. */
static int number(TemplateParser *p)
{
    int64_t a = peek(p, 0), b = peek(p, 1), c = peek(p, 2);
    int n = 1;

    if (a == '0') {
        uint32_t value = 0;

        for (; n < 3 && is_octal(peek(p, n)); n++)
            value = value << 3 | (uint32_t)(peek(p, n) - '0');
        p->at += n;
        return ub_putc(&p->literal, value & 0xff);
    }
    if (!is_digit(b)) {
        p->at++;
        return put_group(p, a - '0');
    }
    if (is_octal(a) && is_octal(b) && is_octal(c)) {
        p->at += 3;
        return ub_putc(
            &p->literal,
            (uint32_t)(((a - '0') << 6) | ((b - '0') << 3) | (c - '0')) & 0xff);
    }
    p->at += 2;
    return put_group(p, (a - '0') * 10 + (b - '0'));
}

/* p->at is behind a backslash. */
static int template_escape(TemplateParser *p)
{
    static const char from[] = "abfnrtv\\", to[] = "\a\b\f\n\r\t\v\\";
    int64_t c = peek(p, 0);
    const char *known;

    if (c < 0) {
        err_format(re_error, "bogus escape (end of line)");
        return -1;
    }
    if (is_digit(c))
        return number(p);
    p->at++;
    if (c == 'g')
        return named_reference(p);
    known = c > 0 && c < 128 ? strchr(from, (int)c) : NULL;
    if (known)
        return ub_putc(&p->literal, (uint32_t)to[known - from]);
    return ub_putc(&p->literal, '\\') < 0 ? -1
                                          : ub_putc(&p->literal, (uint32_t)c);
}

ReTemplate *re_template_parse(PyPattern *re, Value text)
{
    TemplateParser p = {.re = re, .text = text};
    Span s;

    if (is_unicode(text)) {
        p.length = ((PyUnicode *)text)->length;
    } else if (is_str(text)) {
        p.length = ((PyStr *)text)->length;
    } else {
        if (op_length(text) < 0 && err_pending())
            return NULL;
        if (!value_bytes_or_null(text, &s))
            return err_format(&exc_TypeError, "expected string or buffer");
        p.text = (Value)str_from(s.data, s.length);
        p.length = s.length;
    }
    p.out = (ReTemplate *)gc_array((size_t)(p.length * 2 + 2));
    while (p.out && p.at < p.length) {
        uint32_t c = char_at(&p, p.at++);

        if (c == '\\' ? template_escape(&p) < 0 : ub_putc(&p.literal, c) < 0)
            return NULL;
    }
    return p.out && end_literal(&p) == 0 ? p.out : NULL;
}

/* The pieces put together by the join() of an empty slice of the subject. */
Value re_join(const Subject *s, PyList *pieces)
{
    Value list = (Value)pieces, empty = subject_slice(s, 0, 0);

    return empty ? op_call_method(empty, str_intern("join"), &list, 1) : NULL;
}

Value re_template_expand(const ReTemplate *t, PyPattern *p, const Subject *s,
                         const int64_t *spans)
{
    PyList *pieces;

    if (t->count == 1 && t->parts[0].literal)
        return t->parts[0].literal;
    pieces = list_new(t->count);
    if (!pieces)
        return NULL;
    for (int64_t i = 0; i < t->count; i++) {
        Value piece = t->parts[i].literal;
        int64_t group = t->parts[i].group;

        if (!piece) {
            if (group > p->groups)
                return err_format(re_error, "invalid group reference");
            if (spans[2 * group] < 0)
                return err_format(re_error, "unmatched group");
            piece = subject_slice(s, spans[2 * group], spans[2 * group + 1]);
        }
        if (!piece || list_append(pieces, piece) < 0)
            return NULL;
    }
    return re_join(s, pieces);
}
