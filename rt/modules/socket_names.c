/* _socket: addresses as Python values, names of hosts and services. */
#include "socket_support.h"
#include "number.h"
#include "str.h"
#include "tuple.h"
#include "unicode.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netdb.h>
#include <netpacket/packet.h>
#include <stdio.h>
#include <unistd.h>

PyType *socket_error, *socket_herror, *socket_gaierror;

void *socket_raise(PyType *type, int code, const char *text)
{
    Value pair = (Value)tuple_pack(2, tag_int(code), (Value)str_from_c(text));

    err_restore((Value)type, pair, NULL);
    return NULL;
}

void *socket_fail(void)
{
    return err_from_errno(socket_error, NULL);
}

static void *fail_gai(int code)
{
    if (code == EAI_SYSTEM)
        return socket_fail();
    return socket_raise(socket_gaierror, code, gai_strerror(code));
}

static void *fail_host(void)
{
    return socket_raise(socket_herror, h_errno, hstrerror(h_errno));
}

/* --- host names ----------------------------------------------------------- */

/* The bytes of a host name; unicode goes through idna.  NULL: exception. */
static PyStr *host_bytes(Value v)
{
    static const char message[] =
        "coercing to Unicode: need string or buffer, %.200s found";

    if (is_unicode(v)) {
        Value codec = (Value)str_from_c("idna");

        return (PyStr *)op_call_method(v, str_intern("encode"), &codec, 1);
    }
    if (is_str(v)) {
        if (memchr(str_span(v).data, 0, (size_t)str_span(v).length))
            return err_format(&exc_TypeError,
                              "must be string without null bytes, not str");
        return (PyStr *)v;
    }
    return err_format(&exc_TypeError, message, type_name_of(v));
}

/* The first address of a host; "" is any, "<broadcast>" is that.  The port
 * of *a stays as it is. */
static bool resolve(const char *name, int family, Address *a, socklen_t *length)
{
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_DGRAM};
    struct addrinfo *found;
    int code;

    if (strcmp(name, "<broadcast>") == 0 && family != AF_INET6) {
        a->in = (struct sockaddr_in){.sin_family = AF_INET,
                                     .sin_addr.s_addr = INADDR_BROADCAST};
        *length = sizeof a->in;
        return true;
    }
    hints.ai_flags = *name ? 0 : AI_PASSIVE;
    code = getaddrinfo(*name ? name : NULL, *name ? NULL : "0", &hints, &found);
    if (code) {
        fail_gai(code);
        return false;
    }
    memcpy(a, found->ai_addr, found->ai_addrlen);
    *length = found->ai_addrlen;
    freeaddrinfo(found);
    return true;
}

static Value host_text(const Address *a, socklen_t length)
{
    char text[NI_MAXHOST];
    int code = getnameinfo(&a->any, length, text, sizeof text, NULL, 0,
                           NI_NUMERICHOST);

    return code ? fail_gai(code) : (Value)str_from_c(text);
}

/* --- addresses ------------------------------------------------------------ */

static Value unix_value(const Address *a, socklen_t length)
{
    size_t start = offsetof(struct sockaddr_un, sun_path);
    size_t n = length > start ? length - start : 0;

    if (n && a->un.sun_path[0] == 0) /* Linux's abstract names */
        return (Value)str_from(a->un.sun_path, (Py_ssize)n);
    return (Value)str_from(a->un.sun_path,
                           (Py_ssize)strnlen(a->un.sun_path, n));
}

static Value packet_value(const Address *a)
{
    const struct sockaddr_ll *l = (const struct sockaddr_ll *)a;
    char name[IF_NAMESIZE] = "";

    if (l->sll_ifindex)
        if_indextoname((unsigned)l->sll_ifindex, name);
    return (Value)tuple_pack(
        5, (Value)str_from_c(name), tag_int(ntohs(l->sll_protocol)),
        tag_int(l->sll_pkttype), tag_int(l->sll_hatype),
        (Value)str_from((const char *)l->sll_addr, l->sll_halen));
}

Value socket_address_value(const Address *a, socklen_t length)
{
    Value host;

    if (length == 0)
        return NONE;
    switch (a->any.sa_family) {
    case AF_INET:
        host = host_text(a, sizeof a->in);
        return host ? (Value)tuple_pack(2, host, tag_int(ntohs(a->in.sin_port)))
                    : NULL;
    case AF_INET6:
        host = host_text(a, sizeof a->in6);
        return host ? (Value)tuple_pack(4, host,
                                        tag_int(ntohs(a->in6.sin6_port)),
                                        tag_int(ntohl(a->in6.sin6_flowinfo)),
                                        tag_int(a->in6.sin6_scope_id))
                    : NULL;
    case AF_UNIX:
        return unix_value(a, length);
    case AF_PACKET:
        return packet_value(a);
    default:
        return (Value)tuple_pack(
            2, tag_int(a->any.sa_family),
            (Value)str_from(a->any.sa_data, sizeof a->any.sa_data));
    }
}

static bool unix_address(Value v, Address *a, socklen_t *length)
{
    Span path;

    if (is_unicode(v)) {
        if (!arg_bytes("getsockaddrarg", 1, v, &path))
            return false;
    } else if (!value_bytes_or_null(v, &path)) {
        err_format(&exc_TypeError,
                   "argument must be string or read-only character buffer, "
                   "not %.50s",
                   type_name_of(v));
        return false;
    }
    memset(&a->un, 0, sizeof a->un);
    a->un.sun_family = AF_UNIX;
    if (path.length > (int64_t)sizeof a->un.sun_path ||
        (path.length == (int64_t)sizeof a->un.sun_path && path.data[0])) {
        err_format(socket_error, "AF_UNIX path too long");
        return false;
    }
    memcpy(a->un.sun_path, path.data, (size_t)path.length);
    *length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) +
                          (size_t)path.length +
                          (path.length && path.data[0] ? 1 : 0));
    return true;
}

static bool port_argument(Value v, int *port)
{
    int64_t n = value_as_c_int(v);

    if (n == -1 && err_pending())
        return false;
    if (n < 0 || n > 65535) {
        err_format(&exc_OverflowError, "getsockaddrarg: port must be 0-65535.");
        return false;
    }
    *port = (int)n;
    return true;
}

static bool number_argument(Value v, uint32_t *out)
{
    int64_t n = value_as_int64(v);

    *out = (uint32_t)n;
    return n != -1 || !err_pending();
}

static bool flow_argument(Value v, uint32_t *out)
{
    if (!number_argument(v, out))
        return false;
    if (*out <= 0xfffff)
        return true;
    err_format(&exc_OverflowError,
               "getsockaddrarg: flowinfo must be 0-1048575.");
    return false;
}

/* (host, port) or, for IPv6, (host, port, flow, scope). */
static bool internet_address(Value v, int family, Address *a, socklen_t *length)
{
    const char *name = family == AF_INET ? "AF_INET" : "AF_INET6";
    uint32_t flow = 0, scope = 0;
    PyTuple *t = (PyTuple *)v;
    PyStr *host;
    Py_ssize n;
    int port;

    if (!has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError,
                   "getsockaddrarg: %s address must be tuple, not %.500s", name,
                   type_name_of(v));
        return false;
    }
    n = tuple_length(t);
    if (n < 2 || n > (family == AF_INET ? 2 : 4)) {
        err_format(&exc_TypeError,
                   "getsockaddrarg() takes %s %d arguments (%d given)",
                   family == AF_INET ? "exactly"
                   : n < 2           ? "at least"
                                     : "at most",
                   family == AF_INET || n < 2 ? 2 : 4, (int)n);
        return false;
    }
    host = host_bytes(tuple_get(t, 0));
    if (!host || !port_argument(tuple_get(t, 1), &port) ||
        (n > 2 && !flow_argument(tuple_get(t, 2), &flow)) ||
        (n > 3 && !number_argument(tuple_get(t, 3), &scope)) ||
        !resolve(str_data(host), family, a, length))
        return false;
    if (family == AF_INET) {
        a->in.sin_port = htons((uint16_t)port);
        return true;
    }
    a->in6.sin6_port = htons((uint16_t)port);
    a->in6.sin6_flowinfo = htonl(flow);
    if (n > 3)
        a->in6.sin6_scope_id = scope;
    return true;
}

bool socket_address_of(Value v, int family, Address *a, socklen_t *length)
{
    switch (family) {
    case AF_UNIX:
        return unix_address(v, a, length);
    case AF_INET:
    case AF_INET6:
        return internet_address(v, family, a, length);
    default:
        err_format(socket_error, "getsockaddrarg: bad family");
        return false;
    }
}

/* --- hosts ---------------------------------------------------------------- */

Value socket_gethostbyname(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = host_bytes(args[0]);
    socklen_t length;
    Address a;

    if (!name || !resolve(str_data(name), AF_INET, &a, &length))
        return NULL;
    return host_text(&a, length);
}

/* (name, aliases, addresses) of an entry of the resolver. */
static Value host_entry(const struct hostent *h)
{
    PyList *aliases = list_new(0), *addresses = list_new(0);
    char text[INET6_ADDRSTRLEN];

    for (char **p = h->h_aliases; p && *p; p++)
        if (list_append(aliases, (Value)str_from_c(*p)) < 0)
            return NULL;
    for (char **p = h->h_addr_list; p && *p; p++)
        if (!inet_ntop(h->h_addrtype, *p, text, sizeof text) ||
            list_append(addresses, (Value)str_from_c(text)) < 0)
            return err_pending() ? NULL : socket_fail();
    return (Value)tuple_pack(3, (Value)str_from_c(h->h_name), (Value)aliases,
                             (Value)addresses);
}

enum { HOST_BUFFER = 16 << 10 };

Value socket_gethostbyname_ex(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = host_bytes(args[0]);
    struct hostent entry, *found = NULL;
    char buffer[HOST_BUFFER];
    socklen_t length;
    int code;
    Address a;

    if (!name || !resolve(str_data(name), AF_INET, &a, &length))
        return NULL;
    gethostbyname_r(str_data(name), &entry, buffer, sizeof buffer, &found,
                    &code);
    h_errno = code;
    return found ? host_entry(found) : fail_host();
}

Value socket_gethostbyaddr(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = host_bytes(args[0]);
    struct hostent entry, *found = NULL;
    char buffer[HOST_BUFFER];
    socklen_t length;
    const void *bytes;
    Address a;
    int code;

    if (!name || !resolve(str_data(name), AF_UNSPEC, &a, &length))
        return NULL;
    bytes = a.any.sa_family == AF_INET ? (void *)&a.in.sin_addr
                                       : (void *)&a.in6.sin6_addr;
    gethostbyaddr_r(bytes, a.any.sa_family == AF_INET ? 4 : 16, a.any.sa_family,
                    &entry, buffer, sizeof buffer, &found, &code);
    h_errno = code;
    return found ? host_entry(found) : fail_host();
}

Value socket_gethostname(Value self, const Value *args, Py_ssize nargs)
{
    char name[1024];

    if (gethostname(name, sizeof name - 1) < 0)
        return socket_fail();
    name[sizeof name - 1] = 0;
    return (Value)str_from_c(name);
}

/* --- services and protocols ----------------------------------------------- */

Value socket_getservbyname(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("getservbyname", 1, args[0]), *proto = 0;
    struct servent *found;

    if (!name ||
        (nargs > 1 && !(proto = arg_name("getservbyname", 2, args[1]))))
        return NULL;
    found = getservbyname(name, proto);
    if (!found)
        return err_format(socket_error, "service/proto not found");
    return tag_int(ntohs((uint16_t)found->s_port));
}

Value socket_getservbyport(Value self, const Value *args, Py_ssize nargs)
{
    const char *proto = NULL;
    struct servent *found;
    int64_t port = value_as_c_int(args[0]);

    if (port == -1 && err_pending())
        return NULL;
    if (nargs > 1 && !(proto = arg_name("getservbyport", 2, args[1])))
        return NULL;
    if (port < 0 || port > 65535)
        return err_format(&exc_OverflowError,
                          "getservbyport: port must be 0-65535.");
    found = getservbyport(htons((uint16_t)port), proto);
    if (!found)
        return err_format(socket_error, "port/proto not found");
    return (Value)str_from_c(found->s_name);
}

Value socket_getprotobyname(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("getprotobyname", 1, args[0]);
    struct protoent *found = name ? getprotobyname(name) : NULL;

    if (!name)
        return NULL;
    if (!found)
        return err_format(socket_error, "protocol not found");
    return tag_int(found->p_proto);
}

/* --- getaddrinfo, getnameinfo --------------------------------------------- */

/* The service argument as text: a name or a number; NULL in *text: None. */
static bool service_argument(Value v, char *number, size_t size,
                             const char **text)
{
    *text = NULL;
    if (v == NONE)
        return true;
    if (has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        int64_t n = value_as_int64(v);

        if (n == -1 && err_pending())
            return false;
        snprintf(number, size, "%lld", (long long)n);
        *text = number;
        return true;
    }
    if (is_str(v)) {
        *text = str_span(v).data;
        return true;
    }
    err_format(socket_error, "Int or String expected");
    return false;
}

static Value address_info(const struct addrinfo *i)
{
    Value address =
        socket_address_value((const Address *)i->ai_addr, i->ai_addrlen);

    if (!address)
        return NULL;
    return (Value)tuple_pack(
        5, tag_int(i->ai_family), tag_int(i->ai_socktype),
        tag_int(i->ai_protocol),
        (Value)str_from_c(i->ai_canonname ? i->ai_canonname : ""), address);
}

static bool host_argument(Value v, const char **host)
{
    PyStr *s;

    *host = NULL;
    if (v == NONE)
        return true;
    if (!is_str(v) && !is_unicode(v)) {
        err_format(&exc_TypeError,
                   "getaddrinfo() argument 1 must be string or None");
        return false;
    }
    s = host_bytes(v);
    *host = s ? str_data(s) : NULL;
    return s != NULL;
}

Value socket_getaddrinfo(Value self, const Value *args, Py_ssize nargs)
{
    struct addrinfo hints = {0}, *found;
    int64_t family, type, protocol, flags;
    const char *host, *service;
    PyList *list;
    char number[32];
    int code;

    if (!host_argument(args[0], &host) ||
        !service_argument(args[1], number, sizeof number, &service) ||
        !optional_int(args, nargs, 2, AF_UNSPEC, &family) ||
        !optional_int(args, nargs, 3, 0, &type) ||
        !optional_int(args, nargs, 4, 0, &protocol) ||
        !optional_int(args, nargs, 5, 0, &flags))
        return NULL;
    hints.ai_family = (int)family;
    hints.ai_socktype = (int)type;
    hints.ai_protocol = (int)protocol;
    hints.ai_flags = (int)flags;
    code = getaddrinfo(host, service, &hints, &found);
    if (code)
        return fail_gai(code);
    list = list_new(0);
    for (struct addrinfo *i = found; i && list; i = i->ai_next) {
        Value info = address_info(i);

        if (!info || list_append(list, info) < 0)
            list = NULL;
    }
    freeaddrinfo(found);
    return (Value)list;
}

static bool name_info_address(Value v, Address *a, socklen_t *length)
{
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST,
                             .ai_socktype = SOCK_DGRAM},
                    *found;
    PyTuple *t = (PyTuple *)v;
    uint32_t flow = 0, scope = 0;
    char service[24];
    int64_t port;
    Span host;
    int code;

    if (!has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError, "getnameinfo() argument 1 must be a tuple");
        return false;
    }
    if (tuple_length(t) < 2 || tuple_length(t) > 4 ||
        !value_bytes_or_null(tuple_get(t, 0), &host)) {
        err_format(&exc_TypeError, "illegal sockaddr argument");
        return false;
    }
    port = value_as_c_int(tuple_get(t, 1));
    if ((port == -1 && err_pending()) ||
        (tuple_length(t) > 2 && !flow_argument(tuple_get(t, 2), &flow)) ||
        (tuple_length(t) > 3 && !number_argument(tuple_get(t, 3), &scope)))
        return false;
    snprintf(service, sizeof service, "%d", (int)port);
    code = getaddrinfo(host.data, service, &hints, &found);
    if (code) {
        fail_gai(code);
        return false;
    }
    memcpy(a, found->ai_addr, found->ai_addrlen);
    *length = found->ai_addrlen;
    freeaddrinfo(found);
    if (a->any.sa_family == AF_INET) {
        a->in.sin_port = htons((uint16_t)port);
    } else {
        a->in6.sin6_port = htons((uint16_t)port);
        a->in6.sin6_flowinfo = htonl(flow);
        a->in6.sin6_scope_id = scope;
    }
    return true;
}

Value socket_getnameinfo(Value self, const Value *args, Py_ssize nargs)
{
    char host[NI_MAXHOST], service[NI_MAXSERV];
    socklen_t length;
    int64_t flags;
    Address a;
    int code;

    if (!optional_int(args, nargs, 1, 0, &flags) ||
        !name_info_address(args[0], &a, &length))
        return NULL;
    code = getnameinfo(&a.any, length, host, sizeof host, service,
                       sizeof service, (int)flags);
    if (code)
        return fail_gai(code);
    return (Value)tuple_pack(2, (Value)str_from_c(host),
                             (Value)str_from_c(service));
}

/* --- byte order and text of addresses ------------------------------------- */

static Value swap_short(Value v)
{
    int64_t n = value_as_c_int(v);

    if (n == -1 && err_pending())
        return NULL;
    if (n < 0)
        return err_format(&exc_OverflowError,
                          "can't convert negative number to unsigned long");
    return tag_int(htons((uint16_t)n));
}

Value socket_htons(Value self, const Value *args, Py_ssize nargs)
{
    return swap_short(args[0]);
}

Value socket_ntohs(Value self, const Value *args, Py_ssize nargs)
{
    return swap_short(args[0]);
}

static Value swap_word(Value v)
{
    if (!has_type_flag(v, TYPE_INT | TYPE_LONG))
        return err_format(&exc_TypeError, "expected int/long, %s found",
                          type_name_of(v));
    int64_t n = value_as_int64(v);
    if (n == -1 && err_pending())
        return NULL;
    if (n < 0)
        return err_format(&exc_OverflowError,
                          "can't convert negative number to unsigned long");
    if (n > UINT32_MAX && has_type_flag(v, TYPE_LONG))
        return err_format(&exc_OverflowError, "long int larger than 32 bits");
    return long_from_uint64(htonl((uint32_t)n));
}

Value socket_htonl(Value self, const Value *args, Py_ssize nargs)
{
    return swap_word(args[0]);
}

Value socket_ntohl(Value self, const Value *args, Py_ssize nargs)
{
    return swap_word(args[0]);
}

Value socket_inet_aton(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = arg_name("inet_aton", 1, args[0]);
    struct in_addr a;

    if (!text)
        return NULL;
    if (!inet_aton(text, &a))
        return err_format(socket_error,
                          "illegal IP address string passed to inet_aton");
    return (Value)str_from((char *)&a, sizeof a);
}

Value socket_inet_ntoa(Value self, const Value *args, Py_ssize nargs)
{
    char text[INET_ADDRSTRLEN];
    Span in;

    if (!arg_bytes("inet_ntoa", 1, args[0], &in))
        return NULL;
    if (in.length != sizeof(struct in_addr))
        return err_format(socket_error, "packed IP wrong length for inet_ntoa");
    inet_ntop(AF_INET, in.data, text, sizeof text);
    return (Value)str_from_c(text);
}

Value socket_inet_pton(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = arg_name("inet_pton", 2, args[1]);
    int64_t family = value_as_c_int(args[0]);
    struct in6_addr a;
    int r;

    if (!text || (family == -1 && err_pending()))
        return NULL;
    r = inet_pton((int)family, text, &a);
    if (r < 0)
        return socket_fail();
    if (r == 0)
        return err_format(socket_error,
                          "illegal IP address string passed to inet_pton");
    return (Value)str_from((char *)&a, family == AF_INET ? 4 : 16);
}

Value socket_inet_ntop(Value self, const Value *args, Py_ssize nargs)
{
    int64_t family = value_as_c_int(args[0]);
    char text[INET6_ADDRSTRLEN];
    Span in;

    if ((family == -1 && err_pending()) ||
        !arg_bytes("inet_ntop", 2, args[1], &in))
        return NULL;
    if (family != AF_INET && family != AF_INET6)
        return err_format(&exc_ValueError, "unknown address family %d",
                          (int)family);
    if (in.length != (family == AF_INET ? 4 : 16))
        return err_format(&exc_ValueError,
                          "invalid length of packed IP address string");
    if (!inet_ntop((int)family, in.data, text, sizeof text))
        return socket_fail();
    return (Value)str_from_c(text);
}
