/* Module _csv_native: the readers and writers that _csv.py makes. */
#include "_csv_native.h"
#include "long.h"
#include "module_support.h"
#include "number.h"

#include "methods_declare.h"
#include "_csv_native.def"
#include "methods_end.h"

PyType *csv_error;

/* A setting of all readers: the longest field. */
static _Atomic int64_t field_limit = 128 * 1024;

int64_t csv_field_limit(void)
{
    return field_limit;
}

void *csv_fail(const char *text)
{
    return err_set(csv_error, (Value)str_from_c(text));
}

static Value f_field_size_limit(Value self, const Value *args, Py_ssize nargs)
{
    int64_t old = field_limit, limit;

    if (nargs > 0) {
        if (!is_integer(args[0]))
            return err_format(&exc_TypeError, "limit must be an integer");
        limit = long_as_int64(args[0]);
        if (limit == -1 && err_pending())
            return NULL;
        field_limit = limit;
    }
    return value_from_int(old);
}

/* --- dialects
 * ------------------------------------------------------------------ */

/* A setting that is one character or None. */
static bool get_char(Value dialect, const char *name, int *out)
{
    Value v = op_getattr(dialect, str_intern(name));

    *out = v && is_str(v) && str_span(v).length == 1
               ? (unsigned char)*str_span(v).data
               : -1;
    return v != NULL;
}

static bool get_int(Value dialect, const char *name, int64_t *out)
{
    Value v = op_getattr(dialect, str_intern(name));

    if (!v)
        return false;
    *out = value_as_int64(v);
    return *out != -1 || !err_pending();
}

static bool get_bool(Value dialect, const char *name, bool *out)
{
    int64_t n;

    if (!get_int(dialect, name, &n))
        return false;
    *out = n != 0;
    return true;
}

static bool read_dialect(Value dialect, CsvDialect *d)
{
    Value end;

    if (!get_char(dialect, "delimiter", &d->delimiter) ||
        !get_char(dialect, "quotechar", &d->quote) ||
        !get_char(dialect, "escapechar", &d->escape) ||
        !get_int(dialect, "quoting", &d->quoting) ||
        !get_bool(dialect, "doublequote", &d->double_quote) ||
        !get_bool(dialect, "skipinitialspace", &d->skip_space) ||
        !get_bool(dialect, "strict", &d->strict))
        return false;
    end = op_getattr(dialect, str_intern("lineterminator"));
    d->line_end = end ? (PyStr *)op_str(end) : NULL;
    return d->line_end != NULL;
}

static Value f_reader(Value self, const Value *args, Py_ssize nargs)
{
    CsvDialect d;

    return read_dialect(args[1], &d) ? csv_reader_new(args[0], args[1], &d)
                                     : NULL;
}

static Value f_writer(Value self, const Value *args, Py_ssize nargs)
{
    CsvDialect d;

    return read_dialect(args[1], &d) ? csv_writer_new(args[0], args[1], &d)
                                     : NULL;
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_csv_native.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    csv_error = exception_class_new("_csv.Error", NULL);
    if (!csv_error || module_add(m, "Error", (Value)csv_error) < 0 ||
        type_ready(&csv_reader_type) < 0)
        return -1;
    return type_ready(&csv_writer_type);
}

const NativeModule native_module__csv_native = {"_csv_native", NULL, functions,
                                                init};
