/* Module binascii: bytes as text in base64, hexadecimal, uuencoding,
 * quoted-printable and BinHex 4, and checksums. */
#include "bytes_codecs.h"
#include "module.h"
#include "module_support.h"
#include "number.h"

#include <zlib.h>

#include "methods_declare.h"
#include "binascii.def"
#include "methods_end.h"

static PyType *incomplete; /* binascii.Incomplete */

static Value f_a2b_base64(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    if (!arg_bytes("a2b_base64", 1, args[0], &in))
        return NULL;
    return (Value)bytes_from_base64(in);
}

static Value f_b2a_base64(Value self, const Value *args, Py_ssize nargs)
{
    Span in;
    PyStr *s;

    if (!arg_bytes("b2a_base64", 1, args[0], &in))
        return NULL;
    s = bytes_to_base64(in);
    return s ? (Value)str_concat(s, str_char('\n')) : NULL;
}

static Value f_a2b_hex(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    return arg_bytes("a2b_hex", 1, args[0], &in) ? (Value)bytes_from_hex(in)
                                                 : NULL;
}

static Value f_b2a_hex(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    return arg_bytes("b2a_hex", 1, args[0], &in) ? (Value)bytes_to_hex(in)
                                                 : NULL;
}

static Value f_hexlify(Value self, const Value *args, Py_ssize nargs)
{
    return f_b2a_hex(self, args, nargs);
}

static Value f_unhexlify(Value self, const Value *args, Py_ssize nargs)
{
    return f_a2b_hex(self, args, nargs);
}

/* --- uuencoding ----------------------------------------------------------- */

/* Six bits of one character; missing and eaten blanks are 0; -1: illegal. */
static int uu_value(Span in, int64_t i)
{
    unsigned char c = i < in.length ? (unsigned char)in.data[i] : '\n';

    if (c == '\n' || c == '\r')
        return 0;
    return c < ' ' || c > ' ' + 64 ? -1 : (c - ' ') & 63;
}

static Value f_a2b_uu(Value self, const Value *args, Py_ssize nargs)
{
    Span in;
    PyStr *s;
    int64_t n, i = 1;
    uint32_t bits = 0;
    int nbits = 0;

    if (!arg_bytes("a2b_uu", 1, args[0], &in))
        return NULL;
    n = in.length ? ((unsigned char)in.data[0] - ' ') & 63 : 32;
    s = str_new(n);
    for (int64_t out = 0; s && out < n; i++) {
        int v = uu_value(in, i);

        if (v < 0)
            return err_format(binascii_error(), "Illegal char");
        bits = bits << 6 | (uint32_t)v;
        nbits += 6;
        if (nbits >= 8) {
            nbits -= 8;
            s->data[out++] = (char)(bits >> nbits);
        }
    }
    for (; s && i < in.length; i++)
        if (!strchr(" `\n\r", in.data[i]) || !in.data[i])
            return err_format(binascii_error(), "Trailing garbage");
    return (Value)s;
}

static Value f_b2a_uu(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Span in;

    if (!arg_bytes("b2a_uu", 1, args[0], &in))
        return NULL;
    if (in.length > 45)
        return err_format(binascii_error(), "At most 45 bytes at once");
    if (sb_putc(&b, (char)(' ' + in.length)) < 0)
        return NULL;
    for (int64_t i = 0; i < in.length; i += 3) {
        uint32_t x = 0;

        for (int k = 0; k < 3; k++)
            x = x << 8 |
                (i + k < in.length ? (unsigned char)in.data[i + k] : 0);
        for (int shift = 18; shift >= 0; shift -= 6)
            if (sb_putc(&b, (char)(' ' + (x >> shift & 63))) < 0)
                return NULL;
    }
    return sb_putc(&b, '\n') < 0 ? NULL : (Value)sb_finish(&b);
}

/* --- quoted-printable ----------------------------------------------------- */

static int hex_digit(unsigned char c)
{
    return is_ascii_digit(c)      ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* in.data[*i] is behind a "=". */
static int qp_escape(StrBuilder *b, Span in, int64_t *i)
{
    unsigned char c = (unsigned char)in.data[*i];
    int high, low;

    if (c == '\n' || c == '\r') {
        while (*i < in.length && in.data[*i] != '\n')
            ++*i;
        if (*i < in.length)
            ++*i;
        return 0;
    }
    if (c == '=') {
        ++*i;
        return sb_putc(b, '=');
    }
    high = hex_digit(c);
    low = *i + 1 < in.length ? hex_digit((unsigned char)in.data[*i + 1]) : -1;
    if (high < 0 || low < 0)
        return sb_putc(b, '=');
    *i += 2;
    return sb_putc(b, (char)(high << 4 | low));
}

/* Parses (data, ...flags); every flag is left as it is when not given. */
static bool qp_args(const char *fname, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames, const char *const *names, int count,
                    Span *in, int64_t *flags)
{
    Value v[4] = {NULL};

    if (args_parse(fname, args, nargs, kwnames, names, 1, count, v) < 0 ||
        !arg_bytes(fname, 1, v[0], in))
        return false;
    for (int i = 1; i < count; i++)
        if (v[i] && !arg_int(v, count, i, 0, &flags[i - 1]))
            return false;
    return true;
}

static Value f_a2b_qp(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    static const char *const names[] = {"data", "header"};
    StrBuilder b = {0};
    int64_t header = 0, i = 0;
    Span in;

    if (!qp_args("a2b_qp", args, nargs, kwnames, names, 2, &in, &header))
        return NULL;
    while (i < in.length) {
        char c = in.data[i++];

        if (c == '=') {
            if (i == in.length)
                break;
            if (qp_escape(&b, in, &i) < 0)
                return NULL;
        } else if (sb_putc(&b, header && c == '_' ? ' ' : c) < 0) {
            return NULL;
        }
    }
    return (Value)sb_finish(&b);
}

typedef struct QpWriter {
    StrBuilder out;
    Span in;
    int64_t quotetabs, istext, header;
    bool crlf;
    int column;
} QpWriter;

enum { QP_LINE = 76 };

/* The character at i, or -1 at the end. */
static int qp_at(const QpWriter *w, int64_t i)
{
    return i < w->in.length ? (unsigned char)w->in.data[i] : -1;
}

static bool qp_must_quote(const QpWriter *w, int64_t i)
{
    int c = qp_at(w, i), next = qp_at(w, i + 1);

    if (c > 126 || c == '=' || (w->header && c == '_'))
        return true;
    if (c == '.' && w->column == 0 &&
        (next == -1 || next == '\n' || next == '\r' || next == 0))
        return true;
    if (c == '\r' || c == '\n')
        return !w->istext;
    if (c == ' ' || c == '\t')
        return next == -1 || w->quotetabs;
    return c < 33;
}

static int qp_newline(QpWriter *w)
{
    w->column = 0;
    return w->crlf ? sb_add(&w->out, "\r\n", 2) : sb_putc(&w->out, '\n');
}

static int qp_hex(QpWriter *w, unsigned char c)
{
    static const char hex[] = "0123456789ABCDEF";
    char text[3] = {'=', hex[c >> 4], hex[c & 15]};

    return sb_add(&w->out, text, 3);
}

/* A line's end in the text; blanks before it are quoted. */
static int qp_line_end(QpWriter *w)
{
    char last = w->out.length ? w->out.text->data[w->out.length - 1] : 0;

    if (last == ' ' || last == '\t') {
        w->out.length--;
        if (qp_hex(w, (unsigned char)last) < 0)
            return -1;
    }
    return qp_newline(w);
}

static int qp_soft_break(QpWriter *w)
{
    return sb_putc(&w->out, '=') < 0 ? -1 : qp_newline(w);
}

/* Encodes what stands at *i and moves on. */
static int qp_step(QpWriter *w, int64_t *i)
{
    int c = qp_at(w, *i), next = qp_at(w, *i + 1);

    if (qp_must_quote(w, *i)) {
        if (w->column + 3 >= QP_LINE && qp_soft_break(w) < 0)
            return -1;
        w->column += 3;
        ++*i;
        return qp_hex(w, (unsigned char)c);
    }
    if (w->istext && (c == '\n' || (c == '\r' && next == '\n'))) {
        *i += c == '\r' ? 2 : 1;
        return qp_line_end(w);
    }
    if (next != -1 && next != '\n' && w->column + 1 >= QP_LINE &&
        qp_soft_break(w) < 0)
        return -1;
    w->column++;
    ++*i;
    return sb_putc(&w->out, w->header && c == ' ' ? '_' : (char)c);
}

static Value f_b2a_qp(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    static const char *const names[] = {"data", "quotetabs", "istext",
                                        "header"};
    int64_t flags[] = {0, 1, 0}, i = 0;
    QpWriter w = {0};
    const char *newline;

    if (!qp_args("b2a_qp", args, nargs, kwnames, names, 4, &w.in, flags))
        return NULL;
    w.quotetabs = flags[0];
    w.istext = flags[1];
    w.header = flags[2];
    newline = memchr(w.in.data, '\n', (size_t)w.in.length);
    w.crlf = newline && newline > w.in.data && newline[-1] == '\r';
    while (i < w.in.length)
        if (qp_step(&w, &i) < 0)
            return NULL;
    return (Value)sb_finish(&w.out);
}

/* --- BinHex 4 ------------------------------------------------------------- */

static const char hqx_digits[] =
    "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";

enum { RUN_CHAR = 0x90 };

static Value f_b2a_hqx(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    uint32_t bits = 0;
    int nbits = 0;
    Span in;

    if (!arg_bytes("b2a_hqx", 1, args[0], &in))
        return NULL;
    for (int64_t i = 0; i < in.length; i++) {
        bits = bits << 8 | (unsigned char)in.data[i];
        nbits += 8;
        while (nbits >= 6) {
            nbits -= 6;
            if (sb_putc(&b, hqx_digits[bits >> nbits & 63]) < 0)
                return NULL;
        }
    }
    if (nbits && sb_putc(&b, hqx_digits[bits << (6 - nbits) & 63]) < 0)
        return NULL;
    return (Value)sb_finish(&b);
}

static Value f_a2b_hqx(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    uint32_t bits = 0;
    int nbits = 0;
    bool done = false;
    Span in;

    if (!arg_bytes("a2b_hqx", 1, args[0], &in))
        return NULL;
    for (int64_t i = 0; i < in.length && !done; i++) {
        const char *digit;

        if (in.data[i] == '\n' || in.data[i] == '\r')
            continue;
        done = in.data[i] == ':';
        if (done)
            break;
        digit = in.data[i] ? strchr(hqx_digits, in.data[i]) : NULL;
        if (!digit)
            return err_format(binascii_error(), "Illegal char");
        bits = bits << 6 | (uint32_t)(digit - hqx_digits);
        nbits += 6;
        if (nbits >= 8) {
            nbits -= 8;
            if (sb_putc(&b, (char)(bits >> nbits)) < 0)
                return NULL;
        }
    }
    if (nbits && !done)
        return err_format(incomplete, "String has incomplete number of bytes");
    return (Value)tuple_pack(2, sb_finish(&b), tag_int(done));
}

static Value f_rlecode_hqx(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Span in;

    if (!arg_bytes("rlecode_hqx", 1, args[0], &in))
        return NULL;
    for (int64_t i = 0, n; i < in.length; i += n) {
        unsigned char c = (unsigned char)in.data[i];

        n = 1;
        if (c == RUN_CHAR) {
            if (sb_add(&b, "\x90\0", 2) < 0)
                return NULL;
            continue;
        }
        while (i + n < in.length && (unsigned char)in.data[i + n] == c &&
               n < 255)
            n++;
        if (n > 3) {
            char run[3] = {(char)c, (char)RUN_CHAR, (char)n};

            if (sb_add(&b, run, 3) < 0)
                return NULL;
        } else {
            n = 1;
            if (sb_putc(&b, (char)c) < 0)
                return NULL;
        }
    }
    return (Value)sb_finish(&b);
}

/* The run behind a 0x90: in.data[i] is its length. */
static int rle_run(StrBuilder *b, Span in, int64_t i)
{
    int n;

    if (i >= in.length) {
        err_format(incomplete, "");
        return -1;
    }
    n = (unsigned char)in.data[i];
    if (n == 0)
        return sb_putc(b, (char)RUN_CHAR);
    if (b->length == 0) {
        err_format(binascii_error(), "Orphaned RLE code at start");
        return -1;
    }
    while (--n > 0)
        if (sb_putc(b, b->text->data[b->length - 1]) < 0)
            return -1;
    return 0;
}

static Value f_rledecode_hqx(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Span in;

    if (!arg_bytes("rledecode_hqx", 1, args[0], &in))
        return NULL;
    for (int64_t i = 0; i < in.length; i++) {
        if ((unsigned char)in.data[i] == RUN_CHAR ? rle_run(&b, in, ++i) < 0
                                                  : sb_putc(&b, in.data[i]) < 0)
            return NULL;
    }
    return (Value)sb_finish(&b);
}

/* --- checksums ------------------------------------------------------------ */

static Value f_crc_hqx(Value self, const Value *args, Py_ssize nargs)
{
    int64_t start;
    uint32_t crc;
    Span in;

    if (!arg_bytes("crc_hqx", 1, args[0], &in) ||
        !arg_int(args, nargs, 1, 0, &start))
        return NULL;
    crc = (uint32_t)start & 0xffff;
    for (int64_t i = 0; i < in.length; i++) {
        crc ^= (uint32_t)(unsigned char)in.data[i] << 8;
        for (int k = 0; k < 8; k++)
            crc = crc & 0x8000 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1;
    }
    return tag_int(crc);
}

static Value f_crc32(Value self, const Value *args, Py_ssize nargs)
{
    uint64_t start = 0;
    Span in;

    if (!arg_bytes("crc32", 1, args[0], &in))
        return NULL;
    if (nargs > 1) {
        if (!has_type_flag(args[1], TYPE_INT | TYPE_LONG))
            return err_format(&exc_TypeError, "an integer is required");
        start = long_mask64(args[1]);
    }
    return tag_int((int32_t)crc32_z((uint32_t)start, (const Bytef *)in.data,
                                    (size_t)in.length));
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "binascii.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    if (!incomplete &&
        !(incomplete = exception_class_new("binascii.Incomplete", NULL)))
        return -1;
    return !binascii_error() ||
                   module_add(m, "Error", (Value)binascii_error()) < 0 ||
                   module_add(m, "Incomplete", (Value)incomplete) < 0
               ? -1
               : 0;
}

const NativeModule native_module_binascii = {
    "binascii",
    "Bytes as text and back: hexadecimal, base64, uu, quoted-printable, "
    "BinHex; and\n"
    "their checksums.",
    functions, init};
