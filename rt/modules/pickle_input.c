/* Module cPickle: the bytes of a pickle, from memory, a file object or
 * anything with read() and readline(). */
#include "file_io.h"
#include "names.h"
#include "pickle.h"

static const char *end_of_input(void)
{
    err_set(&exc_EOFError, NULL);
    return NULL;
}

/* A str that a method returned: read from it from now on. */
static bool take_result(Input *in, Value result, Span *out)
{
    if (!result)
        return false;
    if (!is_str(result)) {
        err_format(&exc_TypeError,
                   "expected string or Unicode object, %.200s "
                   "found",
                   type_name_of(result));
        return false;
    }
    in->owner = result;
    *out = str_span(result);
    return true;
}

/* read(n) or readline() of the file. */
static Value call_file(Value file, Value method, NativeFn *native, int64_t n)
{
    Value arg = value_from_int(n);
    Py_ssize nargs = n < 0 ? 0 : 1;

    if (type_of(file) == &file_type)
        return native(file, &arg, nargs);
    return op_call(method, &arg, nargs, NULL);
}

/* The next byte of a real file; -1: the end, -2: exception. */
static int file_byte(PyFile *f)
{
    FileUse use;
    int c;

    if (!file_begin_read(f, &use, false))
        return -2;
    c = getc_unlocked(use.fp);
    file_end(f, &use);
    return c == EOF ? -1 : c;
}

/* Single bytes are what most opcodes consist of. */
static const char *one_byte(Input *in)
{
    PyFile *f = (PyFile *)in->file;
    int c;

    if (type_of(in->file) != &file_type || f->universal)
        return NULL;
    c = file_byte(f);
    return c < 0 ? NULL : str_char((unsigned char)c)->data;
}

static const char *read_file(Input *in, int64_t n)
{
    Span got;

    if (n == 1) {
        const char *p = one_byte(in);

        if (p || err_pending())
            return p;
    }
    if (!take_result(in, call_file(in->file, in->read, file_read_method, n),
                     &got))
        return NULL;
    return got.length < n ? end_of_input() : got.data;
}

const char *pickle_read(Input *in, int64_t n)
{
    const char *p = in->p;

    if (in->file)
        return read_file(in, n);
    if (n > in->end - p)
        return end_of_input();
    in->p = p + n;
    return p;
}

bool pickle_read_line(Input *in, Span *out)
{
    const char *start = in->p, *end;

    if (in->file)
        return take_result(
            in, call_file(in->file, in->readline, file_readline_method, -1),
            out);
    end = memchr(start, '\n', (size_t)(in->end - start));
    end = end ? end + 1 : in->end;
    *out = (Span){start, end - start};
    in->p = end;
    return true;
}
