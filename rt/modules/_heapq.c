/* _heapq: heaps kept in lists, item k no greater than items 2k+1 and 2k+2.
 *
 * An item sinks to a leaf first and rises from there, which compares least
 * often; the order of comparisons is that of CPython's module, since classes
 * with a __lt__ see it.  No lock is held while that may run Python code: the
 * list may change meanwhile, which is an error if its length does.  Numbers,
 * strings and tuples of them are compared under the lock once threads run, see
 * _heapq_shared.c. */
#include "_heapq.h"

#include "cargs.h"
#include "iterators.h"
#include "list.h"
#include "module.h"
#include "names.h"

#include "methods_declare.h"
#include "_heapq.def"
#include "methods_end.h"

/* Is x < y?  Classes that define only __le__ still order. */
static int less(Value x, Value y)
{
    int r;

    if (is_tagged_int(x) && is_tagged_int(y))
        return tagged_int_value(x) < tagged_int_value(y);
    if (has_type_flag(x, TYPE_STR | TYPE_TUPLE | TYPE_FLOAT) ||
        op_getattr_or_null(x, NAME(dunder_lt)))
        return op_compare_bool(CMP_lt, x, y);
    if (err_pending())
        return -1;
    r = op_compare_bool(CMP_le, y, x);
    return r < 0 ? r : !r;
}

/* less() of two items, or of them the other way round for a heap with the
 * greatest item first. */
static int before(Value x, Value y, bool max)
{
    return max ? less(y, x) : less(x, y);
}

static Value changed(void)
{
    return err_format(&exc_RuntimeError, "list changed size during iteration");
}

static Value out_of_range(void)
{
    return err_format(&exc_IndexError, "index out of range");
}

/* Moves the item at pos towards start while its parent belongs behind it. */
static int rise(PyList *heap, int64_t start, int64_t pos, bool max)
{
    int64_t n = list_len(heap);
    Value item = list_item_or_null(heap, (uint64_t)pos);

    if (!item)
        return out_of_range(), -1;
    while (pos > start) {
        int64_t above = (pos - 1) >> 1;
        Value parent = list_item_or_null(heap, (uint64_t)above);
        int r = parent ? before(item, parent, max) : 0;

        if (r < 0)
            return -1;
        if (list_len(heap) != n)
            return changed(), -1;
        if (!r)
            break;
        if (list_set_index(heap, pos, parent) < 0 ||
            list_set_index(heap, above, item) < 0)
            return -1;
        pos = above;
    }
    return 0;
}

/* The child of pos that belongs in front; -1 with an exception. */
static int64_t child_in_front(PyList *heap, int64_t pos, int64_t n, bool max)
{
    int64_t child = 2 * pos + 1;
    Value a = list_item_or_null(heap, (uint64_t)child), b;
    int r;

    if (child + 1 >= n)
        return child;
    b = list_item_or_null(heap, (uint64_t)child + 1);
    if (!a || !b)
        return changed(), -1;
    r = max ? less(b, a) : less(a, b);
    if (r < 0)
        return -1;
    if (list_len(heap) != n)
        return changed(), -1;
    return child + !r;
}

static int sink(PyList *heap, int64_t pos, bool max)
{
    int64_t n = list_len(heap), start = pos;

    if (pos >= n)
        return out_of_range(), -1;
    while (2 * pos + 1 < n) {
        int64_t child = child_in_front(heap, pos, n, max);
        Value up, down = list_item_or_null(heap, (uint64_t)pos);

        if (child < 0)
            return -1;
        up = list_item_or_null(heap, (uint64_t)child);
        if (!up || !down)
            return changed(), -1;
        if (list_set_index(heap, child, down) < 0 ||
            list_set_index(heap, pos, up) < 0)
            return -1;
        pos = child;
    }
    return rise(heap, start, pos, max);
}

static int order(PyList *heap, bool max)
{
    for (int64_t i = list_len(heap) / 2 - 1; i >= 0; i--)
        if (sink(heap, i, max) < 0)
            return -1;
    return 0;
}

static PyList *heap_argument(Value v)
{
    if (has_type_flag(v, TYPE_LIST))
        return (PyList *)v;
    return err_format(&exc_TypeError, "heap argument must be a list");
}

/* --- the functions -------------------------------------------------------- */

static Value heapq_heappush(Value self, const Value *args, Py_ssize nargs)
{
    PyList *heap = heap_argument(args[0]);
    int r = heap && rt_threaded ? heap_push_shared(heap, args[1]) : HEAP_ask;

    if (r != HEAP_ask)
        return r < 0 ? NULL : NONE;
    if (!heap || list_push(heap, args[1]) < 0 ||
        rise(heap, 0, list_len(heap) - 1, false) < 0)
        return NULL;
    return NONE;
}

/* Puts item in front in place of what is returned. */
static Value replace_first(PyList *heap, Value item)
{
    Value first = list_item_or_null(heap, 0);

    if (!first)
        return out_of_range();
    if (list_set_index(heap, 0, item) < 0 || sink(heap, 0, false) < 0)
        return NULL;
    return first;
}

static Value heapq_heappop(Value self, const Value *args, Py_ssize nargs)
{
    PyList *heap = heap_argument(args[0]);
    Value last;

    if (!heap)
        return NULL;
    last = rt_threaded ? heap_pop_shared(heap) : NULL;
    if (last)
        return last;
    if (list_len(heap) == 0)
        return out_of_range();
    last = list_pop(heap, -1);
    if (!last || list_len(heap) == 0)
        return last;
    return replace_first(heap, last);
}

static Value heapq_heapreplace(Value self, const Value *args, Py_ssize nargs)
{
    PyList *heap = heap_argument(args[0]);
    Value first = NULL;

    if (!heap)
        return NULL;
    if (rt_threaded)
        first = heap_replace_shared(heap, args[1], false);
    return first ? first : replace_first(heap, args[1]);
}

static Value heapq_heappushpop(Value self, const Value *args, Py_ssize nargs)
{
    PyList *heap = heap_argument(args[0]);
    Value first =
        heap && rt_threaded ? heap_replace_shared(heap, args[1], true) : NULL;
    int r;

    if (first)
        return first;
    first = heap ? list_item_or_null(heap, 0) : NULL;

    if (!first)
        return heap ? args[1] : NULL;
    r = less(first, args[1]);
    if (r < 0)
        return NULL;
    return r ? replace_first(heap, args[1]) : args[1];
}

static Value heapq_heapify(Value self, const Value *args, Py_ssize nargs)
{
    PyList *heap = heap_argument(args[0]);

    return heap && order(heap, false) == 0 ? NONE : NULL;
}

/* At most n items of an iterator. */
static PyList *first_items(Value it, int64_t n)
{
    PyList *l = list_from_array(NULL, 0);
    Value v;

    while (l && n-- > 0 && (v = op_next(it)))
        if (list_push(l, v) < 0)
            return NULL;
    return err_pending() ? NULL : l;
}

/* The n best of an iterable, sorted; those in `heap` have the worst in front,
 * which others displace.  max: the smallest are wanted. */
static Value best(const Value *args, bool max)
{
    int64_t n = value_as_ssize(args[0]);
    Value it = n == -1 && err_pending() ? NULL : op_iter(args[1]), v;
    PyList *heap = it ? first_items(it, n) : NULL;

    if (!heap || list_len(heap) == 0)
        return (Value)heap;
    if (order(heap, max) < 0)
        return NULL;
    while ((v = op_next(it))) {
        Value worst = list_item_or_null(heap, 0);
        int r = worst ? before(worst, v, max) : 0;

        if (r < 0 ||
            (r && (list_set_index(heap, 0, v) < 0 || sink(heap, 0, max) < 0)))
            return NULL;
    }
    if (err_pending() || list_sort(heap, NULL, NULL, false) < 0)
        return NULL;
    if (!max)
        list_reverse(heap);
    return (Value)heap;
}

static Value heapq_nlargest(Value self, const Value *args, Py_ssize nargs)
{
    return best(args, false);
}

static Value heapq_nsmallest(Value self, const Value *args, Py_ssize nargs)
{
    return best(args, true);
}

static const NativeDef heapq_functions[] = {
#include "methods_table.h"
#include "_heapq.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__heapq = {
    .name = "_heapq",
    .doc = "Heaps kept in lists.",
    .functions = heapq_functions,
};
