/* Numbers of shapes, and which of them have the slots of an expected class. */
#include "shape.h"

#include "dict.h"
#include "entry.h"
#include "instance.h"
#include "type.h"

#include "abi.h"

/* Orders those who renumber: a subtype's number depends on its base's.  Taken
 * before locks of class lists; no Python code runs under it. */
static Lock shape_lock;

/* Does a type's own dict hold nothing that stands in front of slots? */
static bool has_no_data_descriptors(PyType *t)
{
    Py_ssize at = 0;
    Value key, v;

    while (dict_next(t->dict, &at, &key, &v))
        if (type_of(v)->descr_set)
            return false;
    return true;
}

/* Are attributes of t's instances found as those of its base's? */
static bool is_like_base(PyType *t)
{
    PyType *base = t->base;

    return base && base->slot_map && t->slot_map && t->bases->length == 1 &&
           t->slot_map->first_offset == base->slot_map->first_offset &&
           t->slot_map->count == base->slot_map->count &&
           t->getattr == base->getattr && t->setattr == base->setattr &&
           has_no_data_descriptors(t);
}

bool type_has_types_only(PyType *t)
{
    for (Py_ssize i = 0; i < t->mro->length; i++)
        if (!is_type(t->mro->items[i]))
            return false;
    return true;
}

/* 0 is for types that have no slots, or whose mro() still runs, or when
 * numbers are used up. */
static uint32_t shape_of(PyType *t)
{
    uint32_t n;

    if (t->version == VERSION_NONE || !t->mro || !(t->flags & TYPE_HEAP) ||
        !t->slot_map || !t->dict_offset || t->dict_offset == DICT_AT_END ||
        !type_has_types_only(t))
        return 0;
    n = is_like_base(t) ? atomic_load(&t->base->shape) : 0;
    if (!n)
        n = version_new();
    return n == VERSION_NONE ? 0 : n;
}

static void set_shape(PyType *t)
{
    atomic_store_explicit(&t->shape, shape_of(t), memory_order_release);
    atomic_store_explicit(&t->fits, 0, memory_order_release);
}

void type_shape_init(PyType *t)
{
    lock_acquire(&shape_lock);
    set_shape(t);
    lock_release(&shape_lock);
}

void type_shape_changed(PyType *t)
{
    lock_acquire(&shape_lock);
    type_for_subtypes(t, set_shape);
    lock_release(&shape_lock);
}

static bool has_slots(PyType *t, const PyTuple *names)
{
    if (t->getattr != object_getattr || t->setattr != object_setattr)
        return false;
    for (Py_ssize i = 0; i < names->length; i++) {
        PyStr *name = (PyStr *)names->items[i];
        Value descr = type_lookup_or_null(t, name);

        if (type_slot_offset(t, name) !=
                FIRST_SLOT_OFFSET + (uint64_t)i * sizeof(Value) ||
            (descr && type_of(descr)->descr_set))
            return false;
    }
    return true;
}

/* Names that begin with two underscores may be of the instance itself. */
static bool has_classic_slots(const PyClassObj *cls, const PyTuple *names)
{
    const SlotMap *map = cls->map;

    if (!map || cls->visible->setattr_hook ||
        map->first_offset != FIRST_SLOT_OFFSET + sizeof(Value))
        return false;
    for (Py_ssize i = 0; i < names->length; i++) {
        PyStr *name = (PyStr *)names->items[i];

        if (strncmp(str_data(name), "__", 2) == 0 ||
            slot_map_find(map, name) != i)
            return false;
    }
    return true;
}

/* The number that says where o's attributes are. */
static uint32_t number_of(Value o, const Shape *expected)
{
    uint32_t n;

    if (type_of(o) != &instance_type)
        return expected->classic ? 0
                                 : atomic_load_explicit(&type_of(o)->shape,
                                                        memory_order_acquire);
    n = atomic_load_explicit(&((PyInstance *)o)->cls->version,
                             memory_order_acquire);
    return expected->classic && n != VERSION_NONE ? n : 0;
}

static bool remembers(_Atomic uint32_t *memory, uint32_t shape)
{
    for (int i = 0; i < SHAPE_MEMORY; i++)
        if (atomic_load_explicit(&memory[i], memory_order_relaxed) == shape)
            return true;
    return false;
}

/* The newest comes first. */
static void remember(_Atomic uint32_t *memory, uint32_t shape)
{
    for (int i = SHAPE_MEMORY - 1; i > 0; i--)
        atomic_store_explicit(
            &memory[i],
            atomic_load_explicit(&memory[i - 1], memory_order_relaxed),
            memory_order_relaxed);
    atomic_store_explicit(&memory[0], shape, memory_order_relaxed);
}

/* The Shape's bit; 0: all are taken. */
static uint64_t bit_of_locked(Shape *s) REQUIRES(shape_lock)
{
    static int taken;

    if (!s->bit && taken < 64)
        s->bit = 1ull << taken++;
    return s->bit;
}

/* The type was found to fit when it had that number. */
static void note_fits(PyType *t, uint32_t number, Shape *s)
{
    lock_acquire(&shape_lock);
    if (atomic_load(&t->shape) == number)
        atomic_fetch_or(&t->fits, bit_of_locked(s));
    lock_release(&shape_lock);
}

/* The number is read before the type is looked at: if that changes meanwhile,
 * what is remembered is a number that no type has any more. */
int32_t pyrt_is_shape_slow(Value o, void *expected)
{
    Shape *s = expected;
    uint32_t shape = number_of(o, s);
    const PyTuple *names;
    bool fits;

    if (shape && remembers(s->accepted, shape)) {
        if (s->bit)
            note_fits(type_of(o), shape, s);
        return 1;
    }
    if (shape == 0 || remembers(s->rejected, shape))
        return 0;
    names = (PyTuple *)*s->names;
    fits = s->classic ? has_classic_slots(((PyInstance *)o)->cls, names)
                      : has_slots(type_of(o), names);
    remember(fits ? s->accepted : s->rejected, shape);
    if (fits && !s->classic)
        note_fits(type_of(o), shape, s);
    return fits;
}
