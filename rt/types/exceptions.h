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

/* An instance made from C; never NULL but for MemoryError. */
/* Does making an instance run no code but that of BaseException? */
bool exception_is_plain(const PyType *cls);
Value exception_new(PyType *cls, PyTuple *args);

#endif
