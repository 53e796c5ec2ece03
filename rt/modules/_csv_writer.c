/* csv.writer: lines out of records. */
#include "_csv_native.h"
#include "number.h"
#include "tuple.h"

typedef struct PyCsvWriter {
    PyObject head;
    Value write, dialect;
    CsvDialect d;
    bool special[256]; /* is quoted or escaped */
} PyCsvWriter;

#define SELF ((PyCsvWriter *)self)

/* One field's text as the dialect wants it; *quoted: quotes go around it.  As
 * in CPython a zero byte ends it.  -1: Error. */
static int add_escaped(StrBuilder *b, const PyCsvWriter *w, Span text,
                       bool *quoted)
{
    const CsvDialect *d = &w->d;

    for (int64_t i = 0; i < text.length; i++) {
        int c = (unsigned char)text.data[i];
        bool escape = false;

        if (w->special[c]) {
            if (d->quoting == CSV_NONE)
                escape = true;
            else if (c != d->quote)
                *quoted = true;
            else if (!d->double_quote)
                escape = true;
            else if (sb_putc(b, (char)c) < 0)
                return -1;
            else
                *quoted = true;
        }
        if (escape && d->escape < 0) {
            csv_fail("need to escape, but no escapechar set");
            return -1;
        }
        if ((escape && sb_putc(b, (char)d->escape) < 0) ||
            sb_putc(b, (char)c) < 0)
            return -1;
    }
    return 0;
}

static bool has_special(const PyCsvWriter *w, Span text)
{
    for (int64_t i = 0; i < text.length; i++)
        if (w->special[(unsigned char)text.data[i]])
            return true;
    return false;
}

/* Puts quotes around what b has from `start` on. */
static int enclose(StrBuilder *b, const PyCsvWriter *w, int64_t start)
{
    char *data;

    if (sb_reserve(b, 2) < 0)
        return -1;
    data = b->text->data;
    memmove(data + start + 1, data + start, (size_t)(b->length - start));
    data[start] = (char)w->d.quote;
    data[b->length + 1] = (char)w->d.quote;
    b->length += 2;
    return 0;
}

/* alone: it is the record's only field. */
static int add_text(StrBuilder *b, const PyCsvWriter *w, Span text, bool quoted,
                    bool alone)
{
    const char *zero = memchr(text.data, 0, (size_t)text.length);
    int64_t start = b->length;

    if (zero)
        text.length = zero - text.data;
    if (text.length == 0 && alone) {
        /* Not an empty line, which would read as no field at all. */
        if (w->d.quoting == CSV_NONE) {
            csv_fail("single empty field record must be quoted");
            return -1;
        }
        quoted = true;
    }
    if (!has_special(w, text)) {
        if (sb_add(b, text.data, text.length) < 0)
            return -1;
    } else if (add_escaped(b, w, text, &quoted) < 0) {
        return -1;
    }
    return quoted ? enclose(b, w, start) : 0;
}

static int add_field(StrBuilder *b, const PyCsvWriter *w, Value field,
                     bool alone)
{
    bool quoted = w->d.quoting == CSV_ALL ||
                  (w->d.quoting == CSV_NONNUMERIC && !value_is_number(field));
    Value text;

    if (field == NONE)
        return add_text(b, w, (Span){"", 0}, quoted, alone);
    if (is_str(field))
        return add_text(b, w, str_span(field), quoted, alone);
    text = has_type_flag(field, TYPE_FLOAT) ? op_repr(field) : op_str(field);
    return text ? add_text(b, w, str_span(text), quoted, alone) : -1;
}

/* How many fields; -1: no sequence. */
static Py_ssize row_length(Value row)
{
    PyType *t = type_of(row);

    if (has_type_flag(row, TYPE_LIST | TYPE_TUPLE | TYPE_STR | TYPE_UNICODE))
        return op_length(row);
    if ((t->flags & TYPE_DICT) || !(t->getitem || t->seq_item) ||
        !(t == &instance_type || type_looks_like_sequence(t) || t->seq_item)) {
        csv_fail("sequence expected");
        return -1;
    }
    return op_length(row);
}

/* Anything with items by number. */
static Value row_item(Value row, Py_ssize i)
{
    if (type_of(row) == &tuple_type)
        return tuple_get((PyTuple *)row, i);
    if (type_of(row) == &list_type)
        return list_get((PyList *)row, i);
    return op_getitem(row, tag_int(i));
}

static Value write_row(PyCsvWriter *w, Value row)
{
    Py_ssize n = row_length(row);
    StrBuilder b = {0};
    Value line;

    if (n < 0)
        return NULL;
    for (Py_ssize i = 0; i < n; i++) {
        Value field = row_item(row, i);

        if (!field || (i > 0 && sb_putc(&b, (char)w->d.delimiter) < 0) ||
            add_field(&b, w, field, n == 1) < 0)
            return NULL;
    }
    if (sb_add(&b, w->d.line_end->data, w->d.line_end->length) < 0)
        return NULL;
    line = (Value)sb_finish(&b);
    return line ? op_call(w->write, &line, 1, NULL) : NULL;
}

static Value m_writerow(Value self, const Value *args, Py_ssize nargs)
{
    return write_row(SELF, args[0]);
}

static int write_item(Value row, void *w)
{
    return write_row(w, row) ? 0 : -1;
}

static Value m_writerows(Value self, const Value *args, Py_ssize nargs)
{
    Value iterator = op_iter(args[0]);

    if (!iterator)
        return err_matches(&exc_TypeError)
                   ? (err_clear(),
                      err_format(&exc_TypeError,
                                 "writerows() argument must be iterable"))
                   : NULL;
    return op_iterate_rest(iterator, write_item, self) < 0 ? NULL : NONE;
}

static Value get_dialect(Value self)
{
    return SELF->dialect;
}

static int set_readonly(Value self, Value v)
{
    err_format(&exc_TypeError, "readonly attribute");
    return -1;
}

Value csv_writer_new(Value write, Value dialect, const CsvDialect *d)
{
    PyCsvWriter *w = gc_new(&csv_writer_type, sizeof *w);
    const int special[] = {d->delimiter, d->quote, d->escape};

    w->write = write;
    w->dialect = dialect;
    w->d = *d;
    for (int i = 0; i < 3; i++)
        if (special[i] >= 0)
            w->special[special[i]] = true;
    for (int64_t i = 0; i < d->line_end->length; i++)
        w->special[(unsigned char)d->line_end->data[i]] = true;
    return (Value)w;
}

static const NativeDef methods[] = {{"writerow", m_writerow, 1, 1, ARITY_one},
                                    {"writerows", m_writerows, 1, 1, ARITY_one},
                                    {0}};

static const GetSetDef getsets[] = {
    {"dialect", get_dialect, set_readonly, .is_member = true}, {0}};

PyType csv_writer_type = {
    .head.type = &type_type,
    .name = "_csv.writer",
    .base = &object_type,
    .basic_size = sizeof(PyCsvWriter),
    .doc = "Writes rows as lines of a dialect; made by csv.writer().",
    .methods = methods,
    .getsets = getsets,
};
