/* Module _sqlite3_native: databases and statements of SQLite, for _sqlite3. */
#include "_sqlite3_native.h"
#include "number.h"
#include "type.h"
#include "tuple.h"

#define DB ((PyDatabase *)self)
#define ST ((PyStatement *)self)

/* --- errors --------------------------------------------------------------- */

static void *raise_code(PyDatabase *d, int code, const char *text)
{
    Value number = tag_int(code), type;

    if (err_pending())
        return NULL;
    if (code == SQLITE_NOMEM)
        return err_no_memory();
    type = op_call(d->class_of_error, &number, 1, NULL);
    if (!type)
        return NULL;
    if (!is_type(type))
        return err_format(&exc_TypeError, "an exception class expected");
    return err_format((PyType *)type, "%s", text);
}

void *sqlite_fail(PyDatabase *d)
{
    return raise_code(d, sqlite3_errcode(d->db), sqlite3_errmsg(d->db));
}

bool sqlite_check_open(PyDatabase *d)
{
    if (!d->db)
        raise_code(d, -1, "Cannot operate on a closed database.");
    return d->db != NULL;
}

/* --- values --------------------------------------------------------------- */

static Value blob_value(const void *data, int n)
{
    Value s = (Value)str_from(data ? data : "", n);

    return s ? op_call((Value)&buffer_type, &s, 1, NULL) : NULL;
}

static Value text_value(const void *text, int n)
{
    Value s = (Value)str_from(text ? text : "", n);
    Value args[] = {(Value)str_from_c("utf-8")};

    return s ? op_call_method(s, str_intern("decode"), args, 1) : NULL;
}

Value sqlite_value(sqlite3_value *v)
{
    switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER:
        return value_from_int(sqlite3_value_int64(v));
    case SQLITE_FLOAT:
        return value_from_double(sqlite3_value_double(v));
    case SQLITE_TEXT: {
        const void *text = sqlite3_value_text(v);

        return text_value(text, sqlite3_value_bytes(v));
    }
    case SQLITE_BLOB: {
        const void *data = sqlite3_value_blob(v);

        return blob_value(data, sqlite3_value_bytes(v));
    }
    default:
        return NONE;
    }
}

/* --- statements ----------------------------------------------------------- */

static bool check_statement(Value self)
{
    if (!ST->stmt)
        err_format(&exc_ValueError, "the statement is finalised");
    return ST->stmt != NULL && sqlite_check_open(ST->database);
}

static void free_statement(PyObject *o)
{
    sqlite3_finalize(((PyStatement *)o)->stmt);
}

static Value st_finalize(Value self, const Value *args, Py_ssize nargs)
{
    sqlite3_stmt *stmt = ST->stmt;

    ST->stmt = NULL;
    sqlite3_finalize(stmt);
    return NONE;
}

static int bind_value(sqlite3_stmt *s, int at, Value v)
{
    Span bytes;

    if (v == NONE)
        return sqlite3_bind_null(s, at);
    if (is_tagged_int(v) || has_type_flag(v, TYPE_INT))
        return sqlite3_bind_int64(s, at, int_value(v));
    if (has_type_flag(v, TYPE_LONG)) {
        int64_t i;

        if (long_fits_int64(v, &i))
            return sqlite3_bind_int64(s, at, i);
        err_format(&exc_OverflowError,
                   "Python int too large to convert to SQLite INTEGER");
        return SQLITE_ERROR;
    }
    if (has_type_flag(v, TYPE_FLOAT))
        return sqlite3_bind_double(s, at, float_value(v));
    if (is_unicode(v)) {
        Value args[] = {(Value)str_from_c("utf-8")};
        Value text = op_call_method(v, str_intern("encode"), args, 1);

        if (!text)
            return SQLITE_ERROR;
        return sqlite3_bind_text(s, at, str_span(text).data,
                                 (int)str_span(text).length, SQLITE_TRANSIENT);
    }
    if (is_str(v))
        return sqlite3_bind_text(s, at, str_span(v).data,
                                 (int)str_span(v).length, SQLITE_TRANSIENT);
    if (value_bytes_or_null(v, &bytes))
        return sqlite3_bind_blob(s, at, bytes.data, (int)bytes.length,
                                 SQLITE_TRANSIENT);
    return -1;
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

static Value column_text(PyStatement *s, int i, Value factory)
{
    const char *text = (const char *)sqlite3_column_text(s->stmt, i);
    int n = sqlite3_column_bytes(s->stmt, i);
    Value bytes = (Value)str_from(text ? text : "", n), v;
    bool ascii = true;

    if (!bytes || factory == (Value)&str_type)
        return bytes;
    for (int k = 0; factory == NONE && ascii && k < n; k++)
        ascii = (signed char)text[k] >= 0;
    if (factory == NONE && ascii)
        return bytes;
    if (factory != NONE && factory != (Value)&unicode_type)
        return op_call(factory, &bytes, 1, NULL);
    v = text_value(text, n);
    if (!v && err_matches(&exc_UnicodeDecodeError)) {
        err_clear();
        return raise_code(s->database, SQLITE_ERROR,
                          str_data(str_format_c(
                              "Could not decode to UTF-8 column '%s' with text "
                              "'%s'",
                              sqlite3_column_name(s->stmt, i), text)));
    }
    return v;
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

        return blob_value(data, sqlite3_column_bytes(s->stmt, i));
    }
    }
}

/* step(): True if there is a row. */
static Value st_step(Value self, const Value *args, Py_ssize nargs)
{
    int code;

    if (!check_statement(self))
        return NULL;
    code = sqlite3_step(ST->stmt);
    if (err_pending())
        return NULL;
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return value_from_bool(code == SQLITE_ROW);
    sqlite3_reset(ST->stmt);
    return sqlite_fail(ST->database);
}

/* row(text factory, converters or None): the current row; a text factory of
 * None is that of OptimizedUnicode. */
static Value st_row(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *converters =
        has_type_flag(args[1], TYPE_TUPLE) ? (PyTuple *)args[1] : NULL;
    PyTuple *row;
    int n;

    if (!check_statement(self))
        return NULL;
    n = sqlite3_data_count(ST->stmt);
    row = tuple_new(n);
    for (int i = 0; row && i < n; i++) {
        row->items[i] = column(ST, i, args[0], converters);
        if (!row->items[i] || !ST->stmt)
            return row->items[i] ? err_format(&exc_ValueError,
                                              "the statement is finalised")
                                 : NULL;
    }
    return (Value)row;
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
    {"row", st_row, 2, 2, ARITY_parse},
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

/* --- databases ------------------------------------------------------------ */

static void free_database(PyObject *o)
{
    sqlite3_close_v2(((PyDatabase *)o)->db);
}

/* open(path, class_of_error) */
static Value f_open(Value self, const Value *args, Py_ssize nargs)
{
    const char *path = arg_name("open", 1, args[0]);
    PyDatabase *d;

    if (!path)
        return NULL;
    d = instance_new(&sqlite_database_type);
    d->class_of_error = args[1];
    d->callables = dict_new();
    gc_on_unreachable(&d->head, free_database);
    if (sqlite3_open(path, &d->db) != SQLITE_OK) {
        sqlite_fail(d);
        sqlite3_close_v2(d->db);
        d->db = NULL;
        return NULL;
    }
    return (Value)d;
}

static Value db_close(Value self, const Value *args, Py_ssize nargs)
{
    sqlite3 *db = DB->db;

    DB->db = NULL;
    sqlite3_close_v2(db);
    return NONE;
}

/* prepare(sql): (statement or None, rest of the text) */
static Value db_prepare(Value self, const Value *args, Py_ssize nargs)
{
    PyStatement *s;
    const char *tail;
    Span sql;

    if (!arg_bytes("prepare", 1, args[0], &sql) || !sqlite_check_open(DB))
        return NULL;
    s = instance_new(&sqlite_statement_type);
    s->database = DB;
    if (sqlite3_prepare_v2(DB->db, sql.data, (int)sql.length, &s->stmt,
                           &tail) != SQLITE_OK)
        return sqlite_fail(DB);
    if (s->stmt)
        gc_on_unreachable(&s->head, free_statement);
    return (Value)tuple_pack(
        2, s->stmt ? (Value)s : NONE,
        (Value)str_from(tail, sql.data + sql.length - tail));
}

static Value db_state(Value self, const Value *args, Py_ssize nargs)
{
    if (!sqlite_check_open(DB))
        return NULL;
    return (Value)tuple_pack(4, value_from_int(sqlite3_changes(DB->db)),
                             value_from_int(sqlite3_total_changes(DB->db)),
                             value_from_int(sqlite3_last_insert_rowid(DB->db)),
                             value_from_bool(sqlite3_get_autocommit(DB->db)));
}

static Value db_busy_timeout(Value self, const Value *args, Py_ssize nargs)
{
    int64_t ms = value_as_c_int(args[0]);

    if ((ms == -1 && err_pending()) || !sqlite_check_open(DB))
        return NULL;
    sqlite3_busy_timeout(DB->db, (int)ms);
    return NONE;
}

static Value db_interrupt(Value self, const Value *args, Py_ssize nargs)
{
    if (!sqlite_check_open(DB))
        return NULL;
    sqlite3_interrupt(DB->db);
    return NONE;
}

static Value db_fail(Value self, const Value *args, Py_ssize nargs)
{
    return sqlite_check_open(DB) ? sqlite_fail(DB) : NULL;
}

static const NativeDef database_methods[] = {
    {"close", db_close, 0, 0, ARITY_none},
    {"prepare", db_prepare, 1, 1, ARITY_parse},
    {"state", db_state, 0, 0, ARITY_none},
    {"busy_timeout", db_busy_timeout, 1, 1, ARITY_parse},
    {"interrupt", db_interrupt, 0, 0, ARITY_none},
    {"fail", db_fail, 0, 0, ARITY_none},
    {"create_function", db_create_function, 3, 3, ARITY_parse},
    {"create_aggregate", db_create_aggregate, 3, 3, ARITY_parse},
    {"create_collation", db_create_collation, 2, 2, ARITY_parse},
    {"set_authorizer", db_set_authorizer, 1, 1, ARITY_parse},
    {"set_progress_handler", db_set_progress_handler, 2, 2, ARITY_parse},
    {0}};

PyType sqlite_database_type = {
    .head.type = &type_type,
    .name = "_sqlite3_native.Database",
    .base = &object_type,
    .basic_size = sizeof(PyDatabase),
    .methods = database_methods,
};

/* --- functions ------------------------------------------------------------ */

static Value f_complete(Value self, const Value *args, Py_ssize nargs)
{
    const char *sql = arg_name("complete_statement", 1, args[0]);

    return sql ? value_from_bool(sqlite3_complete(sql)) : NULL;
}

static Value f_shared_cache(Value self, const Value *args, Py_ssize nargs)
{
    int64_t on = value_as_c_int(args[0]);

    if (on == -1 && err_pending())
        return NULL;
    return tag_int(sqlite3_enable_shared_cache((int)on));
}

static Value f_show_errors(Value self, const Value *args, Py_ssize nargs)
{
    int on = op_is_true(args[0]);

    if (on < 0)
        return NULL;
    sqlite_show_errors = on;
    return NONE;
}

static const NativeDef functions[] = {
    {"open", f_open, 2, 2, ARITY_parse},
    {"complete_statement", f_complete, 1, 1, ARITY_parse},
    {"enable_shared_cache", f_shared_cache, 1, 1, ARITY_parse},
    {"show_errors", f_show_errors, 1, 1, ARITY_parse},
    {0}};

static int init(PyModule *m)
{
    if (type_ready(&sqlite_database_type) < 0 ||
        type_ready(&sqlite_statement_type) < 0)
        return -1;
    return module_add(m, "sqlite_version",
                      (Value)str_from_c(sqlite3_libversion()));
}

const NativeModule native_module__sqlite3_native = {
    .name = "_sqlite3_native",
    .doc = "Databases and statements of SQLite.",
    .functions = functions,
    .init = init,
};
