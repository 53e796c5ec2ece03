/* itertools: the module, and the iterators that pass items through.  product
 * and its kin are in itertools_combine.c, groupby and tee in
 * itertools_group.c. */
#include "itertools.h"
#include "cargs.h"
#include "errors.h"
#include "iterators.h"
#include "list.h"
#include "module.h"
#include "str.h"
#include "tuple.h"

/* --- count
 * ---------------------------------------------------------------------- */

/* Counts in `next` while step is 1 and start an int below sys.maxint; then
 * in big_next. */
typedef struct PyCount {
    PyObject head;
    int64_t next;
    Value big_next; /* NULL: `next` counts */
    Value step;
} PyCount;

static bool is_number(Value v)
{
    PyType *t = type_of(v);

    return t->to_int || t->to_float || t == &complex_type || t->binary[BIN_add];
}

static bool is_one(Value v)
{
    return v == tag_int(1);
}

static bool is_c_number(Value v)
{
    PyType *t = type_of(v);

    return t == &int_type || t == &long_type || t == &float_type ||
           t == &complex_type;
}

static Value count_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"start", "step"};
    Value out[2];
    PyCount *c;

    if (args_parse("count", args, nargs, kwnames, names, 0, 2, out) < 0)
        return NULL;
    if ((out[0] && !is_number(out[0])) || (out[1] && !is_number(out[1])))
        return err_format(&exc_TypeError, "a number is required");
    c = iter_alloc(type, sizeof *c);
    c->step = out[1] ? out[1] : tag_int(1);
    if (!out[0])
        out[0] = tag_int(0);
    if (is_one(c->step) && has_type_flag(out[0], TYPE_INT) &&
        int_value(out[0]) != INT64_MAX)
        c->next = int_value(out[0]);
    else
        c->big_next = out[0];
    if (!is_c_number(c->step) || (out[0] && !is_c_number(out[0])))
        c->head.flags |= OBJ_NOT_PLAIN;
    return (Value)c;
}

static Value count_now(PyCount *c)
{
    return c->big_next ? c->big_next : value_from_int(c->next);
}

static Value count_big(Value self)
{
    PyCount *c = (PyCount *)self;
    Value v = c->big_next, sum = op_binary(BIN_add, v, c->step);

    if (!sum)
        return NULL;
    c->big_next = sum;
    return v;
}

static Value count_next(Value self)
{
    PyCount *c = (PyCount *)self;
    Value v = NULL;

    lock_acquire(&c->head.lock);
    if (!c->big_next) {
        v = value_from_int(c->next);
        if (++c->next == INT64_MAX)
            c->big_next = value_from_int(INT64_MAX);
    }
    lock_release(&c->head.lock);
    if (v)
        return v;
    return iter_step_whole(self, count_big);
}

static Value count_repr(Value self)
{
    PyCount *c = (PyCount *)self;
    PyStr *start = (PyStr *)op_repr(count_now(c)), *step;

    if (!start)
        return NULL;
    if (is_one(c->step))
        return (Value)str_format_c("count(%s)", start->data);
    step = (PyStr *)op_repr(c->step);
    return step ? (Value)str_format_c("count(%s, %s)", start->data, step->data)
                : NULL;
}

static Value count_reduce(Value self, const Value *args, Py_ssize nargs)
{
    PyCount *c = (PyCount *)self;
    Value type = (Value)type_of(self);

    if (is_one(c->step))
        return (Value)tuple_pack(2, type, (Value)tuple_pack(1, count_now(c)));
    return (Value)tuple_pack(2, type,
                             (Value)tuple_pack(2, count_now(c), c->step));
}

static const NativeDef count_methods[] = {
    {"__reduce__", count_reduce, 0, 0, ARITY_none, NATIVE_method,
     "The type and arguments that make this counter again."},
    {0}};

static PLAIN_ITER_TYPE(
    count, PyCount,
    "count(start=0, step=1) --> count object\n\n"
    "start, start + step, start + 2 * step, and so on without end.\n",
    count_make, count_next, .repr = count_repr, .methods = count_methods);

/* --- repeat, cycle
 * ------------------------------------------------------------------ */

typedef struct PyRepeat {
    PyObject head;
    Value element;
    _Atomic int64_t left; /* -1: for ever */
} PyRepeat;

static Value repeat_make(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"object", "times"};
    Value out[2];
    PyRepeat *r;
    int64_t n;

    if (args_parse("repeat", args, nargs, kwnames, names, 1, 2, out) < 0 ||
        !optional_ssize(&out[1], out[1] != NULL, 0, -1, &n))
        return NULL;
    r = iter_alloc(type, sizeof *r);
    r->element = out[0];
    r->left = out[1] && n < 0 ? 0 : n;
    return (Value)r;
}

static Value repeat_next(Value self)
{
    PyRepeat *r = (PyRepeat *)self;
    int64_t left = r->left;

    do {
        if (left == 0)
            return NULL;
    } while (left > 0 &&
             !atomic_compare_exchange_weak(&r->left, &left, left - 1));
    return r->element;
}

static Value repeat_repr(Value self)
{
    PyRepeat *r = (PyRepeat *)self;
    PyStr *s = (PyStr *)op_repr(r->element);

    if (!s)
        return NULL;
    return r->left < 0 ? (Value)str_format_c("repeat(%s)", s->data)
                       : (Value)str_format_c("repeat(%s, %lld)", s->data,
                                             (long long)r->left);
}

static Value repeat_length_hint(Value self, const Value *args, Py_ssize nargs)
{
    int64_t left = ((PyRepeat *)self)->left;

    return left < 0 ? err_format(&exc_TypeError, "len() of unsized object")
                    : value_from_int(left);
}

static const NativeDef repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, 0, 0, ARITY_none, NATIVE_method,
     "How many items are left, as far as is known."},
    {0}};

static PLAIN_ITER_TYPE(repeat, PyRepeat,
                       "repeat(object [,times]) -> iterator\n\n"
                       "The same object times over, or forever.",
                       repeat_make, repeat_next, .repr = repeat_repr,
                       .methods = repeat_methods);

/* iterator NULL: the first pass is over. */
typedef struct PyCycle {
    PyObject head;
    Value iterator;
    PyList *saved;
    int64_t index;
} PyCycle;

static Value cycle_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyCycle *c;
    Value it;

    if (!no_keywords(type, kwnames) || !exactly("cycle", nargs, 1) ||
        !(it = op_iter(args[0])))
        return NULL;
    c = iter_alloc(type, sizeof *c);
    c->iterator = it;
    iter_made_of(c, it);
    c->saved = list_new(0);
    return (Value)c;
}

static Value cycle_step(Value self)
{
    PyCycle *c = (PyCycle *)self;
    Value it = c->iterator, v;

    if (it) {
        v = op_next(it);
        if (v)
            return list_push(c->saved, v) < 0 ? NULL : v;
        if (err_pending())
            return NULL;
        c->iterator = NULL;
    }
    v = list_item_or_null(c->saved, (uint64_t)c->index);
    c->index++;
    if (!v && list_len(c->saved) > 0) {
        c->index = 1;
        v = list_item_or_null(c->saved, 0);
    }
    return v;
}

static Value cycle_next(Value self)
{
    return iter_step_whole(self, cycle_step);
}

static PLAIN_ITER_TYPE(cycle, PyCycle,
                       "cycle(iterable) --> cycle object\n\n"
                       "The items over and over; all of them are kept.",
                       cycle_make, cycle_next);

/* --- function and iterable
 * ----------------------------------------------------------- */

/* dropwhile, takewhile, ifilter, ifilterfalse, starmap */
typedef struct PyFunctionIter {
    PyObject head;
    Value function, iterator;
    bool flag; /* dropwhile: started; takewhile: stopped */
} PyFunctionIter;

static Value function_iter_make(PyType *type, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames, const char *name)
{
    PyFunctionIter *f;
    Value it;

    if (!no_keywords(type, kwnames) || !exactly(name, nargs, 2) ||
        !(it = op_iter(args[1])))
        return NULL;
    f = iter_alloc(type, sizeof *f);
    f->function = args[0];
    f->iterator = it;
    return (Value)f;
}

#define FUNCTION_ITER_MAKE(name)                                               \
    static Value name##_make(PyType *type, const Value *args, Py_ssize nargs,  \
                             PyTuple *kwnames)                                 \
    {                                                                          \
        return function_iter_make(type, args, nargs, kwnames, #name);          \
    }
FUNCTION_ITER_MAKE(dropwhile)
FUNCTION_ITER_MAKE(takewhile)
FUNCTION_ITER_MAKE(ifilter)
FUNCTION_ITER_MAKE(ifilterfalse)
FUNCTION_ITER_MAKE(starmap)

static int holds(Value function, Value item)
{
    Value v = op_call(function, &item, 1, NULL);

    return v ? op_is_true(v) : -1;
}

static Value dropwhile_next(Value self)
{
    PyFunctionIter *f = (PyFunctionIter *)self;
    Value v;

    while ((v = op_next_or_stop(f->iterator))) {
        int r;

        if (f->flag)
            return v;
        r = holds(f->function, v);
        if (r < 0)
            return NULL;
        if (r == 0) {
            f->flag = true;
            return v;
        }
    }
    return NULL;
}

static Value takewhile_next(Value self)
{
    PyFunctionIter *f = (PyFunctionIter *)self;
    Value v;
    int r;

    if (f->flag || !(v = op_next_or_stop(f->iterator)))
        return NULL;
    r = holds(f->function, v);
    if (r > 0)
        return v;
    if (r == 0)
        f->flag = true;
    return NULL;
}

static Value filter_next(PyFunctionIter *f, int wanted)
{
    bool truth = f->function == NONE || f->function == (Value)&bool_type;
    Value v;

    while ((v = op_next_or_stop(f->iterator))) {
        int r = truth ? op_is_true(v) : holds(f->function, v);

        if (r < 0)
            return NULL;
        if (r == wanted)
            return v;
    }
    return NULL;
}

static Value ifilter_next(Value self)
{
    return filter_next((PyFunctionIter *)self, 1);
}

static Value ifilterfalse_next(Value self)
{
    return filter_next((PyFunctionIter *)self, 0);
}

static Value starmap_next(Value self)
{
    PyFunctionIter *f = (PyFunctionIter *)self;
    Value v = op_next_or_stop(f->iterator);
    PyTuple *t = v ? op_tuple(v) : NULL;

    return t ? op_call(f->function, t->items, t->length, NULL) : NULL;
}

static ITER_TYPE(
    dropwhile, PyFunctionIter,
    "dropwhile(predicate, iterable) --> dropwhile object\n\n"
    "What is left from the first item on that fails the predicate.",
    dropwhile_make, dropwhile_next);
static ITER_TYPE(takewhile, PyFunctionIter,
                 "takewhile(predicate, iterable) --> takewhile object\n\n"
                 "The items before the first one that fails the predicate.",
                 takewhile_make, takewhile_next);
static ITER_TYPE(ifilter, PyFunctionIter,
                 "ifilter(function or None, sequence) --> ifilter object\n\n"
                 "The items that pass the test of the function; None tests the "
                 "items themselves.",
                 ifilter_make, ifilter_next);
static ITER_TYPE(
    ifilterfalse, PyFunctionIter,
    "ifilterfalse(function or None, sequence) --> ifilterfalse object\n\n"
    "The items that ifilter() would leave out.",
    ifilterfalse_make, ifilterfalse_next);
static ITER_TYPE(starmap, PyFunctionIter,
                 "starmap(function, sequence) --> starmap object\n\n"
                 "The results of function(*item) for each item.",
                 starmap_make, starmap_next);

/* --- several iterables
 * ------------------------------------------------------------------ */

/* chain, imap, izip, izip_longest */
typedef struct PyMultiIter {
    PyObject head;
    Value function; /* imap: may be None; izip_longest: the fill value */
    int64_t count, live;
    Value *iterators;
} PyMultiIter;

/* Iterators of n arguments; the text, if any, replaces TypeErrors. */
static PyMultiIter *multi_make(PyType *type, const Value *args, Py_ssize n,
                               const char *text)
{
    Value *its = gc_array((size_t)n + 1);
    PyMultiIter *m;

    for (Py_ssize i = 0; its && i < n; i++) {
        its[i] = op_iter(args[i]);
        if (its[i])
            continue;
        if (text && err_matches(&exc_TypeError)) {
            err_clear();
            err_format(&exc_TypeError,
                       "%s argument #%lld must support iteration", text,
                       (long long)i + 1);
        }
        return NULL;
    }
    if (!its)
        return NULL;
    m = iter_alloc(type, sizeof *m);
    m->iterators = its;
    m->count = m->live = n;
    for (Py_ssize i = 0; i < n; i++)
        iter_made_of(m, its[i]);
    return m;
}

static Value imap_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    PyMultiIter *m;

    if (!no_keywords(type, kwnames))
        return NULL;
    if (nargs < 2)
        return err_format(&exc_TypeError,
                          "imap() must have at least two arguments.");
    m = multi_make(type, args + 1, nargs - 1, NULL);
    if (m)
        m->function = args[0];
    return (Value)m;
}

/* One item of each iterator; NULL when one has none. */
static Value row_step(Value self)
{
    PyMultiIter *m = (PyMultiIter *)self;
    PyTuple *t = tuple_new(m->count);

    for (int64_t i = 0; t && i < m->count; i++) {
        t->items[i] = op_next_or_stop(m->iterators[i]);
        if (!t->items[i])
            return NULL;
    }
    return (Value)t;
}

static PyTuple *next_row(PyMultiIter *m)
{
    return (PyTuple *)iter_step_whole((Value)m, row_step);
}

static Value imap_next(Value self)
{
    PyMultiIter *m = (PyMultiIter *)self;
    PyTuple *t;
    Value v;

    if (m->count == 1 && m->function != NONE) {
        v = op_next(m->iterators[0]);
        return v ? op_call(m->function, &v, 1, NULL) : NULL;
    }
    t = next_row(m);
    if (!t)
        err_clear_stop_iteration(); /* as with one iterator, unlike izip */
    if (!t || m->function == NONE)
        return (Value)t;
    return op_call(m->function, t->items, t->length, NULL);
}

static Value izip_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    if (!no_keywords(type, kwnames))
        return NULL;
    return (Value)multi_make(type, args, nargs, "izip");
}

static Value izip_next(Value self)
{
    PyMultiIter *m = (PyMultiIter *)self;

    return m->count ? (Value)next_row(m) : NULL;
}

static int izip_next_pair(Value self, Value items[2])
{
    PyMultiIter *m = (PyMultiIter *)self;
    Value v;

    if (m->count != 2 || rt_threaded) {
        v = izip_next(self);
        if (v && unpack_sequence(v, 2, items) == 0)
            return 1;
        return err_pending() ? -1 : 0;
    }
    for (int i = 0; i < 2; i++) {
        items[i] = op_next_or_stop(m->iterators[i]);
        if (!items[i])
            return err_pending() ? -1 : 0;
    }
    return 1;
}

static Value izip_longest_make(PyType *type, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    PyMultiIter *m;
    Value fill = NONE;

    if (kwnames && kwnames->length > 0) {
        if (kwnames->length > 1 ||
            strcmp(str_data((PyStr *)kwnames->items[0]), "fillvalue") != 0)
            return err_format(
                &exc_TypeError,
                "izip_longest() got an unexpected keyword argument");
        fill = args[nargs];
    }
    m = multi_make(type, args, nargs, "izip_longest");
    if (m)
        m->function = fill;
    return (Value)m;
}

static Value izip_longest_step(Value self)
{
    PyMultiIter *m = (PyMultiIter *)self;
    PyTuple *t;

    if (m->count == 0 || m->live <= 0)
        return NULL;
    t = tuple_new(m->count);
    for (int64_t i = 0; t && i < m->count; i++) {
        Value it = m->iterators[i];

        t->items[i] = it ? op_next(it) : m->function;
        if (t->items[i])
            continue;
        if (err_pending()) {
            m->live = 0;
            return NULL;
        }
        if (--m->live <= 0)
            return NULL;
        m->iterators[i] = NULL;
        t->items[i] = m->function;
    }
    return (Value)t;
}

static Value izip_longest_next(Value self)
{
    return iter_step_whole(self, izip_longest_step);
}

static ITER_TYPE(imap, PyMultiIter,
                 "imap(func, *iterables) --> imap object\n\n"
                 "The results of func for items side by side, up to the end of "
                 "the shortest;\n"
                 "func None: tuples of them.",
                 imap_make, imap_next);
static PLAIN_ITER_TYPE(
    izip, PyMultiIter,
    "izip(iter1 [,iter2 [...]]) --> izip object\n\n"
    "Tuples of items side by side, one at a time, up to the end "
    "of the shortest.",
    izip_make, izip_next, .next_pair = izip_next_pair);
static PLAIN_ITER_TYPE(
    izip_longest, PyMultiIter,
    "izip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> "
    "izip_longest object\n\n"
    "Tuples of items side by side, up to the end of the longest; "
    "fillvalue stands\n"
    "for what the others lack.\n",
    izip_longest_make, izip_longest_next);

/* --- chain
 * ------------------------------------------------------------------------------
 */

typedef struct PyChain {
    PyObject head;
    Value source; /* iterator over the iterables; NULL: exhausted */
    Value active; /* iterator of the present one, or NULL */
} PyChain;

/* op_iter of v runs no Python code. */
static bool is_plain_iterable(Value v)
{
    PyType *t = type_of(v);

    return t == &list_type || t == &tuple_type || t == &dict_type ||
           t == &set_type || t == &frozenset_type || t == &str_type ||
           t == &unicode_type || t == &xrange_type || iter_is_plain(v);
}

static Value chain_over(PyType *type, Value iterables)
{
    Value source = op_iter(iterables);
    PyChain *c;

    if (!source)
        return NULL;
    c = iter_alloc(type, sizeof *c);
    c->source = source;
    c->head.flags |= OBJ_NOT_PLAIN;
    return (Value)c;
}

static Value chain_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    bool plain = true;
    PyChain *c;

    if (!no_keywords(type, kwnames))
        return NULL;
    c = (PyChain *)chain_over(type, (Value)tuple_from_array(args, nargs));
    for (Py_ssize i = 0; c && i < nargs; i++)
        plain = plain && is_plain_iterable(args[i]);
    if (c && plain)
        c->head.flags &= ~(uint32_t)OBJ_NOT_PLAIN;
    return (Value)c;
}

static Value chain_from_iterable(Value cls, const Value *args, Py_ssize nargs)
{
    return chain_over((PyType *)cls, args[0]);
}

/* One step with the lock held, as far as that runs no Python code.  Otherwise
 * `left` is set, and *next is an iterable that was taken from the source, if
 * any. */
static Value chain_step_locked(PyChain *c, bool *left, Value *next)
    REQUIRES(c->head.lock)
{
    Value v;

    while (c->source) {
        if (!c->active) {
            *left = !iter_is_plain(c->source);
            *next = *left ? NULL : op_next(c->source);
            if (!*left && !*next)
                c->source = NULL;
            *left |= *next && !is_plain_iterable(*next);
            if (*left || !*next)
                return NULL;
            c->active = op_iter(*next);
            *next = NULL;
        }
        *left = !iter_is_plain(c->active);
        v = *left ? NULL : op_next(c->active);
        if (*left || v || err_pending())
            return v;
        c->active = NULL;
    }
    return NULL;
}

/* One step from the iterable on, or, without it, from where c is. */
static Value chain_step(PyChain *c, Value iterable)
{
    Value source, active, v;

    while ((source = c->source)) {
        active = iterable ? NULL : c->active;
        if (!active) {
            v = iterable ? iterable : op_next(source);
            iterable = NULL;
            active = v ? op_iter(v) : NULL;
            if (!active) {
                c->source = NULL;
                return NULL;
            }
            c->active = active;
        }
        v = op_next(active);
        if (v || err_pending())
            return v;
        c->active = NULL;
    }
    return NULL;
}

static Value chain_next(Value self)
{
    PyChain *c = (PyChain *)self;
    bool left = false;
    Value v, next = NULL;

    if (!rt_threaded)
        return chain_step(c, NULL);
    lock_acquire(&c->head.lock);
    v = chain_step_locked(c, &left, &next);
    lock_release(&c->head.lock);
    return left ? chain_step(c, next) : v;
}

static const NativeDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, 1, 1, ARITY_one, NATIVE_classmethod,
     "chain.from_iterable(iterable) --> chain object\n\n"
     "The same as chain(*iterable), but takes each iterable when its turn "
     "comes."},
    {0}};

static PLAIN_ITER_TYPE(
    chain, PyChain,
    "chain(*iterables) --> chain object\n\n"
    "The items of all iterables, one iterable behind the other.",
    chain_make, chain_next, .methods = chain_methods);

/* --- compress
 * ------------------------------------------------------------------------------
 */

typedef struct PyCompress {
    PyObject head;
    Value data, selectors;
} PyCompress;

static Value compress_make(PyType *type, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"data", "selectors"};
    Value out[2], data, selectors;
    PyCompress *c;

    if (args_parse("compress", args, nargs, kwnames, names, 2, 2, out) < 0 ||
        !(data = op_iter(out[0])) || !(selectors = op_iter(out[1])))
        return NULL;
    c = iter_alloc(type, sizeof *c);
    c->data = data;
    c->selectors = selectors;
    iter_made_of(c, data);
    iter_made_of(c, selectors);
    return (Value)c;
}

static bool next_pair(PyCompress *c, Value pair[2])
{
    pair[0] = op_next_or_stop(c->data);
    pair[1] = pair[0] ? op_next_or_stop(c->selectors) : NULL;
    return pair[1] != NULL;
}

static bool next_pair_whole(PyCompress *c, Value pair[2])
{
    bool r;

    if (!rt_threaded || !iter_is_plain(c->data) || !iter_is_plain(c->selectors))
        return next_pair(c, pair);
    lock_acquire(&c->head.lock);
    r = next_pair(c, pair);
    lock_release(&c->head.lock);
    return r;
}

static Value compress_next(Value self)
{
    Value pair[2];

    while (next_pair_whole((PyCompress *)self, pair)) {
        int r = op_is_true(pair[1]);

        if (r != 0)
            return r > 0 ? pair[0] : NULL;
    }
    return NULL;
}

static ITER_TYPE(compress, PyCompress,
                 "compress(data, selectors) --> iterator over selected data\n\n"
                 "The items whose partner among the selectors is true.",
                 compress_make, compress_next);

/* --- islice
 * ---------------------------------------------------------------------------------
 */

typedef struct PyISlice {
    PyObject head;
    Value iterator;                  /* NULL: done */
    int64_t next, stop, step, index; /* stop -1: none */
} PyISlice;

/* None or a non-negative int; -1: not so. */
static int64_t islice_index(Value v, int64_t fallback)
{
    int64_t i;

    if (v == NONE)
        return fallback;
    i = value_as_ssize(v);
    if (err_pending())
        err_clear();
    return i < 0 ? -2 : i;
}

static Value bad_stop(void)
{
    return err_format(&exc_ValueError,
                      "Stop argument for islice() must be None or an integer: "
                      "0 <= x <= maxint.");
}

static Value islice_make(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    int64_t start = 0, stop, step = 1;
    PyISlice *s;
    Value it;

    if (!no_keywords(type, kwnames))
        return NULL;
    if (nargs < 2 || nargs > 4)
        return err_format(
            &exc_TypeError, "islice expected at %s %d arguments, got %lld",
            nargs < 2 ? "least" : "most", nargs < 2 ? 2 : 4, (long long)nargs);
    stop = islice_index(args[nargs == 2 ? 1 : 2], -1);
    if (nargs > 2)
        start = islice_index(args[1], 0);
    if (stop == -2)
        return bad_stop();
    if (start < 0)
        return err_format(&exc_ValueError,
                          "Indices for islice() must be None or an integer: "
                          "0 <= x <= maxint.");
    if (nargs == 4)
        step = islice_index(args[3], 1);
    if (step < 1)
        return err_format(&exc_ValueError, "Step for islice() must be a "
                                           "positive integer or None.");
    it = op_iter(args[0]);
    if (!it)
        return NULL;
    s = iter_alloc(type, sizeof *s);
    s->iterator = it;
    iter_made_of(s, it);
    s->next = start;
    s->stop = stop;
    s->step = step;
    return (Value)s;
}

static Value islice_end(PyISlice *s)
{
    s->iterator = NULL;
    return NULL;
}

static Value islice_step(Value self)
{
    PyISlice *s = (PyISlice *)self;
    Value it = s->iterator, v;
    int64_t old;

    if (!it)
        return NULL;
    while (s->index < s->next) {
        if (!op_next_or_stop(it))
            return islice_end(s);
        s->index++;
    }
    if (s->stop != -1 && s->index >= s->stop)
        return islice_end(s);
    v = op_next_or_stop(it);
    if (!v)
        return islice_end(s);
    s->index++;
    old = s->next;
    if (__builtin_add_overflow(s->next, s->step, &s->next) ||
        (s->stop != -1 && s->next > s->stop))
        s->next = s->stop != -1 ? s->stop : INT64_MAX;
    if (s->next < old)
        s->next = s->stop;
    return v;
}

static Value islice_next(Value self)
{
    return iter_step_whole(self, islice_step);
}

static PLAIN_ITER_TYPE(
    islice, PyISlice,
    "islice(iterable, [start,] stop [, step]) --> islice object\n\n"
    "The items that list(iterable)[start:stop:step] would have; no argument "
    "may be\n"
    "negative.",
    islice_make, islice_next);

static const NativeDef itertools_functions[] = {
#include "methods_table.h"
#include "itertools.def"
#include "methods_end.h"
    {0}};

/* --- the module
 * ---------------------------------------------------------------------------------
 */

static int itertools_init(PyModule *m)
{
    static PyType *const types[] = {&chain_type,
                                    &combinations_type,
                                    &combinations_with_replacement_type,
                                    &compress_type,
                                    &count_type,
                                    &cycle_type,
                                    &dropwhile_type,
                                    &groupby_type,
                                    &ifilter_type,
                                    &ifilterfalse_type,
                                    &imap_type,
                                    &islice_type,
                                    &izip_type,
                                    &izip_longest_type,
                                    &permutations_type,
                                    &product_type,
                                    &repeat_type,
                                    &starmap_type,
                                    &takewhile_type,
                                    NULL};

    if (type_ready(&grouper_type) < 0 || type_ready(&tee_type) < 0 ||
        type_ready(&tee_data_type) < 0)
        return -1;
    for (int i = 0; types[i]; i++)
        if (type_ready(types[i]) < 0 ||
            module_add(m, strrchr(types[i]->name, '.') + 1, (Value)types[i]) <
                0)
            return -1;
    return 0;
}

const NativeModule native_module_itertools = {
    .name = "itertools",
    .doc = "Iterators made of other iterators.",
    .functions = itertools_functions,
    .init = itertools_init,
};
