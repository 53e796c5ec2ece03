/* Module _ctypes_native: what module _ctypes cannot do in Python: memory at
 * addresses, libraries, calls of C functions and callbacks from them.
 *
 * A type is described by a letter, as in module struct, or for structures by
 * a tuple of descriptions.  Addresses are ints; whoever has one sees to it
 * that the memory lives. */
#include "_ctypes_native.h"
#include "errors.h"
#include "import.h"
#include "iterators.h"
#include "number.h"
#include "tuple.h"

#include <dlfcn.h>
#include <errno.h>
#include <wchar.h>

/* --- addresses ------------------------------------------------------------ */

bool ctypes_address(Value v, void **out)
{
    uint64_t u;

    if (!is_tagged_int(v) && !has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        err_format(&exc_TypeError, "integer expected");
        return false;
    }
    u = long_mask64(v);
    *out = (void *)(uintptr_t)u;
    return true;
}

Value ctypes_address_value(const void *p)
{
    return int_from_uint64((uintptr_t)p);
}

/* A block of memory: new_block(n) */
typedef struct PyBlock {
    PyObject head;
    char *data;
    int64_t size;
} PyBlock;

static int block_buffer(Value self, Buffer *out)
{
    PyBlock *b = (PyBlock *)self;

    *out = (Buffer){self, b->data, b->size, false};
    return 0;
}

static Value block_address(Value self)
{
    return ctypes_address_value(((PyBlock *)self)->data);
}

static const GetSetDef block_getsets[] = {{"address", block_address}, {0}};

static PyType block_type = {
    .head.type = &type_type,
    .name = "_ctypes_native.Block",
    .base = &object_type,
    .basic_size = sizeof(PyBlock),
    .getsets = block_getsets,
    .get_buffer = block_buffer,
};

/* Objects of C types say in Python where they are and how long. */
static int exporter_buffer(Value self, Buffer *out)
{
    Value address = op_getattr(self, str_intern("_b_addr_"));
    Value length = address ? op_getattr(self, str_intern("_b_length_")) : NULL;
    int64_t n = length ? value_as_int64(length) : -1;
    void *p;

    if ((n == -1 && err_pending()) || !ctypes_address(address, &p))
        return -1;
    *out = (Buffer){self, p, n, false};
    return 0;
}

/* export_memory(cls): objects of the class, and of those made of it later, are
 * buffers. */
static Value f_export_memory(Value self, const Value *args, Py_ssize nargs)
{
    if (!is_type(args[0]))
        return err_format(&exc_TypeError, "a class is required");
    ((PyType *)args[0])->get_buffer = c_type_buffer = exporter_buffer;
    return NONE;
}

static Value f_new_block(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_int64(args[0]);
    PyBlock *b;

    if (n < 0)
        return err_pending() ? NULL
                             : err_format(&exc_ValueError, "negative size");
    b = gc_new(&block_type, sizeof *b);
    b->data = gc_bytes((size_t)n + 1);
    b->size = n;
    return b->data ? (Value)b : NULL;
}

static Value f_buffer_address(Value self, const Value *args, Py_ssize nargs)
{
    PyType *t = type_of(args[0]);
    int writable = op_is_true(args[1]);
    Buffer b;

    if (writable < 0)
        return NULL;
    if (!t->get_buffer || t->get_buffer(args[0], &b) < 0 ||
        (writable && b.readonly)) {
        err_clear();
        return err_format(&exc_TypeError,
                          writable ? "expected a writeable buffer object"
                                   : "expected a readable buffer object");
    }
    return (Value)tuple_pack(3, ctypes_address_value(b.data),
                             value_from_int(b.length), b.owner);
}

static Value f_read_bytes(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_int64(args[1]);
    void *p;

    if ((n == -1 && err_pending()) || !ctypes_address(args[0], &p))
        return NULL;
    return (Value)str_from(p, n < 0 ? (int64_t)strlen(p) : n);
}

static Value f_write_bytes(Value self, const Value *args, Py_ssize nargs)
{
    Span s;
    void *p;

    if (!arg_bytes("write_bytes", 2, args[1], &s) ||
        !ctypes_address(args[0], &p))
        return NULL;
    memmove(p, s.data, (size_t)s.length);
    return NONE;
}

static Value f_read_wide(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_int64(args[1]);
    void *p;

    if ((n == -1 && err_pending()) || !ctypes_address(args[0], &p))
        return NULL;
    return (Value)unicode_from_ucs4(p, n < 0 ? (int64_t)wcslen(p) : n);
}

static Value f_write_wide(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = (PyUnicode *)args[1];
    const uint32_t *units;
    void *p;

    if (!is_unicode(args[1]))
        return err_format(&exc_TypeError, "unicode expected");
    units = unicode_ucs4(u);
    if (!units || !ctypes_address(args[0], &p))
        return NULL;
    memcpy(p, units, (size_t)u->length * 4);
    return NONE;
}

static Value f_str_address(Value self, const Value *args, Py_ssize nargs)
{
    return is_str(args[0]) ? ctypes_address_value(((PyStr *)args[0])->data)
                           : err_format(&exc_TypeError, "str expected");
}

static Value f_fill(Value self, const Value *args, Py_ssize nargs)
{
    int64_t c = value_as_int64(args[1]), n = value_as_int64(args[2]);
    void *p;

    if (err_pending() || !ctypes_address(args[0], &p))
        return NULL;
    memset(p, (int)c, (size_t)n);
    return NONE;
}

/* --- one value ------------------------------------------------------------ */

static char type_code(Value v)
{
    if (is_str(v) && ((PyStr *)v)->length == 1)
        return ((PyStr *)v)->data[0];
    err_format(&exc_TypeError, "a letter expected");
    return 0;
}

static Value f_read(Value self, const Value *args, Py_ssize nargs)
{
    char code = type_code(args[1]);
    void *p;

    return code && ctypes_address(args[0], &p) ? ctypes_load(p, code) : NULL;
}

static Value f_write(Value self, const Value *args, Py_ssize nargs)
{
    char code = type_code(args[1]);
    void *p;

    if (!code || !ctypes_address(args[0], &p) ||
        ctypes_store(p, code, args[2]) < 0)
        return NULL;
    return NONE;
}

static Value f_object_at(Value self, const Value *args, Py_ssize nargs)
{
    void *p;
    Value v;

    if (!ctypes_address(args[0], &p))
        return NULL;
    memcpy(&v, p, sizeof v);
    return v ? v : err_format(&exc_ValueError, "PyObject is NULL");
}

static Value f_put_object(Value self, const Value *args, Py_ssize nargs)
{
    void *p;

    if (!ctypes_address(args[0], &p))
        return NULL;
    memcpy(p, &args[1], sizeof *args);
    return NONE;
}

/* --- libraries ------------------------------------------------------------ */

static Value dl_failed(void)
{
    const char *why = dlerror();

    return err_format(&exc_OSError, "%s", why ? why : "dlopen() error");
}

static Value f_dlopen(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = NULL;
    int64_t mode = nargs > 1 ? value_as_c_int(args[1]) : RTLD_LOCAL;
    void *handle;

    if (mode == -1 && err_pending())
        return NULL;
    if (args[0] != NONE && !(name = arg_name("dlopen", 1, args[0])))
        return NULL;
    handle = dlopen(name, (int)mode | RTLD_NOW);
    return handle ? ctypes_address_value(handle) : dl_failed();
}

static Value f_dlclose(Value self, const Value *args, Py_ssize nargs)
{
    void *handle;

    if (!ctypes_address(args[0], &handle))
        return NULL;
    return dlclose(handle) == 0 ? tag_int(0) : dl_failed();
}

static Value f_dlsym(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("dlsym", 2, args[1]);
    void *handle, *p;

    if (!name || !ctypes_address(args[0], &handle))
        return NULL;
    p = dlsym(handle, name);
    return p ? ctypes_address_value(p) : dl_failed();
}

/* A function of the C library that every program has. */
static Value f_builtin_address(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("builtin_address", 1, args[0]);

    if (!name)
        return NULL;
    if (strcmp(name, "memmove") == 0)
        return ctypes_address_value((void *)memmove);
    if (strcmp(name, "memset") == 0)
        return ctypes_address_value((void *)memset);
    return err_format(&exc_ValueError, "no such function");
}

static const NativeDef functions[] = {
    {"new_block", f_new_block, 1, 1, ARITY_one},
    {"buffer_address", f_buffer_address, 2, 2, ARITY_parse},
    {"read_bytes", f_read_bytes, 2, 2, ARITY_parse},
    {"write_bytes", f_write_bytes, 2, 2, ARITY_parse},
    {"read_wide", f_read_wide, 2, 2, ARITY_parse},
    {"write_wide", f_write_wide, 2, 2, ARITY_parse},
    {"str_address", f_str_address, 1, 1, ARITY_one},
    {"fill", f_fill, 3, 3, ARITY_parse},
    {"read", f_read, 2, 2, ARITY_parse},
    {"write", f_write, 3, 3, ARITY_parse},
    {"object_at", f_object_at, 1, 1, ARITY_one},
    {"put_object", f_put_object, 2, 2, ARITY_parse},
    {"dlopen", f_dlopen, 1, 2, ARITY_parse},
    {"dlclose", f_dlclose, 1, 1, ARITY_one},
    {"dlsym", f_dlsym, 2, 2, ARITY_parse},
    {"builtin_address", f_builtin_address, 1, 1, ARITY_one},
    {"call", ctypes_call, 4, 4, ARITY_parse},
    {"closure", ctypes_closure, 3, 3, ARITY_parse},
    {"export_memory", f_export_memory, 1, 1, ARITY_one},
    {"get_errno", ctypes_get_errno, 0, 0, ARITY_none},
    {"set_errno", ctypes_set_errno, 1, 1, ARITY_parse},
    {0}};

static int init(PyModule *m)
{
    if (type_ready(&block_type) < 0 || type_ready(&ctypes_closure_type) < 0)
        return -1;
    return module_add(m, "RTLD_GLOBAL", tag_int(RTLD_GLOBAL)) < 0 ||
                   module_add(m, "RTLD_LOCAL", tag_int(RTLD_LOCAL)) < 0
               ? -1
               : 0;
}

const NativeModule native_module__ctypes_native = {
    .name = "_ctypes_native",
    .doc = "Memory, libraries and calls for module _ctypes.",
    .functions = functions,
    .init = init,
};
