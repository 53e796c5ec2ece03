/* FileIO: raw files on the system's descriptors. */
#include "_io.h"
#include "file_pending.h"
#include "codecs.h"
#include "file.h"
#include "file_io.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define SELF ((PyFileIO *)self)

static void *closed_error(void)
{
    return err_format(&exc_ValueError, "I/O operation on closed file");
}

static void *mode_error(const char *action)
{
    return err_format(&exc_ValueError, "File not open for %s", action);
}

static void *io_error(void)
{
    return err_from_errno(&exc_IOError, NULL);
}

/* TypeError of a call with too few or too many arguments, which comes after
 * other errors. */
static bool check_count(const char *name, Py_ssize nargs, int min, int max)
{
    const char *how = min == max    ? "exactly"
                      : nargs < min ? "at least"
                                    : "at most";
    int n = nargs < min ? min : max;

    if (nargs >= min && nargs <= max)
        return true;
    err_format(&exc_TypeError, "%s%stakes %s %d argument%s (%ld given)", name,
               *name ? "() " : "function ", how, n, n == 1 ? "" : "s",
               (long)nargs);
    return false;
}

/* --- what the layers above call ------------------------------------------- */

bool fileio_check_readable(PyFileIO *f)
{
    if (f->fd < 0)
        closed_error();
    else if (!f->readable)
        mode_error("reading");
    else
        return true;
    return false;
}

bool fileio_check_writable(PyFileIO *f)
{
    if (f->fd < 0)
        closed_error();
    else if (!f->writable)
        mode_error("writing");
    else
        return true;
    return false;
}

static int64_t transferred(ssize_t n)
{
    if (n >= 0)
        return n;
    if (errno == EAGAIN)
        return -2;
    io_error();
    return -1;
}

int64_t fileio_read_into(PyFileIO *f, char *into, int64_t n)
{
    return transferred(read(f->fd, into, (size_t)n));
}

int64_t fileio_write_from(PyFileIO *f, const char *data, int64_t n)
{
    return transferred(write(f->fd, data, (size_t)n));
}

int64_t fileio_seek(PyFileIO *f, int64_t pos, int whence)
{
    int64_t at = lseek(f->fd, pos, whence);

    if (at < 0)
        io_error();
    return at;
}

int64_t fileio_block_size(PyFileIO *f)
{
    struct stat st;

    return fstat(f->fd, &st) == 0 && st.st_blksize > 1 ? st.st_blksize : 0;
}

/* How much there seems to be; the position may be behind the end. */
static int64_t size_left(PyFileIO *f)
{
    struct stat st;
    int64_t at = lseek(f->fd, 0, SEEK_CUR);

    if (at < 0 || fstat(f->fd, &st) < 0 || st.st_size < at)
        return 0;
    return st.st_size - at;
}

Value fileio_readall(PyFileIO *f)
{
    int64_t room = size_left(f) + 1;
    StrBuilder b = {0};

    for (;;) {
        int64_t n;

        if (room < IO_BUFFER_SIZE)
            room = IO_BUFFER_SIZE;
        if (b.capacity - b.length < 2 && sb_reserve(&b, room) < 0)
            return NULL;
        n = fileio_read_into(f, b.text->data + b.length, b.capacity - b.length);
        if (n == -1 && io_was_interrupted())
            continue;
        if (n == -1)
            return NULL;
        if (n == -2 && b.length == 0)
            return NONE;
        if (n <= 0)
            return (Value)sb_finish(&b);
        b.length += n;
    }
}

/* --- opening -------------------------------------------------------------- */

static int close_descriptor(PyFileIO *f)
{
    int fd = f->fd;

    f->fd = -1;
    if (close(fd) == 0)
        return 0;
    io_error();
    return -1;
}

static int bad_mode(void)
{
    err_format(&exc_ValueError, "Must have exactly one of read/write/append "
                                "mode and at most one plus");
    return -1;
}

/* Sets what the mode allows; the flags for open(), -1: exception. */
static int parse_mode(PyFileIO *f, const char *mode)
{
    int kinds = 0, plus = 0;
    bool truncating = false;

    f->readable = f->writable = f->appending = false;
    for (const char *p = mode; *p; p++) {
        if (*p == 'r' || *p == 'w' || *p == 'a') {
            kinds++;
            f->readable = *p == 'r';
            f->writable = *p != 'r';
            f->appending = *p == 'a';
            truncating = *p == 'w';
        } else if (*p == '+') {
            plus++;
        } else if (*p != 'b') {
            err_format(&exc_ValueError, "invalid mode: %.200s", mode);
            return -1;
        }
        if (kinds > 1 || plus > 1)
            return bad_mode();
    }
    if (kinds != 1)
        return bad_mode();
    if (plus)
        f->readable = f->writable = true;
    return (f->readable && f->writable ? O_RDWR
            : f->writable              ? O_WRONLY
                                       : O_RDONLY) |
           (f->appending ? O_APPEND | O_CREAT : 0) |
           (truncating ? O_TRUNC | O_CREAT : 0);
}

/* The name as bytes; NULL: TypeError. */
static PyStr *path_bytes(Value name)
{
    PyStr *s = (PyStr *)name;
    Span span;

    if (is_unicode(name))
        s = (PyStr *)codec_encode(name, "utf-8", "strict");
    else if (is_str(name))
        ;
    else if (value_has_char_buffer(name) && value_bytes_or_null(name, &span))
        s = str_from(span.data, span.length);
    else
        return err_format(
            &exc_TypeError,
            "coercing to Unicode: need string or buffer, %.80s found",
            type_name_of(name));
    if (s && (int64_t)strlen(s->data) != s->length)
        return err_format(&exc_TypeError, "embedded NUL character");
    return s;
}

static int open_path(PyFileIO *f, Value name, int flags)
{
    PyStr *path;

    if (!f->closefd) {
        err_format(&exc_ValueError, "Cannot use closefd=False with file name");
        return -1;
    }
    path = path_bytes(name);
    if (!path)
        return -1;
    pending_write();
    errno = 0;
    f->fd = open(path->data, flags, 0666);
    if (f->fd < 0 && file_collect_descriptors(errno))
        f->fd = open(path->data, flags, 0666);
    if (f->fd >= 0)
        return 0;
    err_from_errno(&exc_IOError, name);
    return -1;
}

static int take_descriptor(PyFileIO *f, int64_t fd)
{
    struct stat st;

    if (fd < 0) {
        err_format(&exc_ValueError, "negative file descriptor");
        return -1;
    }
    if (fstat((int)fd, &st) < 0 && errno == EBADF) {
        err_from_errno(&exc_OSError, NULL);
        return -1;
    }
    f->fd = (int)fd;
    return 0;
}

static int refuse_directory(PyFileIO *f, Value name)
{
    struct stat st;

    if (fstat(f->fd, &st) < 0 || !S_ISDIR(st.st_mode))
        return 0;
    errno = EISDIR;
    err_from_errno(&exc_IOError, name);
    return -1;
}

/* Behind opening: what may still fail.  -1 */
static int finish_opening(PyFileIO *f, Value name)
{
    if (refuse_directory(f, name) < 0 ||
        op_setattr((Value)f, ION(name), name) < 0)
        return -1;
    return f->appending && fileio_seek(f, 0, SEEK_END) < 0 ? -1 : 0;
}

static bool is_number(Value v)
{
    return is_tagged_int(v) || has_type_flag(v, TYPE_INT | TYPE_LONG);
}

static int open_any(PyFileIO *f, Value name, const char *mode)
{
    int64_t fd = -1;
    int flags;

    if (is_number(name)) {
        fd = value_as_c_int(name);
        if (fd == -1 && err_pending())
            err_clear();
        else if (fd < 0)
            return take_descriptor(f, fd);
    } else if (has_type_flag(name, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "integer argument expected, got float");
        return -1;
    }
    flags = parse_mode(f, mode);
    if (flags < 0)
        return -1;
    return fd >= 0 ? take_descriptor(f, fd) : open_path(f, name, flags);
}

static int fileio_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"file", "mode", "closefd"};
    PyFileIO *f = SELF;
    const char *mode = "r";
    int closefd = 1;
    Value given[3];
    KeptError error;

    if (f->fd >= 0 && f->closefd && close_descriptor(f) < 0)
        return -1;
    f->fd = -1;
    if (args_parse("fileio", args, nargs, kwnames, names, 1, 3, given) < 0 ||
        (given[1] && !(mode = arg_name("fileio", 2, given[1]))) ||
        (given[2] && (closefd = op_is_true(given[2])) < 0))
        return -1;
    f->closefd = closefd;
    f->seekable = -1;
    if (open_any(f, given[0], mode) < 0)
        return -1;
    f->io.shut = false;
    if (finish_opening(f, given[0]) == 0)
        return 0;
    error = io_keep_error();
    if (is_number(given[0]) || !f->closefd)
        f->fd = -1;
    else if (close_descriptor(f) < 0)
        err_clear();
    io_restore_error(error);
    return -1;
}

static Value fileio_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyFileIO *f = (PyFileIO *)io_new(type, (type->flags & TYPE_HEAP) != 0);

    if (f) {
        f->fd = -1;
        f->closefd = true;
        f->seekable = -1;
    }
    return (Value)f;
}

/* --- methods -------------------------------------------------------------- */

static Value f_close(Value self, const Value *args, Py_ssize nargs)
{
    static const NativeDef *base;
    KeptError error = {0};
    Value result;

    if (!base)
        for (base = io_base_type.methods; strcmp(base->name, "close"); base++)
            ;
    result = ((NativeFn *)base->fn)(self, NULL, 0);
    if (!result)
        error = io_keep_error();
    if (!SELF->closefd)
        SELF->fd = -1;
    else if (SELF->fd >= 0 && close_descriptor(SELF) < 0)
        return NULL;
    if (!result)
        io_restore_error(error);
    return result;
}

static Value f_fileno(Value self, const Value *args, Py_ssize nargs)
{
    return SELF->fd < 0 ? closed_error() : value_from_int(SELF->fd);
}

static Value f_readable(Value self, const Value *args, Py_ssize nargs)
{
    return SELF->fd < 0 ? closed_error() : value_from_bool(SELF->readable);
}

static Value f_writable(Value self, const Value *args, Py_ssize nargs)
{
    return SELF->fd < 0 ? closed_error() : value_from_bool(SELF->writable);
}

static Value f_seekable(Value self, const Value *args, Py_ssize nargs)
{
    if (SELF->fd < 0)
        return closed_error();
    if (SELF->seekable < 0)
        SELF->seekable = lseek(SELF->fd, 0, SEEK_CUR) >= 0;
    return value_from_bool(SELF->seekable);
}

static Value f_isatty(Value self, const Value *args, Py_ssize nargs)
{
    return SELF->fd < 0 ? closed_error() : value_from_bool(isatty(SELF->fd));
}

static Value f_readall(Value self, const Value *args, Py_ssize nargs)
{
    return fileio_check_readable(SELF) ? fileio_readall(SELF) : NULL;
}

static Value f_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size, n;
    PyStr *s;

    if (!fileio_check_readable(SELF) || !io_size(args, nargs, 0, &size))
        return NULL;
    if (size < 0)
        return io_call(self, ION(readall));
    s = str_new(size);
    if (!s)
        return NULL;
    n = fileio_read_into(SELF, s->data, size);
    if (n < 0)
        return n == -2 ? NONE : NULL;
    return (Value)io_shrink(s, n);
}

static Value f_readinto(Value self, const Value *args, Py_ssize nargs)
{
    Buffer memory;
    int64_t n;

    if (!fileio_check_readable(SELF) || !check_count("", nargs, 1, 1) ||
        !io_writable_bytes(args[0], "", &memory))
        return NULL;
    n = fileio_read_into(SELF, memory.data, memory.length);
    return n >= 0 ? io_long(n) : n == -2 ? NONE : NULL;
}

static Value f_write(Value self, const Value *args, Py_ssize nargs)
{
    Span data;
    int64_t n;

    if (!fileio_check_writable(SELF) || !check_count("write", nargs, 1, 1) ||
        !arg_bytes("write", 1, args[0], &data))
        return NULL;
    n = fileio_write_from(SELF, data.data, data.length);
    /* A handler of the signal that cut it short runs before the caller goes
     * on. */
    if (n == -1 || thread_safepoint() < 0)
        return NULL;
    return n >= 0 ? io_long(n) : NONE;
}

static bool position(Value v, int64_t *out)
{
    if (has_type_flag(v, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "an integer is required");
        return false;
    }
    *out = value_as_int64(v);
    return *out != -1 || !err_pending();
}

static Value f_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t pos, whence = 0;

    if (SELF->fd < 0)
        return closed_error();
    if (!check_count("", nargs, 1, 2) ||
        (nargs == 2 && !io_int(args[1], &whence)) || !position(args[0], &pos))
        return NULL;
    pos = fileio_seek(SELF, pos, (int)whence);
    return pos < 0 ? NULL : io_long(pos);
}

static Value f_tell(Value self, const Value *args, Py_ssize nargs)
{
    int64_t pos;

    if (SELF->fd < 0)
        return closed_error();
    pos = fileio_seek(SELF, 0, SEEK_CUR);
    return pos < 0 ? NULL : io_long(pos);
}

static Value f_truncate(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size;

    if (!fileio_check_writable(SELF))
        return NULL;
    if (nargs == 0 || args[0] == NONE) {
        size = fileio_seek(SELF, 0, SEEK_CUR);
        if (size < 0)
            return NULL;
    } else if (!position(args[0], &size)) {
        return NULL;
    }
    if (ftruncate(SELF->fd, size) < 0)
        return io_error();
    return nargs == 0 || args[0] == NONE ? io_long(size) : args[0];
}

/* --- attributes ----------------------------------------------------------- */

static const char *mode_text(PyFileIO *f)
{
    if (f->appending)
        return f->readable ? "ab+" : "ab";
    if (f->readable)
        return f->writable ? "rb+" : "rb";
    return "wb";
}

static Value get_closed(Value self)
{
    return value_from_bool(SELF->fd < 0);
}

static Value get_closefd(Value self)
{
    return value_from_bool(SELF->closefd);
}

static Value get_mode(Value self)
{
    const char *mode = mode_text(SELF);

    return (Value)unicode_from_ascii(mode, (int64_t)strlen(mode));
}

static Value repr(Value self)
{
    Value name, text;

    if (SELF->fd < 0)
        return (Value)str_from_c("<_io.FileIO [closed]>");
    name = op_getattr_or_null(self, ION(name));
    if (!name)
        return err_pending() ? NULL
                             : (Value)str_format_c("<_io.FileIO fd=%d "
                                                   "mode='%s'>",
                                                   SELF->fd, mode_text(SELF));
    if (repr_enter(self) != 0)
        return err_pending() ? NULL
                             : err_format(&exc_RuntimeError,
                                          "reentrant call inside %s.__repr__",
                                          type_name_of(self));
    text = op_repr(name);
    repr_leave(self);
    return text ? (Value)str_format_c("<_io.FileIO name=%s mode='%s'>",
                                      str_data((PyStr *)text), mode_text(SELF))
                : NULL;
}

static const NativeDef methods[] = {{"read", f_read, 0, 1, ARITY_parse},
                                    {"readall", f_readall, 0, 0, ARITY_none},
                                    {"readinto", f_readinto, 0, -1, ARITY_self},
                                    {"write", f_write, 0, -1, ARITY_self},
                                    {"seek", f_seek, 0, -1, ARITY_self},
                                    {"tell", f_tell, 0, 0, ARITY_none},
                                    {"truncate", f_truncate, 0, 1, ARITY_parse},
                                    {"close", f_close, 0, 0, ARITY_none},
                                    {"seekable", f_seekable, 0, 0, ARITY_none},
                                    {"readable", f_readable, 0, 0, ARITY_none},
                                    {"writable", f_writable, 0, 0, ARITY_none},
                                    {"fileno", f_fileno, 0, 0, ARITY_none},
                                    {"isatty", f_isatty, 0, 0, ARITY_none},
                                    {0}};

static const GetSetDef getsets[] = {
    {"closed", get_closed}, {"closefd", get_closefd}, {"mode", get_mode}, {0}};

PyType io_file_type = {
    .head.type = &type_type,
    .name = "_io.FileIO",
    .base = &io_raw_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyFileIO),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "FileIO(name or descriptor[, mode[, closefd]]) -> raw stream\n\n"
           "A file of the system, unbuffered; mode 'r', 'w' or 'a', with '+' "
           "for both.\n",
    .methods = methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = fileio_new,
    .init = fileio_init,
};
