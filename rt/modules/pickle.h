/* Between the files of module cPickle: pickle_module.c (the types and
 * functions), pickle_save.c and pickle_reduce.c (writing), pickle_load.c and
 * pickle_input.c (reading).
 *
 * A pickle is a program for a stack machine.  One dump() is a Dump, one load()
 * a Load, on the C stack: only the memo and the settings live in the Pickler
 * and the Unpickler, so that what Python code does to them in between, or
 * another thread, finds nothing half done. */
#ifndef RT_PICKLE_H
#define RT_PICKLE_H

#include "dict.h"
#include "list.h"
#include "str.h"
#include "tuple.h"

enum { PICKLE_PROTOCOL = 2, PICKLE_BATCH = 1000 };

/* The opcodes, under CPython's names. */
enum {
    PK_MARK = '(',
    PK_STOP = '.',
    PK_POP = '0',
    PK_POP_MARK = '1',
    PK_DUP = '2',
    PK_FLOAT = 'F',
    PK_INT = 'I',
    PK_BININT = 'J',
    PK_BININT1 = 'K',
    PK_LONG = 'L',
    PK_BININT2 = 'M',
    PK_NONE = 'N',
    PK_PERSID = 'P',
    PK_BINPERSID = 'Q',
    PK_REDUCE = 'R',
    PK_STRING = 'S',
    PK_BINSTRING = 'T',
    PK_SHORT_BINSTRING = 'U',
    PK_UNICODE = 'V',
    PK_BINUNICODE = 'X',
    PK_APPEND = 'a',
    PK_BUILD = 'b',
    PK_GLOBAL = 'c',
    PK_DICT = 'd',
    PK_EMPTY_DICT = '}',
    PK_APPENDS = 'e',
    PK_GET = 'g',
    PK_BINGET = 'h',
    PK_INST = 'i',
    PK_LONG_BINGET = 'j',
    PK_LIST = 'l',
    PK_EMPTY_LIST = ']',
    PK_OBJ = 'o',
    PK_PUT = 'p',
    PK_BINPUT = 'q',
    PK_LONG_BINPUT = 'r',
    PK_SETITEM = 's',
    PK_TUPLE = 't',
    PK_EMPTY_TUPLE = ')',
    PK_SETITEMS = 'u',
    PK_BINFLOAT = 'G',
    PK_PROTO = 0x80,
    PK_NEWOBJ = 0x81,
    PK_EXT1 = 0x82,
    PK_EXT2 = 0x83,
    PK_EXT4 = 0x84,
    PK_TUPLE1 = 0x85,
    PK_NEWTRUE = 0x88,
    PK_NEWFALSE = 0x89,
    PK_LONG1 = 0x8a,
    PK_LONG4 = 0x8b
};

/* Exceptions, and the tables of copy_reg. */
extern PyType *pickle_error, *pickling_error, *unpickling_error,
    *unpickleable_error, *bad_pickle_get;
extern Value copy_reg_dispatch, copy_reg_extensions, copy_reg_inverted,
    copy_reg_cache;
/* An interned name; names.h has only those of the core. */
#define PICKLE_NAMES(X)                                                        \
    X(getinitargs, "__getinitargs__")                                          \
    X(newobj, "__newobj__")                                                    \
    X(iteritems, "iteritems")
#define X(id, text) extern PyStr *pickle_name_##id;
PICKLE_NAMES(X)
#undef X

/* --- writing ---------------------------------------------------------------
 */

/* What has been written, by identity: open addressing with linear probing.
 * A table is replaced when it fills up. */
typedef struct MemoEntry {
    Value object;
    Value number; /* a tagged int */
} MemoEntry;

typedef struct MemoTable {
    int64_t mask, used;
    MemoEntry entries[];
} MemoTable;

typedef struct PyPickler {
    PyObject head;
    PyStr *text; /* without a file: what was written */
    Value file;  /* NULL: none */
    Value write; /* its method */
    Value persistent_id, inst_persistent_id; /* or NULL */
    MemoTable *memo;                         /* or NULL */
    PyDict *memo_dict; /* once somebody asked for it: the same as a dict */
    int64_t binary, fast;
    int protocol;
} PyPickler;

typedef struct Dump {
    PyPickler *pickler;
    StrBuilder out;
    Value dispatch;    /* copy_reg's dispatch_table */
    PyDict *fast_open; /* fast mode: deep containers in progress, by id */
    int fast_depth;
    int protocol;
    bool binary;
} Dump;

extern PyType pickler_type, unpickler_type;

int memo_find(const MemoTable *t, Value object, int64_t *number);
/* NULL: MemoryError. */
MemoTable *memo_with(MemoTable *t, Value object, int64_t number);

/* Hands what has been written to the file, if there is one. */
int pickle_flush(Dump *d);
int pickle_save(Dump *d, Value v);
/* The same without asking for a persistent id. */
int pickle_save_itself(Dump *d, Value v);
/* A value that nothing else refers to, as CPython's counts would tell: it needs
 * no number. */
int pickle_save_fresh(Dump *d, Value v);
/* 1: written under the id that function gave it, 0: it has none, -1. */
int pickle_save_persistent(Dump *d, Value function, Value v);
int pickle_save_global(Dump *d, Value v, Value name_or_null);
int pickle_save_instance(Dump *d, Value v);
/* Takes v apart by copy_reg or its __reduce_ex__. */
int pickle_save_reduced(Dump *d, Value v);
int pickle_batch_appends(Dump *d, Value iterator);
int pickle_batch_setitems(Dump *d, Value iterator);
int pickle_put(Dump *d, Value v);
int pickle_get(Dump *d, int64_t number);
bool pickle_known(const Dump *d, Value v, int64_t *number);
/* An opcode and a number of so many bytes, the lowest first. */
int pickle_code_number(Dump *d, int code, uint64_t n, int bytes);
int pickle_fast_enter(Dump *d, Value v);
void pickle_fast_leave(Dump *d, Value v);

static inline int pickle_code(Dump *d, int code)
{
    return sb_putc(&d->out, (char)code);
}

/* --- reading ---------------------------------------------------------------
 */

/* Where a pickle comes from: bytes, a file object, or anything with read()
 * and readline(). */
typedef struct Input {
    const char *p, *end; /* bytes; owner keeps them alive */
    Value owner;
    Value file;           /* NULL: bytes */
    Value read, readline; /* methods, unless file is a real one */
} Input;

/* n bytes, valid until the next call; NULL: EOFError and others. */
const char *pickle_read(Input *in, int64_t n);
/* A line with its end; false: exception.  At the end it is empty. */
bool pickle_read_line(Input *in, Span *out);

typedef struct PyUnpickler {
    PyObject head;
    Input input;
    Value persistent_load, find_global; /* or NULL */
    PyList *binary_memo; /* what BINPUT stored, by number; NONE: a gap */
    PyList *text_memo;   /* what PUT stored under plain numbers */
    PyDict *other_memo;  /* all other keys */
    bool memo_exposed;   /* other_memo holds everything */
} PyUnpickler;

Value pickle_load(PyUnpickler *u, bool build);
/* The memo as a dict that from now on is the memo. */
PyDict *unpickler_memo(PyUnpickler *u);

#endif
