/* Module _json: make_scanner, which reads one value; see _json.h.
 *
 * The messages are those of CPython's C version: they differ for str and
 * unicode in their quotes, a text that ends too early is reported at its last
 * character, and where no value can start StopIteration goes up. */
#include "_json.h"
#include "cargs.h"
#include "dict.h"
#include "float_text.h"
#include "list.h"
#include "number.h"
#include "thread.h"
#include "tuple.h"

#include <stdlib.h>

typedef struct PyScanner {
    PyObject head;
    Value encoding, strict, object_hook, object_pairs_hook, parse_float,
        parse_int, parse_constant;
} PyScanner;

/* Keys of objects come again and again. */
enum { KEY_CACHE = 64, KEY_CACHED_LENGTH = 32 };

typedef struct Scan {
    JsonText t;
    PyScanner *s;
    int64_t at;
    bool strict, own_floats, own_ints;
    Value object_hook, pairs_hook; /* or NULL */
    PyUnicode *keys[KEY_CACHE];
} Scan;

static Value scan_value(Scan *s);

/* --- places
 * ------------------------------------------------------------------- */

static inline bool more(const Scan *s)
{
    return s->at < s->t.length;
}

static inline bool at_char(const Scan *s, uint32_t c)
{
    return more(s) && json_at(&s->t, s->at) == c;
}

static void skip_space(Scan *s)
{
    while (more(s)) {
        uint32_t c = json_at(&s->t, s->at);

        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return;
        s->at++;
    }
}

static void *complain(Scan *s, const char *for_str, const char *for_unicode)
{
    if (!more(s))
        return json_error(&s->t, "Expecting object", s->t.length - 1);
    return json_error(&s->t, s->t.is_unicode ? for_unicode : for_str, s->at);
}

static void *no_value(void)
{
    return err_set(&exc_StopIteration, NULL);
}

/* --- numbers and words
 * ---------------------------------------------------------- */

static bool is_digit_at(const Scan *s, int64_t i)
{
    uint32_t c = i < s->t.length ? json_at(&s->t, i) : 0;

    return c >= '0' && c <= '9';
}

static int64_t skip_digits(const Scan *s, int64_t i)
{
    while (is_digit_at(s, i))
        i++;
    return i;
}

/* Where the number at s->at ends; -1: there is none. */
static int64_t number_end(const Scan *s, bool *is_float)
{
    int64_t i = s->at, sign;

    if (json_at(&s->t, i) == '-')
        i++;
    if (!is_digit_at(s, i))
        return -1;
    i = json_at(&s->t, i) == '0' ? i + 1 : skip_digits(s, i);
    *is_float = false;
    if (i < s->t.length && json_at(&s->t, i) == '.' && is_digit_at(s, i + 1)) {
        *is_float = true;
        i = skip_digits(s, i + 1);
    }
    if (i < s->t.length && (json_at(&s->t, i) | 0x20) == 'e') {
        sign = i + 1;
        if (sign < s->t.length &&
            (json_at(&s->t, sign) == '+' || json_at(&s->t, sign) == '-'))
            sign++;
        if (is_digit_at(s, sign)) {
            *is_float = true;
            i = skip_digits(s, sign);
        }
    }
    return i;
}

/* The digits, which are ASCII, zero-ended; of one byte each. */
static const char *number_text(const Scan *s, int64_t n, char *room,
                               int64_t size)
{
    char *text = n < size ? room : gc_bytes((size_t)n + 1);

    if (!text)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        text[i] = (char)json_at(&s->t, s->at + i);
    text[n] = 0;
    return text;
}

/* A text for a function of the decoder: str or unicode as what is read. */
static Value text_part(const Scan *s, int64_t from, int64_t to)
{
    if (s->t.is_unicode)
        return (Value)unicode_slice((PyUnicode *)s->t.text, from, to);
    return (Value)str_from(s->t.data + from, to - from);
}

static Value parse_number(const Scan *s, int64_t end, bool is_float)
{
    char room[64];
    const char *text, *rest;
    Value arg;

    if (!(is_float ? s->own_floats : s->own_ints)) {
        arg = text_part(s, s->at, end);
        return arg ? op_call(is_float ? s->s->parse_float : s->s->parse_int,
                             &arg, 1, NULL)
                   : NULL;
    }
    text = number_text(s, end - s->at, room, sizeof room);
    if (!text)
        return NULL;
    if (is_float)
        return value_from_double(float_scan(text, &rest));
    if (end - s->at <= 18)
        return value_from_int(strtoll(text, NULL, 10));
    return int_from_string(text, end - s->at, 10);
}

static bool at_word(const Scan *s, const char *word)
{
    int64_t i = s->at;

    for (; *word; word++, i++)
        if (i >= s->t.length || json_at(&s->t, i) != (unsigned char)*word)
            return false;
    return true;
}

static Value scan_constant(Scan *s, const char *word)
{
    Value name = (Value)str_intern(word);

    s->at += (int64_t)strlen(word);
    return op_call(s->s->parse_constant, &name, 1, NULL);
}

static Value scan_number(Scan *s)
{
    static const char *const constants[] = {"NaN", "Infinity", "-Infinity"};
    bool is_float;
    int64_t end = number_end(s, &is_float);
    Value v;

    if (end >= 0) {
        v = parse_number(s, end, is_float);
        s->at = end;
        return v;
    }
    for (int i = 0; i < 3; i++)
        if (at_word(s, constants[i]))
            return scan_constant(s, constants[i]);
    return no_value();
}

static Value scan_word(Scan *s, const char *word, Value v)
{
    if (!at_word(s, word))
        return no_value();
    s->at += (int64_t)strlen(word);
    return v;
}

/* --- objects
 * -------------------------------------------------------------------- */

/* A key seen before, by its bytes: no escapes, ASCII only. */
static PyUnicode *known_key(Scan *s, PyUnicode ***place)
{
    const char *p = s->t.data + s->at, *end;
    int64_t left = s->t.length - s->at, n;
    PyUnicode **slot;

    *place = NULL;
    if (s->t.kind != 1)
        return NULL;
    end = memchr(p, '"',
                 (size_t)(left < KEY_CACHED_LENGTH ? left : KEY_CACHED_LENGTH));
    if (!end)
        return NULL;
    n = end - p;
    slot = &s->keys[((uint64_t)n * 31 +
                     (n ? (unsigned char)p[0] * 7u + (unsigned char)p[n - 1]
                        : 0)) %
                    KEY_CACHE];
    if (*slot && (*slot)->length == n &&
        memcmp((*slot)->data, p, (size_t)n) == 0) {
        s->at += n + 1;
        return *slot;
    }
    *place = slot;
    return NULL;
}

static PyUnicode *scan_key(Scan *s)
{
    PyUnicode **place, *key;
    int64_t start;

    if (!at_char(s, '"'))
        return complain(s, "Expecting property name",
                        "Expecting property name enclosed in double quotes");
    start = ++s->at;
    key = known_key(s, &place);
    if (key)
        return key;
    key = json_string(&s->t, &s->at, s->strict);
    if (key && place && key->is_ascii && s->at - start == key->length + 1 &&
        memcmp(key->data, s->t.data + start, (size_t)key->length) == 0)
        *place = key;
    return key;
}

static Value scan_pair(Scan *s, PyUnicode **key)
{
    *key = scan_key(s);
    if (!*key)
        return NULL;
    skip_space(s);
    if (!at_char(s, ':'))
        return json_error(&s->t,
                          s->t.is_unicode ? "Expecting ':' delimiter"
                                          : "Expecting : delimiter",
                          s->at);
    s->at++;
    skip_space(s);
    return scan_value(s);
}

/* Behind a value: 1 another follows, 0 `close` came, -1 ValueError. */
static int scan_separator(Scan *s, uint32_t close)
{
    skip_space(s);
    if (at_char(s, ',')) {
        s->at++;
        skip_space(s);
        return 1;
    }
    if (!at_char(s, close)) {
        complain(s, "Expecting , delimiter", "Expecting ',' delimiter");
        return -1;
    }
    s->at++;
    return 0;
}

/* One pair goes into the dict, or for the hook's list into pairs. */
static int keep_pair(PyDict *d, PyList *pairs, PyUnicode *key, Value value)
{
    return pairs ? list_push(pairs, tuple_pair((Value)key, value))
                 : dict_set(d, (Value)key, value);
}

static Value call_hooks(const Scan *s, PyDict *d, PyList *pairs)
{
    Value arg = pairs ? (Value)pairs : (Value)d;

    if (pairs)
        return op_call(s->pairs_hook, &arg, 1, NULL);
    return s->object_hook ? op_call(s->object_hook, &arg, 1, NULL) : arg;
}

static Value scan_object(Scan *s)
{
    PyDict *d = dict_new();
    PyList *pairs = s->pairs_hook ? list_new(0) : NULL;
    int more_follow = 1;

    s->at++;
    skip_space(s);
    if (at_char(s, '}')) {
        s->at++;
        return call_hooks(s, d, pairs);
    }
    while (more_follow > 0) {
        PyUnicode *key;
        Value v = scan_pair(s, &key);

        if (!v || keep_pair(d, pairs, key, v) < 0)
            return NULL;
        more_follow = scan_separator(s, '}');
    }
    return more_follow < 0 ? NULL : call_hooks(s, d, pairs);
}

static Value scan_array(Scan *s)
{
    PyList *list = list_new(0);
    int more_follow = 1;

    s->at++;
    skip_space(s);
    if (at_char(s, ']')) {
        s->at++;
        return (Value)list;
    }
    while (more_follow > 0) {
        Value v;

        if (!more(s))
            return complain(s, NULL, NULL);
        v = scan_value(s);
        if (!v || list_push(list, v) < 0)
            return NULL;
        more_follow = scan_separator(s, ']');
    }
    return more_follow < 0 ? NULL : (Value)list;
}

/* --- any value
 * -------------------------------------------------------------------- */

static Value scan_container(Scan *s, Value (*scan)(Scan *s), const char *where)
{
    Value v;

    if (recursion_enter(where) < 0)
        return NULL;
    v = scan(s);
    recursion_leave();
    return v;
}

static Value scan_value(Scan *s)
{
    if (!more(s))
        return no_value();
    switch (json_at(&s->t, s->at)) {
    case '"':
        s->at++;
        return (Value)json_string(&s->t, &s->at, s->strict);
    case '{':
        return scan_container(
            s, scan_object,
            s->t.is_unicode ? " while decoding a JSON object from a unicode "
                              "string"
                            : " while decoding a JSON object from a byte "
                              "string");
    case '[':
        return scan_container(
            s, scan_array,
            s->t.is_unicode ? " while decoding a JSON array from a unicode "
                              "string"
                            : " while decoding a JSON array from a byte "
                              "string");
    case 'n':
        return scan_word(s, "null", NONE);
    case 't':
        return scan_word(s, "true", TRUE_VALUE);
    case 'f':
        return scan_word(s, "false", FALSE_VALUE);
    default:
        return scan_number(s);
    }
}

/* scan_once(string, idx): (value, index after it). */
static Value scanner_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"string", "idx"};
    Scan s = {.s = (PyScanner *)self};
    PyScanner *p = s.s;
    int strict = op_is_true(p->strict);
    Value v[2], result;

    if (strict < 0 ||
        args_parse("scan_once", args, nargs, kwnames, names, 2, 2, v) < 0)
        return NULL;
    s.at = value_as_ssize(v[1]);
    if ((s.at == -1 && err_pending()) || !json_open(&s.t, v[0]))
        return NULL;
    if (s.at < 0)
        return err_format(&exc_ValueError, "idx cannot be negative");
    if (!more(&s))
        return err_set(&exc_StopIteration, NULL);
    if (strcmp(str_data((PyStr *)p->encoding), "utf-8") != 0)
        s.t.encoding = str_data((PyStr *)p->encoding);
    s.strict = strict;
    s.own_floats = p->parse_float == (Value)&float_type;
    s.own_ints = p->parse_int == (Value)&int_type;
    s.object_hook = p->object_hook != NONE ? p->object_hook : NULL;
    s.pairs_hook = p->object_pairs_hook != NONE ? p->object_pairs_hook : NULL;
    result = scan_value(&s);
    return result ? tuple_pair(result, value_from_int(s.at)) : NULL;
}

/* --- the type
 * ----------------------------------------------------------------------- */

/* The settings of a decoder; the encoding becomes a str. */
static int read_settings(PyScanner *s, Value context)
{
    static const char *const names[] = {
        "encoding",    "strict",    "object_hook",   "object_pairs_hook",
        "parse_float", "parse_int", "parse_constant"};
    Value *const places[] = {&s->encoding,      &s->strict,
                             &s->object_hook,   &s->object_pairs_hook,
                             &s->parse_float,   &s->parse_int,
                             &s->parse_constant};

    for (int i = 0; i < 7; i++) {
        *places[i] = op_getattr(context, str_intern(names[i]));
        if (!*places[i])
            return -1;
    }
    if (s->encoding == NONE)
        s->encoding = (Value)str_intern("utf-8");
    else if (is_unicode(s->encoding))
        s->encoding = (Value)unicode_as_str((PyUnicode *)s->encoding);
    else if (!is_str(s->encoding))
        err_format(&exc_TypeError, "encoding must be a string, not %.80s",
                   type_name_of(s->encoding));
    return err_pending() ? -1 : 0;
}

static Value scanner_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"context"};
    PyScanner *s = instance_new(type);
    Value context;

    if (args_parse("make_scanner", args, nargs, kwnames, names, 1, 1,
                   &context) < 0 ||
        read_settings(s, context) < 0)
        return NULL;
    return (Value)s;
}

#define GETTER(name)                                                           \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        return ((PyScanner *)self)->name;                                      \
    }
GETTER(encoding)
GETTER(strict)
GETTER(object_hook)
GETTER(object_pairs_hook)
GETTER(parse_float)
GETTER(parse_int)
GETTER(parse_constant)

#define MEMBER(name) {#name, get_##name, .is_member = true}
static const GetSetDef getsets[] = {
    MEMBER(encoding),       MEMBER(strict),
    MEMBER(object_hook),    MEMBER(object_pairs_hook),
    MEMBER(parse_float),    MEMBER(parse_int),
    MEMBER(parse_constant), {0}};

PyType json_scanner_type = {
    .head.type = &type_type,
    .name = "_json.Scanner",
    .base = &object_type,
    .basic_size = sizeof(PyScanner),
    .doc = "Makes objects of JSON text, one value per call.",
    .getsets = getsets,
    .call = scanner_call,
    .new_instance = scanner_new,
};
