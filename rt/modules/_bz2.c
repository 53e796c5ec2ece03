/* Module _bz2: what bz2 has but for its files, on libbz2.  A stream object
 * holds the library's state, which is freed when it becomes unreachable. */
#include "cargs.h"
#include "gc.h"
#include "module_support.h"
#include "str.h"

#include <bzlib.h>

#include "methods_declare.h"
#include "_bz2.def"
#include "methods_end.h"

enum { CHUNK = 32 << 10 };

typedef struct PyStream {
    PyObject head;
    bz_stream z; /* used under head.lock */
    Value unused_data;
    bool compressing, finished;
} PyStream;

#define SELF ((PyStream *)self)

static void *fail(int code)
{
    switch (code) {
    case BZ_PARAM_ERROR:
        return err_format(&exc_ValueError,
                          "the bz2 library has received wrong parameters");
    case BZ_MEM_ERROR:
        return err_no_memory();
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC:
        return err_format(&exc_IOError, "invalid data stream");
    case BZ_IO_ERROR:
        return err_format(&exc_IOError, "unknown IO error");
    case BZ_UNEXPECTED_EOF:
        return err_format(&exc_EOFError,
                          "compressed file ended before the logical "
                          "end-of-stream was detected");
    default:
        return err_format(&exc_RuntimeError,
                          "wrong sequence of bz2 library commands used");
    }
}

/* --- running a stream ----------------------------------------------------- */

/* One call of the library with what is left of *in and room for output.
 * The library's status, or -100 with MemoryError. */
static int step(bz_stream *z, bool compressing, int action, Span *in,
                StrBuilder *b)
{
    unsigned given = in->length > INT32_MAX ? INT32_MAX : (unsigned)in->length;
    int64_t room;
    int status;

    if (sb_reserve(b, CHUNK) < 0)
        return -100;
    room = b->capacity - b->length;
    room = room > INT32_MAX ? INT32_MAX : room;
    z->next_in = (char *)in->data;
    z->avail_in = given;
    z->next_out = b->text->data + b->length;
    z->avail_out = (unsigned)room;
    if (!compressing)
        status = BZ2_bzDecompress(z);
    else
        status =
            BZ2_bzCompress(z, (int64_t)given < in->length ? BZ_RUN : action);
    b->length += room - z->avail_out;
    in->data += given - z->avail_in;
    in->length -= given - z->avail_in;
    return status;
}

/* Runs until the input is used up and the output is out. */
static int run(bz_stream *z, bool compressing, int action, Span *in,
               StrBuilder *b)
{
    for (;;) {
        int status = step(z, compressing, action, in, b);

        if (status < 0 || status == BZ_STREAM_END)
            return status;
        if (compressing && action == BZ_FINISH)
            continue;
        if (in->length == 0 && z->avail_out > 0)
            return status;
    }
}

/* --- in one piece --------------------------------------------------------- */

static bool level_of(const char *fname, Value given, int *level)
{
    int64_t n = given ? value_as_c_int(given) : 9;

    if (n == -1 && err_pending())
        return false;
    if (n < 1 || n > 9) {
        err_format(&exc_ValueError, "compresslevel must be between 1 and 9");
        return false;
    }
    *level = (int)n;
    return true;
}

static Value f_compress(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"data", "compresslevel"};
    bz_stream z = {0};
    StrBuilder b = {0};
    Value given[2];
    int level, status;
    Span in;

    if (args_parse("compress", args, nargs, kwnames, names, 1, 2, given) < 0 ||
        !arg_bytes("compress", 1, given[0], &in) ||
        !level_of("compress", given[1], &level))
        return NULL;
    status = BZ2_bzCompressInit(&z, level, 0, 0);
    if (status != BZ_OK)
        return fail(status);
    status = run(&z, true, BZ_FINISH, &in, &b);
    BZ2_bzCompressEnd(&z);
    if (status == -100)
        return NULL;
    return status == BZ_STREAM_END ? (Value)sb_finish(&b) : fail(status);
}

static Value f_decompress(Value self, const Value *args, Py_ssize nargs)
{
    bz_stream z = {0};
    StrBuilder b = {0};
    int status;
    Span in;

    if (!arg_bytes("decompress", 1, args[0], &in))
        return NULL;
    if (in.length == 0)
        return (Value)str_empty();
    status = BZ2_bzDecompressInit(&z, 0, 0);
    if (status != BZ_OK)
        return fail(status);
    status = run(&z, false, 0, &in, &b);
    BZ2_bzDecompressEnd(&z);
    if (status == -100)
        return NULL;
    if (status == BZ_OK)
        return err_format(&exc_ValueError, "couldn't find end of stream");
    return status == BZ_STREAM_END ? (Value)sb_finish(&b) : fail(status);
}

/* --- stream objects ------------------------------------------------------- */

static PyType compressor_type, decompressor_type;

static void free_stream(PyObject *o)
{
    PyStream *s = (PyStream *)o;

    if (s->compressing)
        BZ2_bzCompressEnd(&s->z);
    else
        BZ2_bzDecompressEnd(&s->z);
}

static Value stream_value(PyStream *s, int status)
{
    if (status != BZ_OK)
        return fail(status);
    s->unused_data = (Value)str_empty();
    gc_on_unreachable(&s->head, free_stream);
    return (Value)s;
}

static Value f_compressor(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"compresslevel"};
    PyStream *s = gc_new(&compressor_type, sizeof *s);
    Value given;
    int level;

    if (args_parse("__init__", args, nargs, kwnames, names, 0, 1, &given) < 0 ||
        !level_of("__init__", given, &level))
        return NULL;
    s->compressing = true;
    return stream_value(s, BZ2_bzCompressInit(&s->z, level, 0, 0));
}

static Value f_decompressor(Value self, const Value *args, Py_ssize nargs)
{
    PyStream *s = gc_new(&decompressor_type, sizeof *s);

    return stream_value(s, BZ2_bzDecompressInit(&s->z, 0, 0));
}

static Value c_run(Value self, int action, Span in)
{
    StrBuilder b = {0};
    int status = BZ_SEQUENCE_ERROR;

    lock_acquire(&SELF->head.lock);
    if (!SELF->finished)
        status = run(&SELF->z, true, action, &in, &b);
    if (action == BZ_FINISH)
        SELF->finished = true;
    lock_release(&SELF->head.lock);
    if (status == -100)
        return NULL;
    return status < 0 ? fail(status) : (Value)sb_finish(&b);
}

static Value c_compress(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    if (!arg_bytes("compress", 1, args[0], &in))
        return NULL;
    if (SELF->finished)
        return err_format(&exc_ValueError, "this object was already flushed");
    if (in.length == 0)
        return (Value)str_empty();
    return c_run(self, BZ_RUN, in);
}

static Value c_flush(Value self, const Value *args, Py_ssize nargs)
{
    if (SELF->finished)
        return err_format(&exc_ValueError, "object was already flushed");
    return c_run(self, BZ_FINISH, (Span){"", 0});
}

static Value d_decompress(Value self, const Value *args, Py_ssize nargs)
{
    int status = BZ_STREAM_END;
    StrBuilder b = {0};
    bool was_finished;
    Span in;

    if (!arg_bytes("decompress", 1, args[0], &in))
        return NULL;
    lock_acquire(&SELF->head.lock);
    was_finished = SELF->finished;
    if (!was_finished)
        status = run(&SELF->z, false, 0, &in, &b);
    if (status == BZ_STREAM_END && !was_finished) {
        SELF->finished = true;
        SELF->unused_data = (Value)str_from(in.data, in.length);
    }
    lock_release(&SELF->head.lock);
    if (was_finished)
        return err_format(&exc_EOFError, "end of stream was already found");
    if (status == -100)
        return NULL;
    return status < 0 ? fail(status) : (Value)sb_finish(&b);
}

static Value get_unused_data(Value self)
{
    return SELF->unused_data;
}

static const NativeDef compressor_methods[] = {
    {"compress", c_compress, 1, 1, ARITY_parse},
    {"flush", c_flush, 0, 0, ARITY_none},
    {0}};

static const NativeDef decompressor_methods[] = {
    {"decompress", d_decompress, 1, 1, ARITY_parse}, {0}};

static const GetSetDef decompressor_getsets[] = {
    {"unused_data", get_unused_data, .is_member = true}, {0}};

static PyType compressor_type = {
    .head.type = &type_type,
    .name = "bz2.BZ2Compressor",
    .base = &object_type,
    .basic_size = sizeof(PyStream),
    .methods = compressor_methods,
};

static PyType decompressor_type = {
    .head.type = &type_type,
    .name = "bz2.BZ2Decompressor",
    .base = &object_type,
    .basic_size = sizeof(PyStream),
    .methods = decompressor_methods,
    .getsets = decompressor_getsets,
};

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_bz2.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    return type_ready(&compressor_type) < 0 ||
                   type_ready(&decompressor_type) < 0
               ? -1
               : 0;
}

const NativeModule native_module__bz2 = {"_bz2", NULL, functions, init};
