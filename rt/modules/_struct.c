/* struct: values packed as C structs.  A format is compiled once into fields
 * with offsets; struct_codes.c handles one field. */
#include "instance.h"
#include "long.h"
#include "module_support.h"
#include "number.h"
#include "str.h"
#include "struct_codes.h"
#include "unicode.h"

#include "methods_declare.h"
#include "_struct.def"
#include "_struct_type.def"
#include "methods_end.h"

PyType *struct_error;

typedef struct PyStruct {
    PyObject head;
    PyStr *format;       /* NULL before __init__ */
    StructField *fields; /* atomic memory; those that have a value */
    int64_t count, size;
} PyStruct;

static PyType Struct_type;

/* --- compiling a format --------------------------------------------------- */

/* The state of a walk over a format; run once to count, once to fill. */
typedef struct FormatWalk {
    const char *p;
    StructLayout layout;
    int64_t count, size;
    StructField *fields; /* or NULL */
} FormatWalk;

static StructLayout read_layout(const char **p)
{
    switch (**p) {
    case '<':
    case '=':
        ++*p;
        return LAYOUT_little;
    case '>':
    case '!':
        ++*p;
        return LAYOUT_big;
    case '@':
        ++*p;
        return LAYOUT_native;
    default:
        return LAYOUT_native;
    }
}

static bool total_too_long(void)
{
    err_format(struct_error, "total struct size too long");
    return false;
}

/* The repeat count before a code; 1 if there is none. */
static bool read_count(FormatWalk *w, int64_t *count)
{
    *count = 1;
    if (!is_ascii_digit(*w->p))
        return true;
    for (*count = 0; is_ascii_digit(*w->p); w->p++)
        if (__builtin_mul_overflow(*count, 10, count) ||
            __builtin_add_overflow(*count, *w->p - '0', count))
            return total_too_long();
    return true;
}

static void add_field(FormatWalk *w, char code, int64_t size)
{
    if (w->fields)
        w->fields[w->count] = (StructField){code, w->layout, w->size, size};
    w->count++;
    w->size += size;
}

static bool walk_code(FormatWalk *w, char code, int64_t count)
{
    int64_t size = struct_code_size(code, w->layout), total;
    int align = struct_code_align(code, w->layout);

    if (!size) {
        err_format(struct_error, "bad char in struct format");
        return false;
    }
    if (w->size > INT64_MAX - align)
        return total_too_long();
    w->size = (w->size + align - 1) / align * align;
    if (__builtin_mul_overflow(count, size, &total) ||
        total > INT64_MAX - w->size)
        return total_too_long();
    if (code == 's' || code == 'p')
        add_field(w, code, count);
    else if (code == 'x')
        w->size += total;
    else if (w->fields)
        while (count-- > 0)
            add_field(w, code, size);
    else {
        w->count += count;
        w->size += total;
    }
    return true;
}

static bool walk_format(FormatWalk *w)
{
    w->layout = read_layout(&w->p);
    while (*w->p) {
        int64_t count;
        if (is_ascii_space((unsigned char)*w->p)) {
            w->p++;
            continue;
        }
        if (!read_count(w, &count))
            return false;
        if (!*w->p)
            break;
        if (!walk_code(w, *w->p++, count))
            return false;
    }
    return true;
}

static bool compile_format(PyStruct *s, PyStr *format)
{
    FormatWalk w = {.p = str_data(format)};
    size_t room;

    if (!walk_format(&w))
        return false;
    if (__builtin_mul_overflow((size_t)w.count, sizeof *w.fields, &room)) {
        err_no_memory();
        return false;
    }
    StructField *fields = gc_bytes(room ? room : 1);
    if (!fields)
        return false;
    w = (FormatWalk){.p = str_data(format), .fields = fields};
    walk_format(&w);
    s->fields = fields;
    s->count = w.count;
    s->size = w.size;
    s->format = format;
    return true;
}

/* The str of a format argument; NULL with TypeError. */
static PyStr *format_text(Value v)
{
    if (is_unicode(v))
        return unicode_as_str((PyUnicode *)v);
    if (is_str(v))
        return (PyStr *)v;
    return err_format(&exc_TypeError,
                      "Struct() argument 1 must be string, not %.200s",
                      type_name_of(v));
}

enum { CACHE_LIMIT = 100 };
static PyDict *cache; /* str -> Struct; replaced when it is full */

static PyStruct *struct_for(Value format)
{
    PyDict *d = cache;
    bool keep = is_exact_str(format);

    if (keep) {
        Value known = dict_get_or_null(d, format);
        if (known)
            return (PyStruct *)known;
    }
    PyStr *text = format_text(format);
    PyStruct *s = gc_new(&Struct_type, sizeof *s);
    if (!text || !compile_format(s, text))
        return NULL;
    if (keep) {
        if (dict_length(d) >= CACHE_LIMIT)
            cache = d = dict_new();
        if (dict_set(d, format, (Value)s) < 0)
            return NULL;
    }
    return s;
}

/* --- packing and unpacking ------------------------------------------------ */

static bool check_items(const PyStruct *s, Py_ssize given, const char *name)
{
    if (given == s->count)
        return true;
    err_format(struct_error, "%s expected %lld items for packing (got %lld)",
               name, (long long)s->count, (long long)given);
    return false;
}

static int pack_fields(const PyStruct *s, const Value *items, char *to)
{
    memset(to, 0, (size_t)s->size);
    for (int64_t i = 0; i < s->count; i++)
        if (struct_pack_field(&s->fields[i], items[i],
                              to + s->fields[i].offset) < 0)
            return -1;
    return 0;
}

static Value do_pack(const PyStruct *s, const Value *items, Py_ssize n)
{
    if (!check_items(s, n, "pack"))
        return NULL;
    PyStr *result = str_new(s->size);
    if (!result || pack_fields(s, items, result->data) < 0)
        return NULL;
    return (Value)result;
}

static Value do_unpack(const PyStruct *s, const char *from)
{
    PyTuple *t = tuple_new(s->count);

    if (!t)
        return NULL;
    for (int64_t i = 0; i < s->count; i++) {
        Value v =
            struct_unpack_field(&s->fields[i], from + s->fields[i].offset);
        if (!v)
            return NULL;
        tuple_init_item(t, i, v);
    }
    return (Value)t;
}

/* Packs beside the buffer first: user code may run and resize it. */
static Value do_pack_into(const PyStruct *s, const Value *args, Py_ssize nargs)
{
    Buffer buffer;

    if (nargs < 1)
        return err_format(struct_error, "pack_into expected buffer argument");
    if (nargs < 2)
        return err_format(struct_error, "pack_into expected offset argument");
    if (!check_items(s, nargs - 2, "pack_into"))
        return NULL;
    char *packed = gc_bytes((size_t)s->size + 1);
    int64_t offset = value_as_int64(args[1]);
    if (!packed || (offset == -1 && err_pending()))
        return NULL;
    PyType *t = type_of(args[0]);
    if (!t->get_buffer || t->get_buffer(args[0], &buffer) < 0 ||
        buffer.readonly) {
        if (err_pending())
            return NULL;
        return err_format(&exc_TypeError,
                          "argument must be read-write buffer, not %.200s",
                          type_name_of(args[0]));
    }
    if (offset < 0)
        offset += buffer.length;
    if (offset < 0 || buffer.length - offset < s->size)
        return err_format(struct_error,
                          "pack_into requires a buffer of at least %lld bytes",
                          (long long)s->size);
    if (pack_fields(s, args + 2, packed) < 0 ||
        t->get_buffer(args[0], &buffer) < 0)
        return NULL;
    if (buffer.length - offset >= s->size)
        memcpy(buffer.data + offset, packed, (size_t)s->size);
    return NONE;
}

static bool source_span(Value v, Span *out)
{
    if (is_unicode(v)) {
        PyStr *text = unicode_as_str((PyUnicode *)v);
        if (!text)
            return false;
        *out = str_span((Value)text);
        return true;
    }
    return value_bytes_or_null(v, out);
}

static Value do_unpack_exactly(const PyStruct *s, Value source)
{
    Span span;

    if (source_span(source, &span) && span.length == s->size)
        return do_unpack(s, span.data);
    return err_format(struct_error,
                      "unpack requires a string argument of length %lld",
                      (long long)s->size);
}

static Value do_unpack_from(const PyStruct *s, Value source,
                            Value offset_or_null)
{
    int64_t offset = offset_or_null ? value_as_int64(offset_or_null) : 0;
    Span span;

    if (offset == -1 && err_pending())
        return NULL;
    if (!source_span(source, &span))
        return err_pending() ? NULL
                             : err_format(&exc_TypeError,
                                          "'%.100s' does not have the buffer "
                                          "interface",
                                          type_name_of(source));
    if (offset < 0)
        offset += span.length;
    if (offset < 0 || span.length - offset < s->size)
        return err_format(
            struct_error,
            "unpack_from requires a buffer of at least %lld bytes",
            (long long)s->size);
    return do_unpack(s, span.data + offset);
}

/* --- the functions -------------------------------------------------------- */

static PyStruct *first_format(const Value *args, Py_ssize nargs)
{
    if (nargs < 1)
        return err_format(&exc_TypeError, "missing format argument");
    return struct_for(args[0]);
}

static Value struct_pack(Value self, const Value *args, Py_ssize nargs)
{
    PyStruct *s = first_format(args, nargs);

    return s ? do_pack(s, args + 1, nargs - 1) : NULL;
}

static Value struct_pack_into(Value self, const Value *args, Py_ssize nargs)
{
    PyStruct *s = first_format(args, nargs);

    return s ? do_pack_into(s, args + 1, nargs - 1) : NULL;
}

static Value struct_unpack(Value self, const Value *args, Py_ssize nargs)
{
    PyStruct *s = struct_for(args[0]);

    return s ? do_unpack_exactly(s, args[1]) : NULL;
}

static Value struct_unpack_from(Value self, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames)
{
    static const char *const names[] = {"buffer", "offset"};
    PyStruct *s = first_format(args, nargs);
    Value v[2];

    if (!s || args_parse("unpack_from", args + 1, nargs - 1, kwnames, names, 1,
                         2, v) < 0)
        return NULL;
    return do_unpack_from(s, v[0], v[1]);
}

static Value struct_calcsize(Value self, const Value *args, Py_ssize nargs)
{
    PyStruct *s = struct_for(args[0]);

    return s ? value_from_int(s->size) : NULL;
}

static Value struct_clearcache(Value self, const Value *args, Py_ssize nargs)
{
    cache = dict_new();
    return NONE;
}

/* --- the type ------------------------------------------------------------- */

static Value Struct_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return (Value)instance_new(type);
}

static int Struct_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"format"};
    Value format;

    if (args_parse("Struct", args, nargs, kwnames, names, 1, 1, &format) < 0)
        return -1;
    PyStr *text = format_text(format);
    return text && compile_format((PyStruct *)self, text) ? 0 : -1;
}

static Value struct_method_pack(Value self, const Value *args, Py_ssize nargs)
{
    return do_pack((PyStruct *)self, args, nargs);
}

static Value struct_method_pack_into(Value self, const Value *args,
                                     Py_ssize nargs)
{
    return do_pack_into((PyStruct *)self, args, nargs);
}

static Value struct_method_unpack(Value self, const Value *args, Py_ssize nargs)
{
    return do_unpack_exactly((PyStruct *)self, args[0]);
}

static Value struct_method_unpack_from(Value self, const Value *args,
                                       Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"buffer", "offset"};
    Value v[2];

    if (args_parse("unpack_from", args, nargs, kwnames, names, 1, 2, v) < 0)
        return NULL;
    return do_unpack_from((PyStruct *)self, v[0], v[1]);
}

static Value struct_method_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    PyStruct *s = (PyStruct *)self;

    return value_from_int((int64_t)sizeof *s +
                          s->count * (int64_t)sizeof *s->fields);
}

static Value Struct_get_format(Value self)
{
    PyStr *format = ((PyStruct *)self)->format;

    return format ? (Value)format : NONE;
}

static Value Struct_get_size(Value self)
{
    return value_from_int(((PyStruct *)self)->size);
}

static const GetSetDef Struct_getsets[] = {
    {"format", Struct_get_format, NULL, "the format it was made with"},
    {"size", Struct_get_size, NULL, "how many bytes pack() gives"},
    {0}};

static const NativeDef Struct_methods[] = {
#include "methods_table.h"
#include "_struct_type.def"
#include "methods_end.h"
    {0}};

static PyType Struct_type = {
    .head.type = &type_type,
    .name = "Struct",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyStruct),
    .methods = Struct_methods,
    .getsets = Struct_getsets,
    .new_instance = Struct_new,
    .init = Struct_init,
};

/* --- the module ----------------------------------------------------------- */

static const NativeDef struct_functions[] = {
#include "methods_table.h"
#include "_struct.def"
#include "methods_end.h"
    {0}};

/* _struct and struct show the same objects. */
static int struct_init(PyModule *m)
{
    if (!cache)
        cache = dict_new();
    if (!struct_error) {
        struct_error = exception_class_new("struct.error", NULL);
        if (!struct_error)
            return -1;
    }
    if (module_add(m, "error", (Value)struct_error) < 0)
        return -1;
    return module_add_type(m, &Struct_type);
}

#define STRUCT_DOC                                                             \
    "Numbers and strings packed into bytes as C lays them out, and unpacked."

const NativeModule native_module__struct = {
    .name = "_struct",
    .doc = STRUCT_DOC,
    .functions = struct_functions,
    .init = struct_init,
};

const NativeModule native_module_struct = {
    .name = "struct",
    .doc = STRUCT_DOC,
    .functions = struct_functions,
    .init = struct_init,
};
