/* str for other runtime files: building, spans of bytes, arguments.
 *
 * A str never changes after it is published; the functions that return a
 * PyStr to be filled (str_new, builders) hand out unpublished ones. */
#ifndef RT_STR_H
#define RT_STR_H

#include "layout.h"

/* Bytes of a str, bytearray or buffer, read once: the memory stays alive and
 * in place as long as `data` is reachable from a stack. */
typedef struct Span {
    const char *data;
    int64_t length;
} Span;

/* Has *s point to a copy of its bytes, which may be somebody's that change;
 * false with MemoryError. */
bool span_detach(Span *s);

/* memcpy for what is mostly short. */
static inline void copy_text(char *to, const char *from, int64_t n)
{
    if (n > 16) {
        memcpy(to, from, (size_t)n);
    } else if (n >= 8) {
        uint64_t a, b;

        memcpy(&a, from, 8);
        memcpy(&b, from + n - 8, 8);
        memcpy(to, &a, 8);
        memcpy(to + n - 8, &b, 8);
    } else if (n >= 4) {
        uint32_t a, b;

        memcpy(&a, from, 4);
        memcpy(&b, from + n - 4, 4);
        memcpy(to, &a, 4);
        memcpy(to + n - 4, &b, 4);
    } else if (n > 0) {
        char a = from[0], b = from[n >> 1], c = from[n - 1];

        to[0] = a;
        to[n >> 1] = b;
        to[n - 1] = c;
    }
}

static inline bool is_str(Value v)
{
    return has_type_flag(v, TYPE_STR);
}

static inline bool is_exact_str(Value v)
{
    return is_pointer(v) && as_object(v)->type == &str_type;
}

/* A str or unicode that may have been appended to in place (ir/consume.c)? */
static inline bool text_grows(Value v)
{
    return is_pointer(v) &&
           (as_object(v)->type == &str_type ||
            as_object(v)->type == &unicode_type) &&
           as_object(v)->flags & (OBJ_GROWING | OBJ_TAKEN);
}

/* From now on others may have it, and it grows no more. */
static inline void text_settle(Value v)
{
    const uint32_t grows = OBJ_GROWING | OBJ_TAKEN;

    if (text_grows(v))
        __atomic_fetch_and(&as_object(v)->flags, ~grows, __ATOMIC_RELAXED);
}

static inline bool both_exact_strs(Value a, Value b)
{
    return is_exact_str(a) && is_exact_str(b);
}

static inline bool str_same(PyStr *a, PyStr *b)
{
    return a == b || (a->length == b->length && a->data[0] == b->data[0] &&
                      memcmp(a->data, b->data, (size_t)a->length) == 0);
}

/* -1, 0 or 1 */
static inline int str_order(PyStr *a, PyStr *b)
{
    int64_t n = a->length < b->length ? a->length : b->length;
    int c = (unsigned char)a->data[0] - (unsigned char)b->data[0];

    /* An empty str has a zero byte there, which another's first byte may be
     * too. */
    if (c == 0)
        c = a == b ? 0 : memcmp(a->data, b->data, (size_t)n);
    if (c == 0)
        return (a->length > b->length) - (a->length < b->length);
    return c < 0 ? -1 : 1;
}

static inline Span str_span(Value v)
{
    PyStr *s = (PyStr *)v;

    return (Span){s->data, s->length};
}

/* A str of `length` bytes to be filled; the ending zero is set. */
PyStr *str_new(int64_t length);
/* By byte, NULL until one is asked for; the last is the empty one. */
extern PyStr *_Atomic short_strs[257];
PyStr *str_char(unsigned char c);
/* The same as str_from, perhaps one that exists already (str_shared.c).  Who
 * makes it: each kind is tried as long as it pays. */
typedef enum ShareKind {
    SHARE_slice,
    SHARE_piece, /* of split() and its like, groups of matches */
    SHARE_concat,
    SHARE_join,
    SHARE_case, /* of lower() and upper() */
    SHARE_COUNT
} ShareKind;
enum { SHARE_LONGEST = 32 }; /* bytes; longer ones are not looked for */
PyStr *str_shared(const char *data, int64_t length, ShareKind kind);
struct StrShare;
/* The world is stopped: none of those in the table is marked. */
void str_share_forget(struct StrShare *share);
/* Marking is over and nothing reclaimed; libgc's lock is held, threads run.
 * The table is to know again what was marked. */
void str_share_remember(struct StrShare *share);
PyStr *str_empty(void);
PyStr *str_concat(PyStr *a, PyStr *b);
Value str_repeat(Value self, Py_ssize n);
PyStr *str_slice(PyStr *s, int64_t start, int64_t stop); /* within range */
/* The first occurrence of part's m bytes; NULL: none. */
const char *bytes_search(const char *s, int64_t n, const char *part, int64_t m);
/* The one interned str with these bytes; subclasses come back unchanged. */
PyStr *str_intern_value(PyStr *s);
PyStr *str_interned_or_null(const char *data, int64_t length);
/* What hashes of texts are mixed with: zeros, unless PYTHONHASHSEED or -R say
 * otherwise.  Written once, before anything is hashed. */
extern struct HashSecret {
    uint64_t prefix, suffix;
} hash_secret;
int64_t str_hash_bytes(const char *data, int64_t length);
int64_t str_hash(PyStr *s);
bool str_equal(PyStr *a, PyStr *b);
PyStr *str_repr(Span text);
/* str(v) that lets a unicode result of __str__ through. */
Value str_or_unicode_of(Value v);
/* String escapes of a literal body, as string_escape decodes them. */
PyStr *str_unescape(Span text, const char *errors);

/* --- growing a str -------------------------------------------------------- */

typedef struct StrBuilder {
    PyStr *text; /* `capacity` bytes; NULL before the first byte */
    int64_t length, capacity;
    bool on_stack; /* text is a StackText */
} StrBuilder;

/* Where a short text is built, to be copied once its length is known. */
enum { STACK_TEXT = 160 };
typedef struct StackText {
    _Alignas(16) char room[sizeof(PyStr) + STACK_TEXT];
} StackText;

static inline StrBuilder sb_on_stack(StackText *t)
{
    return (StrBuilder){
        .text = (PyStr *)t->room, .capacity = STACK_TEXT, .on_stack = true};
}

/* Room for n more bytes at b->text->data + b->length. */
int sb_reserve(StrBuilder *b, int64_t n);
int sb_add_slow(StrBuilder *b, const char *data, int64_t length);
PyStr *sb_finish(StrBuilder *b);
int sb_add_int(StrBuilder *b, int64_t i); /* in decimal */

static inline int sb_add(StrBuilder *b, const char *data, int64_t length)
{
    if (length > b->capacity - b->length)
        return sb_add_slow(b, data, length);
    if (length > 0)
        copy_text(b->text->data + b->length, data, length);
    b->length += length;
    return 0;
}

static inline int sb_putc(StrBuilder *b, char c)
{
    if (b->length == b->capacity)
        return sb_add_slow(b, &c, 1);
    b->text->data[b->length++] = c;
    return 0;
}

/* --- arguments -------------------------------------------------------------
 * Each raises CPython's TypeError and returns -1 or false. */

/* Optional int argument ("i" format): absent means `fallback`. */
bool arg_int(const Value *args, Py_ssize nargs, Py_ssize at, int64_t fallback,
             int64_t *out);
/* Optional slice bounds args[at], args[at + 1]; None is left out. */
bool arg_bounds(const Value *args, Py_ssize nargs, Py_ssize at, int64_t *start,
                int64_t *stop);
/* Python's clipping of bounds to 0 .. length. */
void bounds_clip(int64_t *start, int64_t *stop, int64_t length);
/* CPython has three ways to export bytes; all types with get_buffer have the
 * oldest.  Those with the new one: */
bool value_has_new_buffer(Value v);
/* So have all types with this get_buffer: those of C, which module ctypes
 * makes; NULL: there are none. */
extern int (*c_type_buffer)(Value self, Buffer *out);
/* Those whose bytes are text: not array and memoryview, nor a buffer of one. */
bool value_has_char_buffer(Value v);
/* Text; "expected a string or other character buffer object". */
bool arg_char_buffer(Value v, Span *out);
/* Anything exporting bytes, read-only or not ("s#", "s*"): str, buffer,
 * bytearray, memoryview; unicode through ascii. */
bool arg_bytes(const char *fname, int position, Value v, Span *out);
/* The bytes of v if it exports any; raises nothing. */
bool value_bytes_or_null(Value v, Span *out);
/* An encoding or error-handler name: "fname() argument N must be string, not
 * x"; the text has no zero bytes. */
const char *arg_name(const char *fname, int position, Value v);
/* "fname() argument N must be WANTED, not TYPE" */
void *arg_type_error(const char *fname, int position, const char *wanted,
                     Value v);

/* Slices of any sequence: PySlice_GetIndicesEx. */
int slice_bounds(PySlice *s, int64_t length, int64_t *start, int64_t *stop,
                 int64_t *step, int64_t *count);

static inline bool is_ascii_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool is_ascii_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}
static inline bool is_ascii_upper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool is_ascii_lower(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool is_ascii_alpha(unsigned char c)
{
    return is_ascii_upper(c) || is_ascii_lower(c);
}
static inline char ascii_upper(unsigned char c)
{
    return (char)(is_ascii_lower(c) ? c - 32 : c);
}
static inline char ascii_lower(unsigned char c)
{
    return (char)(is_ascii_upper(c) ? c + 32 : c);
}

#endif
