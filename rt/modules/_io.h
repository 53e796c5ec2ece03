/* Between the files of module _io.
 *
 * A stream's state is under its object lock where no other code runs
 * (BytesIO, StringIO), or under a Guard where it calls the stream below, which
 * may be written in Python.  A stream that another one has is `owned`: it is
 * that one's to close. */
#ifndef RT_IO_H
#define RT_IO_H

#include "cargs.h"
#include "guard.h"
#include "instance.h"
#include "module_support.h"
#include "names.h"
#include "str.h"
#include "thread.h"
#include "unicode.h"

/* Attributes that the files look up on streams and codecs. */
#define IO_NAMES(X)                                                            \
    X(close)                                                                   \
    X(closed)                                                                  \
    X(decode)                                                                  \
    X(decoder)                                                                 \
    X(encode)                                                                  \
    X(fileno)                                                                  \
    X(flush)                                                                   \
    X(getstate)                                                                \
    X(incrementaldecoder)                                                      \
    X(incrementalencoder)                                                      \
    X(isatty)                                                                  \
    X(mode)                                                                    \
    X(name)                                                                    \
    X(newlines)                                                                \
    X(peek)                                                                    \
    X(raw)                                                                     \
    X(read)                                                                    \
    X(read1)                                                                   \
    X(readable)                                                                \
    X(readall)                                                                 \
    X(readinto)                                                                \
    X(readline)                                                                \
    X(reset)                                                                   \
    X(seek)                                                                    \
    X(seekable) X(setstate) X(tell) X(truncate) X(writable) X(write) X(append)
#define X(name) ION_##name,
enum { IO_NAMES(X) ION_COUNT };
#undef X
extern PyStr *io_names[ION_COUNT];
#define ION(name) io_names[ION_##name]

enum { IO_BUFFER_SIZE = 8192 };

/* What every stream begins with; dict is that of its instances. */
typedef struct PyIO {
    PyObject head;
    PyDict *dict;
    bool shut;  /* closed, where the type has no other mark of it */
    bool owned; /* another stream has it and closes it */
} PyIO;

/* --- _io_base.c ----------------------------------------------------------- */

extern PyType io_base_type, io_raw_type, io_buffered_base_type, io_text_type;
extern PyType io_blocking_error_type;
extern PyType *io_unsupported; /* made when the module is */

int io_base_init(PyModule *m);
/* A new stream that is closed when it becomes unreachable; writer: at the end
 * of the program too. */
Value io_new(PyType *type, bool writer);
/* The same for what keeps data to be written; see file_pending.h. */
Value io_new_writer(PyType *type);
void *io_unsupported_error(const char *name);
static inline bool is_io(Value v)
{
    return type_is_subtype(type_of(v), &io_base_type);
}
void io_set_owned(Value v, bool owned);
/* v.closed as a truth; -1 */
int io_closed(Value v);
/* v.NAME() */
static inline Value io_call(Value v, PyStr *name)
{
    return op_call_method(v, name, NULL, 0);
}
static inline Value io_call1(Value v, PyStr *name, Value arg)
{
    return op_call_method(v, name, &arg, 1);
}
static inline Value io_call2(Value v, PyStr *name, Value a, Value b)
{
    Value args[] = {a, b};

    return op_call_method(v, name, args, 2);
}
/* The truth of v.NAME(); -1 */
int io_ask(Value v, PyStr *name);
/* IOError unless v.readable() / writable() / seekable() is true. */
bool io_check_readable(Value v);
bool io_check_writable(Value v);
bool io_check_seekable(Value v);
/* Is an IOError with EINTR pending?  Then it is no longer, and true. */
bool io_was_interrupted(void);
/* After an error of a close or flush that was kept: raises that instead. */
typedef struct KeptError {
    Value type, value, tb;
} KeptError;
static inline KeptError io_keep_error(void)
{
    KeptError e;

    err_fetch(&e.type, &e.value, &e.tb);
    return e;
}
static inline void io_restore_error(KeptError e)
{
    err_restore(e.type, e.value, e.tb);
}
/* A size argument: left out and None are -1.  false: exception. */
bool io_size(const Value *args, Py_ssize nargs, Py_ssize at, int64_t *out);
bool io_size_of(Value v, int64_t *out);
/* An argument that must have an index. */
bool io_offset(Value v, int64_t *out);
/* An int as whence arguments are. */
bool io_int(Value v, int64_t *out);
/* CPython gives most counts and positions as longs. */
Value io_long(int64_t n);
/* Writable memory for readinto(). */
bool io_writable_bytes(Value v, const char *where, Buffer *out);
/* Bytes of what write() of streams in memory takes. */
bool io_buffer_bytes(Value v, Span *out);
/* The type's name as C knows it. */
const char *io_type_name(Value v);
/* Bytes that a file gave into s, of which only n are used. */
static inline PyStr *io_shrink(PyStr *s, int64_t n)
{
    if (n < s->length / 2)
        return str_from(s->data, n);
    s->length = n;
    s->data[n] = 0;
    return s;
}
/* readlines() of any stream that iterates. */
Value io_readlines(Value self, const Value *args, Py_ssize nargs);

/* --- _io_file.c ----------------------------------------------------------- */

typedef struct PyFileIO {
    PyIO io;
    int fd;
    bool readable, writable, appending, closefd;
    signed char seekable; /* -1: not known */
} PyFileIO;

extern PyType io_file_type;

static inline bool is_exact_fileio(Value v)
{
    return type_of(v) == &io_file_type;
}
/* read(2) and write(2) once: how many bytes; -2: would block; -1 */
int64_t fileio_read_into(PyFileIO *f, char *into, int64_t n);
int64_t fileio_write_from(PyFileIO *f, const char *data, int64_t n);
Value fileio_readall(PyFileIO *f);
int64_t fileio_seek(PyFileIO *f, int64_t pos, int whence);
bool fileio_check_readable(PyFileIO *f);
bool fileio_check_writable(PyFileIO *f);
/* The block size of the file, 0: unknown. */
int64_t fileio_block_size(PyFileIO *f);

/* --- _io_bytes.c, _io_string.c -------------------------------------------- */

extern PyType io_bytes_type, io_string_type;

/* --- _io_buffered.c ------------------------------------------------------- */

extern PyType io_reader_type, io_writer_type, io_random_type, io_pair_type;
/* What text needs of an exact reader, writer or random: read1 (a str or NULL),
 * write (-1) and whether it is closed (-1), with all checks. */
static inline bool is_exact_buffered(Value v)
{
    PyType *t = type_of(v);

    return t == &io_reader_type || t == &io_writer_type || t == &io_random_type;
}
Value buffered_read1(Value self, int64_t n);
int buffered_write(Value self, Span data);
int buffered_closed(Value self);

/* --- _io_newlines.c ------------------------------------------------------- */

/* Universal newlines: which kinds were seen, and a "\r" that may be half of a
 * "\r\n". */
typedef struct Newlines {
    bool translate, pending_cr;
    uint8_t seen;
} Newlines;

extern PyType io_newline_decoder_type;

PyUnicode *newlines_decode(Newlines *n, PyUnicode *text, bool final);
Value newlines_names(const Newlines *n);
/* A newline argument: one of these, or an exception. */
typedef enum NewlineKind {
    NEWLINE_error = -1,
    NEWLINE_none,      /* None: all kinds, translated */
    NEWLINE_universal, /* '': all kinds */
    NEWLINE_lf,
    NEWLINE_cr,
    NEWLINE_crlf
} NewlineKind;
NewlineKind newline_kind(Value v, const char *function, int position);
/* The text that ends lines of this kind; "" for the first two. */
const char *newline_text(NewlineKind kind);
/* The index behind the first line of u[start:length], -1: it has no end. */
int64_t newline_find(const PyUnicode *u, int64_t start, int64_t length,
                     NewlineKind kind);
PyUnicode *newlines_expand(PyUnicode *u, NewlineKind kind);
/* An object's decode() result as text; TypeError otherwise. */
PyUnicode *io_decoded(Value v);

/* --- _io_text.c ----------------------------------------------------------- */

extern PyType io_wrapper_type;

#endif
