/* Module _ssl: TLS over the descriptors of sockets, on OpenSSL.
 *
 * An operation tries, then waits with poll() for what OpenSSL wants, for as
 * long as the socket's timeout says.  One thread at a time is inside OpenSSL
 * with a connection; while it waits, others may be. */
#include "_ssl.h"
#include "errors.h"
#include "instance.h"
#include "names.h"
#include "tuple.h"

#include <errno.h>
#include <openssl/rand.h>
#include <poll.h>
#include <time.h>

typedef struct PySSL {
    PyObject head;
    SSL *ssl;
    PyContext *context;
    Value sock;    /* of _socket */
    Value wrapper; /* the Python socket, for callbacks */
    Guard guard;
    bool handshaken;
} PySSL;

#define SELF ((PySSL *)self)

/* Where CPython's _ssl.c raises what a peer or the network did. */
enum { LINE = 727, READ_LINE = 1946 };

/* --- waiting -------------------------------------------------------------- */

/* The descriptor and the timeout in ms (-1: none) of the socket; false: an
 * exception. */
static bool socket_state(PySSL *s, int *fd, int64_t *timeout)
{
    Value v = op_call_method(s->sock, str_intern("fileno"), NULL, 0), t;
    double seconds;

    if (!v)
        return false;
    *fd = (int)value_as_c_int(v);
    t = op_call_method(s->sock, str_intern("gettimeout"), NULL, 0);
    if (!t)
        return false;
    seconds = t == NONE ? -1 : value_as_double(t);
    *timeout = seconds < 0 ? -1 : (int64_t)(seconds * 1000 + 0.999);
    if (*fd >= 0)
        return true;
    ssl_raise(ssl_error, 0, "Underlying socket connection gone");
    return false;
}

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* 1: ready, 0: the time is over, -1: exception */
static int wait_for(int fd, short events, int64_t deadline)
{
    struct pollfd p = {.fd = fd, .events = events};

    for (;;) {
        int64_t left = deadline < 0 ? -1 : deadline - now_ms();
        int n;

        if (deadline >= 0 && left <= 0)
            left = 0;
        n = poll(&p, 1, left > INT_MAX ? INT_MAX : (int)left);
        if (n >= 0)
            return n;
        if (errno != EINTR) {
            err_from_errno(&exc_OSError, NULL);
            return -1;
        }
        if (thread_safepoint() < 0)
            return -1;
    }
}

/* --- errors --------------------------------------------------------------- */

static void *raise_at(PyType *type, int code, const char *text, int line)
{
    ERR_clear_error();
    return ssl_raise(type, code,
                     str_data(str_format_c("%s (_ssl.c:%d)", text, line)));
}

static void *system_error(int result, int number, int line)
{
    if (ERR_peek_last_error())
        return ssl_fail(line);
    if (result == 0 || number == 0)
        return raise_at(ssl_eof, ERROR_EOF,
                        "EOF occurred in violation of protocol", line);
    errno = number;
    return err_from_errno(ssl_error->base, NULL);
}

/* The exception of a call that gave `result`, with OpenSSL's `error`. */
static void *raise_error(int result, int error, int number, int line)
{
    switch (error) {
    case SSL_ERROR_ZERO_RETURN:
        return raise_at(ssl_zero_return, error,
                        "TLS/SSL connection has been closed (EOF)", line);
    case SSL_ERROR_WANT_READ:
        return raise_at(ssl_want_read, error,
                        "The operation did not complete (read)", line);
    case SSL_ERROR_WANT_WRITE:
        return raise_at(ssl_want_write, error,
                        "The operation did not complete (write)", line);
    case SSL_ERROR_WANT_X509_LOOKUP:
        return raise_at(ssl_error, error,
                        "The operation did not complete (X509 lookup)", line);
    case SSL_ERROR_SYSCALL:
        return system_error(result, number, line);
    case SSL_ERROR_SSL:
        return ssl_fail(line);
    default:
        return raise_at(ssl_error, 10, "Invalid error code", line);
    }
}

static void *timed_out(const char *what)
{
    return err_format(ssl_error, "The %s operation timed out", what);
}

/* --- operations ----------------------------------------------------------- */

/* One call of OpenSSL with the connection; its result. */
typedef struct Operation {
    int (*run)(SSL *ssl, void *data, int length);
    void *data;
    int length;
    const char *name;
    short first; /* what to wait for before the first try, 0: nothing */
} Operation;

typedef struct Outcome {
    int result, error, number; /* number: errno */
} Outcome;

static Outcome try_once(PySSL *s, const Operation *o)
{
    bool nested = guard_is_mine(&s->guard);
    Outcome out;

    if (!nested)
        guard_enter(&s->guard);
    ERR_clear_error();
    errno = 0;
    out.result = o->run(s->ssl, o->data, o->length);
    out.number = errno;
    out.error = SSL_get_error(s->ssl, out.result);
    if (!nested)
        guard_leave(&s->guard);
    return out;
}

static int run_handshake(SSL *ssl, void *data, int length)
{
    return SSL_do_handshake(ssl);
}

static int run_read(SSL *ssl, void *data, int length)
{
    return SSL_read(ssl, data, length);
}

static int run_write(SSL *ssl, void *data, int length)
{
    return SSL_write(ssl, data, length);
}

/* Until it succeeds, fails or takes too long; then false with an exception.
 * *ended: the peer has closed the connection. */
static bool operate(PySSL *s, Operation o, int *result, bool *ended)
{
    int64_t timeout, deadline = -1;
    int fd, ready;

    if (!socket_state(s, &fd, &timeout))
        return false;
    if (timeout >= 0)
        deadline = now_ms() + timeout;
    /* A socket that blocks would do so inside OpenSSL. */
    if (o.first && timeout != 0 && !SSL_has_pending(s->ssl)) {
        ready = wait_for(fd, o.first, deadline);
        if (ready <= 0)
            return ready < 0 ? false : (timed_out(o.name), false);
    }
    for (;;) {
        Outcome out = try_once(s, &o);
        short events = out.error == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;

        *result = out.result;
        if (err_pending())
            return false;
        if (out.error == SSL_ERROR_NONE)
            return true;
        if (ended && out.error == SSL_ERROR_ZERO_RETURN &&
            SSL_get_shutdown(s->ssl) == SSL_RECEIVED_SHUTDOWN) {
            *ended = true;
            return true;
        }
        if (thread_safepoint() < 0)
            return false;
        if ((out.error != SSL_ERROR_WANT_READ &&
             out.error != SSL_ERROR_WANT_WRITE) ||
            timeout == 0) {
            raise_error(out.result, out.error, out.number,
                        o.run == run_read ? READ_LINE : LINE);
            return false;
        }
        ready = wait_for(fd, events, deadline);
        if (ready <= 0)
            return ready < 0 ? false : (timed_out(o.name), false);
    }
}

static Value s_do_handshake(Value self, const Value *args, Py_ssize nargs)
{
    int result;

    if (!operate(SELF, (Operation){run_handshake, NULL, 0, "handshake", 0},
                 &result, NULL))
        return NULL;
    SELF->handshaken = true;
    return NONE;
}

/* read(n) gives bytes, read(n, buffer) fills it and gives their number. */
static Value s_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = nargs ? value_as_c_int(args[0]) : 1024;
    bool ended = false;
    Buffer b = {0};
    PyStr *s = NULL;
    int got;

    if (n == -1 && err_pending())
        return NULL;
    if (nargs > 1) {
        PyType *t = type_of(args[1]);

        if (!t->get_buffer || t->get_buffer(args[1], &b) < 0 || b.readonly) {
            err_clear();
            return arg_type_error("read", 2, "read-write buffer", args[1]);
        }
        if (n <= 0 || n > b.length)
            n = b.length < INT_MAX ? b.length : INT_MAX;
    } else if (n < 0) {
        return err_format(&exc_ValueError, "size should not be negative");
    } else if (!(s = str_new(n))) {
        return NULL;
    }
    if (n == 0)
        return s ? (Value)str_empty() : tag_int(0);
    if (!operate(
            SELF,
            (Operation){run_read, s ? s->data : b.data, (int)n, "read", POLLIN},
            &got, &ended))
        return NULL;
    if (ended)
        got = 0;
    return s ? (Value)str_from(s->data, got) : tag_int(got);
}

static Value s_write(Value self, const Value *args, Py_ssize nargs)
{
    Span in;
    int done;

    if (!arg_bytes("write", 1, args[0], &in))
        return NULL;
    if (in.length > INT_MAX)
        return err_format(&exc_OverflowError, "string longer than %d bytes",
                          INT_MAX);
    if (in.length == 0)
        return tag_int(0);
    if (!operate(SELF,
                 (Operation){run_write, (void *)in.data, (int)in.length,
                             "write", POLLOUT},
                 &done, NULL))
        return NULL;
    return tag_int(done);
}

/* Says goodbye, and waits for the peer to; gives the plain socket. */
static int run_shutdown(SSL *ssl, void *data, int length)
{
    int n = SSL_shutdown(ssl);

    return n == 0 ? SSL_shutdown(ssl) : n;
}

static Value s_shutdown(Value self, const Value *args, Py_ssize nargs)
{
    int result;

    if (!operate(SELF, (Operation){run_shutdown, NULL, 0, "shutdown", 0},
                 &result, NULL)) {
        /* One that was closed already says so as an end in a system call. */
        if (!err_matches(ssl_zero_return))
            return NULL;
        err_clear();
    }
    return SELF->sock;
}

/* --- what is known of the connection -------------------------------------- */

static Value s_pending(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(SSL_pending(SELF->ssl));
}

static Value s_peer_certificate(Value self, const Value *args, Py_ssize nargs)
{
    int binary = nargs ? op_is_true(args[0]) : 0;
    X509 *x;
    Value v;

    if (binary < 0)
        return NULL;
    if (!SELF->handshaken)
        return err_format(&exc_ValueError, "handshake not done yet");
    x = SSL_get1_peer_certificate(SELF->ssl);
    if (!x)
        return NONE;
    if (binary)
        v = cert_der(x);
    else if (SSL_CTX_get_verify_mode(SSL_get_SSL_CTX(SELF->ssl)) &
             SSL_VERIFY_PEER)
        v = cert_dict(x);
    else
        v = (Value)dict_new();
    X509_free(x);
    return v;
}

static Value s_cipher(Value self, const Value *args, Py_ssize nargs)
{
    const SSL_CIPHER *c = SSL_get_current_cipher(SELF->ssl);

    if (!c)
        return NONE;
    return (Value)tuple_pack(3, (Value)str_from_c(SSL_CIPHER_get_name(c)),
                             (Value)str_from_c(SSL_CIPHER_get_version(c)),
                             tag_int(SSL_CIPHER_get_bits(c, NULL)));
}

static Value s_version(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = SSL_get_version(SELF->ssl);

    return SSL_is_init_finished(SELF->ssl) && strcmp(name, "unknown")
               ? (Value)str_from_c(name)
               : NONE;
}

static Value s_compression(Value self, const Value *args, Py_ssize nargs)
{
    return NONE;
}

static Value s_alpn(Value self, const Value *args, Py_ssize nargs)
{
    const unsigned char *name;
    unsigned n;

    SSL_get0_alpn_selected(SELF->ssl, &name, &n);
    return name ? (Value)str_from((const char *)name, n) : NONE;
}

/* The first Finished message of the handshake. */
static Value s_tls_unique(Value self, const Value *args, Py_ssize nargs)
{
    bool ours = SSL_session_reused(SELF->ssl) ^ !SSL_is_server(SELF->ssl);
    char bytes[128];
    size_t n = ours ? SSL_get_finished(SELF->ssl, bytes, sizeof bytes)
                    : SSL_get_peer_finished(SELF->ssl, bytes, sizeof bytes);

    return n ? (Value)str_from(bytes, (int64_t)n) : NONE;
}

static Value get_context(Value self)
{
    return (Value)SELF->context;
}

static int set_context(Value self, Value v)
{
    if (!v || !type_is_subtype(type_of(v), &ssl_context_type)) {
        err_format(&exc_TypeError, "The value must be a SSLContext");
        return -1;
    }
    SELF->context = (PyContext *)v;
    SSL_set_SSL_CTX(SELF->ssl, SELF->context->ctx);
    return 0;
}

/* --- making --------------------------------------------------------------- */

static void free_ssl(PyObject *o)
{
    SSL_free(((PySSL *)o)->ssl);
}

Value ssl_socket_of(SSL *ssl)
{
    PySSL *s = SSL_get_app_data(ssl);

    return s->wrapper == NONE ? NULL : s->wrapper;
}

Value ssl_socket_new(PyContext *c, Value sock, bool server, Value hostname,
                     Value wrapper)
{
    PySSL *s = gc_new(&ssl_socket_type, sizeof *s);
    int64_t timeout;
    int fd;
    Span name;

    s->context = c;
    s->sock = sock;
    s->wrapper = wrapper;
    if (!socket_state(s, &fd, &timeout) ||
        (hostname && !arg_bytes("_wrap_socket", 3, hostname, &name)))
        return NULL;
    s->ssl = SSL_new(c->ctx);
    if (!s->ssl)
        return ssl_fail(LINE);
    gc_on_unreachable(&s->head, free_ssl);
    SSL_set_app_data(s->ssl, s);
    SSL_set_fd(s->ssl, fd);
    if (hostname)
        SSL_set_tlsext_host_name(s->ssl,
                                 str_data(str_from(name.data, name.length)));
    if (server)
        SSL_set_accept_state(s->ssl);
    else
        SSL_set_connect_state(s->ssl);
    return (Value)s;
}

static const NativeDef methods[] = {
    {"do_handshake", s_do_handshake, 0, 0, ARITY_none},
    {"write", s_write, 1, 1, ARITY_parse},
    {"read", s_read, 0, 2, ARITY_parse},
    {"pending", s_pending, 0, 0, ARITY_none},
    {"peer_certificate", s_peer_certificate, 0, 1, ARITY_parse},
    {"cipher", s_cipher, 0, 0, ARITY_none},
    {"version", s_version, 0, 0, ARITY_none},
    {"selected_alpn_protocol", s_alpn, 0, 0, ARITY_none},
    {"compression", s_compression, 0, 0, ARITY_none},
    {"shutdown", s_shutdown, 0, 0, ARITY_none},
    {"tls_unique_cb", s_tls_unique, 0, 0, ARITY_none},
    {0}};

static const GetSetDef getsets[] = {{"context", get_context, set_context}, {0}};

PyType ssl_socket_type = {
    .head.type = &type_type,
    .name = "_ssl._SSLSocket",
    .base = &object_type,
    .basic_size = sizeof(PySSL),
    .methods = methods,
    .getsets = getsets,
};

/* --- functions ------------------------------------------------------------ */

static Value f_test_decode_cert(Value self, const Value *args, Py_ssize nargs)
{
    const char *path = arg_name("_test_decode_cert", 1, args[0]);
    BIO *in = path ? BIO_new_file(path, "r") : NULL;
    X509 *x;
    Value v;

    if (!path)
        return NULL;
    if (!in)
        return err_set(ssl_error, (Value)str_from_c("Can't open file"));
    x = PEM_read_bio_X509(in, NULL, NULL, NULL);
    BIO_free(in);
    if (!x)
        return err_set(ssl_error,
                       (Value)str_from_c("Error decoding PEM-encoded file"));
    v = cert_dict(x);
    X509_free(x);
    return v;
}

static Value f_rand_add(Value self, const Value *args, Py_ssize nargs)
{
    double entropy = value_as_double(args[1]);
    Span s;

    if ((entropy == -1.0 && err_pending()) ||
        !arg_bytes("RAND_add", 1, args[0], &s))
        return NULL;
    RAND_add(s.data, (int)(s.length & INT_MAX), entropy);
    return NONE;
}

static Value f_rand_status(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(RAND_status());
}

static Value f_default_paths(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(
        4, (Value)str_from_c(X509_get_default_cert_file_env()),
        (Value)str_from_c(X509_get_default_cert_file()),
        (Value)str_from_c(X509_get_default_cert_dir_env()),
        (Value)str_from_c(X509_get_default_cert_dir()));
}

static Value f_txt2obj(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"txt", "name"};
    const char *text;
    ASN1_OBJECT *o;
    int by_name = 0;
    Value given[2], v;

    if (args_parse("txt2obj", args, nargs, kwnames, names, 1, 2, given) < 0 ||
        !(text = arg_name("txt2obj", 1, given[0])) ||
        (given[1] && (by_name = op_is_true(given[1])) < 0))
        return NULL;
    o = OBJ_txt2obj(text, !by_name);
    if (!o) {
        ERR_clear_error();
        return err_format(&exc_ValueError, "unknown object '%.100s'", text);
    }
    v = asn1_tuple(o, true);
    ASN1_OBJECT_free(o);
    return v;
}

static Value f_nid2obj(Value self, const Value *args, Py_ssize nargs)
{
    int64_t nid = value_as_c_int(args[0]);
    ASN1_OBJECT *o;

    if (nid == -1 && err_pending())
        return NULL;
    if (nid < NID_undef)
        return err_format(&exc_ValueError, "NID must be positive.");
    o = OBJ_nid2obj((int)nid);
    if (!o) {
        ERR_clear_error();
        return err_format(&exc_ValueError, "unknown NID %d", (int)nid);
    }
    return asn1_tuple(o, true);
}

static const NativeDef functions[] = {
    {"_test_decode_cert", f_test_decode_cert, 1, 1, ARITY_parse},
    {"RAND_add", f_rand_add, 2, 2, ARITY_parse},
    {"RAND_status", f_rand_status, 0, 0, ARITY_none},
    {"get_default_verify_paths", f_default_paths, 0, 0, ARITY_none},
    {"txt2obj", f_txt2obj, 0, -1, ARITY_kw},
    {"nid2obj", f_nid2obj, 1, 1, ARITY_parse},
    {0}};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define CONSTANT(name, value) {#name, (int64_t)(value)},
#include "ssl_constants.def"
};

static int add_version(PyModule *m)
{
    unsigned long n = OPENSSL_VERSION_NUMBER;
    unsigned long parts[] = {n >> 28 & 0xff, n >> 20 & 0xff, n >> 12 & 0xff,
                             n >> 4 & 0xff, n & 0xf};
    PyTuple *info = tuple_new(5);

    for (int i = 0; info && i < 5; i++)
        info->items[i] = tag_int((int64_t)parts[i]);
    return !info ||
                   module_add(m, "OPENSSL_VERSION_NUMBER",
                              op_call((Value)&long_type,
                                      (Value[]){value_from_int((int64_t)n)}, 1,
                                      NULL)) < 0 ||
                   module_add(m, "OPENSSL_VERSION_INFO", (Value)info) < 0 ||
                   module_add(m, "_OPENSSL_API_VERSION", (Value)info) < 0 ||
                   module_add(
                       m, "OPENSSL_VERSION",
                       (Value)str_from_c(OpenSSL_version(OPENSSL_VERSION))) < 0
               ? -1
               : 0;
}

static int add_flag(PyModule *m, const char *name, bool on)
{
    return module_add(m, name, value_from_bool(on));
}

static int init(PyModule *m)
{
    if (ssl_errors_init(m) < 0 || module_add_type(m, &ssl_context_type) < 0 ||
        module_add_type(m, &ssl_socket_type) < 0 || add_version(m) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return add_flag(m, "HAS_SNI", true) < 0 ||
                   add_flag(m, "HAS_TLS_UNIQUE", true) < 0 ||
                   add_flag(m, "HAS_ECDH", true) < 0 ||
                   add_flag(m, "HAS_NPN", false) < 0 ||
                   add_flag(m, "HAS_ALPN", true) < 0 ||
                   add_flag(m, "HAS_TLSv1_3", true) < 0
               ? -1
               : 0;
}

const NativeModule native_module__ssl = {
    .name = "_ssl",
    .doc = "TLS for module ssl: contexts, wrapped sockets and certificates.",
    .functions = functions,
    .init = init,
};
