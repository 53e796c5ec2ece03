/* posix: constants, and sysconf, pathconf, confstr by name or number. */
#include "posix_support.h"
#include "dict.h"
#include "str.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

typedef struct Name {
    const char *name;
    int value;
} Name;

#define PATHCONF(name)
#define CONFSTR(name)
#define SYSCONF(name) {#name, _##name},
static const Name sysconf_names[] = {
#include "posix_config.def"
    {0}};

#define SYSCONF(name)
#define CONFSTR(name)
#define PATHCONF(name) {#name, _##name},
static const Name pathconf_names[] = {
#include "posix_config.def"
    {0}};

#define SYSCONF(name)
#define PATHCONF(name)
#define CONFSTR(name) {#name, _##name},
static const Name confstr_names[] = {
#include "posix_config.def"
    {0}};

#define CONSTANT(name) {#name, name},
static const Name constants[] = {
    CONSTANT(F_OK) CONSTANT(R_OK) CONSTANT(W_OK) CONSTANT(X_OK) CONSTANT(
        NGROUPS_MAX) CONSTANT(TMP_MAX) CONSTANT(WCONTINUED) CONSTANT(WNOHANG)
        CONSTANT(WUNTRACED) CONSTANT(O_RDONLY) CONSTANT(O_WRONLY) CONSTANT(
            O_RDWR) CONSTANT(O_NDELAY) CONSTANT(O_NONBLOCK) CONSTANT(O_APPEND)
            CONSTANT(O_DSYNC) CONSTANT(O_RSYNC) CONSTANT(O_SYNC) CONSTANT(
                O_NOCTTY) CONSTANT(O_CREAT) CONSTANT(O_EXCL) CONSTANT(O_TRUNC)
                CONSTANT(O_LARGEFILE) CONSTANT(O_ASYNC) CONSTANT(O_DIRECT)
                    CONSTANT(O_DIRECTORY) CONSTANT(O_NOFOLLOW) CONSTANT(
                        O_NOATIME) CONSTANT(EX_OK) CONSTANT(EX_USAGE)
                        CONSTANT(EX_DATAERR) CONSTANT(EX_NOINPUT)
                            CONSTANT(EX_NOUSER) CONSTANT(EX_NOHOST) CONSTANT(
                                EX_UNAVAILABLE) CONSTANT(EX_SOFTWARE)
                                CONSTANT(EX_OSERR) CONSTANT(EX_OSFILE)
                                    CONSTANT(EX_CANTCREAT) CONSTANT(EX_IOERR)
                                        CONSTANT(EX_TEMPFAIL)
                                            CONSTANT(EX_PROTOCOL)
                                                CONSTANT(EX_NOPERM)
                                                    CONSTANT(EX_CONFIG){0}};

static bool config_argument(Value v, const Name *names, int *out)
{
    if (has_type_flag(v, TYPE_INT))
        return posix_int(v, out);
    if (!is_str(v)) {
        err_format(&exc_TypeError,
                   "configuration names must be strings or integers");
        return false;
    }
    for (; names->name; names++)
        if (strcmp(names->name, str_data((PyStr *)v)) == 0) {
            *out = names->value;
            return true;
        }
    err_format(&exc_ValueError, "unrecognized configuration name");
    return false;
}

static Value number_or_error(long n)
{
    return n == -1 && errno != 0 ? posix_error() : value_from_int(n);
}

Value posix_sysconf(Value self, const Value *args, Py_ssize nargs)
{
    int name;

    if (!config_argument(args[0], sysconf_names, &name))
        return NULL;
    errno = 0;
    return number_or_error(sysconf(name));
}

Value posix_pathconf(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *p = posix_path("pathconf", 1, args[0]);
    int name;

    if (!p || !config_argument(args[1], pathconf_names, &name))
        return NULL;
    errno = 0;
    long n = pathconf(p->data, name);

    if (n == -1 && errno == EINVAL)
        return posix_error();
    return n == -1 && errno ? err_from_errno(&exc_OSError, (Value)p)
                            : value_from_int(n);
}

Value posix_fpathconf(Value self, const Value *args, Py_ssize nargs)
{
    int fd, name;

    if (!posix_int(args[0], &fd) ||
        !config_argument(args[1], pathconf_names, &name))
        return NULL;
    errno = 0;
    return number_or_error(fpathconf(fd, name));
}

Value posix_confstr(Value self, const Value *args, Py_ssize nargs)
{
    char text[1024];
    int name;
    size_t n;
    PyStr *s;

    if (!config_argument(args[0], confstr_names, &name))
        return NULL;
    errno = 0;
    n = confstr(name, text, sizeof text);
    if (n == 0)
        return errno ? posix_error() : NONE;
    if (n <= sizeof text)
        return (Value)str_from(text, (Py_ssize)n - 1);
    s = str_new((int64_t)n - 1);
    if (!s)
        return NULL;
    confstr(name, s->data, n);
    return (Value)s;
}

static int add_names(PyModule *m, const char *attribute, const Name *names)
{
    PyDict *d = dict_new();

    for (; names->name; names++)
        if (dict_set_str(d, str_intern(names->name), tag_int(names->value)) < 0)
            return -1;
    return module_add(m, attribute, (Value)d);
}

int posix_add_constants(PyModule *m)
{
    for (const Name *c = constants; c->name; c++)
        if (module_add(m, c->name, tag_int(c->value)) < 0)
            return -1;
    if (add_names(m, "sysconf_names", sysconf_names) < 0 ||
        add_names(m, "pathconf_names", pathconf_names) < 0)
        return -1;
    return add_names(m, "confstr_names", confstr_names);
}
