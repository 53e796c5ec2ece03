/* Module _passfd: descriptors sent over Unix sockets, for multiprocessing. */
#include "cargs.h"
#include "module.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* A message of one byte, which carries a descriptor. */
typedef struct FdMessage {
    struct msghdr head;
    struct iovec part;
    char byte;
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int))];
} FdMessage;

static void message_init(FdMessage *m)
{
    memset(m, 0, sizeof *m);
    m->part = (struct iovec){&m->byte, 1};
    m->head.msg_iov = &m->part;
    m->head.msg_iovlen = 1;
    m->head.msg_control = m->control;
    m->head.msg_controllen = sizeof m->control;
}

/* sendfd(connection, fd) */
static Value f_sendfd(Value self, const Value *args, Py_ssize nargs)
{
    int64_t connection = value_as_c_int(args[0]), fd;
    struct cmsghdr *c;
    FdMessage m;

    if (connection == -1 && err_pending())
        return NULL;
    fd = value_as_c_int(args[1]);
    if (fd == -1 && err_pending())
        return NULL;
    message_init(&m);
    c = CMSG_FIRSTHDR(&m.head);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(c), &(int){(int)fd}, sizeof(int));
    if (sendmsg((int)connection, &m.head, 0) < 0)
        return err_from_errno(&exc_OSError, NULL);
    return NONE;
}

/* recvfd(connection) */
static Value f_recvfd(Value self, const Value *args, Py_ssize nargs)
{
    int64_t connection = value_as_c_int(args[0]);
    struct cmsghdr *c;
    FdMessage m;
    int fd;

    if (connection == -1 && err_pending())
        return NULL;
    message_init(&m);
    if (recvmsg((int)connection, &m.head, 0) < 0)
        return err_from_errno(&exc_OSError, NULL);
    c = CMSG_FIRSTHDR(&m.head);
    if (!c || m.head.msg_controllen < CMSG_LEN(sizeof(int)) ||
        c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS ||
        c->cmsg_len < CMSG_LEN(sizeof(int)))
        return err_format(&exc_RuntimeError, "No file descriptor received");
    memcpy(&fd, CMSG_DATA(c), sizeof fd);
    return value_from_int(fd);
}

static const NativeDef functions[] = {{"sendfd", f_sendfd, 2, 2, ARITY_parse},
                                      {"recvfd", f_recvfd, 1, 1, ARITY_parse},
                                      {0}};

const NativeModule native_module__passfd = {
    .name = "_passfd",
    .doc = "Descriptors sent over Unix sockets.",
    .functions = functions,
};
