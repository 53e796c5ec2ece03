/* Between the files of module _ssl. */
#ifndef RT_SSL_H
#define RT_SSL_H

#include "cargs.h"
#include "guard.h"
#include "module_support.h"
#include "str.h"
#include "unicode.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

typedef struct PyContext {
    PyObject head;
    SSL_CTX *ctx;
    Value servername_callback; /* or NULL */
    Value wrapper;             /* of the callback's context */
    unsigned char *alpn;       /* the protocols, as a server picks them */
    unsigned alpn_length;
    Value alpn_owner;
    bool check_hostname;
    int protocol;
} PyContext;

/* What CPython numbers SSL_ERROR_EOF. */
enum { ERROR_EOF = 8 };

/* _ssl_error.c */
extern PyType *ssl_error, *ssl_zero_return, *ssl_want_read, *ssl_want_write,
    *ssl_syscall, *ssl_eof;
int ssl_errors_init(PyModule *m);
/* SSLError of OpenSSL's last error, as from this line of CPython's _ssl.c. */
void *ssl_fail(int line);
/* type(code, text) with `library` and `reason`. */
void *ssl_raise(PyType *type, int64_t code, const char *text);

/* _ssl_cert.c */
Value cert_dict(X509 *x);
Value cert_der(X509 *x);
Value asn1_tuple(const ASN1_OBJECT *o, bool no_name);

/* _ssl_context.c */
extern PyType ssl_context_type;

/* _ssl.c */
extern PyType ssl_socket_type;
Value ssl_socket_new(PyContext *c, Value sock, bool server, Value hostname,
                     Value wrapper);
/* The module's socket of an SSL object, for callbacks. */
Value ssl_socket_of(SSL *ssl);

#endif
