/* Module termios: terminals. */
#include "posix_support.h"
#include "file.h"
#include "list.h"
#include "module_support.h"
#include "str.h"

#include <sys/ioctl.h>
#include <termios.h>

static PyType *termios_error;

static void *fail(void)
{
    Value pair = (Value)tuple_pack(2, tag_int(errno),
                                   (Value)str_from_c(strerror(errno)));

    err_restore((Value)termios_error, pair, NULL);
    return NULL;
}

static Value done(int r)
{
    return r < 0 ? fail() : NONE;
}

/* The characters: bytes, but for the two numbers of raw mode. */
static Value characters(const struct termios *t)
{
    PyList *list = list_new(NCCS);

    for (int i = 0; i < NCCS; i++) {
        bool number = !(t->c_lflag & ICANON) && (i == VMIN || i == VTIME);
        Value v = number ? tag_int(t->c_cc[i])
                         : (Value)str_from((const char *)&t->c_cc[i], 1);

        if (list_append(list, v) < 0)
            return NULL;
    }
    return (Value)list;
}

static Value f_tcgetattr(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);
    struct termios t;
    Value chars;

    if (fd < 0)
        return NULL;
    if (tcgetattr(fd, &t) < 0)
        return fail();
    chars = characters(&t);
    if (!chars)
        return NULL;
    Value items[] = {value_from_int(t.c_iflag),
                     value_from_int(t.c_oflag),
                     value_from_int(t.c_cflag),
                     value_from_int(t.c_lflag),
                     value_from_int(cfgetispeed(&t)),
                     value_from_int(cfgetospeed(&t)),
                     chars};
    PyList *list = list_new(7);
    for (int i = 0; i < 7; i++)
        if (list_append(list, items[i]) < 0)
            return NULL;
    return (Value)list;
}

static bool set_characters(Value v, struct termios *t)
{
    PyList *list = (PyList *)v;

    if (!has_type_flag(v, TYPE_LIST) || list_length(list) != NCCS) {
        err_format(&exc_TypeError,
                   "tcsetattr: attributes[6] must be %d element list", NCCS);
        return false;
    }
    for (int i = 0; i < NCCS; i++) {
        Value c = list_get(list, i);
        int n;

        if (!c)
            return false;
        if (is_str(c) && str_span(c).length == 1) {
            t->c_cc[i] = (cc_t)str_span(c).data[0];
        } else if (has_type_flag(c, TYPE_INT | TYPE_LONG)) {
            if (!posix_int(c, &n))
                return false;
            t->c_cc[i] = (cc_t)n;
        } else {
            err_format(&exc_TypeError,
                       "tcsetattr: elements of attributes must be characters "
                       "or integers");
            return false;
        }
    }
    return true;
}

static Value f_tcsetattr(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]), when;
    PyList *list = (PyList *)args[2];
    int64_t number[6];
    struct termios t;

    if (fd < 0 || !posix_int(args[1], &when))
        return NULL;
    if (!has_type_flag(args[2], TYPE_LIST) || list_length(list) != 7)
        return err_format(&exc_TypeError,
                          "tcsetattr, arg 3: must be 7 element list");
    if (tcgetattr(fd, &t) < 0)
        return fail();
    for (int i = 0; i < 6; i++) {
        Value v = list_get(list, i);

        if (!v || ((number[i] = value_as_int64(v)) == -1 && err_pending()))
            return NULL;
    }
    t.c_iflag = (tcflag_t)number[0];
    t.c_oflag = (tcflag_t)number[1];
    t.c_cflag = (tcflag_t)number[2];
    t.c_lflag = (tcflag_t)number[3];
    Value chars = list_get(list, 6);
    if (!chars || !set_characters(chars, &t))
        return NULL;
    if (cfsetispeed(&t, (speed_t)number[4]) < 0 ||
        cfsetospeed(&t, (speed_t)number[5]) < 0)
        return fail();
    return done(tcsetattr(fd, when, &t));
}

/* A descriptor and a number, for the functions below. */
static bool pair(const Value *args, int *fd, int *n)
{
    *fd = file_descriptor(args[0]);
    return *fd >= 0 && posix_int(args[1], n);
}

static Value f_tcsendbreak(Value self, const Value *args, Py_ssize nargs)
{
    int fd, n;

    return pair(args, &fd, &n) ? done(tcsendbreak(fd, n)) : NULL;
}

static Value f_tcflush(Value self, const Value *args, Py_ssize nargs)
{
    int fd, n;

    return pair(args, &fd, &n) ? done(tcflush(fd, n)) : NULL;
}

static Value f_tcflow(Value self, const Value *args, Py_ssize nargs)
{
    int fd, n;

    return pair(args, &fd, &n) ? done(tcflow(fd, n)) : NULL;
}

static Value f_tcdrain(Value self, const Value *args, Py_ssize nargs)
{
    int fd = file_descriptor(args[0]);

    return fd < 0 ? NULL : done(tcdrain(fd));
}

static const NativeDef functions[] = {
    {"tcgetattr", f_tcgetattr, 1, 1, ARITY_parse},
    {"tcsetattr", f_tcsetattr, 3, 3, ARITY_parse},
    {"tcsendbreak", f_tcsendbreak, 2, 2, ARITY_parse},
    {"tcdrain", f_tcdrain, 1, 1, ARITY_parse},
    {"tcflush", f_tcflush, 2, 2, ARITY_parse},
    {"tcflow", f_tcflow, 2, 2, ARITY_parse},
    {0}};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
#define CONSTANT(name, value) {#name, value},
#include "termios_constants.def"
};

static int init(PyModule *m)
{
    if (!termios_error &&
        !(termios_error = exception_class_new("termios.error", NULL)))
        return -1;
    if (module_add(m, "error", (Value)termios_error) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_termios = {"termios", NULL, functions, init};
