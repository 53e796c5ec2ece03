/* unicode's methods.  Arguments that are no unicode go through
 * unicode_coerce first, so that a str that is not ascii raises
 * UnicodeDecodeError before anything else happens. */
#include "codecs.h"
#include "str_type.h"
#include "text_search.h"

#include "methods_declare.h"
#include "unicode.def"
#include "methods_end.h"

#define TEXT(v) ((PyUnicode *)(v))

static Value same_text(Value self)
{
    PyUnicode *u = TEXT(self);

    if (is_exact_unicode(self))
        return self;
    if (u->is_ascii)
        return (Value)unicode_from_ascii(u->data, u->length);
    return (Value)unicode_slice(u, 0, u->length);
}

/* --- searching ------------------------------------------------------------ */

typedef int64_t Finder(PyUnicode *u, PyUnicode *part, int64_t start,
                       int64_t stop);

/* false with an exception; *at is -1 when not found. */
static bool find_in(Value self, const Value *args, Py_ssize nargs, Finder *find,
                    int64_t *at)
{
    PyUnicode *u = TEXT(self), *part;
    int64_t start, stop;

    if (!arg_bounds(args, nargs, 1, &start, &stop) ||
        !(part = unicode_coerce(args[0])))
        return false;
    bounds_clip(&start, &stop, u->length);
    *at = start > stop ? -1 : find(u, part, start, stop);
    return true;
}

static Value found(Value self, const Value *args, Py_ssize nargs, Finder *find)
{
    int64_t at;

    return find_in(self, args, nargs, find, &at) ? tag_int(at) : NULL;
}

static Value found_or_error(Value self, const Value *args, Py_ssize nargs,
                            Finder *find)
{
    int64_t at;

    if (!find_in(self, args, nargs, find, &at))
        return NULL;
    if (at < 0)
        return err_format(&exc_ValueError, "substring not found");
    return tag_int(at);
}

static Value m_find(Value self, const Value *args, Py_ssize nargs)
{
    return found(self, args, nargs, text_find);
}

static Value m_rfind(Value self, const Value *args, Py_ssize nargs)
{
    return found(self, args, nargs, text_rfind);
}

static Value m_index(Value self, const Value *args, Py_ssize nargs)
{
    return found_or_error(self, args, nargs, text_find);
}

static Value m_rindex(Value self, const Value *args, Py_ssize nargs)
{
    return found_or_error(self, args, nargs, text_rfind);
}

static Value m_count(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self), *part;
    int64_t start, stop;

    if (!arg_bounds(args, nargs, 1, &start, &stop) ||
        !(part = unicode_coerce(args[0])))
        return NULL;
    bounds_clip(&start, &stop, u->length);
    return tag_int(text_count(u, part, start, stop, INT64_MAX));
}

/* 1, 0 or -1. */
static int tail_matches(PyUnicode *u, Value prefix, int64_t start, int64_t stop,
                        bool at_end)
{
    PyUnicode *part = unicode_coerce(prefix);

    if (!part)
        return -1;
    if (part->length == 0)
        return 1;
    bounds_clip(&start, &stop, u->length);
    if (stop - start < part->length)
        return 0;
    return text_matches(u, part, at_end ? stop - part->length : start);
}

static Value tail_match(Value self, const Value *args, Py_ssize nargs,
                        bool at_end)
{
    int64_t start, stop;
    int r = 0;

    if (!arg_bounds(args, nargs, 1, &start, &stop))
        return NULL;
    if (has_type_flag(args[0], TYPE_TUPLE)) {
        PyTuple *t = (PyTuple *)args[0];

        for (int64_t i = 0; i < t->length && r == 0; i++)
            r = tail_matches(TEXT(self), t->items[i], start, stop, at_end);
        return r < 0 ? NULL : value_from_bool(r);
    }
    r = tail_matches(TEXT(self), args[0], start, stop, at_end);
    if (r >= 0)
        return value_from_bool(r);
    if (err_matches(&exc_TypeError))
        err_format(&exc_TypeError,
                   "%s first arg must be str, unicode, or tuple, not %.100s",
                   at_end ? "endswith" : "startswith", type_name_of(args[0]));
    return NULL;
}

static Value m_startswith(Value self, const Value *args, Py_ssize nargs)
{
    return tail_match(self, args, nargs, false);
}

static Value m_endswith(Value self, const Value *args, Py_ssize nargs)
{
    return tail_match(self, args, nargs, true);
}

/* --- character classes ---------------------------------------------------- */

#define CLASS_METHOD(name, test)                                               \
    static Value m_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        PyUnicode *u = TEXT(self);                                             \
                                                                               \
        for (int64_t i = 0; i < u->length; i++) {                              \
            uint32_t c = unicode_at(u, i);                                     \
                                                                               \
            if (!(test))                                                       \
                return FALSE_VALUE;                                            \
        }                                                                      \
        return value_from_bool(u->length > 0);                                 \
    }
CLASS_METHOD(isspace, char_is_space(c))
CLASS_METHOD(isalpha, char_is_alpha(c))
CLASS_METHOD(isalnum, char_is_alnum(c))
CLASS_METHOD(isdecimal, char_decimal(c) >= 0)
CLASS_METHOD(isdigit, char_digit(c) >= 0)
CLASS_METHOD(isnumeric, char_is_numeric(c))
#undef CLASS_METHOD

static Value m_isupper(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self);
    bool cased = false;

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (char_is_lower(c) || char_is_title(c))
            return FALSE_VALUE;
        cased |= char_is_upper(c);
    }
    return value_from_bool(cased);
}

static Value m_islower(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self);
    bool cased = false;

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (char_is_upper(c) || char_is_title(c))
            return FALSE_VALUE;
        cased |= char_is_lower(c);
    }
    return value_from_bool(cased);
}

static Value m_istitle(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self);
    bool cased = false, after_cased = false;

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);
        bool starts = char_is_upper(c) || char_is_title(c);

        if (after_cased ? starts : char_is_lower(c))
            return FALSE_VALUE;
        after_cased = starts || char_is_lower(c);
        cased |= after_cased;
    }
    return value_from_bool(cased);
}

/* --- case ----------------------------------------------------------------- */

typedef enum CaseMap {
    CASE_upper,
    CASE_lower,
    CASE_swap,
    CASE_capitalize,
    CASE_title
} CaseMap;

static uint32_t map_case(uint32_t c, CaseMap map, bool first, bool after_cased)
{
    switch (map) {
    case CASE_upper:
        return c < 128 ? ascii_upper((unsigned char)c) : char_upper(c);
    case CASE_lower:
        return c < 128 ? ascii_lower((unsigned char)c) : char_lower(c);
    case CASE_swap:
        return char_is_upper(c)   ? char_lower(c)
               : char_is_lower(c) ? char_upper(c)
                                  : c;
    case CASE_capitalize:
        return first ? char_upper(c) : char_lower(c);
    default:
        return after_cased ? char_lower(c) : char_title(c);
    }
}

/* Of at least two characters. */
static Value map_ascii(PyUnicode *u, CaseMap map)
{
    PyUnicode *r = unicode_new(u->length, 127);
    bool after_cased = false;

    for (int64_t i = 0; r && i < u->length; i++) {
        unsigned char c = (unsigned char)u->data[i];
        bool raise = map == CASE_upper ||
                     (map == CASE_swap && is_ascii_lower(c)) ||
                     (map == CASE_capitalize && i == 0) ||
                     (map == CASE_title && !after_cased);

        r->data[i] = raise ? ascii_upper(c) : ascii_lower(c);
        after_cased = is_ascii_alpha(c);
    }
    return (Value)r;
}

static Value map_text(Value self, CaseMap map)
{
    PyUnicode *u = TEXT(self);
    UniBuilder b = {0};
    bool after_cased = false;

    if (u->is_ascii && u->length > 1)
        return map_ascii(u, map);
    if (ub_reserve(&b, u->length,
                   u->is_ascii    ? 127
                   : u->kind == 1 ? 255
                   : u->kind == 2 ? 0xffff
                                  : 0x10ffff) < 0)
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (ub_putc(&b, map_case(c, map, i == 0, after_cased)) < 0)
            return NULL;
        if (map == CASE_title)
            after_cased =
                char_is_upper(c) || char_is_lower(c) || char_is_title(c);
    }
    return (Value)ub_finish(&b);
}

static Value m_upper(Value self, const Value *args, Py_ssize nargs)
{
    return map_text(self, CASE_upper);
}

static Value m_lower(Value self, const Value *args, Py_ssize nargs)
{
    return map_text(self, CASE_lower);
}

static Value m_swapcase(Value self, const Value *args, Py_ssize nargs)
{
    return map_text(self, CASE_swap);
}

static Value m_capitalize(Value self, const Value *args, Py_ssize nargs)
{
    return map_text(self, CASE_capitalize);
}

static Value m_title(Value self, const Value *args, Py_ssize nargs)
{
    return map_text(self, CASE_title);
}

/* --- padding -------------------------------------------------------------- */

static Value pad(Value self, int64_t left, int64_t right, uint32_t fill)
{
    PyUnicode *u = TEXT(self);
    UniBuilder b = {0};

    if (left < 0)
        left = 0;
    if (right < 0)
        right = 0;
    if (left == 0 && right == 0)
        return same_text(self);
    if (left > INT64_MAX / 16 || right > INT64_MAX / 16)
        return err_format(&exc_OverflowError, "padded string is too long");
    if (ub_reserve(&b, left + u->length + right, fill) < 0)
        return NULL;
    while (left-- > 0)
        if (ub_putc(&b, fill) < 0)
            return NULL;
    if (ub_add(&b, u, 0, u->length) < 0)
        return NULL;
    while (right-- > 0)
        if (ub_putc(&b, fill) < 0)
            return NULL;
    return (Value)ub_finish(&b);
}

static bool pad_args(const Value *args, Py_ssize nargs, int64_t *width,
                     uint32_t *fill)
{
    PyUnicode *u;

    *fill = ' ';
    if (!arg_int(args, nargs, 0, 0, width))
        return false;
    if (nargs < 2)
        return true;
    u = unicode_coerce(args[1]);
    if (!u) {
        err_format(&exc_TypeError,
                   "The fill character cannot be converted to Unicode");
        return false;
    }
    if (u->length != 1) {
        err_format(&exc_TypeError,
                   "The fill character must be exactly one character long");
        return false;
    }
    *fill = unicode_at(u, 0);
    return true;
}

static Value m_ljust(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width;
    uint32_t fill;

    if (!pad_args(args, nargs, &width, &fill))
        return NULL;
    return pad(self, 0, width - TEXT(self)->length, fill);
}

static Value m_rjust(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width;
    uint32_t fill;

    if (!pad_args(args, nargs, &width, &fill))
        return NULL;
    return pad(self, width - TEXT(self)->length, 0, fill);
}

static Value m_center(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width, margin, left;
    uint32_t fill;

    if (!pad_args(args, nargs, &width, &fill))
        return NULL;
    margin = width - TEXT(self)->length;
    if (margin <= 0)
        return same_text(self);
    left = margin / 2 + (margin & width & 1);
    return pad(self, left, margin - left, fill);
}

static Value m_zfill(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self), *r;
    int64_t width, fill;
    uint32_t sign;

    if (!arg_int(args, nargs, 0, 0, &width))
        return NULL;
    fill = width - u->length;
    if (fill <= 0)
        return same_text(self);
    r = (PyUnicode *)pad(self, fill, 0, '0');
    if (!r || u->length == 0)
        return (Value)r;
    sign = unicode_at(r, fill);
    if (sign == '+' || sign == '-') {
        unicode_put(r, 0, sign);
        unicode_put(r, fill, '0');
    }
    return (Value)r;
}

/* --- strip ---------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

/* set NULL: white space. */
static bool strips(uint32_t c, PyUnicode *set)
{
    return set ? text_find_char(set, c, 0, set->length) >= 0 : char_is_space(c);
}

static Value strip(Value self, const Value *args, Py_ssize nargs, int sides)
{
    static const char *const names[] = {"", "lstrip", "rstrip", "strip"};
    PyUnicode *u = TEXT(self), *set = NULL;
    int64_t i = 0, j = u->length;

    if (nargs > 0 && args[0] != NONE) {
        if (!has_type_flag(args[0], TYPE_STR | TYPE_UNICODE))
            return err_format(&exc_TypeError,
                              "%s arg must be None, unicode or str",
                              names[sides]);
        set = unicode_coerce(args[0]);
        if (!set)
            return NULL;
    }
    if (sides & STRIP_LEFT)
        while (i < j && strips(unicode_at(u, i), set))
            i++;
    if (sides & STRIP_RIGHT)
        while (j > i && strips(unicode_at(u, j - 1), set))
            j--;
    if (i == 0 && j == u->length)
        return same_text(self);
    return (Value)unicode_slice(u, i, j);
}

static Value m_strip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}

static Value m_lstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_LEFT);
}

static Value m_rstrip(Value self, const Value *args, Py_ssize nargs)
{
    return strip(self, args, nargs, STRIP_RIGHT);
}

/* --- split ---------------------------------------------------------------- */

static bool add_piece(PyList *list, PyUnicode *u, int64_t i, int64_t j)
{
    PyUnicode *piece = unicode_slice(u, i, j);

    return piece && list_append(list, (Value)piece) == 0;
}

/* The next character from i on that is a space, or is none. */
static int64_t next_space(const PyUnicode *u, int64_t i, bool space)
{
    int64_t n = u->length;

    if (u->kind == 1) {
        const uint8_t *s = (const uint8_t *)u->data;

        while (i < n && char_is_space(s[i]) != space)
            i++;
    } else if (u->kind == 2) {
        const uint16_t *s = (const uint16_t *)u->data;

        while (i < n && char_is_space(s[i]) != space)
            i++;
    } else {
        const uint32_t *s = (const uint32_t *)u->data;

        while (i < n && char_is_space(s[i]) != space)
            i++;
    }
    return i;
}

static Value split_space(PyUnicode *u, int64_t max)
{
    PyList *list = list_new(0);
    int64_t i = 0, j;

    for (;;) {
        i = next_space(u, i, false);
        if (i == u->length || max-- <= 0)
            break;
        j = next_space(u, i, true);
        if (!add_piece(list, u, i, j))
            return NULL;
        i = j;
    }
    if (i < u->length && !add_piece(list, u, i, u->length))
        return NULL;
    return (Value)list;
}

static Value split_at(PyUnicode *u, PyUnicode *sep, int64_t max)
{
    PyList *list = list_new(0);
    int64_t i = 0;

    while (max-- > 0) {
        int64_t at = text_find(u, sep, i, u->length);

        if (at < 0)
            break;
        if (!add_piece(list, u, i, at))
            return NULL;
        i = at + sep->length;
    }
    return add_piece(list, u, i, u->length) ? (Value)list : NULL;
}

static Value reversed_list(PyList *list)
{
    return op_call_method((Value)list, str_intern("reverse"), NULL, 0)
               ? (Value)list
               : NULL;
}

static Value rsplit_space(PyUnicode *u, int64_t max)
{
    PyList *list = list_new(0);
    int64_t i, j = u->length;

    for (;;) {
        while (j > 0 && char_is_space(unicode_at(u, j - 1)))
            j--;
        if (j == 0 || max-- <= 0)
            break;
        for (i = j; i > 0 && !char_is_space(unicode_at(u, i - 1));)
            i--;
        if (!add_piece(list, u, i, j))
            return NULL;
        j = i;
    }
    if (j > 0 && !add_piece(list, u, 0, j))
        return NULL;
    return reversed_list(list);
}

static Value rsplit_at(PyUnicode *u, PyUnicode *sep, int64_t max)
{
    PyList *list = list_new(0);
    int64_t j = u->length;

    while (max-- > 0) {
        int64_t at = text_rfind(u, sep, 0, j);

        if (at < 0)
            break;
        if (!add_piece(list, u, at + sep->length, j))
            return NULL;
        j = at;
    }
    return add_piece(list, u, 0, j) ? reversed_list(list) : NULL;
}

/* *sep NULL: white space. */
static bool split_args(const Value *args, Py_ssize nargs, PyUnicode **sep,
                       int64_t *max)
{
    *sep = NULL;
    if (!arg_int(args, nargs, 1, -1, max))
        return false;
    if (*max < 0)
        *max = INT64_MAX;
    if (nargs == 0 || args[0] == NONE)
        return true;
    *sep = unicode_coerce(args[0]);
    if (!*sep)
        return false;
    if ((*sep)->length == 0)
        err_format(&exc_ValueError, "empty separator");
    return (*sep)->length > 0;
}

static Value m_split(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *sep;
    int64_t max;

    if (!split_args(args, nargs, &sep, &max))
        return NULL;
    return sep ? split_at(TEXT(self), sep, max) : split_space(TEXT(self), max);
}

static Value m_rsplit(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *sep;
    int64_t max;

    if (!split_args(args, nargs, &sep, &max))
        return NULL;
    return sep ? rsplit_at(TEXT(self), sep, max)
               : rsplit_space(TEXT(self), max);
}

static Value m_splitlines(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self);
    PyList *list = list_new(0);
    int64_t keep, i = 0;

    if (!arg_int(args, nargs, 0, 0, &keep))
        return NULL;
    while (i < u->length) {
        int64_t j = i, end;

        while (j < u->length && !char_is_linebreak(unicode_at(u, j)))
            j++;
        end = j;
        if (j < u->length)
            j += unicode_at(u, j) == '\r' && j + 1 < u->length &&
                         unicode_at(u, j + 1) == '\n'
                     ? 2
                     : 1;
        if (!add_piece(list, u, i, keep ? j : end))
            return NULL;
        i = j;
    }
    return (Value)list;
}

static Value partition(Value self, Value separator, Finder *find)
{
    PyUnicode *u = TEXT(self), *sep = unicode_coerce(separator);
    Value empty = (Value)unicode_empty();
    int64_t at;

    if (!sep)
        return NULL;
    if (sep->length == 0)
        return err_format(&exc_ValueError, "empty separator");
    at = find(u, sep, 0, u->length);
    if (at >= 0)
        return (Value)tuple_pack(3, unicode_slice(u, 0, at), sep,
                                 unicode_slice(u, at + sep->length, u->length));
    if (find == text_rfind)
        return (Value)tuple_pack(3, empty, empty, same_text(self));
    return (Value)tuple_pack(3, same_text(self), empty, empty);
}

static Value m_partition(Value self, const Value *args, Py_ssize nargs)
{
    return partition(self, args[0], text_find);
}

static Value m_rpartition(Value self, const Value *args, Py_ssize nargs)
{
    return partition(self, args[0], text_rfind);
}

/* --- replace, expandtabs, translate --------------------------------------- */

static Value interleave(PyUnicode *u, PyUnicode *to, int64_t max)
{
    UniBuilder b = {0};

    for (int64_t i = 0; i <= u->length; i++) {
        if (i < max && ub_add(&b, to, 0, to->length) < 0)
            return NULL;
        if (i < u->length && ub_putc(&b, unicode_at(u, i)) < 0)
            return NULL;
    }
    return (Value)ub_finish(&b);
}

static Value m_replace(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self), *from, *to;
    UniBuilder b = {0};
    int64_t max, i = 0, at;

    if (!arg_int(args, nargs, 2, -1, &max))
        return NULL;
    if (!(from = unicode_coerce(args[0])) || !(to = unicode_coerce(args[1])))
        return NULL;
    if (max < 0)
        max = INT64_MAX;
    if (from->length == 0 && max > 0 && to->length > 0)
        return interleave(u, to, max);
    at = from->length == 0 || max == 0 ? -1 : text_find(u, from, 0, u->length);
    if (at < 0)
        return same_text(self);
    if (ub_reserve(&b, u->length, 127) < 0)
        return NULL;
    for (; at >= 0; at = max > 0 ? text_find(u, from, i, u->length) : -1) {
        if (ub_add(&b, u, i, at) < 0 || ub_add(&b, to, 0, to->length) < 0)
            return NULL;
        i = at + from->length;
        max--;
    }
    return ub_add(&b, u, i, u->length) < 0 ? NULL : (Value)ub_finish(&b);
}

static Value m_expandtabs(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = TEXT(self);
    UniBuilder b = {0};
    int64_t tab, column = 0;

    if (!arg_int(args, nargs, 0, 8, &tab))
        return NULL;
    if (tab > INT64_MAX / 16)
        return err_format(&exc_OverflowError, "new string is too long");
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);
        int64_t width = c != '\t' ? 1 : tab > 0 ? tab - column % tab : 0;

        column = c == '\n' || c == '\r' ? 0 : column + width;
        if (ub_reserve(&b, width, c) < 0)
            return NULL;
        while (width-- > 0)
            unicode_put(b.text, b.length++, c == '\t' ? ' ' : c);
    }
    return (Value)ub_finish(&b);
}

static Value m_translate(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)unicode_translate(TEXT(self), args[0], "ignore");
}

/* --- join ----------------------------------------------------------------- */

static PyTuple *join_items(Value iterable)
{
    Value it;

    if (type_of(iterable) == &tuple_type || type_of(iterable) == &list_type)
        return op_tuple(iterable);
    it = op_iter(iterable); /* a subclass may have an __iter__ of its own */
    if (it)
        return op_tuple(it);
    return err_matches(&exc_TypeError)
               ? err_format(&exc_TypeError, "can only join an iterable")
               : NULL;
}

/* The bytes of v if it is ASCII text; NULL: it is not. */
static const char *ascii_text_or_null(Value v, int64_t *length)
{
    PyUnicode *u = (PyUnicode *)v;
    PyStr *s = (PyStr *)v;

    if (is_unicode(v)) {
        *length = u->length;
        return u->is_ascii ? u->data : NULL;
    }
    if (!is_exact_str(v))
        return NULL;
    *length = s->length;
    return bytes_are_ascii(s->data, s->length) ? s->data : NULL;
}

/* Characters of the joined text if all of it is ASCII, else -1. */
static int64_t joined_ascii_length(PyUnicode *sep, PyTuple *items)
{
    int64_t total = 0, n;

    if (!sep->is_ascii)
        return -1;
    for (int64_t i = 0; i < items->length; i++)
        if (!ascii_text_or_null(items->items[i], &n) ||
            __builtin_add_overflow(total, n, &total) ||
            (i > 0 && __builtin_add_overflow(total, sep->length, &total)))
            return -1;
    return total;
}

static Value join_ascii(PyUnicode *sep, PyTuple *items, int64_t total)
{
    PyUnicode *r = unicode_new(total, 127);
    char *p = r ? r->data : NULL;

    for (int64_t i = 0; r && i < items->length; i++) {
        int64_t n;
        const char *text = ascii_text_or_null(items->items[i], &n);

        if (i > 0) {
            copy_text(p, sep->data, sep->length);
            p += sep->length;
        }
        copy_text(p, text, n);
        p += n;
    }
    return (Value)r;
}

/* Characters of the joined text if all items are unicodes, two at least, and
 * the width of the widest, which is that of the text; else -1. */
static int64_t joined_length(PyUnicode *sep, PyTuple *items, int *kind)
{
    int64_t total = 0;

    *kind = sep->kind;
    if (items->length < 2)
        return -1;
    for (int64_t i = 0; i < items->length; i++) {
        PyUnicode *u = (PyUnicode *)items->items[i];

        if (!is_unicode((Value)u) ||
            __builtin_add_overflow(total, u->length, &total) ||
            (i > 0 && __builtin_add_overflow(total, sep->length, &total)))
            return -1;
        *kind = u->kind > *kind ? u->kind : *kind;
    }
    return total;
}

/* One of the texts at least is not ASCII. */
static Value join_wide(PyUnicode *sep, PyTuple *items, int64_t total, int kind)
{
    PyUnicode *r = unicode_new(total, unicode_widest(kind));
    int64_t at = 0;

    for (int64_t i = 0; r && i < items->length; i++) {
        PyUnicode *u = (PyUnicode *)items->items[i];

        if (i > 0) {
            unicode_copy_into(r, at, sep);
            at += sep->length;
        }
        unicode_copy_into(r, at, u);
        at += u->length;
    }
    return (Value)r;
}

static Value m_join(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *sep = TEXT(self);
    PyTuple *items = join_items(args[0]);
    UniBuilder b = {0};
    int64_t total;
    int kind;

    if (!items)
        return NULL;
    if (items->length == 1 && is_exact_unicode(items->items[0]))
        return items->items[0];
    total = joined_ascii_length(sep, items);
    if (total > 1)
        return join_ascii(sep, items, total);
    if (total < 0 && (total = joined_length(sep, items, &kind)) > 1)
        return join_wide(sep, items, total, kind);
    for (int64_t i = 0; i < items->length; i++) {
        Value v = items->items[i];
        PyUnicode *u;

        if (!has_type_flag(v, TYPE_STR | TYPE_UNICODE))
            return err_format(&exc_TypeError,
                              "sequence item %ld: expected string or Unicode, "
                              "%.80s found",
                              (long)i, type_name_of(v));
        u = unicode_coerce(v);
        if (!u || (i > 0 && ub_add(&b, sep, 0, sep->length) < 0) ||
            ub_add(&b, u, 0, u->length) < 0)
            return NULL;
    }
    return (Value)ub_finish(&b);
}

/* --- codecs, formatting --------------------------------------------------- */

static Value m_decode(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    const char *encoding, *errors;

    if (!codec_args("decode", args, nargs, kwnames, &encoding, &errors))
        return NULL;
    return codec_method_result(codec_decode(self, encoding, errors), "decoder");
}

static Value m_encode(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    const char *encoding, *errors;

    if (!codec_args("encode", args, nargs, kwnames, &encoding, &errors))
        return NULL;
    return codec_method_result(codec_encode(self, encoding, errors), "encoder");
}

static Value m_format(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return text_format(self, args, nargs, kwnames);
}

static Value m_dunder_format(Value self, const Value *args, Py_ssize nargs)
{
    return text_dunder_format(self, args[0]);
}

static Value m_formatter_parser(Value self, const Value *args, Py_ssize nargs)
{
    return text_formatter_parser(self);
}

static Value m_field_name_split(Value self, const Value *args, Py_ssize nargs)
{
    return text_field_name_split(self);
}

static Value m_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(1, same_text(self));
}

static Value m_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(52 + 4 * TEXT(self)->length);
}

const NativeDef unicode_methods[] = {
#include "methods_table.h"
#include "unicode.def"
#include "methods_end.h"
    {0}};
