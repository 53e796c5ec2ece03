/* file objects: read, readline, readlines, iteration.
 *
 * In universal newline mode every "\r\n" and "\r" is read as "\n"; a "\n"
 * that follows a "\r" read earlier is dropped (skip_newline). */
#include "file_io.h"
#include "cargs.h"
#include "list.h"
#include "names.h"
#include "str.h"
#include "thread.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { CHUNK = 8192 };

/* After a short read: true if a signal interrupted it and no handler
 * raised; the read is to be repeated. */
static bool interrupted(FILE *fp)
{
    if (!ferror_unlocked(fp) || errno != EINTR)
        return false;
    clearerr_unlocked(fp);
    return thread_safepoint() == 0;
}

/* fread, newlines as the file's mode says. */
static int64_t read_some(PyFile *f, FILE *fp, char *to, int64_t n)
{
    char *start = to;

    if (!f->universal)
        return (int64_t)fread_unlocked(to, 1, (size_t)n, fp);
    while (n > 0) {
        int64_t got = (int64_t)fread_unlocked(to, 1, (size_t)n, fp);
        bool is_short = got < n;
        const char *from = to;

        if (got == 0)
            break;
        n -= got;
        for (; got > 0; got--) {
            char c = *from++;

            if (c == '\r') {
                f->skip_newline = true;
                *to++ = '\n';
            } else if (c == '\n' && f->skip_newline) {
                f->skip_newline = false;
                f->newline_kinds |= NEWLINE_CRLF;
                n++;
            } else {
                if (c == '\n')
                    f->newline_kinds |= NEWLINE_LF;
                else if (f->skip_newline)
                    f->newline_kinds |= NEWLINE_CR;
                f->skip_newline = false;
                *to++ = c;
            }
        }
        if (is_short) {
            if (f->skip_newline && feof_unlocked(fp))
                f->newline_kinds |= NEWLINE_CR;
            break;
        }
    }
    return to - start;
}

/* --- read ------------------------------------------------------------------
 */

/* Bytes that probably are left, for one allocation that suffices. */
static int64_t bytes_left(FILE *fp)
{
    struct stat st;
    long at;

    if (fstat(fileno_unlocked(fp), &st) < 0 || !S_ISREG(st.st_mode))
        return 0;
    at = ftell(fp);
    if (at < 0) {
        clearerr_unlocked(fp);
        return 0;
    }
    return st.st_size > at ? st.st_size - at : 0;
}

/* Reads n bytes, or all with n < 0, into b. */
static int read_into(PyFile *f, FILE *fp, StrBuilder *b, int64_t n)
{
    int64_t room = n < 0 ? bytes_left(fp) + CHUNK : n;

    for (;;) {
        int64_t want = n < 0 ? room : n - b->length, got;

        if (sb_reserve(b, want) < 0)
            return -1;
        errno = 0;
        got = read_some(f, fp, b->text->data + b->length, want);
        b->length += got;
        if (got < want) {
            if (ferror_unlocked(fp)) {
                if (interrupted(fp))
                    continue;
                if (err_pending())
                    return -1;
                /* What came before "would block" is a result. */
                if (b->length > 0 &&
                    (errno == EAGAIN || errno == EWOULDBLOCK)) {
                    clearerr_unlocked(fp);
                    return 0;
                }
                file_error(fp);
                return -1;
            }
            clearerr_unlocked(fp);
            return 0;
        }
        if (n >= 0)
            return 0;
        room = b->length > CHUNK ? b->length : CHUNK;
    }
}

Value file_read_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = (PyFile *)self;
    StrBuilder b = {0};
    FileUse use;
    int64_t n;
    int r;

    if (!atomic_load(&f->fp))
        return err_format(&exc_ValueError, "I/O operation on closed file");
    if (!file_begin_read(f, &use, false))
        return NULL;
    if (!optional_ssize(args, nargs, 0, -1, &n)) {
        file_end(f, &use);
        return NULL;
    }
    r = n == 0 ? 0 : read_into(f, use.fp, &b, n);
    file_end(f, &use);
    return r < 0 ? NULL : (Value)sb_finish(&b);
}

Value file_readinto_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = (PyFile *)self;
    FileUse use;
    Buffer buffer;
    int64_t got = 0;

    if (!file_begin_read(f, &use, false))
        return NULL;
    file_end(f, &use);
    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "function takes exactly 1 argument (%lld given)",
                          (long long)nargs);
    if (!type_of(args[0])->get_buffer ||
        type_of(args[0])->get_buffer(args[0], &buffer) < 0 || buffer.readonly) {
        err_clear();
        return err_format(&exc_TypeError,
                          "argument 1 must be read-write buffer, not %s",
                          type_name_of(args[0]));
    }
    if (!file_begin_read(f, &use, false))
        return NULL;
    while (got < buffer.length) {
        int64_t n =
            read_some(f, use.fp, buffer.data + got, buffer.length - got);

        if (n == 0) {
            if (!ferror_unlocked(use.fp))
                break;
            if (interrupted(use.fp))
                continue;
            if (!err_pending())
                file_error(use.fp);
            got = -1;
            break;
        }
        got += n;
    }
    file_end(f, &use);
    return got < 0 ? NULL : value_from_int(got);
}

/* --- lines
 * -------------------------------------------------------------------- */

/* A byte in universal newline mode; EOF. */
static int universal_getc(PyFile *f, FILE *fp)
{
    int c = getc_unlocked(fp);

    if (f->skip_newline) {
        f->skip_newline = false;
        if (c == '\n') {
            f->newline_kinds |= NEWLINE_CRLF;
            c = getc_unlocked(fp);
        } else {
            f->newline_kinds |= NEWLINE_CR;
        }
    }
    if (c == '\r') {
        f->skip_newline = true;
        return '\n';
    }
    if (c == '\n')
        f->newline_kinds |= NEWLINE_LF;
    return c;
}

/* After EOF in the middle of a line; -1: exception, 1: go on reading. */
static int line_ended(FILE *fp)
{
    if (!ferror_unlocked(fp)) {
        clearerr_unlocked(fp);
        return 0;
    }
    if (interrupted(fp))
        return 1;
    if (!err_pending())
        file_error(fp);
    return -1;
}

/* A line of at most n bytes byte by byte; n 0: any length. */
static int read_line_slowly(PyFile *f, FILE *fp, StrBuilder *b, int64_t n)
{
    while (n == 0 || b->length < n) {
        int c, r;

        errno = 0;
        c = f->universal ? universal_getc(f, fp) : getc_unlocked(fp);
        if (c == EOF) {
            r = line_ended(fp);
            if (r <= 0)
                return r;
            continue;
        }
        if (sb_putc(b, (char)c) < 0)
            return -1;
        if (c == '\n')
            break;
    }
    return 0;
}

/* A whole line by the C library's search for the newline. */
static int read_line(FILE *fp, StrBuilder *b)
{
    char *line = NULL;
    size_t size = 0;
    int r = 0;

    for (;;) {
        ssize_t got;

        errno = 0;
        got = getline(&line, &size, fp);
        if (got > 0)
            r = sb_add(b, line, got);
        if (r < 0 || (got > 0 && line[got - 1] == '\n'))
            break;
        r = line_ended(fp);
        if (r <= 0)
            break;
    }
    free(line);
    return r < 0 ? -1 : 0;
}

/* The next line of at most n bytes (0: any), for whoever holds the stream. */
static Value take_line(PyFile *f, FILE *fp, int64_t n)
{
    StrBuilder b = {0};
    int r = n > 0 || f->universal ? read_line_slowly(f, fp, &b, n)
                                  : read_line(fp, &b);

    return r < 0 ? NULL : (Value)sb_finish(&b);
}

Value file_readline_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = (PyFile *)self;
    FileUse use;
    int64_t n;
    Value line;

    if (!file_begin_read(f, &use, false))
        return NULL;
    if (!optional_int(args, nargs, 0, -1, &n))
        line = NULL;
    else if (n == 0)
        line = (Value)str_empty();
    else
        line = take_line(f, use.fp, n < 0 ? 0 : n);
    file_end(f, &use);
    return line;
}

/* The lines of `bytes` appended to list; the rest after the last newline is
 * left in *rest. */
static int split_lines(PyList *list, const char *p, const char *end,
                       const char **rest)
{
    const char *newline;

    while ((newline = memchr(p, '\n', (size_t)(end - p)))) {
        PyStr *line = str_from(p, newline + 1 - p);

        if (!line || list_push(list, (Value)line) < 0)
            return -1;
        p = newline + 1;
    }
    *rest = p;
    return 0;
}

static int read_lines(PyFile *f, FILE *fp, PyList *list, int64_t hint)
{
    StrBuilder b = {0};
    const char *rest;
    PyStr *last;

    /* A hint means: about so much, and then to the end of the line. */
    if (read_into(f, fp, &b, hint > 0 ? (hint < CHUNK ? CHUNK : hint) : -1) < 0)
        return -1;
    if (b.length == 0)
        return 0;
    if (split_lines(list, b.text->data, b.text->data + b.length, &rest) < 0)
        return -1;
    if (rest == b.text->data + b.length)
        return 0;
    last = str_from(rest, b.text->data + b.length - rest);
    if (last && hint > 0) {
        Value tail = take_line(f, fp, 0);

        last = tail ? str_concat(last, (PyStr *)tail) : NULL;
    }
    return last ? list_push(list, (Value)last) : -1;
}

Value file_readlines_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = (PyFile *)self;
    PyList *list = list_new(0);
    FileUse use;
    int64_t hint;
    int r;

    if (!file_begin_read(f, &use, false))
        return NULL;
    r = optional_ssize(args, nargs, 0, 0, &hint)
            ? read_lines(f, use.fp, list, hint)
            : -1;
    file_end(f, &use);
    return r < 0 ? NULL : (Value)list;
}

/* --- iteration
 * --------------------------------------------------------------------- */

/* Reads the next chunk; 0 at the end, -1 with exception. */
static int64_t fill_ahead(PyFile *f, FILE *fp)
{
    if (!f->ahead)
        f->ahead = gc_bytes(CHUNK);
    if (!f->ahead)
        return -1;
    f->ahead_at = f->ahead_end = 0;
    for (;;) {
        errno = 0;
        f->ahead_end = read_some(f, fp, f->ahead, CHUNK);
        if (f->ahead_end > 0 || !ferror_unlocked(fp))
            return f->ahead_end;
        if (!interrupted(fp)) {
            if (!err_pending())
                file_error(fp);
            return -1;
        }
    }
}

/* The next line out of the read-ahead; NULL at the end. */
static Value next_line(PyFile *f, FILE *fp)
{
    StrBuilder b = {0};

    for (;;) {
        char *p, *newline;
        int64_t n;

        if (f->ahead_at >= f->ahead_end) {
            n = fill_ahead(f, fp);
            if (n < 0)
                return NULL;
            if (n == 0) {
                file_drop_ahead(f);
                return b.length ? (Value)sb_finish(&b) : NULL;
            }
        }
        p = f->ahead + f->ahead_at;
        newline = memchr(p, '\n', (size_t)(f->ahead_end - f->ahead_at));
        n = newline ? newline + 1 - p : f->ahead_end - f->ahead_at;
        f->ahead_at += n;
        if (newline && b.length == 0)
            return (Value)str_from(p, n);
        if (sb_add(&b, p, n) < 0)
            return NULL;
        if (newline)
            return (Value)sb_finish(&b);
    }
}

Value file_next(Value self)
{
    PyFile *f = (PyFile *)self;
    FileUse use;
    Value line;

    if (!file_begin_read(f, &use, true))
        return NULL;
    line = next_line(f, use.fp);
    file_end(f, &use);
    return line;
}

/* --- for other files of the runtime
 * ------------------------------------------------ */

/* A line without its newline; EOFError when there is none. */
static Value strip_line(Value line)
{
    PyStr *s = (PyStr *)line;

    if (s->length == 0)
        return err_format(&exc_EOFError, "EOF when reading a line");
    if (s->data[s->length - 1] == '\n')
        return (Value)str_from(s->data, s->length - 1);
    return line;
}

Value file_get_line(Value file, int64_t n)
{
    Value line, limit = value_from_int(n);

    if (is_file(file))
        line = file_readline_method(file, &limit, n > 0);
    else
        line = op_call_method(file, NAME(readline), &limit, n > 0);
    if (!line)
        return NULL;
    if (!has_type_flag(line, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "object.readline() returned non-string");
    return n < 0 && is_str(line) ? strip_line(line) : line;
}
