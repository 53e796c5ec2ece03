/* Shapes: what compiled code asks once about an object, to read and write its
 * attributes by position from then on.
 *
 * A type's `shape` is a number for where its instances keep attributes and
 * how they are found.  Equal numbers mean: the same names in the same slots,
 * no hook and no data descriptor in front of them that one has and the other
 * has not.  Whatever changes this gives the type and its subtypes new numbers;
 * numbers are never used again.  A subclass that adds no names has the number
 * of its base, so code for the base serves it too.
 *
 * Instances of old-style classes share one type; the number is the version of
 * their class, which any change of it replaces.
 *
 * A Shape stands for one class that compiled code expects.  It lists the names
 * that must be found in the first slots.  The first 64 of a program have a bit
 * each, which types have in `fits` once they were found to have that so: any
 * number of subclasses is as good as one.  Renumbering a type clears its bits.
 * Other Shapes, and those of old-style classes, remember numbers.  Words are
 * read and written with single atomic accesses: a stale one is a miss, or an
 * answer that was right when the test began. */
#ifndef RT_SHAPE_H
#define RT_SHAPE_H

#include "object.h"

enum { SHAPE_MEMORY = 4 };

/* Made by codegen. */
typedef struct Shape {
    _Atomic uint64_t bit;                    /* 0: has none (yet) */
    _Atomic uint32_t accepted[SHAPE_MEMORY]; /* at first SHAPE_NEVER */
    _Atomic uint32_t rejected[SHAPE_MEMORY];
    Value *names;    /* where the tuple of names stands */
    int64_t classic; /* an old-style class */
} Shape;

/* Gives t and its subtypes the numbers that fit their present state.  To be
 * called after any change of what they hold. */
void type_shape_changed(PyType *t);
/* The same for a type that nobody has seen yet. */
void type_shape_init(PyType *t);

/* Is no old-style class in t's MRO?  Those may change without telling. */
bool type_has_types_only(PyType *t);

#endif
