/* Module _re: pattern objects, their searching methods, and the cache of
 * compiled patterns.
 *
 * The advance rules after empty matches are CPython 2.7's: each method states
 * its own. */
#include "_re.h"

#include "gc.h"
#include "instance.h"
#include "module.h"
#include "module_support.h"
#include "names.h"

#define SELF ((PyPattern *)self)

PyType *re_error;

#include "methods_declare.h"
#include "_re.def"
#include "_re_pattern.def"
#include "methods_end.h"

/* --- arguments ------------------------------------------------------------ */

/* A search in progress over one text. */
typedef struct Search {
    PyPattern *p;
    Subject s;
    int64_t pos, endpos; /* clipped */
    int64_t at;          /* where the next search starts */
    int64_t spans[2 * RE_MAX_GROUPS];
} Search;

static bool search_open(Search *r, PyPattern *p, Value string, int64_t pos,
                        int64_t endpos)
{
    int64_t n;

    r->p = p;
    if (!subject_open(p, string, &r->s))
        return false;
    n = r->s.length;
    r->pos = r->at = pos < 0 ? 0 : pos > n ? n : pos;
    r->endpos = endpos < 0 ? 0 : endpos > n ? n : endpos;
    return true;
}

static int search_next(Search *r, bool anchored)
{
    return re_exec(r->p, &r->s, r->at, r->endpos, anchored, r->spans);
}

static bool is_empty(const Search *r)
{
    return r->spans[0] == r->spans[1];
}

static Value search_match(Search *r)
{
    return match_new(r->p, &r->s, r->pos, r->endpos, r->spans);
}

/* The names of keyword arguments with an old one of `string` replaced. */
static PyTuple *new_names(PyTuple *kwnames, const char *old)
{
    PyTuple *t;

    if (!kwnames)
        return NULL;
    t = tuple_new(kwnames->length);
    for (int64_t i = 0; t && i < kwnames->length; i++) {
        Value name = kwnames->items[i];

        if (strcmp(((PyStr *)name)->data, old) == 0)
            name = (Value)str_intern("string");
        tuple_init_item(t, i, name);
    }
    return t;
}

static bool range_args(const char *fname, Value self, const Value *args,
                       Py_ssize nargs, PyTuple *kwnames, Search *r)
{
    static const char *const names[] = {"string", "pos", "endpos"};
    int64_t pos = 0, endpos = INT64_MAX;
    Value v[3];

    if (nargs == 1 && !kwnames)
        return search_open(r, SELF, args[0], 0, INT64_MAX);
    kwnames = new_names(kwnames,
                        strncmp(fname, "find", 4) == 0 ? "source" : "pattern");
    if (args_parse(fname, args, nargs, kwnames, names, 1, 3, v) < 0 ||
        (v[1] && !arg_int(v, 2, 1, 0, &pos)) ||
        (v[2] && !arg_int(v, 3, 2, 0, &endpos)))
        return false;
    return search_open(r, SELF, v[0], pos, endpos);
}

/* --- match, search, findall ----------------------------------------------- */

static Value m_match(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    Search r;
    int found;

    if (!range_args("match", self, args, nargs, kwnames, &r))
        return NULL;
    found = search_next(&r, true);
    return found < 0 ? NULL : found ? search_match(&r) : NONE;
}

static Value m_search(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Search r;
    int found;

    if (!range_args("search", self, args, nargs, kwnames, &r))
        return NULL;
    found = search_next(&r, false);
    return found < 0 ? NULL : found ? search_match(&r) : NONE;
}

/* Text of a group; unset: empty or None. */
static Value group_text(Search *r, int64_t group, bool empty)
{
    int64_t start = r->spans[2 * group], end = r->spans[2 * group + 1];

    if (start < 0) {
        if (!empty)
            return NONE;
        start = end = 0;
    }
    return subject_slice(&r->s, start, end);
}

static Value findall_item(Search *r)
{
    PyTuple *t;

    if (r->p->groups <= 1)
        return group_text(r, r->p->groups, true);
    t = tuple_new(r->p->groups);
    for (int64_t i = 1; t && i <= r->p->groups; i++) {
        Value v = group_text(r, i, true);

        if (!v)
            return NULL;
        tuple_init_item(t, i - 1, v);
    }
    return (Value)t;
}

/* After an empty match the search goes on one character later. */
static void step(Search *r)
{
    r->at = r->spans[1] + is_empty(r);
}

static Value m_findall(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    PyList *list = list_new(0);
    Search r;
    int found = 1;

    if (!range_args("findall", self, args, nargs, kwnames, &r))
        return NULL;
    while (r.at <= r.endpos && (found = search_next(&r, false)) > 0) {
        Value item = findall_item(&r);

        if (!item || list_append(list, item) < 0)
            return NULL;
        step(&r);
    }
    return found < 0 ? NULL : (Value)list;
}

/* --- split ---------------------------------------------------------------- */

static bool split_piece(Search *r, PyList *list, int64_t start, int64_t end)
{
    Value v = subject_slice(&r->s, start, end);

    if (!v || list_append(list, v) < 0)
        return false;
    return true;
}

static bool split_groups(Search *r, PyList *list)
{
    for (int64_t i = 1; i <= r->p->groups; i++) {
        Value v = group_text(r, i, false);

        if (!v || list_append(list, v) < 0)
            return false;
    }
    return true;
}

/* Empty matches do not split. */
static Value m_split(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    static const char *const names[] = {"string", "maxsplit"};
    PyList *list = list_new(0);
    int64_t max = 0, n = 0, last = 0;
    Value v[2];
    Search r;

    kwnames = new_names(kwnames, "source");
    if (args_parse("split", args, nargs, kwnames, names, 1, 2, v) < 0 ||
        (v[1] && !arg_int(v, 2, 1, 0, &max)) ||
        !search_open(&r, SELF, v[0], 0, INT64_MAX))
        return NULL;
    while ((max == 0 || n < max) && r.at <= r.endpos) {
        int found = search_next(&r, false);

        if (found < 0)
            return NULL;
        if (!found || (is_empty(&r) && last == r.endpos))
            break;
        if (!is_empty(&r)) {
            if (!split_piece(&r, list, last, r.spans[0]) ||
                !split_groups(&r, list))
                return NULL;
            n++;
            last = r.spans[1];
        }
        step(&r);
    }
    return split_piece(&r, list, last, r.endpos) ? (Value)list : NULL;
}

/* --- sub ------------------------------------------------------------------ */

/* What replaces matches, and the text made so far.  Text is collected as
 * bytes or code points while all of it is of the subject's own type, else in
 * a list to be joined. */
typedef struct Substitution {
    Search r;
    Value function; /* or NULL */
    ReTemplate *template;
    enum { OUT_bytes, OUT_text, OUT_list } out;
    StrBuilder bytes;
    UniBuilder text;
    PyList *pieces;
} Substitution;

static int put_span(Substitution *u, int64_t start, int64_t end)
{
    Value piece;

    if (start >= end)
        return 0;
    if (u->out == OUT_bytes)
        return sb_add(&u->bytes, (const char *)u->r.s.data + start,
                      end - start);
    if (u->out == OUT_text)
        return ub_add(&u->text, (PyUnicode *)u->r.s.string, start, end);
    piece = subject_slice(&u->r.s, start, end);
    return piece ? list_append(u->pieces, piece) : -1;
}

static int put_literal(Substitution *u, Value literal)
{
    if (u->out == OUT_bytes)
        return sb_add(&u->bytes, ((PyStr *)literal)->data,
                      ((PyStr *)literal)->length);
    if (u->out == OUT_text)
        return ub_add(&u->text, (PyUnicode *)literal, 0,
                      ((PyUnicode *)literal)->length);
    return list_append(u->pieces, literal);
}

static int put_group(Substitution *u, int64_t group)
{
    const int64_t *spans = u->r.spans;

    if (group > u->r.p->groups) {
        err_format(re_error, "invalid group reference");
        return -1;
    }
    if (spans[2 * group] < 0) {
        err_format(re_error, "unmatched group");
        return -1;
    }
    return put_span(u, spans[2 * group], spans[2 * group + 1]);
}

static int put_replacement(Substitution *u)
{
    Value match, v;

    if (!u->function) {
        for (int64_t i = 0; i < u->template->count; i++)
            if (u->template->parts[i].literal
                    ? put_literal(u, u->template->parts[i].literal) < 0
                    : put_group(u, u->template->parts[i].group) < 0)
                return -1;
        return 0;
    }
    match = search_match(&u->r);
    v = match ? op_call(u->function, &match, 1, NULL) : NULL;
    if (!v)
        return -1;
    return v == NONE ? 0 : list_append(u->pieces, v);
}

static bool substitution_open(Substitution *u, PyPattern *p, Value replacement,
                              Value string)
{
    Value subject_type = (Value)type_of(string);

    if (type_of(replacement)->call) {
        u->function = replacement;
        u->out = OUT_list;
    } else {
        u->template = re_template_parse(p, replacement);
        if (!u->template)
            return false;
    }
    if (!search_open(&u->r, p, string, 0, INT64_MAX))
        return false;
    if (!u->function)
        u->out = subject_type != (Value)type_of(replacement) ? OUT_list
                 : is_exact_str(string)                      ? OUT_bytes
                 : is_exact_unicode(string)                  ? OUT_text
                                                             : OUT_list;
    u->pieces = u->out == OUT_list ? list_new(0) : NULL;
    return true;
}

static Value substitution_result(Substitution *u)
{
    switch (u->out) {
    case OUT_bytes:
        return (Value)sb_finish(&u->bytes);
    case OUT_text:
        return (Value)ub_finish(&u->text);
    default:
        return re_join(&u->r.s, u->pieces);
    }
}

/* An empty match right behind the last one is not replaced. */
static Value substitute(Substitution *u, int64_t max, int64_t *count)
{
    Search *r = &u->r;
    int64_t done = 0, n = 0;

    while ((max == 0 || n < max) && r->at <= r->endpos) {
        int found = search_next(r, false);

        if (found < 0)
            return NULL;
        if (!found)
            break;
        if (!(is_empty(r) && r->spans[0] == done && n > 0)) {
            if (put_span(u, done, r->spans[0]) < 0 || put_replacement(u) < 0)
                return NULL;
            done = r->spans[1];
            n++;
        }
        step(r);
    }
    *count = n;
    if (n == 0 && u->out != OUT_list)
        return subject_slice(&r->s, 0, r->s.length);
    return put_span(u, done, r->endpos) < 0 ? NULL : substitution_result(u);
}

static Value sub_args(const char *fname, Value self, const Value *args,
                      Py_ssize nargs, PyTuple *kwnames, int64_t *n)
{
    static const char *const names[] = {"repl", "string", "count"};
    Substitution u = {0};
    int64_t max = 0;
    Value v[3];

    if (args_parse(fname, args, nargs, kwnames, names, 2, 3, v) < 0 ||
        (v[2] && !arg_int(v, 3, 2, 0, &max)) ||
        !substitution_open(&u, SELF, v[0], v[1]))
        return NULL;
    return substitute(&u, max, n);
}

static Value m_sub(Value self, const Value *args, Py_ssize nargs,
                   PyTuple *kwnames)
{
    int64_t n;

    return sub_args("sub", self, args, nargs, kwnames, &n);
}

static Value m_subn(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    int64_t n;
    Value r = sub_args("subn", self, args, nargs, kwnames, &n);

    return r ? (Value)tuple_pack(2, r, value_from_int(n)) : NULL;
}

/* --- scanner and finditer ------------------------------------------------- */

typedef struct PyScanner {
    PyObject head;
    PyPattern *pattern;
    Value string;
    int64_t pos, endpos, at; /* at -1: an iterator's end */
} PyScanner;

static Value scan(PyScanner *sc, bool anchored)
{
    Search r;
    int found;
    int64_t at = sc->at;

    if (!search_open(&r, sc->pattern, sc->string, sc->pos, sc->endpos))
        return NULL;
    if (at > r.endpos)
        return NONE;
    r.at = at;
    found = search_next(&r, anchored);
    if (found <= 0) {
        sc->at = at + 1;
        return found ? NULL : NONE;
    }
    step(&r);
    sc->at = r.at;
    return search_match(&r);
}

static Value scanner_match(Value self, const Value *args, Py_ssize nargs)
{
    return scan((PyScanner *)self, true);
}

static Value scanner_search(Value self, const Value *args, Py_ssize nargs)
{
    return scan((PyScanner *)self, false);
}

static Value scanner_pattern(Value self)
{
    return (Value)((PyScanner *)self)->pattern;
}

static const NativeDef scanner_methods[] = {
    {"match", scanner_match, 0, 0, ARITY_none},
    {"search", scanner_search, 0, 0, ARITY_none},
    {0}};

static const GetSetDef scanner_getsets[] = {{"pattern", scanner_pattern}, {0}};

PyType scanner_type = {
    .head.type = &type_type,
    .name = "_sre.SRE_Scanner",
    .base = &object_type,
    .basic_size = sizeof(PyScanner),
    .methods = scanner_methods,
    .getsets = scanner_getsets,
};

static Value iterator_self(Value self)
{
    return self;
}

static Value iterator_next(Value self)
{
    PyScanner *sc = (PyScanner *)self;
    Value v;

    if (sc->at < 0)
        return NULL;
    v = scan(sc, false);
    if (v != NONE)
        return v;
    sc->at = -1;
    return NULL;
}

static PyType iterator_type = {
    .head.type = &type_type,
    .name = "callable-iterator",
    .base = &object_type,
    .basic_size = sizeof(PyScanner),
    .iter = iterator_self,
    .next = iterator_next,
};

static Value scanner_new(PyType *type, const Search *r)
{
    PyScanner *sc = gc_new(type, sizeof *sc);

    sc->pattern = r->p;
    sc->string = r->s.string;
    sc->pos = sc->at = r->pos;
    sc->endpos = r->endpos;
    return (Value)sc;
}

static Value m_scanner(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    Search r;

    if (!range_args("scanner", self, args, nargs, kwnames, &r))
        return NULL;
    return scanner_new(&scanner_type, &r);
}

static Value m_finditer(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    Search r;

    if (!range_args("finditer", self, args, nargs, kwnames, &r))
        return NULL;
    return scanner_new(&iterator_type, &r);
}

/* --- the pattern type ----------------------------------------------------- */

static Value m_copy(Value self, const Value *args, Py_ssize nargs)
{
    return err_format(&exc_TypeError, "cannot copy this pattern object");
}

static Value m_deepcopy(Value self, const Value *args, Py_ssize nargs)
{
    return err_format(&exc_TypeError, "cannot deepcopy this pattern object");
}

static Value get_pattern(Value self)
{
    return SELF->pattern;
}

static Value get_flags(Value self)
{
    return tag_int(SELF->flags);
}

static Value get_groups(Value self)
{
    return tag_int(SELF->groups);
}

static Value get_groupindex(Value self)
{
    return (Value)SELF->tree->names;
}

static const NativeDef pattern_methods[] = {
#include "methods_table.h"
#include "_re_pattern.def"
#include "methods_end.h"
    {0}};

static const GetSetDef pattern_getsets[] = {
    {"pattern", get_pattern, .is_member = true},
    {"flags", get_flags, .is_member = true},
    {"groups", get_groups, .is_member = true},
    {"groupindex", get_groupindex, .is_member = true},
    {0}};

static Value no_instances(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    return err_format(&exc_TypeError, "cannot create '%s' instances",
                      type->name);
}

PyType pattern_type = {
    .head.type = &type_type,
    .name = "_sre.SRE_Pattern",
    .base = &object_type,
    .basic_size = sizeof(PyPattern),
    .doc = "What re.compile() makes of a pattern.",
    .methods = pattern_methods,
    .getsets = pattern_getsets,
    .new_instance = no_instances,
};

/* --- compile and its cache ------------------------------------------------ */

/* Direct-mapped; entries are patterns, replaced as a whole. */
enum { CACHE_SIZE = 512 };
static struct {
    PyPattern *_Atomic pattern;
    _Atomic int64_t given_flags;
} cache[CACHE_SIZE];

static uint64_t cache_index(Value pattern, int64_t flags)
{
    int64_t h = is_str(pattern) ? str_hash((PyStr *)pattern)
                                : unicode_hash((PyUnicode *)pattern) + 1;

    return ((uint64_t)h ^ (uint64_t)h >> 20 ^ (uint64_t)flags * 31) %
           CACHE_SIZE;
}

static bool same_pattern(Value a, Value b)
{
    if (a == b)
        return true;
    if (type_of(a) != type_of(b))
        return false;
    return is_str(a) ? str_equal((PyStr *)a, (PyStr *)b)
                     : unicode_equal((PyUnicode *)a, (PyUnicode *)b);
}

static Value pattern_new(Value pattern, int64_t flags)
{
    ReTree *tree = re_parse(pattern, (int)flags);
    PyPattern *p;

    if (!tree)
        return NULL;
    if ((flags & RE_DEBUG) && re_dump(tree) < 0)
        return NULL;
    p = gc_new(&pattern_type, sizeof *p);
    p->pattern = pattern;
    p->tree = tree;
    p->flags = tree->flags;
    p->groups = tree->groups;
    gc_on_unreachable(&p->head, re_free_code);
    return (Value)p;
}

static Value compile_pattern(Value pattern, int64_t flags)
{
    uint64_t i = cache_index(pattern, flags);
    PyPattern *p =
        atomic_load_explicit(&cache[i].pattern, memory_order_acquire);

    /* The given flags are read behind the pattern and checked against it:
     * a torn pair can only be a miss, as flags differ from the pattern's own
     * by what the pattern's text sets, which is the same for equal texts. */
    if (p && atomic_load(&cache[i].given_flags) == flags &&
        (p->flags & flags) == flags && same_pattern(p->pattern, pattern))
        return (Value)p;
    p = (PyPattern *)pattern_new(pattern, flags);
    if (!p || (flags & RE_DEBUG))
        return (Value)p;
    atomic_store(&cache[i].given_flags, flags);
    atomic_store_explicit(&cache[i].pattern, p, memory_order_release);
    return (Value)p;
}

static Value f_compile(Value self, const Value *args, Py_ssize nargs)
{
    int64_t flags;

    if (!arg_int(args, nargs, 1, 0, &flags))
        return NULL;
    if (type_of(args[0]) == &pattern_type) {
        if (flags)
            return err_format(&exc_ValueError, "Cannot process flags argument "
                                               "with a compiled pattern");
        return args[0];
    }
    if (!has_type_flag(args[0], TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "first argument must be string or compiled pattern");
    return compile_pattern(args[0], flags);
}

static Value f_purge(Value self, const Value *args, Py_ssize nargs)
{
    for (int i = 0; i < CACHE_SIZE; i++)
        atomic_store_explicit(&cache[i].pattern, NULL, memory_order_release);
    return NONE;
}

static Value f_getcodesize(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(4);
}

/* The lower case of a code point, by the flags' rules. */
static Value f_getlower(Value self, const Value *args, Py_ssize nargs)
{
    int64_t c, flags;

    if (!arg_int(args, nargs, 0, 0, &c) || !arg_int(args, nargs, 1, 0, &flags))
        return NULL;
    if (flags & RE_UNICODE)
        return tag_int(char_lower((uint32_t)c));
    return tag_int(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool is_plain(uint32_t c)
{
    return c < 128 && (is_ascii_alpha((unsigned char)c) ||
                       is_ascii_digit((unsigned char)c));
}

static Value escape_unicode(PyUnicode *u)
{
    UniBuilder b = {0};

    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (c == 0
                ? ub_add_bytes(&b, "\\000", 4) < 0
                : (!is_plain(c) && ub_putc(&b, '\\') < 0) || ub_putc(&b, c) < 0)
            return NULL;
    }
    return (Value)ub_finish(&b);
}

static Value f_escape(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Span s;

    if (is_unicode(args[0]))
        return escape_unicode((PyUnicode *)args[0]);
    if (!arg_char_buffer(args[0], &s))
        return NULL;
    for (int64_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (c == 0 ? sb_add(&b, "\\000", 4) < 0
                   : (!is_plain(c) && sb_putc(&b, '\\') < 0) ||
                         sb_putc(&b, (char)c) < 0)
            return NULL;
    }
    return (Value)sb_finish(&b);
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_re.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    if (!re_error &&
        !(re_error = exception_class_new("sre_constants.error", NULL)))
        return -1;
    if (type_ready(&pattern_type) < 0 || type_ready(&match_type) < 0 ||
        type_ready(&scanner_type) < 0 || type_ready(&iterator_type) < 0)
        return -1;
    return module_add(m, "error", (Value)re_error) < 0 ||
                   module_add(m, "Pattern", (Value)&pattern_type) < 0 ||
                   module_add(m, "MAGIC", tag_int(20031017)) < 0
               ? -1
               : 0;
}

const NativeModule native_module__re = {"_re", NULL, functions, init};
