/* Module _io: its types, and open(). */
#include "_io.h"

/* --- open() --------------------------------------------------------------- */

typedef struct Mode {
    bool reading, writing, appending, updating, text, binary, universal;
    char raw[8]; /* as FileIO takes it */
} Mode;

static bool bad_mode(const char *text)
{
    err_format(&exc_ValueError, "invalid mode: '%s'", text);
    return false;
}

static bool check_mode(const Mode *m)
{
    const char *wrong = NULL;

    if (m->universal && (m->writing || m->appending))
        wrong = "can't use U and writing mode at once";
    else if (m->text && m->binary)
        wrong = "can't have text and binary mode at once";
    else if (m->reading + m->writing + m->appending > 1)
        wrong = "must have exactly one of read/write/append mode";
    if (wrong)
        err_format(&exc_ValueError, "%s", wrong);
    return !wrong;
}

static bool parse_mode(const char *text, Mode *m)
{
    char *raw = m->raw;

    *m = (Mode){0};
    for (const char *p = text; *p; p++) {
        if (!strchr("rwabtU+", *p) || strchr(p + 1, *p))
            return bad_mode(text);
        m->reading |= *p == 'r' || *p == 'U';
        m->writing |= *p == 'w';
        m->appending |= *p == 'a';
        m->updating |= *p == '+';
        m->text |= *p == 't';
        m->binary |= *p == 'b';
        m->universal |= *p == 'U';
    }
    if (m->reading)
        *raw++ = 'r';
    if (m->writing)
        *raw++ = 'w';
    if (m->appending)
        *raw++ = 'a';
    if (m->updating)
        *raw++ = '+';
    *raw = 0;
    return check_mode(m);
}

/* What open() was called with. */
typedef struct Opening {
    Value file, encoding, errors, newline, closefd; /* NULL: left out */
    const char *mode_text;
    Mode mode;
    int64_t buffering;
    bool line_buffering;
} Opening;

static bool check_string(Value v, int position)
{
    if (!v || v == NONE || is_str(v) || is_unicode(v))
        return true;
    arg_type_error("open", position, "string or None", v);
    return false;
}

static bool given(Value v)
{
    return v && v != NONE;
}

static bool check_binary(const Opening *o)
{
    const char *name = given(o->encoding)  ? "an encoding"
                       : given(o->errors)  ? "an errors"
                       : given(o->newline) ? "a newline"
                                           : NULL;

    if (!o->mode.binary || !name)
        return true;
    err_format(&exc_ValueError, "binary mode doesn't take %s argument", name);
    return false;
}

static bool check_file(Value file)
{
    Value text;

    if (is_tagged_int(file) ||
        has_type_flag(file, TYPE_INT | TYPE_LONG | TYPE_STR | TYPE_UNICODE))
        return true;
    if (has_type_flag(file, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "integer argument expected, got float");
        return false;
    }
    text = op_repr(file);
    if (text)
        err_format(&exc_TypeError, "invalid file: %s", str_data((PyStr *)text));
    return false;
}

static bool parse_arguments(const Value *args, Py_ssize nargs, PyTuple *kwnames,
                            Opening *o)
{
    static const char *const names[] = {"file",     "mode",   "buffering",
                                        "encoding", "errors", "newline",
                                        "closefd"};
    Value v[7];

    if (args_parse("open", args, nargs, kwnames, names, 1, 7, v) < 0)
        return false;
    *o = (Opening){.file = v[0],
                   .encoding = v[3],
                   .errors = v[4],
                   .newline = v[5],
                   .closefd = v[6],
                   .mode_text = "r"};
    if ((v[1] && !(o->mode_text = arg_name("open", 2, v[1]))) ||
        !optional_int(&v[2], v[2] != NULL, 0, -1, &o->buffering) ||
        !check_string(v[3], 4) || !check_string(v[4], 5) ||
        !check_string(v[5], 6) || !check_file(v[0]))
        return false;
    return parse_mode(o->mode_text, &o->mode) && check_binary(o);
}

/* Sets the buffer's size and whether lines are flushed; false: error. */
static bool choose_buffer(Opening *o, Value raw)
{
    int terminal = io_ask(raw, ION(isatty));
    int64_t size;

    if (terminal < 0)
        return false;
    if (o->buffering == 1 || (o->buffering < 0 && terminal)) {
        o->buffering = -1;
        o->line_buffering = true;
    }
    if (o->buffering < 0) {
        size = fileio_block_size((PyFileIO *)raw);
        o->buffering = size ? size : IO_BUFFER_SIZE;
    }
    return true;
}

static Value open_raw(const Opening *o)
{
    Value args[] = {o->file, (Value)str_from_c(o->mode.raw), o->closefd};

    return op_call((Value)&io_file_type, args, o->closefd ? 3 : 2, NULL);
}

static Value wrap_raw(const Opening *o, Value raw)
{
    PyType *type = o->mode.updating                       ? &io_random_type
                   : o->mode.writing || o->mode.appending ? &io_writer_type
                                                          : &io_reader_type;
    Value args[] = {raw, value_from_int(o->buffering)};

    if (!o->mode.updating && !o->mode.writing && !o->mode.appending &&
        !o->mode.reading)
        return err_format(&exc_ValueError, "unknown mode: '%s'", o->mode_text);
    return op_call((Value)type, args, 2, NULL);
}

static Value wrap_buffer(const Opening *o, Value buffer)
{
    Value args[] = {buffer, given(o->encoding) ? o->encoding : NONE,
                    given(o->errors) ? o->errors : NONE,
                    given(o->newline) ? o->newline : NONE,
                    value_from_bool(o->line_buffering)};
    Value text = op_call((Value)&io_wrapper_type, args, 5, NULL);
    int64_t n = (int64_t)strlen(o->mode_text);

    if (text && op_setattr(text, ION(mode),
                           (Value)unicode_from_latin1(o->mode_text, n)) < 0)
        return NULL;
    return text;
}

/* The layers over raw; *top is the last that could be made. */
static Value wrap(Opening *o, Value raw, Value *top)
{
    Value buffer;

    *top = raw;
    if (!choose_buffer(o, raw))
        return NULL;
    if (o->buffering == 0)
        return o->mode.binary ? raw
                              : err_format(&exc_ValueError,
                                           "can't have unbuffered text I/O");
    buffer = wrap_raw(o, raw);
    if (!buffer || o->mode.binary)
        return buffer;
    *top = buffer;
    return wrap_buffer(o, buffer);
}

static Value f_open(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    KeptError error;
    Value raw, top, stream;
    Opening o;

    if (!parse_arguments(args, nargs, kwnames, &o) || !(raw = open_raw(&o)))
        return NULL;
    stream = wrap(&o, raw, &top);
    if (stream)
        return stream;
    error = io_keep_error();
    if (!io_call(top, ION(close)))
        err_clear();
    io_restore_error(error);
    return NULL;
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef functions[] = {
    {"open", f_open, 0, -1, ARITY_kw, NATIVE_method,
     "open(file, mode='r', buffering=-1, encoding=None,\n"
     "     errors=None, newline=None, closefd=True) -> file object\n\n"
     "A stream on a file, given by name or descriptor: text unless mode has a "
     "'b'."},
    {0}};

static int init(PyModule *m)
{
    PyType *types[] = {
        &io_file_type,   &io_bytes_type,           &io_string_type,
        &io_reader_type, &io_writer_type,          &io_random_type,
        &io_pair_type,   &io_newline_decoder_type, &io_wrapper_type};

    if (io_base_init(m) < 0)
        return -1;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(m, types[i]) < 0)
            return -1;
    return module_add(m, "DEFAULT_BUFFER_SIZE", tag_int(IO_BUFFER_SIZE));
}

const NativeModule native_module__io = {
    .name = "_io",
    .doc = "Streams: raw files, buffers, text, and streams in memory.",
    .functions = functions,
    .init = init,
};
