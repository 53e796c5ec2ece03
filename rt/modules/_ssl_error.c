/* The exceptions of _ssl, and OpenSSL's errors as such. */
#include "_ssl.h"
#include "import.h"
#include "module_support.h"
#include "names.h"
#include "tuple.h"
#include "type.h"

#include <ctype.h>
#include <errno.h>

PyType *ssl_error, *ssl_zero_return, *ssl_want_read, *ssl_want_write,
    *ssl_syscall, *ssl_eof;

/* "ee key too small" -> u"EE_KEY_TOO_SMALL" */
static PyUnicode *constant_name(const char *text)
{
    PyStr *s = str_from_c(text);

    for (int64_t i = 0; s && i < s->length; i++)
        s->data[i] =
            s->data[i] == ' ' ? '_' : (char)toupper((unsigned char)s->data[i]);
    return s ? unicode_from_latin1(s->data, s->length) : NULL;
}

/* CPython has tables of these three libraries. */
static const char *library_name(unsigned long code)
{
    switch (ERR_GET_LIB(code)) {
    case ERR_LIB_SSL:
        return "SSL";
    case ERR_LIB_PEM:
        return "PEM";
    case ERR_LIB_X509:
        return "X509";
    default:
        return NULL;
    }
}

static Value text_value(const char *text)
{
    return (Value)unicode_from_latin1(text, (int64_t)strlen(text));
}

static void *raise_error(PyType *type, int64_t code, Value text, Value library,
                         Value reason)
{
    Value args[] = {value_from_int(code), text};
    Value e = op_call((Value)type, args, 2, NULL);

    if (!e || op_setattr(e, str_intern("library"), library) < 0 ||
        op_setattr(e, str_intern("reason"), reason) < 0)
        return NULL;
    err_restore((Value)type, e, NULL);
    return NULL;
}

void *ssl_raise(PyType *type, int64_t code, const char *text)
{
    return raise_error(type, code, text_value(text), NONE, NONE);
}

void *ssl_fail(int line)
{
    unsigned long code = ERR_peek_last_error();
    const char *library = library_name(code);
    const char *reason = ERR_reason_error_string(code);
    Value reason_name = NONE;
    PyStr *text;

    ERR_clear_error();
    if (!code)
        return raise_error(
            ssl_error, 0,
            (Value)str_format_c("unknown error (_ssl.c:%d)", line), NONE, NONE);
    if (!reason)
        reason = "unknown error";
    if (library)
        reason_name = (Value)constant_name(reason);
    if (library && reason_name)
        text = str_format_c("[%s: %s] %s (_ssl.c:%d)", library,
                            str_data(unicode_as_str((PyUnicode *)reason_name)),
                            reason, line);
    else
        text = str_format_c("%s (_ssl.c:%d)", reason, line);
    return raise_error(ssl_error, (int64_t)code, text_value(str_data(text)),
                       library ? text_value(library) : NONE, reason_name);
}

/* str(e): the text alone. */
static Value error_str(Value self)
{
    Value text = op_getattr(self, NAME(strerror));

    if (text && text != NONE)
        return op_str(text);
    text = text ? op_getattr(self, NAME(args)) : NULL;
    return text ? op_str(text) : NULL;
}

static PyType *make(PyModule *m, const char *name, PyType *base)
{
    PyDict *body = dict_new();
    PyTuple *bases = tuple_pack(1, (Value)base);
    Value args[] = {(Value)str_from_c(name), (Value)bases, (Value)body}, t;

    if (dict_set_str(body, NAME(dunder_module), (Value)str_from_c("ssl")) < 0)
        return NULL;
    if (base == ssl_error &&
        (dict_set_str(body, str_intern("library"), NONE) < 0 ||
         dict_set_str(body, str_intern("reason"), NONE) < 0))
        return NULL;
    t = op_call((Value)&type_type, args, 3, NULL);
    return t && module_add(m, name, t) == 0 ? (PyType *)t : NULL;
}

int ssl_errors_init(PyModule *m)
{
    Value socket = import_c("_socket");
    Value error = socket ? op_getattr(socket, str_intern("error")) : NULL;

    if (!error || !(ssl_error = make(m, "SSLError", (PyType *)error)) ||
        type_set_str(ssl_error, error_str) < 0)
        return -1;
    ssl_zero_return = make(m, "SSLZeroReturnError", ssl_error);
    ssl_want_read = make(m, "SSLWantReadError", ssl_error);
    ssl_want_write = make(m, "SSLWantWriteError", ssl_error);
    ssl_syscall = make(m, "SSLSyscallError", ssl_error);
    ssl_eof = make(m, "SSLEOFError", ssl_error);
    return ssl_zero_return && ssl_want_read && ssl_want_write && ssl_syscall &&
                   ssl_eof
               ? 0
               : -1;
}
