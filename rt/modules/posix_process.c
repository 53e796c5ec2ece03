/* posix: processes, their ids, their environment, waiting for them. */
#include "module.h"
#include "file_pending.h"
#include "import.h"
#include "posix_support.h"
#include "thread.h"
#include "dict.h"
#include "list.h"
#include "str.h"
#include "tuple.h"
#include "unicode.h"

#include <fcntl.h>
#include <grp.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- start and end
 * ------------------------------------------------------------ */

Value posix__exit(Value self, const Value *args, Py_ssize nargs)
{
    int status;

    if (!posix_int(args[0], &status))
        return NULL;
    _exit(status);
}

Value posix_abort(Value self, const Value *args, Py_ssize nargs)
{
    abort();
}

/* Under the import lock: the child shall find no module that another thread
 * is importing just now. */
static pid_t fork_whole(int *master)
{
    pid_t pid;
    int e;

    import_lock();
    pid = master ? forkpty(master, NULL, NULL, NULL) : fork();
    e = errno;
    if (pid == 0)
        import_after_fork();
    import_unlock();
    errno = e;
    return pid;
}

Value posix_fork(Value self, const Value *args, Py_ssize nargs)
{
    pid_t pid;

    pending_write();
    pid = fork_whole(NULL);
    return pid < 0 ? posix_error() : tag_int(pid);
}

Value posix_forkpty(Value self, const Value *args, Py_ssize nargs)
{
    int master = -1;
    pid_t pid = fork_whole(&master);

    return pid < 0 ? posix_error()
                   : (Value)tuple_pack(2, tag_int(pid), tag_int(master));
}

/* argv from a tuple or list of strings, zero-ended, collected memory. */
static char **argument_vector(const char *fname, Value v, bool allow_empty)
{
    PyTuple *t;
    char **argv;

    if (!has_type_flag(v, TYPE_TUPLE | TYPE_LIST))
        return err_format(&exc_TypeError, "%s() arg 2 must be a tuple or list",
                          fname);
    t = op_tuple(v);
    if (!t)
        return NULL;
    if (t->length == 0 && !allow_empty)
        return err_format(&exc_ValueError, "%s() arg 2 must not be empty",
                          fname);
    argv = (char **)gc_array((size_t)t->length + 1);
    if (!argv)
        return NULL;
    for (int64_t i = 0; i < t->length; i++) {
        PyStr *s = NULL;

        if (has_type_flag(t->items[i], TYPE_STR | TYPE_UNICODE))
            s = posix_path(fname, 2, t->items[i]);
        if (!s) {
            if (!err_pending())
                err_format(&exc_TypeError,
                           "%s() arg 2 must contain only strings", fname);
            return NULL;
        }
        argv[i] = s->data;
    }
    return argv;
}

Value posix_execv(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("execv", 1, args[0]);
    char **argv = p ? argument_vector("execv", args[1], false) : NULL;

    if (!argv)
        return NULL;
    execv(p->data, argv);
    return posix_error();
}

/* A str without zero bytes. */
static bool is_c_string(Value v)
{
    return is_str(v) &&
           (int64_t)strlen(str_data((PyStr *)v)) == str_length((PyStr *)v);
}

/* "key=value" strings of a mapping, zero-ended. */
static char **environment_vector(Value mapping)
{
    PyList *keys =
        op_list(op_call_method(mapping, str_intern("keys"), NULL, 0));
    char **envp;
    int64_t n;

    if (!keys)
        return NULL;
    n = list_len(keys);
    envp = (char **)gc_array((size_t)n + 1);
    if (!envp)
        return NULL;
    for (int64_t i = 0; i < n; i++) {
        Value key = list_item_or_null(keys, (uint64_t)i);
        Value value = op_getitem(mapping, key);

        if (!value)
            return NULL;
        if (!is_c_string(key))
            return err_format(&exc_TypeError,
                              "execve() arg 3 contains a non-string key");
        if (!is_c_string(value))
            return err_format(&exc_TypeError,
                              "execve() arg 3 contains a non-string value");
        if (strchr(str_data((PyStr *)key), '='))
            return err_format(&exc_ValueError,
                              "illegal environment variable name");
        envp[i] = str_format_c("%s=%s", str_data((PyStr *)key),
                               str_data((PyStr *)value))
                      ->data;
    }
    return envp;
}

Value posix_execve(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("execve", 1, args[0]);
    char **argv = p ? argument_vector("execve", args[1], true) : NULL, **envp;

    if (!argv)
        return NULL;
    if (!has_type_flag(args[2], TYPE_DICT) &&
        !op_getattr_or_null(args[2], str_intern("keys"))) {
        err_clear();
        return err_format(&exc_TypeError,
                          "execve() arg 3 must be a mapping object");
    }
    envp = environment_vector(args[2]);
    if (!envp)
        return NULL;
    execve(p->data, argv, envp);
    return posix_error();
}

Value posix_system(Value self, const Value *args, Py_ssize nargs)
{
    const char *command = arg_name("system", 1, args[0]);

    if (!command)
        return NULL;
    pending_write();
    return tag_int(system(command));
}

Value posix_kill(Value self, const Value *args, Py_ssize nargs)
{
    int pid, sig;

    if (!posix_int(args[0], &pid) || !posix_int(args[1], &sig))
        return NULL;
    if (!posix_done(kill(pid, sig), NULL))
        return NULL;
    return thread_safepoint() < 0 ? NULL : NONE; /* it may be for us */
}

Value posix_killpg(Value self, const Value *args, Py_ssize nargs)
{
    int group, sig;

    if (!posix_int(args[0], &group) || !posix_int(args[1], &sig))
        return NULL;
    return posix_done(killpg(group, sig), NULL);
}

Value posix_nice(Value self, const Value *args, Py_ssize nargs)
{
    int increment, r;

    if (!posix_int(args[0], &increment))
        return NULL;
    errno = 0;
    r = nice(increment);
    return r == -1 && errno ? posix_error() : tag_int(r);
}

/* --- waiting
 * ---------------------------------------------------------------------- */

static Value pid_and_status(pid_t pid, int status)
{
    if (pid < 0)
        return posix_error();
    return (Value)tuple_pack(2, tag_int(pid), tag_int(status));
}

Value posix_wait(Value self, const Value *args, Py_ssize nargs)
{
    int status = 0;
    pid_t pid = wait(&status);

    return pid_and_status(pid, status);
}

Value posix_waitpid(Value self, const Value *args, Py_ssize nargs)
{
    int pid, options, status = 0;

    if (!posix_int(args[0], &pid) || !posix_int(args[1], &options))
        return NULL;
    pid = waitpid(pid, &status, options);
    return pid_and_status(pid, status);
}

static Value seconds(struct timeval t)
{
    return value_from_double((double)t.tv_sec + (double)t.tv_usec * 1e-6);
}

/* resource.struct_rusage's values as a plain tuple. */
static Value usage_tuple(const struct rusage *u)
{
    long counts[] = {u->ru_maxrss,  u->ru_ixrss,  u->ru_idrss,  u->ru_isrss,
                     u->ru_minflt,  u->ru_majflt, u->ru_nswap,  u->ru_inblock,
                     u->ru_oublock, u->ru_msgsnd, u->ru_msgrcv, u->ru_nsignals,
                     u->ru_nvcsw,   u->ru_nivcsw};
    PyTuple *t = tuple_new(16);

    t->items[0] = seconds(u->ru_utime);
    t->items[1] = seconds(u->ru_stime);
    for (int i = 0; i < 14; i++)
        t->items[i + 2] = value_from_int(counts[i]);
    return (Value)t;
}

static Value wait_usage(int pid, int options)
{
    struct rusage usage;
    int status = 0;

    memset(&usage, 0, sizeof usage);
    pid = wait4(pid, &status, options, &usage);
    if (pid < 0)
        return posix_error();
    return (Value)tuple_pack(3, tag_int(pid), tag_int(status),
                             usage_tuple(&usage));
}

Value posix_wait3(Value self, const Value *args, Py_ssize nargs)
{
    int options;

    return posix_int(args[0], &options) ? wait_usage(-1, options) : NULL;
}

Value posix_wait4(Value self, const Value *args, Py_ssize nargs)
{
    int pid, options;

    if (!posix_int(args[0], &pid) || !posix_int(args[1], &options))
        return NULL;
    return wait_usage(pid, options);
}

#define WAIT_TEST(name)                                                        \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        int status;                                                            \
                                                                               \
        return posix_int(args[0], &status) ? value_from_bool(name(status))     \
                                           : NULL;                             \
    }
#define WAIT_NUMBER(name)                                                      \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        int status;                                                            \
                                                                               \
        return posix_int(args[0], &status) ? tag_int(name(status)) : NULL;     \
    }
WAIT_TEST(WCOREDUMP)
WAIT_TEST(WIFCONTINUED)
WAIT_TEST(WIFEXITED)
WAIT_TEST(WIFSIGNALED)
WAIT_TEST(WIFSTOPPED)
WAIT_NUMBER(WEXITSTATUS)
WAIT_NUMBER(WSTOPSIG)
WAIT_NUMBER(WTERMSIG)

/* --- ids
 * ------------------------------------------------------------------------------
 */

bool posix_id(Value v, const char *what, uint32_t *out)
{
    int64_t i = 0;
    bool large = false;

    if (!has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        err_format(&exc_TypeError, "an integer is required");
        return false;
    }
    i = value_as_int64(v);
    if (i == -1 && err_pending()) {
        int negative = op_compare_bool(CMP_lt, v, tag_int(0));

        err_clear();
        i = negative > 0 ? -2 : 0;
        large = negative == 0;
    }
    if (i < -1) {
        err_format(&exc_OverflowError, "%s id is less than minimum", what);
        return false;
    }
    if (large || i > (int64_t)UINT32_MAX) {
        err_format(&exc_OverflowError, "%s id is greater than maximum", what);
        return false;
    }
    *out = (uint32_t)i;
    return true;
}

#define GET_NUMBER(name)                                                       \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        return tag_int((int64_t)name());                                       \
    }
GET_NUMBER(getegid)
GET_NUMBER(geteuid)
GET_NUMBER(getgid)
GET_NUMBER(getuid)
GET_NUMBER(getpid)
GET_NUMBER(getppid)
GET_NUMBER(getpgrp)

#define SET_ID(name, what)                                                     \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        uint32_t id;                                                           \
                                                                               \
        return posix_id(args[0], what, &id) ? posix_done(name(id), NULL)       \
                                            : NULL;                            \
    }
SET_ID(setuid, "user")
SET_ID(seteuid, "user")
SET_ID(setgid, "group")
SET_ID(setegid, "group")

#define SET_TWO_IDS(name, what)                                                \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        uint32_t a, b;                                                         \
                                                                               \
        if (!posix_id(args[0], what, &a) || !posix_id(args[1], what, &b))      \
            return NULL;                                                       \
        return posix_done(name(a, b), NULL);                                   \
    }
SET_TWO_IDS(setreuid, "user")
SET_TWO_IDS(setregid, "group")

#define SET_THREE_IDS(name, what)                                              \
    Value posix_##name(Value self, const Value *args, Py_ssize nargs)          \
    {                                                                          \
        uint32_t a, b, c;                                                      \
                                                                               \
        if (!posix_id(args[0], what, &a) || !posix_id(args[1], what, &b) ||    \
            !posix_id(args[2], what, &c))                                      \
            return NULL;                                                       \
        return posix_done(name(a, b, c), NULL);                                \
    }
SET_THREE_IDS(setresuid, "user")
SET_THREE_IDS(setresgid, "group")

static Value three_ids(uint32_t a, uint32_t b, uint32_t c)
{
    return (Value)tuple_pack(3, tag_int(a), tag_int(b), tag_int(c));
}

Value posix_getresuid(Value self, const Value *args, Py_ssize nargs)
{
    uid_t a, b, c;

    return getresuid(&a, &b, &c) < 0 ? posix_error() : three_ids(a, b, c);
}

Value posix_getresgid(Value self, const Value *args, Py_ssize nargs)
{
    gid_t a, b, c;

    return getresgid(&a, &b, &c) < 0 ? posix_error() : three_ids(a, b, c);
}

Value posix_getgroups(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);
    gid_t groups[65536 / 8];
    int n = getgroups((int)(sizeof groups / sizeof *groups), groups);

    if (n < 0)
        return posix_error();
    for (int i = 0; i < n; i++)
        if (list_push(list, tag_int(groups[i])) < 0)
            return NULL;
    return (Value)list;
}

Value posix_setgroups(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *t = op_tuple(args[0]);
    gid_t groups[1024];

    if (!t)
        return NULL;
    if (t->length > 1024)
        return err_format(&exc_ValueError, "too many groups");
    for (int64_t i = 0; i < t->length; i++)
        if (!posix_id(t->items[i], "group", &groups[i]))
            return NULL;
    return posix_done(setgroups((size_t)t->length, groups), NULL);
}

Value posix_initgroups(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("initgroups", 1, args[0]);
    uint32_t gid;

    if (!name || !posix_id(args[1], "group", &gid))
        return NULL;
    return posix_done(initgroups(name, gid), NULL);
}

Value posix_getpgid(Value self, const Value *args, Py_ssize nargs)
{
    int pid;

    if (!posix_int(args[0], &pid))
        return NULL;
    pid = getpgid(pid);
    return pid < 0 ? posix_error() : tag_int(pid);
}

Value posix_getsid(Value self, const Value *args, Py_ssize nargs)
{
    int pid;

    if (!posix_int(args[0], &pid))
        return NULL;
    pid = getsid(pid);
    return pid < 0 ? posix_error() : tag_int(pid);
}

Value posix_setpgid(Value self, const Value *args, Py_ssize nargs)
{
    int pid, group;

    if (!posix_int(args[0], &pid) || !posix_int(args[1], &group))
        return NULL;
    return posix_done(setpgid(pid, group), NULL);
}

Value posix_setpgrp(Value self, const Value *args, Py_ssize nargs)
{
    return posix_done(setpgrp(), NULL);
}

Value posix_setsid(Value self, const Value *args, Py_ssize nargs)
{
    return posix_done(setsid() < 0 ? -1 : 0, NULL);
}

Value posix_getlogin(Value self, const Value *args, Py_ssize nargs)
{
    const char *name;

    errno = 0;
    name = getlogin();
    if (name)
        return (Value)str_from_c(name);
    return errno ? posix_error()
                 : err_format(&exc_OSError, "unable to determine login name");
}

Value posix_umask(Value self, const Value *args, Py_ssize nargs)
{
    int mask;

    if (!posix_int(args[0], &mask))
        return NULL;
    return tag_int((int64_t)umask((mode_t)mask));
}

/* --- environment, system
 * ---------------------------------------------------------------- */

Value posix_putenv(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("putenv", 1, args[0]), *value;

    if (!name || !(value = arg_name("putenv", 2, args[1])))
        return NULL;
    if (strchr(name, '='))
        return err_format(&exc_ValueError, "illegal environment variable name");
    return posix_done(setenv(name, value, 1), NULL);
}

Value posix_unsetenv(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("unsetenv", 1, args[0]);

    return name ? posix_done(unsetenv(name), NULL) : NULL;
}

Value posix_uname(Value self, const Value *args, Py_ssize nargs)
{
    struct utsname u;

    if (uname(&u) < 0)
        return posix_error();
    return (Value)tuple_pack(
        5, (Value)str_from_c(u.sysname), (Value)str_from_c(u.nodename),
        (Value)str_from_c(u.release), (Value)str_from_c(u.version),
        (Value)str_from_c(u.machine));
}

Value posix_times(Value self, const Value *args, Py_ssize nargs)
{
    struct tms t;
    double ticks = (double)sysconf(_SC_CLK_TCK);
    clock_t c;

    errno = 0;
    c = times(&t);
    if (c == (clock_t)-1)
        return posix_error();
    return (Value)tuple_pack(5, value_from_double((double)t.tms_utime / ticks),
                             value_from_double((double)t.tms_stime / ticks),
                             value_from_double((double)t.tms_cutime / ticks),
                             value_from_double((double)t.tms_cstime / ticks),
                             value_from_double((double)c / ticks));
}

Value posix_getloadavg(Value self, const Value *args, Py_ssize nargs)
{
    double load[3];

    if (getloadavg(load, 3) != 3)
        return err_format(&exc_OSError, "Load averages are unobtainable");
    return (Value)tuple_pack(3, value_from_double(load[0]),
                             value_from_double(load[1]),
                             value_from_double(load[2]));
}

Value posix_strerror(Value self, const Value *args, Py_ssize nargs)
{
    int code;

    if (!posix_int(args[0], &code))
        return NULL;
    return (Value)str_from_c(strerror(code));
}

Value posix_urandom(Value self, const Value *args, Py_ssize nargs)
{
    int size, done = 0;
    PyStr *s;

    if (!posix_int(args[0], &size))
        return NULL;
    if (size < 0)
        return err_format(&exc_ValueError, "negative argument not allowed");
    s = str_new(size);
    while (s && done < size) {
        ssize_t n = getrandom(s->data + done, (size_t)(size - done), 0);

        if (n < 0 && errno != EINTR)
            return posix_error();
        done += n > 0 ? (int)n : 0;
    }
    return (Value)s;
}
