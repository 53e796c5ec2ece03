/* file objects: stdio streams with Python's semantics.
 *
 * Every operation counts itself in `users` while it runs, so that close()
 * can refuse to pull the stream from under it, and, once there are threads,
 * holds the stream's own lock (flockfile), which makes read, readline and
 * write atomic.  Python code never runs under it. */
#ifndef RT_FILE_H
#define RT_FILE_H

#include "layout.h"

#include <stdio.h>

typedef struct PyFile {
    PyObject head;
    FILE *_Atomic fp;       /* NULL: closed */
    int (*close)(FILE *fp); /* NULL: the stream is not ours to close */
    Value name, mode, encoding, errors;
    int32_t softspace;
    _Atomic int32_t users;
    bool binary, universal, readable, writable;
    bool skip_newline;     /* the last byte read was "\r", universal mode */
    uint8_t newline_kinds; /* seen so far, universal mode */
    char *ahead;           /* read-ahead of iteration: collected bytes */
    int64_t ahead_at, ahead_end;
} PyFile;

static inline bool is_file(Value v)
{
    return is_pointer(v) && (as_object(v)->type == &file_type ||
                             type_is_subtype(type_of(v), &file_type));
}

/* A file object over a stream; it does not close stdin, stdout, stderr.
 * close NULL: never closed. */
Value file_from_stdio(FILE *fp, const char *name, const char *mode);
Value file_from_stream(FILE *fp, Value name, const char *mode,
                       int (*close)(FILE *fp));
/* Of a stream just opened, as open()'s argument says it; negative: as it is. */
void file_set_buffering(FILE *fp, int64_t size);
/* Closes a file that nobody else has; an error is printed. */
void file_give_up(Value file);
/* What unicode text printed to it is encoded with; NULL: None. */
void file_set_encoding(Value file, const char *encoding, const char *errors);
/* Writes bytes; -1: ValueError when closed, IOError. */
int file_write_bytes(PyFile *f, const char *data, int64_t length);
/* A line of a file or of anything with readline().  n 0: whole lines; n > 0:
 * at most n bytes; n < 0: without the newline, EOFError at the end. */
Value file_get_line(Value file, int64_t n);
/* The stream of an open file object, NULL: ValueError, TypeError. */
FILE *file_stream(Value file);
/* fileno of an int or of anything with fileno(); -1: error. */
int file_descriptor(Value v);
/* open() with the retry after a collection when descriptors ran out. */
FILE *file_open_stream(const char *name, const char *mode);
/* To be called when an open fails: closes forgotten files; true: retry. */
bool file_collect_descriptors(int error);

/* The print statement; file NULL or None: sys.stdout.  print.c */
int print_item(Value file_or_null, Value v);
int print_newline(Value file_or_null);
/* softspace of any object: sets it, returns the old one.  No exceptions. */
int file_softspace(Value file, int new_value);

#endif
