/* str.format and unicode.format, __format__ of both, and the iterators that
 * string.Formatter is built on.
 *
 * A format text is a sequence of literals and fields
 *     { field_name [!conversion] [:spec] }
 * where the spec may hold fields itself, two levels deep.  Positions are code
 * points for unicode and bytes for str. */
#include "iterators.h"
#include "long.h"
#include "number.h"
#include "numformat.h"
#include "str_type.h"
#include "text_search.h"
#include "thread.h"

/* Part of a str or unicode. */
typedef struct Part {
    Value text;
    const char *bytes; /* of a str; NULL: a unicode */
    int64_t start, stop;
} Part;

static inline uint32_t char_at(Part p, int64_t i)
{
    return p.bytes ? (unsigned char)p.bytes[i]
                   : unicode_at((PyUnicode *)p.text, i);
}

static Part whole(Value text)
{
    if (is_unicode(text))
        return (Part){text, NULL, 0, ((PyUnicode *)text)->length};
    return (Part){text, ((PyStr *)text)->data, 0, ((PyStr *)text)->length};
}

/* Bounds are the whole text's. */
static inline Part part_of(Part p, int64_t start, int64_t stop)
{
    return (Part){p.text, p.bytes, start, stop};
}

static Value part_value(Part p)
{
    if (is_unicode(p.text))
        return (Value)unicode_slice((PyUnicode *)p.text, p.start, p.stop);
    if (p.start == 0 && p.stop == ((PyStr *)p.text)->length)
        return p.text;
    return (Value)str_slice((PyStr *)p.text, p.start, p.stop);
}

/* --- parsing a format text ------------------------------------------------ */

typedef struct Field {
    Part literal;
    bool present; /* a field follows the literal */
    bool nested;  /* the spec holds fields */
    Part name, spec;
    uint32_t conversion; /* 0: none */
} Field;

/* Splits "name!c:spec". */
static bool parse_field(Part p, Field *f)
{
    int64_t i = p.start;
    uint32_t c = 0;

    f->present = true;
    f->conversion = 0;
    f->spec = part_of(p, p.stop, p.stop);
    while (i < p.stop && (c = char_at(p, i)) != ':' && c != '!')
        i++;
    f->name = part_of(p, p.start, i);
    if (i == p.stop)
        return true;
    i++;
    if (c == '!') {
        if (i >= p.stop) {
            err_format(&exc_ValueError, "end of format while looking for "
                                        "conversion specifier");
            return false;
        }
        f->conversion = char_at(p, i++);
        if (i < p.stop && char_at(p, i++) != ':') {
            err_format(&exc_ValueError, "expected ':' after format specifier");
            return false;
        }
    }
    f->spec.start = i;
    return true;
}

/* The literal at p->start with doubled braces reduced to its first one, and
 * the field behind it.  1 found, 0 at the end, -1 error; p->start moves on. */
static int next_field(Part *p, Field *f)
{
    int64_t i = p->start, start;
    uint32_t c = 0;
    int depth = 1;

    f->present = f->nested = false;
    if (i >= p->stop)
        return 0;
    while (i < p->stop && (c = char_at(*p, i)) != '{' && c != '}')
        i++;
    f->literal = part_of(*p, p->start, i);
    p->start = i;
    if (i == p->stop)
        return 1;
    if (i + 1 < p->stop && char_at(*p, i + 1) == c) {
        f->literal.stop = i + 1;
        p->start = i + 2;
        return 1;
    }
    if (c == '}') {
        err_format(&exc_ValueError, "Single '}' encountered in format string");
        return -1;
    }
    if (i + 1 == p->stop) {
        err_format(&exc_ValueError, "Single '{' encountered in format string");
        return -1;
    }
    for (start = ++i; i < p->stop && depth > 0; i++) {
        c = char_at(*p, i);
        depth += (c == '{') - (c == '}');
        f->nested |= c == '{';
    }
    if (depth > 0) {
        err_format(&exc_ValueError, "unmatched '{' in format");
        return -1;
    }
    p->start = i;
    return parse_field(part_of(*p, start, i - 1), f) ? 1 : -1;
}

/* --- field names ---------------------------------------------------------- */

/* A decimal number, or -1 when the part is none; -2 with ValueError. */
static int64_t part_index(Part p)
{
    int64_t n = 0;

    if (p.start >= p.stop)
        return -1;
    for (int64_t i = p.start; i < p.stop; i++) {
        uint32_t c = char_at(p, i);
        int digit = !p.bytes               ? char_decimal(c)
                    : c >= '0' && c <= '9' ? (int)c - '0'
                                           : -1;

        if (digit < 0)
            return -1;
        if (n > (INT64_MAX - digit) / 10) {
            err_format(&exc_ValueError,
                       "Too many decimal digits in format string");
            return -2;
        }
        n = n * 10 + digit;
    }
    return n;
}

/* The part before the first . or [; p->start moves behind it. */
static Part first_name(Part *p)
{
    Part first = *p;
    uint32_t c;

    while (p->start < p->stop && (c = char_at(*p, p->start)) != '.' && c != '[')
        p->start++;
    first.stop = p->start;
    return first;
}

/* The next .attribute or [item] of a field name: 1, 0 at the end, -1. */
static int next_access(Part *p, bool *is_attribute, Part *name)
{
    uint32_t c, opener;

    if (p->start >= p->stop)
        return 0;
    opener = char_at(*p, p->start++);
    if (opener != '.' && opener != '[') {
        err_format(&exc_ValueError, "Only '.' or '[' may follow ']' in format "
                                    "field specifier");
        return -1;
    }
    *is_attribute = opener == '.';
    *name = *p;
    while (p->start < p->stop) {
        c = char_at(*p, p->start);
        if (opener == '[' ? c == ']' : c == '.' || c == '[')
            break;
        p->start++;
    }
    name->stop = p->start;
    if (opener == '[') {
        if (p->start >= p->stop) {
            err_format(&exc_ValueError, "Missing ']' in format string");
            return -1;
        }
        p->start++;
    }
    if (name->start == name->stop) {
        err_format(&exc_ValueError, "Empty attribute in format string");
        return -1;
    }
    return 1;
}

static Value access_value(Value v, bool is_attribute, Part name)
{
    int64_t index;
    Value key = part_value(name);

    if (!key)
        return NULL;
    if (is_attribute) {
        PyStr *s =
            is_unicode(key) ? unicode_as_str((PyUnicode *)key) : (PyStr *)key;

        return s ? op_getattr(v, str_intern_value(s)) : NULL;
    }
    index = part_index(name);
    if (index == -2)
        return NULL;
    if (index >= 0) /* mappings are asked for a long */
        key = value_is_sequence(v) ? value_from_int(index)
                                   : long_from_int128(index);
    return op_getitem(v, key);
}

/* --- formatting ----------------------------------------------------------- */

typedef struct Formatter {
    bool is_unicode;
    const Value *args;
    Py_ssize nargs;
    PyTuple *kwnames;  /* their values follow args */
    int64_t automatic; /* next number of an empty {}; -1: they are manual */
    bool counted;      /* some field was automatic */
} Formatter;

static Value keyword_arg(Formatter *f, Part name)
{
    Value key = part_value(name);

    if (!key)
        return NULL;
    for (Py_ssize i = 0; f->kwnames && i < f->kwnames->length; i++) {
        int same = op_compare_bool(CMP_eq, f->kwnames->items[i], key);

        if (same)
            return same < 0 ? NULL : f->args[f->nargs + i];
    }
    return err_set(&exc_KeyError, key);
}

/* Numbers the field: its own index, or the automatic one; false on error. */
static bool number_field(Formatter *f, bool empty, int64_t *index)
{
    if (empty ? f->automatic < 0 : f->counted) {
        err_format(&exc_ValueError,
                   empty ? "cannot switch from manual field specification to "
                           "automatic field numbering"
                         : "cannot switch from automatic field numbering to "
                           "manual field specification");
        return false;
    }
    if (empty) {
        f->counted = true;
        *index = f->automatic++;
    } else {
        f->automatic = -1;
    }
    return true;
}

/* The object that a field name means. */
static Value field_value(Formatter *f, Part name)
{
    Part first = first_name(&name), part;
    bool empty = first.start == first.stop, is_attribute;
    int64_t index = part_index(first);
    int more;
    Value v;

    if (index == -2)
        return NULL;
    if ((empty || index >= 0) && !number_field(f, empty, &index))
        return NULL;
    if (index < 0)
        v = keyword_arg(f, first);
    else if (index >= f->nargs)
        v = err_format(&exc_IndexError, "tuple index out of range");
    else
        v = f->args[index];
    while (v && (more = next_access(&name, &is_attribute, &part)) != 0)
        v = more < 0 ? NULL : access_value(v, is_attribute, part);
    return v;
}

static Value converted(Formatter *f, Value v, uint32_t conversion)
{
    switch (conversion) {
    case 0:
        return v;
    case 'r':
        return op_repr(v);
    case 's':
        return f->is_unicode ? op_unicode(v) : str_or_unicode_of(v);
    }
    if (conversion > 32 && conversion < 127)
        return err_format(&exc_ValueError, "Unknown conversion specifier %c",
                          (char)conversion);
    return err_format(&exc_ValueError, "Unknown conversion specifier \\x%x",
                      conversion);
}

static Value format_part(Formatter *f, Part p, int depth);
Value text_dunder_format(Value text, Value spec);

static Value format_field(Formatter *f, Field *field, int depth)
{
    Value v = field_value(f, field->name), spec, r;

    if (v)
        v = converted(f, v, field->conversion);
    if (!v)
        return NULL;
    if (field->spec.start == field->spec.stop && !f->is_unicode &&
        (is_exact_str(v) || is_tagged_int(v)))
        return op_str(v);
    spec = field->nested ? format_part(f, field->spec, depth - 1)
                         : part_value(field->spec);
    if (!spec)
        return NULL;
    r = is_exact_str(v) && !f->is_unicode ? text_dunder_format(v, spec)
                                          : op_format(v, spec);
    if (!r || !f->is_unicode)
        return r && is_unicode(r) ? (Value)unicode_as_str((PyUnicode *)r) : r;
    return (Value)unicode_coerce(r);
}

/* Text and fields {} or {0} with a str or small int, as far as they go; what
 * else there is, errors too, is left to next_field. */
static int put_simple_fields(Formatter *f, Part *p, StrBuilder *b)
{
    const char *s = ((PyStr *)p->text)->data;

    for (int64_t i = p->start; i < p->stop;) {
        bool empty = i + 1 < p->stop && s[i + 1] == '}';
        int64_t index = empty ? f->automatic : s[i + 1] - '0';
        Value v;

        if (s[i] != '{' && s[i] != '}') {
            i++;
            continue;
        }
        if (s[i] == '}' || (!empty && (i + 2 >= p->stop || s[i + 2] != '}')) ||
            index < 0 || index > 9 || index >= f->nargs ||
            (!empty && f->counted))
            return 0;
        v = f->args[index];
        if (!is_tagged_int(v) && !is_exact_str(v))
            return 0;
        if (!number_field(f, empty, &index) ||
            sb_add(b, s + p->start, i - p->start) < 0 ||
            (is_tagged_int(v)
                 ? sb_add_int(b, tagged_int_value(v))
                 : sb_add(b, ((PyStr *)v)->data, ((PyStr *)v)->length)) < 0)
            return -1;
        p->start = i += empty ? 2 : 3;
    }
    return 0;
}

static Value format_part(Formatter *f, Part p, int depth)
{
    StackText room;
    StrBuilder bytes = sb_on_stack(&room);
    UniBuilder text = {0};
    Field field;
    int more;

    if (depth <= 0)
        return err_format(&exc_ValueError, "Max string recursion exceeded");
    if (!f->is_unicode && put_simple_fields(f, &p, &bytes) < 0)
        return NULL;
    while ((more = next_field(&p, &field)) != 0) {
        Part l = field.literal;
        Value v;

        if (more < 0)
            return NULL;
        if (f->is_unicode
                ? ub_add(&text, (PyUnicode *)l.text, l.start, l.stop) < 0
                : sb_add(&bytes, ((PyStr *)l.text)->data + l.start,
                         l.stop - l.start) < 0)
            return NULL;
        if (!field.present)
            continue;
        v = format_field(f, &field, depth);
        if (!v)
            return NULL;
        if (f->is_unicode
                ? ub_add(&text, (PyUnicode *)v, 0, ((PyUnicode *)v)->length) < 0
                : sb_add(&bytes, ((PyStr *)v)->data, ((PyStr *)v)->length) < 0)
            return NULL;
    }
    return f->is_unicode ? (Value)ub_finish(&text) : (Value)sb_finish(&bytes);
}

Value text_format(Value text, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    Formatter f = {is_unicode(text), args, nargs, kwnames, 0, false};

    return format_part(&f, whole(text), 2);
}

/* --- __format__ ----------------------------------------------------------- */

static void *bad_spec(const char *text)
{
    return err_format(&exc_ValueError, "%s", text);
}

/* Checks what strings do not allow. */
static bool check_spec(const FormatSpec *s, Value spec, Value v)
{
    if (s->type && s->type != 's')
        return format_unknown_code(s, spec, v);
    if (s->sign)
        return bad_spec("Sign not allowed in string format specifier");
    if (s->alternate)
        return bad_spec("Alternate form (#) not allowed in string format "
                        "specifier");
    if (s->align == '=')
        return bad_spec("'=' alignment not allowed in string format "
                        "specifier");
    if (s->thousands)
        return bad_spec("Cannot specify ',' with 's'.");
    return true;
}

static Value padded(Value text, const FormatSpec *s, uint32_t fill)
{
    int64_t n = whole(text).stop, total, left;
    UniBuilder u = {0};
    char space = (char)fill;
    PyStr *r;

    if (s->precision >= 0 && n > s->precision)
        n = s->precision;
    total = s->width > n ? s->width : n;
    left = s->align == '>' ? total - n : s->align == '^' ? (total - n) / 2 : 0;
    if (is_unicode(text)) {
        if (ub_reserve(&u, total, fill) < 0)
            return NULL;
        for (int64_t i = 0; i < left; i++)
            unicode_put(u.text, u.length++, fill);
        if (ub_add(&u, (PyUnicode *)text, 0, n) < 0)
            return NULL;
        while (u.length < total)
            unicode_put(u.text, u.length++, fill);
        return (Value)ub_finish(&u);
    }
    if (total <= 1)
        return (Value)(n ? str_from(((PyStr *)text)->data, n)
                         : str_from(&space, total));
    r = str_new(total);
    if (!r)
        return NULL;
    memset(r->data, (int)fill, (size_t)total);
    memcpy(r->data + left, ((PyStr *)text)->data, (size_t)n);
    return (Value)r;
}

Value text_dunder_format(Value text, Value spec)
{
    FormatSpec s;

    if (!has_type_flag(spec, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "__format__ arg must be str or unicode, not %s",
                          type_name_of(spec));
    spec = is_unicode(text)   ? (Value)unicode_coerce(spec)
           : is_unicode(spec) ? (Value)unicode_as_str((PyUnicode *)spec)
                              : spec;
    if (!spec)
        return NULL;
    if (whole(spec).stop == 0)
        return is_unicode(text) ? op_unicode(text) : op_str(text);
    if (!format_spec_parse(spec, 's', '<', &s) || !check_spec(&s, spec, text))
        return NULL;
    return padded(text, &s, s.fill_given ? s.fill : ' ');
}

/* --- string.Formatter's iterators ----------------------------------------- */

typedef struct PyPartIterator {
    PyObject head;
    Value text;
    int64_t start, stop;
} PyPartIterator;

static Value iter_self(Value self)
{
    return self;
}

static Value parser_next(Value self)
{
    PyPartIterator *it = (PyPartIterator *)self;
    Part p = part_of(whole(it->text), it->start, it->stop);
    Field f;
    int more = next_field(&p, &f);
    Value literal, name = NONE, spec = NONE, conversion = NONE;

    it->start = p.start;
    if (more <= 0)
        return NULL;
    literal = part_value(f.literal);
    if (f.present) {
        name = part_value(f.name);
        spec = part_value(f.spec);
        if (f.conversion)
            conversion = is_unicode(it->text)
                             ? (Value)unicode_char(f.conversion)
                             : (Value)str_char((unsigned char)f.conversion);
    }
    return literal && name && spec
               ? (Value)tuple_pack(4, literal, name, spec, conversion)
               : NULL;
}

static Value access_next(Value self)
{
    PyPartIterator *it = (PyPartIterator *)self;
    Part p = part_of(whole(it->text), it->start, it->stop), name;
    bool is_attribute;
    int more = next_access(&p, &is_attribute, &name);
    Value v;
    int64_t index;

    it->start = p.start;
    if (more <= 0)
        return NULL;
    index = is_attribute ? -1 : part_index(name);
    if (index == -2)
        return NULL;
    v = index >= 0 ? long_from_int64(index) : part_value(name);
    return v ? (Value)tuple_pack(2, value_from_bool(is_attribute), v) : NULL;
}

static PyType formatter_iterator_type = {
    .head.type = &type_type,
    .name = "formatteriterator",
    .base = &object_type,
    .basic_size = sizeof(PyPartIterator),
    .iter = iter_self,
    .next = parser_next,
};

static PyType field_name_iterator_type = {
    .head.type = &type_type,
    .name = "fieldnameiterator",
    .base = &object_type,
    .basic_size = sizeof(PyPartIterator),
    .iter = iter_self,
    .next = access_next,
};

static Value part_iterator(PyType *type, Part p)
{
    PyPartIterator *it;

    if (type_ready(type) < 0)
        return NULL;
    it = gc_new(type, sizeof *it);
    it->text = p.text;
    it->start = p.start;
    it->stop = p.stop;
    return (Value)it;
}

Value text_formatter_parser(Value text)
{
    return part_iterator(&formatter_iterator_type, whole(text));
}

Value text_field_name_split(Value text)
{
    Part rest = whole(text), first = first_name(&rest);
    int64_t index = part_index(first);
    Value v, it;

    if (index == -2)
        return NULL;
    v = index >= 0 ? long_from_int64(index) : part_value(first);
    it = part_iterator(&field_name_iterator_type, rest);
    return v && it ? (Value)tuple_pack(2, v, it) : NULL;
}
