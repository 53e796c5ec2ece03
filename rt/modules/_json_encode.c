/* Module _json: make_encoder, which makes JSON of a value in one go; see
 * _json.h.
 *
 * The result is a list of pieces for ''.join(): of one str, unless an encoder
 * of strings or a separator gave something else. */
#include "_json.h"
#include "cargs.h"
#include "dict.h"
#include "float_text.h"
#include "function.h"
#include "list.h"
#include "names.h"
#include "number.h"
#include "thread.h"
#include "tuple.h"

#include <math.h>

typedef struct PyEncoder {
    PyObject head;
    Value markers; /* dict of the containers in progress, or None */
    Value default_function, encoder, indent, key_separator, item_separator;
    bool own_strings; /* encoder is encode_basestring_ascii */
    bool merge;       /* all is ASCII in str: pieces may be put together */
    bool indented, sort_keys, skipkeys, allow_nan;
    int64_t width;
} PyEncoder;

typedef struct Output {
    const PyEncoder *e;
    StrBuilder text; /* what is not among the pieces yet */
    PyList *pieces;
} Output;

static int put_value(Output *o, Value v, int64_t level);

/* --- pieces
 * ------------------------------------------------------------------- */

static int finish_piece(Output *o)
{
    PyStr *s;

    if (o->text.length == 0)
        return 0;
    s = sb_finish(&o->text);
    o->text = (StrBuilder){0};
    return s ? list_append(o->pieces, (Value)s) : -1;
}

static int put_text(Output *o, const char *text, int64_t length)
{
    if (sb_add(&o->text, text, length) < 0)
        return -1;
    return o->e->merge ? 0 : finish_piece(o);
}

static int put_char(Output *o, char c)
{
    return put_text(o, &c, 1);
}

static int put_object(Output *o, Value v)
{
    if (!v)
        return -1;
    if (o->e->merge && is_exact_str(v))
        return sb_add(&o->text, str_span(v).data, str_span(v).length);
    return finish_piece(o) < 0 ? -1 : list_append(o->pieces, v);
}

static int put_string(Output *o, Value s)
{
    if (!o->e->own_strings)
        return put_object(o, op_call(o->e->encoder, &s, 1, NULL));
    if (json_quote(&o->text, s) < 0)
        return -1;
    return o->e->merge ? 0 : finish_piece(o);
}

/* --- numbers
 * ------------------------------------------------------------------ */

/* The text of a float in room for FLOAT_ROOM bytes; NULL: ValueError. */
static const char *float_json(const Output *o, double d, char *room,
                              Py_ssize *length)
{
    const char *text;

    if (isfinite(d))
        return float_text_in(room, d, 'r', 0, FLOAT_ADD_DOT_0, length);
    if (!o->e->allow_nan)
        return err_format(&exc_ValueError, "Out of range float values are not "
                                           "JSON compliant");
    text = isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    *length = (Py_ssize)strlen(text);
    return text;
}

static int put_float(Output *o, double d)
{
    char room[FLOAT_ROOM];
    Py_ssize length;
    const char *text = float_json(o, d, room, &length);

    return text ? put_text(o, text, length) : -1;
}

static int put_int(Output *o, Value v)
{
    if (!is_tagged_int(v))
        return put_object(o, op_str(v));
    if (sb_add_int(&o->text, tagged_int_value(v)) < 0)
        return -1;
    return o->e->merge ? 0 : finish_piece(o);
}

/* "null", "true", "false", or NULL. */
static const char *constant_json(Value v)
{
    return v == NONE          ? "null"
           : v == TRUE_VALUE  ? "true"
           : v == FALSE_VALUE ? "false"
                              : NULL;
}

/* --- containers
 * ----------------------------------------------------------------- */

/* A line's end and the indentation of `level`. */
static int put_newline(Output *o, int64_t level)
{
    int64_t spaces;

    if (!o->e->indented)
        return 0;
    if (__builtin_mul_overflow(o->e->width, level, &spaces) ||
        spaces > INT32_MAX) {
        err_no_memory();
        return -1;
    }
    if (put_char(o, '\n') < 0 ||
        (spaces > 0 && sb_reserve(&o->text, spaces) < 0))
        return -1;
    for (; spaces > 0; spaces--)
        if (sb_putc(&o->text, ' ') < 0)
            return -1;
    return 0;
}

/* What comes between items. */
static int put_break(Output *o, int64_t level)
{
    return put_object(o, o->e->item_separator) < 0 ? -1
                                                   : put_newline(o, level + 1);
}

static Value marker_key(Value v)
{
    return int_from_uint64((uintptr_t)v);
}

static int enter(Output *o, Value v)
{
    PyDict *markers = (PyDict *)o->e->markers;
    int known;

    if (recursion_enter(" while encoding a JSON object") < 0)
        return -1;
    if (o->e->markers == NONE)
        return 0;
    known = dict_contains(markers, marker_key(v));
    if (known > 0)
        err_format(&exc_ValueError, "Circular reference detected");
    if (known == 0 && dict_set(markers, marker_key(v), v) == 0)
        return 0;
    recursion_leave();
    return -1;
}

static void leave(Output *o, Value v)
{
    Value ignored;

    recursion_leave();
    if (o->e->markers != NONE)
        dict_take((PyDict *)o->e->markers, marker_key(v), &ignored);
}

static int put_item(Output *o, Value item, bool first, int64_t level)
{
    if ((first ? put_newline(o, level + 1) : put_break(o, level)) < 0)
        return -1;
    return put_value(o, item, level + 1);
}

static int put_list(Output *o, Value v, int64_t level)
{
    bool is_list = has_type_flag(v, TYPE_LIST);
    int64_t i = 0;
    Value item;

    if (put_char(o, '[') < 0)
        return -1;
    if (is_list)
        while ((item = list_item_or_null((PyList *)v, (uint64_t)i))) {
            if (put_item(o, item, i++ == 0, level) < 0)
                return -1;
        }
    else
        for (; i < tuple_length((PyTuple *)v); i++)
            if (put_item(o, ((PyTuple *)v)->items[i], i == 0, level) < 0)
                return -1;
    if (i > 0 && put_newline(o, level) < 0)
        return -1;
    return put_char(o, ']');
}

/* A key as a string; NULL without an exception: it is to be left out. */
static Value key_string(const Output *o, Value key)
{
    const char *constant = constant_json(key);
    char room[FLOAT_ROOM];
    Py_ssize length;

    if (has_type_flag(key, TYPE_STR | TYPE_UNICODE))
        return key;
    if (constant)
        return (Value)str_from_c(constant);
    if (has_type_flag(key, TYPE_FLOAT)) {
        constant = float_json(o, float_value(key), room, &length);
        return constant ? (Value)str_from(constant, length) : NULL;
    }
    if (has_type_flag(key, TYPE_INT | TYPE_LONG))
        return op_str(key);
    if (!o->e->skipkeys)
        err_format(&exc_TypeError, "keys must be a string");
    return NULL;
}

static Value pair_key(Value self, const Value *args, Py_ssize nargs)
{
    return op_getitem(args[0], tag_int(0));
}

static const NativeDef pair_key_def = {"pair_key", pair_key, 1, 1, ARITY_one};

typedef struct Pairs {
    Value dict;
    PyList *list;
} Pairs;

static int add_pair(Value key, void *arg)
{
    Pairs *p = arg;
    Value v = op_getitem(p->dict, key);

    return v ? list_push(p->list, tuple_pair(key, v)) : -1;
}

/* All pairs, of one moment.  Subclasses are asked as CPython does: by iteration
 * over the keys, but for items() where its version in Python is at work. */
static PyList *unsorted_pairs(const Output *o, Value v)
{
    Pairs p = {v, NULL};
    Value items;

    if (is_exact_dict(v))
        return dict_items((PyDict *)v);
    if (o->e->indented || o->e->sort_keys) {
        items = op_call_method(v, NAME(items), NULL, 0);
        return items ? op_list(items) : NULL;
    }
    p.list = list_new(0);
    return op_iterate(v, add_pair, &p) < 0 ? NULL : p.list;
}

static PyList *pairs_of(const Output *o, Value v)
{
    PyList *list = unsorted_pairs(o, v);

    if (list && o->e->sort_keys &&
        list_sort(list, NULL, native_function_new(&pair_key_def, NULL, NULL),
                  false) < 0)
        return NULL;
    return list;
}

/* 1: written, 0: the key is left out. */
static int put_pair(Output *o, Value pair, bool first, int64_t level)
{
    Value parts[2], key;

    if (unpack_sequence(pair, 2, parts) < 0)
        return -1;
    key = key_string(o, parts[0]);
    if (!key)
        return err_pending() ? -1 : 0;
    if ((!first && put_break(o, level) < 0) || put_string(o, key) < 0 ||
        put_object(o, o->e->key_separator) < 0 ||
        put_value(o, parts[1], level + 1) < 0)
        return -1;
    return 1;
}

static int put_dict(Output *o, Value v, int64_t level)
{
    PyList *pairs;
    bool first = true;
    Value pair;

    if (dict_length((PyDict *)v) == 0)
        return put_text(o, "{}", 2);
    pairs = pairs_of(o, v);
    if (!pairs || put_char(o, '{') < 0 || put_newline(o, level + 1) < 0)
        return -1;
    for (int64_t i = 0; (pair = list_item_or_null(pairs, (uint64_t)i)); i++) {
        int done = put_pair(o, pair, first, level);

        if (done < 0)
            return -1;
        first &= !done;
    }
    return put_newline(o, level) < 0 ? -1 : put_char(o, '}');
}

/* What the default function makes of v. */
static int put_default(Output *o, Value v, int64_t level)
{
    Value made = op_call(o->e->default_function, &v, 1, NULL);

    return made ? put_value(o, made, level) : -1;
}

static int put_guarded(Output *o, Value v, int64_t level,
                       int (*put)(Output *o, Value v, int64_t level))
{
    int status;

    if (enter(o, v) < 0)
        return -1;
    status = put(o, v, level);
    leave(o, v);
    return status;
}

static int put_value(Output *o, Value v, int64_t level)
{
    uint32_t flags = type_of(v)->flags;
    const char *constant = constant_json(v);

    if (constant)
        return put_text(o, constant, (int64_t)strlen(constant));
    if (flags & (TYPE_STR | TYPE_UNICODE))
        return put_string(o, v);
    if (flags & (TYPE_INT | TYPE_LONG))
        return put_int(o, v);
    if (flags & TYPE_FLOAT)
        return put_float(o, float_value(v));
    if (flags & (TYPE_LIST | TYPE_TUPLE))
        return put_guarded(o, v, level, put_list);
    return put_guarded(o, v, level, flags & TYPE_DICT ? put_dict : put_default);
}

/* encoder(o, level): a list of pieces. */
static Value encoder_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"obj", "_current_indent_level"};
    Output o = {.e = (PyEncoder *)self, .pieces = list_new(1)};
    int64_t level;
    Value v[2];

    if (args_parse("_iterencode", args, nargs, kwnames, names, 2, 2, v) < 0)
        return NULL;
    level = value_as_ssize(v[1]);
    if ((level == -1 && err_pending()) || put_value(&o, v[0], level) < 0 ||
        finish_piece(&o) < 0)
        return NULL;
    return (Value)o.pieces;
}

/* --- the type
 * --------------------------------------------------------------------- */

static bool truth(Value v, bool *out)
{
    int yes = op_is_true(v);

    *out = yes > 0;
    return yes >= 0;
}

/* The width of the indentation, which must be a number. */
static bool read_indent(PyEncoder *e)
{
    e->indented = e->indent != NONE;
    if (!e->indented)
        return true;
    if (!has_type_flag(e->indent, TYPE_INT | TYPE_LONG)) {
        err_format(&exc_TypeError,
                   "can't multiply sequence by non-int of type '%.200s'",
                   type_name_of(e->indent));
        return false;
    }
    e->width = value_as_int64(e->indent);
    return e->width != -1 || !err_pending();
}

static Value encoder_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {
        "markers",        "default",   "encoder",  "indent",   "key_separator",
        "item_separator", "sort_keys", "skipkeys", "allow_nan"};
    PyEncoder *e = instance_new(type);
    Value v[9];

    if (args_parse("make_encoder", args, nargs, kwnames, names, 9, 9, v) < 0)
        return NULL;
    if (v[0] != NONE && !has_type_flag(v[0], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "make_encoder() argument 1 must be dict or None, "
                          "not %.200s",
                          type_name_of(v[0]));
    e->markers = v[0];
    e->default_function = v[1];
    e->encoder = v[2];
    e->indent = v[3];
    e->key_separator = v[4];
    e->item_separator = v[5];
    e->own_strings = json_is_ascii_encoder(v[2]);
    e->merge = e->own_strings && is_exact_str(v[4]) && is_exact_str(v[5]);
    return truth(v[6], &e->sort_keys) && truth(v[7], &e->skipkeys) &&
                   truth(v[8], &e->allow_nan) && read_indent(e)
               ? (Value)e
               : NULL;
}

PyType json_encoder_type = {
    .head.type = &type_type,
    .name = "_json.Encoder",
    .base = &object_type,
    .basic_size = sizeof(PyEncoder),
    .doc = "_iterencode(obj, _current_indent_level) -> iterable",
    .call = encoder_call,
    .new_instance = encoder_new,
};
