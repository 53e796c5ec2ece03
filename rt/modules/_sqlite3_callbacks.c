/* What SQLite calls in Python: functions, aggregates, collations, handlers.
 * An exception in one is printed, or not, and becomes an error of SQLite. */
#include "_sqlite3_native.h"
#include "errors.h"
#include "number.h"
#include "tuple.h"

#include <gc/gc.h>

#define DB ((PyDatabase *)self)

bool sqlite_show_errors;

static void drop_error(void)
{
    if (sqlite_show_errors)
        err_print();
    else
        err_clear();
}

/* Keeps a callable for as long as the database lives. */
static int keep(PyDatabase *d, const char *kind, Value name, Value callable)
{
    Value key = (Value)tuple_pack(2, (Value)str_from_c(kind), name);

    return dict_set(d->callables, key, callable);
}

/* --- results -------------------------------------------------------------- */

static bool give_text(sqlite3_context *c, Value v)
{
    Value args[] = {(Value)str_from_c("utf-8")};

    if (is_unicode(v))
        v = op_call_method(v, str_intern("encode"), args, 1);
    if (!v)
        return false;
    sqlite3_result_text(c, str_span(v).data, (int)str_span(v).length,
                        SQLITE_TRANSIENT);
    return true;
}

static bool give_result(sqlite3_context *c, Value v)
{
    Span bytes;
    int64_t i;

    if (v == NONE)
        sqlite3_result_null(c);
    else if (is_tagged_int(v) || has_type_flag(v, TYPE_INT))
        sqlite3_result_int64(c, int_value(v));
    else if (has_type_flag(v, TYPE_LONG) && long_fits_int64(v, &i))
        sqlite3_result_int64(c, i);
    else if (has_type_flag(v, TYPE_FLOAT))
        sqlite3_result_double(c, float_value(v));
    else if (is_str(v) || is_unicode(v))
        return give_text(c, v);
    else if (type_of(v) == &buffer_type && value_bytes_or_null(v, &bytes))
        sqlite3_result_blob(c, bytes.data, (int)bytes.length, SQLITE_TRANSIENT);
    else
        return false;
    return true;
}

static Value *arguments(int n, sqlite3_value **values)
{
    Value *args = gc_array((size_t)n + 1);

    for (int i = 0; args && i < n; i++)
        if (!(args[i] = sqlite_value(values[i])))
            return NULL;
    return args;
}

/* --- functions ------------------------------------------------------------ */

static void on_function(sqlite3_context *c, int n, sqlite3_value **values)
{
    Value *args = arguments(n, values);
    Value v = args ? op_call(sqlite3_user_data(c), args, n, NULL) : NULL;

    if (v && give_result(c, v))
        return;
    drop_error();
    sqlite3_result_error(c, "user-defined function raised exception", -1);
}

static Value done(PyDatabase *d, int code, const char *text)
{
    Value number = tag_int(SQLITE_ERROR), type;

    if (code == SQLITE_OK)
        return NONE;
    type = op_call(d->class_of_error, &number, 1, NULL);
    return type ? err_format((PyType *)type, "%s", text) : NULL;
}

Value db_create_function(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("create_function", 1, args[0]);
    int64_t n = value_as_c_int(args[1]);

    if (!name || (n == -1 && err_pending()) || !sqlite_check_open(DB) ||
        keep(DB, "function", args[0], args[2]) < 0)
        return NULL;
    return done(DB,
                sqlite3_create_function(DB->db, name, (int)n, SQLITE_UTF8,
                                        args[2], on_function, NULL, NULL),
                "Error creating function");
}

/* --- aggregates ----------------------------------------------------------- */

/* The instance of a group lives in memory that the collector scans. */
static Value *instance_place(sqlite3_context *c)
{
    Value **place = sqlite3_aggregate_context(c, sizeof *place);

    if (!place)
        return NULL;
    if (!*place)
        *place = gc_permanent(sizeof(Value));
    return *place;
}

static void on_step(sqlite3_context *c, int n, sqlite3_value **values)
{
    Value *instance = instance_place(c), *args, v, method;

    if (!instance || err_pending())
        return;
    if (!*instance)
        *instance = op_call(sqlite3_user_data(c), NULL, 0, NULL);
    if (!*instance) {
        drop_error();
        sqlite3_result_error(
            c, "user-defined aggregate's '__init__' method raised error", -1);
        return;
    }
    /* A missing method is the caller's error. */
    method = op_getattr(*instance, str_intern("step"));
    if (!method)
        return;
    args = arguments(n, values);
    v = args ? op_call(method, args, n, NULL) : NULL;
    if (!v) {
        drop_error();
        sqlite3_result_error(
            c, "user-defined aggregate's 'step' method raised error", -1);
    }
}

static void on_finalize(sqlite3_context *c)
{
    Value *instance = instance_place(c), v;

    if (!instance)
        return;
    v = *instance;
    GC_FREE(instance);
    if (!v || err_pending())
        return;
    v = op_call_method(v, str_intern("finalize"), NULL, 0);
    if (v && give_result(c, v))
        return;
    drop_error();
    sqlite3_result_error(
        c, "user-defined aggregate's 'finalize' method raised error", -1);
}

Value db_create_aggregate(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("create_aggregate", 1, args[0]);
    int64_t n = value_as_c_int(args[1]);

    if (!name || (n == -1 && err_pending()) || !sqlite_check_open(DB) ||
        keep(DB, "function", args[0], args[2]) < 0)
        return NULL;
    return done(DB,
                sqlite3_create_function(DB->db, name, (int)n, SQLITE_UTF8,
                                        args[2], NULL, on_step, on_finalize),
                "Error creating aggregate");
}

/* --- collations ----------------------------------------------------------- */

static int on_collation(void *callable, int n, const void *a, int m,
                        const void *b)
{
    Value args[] = {(Value)str_from(a, n), (Value)str_from(b, m)};
    Value v = op_call(callable, args, 2, NULL);

    if (v && (is_tagged_int(v) || has_type_flag(v, TYPE_INT | TYPE_LONG)))
        return long_sign(v);
    err_clear();
    return 0;
}

Value db_create_collation(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("create_collation", 1, args[0]);
    bool drop = args[1] == NONE;
    int code;

    if (!name || !sqlite_check_open(DB) ||
        keep(DB, "collation", args[0], args[1]) < 0)
        return NULL;
    code = sqlite3_create_collation(DB->db, name, SQLITE_UTF8,
                                    drop ? NULL : args[1],
                                    drop ? NULL : on_collation);
    return code == SQLITE_OK ? NONE : sqlite_fail(DB);
}

/* --- handlers ------------------------------------------------------------- */

static Value text_or_none(const char *text)
{
    return text ? (Value)str_from_c(text) : NONE;
}

static int on_authorize(void *callable, int action, const char *a,
                        const char *b, const char *database, const char *view)
{
    Value args[] = {tag_int(action), text_or_none(a), text_or_none(b),
                    text_or_none(database), text_or_none(view)};
    Value v = op_call(callable, args, 5, NULL);
    bool number =
        v && (is_tagged_int(v) || has_type_flag(v, TYPE_INT | TYPE_LONG));
    int64_t code = number ? value_as_c_int(v) : SQLITE_DENY;

    if (err_pending()) {
        drop_error();
        return SQLITE_DENY;
    }
    return (int)code;
}

Value db_set_authorizer(Value self, const Value *args, Py_ssize nargs)
{
    bool drop = args[0] == NONE;

    if (!sqlite_check_open(DB) || keep(DB, "authorizer", NONE, args[0]) < 0)
        return NULL;
    return done(DB,
                sqlite3_set_authorizer(DB->db, drop ? NULL : on_authorize,
                                       drop ? NULL : args[0]),
                "Error setting authorizer callback");
}

static int on_progress(void *callable)
{
    Value v = op_call(callable, NULL, 0, NULL);
    int stop = v ? op_is_true(v) : -1;

    if (stop >= 0)
        return stop;
    drop_error();
    return 1;
}

Value db_set_progress_handler(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_c_int(args[1]);
    bool drop = args[0] == NONE;

    if ((n == -1 && err_pending()) || !sqlite_check_open(DB) ||
        keep(DB, "progress", NONE, args[0]) < 0)
        return NULL;
    sqlite3_progress_handler(DB->db, drop ? 0 : (int)n,
                             drop ? NULL : on_progress, drop ? NULL : args[0]);
    return NONE;
}
