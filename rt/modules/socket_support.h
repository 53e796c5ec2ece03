/* Between the files of _socket. */
#ifndef RT_SOCKET_SUPPORT_H
#define RT_SOCKET_SUPPORT_H

#include "cargs.h"
#include "module_support.h"

#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#define FUNCTION(module, name, fn, min, max, style, result, effects)           \
    NativeFn fn;
#include "_socket.def"
#undef FUNCTION

typedef union Address {
    struct sockaddr any;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
    struct sockaddr_un un;
    struct sockaddr_storage storage;
} Address;

extern PyType *socket_error, *socket_herror, *socket_gaierror;

/* socket.error from errno; NULL. */
void *socket_fail(void);
/* class(code, text) as exceptions of two arguments have them; NULL. */
void *socket_raise(PyType *type, int code, const char *text);

/* The Python value of an address of `length` bytes. */
Value socket_address_value(const Address *a, socklen_t length);
/* A Python address for a socket of the family; false: exception. */
bool socket_address_of(Value v, int family, Address *a, socklen_t *length);

#endif
