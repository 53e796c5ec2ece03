/* BufferedRWPair: a reader and a writer over two raw streams, as those of a
 * socket or of two pipes. */
#include "_io.h"

typedef struct PyPair {
    PyIO io;
    Value reader, writer; /* NULL before __init__ */
} PyPair;

#define SELF ((PyPair *)self)

static int init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"reader", "writer", "buffer_size",
                                        "max_buffer_size"};
    Value given[4], reader, parts[2];

    if (args_parse("BufferedRWPair", args, nargs, kwnames, names, 2, 4, given) <
        0)
        return -1;
    if (given[3] && err_warn(&exc_DeprecationWarning,
                             "max_buffer_size is deprecated", 1) < 0)
        return -1;
    if (!io_check_readable(given[0]) || !io_check_writable(given[1]))
        return -1;
    parts[0] = given[0];
    parts[1] = given[2];
    reader = op_call((Value)&io_reader_type, parts, given[2] ? 2 : 1, NULL);
    if (!reader)
        return -1;
    parts[0] = given[1];
    SELF->writer =
        op_call((Value)&io_writer_type, parts, given[2] ? 2 : 1, NULL);
    SELF->reader = reader;
    return SELF->writer ? 0 : -1;
}

static Value call_part(Value part, PyStr *name, const Value *args,
                       Py_ssize nargs)
{
    if (!part)
        return err_format(&exc_ValueError,
                          "I/O operation on uninitialized object");
    return op_call_method(part, name, args, nargs);
}

#define FORWARD(part, name)                                                    \
    static Value p_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        return call_part(SELF->part, ION(name), args, nargs);                  \
    }
FORWARD(reader, read)
FORWARD(reader, peek)
FORWARD(reader, read1)
FORWARD(reader, readinto)
FORWARD(reader, readable)
FORWARD(writer, write)
FORWARD(writer, flush)
FORWARD(writer, writable)

static Value p_close(Value self, const Value *args, Py_ssize nargs)
{
    Value written = call_part(SELF->writer, ION(close), NULL, 0);
    KeptError error = {0};
    Value read;

    if (!written)
        error = io_keep_error();
    read = call_part(SELF->reader, ION(close), NULL, 0);
    if (written || !read)
        return read;
    io_restore_error(error);
    return NULL;
}

static Value p_isatty(Value self, const Value *args, Py_ssize nargs)
{
    Value v = call_part(SELF->writer, ION(isatty), NULL, 0);

    return v == FALSE_VALUE ? call_part(SELF->reader, ION(isatty), NULL, 0) : v;
}

static Value get_closed(Value self)
{
    if (!SELF->writer)
        return err_format(&exc_RuntimeError,
                          "the BufferedRWPair object is being "
                          "garbage-collected");
    return op_getattr(SELF->writer, ION(closed));
}

static const NativeDef methods[] = {{"read", p_read, 0, -1, ARITY_self},
                                    {"peek", p_peek, 0, -1, ARITY_self},
                                    {"read1", p_read1, 0, -1, ARITY_self},
                                    {"readinto", p_readinto, 0, -1, ARITY_self},
                                    {"write", p_write, 0, -1, ARITY_self},
                                    {"flush", p_flush, 0, -1, ARITY_self},
                                    {"readable", p_readable, 0, -1, ARITY_self},
                                    {"writable", p_writable, 0, -1, ARITY_self},
                                    {"close", p_close, 0, 0, ARITY_none},
                                    {"isatty", p_isatty, 0, -1, ARITY_self},
                                    {0}};

static const GetSetDef getsets[] = {{"closed", get_closed}, {0}};

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    return io_new(type, (type->flags & TYPE_HEAP) != 0);
}

PyType io_pair_type = {
    .head.type = &type_type,
    .name = "_io.BufferedRWPair",
    .base = &io_buffered_base_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyPair),
    .dict_offset = offsetof(PyIO, dict),
    .doc = "Reads from one raw stream and writes to another, as for the ends "
           "of a pipe.\n",
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init,
};
