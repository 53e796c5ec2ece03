/* The % operator of str and unicode: one engine for both.  It starts with the
 * type of the format; a unicode argument of a str's %s turns the text made so
 * far and the rest of the format into unicode and goes on.  Numbers are
 * numformat.h's. */
#include <limits.h>

#include "float_text.h"
#include "numformat.h"
#include "str_type.h"
#include "thread.h"

typedef struct Percent {
    Value format;
    int64_t at, length; /* in the format */
    bool is_unicode;    /* of format and output */
    StrBuilder bytes;
    UniBuilder text;
    Value args;          /* tuple or single value */
    int64_t next, count; /* as CPython: -2 and -1 for a single value */
    Value mapping;       /* for %(key)s, or NULL */
} Percent;

/* One conversion specification. */
typedef struct Conversion {
    int64_t start; /* of the % */
    int flags;
    int64_t width;     /* 0: left out */
    int64_t precision; /* -1: left out */
    int32_t code;
} Conversion;

static int32_t char_at(Percent *p, int64_t i)
{
    return p->is_unicode ? (int32_t)unicode_at((PyUnicode *)p->format, i)
                         : ((PyStr *)p->format)->data[i];
}

static Value next_arg(Percent *p)
{
    if (p->next >= p->count)
        return err_format(&exc_TypeError,
                          "not enough arguments for format string");
    p->next++;
    if (p->count < 0)
        return p->args;
    return ((PyTuple *)p->args)->items[p->next - 1];
}

/* --- output --------------------------------------------------------------- */

static int put_literal(Percent *p, int64_t start, int64_t stop)
{
    if (p->is_unicode)
        return ub_add(&p->text, (PyUnicode *)p->format, start, stop);
    return sb_add(&p->bytes, ((PyStr *)p->format)->data + start, stop - start);
}

static int put_blanks(Percent *p, int64_t n)
{
    for (; n > 0; n--)
        if (p->is_unicode ? ub_putc(&p->text, ' ') < 0
                          : sb_putc(&p->bytes, ' ') < 0)
            return -1;
    return 0;
}

/* text[:length] (a str, or a unicode when the output is) padded. */
static int put_padded(Percent *p, const Conversion *c, Value text,
                      int64_t length)
{
    int64_t blanks = c->width > length ? c->width - length : 0;

    if (blanks > INT64_MAX / 16) {
        err_no_memory();
        return -1;
    }
    if (!(c->flags & FORMAT_LEFT) && put_blanks(p, blanks) < 0)
        return -1;
    if (is_unicode(text)) {
        if (ub_add(&p->text, (PyUnicode *)text, 0, length) < 0)
            return -1;
    } else if (p->is_unicode) {
        if (ub_add_bytes(&p->text, ((PyStr *)text)->data, length) < 0)
            return -1;
    } else if (sb_add(&p->bytes, ((PyStr *)text)->data, length) < 0) {
        return -1;
    }
    return c->flags & FORMAT_LEFT ? put_blanks(p, blanks) : 0;
}

static int put_text(Percent *p, const Conversion *c, Value text)
{
    int64_t n = is_unicode(text) ? ((PyUnicode *)text)->length
                                 : ((PyStr *)text)->length;

    return put_padded(p, c, text,
                      c->precision >= 0 && n > c->precision ? c->precision : n);
}

/* Goes over to unicode. */
static int promote(Percent *p)
{
    PyUnicode *format = unicode_coerce(p->format), *done;

    if (!format)
        return -1;
    done = unicode_coerce((Value)str_from(
        p->bytes.text ? p->bytes.text->data : "", p->bytes.length));
    if (!done || ub_add(&p->text, done, 0, done->length) < 0)
        return -1;
    p->format = (Value)format;
    p->is_unicode = true;
    return 0;
}

enum { MAX_SMALL_WIDTH = 40 };

/* %d of a small int with at most a width and the flag 0, and %s of one: the
 * most frequent conversions. */
static int put_small_int(Percent *p, const Conversion *c, int64_t n)
{
    char digits[MAX_SMALL_WIDTH + 24], *end = digits + sizeof digits, *s = end;
    uint64_t u = n < 0 ? -(uint64_t)n : (uint64_t)n;
    bool zeros = c->flags & FORMAT_ZERO;

    do {
        *--s = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    while (zeros && end - s < c->width - (n < 0))
        *--s = '0';
    if (n < 0)
        *--s = '-';
    while (end - s < c->width)
        *--s = ' ';
    return p->is_unicode ? ub_add_bytes(&p->text, s, end - s)
                         : sb_add(&p->bytes, s, end - s);
}

/* --- conversions ---------------------------------------------------------- */

/* %s and %r for unicode output. */
static int put_object_unicode(Percent *p, const Conversion *c, Value v)
{
    Value text = c->code == 'r'        ? op_repr(v)
                 : is_exact_unicode(v) ? v
                                       : op_unicode(v);

    if (!text)
        return -1;
    if (is_str(text))
        text = (Value)unicode_coerce(text);
    return text ? put_text(p, c, text) : -1;
}

static int put_object(Percent *p, const Conversion *c, Value v)
{
    Value text;

    if (p->is_unicode)
        return put_object_unicode(p, c, v);
    if (c->code == 's' && is_tagged_int(v) && c->precision < 0 && c->width <= 0)
        return put_small_int(p, c, tagged_int_value(v));
    text = c->code == 'r'  ? op_repr(v)
           : is_unicode(v) ? v
                           : str_or_unicode_of(v);
    if (!text)
        return -1;
    if (!is_unicode(text))
        return put_text(p, c, text);
    return promote(p) < 0 ? -1 : put_object_unicode(p, c, v);
}

static Value char_of_unicode(Value v)
{
    int64_t n;

    if (is_unicode(v) && ((PyUnicode *)v)->length == 1)
        return v;
    if (is_str(v) && ((PyStr *)v)->length == 1)
        return (Value)unicode_coerce(v);
    if (has_type_flag(v, TYPE_FLOAT) && !(v = type_of(v)->to_int(v)))
        return err_format(&exc_TypeError, "%%c requires int or char");
    n = has_type_flag(v, TYPE_STR | TYPE_UNICODE) ? -1 : value_as_int64(v);
    if (n == -1 && (has_type_flag(v, TYPE_STR | TYPE_UNICODE) || err_pending()))
        return err_format(&exc_TypeError, "%%c requires int or char");
    if (n < 0 || n > 0x10ffff)
        return err_format(&exc_OverflowError,
                          "%%c arg not in range(0x110000) (wide Python build)");
    return (Value)unicode_char((uint32_t)n);
}

static Value char_of_str(Value v)
{
    int64_t n;

    if (is_str(v)) {
        if (((PyStr *)v)->length == 1)
            return v;
        return err_format(&exc_TypeError, "%%c requires int or char");
    }
    n = value_as_int64(v);
    if (n == -1 && err_pending())
        return NULL;
    if (n < 0)
        return err_format(&exc_OverflowError,
                          "unsigned byte integer is less than minimum");
    if (n > 255)
        return err_format(&exc_OverflowError,
                          "unsigned byte integer is greater than maximum");
    return (Value)str_char((unsigned char)n);
}

static int put_char(Percent *p, const Conversion *c, Value v)
{
    Value text;

    if (!p->is_unicode && is_unicode(v) && promote(p) < 0)
        return -1;
    text = p->is_unicode ? char_of_unicode(v) : char_of_str(v);
    return text ? put_padded(p, c, text, 1) : -1;
}

static PyStr *float_text_of(Percent *p, const Conversion *c, Value v)
{
    double d = value_as_double(v);

    if (d != -1.0 || !err_pending())
        return format_float_percent(d, (char)c->code, c->flags, c->width,
                                    c->precision);
    if (p->is_unicode)
        return NULL;
    return err_format(&exc_TypeError, "float argument required, not %.200s",
                      type_name_of(v));
}

/* %f and %.2f */
static int put_plain_float(Percent *p, const Conversion *c, double d)
{
    Py_ssize n;
    char room[FLOAT_ROOM];
    const char *text = float_text_in(
        room, d, 'f', c->precision < 0 ? 6 : (int)c->precision, 0, &n);

    return text ? sb_add(&p->bytes, text, n) : -1;
}

static int put_number(Percent *p, const Conversion *c, Value v)
{
    PyStr *text;

    if (is_tagged_int(v) && c->precision < 0 &&
        (c->code == 'd' || c->code == 'i' || c->code == 'u') &&
        c->width <= MAX_SMALL_WIDTH && !(c->flags & ~FORMAT_ZERO))
        return put_small_int(p, c, tagged_int_value(v));
    if (is_tagged_float(v) && c->code == 'f' && c->width <= 0 && !c->flags &&
        c->precision < 16 && !p->is_unicode)
        return put_plain_float(p, c, tagged_float_value(v));
    text = strchr("diuoxX", c->code)
               ? format_int_percent(v, (char)c->code, c->flags, c->width,
                                    c->precision)
               : float_text_of(p, c, v);
    if (!text)
        return -1;
    return p->is_unicode ? ub_add_bytes(&p->text, text->data, text->length)
                         : sb_add(&p->bytes, text->data, text->length);
}

static int bad_code(Percent *p, const Conversion *c)
{
    char shown = (char)c->code;

    if (p->is_unicode && (c->code < 31 || c->code > 126))
        shown = '?';
    err_format(&exc_ValueError,
               "unsupported format character '%c' (0x%x) at index %ld", shown,
               (unsigned)c->code, (long)(p->at - 1));
    return -1;
}

static int convert(Percent *p, const Conversion *c)
{
    Value v;

    if (c->code == '%')
        return put_padded(p, c, (Value)str_char('%'), 1);
    v = next_arg(p);
    if (!v)
        return -1;
    switch (c->code) {
    case 's':
    case 'r':
        return put_object(p, c, v);
    case 'c':
        return put_char(p, c, v);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        return put_number(p, c, v);
    default:
        return bad_code(p, c);
    }
}

/* --- parsing -------------------------------------------------------------- */

/* The next format character into c->code; -1: there is none. */
static int advance(Percent *p, Conversion *c)
{
    if (p->at >= p->length) {
        err_format(&exc_ValueError, "incomplete format");
        return -1;
    }
    c->code = char_at(p, p->at++);
    return 0;
}

/* "(key)": its value becomes the argument. */
static int take_key(Percent *p)
{
    int64_t start = p->at;
    int depth = 1;
    Value key;

    if (!p->mapping) {
        err_format(&exc_TypeError, "format requires a mapping");
        return -1;
    }
    for (; p->at < p->length && depth > 0; p->at++) {
        int32_t c = char_at(p, p->at);

        depth += (c == '(') - (c == ')');
    }
    if (depth > 0) {
        err_format(&exc_ValueError, "incomplete format key");
        return -1;
    }
    key = p->is_unicode
              ? (Value)unicode_slice((PyUnicode *)p->format, start, p->at - 1)
              : (Value)str_slice((PyStr *)p->format, start, p->at - 1);
    if (!key || !(p->args = op_getitem(p->mapping, key)))
        return -1;
    p->count = -1;
    p->next = -2;
    return 0;
}

static int flag_of(int32_t c)
{
    switch (c) {
    case '-':
        return FORMAT_LEFT;
    case '+':
        return FORMAT_PLUS;
    case ' ':
        return FORMAT_SPACE;
    case '#':
        return FORMAT_ALT;
    case '0':
        return FORMAT_ZERO;
    default:
        return 0;
    }
}

/* Digits or '*', beginning with c->code; leaves the character behind them in
 * c->code.  Nothing there: *out stays. */
static int take_number(Percent *p, Conversion *c, int64_t *out, int64_t limit,
                       const char *too_big)
{
    if (c->code == '*') {
        Value v = next_arg(p);

        if (!v)
            return -1;
        if (!has_type_flag(v, TYPE_INT)) {
            err_format(&exc_TypeError, "* wants int");
            return -1;
        }
        *out = int_value(v);
        if (limit == INT_MAX && (*out > INT_MAX || *out < INT_MIN)) {
            err_format(&exc_OverflowError,
                       "Python int too large to convert to C int");
            return -1;
        }
        return advance(p, c);
    }
    if (c->code < '0' || c->code > '9')
        return 0;
    for (*out = 0; c->code >= '0' && c->code <= '9';) {
        if (*out > (limit - (c->code - '0')) / 10) {
            err_format(&exc_ValueError, "%s", too_big);
            return -1;
        }
        *out = *out * 10 + (c->code - '0');
        if (advance(p, c) < 0)
            return -1;
    }
    return 0;
}

/* What stands behind a %; p->at is there. */
static int take_conversion(Percent *p, Conversion *c)
{
    int flag;

    *c = (Conversion){.start = p->at - 1, .precision = -1};
    if (p->at < p->length) {
        int32_t code = char_at(p, p->at);

        if (code == 's' || code == 'd') {
            c->code = code;
            p->at++;
            return 0;
        }
        if (code == '(') {
            p->at++;
            if (take_key(p) < 0)
                return -1;
        }
    }
    do {
        if (advance(p, c) < 0)
            return -1;
        flag = flag_of(c->code);
        c->flags |= flag;
    } while (flag);
    if (take_number(p, c, &c->width, INT64_MAX, "width too big") < 0)
        return -1;
    if (c->width < 0) { /* taken from a * */
        c->flags |= FORMAT_LEFT;
        c->width = (int64_t)(0 - (uint64_t)c->width);
    }
    if (c->code == '.') {
        c->precision = 0;
        if (advance(p, c) < 0 ||
            take_number(p, c, &c->precision, INT_MAX, "prec too big") < 0)
            return -1;
        if (c->precision < 0)
            c->precision = 0;
    }
    if (c->code == 'h' || c->code == 'l' || c->code == 'L')
        return advance(p, c);
    return 0;
}

/* Where the next % stands, or the end. */
static int64_t find_conversion(Percent *p)
{
    int64_t i = p->at;

    if (p->is_unicode) {
        while (i < p->length && char_at(p, i) != '%')
            i++;
    } else {
        const char *s = ((PyStr *)p->format)->data;

        while (i < p->length && s[i] != '%')
            i++;
    }
    return i;
}

static int run(Percent *p)
{
    Conversion c;

    while (p->at < p->length) {
        int64_t start = p->at;

        p->at = find_conversion(p);
        if (p->at > start && put_literal(p, start, p->at) < 0)
            return -1;
        if (p->at == p->length)
            break;
        p->at++;
        if (take_conversion(p, &c) < 0 || convert(p, &c) < 0)
            return -1;
        if (p->mapping && p->next < p->count && c.code != '%') {
            err_format(&exc_TypeError, "not all arguments converted during "
                                       "string formatting");
            return -1;
        }
    }
    if (p->next < p->count && !p->mapping) {
        err_format(&exc_TypeError,
                   "not all arguments converted during string formatting");
        return -1;
    }
    return 0;
}

static Value format_percent(Percent *p, Value args)
{
    PyType *t = type_of(args);

    p->args = args;
    p->count = -1;
    p->next = -2;
    if (t->flags & TYPE_TUPLE) {
        p->count = ((PyTuple *)args)->length;
        p->next = 0;
    } else if (t->getitem && !(t->flags & (TYPE_STR | TYPE_UNICODE))) {
        p->mapping = args;
    }
    if (run(p) < 0)
        return NULL;
    return p->is_unicode ? (Value)ub_finish(&p->text)
                         : (Value)sb_finish(&p->bytes);
}

Value str_percent(Value format, Value args)
{
    StackText room;
    Percent p = {.format = format,
                 .length = ((PyStr *)format)->length,
                 .bytes = sb_on_stack(&room)};

    return format_percent(&p, args);
}

Value unicode_percent(Value format, Value args)
{
    Percent p = {.format = format,
                 .length = ((PyUnicode *)format)->length,
                 .is_unicode = true};

    if (ub_reserve(&p.text, p.length + 24, 127) < 0)
        return NULL;
    return format_percent(&p, args);
}
