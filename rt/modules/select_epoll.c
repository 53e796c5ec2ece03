/* select.epoll: Linux's event polls as objects.  The kernel holds the state;
 * an object is a descriptor, -1 when closed. */
#include "select_support.h"

#include "cargs.h"
#include "file.h"
#include "instance.h"
#include "list.h"
#include "module_support.h"
#include "thread.h"
#include "tuple.h"

#include <errno.h>
#include <math.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

typedef struct PyEpoll {
    PyObject head;
    _Atomic int fd;
} PyEpoll;

#define SELF ((PyEpoll *)self)

static PyType epoll_type;

#include "methods_declare.h"
#include "select_epoll.def"
#include "methods_end.h"

static void *os_error(void)
{
    return err_from_errno(&exc_IOError, NULL);
}

/* The descriptor, -1 with ValueError. */
static int open_fd(Value self)
{
    int fd = SELF->fd;

    if (fd < 0)
        err_format(&exc_ValueError, "I/O operation on closed epoll fd");
    return fd;
}

static void finalize(PyObject *o)
{
    int fd = atomic_exchange(&((PyEpoll *)o)->fd, -1);

    if (fd >= 0)
        close(fd);
}

static Value epoll_of(PyType *type, int fd)
{
    PyEpoll *e = instance_new(type);

    if (!e) {
        close(fd);
        return NULL;
    }
    e->fd = fd;
    gc_on_unreachable(&e->head, finalize);
    return (Value)e;
}

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    static const char *const names[] = {"sizehint"};
    int64_t size = -1;
    Value given[1];
    int fd;

    if (args_parse("epoll", args, nargs, kwnames, names, 0, 1, given) < 0)
        return NULL;
    if (given[0] && (size = value_as_c_int(given[0])) == -1 && err_pending())
        return NULL;
    if (size == -1)
        size = FD_SETSIZE - 1;
    if (size < 1)
        return err_format(&exc_ValueError,
                          "sizehint must be greater zero, got %d", (int)size);
    fd = epoll_create((int)size);
    return fd < 0 ? os_error() : epoll_of(type, fd);
}

static int init_nothing(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return 0;
}

static Value epoll_fromfd(Value self, const Value *args, Py_ssize nargs)
{
    int64_t fd = value_as_c_int(args[0]);

    return fd == -1 && err_pending() ? NULL : epoll_of((PyType *)self, (int)fd);
}

static Value epoll_close(Value self, const Value *args, Py_ssize nargs)
{
    int fd = atomic_exchange(&SELF->fd, -1);

    return fd >= 0 && close(fd) < 0 ? os_error() : NONE;
}

static Value epoll_fileno(Value self, const Value *args, Py_ssize nargs)
{
    int fd = open_fd(self);

    return fd < 0 ? NULL : tag_int(fd);
}

/* --- what is watched ------------------------------------------------------ */

static Value control(Value self, int op, int fd, uint32_t events)
{
    struct epoll_event e = {.events = events, .data.fd = fd};
    int epoll = open_fd(self);

    if (epoll < 0)
        return NULL;
    /* A descriptor that was closed is no longer watched. */
    if (epoll_ctl(epoll, op, fd, &e) < 0 &&
        (op != EPOLL_CTL_DEL || errno != EBADF))
        return os_error();
    return NONE;
}

/* The events are a C unsigned int, which wraps. */
static Value watch(Value self, int op, Value object, Value mask)
{
    uint32_t events = EPOLLIN | EPOLLOUT | EPOLLPRI;
    int fd;

    if (mask) {
        events = (uint32_t)value_as_int64(mask);
        if (events == UINT32_MAX && err_pending())
            return NULL;
    }
    if (SELF->fd < 0)
        return open_fd(self), NULL;
    fd = file_descriptor(object);
    return fd < 0 ? NULL : control(self, op, fd, events);
}

static const char *const watch_names[] = {"fd", "eventmask"};

static Value epoll_register(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    Value given[2];

    if (args_parse("register", args, nargs, kwnames, watch_names, 1, 2, given) <
        0)
        return NULL;
    return watch(self, EPOLL_CTL_ADD, given[0], given[1]);
}

static Value epoll_modify(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    Value given[2];

    if (args_parse("modify", args, nargs, kwnames, watch_names, 2, 2, given) <
        0)
        return NULL;
    return watch(self, EPOLL_CTL_MOD, given[0], given[1]);
}

static Value epoll_unregister(Value self, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    Value given[1];

    if (args_parse("unregister", args, nargs, kwnames, watch_names, 1, 1,
                   given) < 0)
        return NULL;
    return watch(self, EPOLL_CTL_DEL, given[0], NULL);
}

/* --- waiting -------------------------------------------------------------- */

/* Seconds as milliseconds, -1 for ever; false: exception. */
static bool wait_time(Value v, int *ms)
{
    double seconds;

    *ms = -1;
    if (!v)
        return true;
    seconds = value_as_double(v);
    if (seconds == -1 && err_pending())
        return false;
    if (seconds * 1000 > INT_MAX) {
        err_format(&exc_OverflowError, "timeout is too large");
        return false;
    }
    if (seconds >= 0)
        *ms = (int)(seconds * 1000);
    return true;
}

static int wait_patiently(int fd, struct epoll_event *events, int max, int ms)
{
    double until = select_now() + ms / 1e3;
    int n;

    gc_idle();
    while ((n = epoll_wait(fd, events, max, ms)) < 0 &&
           select_interrupted_by_collector())
        if (ms > 0)
            ms = (int)ceil(fmax(until - select_now(), 0) * 1e3);
    return n;
}

static Value event_list(const struct epoll_event *events, int n)
{
    PyList *list = list_new(0);

    for (int i = 0; list && i < n; i++)
        if (list_push(list, (Value)tuple_pack(2, tag_int(events[i].data.fd),
                                              tag_int(events[i].events))) < 0)
            return NULL;
    return (Value)list;
}

static Value epoll_poll(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"timeout", "maxevents"};
    struct epoll_event *events;
    int64_t max = -1;
    Value given[2];
    int ms, fd, n;

    if (args_parse("poll", args, nargs, kwnames, names, 0, 2, given) < 0 ||
        !wait_time(given[0], &ms))
        return NULL;
    if (given[1] && (max = value_as_c_int(given[1])) == -1 && err_pending())
        return NULL;
    if ((fd = open_fd(self)) < 0)
        return NULL;
    if (max == -1)
        max = FD_SETSIZE - 1;
    if (max < 1)
        return err_format(&exc_ValueError,
                          "maxevents must be greater than 0, got %d", (int)max);
    events = gc_bytes((size_t)max * sizeof *events);
    if (!events)
        return NULL;
    n = wait_patiently(fd, events, (int)max, ms);
    if (n < 0)
        return errno == EINTR && thread_safepoint() < 0 ? NULL : os_error();
    return event_list(events, n);
}

/* --- the type ------------------------------------------------------------- */

static Value get_closed(Value self)
{
    return value_from_bool(SELF->fd < 0);
}

static const GetSetDef getsets[] = {
    {"closed", get_closed, .doc = "True if the epoll handler is closed"}, {0}};

static const NativeDef methods[] = {
#include "methods_table.h"
#include "select_epoll.def"
#include "methods_end.h"
    {0}};

static PyType epoll_type = {
    .head.type = &type_type,
    .name = "select.epoll",
    .doc = "select.epoll([sizehint=-1])\n\nAn event poll of the kernel.",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyEpoll),
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init_nothing,
};

#define CONSTANT(name) {#name, name},
static const struct {
    const char *name;
    uint32_t value;
} constants[] = {
    CONSTANT(EPOLLERR) CONSTANT(EPOLLET) CONSTANT(EPOLLHUP) CONSTANT(EPOLLIN)
        CONSTANT(EPOLLMSG) CONSTANT(EPOLLONESHOT) CONSTANT(EPOLLOUT)
            CONSTANT(EPOLLPRI) CONSTANT(EPOLLRDBAND) CONSTANT(EPOLLRDNORM)
                CONSTANT(EPOLLWRBAND) CONSTANT(EPOLLWRNORM){0}};

int select_epoll_init(PyModule *m)
{
    if (type_ready(&epoll_type) < 0 ||
        module_add(m, "epoll", (Value)&epoll_type) < 0)
        return -1;
    for (int i = 0; constants[i].name; i++)
        if (module_add(m, constants[i].name, tag_int(constants[i].value)) < 0)
            return -1;
    return 0;
}
