/* Hexadecimal, base64 and rot13. */
#include "bytes_codecs.h"

#include "module_support.h"

static int hex_value(unsigned char c)
{
    return is_ascii_digit(c)      ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

PyStr *bytes_to_hex(Span in)
{
    static const char digits[] = "0123456789abcdef";
    PyStr *s;

    if (in.length > INT64_MAX / 4)
        return err_no_memory();
    s = str_new(in.length * 2);
    for (int64_t i = 0; s && i < in.length; i++) {
        s->data[2 * i] = digits[(unsigned char)in.data[i] >> 4];
        s->data[2 * i + 1] = digits[in.data[i] & 15];
    }
    return s;
}

PyStr *bytes_from_hex(Span in)
{
    PyStr *s;

    if (in.length % 2)
        return err_format(&exc_TypeError, "Odd-length string");
    s = str_new(in.length / 2);
    for (int64_t i = 0; s && i < in.length / 2; i++) {
        int high = hex_value((unsigned char)in.data[2 * i]);
        int low = hex_value((unsigned char)in.data[2 * i + 1]);

        if (high < 0 || low < 0)
            return err_format(&exc_TypeError, "Non-hexadecimal digit found");
        s->data[i] = (char)(high << 4 | low);
    }
    return s;
}

static void put_group(char *out, const unsigned char *in, int64_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrs"
                                 "tuvwxyz0123456789+/";
    uint32_t x = (uint32_t)in[0] << 16 | (n > 1 ? (uint32_t)in[1] << 8 : 0) |
                 (n > 2 ? in[2] : 0);

    out[0] = digits[x >> 18];
    out[1] = digits[x >> 12 & 63];
    out[2] = n > 1 ? digits[x >> 6 & 63] : '=';
    out[3] = n > 2 ? digits[x & 63] : '=';
}

static PyStr *to_base64(Span in, int64_t line)
{
    int64_t groups = in.length / 3 + (in.length % 3 != 0), n = groups * 4;
    PyStr *s;
    char *out;

    if (in.length > INT64_MAX / 4)
        return err_no_memory();
    if (line)
        n += (in.length + line - 1) / line;
    s = str_new(n);
    if (!s)
        return NULL;
    out = s->data;
    for (int64_t i = 0; i < in.length; i += 3, out += 4) {
        if (line && i > 0 && i % line == 0)
            *out++ = '\n';
        put_group(out, (const unsigned char *)in.data + i, in.length - i);
    }
    if (line && in.length > 0)
        *out = '\n';
    return s;
}

PyStr *bytes_to_base64(Span in)
{
    return to_base64(in, 0);
}

PyStr *bytes_to_base64_lines(Span in)
{
    return to_base64(in, 57);
}

static int base64_value(unsigned char c)
{
    return is_ascii_upper(c)   ? c - 'A'
           : is_ascii_lower(c) ? c - 'a' + 26
           : is_ascii_digit(c) ? c - '0' + 52
           : c == '+'          ? 62
           : c == '/'          ? 63
                               : -1;
}

/* Is the next digit of the alphabet (or '=') at or behind i a '='? */
static bool next_is_pad(Span in, int64_t i)
{
    for (; i < in.length; i++)
        if (in.data[i] == '=' || base64_value((unsigned char)in.data[i]) >= 0)
            return in.data[i] == '=';
    return false;
}

PyStr *bytes_from_base64(Span in)
{
    StrBuilder b = {0};
    uint32_t bits = 0;
    int nbits = 0, place = 0;

    if (sb_reserve(&b, in.length / 4 * 3 + 3) < 0)
        return NULL;
    for (int64_t i = 0; i < in.length; i++) {
        int v = base64_value((unsigned char)in.data[i]);

        if (in.data[i] == '=') {
            if (place == 3 || (place == 2 && next_is_pad(in, i + 1))) {
                place = 0;
                nbits = 0;
                break;
            }
            continue;
        }
        if (v < 0)
            continue;
        place = (place + 1) & 3;
        bits = bits << 6 | (uint32_t)v;
        nbits += 6;
        if (nbits >= 8) {
            nbits -= 8;
            if (sb_putc(&b, (char)(bits >> nbits)) < 0)
                return NULL;
        }
    }
    if (nbits != 0)
        return err_format(binascii_error(), "Incorrect padding");
    return sb_finish(&b);
}

PyStr *bytes_rot13(Span in)
{
    PyStr *s = str_new(in.length);

    for (int64_t i = 0; s && i < in.length; i++) {
        unsigned char c = (unsigned char)in.data[i];

        if (is_ascii_alpha(c)) {
            unsigned char base = is_ascii_upper(c) ? 'A' : 'a';

            c = (unsigned char)(base + (c - base + 13) % 26);
        }
        s->data[i] = (char)c;
    }
    return s;
}

PyType *binascii_error(void)
{
    static PyType *_Atomic made;
    PyType *t = atomic_load_explicit(&made, memory_order_acquire), *old = NULL;

    if (t)
        return t;
    t = exception_class_new("binascii.Error", NULL);
    return t && !atomic_compare_exchange_strong(&made, &old, t) ? old : t;
}
