/* Line ends: the decoder of universal newlines, and where lines end. */
#include "_io.h"
#include "codecs.h"
#include "tuple.h"

enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

/* --- finding characters --------------------------------------------------- */

/* The index of c (below 128) in u[start:end], or -1. */
static int64_t find_char(const PyUnicode *u, uint32_t c, int64_t start,
                         int64_t end)
{
    if (start >= end)
        return -1;
    if (u->kind == 1) {
        const char *p = memchr(u->data + start, (int)c, (size_t)(end - start));

        return p ? p - u->data : -1;
    }
    if (u->kind == 2) {
        const uint16_t *p = (const uint16_t *)u->data;

        for (int64_t i = start; i < end; i++)
            if (p[i] == c)
                return i;
        return -1;
    }
    for (int64_t i = start; i < end; i++)
        if (((const uint32_t *)u->data)[i] == c)
            return i;
    return -1;
}

static int64_t find_any(const PyUnicode *u, int64_t start, int64_t length)
{
    int64_t lf = find_char(u, '\n', start, length);
    int64_t cr = find_char(u, '\r', start, lf >= 0 ? lf : length);

    if (cr < 0 || cr + 1 == lf)
        return lf >= 0 ? lf + 1 : -1;
    return cr + 1;
}

int64_t newline_find(const PyUnicode *u, int64_t start, int64_t length,
                     NewlineKind kind)
{
    int64_t i = start;

    switch (kind) {
    case NEWLINE_universal:
        return find_any(u, start, length);
    case NEWLINE_cr:
        i = find_char(u, '\r', start, length);
        return i < 0 ? -1 : i + 1;
    case NEWLINE_crlf:
        while ((i = find_char(u, '\r', i, length)) >= 0) {
            if (++i < length && unicode_at(u, i) == '\n')
                return i + 1;
        }
        return -1;
    default:
        i = find_char(u, '\n', start, length);
        return i < 0 ? -1 : i + 1;
    }
}

const char *newline_text(NewlineKind kind)
{
    static const char *const texts[] = {"", "", "\n", "\r", "\r\n"};

    return texts[kind];
}

NewlineKind newline_kind(Value v, const char *function, int position)
{
    PyStr *s = (PyStr *)v;

    if (!v || v == NONE)
        return NEWLINE_none;
    if (is_unicode(v)) {
        s = encode_utf8((PyUnicode *)v);
    } else if (!is_str(v)) {
        err_format(&exc_TypeError,
                   "%s argument %d must be string or None, not %.50s", function,
                   position, type_name_of(v));
        return NEWLINE_error;
    }
    for (int k = NEWLINE_universal; s && k <= NEWLINE_crlf; k++)
        if (strcmp(s->data, newline_text(k)) == 0 &&
            (int64_t)strlen(newline_text(k)) == s->length)
            return k;
    if (s)
        err_format(&exc_ValueError, "illegal newline value: %.200s", s->data);
    return NEWLINE_error;
}

/* Every "\n" as lines of this kind end. */
PyUnicode *newlines_expand(PyUnicode *u, NewlineKind kind)
{
    const char *end = newline_text(kind);
    int64_t at = 0, found;
    UniBuilder b = {0};

    if (find_char(u, '\n', 0, u->length) < 0)
        return u;
    while ((found = find_char(u, '\n', at, u->length)) >= 0) {
        if (ub_add(&b, u, at, found) < 0 ||
            ub_add_bytes(&b, end, (int64_t)strlen(end)) < 0)
            return NULL;
        at = found + 1;
    }
    return ub_add(&b, u, at, u->length) < 0 ? NULL : ub_finish(&b);
}

/* --- universal newlines --------------------------------------------------- */

/* Notes the kinds in u, which has a "\r", and translates them. */
static PyUnicode *translate(Newlines *n, PyUnicode *u)
{
    int64_t at = 0, cr;
    UniBuilder b = {0};

    while ((cr = find_char(u, '\r', at, u->length)) >= 0) {
        bool pair = cr + 1 < u->length && unicode_at(u, cr + 1) == '\n';

        if (!(n->seen & SEEN_LF) && find_char(u, '\n', at, cr) >= 0)
            n->seen |= SEEN_LF;
        n->seen |= pair ? SEEN_CRLF : SEEN_CR;
        if (n->translate &&
            (ub_add(&b, u, at, cr) < 0 || ub_putc(&b, '\n') < 0))
            return NULL;
        at = cr + 1 + pair;
    }
    if (!(n->seen & SEEN_LF) && find_char(u, '\n', at, u->length) >= 0)
        n->seen |= SEEN_LF;
    if (!n->translate)
        return u;
    return ub_add(&b, u, at, u->length) < 0 ? NULL : ub_finish(&b);
}

PyUnicode *newlines_decode(Newlines *n, PyUnicode *u, bool final)
{
    if (n->pending_cr && (u->length > 0 || final)) {
        u = unicode_concat(unicode_char('\r'), u);
        if (!u)
            return NULL;
        n->pending_cr = false;
    }
    if (!final && u->length > 0 && unicode_at(u, u->length - 1) == '\r') {
        u = unicode_slice(u, 0, u->length - 1);
        if (!u)
            return NULL;
        n->pending_cr = true;
    }
    if (find_char(u, '\r', 0, u->length) >= 0)
        return translate(n, u);
    if (!(n->seen & SEEN_LF) && find_char(u, '\n', 0, u->length) >= 0)
        n->seen |= SEEN_LF;
    return u;
}

Value newlines_names(const Newlines *n)
{
    static const char *const names[] = {"\r", "\n", "\r\n"};
    PyTuple *t;
    int count = __builtin_popcount(n->seen), at = 0;

    if (count == 0)
        return NONE;
    t = tuple_new(count);
    for (int k = 0; t && k < 3; k++) {
        int64_t size = (int64_t)strlen(names[k]);

        if (!(n->seen & 1 << k))
            continue;
        if (count == 1)
            return (Value)unicode_from_ascii(names[k], size);
        t->items[at++] = (Value)str_from(names[k], size);
    }
    return (Value)t;
}

PyUnicode *io_decoded(Value v)
{
    if (v && !is_unicode(v))
        return err_format(&exc_TypeError,
                          "decoder should return a string result, not "
                          "'%.200s'",
                          type_name_of(v));
    return (PyUnicode *)v;
}

/* --- IncrementalNewlineDecoder -------------------------------------------- */

typedef struct PyNewlineDecoder {
    PyObject head;
    Value decoder; /* NULL before __init__ */
    Value errors;
    Newlines newlines; /* changed under head.lock */
} PyNewlineDecoder;

#define SELF ((PyNewlineDecoder *)self)

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"decoder", "translate", "errors"};
    Value given[3];
    int64_t translates;

    if (args_parse("IncrementalNewlineDecoder", args, nargs, kwnames, names, 2,
                   3, given) < 0 ||
        !io_int(given[1], &translates))
        return -1;
    SELF->decoder = given[0];
    SELF->errors = given[2] ? given[2] : (Value)unicode_from_ascii("strict", 6);
    SELF->newlines = (Newlines){.translate = translates != 0};
    return 0;
}

static bool check_init(Value self)
{
    if (!SELF->decoder)
        err_format(&exc_ValueError,
                   "IncrementalNewlineDecoder.__init__ not called");
    return SELF->decoder != NULL;
}

static Value decode(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    static const char *const names[] = {"input", "final"};
    Value given[2], text;
    PyUnicode *u;
    int final;

    if (args_parse("IncrementalNewlineDecoder", args, nargs, kwnames, names, 1,
                   2, given) < 0 ||
        !check_init(self))
        return NULL;
    final = given[1] ? op_is_true(given[1]) : 0;
    if (final < 0)
        return NULL;
    text = SELF->decoder == NONE ? given[0]
                                 : io_call2(SELF->decoder, ION(decode),
                                            given[0], value_from_bool(final));
    u = io_decoded(text);
    if (!u)
        return NULL;
    lock_acquire(&SELF->head.lock);
    u = newlines_decode(&SELF->newlines, u, final);
    lock_release(&SELF->head.lock);
    return (Value)u;
}

static Value getstate(Value self, const Value *args, Py_ssize nargs)
{
    Value state, data = (Value)str_empty(), flags = tag_int(0);

    if (!check_init(self))
        return NULL;
    if (SELF->decoder != NONE) {
        state = io_call(SELF->decoder, ION(getstate));
        if (!state)
            return NULL;
        if (!has_type_flag(state, TYPE_TUPLE) ||
            ((PyTuple *)state)->length != 2)
            return err_format(&exc_TypeError, "illegal decoder state");
        data = ((PyTuple *)state)->items[0];
        flags = ((PyTuple *)state)->items[1];
    }
    flags = op_binary(BIN_lshift, flags, tag_int(1));
    if (flags)
        flags = op_binary(BIN_or, flags, tag_int(SELF->newlines.pending_cr));
    if (flags && has_type_flag(flags, TYPE_INT))
        flags = io_long(int_value(flags));
    return flags ? (Value)tuple_pack(2, data, flags) : NULL;
}

static Value setstate(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *state = (PyTuple *)args[0];
    Value rest, bit;
    int odd;

    if (!check_init(self))
        return NULL;
    if (!has_type_flag(args[0], TYPE_TUPLE) || state->length != 2)
        return err_format(&exc_TypeError,
                          "argument must be 2-item sequence, not %.50s",
                          type_name_of(args[0]));
    bit = op_binary(BIN_and, state->items[1], tag_int(1));
    rest = bit ? op_binary(BIN_rshift, state->items[1], tag_int(1)) : NULL;
    odd = rest ? op_is_true(bit) : -1;
    if (odd < 0)
        return NULL;
    SELF->newlines.pending_cr = odd;
    if (SELF->decoder == NONE)
        return NONE;
    return io_call1(SELF->decoder, ION(setstate),
                    (Value)tuple_pack(2, state->items[0], rest));
}

static Value reset(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_init(self))
        return NULL;
    SELF->newlines.seen = 0;
    SELF->newlines.pending_cr = false;
    return SELF->decoder == NONE ? NONE : io_call(SELF->decoder, ION(reset));
}

static Value get_newlines(Value self)
{
    return check_init(self) ? newlines_names(&SELF->newlines) : NULL;
}

static const NativeDef methods[] = {{"decode", decode, 0, -1, ARITY_kw},
                                    {"getstate", getstate, 0, 0, ARITY_none},
                                    {"setstate", setstate, 1, 1, ARITY_one},
                                    {"reset", reset, 0, 0, ARITY_none},
                                    {0}};

static const GetSetDef getsets[] = {{"newlines", get_newlines}, {0}};

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    return instance_new(type);
}

PyType io_newline_decoder_type = {
    .head.type = &type_type,
    .name = "_io.IncrementalNewlineDecoder",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyNewlineDecoder),
    .doc = "Makes one \\n of each end of line in text from a decoder, and "
           "remembers which\n"
           "ends it saw.",
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init,
};
