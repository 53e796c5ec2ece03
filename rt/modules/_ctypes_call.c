/* Calls of C functions and callbacks from them, with libffi; C values by
 * letters. */
#include "_ctypes_native.h"
#include "errors.h"
#include "number.h"
#include "tuple.h"

#include <errno.h>
#include <ffi.h>

/* --- C values ------------------------------------------------------------- */

/* LETTER(code, C type, how Python sees it) */
#define LETTERS(LETTER)                                                        \
    LETTER('b', int8_t, signed)                                                \
    LETTER('B', uint8_t, small)                                                \
    LETTER('h', int16_t, signed)                                               \
    LETTER('H', uint16_t, small)                                               \
    LETTER('i', int32_t, signed)                                               \
    LETTER('I', uint32_t, unsigned)                                            \
    LETTER('l', int64_t, signed)                                               \
    LETTER('L', uint64_t, unsigned)                                            \
    LETTER('q', int64_t, wide)                                                 \
    LETTER('Q', uint64_t, unsigned)                                            \
    LETTER('P', uintptr_t, pointer)                                            \
    LETTER('f', float, real)                                                   \
    LETTER('d', double, real)                                                  \
    LETTER('g', long double, real)                                             \
    LETTER('?', uint8_t, truth)

#define SHOW_signed(x) value_from_int((int64_t)(x))
#define SHOW_small(x) value_from_int((int64_t)(x))
#define SHOW_unsigned(x) long_from_uint64((uint64_t)(x))
#define SHOW_wide(x) long_from_int64((int64_t)(x))
#define SHOW_pointer(x) int_from_uint64((uint64_t)(x))
#define SHOW_real(x) value_from_double((double)(x))
#define SHOW_truth(x) value_from_bool((x) != 0)

Value ctypes_load(const void *p, char code)
{
    switch (code) {
#define LETTER(code, type, how)                                                \
    case code: {                                                               \
        type x;                                                                \
        memcpy(&x, p, sizeof x);                                               \
        return SHOW_##how(x);                                                  \
    }
        LETTERS(LETTER)
#undef LETTER
    case 'c':
        return (Value)str_from(p, 1);
    case 'u': {
        uint32_t c;

        memcpy(&c, p, sizeof c);
        return (Value)unicode_from_ucs4(&c, 1);
    }
    default:
        return err_format(&exc_TypeError, "unknown type '%c'", code);
    }
}

int ctypes_size(char code)
{
    switch (code) {
#define LETTER(code, type, how)                                                \
    case code:                                                                 \
        return sizeof(type);
        LETTERS(LETTER)
#undef LETTER
    case 'c':
        return 1;
    case 'u':
        return 4;
    default:
        return 0;
    }
}

static bool as_integer(Value v, uint64_t *out)
{
    if (!is_tagged_int(v) && !has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        if (has_type_flag(v, TYPE_FLOAT))
            err_format(&exc_TypeError, "int expected instead of float");
        else
            err_format(&exc_TypeError, "an integer is required");
        return false;
    }
    *out = long_mask64(v);
    return true;
}

static bool as_real(Value v, double *out)
{
    if (!is_tagged_float(v) && !is_tagged_int(v) &&
        !has_type_flag(v, TYPE_FLOAT | TYPE_INT | TYPE_LONG)) {
        err_format(&exc_TypeError, "float expected instead of %s instance",
                   type_name_of(v));
        return false;
    }
    *out = value_as_double(v);
    return *out != -1.0 || !err_pending();
}

static int store_char(void *p, Value v)
{
    if (!is_str(v) || ((PyStr *)v)->length != 1) {
        err_format(&exc_TypeError, "one character string expected");
        return -1;
    }
    *(char *)p = ((PyStr *)v)->data[0];
    return 0;
}

static int store_wide(void *p, Value v)
{
    PyUnicode *u;
    uint32_t c;

    if (!is_unicode(v) && !is_str(v)) {
        err_format(&exc_TypeError,
                   "unicode string expected instead of %s instance",
                   type_name_of(v));
        return -1;
    }
    u = unicode_coerce(v);
    if (!u)
        return -1;
    if (u->length != 1) {
        err_format(&exc_TypeError, "one character unicode string expected");
        return -1;
    }
    c = unicode_at(u, 0);
    memcpy(p, &c, sizeof c);
    return 0;
}

#define TAKE_signed as_integer(v, &u)
#define TAKE_small as_integer(v, &u)
#define TAKE_unsigned as_integer(v, &u)
#define TAKE_wide as_integer(v, &u)
#define TAKE_pointer as_integer(v, &u)
#define TAKE_real as_real(v, &d)
#define TAKE_truth (truth = op_is_true(v)) >= 0
#define FROM_signed u
#define FROM_small u
#define FROM_unsigned u
#define FROM_wide u
#define FROM_pointer u
#define FROM_real d
#define FROM_truth truth

int ctypes_store(void *p, char code, Value v)
{
    int truth = 0;
    uint64_t u = 0;
    double d = 0;

    switch (code) {
#define LETTER(code, type, how)                                                \
    case code: {                                                               \
        type x;                                                                \
        if (!(TAKE_##how))                                                     \
            return -1;                                                         \
        x = (type)FROM_##how;                                                  \
        memcpy(p, &x, sizeof x);                                               \
        return 0;                                                              \
    }
        LETTERS(LETTER)
#undef LETTER
    case 'c':
        return store_char(p, v);
    case 'u':
        return store_wide(p, v);
    default:
        err_format(&exc_TypeError, "unknown type '%c'", code);
        return -1;
    }
}

/* --- descriptions as libffi's types --------------------------------------- */

static ffi_type *letter_type(char code)
{
    switch (code) {
    case 'b':
        return &ffi_type_sint8;
    case 'c':
    case 'B':
    case '?':
        return &ffi_type_uint8;
    case 'h':
        return &ffi_type_sint16;
    case 'H':
        return &ffi_type_uint16;
    case 'i':
        return &ffi_type_sint32;
    case 'I':
    case 'u':
        return &ffi_type_uint32;
    case 'l':
    case 'q':
        return &ffi_type_sint64;
    case 'L':
    case 'Q':
        return &ffi_type_uint64;
    case 'f':
        return &ffi_type_float;
    case 'd':
        return &ffi_type_double;
    case 'g':
        return &ffi_type_longdouble;
    case 'v':
        return &ffi_type_void;
    default:
        return &ffi_type_pointer;
    }
}

/* A letter, or (size, alignment, descriptions) for a structure; NULL:
 * exception. */
static ffi_type *type_from(Value v, int depth)
{
    PyTuple *t = (PyTuple *)v, *parts;
    ffi_type *type;

    if (is_str(v) && ((PyStr *)v)->length == 1)
        return letter_type(((PyStr *)v)->data[0]);
    if (!has_type_flag(v, TYPE_TUPLE) || t->length != 3 || depth > 50 ||
        !has_type_flag(t->items[2], TYPE_TUPLE))
        return err_format(&exc_TypeError, "bad description of a type");
    parts = (PyTuple *)t->items[2];
    type = gc_scanned(sizeof *type);
    type->size = 0;
    type->alignment = 0;
    type->type = FFI_TYPE_STRUCT;
    type->elements = (ffi_type **)gc_array((size_t)parts->length + 1);
    for (int64_t i = 0; type->elements && i < parts->length; i++)
        if (!(type->elements[i] = type_from(parts->items[i], depth + 1)))
            return NULL;
    return type->elements ? type : NULL;
}

/* --- errno ---------------------------------------------------------------- */

/* ctypes' own copy, one for each thread. */
static __thread int saved_errno;

Value ctypes_get_errno(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(saved_errno);
}

Value ctypes_set_errno(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_c_int(args[0]);
    int old = saved_errno;

    if (n == -1 && err_pending())
        return NULL;
    saved_errno = (int)n;
    return tag_int(old);
}

static void swap_errno(void)
{
    int old = errno;

    errno = saved_errno;
    saved_errno = old;
}

/* --- calls ---------------------------------------------------------------- */

enum { MAX_ARGUMENTS = 1024 };

/* An argument is (description, value); of a structure, the address. */
static bool argument(Value v, ffi_type **type, void **place)
{
    PyTuple *t = (PyTuple *)v;
    char code;

    if (!has_type_flag(v, TYPE_TUPLE) || t->length != 2) {
        err_format(&exc_TypeError, "bad argument");
        return false;
    }
    *type = type_from(t->items[0], 0);
    if (!*type)
        return false;
    if ((*type)->type == FFI_TYPE_STRUCT)
        return ctypes_address(t->items[1], place);
    code = ((PyStr *)t->items[0])->data[0];
    *place = gc_bytes(16);
    if (code == 'O') {
        *place = gc_array(1);
        memcpy(*place, &t->items[1], sizeof(Value));
        return true;
    }
    return *place && ctypes_store(*place, code, t->items[1]) == 0;
}

/* Small integers come back as whole registers. */
static Value result_value(Value description, const void *p)
{
    char code;

    if (!is_str(description))
        return NONE;
    code = ((PyStr *)description)->data[0];
    if (code == 'v')
        return NONE;
    if (code == 'O') {
        Value v;

        memcpy(&v, p, sizeof v);
        return v ? v : err_format(&exc_ValueError, "PyObject is NULL");
    }
    return ctypes_load(p, code);
}

/* call(address, result description, arguments, flags): flags & 8 swaps errno.
 * The result of a structure is a str of its bytes. */
Value ctypes_call(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *given = (PyTuple *)args[2];
    int64_t flags = value_as_int64(args[3]), n;
    ffi_type **types, *result;
    void **places, *fn, *out;
    ffi_cif cif;

    if (!ctypes_address(args[0], &fn) || !(result = type_from(args[1], 0)))
        return NULL;
    if (!has_type_flag(args[2], TYPE_TUPLE) || given->length > MAX_ARGUMENTS)
        return err_format(&exc_TypeError,
                          "too many arguments (%ld), maximum "
                          "is %d",
                          (long)given->length, MAX_ARGUMENTS);
    n = given->length;
    types = (ffi_type **)gc_array((size_t)n + 1);
    places = (void **)gc_array((size_t)n + 1);
    if (!types || !places)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        if (!argument(given->items[i], &types[i], &places[i]))
            return NULL;
    if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, (unsigned)n, result, types) !=
        FFI_OK)
        return err_format(&exc_RuntimeError, "ffi_prep_cif failed");
    out = gc_array(result->size / 8 + 4);
    if (!out)
        return NULL;
    if (flags & 8)
        swap_errno();
    ffi_call(&cif, FFI_FN(fn), out, places);
    if (flags & 8)
        swap_errno();
    if (err_pending())
        return NULL;
    if (result->type == FFI_TYPE_STRUCT)
        return (Value)str_from(out, (int64_t)result->size);
    return result_value(args[1], out);
}

/* --- callbacks ------------------------------------------------------------ */

/* closure(function, result description, argument descriptions) */
typedef struct PyClosure {
    PyObject head;
    Value function;
    Value result;
    PyTuple *arguments;
    ffi_type **types;
    ffi_cif *cif;
    ffi_closure *closure; /* libffi's memory; freed with the object */
    void *code;
} PyClosure;

static void free_closure(PyObject *o)
{
    ffi_closure_free(((PyClosure *)o)->closure);
}

static Value argument_value(Value description, ffi_type *type, void *p)
{
    if (type->type == FFI_TYPE_STRUCT)
        return (Value)str_from(p, (int64_t)type->size);
    return result_value(description, p);
}

/* Results smaller than a register are widened, as libffi wants it. */
static int store_result(Value description, void *out, Value v)
{
    char code = ((PyStr *)description)->data[0];
    uint64_t u;

    switch (code) {
    case 'v':
        return 0;
    case 'O':
        memcpy(out, &v, sizeof v);
        return 0;
    case 'f':
    case 'd':
    case 'g':
        return ctypes_store(out, code, v);
    case 'c':
    case 'u':
    case '?':
        memset(out, 0, 8);
        return ctypes_store(out, code, v);
    default:
        if (ctypes_store(out, code, v) < 0)
            return -1;
        u = long_mask64(ctypes_load(out, code));
        memcpy(out, &u, sizeof u);
        return 0;
    }
}

static Value run_callback(PyClosure *c, void **places)
{
    int64_t n = c->arguments->length;
    Value *args = gc_array((size_t)n + 1);

    for (int64_t i = 0; args && i < n; i++)
        if (!(args[i] = argument_value(c->arguments->items[i], c->types[i],
                                       places[i])))
            return NULL;
    return args ? op_call(c->function, args, n, NULL) : NULL;
}

static void on_call(ffi_cif *cif, void *out, void **places, void *data)
{
    PyClosure *c = data;
    Value type, value, tb, v;

    err_fetch(&type, &value, &tb);
    v = run_callback(c, places);
    if (!v || (is_str(c->result) && store_result(c->result, out, v) < 0)) {
        memset(out, 0, cif->rtype->size < 8 ? 8 : cif->rtype->size);
        err_print();
    }
    if (type)
        err_restore(type, value, tb);
}

Value ctypes_closure(Value self, const Value *args, Py_ssize nargs)
{
    PyClosure *c = instance_new(&ctypes_closure_type);
    PyTuple *t = (PyTuple *)args[2];
    ffi_type *result = type_from(args[1], 0);

    if (!result || !has_type_flag(args[2], TYPE_TUPLE))
        return result ? err_format(&exc_TypeError, "tuple expected") : NULL;
    c->function = args[0];
    c->result = args[1];
    c->arguments = t;
    c->types = (ffi_type **)gc_array((size_t)t->length + 1);
    c->cif = gc_scanned(sizeof *c->cif);
    for (int64_t i = 0; i < t->length; i++)
        if (!(c->types[i] = type_from(t->items[i], 0)))
            return NULL;
    if (ffi_prep_cif(c->cif, FFI_DEFAULT_ABI, (unsigned)t->length, result,
                     c->types) != FFI_OK)
        return err_format(&exc_RuntimeError, "ffi_prep_cif failed");
    c->closure = ffi_closure_alloc(sizeof *c->closure, &c->code);
    if (!c->closure)
        return err_no_memory();
    gc_on_unreachable(&c->head, free_closure);
    if (ffi_prep_closure_loc(c->closure, c->cif, on_call, c, c->code) != FFI_OK)
        return err_format(&exc_RuntimeError, "ffi_prep_closure failed");
    return (Value)c;
}

static Value closure_address(Value self)
{
    return ctypes_address_value(((PyClosure *)self)->code);
}

static const GetSetDef closure_getsets[] = {{"address", closure_address}, {0}};

PyType ctypes_closure_type = {
    .head.type = &type_type,
    .name = "_ctypes_native.Closure",
    .base = &object_type,
    .basic_size = sizeof(PyClosure),
    .getsets = closure_getsets,
};
