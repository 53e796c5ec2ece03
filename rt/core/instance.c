/* Attribute slots: maps from names to positions, instances, dict views.
 * The layout and the rules are in instance.h. */
#include "type.h"

#include "attrname.h"
#include "dict.h"
#include "shape.h"

#include <gc/gc.h>

/* --- maps
 * --------------------------------------------------------------------- Readers
 * take no lock: a name is stored before its index entry, and entries are never
 * removed.  map_lock orders the writers of all maps. */

static Lock map_lock;

static inline uint32_t name_hash(PyStr *name)
{
    return (uint32_t)(((uintptr_t)name / 16 * 0x9E3779B97F4A7C15u) >> 32);
}

int slot_map_find(const SlotMap *map, PyStr *name)
{
    for (uint32_t h = name_hash(name);; h++) {
        int32_t at = atomic_load_explicit(&map->index[h & map->index_mask],
                                          memory_order_acquire);

        if (at == 0)
            return -1;
        if (map->names[at - 1] == name)
            return at - 1;
    }
}

static void index_name(SlotMap *map, PyStr *name, int32_t at)
{
    uint32_t h = name_hash(name);

    while (map->index[h & map->index_mask])
        h++;
    atomic_store_explicit(&map->index[h & map->index_mask], at + 1,
                          memory_order_release);
}

static int add_locked(SlotMap *map, PyStr *name)
{
    int32_t at = map->count;

    if (at == map->capacity)
        return -1;
    map->names[at] = name;
    map->count = at + 1;
    if (name)
        index_name(map, name, at);
    return at;
}

int slot_map_add(SlotMap *map, PyStr *name)
{
    int at;

    lock_acquire(&map_lock);
    at = name ? slot_map_find(map, name) : -1;
    if (at < 0)
        at = add_locked(map, name);
    lock_release(&map_lock);
    return at;
}

SlotMap *slot_map_new(const SlotMap *base, uint32_t first_offset,
                      int32_t capacity)
{
    SlotMap *map = (SlotMap *)gc_array(sizeof *map / sizeof(Value) + 1);
    uint32_t size = 4;

    while (size < (uint32_t)capacity * 2)
        size *= 2;
    map->capacity = capacity;
    map->first_offset = first_offset;
    map->names = (PyStr * _Atomic *)gc_array((size_t)capacity + 1);
    map->index = map->names ? gc_bytes(size * sizeof *map->index) : NULL;
    if (!map->index)
        return NULL;
    map->index_mask = size - 1;
    if (base)
        for (int32_t i = 0, n = base->count; i < n && i < capacity; i++)
            slot_map_add(map, base->names[i]);
    return map;
}

SlotMap *slot_map_of_names(const char *const *names, int32_t count)
{
    SlotMap *map = slot_map_new(NULL, 0, count);

    for (int32_t i = 0; map && i < count; i++) {
        PyStr *name = str_intern(names[i]);

        if (!name)
            return NULL;
        slot_map_add(map, name);
    }
    return map;
}

static uint32_t offset_of(const SlotMap *map, int at)
{
    return map->first_offset + (uint32_t)at * (uint32_t)sizeof(Value);
}

uint32_t type_slot_offset(PyType *t, PyStr *name)
{
    int at = t->slot_map ? slot_map_find(t->slot_map, name) : -1;

    return at < 0 ? 0 : offset_of(t->slot_map, at);
}

static SlotMap *map_of(Value self)
{
    PyType *t = type_of(self);

    return t == &instance_type ? ((PyInstance *)self)->cls->map : t->slot_map;
}

static Value *slot_of(Value self, const SlotMap *map, int at)
{
    return (Value *)((char *)self + offset_of(map, at));
}

/* The address of self's slot for name, or NULL. */
static Value *find_slot(Value self, PyStr *name)
{
    SlotMap *map = map_of(self);
    int at = map ? slot_map_find(map, name) : -1;

    return at < 0 ? NULL : slot_of(self, map, at);
}

/* --- allocation
 * ------------------------------------------------------------------ */

static void *finish_new(PyObject *o, PyType *t)
{
    if (o && t->flags & TYPE_HAS_DEL)
        gc_on_death(o, object_finalize);
    return o;
}

void *instance_new(PyType *t)
{
    return finish_new(gc_new(t, t->instance_size), t);
}

void *instance_new_sized(PyType *t, size_t size)
{
    size = (size + 7) / 8 * 8 + t->tail_words * sizeof(Value);
    return finish_new(gc_new(t, size), t);
}

PyInstance *classobj_instance_new(PyClassObj *cls)
{
    size_t size = sizeof(PyInstance);
    PyInstance *self;

    if (cls->map)
        size += (size_t)cls->map->capacity * sizeof(Value);
    self = gc_new(&instance_type, size);
    if (!self)
        return NULL;
    self->cls = cls;
    if (cls->has_del)
        gc_on_death(&self->head, object_finalize);
    return self;
}

/* --- dicts
 * ------------------------------------------------------------------------ */

Value *instance_tail(Value self, uint32_t offset)
{
    return (Value *)((char *)self + GC_size(self) - offset);
}

PyDict **instance_dict_place(Value self)
{
    PyType *t = type_of(self);

    if (t == &instance_type)
        return &((PyInstance *)self)->dict;
    if (t->dict_offset == 0)
        return NULL;
    if (t->dict_offset == DICT_AT_END)
        return (PyDict **)instance_tail(self, sizeof(PyDict *));
    return (PyDict **)((char *)self + t->dict_offset);
}

PyDict *instance_dict_or_null(Value self)
{
    PyDict **place = instance_dict_place(self);

    return place ? __atomic_load_n(place, __ATOMIC_ACQUIRE) : NULL;
}

int32_t instance_slot_count(Value self)
{
    const SlotMap *map = map_of(self);

    return map ? map->count : 0;
}

Value instance_slot(Value self, int32_t i)
{
    return word_load(slot_of(self, map_of(self), i));
}

static bool is_own_view(PyDict *d, Value self)
{
    return d->base == (char *)self && d->slots;
}

/* Lists the set slots that d does not know yet. */
static int bind_slots(PyDict *d, Value self)
{
    const SlotMap *map = d->slots;

    for (int32_t i = 0, n = map->count; i < n; i++)
        if (map->names[i] && word_load(slot_of(self, map, i)) &&
            dict_bind_slot(d, map->names[i], slot_of(self, map, i)) < 0)
            return -1;
    return 0;
}

static PyDict *make_dict(Value self, PyDict **place)
{
    SlotMap *map = map_of(self);
    PyDict *d = dict_new();

    if (!d)
        return NULL;
    object_set_flag(as_object(self), OBJ_HAS_DICT);
    if (map) {
        dict_set_owner(d, map, self);
        if (bind_slots(d, self) < 0)
            return NULL;
    }
    __atomic_store_n(place, d, __ATOMIC_RELEASE);
    return d;
}

PyDict *instance_dict(Value self)
{
    PyDict **place = instance_dict_place(self);
    bool made = false;
    PyDict *d;

    if (!place)
        return NULL;
    d = __atomic_load_n(place, __ATOMIC_ACQUIRE);
    if (!d) {
        lock_acquire(&as_object(self)->lock);
        d = *place;
        made = !d;
        if (made)
            d = make_dict(self, place);
        lock_release(&as_object(self)->lock);
    }
    /* Whoever made it may have passed a slot that this thread has set since. */
    if (d && !made && rt_threaded && is_own_view(d, self) &&
        bind_slots(d, self) < 0)
        return NULL;
    return d;
}

static void clear_slots(Value self, const SlotMap *map)
{
    for (int32_t i = 0, n = map ? map->count : 0; i < n; i++)
        if (map->names[i])
            word_store(slot_of(self, map, i), NULL);
}

/* The old dict keeps what it shows, but no longer through the slots. */
static void release_view(Value self)
{
    PyDict *old = instance_dict_or_null(self);

    if (old && is_own_view(old, self)) {
        bind_slots(old, self);
        dict_detach(old);
    }
}

int instance_set_dict(Value self, PyDict *d)
{
    PyDict **place = instance_dict_place(self);

    lock_acquire(&as_object(self)->lock);
    object_set_flag(as_object(self), OBJ_HAS_DICT);
    release_view(self);
    clear_slots(self, map_of(self));
    __atomic_store_n(place, d, __ATOMIC_RELEASE);
    lock_release(&as_object(self)->lock);
    return 0;
}

/* --- attributes
 * -------------------------------------------------------------------- */

static bool has_dict(Value self)
{
    return as_object(self)->flags & OBJ_HAS_DICT || !map_of(self);
}

Value instance_get_or_null(Value self, PyStr *name)
{
    Value *slot = find_slot(self, name);
    Value v = slot ? word_load(slot) : NULL;
    PyDict *d;

    if (v || !has_dict(self))
        return v;
    d = instance_dict_or_null(self);
    return d ? dict_get_str_or_null(d, name) : NULL;
}

/* Gives name a slot of the class if there is room, in which case lookups that
 * found no slot are out of date. */
static Value *learn_slot(Value self, PyStr *name)
{
    SlotMap *map = map_of(self);
    int at;

    if (!map || map->count == map->capacity || has_dict(self))
        return NULL;
    at = slot_map_add(map, name);
    if (at < 0)
        return NULL;
    if (is_instance(self)) {
        atomic_store(&((PyInstance *)self)->cls->version, version_new());
    } else {
        atomic_store(&type_of(self)->version, version_new());
        type_shape_init(type_of(self));
    }
    return slot_of(self, map, at);
}

/* Sets a slot that is NULL in an object that has a dict. */
static int set_listed(Value self, PyStr *name, Value *slot, Value v)
{
    PyDict *d = instance_dict(self);

    if (!d)
        return -1;
    if (!is_own_view(d, self))
        return dict_set_str(d, name, v);
    word_store(slot, v);
    return dict_bind_slot(d, name, slot);
}

int instance_set(Value self, PyStr *name, Value v)
{
    Value *slot = find_slot(self, name);
    PyDict *d;

    if (!slot)
        slot = learn_slot(self, name);
    if (slot) {
        if (as_object(self)->flags & OBJ_HAS_DICT && !word_load(slot))
            return set_listed(self, name, slot, v);
        word_store(slot, v);
        return 0;
    }
    d = instance_dict(self);
    if (!d)
        return err_pending() ? -1 : 1;
    return dict_set_str(d, name, v);
}

/* A dict that was being made meanwhile may have listed the slot before it was
 * emptied: either it saw the empty slot, or the flag is seen here. */
static int forget_if_listed(Value self, PyStr *name)
{
    PyDict *d;

    if (!(as_object(self)->flags & OBJ_HAS_DICT))
        return 0;
    d = instance_dict(self);
    if (!d)
        return -1;
    dict_forget_empty_slot(d, name);
    return 0;
}

int instance_delete(Value self, PyStr *name)
{
    Value *slot = find_slot(self, name);
    PyDict *d;
    Value old;

    if (slot && !(as_object(self)->flags & OBJ_HAS_DICT)) {
        if (!__atomic_exchange_n(slot, NULL, __ATOMIC_SEQ_CST))
            return 1;
        object_set_flag(as_object(self), OBJ_HAD_SLOTS);
        return forget_if_listed(self, name);
    }
    /* It lists what another thread stored while the dict was made. */
    d = slot ? instance_dict(self) : instance_dict_or_null(self);
    if (!d)
        return err_pending() ? -1 : 1;
    switch (dict_take(d, (Value)name, &old)) {
    case 1:
        return 0;
    case 0:
        return 1;
    default:
        return -1;
    }
}

bool instance_is_bare(Value self)
{
    SlotMap *map = map_of(self);

    if (as_object(self)->flags & (OBJ_HAS_DICT | OBJ_HAD_SLOTS) ||
        instance_dict_or_null(self))
        return false;
    for (int32_t i = 0, n = map ? map->count : 0; i < n; i++)
        if (word_load(slot_of(self, map, i)))
            return false;
    return true;
}

/* --- changing the class
 * -------------------------------------------------------------- Slots at other
 * positions than before: the attributes move, through a dict if the object's
 * memory is too small for the new class's slots, or if a dict exists that shows
 * the old ones. */

typedef struct Saved {
    PyStr *name;
    Value value;
} Saved;

static Saved *save_slots(Value self, const SlotMap *map, int32_t *count)
{
    int32_t n = map ? map->count : 0;
    Saved *saved = (Saved *)gc_array((size_t)n * 2 + 1);

    *count = 0;
    for (int32_t i = 0; saved && i < n; i++) {
        Value v = map->names[i] ? word_load(slot_of(self, map, i)) : NULL;

        if (v)
            saved[(*count)++] = (Saved){map->names[i], v};
    }
    return saved;
}

static int restore_slots(Value self, const Saved *saved, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (instance_set(self, saved[i].name, saved[i].value) < 0)
            return -1;
    return 0;
}

/* Moves all attributes to a dict that is no view. */
static int move_to_dict(Value self)
{
    PyDict *d = instance_dict(self);

    if (!d)
        return err_pending() ? -1 : 0;
    release_view(self);
    clear_slots(self, map_of(self));
    return 0;
}

/* Has `map` all names of `of`, at the same positions? */
static bool extends(const SlotMap *map, const SlotMap *of)
{
    if (map->first_offset != of->first_offset || map->count < of->count)
        return false;
    for (int32_t i = 0, n = of->count; i < n; i++)
        if (map->names[i] != of->names[i])
            return false;
    return true;
}

int instance_change_type(Value self, PyType *t)
{
    PyType *from = type_of(self);
    bool fits = GC_size(self) >= t->instance_size;
    int32_t n;
    Saved *saved;

    if (from->slot_map == t->slot_map) {
        as_object(self)->type = t;
        return 0;
    }
    if (fits && !(as_object(self)->flags & OBJ_HAS_DICT) && from->slot_map &&
        t->slot_map && extends(t->slot_map, from->slot_map)) {
        as_object(self)->type = t;
        return 0;
    }
    /* Other threads may be about to store into a slot: no slot must have
     * another name then. */
    fits &= !rt_threaded;
    if (as_object(self)->flags & OBJ_HAS_DICT || !fits) {
        if (move_to_dict(self) < 0)
            return -1;
        if (!fits)
            t = type_twin(t);
        as_object(self)->type = t;
        return 0;
    }
    saved = save_slots(self, from->slot_map, &n);
    if (!saved)
        return -1;
    clear_slots(self, from->slot_map);
    as_object(self)->type = t;
    return restore_slots(self, saved, n);
}

int instance_change_class(PyInstance *self, PyClassObj *cls)
{
    SlotMap *map = self->cls->map;
    size_t need = sizeof *self;
    int32_t n;
    Saved *saved;

    if (cls->map)
        need += (size_t)cls->map->capacity * sizeof(Value);
    if (self->head.flags & OBJ_HAS_DICT || GC_size(self) < need) {
        if (move_to_dict((Value)self) < 0)
            return -1;
        self->cls = GC_size(self) < need ? classobj_twin(cls) : cls;
        return 0;
    }
    saved = save_slots((Value)self, map, &n);
    if (!saved)
        return -1;
    clear_slots((Value)self, map);
    self->cls = cls;
    return restore_slots((Value)self, saved, n);
}

/* --- modules
 * -----------------------------------------------------------------------------
 */

int module_slot_set(PyModule *m, PyStr *name, Value *slot, Value v)
{
    bool was_set = word_load(slot) != NULL;

    word_store(slot, v);
    return was_set ? 0 : dict_bind_slot(m->dict, name, slot);
}
