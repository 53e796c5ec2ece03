/* Numbers in the % operator of str and unicode. */
#include <ctype.h>
#include <limits.h>

#include "float_text.h"
#include "long.h"
#include "number.h"
#include "numformat.h"
#include "unicode.h"

/* sign, prefix, zeros and body, padded to width. */
static PyStr *assemble_percent(const char *sign, const char *prefix,
                               int64_t zeros, const char *body,
                               int64_t body_length, int flags, int64_t width)
{
    int64_t fixed =
        (int64_t)strlen(sign) + (int64_t)strlen(prefix) + body_length + zeros;
    int64_t pad = width > fixed ? width - fixed : 0;

    if (pad && (flags & FORMAT_ZERO) && !(flags & FORMAT_LEFT)) {
        zeros += pad;
        fixed += pad;
        pad = 0;
    }
    PyStr *s = str_new(fixed + pad);
    if (!s)
        return NULL;
    char *p = s->data;
    if (!(flags & FORMAT_LEFT)) {
        memset(p, ' ', (size_t)pad);
        p += pad;
    }
    p = stpcpy(stpcpy(p, sign), prefix);
    memset(p, '0', (size_t)zeros);
    memcpy(p + zeros, body, (size_t)body_length);
    if (flags & FORMAT_LEFT)
        memset(p + zeros + body_length, ' ', (size_t)pad);
    return s;
}

static const char *sign_text(bool negative, int flags)
{
    return negative               ? "-"
           : flags & FORMAT_PLUS  ? "+"
           : flags & FORMAT_SPACE ? " "
                                  : "";
}

static Value percent_operand(Value v, char code)
{
    if (is_integer(v))
        return v;
    if (value_is_number(v)) {
        Value i = num_int(v);
        if (!i) {
            err_clear();
            i = num_long(v);
            if (!i)
                err_clear();
        }
        if (i && is_integer(i))
            return i;
    }
    return err_format(&exc_TypeError,
                      "%%%c format: a number is required, not %.200s",
                      code == 'i' ? 'd' : code, type_name_of(v));
}

/* The prefix of '#': a long in octal has none if a digit of precision already
 * is zero. */
static const char *percent_prefix(char code, int flags, const char *digits,
                                  bool zeros)
{
    if (!(flags & FORMAT_ALT))
        return "";
    if (code == 'o')
        return digits[0] == '0' || zeros ? "" : "0";
    return code == 'x' ? "0x" : code == 'X' ? "0X" : "";
}

/* The method that writes v, for the message about what it gave. */
static Value written_by_method(Value v, char code, const char **name)
{
    PyType *t = type_of(v);

    *name = code == 'o' ? "oct" : code == 'x' || code == 'X' ? "hex" : "str";
    Value text = code == 'o'                  ? t->to_oct(v)
                 : code == 'x' || code == 'X' ? t->to_hex(v)
                                              : t->str(v);
    if (text && is_unicode(text))
        return (Value)unicode_as_str((PyUnicode *)text);
    if (!text || is_str(text))
        return text;
    return err_format(&exc_TypeError,
                      "expected string or Unicode object, %.200s found",
                      type_name_of(text));
}

static char *upper_copy(const char *s, int64_t n)
{
    char *copy = gc_bytes((size_t)n);

    for (int64_t i = 0; copy && i < n; i++)
        copy[i] = (char)toupper((unsigned char)s[i]);
    return copy;
}

/* What a subclass of long says of itself, taken apart: sign, prefix ("0",
 * "0x"), digits, and an L that is dropped. */
static PyStr *format_long_subclass(Value v, char code, int flags, int64_t width,
                                   int64_t precision)
{
    const char *method, *prefix = "", *sign = "";
    PyStr *text = (PyStr *)written_by_method(v, code, &method);

    if (!text)
        return NULL;
    const char *s = text->data, *end = s + text->length;
    bool hex = code == 'x' || code == 'X';
    if (end > s && end[-1] == 'L')
        end--;
    if (s < end && *s == '-')
        sign = "-", s++;
    if (end - s < (hex ? 3 : 1) || (hex && (s[0] != '0' || s[1] != 'x')) ||
        (code == 'o' && *s != '0'))
        return err_format(&exc_ValueError,
                          "%%%c format: invalid result of __%s__ (type=%.200s)",
                          code == 'i' ? 'd' : code, method, type_name_of(v));
    if (hex) {
        prefix = !(flags & FORMAT_ALT) ? "" : code == 'x' ? "0x" : "0X";
        s += 2;
    } else if (code == 'o' && end - s > 1 && !(flags & FORMAT_ALT)) {
        s++;
    }
    int64_t n = end - s, zeros = precision > n ? precision - n : 0;
    if (code == 'X' && !(s = upper_copy(s, n)))
        return NULL;
    return assemble_percent(*sign ? sign : sign_text(false, flags), prefix,
                            zeros, s, n, flags, width);
}

PyStr *format_int_percent(Value v, char code, int flags, int64_t width,
                          int64_t precision)
{
    Py_ssize n;
    Value i = percent_operand(v, code);

    if (!i)
        return NULL;
    if (!is_long(i) && precision > 100)
        return err_format(&exc_OverflowError,
                          "formatted integer is too long (precision too "
                          "large?)");
    if (precision > INT_MAX - 3)
        return err_format(&exc_OverflowError, "precision too large");
    if (is_long(i) && type_of(i) != &long_type)
        return format_long_subclass(i, code, flags, width, precision);
    int base = code == 'o' ? 8 : code == 'x' || code == 'X' ? 16 : 10;
    char *digits = long_digits(i, base, &n);
    if (!digits)
        return NULL;
    if (precision == 0 && !is_long(i) && int_value(i) == 0)
        n = 0; /* as C's printf, which 2.7 calls for ints */
    if (code == 'X')
        for (Py_ssize j = 0; j < n; j++)
            digits[j] = (char)toupper((unsigned char)digits[j]);
    int64_t zeros = precision > n ? precision - n : 0;
    return assemble_percent(
        sign_text(long_sign(i) < 0, flags),
        percent_prefix(code, flags, n ? digits : "", zeros > 0), zeros, digits,
        n, flags, width);
}

PyStr *format_float_percent(double d, char code, int flags, int64_t width,
                            int64_t precision)
{
    Py_ssize n;
    char room[FLOAT_ROOM];

    if (precision < 0)
        precision = 6;
    char *text = float_text_in(room, d, code, (int)precision,
                               flags & FORMAT_ALT ? FLOAT_ALT : 0, &n);
    if (!text)
        return NULL;
    bool negative = text[0] == '-';
    return assemble_percent(sign_text(negative, flags), "", 0, text + negative,
                            n - negative, flags, width);
}
