/* posix: file descriptors, pipes, terminals, file objects over them. */
#include "posix_support.h"
#include "file_pending.h"
#include "file.h"
#include "str.h"
#include "thread.h"

#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

Value posix_open(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("open", 1, args[0]);
    int flags, mode = 0777, fd;

    if (!p || !posix_int(args[1], &flags) ||
        (nargs > 2 && !posix_int(args[2], &mode)))
        return NULL;
    fd = open(p->data, flags, mode);
    if (fd < 0 && file_collect_descriptors(errno))
        fd = open(p->data, flags, mode);
    return fd < 0 ? err_from_errno(&exc_OSError, (Value)p) : tag_int(fd);
}

Value posix_close(Value self, const Value *args, Py_ssize nargs)
{
    int fd;

    return posix_int(args[0], &fd) ? posix_done(close(fd), NULL) : NULL;
}

Value posix_closerange(Value self, const Value *args, Py_ssize nargs)
{
    int from, to;

    if (!posix_int(args[0], &from) || !posix_int(args[1], &to))
        return NULL;
    for (int fd = from; fd < to; fd++)
        close(fd);
    return NONE;
}

Value posix_dup(Value self, const Value *args, Py_ssize nargs)
{
    int fd;

    if (!posix_int(args[0], &fd))
        return NULL;
    fd = dup(fd);
    return fd < 0 ? posix_error() : tag_int(fd);
}

Value posix_dup2(Value self, const Value *args, Py_ssize nargs)
{
    int from, to;

    if (!posix_int(args[0], &from) || !posix_int(args[1], &to))
        return NULL;
    return posix_done(dup2(from, to), NULL);
}

Value posix_pipe(Value self, const Value *args, Py_ssize nargs)
{
    int fds[2];

    if (pipe(fds) < 0 && (!file_collect_descriptors(errno) || pipe(fds) < 0))
        return posix_error();
    return (Value)tuple_pack(2, tag_int(fds[0]), tag_int(fds[1]));
}

Value posix_read(Value self, const Value *args, Py_ssize nargs)
{
    int fd, size;
    ssize_t n;
    PyStr *s;

    if (!posix_int(args[0], &fd) || !posix_int(args[1], &size))
        return NULL;
    if (size < 0) {
        errno = EINVAL;
        return posix_error();
    }
    s = str_new(size);
    if (!s)
        return NULL;
    n = read(fd, s->data, (size_t)size);
    if (n < 0)
        return posix_error();
    return n == size ? (Value)s : (Value)str_from(s->data, n);
}

Value posix_write(Value self, const Value *args, Py_ssize nargs)
{
    Span text;
    ssize_t n;
    int fd;

    if (!posix_int(args[0], &fd) || !arg_bytes("write", 2, args[1], &text))
        return NULL;
    n = write(fd, text.data, (size_t)text.length);
    if (n < 0)
        return posix_error();
    /* A handler of the signal that cut it short runs before the caller goes
     * on. */
    return thread_safepoint() < 0 ? NULL : value_from_int(n);
}

Value posix_lseek(Value self, const Value *args, Py_ssize nargs)
{
    int fd, whence;
    int64_t at;

    if (!posix_int(args[0], &fd) || !posix_int(args[2], &whence))
        return NULL;
    at = value_as_int64(args[1]);
    if (at == -1 && err_pending())
        return NULL;
    at = lseek(fd, at, whence);
    return at < 0 ? posix_error() : value_from_int(at);
}

Value posix_ftruncate(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size;
    int fd;

    if (!posix_int(args[0], &fd))
        return NULL;
    size = value_as_int64(args[1]);
    if (size == -1 && err_pending())
        return NULL;
    return posix_done(ftruncate(fd, size), NULL);
}

Value posix_fsync(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    return fd < 0 ? NULL : posix_done(fsync(fd), NULL);
}

Value posix_fdatasync(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    return fd < 0 ? NULL : posix_done(fdatasync(fd), NULL);
}

Value posix_fchmod(Value self, const Value *args, Py_ssize nargs)
{
    int fd, mode;

    if (!posix_int(args[0], &fd) || !posix_int(args[1], &mode))
        return NULL;
    return posix_done(fchmod(fd, (mode_t)mode), NULL);
}

Value posix_fchown(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t uid, gid;
    int fd;

    if (!posix_int(args[0], &fd) || !posix_id(args[1], "user", &uid) ||
        !posix_id(args[2], "group", &gid))
        return NULL;
    return posix_done(fchown(fd, uid, gid), NULL);
}

/* --- terminals
 * ------------------------------------------------------------------- */

Value posix_isatty(Value self, const Value *args, Py_ssize nargs)
{
    int fd;

    return posix_int(args[0], &fd) ? value_from_bool(isatty(fd)) : NULL;
}

Value posix_ttyname(Value self, const Value *args, Py_ssize nargs)
{
    const char *name;
    int fd;

    if (!posix_int(args[0], &fd))
        return NULL;
    name = ttyname(fd);
    return name ? (Value)str_from_c(name) : posix_error();
}

Value posix_ctermid(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)str_from_c("/dev/tty");
}

Value posix_openpty(Value self, const Value *args, Py_ssize nargs)
{
    int master, slave;

    if (openpty(&master, &slave, NULL, NULL, NULL) < 0)
        return posix_error();
    return (Value)tuple_pack(2, tag_int(master), tag_int(slave));
}

Value posix_tcgetpgrp(Value self, const Value *args, Py_ssize nargs)
{
    int fd, group;

    if (!posix_int(args[0], &fd))
        return NULL;
    group = tcgetpgrp(fd);
    return group < 0 ? posix_error() : tag_int(group);
}

Value posix_tcsetpgrp(Value self, const Value *args, Py_ssize nargs)
{
    int fd, group;

    if (!posix_int(args[0], &fd) || !posix_int(args[1], &group))
        return NULL;
    return posix_done(tcsetpgrp(fd, group), NULL);
}

/* --- file objects
 * ------------------------------------------------------------------ */

static bool valid_mode(const char *mode)
{
    if (*mode && strchr("rwaU", *mode))
        return true;
    err_format(&exc_ValueError,
               "mode string must begin with one of 'r', 'w', 'a' or 'U', not "
               "'%.200s'",
               mode);
    return false;
}

/* Python's mode without the letters that stdio does not know. */
static void plain_mode(const char *mode, char out[8])
{
    int n = 0;

    if (strchr(mode, 'U') && *mode != 'r')
        out[n++] = 'r';
    for (; *mode && n < 7; mode++)
        if (strchr("rwab+", *mode))
            out[n++] = *mode;
    out[n] = 0;
}

Value posix_fdopen(Value self, const Value *args, Py_ssize nargs)
{
    const char *mode = "r";
    int fd, size = -1;
    struct stat st;
    char c_mode[8];
    FILE *fp;

    if (!posix_int(args[0], &fd) ||
        (nargs > 1 && !(mode = arg_name("fdopen", 2, args[1]))) ||
        (nargs > 2 && !posix_int(args[2], &size)) || !valid_mode(mode))
        return NULL;
    if (fstat(fd, &st) < 0)
        return posix_error();
    if (S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        return err_from_errno(&exc_IOError, (Value)str_from_c("<fdopen>"));
    }
    plain_mode(mode, c_mode);
    fp = fdopen(fd, c_mode);
    if (!fp)
        return posix_error();
    file_set_buffering(fp, size);
    return file_from_stream(fp, (Value)str_from_c("<fdopen>"), mode, fclose);
}

Value posix_popen(Value self, const Value *args, Py_ssize nargs)
{
    const char *command = arg_name("popen", 1, args[0]), *mode = "r";
    int size = -1;
    FILE *fp;

    if (!command || (nargs > 1 && !(mode = arg_name("popen", 2, args[1]))) ||
        (nargs > 2 && !posix_int(args[2], &size)))
        return NULL;
    if (strcmp(mode, "rb") == 0 || strcmp(mode, "rt") == 0)
        mode = "r";
    else if (strcmp(mode, "wb") == 0 || strcmp(mode, "wt") == 0)
        mode = "w";
    pending_write();
    fp = popen(command, mode);
    if (!fp)
        return posix_error();
    file_set_buffering(fp, size);
    return file_from_stream(fp, args[0], mode, pclose);
}

Value posix_tmpfile(Value self, const Value *args, Py_ssize nargs)
{
    FILE *fp = tmpfile();

    if (!fp)
        return posix_error();
    return file_from_stream(fp, (Value)str_from_c("<tmpfile>"), "w+b", fclose);
}
