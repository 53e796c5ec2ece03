/* Long numbers that only one operation of compiled code sees: their memory is
 * used again at once, as the compiler (ir/temps.c) has proved that the word
 * which leads from the operation that made the number to the one that uses it
 * is the only one.
 *
 * What compiled code says is a guess about types: an operator may be a method,
 * which returns an object that is known elsewhere, or keeps its operand. So the
 * operation that made a number from two numbers, which is C code that keeps
 * nothing and returns a new long, marks it with OBJ_TEMP; the one that uses it
 * takes mark and memory where both operands are numbers, else the mark only.
 *
 * Each thread has a few spare ones; in their `size` stands how many bytes they
 * have.  The thread state keeps them alive, and the collector scans it. */
#include <gc/gc.h>

#include "long.h"
#include "thread.h"

enum {
    LEAST_BYTES = 2048,     /* below, allocation is quick */
    MOST_BYTES = 256 << 10, /* of one that is kept */
    SLACK = 4096            /* that may be lost by taking a larger one */
};

static bool is_number(Value v)
{
    return is_tagged_int(v) ||
           (is_pointer(v) && (as_object(v)->type == &long_type ||
                              as_object(v)->type == &int_type));
}

static PyLong *exact_long_or_null(Value v)
{
    return is_pointer(v) && as_object(v)->type == &long_type ? (PyLong *)v
                                                             : NULL;
}

static void keep_spare(PyLong *l)
{
    PyLong **spare = thread_state->spare_longs, *least = spare[0];
    int at = 0;

    l->size = (int64_t)GC_size(l);
    if (l->size > MOST_BYTES)
        return;
    for (int i = 0; i < SPARE_LONGS && least; i++)
        if (!spare[i] || spare[i]->size < least->size) {
            least = spare[i];
            at = i;
        }
    if (!least || least->size < l->size)
        spare[at] = l;
}

PyLong *long_spare_or_null(size_t bytes)
{
    PyLong **spare = thread_state->spare_longs;

    if (bytes <= LEAST_BYTES)
        return NULL;
    for (int i = 0; i < SPARE_LONGS; i++) {
        PyLong *l = spare[i];

        if (!l || (size_t)l->size < bytes ||
            (size_t)l->size > 2 * bytes + SLACK)
            continue;
        spare[i] = NULL;
        l->size = 0;
        return l;
    }
    return NULL;
}

/* v is dead, if it is one of ours. */
static void drop(Value v, bool are_numbers)
{
    PyLong *l = exact_long_or_null(v);

    if (!l || !(l->head.flags & OBJ_TEMP))
        return;
    l->head.flags &= ~OBJ_TEMP;
    if (are_numbers)
        keep_spare(l);
}

static int64_t bytes_of_limbs(const PyLong *l)
{
    return (l->size < 0 ? -l->size : l->size) * (int64_t)sizeof(mp_limb_t);
}

void long_temps(Value a, Value b, Value result, int temps)
{
    bool are_numbers = is_number(a) && is_number(b);
    PyLong *r = temps & TEMP_RESULT ? exact_long_or_null(result) : NULL;

    if (temps & TEMP_LEFT)
        drop(a, are_numbers);
    if (temps & TEMP_RIGHT)
        drop(b, are_numbers);
    if (!r)
        return;
    if (!are_numbers)
        r->head.flags &= ~OBJ_TEMP;
    else if (bytes_of_limbs(r) > LEAST_BYTES)
        r->head.flags |= OBJ_TEMP;
}
