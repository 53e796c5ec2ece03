/* Match objects. */
#include "_re.h"

#include "names.h"

#define SELF ((PyMatch *)self)

#include "methods_declare.h"
#include "_re_match.def"
#include "methods_end.h"

/* Is `outer` group inner's parent, or its parent's parent ...? */
static bool encloses(const ReTree *t, int64_t outer, int64_t inner)
{
    while (inner && inner != outer)
        inner = t->parent[inner];
    return inner == outer;
}

/* The group that was closed last: the one that ends last; of several that end
 * there an enclosing one, else the last in the pattern. */
static int64_t last_closed(const PyPattern *p, const int64_t *spans)
{
    int64_t last = 0;

    for (int64_t i = 1; i <= p->groups; i++) {
        if (spans[2 * i] < 0)
            continue;
        if (!last || spans[2 * i + 1] > spans[2 * last + 1] ||
            (spans[2 * i + 1] == spans[2 * last + 1] &&
             !encloses(p->tree, last, i)))
            last = i;
    }
    return last;
}

Value match_new(PyPattern *p, const Subject *s, int64_t pos, int64_t endpos,
                const int64_t *spans)
{
    size_t size = (size_t)(p->groups + 1) * 2 * sizeof *spans;
    PyMatch *m = gc_new(&match_type, sizeof *m + size);

    m->string = s->string;
    m->re = p;
    m->pos = pos;
    m->endpos = endpos;
    m->lastindex = last_closed(p, spans);
    memcpy(m->spans, spans, size);
    return (Value)m;
}

int64_t match_group_index(PyPattern *p, Value group)
{
    int64_t i = -1;

    if (has_type_flag(group, TYPE_INT | TYPE_LONG)) {
        i = op_index(group, NULL);
    } else {
        Value number = dict_get_or_null(p->tree->names, group);

        if (number)
            i = tagged_int_value(number);
        else
            err_clear();
    }
    if (i >= 0 && i <= p->groups)
        return i;
    err_format(&exc_IndexError, "no such group");
    return -1;
}

static Value group_or(PyMatch *m, int64_t i, Value fallback)
{
    Subject s = {.string = m->string};

    if (m->spans[2 * i] < 0)
        return fallback;
    return subject_slice(&s, m->spans[2 * i], m->spans[2 * i + 1]);
}

static Value group_by_key(PyMatch *m, Value key)
{
    int64_t i = match_group_index(m->re, key);

    return i < 0 ? NULL : group_or(m, i, NONE);
}

static Value m_group(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *t;

    if (nargs == 0)
        return group_or(SELF, 0, NONE);
    if (nargs == 1)
        return group_by_key(SELF, args[0]);
    t = tuple_new(nargs);
    for (Py_ssize i = 0; t && i < nargs; i++) {
        Value v = group_by_key(SELF, args[i]);

        if (!v)
            return NULL;
        tuple_init_item(t, i, v);
    }
    return (Value)t;
}

/* The optional argument `default`. */
static bool default_arg(const char *fname, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames, Value *out)
{
    static const char *const names[] = {"default"};

    if (args_parse(fname, args, nargs, kwnames, names, 0, 1, out) < 0)
        return false;
    if (!*out)
        *out = NONE;
    return true;
}

static Value m_groups(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    PyTuple *t;
    Value fallback;

    if (!default_arg("groups", args, nargs, kwnames, &fallback))
        return NULL;
    t = tuple_new(SELF->re->groups);
    for (int64_t i = 1; t && i <= SELF->re->groups; i++) {
        Value v = group_or(SELF, i, fallback);

        if (!v)
            return NULL;
        tuple_init_item(t, i - 1, v);
    }
    return (Value)t;
}

static Value m_groupdict(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    PyDict *d = dict_new();
    Value fallback, name, number;
    Py_ssize pos = 0;

    if (!default_arg("groupdict", args, nargs, kwnames, &fallback))
        return NULL;
    while (dict_next(SELF->re->tree->names, &pos, &name, &number)) {
        Value v = group_or(SELF, tagged_int_value(number), fallback);

        if (!v || dict_set(d, name, v) < 0)
            return NULL;
    }
    return (Value)d;
}

static int64_t group_arg(Value self, const Value *args, Py_ssize nargs)
{
    return nargs ? match_group_index(SELF->re, args[0]) : 0;
}

static Value m_start(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i = group_arg(self, args, nargs);

    return i < 0 ? NULL : value_from_int(SELF->spans[2 * i]);
}

static Value m_end(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i = group_arg(self, args, nargs);

    return i < 0 ? NULL : value_from_int(SELF->spans[2 * i + 1]);
}

static Value span_of(PyMatch *m, int64_t i)
{
    return (Value)tuple_pack(2, value_from_int(m->spans[2 * i]),
                             value_from_int(m->spans[2 * i + 1]));
}

static Value m_span(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i = group_arg(self, args, nargs);

    return i < 0 ? NULL : span_of(SELF, i);
}

/* Unset groups of an expanded text raise; see re_template_expand. */
static Value m_expand(Value self, const Value *args, Py_ssize nargs)
{
    ReTemplate *t = re_template_parse(SELF->re, args[0]);
    Subject s = {.string = SELF->string};

    return t ? re_template_expand(t, SELF->re, &s, SELF->spans) : NULL;
}

static Value m_copy(Value self, const Value *args, Py_ssize nargs)
{
    return err_format(&exc_TypeError, "cannot copy this match object");
}

static Value m_deepcopy(Value self, const Value *args, Py_ssize nargs)
{
    return err_format(&exc_TypeError, "cannot deepcopy this match object");
}

/* --- attributes ----------------------------------------------------------- */

static Value get_string(Value self)
{
    return SELF->string;
}

static Value get_re(Value self)
{
    return (Value)SELF->re;
}

static Value get_pos(Value self)
{
    return value_from_int(SELF->pos);
}

static Value get_endpos(Value self)
{
    return value_from_int(SELF->endpos);
}

static Value get_lastindex(Value self)
{
    return SELF->lastindex ? tag_int(SELF->lastindex) : NONE;
}

static Value get_lastgroup(Value self)
{
    Value name = SELF->re->tree->group_names[SELF->lastindex];

    return name ? name : NONE;
}

static Value get_regs(Value self)
{
    PyTuple *t;

    if (SELF->regs)
        return SELF->regs;
    t = tuple_new(SELF->re->groups + 1);
    for (int64_t i = 0; t && i <= SELF->re->groups; i++)
        tuple_init_item(t, i, span_of(SELF, i));
    __atomic_store_n(&SELF->regs, (Value)t, __ATOMIC_RELEASE);
    return (Value)t;
}

static const NativeDef match_methods[] = {
#include "methods_table.h"
#include "_re_match.def"
#include "methods_end.h"
    {0}};

static const GetSetDef match_getsets[] = {
    {"string", get_string, .is_member = true},
    {"re", get_re, .is_member = true},
    {"pos", get_pos, .is_member = true},
    {"endpos", get_endpos, .is_member = true},
    {"lastindex", get_lastindex},
    {"lastgroup", get_lastgroup},
    {"regs", get_regs},
    {0}};

static Value no_instances(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    return err_format(&exc_TypeError, "cannot create '%s' instances",
                      type->name);
}

PyType match_type = {
    .head.type = &type_type,
    .name = "_sre.SRE_Match",
    .base = &object_type,
    .basic_size = sizeof(PyMatch),
    .doc = "Where a pattern matched, and what its groups took.",
    .methods = match_methods,
    .getsets = match_getsets,
    .new_instance = no_instances,
};
