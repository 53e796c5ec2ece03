/* Layouts of exception instances; layout.h has the common start. */
#ifndef RT_EXCEPTIONS_H
#define RT_EXCEPTIONS_H

#include "layout.h"

/* Fields are NULL until set, and read as None then. */
typedef struct PySystemExit {
    PyException base;
    Value code;
} PySystemExit;

typedef struct PyEnvironmentError {
    PyException base;
    Value number, text, filename;
} PyEnvironmentError;

typedef struct PySyntaxError {
    PyException base;
    Value msg, filename, lineno, offset, text, print_file_and_line;
} PySyntaxError;

/* UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError (which has
 * no encoding). */
typedef struct PyUnicodeError {
    PyException base;
    Value encoding, object, reason;
    int64_t start, end;
} PyUnicodeError;

/* Does making an instance run no code but that of BaseException, and nobody
 * notices when it is made? */
bool exception_is_plain(const PyType *cls);
/* Is an instance no more than memory until __init__ has run?  exception_bare
 * makes one. */
bool exception_has_plain_new(const PyType *cls);
Value exception_bare(PyType *cls);
/* An instance of a plain class.  value: a tuple of its arguments, None for
 * none of them, or the only one. */
Value exception_make(PyType *cls, Value value);
/* An instance made from C; never NULL but for MemoryError. */
Value exception_new(PyType *cls, PyTuple *args);

#endif
