/* file objects: opening, closing, writing, positions, attributes.  Reading
 * is in file_read.c, the print statement in file_print.c. */
#include "file_io.h"
#include "file_pending.h"
#include "cargs.h"
#include "codecs.h"
#include "errors.h"
#include "iterators.h"
#include "list.h"
#include "names.h"
#include "start.h"
#include "str.h"
#include "thread.h"
#include "unicode.h"
#include "word.h"

#include <errno.h>
#include <gc/gc.h>
#include <limits.h>
#include <stdio_ext.h>
#include <sys/stat.h>
#include <unistd.h>

static inline PyFile *as_file(Value v)
{
    return (PyFile *)v;
}

/* --- holding the stream -------------------------------------------------- */

/* Nobody else counts while there is one thread. */
static inline void count_user(PyFile *f, int32_t by)
{
    if (rt_threaded)
        atomic_fetch_add(&f->users, by);
    else
        atomic_store_explicit(
            &f->users,
            atomic_load_explicit(&f->users, memory_order_relaxed) + by,
            memory_order_relaxed);
}

bool file_begin(PyFile *f, FileUse *use)
{
    count_user(f, 1);
    use->fp = atomic_load(&f->fp);
    if (!use->fp) {
        count_user(f, -1);
        err_format(&exc_ValueError, "I/O operation on closed file");
        return false;
    }
    use->locked = rt_threaded;
    if (use->locked)
        flockfile(use->fp);
    return true;
}

void file_end(PyFile *f, FileUse *use)
{
    if (use->locked)
        funlockfile(use->fp);
    count_user(f, -1);
}

bool file_begin_read(PyFile *f, FileUse *use, bool iterating)
{
    if (!file_begin(f, use))
        return false;
    if (!f->readable)
        err_format(&exc_IOError, "File not open for reading");
    else if (!iterating && f->ahead_at < f->ahead_end)
        err_format(&exc_ValueError,
                   "Mixing iteration and read methods would lose data");
    else
        return true;
    file_end(f, use);
    return false;
}

bool file_begin_write(PyFile *f, FileUse *use)
{
    if (!file_begin(f, use))
        return false;
    if (f->writable)
        return true;
    err_format(&exc_IOError, "File not open for writing");
    file_end(f, use);
    return false;
}

void file_drop_ahead(PyFile *f)
{
    f->ahead = NULL;
    f->ahead_at = f->ahead_end = 0;
}

void *file_error(FILE *fp)
{
    err_from_errno(&exc_IOError, NULL);
    clearerr_unlocked(fp);
    return NULL;
}

/* --- making
 * ------------------------------------------------------------------- */

static PyFile *file_alloc(PyType *type)
{
    PyFile *f =
        type == &file_type ? gc_new(type, sizeof *f) : instance_new(type);

    f->name = f->mode = (Value)str_from_c("<uninitialized file>");
    f->encoding = f->errors = NONE;
    return f;
}

/* The pending exception has nobody else to go to. */
static void print_close_failed(void)
{
    Value file = sys_get(NAME(stderr)), type, value, tb;

    err_fetch(&type, &value, &tb);
    if (file && file != NONE &&
        file_write_text(file, "close failed in file object destructor:\n") < 0)
        err_clear();
    err_restore(type, value, tb);
    err_print();
}

/* An unreachable file closes its stream. */
static void file_forgotten(PyObject *object)
{
    PyFile *f = (PyFile *)object;
    FILE *fp = atomic_exchange(&f->fp, NULL);

    pending_remove((Value)f);
    if (!fp || !f->close)
        return;
    errno = 0;
    if (f->close(fp) == EOF) {
        Value type, value, tb; /* of what is pending where it dies */

        err_fetch(&type, &value, &tb);
        err_from_errno(&exc_IOError, NULL);
        print_close_failed();
        err_restore(type, value, tb);
    }
}

static void set_stream(PyFile *f, FILE *fp, Value name, const char *mode,
                       int (*close)(FILE *fp))
{
    f->name = name;
    f->mode = (Value)str_from_c(mode);
    f->close = close;
    f->softspace = 0;
    f->binary = strchr(mode, 'b') != NULL;
    f->universal = strchr(mode, 'U') != NULL;
    f->newline_kinds = 0;
    f->skip_newline = false;
    f->readable = strpbrk(mode, "rU+") != NULL;
    f->writable = strpbrk(mode, "wa+") != NULL;
    f->encoding = f->errors = NONE;
    file_drop_ahead(f);
    atomic_store(&f->fp, fp);
    if (fp && close)
        gc_on_unreachable(&f->head, file_forgotten);
}

Value file_from_stream(FILE *fp, Value name, const char *mode,
                       int (*close)(FILE *fp))
{
    PyFile *f = file_alloc(&file_type);

    set_stream(f, fp, name, mode, close);
    return (Value)f;
}

Value file_from_stdio(FILE *fp, const char *name, const char *mode)
{
    return file_from_stream(fp, (Value)str_from_c(name), mode, NULL);
}

void file_set_encoding(Value file, const char *encoding, const char *errors)
{
    as_file(file)->encoding = encoding ? (Value)str_from_c(encoding) : NONE;
    as_file(file)->errors = errors ? (Value)str_from_c(errors) : NONE;
}

bool file_collect_descriptors(int error)
{
    if (error != EMFILE && error != ENFILE)
        return false;
    GC_gcollect();
    gc_run_finalizers();
    return true;
}

FILE *file_open_stream(const char *name, const char *mode)
{
    FILE *fp;

    pending_write();
    fp = fopen(name, mode);
    if (!fp && file_collect_descriptors(errno))
        fp = fopen(name, mode);
    return fp;
}

/* Python's mode as fopen takes it, into out[size]; false: ValueError. */
static bool stdio_mode(const char *mode, char *out, size_t size)
{
    const char *u = strchr(mode, 'U');
    size_t n = 0;

    if (!*mode) {
        err_format(&exc_ValueError, "empty mode string");
        return false;
    }
    if (u) {
        const char *first = u == mode ? mode + 1 : mode;

        if (*first == 'w' || *first == 'a') {
            err_format(&exc_ValueError,
                       "universal newline mode can only be used with modes "
                       "starting with 'r'");
            return false;
        }
        out[n++] = 'r';
        if (!strchr(mode, 'b'))
            out[n++] = 'b';
    } else if (!strchr("rwa", *mode)) {
        err_format(&exc_ValueError,
                   "mode string must begin with one of 'r', 'w', 'a' or 'U', "
                   "not '%.200s'",
                   mode);
        return false;
    }
    for (const char *p = mode; *p && n < size - 1; p++)
        if (*p != 'U' && !(u && *p == 'r' && p <= u + 1))
            out[n++] = *p;
    out[n] = 0;
    return true;
}

static mode_t kind_of_file(FILE *fp)
{
    struct stat st;

    return fstat(fileno(fp), &st) == 0 ? st.st_mode & S_IFMT : 0;
}

/* Only what goes to a regular file can be read elsewhere; with line buffering
 * the program says when. */
static void write_out(Value file, bool at_end)
{
    PyFile *f = as_file(file);
    FileUse use;
    int error = 0;

    if (!atomic_load(&f->fp) || !file_begin(f, &use))
        return;
    errno = 0;
    if (__fpending(use.fp) > 0 &&
        (at_end || (!__flbf(use.fp) && kind_of_file(use.fp) == S_IFREG)) &&
        fflush_unlocked(use.fp) == EOF)
        error = errno;
    file_end(f, &use);
    if (error && at_end) {
        errno = error;
        err_from_errno(&exc_IOError, NULL);
        print_close_failed();
    }
}

static int open_failed(Value name, const char *mode)
{
    if (errno == EINVAL) {
        PyStr *text = str_format_c("invalid mode ('%.50s') or filename", mode);

        err_restore((Value)&exc_IOError,
                    (Value)tuple_pack(3, tag_int(EINVAL), (Value)text, name),
                    NULL);
    } else {
        err_from_errno(&exc_IOError, name);
    }
    return -1;
}

void file_set_buffering(FILE *fp, int64_t size)
{
    if (size == 0)
        setvbuf(fp, NULL, _IONBF, 0);
    else if (size == 1)
        setvbuf(fp, NULL, _IOLBF, BUFSIZ);
    else if (size > 1)
        setvbuf(fp, NULL, _IOFBF, (size_t)size);
}

static int open_file(PyFile *f, Value name, const char *path, const char *mode,
                     int64_t buffering)
{
    char c_mode[64];
    FILE *fp;

    if (!stdio_mode(mode, c_mode, sizeof c_mode))
        return -1;
    errno = 0;
    fp = file_open_stream(path, c_mode);
    if (!fp) {
        f->name = name;
        return open_failed(name, mode);
    }
    if (kind_of_file(fp) == S_IFDIR) {
        fclose(fp);
        errno = EISDIR;
        return open_failed(name, mode);
    }
    file_set_buffering(fp, buffering);
    set_stream(f, fp, name, mode, fclose);
    if (f->writable)
        pending_add((Value)f, write_out);
    return 0;
}

/* The file name as bytes; NULL: TypeError. */
static PyStr *path_bytes(Value name)
{
    PyStr *s = (PyStr *)name;

    if (is_unicode(name))
        s = (PyStr *)codec_encode(name, "utf-8", "strict");
    else if (!is_str(name))
        return err_format(
            &exc_TypeError,
            "coercing to Unicode: need string or buffer, %s found",
            type_name_of(name));
    if (s && (int64_t)strlen(s->data) != s->length)
        return err_format(&exc_TypeError,
                          "file() argument 1 must be encoded string without "
                          "null bytes, not %s",
                          type_name_of(name));
    return s;
}

static int close_stream(PyFile *f, int *status);

static int file_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    static const char *const names[] = {"name", "mode", "buffering"};
    PyFile *f = as_file(self);
    const char *mode = "r";
    Value out[3];
    int64_t buffering;
    PyStr *path;
    int status;

    if (args_parse("file", args, nargs, kwnames, names, 1, 3, out) < 0 ||
        close_stream(f, &status) < 0 || !(path = path_bytes(out[0])))
        return -1;
    if (out[1] && !(mode = arg_name("file", 2, out[1])))
        return -1;
    if (!optional_int(&out[2], out[2] != NULL, 0, -1, &buffering))
        return -1;
    return open_file(f, out[0], path->data, mode, buffering);
}

static Value file_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return (Value)file_alloc(type);
}

/* --- closing
 * --------------------------------------------------------------------- */

/* Closes if open; *status is the stream's. */
static int close_stream(PyFile *f, int *status)
{
    FILE *fp = atomic_load(&f->fp);
    int (*close)(FILE *) = f->close;

    *status = 0;
    if (!fp)
        return 0;
    if (!atomic_compare_exchange_strong(&f->fp, &fp, NULL))
        return 0;
    /* Who uses the stream has said so before looking for it. */
    if (atomic_load(&f->users) > 0) {
        atomic_store(&f->fp, fp);
        err_format(&exc_IOError,
                   "close() called during concurrent operation on the same "
                   "file object.");
        return -1;
    }
    file_drop_ahead(f);
    pending_remove((Value)f);
    if (!close)
        return fflush(fp) == EOF ? (err_from_errno(&exc_IOError, NULL), -1) : 0;
    f->close = NULL;
    errno = 0;
    *status = close(fp);
    if (*status == EOF) {
        err_from_errno(&exc_IOError, NULL);
        return -1;
    }
    return 0;
}

void file_give_up(Value file)
{
    int status;

    if (close_stream(as_file(file), &status) < 0)
        print_close_failed();
}

static Value file_close_method(Value self, const Value *args, Py_ssize nargs)
{
    int status;

    if (close_stream(as_file(self), &status) < 0)
        return NULL;
    return status ? value_from_int(status) : NONE;
}

static Value file_exit_method(Value self, const Value *args, Py_ssize nargs)
{
    return op_call_method(self, NAME(close), NULL, 0) ? NONE : NULL;
}

static Value file_self_method(Value self, const Value *args, Py_ssize nargs)
{
    if (!atomic_load(&as_file(self)->fp))
        return err_format(&exc_ValueError, "I/O operation on closed file");
    return self;
}

static Value file_iter(Value self)
{
    return file_self_method(self, NULL, 0);
}

/* --- writing
 * ------------------------------------------------------------------- */

int file_write_bytes(PyFile *f, const char *data, int64_t length)
{
    FileUse use;
    int r = 0;

    if (!file_begin_write(f, &use))
        return -1;
    f->softspace = 0;
    errno = 0;
    if ((int64_t)fwrite_unlocked(data, 1, (size_t)length, use.fp) != length ||
        ferror_unlocked(use.fp)) {
        file_error(use.fp);
        r = -1;
    }
    file_end(f, &use);
    return r;
}

static const char *text_or(Value v, const char *fallback)
{
    return v == NONE ? fallback : str_data((PyStr *)v);
}

/* The bytes that write(v) writes; false: TypeError. */
static bool bytes_to_write(PyFile *f, Value v, Span *out)
{
    PyStr *s;

    if (is_str(v)) {
        *out = str_span(v);
        return true;
    }
    if (f->binary)
        return arg_bytes("write", 1, v, out);
    if (!is_unicode(v))
        return arg_char_buffer(v, out);
    s = (PyStr *)codec_encode(v, text_or(f->encoding, rt_default_encoding),
                              text_or(f->errors, "strict"));
    if (!s)
        return false;
    *out = str_span((Value)s);
    return true;
}

static Value file_write_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = as_file(self);
    Span s;

    if (!atomic_load(&f->fp))
        return err_format(&exc_ValueError, "I/O operation on closed file");
    if (!f->writable)
        return err_format(&exc_IOError, "File not open for writing");
    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "function takes exactly 1 argument (%lld given)",
                          (long long)nargs);
    if (!bytes_to_write(f, args[0], &s) ||
        file_write_bytes(f, s.data, s.length) < 0)
        return NULL;
    return NONE;
}

static int write_item(Value item, void *file)
{
    Span s;

    if (is_str(item)) {
        s = str_span(item);
    } else if (!value_bytes_or_null(item, &s)) {
        err_format(&exc_TypeError,
                   "writelines() argument must be a sequence of strings");
        return -1;
    }
    return file_write_bytes(file, s.data, s.length);
}

static Value file_writelines_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    PyFile *f = as_file(self);
    FileUse use;
    Value it;

    if (!file_begin_write(f, &use))
        return NULL;
    file_end(f, &use);
    it = op_iter(args[0]);
    if (!it) {
        err_clear();
        return err_format(&exc_TypeError,
                          "writelines() requires an iterable argument");
    }
    return op_iterate_rest(it, write_item, f) < 0 ? NULL : NONE;
}

static Value file_flush_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = as_file(self);
    FileUse use;
    Value r = NONE;

    if (!file_begin(f, &use))
        return NULL;
    errno = 0;
    if (fflush_unlocked(use.fp) != 0)
        r = file_error(use.fp);
    file_end(f, &use);
    return r;
}

/* --- positions
 * -------------------------------------------------------------------- */

/* A file offset from int, long, __index__ or (deprecated) float. */
static bool offset_of(Value v, int64_t *out)
{
    if (has_type_flag(v, TYPE_FLOAT)) {
        if (err_warn(&exc_DeprecationWarning,
                     "integer argument expected, got float", 1) < 0)
            return false;
        *out = (int64_t)float_value(v);
        return true;
    }
    v = value_index(v);
    if (!v)
        return false;
    *out = value_as_int64(v);
    return *out != -1 || !err_pending();
}

static Value file_seek_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = as_file(self);
    int64_t offset, whence;
    FileUse use;
    Value r = NONE;

    if (!atomic_load(&f->fp))
        return err_format(&exc_ValueError, "I/O operation on closed file");
    if (nargs < 1 || nargs > 2)
        return err_format(&exc_TypeError,
                          "seek() takes at %s argument%s (%lld given)",
                          nargs < 1 ? "least 1" : "most 2",
                          nargs < 1 ? "" : "s", (long long)nargs);
    if (!file_begin(f, &use))
        return NULL;
    file_drop_ahead(f);
    file_end(f, &use);
    if (!optional_int(args, nargs, 1, 0, &whence) ||
        !offset_of(args[0], &offset) || !file_begin(f, &use))
        return NULL;
    errno = 0;
    if (fseeko(use.fp, offset, (int)whence) != 0)
        r = file_error(use.fp);
    f->skip_newline = false;
    file_end(f, &use);
    return r;
}

/* The position, a "\r\n" that is half read counted whole. */
static int64_t position(PyFile *f, FILE *fp)
{
    int64_t at = ftello(fp);

    if (at != -1 && f->skip_newline) {
        int c = getc_unlocked(fp);

        if (c == '\n') {
            f->newline_kinds |= NEWLINE_CRLF;
            f->skip_newline = false;
            at++;
        } else if (c != EOF) {
            ungetc(c, fp);
        }
    }
    return at;
}

static Value file_tell_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = as_file(self);
    FileUse use;
    int64_t at;

    if (!file_begin(f, &use))
        return NULL;
    errno = 0;
    at = position(f, use.fp);
    if (at == -1)
        file_error(use.fp);
    file_end(f, &use);
    return at == -1 ? NULL : value_from_int(at);
}

static int truncate_stream(FILE *fp, int64_t size_or_minus)
{
    off_t at;

    if (fflush_unlocked(fp) != 0 || (at = ftello(fp)) == -1)
        return -1;
    if (ftruncate(fileno_unlocked(fp),
                  size_or_minus == INT64_MIN ? at : size_or_minus) != 0)
        return -1;
    return fseeko(fp, at, SEEK_SET);
}

static Value file_truncate_method(Value self, const Value *args, Py_ssize nargs)
{
    PyFile *f = as_file(self);
    int64_t size = INT64_MIN;
    FileUse use;
    Value r = NONE;

    if (!file_begin_write(f, &use))
        return NULL;
    if (nargs > 0) {
        size = value_as_ssize(args[0]);
        if (size == -1 && err_pending()) {
            file_end(f, &use);
            return NULL;
        }
    }
    errno = 0;
    if (truncate_stream(use.fp, size) != 0)
        r = file_error(use.fp);
    file_end(f, &use);
    return r;
}

/* --- descriptors
 * -------------------------------------------------------------------- */

FILE *file_stream(Value file)
{
    FILE *fp;

    if (!is_file(file))
        return err_format(&exc_TypeError, "must be file, not %s",
                          type_name_of(file));
    fp = atomic_load(&as_file(file)->fp);
    return fp ? fp
              : err_format(&exc_ValueError, "I/O operation on closed file");
}

int file_descriptor(Value v)
{
    int64_t fd;

    if (!has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        Value method = op_getattr_or_null(v, str_intern("fileno"));

        if (!method) {
            if (!err_pending())
                err_format(&exc_TypeError, "argument must be an int, or have "
                                           "a fileno() method");
            return -1;
        }
        v = op_call(method, NULL, 0, NULL);
        if (!v)
            return -1;
        if (!has_type_flag(v, TYPE_INT | TYPE_LONG)) {
            err_format(&exc_TypeError, "fileno() returned a non-integer");
            return -1;
        }
    }
    fd = value_as_c_int(v);
    if (fd == -1 && err_pending())
        return -1;
    if (fd < 0) {
        err_format(&exc_ValueError,
                   "file descriptor cannot be a negative integer (%d)",
                   (int)fd);
        return -1;
    }
    return (int)fd;
}

static Value file_fileno_method(Value self, const Value *args, Py_ssize nargs)
{
    FILE *fp = file_stream(self);

    return fp ? tag_int(fileno(fp)) : NULL;
}

static Value file_isatty_method(Value self, const Value *args, Py_ssize nargs)
{
    FILE *fp = file_stream(self);

    return fp ? value_from_bool(isatty(fileno(fp))) : NULL;
}

/* --- attributes, repr
 * -------------------------------------------------------------- */

static Value file_repr(Value self)
{
    PyFile *f = as_file(self);
    PyStr *name = (PyStr *)op_repr(f->name);

    if (!name)
        return NULL;
    return (Value)str_format_c("<%s file %s, mode '%s' at %p>",
                               atomic_load(&f->fp) ? "open" : "closed",
                               name->data, str_data((PyStr *)f->mode),
                               (void *)f);
}

static Value file_get_mode(Value self)
{
    return as_file(self)->mode;
}

static Value file_get_name(Value self)
{
    return as_file(self)->name;
}

static Value file_get_encoding(Value self)
{
    return as_file(self)->encoding;
}

static Value file_get_errors(Value self)
{
    return as_file(self)->errors;
}

static Value file_get_closed(Value self)
{
    return value_from_bool(!atomic_load(&as_file(self)->fp));
}

static Value file_get_newlines(Value self)
{
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value found[3];
    int n = 0, kinds = as_file(self)->newline_kinds;

    for (int i = 0; i < 3; i++)
        if (kinds & (1 << i))
            found[n++] = (Value)str_from_c(texts[i]);
    if (n < 2)
        return n ? found[0] : NONE;
    return n == 2 ? (Value)tuple_pack(2, found[0], found[1])
                  : (Value)tuple_pack(3, found[0], found[1], found[2]);
}

static Value file_get_softspace(Value self)
{
    return tag_int(as_file(self)->softspace);
}

static int file_set_softspace(Value self, Value v)
{
    int64_t i;

    if (!v) {
        err_format(&exc_TypeError, "can't delete softspace attribute");
        return -1;
    }
    i = value_as_c_int(v);
    if (i == -1 && err_pending())
        return -1;
    as_file(self)->softspace = (int32_t)i;
    return 0;
}

static int set_readonly(Value self, Value v)
{
    err_format(&exc_TypeError, "readonly attribute");
    return -1;
}

static const GetSetDef file_getsets[] = {
    {"mode", file_get_mode, set_readonly, "the mode the file was opened with",
     true},
    {"name", file_get_name, set_readonly, "file name", true},
    {"encoding", file_get_encoding, set_readonly, "file encoding", true},
    {"errors", file_get_errors, set_readonly, "Unicode error handler", true},
    {"closed", file_get_closed, NULL, "True if the file is closed"},
    {"newlines", file_get_newlines, NULL,
     "ends of lines seen so far, with mode 'U': None, one, or a tuple"},
    {"softspace", file_get_softspace, file_set_softspace,
     "is a space due before what print writes next?"},
    {0}};

static const NativeDef file_method_table[] = {
#include "methods_table.h"
#include "file.def"
#include "methods_end.h"
    {0}};

PyType file_type = {
    .head.type = &type_type,
    .name = "file",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyFile),
    .doc = "file(name[, mode[, buffering]]) -> file object\n\n"
           "A file; programs call open(), which takes the same arguments.\n"
           "mode: 'r' reads, 'w' writes from scratch, 'a' adds at the end; "
           "with '+' both\n"
           "ways, with 'b' bytes as they are, with 'rU' every end of line "
           "becomes '\\n'.\n"
           "buffering: 0 for none, 1 for lines, or a size.\n",
    .methods = file_method_table,
    .getsets = file_getsets,
    .repr = file_repr,
    .iter = file_iter,
    .next = file_next,
    .new_instance = file_make,
    .init = file_init,
};
