/* _bisect: binary search in sorted sequences.
 *
 * Comparisons may run Python code, so none is made under a lock, but for
 * insort into a list while other threads run: if its items compare without
 * Python code, finding the place and inserting there are one step, as they are
 * in CPython. */
#include "cargs.h"
#include "iterators.h"
#include "list.h"
#include "module.h"
#include "order.h"

#include "methods_declare.h"
#include "_bisect.def"
#include "methods_end.h"

enum { ASK = -2 }; /* a comparison may run Python code */

typedef struct Search {
    Value sequence, x;
    int64_t lo, hi;
    bool right; /* behind equal items */
} Search;

/* hi not given or -1: the end. */
static int parse(Search *s, const char *fname, const Value *args,
                 Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"a", "x", "lo", "hi"};
    Value v[4];

    if (args_parse(fname, args, nargs, kwnames, names, 2, 4, v) < 0)
        return -1;
    s->sequence = v[0];
    s->x = v[1];
    if (!optional_ssize(&v[2], v[2] != NULL, 0, 0, &s->lo) ||
        !optional_ssize(&v[3], v[3] != NULL, 0, -1, &s->hi))
        return -1;
    if (s->lo < 0) {
        err_format(&exc_ValueError, "lo must be non-negative");
        return -1;
    }
    return 0;
}

/* Does x belong in front of the item? */
static int is_in_front(const Search *s, Value item)
{
    int r = s->right ? op_compare_bool(CMP_lt, s->x, item)
                     : op_compare_bool(CMP_lt, item, s->x);

    return r < 0 || s->right ? r : !r;
}

/* The length of a sequence, which a dict is not; -1: exception. */
static int64_t sequence_length(Value v)
{
    if (value_is_sequence(v) || type_of(v) == &instance_type)
        return op_length(v);
    err_format(&exc_TypeError, "object of type '%.200s' has no len()",
               type_of(v)->name);
    return -1;
}

/* Where x belongs; -1: exception. */
static int64_t find(const Search *s)
{
    int64_t lo = s->lo;
    int64_t hi = s->hi == -1 ? sequence_length(s->sequence) : s->hi;

    if (s->hi == -1 && hi < 0)
        return -1;
    while (lo < hi) {
        int64_t mid = (int64_t)(((uint64_t)lo + (uint64_t)hi) / 2);
        Value item = sequence_item(s->sequence, mid);
        int r = item ? is_in_front(s, item) : -1;

        if (r < 0)
            return -1;
        if (r)
            hi = mid;
        else
            lo = mid + 1;
    }
    return lo;
}

/* The same in a list, without Python code; ASK: that cannot be. */
static int64_t find_locked(const Search *s, PyList *list)
    REQUIRES(list->head.lock)
{
    int64_t lo = s->lo, hi = s->hi == -1 ? list_len(list) : s->hi;

    while (lo < hi) {
        int64_t mid = (int64_t)(((uint64_t)lo + (uint64_t)hi) / 2);
        Value item = list_item_or_null(list, (uint64_t)mid);
        int r = !item      ? -1
                : s->right ? less_plain(s->x, item)
                           : less_plain(item, s->x);

        if (r < 0)
            return ASK;
        if (r == s->right)
            hi = mid;
        else
            lo = mid + 1;
    }
    return lo;
}

/* 0: done; -1: MemoryError; ASK: nothing happened. */
static int insert_shared(const Search *s, PyList *list)
{
    int64_t at;
    int r = ASK;

    lock_acquire(&list->head.lock);
    at = find_locked(s, list);
    if (at != ASK)
        r = list_insert_locked(list, at, s->x);
    lock_release(&list->head.lock);
    return r;
}

static Value insort(const Search *s)
{
    bool exact = is_exact_list(s->sequence);
    int r =
        exact && rt_threaded ? insert_shared(s, (PyList *)s->sequence) : ASK;
    int64_t at;
    Value args[2];

    if (r != ASK)
        return r < 0 ? NULL : NONE;
    at = find(s);
    if (at < 0)
        return NULL;
    if (exact)
        return list_insert((PyList *)s->sequence, at, s->x) < 0 ? NULL : NONE;
    args[0] = value_from_int(at);
    args[1] = s->x;
    return op_call_method(s->sequence, str_intern("insert"), args, 2) ? NONE
                                                                      : NULL;
}

static Value place(const Search *s)
{
    int64_t at = find(s);

    return at < 0 ? NULL : value_from_int(at);
}

/* Parses the arguments of the function of that name, then acts. */
static Value with_arguments(const char *name, bool right,
                            Value (*act)(const Search *), const Value *args,
                            Py_ssize nargs, PyTuple *kwnames)
{
    Search s = {.right = right};

    return parse(&s, name, args, nargs, kwnames) < 0 ? NULL : act(&s);
}

static Value bisect_right_of(Value self, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    return with_arguments("bisect_right", true, place, args, nargs, kwnames);
}

static Value bisect_left_of(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    return with_arguments("bisect_left", false, place, args, nargs, kwnames);
}

static Value bisect_insort_right(Value self, const Value *args, Py_ssize nargs,
                                 PyTuple *kwnames)
{
    return with_arguments("insort_right", true, insort, args, nargs, kwnames);
}

static Value bisect_insort_left(Value self, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames)
{
    return with_arguments("insort_left", false, insort, args, nargs, kwnames);
}

static const NativeDef bisect_functions[] = {
#include "methods_table.h"
#include "_bisect.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__bisect = {
    .name = "_bisect",
    .doc = "Binary search in sorted sequences.",
    .functions = bisect_functions,
};
