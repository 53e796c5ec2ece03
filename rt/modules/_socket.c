/* _socket: socket objects.
 *
 * A socket with a timeout is in the system's non-blocking mode; operations
 * wait with poll() until they can go on.  No lock is held meanwhile: one
 * thread may send while another one receives, and close() wakes neither, as
 * in CPython. */
#include "socket_support.h"
#include "file.h"
#include "gc.h"
#include "instance.h"
#include "str.h"
#include "thread.h"
#include "tuple.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/netlink.h>
#include <linux/tipc.h>
#include <math.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <netpacket/packet.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "methods_declare.h"
#include "socket_object.def"
#include "methods_end.h"

typedef struct PySocket {
    PyObject head;
    _Atomic int fd;    /* -1: closed */
    _Atomic int users; /* see s_hold */
    int family, type, protocol;
    double timeout; /* seconds; negative: none */
} PySocket;

#define SELF ((PySocket *)self)

static PyType socket_type;
static PyType *timeout_error;
static double default_timeout = -1;

/* --- making and closing --------------------------------------------------- */

static void close_forgotten(PyObject *o)
{
    int fd = ((PySocket *)o)->fd;

    if (fd >= 0)
        close(fd);
}

static bool set_nonblocking(int fd, bool on)
{
    int flags = fcntl(fd, F_GETFL, 0);

    return flags >= 0 &&
           fcntl(fd, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK) ==
               0;
}

static Value socket_of(int fd, int family, int type, int protocol)
{
    PySocket *s = instance_new(&socket_type);

    s->fd = fd;
    s->family = family;
    s->type = type;
    s->protocol = protocol;
    s->timeout = default_timeout;
    if (s->timeout >= 0)
        set_nonblocking(fd, true);
    gc_on_unreachable(&s->head, close_forgotten);
    return (Value)s;
}

static Value socket_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PySocket *s = instance_new(type);

    if (!s)
        return NULL;
    s->fd = -1;
    s->timeout = default_timeout;
    return (Value)s;
}

static int socket_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"family", "type", "proto"};
    int64_t number[3] = {AF_INET, SOCK_STREAM, 0};
    Value given[3];
    int fd;

    if (args_parse("__init__", args, nargs, kwnames, names, 0, 3, given) < 0)
        return -1;
    for (int i = 0; i < 3; i++)
        if (given[i] && (number[i] = value_as_c_int(given[i])) == -1 &&
            err_pending())
            return -1;
    fd = socket((int)number[0], (int)number[1], (int)number[2]);
    if (fd < 0 && file_collect_descriptors(errno))
        fd = socket((int)number[0], (int)number[1], (int)number[2]);
    if (fd < 0) {
        socket_fail();
        return -1;
    }
    SELF->family = (int)number[0];
    SELF->type = (int)number[1];
    SELF->protocol = (int)number[2];
    SELF->fd = fd;
    if (SELF->timeout >= 0)
        set_nonblocking(fd, true);
    gc_on_unreachable(&SELF->head, close_forgotten);
    return 0;
}

static Value s_close(Value self, const Value *args, Py_ssize nargs)
{
    int fd = atomic_exchange(&SELF->fd, -1);

    if (fd >= 0)
        close(fd); /* its error would tell of data that nobody waits for */
    return NONE;
}

/* There are no reference counts that would close a socket as soon as nothing
 * refers to it any more, so module socket counts its users: the sockets and
 * files in Python over this one.  The last one that goes closes it. */
static Value s_hold(Value self, const Value *args, Py_ssize nargs)
{
    atomic_fetch_add(&SELF->users, 1);
    return NONE;
}

static Value s_drop(Value self, const Value *args, Py_ssize nargs)
{
    return atomic_fetch_sub(&SELF->users, 1) == 1 ? s_close(self, NULL, 0)
                                                  : NONE;
}

static Value s_dup(Value self, const Value *args, Py_ssize nargs)
{
    int fd = dup(SELF->fd);

    if (fd < 0)
        return socket_fail();
    return socket_of(fd, SELF->family, SELF->type, SELF->protocol);
}

/* makefile([mode[, bufsize]]): a real file, unlike that of module socket. */
static Value s_makefile(Value self, const Value *args, Py_ssize nargs)
{
    const char *mode = nargs > 0 ? arg_name("makefile", 1, args[0]) : "r";
    int64_t size;
    FILE *fp;
    int fd;

    if (!mode || !optional_int(args, nargs, 1, -1, &size))
        return NULL;
    fd = dup(SELF->fd);
    fp = fd < 0 ? NULL : fdopen(fd, mode);
    if (!fp) {
        socket_fail();
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    file_set_buffering(fp, size);
    return file_from_stream(fp, (Value)str_from_c("<socket>"), mode, fclose);
}

static Value repr(Value self)
{
    return (Value)str_format_c(
        "<socket object, fd=%d, family=%d, type=%d, protocol=%d>", SELF->fd,
        SELF->family, SELF->type, SELF->protocol);
}

/* --- waiting -------------------------------------------------------------- */

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void *time_is_out(void)
{
    err_set(timeout_error, (Value)str_from_c("timed out"));
    return NULL;
}

/* Waits until the socket is ready; deadline negative: as long as it takes.
 * False: socket.timeout, or what a signal handler raised. */
static bool wait_until(PySocket *s, short events, double deadline)
{
    struct pollfd p = {.fd = s->fd, .events = events};
    int n, ms = -1;

    if (s->fd < 0)
        return true;
    do {
        if (deadline >= 0) {
            double left = (deadline - now()) * 1000;

            ms = left <= 0 ? 0 : left > INT_MAX ? INT_MAX : (int)ceil(left);
        }
        n = thread_poll(&p, 1, ms);
        if (n < 0 && errno == EINTR && thread_safepoint() < 0)
            return false;
    } while (n < 0 && errno == EINTR);
    if (n == 0) {
        time_is_out();
        return false;
    }
    return true;
}

static double deadline_of(const PySocket *s)
{
    return s->timeout > 0 ? now() + s->timeout : -1;
}

/* Would the operation wait in the kernel, where the collector had to wake each
 * of perhaps many threads?  Then it is tried first, and waited for. */
static bool waits_long(const PySocket *s)
{
    return rt_threaded && s->timeout < 0;
}

/* Before an operation: waits if there is a timeout greater than zero. */
static bool ready(PySocket *s, short events)
{
    gc_idle();
    return s->timeout <= 0 || wait_until(s, events, deadline_of(s));
}

/* socket.error from errno; a signal's exception goes first. */
static void *fail(void)
{
    int e = errno;

    if (e == EINTR && thread_safepoint() < 0)
        return NULL;
    errno = e;
    return socket_fail();
}

static Value done(int r)
{
    return r < 0 ? fail() : NONE;
}

static bool int_argument(Value v, int *out)
{
    int64_t n = value_as_c_int(v);

    *out = (int)n;
    return n != -1 || !err_pending();
}

/* --- connecting ----------------------------------------------------------- */

static Value s_accept(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length = sizeof(Address);
    Value other, address;
    Address a;
    int fd;

    if (!ready(SELF, POLLIN) ||
        (waits_long(SELF) && !wait_until(SELF, POLLIN, -1)))
        return NULL;
    fd = accept(SELF->fd, &a.any, &length);
    if (fd < 0)
        return fail();
    other = socket_of(fd, SELF->family, SELF->type, SELF->protocol);
    address = socket_address_value(&a, length);
    return address ? (Value)tuple_pack(2, other, address) : NULL;
}

static Value s_bind(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    Address a;

    if (!socket_address_of(args[0], SELF->family, &a, &length))
        return NULL;
    return done(bind(SELF->fd, &a.any, length));
}

/* 0, an errno, or -1: an exception. */
static int connect_to(PySocket *s, const Address *a, socklen_t length)
{
    socklen_t size = sizeof(int);
    int e = 0;

    if (connect(s->fd, &a->any, length) == 0)
        return 0;
    if (errno != EINPROGRESS || s->timeout <= 0)
        return errno;
    if (!wait_until(s, POLLOUT, deadline_of(s)))
        return -1;
    if (getsockopt(s->fd, SOL_SOCKET, SO_ERROR, &e, &size) < 0)
        return errno;
    return e;
}

static Value s_connect(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    Address a;
    int e;

    if (!socket_address_of(args[0], SELF->family, &a, &length))
        return NULL;
    e = connect_to(SELF, &a, length);
    if (e < 0)
        return NULL;
    errno = e;
    return e ? fail() : NONE;
}

static Value s_connect_ex(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    Address a;
    int e;

    if (!socket_address_of(args[0], SELF->family, &a, &length))
        return NULL;
    e = connect_to(SELF, &a, length);
    if (e < 0) {
        if (!err_matches(timeout_error))
            return NULL;
        err_clear();
        e = EWOULDBLOCK;
    }
    return tag_int(e);
}

static Value s_listen(Value self, const Value *args, Py_ssize nargs)
{
    int backlog;

    if (!int_argument(args[0], &backlog))
        return NULL;
    return done(listen(SELF->fd, backlog < 0 ? 0 : backlog));
}

static Value s_shutdown(Value self, const Value *args, Py_ssize nargs)
{
    int how;

    return int_argument(args[0], &how) ? done(shutdown(SELF->fd, how)) : NULL;
}

static Value s_getsockname(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length = sizeof(Address);
    Address a = {0};

    if (getsockname(SELF->fd, &a.any, &length) < 0)
        return fail();
    return socket_address_value(&a, length);
}

static Value s_getpeername(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length = sizeof(Address);
    Address a = {0};

    if (getpeername(SELF->fd, &a.any, &length) < 0)
        return fail();
    return socket_address_value(&a, length);
}

static Value s_fileno(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(SELF->fd);
}

/* --- receiving ------------------------------------------------------------ */

static bool flags_argument(const Value *args, Py_ssize nargs, Py_ssize at,
                           int *flags)
{
    int64_t n;

    if (!optional_int(args, nargs, at, 0, &n))
        return false;
    *flags = (int)n;
    return true;
}

/* One recvfrom; -1: exception.  *length is 0 where there is no address. */
static ssize_t receive(PySocket *s, char *to, size_t size, int flags,
                       Address *a, socklen_t *length)
{
    bool tries = waits_long(s) && !(flags & MSG_WAITALL);
    int more = tries ? MSG_DONTWAIT : 0;
    ssize_t n;

    if (!ready(s, POLLIN))
        return -1;
    *length = sizeof *a;
    n = recvfrom(s->fd, to, size, flags | more, &a->any, length);
    if (n < 0 && tries && (errno == EAGAIN || errno == EWOULDBLOCK) &&
        !(flags & MSG_DONTWAIT)) {
        if (!wait_until(s, POLLIN, -1))
            return -1;
        *length = sizeof *a;
        n = recvfrom(s->fd, to, size, flags, &a->any, length);
    }
    if (n < 0)
        fail();
    return n;
}

enum { SMALL_RECEIVE = 16 << 10 };

typedef struct Receive {
    PySocket *socket;
    Address *from;
    socklen_t *length;
    size_t size;
    ssize_t got;
    int flags, error;
    char buffer[SMALL_RECEIVE];
} Receive;

static void *receive_in_kernel(void *arg)
{
    Receive *r = arg;

    *r->length = sizeof *r->from;
    r->got = recvfrom(r->socket->fd, r->buffer, r->size, r->flags,
                      &r->from->any, r->length);
    r->error = errno;
    return NULL;
}

/* receive() to a buffer that is not the collector's: one call waits and
 * receives, without the collector waking the thread. */
static ssize_t receive_and_wait(Receive *r)
{
    do {
        thread_block(receive_in_kernel, r);
        errno = r->error;
        if (r->got < 0 && errno == EINTR && thread_safepoint() < 0)
            return -1;
    } while (r->got < 0 && errno == EINTR);
    if (r->got < 0)
        fail();
    return r->got;
}

/* Most of what is received is shorter than the buffer asked for: it comes to
 * the stack, and the str is as long as it. */
static __attribute__((noinline)) PyStr *receive_small(PySocket *s, size_t size,
                                                      int flags, Address *a,
                                                      socklen_t *length)
{
    Receive r;
    ssize_t n;

    r.socket = s;
    r.from = a;
    r.length = length;
    r.size = size;
    r.flags = flags;
    if (waits_long(s)) {
        gc_idle();
        n = receive_and_wait(&r);
    } else {
        n = receive(s, r.buffer, size, flags, a, length);
    }
    return n < 0 ? NULL : str_from(r.buffer, n);
}

/* A str of what was received; NULL: exception. */
static PyStr *receive_str(Value self, const char *fname, const Value *args,
                          Py_ssize nargs, Address *a, socklen_t *length)
{
    int64_t size = value_as_c_int(args[0]);
    PyStr *s;
    ssize_t n;
    int flags;

    if ((size == -1 && err_pending()) ||
        !flags_argument(args, nargs, 1, &flags))
        return NULL;
    if (size < 0)
        return err_format(&exc_ValueError, "negative buffersize in %s", fname);
    if (size <= SMALL_RECEIVE)
        return receive_small(SELF, (size_t)size, flags, a, length);
    s = str_new(size);
    if (!s)
        return NULL;
    n = receive(SELF, s->data, (size_t)size, flags, a, length);
    if (n < 0)
        return NULL;
    return n == size ? s : str_from(s->data, n);
}

static Value s_recv(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    Address a;

    return (Value)receive_str(self, "recv", args, nargs, &a, &length);
}

static Value s_recvfrom(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    Address a;
    PyStr *s = receive_str(self, "recvfrom", args, nargs, &a, &length);
    Value address = s ? socket_address_value(&a, length) : NULL;

    return address ? (Value)tuple_pack(2, (Value)s, address) : NULL;
}

/* recv_into and recvfrom_into: the number of bytes, -1: exception. */
static ssize_t receive_into(Value self, const char *fname, const Value *args,
                            Py_ssize nargs, PyTuple *kwnames, Address *a,
                            socklen_t *length)
{
    static const char *const names[] = {"buffer", "nbytes", "flags"};
    int size = 0, flags = 0;
    Value given[3];
    Buffer b;

    if (args_parse(fname, args, nargs, kwnames, names, 1, 3, given) < 0 ||
        (given[1] && !int_argument(given[1], &size)) ||
        (given[2] && !int_argument(given[2], &flags)))
        return -1;
    if (!type_of(given[0])->get_buffer ||
        type_of(given[0])->get_buffer(given[0], &b) < 0 || b.readonly) {
        err_clear();
        arg_type_error(fname, 1, "read-write buffer", given[0]);
        return -1;
    }
    if (size < 0) {
        err_format(&exc_ValueError, "negative buffersize in %s", fname);
        return -1;
    }
    if (size > b.length) {
        err_format(&exc_ValueError, "buffer too small for requested bytes");
        return -1;
    }
    return receive(SELF, b.data, (size_t)(size ? size : b.length), flags, a,
                   length);
}

static Value s_recv_into(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    socklen_t length;
    Address a;
    ssize_t n =
        receive_into(self, "recv_into", args, nargs, kwnames, &a, &length);

    return n < 0 ? NULL : tag_int(n);
}

static Value s_recvfrom_into(Value self, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    socklen_t length;
    Address a;
    ssize_t n =
        receive_into(self, "recvfrom_into", args, nargs, kwnames, &a, &length);
    Value address = n < 0 ? NULL : socket_address_value(&a, length);

    return address ? (Value)tuple_pack(2, tag_int(n), address) : NULL;
}

/* --- sending -------------------------------------------------------------- */

static Value s_send(Value self, const Value *args, Py_ssize nargs)
{
    ssize_t n;
    int flags;
    Span in;

    if (!arg_bytes("send", 1, args[0], &in) ||
        !flags_argument(args, nargs, 1, &flags) || !ready(SELF, POLLOUT))
        return NULL;
    n = send(SELF->fd, in.data, (size_t)in.length, flags);
    return n < 0 ? fail() : tag_int(n);
}

static Value s_sendall(Value self, const Value *args, Py_ssize nargs)
{
    double deadline = deadline_of(SELF);
    int flags;
    Span in;

    if (!arg_bytes("sendall", 1, args[0], &in) ||
        !flags_argument(args, nargs, 1, &flags))
        return NULL;
    do {
        ssize_t n;

        if (SELF->timeout > 0 && !wait_until(SELF, POLLOUT, deadline))
            return NULL;
        n = send(SELF->fd, in.data, (size_t)in.length, flags);
        if (n < 0 && errno != EINTR && (errno != EAGAIN || SELF->timeout <= 0))
            return fail();
        if (thread_safepoint() < 0)
            return NULL;
        in.data += n < 0 ? 0 : n;
        in.length -= n < 0 ? 0 : n;
    } while (in.length > 0);
    return NONE;
}

static Value s_sendto(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length;
    int flags = 0;
    Address a;
    ssize_t n;
    Span in;

    if (nargs < 2 || nargs > 3)
        return err_format(&exc_TypeError,
                          "sendto() takes 2 or 3 arguments (%d given)",
                          (int)nargs);
    if (!arg_bytes("sendto", 1, args[0], &in) ||
        (nargs == 3 && !int_argument(args[1], &flags)) ||
        !socket_address_of(args[nargs - 1], SELF->family, &a, &length) ||
        !ready(SELF, POLLOUT))
        return NULL;
    n = sendto(SELF->fd, in.data, (size_t)in.length, flags, &a.any, length);
    return n < 0 ? fail() : tag_int(n);
}

/* --- options, timeouts ---------------------------------------------------- */

static Value s_getsockopt(Value self, const Value *args, Py_ssize nargs)
{
    socklen_t length = sizeof(int);
    int level, option, value;
    char data[1024];
    int64_t size;

    if (!int_argument(args[0], &level) || !int_argument(args[1], &option) ||
        !optional_int(args, nargs, 2, 0, &size))
        return NULL;
    if (size == 0) {
        if (getsockopt(SELF->fd, level, option, &value, &length) < 0)
            return fail();
        return tag_int(value);
    }
    if (size < 0 || size > (int64_t)sizeof data)
        return err_format(socket_error, "getsockopt buflen out of range");
    length = (socklen_t)size;
    if (getsockopt(SELF->fd, level, option, data, &length) < 0)
        return fail();
    return (Value)str_from(data, length);
}

static Value s_setsockopt(Value self, const Value *args, Py_ssize nargs)
{
    int level, option, value;
    Span in;

    if (!int_argument(args[0], &level) || !int_argument(args[1], &option))
        return NULL;
    if (has_type_flag(args[2], TYPE_INT | TYPE_LONG)) {
        if (!int_argument(args[2], &value))
            return NULL;
        return done(setsockopt(SELF->fd, level, option, &value, sizeof value));
    }
    if (!value_bytes_or_null(args[2], &in))
        return arg_type_error("setsockopt", 3, "string or read-only buffer",
                              args[2]);
    return done(
        setsockopt(SELF->fd, level, option, in.data, (socklen_t)in.length));
}

/* None or seconds; false: exception. */
static bool timeout_argument(Value v, double *out)
{
    *out = -1;
    if (v == NONE)
        return true;
    if (!has_type_flag(v, TYPE_INT | TYPE_LONG | TYPE_FLOAT) &&
        !type_of(v)->to_float) {
        err_format(&exc_TypeError, "a float is required");
        return false;
    }
    *out = value_as_double(v);
    if (*out == -1 && err_pending())
        return false;
    if (*out >= 0)
        return true;
    err_format(&exc_ValueError, "Timeout value out of range");
    return false;
}

static Value timeout_value(double timeout)
{
    return timeout < 0 ? NONE : value_from_double(timeout);
}

static Value s_settimeout(Value self, const Value *args, Py_ssize nargs)
{
    double timeout;

    if (!timeout_argument(args[0], &timeout))
        return NULL;
    SELF->timeout = timeout;
    set_nonblocking(SELF->fd, timeout >= 0);
    return NONE;
}

static Value s_setblocking(Value self, const Value *args, Py_ssize nargs)
{
    Value v = has_type_flag(args[0], TYPE_FLOAT) ? float_type.to_int(args[0])
                                                 : args[0];
    int64_t on = v ? value_as_int64(v) : -1;

    if (on == -1 && err_pending())
        return NULL;
    SELF->timeout = on ? -1 : 0;
    set_nonblocking(SELF->fd, !on);
    return NONE;
}

static Value s_gettimeout(Value self, const Value *args, Py_ssize nargs)
{
    return timeout_value(SELF->timeout);
}

Value socket_getdefaulttimeout(Value self, const Value *args, Py_ssize nargs)
{
    return timeout_value(default_timeout);
}

Value socket_setdefaulttimeout(Value self, const Value *args, Py_ssize nargs)
{
    double timeout;

    if (!timeout_argument(args[0], &timeout))
        return NULL;
    default_timeout = timeout;
    return NONE;
}

/* --- functions that make sockets ------------------------------------------ */

Value socket_fromfd(Value self, const Value *args, Py_ssize nargs)
{
    int fd, family, type, protocol;

    if (!int_argument(args[0], &fd) || !int_argument(args[1], &family) ||
        !int_argument(args[2], &type) ||
        !flags_argument(args, nargs, 3, &protocol))
        return NULL;
    fd = dup(fd);
    return fd < 0 ? socket_fail() : socket_of(fd, family, type, protocol);
}

Value socket_socketpair(Value self, const Value *args, Py_ssize nargs)
{
    int64_t family, type, protocol;
    int fds[2];

    if (!optional_int(args, nargs, 0, AF_UNIX, &family) ||
        !optional_int(args, nargs, 1, SOCK_STREAM, &type) ||
        !optional_int(args, nargs, 2, 0, &protocol))
        return NULL;
    if (socketpair((int)family, (int)type, (int)protocol, fds) < 0)
        return socket_fail();
    return (Value)tuple_pack(
        2, socket_of(fds[0], (int)family, (int)type, (int)protocol),
        socket_of(fds[1], (int)family, (int)type, (int)protocol));
}

/* --- the module ----------------------------------------------------------- */

static Value get_family(Value self)
{
    return tag_int(SELF->family);
}

static Value get_type(Value self)
{
    return tag_int(SELF->type);
}

static Value get_proto(Value self)
{
    return tag_int(SELF->protocol);
}

static Value get_timeout(Value self)
{
    return value_from_double(SELF->timeout);
}

static const GetSetDef getsets[] = {{"family", get_family, .is_member = true},
                                    {"type", get_type, .is_member = true},
                                    {"proto", get_proto, .is_member = true},
                                    {"timeout", get_timeout, .is_member = true},
                                    {0}};

static const NativeDef methods[] = {
#include "methods_table.h"
#include "socket_object.def"
#include "methods_end.h"
    {0}};

static PyType socket_type = {
    .head.type = &type_type,
    .name = "_socket.socket",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PySocket),
    .methods = methods,
    .getsets = getsets,
    .repr = repr,
    .new_instance = socket_new,
    .init = socket_init,
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define CONSTANT(name) {#name, name},
#include "socket_constants.def"
    {"SOL_IP", IPPROTO_IP}, {"SOL_TCP", IPPROTO_TCP}, {"SOL_UDP", IPPROTO_UDP}};

static int add_error(PyModule *m, const char *name, PyType *base, PyType **out)
{
    char dotted[32] = "socket.";

    if (!*out && !(*out = exception_class_new(strcat(dotted, name), base)))
        return -1;
    return module_add(m, name, (Value)*out);
}

static int init(PyModule *m)
{
    if (add_error(m, "error", &exc_IOError, &socket_error) < 0 ||
        add_error(m, "herror", socket_error, &socket_herror) < 0 ||
        add_error(m, "gaierror", socket_error, &socket_gaierror) < 0 ||
        add_error(m, "timeout", socket_error, &timeout_error) < 0 ||
        module_add_type(m, &socket_type) < 0 ||
        module_add(m, "SocketType", (Value)&socket_type) < 0 ||
        module_add(m, "has_ipv6", TRUE_VALUE) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_socket.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__socket = {"_socket", NULL, functions, init};
