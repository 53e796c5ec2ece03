/* Between file.c and file_read.c: access to the stream of a file object. */
#ifndef RT_FILE_IO_H
#define RT_FILE_IO_H

#include "file.h"

enum { NEWLINE_CR = 1, NEWLINE_LF = 2, NEWLINE_CRLF = 4 };

/* One operation's hold on the stream. */
typedef struct FileUse {
    FILE *fp;
    bool locked;
} FileUse;

/* false: ValueError "I/O operation on closed file". */
bool file_begin(PyFile *f, FileUse *use);
void file_end(PyFile *f, FileUse *use);
/* The same with the checks of reading: mode, and no read-ahead unless
 * `iterating`. */
bool file_begin_read(PyFile *f, FileUse *use, bool iterating);
bool file_begin_write(PyFile *f, FileUse *use);
/* Forgets what iteration has read ahead. */
void file_drop_ahead(PyFile *f);
/* IOError from errno, the stream's error state cleared; returns NULL. */
void *file_error(FILE *fp);

NativeFn file_read_method, file_readline_method, file_readlines_method,
    file_readinto_method;
Value file_next(Value self);

#endif
