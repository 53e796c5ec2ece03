/* Between the files of itertools: making iterators and their types.
 *
 * Iterators whose step runs no Python code hold their lock for it, so that
 * threads may share a count() or a product(), or a chain() of lists.  The
 * others step without a lock; two threads in one of them may see items in
 * either order. */
#ifndef RT_ITERTOOLS_H
#define RT_ITERTOOLS_H

#include "layout.h"
#include "word.h"

/* An iterator type that subclasses may extend; PLAIN_ITER_TYPE: see
 * iter_is_plain. */
#define ITER_TYPE(...) ITER_TYPE_OF(0, __VA_ARGS__)
#define PLAIN_ITER_TYPE(...) ITER_TYPE_OF(TYPE_PLAIN_ITER, __VA_ARGS__)
#define ITER_TYPE_OF(flags_, name_, struct_, doc_, make_, next_, ...)          \
    PyType name_##_type = {.head.type = &type_type,                            \
                           .name = "itertools." #name_,                        \
                           .base = &object_type,                               \
                           .flags = TYPE_BASETYPE | (flags_),                  \
                           .basic_size = sizeof(struct_),                      \
                           .doc = doc_,                                        \
                           .iter = iter_self,                                  \
                           .new_instance = make_,                              \
                           .next = next_,                                      \
                           __VA_ARGS__}

static inline Value iter_self(Value self)
{
    return self;
}

static inline void *iter_alloc(PyType *type, size_t size)
{
    return type->flags & TYPE_HEAP ? instance_new(type) : gc_new(type, size);
}

/* "x() does not take keyword arguments" for the type itself. */
static inline bool no_keywords(PyType *type, PyTuple *kwnames)
{
    if (!kwnames || kwnames->length == 0 || (type->flags & TYPE_HEAP))
        return true;
    err_format(&exc_TypeError, "%s() does not take keyword arguments",
               strrchr(type->name, '.') + 1);
    return false;
}

/* "x expected n arguments, got m" */
static inline bool exactly(const char *name, Py_ssize nargs, int n)
{
    if (nargs == n)
        return true;
    err_format(&exc_TypeError, "%s expected %d arguments, got %lld", name, n,
               (long long)nargs);
    return false;
}

extern PyType product_type, combinations_type,
    combinations_with_replacement_type, permutations_type, groupby_type,
    grouper_type, tee_type, tee_data_type;

Value itertools_tee(Value self, const Value *args, Py_ssize nargs);

#endif
