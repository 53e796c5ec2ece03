/* C layouts of the builtin types whose fields more than one file reads.
 * Each type's file states its invariants; fast paths are inline here. */
#ifndef RT_LAYOUT_H
#define RT_LAYOUT_H

#include "object.h"

/* int beyond 63 bits, bool, and instances of subclasses of int. */
typedef struct PyInt {
    PyObject head;
    int64_t value;
} PyInt;

typedef struct PyFloat {
    PyObject head;
    double value;
} PyFloat;

typedef struct PyComplex {
    PyObject head;
    double real, imag;
} PyComplex;

/* Immutable bytes; `data` has a zero byte after `length`.  hash 0: unknown
 * (a hash that comes out as 0 is recomputed each time).  Interned strs are
 * unique by content, so equal interned strs are the same pointer. */
struct PyStr {
    PyObject head;
    _Atomic int64_t hash;
    int64_t length;
    char data[];
};

/* Compact by width: kind is 1, 2 or 4 bytes per code point, the smallest
 * that holds the largest code point. */
struct PyUnicode {
    PyObject head;
    _Atomic int64_t hash;
    int64_t length; /* code points */
    int32_t kind;
    uint32_t is_ascii;
    char data[]; /* length * kind bytes and one zero unit */
};

struct PyTuple {
    PyObject head;
    int64_t length;
    Value items[];
};

/* A list's backing store.  Its capacity never changes; `length` says how
 * many items a reader may load.  Growing replaces the store. */
typedef struct ListStore {
    int64_t capacity;
    _Atomic int64_t length;
    Value items[];
} ListStore;

/* Reads: load `store` (acquire), check against that store's length, load one
 * word.  Writes: under head.lock. */
struct PyList {
    PyObject head;
    ListStore *_Atomic store;
};

struct PyCell {
    PyObject head;
    _Atomic(Value) value; /* NULL: unbound */
};

struct PyModule {
    PyObject head;
    PyDict *dict; /* a view of the compiled module's slots, see dict.h */
};

/* A def's or lambda's compiled code: static data written by codegen, one per
 * code block of the source.  entry gets exactly `nparams` values: positional
 * parameters, then the * tuple and the ** dict where the flags say so. */
typedef Value CodeEntry(PyFunction *self, const Value *args);

enum {
    CODE_VARARGS = 0x4,
    CODE_VARKEYWORDS = 0x8,
    CODE_GENERATOR = 0x20,
    CODE_NESTED = 0x10,
    CODE_NEWLOCALS = 0x2,
    CODE_OPTIMIZED = 0x1,
    CODE_NOFREE = 0x40,
    CODE_FUTURE_DIVISION = 0x2000,
    CODE_FUTURE_ABSOLUTE_IMPORT = 0x4000,
    CODE_FUTURE_WITH_STATEMENT = 0x8000,
    CODE_FUTURE_PRINT_FUNCTION = 0x10000,
    CODE_FUTURE_UNICODE_LITERALS = 0x20000,
    CODE_CLEANUP = 0x40000000 /* ours: a generator with a try or with */
};

struct PyCode {
    PyObject head;
    CodeEntry *entry;
    /* NULL, or entries for calls without keywords that give so many arguments
     * beyond argcount: FORWARD_COUNT of them, or NULL (ir/forward.c). */
    CodeEntry *const *forwards;
    int32_t argcount; /* without * and ** */
    int32_t nparams;  /* with them */
    int32_t flags;    /* CPython's co_flags */
    int32_t firstlineno;
    int32_t nlocals;
    int32_t reserved;
    PyStr *name, *filename;
    PyTuple *varnames; /* parameters first, as co_varnames */
    PyTuple *freevars, *cellvars, *names;
    PyTuple *consts; /* consts[0] is the docstring or None */
    PyTuple *params; /* names, tuples of them for tuple parameters; or NULL */
    /* What ir/code_facts.c says, kinds None once consts are what they stand
     * for; NULL: nobody has asked yet, or it is not known. */
    PyTuple *_Atomic facts;
};

struct PyFunction {
    PyObject head;
    PyCode *code;
    PyTuple *defaults; /* or NULL */
    Value *closure;    /* gc array of PyCell *, as code->freevars; or NULL */
    PyDict *globals;
    Value name, doc, module;
    PyDict *dict; /* made on demand */
};

typedef struct PyInstanceMethod {
    PyObject head;
    Value function;
    Value self;     /* NULL: unbound */
    Value im_class; /* NULL: none */
} PyInstanceMethod;

/* A C function or a bound C method. */
typedef struct PyNativeFunction {
    PyObject head;
    const NativeDef *def;
    Value self;   /* or NULL */
    Value module; /* str or NULL */
} PyNativeFunction;

/* A C method in a type's dict (method_descriptor). */
typedef struct PyMethodDescriptor {
    PyObject head;
    const NativeDef *def;
    PyType *owner;
} PyMethodDescriptor;

typedef struct PySlice {
    PyObject head;
    Value start, stop, step; /* NONE when left out */
} PySlice;

typedef struct PyTraceback {
    PyObject head;
    struct PyTraceback *next; /* towards the raise */
    PyCode *code;
    PyDict *globals;
    _Atomic(Value) frame; /* NULL: to be made when it is asked for */
    int32_t lineno;
} PyTraceback;

/* Exceptions: the struct of layout "base"; the others extend it. */
typedef struct PyException {
    PyObject head;
    PyDict *dict; /* on demand */
    PyTuple *args;
    Value message;
} PyException;

/* A generator: the frame of a resumable function.  resume continues after the
 * yield that `state` names: 0 not started, -1 finished, n > 0 the n-th yield.
 * sent NULL means that the pending exception is to be raised at the yield.
 * It returns the yielded value, or NULL: with an exception pending, or
 * without one when the function returned.  codegen knows this layout. */
typedef struct PyGenerator PyGenerator;
typedef Value GeneratorResume(PyGenerator *self, Value sent);
struct PyGenerator {
    PyObject head;
    GeneratorResume *resume;
    PyFunction *function;
    int32_t state;
    _Atomic int16_t running;
    uint16_t nvalues; /* so many slots hold values, those behind them raw words;
                         some may be left out */
    int32_t nslots;
    int32_t line; /* of the loop, with a delegate */
    /* While it is suspended in a loop that only passes on what a generator
     * gives: that generator, or NULL.  While it runs NULL, but right after the
     * delegate was resumed in its place and gave no more: how that ended, see
     * types/generator.c. */
    PyObject *delegate;
    Value slots[];
};

/* Raw bytes of an object that exports them. */
struct Buffer {
    Value owner; /* start of the block that data points into: keeps it */
    char *data;
    Py_ssize length;
    bool readonly;
};

static inline Value list_item_or_null(PyList *self, uint64_t i)
{
    ListStore *s = atomic_load_explicit(&self->store, memory_order_acquire);
    int64_t n = atomic_load_explicit(&s->length, memory_order_acquire);

    lock_stress();
    return __builtin_expect(i < (uint64_t)n, 1)
               ? __atomic_load_n(&s->items[i], __ATOMIC_ACQUIRE)
               : NULL;
}

/* The C value of any int instance (immediate, PyInt, bool, subclass). */
static inline int64_t int_value(Value v)
{
    return is_tagged_int(v) ? tagged_int_value(v) : ((PyInt *)v)->value;
}

/* The C value of any float instance. */
static inline double float_value(Value v)
{
    return __builtin_expect(is_tagged_float(v), 1) ? tagged_float_value(v)
                                                   : ((PyFloat *)v)->value;
}

#endif
