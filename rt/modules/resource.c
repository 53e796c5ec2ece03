/* Module resource: limits and use of resources. */
#include "posix_support.h"
#include "module_support.h"
#include "tuple.h"

#include <sys/resource.h>
#include <unistd.h>

static PyType *resource_error;

static StructSeqDef struct_rusage = {
    .name = "resource.struct_rusage",
    .doc = "What getrusage() counted for a process: sixteen numbers, as items "
           "or as\n"
           "attributes ru_utime to ru_nivcsw.",
    .fields = {"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss",
               "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock",
               "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals",
               "ru_nvcsw", "ru_nivcsw"},
    .visible = 16,
    .callable = true,
};

static Value seconds(struct timeval t)
{
    return value_from_double((double)t.tv_sec + (double)t.tv_usec * 1e-6);
}

static void *fail(void)
{
    return err_from_errno(resource_error, NULL);
}

static Value f_getrusage(Value self, const Value *args, Py_ssize nargs)
{
    struct rusage u;
    int who;

    if (!posix_int(args[0], &who))
        return NULL;
    if (getrusage(who, &u) < 0)
        return errno == EINVAL
                   ? err_format(&exc_ValueError, "invalid who parameter")
                   : fail();
    Value items[] = {
        seconds(u.ru_utime),   seconds(u.ru_stime),    tag_int(u.ru_maxrss),
        tag_int(u.ru_ixrss),   tag_int(u.ru_idrss),    tag_int(u.ru_isrss),
        tag_int(u.ru_minflt),  tag_int(u.ru_majflt),   tag_int(u.ru_nswap),
        tag_int(u.ru_inblock), tag_int(u.ru_oublock),  tag_int(u.ru_msgsnd),
        tag_int(u.ru_msgrcv),  tag_int(u.ru_nsignals), tag_int(u.ru_nvcsw),
        tag_int(u.ru_nivcsw)};
    return structseq_new(&struct_rusage, items);
}

static bool resource_argument(Value v, int *out)
{
    if (!posix_int(v, out))
        return false;
    if (*out >= 0 && *out < RLIM_NLIMITS)
        return true;
    err_format(&exc_ValueError, "invalid resource specified");
    return false;
}

/* RLIM_INFINITY shows as -1. */
static Value limit_value(rlim_t limit)
{
    return value_from_int((int64_t)limit);
}

static Value f_getrlimit(Value self, const Value *args, Py_ssize nargs)
{
    struct rlimit r;
    int which;

    if (!resource_argument(args[0], &which))
        return NULL;
    if (getrlimit((__rlimit_resource_t)which, &r) < 0)
        return fail();
    return (Value)tuple_pack(2, limit_value(r.rlim_cur),
                             limit_value(r.rlim_max));
}

static Value f_setrlimit(Value self, const Value *args, Py_ssize nargs)
{
    struct rlimit r;
    int64_t soft, hard;
    PyTuple *pair;
    int which;

    if (!resource_argument(args[0], &which))
        return NULL;
    pair = op_tuple(args[1]);
    if (!pair)
        return NULL;
    if (tuple_length(pair) != 2)
        return err_format(&exc_ValueError, "expected a tuple of 2 integers");
    soft = value_as_int64(tuple_get(pair, 0));
    if (soft == -1 && err_pending())
        return NULL;
    hard = value_as_int64(tuple_get(pair, 1));
    if (hard == -1 && err_pending())
        return NULL;
    r.rlim_cur = (rlim_t)soft;
    r.rlim_max = (rlim_t)hard;
    if (setrlimit((__rlimit_resource_t)which, &r) == 0)
        return NONE;
    if (errno == EINVAL)
        return err_format(&exc_ValueError,
                          "current limit exceeds maximum limit");
    if (errno == EPERM)
        return err_format(&exc_ValueError,
                          "not allowed to raise maximum limit");
    return fail();
}

static Value f_getpagesize(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(sysconf(_SC_PAGESIZE));
}

static const NativeDef functions[] = {
    {"getrusage", f_getrusage, 1, 1, ARITY_parse},
    {"getrlimit", f_getrlimit, 1, 1, ARITY_parse},
    {"setrlimit", f_setrlimit, 2, 2, ARITY_parse},
    {"getpagesize", f_getpagesize, 0, 0, ARITY_parse},
    {0}};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
    {"RLIMIT_AS", RLIMIT_AS},         {"RLIMIT_CORE", RLIMIT_CORE},
    {"RLIMIT_CPU", RLIMIT_CPU},       {"RLIMIT_DATA", RLIMIT_DATA},
    {"RLIMIT_FSIZE", RLIMIT_FSIZE},   {"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK},
    {"RLIMIT_NOFILE", RLIMIT_NOFILE}, {"RLIMIT_NPROC", RLIMIT_NPROC},
    {"RLIMIT_OFILE", RLIMIT_NOFILE},  {"RLIMIT_RSS", RLIMIT_RSS},
    {"RLIMIT_STACK", RLIMIT_STACK},   {"RLIM_INFINITY", (int64_t)RLIM_INFINITY},
    {"RUSAGE_SELF", RUSAGE_SELF},     {"RUSAGE_CHILDREN", RUSAGE_CHILDREN}};

static int init(PyModule *m)
{
    if (!resource_error &&
        !(resource_error = exception_class_new("resource.error", NULL)))
        return -1;
    if (structseq_ready(&struct_rusage) < 0 ||
        module_add(m, "struct_rusage", (Value)&struct_rusage.type) < 0 ||
        module_add(m, "error", (Value)resource_error) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_resource = {"resource", NULL, functions, init};
