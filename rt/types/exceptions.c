/* The exception classes: one table row each in core/exceptions.def, one
 * layout with its init, str and members here.
 *
 * Invariant: args is a tuple from new_instance on.  `message` is what
 * BaseException keeps for the deprecated attribute: the only argument. */
#include <stdio.h>

#include "exceptions.h"
#include "errors.h"
#include "instance.h"
#include "names.h"
#include "str.h"
#include "unicode.h"

#include "methods_declare.h"
#include "exception_methods.def"
#include "methods_end.h"

/* --- BaseException ----------------------------------------------------------
 */

static PyException *base_of(Value v)
{
    return (PyException *)v;
}

static PyTuple *tuple_from(const Value *items, Py_ssize n)
{
    PyTuple *t = tuple_new(n);

    for (Py_ssize i = 0; t && i < n; i++)
        tuple_init_item(t, i, items[i]);
    return t;
}

Value exception_bare(PyType *type)
{
    PyException *e = type->flags & TYPE_HEAP ? instance_new(type)
                                             : gc_new(type, type->basic_size);

    if (!e)
        return NULL;
    e->message = (Value)str_empty();
    e->args = tuple_new(0); /* init sets them */
    return e->args ? (Value)e : NULL;
}

static Value base_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return exception_bare(type);
}

static int base_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    PyException *e = base_of(self);

    if (kwnames && kwnames->length > 0) {
        err_format(&exc_TypeError, "%.200s does not take keyword arguments",
                   type_name_of(self));
        return -1;
    }
    e->args = tuple_from(args, nargs);
    if (!e->args)
        return -1;
    if (nargs == 1)
        e->message = args[0];
    return 0;
}

bool exception_is_plain(const PyType *cls)
{
    return cls->new_instance == base_new && cls->init == base_init &&
           !(cls->flags & (TYPE_HAS_DEL | TYPE_ABSTRACT));
}

bool exception_has_plain_new(const PyType *cls)
{
    return cls->new_instance == base_new;
}

Value exception_make(PyType *cls, Value value)
{
    PyException *e = base_of(exception_bare(cls));

    if (!e || value == NONE)
        return (Value)e;
    e->args = has_type_flag(value, TYPE_TUPLE) ? (PyTuple *)value
                                               : tuple_from(&value, 1);
    if (e->args && e->args->length == 1)
        e->message = e->args->items[0];
    return e->args ? (Value)e : NULL;
}

Value exception_new(PyType *cls, PyTuple *args)
{
    return op_call((Value)cls, args->items, args->length, NULL);
}

static Value base_str(Value self)
{
    PyTuple *args = base_of(self)->args;

    if (args->length == 0)
        return (Value)str_empty();
    return op_str(args->length == 1 ? args->items[0] : (Value)args);
}

static Value base_repr(Value self)
{
    const char *name = type_visible(type_of(self))->name;
    const char *dot = strrchr(name, '.');
    Value args = op_repr((Value)base_of(self)->args);

    if (!args)
        return NULL;
    return (Value)str_format_c("%s%s", dot ? dot + 1 : name,
                               str_data((PyStr *)args));
}

/* unicode(e): through __str__ where a subclass has its own. */
static Value exception_unicode(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *t = base_of(self)->args;

    if (type_of(self)->str != base_str) {
        Value s = type_of(self)->str(self);

        return s ? op_unicode(s) : NULL;
    }
    if (t->length == 0)
        return (Value)unicode_empty();
    return op_unicode(t->length == 1 ? t->items[0] : (Value)t);
}

/* (class, args) and the dict if it holds anything. */
static Value reduce_with(Value self, PyTuple *args)
{
    PyDict *dict = instance_dict_or_null(self);
    Value cls = (Value)type_visible(type_of(self));

    if (!dict && base_of(self)->dict)
        dict = base_of(self)->dict;
    if (!dict && type_of(self)->slot_map)
        dict = instance_dict(self);
    if (dict && dict_length(dict) > 0)
        return (Value)tuple_pack(3, cls, (Value)args, (Value)dict);
    return (Value)tuple_pack(2, cls, (Value)args);
}

static Value environment_reduce(Value self)
{
    PyEnvironmentError *e = (PyEnvironmentError *)self;
    PyTuple *args = e->base.args;

    if (args->length == 2 && e->filename) {
        args = tuple_pack(3, args->items[0], args->items[1], e->filename);
        if (!args)
            return NULL;
    }
    return reduce_with(self, args);
}

static Value exception_reduce(Value self, const Value *args, Py_ssize nargs)
{
    if (type_is_subtype(type_of(self), &exc_EnvironmentError))
        return environment_reduce(self);
    return reduce_with(self, base_of(self)->args);
}

static Value exception_setstate(Value self, const Value *args, Py_ssize nargs)
{
    Py_ssize pos = 0;
    Value key, value;

    if (args[0] == NONE)
        return NONE;
    if (!has_type_flag(args[0], TYPE_DICT))
        return err_format(&exc_TypeError, "state is not a dictionary");
    while (dict_next((PyDict *)args[0], &pos, &key, &value)) {
        if (!has_type_flag(key, TYPE_STR))
            return err_format(&exc_TypeError,
                              "attribute name must be string, not '%.200s'",
                              type_name_of(key));
        if (op_setattr(self, (PyStr *)key, value) < 0)
            return NULL;
    }
    return NONE;
}

static Value base_seq_item(Value self, Py_ssize i)
{
    return op_getitem((Value)base_of(self)->args, value_from_int(i));
}

static Value base_getslice(Value self, Py_ssize i, Py_ssize j)
{
    return op_getslice((Value)base_of(self)->args, value_from_int(i),
                       value_from_int(j));
}

static Value get_dict(Value self)
{
    return (Value)instance_dict(self);
}

static int set_dict(Value self, Value v)
{
    if (!v) {
        err_format(&exc_TypeError, "__dict__ may not be deleted");
        return -1;
    }
    if (!has_type_flag(v, TYPE_DICT)) {
        err_format(&exc_TypeError, "__dict__ must be a dictionary");
        return -1;
    }
    return instance_set_dict(self, (PyDict *)v);
}

static Value get_args(Value self)
{
    return (Value)base_of(self)->args;
}

static int set_args(Value self, Value v)
{
    PyTuple *t;

    if (!v) {
        err_format(&exc_TypeError, "args may not be deleted");
        return -1;
    }
    t = op_tuple(v);
    if (!t)
        return -1;
    base_of(self)->args = t;
    return 0;
}

static Value get_message(Value self)
{
    Value v = instance_get_or_null(self, NAME(message));

    if (v)
        return v;
    if (!base_of(self)->message)
        return err_format(&exc_AttributeError, "message attribute was deleted");
    if (err_warn(&exc_DeprecationWarning,
                 "BaseException.message has been deprecated as of Python 2.6",
                 1) < 0)
        return NULL;
    return base_of(self)->message;
}

static int set_message(Value self, Value v)
{
    if (v)
        return instance_set(self, NAME(message), v) < 0 ? -1 : 0;
    if (instance_delete(self, NAME(message)) < 0)
        return -1;
    base_of(self)->message = NULL;
    return 0;
}

static const GetSetDef base_getsets[] = {
    {"__dict__", get_dict, set_dict, NULL},
    {"args", get_args, set_args, NULL},
    {"message", get_message, set_message, NULL},
    {0}};

static const NativeDef base_methods[] = {
#include "methods_table.h"
#include "exception_methods.def"
#include "methods_end.h"
    {0}};

/* --- members
 * ------------------------------------------------------------------ */

/* A field of any value that reads as None while unset. */
#define MEMBER(type, field)                                                    \
    static Value type##_get_##field(Value self)                                \
    {                                                                          \
        Value v = ((type *)self)->field;                                       \
        return v ? v : NONE;                                                   \
    }                                                                          \
    static int type##_set_##field(Value self, Value v)                         \
    {                                                                          \
        ((type *)self)->field = v;                                             \
        return 0;                                                              \
    }
#define MEMBER_ROW(type, name, field, doc)                                     \
    {name, type##_get_##field, type##_set_##field, doc, true}

MEMBER(PySystemExit, code)
MEMBER(PyEnvironmentError, number)
MEMBER(PyEnvironmentError, text)
MEMBER(PyEnvironmentError, filename)
MEMBER(PySyntaxError, msg)
MEMBER(PySyntaxError, filename)
MEMBER(PySyntaxError, lineno)
MEMBER(PySyntaxError, offset)
MEMBER(PySyntaxError, text)
MEMBER(PySyntaxError, print_file_and_line)
MEMBER(PyUnicodeError, encoding)
MEMBER(PyUnicodeError, object)
MEMBER(PyUnicodeError, reason)

static int set_position(int64_t *field, Value v)
{
    int64_t i;

    if (!v) {
        err_format(&exc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    i = value_as_int64(v);
    if (i == -1 && err_pending())
        return -1;
    *field = i;
    return 0;
}

static Value PyUnicodeError_get_start(Value self)
{
    return value_from_int(((PyUnicodeError *)self)->start);
}

static int PyUnicodeError_set_start(Value self, Value v)
{
    return set_position(&((PyUnicodeError *)self)->start, v);
}

static Value PyUnicodeError_get_end(Value self)
{
    return value_from_int(((PyUnicodeError *)self)->end);
}

static int PyUnicodeError_set_end(Value self, Value v)
{
    return set_position(&((PyUnicodeError *)self)->end, v);
}

/* --- SystemExit
 * ------------------------------------------------------------------ */

static int system_exit_init(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    if (base_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs > 0)
        ((PySystemExit *)self)->code =
            nargs == 1 ? args[0] : (Value)base_of(self)->args;
    return 0;
}

static const GetSetDef system_exit_getsets[] = {
    MEMBER_ROW(PySystemExit, "code", code, "exception code"), {0}};

/* --- EnvironmentError
 * --------------------------------------------------------------- */

static int environment_init(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    PyEnvironmentError *e = (PyEnvironmentError *)self;

    if (base_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs < 2 || nargs > 3)
        return 0;
    e->number = args[0];
    e->text = args[1];
    if (nargs == 3) {
        e->filename = args[2];
        e->base.args = tuple_from(args, 2);
    }
    return e->base.args ? 0 : -1;
}

static Value environment_str(Value self)
{
    PyEnvironmentError *e = (PyEnvironmentError *)self;
    Value number, text, name;

    if (!e->filename && !(e->number && e->text))
        return base_str(self);
    number = op_str(e->number ? e->number : NONE);
    text = number ? op_str(e->text ? e->text : NONE) : NULL;
    if (!text)
        return NULL;
    if (!e->filename)
        return (Value)str_format_c("[Errno %s] %s", str_data((PyStr *)number),
                                   str_data((PyStr *)text));
    name = op_repr(e->filename);
    if (!name)
        return NULL;
    return (Value)str_format_c("[Errno %s] %s: %s", str_data((PyStr *)number),
                               str_data((PyStr *)text),
                               str_data((PyStr *)name));
}

static const GetSetDef environment_getsets[] = {
    MEMBER_ROW(PyEnvironmentError, "errno", number, "exception errno"),
    MEMBER_ROW(PyEnvironmentError, "strerror", text, "exception strerror"),
    MEMBER_ROW(PyEnvironmentError, "filename", filename, "exception filename"),
    {0}};

/* --- SyntaxError
 * ------------------------------------------------------------------------ */

static int syntax_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    PySyntaxError *e = (PySyntaxError *)self;
    PyTuple *info;

    if (base_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs >= 1)
        e->msg = args[0];
    if (nargs != 2)
        return 0;
    info = op_tuple(args[1]);
    if (!info)
        return -1;
    if (info->length != 4) {
        err_format(&exc_IndexError, "tuple index out of range");
        return -1;
    }
    e->filename = info->items[0];
    e->lineno = info->items[1];
    e->offset = info->items[2];
    e->text = info->items[3];
    return 0;
}

static Value syntax_str(Value self)
{
    PySyntaxError *e = (PySyntaxError *)self;
    Value text = op_str(e->msg ? e->msg : NONE);
    bool has_file = e->filename && has_type_flag(e->filename, TYPE_STR);
    bool has_line = e->lineno && has_type_flag(e->lineno, TYPE_INT);
    const char *file = has_file ? str_data((PyStr *)e->filename) : "";
    const char *slash = strrchr(file, '/');
    long line = has_line ? int_value(e->lineno) : 0;

    if (!text || (!has_file && !has_line))
        return text;
    file = slash ? slash + 1 : file;
    if (has_file && has_line)
        return (Value)str_format_c("%s (%s, line %ld)", str_data((PyStr *)text),
                                   file, line);
    if (has_file)
        return (Value)str_format_c("%s (%s)", str_data((PyStr *)text), file);
    return (Value)str_format_c("%s (line %ld)", str_data((PyStr *)text), line);
}

static const GetSetDef syntax_getsets[] = {
    MEMBER_ROW(PySyntaxError, "msg", msg, "exception msg"),
    MEMBER_ROW(PySyntaxError, "filename", filename, "exception filename"),
    MEMBER_ROW(PySyntaxError, "lineno", lineno, "exception lineno"),
    MEMBER_ROW(PySyntaxError, "offset", offset, "exception offset"),
    MEMBER_ROW(PySyntaxError, "text", text, "exception text"),
    MEMBER_ROW(PySyntaxError, "print_file_and_line", print_file_and_line,
               "exception print_file_and_line"),
    {0}};

/* --- Unicode*Error
 * -------------------------------------------------------------------------- */

static bool wants_type(const Value *args, int i, PyType *type)
{
    if (type_is_subtype(type_of(args[i]), type))
        return true;
    err_format(&exc_TypeError, "argument %d must be %s, not %.50s", i + 1,
               type->name, args[i] == NONE ? "None" : type_name_of(args[i]));
    return false;
}

/* The "n" format of argument parsing. */
static bool wants_position(Value v, int64_t *out)
{
    if (has_type_flag(v, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "integer argument expected, got float");
        return false;
    }
    *out = value_as_int64(v);
    return !(*out == -1 && err_pending());
}

/* args from position `i`: object of object_type, start, end, reason. */
static int unicode_fields(Value self, const Value *args, int i,
                          PyType *object_type)
{
    PyUnicodeError *e = (PyUnicodeError *)self;

    e->object = e->reason = NULL;
    if (!wants_type(args, i, object_type) ||
        !wants_position(args[i + 1], &e->start) ||
        !wants_position(args[i + 2], &e->end) ||
        !wants_type(args, i + 3, &str_type))
        return -1;
    e->object = args[i];
    e->reason = args[i + 3];
    return 0;
}

static int unicode_arity(Py_ssize nargs, int wanted)
{
    if (nargs == wanted)
        return 0;
    err_format(&exc_TypeError, "function takes exactly %d arguments (%d given)",
               wanted, (int)nargs);
    return -1;
}

static int codec_error_init(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames, PyType *object_type)
{
    PyUnicodeError *e = (PyUnicodeError *)self;

    if (base_init(self, args, nargs, kwnames) < 0)
        return -1;
    e->encoding = NULL;
    if (unicode_arity(nargs, 5) < 0 || !wants_type(args, 0, &str_type) ||
        unicode_fields(self, args, 1, object_type) < 0)
        return -1;
    e->encoding = args[0];
    return 0;
}

static int unicode_encode_init(Value self, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    return codec_error_init(self, args, nargs, kwnames, &unicode_type);
}

static int unicode_decode_init(Value self, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    return codec_error_init(self, args, nargs, kwnames, &str_type);
}

static int unicode_translate_init(Value self, const Value *args, Py_ssize nargs,
                                  PyTuple *kwnames)
{
    if (base_init(self, args, nargs, kwnames) < 0 ||
        unicode_arity(nargs, 4) < 0)
        return -1;
    return unicode_fields(self, args, 0, &unicode_type);
}

static void escape_char(char *out, size_t size, uint32_t c)
{
    snprintf(out, size,
             c <= 0xff     ? "\\x%02x"
             : c <= 0xffff ? "\\u%04x"
                           : "\\U%08x",
             c);
}

/* The strs of encoding and reason; false with an exception. */
static bool error_texts(PyUnicodeError *e, Value *encoding, Value *reason)
{
    *encoding = e->encoding ? op_str(e->encoding) : NULL;
    if (e->encoding && !*encoding)
        return false;
    *reason = op_str(e->reason ? e->reason : NONE);
    return *reason != NULL;
}

static bool one_char(PyUnicodeError *e, char *out, size_t size)
{
    PyUnicode *u = (PyUnicode *)e->object;

    if (!is_unicode(e->object) || e->start < 0 || e->start >= u->length ||
        e->end != e->start + 1)
        return false;
    escape_char(out, size, unicode_at(u, e->start));
    return true;
}

static Value unicode_encode_str(Value self)
{
    PyUnicodeError *e = (PyUnicodeError *)self;
    Value encoding, reason;
    char escaped[16];

    if (!e->object)
        return (Value)str_empty();
    if (!error_texts(e, &encoding, &reason))
        return NULL;
    if (one_char(e, escaped, sizeof escaped))
        return (Value)str_format_c(
            "'%.400s' codec can't encode character u'%s' in position %ld: "
            "%.400s",
            encoding ? str_data((PyStr *)encoding) : "", escaped, e->start,
            str_data((PyStr *)reason));
    return (Value)str_format_c(
        "'%.400s' codec can't encode characters in position %ld-%ld: %.400s",
        encoding ? str_data((PyStr *)encoding) : "", e->start, e->end - 1,
        str_data((PyStr *)reason));
}

static Value unicode_decode_str(Value self)
{
    PyUnicodeError *e = (PyUnicodeError *)self;
    Value encoding, reason;

    if (!e->object)
        return (Value)str_empty();
    if (!error_texts(e, &encoding, &reason))
        return NULL;
    if (is_str(e->object) && e->start >= 0 &&
        e->start < str_length((PyStr *)e->object) && e->end == e->start + 1)
        return (Value)str_format_c(
            "'%.400s' codec can't decode byte 0x%02x in position %ld: %.400s",
            encoding ? str_data((PyStr *)encoding) : "",
            (unsigned char)str_data((PyStr *)e->object)[e->start], e->start,
            str_data((PyStr *)reason));
    return (Value)str_format_c(
        "'%.400s' codec can't decode bytes in position %ld-%ld: %.400s",
        encoding ? str_data((PyStr *)encoding) : "", e->start, e->end - 1,
        str_data((PyStr *)reason));
}

static Value unicode_translate_str(Value self)
{
    PyUnicodeError *e = (PyUnicodeError *)self;
    Value encoding, reason;
    char escaped[16];

    if (!e->object)
        return (Value)str_empty();
    if (!error_texts(e, &encoding, &reason))
        return NULL;
    if (one_char(e, escaped, sizeof escaped))
        return (Value)str_format_c(
            "can't translate character u'%s' in position %ld: %.400s", escaped,
            e->start, str_data((PyStr *)reason));
    return (Value)str_format_c(
        "can't translate characters in position %ld-%ld: %.400s", e->start,
        e->end - 1, str_data((PyStr *)reason));
}

#define UNICODE_ROWS                                                           \
    MEMBER_ROW(PyUnicodeError, "object", object, "exception object"),          \
        MEMBER_ROW(PyUnicodeError, "start", start, "exception start"),         \
        MEMBER_ROW(PyUnicodeError, "end", end, "exception end"),               \
        MEMBER_ROW(PyUnicodeError, "reason", reason, "exception reason"), {0}

static const GetSetDef codec_error_getsets[] = {
    MEMBER_ROW(PyUnicodeError, "encoding", encoding, "exception encoding"),
    UNICODE_ROWS};

static const GetSetDef unicode_translate_getsets[] = {UNICODE_ROWS};

/* --- KeyError
 * ----------------------------------------------------------------------------------
 */

/* A key shows as its repr, so that '' and 'a b' are seen as such. */
static Value key_error_str(Value self)
{
    PyTuple *args = base_of(self)->args;

    return args->length == 1 ? op_repr(args->items[0]) : base_str(self);
}

/* --- the type objects
 * ------------------------------------------------------------------------------
 */

/* The parts that differ by layout. */
#define LAYOUT_base                                                            \
    .basic_size = sizeof(PyException), .init = base_init, .str = base_str
#define LAYOUT_system_exit                                                     \
    .basic_size = sizeof(PySystemExit), .init = system_exit_init,              \
    .str = base_str, .getsets = system_exit_getsets
#define LAYOUT_environment                                                     \
    .basic_size = sizeof(PyEnvironmentError), .init = environment_init,        \
    .str = environment_str, .getsets = environment_getsets
#define LAYOUT_syntax                                                          \
    .basic_size = sizeof(PySyntaxError), .init = syntax_init,                  \
    .str = syntax_str, .getsets = syntax_getsets
#define LAYOUT_unicode_encode                                                  \
    .basic_size = sizeof(PyUnicodeError), .init = unicode_encode_init,         \
    .str = unicode_encode_str, .getsets = codec_error_getsets
#define LAYOUT_unicode_decode                                                  \
    .basic_size = sizeof(PyUnicodeError), .init = unicode_decode_init,         \
    .str = unicode_decode_str, .getsets = codec_error_getsets
#define LAYOUT_unicode_translate                                               \
    .basic_size = sizeof(PyUnicodeError), .init = unicode_translate_init,      \
    .str = unicode_translate_str, .getsets = unicode_translate_getsets
#define LAYOUT_key                                                             \
    .basic_size = sizeof(PyException), .init = base_init, .str = key_error_str
#define LAYOUT_root                                                            \
    .basic_size = sizeof(PyException), .init = base_init, .str = base_str,     \
    .methods = base_methods, .getsets = base_getsets,                          \
    .seq_item = base_seq_item, .getslice = base_getslice

#define EXCEPTION_TYPE(name_, base_, layout_, doc_)                            \
    PyType exc_##name_ = {.head.type = &type_type,                             \
                          .name = "exceptions." #name_,                        \
                          .base = &exc_##base_,                                \
                          .flags =                                             \
                              TYPE_BASETYPE | TYPE_EXCEPTION | TYPE_HAS_DICT,  \
                          .dict_offset = offsetof(PyException, dict),          \
                          .doc = doc_,                                         \
                          .repr = base_repr,                                   \
                          .new_instance = base_new,                            \
                          LAYOUT_##layout_};

/* The base of BaseException is no exception. */
#define exc_object object_type
#define EXCEPTION(name, base, layout, doc)                                     \
    EXCEPTION_TYPE(name, base, layout, doc)
#include "exceptions.def"
