/* fcntl: fcntl, ioctl and file locks. */
#include "posix_support.h"
#include "file.h"
#include "str.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "methods_declare.h"
#include "fcntl.def"
#include "methods_end.h"

enum { BUFFER_MAX = 1024 };

static Value io_error(void)
{
    return err_from_errno(&exc_IOError, NULL);
}

/* The third argument when it is bytes, copied into a buffer that the call
 * may write to; *n its length, -1: it is none.  false: ValueError. */
static bool buffer_argument(const char *fname, Value v, char *to, int *n)
{
    *n = -1;
    if (!has_type_flag(v, TYPE_STR))
        return true;
    if (((PyStr *)v)->length > BUFFER_MAX) {
        err_format(&exc_ValueError, "%s string arg too long", fname);
        return false;
    }
    *n = (int)((PyStr *)v)->length;
    memcpy(to, str_data((PyStr *)v), (size_t)*n);
    return true;
}

static Value fcntl_fcntl(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]), code, n = -1, r;
    char buffer[BUFFER_MAX + 1];
    int64_t arg = 0;

    if (fd < 0 || !posix_int(args[1], &code))
        return NULL;
    if (nargs > 2) {
        if (!buffer_argument("fcntl", args[2], buffer, &n))
            return NULL;
        if (n < 0) {
            arg = value_as_int64(args[2]);
            if (arg == -1 && err_pending())
                return NULL;
        }
    }
    r = n >= 0 ? fcntl(fd, code, buffer) : fcntl(fd, code, (long)arg);
    if (r < 0)
        return io_error();
    return n >= 0 ? (Value)str_from(buffer, n) : tag_int(r);
}

/* ioctl on the memory of a writable buffer object itself. */
static Value ioctl_in_place(int fd, unsigned long code, Buffer *b)
{
    int r = ioctl(fd, code, b->data);

    return r < 0 ? io_error() : tag_int(r);
}

static Value fcntl_ioctl(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]), n = -1, r, mutate = 1;
    char buffer[BUFFER_MAX + 1];
    int64_t code, arg = 0;
    Buffer b;

    if (fd < 0)
        return NULL;
    code = value_as_int64(args[1]);
    if ((code == -1 && err_pending()) ||
        (nargs > 3 && (mutate = op_is_true(args[3])) < 0))
        return NULL;
    if (nargs > 2) {
        Value v = args[2];

        if (!buffer_argument("ioctl", v, buffer, &n))
            return NULL;
        if (n < 0 && mutate && type_of(v)->get_buffer &&
            type_of(v)->get_buffer(v, &b) == 0 && !b.readonly)
            return ioctl_in_place(fd, (unsigned long)code, &b);
        if (n < 0) {
            arg = value_as_int64(v);
            if (arg == -1 && err_pending())
                return NULL;
        }
    }
    r = n >= 0 ? ioctl(fd, (unsigned long)code, buffer)
               : ioctl(fd, (unsigned long)code, (long)arg);
    if (r < 0)
        return io_error();
    return n >= 0 ? (Value)str_from(buffer, n) : tag_int(r);
}

static Value fcntl_flock(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]), operation;

    if (fd < 0 || !posix_int(args[1], &operation))
        return NULL;
    return flock(fd, operation) < 0 ? io_error() : NONE;
}

static Value fcntl_lockf(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]), operation, whence = 0;
    struct flock l = {0};
    int64_t n;

    if (fd < 0 || !posix_int(args[1], &operation))
        return NULL;
    if (operation == LOCK_UN)
        l.l_type = F_UNLCK;
    else if (operation & LOCK_SH)
        l.l_type = F_RDLCK;
    else if (operation & LOCK_EX)
        l.l_type = F_WRLCK;
    else
        return err_format(&exc_ValueError, "unrecognized lockf argument");
    if (!optional_ssize(args, nargs, 2, 0, &n))
        return NULL;
    l.l_len = n;
    if (!optional_ssize(args, nargs, 3, 0, &n))
        return NULL;
    l.l_start = n;
    if (nargs > 4 && !posix_int(args[4], &whence))
        return NULL;
    l.l_whence = (short)whence;
    return fcntl(fd, operation & LOCK_NB ? F_SETLK : F_SETLKW, &l) < 0
               ? io_error()
               : NONE;
}

#define CONSTANT(name) {#name, name},
static const struct {
    const char *name;
    int64_t value;
} constants[] = {
    CONSTANT(LOCK_SH) CONSTANT(LOCK_EX) CONSTANT(LOCK_NB) CONSTANT(LOCK_UN)
        CONSTANT(LOCK_MAND) CONSTANT(LOCK_READ) CONSTANT(LOCK_WRITE)
            CONSTANT(LOCK_RW) CONSTANT(F_DUPFD) CONSTANT(F_GETFD)
                CONSTANT(F_SETFD) CONSTANT(F_GETFL) CONSTANT(F_SETFL)
                    CONSTANT(F_GETLK) CONSTANT(F_SETLK) CONSTANT(F_SETLKW)
                        CONSTANT(F_GETOWN) CONSTANT(F_SETOWN) CONSTANT(F_GETSIG)
                            CONSTANT(F_SETSIG) CONSTANT(F_RDLCK)
                                CONSTANT(F_WRLCK)
                                    CONSTANT(F_UNLCK){"F_GETLK64", F_GETLK},
    {"F_SETLK64", F_SETLK},
    {"F_SETLKW64", F_SETLKW},
    {"FASYNC", O_ASYNC},
    {"F_SETLEASE", F_SETLEASE},
    {"F_GETLEASE", F_GETLEASE},
    {"F_NOTIFY", F_NOTIFY},
    {"F_EXLCK", 4},
    {"F_SHLCK", 8},
    CONSTANT(FD_CLOEXEC) CONSTANT(DN_ACCESS) CONSTANT(DN_MODIFY)
        CONSTANT(DN_CREATE) CONSTANT(DN_DELETE) CONSTANT(DN_RENAME)
            CONSTANT(DN_ATTRIB){"DN_MULTISHOT", (uint32_t)DN_MULTISHOT},
    {0}};

static int fcntl_init(PyModule *m)
{
    for (int i = 0; constants[i].name; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

static const NativeDef fcntl_functions[] = {
#include "methods_table.h"
#include "fcntl.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_fcntl = {
    .name = "fcntl",
    .doc = "fcntl(), ioctl(), flock() and lockf() for descriptors, or files "
           "that have one.",
    .functions = fcntl_functions,
    .init = fcntl_init,
};
