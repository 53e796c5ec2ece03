/* Calls: binding arguments to parameters, C functions' arity.
 *
 * Texts of errors are those of CPython's PyEval_EvalCodeEx and
 * PyArg_ParseTuple.  f(*a, **k) is in keywords.c. */
#include "thread.h"
#include "codecs.h"
#include "dict.h"
#include "function.h"
#include "names.h"
#include "str.h"
#include "tuple.h"
#include "type.h"
#include "unicode.h"

enum { SMALL_CALL = 8 };

static Value call_any(Value callee, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    PyType *t = type_of(callee);

    if (t == &function_type)
        return function_call(callee, args, nargs, kwnames);
    if (t == &native_function_type) {
        PyNativeFunction *f = (PyNativeFunction *)callee;

        return native_call(f->def, f->self, args, nargs, kwnames);
    }
    if (t == &method_descriptor_type && nargs > 0 &&
        type_of(args[0]) == ((PyMethodDescriptor *)callee)->owner)
        return native_call(((PyMethodDescriptor *)callee)->def, args[0],
                           args + 1, nargs - 1, kwnames);
    if (!t->call)
        return err_format(&exc_TypeError, "'%.200s' object is not callable",
                          type_name_of(callee));
    return t->call(callee, args, nargs, kwnames);
}

/* CPython counts a call from C besides the frame of the function called, so
 * that its recursion limit is met sooner. */
Value op_call(Value callee, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    Value r;

    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    r = call_any(callee, args, nargs, kwnames);
    recursion_leave();
    return r;
}

/* Style, and number of arguments, are those of a plain call. */
static inline bool is_plain_call(const NativeDef *d, Py_ssize nargs)
{
    return d->style < ARITY_self && nargs >= d->min &&
           (nargs <= d->max || d->max < 0);
}

/* A method of nargs + 1 positional parameters. */
static Value call_method(PyFunction *f, Value self, const Value *args,
                         Py_ssize nargs)
{
    Value all[SMALL_CALL + 1];

    all[0] = self;
    for (Py_ssize i = 0; i < nargs; i++)
        all[i + 1] = args[i];
    return f->code->entry(f, all);
}

/* A call expression: functions and bound methods are not counted. */
Value op_call_direct(Value callee, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    PyType *t = type_of(callee);

    if (t == &native_function_type && !kwnames) {
        PyNativeFunction *f = (PyNativeFunction *)callee;

        if (is_plain_call(f->def, nargs))
            return ((NativeFn *)f->def->fn)(f->self, args, nargs);
        return native_call(f->def, f->self, args, nargs, NULL);
    }
    if (t == &instance_method_type && ((PyInstanceMethod *)callee)->self) {
        PyInstanceMethod *m = (PyInstanceMethod *)callee;

        if (!kwnames && nargs <= SMALL_CALL &&
            type_of(m->function) == &function_type &&
            takes_exactly(((PyFunction *)m->function)->code, nargs + 1))
            return call_method((PyFunction *)m->function, m->self, args, nargs);
        return call_with_first(op_call_direct, m->function, m->self, args,
                               nargs, kwnames);
    }
    return t == &function_type || t == &native_function_type
               ? call_any(callee, args, nargs, kwnames)
               : op_call(callee, args, nargs, kwnames);
}

Value call_c_method(Value callee, const Value *args, Py_ssize nargs)
{
    PyMethodDescriptor *m = (PyMethodDescriptor *)callee;

    if (type_of(args[0]) == m->owner && is_plain_call(m->def, nargs - 1))
        return ((NativeFn *)m->def->fn)(args[0], args + 1, nargs - 1);
    return call_any(callee, args, nargs, NULL);
}

Value call_with_first(CallFn *call, Value callee, Value first,
                      const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    Py_ssize total = nargs + (kwnames ? tuple_length(kwnames) : 0);
    Value small[SMALL_CALL + 1];
    Value *all = small;

    if (total > SMALL_CALL)
        all = gc_array((size_t)total + 1);
    if (!all)
        return NULL;
    all[0] = first;
    if (total)
        memcpy(all + 1, args, (size_t)total * sizeof *args);
    return call(callee, all, nargs + 1, kwnames);
}

Value call_as_method(Value callee, Value self, const Value *args,
                     Py_ssize nargs, PyTuple *kwnames)
{
    Value r;

    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    r = call_with_first(call_through_dict, callee, self, args, nargs, kwnames);
    recursion_leave();
    return r;
}

Value op_call_method(Value v, PyStr *name, const Value *args, Py_ssize nargs)
{
    PyType *t = type_of(v);
    Value method;

    /* A C method of a type whose instances have no attributes of their own
     * needs no bound object. */
    if (t->getattr == object_getattr && !t->dict_offset && !t->slot_map) {
        method = type_lookup_or_null(t, name);
        if (method && type_of(method) == &method_descriptor_type) {
            PyMethodDescriptor *d = (PyMethodDescriptor *)method;

            if (d->def->kind == NATIVE_method)
                return native_call(d->def, v, args, nargs, NULL);
        }
    }
    method = op_getattr(v, name);
    return method ? op_call(method, args, nargs, NULL) : NULL;
}

/* --- Python functions
 * ---------------------------------------------------------- */

static const char *plural(int64_t n)
{
    return n == 1 ? "" : "s";
}

static void *too_many_arguments(PyCode *c, int64_t ndefaults, int64_t given)
{
    if (c->argcount == 0 && !(c->flags & CODE_VARKEYWORDS))
        return err_format(&exc_TypeError,
                          "%.200s() takes no arguments (%d given)",
                          str_data(c->name), (int)given);
    return err_format(&exc_TypeError,
                      "%.200s() takes %s %d argument%s (%d given)",
                      str_data(c->name), ndefaults ? "at most" : "exactly",
                      c->argcount, plural(c->argcount), (int)given);
}

static void *missing_arguments(PyCode *c, int64_t ndefaults,
                               const Value *params)
{
    int64_t required = c->argcount - ndefaults;
    int given = 0;

    for (int i = 0; i < c->argcount; i++)
        given += params[i] != NULL;
    return err_format(
        &exc_TypeError, "%.200s() takes %s %d argument%s (%d given)",
        str_data(c->name),
        (c->flags & CODE_VARARGS) || ndefaults ? "at least" : "exactly",
        (int)required, plural(required), given);
}

/* The parameter called `keyword`, or -1; -2 on error. */
static int find_parameter(PyCode *c, Value keyword)
{
    for (int i = 0; i < c->argcount; i++)
        if (c->varnames->items[i] == keyword)
            return i;
    for (int i = 0; i < c->argcount; i++) {
        int same = op_compare_bool(CMP_eq, keyword, c->varnames->items[i]);

        if (same)
            return same < 0 ? -2 : i;
    }
    return -1;
}

static const char *keyword_text(Value keyword)
{
    Value s = has_type_flag(keyword, TYPE_STR)
                  ? keyword
                  : codec_encode(keyword, "ascii", "replace");

    if (s)
        return str_data((PyStr *)s);
    err_clear();
    return "?";
}

static int bind_keyword(PyCode *c, Value keyword, Value value, Value *params,
                        PyDict *rest)
{
    int i;

    if (!has_type_flag(keyword, TYPE_STR | TYPE_UNICODE)) {
        err_format(&exc_TypeError, "%.200s() keywords must be strings",
                   str_data(c->name));
        return -1;
    }
    i = find_parameter(c, keyword);
    if (i == -2)
        return -1;
    if (i < 0 && rest)
        return dict_set(rest, keyword, value);
    if (i < 0) {
        err_format(&exc_TypeError,
                   "%.200s() got an unexpected keyword argument '%.200s'",
                   str_data(c->name), keyword_text(keyword));
        return -1;
    }
    if (params[i]) {
        err_format(&exc_TypeError,
                   "%.200s() got multiple values for keyword argument "
                   "'%.200s'",
                   str_data(c->name), keyword_text(keyword));
        return -1;
    }
    params[i] = value;
    return 0;
}

/* CPython hands the arguments of these from C code, as a dict, and complains
 * of the first keyword that it lists. */
static bool is_called_by_type(const PyCode *c)
{
    return c->name == NAME(dunder_init) || c->name == NAME(dunder_new) ||
           c->name == NAME(dunder_call);
}

/* Once more, after an error, for that order; always -1. */
static int bind_in_dict_order(PyCode *c, const Value *values, PyTuple *kwnames,
                              Value *params, Py_ssize npos, PyDict *rest)
{
    PyDict *d;
    Py_ssize at = 0;
    Value key, value;

    err_clear();
    for (Py_ssize i = npos; i < c->argcount; i++)
        params[i] = NULL;
    d = keywords_dict(values, kwnames);
    while (d && dict_next(d, &at, &key, &value) &&
           bind_keyword(c, key, value, params, rest) == 0)
        ;
    return -1;
}

/* The * tuple and the ** dict, in their places after the parameters. */
static int bind_rest(PyCode *c, const Value *args, Py_ssize nargs,
                     Value *params, PyDict **rest)
{
    Py_ssize extra = nargs > c->argcount ? nargs - c->argcount : 0;
    int at = c->argcount;

    if (c->flags & CODE_VARARGS) {
        params[at] =
            (Value)tuple_from_array(extra ? args + c->argcount : args, extra);
        if (!params[at++])
            return -1;
    }
    if (c->flags & CODE_VARKEYWORDS) {
        *rest = dict_new();
        params[at] = (Value)*rest;
        if (!*rest)
            return -1;
    }
    return 0;
}

static int bind_defaults(PyFunction *f, Py_ssize from, Value *params)
{
    PyCode *c = f->code;
    int64_t ndefaults = f->defaults ? f->defaults->length : 0;
    int64_t required = c->argcount - ndefaults;

    for (int64_t i = from; i < c->argcount; i++) {
        if (params[i])
            continue;
        if (i < required) {
            missing_arguments(c, ndefaults, params);
            return -1;
        }
        params[i] = f->defaults->items[i - required];
    }
    return 0;
}

int function_bind(PyFunction *f, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames, Value *params)
{
    PyCode *c = f->code;
    Py_ssize nkw = kwnames ? kwnames->length : 0;
    Py_ssize npos = nargs < c->argcount ? nargs : c->argcount;
    PyDict *rest = NULL;

    if (nargs > c->argcount && !(c->flags & CODE_VARARGS)) {
        too_many_arguments(c, f->defaults ? f->defaults->length : 0,
                           nargs + nkw);
        return -1;
    }
    if (c->nparams == 0 && nkw > 0) {
        too_many_arguments(c, 0, nargs + nkw);
        return -1;
    }
    for (Py_ssize i = 0; i < npos; i++)
        params[i] = args[i];
    for (Py_ssize i = npos; i < c->nparams; i++)
        params[i] = NULL;
    if (c->nparams > c->argcount &&
        bind_rest(c, args, nargs, params, &rest) < 0)
        return -1;
    for (Py_ssize i = 0; i < nkw; i++)
        if (bind_keyword(c, kwnames->items[i], args[nargs + i], params, rest) <
            0)
            return nkw > 1 && is_called_by_type(c)
                       ? bind_in_dict_order(c, args + nargs, kwnames, params,
                                            npos, rest)
                       : -1;
    return bind_defaults(f, npos, params);
}

/* A call of f(*args) with nothing else to bind. */
static Value call_with_rest(PyFunction *f, const Value *args, Py_ssize nargs)
{
    Value rest = (Value)tuple_from_array(args, nargs);

    return rest ? f->code->entry(f, &rest) : NULL;
}

static Value call_bound(PyFunction *f, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    Value params[f->code->nparams + 1];

    if (function_bind(f, args, nargs, kwnames, params) < 0)
        return NULL;
    return f->code->entry(f, params);
}

Value function_call(Value callee, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    PyFunction *f = (PyFunction *)callee;
    PyCode *c = f->code;

    if (nargs == c->argcount && nargs == c->nparams &&
        (!kwnames || kwnames->length == 0))
        return c->entry(f, args);
    if (c->forwards && (!kwnames || kwnames->length == 0) &&
        nargs >= c->argcount && nargs < c->argcount + FORWARD_COUNT &&
        c->forwards[nargs - c->argcount])
        return c->forwards[nargs - c->argcount](f, args);
    if (c->nparams == 1 && c->flags & CODE_VARARGS &&
        (!kwnames || kwnames->length == 0))
        return call_with_rest(f, args, nargs);
    return call_bound(f, args, nargs, kwnames);
}

/* --- C functions
 * ------------------------------------------------------------------ */

static void *parse_arity(const NativeDef *d, Py_ssize n)
{
    const char *name =
        d->style == ARITY_finds ? "find/rfind/index/rindex" : d->name;
    int limit = n < d->min ? d->min : d->max;

    return err_format(&exc_TypeError,
                      "%.150s() takes %s %d argument%s (%ld given)", name,
                      d->min == d->max ? "exactly"
                      : n < d->min     ? "at least"
                                       : "at most",
                      limit, plural(limit), (long)n);
}

static void *unpack_arity(const NativeDef *d, Py_ssize n)
{
    return err_format(&exc_TypeError, "%s expected %s%d arguments, got %ld",
                      d->name,
                      d->min == d->max ? ""
                      : n < d->min     ? "at least "
                                       : "at most ",
                      n < d->min ? d->min : d->max, (long)n);
}

static void *arity_error(const NativeDef *d, Py_ssize n)
{
    switch (d->style) {
    case ARITY_none:
        return err_format(&exc_TypeError,
                          "%.200s() takes no arguments (%ld given)", d->name,
                          (long)n);
    case ARITY_one:
        return err_format(&exc_TypeError,
                          "%.200s() takes exactly one argument (%ld given)",
                          d->name, (long)n);
    case ARITY_unpack:
        return unpack_arity(d, n);
    default:
        return parse_arity(d, n);
    }
}

Value native_call(const NativeDef *d, Value self, const Value *args,
                  Py_ssize nargs, PyTuple *kwnames)
{
    if (d->style == ARITY_kw)
        return ((NativeKwFn *)d->fn)(self, args, nargs, kwnames);
    if (kwnames && kwnames->length > 0)
        return err_format(&exc_TypeError, "%.200s() takes no keyword arguments",
                          d->name);
    if (d->style != ARITY_self &&
        (nargs < d->min || (d->max >= 0 && nargs > d->max)))
        return arity_error(d, nargs);
    return ((NativeFn *)d->fn)(self, args, nargs);
}

/* --- keyword-taking C functions
 * ------------------------------------------------------ */

/* The parameter that a keyword names; -1: none, or it is no string. */
static int find_name(const char *const *names, int n, Value keyword)
{
    if (has_type_flag(keyword, TYPE_UNICODE)) {
        keyword = op_str(keyword);
        if (!keyword)
            err_clear();
    }
    if (!keyword || !has_type_flag(keyword, TYPE_STR))
        return -1;
    for (int i = 0; i < n; i++)
        if (strcmp(names[i], str_data((PyStr *)keyword)) == 0)
            return i;
    return -1;
}

/* The first keyword, as a dict lists them, that names no parameter. */
static int wrong_keyword(const char *const *names, int n, const Value *values,
                         PyTuple *kwnames)
{
    PyDict *d = keywords_dict(values, kwnames);
    Py_ssize at = 0;
    Value key, value;

    while (d && dict_next(d, &at, &key, &value)) {
        if (!has_type_flag(key, TYPE_STR)) {
            err_format(&exc_TypeError, "keywords must be strings");
            break;
        }
        if (find_name(names, n, key) < 0) {
            err_format(&exc_TypeError,
                       "'%s' is an invalid keyword argument for this function",
                       str_data((PyStr *)key));
            break;
        }
    }
    return -1;
}

/* Looks at parameters in their order, as CPython does, and at what is left of
 * the keywords behind them. */
static int parse_keywords(const char *const *names, int nmin, int nmax,
                          const Value *args, Py_ssize nargs, PyTuple *kwnames,
                          Value *out)
{
    Py_ssize nkw = kwnames ? kwnames->length : 0, known = 0;

    for (int i = 0; i < nmax; i++) {
        Value given = NULL;

        for (Py_ssize k = 0; k < nkw && !given; k++)
            if (find_name(names, nmax, kwnames->items[k]) == i)
                given = args[nargs + k];
        known += given != NULL;
        if (given && i < nargs) {
            err_format(&exc_TypeError,
                       "Argument given by name ('%s') and position (%d)",
                       names[i], i + 1);
            return -1;
        }
        out[i] = i < nargs ? args[i] : given;
        if (!out[i] && i < nmin) {
            err_format(&exc_TypeError,
                       "Required argument '%s' (pos %d) not found", names[i],
                       i + 1);
            return -1;
        }
    }
    return known < nkw ? wrong_keyword(names, nmax, args + nargs, kwnames) : 0;
}

int args_parse(const char *fname, const Value *args, Py_ssize nargs,
               PyTuple *kwnames, const char *const *names, int nmin, int nmax,
               Value *out)
{
    Py_ssize nkw = kwnames ? kwnames->length : 0;

    if (nkw == 0 && nargs >= nmin && nargs <= nmax) {
        for (int i = 0; i < nmax; i++)
            out[i] = i < nargs ? args[i] : NULL;
        return 0;
    }
    if (nargs + nkw > nmax) {
        err_format(&exc_TypeError,
                   "%.200s%s takes at most %d argument%s (%ld given)",
                   fname ? fname : "function", fname ? "()" : "", nmax,
                   plural(nmax), (long)(nargs + nkw));
        return -1;
    }
    return parse_keywords(names, nmin, nmax, args, nargs, kwnames, out);
}
