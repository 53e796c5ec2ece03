/* unicode for other runtime files: access by code point, building, coercion.
 *
 * Invariant: kind is the smallest width that holds the largest code point,
 * so equal texts have equal bytes; is_ascii says whether all are < 128. */
#ifndef RT_UNICODE_H
#define RT_UNICODE_H

#include "str.h"

static inline bool is_unicode(Value v)
{
    return has_type_flag(v, TYPE_UNICODE);
}

static inline bool is_exact_unicode(Value v)
{
    return is_pointer(v) && as_object(v)->type == &unicode_type;
}

static inline uint32_t unicode_at(const PyUnicode *u, int64_t i)
{
    switch (u->kind) {
    case 1:
        return ((const uint8_t *)u->data)[i];
    case 2:
        return ((const uint16_t *)u->data)[i];
    default:
        return ((const uint32_t *)u->data)[i];
    }
}

static inline void unicode_put(PyUnicode *u, int64_t i, uint32_t c)
{
    switch (u->kind) {
    case 1:
        ((uint8_t *)u->data)[i] = (uint8_t)c;
        break;
    case 2:
        ((uint16_t *)u->data)[i] = (uint16_t)c;
        break;
    default:
        ((uint32_t *)u->data)[i] = c;
    }
}

static inline int unicode_kind_for(uint32_t max_char)
{
    return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4;
}

/* The largest code point of a width. */
static inline uint32_t unicode_widest(int kind)
{
    return kind == 1 ? 0xff : kind == 2 ? 0xffff : 0x10ffff;
}

/* Code points to be filled; max_char must be that of the final text. */
PyUnicode *unicode_new(int64_t length, uint32_t max_char);
PyUnicode *unicode_empty(void);
/* Another one with the same text, that of a grown one (see unicode_join). */
PyUnicode *unicode_copy(const PyUnicode *u);
/* a + b; in a's own block if a may grow, else in one that may (OBJ_GROWING),
 * unless one of them is empty.  The caller has the only reference to such a. */
PyUnicode *unicode_join(PyUnicode *a, PyUnicode *b, bool a_grows);
/* A copy of an exact str or unicode. */
Value text_copy(Value v);
PyUnicode *unicode_char(uint32_t c);
PyUnicode *unicode_from_ascii(const char *text, int64_t length);
PyUnicode *unicode_from_latin1(const char *text, int64_t length);
PyUnicode *unicode_from_ucs4(const uint32_t *text, int64_t length);
PyUnicode *unicode_slice(PyUnicode *u, int64_t start, int64_t stop);
PyUnicode *unicode_concat(PyUnicode *a, PyUnicode *b);
/* Fills part of a text that nobody else knows; it is wide enough. */
void unicode_copy_into(PyUnicode *to, int64_t at, const PyUnicode *from);
bool unicode_equal(PyUnicode *a, PyUnicode *b);
int unicode_compare(PyUnicode *a, PyUnicode *b);
int64_t unicode_hash(PyUnicode *u);
/* The code points as 32-bit units, atomic memory; u's own when kind is 4. */
const uint32_t *unicode_ucs4(PyUnicode *u);

/* unicode unchanged; str and other buffers through ascii (UnicodeDecodeError);
 * TypeError "coercing to Unicode: need string or buffer, x found". */
PyUnicode *unicode_coerce(Value v);
/* A str, with `encoding` NULL for the default; other types as above. */
PyUnicode *unicode_from_object(Value v, const char *encoding,
                               const char *errors);
PyStr *unicode_repr(PyUnicode *u);
/* The default encoding (ascii): UnicodeEncodeError. */
PyStr *unicode_as_str(PyUnicode *u);
/* The hook that sys.setdefaultencoding changes. */
extern const char *rt_default_encoding;
/* Decimal digits and spaces turned to ascii for int(), float(): CPython's
 * PyUnicode_EncodeDecimal.  UnicodeEncodeError otherwise. */
PyStr *unicode_as_decimal(PyUnicode *u);

/* --- growing a unicode ---------------------------------------------------- */

typedef struct UniBuilder {
    PyUnicode *text; /* NULL before the first; kind may be larger than needed */
    int64_t length, capacity;
    uint32_t max_char;
} UniBuilder;

/* Room for n more code points of up to max_char; they are then stored with
 * unicode_put(b->text, b->length++, c). */
int ub_reserve(UniBuilder *b, int64_t n, uint32_t max_char);
int ub_add(UniBuilder *b, PyUnicode *u, int64_t start, int64_t stop);
int ub_add_bytes(UniBuilder *b, const char *latin1, int64_t length);
PyUnicode *ub_finish(UniBuilder *b);

static inline int ub_putc(UniBuilder *b, uint32_t c)
{
    if (b->length >= b->capacity || c > b->max_char)
        if (ub_reserve(b, 1, c) < 0)
            return -1;
    unicode_put(b->text, b->length++, c);
    return 0;
}

/* --- character properties (chartype.c), those of Unicode 5.2 -------------- */

bool char_is_alpha(uint32_t c);
bool char_is_upper(uint32_t c);
bool char_is_lower(uint32_t c);
bool char_is_title(uint32_t c);
bool char_is_space_slow(uint32_t c);
bool char_is_linebreak_slow(uint32_t c);
int char_decimal(uint32_t c);    /* 0-9 or -1 */
int char_digit(uint32_t c);      /* 0-9 or -1 */
double char_numeric(uint32_t c); /* -1.0: none */
bool char_is_numeric(uint32_t c);
uint32_t char_upper(uint32_t c);
uint32_t char_lower(uint32_t c);
uint32_t char_title(uint32_t c);

static inline bool char_is_space(uint32_t c)
{
    if (c < 128)
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31);
    if (c < 0x1680)
        return c == 0x85 || c == 0xa0;
    return c <= 0x3000 && char_is_space_slow(c);
}

static inline bool char_is_linebreak(uint32_t c)
{
    return (c < ' ' || c > 126) && char_is_linebreak_slow(c);
}

static inline bool char_is_alnum(uint32_t c)
{
    return char_is_alpha(c) || char_is_numeric(c) || char_digit(c) >= 0 ||
           char_decimal(c) >= 0;
}

#endif
