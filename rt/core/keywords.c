/* Keywords of calls: f(*args, **kw), and the order that dicts give them.
 *
 * A call passes keywords as a tuple of names behind whose values the
 * positional ones stand.  CPython passes a dict wherever it does not call a
 * Python function directly, and the order of that dict shows: a function with
 * a ** parameter meets its keywords in that order.  So names that come from a
 * dict keep it behind the last name (KWNAMES_OF_DICT), for C functions that
 * want a dict; and what reaches a Python function through a type, an instance
 * or an unbound method has its names sorted as a dict would have them. */
#include "thread.h"
#include "dict.h"
#include "names.h"
#include "str.h"
#include "type.h"

/* head.flags of a tuple of names: items[length] is the dict they are of. */
enum { KWNAMES_OF_DICT = 1 };

enum { SPREAD_FEW = 12 }; /* arguments that need no collected memory */

/* How error texts name what is called: "f" "()". */
static const char *callee_name(Value f)
{
    PyType *t = f ? type_of(f) : NULL;
    Value name = NULL;

    if (!f) {
        err_clear();
        return "";
    }
    if (t == &instance_method_type)
        return callee_name(((PyInstanceMethod *)f)->function);
    if (t == &native_function_type)
        return ((PyNativeFunction *)f)->def->name;
    if (t == &function_type)
        name = ((PyFunction *)f)->name;
    else if (t == &classobj_type)
        name = op_getattr_or_null(f, NAME(dunder_name));
    else if (t == &instance_type)
        return callee_name(op_getattr(f, NAME(dunder_class)));
    return name && has_type_flag(name, TYPE_STR) ? str_data((PyStr *)name)
                                                 : type_name_of(f);
}

static const char *callee_kind(Value f)
{
    PyType *t = type_of(f);

    if (t == &function_type || t == &native_function_type ||
        t == &instance_method_type)
        return "()";
    if (t == &classobj_type)
        return " constructor";
    return t == &instance_type ? " instance" : " object";
}

/* A dict of the mapping after **; `copy` for one that can be added to. */
static PyDict *starstar_dict(Value callee, Value v, bool copy)
{
    PyDict *d;

    if (!v)
        return dict_new();
    if (has_type_flag(v, TYPE_DICT))
        return copy ? dict_copy((PyDict *)v) : (PyDict *)v;
    d = dict_new();
    if (!d || dict_merge(d, v, true) == 0)
        return d && copy ? dict_copy(d) : d; /* copied for the order */
    if (err_matches(&exc_AttributeError))
        err_format(&exc_TypeError,
                   "%.200s%.200s argument after ** must be a mapping, not "
                   "%.200s",
                   callee_name(callee), callee_kind(callee), type_name_of(v));
    return NULL;
}

/* CPython takes any TypeError for "not iterable", but those of generators. */
static PyTuple *star_tuple(Value callee, Value v)
{
    PyTuple *t;

    if (!v)
        return tuple_new(0);
    if (has_type_flag(v, TYPE_TUPLE))
        return (PyTuple *)v;
    t = op_tuple(v);
    if (!t && err_matches(&exc_TypeError) && type_of(v) != &generator_type)
        err_format(&exc_TypeError,
                   "%.200s%.200s argument after * must be an iterable, not "
                   "%.200s",
                   callee_name(callee), callee_kind(callee), type_name_of(v));
    return t;
}

/* Adds the keywords written in the call to those after **, last first as
 * CPython finds them on its stack. */
static int add_keywords(Value callee, PyDict *d, PyTuple *kwnames,
                        const Value *values)
{
    for (Py_ssize i = kwnames->length - 1; i >= 0; i--) {
        PyStr *name = (PyStr *)kwnames->items[i];

        if (dict_get_str_or_null(d, name)) {
            err_format(&exc_TypeError,
                       "%.200s%s got multiple values for keyword argument "
                       "'%.200s'",
                       callee_name(callee), callee_kind(callee),
                       str_data(name));
            return -1;
        }
        if (dict_set_str(d, name, values[i]) < 0)
            return -1;
    }
    return 0;
}

PyTuple *keywords_spread(PyDict *d, Value *values, Py_ssize n)
{
    Py_ssize pos = 0, i = 0;
    PyTuple *names = tuple_new(n + 1);
    Value key, value;

    while (names && i < n && dict_next(d, &pos, &key, &value)) {
        tuple_init_item(names, i, key);
        values[i++] = value;
    }
    if (names) {
        tuple_init_item(names, i, (Value)d);
        names->length = i; /* another thread may have removed some */
        names->head.flags |= KWNAMES_OF_DICT;
    }
    return names;
}

/* The keywords of a call as a dict that the caller only reads. */
PyDict *keywords_dict(const Value *values, PyTuple *kwnames)
{
    PyDict *d;

    if (kwnames->head.flags & KWNAMES_OF_DICT)
        return (PyDict *)kwnames->items[kwnames->length];
    d = dict_new();
    for (Py_ssize i = kwnames->length - 1; d && i >= 0; i--)
        if (dict_set(d, kwnames->items[i], values[i]) < 0)
            return NULL;
    return d;
}

/* It is a Python function that shows the order of its keywords. */
static bool shows_order(Value f)
{
    if (type_of(f) == &instance_method_type)
        f = ((PyInstanceMethod *)f)->function;
    return type_of(f) == &function_type &&
           ((PyFunction *)f)->code->flags & CODE_VARKEYWORDS;
}

Value call_through_dict(Value callee, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyDict *d;
    Value *all;

    if (!kwnames || kwnames->length < 2 || !shows_order(callee) ||
        kwnames->head.flags & KWNAMES_OF_DICT)
        return op_call(callee, args, nargs, kwnames);
    d = keywords_dict(args + nargs, kwnames);
    all = d ? gc_array((size_t)(nargs + kwnames->length)) : NULL;
    if (!all)
        return NULL;
    memcpy(all, args, (size_t)nargs * sizeof *all);
    kwnames = keywords_spread(d, all + nargs, kwnames->length);
    return kwnames ? op_call(callee, all, nargs, kwnames) : NULL;
}

/* --- f(*args, **kw)
 * -------------------------------------------------------------------- */

/* A tuple to be spread or nothing, and no keywords.  `kw` is mostly an empty
 * dict in what passes on all that it got. */
static bool is_spread_only(PyTuple *kwnames, Value star, Value starstar)
{
    if (kwnames ||
        (star && (!is_pointer(star) || as_object(star)->type != &tuple_type)))
        return false;
    return !starstar || (type_of(starstar) == &dict_type &&
                         dict_used((PyDict *)starstar) == 0);
}

/* callee(*args, *t); t: or NULL */
static Value call_spread(Value callee, const Value *args, Py_ssize nargs,
                         PyTuple *t)
{
    PyInstanceMethod *m = (PyInstanceMethod *)callee;
    bool bound = type_of(callee) == &instance_method_type && m->self;
    Py_ssize more = t ? t->length : 0;
    Py_ssize n = nargs + bound + more, k = 0;
    Value few[SPREAD_FEW], *all = few;

    if (bound)
        callee = m->function;
    if (n > SPREAD_FEW && !(all = gc_array((size_t)n)))
        return NULL;
    if (bound)
        all[k++] = m->self;
    for (Py_ssize i = 0; i < nargs; i++)
        all[k++] = args[i];
    for (Py_ssize i = 0; i < more; i++)
        all[k++] = t->items[i];
    return type_of(callee) == &native_function_type && !bound
               ? op_call_direct(callee, all, n, NULL)
               : op_call(callee, all, n, NULL);
}

Value call_ex(Value callee, const Value *args, Py_ssize nargs, PyTuple *kwnames,
              Value star, Value starstar)
{
    Py_ssize nkw = kwnames ? kwnames->length : 0, npos;
    PyDict *d = NULL;
    PyTuple *t;
    Value *all;

    if (is_spread_only(kwnames, star, starstar))
        return call_spread(callee, args, nargs, (PyTuple *)star);
    if (starstar && !(d = starstar_dict(callee, starstar, nkw > 0)))
        return NULL;
    t = star_tuple(callee, star);
    if (!t)
        return NULL;
    if (d && nkw && add_keywords(callee, d, kwnames, args + nargs) < 0)
        return NULL;
    npos = nargs + t->length;
    if (d)
        nkw = dict_length(d);
    all = gc_array(npos + nkw + 1);
    if (!all)
        return NULL;
    if (nargs) /* args may be NULL */
        memcpy(all, args, nargs * sizeof *all);
    memcpy(all + nargs, t->items, t->length * sizeof *all);
    if (!d && nkw)
        memcpy(all + npos, args + nargs, nkw * sizeof *all);
    if (d && !(kwnames = keywords_spread(d, all + npos, nkw)))
        return NULL;
    if (type_of(callee) == &native_function_type)
        return op_call_direct(callee, all, npos, kwnames);
    if (type_of(callee) == &instance_method_type &&
        ((PyInstanceMethod *)callee)->self) {
        PyInstanceMethod *m = (PyInstanceMethod *)callee;

        return call_with_first(op_call, m->function, m->self, all, npos,
                               kwnames);
    }
    return op_call(callee, all, npos, kwnames);
}
