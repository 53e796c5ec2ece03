/* posix: paths, directories, stat. */
#include "posix_support.h"
#include "file_pending.h"
#include "codecs.h"
#include "file.h"
#include "list.h"
#include "long.h"
#include "number.h"
#include "str.h"
#include "tuple.h"
#include "unicode.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <unistd.h>

/* --- arguments and results --------------------------------------------------
 */

PyStr *posix_path(const char *fname, int position, Value v)
{
    PyStr *s = (PyStr *)v;

    pending_write();
    if (is_unicode(v))
        s = (PyStr *)codec_encode(v, "utf-8", "strict");
    else if (!is_str(v))
        return err_format(
            &exc_TypeError,
            "coercing to Unicode: need string or buffer, %s found",
            type_name_of(v));
    if (s && (int64_t)strlen(s->data) != s->length)
        return err_format(&exc_TypeError,
                          "%s() argument %d must be encoded string without "
                          "null bytes, not %s",
                          fname, position, type_name_of(v));
    return s;
}

Value posix_error(void)
{
    return err_from_errno(&exc_OSError, NULL);
}

Value posix_done(int r, Value path_or_null)
{
    return r < 0 ? err_from_errno(&exc_OSError, path_or_null) : NONE;
}

Value posix_unsigned(uint64_t u)
{
    if (u <= INT64_MAX)
        return value_from_int((int64_t)u);
    return op_binary(BIN_add, value_from_int(INT64_MAX),
                     value_from_int((int64_t)(u - INT64_MAX)));
}

/* --- one path, two paths
 * ------------------------------------------------------- */

#define ONE_PATH(name)                                                         \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        PyStr *p = posix_path(#name, 1, args[0]);                              \
                                                                               \
        return p ? posix_done(name(p->data), (Value)p) : NULL;                 \
    }
ONE_PATH(chdir)
ONE_PATH(chroot)
ONE_PATH(rmdir)

Value posix_unlink(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("unlink", 1, args[0]);

    return p ? posix_done(unlink(p->data), (Value)p) : NULL;
}

#define TWO_PATHS(name)                                                        \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        PyStr *from = posix_path(#name, 1, args[0]), *to;                      \
                                                                               \
        if (!from || !(to = posix_path(#name, 2, args[1])))                    \
            return NULL;                                                       \
        return posix_done(name(from->data, to->data), NULL);                   \
    }
TWO_PATHS(link)
TWO_PATHS(rename)
TWO_PATHS(symlink)

Value posix_access(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("access", 1, args[0]);
    int mode;

    if (!p || !posix_int(args[1], &mode))
        return NULL;
    return value_from_bool(access(p->data, mode) == 0);
}

Value posix_chmod(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("chmod", 1, args[0]);
    int mode;

    if (!p || !posix_int(args[1], &mode))
        return NULL;
    return posix_done(chmod(p->data, (mode_t)mode), (Value)p);
}

Value posix_lchmod(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("lchmod", 1, args[0]);
    int mode;

    if (!p || !posix_int(args[1], &mode))
        return NULL;
    return posix_done(lchmod(p->data, (mode_t)mode), (Value)p);
}

Value posix_chown(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("chown", 1, args[0]);
    uint32_t uid, gid;

    if (!p || !posix_id(args[1], "user", &uid) ||
        !posix_id(args[2], "group", &gid))
        return NULL;
    return posix_done(chown(p->data, uid, gid), (Value)p);
}

Value posix_lchown(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("lchown", 1, args[0]);
    uint32_t uid, gid;

    if (!p || !posix_id(args[1], "user", &uid) ||
        !posix_id(args[2], "group", &gid))
        return NULL;
    return posix_done(lchown(p->data, uid, gid), (Value)p);
}

/* A path and an optional mode. */
static PyStr *path_and_mode(const char *fname, const Value *args,
                            Py_ssize nargs, int fallback, int *mode)
{
    PyStr *p = posix_path(fname, 1, args[0]);

    *mode = fallback;
    if (!p || (nargs > 1 && !posix_int(args[1], mode)))
        return NULL;
    return p;
}

Value posix_mkdir(Value self, const Value *args, Py_ssize nargs)
{
    int mode;
    PyStr *p = path_and_mode("mkdir", args, nargs, 0777, &mode);

    return p ? posix_done(mkdir(p->data, (mode_t)mode), (Value)p) : NULL;
}

Value posix_mkfifo(Value self, const Value *args, Py_ssize nargs)
{
    int mode;
    PyStr *p = path_and_mode("mkfifo", args, nargs, 0666, &mode);

    return p ? posix_done(mkfifo(p->data, (mode_t)mode), NULL) : NULL;
}

Value posix_mknod(Value self, const Value *args, Py_ssize nargs)
{
    int mode, device = 0;
    PyStr *p = path_and_mode("mknod", args, nargs, 0600, &mode);

    if (!p || (nargs > 2 && !posix_int(args[2], &device)))
        return NULL;
    return posix_done(mknod(p->data, (mode_t)mode, (dev_t)device), NULL);
}

/* --- directories
 * ------------------------------------------------------------------ */

/* An entry of a directory that was asked for as unicode: undecodable names
 * stay str. */
static Value decoded_name(const char *name)
{
    Value s = (Value)str_from_c(name);
    Value u = codec_decode(s, "utf-8", "strict");

    if (!u)
        err_clear();
    return u ? u : s;
}

static DIR *open_directory(const char *path)
{
    DIR *d = opendir(path);

    return !d && file_collect_descriptors(errno) ? opendir(path) : d;
}

Value posix_listdir(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("listdir", 1, args[0]);
    bool decode = is_unicode(args[0]);
    PyList *list = list_new(0);
    struct dirent *e;
    DIR *d;

    if (!p)
        return NULL;
    d = open_directory(p->data);
    if (!d)
        return err_from_errno(&exc_OSError, (Value)p);
    for (;;) {
        const char *name;

        errno = 0;
        e = readdir(d);
        if (!e)
            break;
        name = e->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        if (list_push(list, decode ? decoded_name(name)
                                   : (Value)str_from_c(name)) < 0)
            break;
    }
    if (errno != 0 && !err_pending())
        err_from_errno(&exc_OSError, (Value)p);
    closedir(d);
    return err_pending() ? NULL : (Value)list;
}

Value posix_getcwd(Value self, const Value *args, Py_ssize nargs)
{
    char *path = getcwd(NULL, 0);
    Value s;

    if (!path)
        return posix_error();
    s = (Value)str_from_c(path);
    free(path);
    return s;
}

Value posix_getcwdu(Value self, const Value *args, Py_ssize nargs)
{
    Value s = posix_getcwd(NULL, NULL, 0);

    return s ? codec_decode(s, "utf-8", "strict") : NULL;
}

Value posix_fchdir(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    return fd < 0 ? NULL : posix_done(fchdir(fd), NULL);
}

Value posix_readlink(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("readlink", 1, args[0]);
    char target[PATH_MAX];
    ssize_t n;
    Value s;

    if (!p)
        return NULL;
    n = readlink(p->data, target, sizeof target);
    if (n < 0)
        return err_from_errno(&exc_OSError, (Value)p);
    s = (Value)str_from(target, n);
    return is_unicode(args[0]) ? codec_decode(s, "utf-8", "strict") : s;
}

/* --- stat
 * -----------------------------------------------------------------------------
 */

/* A made-up result without float times shows the whole seconds. */
static void complete_stat(Value *items)
{
    for (int i = 7; i < 10; i++)
        if (!items[i + 3] || items[i + 3] == NONE)
            items[i + 3] = items[i];
}

StructSeqDef posix_stat_result = {
    .name = "posix.stat_result",
    .doc = "What stat(), lstat() and fstat() give: a tuple of ten numbers, "
           "from mode to\n"
           "ctime, with attributes st_mode to st_ctime; more attributes than "
           "items.",
    .fields = {"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid",
               "st_size", "", "", "", "st_atime", "st_mtime", "st_ctime",
               "st_blksize", "st_blocks", "st_rdev"},
    .visible = 10,
    .callable = true,
    .complete = complete_stat,
};

static bool float_times = true;

static Value time_value(struct timespec t)
{
    if (!float_times)
        return value_from_int(t.tv_sec);
    return value_from_double((double)t.tv_sec + 1e-9 * (double)t.tv_nsec);
}

static Value stat_value(const struct stat *st)
{
    Value items[] = {tag_int((int)st->st_mode),
                     value_from_int((int64_t)st->st_ino),
                     value_from_int((int64_t)st->st_dev),
                     value_from_int((int64_t)st->st_nlink),
                     tag_int((int64_t)st->st_uid),
                     tag_int((int64_t)st->st_gid),
                     value_from_int(st->st_size),
                     value_from_int(st->st_atim.tv_sec),
                     value_from_int(st->st_mtim.tv_sec),
                     value_from_int(st->st_ctim.tv_sec),
                     time_value(st->st_atim),
                     time_value(st->st_mtim),
                     time_value(st->st_ctim),
                     value_from_int(st->st_blksize),
                     value_from_int(st->st_blocks),
                     value_from_int((int64_t)st->st_rdev)};

    return structseq_new(&posix_stat_result, items);
}

static Value stat_path(const char *fname,
                       int (*call)(const char *path, struct stat *st), Value v)
{
    PyStr *p = posix_path(fname, 1, v);
    struct stat st;

    if (!p)
        return NULL;
    return call(p->data, &st) < 0 ? err_from_errno(&exc_OSError, (Value)p)
                                  : stat_value(&st);
}

Value posix_stat(Value self, const Value *args, Py_ssize nargs)
{
    return stat_path("stat", stat, args[0]);
}

Value posix_lstat(Value self, const Value *args, Py_ssize nargs)
{
    return stat_path("lstat", lstat, args[0]);
}

Value posix_fstat(Value self, const Value *args, Py_ssize nargs)
{
    struct stat st;
    int fd;

    if (!posix_int(args[0], &fd))
        return NULL;
    return fstat(fd, &st) < 0 ? posix_error() : stat_value(&st);
}

Value posix_stat_float_times(Value self, const Value *args, Py_ssize nargs)
{
    int v;

    if (nargs == 0)
        return value_from_bool(float_times);
    if (!posix_int(args[0], &v))
        return NULL;
    float_times = v != 0;
    return NONE;
}

StructSeqDef posix_statvfs_result = {
    .name = "posix.statvfs_result",
    .doc = "What statvfs() and fstatvfs() tell of a file system: ten numbers, "
           "as items or\n"
           "as attributes f_bsize to f_namemax.",
    .fields = {"f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail",
               "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"},
    .visible = 10,
    .callable = true,
};

static Value statvfs_value(const struct statvfs *st)
{
    Value items[] = {
        posix_unsigned(st->f_bsize),  posix_unsigned(st->f_frsize),
        posix_unsigned(st->f_blocks), posix_unsigned(st->f_bfree),
        posix_unsigned(st->f_bavail), posix_unsigned(st->f_files),
        posix_unsigned(st->f_ffree),  posix_unsigned(st->f_favail),
        posix_unsigned(st->f_flag),   posix_unsigned(st->f_namemax)};

    return structseq_new(&posix_statvfs_result, items);
}

Value posix_statvfs(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("statvfs", 1, args[0]);
    struct statvfs st;

    if (!p)
        return NULL;
    return statvfs(p->data, &st) < 0 ? err_from_errno(&exc_OSError, (Value)p)
                                     : statvfs_value(&st);
}

Value posix_fstatvfs(Value self, const Value *args, Py_ssize nargs)
{
    struct statvfs st;
    int fd;

    if (!posix_int(args[0], &fd))
        return NULL;
    return fstatvfs(fd, &st) < 0 ? posix_error() : statvfs_value(&st);
}

/* --- times of files, device numbers
 * ----------------------------------------------------- */

/* Seconds as an int or a float, as a timeval; false: TypeError. */
static bool time_argument(Value v, struct timeval *out)
{
    if (has_type_flag(v, TYPE_FLOAT)) {
        double d = float_value(v);

        out->tv_sec = (time_t)d;
        out->tv_usec = (suseconds_t)((d - (double)out->tv_sec) * 1e6);
        if (out->tv_usec < 0)
            out->tv_usec = 0;
        return true;
    }
    out->tv_sec = value_as_int64(v);
    out->tv_usec = 0;
    return out->tv_sec != -1 || !err_pending();
}

Value posix_utime(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("utime", 1, args[0]);
    struct timeval times[2];
    PyTuple *t = (PyTuple *)args[1];

    if (!p)
        return NULL;
    if (args[1] == NONE)
        return posix_done(utimes(p->data, NULL), (Value)p);
    if (!has_type_flag(args[1], TYPE_TUPLE) || t->length != 2)
        return err_format(&exc_TypeError,
                          "utime() arg 2 must be a tuple (atime, mtime)");
    if (!time_argument(t->items[0], &times[0]) ||
        !time_argument(t->items[1], &times[1]))
        return NULL;
    return posix_done(utimes(p->data, times), (Value)p);
}

static bool device_argument(Value v, uint64_t *out)
{
    Value i = num_index(v);
    unsigned char bytes[sizeof *out];

    if (i && !is_long(i) && int_value(i) < 0)
        return err_format(&exc_OverflowError,
                          "can't convert negative number to unsigned long");
    if (!i || long_to_bytes(i, bytes, sizeof bytes, true, false) < 0)
        return false;
    memcpy(out, bytes, sizeof bytes);
    return true;
}

Value posix_major(Value self, const Value *args, Py_ssize nargs)
{
    uint64_t device;

    return device_argument(args[0], &device) ? tag_int(major(device)) : NULL;
}

Value posix_minor(Value self, const Value *args, Py_ssize nargs)
{
    uint64_t device;

    return device_argument(args[0], &device) ? tag_int(minor(device)) : NULL;
}

Value posix_makedev(Value self, const Value *args, Py_ssize nargs)
{
    int a, b;

    if (!posix_int(args[0], &a) || !posix_int(args[1], &b))
        return NULL;
    return value_from_int((int64_t)makedev((unsigned)a, (unsigned)b));
}

/* --- names for temporary files: what the C library's tempnam() answers; its
 * own makes the linker warn. ----------------------------------------------- */

enum { RANDOM_LETTERS = 6, MAX_PREFIX = 5 };

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A name in the folder that is not in use. */
static Value unused_name(const char *folder, const char *prefix)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    unsigned char bytes[RANDOM_LETTERS];
    char tail[RANDOM_LETTERS + 1] = "";
    size_t n = strlen(folder);
    struct stat st;
    PyStr *path;

    while (n > 1 && folder[n - 1] == '/')
        n--;
    for (int tries = 0; tries < TMP_MAX; tries++) {
        if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
            break;
        for (int i = 0; i < RANDOM_LETTERS; i++)
            tail[i] = letters[bytes[i] % (sizeof letters - 1)];
        path = str_format_c("%.*s/%.*s%s", (int)n, folder, MAX_PREFIX, prefix,
                            tail);
        if (!path || (lstat(str_data(path), &st) != 0 && errno == ENOENT))
            return (Value)path;
    }
    return posix_error();
}

/* A str without null bytes, or None: *out stays. */
static bool text_argument(int position, Value v, const char **out)
{
    if (v == NONE)
        return true;
    if (!has_type_flag(v, TYPE_STR | TYPE_UNICODE)) {
        err_format(&exc_TypeError,
                   "tempnam() argument %d must be string or None, not %.50s",
                   position, type_name_of(v));
        return false;
    }
    v = op_str(v);
    if (!v)
        return false;
    *out = str_data((PyStr *)v);
    if (strlen(*out) == (size_t)str_length((PyStr *)v))
        return true;
    err_format(&exc_TypeError,
               "tempnam() argument %d must be string without null bytes or "
               "None, not str",
               position);
    return false;
}

Value posix_tempnam(Value self, const Value *args, Py_ssize nargs)
{
    const char *folder = NULL, *prefix = "file", *wish = getenv("TMPDIR");

    if ((nargs > 0 && !text_argument(1, args[0], &folder)) ||
        (nargs > 1 && !text_argument(2, args[1], &prefix)) ||
        err_warn(&exc_RuntimeWarning,
                 "tempnam is a potential security risk to your program", 1) < 0)
        return NULL;
    if (wish && is_folder(wish))
        folder = wish;
    else if (!folder || !is_folder(folder))
        folder = P_tmpdir;
    return unused_name(folder, prefix);
}

Value posix_tmpnam(Value self, const Value *args, Py_ssize nargs)
{
    if (err_warn(&exc_RuntimeWarning,
                 "tmpnam is a potential security risk to your program", 1) < 0)
        return NULL;
    return unused_name(P_tmpdir, "file");
}
