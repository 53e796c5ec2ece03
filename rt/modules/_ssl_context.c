/* SSL contexts: protocols, certificates, keys and what is trusted. */
#include "_ssl.h"
#include "codecs.h"
#include "errors.h"
#include "instance.h"
#include "list.h"
#include "iterators.h"
#include "names.h"
#include "number.h"

#include <errno.h>
#include <openssl/dh.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#define SELF ((PyContext *)self)

/* CPython's numbers of protocols. */
enum { SSLv2, SSLv3, TLS, TLSv1, TLSv1_1, TLSv1_2, PROTOCOL_COUNT };

static void free_context(PyObject *o)
{
    SSL_CTX_free(((PyContext *)o)->ctx);
}

/* Pins the one version that the number names. */
static bool set_protocol(SSL_CTX *ctx, int protocol)
{
    static const int versions[] = {[TLSv1] = TLS1_VERSION,
                                   [TLSv1_1] = TLS1_1_VERSION,
                                   [TLSv1_2] = TLS1_2_VERSION};

    if (protocol == TLS)
        return true;
    return SSL_CTX_set_min_proto_version(ctx, versions[protocol]) &&
           SSL_CTX_set_max_proto_version(ctx, versions[protocol]);
}

static Value context_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"protocol"};
    PyContext *c;
    Value given;
    int64_t protocol = TLS;

    if (args_parse("_SSLContext", args, nargs, kwnames, names, 0, 1, &given) <
            0 ||
        (given && (protocol = value_as_c_int(given)) == -1 && err_pending()))
        return NULL;
    if (protocol < TLS || protocol >= PROTOCOL_COUNT)
        return err_format(&exc_ValueError, "invalid protocol version");
    c = instance_new(type);
    if (!c)
        return NULL;
    c->ctx = SSL_CTX_new(TLS_method());
    if (!c->ctx || !set_protocol(c->ctx, (int)protocol))
        return err_format(ssl_error, "failed to allocate SSL context");
    gc_on_unreachable(&c->head, free_context);
    c->protocol = (int)protocol;
    SSL_CTX_set_verify(c->ctx, SSL_VERIFY_NONE, NULL);
    SSL_CTX_set_options(c->ctx,
                        (SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) |
                            SSL_OP_NO_SSLv3 | SSL_OP_NO_COMPRESSION |
                            SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_session_id_context(c->ctx, (const unsigned char *)"Python", 6);
    SSL_CTX_set_mode(c->ctx, SSL_MODE_ENABLE_PARTIAL_WRITE |
                                 SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_AUTO_RETRY);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(c->ctx),
                                X509_V_FLAG_TRUSTED_FIRST);
    return (Value)c;
}

static int context_init(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return 0;
}

/* --- attributes ----------------------------------------------------------- */

static int no_delete(Value v)
{
    if (!v)
        err_format(&exc_TypeError, "cannot delete attribute");
    return v ? 0 : -1;
}

static Value get_options(Value self)
{
    return value_from_int((int64_t)SSL_CTX_get_options(SELF->ctx));
}

static int set_options(Value self, Value v)
{
    int64_t n;
    uint64_t old = SSL_CTX_get_options(SELF->ctx);

    if (no_delete(v) < 0)
        return -1;
    n = value_as_int64(v);
    if (n == -1 && err_pending())
        return -1;
    SSL_CTX_clear_options(SELF->ctx, old & ~(uint64_t)n);
    SSL_CTX_set_options(SELF->ctx, (uint64_t)n & ~old);
    return 0;
}

static Value get_verify_mode(Value self)
{
    int mode = SSL_CTX_get_verify_mode(SELF->ctx);

    return tag_int(!(mode & SSL_VERIFY_PEER)                ? 0
                   : mode & SSL_VERIFY_FAIL_IF_NO_PEER_CERT ? 2
                                                            : 1);
}

static int set_verify_mode(Value self, Value v)
{
    static const int modes[] = {SSL_VERIFY_NONE, SSL_VERIFY_PEER,
                                SSL_VERIFY_PEER |
                                    SSL_VERIFY_FAIL_IF_NO_PEER_CERT};
    int64_t n;

    if (no_delete(v) < 0 || ((n = value_as_c_int(v)) == -1 && err_pending()))
        return -1;
    if (n < 0 || n > 2) {
        err_format(&exc_ValueError, "invalid value for verify_mode");
        return -1;
    }
    if (n == 0 && SELF->check_hostname) {
        err_format(&exc_ValueError,
                   "Cannot set verify_mode to CERT_NONE when check_hostname is "
                   "enabled.");
        return -1;
    }
    SSL_CTX_set_verify(SELF->ctx, modes[n], NULL);
    return 0;
}

static Value get_verify_flags(Value self)
{
    X509_VERIFY_PARAM *p = SSL_CTX_get0_param(SELF->ctx);

    return value_from_int((int64_t)X509_VERIFY_PARAM_get_flags(p));
}

static int set_verify_flags(Value self, Value v)
{
    X509_VERIFY_PARAM *p = SSL_CTX_get0_param(SELF->ctx);
    unsigned long old = X509_VERIFY_PARAM_get_flags(p);
    int64_t n;

    if (no_delete(v) < 0 || ((n = value_as_int64(v)) == -1 && err_pending()))
        return -1;
    X509_VERIFY_PARAM_clear_flags(p, old & ~(unsigned long)n);
    X509_VERIFY_PARAM_set_flags(p, (unsigned long)n & ~old);
    return 0;
}

static Value get_check_hostname(Value self)
{
    return value_from_bool(SELF->check_hostname);
}

static int set_check_hostname(Value self, Value v)
{
    int on = no_delete(v) < 0 ? -1 : op_is_true(v);

    if (on < 0)
        return -1;
    if (on && SSL_CTX_get_verify_mode(SELF->ctx) == SSL_VERIFY_NONE) {
        err_format(&exc_ValueError,
                   "check_hostname needs a SSL context with either "
                   "CERT_OPTIONAL or CERT_REQUIRED");
        return -1;
    }
    SELF->check_hostname = on;
    return 0;
}

/* --- files ---------------------------------------------------------------- */

/* A path as bytes; NULL: TypeError. */
static const char *path_of(Value v, const char *what)
{
    PyStr *s = (PyStr *)v;

    if (is_unicode(v))
        s = encode_utf8((PyUnicode *)v);
    else if (!is_str(v))
        return err_format(&exc_TypeError,
                          "%s should be a valid filesystem path", what);
    if (s && (int64_t)strlen(s->data) != s->length)
        return err_format(&exc_TypeError,
                          "%s should be a valid filesystem path", what);
    return s ? s->data : NULL;
}

static void *load_failed(int line)
{
    if (errno) {
        ERR_clear_error();
        return err_from_errno(&exc_IOError, NULL);
    }
    return ssl_fail(line);
}

/* What a private key is protected with: a password or a function. */
typedef struct Password {
    Value value; /* NULL: none given */
    bool failed;
} Password;

static PyStr *password_text(Value v)
{
    Span s;

    if (is_unicode(v))
        return encode_utf8((PyUnicode *)v);
    if (is_str(v) || (type_is_subtype(type_of(v), &bytearray_type) &&
                      arg_bytes("", 1, v, &s)))
        return is_str(v) ? (PyStr *)v : str_from(s.data, s.length);
    return NULL;
}

static int give_password(char *to, int size, int rwflag, void *data)
{
    Password *p = data;
    bool is_function = !password_text(p->value);
    Value v = p->value;
    PyStr *s;

    p->failed = true;
    if (err_pending())
        return -1;
    if (is_function && !(v = op_call(v, NULL, 0, NULL)))
        return -1;
    s = password_text(v);
    if (!s) {
        if (!err_pending())
            err_format(&exc_TypeError,
                       is_function ? "password callback must return a string"
                                   : "password should be a string or callable");
        return -1;
    }
    if (s->length > size) {
        err_format(&exc_ValueError, "password cannot be longer than %d bytes",
                   size);
        return -1;
    }
    memcpy(to, s->data, (size_t)s->length);
    p->failed = false;
    return (int)s->length;
}

static bool load_files(PyContext *c, const char *cert, const char *key,
                       Password *p)
{
    errno = 0;
    if (SSL_CTX_use_certificate_chain_file(c->ctx, cert) != 1) {
        if (!p->failed)
            load_failed(2815);
        return false;
    }
    errno = 0;
    if (SSL_CTX_use_PrivateKey_file(c->ctx, key, SSL_FILETYPE_PEM) != 1) {
        if (p->failed)
            ERR_clear_error();
        else
            load_failed(2833);
        return false;
    }
    if (SSL_CTX_check_private_key(c->ctx) == 1)
        return true;
    ssl_fail(2841);
    return false;
}

static bool is_given(Value v)
{
    return v && v != NONE;
}

static Value c_load_cert_chain(Value self, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    static const char *const names[] = {"certfile", "keyfile", "password"};
    const char *cert, *key;
    Password p = {0};
    Value given[3];
    bool loaded;

    if (args_parse("load_cert_chain", args, nargs, kwnames, names, 1, 3,
                   given) < 0 ||
        !(cert = path_of(given[0], "certfile")))
        return NULL;
    key = is_given(given[1]) ? path_of(given[1], "keyfile") : cert;
    if (!key)
        return NULL;
    if (is_given(given[2])) {
        p.value = given[2];
        if (!password_text(p.value) && !type_of(p.value)->call)
            return err_format(&exc_TypeError,
                              "password should be a string or callable");
        SSL_CTX_set_default_passwd_cb(SELF->ctx, give_password);
        SSL_CTX_set_default_passwd_cb_userdata(SELF->ctx, &p);
    }
    loaded = load_files(SELF, cert, key, &p);
    SSL_CTX_set_default_passwd_cb(SELF->ctx, NULL);
    SSL_CTX_set_default_passwd_cb_userdata(SELF->ctx, NULL);
    return loaded ? NONE : NULL;
}

/* Certificates of cadata: text in PEM, bytes in DER. */
static bool add_certificates(PyContext *c, Value data)
{
    X509_STORE *store = SSL_CTX_get_cert_store(c->ctx);
    bool pem = is_unicode(data);
    int count = 0;
    unsigned long error;
    BIO *in;
    Span s;

    if (pem && !((PyUnicode *)data)->is_ascii) {
        err_format(&exc_TypeError,
                   "cadata should be a ASCII string or a bytes-like object");
        return false;
    }
    if (!arg_bytes("load_verify_locations", 3, data, &s))
        return false;
    if (s.length == 0 || s.length > INT32_MAX) {
        err_format(&exc_ValueError, s.length ? "Certificate data is too long."
                                             : "Empty certificate data");
        return false;
    }
    in = BIO_new_mem_buf(s.data, (int)s.length);
    for (X509 *x; (x = pem ? PEM_read_bio_X509(in, NULL, NULL, NULL)
                           : d2i_X509_bio(in, NULL));
         count++) {
        if (!X509_STORE_add_cert(store, x))
            ERR_clear_error(); /* it is there already */
        X509_free(x);
    }
    BIO_free(in);
    error = ERR_peek_last_error();
    if (count > 0 && (pem ? ERR_GET_LIB(error) == ERR_LIB_PEM &&
                                ERR_GET_REASON(error) == PEM_R_NO_START_LINE
                          : ERR_GET_LIB(error) == ERR_LIB_ASN1)) {
        ERR_clear_error();
        return true;
    }
    ssl_fail(2938);
    return false;
}

static Value c_load_verify_locations(Value self, const Value *args,
                                     Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"cafile", "capath", "cadata"};
    const char *file = NULL, *path = NULL;
    Value given[3];

    if (args_parse("load_verify_locations", args, nargs, kwnames, names, 0, 3,
                   given) < 0)
        return NULL;
    if (!is_given(given[0]) && !is_given(given[1]) && !is_given(given[2]))
        return err_format(&exc_TypeError,
                          "cafile, capath and cadata cannot be all omitted");
    if ((is_given(given[0]) && !(file = path_of(given[0], "cafile"))) ||
        (is_given(given[1]) && !(path = path_of(given[1], "capath"))))
        return NULL;
    if (is_given(given[2]) && !add_certificates(SELF, given[2]))
        return NULL;
    errno = 0;
    if ((file || path) &&
        SSL_CTX_load_verify_locations(SELF->ctx, file, path) != 1)
        return load_failed(2938);
    return NONE;
}

static Value c_set_default_verify_paths(Value self, const Value *args,
                                        Py_ssize nargs)
{
    return SSL_CTX_set_default_verify_paths(SELF->ctx) ? NONE : ssl_fail(3184);
}

static Value c_load_dh_params(Value self, const Value *args, Py_ssize nargs)
{
    const char *path = path_of(args[0], "path");
    EVP_PKEY *key;
    BIO *in;

    if (!path)
        return NULL;
    errno = 0;
    in = BIO_new_file(path, "rb");
    if (!in) {
        ERR_clear_error();
        return err_from_errno(&exc_IOError, args[0]);
    }
    errno = 0;
    key = PEM_read_bio_Parameters(in, NULL);
    BIO_free(in);
    if (!key)
        return load_failed(3122);
    if (SSL_CTX_set0_tmp_dh_pkey(SELF->ctx, key) != 1) {
        EVP_PKEY_free(key);
        return ssl_fail(3131);
    }
    return NONE;
}

/* --- what is negotiated --------------------------------------------------- */

static Value c_set_ciphers(Value self, const Value *args, Py_ssize nargs)
{
    const char *list = arg_name("set_ciphers", 1, args[0]);

    if (!list)
        return NULL;
    if (SSL_CTX_set_cipher_list(SELF->ctx, list) == 1)
        return NONE;
    ERR_clear_error();
    return err_format(ssl_error, "No cipher can be selected.");
}

static Value c_set_ecdh_curve(Value self, const Value *args, Py_ssize nargs)
{
    Value text = op_repr(args[0]);
    Span s;
    int nid;

    if (!text || !arg_bytes("set_ecdh_curve", 1, args[0], &s))
        return NULL;
    nid = OBJ_sn2nid(s.data);
    if (nid == 0)
        return err_format(&exc_ValueError, "unknown elliptic curve name %s",
                          str_data((PyStr *)text));
    if (SSL_CTX_set1_groups(SELF->ctx, &nid, 1) != 1)
        return ssl_fail(3220);
    return NONE;
}

static int pick_alpn(SSL *ssl, const unsigned char **out, unsigned char *length,
                     const unsigned char *client, unsigned client_length,
                     void *data)
{
    PyContext *c = data;

    if (SSL_select_next_proto((unsigned char **)out, length, c->alpn,
                              c->alpn_length, client,
                              client_length) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    return SSL_TLSEXT_ERR_OK;
}

static Value c_set_alpn_protocols(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *copy;
    Span s;

    if (!arg_bytes("_set_alpn_protocols", 1, args[0], &s) ||
        !(copy = str_from(s.data, s.length)))
        return NULL;
    SELF->alpn_owner = (Value)copy;
    SELF->alpn = (unsigned char *)copy->data;
    SELF->alpn_length = (unsigned)copy->length;
    if (SSL_CTX_set_alpn_protos(SELF->ctx, SELF->alpn, SELF->alpn_length))
        return err_no_memory();
    SSL_CTX_set_alpn_select_cb(SELF->ctx, pick_alpn, SELF);
    return NONE;
}

static Value c_set_npn_protocols(Value self, const Value *args, Py_ssize nargs)
{
    return err_format(&exc_NotImplementedError, "NPN is not supported");
}

static int alert_of(Value result)
{
    int64_t n;

    if (result == NONE)
        return -1;
    n = result ? value_as_c_int(result) : -1;
    if (err_pending()) {
        err_write_unraisable(result ? result : NONE);
        return result ? SSL_AD_INTERNAL_ERROR : SSL_AD_HANDSHAKE_FAILURE;
    }
    return (int)n;
}

/* The server learns the name that a client wants. */
static int on_servername(SSL *ssl, int *alert, void *data)
{
    PyContext *c = data;
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    Value sock = ssl_socket_of(ssl), result, args[3];
    int code;

    if (!c->servername_callback || !sock)
        return SSL_TLSEXT_ERR_NOACK;
    args[0] = sock;
    args[1] = name ? (Value)str_from_c(name) : NONE;
    args[2] = c->wrapper ? c->wrapper : (Value)c;
    result = op_call(c->servername_callback, args, 3, NULL);
    code = alert_of(result);
    if (code < 0)
        return SSL_TLSEXT_ERR_OK;
    *alert = code;
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

static Value c_set_servername_callback(Value self, const Value *args,
                                       Py_ssize nargs)
{
    if (args[0] == NONE) {
        SSL_CTX_set_tlsext_servername_callback(SELF->ctx, NULL);
        SELF->servername_callback = NULL;
        return NONE;
    }
    if (!value_is_callable(args[0])) {
        SSL_CTX_set_tlsext_servername_callback(SELF->ctx, NULL);
        return err_format(&exc_TypeError, "not a callable object");
    }
    SELF->servername_callback = args[0];
    SSL_CTX_set_tlsext_servername_callback(SELF->ctx, on_servername);
    SSL_CTX_set_tlsext_servername_arg(SELF->ctx, SELF);
    return NONE;
}

/* --- what there is -------------------------------------------------------- */

static int put(PyDict *d, const char *key, int64_t n, bool is_long)
{
    return dict_set_str(d, str_intern(key),
                        is_long ? long_from_int64(n) : value_from_int(n));
}

static Value c_session_stats(Value self, const Value *args, Py_ssize nargs)
{
    PyDict *d = dict_new();
    SSL_CTX *x = SELF->ctx;

    if (put(d, "number", SSL_CTX_sess_number(x), true) < 0 ||
        put(d, "connect", SSL_CTX_sess_connect(x), true) < 0 ||
        put(d, "connect_good", SSL_CTX_sess_connect_good(x), true) < 0 ||
        put(d, "connect_renegotiate", SSL_CTX_sess_connect_renegotiate(x),
            true) < 0 ||
        put(d, "accept", SSL_CTX_sess_accept(x), true) < 0 ||
        put(d, "accept_good", SSL_CTX_sess_accept_good(x), true) < 0 ||
        put(d, "accept_renegotiate", SSL_CTX_sess_accept_renegotiate(x), true) <
            0 ||
        put(d, "hits", SSL_CTX_sess_hits(x), true) < 0 ||
        put(d, "misses", SSL_CTX_sess_misses(x), true) < 0 ||
        put(d, "timeouts", SSL_CTX_sess_timeouts(x), true) < 0 ||
        put(d, "cache_full", SSL_CTX_sess_cache_full(x), true) < 0)
        return NULL;
    return (Value)d;
}

static Value c_cert_store_stats(Value self, const Value *args, Py_ssize nargs)
{
    STACK_OF(X509_OBJECT) *all =
        X509_STORE_get0_objects(SSL_CTX_get_cert_store(SELF->ctx));
    int certs = 0, authorities = 0, revoked = 0;
    PyDict *d = dict_new();

    for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
        X509_OBJECT *o = sk_X509_OBJECT_value(all, i);

        if (X509_OBJECT_get_type(o) == X509_LU_X509) {
            certs++;
            authorities += X509_check_ca(X509_OBJECT_get0_X509(o)) > 0;
        } else {
            revoked += X509_OBJECT_get_type(o) == X509_LU_CRL;
        }
    }
    if (put(d, "x509", certs, false) < 0 || put(d, "crl", revoked, false) < 0 ||
        put(d, "x509_ca", authorities, false) < 0)
        return NULL;
    return (Value)d;
}

static Value c_get_ca_certs(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"binary_form"};
    STACK_OF(X509_OBJECT) *all =
        X509_STORE_get0_objects(SSL_CTX_get_cert_store(SELF->ctx));
    PyList *list = list_new(0);
    int binary = 0;
    Value given;

    if (args_parse("get_ca_certs", args, nargs, kwnames, names, 0, 1, &given) <
            0 ||
        (given && (binary = op_is_true(given)) < 0))
        return NULL;
    for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
        X509_OBJECT *o = sk_X509_OBJECT_value(all, i);
        X509 *x = X509_OBJECT_get_type(o) == X509_LU_X509
                      ? X509_OBJECT_get0_X509(o)
                      : NULL;
        Value v;

        if (!x || !X509_check_ca(x))
            continue;
        v = binary ? cert_der(x) : cert_dict(x);
        if (!v || list_append(list, v) < 0)
            return NULL;
    }
    return (Value)list;
}

static Value c_wrap_socket(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"sock", "server_side",
                                        "server_hostname", "ssl_sock"};
    Value given[4];
    int64_t server;

    if (args_parse("_wrap_socket", args, nargs, kwnames, names, 2, 4, given) <
        0)
        return NULL;
    server = value_as_c_int(given[1]);
    if (server == -1 && err_pending())
        return NULL;
    return ssl_socket_new(SELF, given[0], server != 0,
                          is_given(given[2]) ? given[2] : NULL,
                          given[3] ? given[3] : NONE);
}

static const NativeDef methods[] = {
    {"_wrap_socket", c_wrap_socket, 0, -1, ARITY_kw},
    {"set_ciphers", c_set_ciphers, 1, 1, ARITY_parse},
    {"_set_npn_protocols", c_set_npn_protocols, 1, 1, ARITY_parse},
    {"_set_alpn_protocols", c_set_alpn_protocols, 1, 1, ARITY_parse},
    {"load_cert_chain", c_load_cert_chain, 0, -1, ARITY_kw},
    {"load_dh_params", c_load_dh_params, 1, 1, ARITY_one},
    {"load_verify_locations", c_load_verify_locations, 0, -1, ARITY_kw},
    {"session_stats", c_session_stats, 0, 0, ARITY_none},
    {"set_default_verify_paths", c_set_default_verify_paths, 0, 0, ARITY_none},
    {"set_ecdh_curve", c_set_ecdh_curve, 1, 1, ARITY_one},
    {"set_servername_callback", c_set_servername_callback, 1, 1, ARITY_parse},
    {"cert_store_stats", c_cert_store_stats, 0, 0, ARITY_none},
    {"get_ca_certs", c_get_ca_certs, 0, -1, ARITY_kw},
    {0}};

static const GetSetDef getsets[] = {
    {"options", get_options, set_options},
    {"verify_mode", get_verify_mode, set_verify_mode},
    {"verify_flags", get_verify_flags, set_verify_flags},
    {"check_hostname", get_check_hostname, set_check_hostname},
    {0}};

PyType ssl_context_type = {
    .head.type = &type_type,
    .name = "_ssl._SSLContext",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyContext),
    .methods = methods,
    .getsets = getsets,
    .new_instance = context_new,
    .init = context_init,
};
