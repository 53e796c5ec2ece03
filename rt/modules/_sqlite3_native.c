/* Module _sqlite3_native: errors, values, databases of SQLite, for _sqlite3. */
#include "_sqlite3_native.h"
#include "codecs.h"
#include "number.h"
#include "type.h"
#include "tuple.h"

#define DB ((PyDatabase *)self)

/* --- errors --------------------------------------------------------------- */

void *sqlite_raise(PyDatabase *d, int code, const char *text)
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
    return sqlite_raise(d, sqlite3_errcode(d->db), sqlite3_errmsg(d->db));
}

bool sqlite_check_open(PyDatabase *d)
{
    if (!d->db)
        sqlite_raise(d, -1, "Cannot operate on a closed database.");
    return d->db != NULL;
}

/* --- values --------------------------------------------------------------- */

Value sqlite_blob(const void *data, int n)
{
    Value s = (Value)str_from(data ? data : "", n);

    return s ? op_call((Value)&buffer_type, &s, 1, NULL) : NULL;
}

Value sqlite_text(const void *text, int n)
{
    Span span = {text ? text : "", n};

    return (Value)decode_utf8(span, "strict", NULL);
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

        return sqlite_text(text, sqlite3_value_bytes(v));
    }
    case SQLITE_BLOB: {
        const void *data = sqlite3_value_blob(v);

        return sqlite_blob(data, sqlite3_value_bytes(v));
    }
    default:
        return NONE;
    }
}

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
        gc_on_unreachable(&s->head, sqlite_free_statement);
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
    {"rows_of", sqlite_rows_of, 1, 1, ARITY_parse},
    {"complete_statement", f_complete, 1, 1, ARITY_parse},
    {"enable_shared_cache", f_shared_cache, 1, 1, ARITY_parse},
    {"show_errors", f_show_errors, 1, 1, ARITY_parse},
    {0}};

static int init(PyModule *m)
{
    if (type_ready(&sqlite_database_type) < 0 ||
        type_ready(&sqlite_statement_type) < 0 ||
        module_add_type(m, &sqlite_row_type) < 0)
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
