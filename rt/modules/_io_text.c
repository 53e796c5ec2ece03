/* TextIOWrapper: text over a buffered stream of bytes; see _io_text.h. */
#include "_io_text.h"
#include "codecs.h"
#include "tuple.h"

#include <langinfo.h>
#include <locale.h>

#define SELF ((PyText *)self)

/* --- states --------------------------------------------------------------- */

static bool check_ready(PyText *t)
{
    if (t->ready)
        return true;
    err_format(&exc_ValueError, t->detached
                                    ? "underlying buffer has been detached"
                                    : "I/O operation on uninitialized object");
    return false;
}

bool text_check_open(PyText *t)
{
    Value buffer = t->buffer;
    int closed;

    if (!check_ready(t))
        return false;
    closed = buffer ? io_closed(buffer) : -1;
    if (closed > 0)
        err_format(&exc_ValueError, "I/O operation on closed file.");
    return closed == 0;
}

bool text_enter(PyText *t)
{
    if (guard_is_mine(&t->guard)) {
        t->depth++;
        return true;
    }
    guard_enter(&t->guard);
    if (t->ready)
        return true;
    guard_leave(&t->guard);
    return check_ready(t);
}

void text_leave(PyText *t)
{
    if (t->depth)
        t->depth--;
    else
        guard_leave(&t->guard);
}

/* --- decoding ------------------------------------------------------------- */

void text_set_chars(PyText *t, PyUnicode *chars)
{
    t->chars = chars;
    t->used = 0;
}

static PyUnicode *decode_bytes_utf8(PyText *t, PyStr *data, bool final)
{
    int64_t consumed = data->length;
    PyUnicode *u;

    if (t->held) {
        data = str_concat(t->held, data);
        if (!data)
            return NULL;
    }
    u = decode_utf8(str_span((Value)data), t->errors_text,
                    final ? NULL : &consumed);
    if (!u)
        return NULL;
    t->held = final || consumed == data->length
                  ? NULL
                  : str_slice(data, consumed, data->length);
    return u;
}

PyUnicode *text_decode(PyText *t, PyStr *data, bool final)
{
    Span in = str_span((Value)data);
    PyUnicode *u;

    switch (t->codec) {
    case TEXT_utf8:
        u = decode_bytes_utf8(t, data, final);
        break;
    case TEXT_ascii:
        u = decode_ascii(in, t->errors_text);
        break;
    case TEXT_latin1:
        u = decode_latin1(in);
        break;
    default:
        u = io_decoded(io_call2(t->decoder, ION(decode), (Value)data,
                                value_from_bool(final)));
    }
    if (u && t->newline <= NEWLINE_universal)
        u = newlines_decode(&t->newlines, u, final);
    return u;
}

static bool object_state(Value decoder, DecoderState *out)
{
    Value v = io_call(decoder, ION(getstate));
    PyTuple *state = (PyTuple *)v;

    if (!v)
        return false;
    if (!has_type_flag(v, TYPE_TUPLE) || state->length != 2) {
        err_format(&exc_TypeError, "illegal decoder state");
        return false;
    }
    if (!is_str(state->items[0])) {
        err_format(&exc_TypeError,
                   "illegal decoder state: the first item should be a bytes "
                   "object, not '%.200s'",
                   type_name_of(state->items[0]));
        return false;
    }
    out->held = (PyStr *)state->items[0];
    return io_int(state->items[1], &out->flags);
}

bool text_decoder_state(PyText *t, DecoderState *out)
{
    out->held = t->held ? t->held : str_empty();
    out->flags = 0;
    if (t->codec == TEXT_object && !object_state(t->decoder, out))
        return false;
    if (t->newline <= NEWLINE_universal)
        out->flags = out->flags << 1 | t->newlines.pending_cr;
    return true;
}

int text_set_decoder_state(PyText *t, DecoderState state)
{
    if (t->newline <= NEWLINE_universal) {
        t->newlines.pending_cr = state.flags & 1;
        state.flags >>= 1;
    }
    if (t->codec != TEXT_object) {
        t->held = state.held->length ? state.held : NULL;
        return 0;
    }
    return io_call1(t->decoder, ION(setstate),
                    (Value)tuple_pack(2, (Value)state.held,
                                      value_from_int(state.flags)))
               ? 0
               : -1;
}

int text_reset_decoder(PyText *t)
{
    t->held = NULL;
    if (t->newline <= NEWLINE_universal) {
        t->newlines.pending_cr = false;
        t->newlines.seen = 0;
    }
    if (t->codec != TEXT_object)
        return 0;
    return io_call(t->decoder, ION(reset)) ? 0 : -1;
}

/* Does reading one chunk more; 1, 0: the end, -1 */
static int read_chunk(PyText *t)
{
    DecoderState before = {0};
    Value chunk;
    PyUnicode *u;
    PyStr *s;

    if (!t->reads) {
        err_format(&exc_IOError, "not readable");
        return -1;
    }
    if (t->telling && !text_decoder_state(t, &before))
        return -1;
    if (is_exact_buffered(t->buffer) && t->has_read1)
        chunk = buffered_read1(t->buffer, t->chunk_size);
    else
        chunk = io_call1(t->buffer, t->has_read1 ? ION(read1) : ION(read),
                         value_from_int(t->chunk_size));
    if (!chunk)
        return -1;
    if (!is_str(chunk)) {
        err_format(&exc_TypeError,
                   "underlying %s() should have returned a bytes object, not "
                   "'%.200s'",
                   t->has_read1 ? "read1" : "read", type_name_of(chunk));
        return -1;
    }
    s = (PyStr *)chunk;
    u = text_decode(t, s, s->length == 0);
    if (!u)
        return -1;
    text_set_chars(t, u);
    if (t->telling) {
        t->snapshot = before.held->length ? str_concat(before.held, s) : s;
        t->snapshot_flags = before.flags;
        if (!t->snapshot)
            return -1;
    }
    return s->length > 0 || u->length > 0;
}

/* --- reading; the guard is held ------------------------------------------- */

/* At most n of the characters that are decoded; n < 0: all. */
static PyUnicode *take(PyText *t, int64_t n)
{
    int64_t start = t->used, left = t->chars->length - start;

    if (n < 0 || n > left)
        n = left;
    t->used += n;
    return n ? unicode_slice(t->chars, start, start + n) : unicode_empty();
}

/* CPython's decoders take text too, as bytes. */
static Value as_bytes(Value v)
{
    Span s;

    if (!is_unicode(v) && !type_of(v)->get_buffer)
        return err_format(&exc_TypeError,
                          "underlying read() should have returned a bytes "
                          "object, not '%.200s'",
                          type_name_of(v));
    return arg_bytes("decode", 1, v, &s) ? (Value)str_from(s.data, s.length)
                                         : NULL;
}

static PyUnicode *read_all(PyText *t)
{
    Value data = io_call(t->buffer, ION(read));
    PyUnicode *first, *rest;

    if (!data)
        return NULL;
    if (data == NONE)
        data = (Value)str_empty();
    if (!is_str(data) && !(data = as_bytes(data)))
        return NULL;
    rest = text_decode(t, (PyStr *)data, true);
    if (!rest)
        return NULL;
    first = take(t, -1);
    text_set_chars(t, unicode_empty());
    t->snapshot = NULL;
    return first && first->length ? unicode_concat(first, rest) : rest;
}

static PyUnicode *read_n(PyText *t, int64_t n)
{
    PyUnicode *piece = take(t, n);
    UniBuilder b = {0};
    int more = 1;

    if (!piece || piece->length == n)
        return piece;
    while (ub_add(&b, piece, 0, piece->length) == 0) {
        if (b.length == n || (more = read_chunk(t)) == 0)
            return ub_finish(&b);
        if (more < 0 || !(piece = take(t, n - b.length)))
            return NULL;
    }
    return NULL;
}

/* A line that does not end in what is decoded. */
static PyUnicode *long_line(PyText *t, int64_t limit)
{
    UniBuilder b = {0};
    bool ended = limit == 0;

    while (!ended) {
        int64_t start = t->used, end, n;
        PyUnicode *u = t->chars;

        if (start == u->length) {
            int more = read_chunk(t);

            if (more < 0)
                return NULL;
            if (more)
                continue;
            text_set_chars(t, unicode_empty());
            t->snapshot = NULL;
            break;
        }
        if (t->newline == NEWLINE_crlf && b.length > 0 &&
            unicode_at(b.text, b.length - 1) == '\r' &&
            unicode_at(u, start) == '\n')
            end = start + 1;
        else
            end = newline_find(u, start, u->length, t->newline);
        ended = end >= 0;
        n = (ended ? end : u->length) - start;
        if (limit >= 0 && n >= limit - b.length) {
            n = limit - b.length;
            ended = true;
        }
        if (ub_add(&b, u, start, start + n) < 0)
            return NULL;
        t->used = start + n;
    }
    return ub_finish(&b);
}

static PyUnicode *read_line(PyText *t, int64_t limit)
{
    PyUnicode *u = t->chars;
    int64_t start = t->used, end;

    if (t->pending.length && text_write_pending(t) < 0)
        return NULL;
    end = newline_find(u, start, u->length, t->newline);
    if (end < 0 || limit >= 0)
        return long_line(t, limit);
    t->used = end;
    return unicode_slice(u, start, end);
}

/* --- writing; the guard is held ------------------------------------------- */

static int write_bytes(PyText *t, Span s)
{
    if (is_exact_buffered(t->buffer) && type_of(t->buffer) != &io_reader_type)
        return buffered_write(t->buffer, s);
    return io_call1(t->buffer, ION(write), (Value)str_from(s.data, s.length))
               ? 0
               : -1;
}

int text_write_pending(PyText *t)
{
    StrBuilder b = t->pending;
    int status;

    if (b.length == 0)
        return 0;
    /* What the buffer calls may write again. */
    t->pending = (StrBuilder){0};
    status = write_bytes(t, (Span){b.text->data, b.length});
    if (!t->pending.text) {
        b.length = 0;
        t->pending = b;
    }
    return status;
}

static PyStr *encode(PyText *t, PyUnicode *u)
{
    Value v;

    switch (t->codec) {
    case TEXT_utf8:
        return encode_utf8(u);
    case TEXT_ascii:
        return encode_ascii(u, t->errors_text);
    case TEXT_latin1:
        return encode_latin1(u, t->errors_text);
    default:
        v = io_call1(t->encoder, ION(encode), (Value)u);
        if (v && !is_str(v))
            return err_format(&exc_TypeError,
                              "encoder should return a bytes object, not "
                              "'%.200s'",
                              type_name_of(v));
        return (PyStr *)v;
    }
}

static bool has_newline(PyUnicode *u)
{
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (c == '\n' || c == '\r')
            return true;
    }
    return false;
}

static int add_pending(PyText *t, PyUnicode *u)
{
    PyStr *data;

    if (u->is_ascii && t->codec != TEXT_object)
        return sb_add(&t->pending, u->data, u->length);
    data = encode(t, u);
    return data ? sb_add(&t->pending, data->data, data->length) : -1;
}

static int write_text(PyText *t, PyUnicode *u)
{
    bool flush = t->line_buffering && has_newline(u);

    if (t->newline > NEWLINE_lf && !(u = newlines_expand(u, t->newline)))
        return -1;
    if (add_pending(t, u) < 0)
        return -1;
    if ((flush || t->pending.length > t->chunk_size) &&
        text_write_pending(t) < 0)
        return -1;
    if (flush && !io_call(t->buffer, ION(flush)))
        return -1;
    if (t->snapshot) {
        t->snapshot = NULL;
        text_set_chars(t, unicode_empty());
    }
    return t->reads ? text_reset_decoder(t) : 0;
}

int text_reset_encoder(PyText *t, bool at_start)
{
    Value done;

    if (!t->writes || t->codec != TEXT_object)
        return 0;
    if (at_start)
        return io_call(t->encoder, ION(reset)) ? 0 : -1;
    done = io_call1(t->encoder, ION(setstate), tag_int(0));
    if (!done && !err_matches(&exc_AttributeError) &&
        !err_matches(&exc_NotImplementedError))
        return -1;
    err_clear();
    return 0;
}

/* --- methods -------------------------------------------------------------- */

static Value t_read(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = NULL;
    int64_t n;

    if (!check_ready(SELF) || !io_size(args, nargs, 0, &n) ||
        !text_check_open(SELF))
        return NULL;
    if (!SELF->reads)
        return err_format(&exc_IOError, "not readable");
    if (!text_enter(SELF))
        return NULL;
    if (text_write_pending(SELF) == 0)
        u = n < 0 ? read_all(SELF) : read_n(SELF, n);
    text_leave(SELF);
    return (Value)u;
}

static PyUnicode *line(Value self, int64_t limit)
{
    PyUnicode *u;

    if (!text_enter(SELF))
        return NULL;
    u = read_line(SELF, limit);
    text_leave(SELF);
    return u;
}

static Value t_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t limit;

    if (!check_ready(SELF) || !io_size(args, nargs, 0, &limit) ||
        !text_check_open(SELF))
        return NULL;
    return (Value)line(self, limit);
}

static Value next(Value self)
{
    PyUnicode *u;
    Value v;

    if (!text_check_open(SELF))
        return NULL;
    SELF->telling = false;
    if (type_of(self) == &io_wrapper_type) {
        u = line(self, -1);
    } else {
        v = io_call(self, ION(readline));
        if (v && !is_unicode(v))
            return err_format(
                &exc_IOError,
                "readline() should have returned an str object, not '%.200s'",
                type_name_of(v));
        u = (PyUnicode *)v;
    }
    if (!u || u->length)
        return (Value)u;
    SELF->snapshot = NULL;
    SELF->telling = SELF->seekable;
    return NULL;
}

static Value t_write(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = (PyUnicode *)args[0];
    int status;

    if (!is_unicode(args[0]))
        return check_ready(SELF)
                   ? arg_type_error("write", 1, "unicode", args[0])
                   : NULL;
    if (!text_check_open(SELF))
        return NULL;
    if (!SELF->writes)
        return err_format(&exc_IOError, "not writable");
    if (!text_enter(SELF))
        return NULL;
    status = write_text(SELF, u);
    text_leave(SELF);
    return status < 0 ? NULL : io_long(u->length);
}

Value text_flush(PyText *t)
{
    Value buffer = t->buffer;

    return buffer ? io_call(buffer, ION(flush)) : (check_ready(t), NULL);
}

static Value t_flush(Value self, const Value *args, Py_ssize nargs)
{
    int status;

    if (!text_check_open(SELF) || !text_enter(SELF))
        return NULL;
    SELF->telling = SELF->seekable;
    status = text_write_pending(SELF);
    text_leave(SELF);
    return status < 0 ? NULL : text_flush(SELF);
}

static Value t_close(Value self, const Value *args, Py_ssize nargs)
{
    Value buffer = SELF->buffer, result;
    KeptError error = {0};
    int closed;

    if (!check_ready(SELF))
        return NULL;
    closed = io_closed(buffer);
    if (closed)
        return closed < 0 ? NULL : NONE;
    if (!io_call(self, ION(flush)))
        error = io_keep_error();
    result = io_call(buffer, ION(close));
    if (!error.type || !result)
        return result;
    io_restore_error(error);
    return NULL;
}

static Value t_detach(Value self, const Value *args, Py_ssize nargs)
{
    Value buffer;

    if (!check_ready(SELF) || !io_call(self, ION(flush)) || !text_enter(SELF))
        return NULL;
    buffer = SELF->buffer;
    io_set_owned(buffer, false);
    SELF->detached = true;
    SELF->ready = false;
    SELF->buffer = NULL;
    text_leave(SELF);
    return buffer;
}

static Value buffer_of(Value self)
{
    Value buffer = SELF->buffer;

    if (buffer && SELF->ready)
        return buffer;
    check_ready(SELF);
    return NULL;
}

static Value t_truncate(Value self, const Value *args, Py_ssize nargs)
{
    Value buffer = buffer_of(self);

    if (!buffer || !io_call(self, ION(flush)))
        return NULL;
    return io_call1(buffer, ION(truncate), nargs ? args[0] : NONE);
}

#define ASK_BUFFER(name)                                                       \
    static Value t_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        Value buffer = buffer_of(self);                                        \
                                                                               \
        return buffer ? io_call(buffer, ION(name)) : NULL;                     \
    }
ASK_BUFFER(fileno)
ASK_BUFFER(isatty)
ASK_BUFFER(seekable)
ASK_BUFFER(readable)
ASK_BUFFER(writable)

/* --- attributes ----------------------------------------------------------- */

static Value repr(Value self)
{
    Value name, text, encoding;

    if (!SELF->ready && !SELF->detached)
        return check_ready(SELF) ? NONE : NULL;
    encoding = op_repr(SELF->encoding);
    name = op_getattr(self, ION(name));
    if (!encoding)
        return NULL;
    if (!name) {
        if (!err_matches(&exc_AttributeError) && !err_matches(&exc_ValueError))
            return NULL;
        err_clear();
        return (Value)str_format_c("<_io.TextIOWrapper encoding=%s>",
                                   str_data((PyStr *)encoding));
    }
    if (repr_enter(self) != 0)
        return err_pending() ? NULL
                             : err_format(&exc_RuntimeError,
                                          "reentrant call inside %s.__repr__",
                                          io_type_name(self));
    text = op_repr(name);
    repr_leave(self);
    return text ? (Value)str_format_c("<_io.TextIOWrapper name=%s encoding=%s>",
                                      str_data((PyStr *)text),
                                      str_data((PyStr *)encoding))
                : NULL;
}

static Value or_none(Value v)
{
    return v ? v : NONE;
}

static Value get_buffer(Value self)
{
    return or_none(SELF->buffer);
}

static Value get_encoding(Value self)
{
    return or_none(SELF->encoding);
}

static Value get_errors(Value self)
{
    return SELF->errors || check_ready(SELF) ? or_none(SELF->errors) : NULL;
}

static Value get_line_buffering(Value self)
{
    return value_from_bool(SELF->line_buffering);
}

static Value get_newlines(Value self)
{
    Value names;

    if (!check_ready(SELF))
        return NULL;
    if (!SELF->reads)
        return NONE;
    if (SELF->newline <= NEWLINE_universal)
        return newlines_names(&SELF->newlines);
    if (SELF->codec != TEXT_object)
        return NONE;
    names = op_getattr_or_null(SELF->decoder, ION(newlines));
    return names || err_pending() ? names : NONE;
}

static Value get_name(Value self)
{
    Value buffer = buffer_of(self);

    return buffer ? op_getattr(buffer, ION(name)) : NULL;
}

static Value get_closed(Value self)
{
    Value buffer = buffer_of(self);

    return buffer ? op_getattr(buffer, ION(closed)) : NULL;
}

static Value get_chunk_size(Value self)
{
    return check_ready(SELF) ? io_long(SELF->chunk_size) : NULL;
}

static int set_chunk_size(Value self, Value v)
{
    int64_t n;

    if (!v) {
        err_format(&exc_AttributeError, "cannot delete attribute");
        return -1;
    }
    if (!check_ready(SELF) || !io_offset(v, &n))
        return -1;
    if (n <= 0) {
        err_format(&exc_ValueError, "a strictly positive integer is required");
        return -1;
    }
    SELF->chunk_size = n;
    return 0;
}

/* --- making --------------------------------------------------------------- */

/* That of the user's locale, as locale.getpreferredencoding() finds it. */
static PyStr *default_encoding(void)
{
    locale_t user = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    const char *name = user ? nl_langinfo_l(CODESET, user) : "";
    PyStr *s = str_from_c(*name ? name : "ascii");

    if (user)
        freelocale(user);
    return s;
}

static TextCodec known_codec(const char *name)
{
    static const struct {
        const char *name;
        TextCodec codec;
    } known[] = {{"utf-8", TEXT_utf8},        {"utf8", TEXT_utf8},
                 {"utf_8", TEXT_utf8},        {"ascii", TEXT_ascii},
                 {"us-ascii", TEXT_ascii},    {"ansi_x3.4-1968", TEXT_ascii},
                 {"latin-1", TEXT_latin1},    {"latin1", TEXT_latin1},
                 {"iso-8859-1", TEXT_latin1}, {"iso8859-1", TEXT_latin1},
                 {"latin_1", TEXT_latin1},    {NULL, TEXT_object}};
    int i = 0;

    while (known[i].name && strcasecmp(known[i].name, name))
        i++;
    return known[i].codec;
}

/* Makes the objects that decode and encode, or finds that none are needed. */
static int set_codec(PyText *t)
{
    PyStr *encoding = (PyStr *)t->encoding;
    Value info;

    t->codec = known_codec(encoding->data);
    if (t->codec != TEXT_object)
        return 0;
    info = codec_lookup(encoding);
    if (!info)
        return -1;
    if (t->reads &&
        !(t->decoder = io_call1(info, ION(incrementaldecoder), t->errors)))
        return -1;
    if (t->writes &&
        !(t->encoder = io_call1(info, ION(incrementalencoder), t->errors)))
        return -1;
    return 0;
}

/* An encoding or errors argument as a str; NULL: TypeError. */
static PyStr *text_argument(Value v, int position)
{
    if (is_unicode(v))
        return unicode_as_str((PyUnicode *)v);
    if (is_str(v))
        return (PyStr *)v;
    return arg_type_error("fileio", position, "string or None", v);
}

static bool set_arguments(PyText *t, Value encoding, Value errors,
                          Value newline)
{
    PyStr *s = encoding && encoding != NONE ? text_argument(encoding, 2)
                                            : default_encoding();
    PyStr *e = errors && errors != NONE ? text_argument(errors, 3)
                                        : str_from_c("strict");

    if (!s || !e)
        return false;
    t->newline = newline_kind(newline, "fileio()", 4);
    t->encoding = (Value)s;
    t->errors = (Value)e;
    t->errors_text = e->data;
    return t->newline != NEWLINE_error;
}

static void start_anew(PyText *t)
{
    t->decoder = t->encoder = NULL;
    t->held = t->snapshot = NULL;
    t->pending = (StrBuilder){0};
    t->newlines = (Newlines){.translate = t->newline == NEWLINE_none};
    t->chunk_size = IO_BUFFER_SIZE;
    text_set_chars(t, unicode_empty());
}

/* What the buffer can do; -1 */
static int ask_buffer(PyText *t, Value buffer)
{
    int reads = io_ask(buffer, ION(readable));
    int writes = reads < 0 ? -1 : io_ask(buffer, ION(writable));
    Value read1;

    if (writes < 0)
        return -1;
    t->reads = reads;
    t->writes = writes;
    read1 = op_getattr_or_null(buffer, ION(read1));
    if (!read1 && err_pending())
        return -1;
    t->has_read1 = read1 != NULL;
    return 0;
}

/* In the middle of a file no byte order mark is written. */
static int skip_mark(PyText *t)
{
    Value at;
    int moved;

    if (!t->seekable || !t->writes)
        return 0;
    at = io_call(t->buffer, ION(tell));
    moved = at ? op_compare_bool(CMP_ne, at, tag_int(0)) : -1;
    return moved > 0 ? text_reset_encoder(t, false) : moved;
}

static int start(PyText *t, Value buffer)
{
    int seekable;

    start_anew(t);
    if (ask_buffer(t, buffer) < 0 || set_codec(t) < 0)
        return -1;
    t->buffer = buffer;
    io_set_owned(buffer, true);
    seekable = io_ask(buffer, ION(seekable));
    if (seekable < 0)
        return -1;
    t->seekable = t->telling = seekable;
    if (skip_mark(t) < 0)
        return -1;
    t->ready = true;
    return 0;
}

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"buffer", "encoding", "errors",
                                        "newline", "line_buffering"};
    int64_t line_buffering = 0;
    Value given[5];
    int status;

    SELF->ready = SELF->detached = false;
    if (args_parse("fileio", args, nargs, kwnames, names, 1, 5, given) < 0 ||
        (given[4] && !io_int(given[4], &line_buffering)))
        return -1;
    if (guard_is_mine(&SELF->guard)) {
        err_format(&exc_RuntimeError, "reentrant call of __init__");
        return -1;
    }
    guard_enter(&SELF->guard);
    SELF->line_buffering = line_buffering != 0;
    status = set_arguments(SELF, given[1], given[2], given[3])
                 ? start(SELF, given[0])
                 : -1;
    guard_leave(&SELF->guard);
    return status;
}

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    return io_new_writer(type);
}

static const NativeDef methods[] = {{"detach", t_detach, 0, 0, ARITY_none},
                                    {"write", t_write, 1, 1, ARITY_parse},
                                    {"read", t_read, 0, 1, ARITY_parse},
                                    {"readline", t_readline, 0, 1, ARITY_parse},
                                    {"flush", t_flush, 0, 0, ARITY_none},
                                    {"close", t_close, 0, 0, ARITY_none},
                                    {"fileno", t_fileno, 0, 0, ARITY_none},
                                    {"seekable", t_seekable, 0, 0, ARITY_none},
                                    {"readable", t_readable, 0, 0, ARITY_none},
                                    {"writable", t_writable, 0, 0, ARITY_none},
                                    {"isatty", t_isatty, 0, 0, ARITY_none},
                                    {"seek", text_seek, 1, 2, ARITY_parse},
                                    {"tell", text_tell, 0, 0, ARITY_none},
                                    {"truncate", t_truncate, 0, 1, ARITY_parse},
                                    {0}};

static const GetSetDef getsets[] = {
    {"buffer", get_buffer, NULL, NULL, true},
    {"encoding", get_encoding, NULL, NULL, true},
    {"errors", get_errors},
    {"line_buffering", get_line_buffering, NULL, NULL, true},
    {"newlines", get_newlines},
    {"name", get_name},
    {"closed", get_closed},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size},
    {0}};

PyType io_wrapper_type = {
    .head.type = &type_type,
    .name = "_io.TextIOWrapper",
    .base = &io_text_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyText),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Text on top of a binary stream: decodes what is read, encodes what "
           "is written.",
    .methods = methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = make,
    .init = init,
    .next = next,
};
