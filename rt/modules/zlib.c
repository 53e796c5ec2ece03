/* Module zlib.  A stream object holds zlib's state, whose memory is zlib's
 * own; it is freed when the object becomes unreachable. */
#include "gc.h"
#include "module.h"
#include "module_support.h"
#include "number.h"
#include "str.h"

#include <zlib.h>

#include "methods_declare.h"
#include "zlib.def"
#include "methods_end.h"

static PyType *zlib_error;

enum { CHUNK = 16 << 10 };

static void *fail(const z_stream *z, int code, const char *doing)
{
    const char *text = z->msg;

    if (code == Z_VERSION_ERROR)
        text = "library version mismatch";
    if (!text && code == Z_BUF_ERROR)
        text = "incomplete or truncated stream";
    if (!text && code == Z_STREAM_ERROR)
        text = "inconsistent stream state";
    if (!text && code == Z_DATA_ERROR)
        text = "invalid input data";
    if (!text)
        return err_format(zlib_error, "Error %d %s", code, doing);
    return err_format(zlib_error, "Error %d %s: %.200s", code, doing, text);
}

/* --- running a stream ----------------------------------------------------- */

typedef int Step(z_stream *z, int flush);

/* Feeds zlib from in and collects its output until it wants no more, at most
 * `limit` bytes (-1: all).  Returns zlib's last status; b is what came out. */
static int run(z_stream *z, Step *step, Span *in, int flush, int64_t limit,
               StrBuilder *b, int *status)
{
    int64_t left = limit;

    do {
        uInt given = in->length > INT32_MAX ? INT32_MAX : (uInt)in->length;
        bool last = (int64_t)given == in->length;
        int64_t room = limit >= 0 && left < CHUNK ? left : CHUNK, made;

        if (sb_reserve(b, room) < 0)
            return -1;
        if (limit < 0)
            room = b->capacity - b->length;
        if (room > INT32_MAX)
            room = INT32_MAX;
        z->next_in = (Bytef *)in->data;
        z->avail_in = given;
        z->next_out = (Bytef *)b->text->data + b->length;
        z->avail_out = (uInt)room;
        *status = step(z, last ? flush : Z_NO_FLUSH);
        made = room - z->avail_out;
        b->length += made;
        in->data += given - z->avail_in;
        in->length -= given - z->avail_in;
        left -= made;
        if (*status != Z_OK && *status != Z_BUF_ERROR)
            break;
        if (limit >= 0 && left <= 0)
            break;
        if (*status == Z_BUF_ERROR && z->avail_out > 0)
            break;
    } while (z->avail_out == 0 || in->length > 0);
    return 0;
}

/* --- compress and decompress ---------------------------------------------- */

static Value f_compress(Value self, const Value *args, Py_ssize nargs)
{
    z_stream z = {0};
    StrBuilder b = {0};
    int64_t level;
    int status;
    Span in;

    if (!arg_bytes("compress", 1, args[0], &in) ||
        !arg_int(args, nargs, 1, Z_DEFAULT_COMPRESSION, &level))
        return NULL;
    status = deflateInit(&z, (int)level);
    if (status == Z_MEM_ERROR)
        return err_format(&exc_MemoryError,
                          "Out of memory while compressing data");
    if (status == Z_STREAM_ERROR)
        return err_format(zlib_error, "Bad compression level");
    if (status != Z_OK)
        return fail(&z, status, "while compressing data");
    if (run(&z, deflate, &in, Z_FINISH, -1, &b, &status) < 0) {
        deflateEnd(&z);
        return NULL;
    }
    deflateEnd(&z);
    if (status != Z_STREAM_END)
        return fail(&z, status, "while compressing data");
    return (Value)sb_finish(&b);
}

static Value f_decompress(Value self, const Value *args, Py_ssize nargs)
{
    z_stream z = {0};
    StrBuilder b = {0};
    int64_t wbits, size;
    int status;
    Span in;

    if (!arg_bytes("decompress", 1, args[0], &in) ||
        !arg_int(args, nargs, 1, MAX_WBITS, &wbits) ||
        !arg_int(args, nargs, 2, CHUNK, &size))
        return NULL;
    status = inflateInit2(&z, (int)wbits);
    if (status != Z_OK) {
        inflateEnd(&z);
        return fail(&z, status, "while preparing to decompress data");
    }
    if (run(&z, inflate, &in, Z_SYNC_FLUSH, -1, &b, &status) < 0) {
        inflateEnd(&z);
        return NULL;
    }
    if (status != Z_STREAM_END) {
        fail(&z, status == Z_OK ? Z_BUF_ERROR : status,
             "while decompressing data");
        inflateEnd(&z);
        return NULL;
    }
    inflateEnd(&z);
    return (Value)sb_finish(&b);
}

/* --- stream objects ------------------------------------------------------- */

typedef struct PyStream {
    PyObject head;
    z_stream z; /* used under head.lock */
    Value unused_data, unconsumed_tail;
    bool finished;
} PyStream;

#define SELF ((PyStream *)self)

static PyType compress_type, decompress_type;

static void free_stream(PyObject *o)
{
    PyStream *s = (PyStream *)o;

    if (o->type == &compress_type)
        deflateEnd(&s->z);
    else
        inflateEnd(&s->z);
}

static PyStream *stream_new(PyType *type)
{
    PyStream *s = gc_new(type, sizeof *s);

    s->unused_data = s->unconsumed_tail = (Value)str_empty();
    return s;
}

static Value f_compressobj(Value self, const Value *args, Py_ssize nargs)
{
    int64_t level, method, wbits, memory, strategy;
    PyStream *s = stream_new(&compress_type);
    int status;

    if (!arg_int(args, nargs, 0, Z_DEFAULT_COMPRESSION, &level) ||
        !arg_int(args, nargs, 1, Z_DEFLATED, &method) ||
        !arg_int(args, nargs, 2, MAX_WBITS, &wbits) ||
        !arg_int(args, nargs, 3, 8, &memory) ||
        !arg_int(args, nargs, 4, 0, &strategy))
        return NULL;
    status = deflateInit2(&s->z, (int)level, (int)method, (int)wbits,
                          (int)memory, (int)strategy);
    if (status == Z_MEM_ERROR)
        return err_format(&exc_MemoryError,
                          "Can't allocate memory for compression object");
    if (status == Z_STREAM_ERROR)
        return err_format(&exc_ValueError, "Invalid initialization option");
    if (status != Z_OK)
        return fail(&s->z, status, "while creating compression object");
    gc_on_unreachable(&s->head, free_stream);
    return (Value)s;
}

static Value f_decompressobj(Value self, const Value *args, Py_ssize nargs)
{
    int64_t wbits;
    PyStream *s = stream_new(&decompress_type);
    int status;

    if (!arg_int(args, nargs, 0, MAX_WBITS, &wbits))
        return NULL;
    status = inflateInit2(&s->z, (int)wbits);
    if (status == Z_STREAM_ERROR)
        return err_format(&exc_ValueError, "Invalid initialization option");
    if (status == Z_MEM_ERROR)
        return err_format(&exc_MemoryError,
                          "Can't allocate memory for decompression object");
    if (status != Z_OK)
        return fail(&s->z, status, "while creating decompression object");
    gc_on_unreachable(&s->head, free_stream);
    return (Value)s;
}

static Value c_compress(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    int status, failed;
    Span in;

    if (!arg_bytes("compress", 1, args[0], &in))
        return NULL;
    lock_acquire(&SELF->head.lock);
    failed = run(&SELF->z, deflate, &in, Z_NO_FLUSH, -1, &b, &status);
    lock_release(&SELF->head.lock);
    if (failed)
        return NULL;
    if (status != Z_OK && status != Z_BUF_ERROR)
        return fail(&SELF->z, status, "while compressing");
    return (Value)sb_finish(&b);
}

static Value c_flush(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Span in = {"", 0};
    int64_t mode;
    int status, failed;

    if (!arg_int(args, nargs, 0, Z_FINISH, &mode))
        return NULL;
    if (mode == Z_NO_FLUSH)
        return (Value)str_empty();
    lock_acquire(&SELF->head.lock);
    failed = run(&SELF->z, deflate, &in, (int)mode, -1, &b, &status);
    if (!failed && status == Z_STREAM_END && mode == Z_FINISH)
        deflateEnd(&SELF->z);
    lock_release(&SELF->head.lock);
    if (failed)
        return NULL;
    if (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END)
        return fail(&SELF->z, status, "while flushing");
    return (Value)sb_finish(&b);
}

static Value copy_stream(Value self, int (*copy)(z_stream *, z_stream *),
                         const char *doing)
{
    PyStream *s = stream_new(type_of(self));
    int status;

    lock_acquire(&SELF->head.lock);
    status = copy(&s->z, &SELF->z);
    s->unused_data = SELF->unused_data;
    s->unconsumed_tail = SELF->unconsumed_tail;
    s->finished = SELF->finished;
    lock_release(&SELF->head.lock);
    if (status == Z_STREAM_ERROR)
        return err_format(&exc_ValueError, "Inconsistent stream state");
    if (status != Z_OK)
        return fail(&SELF->z, status, doing);
    gc_on_unreachable(&s->head, free_stream);
    return (Value)s;
}

static Value c_copy(Value self, const Value *args, Py_ssize nargs)
{
    return copy_stream(self, deflateCopy, "while copying compression object");
}

static Value d_copy(Value self, const Value *args, Py_ssize nargs)
{
    return copy_stream(self, inflateCopy, "while copying decompression object");
}

/* Keeps what was not decompressed: behind the stream's end, or beyond the
 * limit. */
static int keep_rest_locked(PyStream *s, Span rest, bool finished)
    REQUIRES(s->head.lock)
{
    PyStr *text = str_from(rest.data, rest.length);

    if (!text)
        return -1;
    if (finished) {
        PyStr *all = str_concat((PyStr *)s->unused_data, text);

        if (!all)
            return -1;
        s->unused_data = (Value)all;
        s->unconsumed_tail = (Value)str_empty();
        s->finished = true;
        return 0;
    }
    s->unconsumed_tail = (Value)text;
    return 0;
}

static Value decompress_with(PyStream *self, Span in, int flush, int64_t limit,
                             const char *doing)
{
    StrBuilder b = {0};
    int status = Z_STREAM_END, failed = 0;

    lock_acquire(&self->head.lock);
    if (!self->finished)
        failed = run(&self->z, inflate, &in, flush, limit, &b, &status);
    if (!failed &&
        (status == Z_OK || status == Z_BUF_ERROR || status == Z_STREAM_END))
        failed = keep_rest_locked(self, in, status == Z_STREAM_END);
    lock_release(&self->head.lock);
    if (failed)
        return NULL;
    if (status != Z_OK && status != Z_BUF_ERROR && status != Z_STREAM_END)
        return fail(&self->z, status, doing);
    return (Value)sb_finish(&b);
}

static Value d_decompress(Value self, const Value *args, Py_ssize nargs)
{
    int64_t max;
    Span in;

    if (!arg_bytes("decompress", 1, args[0], &in) ||
        !arg_int(args, nargs, 1, 0, &max))
        return NULL;
    if (max < 0)
        return err_format(&exc_ValueError,
                          "max_length must be greater than zero");
    return decompress_with(SELF, in, Z_SYNC_FLUSH, max ? max : -1,
                           "while decompressing");
}

static Value d_flush(Value self, const Value *args, Py_ssize nargs)
{
    int64_t length;
    Value text;

    if (!arg_int(args, nargs, 0, CHUNK, &length))
        return NULL;
    if (length <= 0)
        return err_format(&exc_ValueError, "length must be greater than zero");
    text = decompress_with(SELF, str_span(SELF->unconsumed_tail), Z_FINISH, -1,
                           "while decompressing");
    lock_acquire(&SELF->head.lock);
    if (SELF->finished)
        inflateEnd(&SELF->z);
    lock_release(&SELF->head.lock);
    return text;
}

static Value get_unused_data(Value self)
{
    return SELF->unused_data;
}

static Value get_unconsumed_tail(Value self)
{
    return SELF->unconsumed_tail;
}

static const NativeDef compress_methods[] = {
    {"compress", c_compress, 1, 1, ARITY_parse},
    {"flush", c_flush, 0, 1, ARITY_parse},
    {"copy", c_copy, 0, 0, ARITY_none},
    {0}};

static const NativeDef decompress_methods[] = {
    {"decompress", d_decompress, 1, 2, ARITY_parse},
    {"flush", d_flush, 0, 1, ARITY_parse},
    {"copy", d_copy, 0, 0, ARITY_none},
    {0}};

static const GetSetDef decompress_getsets[] = {
    {"unused_data", get_unused_data},
    {"unconsumed_tail", get_unconsumed_tail},
    {0}};

static PyType compress_type = {
    .head.type = &type_type,
    .name = "zlib.Compress",
    .base = &object_type,
    .basic_size = sizeof(PyStream),
    .methods = compress_methods,
};

static PyType decompress_type = {
    .head.type = &type_type,
    .name = "zlib.Decompress",
    .base = &object_type,
    .basic_size = sizeof(PyStream),
    .methods = decompress_methods,
    .getsets = decompress_getsets,
};

/* --- checksums ------------------------------------------------------------ */

static bool checksum_args(const char *fname, const Value *args, Py_ssize nargs,
                          uint32_t *start, Span *in)
{
    if (!arg_bytes(fname, 1, args[0], in))
        return false;
    if (nargs < 2)
        return true;
    if (!has_type_flag(args[1], TYPE_INT | TYPE_LONG)) {
        err_format(&exc_TypeError, "an integer is required");
        return false;
    }
    *start = (uint32_t)long_mask64(args[1]);
    return true;
}

static Value f_adler32(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t start = 1;
    Span in;

    if (!checksum_args("adler32", args, nargs, &start, &in))
        return NULL;
    return tag_int(
        (int32_t)adler32_z(start, (const Bytef *)in.data, (size_t)in.length));
}

static Value f_crc32(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t start = 0;
    Span in;

    if (!checksum_args("crc32", args, nargs, &start, &in))
        return NULL;
    return tag_int(
        (int32_t)crc32_z(start, (const Bytef *)in.data, (size_t)in.length));
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef functions[] = {
#include "methods_table.h"
#include "zlib.def"
#include "methods_end.h"
    {0}};

static const struct {
    const char *name;
    int value;
} constants[] = {{"MAX_WBITS", MAX_WBITS},
                 {"DEFLATED", Z_DEFLATED},
                 {"DEF_MEM_LEVEL", 8},
                 {"Z_BEST_SPEED", Z_BEST_SPEED},
                 {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
                 {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
                 {"Z_FILTERED", Z_FILTERED},
                 {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
                 {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
                 {"Z_FINISH", Z_FINISH},
                 {"Z_NO_FLUSH", Z_NO_FLUSH},
                 {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
                 {"Z_FULL_FLUSH", Z_FULL_FLUSH}};

static int init(PyModule *m)
{
    if (!zlib_error && !(zlib_error = exception_class_new("zlib.error", NULL)))
        return -1;
    if (type_ready(&compress_type) < 0 || type_ready(&decompress_type) < 0 ||
        module_add(m, "error", (Value)zlib_error) < 0 ||
        module_add(m, "ZLIB_VERSION", (Value)str_from_c(ZLIB_VERSION)) < 0 ||
        module_add(m, "__version__", (Value)str_from_c("1.0")) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_add(m, constants[i].name, tag_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_zlib = {"zlib", NULL, functions, init};
