/* Between the files of _sqlite3_native. */
#ifndef RT_SQLITE3_NATIVE_H
#define RT_SQLITE3_NATIVE_H

#include "cargs.h"
#include "guard.h"
#include "instance.h"
#include "module_support.h"
#include "str.h"
#include "unicode.h"

#include <sqlite3.h>

/* Callables that SQLite knows are kept alive by `callables`. */
typedef struct PyDatabase {
    PyObject head;
    sqlite3 *db; /* NULL: closed */
    PyDict *callables;
    Value class_of_error; /* function: code -> exception class */
    bool show_errors;     /* of callbacks */
} PyDatabase;

typedef struct PyStatement {
    PyObject head;
    PyDatabase *database;
    sqlite3_stmt *stmt;   /* NULL: finalised */
    sqlite3_stmt *doomed; /* finalised while it runs */
    int running;          /* calls of sqlite3_step */
} PyStatement;

extern PyType sqlite_database_type, sqlite_statement_type, sqlite_row_type;
extern bool sqlite_show_errors;

/* The exception of the database's last error; NULL. */
void *sqlite_fail(PyDatabase *d);
void *sqlite_raise(PyDatabase *d, int code, const char *text);
bool sqlite_check_open(PyDatabase *d);
/* A value of SQLite as Python's, text as unicode. */
Value sqlite_value(sqlite3_value *v);
Value sqlite_text(const void *text, int n);
Value sqlite_blob(const void *data, int n);

/* _sqlite3_statement.c: what the collector calls. */
void sqlite_free_statement(PyObject *o);

/* _sqlite3_row.c; rows_of(class) says what rows are made for. */
NativeFn sqlite_rows_of;

/* _sqlite3_callbacks.c */
NativeFn db_create_function, db_create_aggregate, db_create_collation,
    db_set_authorizer, db_set_progress_handler;

#endif
