/* csv.reader: records of fields out of lines.
 *
 * The states are those of CPython's reader, so that odd input means the same.
 * Runs of ordinary characters are taken at once.  What a record is made from
 * lives on the stack of next(); the object has only its settings. */
#include "_csv_native.h"
#include "list.h"
#include "number.h"
#include "unicode.h"

typedef struct PyCsvReader {
    PyObject head;
    Value iterator, dialect;
    CsvDialect d;
    _Atomic int64_t line_num;
    bool special[256]; /* ends a run of ordinary characters in a field */
} PyCsvReader;

typedef enum State {
    START_RECORD,
    START_FIELD,
    ESCAPED,
    IN_FIELD,
    IN_QUOTED,
    ESCAPE_IN_QUOTED,
    QUOTE_IN_QUOTED,
    EAT_NEWLINES
} State;

typedef struct Record {
    PyCsvReader *r;
    const CsvDialect *d;
    State state;
    PyList *fields;
    StrBuilder field;
    int64_t limit;
    bool numeric; /* the field becomes a float */
} Record;

/* --- fields -----------------------------------------------------------------
 */

static int save_field(Record *r)
{
    PyStr *s = r->field.length ? str_from(r->field.text->data, r->field.length)
                               : str_empty();
    Value v = (Value)s;

    r->field.length = 0;
    if (s && r->numeric) {
        r->numeric = false;
        v = float_from_string(s->data, s->length);
    }
    return v ? list_push(r->fields, v) : -1;
}

static int add(Record *r, const char *p, int64_t n)
{
    if (r->field.length + n > r->limit) {
        err_format(csv_error, "field larger than field limit (%lld)",
                   (long long)r->limit);
        return -1;
    }
    return sb_add(&r->field, p, n);
}

/* The field ends, and so does perhaps the record. */
static int end_field(Record *r, State next)
{
    r->state = next;
    return save_field(r);
}

static bool is_newline(char c)
{
    return c == '\n' || c == '\r';
}

/* --- one character in each state
 * ------------------------------------------------ */

static int in_field(Record *r, const char *p)
{
    int c = (unsigned char)*p;

    if (is_newline(*p))
        return end_field(r, EAT_NEWLINES);
    if (c == r->d->escape) {
        r->state = ESCAPED;
        return 0;
    }
    return c == r->d->delimiter ? end_field(r, START_FIELD) : add(r, p, 1);
}

static int start_field(Record *r, const char *p)
{
    int c = (unsigned char)*p;

    if (is_newline(*p))
        return end_field(r, EAT_NEWLINES);
    if (c == r->d->quote && r->d->quoting != CSV_NONE) {
        r->state = IN_QUOTED;
        return 0;
    }
    if (c == r->d->escape) {
        r->state = ESCAPED;
        return 0;
    }
    if (c == ' ' && r->d->skip_space)
        return 0;
    if (c == r->d->delimiter)
        return save_field(r);
    r->numeric = r->d->quoting == CSV_NONNUMERIC;
    r->state = IN_FIELD;
    return add(r, p, 1);
}

static int start_record(Record *r, const char *p)
{
    r->state = is_newline(*p) ? EAT_NEWLINES : START_FIELD;
    return r->state == START_FIELD ? start_field(r, p) : 0;
}

static int in_quoted(Record *r, const char *p)
{
    int c = (unsigned char)*p;

    if (c == r->d->escape)
        r->state = ESCAPE_IN_QUOTED;
    else if (c == r->d->quote && r->d->quoting != CSV_NONE)
        r->state = r->d->double_quote ? QUOTE_IN_QUOTED : IN_FIELD;
    else
        return add(r, p, 1);
    return 0;
}

static int quote_in_quoted(Record *r, const char *p)
{
    int c = (unsigned char)*p;

    if (c == r->d->quote && r->d->quoting != CSV_NONE) {
        r->state = IN_QUOTED;
        return add(r, p, 1);
    }
    if (c == r->d->delimiter)
        return end_field(r, START_FIELD);
    if (is_newline(*p))
        return end_field(r, EAT_NEWLINES);
    if (r->d->strict) {
        err_format(csv_error, "'%c' expected after '%c'", r->d->delimiter,
                   r->d->quote);
        return -1;
    }
    r->state = IN_FIELD;
    return add(r, p, 1);
}

static int step(Record *r, const char *p)
{
    switch (r->state) {
    case START_RECORD:
        return start_record(r, p);
    case START_FIELD:
        return start_field(r, p);
    case ESCAPED:
        r->state = IN_FIELD;
        return add(r, p, 1);
    case IN_FIELD:
        return in_field(r, p);
    case IN_QUOTED:
        return in_quoted(r, p);
    case ESCAPE_IN_QUOTED:
        r->state = IN_QUOTED;
        return add(r, p, 1);
    case QUOTE_IN_QUOTED:
        return quote_in_quoted(r, p);
    default:
        if (is_newline(*p))
            return 0;
        csv_fail("new-line character seen in unquoted field - do you need to "
                 "open the file in universal-newline mode?");
        return -1;
    }
}

/* --- lines
 * ------------------------------------------------------------------------ */

/* How many characters from p on only add to the field. */
static int64_t run_length(const Record *r, const char *p, int64_t n)
{
    const bool *special = r->r->special;
    int64_t i = 0;

    if (r->state == IN_FIELD || r->state == IN_QUOTED)
        while (i < n && !special[(unsigned char)p[i]])
            i++;
    return i;
}

static int take_line(Record *r, Span line)
{
    const char *p = line.data, *end = p + line.length;

    while (p < end) {
        int64_t n = run_length(r, p, end - p);

        if (n > 0) {
            if (add(r, p, n) < 0)
                return -1;
            p += n;
            continue;
        }
        if (*p == 0) {
            csv_fail("line contains NUL");
            return -1;
        }
        if (step(r, p++) < 0)
            return -1;
    }
    return 0;
}

/* What a line's end means in each state. */
static int end_line(Record *r)
{
    switch (r->state) {
    case START_RECORD:
    case IN_QUOTED:
        return 0;
    case ESCAPED:
        r->state = IN_FIELD;
        return add(r, "\n", 1);
    case ESCAPE_IN_QUOTED:
        r->state = IN_QUOTED;
        return add(r, "\n", 1);
    case EAT_NEWLINES:
        r->state = START_RECORD;
        return 0;
    default:
        return end_field(r, START_RECORD);
    }
}

/* The bytes of a line; false: TypeError. */
static bool line_bytes(Value line, Span *out)
{
    PyStr *s;

    if (is_str(line)) {
        *out = str_span(line);
        return true;
    }
    if (!is_unicode(line)) {
        err_format(&exc_TypeError,
                   "expected string or Unicode object, %.200s found",
                   type_name_of(line));
        return false;
    }
    s = unicode_as_str((PyUnicode *)line);
    if (s)
        *out = str_span((Value)s);
    return s != NULL;
}

/* No more lines: a record that is not finished counts, unless strict. */
static Value end_of_input(Record *r)
{
    if (err_pending() || (r->field.length == 0 && r->state != IN_QUOTED))
        return NULL;
    if (r->d->strict)
        return csv_fail("unexpected end of data");
    return save_field(r) < 0 ? NULL : (Value)r->fields;
}

static Value reader_next(Value self)
{
    PyCsvReader *reader = (PyCsvReader *)self;
    Record r = {.r = reader,
                .d = &reader->d,
                .fields = list_new(8),
                .limit = csv_field_limit()};
    StackText room;
    Span line;

    r.field = sb_on_stack(&room);
    do {
        Value v = op_next(reader->iterator);

        if (!v)
            return end_of_input(&r);
        reader->line_num++;
        if (!line_bytes(v, &line) || take_line(&r, line) < 0 ||
            end_line(&r) < 0)
            return NULL;
    } while (r.state != START_RECORD);
    return (Value)r.fields;
}

/* --- the type
 * ----------------------------------------------------------------------- */

static Value reader_next_method(Value self, const Value *args, Py_ssize nargs)
{
    Value v = reader_next(self);

    return v || err_pending() ? v : err_set(&exc_StopIteration, NULL);
}

static Value get_dialect(Value self)
{
    return ((PyCsvReader *)self)->dialect;
}

/* A long, as CPython gives it. */
static Value get_line_num(Value self)
{
    return long_from_int64(((PyCsvReader *)self)->line_num);
}

static int set_readonly(Value self, Value v)
{
    err_format(&exc_TypeError, "readonly attribute");
    return -1;
}

static Value reader_iter(Value self)
{
    return self;
}

Value csv_reader_new(Value iterator, Value dialect, const CsvDialect *d)
{
    PyCsvReader *r = gc_new(&csv_reader_type, sizeof *r);
    const int special[] = {d->delimiter, d->quote, d->escape, '\n', '\r', 0};

    r->iterator = iterator;
    r->dialect = dialect;
    r->d = *d;
    for (int i = 0; i < 6; i++)
        if (special[i] >= 0)
            r->special[special[i]] = true;
    return (Value)r;
}

static const NativeDef methods[] = {
    {"next", reader_next_method, 0, 0, ARITY_none}, {0}};

static const GetSetDef getsets[] = {
    {"dialect", get_dialect, set_readonly, .is_member = true},
    {"line_num", get_line_num, set_readonly, .is_member = true},
    {0}};

PyType csv_reader_type = {
    .head.type = &type_type,
    .name = "_csv.reader",
    .base = &object_type,
    .basic_size = sizeof(PyCsvReader),
    .doc = "Gives rows of the fields in lines; made by csv.reader().",
    .methods = methods,
    .getsets = getsets,
    .iter = reader_iter,
    .next = reader_next,
};
