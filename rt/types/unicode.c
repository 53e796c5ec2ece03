/* unicode: immutable code points, compact by width (see unicode.h).
 *
 * The empty text and the 256 of one latin-1 character exist once.  Reading,
 * building and the type's slots are here; the methods are in
 * unicode_methods.c, the coding to and from bytes in core/codecs.c. */
#include "unicode.h"

#include "codecs.h"
#include "instance.h"
#include "names.h"
#include "str_type.h"
#include "text_search.h"
#include "thread.h"

#include <gc/gc.h>

const char *rt_default_encoding = "ascii";

/* --- making --------------------------------------------------------------- */

/* room: for more code points behind them. */
static PyUnicode *unicode_with_room(int64_t length, int64_t room, int kind,
                                    bool is_ascii)
{
    PyUnicode *u;

    if (length > (INT64_MAX - 64) / kind - room)
        return err_no_memory();
    u = gc_atomic(sizeof *u + ((size_t)(length + room) + 1) * (size_t)kind);
    if (!u)
        return NULL;
    u->head = (PyObject){.type = &unicode_type};
    atomic_init(&u->hash, 0);
    u->length = length;
    u->kind = kind;
    u->is_ascii = is_ascii;
    memset(u->data + length * kind, 0, (size_t)kind);
    return u;
}

static PyUnicode *unicode_raw(int64_t length, int kind, bool is_ascii)
{
    return unicode_with_room(length, 0, kind, is_ascii);
}

PyUnicode *unicode_new(int64_t length, uint32_t max_char)
{
    return unicode_raw(length, unicode_kind_for(max_char), max_char < 128);
}

static PyUnicode *_Atomic short_texts[257]; /* the last is the empty one */

static PyUnicode *short_text(int index)
{
    PyUnicode *u =
        atomic_load_explicit(&short_texts[index], memory_order_acquire);
    PyUnicode *expected = NULL;

    if (u)
        return u;
    u = unicode_raw(index < 256, 1, index < 128 || index == 256);
    if (u->length)
        u->data[0] = (char)index;
    return atomic_compare_exchange_strong(&short_texts[index], &expected, u)
               ? u
               : expected;
}

PyUnicode *unicode_empty(void)
{
    return short_text(256);
}

PyUnicode *unicode_char(uint32_t c)
{
    PyUnicode *u;

    if (c < 256)
        return short_text((int)c);
    u = unicode_new(1, c);
    unicode_put(u, 0, c);
    return u;
}

PyUnicode *unicode_from_ascii(const char *text, int64_t length)
{
    PyUnicode *u;

    if (length <= 1)
        return short_text(length ? (unsigned char)text[0] : 256);
    u = unicode_raw(length, 1, true);
    if (u)
        memcpy(u->data, text, (size_t)length);
    return u;
}

PyUnicode *unicode_from_latin1(const char *text, int64_t length)
{
    PyUnicode *u = unicode_from_ascii(text, length);

    if (u && length > 1)
        u->is_ascii = bytes_are_ascii(text, length);
    return u;
}

/* The largest code point of `length` units of width `kind`. */
static uint32_t max_of(const void *data, int kind, int64_t length)
{
    uint32_t all = 0; /* an upper bound with the right width is enough */

    if (kind == 1)
        return bytes_are_ascii(data, length) ? 127 : 255;
    for (int64_t i = 0; i < length; i++)
        all |= kind == 2 ? ((const uint16_t *)data)[i]
                         : ((const uint32_t *)data)[i];
    return all;
}

/* Copies n code points of one width to another that holds them. */
static void copy_units(void *to, int to_kind, const void *from, int from_kind,
                       int64_t n)
{
    if (to_kind == from_kind) {
        memcpy(to, from, (size_t)n * (size_t)to_kind);
    } else if (to_kind == 1) {
        for (int64_t i = 0; i < n; i++)
            ((uint8_t *)to)[i] =
                (uint8_t)(from_kind == 2 ? ((const uint16_t *)from)[i]
                                         : ((const uint32_t *)from)[i]);
    } else if (to_kind == 2) {
        for (int64_t i = 0; i < n; i++)
            ((uint16_t *)to)[i] = from_kind == 1
                                      ? ((const uint8_t *)from)[i]
                                      : (uint16_t)((const uint32_t *)from)[i];
    } else {
        for (int64_t i = 0; i < n; i++)
            ((uint32_t *)to)[i] = from_kind == 1 ? ((const uint8_t *)from)[i]
                                                 : ((const uint16_t *)from)[i];
    }
}

/* A text of n units of any width, narrowed. */
static PyUnicode *from_units(const void *data, int kind, int64_t n)
{
    PyUnicode *u;
    uint32_t max;

    if (n == 0)
        return unicode_empty();
    max = max_of(data, kind, n);
    if (n == 1 && max < 256)
        return short_text((int)(kind == 1   ? *(const uint8_t *)data
                                : kind == 2 ? *(const uint16_t *)data
                                            : *(const uint32_t *)data));
    u = unicode_new(n, max);
    if (u)
        copy_units(u->data, u->kind, data, kind, n);
    return u;
}

PyUnicode *unicode_from_ucs4(const uint32_t *text, int64_t length)
{
    return from_units(text, 4, length);
}

void unicode_copy_into(PyUnicode *to, int64_t at, const PyUnicode *from)
{
    copy_units(to->data + at * to->kind, to->kind, from->data, from->kind,
               from->length);
}

PyUnicode *unicode_slice(PyUnicode *u, int64_t start, int64_t stop)
{
    if (start <= 0 && stop >= u->length && u->head.type == &unicode_type)
        return u;
    if (stop <= start)
        return unicode_empty();
    if (u->is_ascii)
        return unicode_from_ascii(u->data + start, stop - start);
    return from_units(u->data + start * u->kind, u->kind, stop - start);
}

const uint32_t *unicode_ucs4(PyUnicode *u)
{
    uint32_t *units;

    if (u->kind == 4)
        return (const uint32_t *)u->data;
    units = gc_bytes(((size_t)u->length + 1) * 4);
    if (units)
        copy_units(units, 4, u->data, u->kind, u->length);
    return units;
}

/* --- builders ------------------------------------------------------------- */

int ub_reserve(UniBuilder *b, int64_t n, uint32_t max_char)
{
    int64_t want = b->length + n;
    PyUnicode *grown;

    if (n > INT64_MAX / 8 - b->length) {
        err_no_memory();
        return -1;
    }
    if (max_char < b->max_char)
        max_char = b->max_char;
    if (want <= b->capacity &&
        unicode_kind_for(max_char) == unicode_kind_for(b->max_char)) {
        b->max_char = max_char;
        return 0;
    }
    if (want > b->capacity)
        want += b->capacity ? want / 2 : 15;
    else
        want = b->capacity;
    grown = unicode_new(want, max_char);
    if (!grown)
        return -1;
    if (b->text)
        copy_units(grown->data, grown->kind, b->text->data, b->text->kind,
                   b->length);
    b->text = grown;
    b->capacity = want;
    b->max_char = max_char;
    return 0;
}

int ub_add(UniBuilder *b, PyUnicode *u, int64_t start, int64_t stop)
{
    /* Of all of u: ub_finish narrows the text. */
    uint32_t max = u->is_ascii ? 127 : unicode_widest(u->kind);

    if (stop <= start)
        return 0;
    if (ub_reserve(b, stop - start, max) < 0)
        return -1;
    copy_units(b->text->data + b->length * b->text->kind, b->text->kind,
               u->data + start * u->kind, u->kind, stop - start);
    b->length += stop - start;
    return 0;
}

int ub_add_bytes(UniBuilder *b, const char *latin1, int64_t length)
{
    if (length <= 0)
        return 0;
    if (ub_reserve(b, length, bytes_are_ascii(latin1, length) ? 127 : 255) < 0)
        return -1;
    copy_units(b->text->data + b->length * b->text->kind, b->text->kind, latin1,
               1, length);
    b->length += length;
    return 0;
}

PyUnicode *ub_finish(UniBuilder *b)
{
    PyUnicode *u = b->text;
    uint32_t max;

    if (b->length <= 1 || b->capacity - b->length > b->length / 2 + 16)
        return u ? from_units(u->data, u->kind, b->length) : unicode_empty();
    max = max_of(u->data, u->kind, b->length);
    if (unicode_kind_for(max) < u->kind)
        return from_units(u->data, u->kind, b->length);
    u->length = b->length;
    u->is_ascii = max < 128;
    memset(u->data + b->length * u->kind, 0, (size_t)u->kind);
    return u;
}

/* --- hash and comparison -------------------------------------------------- */

int64_t unicode_hash(PyUnicode *u)
{
    int64_t h = atomic_load_explicit(&u->hash, memory_order_relaxed);
    uint64_t x;

    if (h != 0)
        return h;
    if (u->kind == 1)
        return str_hash_bytes(u->data, u->length);
    x = hash_secret.prefix ^ (uint64_t)unicode_at(u, 0) << 7;
    for (int64_t i = 0; i < u->length; i++)
        x = (1000003 * x) ^ unicode_at(u, i);
    x ^= (uint64_t)u->length ^ hash_secret.suffix;
    h = x == UINT64_MAX ? -2 : (int64_t)x;
    atomic_store_explicit(&u->hash, h, memory_order_relaxed);
    return h;
}

static int64_t hash_slot(Value self)
{
    PyUnicode *u = (PyUnicode *)self;
    int64_t h = unicode_hash(u);

    atomic_store_explicit(&u->hash, h, memory_order_relaxed);
    return h;
}

bool unicode_equal(PyUnicode *a, PyUnicode *b)
{
    return a == b ||
           (a->length == b->length && a->kind == b->kind &&
            memcmp(a->data, b->data, (size_t)(a->length * a->kind)) == 0);
}

int unicode_compare(PyUnicode *a, PyUnicode *b)
{
    int64_t n = a->length < b->length ? a->length : b->length;

    if (a == b)
        return 0;
    if (a->kind == 1 && b->kind == 1) {
        int c = memcmp(a->data, b->data, (size_t)n);

        if (c)
            return c < 0 ? -1 : 1;
        return (a->length > b->length) - (a->length < b->length);
    }
    for (int64_t i = 0; i < n; i++) {
        uint32_t c = unicode_at(a, i), d = unicode_at(b, i);

        if (c != d)
            return c < d ? -1 : 1;
    }
    return (a->length > b->length) - (a->length < b->length);
}

static Value compared(int c, CompareOp op)
{
    static const bool truth[][3] = {
        [CMP_lt] = {true, false, false}, [CMP_le] = {true, true, false},
        [CMP_eq] = {false, true, false}, [CMP_ne] = {true, false, true},
        [CMP_gt] = {false, false, true}, [CMP_ge] = {false, true, true}};

    return value_from_bool(truth[op][c + 1]);
}

/* Comparison with what cannot be decoded: unequal, with a warning. */
static Value undecodable(CompareOp op)
{
    if (!err_matches(&exc_UnicodeDecodeError) || (op != CMP_eq && op != CMP_ne))
        return NULL;
    err_clear();
    if (err_warn(&exc_UnicodeWarning,
                 op == CMP_eq
                     ? "Unicode equal comparison failed to convert both "
                       "arguments to Unicode - interpreting them as being "
                       "unequal"
                     : "Unicode unequal comparison failed to convert both "
                       "arguments to Unicode - interpreting them as being "
                       "unequal",
                 1) < 0)
        return NULL;
    return value_from_bool(op == CMP_ne);
}

static Value rich_compare(Value a, Value b, CompareOp op)
{
    PyUnicode *u, *v;

    if (is_unicode(a) && is_unicode(b)) {
        u = (PyUnicode *)a;
        v = (PyUnicode *)b;
        if (op == CMP_eq || op == CMP_ne)
            return value_from_bool(unicode_equal(u, v) == (op == CMP_eq));
        return compared(unicode_compare(u, v), op);
    }
    if (!is_pointer(a) || !is_pointer(b))
        return NOT_IMPLEMENTED;
    u = unicode_coerce(a);
    v = u ? unicode_coerce(b) : NULL;
    if (v)
        return compared(unicode_compare(u, v), op);
    if (err_matches(&exc_TypeError)) {
        err_clear();
        return NOT_IMPLEMENTED;
    }
    return undecodable(op);
}

/* --- coercion ------------------------------------------------------------- */

PyUnicode *unicode_from_object(Value v, const char *encoding,
                               const char *errors)
{
    PyType *t = type_of(v);
    Buffer b;
    Span s;
    Value u;

    if (t->flags & TYPE_UNICODE)
        return err_format(&exc_TypeError, "decoding Unicode is not supported");
    if (t->flags & TYPE_STR) {
        s = str_span(v);
    } else if (type_is_subtype(t, &bytearray_type)) {
        return err_format(&exc_TypeError,
                          "decoding bytearray is not supported");
    } else if (!t->get_buffer || type_is_subtype(t, &memoryview_type)) {
        return err_format(&exc_TypeError,
                          "coercing to Unicode: need string or buffer, %.80s "
                          "found",
                          type_name_of(v));
    } else {
        if (t->get_buffer(v, &b) < 0)
            return NULL;
        s = (Span){b.data, b.length};
    }
    if (s.length == 0)
        return unicode_empty();
    if (!encoding)
        encoding = rt_default_encoding;
    if (!(t->flags & TYPE_STR))
        v = (Value)str_from(s.data, s.length);
    u = codec_decode(v, encoding, errors);
    if (u && !is_unicode(u))
        return err_format(&exc_TypeError,
                          "decoder did not return an unicode object "
                          "(type=%.400s)",
                          type_name_of(u));
    return (PyUnicode *)u;
}

PyUnicode *unicode_coerce(Value v)
{
    if (is_unicode(v))
        return (PyUnicode *)v;
    if (is_str(v)) {
        Span s = str_span(v);

        if (bytes_are_ascii(s.data, s.length))
            return unicode_from_ascii(s.data, s.length);
    }
    return unicode_from_object(v, NULL, "strict");
}

PyStr *unicode_as_str(PyUnicode *u)
{
    Value s;

    if (u->is_ascii)
        return str_from(u->data, u->length);
    s = codec_encode((Value)u, rt_default_encoding, NULL);
    if (s && !is_str(s))
        return err_format(&exc_TypeError,
                          "encoder did not return a string object "
                          "(type=%.400s)",
                          type_name_of(s));
    return (PyStr *)s;
}

PyStr *unicode_as_decimal(PyUnicode *u)
{
    PyStr *s = str_new(u->length);

    if (!s)
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);
        int digit = char_decimal(c);

        if (char_is_space(c))
            s->data[i] = ' ';
        else if (digit >= 0)
            s->data[i] = (char)('0' + digit);
        else if (c > 0 && c < 256)
            s->data[i] = (char)c;
        else
            return codec_encode_error("decimal", u, i, i + 1,
                                      "invalid decimal Unicode string");
    }
    return s;
}

/* --- concatenation, subscripts -------------------------------------------- */

PyUnicode *unicode_concat(PyUnicode *a, PyUnicode *b)
{
    int kind = a->kind > b->kind ? a->kind : b->kind;
    PyUnicode *u;

    if (b->length == 0 && a->head.type == &unicode_type)
        return a;
    if (a->length == 0 && b->head.type == &unicode_type)
        return b;
    if (a->length > INT64_MAX / 8 - b->length)
        return err_format(&exc_OverflowError,
                          "strings are too large to concat");
    u = unicode_raw(a->length + b->length, kind, a->is_ascii && b->is_ascii);
    if (!u)
        return NULL;
    copy_units(u->data, kind, a->data, a->kind, a->length);
    copy_units(u->data + a->length * kind, kind, b->data, b->kind, b->length);
    return u;
}

/* Code points for which libgc's block has room behind the text. */
static int64_t room_behind(PyUnicode *u)
{
    return (int64_t)(GC_size(u) - sizeof *u) / u->kind - u->length - 1;
}

PyUnicode *unicode_join(PyUnicode *a, PyUnicode *b, bool a_grows)
{
    int kind = a->kind > b->kind ? a->kind : b->kind;
    int64_t more = b->length, n = a->length + more;
    PyUnicode *u = a;

    if (!a_grows || n > INT64_MAX / 32) {
        u = unicode_concat(a, b);
        if (u && u != a && u != b)
            u->head.flags |= OBJ_GROWING;
        return u;
    }
    if (kind != a->kind || room_behind(a) < more) {
        u = unicode_with_room(n, n + 16, kind, false);
        if (!u)
            return NULL;
        copy_units(u->data, kind, a->data, a->kind, a->length);
    }
    copy_units(u->data + a->length * kind, kind, b->data, b->kind, more);
    u->is_ascii = a->is_ascii && b->is_ascii;
    u->length = n;
    memset(u->data + n * kind, 0, (size_t)kind);
    atomic_store_explicit(&u->hash, 0, memory_order_relaxed);
    u->head.flags = (u->head.flags & ~(uint32_t)OBJ_TAKEN) | OBJ_GROWING;
    return u;
}

PyUnicode *unicode_copy(const PyUnicode *u)
{
    PyUnicode *copy = unicode_raw(u->length, u->kind, u->is_ascii);

    if (copy)
        memcpy(copy->data, u->data, (size_t)(u->length * u->kind));
    return copy;
}

Value text_copy(Value v)
{
    if (is_exact_unicode(v))
        return (Value)unicode_copy((PyUnicode *)v);
    return (Value)str_from(str_data((PyStr *)v), str_length((PyStr *)v));
}

static Value concat_slot(Value a, Value b)
{
    PyUnicode *u = unicode_coerce(a), *v = u ? unicode_coerce(b) : NULL;

    return v ? (Value)unicode_concat(u, v) : NULL;
}

static Value repeat_slot(Value self, Py_ssize n)
{
    PyUnicode *u = (PyUnicode *)self, *r;
    int64_t total, done, bytes;

    if (n < 0)
        n = 0;
    if (__builtin_mul_overflow(u->length, n, &total))
        return err_format(&exc_OverflowError, "repeated string is too long");
    if (total > INT64_MAX / 8)
        return err_no_memory();
    if (total == 0)
        return (Value)unicode_empty();
    if (n == 1 && u->head.type == &unicode_type)
        return self;
    r = unicode_raw(total, u->kind, u->is_ascii);
    if (!r)
        return NULL;
    bytes = total * u->kind;
    done = u->length * u->kind;
    memcpy(r->data, u->data, (size_t)done);
    for (; done < bytes; done *= 2)
        memcpy(r->data + done, r->data,
               (size_t)(done < bytes - done ? done : bytes - done));
    return (Value)r;
}

static Py_ssize length_slot(Value self)
{
    return ((PyUnicode *)self)->length;
}

static Value seq_item(Value self, Py_ssize i)
{
    PyUnicode *u = (PyUnicode *)self;

    if (i < 0 || i >= u->length)
        return err_format(&exc_IndexError, "string index out of range");
    return (Value)unicode_char(unicode_at(u, i));
}

static Value getslice(Value self, Py_ssize i, Py_ssize j)
{
    PyUnicode *u = (PyUnicode *)self;

    i = i < 0 ? 0 : i > u->length ? u->length : i;
    j = j < 0 ? 0 : j > u->length ? u->length : j;
    return (Value)unicode_slice(u, i, j);
}

static Value get_extended_slice(PyUnicode *u, PySlice *slice)
{
    int64_t start, stop, step, count;
    UniBuilder b = {0};

    if (slice_bounds(slice, u->length, &start, &stop, &step, &count) < 0)
        return NULL;
    if (count <= 0)
        return (Value)unicode_empty();
    if (step == 1)
        return (Value)unicode_slice(u, start, start + count);
    if (ub_reserve(&b, count, 127) < 0)
        return NULL;
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        if (ub_putc(&b, unicode_at(u, at)) < 0)
            return NULL;
    return (Value)ub_finish(&b);
}

static Value getitem(Value self, Value key)
{
    PyUnicode *u = (PyUnicode *)self;
    int64_t i;

    if (type_of(key) == &slice_type)
        return get_extended_slice(u, (PySlice *)key);
    if (!type_of(key)->index)
        return err_format(&exc_TypeError, "string indices must be integers");
    i = op_index(key, &exc_IndexError);
    if (i == -1 && err_pending())
        return NULL;
    return seq_item(self, i < 0 ? i + u->length : i);
}

static int contains(Value self, Value item)
{
    PyUnicode *part = unicode_coerce(item), *u = unicode_coerce(self);

    return part && u ? text_find(u, part, 0, u->length) >= 0 : -1;
}

static int get_buffer(Value self, Buffer *out)
{
    PyUnicode *u = (PyUnicode *)self;

    char *data = (char *)unicode_ucs4(u);

    *out =
        (Buffer){u->kind == 4 ? self : (Value)data, data, u->length * 4, true};
    return data ? 0 : -1;
}

/* --- repr, str, new ------------------------------------------------------- */

static int put_hex(StrBuilder *b, const char *prefix, uint32_t c, int digits)
{
    static const char hex[] = "0123456789abcdef";

    if (sb_add(b, prefix, 2) < 0)
        return -1;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        if (sb_putc(b, hex[c >> shift & 15]) < 0)
            return -1;
    return 0;
}

int unicode_escape_char(StrBuilder *b, uint32_t c)
{
    switch (c) {
    case '\t':
        return sb_add(b, "\\t", 2);
    case '\n':
        return sb_add(b, "\\n", 2);
    case '\r':
        return sb_add(b, "\\r", 2);
    case '\\':
        return sb_add(b, "\\\\", 2);
    }
    if (c >= 0x10000)
        return put_hex(b, "\\U", c, 8);
    if (c >= 0x100)
        return put_hex(b, "\\u", c, 4);
    if (c < ' ' || c >= 0x7f)
        return put_hex(b, "\\x", c, 2);
    return sb_putc(b, (char)c);
}

PyStr *unicode_repr(PyUnicode *u)
{
    bool single = text_find_char(u, '\'', 0, u->length) >= 0;
    char quote =
        single && text_find_char(u, '"', 0, u->length) < 0 ? '"' : '\'';
    StrBuilder b = {0};

    if (sb_reserve(&b, u->length + 3) < 0)
        return NULL;
    if (sb_putc(&b, 'u') < 0 || sb_putc(&b, quote) < 0)
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (c == (unsigned char)quote && sb_putc(&b, '\\') < 0)
            return NULL;
        if (c == (unsigned char)quote ? sb_putc(&b, quote) < 0
                                      : unicode_escape_char(&b, c) < 0)
            return NULL;
    }
    return sb_putc(&b, quote) < 0 ? NULL : sb_finish(&b);
}

static Value repr_slot(Value self)
{
    return (Value)unicode_repr((PyUnicode *)self);
}

static Value str_slot(Value self)
{
    return (Value)unicode_as_str((PyUnicode *)self);
}

static Value new_instance(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"string", "encoding", "errors"};
    const char *encoding = NULL, *errors = NULL;
    PyUnicode *u, *r;
    Value v[3];
    size_t size;

    if (args_parse("unicode", args, nargs, kwnames, names, 0, 3, v) < 0)
        return NULL;
    if ((v[1] && !(encoding = arg_name("unicode", 2, v[1]))) ||
        (v[2] && !(errors = arg_name("unicode", 3, v[2]))))
        return NULL;
    if (!v[0])
        u = unicode_empty();
    else if (v[1] || v[2])
        u = unicode_from_object(v[0], encoding, errors);
    else
        u = (PyUnicode *)op_unicode(v[0]);
    if (!u || type == &unicode_type)
        return (Value)u;
    size = ((size_t)u->length + 1) * (size_t)u->kind;
    r = instance_new_sized(type, sizeof *r + size);
    if (!r)
        return NULL;
    r->length = u->length;
    r->kind = u->kind;
    r->is_ascii = u->is_ascii;
    memcpy(r->data, u->data, size);
    return (Value)r;
}

static Value mod_slot(Value a, Value b)
{
    return is_unicode(a) ? unicode_percent(a, b) : NOT_IMPLEMENTED;
}

PyType unicode_type = {
    .head.type = &type_type,
    .name = "unicode",
    .base = &basestring_type,
    .flags = TYPE_BASETYPE | TYPE_UNICODE | TYPE_VAR_SIZE,
    .basic_size = sizeof(PyUnicode),
    .doc = "unicode(object='') -> unicode object\n"
           "unicode(string[, encoding[, errors]]) -> unicode object\n\n"
           "The text of an object, or of bytes in an encoding "
           "(sys.getdefaultencoding()\n"
           "unless given); errors names what handles bytes that do not fit.",
    .methods = unicode_methods,
    .repr = repr_slot,
    .str = str_slot,
    .hash = hash_slot,
    .rich_compare = rich_compare,
    .new_instance = new_instance,
    .binary[BIN_mod] = mod_slot,
    .length = length_slot,
    .getitem = getitem,
    .contains = contains,
    .concat = concat_slot,
    .repeat = repeat_slot,
    .seq_item = seq_item,
    .getslice = getslice,
    .get_buffer = get_buffer,
};
