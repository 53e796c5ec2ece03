/* The methods that str and bytearray share, as a template: the includer
 * defines
 *   B_SPAN(self)         its bytes
 *   B_RAW(length)        a fresh object whose bytes are to be filled
 *   B_NEW(data, length)  a fresh object of the type (str: may be shared)
 *   B_CASE(data, length) the same for lower() and upper()
 *   B_SAME(self)         the result when nothing changes
 *   B_ARG(v, span)       the bytes of an argument; false with TypeError
 *   B_IS_STR             whether the type is str
 *   B_NOT_FOUND          text of the ValueError of index()
 *   B_REDIRECT(self, name, args, nargs)
 *                        a statement run before arguments are looked at; str
 *                        hands calls with unicode arguments to unicode's
 *                        method of that name
 * Spans stay valid while user code runs (see Span), so a bytearray changed
 * meanwhile only shows older bytes. */

#include "list.h"

#define CHAR unsigned char
#define SEARCH(name) bytes_##name
#include "str_search.h"
#undef CHAR
#undef SEARCH

typedef const unsigned char *Bytes;

enum { B_SHORT = SHARE_LONGEST + 1 };

/* --- searching ------------------------------------------------------------ */

static int find_in(Value self, const Value *args, Py_ssize nargs, bool reverse,
                   int64_t *at)
{
    Span s = B_SPAN(self), sub;
    int64_t start, stop;

    if (!arg_bounds(args, nargs, 1, &start, &stop) || !B_ARG(args[0], &sub))
        return -1;
    bounds_clip(&start, &stop, s.length);
    *at = -1;
    if (stop - start < sub.length)
        return 0;
    *at = (reverse ? bytes_rfind : bytes_find)(
        (Bytes)s.data + start, stop - start, (Bytes)sub.data, sub.length);
    if (*at >= 0)
        *at += start;
    return 0;
}

static Value m_find(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at;

    B_REDIRECT(self, "find", args, nargs);
    return find_in(self, args, nargs, false, &at) < 0 ? NULL : tag_int(at);
}

static Value m_rfind(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at;

    B_REDIRECT(self, "rfind", args, nargs);
    return find_in(self, args, nargs, true, &at) < 0 ? NULL : tag_int(at);
}

static Value found_or_error(int status, int64_t at)
{
    if (status < 0)
        return NULL;
    if (at < 0)
        return err_format(&exc_ValueError, B_NOT_FOUND);
    return tag_int(at);
}

static Value m_index(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at;
    int status;

    B_REDIRECT(self, "index", args, nargs);
    status = find_in(self, args, nargs, false, &at);
    return found_or_error(status, at);
}

static Value m_rindex(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at;
    int status;

    B_REDIRECT(self, "rindex", args, nargs);
    status = find_in(self, args, nargs, true, &at);
    return found_or_error(status, at);
}

static int64_t count_in(Span s, Span sub, int64_t max)
{
    if (sub.length == 0)
        return s.length < max ? s.length + 1 : max;
    return bytes_count((Bytes)s.data, s.length, (Bytes)sub.data, sub.length,
                       max);
}

static Value m_count(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self), sub;
    int64_t start, stop;

    B_REDIRECT(self, "count", args, nargs);
    if (!arg_bounds(args, nargs, 1, &start, &stop) || !B_ARG(args[0], &sub))
        return NULL;
    bounds_clip(&start, &stop, s.length);
    if (stop < start)
        return tag_int(0);
    return tag_int(
        count_in((Span){s.data + start, stop - start}, sub, INT64_MAX));
}

/* startswith and endswith of one prefix: 1, 0, -1. */
static int tail_matches(Value self, Value prefix, int64_t start, int64_t stop,
                        bool at_end)
{
    Span s = B_SPAN(self), sub;

    if (B_IS_STR && is_unicode(prefix)) {
        const Value args[] = {prefix, value_from_int(start),
                              value_from_int(stop)};
        PyUnicode *u = unicode_coerce(self);
        Value r =
            u ? op_call_method((Value)u,
                               str_intern(at_end ? "endswith" : "startswith"),
                               args, 3)
              : NULL;

        return r ? r == TRUE_VALUE : -1;
    }
    if (!B_ARG(prefix, &sub))
        return -1;
    bounds_clip(&start, &stop, s.length);
    if (stop - start < sub.length || start > s.length)
        return 0;
    return memcmp(s.data + (at_end ? stop - sub.length : start), sub.data,
                  (size_t)sub.length) == 0;
}

static Value tail_match(Value self, const Value *args, Py_ssize nargs,
                        bool at_end)
{
    int64_t start, stop;
    int r = 0;
    Span unused;

    if (!arg_bounds(args, nargs, 1, &start, &stop))
        return NULL;
    if (has_type_flag(args[0], TYPE_TUPLE)) {
        PyTuple *t = (PyTuple *)args[0];

        for (int64_t i = 0; i < t->length && r == 0; i++)
            r = tail_matches(self, t->items[i], start, stop, at_end);
        return r < 0 ? NULL : value_from_bool(r);
    }
    if (B_IS_STR && !is_unicode(args[0]) &&
        !value_bytes_or_null(args[0], &unused))
        return err_format(&exc_TypeError,
                          "%s first arg must be str, unicode, or tuple, "
                          "not %.100s",
                          at_end ? "endswith" : "startswith",
                          type_name_of(args[0]));
    r = tail_matches(self, args[0], start, stop, at_end);
    return r < 0 ? NULL : value_from_bool(r);
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
        Span s = B_SPAN(self);                                                 \
                                                                               \
        for (int64_t i = 0; i < s.length; i++) {                               \
            unsigned char c = (unsigned char)s.data[i];                        \
                                                                               \
            if (!(test))                                                       \
                return FALSE_VALUE;                                            \
        }                                                                      \
        return value_from_bool(s.length > 0);                                  \
    }
CLASS_METHOD(isspace, is_ascii_space(c))
CLASS_METHOD(isalpha, is_ascii_alpha(c))
CLASS_METHOD(isdigit, is_ascii_digit(c))
CLASS_METHOD(isalnum, is_ascii_alpha(c) || is_ascii_digit(c))
#undef CLASS_METHOD

/* At least one cased byte, and none of the other case. */
static bool all_cased(Span s, bool upper)
{
    bool cased = false;

    for (int64_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (upper ? is_ascii_lower(c) : is_ascii_upper(c))
            return false;
        cased |= is_ascii_alpha(c);
    }
    return cased;
}

static Value m_isupper(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(all_cased(B_SPAN(self), true));
}

static Value m_islower(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(all_cased(B_SPAN(self), false));
}

static Value m_istitle(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    bool cased = false, after_cased = false;

    for (int64_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (after_cased ? is_ascii_upper(c) : is_ascii_lower(c))
            return FALSE_VALUE;
        after_cased = is_ascii_alpha(c);
        cased |= after_cased;
    }
    return value_from_bool(cased);
}

/* --- case ----------------------------------------------------------------- */

/* A result of the span's size to be filled through *out. */
static Value map_start(Span s, char **out)
{
    Value r = B_RAW(s.length);

    if (r)
        *out = (char *)B_SPAN(r).data;
    return r;
}

static inline Value map_case(Value self, char (*map)(unsigned char))
{
    Span s = B_SPAN(self);
    char *p, text[B_SHORT];
    Value r;

    if (s.length < B_SHORT) {
        for (int64_t i = 0; i < s.length; i++)
            text[i] = map((unsigned char)s.data[i]);
        return B_CASE(text, s.length);
    }
    r = map_start(s, &p);
    for (int64_t i = 0; r && i < s.length; i++)
        p[i] = map((unsigned char)s.data[i]);
    return r;
}

static Value m_upper(Value self, const Value *args, Py_ssize nargs)
{
    return map_case(self, ascii_upper);
}

static Value m_lower(Value self, const Value *args, Py_ssize nargs)
{
    return map_case(self, ascii_lower);
}

static Value m_swapcase(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    char *p;
    Value r = map_start(s, &p);

    for (int64_t i = 0; r && i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        p[i] = is_ascii_upper(c) ? ascii_lower(c) : ascii_upper(c);
    }
    return r;
}

static Value m_capitalize(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    char *p;
    Value r = map_start(s, &p);

    for (int64_t i = 0; r && i < s.length; i++)
        p[i] = i == 0 ? ascii_upper((unsigned char)s.data[i])
                      : ascii_lower((unsigned char)s.data[i]);
    return r;
}

static Value m_title(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    bool after_cased = false;
    char *p;
    Value r = map_start(s, &p);

    for (int64_t i = 0; r && i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        p[i] = after_cased ? ascii_lower(c) : ascii_upper(c);
        after_cased = is_ascii_alpha(c);
    }
    return r;
}

/* --- padding -------------------------------------------------------------- */

static Value pad(Value self, int64_t left, int64_t right, char fill)
{
    Span s = B_SPAN(self);
    int64_t total;
    Value r;
    char *p;

    if (left < 0)
        left = 0;
    if (right < 0)
        right = 0;
    if (left == 0 && right == 0)
        return B_SAME(self);
    if (__builtin_add_overflow(left, right, &total) ||
        __builtin_add_overflow(total, s.length, &total))
        return err_no_memory();
    r = B_RAW(total);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    memset(p, fill, (size_t)left);
    memcpy(p + left, s.data, (size_t)s.length);
    memset(p + left + s.length, fill, (size_t)right);
    return r;
}

static bool pad_args(const char *fname, const Value *args, Py_ssize nargs,
                     int64_t *width, char *fill)
{
    *fill = ' ';
    if (!arg_int(args, nargs, 0, 0, width))
        return false;
    if (nargs > 1) {
        Span s;

        if (!is_str(args[1]) || (s = str_span(args[1])).length != 1) {
            arg_type_error(fname, 2, "char", args[1]);
            return false;
        }
        *fill = s.data[0];
    }
    return true;
}

static Value m_ljust(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width;
    char fill;

    if (!pad_args("ljust", args, nargs, &width, &fill))
        return NULL;
    return pad(self, 0, width - B_SPAN(self).length, fill);
}

static Value m_rjust(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width;
    char fill;

    if (!pad_args("rjust", args, nargs, &width, &fill))
        return NULL;
    return pad(self, width - B_SPAN(self).length, 0, fill);
}

static Value m_center(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width, margin, left;
    char fill;

    if (!pad_args("center", args, nargs, &width, &fill))
        return NULL;
    margin = width - B_SPAN(self).length;
    if (margin <= 0)
        return B_SAME(self);
    left = margin / 2 + (margin & width & 1);
    return pad(self, left, margin - left, fill);
}

static Value m_zfill(Value self, const Value *args, Py_ssize nargs)
{
    int64_t width, fill;
    Value r;
    char *p;

    if (!arg_int(args, nargs, 0, 0, &width))
        return NULL;
    fill = width - B_SPAN(self).length;
    if (fill <= 0)
        return B_SAME(self);
    r = pad(self, fill, 0, '0');
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    if (p[fill] == '+' || p[fill] == '-') {
        p[0] = p[fill];
        p[fill] = '0';
    }
    return r;
}

/* --- strip ---------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip_chars(Value self, const char *set, int64_t count, int sides)
{
    Span s = B_SPAN(self);
    int64_t i = 0, j = s.length;

    if (sides & STRIP_LEFT)
        while (i < j && memchr(set, s.data[i], (size_t)count))
            i++;
    if (sides & STRIP_RIGHT)
        while (j > i && memchr(set, s.data[j - 1], (size_t)count))
            j--;
    if (i == 0 && j == s.length)
        return B_SAME(self);
    return B_NEW(s.data + i, j - i);
}

/* --- split ---------------------------------------------------------------- */

/* Appends s[i:j]; false with an exception. */
static bool add_piece(PyList *list, Span s, int64_t i, int64_t j)
{
    Value piece = B_NEW(s.data + i, j - i);

    return piece && list_append(list, piece) == 0;
}

/* The result of a split: the first pieces wait on the stack, so that a short
 * list is made at its size. */
enum { STACK_PIECES = 24 };
typedef struct Pieces {
    Span text;
    PyList *list; /* from more than STACK_PIECES on */
    int64_t count;
    Value first[STACK_PIECES];
} Pieces;

static inline void pieces_start(Pieces *p, Span text)
{
    p->text = text;
    p->list = NULL;
    p->count = 0;
}

/* The pieces on the stack as a list with room for as many more. */
static bool pieces_spill(Pieces *p)
{
    p->list = list_new(STACK_PIECES * 4);
    for (int64_t i = 0; p->list && i < p->count; i++)
        list_push(p->list, p->first[i]);
    return p->list != NULL;
}

/* Adds text[i:j]; false with an exception. */
static inline bool pieces_add(Pieces *p, int64_t i, int64_t j)
{
    Value piece = B_NEW(p->text.data + i, j - i);

    if (!piece)
        return false;
    if (p->count < STACK_PIECES) {
        p->first[p->count++] = piece;
        return true;
    }
    return (p->list || pieces_spill(p)) && list_push(p->list, piece) == 0;
}

static Value pieces_list(Pieces *p)
{
    return (Value)(p->list ? p->list : list_from_array(p->first, p->count));
}

static Value split_space(Value self, int64_t max)
{
    Span s = B_SPAN(self);
    Pieces p;
    int64_t i = 0, j;

    pieces_start(&p, s);
    while (max-- > 0) {
        while (i < s.length && is_ascii_space((unsigned char)s.data[i]))
            i++;
        if (i == s.length)
            return pieces_list(&p);
        for (j = i; j < s.length && !is_ascii_space((unsigned char)s.data[j]);)
            j++;
        if (!pieces_add(&p, i, j))
            return NULL;
        i = j;
    }
    while (i < s.length && is_ascii_space((unsigned char)s.data[i]))
        i++;
    if (i < s.length && !pieces_add(&p, i, s.length))
        return NULL;
    return pieces_list(&p);
}

/* With a separator of one byte, which often follows soon: no calls. */
static Value split_byte(Value self, char sep, int64_t max)
{
    Span s = B_SPAN(self);
    Pieces p;
    int64_t i = 0, limit;

    pieces_start(&p, s);
    while (max-- > 0) {
        int64_t at = i;

        limit = s.length - i < 32 ? s.length : i + 32;
        while (at < limit && s.data[at] != sep)
            at++;
        if (at == limit) {
            const char *found =
                memchr(s.data + at, sep, (size_t)(s.length - at));

            if (!found)
                break;
            at = found - s.data;
        }
        if (!pieces_add(&p, i, at))
            return NULL;
        i = at + 1;
    }
    return pieces_add(&p, i, s.length) ? pieces_list(&p) : NULL;
}

static Value split_at(Value self, Span sep, int64_t max)
{
    Span s = B_SPAN(self);
    Pieces p;
    int64_t i = 0;

    if (sep.length == 1)
        return split_byte(self, sep.data[0], max);
    pieces_start(&p, s);
    while (max-- > 0) {
        int64_t at = bytes_find((Bytes)s.data + i, s.length - i,
                                (Bytes)sep.data, sep.length);

        if (at < 0)
            break;
        if (!pieces_add(&p, i, i + at))
            return NULL;
        i += at + sep.length;
    }
    return pieces_add(&p, i, s.length) ? pieces_list(&p) : NULL;
}

static Value reversed_list(PyList *list)
{
    return op_call_method((Value)list, str_intern("reverse"), NULL, 0)
               ? (Value)list
               : NULL;
}

static Value rsplit_space(Value self, int64_t max)
{
    Span s = B_SPAN(self);
    PyList *list = list_new(0);
    int64_t i, j = s.length;

    while (max-- > 0) {
        while (j > 0 && is_ascii_space((unsigned char)s.data[j - 1]))
            j--;
        if (j == 0)
            return reversed_list(list);
        for (i = j; i > 0 && !is_ascii_space((unsigned char)s.data[i - 1]);)
            i--;
        if (!add_piece(list, s, i, j))
            return NULL;
        j = i;
    }
    while (j > 0 && is_ascii_space((unsigned char)s.data[j - 1]))
        j--;
    if (j > 0 && !add_piece(list, s, 0, j))
        return NULL;
    return reversed_list(list);
}

static Value rsplit_at(Value self, Span sep, int64_t max)
{
    Span s = B_SPAN(self);
    PyList *list = list_new(0);
    int64_t j = s.length;

    while (max-- > 0) {
        int64_t at = bytes_rfind((Bytes)s.data, j, (Bytes)sep.data, sep.length);

        if (at < 0)
            break;
        if (!add_piece(list, s, at + sep.length, j))
            return NULL;
        j = at;
    }
    return add_piece(list, s, 0, j) ? reversed_list(list) : NULL;
}

static bool split_args(const Value *args, Py_ssize nargs, Span *sep,
                       int64_t *max)
{
    sep->length = -1;
    if (!arg_int(args, nargs, 1, -1, max))
        return false;
    if (*max < 0)
        *max = INT64_MAX;
    if (nargs == 0 || args[0] == NONE)
        return true;
    if (!B_ARG(args[0], sep))
        return false;
    if (sep->length == 0)
        err_format(&exc_ValueError, "empty separator");
    return sep->length > 0;
}

static Value m_split(Value self, const Value *args, Py_ssize nargs)
{
    Span sep;
    int64_t max;

    B_REDIRECT(self, "split", args, nargs);
    if (!split_args(args, nargs, &sep, &max))
        return NULL;
    return sep.length < 0 ? split_space(self, max) : split_at(self, sep, max);
}

static Value m_rsplit(Value self, const Value *args, Py_ssize nargs)
{
    Span sep;
    int64_t max;

    B_REDIRECT(self, "rsplit", args, nargs);
    if (!split_args(args, nargs, &sep, &max))
        return NULL;
    return sep.length < 0 ? rsplit_space(self, max) : rsplit_at(self, sep, max);
}

static Value m_splitlines(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    PyList *list = list_new(0);
    int64_t keep, i = 0;

    if (!arg_int(args, nargs, 0, 0, &keep))
        return NULL;
    while (i < s.length) {
        int64_t j = i, end;

        while (j < s.length && s.data[j] != '\n' && s.data[j] != '\r')
            j++;
        end = j;
        if (j < s.length)
            j += s.data[j] == '\r' && j + 1 < s.length && s.data[j + 1] == '\n'
                     ? 2
                     : 1;
        if (!add_piece(list, s, i, keep ? j : end))
            return NULL;
        i = j;
    }
    return (Value)list;
}

static Value partition_result(Span s, int64_t at, Span sep)
{
    Value a = B_NEW(s.data, at), b = B_NEW(sep.data, sep.length),
          c = B_NEW(s.data + at + sep.length, s.length - at - sep.length);

    return a && b && c ? (Value)tuple_pack(3, a, b, c) : NULL;
}

static Value partition(Value self, Value separator, bool reverse)
{
    Span s = B_SPAN(self), sep;
    int64_t at;
    Value empty;

    if (!B_SEPARATOR(separator, &sep))
        return NULL;
    if (sep.length == 0)
        return err_format(&exc_ValueError, "empty separator");
    at = (reverse ? bytes_rfind : bytes_find)((Bytes)s.data, s.length,
                                              (Bytes)sep.data, sep.length);
    if (at >= 0)
        return partition_result(s, at, sep);
    empty = B_NEW("", 0);
    if (reverse)
        return (Value)tuple_pack(3, empty, B_NEW("", 0), B_SAME(self));
    return (Value)tuple_pack(3, B_SAME(self), empty, B_NEW("", 0));
}

static Value m_partition(Value self, const Value *args, Py_ssize nargs)
{
    B_REDIRECT(self, "partition", args, nargs);
    return partition(self, args[0], false);
}

static Value m_rpartition(Value self, const Value *args, Py_ssize nargs)
{
    B_REDIRECT(self, "rpartition", args, nargs);
    return partition(self, args[0], true);
}

/* --- replace, translate, expandtabs --------------------------------------- */

/* These look twice, first for the length of the result.  What another thread
 * may change meanwhile, a bytearray say, is copied. */
static bool hold_still(Value owner, Span *s)
{
    return !rt_threaded || is_exact_str(owner) || span_detach(s);
}

/* `to` between all bytes and around them, at most max times. */
static Value interleave(Value self, Span to, int64_t max)
{
    Span s = B_SPAN(self);
    int64_t n = max <= s.length ? max : s.length + 1, total;
    Value r;
    char *p;

    if (__builtin_mul_overflow(n, to.length, &total) ||
        __builtin_add_overflow(total, s.length, &total))
        return err_format(&exc_OverflowError, "replace string is too long");
    r = B_RAW(total);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    for (int64_t i = 0; i <= s.length; i++) {
        if (i < n) {
            memcpy(p, to.data, (size_t)to.length);
            p += to.length;
        }
        if (i < s.length)
            *p++ = s.data[i];
    }
    return r;
}

/* All bytes `from` by `to`. */
static Value replace_byte(Value self, char from, char to)
{
    Span s = B_SPAN(self);
    Value r;
    char *p;

    if (!memchr(s.data, from, (size_t)s.length))
        return B_SAME(self);
    r = B_RAW(s.length);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    for (int64_t i = 0; i < s.length; i++)
        p[i] = s.data[i] == from ? to : s.data[i];
    return r;
}

static Value replace_sub(Value self, Span from, Span to, int64_t max)
{
    Span s = B_SPAN(self);
    int64_t n, total, i = 0;
    Value r;
    char *p;

    if (from.length == 1 && to.length == 1 && max >= s.length)
        return replace_byte(self, from.data[0], to.data[0]);
    if (!hold_still(self, &s))
        return NULL;
    n = count_in(s, from, max);
    if (n == 0)
        return B_SAME(self);
    if (__builtin_mul_overflow(n, to.length - from.length, &total) ||
        __builtin_add_overflow(total, s.length, &total))
        return err_format(&exc_OverflowError, "replace string is too long");
    r = B_RAW(total);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    while (n-- > 0) {
        int64_t at = bytes_find((Bytes)s.data + i, s.length - i,
                                (Bytes)from.data, from.length);

        memcpy(p, s.data + i, (size_t)at);
        memcpy(p + at, to.data, (size_t)to.length);
        p += at + to.length;
        i += at + from.length;
    }
    memcpy(p, s.data + i, (size_t)(s.length - i));
    return r;
}

static Value m_replace(Value self, const Value *args, Py_ssize nargs)
{
    Span from, to;
    int64_t max;

    if (!arg_int(args, nargs, 2, -1, &max))
        return NULL;
    if (!is_unicode(args[0]) && !B_ARG(args[0], &from))
        return NULL;
    B_REDIRECT(self, "replace", args, nargs);
    if (!B_ARG(args[0], &from) || !B_ARG(args[1], &to))
        return NULL;
    if (max < 0)
        max = INT64_MAX;
    if (max == 0 || (from.length == 0 && to.length == 0))
        return B_SAME(self);
    if (from.length == 0)
        return interleave(self, to, max);
    return hold_still(args[0], &from) ? replace_sub(self, from, to, max) : NULL;
}

/* table NULL: identity. */
static Value translate_bytes(Value self, const char *table, Span drop)
{
    Span s = B_SPAN(self);
    bool dropped[256] = {false};
    int64_t n = 0;
    char *p;
    Value r;

    for (int64_t i = 0; i < drop.length; i++)
        dropped[(unsigned char)drop.data[i]] = true;
    if (drop.length && !hold_still(self, &s))
        return NULL;
    if (drop.length)
        for (int64_t i = 0; i < s.length; i++)
            n += dropped[(unsigned char)s.data[i]];
    r = B_RAW(s.length - n);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    for (int64_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (!dropped[c])
            *p++ = table ? table[c] : (char)c;
    }
    return r;
}

/* Columns that the text takes with tabs expanded; -1 when too many. */
static int64_t expanded_length(Span s, int64_t tab)
{
    int64_t total = 0, column = 0;

    for (int64_t i = 0; i < s.length; i++) {
        char c = s.data[i];
        int64_t width = 1;

        if (c == '\t')
            width = tab > 0 ? tab - column % tab : 0;
        column = c == '\n' || c == '\r' ? 0 : column + width;
        if (__builtin_add_overflow(total, width, &total))
            return -1;
    }
    return total;
}

static Value m_expandtabs(Value self, const Value *args, Py_ssize nargs)
{
    Span s = B_SPAN(self);
    int64_t tab, total, column = 0;
    Value r;
    char *p;

    if (!arg_int(args, nargs, 0, 8, &tab) || !hold_still(self, &s))
        return NULL;
    total = expanded_length(s, tab);
    if (total < 0)
        return err_format(&exc_OverflowError, "result too long");
    r = B_RAW(total);
    if (!r)
        return NULL;
    p = (char *)B_SPAN(r).data;
    for (int64_t i = 0; i < s.length; i++) {
        char c = s.data[i];

        if (c == '\t') {
            int64_t width = tab > 0 ? tab - column % tab : 0;

            memset(p, ' ', (size_t)width);
            p += width;
            column += width;
            continue;
        }
        *p++ = c;
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return r;
}
