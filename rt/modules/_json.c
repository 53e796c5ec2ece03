/* Module _json: the strings of JSON, and the module; see _json.h. */
#include "_json.h"

#include "cargs.h"
#include "codecs.h"
#include "import.h"
#include "module_support.h"
#include "names.h"
#include "tuple.h"

#include "methods_declare.h"
#include "_json.def"
#include "methods_end.h"

bool json_open(JsonText *t, Value v)
{
    PyUnicode *u = (PyUnicode *)v;

    if (is_str(v)) {
        *t = (JsonText){v, str_span(v).data, str_span(v).length, 1, false, 0};
        return true;
    }
    if (is_unicode(v)) {
        *t = (JsonText){v, u->data, u->length, u->kind, true, 0};
        return true;
    }
    err_format(&exc_TypeError, "first argument must be a string, not %.80s",
               type_name_of(v));
    return false;
}

void *json_error(const JsonText *t, const char *message, int64_t at)
{
    Value decoder = import_c("json.decoder"), text;
    Value args[] = {(Value)str_from_c(message), t->text, value_from_int(at)};

    text =
        decoder ? op_call_method(decoder, str_intern("errmsg"), args, 3) : NULL;
    return text ? err_set(&exc_ValueError, text) : NULL;
}

/* --- reading
 * ------------------------------------------------------------------ */

/* The code point of the four digits behind the 'u' at i; -1: ValueError. */
static int64_t hex_escape(const JsonText *t, int64_t i)
{
    uint32_t n = 0;

    /* Something must follow, as a '"' has to. */
    if (i + 5 >= t->length) {
        json_error(t, "Invalid \\uXXXX escape", i);
        return -1;
    }
    for (int64_t k = i + 1; k < i + 5; k++) {
        uint32_t c = json_at(t, k), low = c | 0x20;

        if (c >= '0' && c <= '9')
            n = n * 16 + c - '0';
        else if (c < 128 && low >= 'a' && low <= 'f')
            n = n * 16 + low - 'a' + 10;
        else {
            json_error(t, "Invalid \\uXXXX escape", i);
            return -1;
        }
    }
    return n;
}

/* \uXXXX at i, where the 'u' is, with the pair that it may begin; moves *at
 * behind it. */
static int64_t unicode_escape(const JsonText *t, int64_t i, int64_t *at)
{
    int64_t c = hex_escape(t, i), low;

    *at = i + 5;
    if (c < 0xd800 || c > 0xdbff || i + 6 >= t->length ||
        json_at(t, i + 5) != '\\' || json_at(t, i + 6) != 'u')
        return c;
    low = hex_escape(t, i + 6);
    if (low < 0xdc00 || low > 0xdfff)
        return low < 0 ? -1 : c;
    *at = i + 11;
    return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

/* The character of the escape at i, where its '\\' is; -1: ValueError. */
static int64_t escape(const JsonText *t, int64_t i, int64_t start, int64_t *at)
{
    static const char letters[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    const char *found;
    uint32_t c;

    if (i + 1 >= t->length) {
        json_error(t, "Unterminated string starting at", start - 1);
        return -1;
    }
    c = json_at(t, i + 1);
    if (c == 'u')
        return unicode_escape(t, i + 1, at);
    found = c && c < 128 ? strchr(letters, (int)c) : NULL;
    if (!found) {
        json_error(t, "Invalid \\escape", i);
        return -1;
    }
    *at = i + 2;
    return means[found - letters];
}

/* The first quote, backslash or control character from i on; *ascii tells
 * whether there is nothing beyond ASCII before it. */
static int64_t plain_end(const JsonText *t, int64_t i, bool strict, bool *ascii)
{
    uint32_t all = 0;

    for (; i < t->length; i++) {
        uint32_t c = json_at(t, i);

        if (c == '"' || c == '\\' || (c < ' ' && strict))
            break;
        all |= c;
    }
    *ascii = all < 128;
    return i;
}

static PyUnicode *plain_part(const JsonText *t, int64_t from, int64_t to,
                             bool ascii)
{
    Span in = {t->data + from, to - from};

    if (t->is_unicode)
        return unicode_slice((PyUnicode *)t->text, from, to);
    if (t->encoding)
        return unicode_from_object((Value)str_from(in.data, in.length),
                                   t->encoding, NULL);
    return ascii ? unicode_from_ascii(in.data, in.length)
                 : decode_utf8(in, NULL, NULL);
}

PyUnicode *json_string(const JsonText *t, int64_t *at, bool strict)
{
    int64_t start = *at, i = start, c;
    UniBuilder b = {0};

    if (start < 0 || start >= t->length)
        return err_format(&exc_ValueError, "end is out of bounds");
    for (bool first = true;; first = false) {
        bool ascii;
        int64_t end = plain_end(t, i, strict, &ascii);
        PyUnicode *part;

        if (end >= t->length)
            return json_error(t, "Unterminated string starting at", start - 1);
        c = json_at(t, end);
        if (c != '"' && c != '\\')
            return json_error(t, "Invalid control character at", end);
        part = plain_part(t, i, end, ascii);
        if (!part || (c == '"' && first)) {
            *at = end + 1;
            return part;
        }
        if (ub_add(&b, part, 0, part->length) < 0)
            return NULL;
        *at = end + 1;
        if (c == '"')
            return ub_finish(&b);
        c = escape(t, end, start, &i);
        if (c < 0 || ub_putc(&b, (uint32_t)c) < 0)
            return NULL;
    }
}

static Value f_scanstring(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at = value_as_ssize(args[1]);
    PyUnicode *result;
    int strict = 1;
    JsonText t;

    if ((at == -1 && err_pending()) || !json_open(&t, args[0]))
        return NULL;
    if (nargs > 2 && args[2] != NONE) {
        t.encoding = arg_name("scanstring", 3, args[2]);
        if (!t.encoding)
            return NULL;
        if (strcmp(t.encoding, "utf-8") == 0)
            t.encoding = NULL;
    }
    if (nargs > 3)
        strict = op_is_true(args[3]);
    if (strict < 0)
        return NULL;
    result = json_string(&t, &at, strict);
    return result ? tuple_pair((Value)result, value_from_int(at)) : NULL;
}

/* --- writing
 * ------------------------------------------------------------------ */

/* One UTF-16 unit. */
static int add_unit(StrBuilder *b, uint32_t c)
{
    static const char digits[] = "0123456789abcdef";
    char text[] = {'\\',
                   'u',
                   digits[c >> 12 & 15],
                   digits[c >> 8 & 15],
                   digits[c >> 4 & 15],
                   digits[c & 15]};

    return sb_add(b, text, sizeof text);
}

static int add_escaped(StrBuilder *b, uint32_t c)
{
    static const char letters[] = "\"\\bfnrt", means[] = "\"\\\b\f\n\r\t";
    const char *found = c && c < 128 ? strchr(means, (int)c) : NULL;
    char text[] = {'\\', 0};

    if (found) {
        text[1] = letters[found - means];
        return sb_add(b, text, 2);
    }
    if (c < 0x10000)
        return add_unit(b, c);
    c -= 0x10000;
    return add_unit(b, 0xd800 | c >> 10) < 0
               ? -1
               : add_unit(b, 0xdc00 | (c & 0x3ff));
}

static inline bool is_plain(uint32_t c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

static int quote_text(StrBuilder *b, const JsonText *t)
{
    int64_t i = 0;

    while (i < t->length) {
        int64_t start = i;

        while (i < t->length && is_plain(json_at(t, i)))
            i++;
        if (t->kind == 1 && sb_add(b, t->data + start, i - start) < 0)
            return -1;
        for (int64_t k = start; t->kind > 1 && k < i; k++)
            if (sb_putc(b, (char)json_at(t, k)) < 0)
                return -1;
        if (i < t->length && add_escaped(b, json_at(t, i++)) < 0)
            return -1;
    }
    return 0;
}

static bool has_high_byte(Span s)
{
    unsigned char all = 0;

    for (int64_t i = 0; i < s.length; i++)
        all |= (unsigned char)s.data[i];
    return all >= 128;
}

int json_quote(StrBuilder *b, Value s)
{
    JsonText t;

    if (!json_open(&t, s))
        return -1;
    if (!t.is_unicode && has_high_byte((Span){t.data, t.length})) {
        Value u = (Value)decode_utf8((Span){t.data, t.length}, NULL, NULL);

        if (!u || !json_open(&t, u))
            return -1;
    }
    if (sb_putc(b, '"') < 0 || quote_text(b, &t) < 0)
        return -1;
    return sb_putc(b, '"');
}

static Value f_encode_ascii(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};

    return json_quote(&b, args[0]) < 0 ? NULL : (Value)sb_finish(&b);
}

bool json_is_ascii_encoder(Value v)
{
    return type_of(v) == &native_function_type &&
           ((PyNativeFunction *)v)->def->fn == (void *)f_encode_ascii;
}

/* --- the module
 * --------------------------------------------------------------- */

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_json.def"
#include "methods_end.h"
    {0}};

/* The functions say that they are from _json, as in CPython; the module itself
 * has another name so that hiding _json does not hide it from json. */
static int name_functions(PyModule *m)
{
    Value name = (Value)str_intern("_json");

    for (const NativeDef *def = functions; def->name; def++) {
        Value f = dict_get_str_or_null(m->dict, str_intern(def->name));

        if (f && op_setattr(f, NAME(dunder_module), name) < 0)
            return -1;
    }
    return 0;
}

static int init(PyModule *m)
{
    if (name_functions(m) < 0)
        return -1;
    if (type_ready(&json_scanner_type) < 0 ||
        type_ready(&json_encoder_type) < 0)
        return -1;
    return module_add(m, "make_scanner", (Value)&json_scanner_type) < 0
               ? -1
               : module_add(m, "make_encoder", (Value)&json_encoder_type);
}

const NativeModule native_module__json_native = {
    "_json_native", "json speedups\n", functions, init};
