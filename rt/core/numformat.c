#include <ctype.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "numformat.h"
#include "number.h"
#include "float_text.h"
#include "long.h"
#include "unicode.h"

/* --- the specification of format() ---------------------------------------- */

typedef struct SpecText {
    Value v;
    int64_t length;
} SpecText;

static uint32_t spec_at(const SpecText *s, int64_t i)
{
    if (i >= s->length)
        return 0;
    return is_str(s->v) ? (unsigned char)((PyStr *)s->v)->data[i]
                        : unicode_at((PyUnicode *)s->v, i);
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* Digits at *i: -1 there are none, -2 with ValueError. */
static int64_t spec_number(const SpecText *s, int64_t *i)
{
    int64_t n = -1;
    uint32_t c;

    while (*i < s->length && (c = spec_at(s, *i)) >= '0' && c <= '9') {
        if (n > (INT64_MAX - 9) / 10) {
            err_format(&exc_ValueError,
                       "Too many decimal digits in format string");
            return -2;
        }
        n = (n < 0 ? 0 : n) * 10 + (c - '0');
        ++*i;
    }
    return n;
}

static bool check_thousands(const FormatSpec *f, bool is_bytes)
{
    if (!f->thousands || f->type == 0 ||
        (f->type < 128 && strchr("defgEG%F", (int)f->type)))
        return true;
    if (is_bytes || (f->type > 32 && f->type < 128))
        err_format(&exc_ValueError, "Cannot specify ',' with '%c'.",
                   (char)f->type);
    else
        err_format(&exc_ValueError, "Cannot specify ',' with '\\x%x'.",
                   f->type);
    return false;
}

bool format_spec_parse(Value spec, char default_type, char default_align,
                       FormatSpec *f)
{
    SpecText s = {spec, is_str(spec) ? ((PyStr *)spec)->length
                                     : ((PyUnicode *)spec)->length};
    int64_t i = 0;

    *f = (FormatSpec){.align = default_align,
                      .width = -1,
                      .precision = -1,
                      .type = (unsigned char)default_type};
    if (s.length >= 2 && is_align(spec_at(&s, 1))) {
        f->fill = spec_at(&s, 0);
        f->align = (char)spec_at(&s, 1);
        f->fill_given = f->align_given = true;
        i = 2;
    } else if (is_align(spec_at(&s, 0))) {
        f->align = (char)spec_at(&s, 0);
        f->align_given = true;
        i = 1;
    }
    uint32_t c = spec_at(&s, i);
    if (c == '+' || c == '-' || c == ' ') {
        f->sign = (char)c;
        i++;
    }
    if (spec_at(&s, i) == '#') {
        f->alternate = true;
        i++;
    }
    if (!f->fill_given && spec_at(&s, i) == '0') {
        f->fill = '0';
        f->fill_given = true;
        if (!f->align_given)
            f->align = '=';
        i++;
    }
    f->width = spec_number(&s, &i);
    if (f->width == -2)
        return false;
    if (spec_at(&s, i) == ',') {
        f->thousands = true;
        i++;
    }
    if (spec_at(&s, i) == '.') {
        i++;
        f->precision = spec_number(&s, &i);
        if (f->precision == -2)
            return false;
        if (f->precision == -1) {
            err_format(&exc_ValueError, "Format specifier missing precision");
            return false;
        }
    }
    if (s.length - i > 1) {
        err_format(&exc_ValueError, "Invalid conversion specification");
        return false;
    }
    if (s.length - i == 1)
        f->type = spec_at(&s, i);
    return check_thousands(f, is_str(spec));
}

void *format_unknown_code(const FormatSpec *f, Value spec, Value v)
{
    if (is_str(spec) || (f->type > 32 && f->type < 128))
        return err_format(
            &exc_ValueError,
            "Unknown format code '%c' for object of type '%.200s'",
            (char)f->type, type_name_of(v));
    return err_format(&exc_ValueError,
                      "Unknown format code '\\x%x' for object of type '%.200s'",
                      f->type, type_name_of(v));
}

/* --- laying out a number -------------------------------------------------- */

/* Grouping of the integer digits, as localeconv() describes it. */
typedef struct Grouping {
    const char *point, *separator, *sizes;
} Grouping;

static Grouping grouping_of(const FormatSpec *f)
{
    if (f->type == 'n') {
        struct lconv *l = localeconv();
        return (Grouping){l->decimal_point, l->thousands_sep, l->grouping};
    }
    if (f->thousands)
        return (Grouping){".", ",", "\3"};
    return (Grouping){".", "", ""};
}

/* A number ready for output: sign, prefix, grouped digits, rest ("." and
 * fraction, exponent, or nan). */
typedef struct NumberText {
    char sign;
    char prefix[3];
    const char *digits;
    int64_t digit_count;
    const char *rest;
    int64_t rest_length;
} NumberText;

/* The text being written. */
typedef struct Writer {
    char *text;
    int64_t at;
} Writer;

static bool writer_start(Writer *w, int64_t room)
{
    w->at = 0;
    if (room > INT64_MAX / 8) {
        err_no_memory();
        return false;
    }
    w->text = gc_bytes((size_t)room + 1);
    return w->text != NULL;
}

static void put_char(Writer *w, char c)
{
    w->text[w->at++] = c;
}

static void put_text(Writer *w, const char *s, int64_t n)
{
    if (n > 0) {
        memcpy(w->text + w->at, s, (size_t)n);
        w->at += n;
    }
}

static void put_fill(Writer *w, char c, int64_t n)
{
    if (n > 0) {
        memset(w->text + w->at, c, (size_t)n);
        w->at += n;
    }
}

static Value writer_finish(const Writer *w)
{
    return (Value)str_from(w->text, w->at);
}

/* Groups n digits from the right and pads them with zeros to min_width;
 * writes the text backwards, ending at `end`, when that is not NULL.  Returns
 * its length. */
static int64_t group_digits(const char *digits, int64_t n, int64_t min_width,
                            const Grouping *g, char *end)
{
    int64_t length = 0, separator = (int64_t)strlen(g->separator);
    const char *size = g->sizes;
    bool use_separator = false;

    for (;;) {
        int64_t most = n > min_width ? n : min_width;
        int64_t l = most > 1 ? most : 1;
        bool grouped = *size && *size != CHAR_MAX && separator;
        if (grouped && *size < l)
            l = *size;
        if (use_separator) {
            length += separator;
            if (end)
                memcpy(end - length, g->separator, (size_t)separator);
        }
        int64_t taken = n < l ? n : l;
        length += l;
        if (end) {
            memset(end - length, '0', (size_t)(l - taken));
            memcpy(end - length + (l - taken), digits + n - taken,
                   (size_t)taken);
        }
        n -= taken;
        min_width -= l;
        if ((n <= 0 && min_width <= 0) || !grouped)
            return length;
        use_separator = true;
        min_width -= separator;
        if (size[1])
            size++;
    }
}

/* Zero padding counts as digits and is grouped with them. */
static char *grouped_text(const FormatSpec *f, const NumberText *t,
                          int64_t other, int64_t *length)
{
    Grouping g = grouping_of(f);
    int64_t min_width = f->fill == '0' && f->align == '=' && f->width > other
                            ? f->width - other
                            : 0;

    *length = t->digit_count
                  ? group_digits(t->digits, t->digit_count, min_width, &g, NULL)
                  : 0;
    char *text = gc_bytes((size_t)*length + 1);
    if (text && *length)
        group_digits(t->digits, t->digit_count, min_width, &g, text + *length);
    return text;
}

/* Writes the number padded as the specification says. */
static bool put_number(Writer *w, const FormatSpec *f, const NumberText *t,
                       bool measure, int64_t *length)
{
    char sign = t->sign == '-' ? '-' : f->sign == '-' ? 0 : f->sign;
    int64_t prefix = (int64_t)strlen(t->prefix), grouped;
    int64_t other = (sign != 0) + prefix + t->rest_length;
    char *digits = grouped_text(f, t, other, &grouped);

    if (!digits)
        return false;
    int64_t total = other + grouped;
    int64_t pad = f->width > total ? f->width - total : 0;
    *length = total + pad;
    if (measure)
        return true;
    char fill = f->fill_given ? (char)f->fill : ' ';
    int64_t left = f->align == '^' ? pad / 2 : f->align == '>' ? pad : 0;
    int64_t inner = f->align == '=' ? pad : 0;
    put_fill(w, fill, left);
    if (sign)
        put_char(w, sign);
    put_text(w, t->prefix, prefix);
    put_fill(w, fill, inner);
    put_text(w, digits, grouped);
    put_text(w, t->rest, t->rest_length);
    put_fill(w, fill, pad - left - inner);
    return true;
}

/* The same for digits that are not grouped: straight into the result. */
static Value write_ungrouped(const FormatSpec *f, const NumberText *t)
{
    char sign = t->sign == '-' ? '-' : f->sign == '-' ? 0 : f->sign;
    char fill = f->fill_given ? (char)f->fill : ' ';
    int64_t prefix = (int64_t)strlen(t->prefix);
    int64_t total = (sign != 0) + prefix + t->digit_count + t->rest_length;
    int64_t pad = f->width > total ? f->width - total : 0;
    int64_t left = f->align == '^' ? pad / 2 : f->align == '>' ? pad : 0;
    int64_t inner = f->align == '=' ? pad : 0;
    PyStr *s = str_new(total + pad);
    Writer w = {s ? s->data : NULL, 0};

    if (!s)
        return NULL;
    put_fill(&w, fill, left);
    if (sign)
        put_char(&w, sign);
    put_text(&w, t->prefix, prefix);
    put_fill(&w, fill, inner);
    put_text(&w, t->digits, t->digit_count);
    put_text(&w, t->rest, t->rest_length);
    put_fill(&w, fill, pad - left - inner);
    return (Value)s;
}

static Value write_number(const FormatSpec *f, const NumberText *t)
{
    int64_t length;
    Writer w;

    if (!f->thousands && f->type != 'n' && f->fill != '0' &&
        f->width < INT64_MAX / 8)
        return write_ungrouped(f, t);
    if (!put_number(NULL, f, t, true, &length) || !writer_start(&w, length) ||
        !put_number(&w, f, t, false, &length))
        return NULL;
    return writer_finish(&w);
}

/* --- int and long --------------------------------------------------------- */

static Value format_char(Value v, const FormatSpec *f)
{
    if (f->sign)
        return err_format(&exc_ValueError,
                          "Sign not allowed with integer format specifier "
                          "'c'");
    int64_t c = long_as_int64(v);
    if (c == -1 && err_pending())
        return NULL;
    if (c < 0 || c > 0xff)
        return err_format(&exc_OverflowError, "%%c arg not in range(0x100)");
    char byte = (char)c;
    NumberText t = {.rest = &byte, .rest_length = 1};
    return write_number(f, &t);
}

static Value format_integer(Value v, const FormatSpec *f)
{
    if (f->precision != -1)
        return err_format(&exc_ValueError, "Precision not allowed in integer "
                                           "format specifier");
    if (f->type == 'c')
        return format_char(v, f);
    int base = f->type == 'b'                     ? 2
               : f->type == 'o'                   ? 8
               : f->type == 'x' || f->type == 'X' ? 16
                                                  : 10;
    NumberText t = {.rest = ""};
    char *digits = long_digits(v, base, &t.digit_count);
    if (!digits)
        return NULL;
    if (f->type == 'X')
        for (int64_t i = 0; i < t.digit_count; i++)
            digits[i] = (char)toupper((unsigned char)digits[i]);
    t.digits = digits;
    t.sign = long_sign(v) < 0 ? '-' : '+';
    if (f->alternate && base != 10) {
        t.prefix[0] = '0';
        t.prefix[1] = (char)f->type;
    }
    return write_number(f, &t);
}

/* --- float and complex ---------------------------------------------------- */

/* Splits float text into sign, integer digits and the rest, whose point is
 * the locale's for 'n'. */
static bool split_float(char *text, int64_t length, const FormatSpec *f,
                        NumberText *t)
{
    int64_t i = 0;

    *t = (NumberText){.sign = '+'};
    if (length && text[0] == '-') {
        t->sign = '-';
        text++;
        length--;
    }
    while (i < length && text[i] >= '0' && text[i] <= '9')
        i++;
    t->digits = text;
    t->digit_count = i;
    t->rest = text + i;
    t->rest_length = length - i;
    const char *point = grouping_of(f).point;
    if (t->rest_length && text[i] == '.' && strcmp(point, ".") != 0) {
        PyStr *rest =
            str_format_c("%s%.*s", point, (int)t->rest_length - 1, t->rest + 1);
        if (!rest)
            return false;
        t->rest = str_data(rest);
        t->rest_length = str_length(rest);
    }
    return true;
}

#define PRECISION_OF_STR 12

static Value format_double(double d, const FormatSpec *f)
{
    int64_t precision = f->precision, n;
    bool percent = f->type == '%';
    char code = f->type == 0 || f->type == 'n' ? 'g'
                : percent                      ? 'f'
                                               : (char)f->type;
    NumberText t;

    if (f->alternate)
        return err_format(&exc_ValueError, "Alternate form (#) not allowed in "
                                           "float format specifier");
    if (precision > INT_MAX)
        return err_format(&exc_ValueError, "precision too big");
    if (precision < 0)
        precision = f->type == 0 ? PRECISION_OF_STR : 6;
    char *text = float_text(percent ? d * 100 : d, code, (int)precision,
                            f->type == 0 ? FLOAT_ADD_DOT_0 : 0, &n);
    if (!text)
        return NULL;
    if (percent)
        text[n++] = '%';
    if (!split_float(text, n, f, &t))
        return NULL;
    return write_number(f, &t);
}

static bool check_complex_spec(const FormatSpec *f)
{
    const char *why = NULL;

    if (f->alternate)
        why = "Alternate form (#) not allowed in complex format specifier";
    else if (f->fill == '0')
        why = "Zero padding is not allowed in complex format specifier";
    else if (f->align == '=')
        why = "'=' alignment flag is not allowed in complex format specifier";
    else if (f->precision > INT_MAX)
        why = "precision too big";
    else
        return true;
    err_format(&exc_ValueError, "%s", why);
    return false;
}

static Value format_complex_spec(PyComplex *z, const FormatSpec *f)
{
    bool plain = f->type == 0;
    bool skip_real = plain && z->real == 0.0 && !signbit(z->real);
    bool parens = plain && !skip_real;
    char code = f->type == 0 || f->type == 'n' ? 'g' : (char)f->type;
    int precision = f->precision >= 0 ? (int)f->precision
                    : plain           ? PRECISION_OF_STR
                                      : 6;
    int64_t n, real_length = 0, imag_length;
    NumberText re, im;

    if (!check_complex_spec(f))
        return NULL;
    FormatSpec part = *f;
    part.fill = 0;
    part.fill_given = false;
    part.align = '<';
    part.width = -1;
    char *text = float_text(z->real, code, precision, 0, &n);
    if (!text || !split_float(text, n, f, &re))
        return NULL;
    text = float_text(z->imag, code, precision, 0, &n);
    if (!text || !split_float(text, n, f, &im))
        return NULL;
    FormatSpec imag_part = part;
    if (!skip_real)
        imag_part.sign = '+';
    if ((!skip_real && !put_number(NULL, &part, &re, true, &real_length)) ||
        !put_number(NULL, &imag_part, &im, true, &imag_length))
        return NULL;
    int64_t total = real_length + imag_length + 1 + 2 * parens;
    int64_t pad = f->width > total ? f->width - total : 0;
    int64_t left = f->align == '>' ? pad : f->align == '^' ? pad / 2 : 0;
    char fill = f->fill_given ? (char)f->fill : ' ';
    Writer w;
    if (!writer_start(&w, total + pad))
        return NULL;
    put_fill(&w, fill, left);
    if (parens)
        put_char(&w, '(');
    if (!skip_real && !put_number(&w, &part, &re, false, &real_length))
        return NULL;
    if (!put_number(&w, &imag_part, &im, false, &imag_length))
        return NULL;
    put_char(&w, 'j');
    if (parens)
        put_char(&w, ')');
    put_fill(&w, fill, pad - left);
    return writer_finish(&w);
}

/* --- __format__ ----------------------------------------------------------- */

/* 1: an ordinary specification, parsed; 0: empty, *result is str(v); -1.
 * A unicode specification becomes a str, as in 2.7; op_format turns the result
 * into unicode again. */
static int start_format(Value v, Value *spec, FormatSpec *f, Value *result)
{
    if (has_type_flag(*spec, TYPE_UNICODE)) {
        *spec = (Value)unicode_as_str((PyUnicode *)*spec);
        if (!*spec)
            return -1;
    } else if (!is_str(*spec)) {
        err_format(&exc_TypeError, "__format__ requires str or unicode");
        return -1;
    }
    if (!((PyStr *)*spec)->length) {
        *result = op_str(v);
        return *result ? 0 : -1;
    }
    return format_spec_parse(*spec, 0, '>', f) ? 1 : -1;
}

Value format_int(Value v, Value spec)
{
    FormatSpec f;
    Value result = NULL;

    if (start_format(v, &spec, &f, &result) != 1)
        return result;
    if (f.type == 0 || (f.type < 128 && strchr("bcdoxXn", (int)f.type)))
        return format_integer(v, &f);
    if (f.type < 128 && strchr("eEfFgG%", (int)f.type)) {
        double d = long_as_double(v);
        if (d == -1.0 && err_pending())
            return NULL;
        return format_double(d, &f);
    }
    return format_unknown_code(&f, spec, v);
}

Value format_float(Value v, Value spec)
{
    FormatSpec f;
    Value result = NULL;

    if (start_format(v, &spec, &f, &result) != 1)
        return result;
    if (f.type == 0 || (f.type < 128 && strchr("eEfFgGn%", (int)f.type)))
        return format_double(float_value(v), &f);
    return format_unknown_code(&f, spec, v);
}

Value format_complex(Value v, Value spec)
{
    FormatSpec f;
    Value result = NULL;

    if (start_format(v, &spec, &f, &result) != 1)
        return result;
    if (f.type == 0 || (f.type < 128 && strchr("eEfFgGn", (int)f.type)))
        return format_complex_spec((PyComplex *)v, &f);
    return format_unknown_code(&f, spec, v);
}

/* --- bin, oct, hex -------------------------------------------------------- */

Value number_bin(Value v)
{
    Value i = num_index(v);

    return i ? (Value)long_to_str(i, 2, "0b", "") : NULL;
}

static Value call_text_slot(Value v, Value (*slot)(Value), const char *name)
{
    if (!slot)
        return err_format(&exc_TypeError,
                          "%s() argument can't be converted to %s", name, name);
    Value text = slot(v);
    if (text && !is_str(text))
        return err_format(&exc_TypeError,
                          "__%s__ returned non-string (type %.200s)", name,
                          type_name_of(text));
    return text;
}

Value number_oct(Value v)
{
    return call_text_slot(v, type_of(v)->to_oct, "oct");
}

Value number_hex(Value v)
{
    return call_text_slot(v, type_of(v)->to_hex, "hex");
}
