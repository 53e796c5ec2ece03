/* select: select() and poll objects. */
#include "posix_support.h"
#include "dict.h"
#include "file.h"
#include "list.h"
#include "module_support.h"
#include "select_support.h"
#include "signals.h"
#include "thread.h"
#include "tuple.h"

#include <limits.h>
#include <math.h>
#include <poll.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "methods_declare.h"
#include "select.def"
#include "select_poll.def"
#include "methods_end.h"

static PyType *select_error;

static Value fail(void)
{
    if (errno == EINTR && thread_safepoint() < 0)
        return NULL;
    Value pair = (Value)tuple_pack(2, tag_int(errno),
                                   (Value)str_from_c(strerror(errno)));

    err_restore((Value)select_error, pair, NULL);
    return NULL;
}

bool select_interrupted_by_collector(void)
{
    return errno == EINTR && !signals_tripped();
}

double select_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* --- select()
 * ----------------------------------------------------------------- */

typedef struct FdList {
    PyList *objects, *fds;
    fd_set set;
} FdList;

static bool add_descriptor(FdList *l, Value object, int *max)
{
    int fd = file_descriptor(object);

    if (fd < 0)
        return false;
    if (fd >= FD_SETSIZE) {
        err_format(&exc_ValueError, "filedescriptor out of range in select()");
        return false;
    }
    FD_SET(fd, &l->set);
    if (fd >= *max)
        *max = fd + 1;
    return list_push(l->objects, object) == 0 &&
           list_push(l->fds, tag_int(fd)) == 0;
}

/* The descriptors of a sequence, which fileno() methods may change. */
static bool fd_list(Value sequence, FdList *l, int *max)
{
    PyList *list =
        is_exact_list(sequence) ? (PyList *)sequence : op_list(sequence);
    Value object;

    l->objects = list_new(0);
    l->fds = list_new(0);
    FD_ZERO(&l->set);
    if (!list) {
        if (err_matches(&exc_TypeError)) {
            err_clear();
            err_format(&exc_TypeError, "arguments 1-3 must be sequences");
        }
        return false;
    }
    for (uint64_t i = 0; (object = list_item_or_null(list, i)); i++)
        if (!add_descriptor(l, object, max))
            return false;
    return true;
}

static Value ready_list(const FdList *l)
{
    PyList *list = list_new(0);

    for (uint64_t i = 0; i < (uint64_t)list_len(l->objects); i++)
        if (FD_ISSET(int_value(list_item_or_null(l->fds, i)), &l->set) &&
            list_push(list, list_item_or_null(l->objects, i)) < 0)
            return NULL;
    return (Value)list;
}

static bool timeout_argument(Value v, struct timeval *out)
{
    double seconds;

    if (!has_type_flag(v, TYPE_INT | TYPE_LONG | TYPE_FLOAT) &&
        !type_of(v)->to_float) {
        err_format(&exc_TypeError, "timeout must be a float or None");
        return false;
    }
    seconds = value_as_double(v);
    if (seconds == -1 && err_pending())
        return false;
    if (seconds > (double)LONG_MAX) {
        err_format(&exc_OverflowError, "timeout period too long");
        return false;
    }
    out->tv_sec = (time_t)floor(seconds);
    out->tv_usec = (suseconds_t)((seconds - floor(seconds)) * 1e6);
    return true;
}

static int select_patiently(int max, FdList lists[3], struct timeval *timeout)
{
    double until = timeout ? select_now() + (double)timeout->tv_sec +
                                 (double)timeout->tv_usec * 1e-6
                           : 0;
    fd_set wanted[3], *sets[3];
    int n;

    for (int i = 0; i < 3; i++) {
        sets[i] = &lists[i].set;
        wanted[i] = *sets[i];
    }
    gc_idle();
    while ((n = select(max, sets[0], sets[1], sets[2], timeout)) < 0 &&
           select_interrupted_by_collector()) {
        double left = timeout ? fmax(until - select_now(), 0) : 0;

        if (timeout)
            *timeout = (struct timeval){
                (time_t)left, (suseconds_t)((left - floor(left)) * 1e6)};
        for (int i = 0; i < 3; i++)
            *sets[i] = wanted[i];
    }
    return n;
}

static Value select_select(Value self, const Value *args, Py_ssize nargs)
{
    struct timeval time, *timeout = NULL;
    FdList lists[3];
    int max = 0, n;

    if (nargs > 3 && args[3] != NONE) {
        if (!timeout_argument(args[3], &time))
            return NULL;
        timeout = &time;
    }
    for (int i = 0; i < 3; i++)
        if (!fd_list(args[i], &lists[i], &max))
            return NULL;
    n = select_patiently(max, lists, timeout);
    if (n < 0)
        return fail();
    return (Value)tuple_pack(3, ready_list(&lists[0]), ready_list(&lists[1]),
                             ready_list(&lists[2]));
}

/* --- poll objects
 * ------------------------------------------------------------------- */

typedef struct PyPoll {
    PyObject head;
    PyDict *registered; /* descriptor -> events */
    atomic_bool running;
} PyPoll;

extern PyType poll_type;

static Value select_poll(Value self, const Value *args, Py_ssize nargs)
{
    PyPoll *p = gc_new(&poll_type, sizeof *p);

    p->registered = dict_new();
    return (Value)p;
}

static Value set_events(Value self, int fd, const Value *args, Py_ssize nargs)
{
    int events = POLLIN | POLLPRI | POLLOUT;

    if (nargs > 1 && !posix_int(args[1], &events))
        return NULL;
    if (events < 0 || events > USHRT_MAX)
        return err_format(&exc_OverflowError,
                          events < 0
                              ? "unsigned short is less than minimum"
                              : "unsigned short is greater than maximum");
    return dict_set(((PyPoll *)self)->registered, tag_int(fd),
                    tag_int(events)) < 0
               ? NULL
               : NONE;
}

static Value poll_register(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    return fd < 0 ? NULL : set_events(self, fd, args, nargs);
}

static Value poll_modify(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    if (fd < 0)
        return NULL;
    if (!dict_contains(((PyPoll *)self)->registered, tag_int(fd))) {
        errno = ENOENT;
        return err_from_errno(&exc_IOError, NULL);
    }
    return set_events(self, fd, args, nargs);
}

static Value poll_unregister(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    if (fd < 0)
        return NULL;
    return dict_delete(((PyPoll *)self)->registered, tag_int(fd)) < 0 ? NULL
                                                                      : NONE;
}

static bool milliseconds(Value v, int *out)
{
    double d;

    *out = -1;
    if (v == NONE)
        return true;
    if (!has_type_flag(v, TYPE_INT | TYPE_LONG | TYPE_FLOAT)) {
        err_format(&exc_TypeError, "timeout must be an integer or None");
        return false;
    }
    d = value_as_double(v);
    if (d == -1 && err_pending())
        return false;
    if (d > INT_MAX || d < INT_MIN) {
        err_format(&exc_OverflowError,
                   d > 0 ? "Python int too large to convert to C int"
                         : "Python int too small to convert to C int");
        return false;
    }
    *out = (int)d;
    return true;
}

static int poll_patiently(struct pollfd *fds, int64_t n, int timeout)
{
    double until = select_now() + timeout / 1e3;
    int r;

    gc_idle();
    while ((r = thread_poll(fds, (nfds_t)n, timeout)) < 0 &&
           select_interrupted_by_collector())
        if (timeout > 0)
            timeout = (int)ceil(fmax(until - select_now(), 0) * 1e3);
    return r;
}

static Value poll_poll(Value self, const Value *args, Py_ssize nargs)
{
    PyDict *d = ((PyPoll *)self)->registered;
    int64_t n = 0, count = dict_used(d);
    struct pollfd *fds = gc_bytes((size_t)(count + 1) * sizeof *fds);
    PyList *list = list_new(0);
    Value key, value;
    Py_ssize pos = 0;
    int timeout, r;

    if (!fds || !milliseconds(nargs ? args[0] : NONE, &timeout))
        return NULL;
    while (n < count && dict_next(d, &pos, &key, &value))
        fds[n++] =
            (struct pollfd){(int)int_value(key), (short)int_value(value), 0};
    if (atomic_exchange(&((PyPoll *)self)->running, true))
        return err_format(&exc_RuntimeError, "concurrent poll() invocation");
    r = poll_patiently(fds, n, timeout);
    atomic_store(&((PyPoll *)self)->running, false);
    if (r < 0)
        return fail();
    for (int64_t i = 0; i < n; i++)
        if (fds[i].revents &&
            list_push(list, (Value)tuple_pack(
                                2, tag_int(fds[i].fd),
                                tag_int((unsigned short)fds[i].revents))) < 0)
            return NULL;
    return (Value)list;
}

static const NativeDef poll_methods[] = {
#include "methods_table.h"
#include "select_poll.def"
#include "methods_end.h"
    {0}};

PyType poll_type = {
    .head.type = &type_type,
    .name = "select.poll",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyPoll),
    .methods = poll_methods,
};

#define CONSTANT(name) {#name, name},
static const struct {
    const char *name;
    int value;
} constants[] = {CONSTANT(POLLERR) CONSTANT(POLLHUP) CONSTANT(POLLIN)
                     CONSTANT(POLLMSG) CONSTANT(POLLNVAL) CONSTANT(POLLOUT)
                         CONSTANT(POLLPRI) CONSTANT(POLLRDBAND)
                             CONSTANT(POLLRDNORM) CONSTANT(POLLWRBAND)
                                 CONSTANT(POLLWRNORM) CONSTANT(PIPE_BUF){0}};

static int select_init(PyModule *m)
{
    select_error = exception_class_new("select.error", NULL);
    if (!select_error || type_ready(&poll_type) < 0 ||
        module_add(m, "error", (Value)select_error) < 0)
        return -1;
    for (int i = 0; constants[i].name; i++)
        if (module_add(m, constants[i].name, tag_int(constants[i].value)) < 0)
            return -1;
    return select_epoll_init(m);
}

static const NativeDef select_functions[] = {
#include "methods_table.h"
#include "select.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_select = {
    .name = "select",
    .doc = "Waits until some of many descriptors can be read or written.",
    .functions = select_functions,
    .init = select_init,
};
