/* Statements of SQLite: values bound to them, their rows. */
#include "_sqlite3_native.h"
#include "codecs.h"
#include "list.h"
#include "number.h"
#include "tuple.h"

#define ST ((PyStatement *)self)

static bool check_statement(Value self)
{
    if (!ST->stmt)
        err_format(&exc_ValueError, "the statement is finalised");
    return ST->stmt != NULL && sqlite_check_open(ST->database);
}

void sqlite_free_statement(PyObject *o)
{
    sqlite3_finalize(((PyStatement *)o)->stmt);
}

static Value st_finalize(Value self, const Value *args, Py_ssize nargs)
{
    sqlite3_stmt *stmt = ST->stmt;

    ST->stmt = NULL;
    if (ST->running)
        ST->doomed = stmt;
    else
        sqlite3_finalize(stmt);
    return NONE;
}

static int bind_text(sqlite3_stmt *s, int at, Span text)
{
    if (text.length > INT_MAX) {
        err_format(&exc_OverflowError, "string longer than INT_MAX bytes");
        return SQLITE_ERROR;
    }
    return sqlite3_bind_text(s, at, text.data, (int)text.length,
                             SQLITE_TRANSIENT);
}

static int bind_unicode(sqlite3_stmt *s, int at, Value v)
{
    PyStr *text = encode_utf8((PyUnicode *)v);

    return text ? bind_text(s, at, str_span((Value)text)) : SQLITE_ERROR;
}

static int bind_long(sqlite3_stmt *s, int at, Value v)
{
    int64_t i;

    if (long_fits_int64(v, &i))
        return sqlite3_bind_int64(s, at, i);
    err_format(&exc_OverflowError,
               "Python int too large to convert to SQLite INTEGER");
    return SQLITE_ERROR;
}

static int bind_value(sqlite3_stmt *s, int at, Value v)
{
    Span bytes;

    if (v == NONE)
        return sqlite3_bind_null(s, at);
    if (is_tagged_int(v) || has_type_flag(v, TYPE_INT))
        return sqlite3_bind_int64(s, at, int_value(v));
    if (has_type_flag(v, TYPE_LONG))
        return bind_long(s, at, v);
    if (has_type_flag(v, TYPE_FLOAT))
        return sqlite3_bind_double(s, at, float_value(v));
    if (is_unicode(v))
        return bind_unicode(s, at, v);
    if (is_str(v))
        return bind_text(s, at, str_span(v));
    if (type_of(v) != &buffer_type || !value_bytes_or_null(v, &bytes))
        return -1;
    if (bytes.length > INT_MAX) {
        err_format(&exc_OverflowError, "BLOB longer than INT_MAX bytes");
        return SQLITE_ERROR;
    }
    return sqlite3_bind_blob(s, at, bytes.data, (int)bytes.length,
                             SQLITE_TRANSIENT);
}

/* bind(place from 1, value): 0, or the code of the error; -1: not a type of
 * SQLite. */
static Value st_bind(Value self, const Value *args, Py_ssize nargs)
{
    int64_t at = value_as_c_int(args[0]);
    int code;

    if ((at == -1 && err_pending()) || !check_statement(self))
        return NULL;
    code = bind_value(ST->stmt, (int)at, args[1]);
    return err_pending() ? NULL : tag_int(code);
}

static Value st_parameters(Value self, const Value *args, Py_ssize nargs)
{
    int n = check_statement(self) ? sqlite3_bind_parameter_count(ST->stmt) : -1;
    PyTuple *t = n < 0 ? NULL : tuple_new(n);

    for (int i = 0; t && i < n; i++) {
        const char *name = sqlite3_bind_parameter_name(ST->stmt, i + 1);

        t->items[i] = name ? (Value)str_from_c(name) : NONE;
    }
    return (Value)t;
}

static bool is_ascii(Span text)
{
    unsigned char all = 0;

    for (int64_t i = 0; i < text.length; i++)
        all |= (unsigned char)text.data[i];
    return all < 128;
}

static Value undecodable(PyStatement *s, int i, const char *text)
{
    if (!err_matches(&exc_UnicodeDecodeError))
        return NULL;
    err_clear();
    return sqlite_raise(
        s->database, SQLITE_ERROR,
        str_data(str_format_c("Could not decode to UTF-8 column '%s' with text "
                              "'%s'",
                              sqlite3_column_name(s->stmt, i), text)));
}

static Value column_text(PyStatement *s, int i, Value factory)
{
    const char *text = (const char *)sqlite3_column_text(s->stmt, i);
    Span span = {text ? text : "", sqlite3_column_bytes(s->stmt, i)};
    Value v;

    if (factory == (Value)&unicode_type ||
        (factory == NONE && !is_ascii(span))) {
        v = sqlite_text(span.data, (int)span.length);
        return v ? v : undecodable(s, i, span.data);
    }
    v = (Value)str_from(span.data, span.length);
    if (!v || factory == NONE || factory == (Value)&str_type)
        return v;
    return op_call(factory, &v, 1, NULL);
}

/* A converter takes the bytes of whatever is not NULL. */
static Value column_converted(PyStatement *s, int i, Value converter)
{
    const void *data = sqlite3_column_blob(s->stmt, i);
    int n = sqlite3_column_bytes(s->stmt, i);
    Value bytes;

    if (sqlite3_column_type(s->stmt, i) == SQLITE_NULL)
        return NONE;
    bytes = (Value)str_from(data ? data : "", n);
    return bytes ? op_call(converter, &bytes, 1, NULL) : NULL;
}

static Value column(PyStatement *s, int i, Value factory, PyTuple *converters)
{
    if (converters && i < converters->length && converters->items[i] != NONE)
        return column_converted(s, i, converters->items[i]);
    switch (sqlite3_column_type(s->stmt, i)) {
    case SQLITE_NULL:
        return NONE;
    case SQLITE_INTEGER:
        return value_from_int(sqlite3_column_int64(s->stmt, i));
    case SQLITE_FLOAT:
        return value_from_double(sqlite3_column_double(s->stmt, i));
    case SQLITE_TEXT:
        return column_text(s, i, factory);
    default: {
        const void *data = sqlite3_column_blob(s->stmt, i);

        return sqlite_blob(data, sqlite3_column_bytes(s->stmt, i));
    }
    }
}

/* SQLITE_ROW, SQLITE_DONE, or -1 with the exception pending.  Functions in
 * Python run meanwhile, which may finalise the statement. */
static int step(PyStatement *s)
{
    int code;

    s->running++;
    code = sqlite3_step(s->stmt ? s->stmt : s->doomed);
    if (--s->running == 0 && s->doomed) {
        sqlite3_finalize(s->doomed);
        s->doomed = NULL;
    }
    if (err_pending())
        return -1;
    if (!s->stmt) {
        err_format(&exc_ValueError, "the statement is finalised");
        return -1;
    }
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code;
    sqlite3_reset(s->stmt);
    sqlite_fail(s->database);
    return -1;
}

/* step(): True if there is a row. */
static Value st_step(Value self, const Value *args, Py_ssize nargs)
{
    int code = check_statement(self) ? step(ST) : -1;

    return code < 0 ? NULL : value_from_bool(code == SQLITE_ROW);
}

/* Binds what needs no adapter: 1 done, 0 it does, -1 error.  eight_bit: a str
 * must be ASCII. */
static int bind_plain(sqlite3_stmt *s, int at, Value v, bool eight_bit)
{
    PyType *t = type_of(v);

    if (v != NONE && t != &int_type && t != &str_type && t != &float_type &&
        t != &unicode_type && t != &long_type)
        return 0;
    if (t == &str_type && eight_bit && !is_ascii(str_span(v)))
        return 0;
    if (bind_value(s, at, v) == SQLITE_OK)
        return 1;
    return err_pending() ? -1 : 0;
}

/* The item of a tuple or list; NULL: there is none. */
static Value parameter(Value all, int i)
{
    if (is_exact_tuple(all))
        return i < ((PyTuple *)all)->length ? ((PyTuple *)all)->items[i] : NULL;
    return list_item_or_null((PyList *)all, (uint64_t)i);
}

/* run(parameters, eight_bit): binds and steps: is there a row?  None where
 * that needs bind(): all but a tuple or list of plain values. */
static Value st_run(Value self, const Value *args, Py_ssize nargs)
{
    int n, done = 1;

    if (!check_statement(self))
        return NULL;
    n = sqlite3_bind_parameter_count(ST->stmt);
    if (!(is_exact_tuple(args[0]) && ((PyTuple *)args[0])->length == n) &&
        !(is_exact_list(args[0]) && list_len((PyList *)args[0]) == n))
        return NONE;
    sqlite3_reset(ST->stmt);
    for (int i = 0; i < n && done > 0; i++) {
        Value v = parameter(args[0], i);

        done = v ? bind_plain(ST->stmt, i + 1, v, args[1] == TRUE_VALUE) : 0;
    }
    if (done <= 0)
        return done == 0 ? NONE : NULL;
    return st_step(self, NULL, 0);
}

/* The current row. */
static Value row(Value self, Value factory, Value converters_or_none)
{
    PyTuple *converters = has_type_flag(converters_or_none, TYPE_TUPLE)
                              ? (PyTuple *)converters_or_none
                              : NULL;
    int n = sqlite3_data_count(ST->stmt);
    PyTuple *t = tuple_new(n);

    for (int i = 0; t && i < n; i++) {
        t->items[i] = column(ST, i, factory, converters);
        if (!t->items[i])
            return NULL;
        if (!ST->stmt)
            return err_format(&exc_ValueError, "the statement is finalised");
    }
    return (Value)t;
}

/* row(text factory, converters or None): the current row; a text factory of
 * None is that of OptimizedUnicode. */
static Value st_row(Value self, const Value *args, Py_ssize nargs)
{
    return check_statement(self) ? row(self, args[0], args[1]) : NULL;
}

/* next_row(text factory, converters or None): the next row, None at the
 * end. */
static Value st_next_row(Value self, const Value *args, Py_ssize nargs)
{
    int code = check_statement(self) ? step(ST) : -1;

    if (code != SQLITE_ROW)
        return code < 0 ? NULL : NONE;
    return row(self, args[0], args[1]);
}

static Value st_reset(Value self, const Value *args, Py_ssize nargs)
{
    if (ST->stmt && ST->database->db)
        sqlite3_reset(ST->stmt);
    return NONE;
}

static Value names_of(Value self, const char *(*name)(sqlite3_stmt *s, int i))
{
    int n = check_statement(self) ? sqlite3_column_count(ST->stmt) : -1;
    PyTuple *t = n < 0 ? NULL : tuple_new(n);

    for (int i = 0; t && i < n; i++) {
        const char *text = name(ST->stmt, i);

        t->items[i] = text ? (Value)str_from_c(text) : NONE;
    }
    return (Value)t;
}

static Value st_columns(Value self, const Value *args, Py_ssize nargs)
{
    return names_of(self, sqlite3_column_name);
}

static Value st_types(Value self, const Value *args, Py_ssize nargs)
{
    return names_of(self, sqlite3_column_decltype);
}

static const NativeDef statement_methods[] = {
    {"bind", st_bind, 2, 2, ARITY_parse},
    {"parameters", st_parameters, 0, 0, ARITY_none},
    {"step", st_step, 0, 0, ARITY_none},
    {"run", st_run, 2, 2, ARITY_parse},
    {"row", st_row, 2, 2, ARITY_parse},
    {"next_row", st_next_row, 2, 2, ARITY_parse},
    {"reset", st_reset, 0, 0, ARITY_none},
    {"columns", st_columns, 0, 0, ARITY_none},
    {"types", st_types, 0, 0, ARITY_none},
    {"finalize", st_finalize, 0, 0, ARITY_none},
    {0}};

PyType sqlite_statement_type = {
    .head.type = &type_type,
    .name = "_sqlite3_native.Statement",
    .base = &object_type,
    .basic_size = sizeof(PyStatement),
    .methods = statement_methods,
};
