/* What every runtime file includes: object header, type objects, errors,
 * allocation, and the abstract operations on values.
 *
 * Conventions that hold everywhere in rt/:
 *  - A function that can raise returns NULL (Value or pointer), -1 (int,
 *    int64_t, Py_ssize) or false, with the exception pending in the thread.
 *    Where -1 is also a valid result, the caller asks err_pending().
 *  - There are no reference counts.  The collector sees stacks, registers,
 *    static data and collected memory, never malloc memory or __thread
 *    variables.  A heap word must point at the start of an object.
 *  - Immediate ints and floats have no header: ask type_of(v), never
 *    as_object(v)->type, unless v is known to be a pointer.
 *  - Python semantics of an operation live in the `op_` functions below;
 *    one type's own code is `list_append`, `str_join`, ...
 */
#ifndef RT_OBJECT_H
#define RT_OBJECT_H

#include "lock.h"
#include "value.h"

typedef int64_t Py_ssize;

typedef struct PyStr PyStr;
typedef struct PyUnicode PyUnicode;
typedef struct PyTuple PyTuple;
typedef struct PyList PyList;
typedef struct PyDict PyDict;
typedef struct PyModule PyModule;
typedef struct PyFunction PyFunction;
typedef struct PyCode PyCode;
typedef struct PyCell PyCell;
typedef struct SlotMap SlotMap;
typedef struct Buffer Buffer;

/* Header flags, in PyObject.flags (atomic bit operations once shared). */
enum {
    OBJ_HAS_WEAKREFS = 1 << 0, /* the weak reference table knows it */
    OBJ_HAS_DICT = 1 << 1,     /* instance: a __dict__ view exists */
    OBJ_FINALIZED = 1 << 2,    /* __del__ has run */
    OBJ_INTERNED = 1 << 3,     /* str: in the intern table */
    OBJ_GROWING = 1 << 4,      /* text: made by iadd_consume, see entry.c */
    OBJ_HAD_SLOTS = 1 << 5,    /* instance: an attribute has been deleted */
    OBJ_NOT_OWNED = 1 << 6,    /* its lock had an owner and another user */
    OBJ_NO_ENTRIES = 1 << 7,   /* code, globals: absent from tracebacks */
    OBJ_NOT_PLAIN = 1 << 8,    /* iterator: see iter_is_plain */
    OBJ_TEMP = 1 << 9,         /* long: nobody else sees it, long_temps.c */
    OBJ_TAKEN = 1 << 10,       /* text: has grown, and only a slot has it */
    OBJ_SHOWN = 1 << 11,       /* dict: what a compiled frame shows */
};

struct PyObject {
    PyType *type;
    Lock lock;
    uint32_t flags;
};

/* Binary operators; the word is the dunder's stem: BIN_add is __add__,
 * __radd__, __iadd__. */
#define BINARY_OPS(X)                                                          \
    X(add, "+")                                                                \
    X(sub, "-")                                                                \
    X(mul, "*")                                                                \
    X(div, "/")                                                                \
    X(floordiv, "//")                                                          \
    X(truediv, "/")                                                            \
    X(mod, "%")                                                                \
    X(divmod, "divmod()")                                                      \
    X(lshift, "<<") X(rshift, ">>") X(and, "&") X(xor, "^") X(or, "|")
#define X(name, sign) BIN_##name,
typedef enum BinaryOp { BINARY_OPS(X) BIN_COUNT } BinaryOp;
#undef X

typedef enum UnaryOp { UN_neg, UN_pos, UN_invert, UN_abs, UN_COUNT } UnaryOp;

/* Order as in CPython's Py_LT ... Py_GE. */
typedef enum CompareOp {
    CMP_lt,
    CMP_le,
    CMP_eq,
    CMP_ne,
    CMP_gt,
    CMP_ge
} CompareOp;

/* A call: args holds nargs positional values, then one value per name in
 * kwnames (a tuple of str, NULL for none).  The callee may not keep or change
 * args. */
typedef Value CallFn(Value callee, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames);

/* Functions and methods written in C.  self is the bound object (NULL for
 * module functions).  Arity is checked before the call from NativeDef. */
typedef Value NativeFn(Value self, const Value *args, Py_ssize nargs);
typedef Value NativeKwFn(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames);

/* How CPython words an arity error of this function:
 *   ARITY_none   "f() takes no arguments (1 given)"
 *   ARITY_one    "f() takes exactly one argument (2 given)"
 *   ARITY_parse  "f() takes at most 2 arguments (3 given)" (exactly, at least)
 *   ARITY_finds  the same, of all that find with one name
 *   ARITY_unpack "f expected at most 2 arguments, got 3"
 *   ARITY_self   the function checks by itself (min and max unused)
 *   ARITY_kw     a NativeKwFn; it checks by itself (see args_parse) */
typedef enum ArityStyle {
    ARITY_none,
    ARITY_one,
    ARITY_parse,
    ARITY_finds,
    ARITY_unpack,
    ARITY_self,
    ARITY_kw
} ArityStyle;

typedef enum NativeKind {
    NATIVE_method,
    NATIVE_classmethod,
    NATIVE_staticmethod
} NativeKind;

typedef struct NativeDef {
    const char *name;
    void *fn;     /* NativeFn * or, with ARITY_kw, NativeKwFn * */
    int min, max; /* positional arguments without self; max -1: any number */
    ArityStyle style;
    NativeKind kind;
    const char *doc; /* or NULL */
} NativeDef;

/* A computed attribute of a builtin type (getset_descriptor). */
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Value self);
    int (*set)(Value self, Value value_or_null); /* NULL: read-only */
    const char *doc;
    bool is_member; /* shows as a member descriptor (<member 'x' of ...>) */
} GetSetDef;

enum {
    TYPE_HEAP = 1 << 0,     /* made by a class statement or type() */
    TYPE_BASETYPE = 1 << 1, /* may be subclassed */
    TYPE_READY = 1 << 2,
    TYPE_INT = 1 << 3, /* int or a subclass; the same for those below */
    TYPE_LONG = 1 << 4,
    TYPE_FLOAT = 1 << 5,
    TYPE_STR = 1 << 6,
    TYPE_UNICODE = 1 << 7,
    TYPE_TUPLE = 1 << 8,
    TYPE_LIST = 1 << 9,
    TYPE_DICT = 1 << 10,
    TYPE_EXCEPTION = 1 << 11,  /* BaseException or a subclass */
    TYPE_TYPE = 1 << 12,       /* type or a subclass: instances are types */
    TYPE_SET = 1 << 13,        /* set, frozenset or a subclass */
    TYPE_HAS_DEL = 1 << 14,    /* defines __del__ */
    TYPE_HAS_DICT = 1 << 15,   /* instances have a __dict__ (see instance.h) */
    TYPE_OLD_NUMBER = 1 << 16, /* CPython's Py_TPFLAGS_CHECKTYPES absent */
    TYPE_ABSTRACT = 1 << 17,   /* __abstractmethods__ is not empty */
    TYPE_NO_WEAKREF = 1 << 18, /* instances cannot be weakly referenced */
    TYPE_TWIN = 1 << 19,       /* stands for its base, see type_visible */
    TYPE_VAR_SIZE = 1 << 20,   /* str, tuple, long ...: items in the object */
    TYPE_PLAIN_ITER = 1 << 21, /* see iter_is_plain */
};

struct PyType {
    PyObject head;
    const char *name; /* __name__ of static types may be "module.name" */
    PyType *base;
    PyTuple *bases, *mro; /* items of mro may be old-style classes */
    PyDict *dict;
    uint32_t flags;
    /* Unique per (type, state): a change of this type or of a base gives
     * this type and all subtypes new numbers.  Inline caches compare it.
     * 0: not ready; VERSION_NONE: attributes of instances are not cached. */
    _Atomic uint32_t version;
    _Atomic uint32_t shape; /* where instances keep attributes; shape.h */
    _Atomic uint64_t fits;  /* bits of the Shapes that it was found to fit */
    uint32_t basic_size;    /* bytes of an instance without attribute slots */
    uint32_t dict_offset;   /* of the PyDict * of instances, 0: none */
    uint32_t instance_size; /* bytes to allocate; type_ready sets it */
    uint32_t item_size;     /* __itemsize__ */
    uint32_t tail_words;    /* TYPE_VAR_SIZE: at the end of an instance's block:
                               __slots__ members, and the PyDict * last */
    SlotMap *slot_map;      /* instances' attribute name -> slot, or NULL */
    Value subclasses;       /* weak list, for __subclasses__ */
    Value heap_name;        /* heap types: the str */
    Value heap_slots; /* heap types: tuple of the __slots__ names, or NULL */
    Value cells;      /* of attributes assigned again, see type.c */
    const char *doc;
    const NativeDef *methods; /* static types: ended by a NULL name */
    const GetSetDef *getsets;

    /* Slots; NULL means not supported.  type_ready inherits them from the
     * base, and for heap types fills those whose dunder a class of the MRO
     * defines with a function that calls it. */
    Value (*repr)(Value self);
    Value (*str)(Value self);
    int64_t (*hash)(Value self); /* never -1 except for error */
    CallFn *call;
    Value (*getattr)(Value self, PyStr *name); /* full lookup, raises */
    int (*setattr)(Value self, PyStr *name, Value value_or_null);
    int (*compare)(Value a, Value b); /* -1 0 1; -2 error; __cmp__ */
    Value (*rich_compare)(Value a, Value b, CompareOp op);
    Value (*iter)(Value self);
    Value (*next)(Value self); /* NULL without pending: exhausted */
    /* Where next() gives pairs, their two items without the tuple: 1, 0
     * exhausted, -1 error.  Not inherited. */
    int (*next_pair)(Value self, Value items[2]);
    Value (*descr_get)(Value self, Value obj_or_null, PyType *type);
    int (*descr_set)(Value self, Value obj, Value value_or_null);
    Value (*new_instance)(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames);
    int (*init)(Value self, const Value *args, Py_ssize nargs,
                PyTuple *kwnames);

    /* Numbers.  A binary slot is called with the operands in source order;
     * either may be of this type; it returns NotImplemented to pass. */
    Value (*binary[BIN_COUNT])(Value a, Value b);
    Value (*inplace[BIN_COUNT])(Value a, Value b);
    Value (*power)(Value a, Value b, Value mod_or_none);
    Value (*inplace_power)(Value a, Value b);
    Value (*unary[UN_COUNT])(Value self);
    int (*nonzero)(Value self); /* 0, 1, -1 error */
    Value (*to_int)(Value self);
    Value (*to_long)(Value self);
    Value (*to_float)(Value self);
    Value (*to_oct)(Value self);
    Value (*to_hex)(Value self);
    Value (*index)(Value self);
    /* Both in-out; 0 done, 1 not possible, -1 error.  __coerce__ */
    int (*coerce)(Value *a, Value *b);

    /* Containers. */
    Py_ssize (*length)(Value self);
    Value (*getitem)(Value self, Value key);
    int (*setitem)(Value self, Value key, Value value_or_null);
    int (*contains)(Value self, Value item);
    Value (*concat)(Value a, Value b);       /* sq_concat */
    Value (*repeat)(Value self, Py_ssize n); /* sq_repeat */
    Value (*inplace_concat)(Value a, Value b);
    Value (*inplace_repeat)(Value self, Py_ssize n);
    Value (*seq_item)(Value self, Py_ssize i); /* sequences: i not negative */
    /* All that iterating would yield, of one moment; not inherited.  NULL
     * without an exception: it cannot be said. */
    PyList *(*snapshot)(Value self);
    Value (*getslice)(Value self, Py_ssize i, Py_ssize j);
    int (*setslice)(Value self, Py_ssize i, Py_ssize j, Value value_or_null);
    int (*get_buffer)(Value self, Buffer *out);
};

/* The static type objects and singletons; each is defined in the file of
 * its type. */
/* clang-format off */
#define STATIC_TYPES(X)                                                        \
    X(object) X(type) X(none) X(not_implemented) X(ellipsis) X(bool) X(int)    \
    X(long) X(float) X(complex) X(basestring) X(str) X(unicode)                \
    X(bytearray) X(buffer) X(memoryview) X(tuple) X(list) X(dict) X(set)       \
    X(frozenset) X(slice) X(xrange) X(file) X(module) X(function)              \
    X(instance_method) X(native_function) X(method_descriptor)                 \
    X(classmethod_descriptor) X(wrapper_descriptor) X(method_wrapper)          \
    X(getset_descriptor) X(member_descriptor) X(property) X(classmethod)       \
    X(staticmethod) X(super) X(code) X(cell) X(generator) X(traceback)         \
    X(frame) X(classobj) X(instance) X(enumerate) X(reversed) X(dict_proxy)    \
    X(seq_iterator) X(call_iterator) X(dict_keys) X(dict_values)               \
    X(dict_items) X(dict_keyiterator) X(dict_valueiterator)                    \
    X(dict_itemiterator) X(list_iterator) X(list_reverse_iterator)             \
    X(tuple_iterator) X(set_iterator) X(xrange_iterator) X(pairs)
/* clang-format on */
#define X(name) extern PyType name##_type;
STATIC_TYPES(X)
#undef X

extern PyObject none_object, not_implemented_object, ellipsis_object;
extern PyObject *const true_object_ref, *const false_object_ref;
struct PyInt;
extern struct PyInt true_object, false_object;
#define NONE ((Value)(&none_object))
#define TRUE_VALUE ((Value)(&true_object))
#define FALSE_VALUE ((Value)(&false_object))
#define NOT_IMPLEMENTED ((Value)(&not_implemented_object))
#define ELLIPSIS ((Value)(&ellipsis_object))

static inline Value value_from_bool(bool b)
{
    return b ? TRUE_VALUE : FALSE_VALUE;
}

/* v must not be NULL. */
static inline PyType *type_of(Value v)
{
    if (is_tagged_int(v))
        return &int_type;
    if (is_tagged_float(v))
        return &float_type;
    return as_object(v)->type;
}

/* True if v's type has one of the TYPE_INT ... flags. */
static inline bool has_type_flag(Value v, uint32_t flags)
{
    return (type_of(v)->flags & flags) != 0;
}

#define VERSION_NONE UINT32_MAX

/* After an assignment to __class__ an object may have a hidden type, the twin
 * of the class that Python code sees. */
static inline PyType *type_visible(PyType *t)
{
    return t->flags & TYPE_TWIN ? t->base : t;
}

bool type_is_subtype(PyType *a, PyType *b);
int type_ready(PyType *t); /* static types: fills dict, MRO, slots */
void types_init(void);     /* readies STATIC_TYPES and the exceptions */
/* A class statement: calls the metaclass (__metaclass__ of the body, the
 * bases' type, __metaclass__ of the globals, else old-style).  attr_names:
 * interned names that methods store on self, a constant of the code. */
Value class_build(PyStr *name, PyTuple *bases, PyDict *body, PyDict *globals,
                  PyTuple *attr_names);
/* The values that a getattr slot starts from: generic attribute access. */
Value object_getattr(Value self, PyStr *name);
int object_setattr(Value self, PyStr *name, Value value_or_null);
/* Finds name along the MRO without descriptors; NULL raises nothing. */
Value type_lookup_or_null(PyType *t, PyStr *name);
/* To be called after any change of t->dict, t->bases: new versions, slots. */
void type_modified(PyType *t);

/* --- memory (gc.c) ------------------------------------------------------ */

/* gc_new, gc_new_atomic: see gc.h.  Raise MemoryError (NULL) only for sizes
 * from 1 MB on; smaller requests end the process when memory is gone. */

/* --- errors (errors.c) --------------------------------------------------- */

/* Each exception class has a C name exc_ValueError etc.; see exceptions.def. */
#define EXCEPTION(name, base, layout, doc) extern PyType exc_##name;
#include "exceptions.def"

/* Sets the pending exception from a printf-like text; returns NULL so that
 * `return err_format(...)` works in any function returning a pointer.
 * Formats: those of C99. */
void *err_format(PyType *exc, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The same with an exact value: class exc called with arg (NULL: no args). */
void *err_set(PyType *exc, Value arg_or_null);
/* A raise statement with all three parts, Python's rules (TypeError for what
 * is no exception, classes instantiated late); type NULL is the bare raise.
 * True when it re-raises with a traceback: the raising line is not added. */
bool err_raise(Value type_or_null, Value value_or_null, Value tb_or_null);
/* Restores or clears; takes the triple out of the thread. */
void err_fetch(Value *type, Value *value, Value *tb);
void err_restore(Value type, Value value, Value tb);
void err_normalize(Value *type, Value *value, Value *tb);
void err_clear(void);
bool err_pending(void);
/* True if the pending exception is of class exc (or of one in a tuple). */
bool err_matches(PyType *exc);
/* OSError/IOError from errno, with filename if not NULL; returns NULL. */
void *err_from_errno(PyType *exc, Value filename_or_null);
void *err_no_memory(void);
void *err_bad_internal_call(void);
/* warnings.warn(category, text) from C; -1 if it was turned into an error. */
int err_warn(PyType *category, const char *text, int stacklevel);
/* Is v an exception class or instance (old-style classes included)? */
bool is_exception_class(Value v);
bool is_exception_instance(Value v);
/* Matching as in `except type:`; -1 on error. */
int exception_matches(Value exc_type, Value pattern);

/* --- operators (ops.c) ---------------------------------------------------- */

Value op_binary(BinaryOp op, Value a, Value b);
Value op_inplace(BinaryOp op, Value a, Value b);
/* What op_binary or op_inplace does when the function of a's class has given
 * NotImplemented; b is of the same class, or an immediate number. */
Value op_binary_rest(BinaryOp op, Value a, Value b, bool inplace);
Value op_power(Value a, Value b, Value mod_or_none);
Value op_inplace_power(Value a, Value b);
Value op_unary(UnaryOp op, Value v);
int op_is_true(Value v); /* 0, 1, -1 */
int64_t op_hash(Value v);
Value op_repr(Value v); /* always a str */
Value op_str(Value v);  /* always a str */
Value op_unicode(Value v);
Value op_format(Value v, Value spec);
/* coerce(): both in-out; 0 done, 1 not possible, -1 error. */
int op_coerce(Value *a, Value *b);

/* --- comparison (compare.c) ------------------------------------------------
 */

Value op_compare(CompareOp op, Value a, Value b);    /* any value */
int op_compare_bool(CompareOp op, Value a, Value b); /* identity shortcut */
int op_cmp(Value a, Value b, int *result);           /* cmp(); -1 error */
/* The any-value result of a three-way comparison. */
Value compare_result(CompareOp op, int three_way);
/* What a type's compare slot returns for "no answer" (classic instances and
 * classes with __cmp__ only). */
#define COMPARE_UNDEFINED 2
/* The compare slot of new-style classes that define __cmp__; either operand
 * may be the one (type.c). */
int type_slot_compare(Value a, Value b);
/* The C integer of what a special method returned: int, or anything with
 * __int__ (floats too); -1 with exception. */
int64_t special_as_c_int(Value v);

/* --- items, slices, length (subscript.c) -----------------------------------
 */

Value op_getitem(Value v, Value key);
int op_setitem(Value v, Value key, Value value_or_null);
/* v[i:j]; i, j NULL when left out: __getslice__ or slice object, as 2.7. */
Value op_getslice(Value v, Value i, Value j);
int op_setslice(Value v, Value i, Value j, Value value_or_null);
int op_contains(Value container, Value item);
Py_ssize op_length(Value v);
/* Classes made at run time and all that has a length count as sequences,
 * though they need not support indexing. */
bool type_looks_like_sequence(PyType *t);
/* -1 with TypeError unless v has __index__; clipped to Py_ssize when
 * exc_or_null is NULL, else that exception is raised on overflow. */
Py_ssize op_index(Value v, PyType *exc_or_null);

/* --- attributes, classes (attr.c) ------------------------------------------
 */

Value op_getattr(Value v, PyStr *name);
/* NULL and no exception when missing (AttributeError swallowed). */
Value op_getattr_or_null(Value v, PyStr *name);
int op_setattr(Value v, PyStr *name, Value value_or_null);
/* The dunder lookup: on the type, bound to v; NULL, nothing raised: absent */
Value op_special_or_null(Value v, PyStr *name);
int op_isinstance(Value v, Value cls);
int op_issubclass(Value cls, Value base);

/* --- iteration (iter.c) -----------------------------------------------------
 */

Value op_iter(Value v);
/* Next item; NULL without pending exception at the end. */
Value op_next(Value iterator);
/* The same for iterators that end with the one they consume: what its next()
 * raised is passed on, so that a StopIteration keeps its arguments. */
Value op_next_or_stop(Value iterator);
/* The next item unpacked into two values: 1, 0 exhausted, -1 error. */
int op_next_pair(Value iterator, Value items[2]);
/* "for x in v": stops early when visit returns non-zero, and returns it. */
int op_iterate(Value v, int (*visit)(Value item, void *arg), void *arg);
/* The same over what an iterator has left; iterators need no __iter__. */
int op_iterate_rest(Value iterator, int (*visit)(Value item, void *arg),
                    void *arg);
/* Asks objects of classes written in Python for __len__, then __length_hint__:
 * nobody needs the answer, but they may notice the question.  0: they do not
 * know, -1: error. */
int op_ask_length(Value v);
/* op_iterate for list() and extend(), which also ask v for its length. */
int op_collect(Value v, int (*visit)(Value item, void *arg), void *arg);
/* The items of a builtin container, all of one moment; NULL without an
 * exception: v is not one of those. */
PyList *op_snapshot_or_null(Value v);
/* A copy of a list whose items are all plain, so that no step through it runs
 * Python code that changes the list; else the list. */
Value op_still(PyList *list);
/* A fresh list / a tuple of the items of any iterable. */
PyList *op_list(Value iterable);
PyTuple *op_tuple(Value iterable);
/* types/iterators.c: iter(sequence), iter(callable, sentinel) */
Value seq_iterator_new(Value sequence);
Value seq_iterator_at(Value sequence, int64_t index);
Value call_iterator_new(Value callable, Value sentinel);
/* `a, b = v`: exactly n items into out; ValueError as CPython words it. */
int unpack_sequence(Value v, Py_ssize n, Value *out);

/* --- calls (call.c) ----------------------------------------------------------
 */

Value op_call(Value callee, const Value *args, Py_ssize nargs,
              PyTuple *kwnames);
/* The same for a call expression, which the recursion limit counts less. */
Value op_call_direct(Value callee, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames);
/* For a call expression without keywords: a method descriptor that was found
 * for args[0], which nothing counts. */
Value call_c_method(Value callee, const Value *args, Py_ssize nargs);
/* f(*args, **kw): star and starstar as written, NULL when left out. */
Value call_ex(Value callee, const Value *args, Py_ssize nargs, PyTuple *kwnames,
              Value star_or_null, Value starstar_or_null);
/* call_method(v, "name", n, args): getattr, then call without a tuple. */
Value op_call_method(Value v, PyStr *name, const Value *args, Py_ssize nargs);
/* Runs a C function: checks the arity that def declares, then calls it. */
Value native_call(const NativeDef *def, Value self, const Value *args,
                  Py_ssize nargs, PyTuple *kwnames);
/* Keyword-taking natives: distributes args over names (positional-or-keyword,
 * the first nmin required) into out[], absent ones NULL; CPython's
 * TypeErrors, "f() takes ..." from fname. */
int args_parse(const char *fname, const Value *args, Py_ssize nargs,
               PyTuple *kwnames, const char *const *names, int nmin, int nmax,
               Value *out);

/* --- numbers for C code (types/int.c, float.c)
 * -------------------------------- */

/* C integer from int/long (or __int__, as CPython's "l" format does); -1 and
 * exception (check err_pending) when it does not fit. */
int64_t value_as_int64(Value v);
double value_as_double(Value v);

/* The print statement; file NULL: sys.stdout.  file.c */
int print_item(Value file_or_null, Value v);
int print_newline(Value file_or_null);

/* --- strings that C code needs ------------------------------------------- */

PyStr *str_from(const char *bytes, Py_ssize length);
PyStr *str_from_c(const char *zero_ended);
PyStr *str_format_c(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
PyStr *str_intern(const char *zero_ended); /* the interned str */
const char *str_data(PyStr *s);            /* zero-ended */
Py_ssize str_length(PyStr *s);
/* "type name" as error messages say it. */
const char *type_name_of(Value v);

/* Interned names known at build time: names.def; NAME(init) is the PyStr *
 * of "init"... see names.h. */

/* --- a growing tuple/list API for C code --------------------------------- */

PyTuple *tuple_new(Py_ssize n); /* items NULL, to be filled by the caller */
PyTuple *tuple_pack(Py_ssize n, ...);
Value tuple_get(PyTuple *t, Py_ssize i);
void tuple_init_item(PyTuple *t, Py_ssize i, Value v);
Py_ssize tuple_length(PyTuple *t);
PyList *list_new(Py_ssize capacity);
int list_append(PyList *self, Value v);
Value list_get(PyList *self, Py_ssize i); /* NULL, IndexError */
Py_ssize list_length(PyList *self);
PyDict *dict_new(void);
Value dict_get_or_null(PyDict *d, Value key);      /* NULL: missing or error! */
Value dict_get_str_or_null(PyDict *d, PyStr *key); /* never raises */
int dict_set(PyDict *d, Value key, Value value);
int dict_set_str(PyDict *d, PyStr *key, Value value);
int dict_delete(PyDict *d, Value key); /* KeyError when missing */
/* Iteration of a snapshot position; *pos starts at 0; false at the end. */
bool dict_next(PyDict *d, Py_ssize *pos, Value *key, Value *value);
Py_ssize dict_length(PyDict *d);

#include "gc.h"

#endif
