/* tell() and seek() of TextIOWrapper: positions in a text, packed into one
 * number as CPython packs them. */
#include "_io_text.h"
#include "number.h"
#include "tuple.h"

#include <unistd.h>

#define SELF ((PyText *)self)

/* Where the bytes start, the decoder's flags there, how many bytes to feed it,
 * how many characters to skip, and whether the decoder is to be told that the
 * bytes end. */
typedef struct Cookie {
    int64_t start;
    int32_t flags, feed, skip;
    bool at_end;
} Cookie;

enum { COOKIE_SIZE = 21 };

static Value pack(Cookie c)
{
    unsigned char bytes[COOKIE_SIZE];

    memcpy(bytes, &c.start, 8);
    memcpy(bytes + 8, &c.flags, 4);
    memcpy(bytes + 12, &c.feed, 4);
    memcpy(bytes + 16, &c.skip, 4);
    bytes[20] = c.at_end;
    Value v = long_from_bytes(bytes, sizeof bytes, true, false);
    return has_type_flag(v, TYPE_LONG) ? v : io_long(int_value(v));
}

static bool unpack(Value v, Cookie *c)
{
    unsigned char bytes[COOKIE_SIZE];

    if (long_to_bytes(v, bytes, sizeof bytes, true, false) < 0)
        return false;
    memcpy(&c->start, bytes, 8);
    memcpy(&c->flags, bytes + 8, 4);
    memcpy(&c->feed, bytes + 12, 4);
    memcpy(&c->skip, bytes + 16, 4);
    c->at_end = bytes[20];
    return true;
}

/* --- tell ----------------------------------------------------------------- */

/* At the start a decoder begins anew: that of utf-16 has no state that says
 * so. */
static int set_decoder(PyText *t, int64_t position, int64_t flags)
{
    if (position == 0 && flags == 0)
        return text_reset_decoder(t);
    return text_set_decoder_state(t, (DecoderState){str_empty(), flags});
}

/* How many characters the first n bytes of the snapshot are, -1. */
static int64_t chars_of(PyText *t, Cookie place, PyStr *data, int64_t n,
                        bool final)
{
    PyUnicode *u;

    if (set_decoder(t, place.start, place.flags) < 0)
        return -1;
    u = text_decode(t, str_from(data->data, n), final);
    return u ? u->length : -1;
}

/* The fewest bytes that give `skip` characters, by halving; -1. */
static int64_t bytes_for(PyText *t, Cookie place, PyStr *data, int64_t skip)
{
    int64_t low = 0, high = data->length;

    while (low < high) {
        int64_t middle = (low + high) / 2;
        int64_t n = chars_of(t, place, data, middle, false);

        if (n < 0)
            return -1;
        if (n >= skip)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* From `feed` bytes back to where the decoder holds none. */
static bool safe_start(PyText *t, Cookie *c, PyStr *data, int64_t feed,
                       int64_t skip)
{
    for (int64_t start = feed; start > 0; start--) {
        int64_t n = chars_of(t, *c, data, start, false);
        DecoderState state;

        if (n < 0)
            return false;
        if (n > skip)
            continue;
        if (!text_decoder_state(t, &state))
            return false;
        if (state.held->length > 0)
            continue;
        c->start += start;
        c->flags = (int32_t)state.flags;
        c->feed = n == skip ? 0 : (int32_t)(feed - start);
        c->skip = (int32_t)(skip - n);
        return true;
    }
    c->feed = (int32_t)feed;
    c->skip = (int32_t)skip;
    return true;
}

static bool find_place(PyText *t, Cookie *c, PyStr *data, int64_t skip)
{
    int64_t feed = bytes_for(t, *c, data, skip), n;

    if (feed < 0 || (n = chars_of(t, *c, data, feed, false)) < 0)
        return false;
    if (n >= skip)
        return safe_start(t, c, data, feed, skip);
    n = chars_of(t, *c, data, feed, true);
    if (n >= 0 && n < skip)
        err_format(&exc_IOError, "can't reconstruct logical file position");
    c->feed = (int32_t)feed;
    c->skip = (int32_t)skip;
    c->at_end = true;
    return n >= skip;
}

static Value tell_guarded(PyText *t)
{
    Cookie c = {0};
    PyStr *data;
    DecoderState state;
    Value v;
    bool found;

    if (text_write_pending(t) < 0 || !text_flush(t))
        return NULL;
    v = io_call(t->buffer, ION(tell));
    if (!v)
        return NULL;
    data = t->snapshot;
    if (!t->reads || !data)
        return v;
    if (!io_offset(v, &c.start))
        return NULL;
    c.start -= data->length;
    c.flags = (int32_t)t->snapshot_flags;
    if (t->used == 0)
        return pack(c);
    if (!text_decoder_state(t, &state))
        return NULL;
    found = find_place(t, &c, data, t->used);
    KeptError error = io_keep_error();
    if (text_set_decoder_state(t, state) < 0)
        return NULL;
    if (!found)
        io_restore_error(error);
    return found ? pack(c) : NULL;
}

Value text_tell(Value self, const Value *args, Py_ssize nargs)
{
    Value v;

    if (!text_check_open(SELF))
        return NULL;
    if (!SELF->seekable)
        return err_format(&exc_IOError, "underlying stream is not seekable");
    if (!SELF->telling)
        return err_format(&exc_IOError,
                          "telling position disabled by next() call");
    if (!text_enter(SELF))
        return NULL;
    v = tell_guarded(SELF);
    text_leave(SELF);
    return v;
}

/* --- seek ----------------------------------------------------------------- */

static int forget_chars(PyText *t)
{
    text_set_chars(t, unicode_empty());
    t->snapshot = NULL;
    return 0;
}

static Value seek_to_end(PyText *t)
{
    Value v;
    int at_start;

    if (!io_call((Value)t, ION(flush)))
        return NULL;
    forget_chars(t);
    if (t->reads && text_reset_decoder(t) < 0)
        return NULL;
    v = io_call2(t->buffer, ION(seek), tag_int(0), tag_int(SEEK_END));
    if (!v)
        return NULL;
    at_start = op_compare_bool(CMP_eq, v, tag_int(0));
    return at_start < 0 || text_reset_encoder(t, at_start) < 0 ? NULL : v;
}

/* Decodes from the chunk's start to the place. */
static int skip_chars(PyText *t, Cookie c)
{
    Value data = io_call1(t->buffer, ION(read), value_from_int(c.feed));
    PyUnicode *u;

    if (!data)
        return -1;
    if (!is_str(data)) {
        err_format(&exc_TypeError,
                   "underlying read() should have returned a bytes object, not "
                   "'%.200s'",
                   type_name_of(data));
        return -1;
    }
    t->snapshot_flags = c.flags;
    t->snapshot = (PyStr *)data;
    u = text_decode(t, (PyStr *)data, c.at_end);
    if (!u)
        return -1;
    text_set_chars(t, u);
    if (u->length < c.skip) {
        err_format(&exc_IOError, "can't restore logical file position");
        return -1;
    }
    t->used = c.skip;
    return 0;
}

static int seek_to(PyText *t, Cookie c)
{
    if (!io_call((Value)t, ION(flush)) ||
        !io_call1(t->buffer, ION(seek), value_from_int(c.start)))
        return -1;
    forget_chars(t);
    if (t->reads) {
        if (set_decoder(t, c.start, c.flags) < 0)
            return -1;
        if (c.skip && skip_chars(t, c) < 0)
            return -1;
        if (!c.skip) {
            t->snapshot = str_empty();
            t->snapshot_flags = c.flags;
        }
    }
    return text_reset_encoder(t, c.start == 0 && c.flags == 0);
}

/* -1: error, 1: it is not zero */
static int is_not_zero(Value v)
{
    return op_compare_bool(CMP_ne, v, tag_int(0));
}

static Value seek_guarded(PyText *t, Value cookie, int64_t whence)
{
    Cookie c;
    int negative;

    if (whence != 0) {
        int moved = is_not_zero(cookie);

        if (moved > 0)
            err_format(&exc_IOError, "can't do nonzero %s-relative seeks",
                       whence == 1 ? "cur" : "end");
        if (moved)
            return NULL;
        if (whence == 2)
            return seek_to_end(t);
        cookie = io_call((Value)t, ION(tell));
        if (!cookie)
            return NULL;
    }
    negative = op_compare_bool(CMP_lt, cookie, tag_int(0));
    if (negative > 0) {
        Value text = op_repr(cookie);

        return text ? err_format(&exc_ValueError, "negative seek position %s",
                                 str_data((PyStr *)text))
                    : NULL;
    }
    Value number =
        negative < 0 ? NULL : op_call((Value)&long_type, &cookie, 1, NULL);
    if (!number || !unpack(number, &c) || seek_to(t, c) < 0)
        return NULL;
    return cookie;
}

Value text_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t whence = 0;
    Value v;

    if (!SELF->ready && !text_check_open(SELF))
        return NULL;
    if ((nargs > 1 && !io_int(args[1], &whence)) || !text_check_open(SELF))
        return NULL;
    if (!SELF->seekable)
        return err_format(&exc_IOError, "underlying stream is not seekable");
    if (whence < 0 || whence > 2)
        return err_format(&exc_ValueError,
                          "invalid whence (%ld, should be 0, 1 or 2)",
                          (long)whence);
    if (!text_enter(SELF))
        return NULL;
    v = seek_guarded(SELF, args[0], whence);
    text_leave(SELF);
    return v;
}
