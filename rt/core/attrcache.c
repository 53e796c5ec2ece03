/* The slow half of inline caches: looks up, and tells the site what it found.
 *
 * An entry may be made only if the class has the generic getattr (setattr)
 * slot.  Its version is read before the lookup.  Old-style instances use the
 * version of their class, since they share one type. */
#include "attrcache.h"
#include "import.h"

#include "attrname.h"
#include "dict.h"
#include "type.h"

enum { MAX_DEPTH = 6 }; /* a site's longest chain of entries, minus 1 */

/* The version that stands for obj's class, or VERSION_NONE. */
static uint32_t version_of(Value obj)
{
    PyType *t = type_of(obj);

    if (t == &instance_type)
        return atomic_load(&((PyInstance *)obj)->cls->version);
    return atomic_load(&t->version);
}

static bool is_cacheable(uint32_t version)
{
    return version != 0 && version != VERSION_NONE;
}

static uint64_t load_key(_Atomic uint64_t *key)
{
    return atomic_load_explicit(key, memory_order_relaxed);
}

/* The first class of a site gets `slot`, the next ones `more`.  Words of
 * classes that have changed cannot be told from the others': when all are in
 * use, the site begins anew. */
static void cache_slot(AttrCache *c, uint32_t version, uint32_t offset)
{
    uint64_t key = (uint64_t)version << 32 | offset;
    int n = 0;

    if (!is_cacheable(version))
        return;
    if (load_key(&c->slot)) {
        while (n < MORE_SLOTS && load_key(&c->more[n]))
            n++;
        if (n < MORE_SLOTS) {
            atomic_store_explicit(&c->more[n], key, memory_order_release);
            return;
        }
        for (int i = 0; i < MORE_SLOTS; i++)
            atomic_store_explicit(&c->more[i], 0, memory_order_relaxed);
    }
    atomic_store_explicit(&c->slot, key, memory_order_release);
}

/* The slot's address if obj's class is one of `more`, else NULL. */
static Value *find_slot(Value obj, const PyType *t, AttrCache *c)
{
    uint64_t version = atomic_load_explicit(&t->version, memory_order_relaxed);

    for (int i = 0; i < MORE_SLOTS; i++) {
        uint64_t key = load_key(&c->more[i]);

        if (key >> 32 == version && key)
            return slot_at(obj, (uint32_t)key);
    }
    return NULL;
}

static void cache_entry(AttrCache *c, const AttrEntry *found)
{
    const AttrEntry *old = atomic_load(&c->entry);
    AttrEntry *e;

    if (!is_cacheable(found->version))
        return;
    e = (AttrEntry *)gc_array(sizeof *e / sizeof(Value));
    *e = *found;
    if (e->kind == ATTR_method && e->offset == 0 && !e->check_dict)
        e->method_version = e->version;
    /* Entries for older states of a class are of no more use, but cannot be
     * told from those of other classes: a full chain is begun anew. */
    e->next = old && old->depth < MAX_DEPTH ? old : NULL;
    e->depth = e->next ? old->depth + 1 : 0;
    atomic_store_explicit(&c->entry, e, memory_order_release);
    if (e->method_version || e->kind == ATTR_constant || e->kind == ATTR_getset)
        atomic_store_explicit(&c->way[e->version % ATTR_WAYS], e,
                              memory_order_release);
}

static const AttrEntry *find_entry(AttrCache *c, uint32_t version)
{
    const AttrEntry *e = atomic_load_explicit(&c->way[version % ATTR_WAYS],
                                              memory_order_acquire);

    if (e && e->version == version)
        return e;
    e = atomic_load_explicit(&c->entry, memory_order_acquire);
    while (e && e->version != version)
        e = e->next;
    return e;
}

/* May obj hold attributes that entries know nothing of? */
static bool has_own_dict(Value obj, const AttrEntry *e)
{
    if (!is_pointer(obj))
        return false;
    if (as_object(obj)->flags & OBJ_HAS_DICT)
        return true;
    return e->check_dict && instance_dict_or_null(obj);
}

static Value class_value(const AttrEntry *e)
{
    return e->in_cell ? word_load((Value *)e->value) : e->value;
}

/* What the instance itself holds under the entry's name. */
static Value own_value(Value obj, PyStr *name, const AttrEntry *e)
{
    Value v = e->offset ? word_load(slot_at(obj, e->offset)) : NULL;

    if (v || !has_own_dict(obj, e))
        return v;
    return instance_get_or_null(obj, name);
}

/* C methods of a class: they bind to instances only. */
static bool is_c_method(Value v)
{
    return type_of(v) == &method_descriptor_type ||
           type_of(v) == &wrapper_descriptor_type;
}

static bool is_plain_method(Value v)
{
    return type_of(v) == &function_type || is_c_method(v);
}

/* An attribute computed by C code that needs no check beyond the type's. */
static bool has_c_getter(PyType *t, Value descr)
{
    PyGetSetDescriptor *d = (PyGetSetDescriptor *)descr;

    return (type_of(descr) == &getset_descriptor_type ||
            type_of(descr) == &member_descriptor_type) &&
           d->def && d->def->get && type_is_subtype(t, d->owner);
}

/* C types whose instances get their dict from their own code. */
static bool needs_dict_check(PyType *t)
{
    return t->dict_offset && !t->slot_map && t != &instance_type;
}

static void use_cell(AttrEntry *e, Value *cell)
{
    if (cell) {
        e->in_cell = true;
        e->value = (Value)cell;
    }
}

Value (*attr_itemgetter_key)(Value v);

/* Fields of a namedtuple are properties whose getter is an itemgetter. */
static bool gets_item(PyType *t, Value getter, uint32_t *index)
{
    Value key = NULL;

    if (t->flags & TYPE_TUPLE && t->getitem == tuple_type.getitem && getter &&
        attr_itemgetter_key)
        key = attr_itemgetter_key(getter);
    if (!key || !is_tagged_int(key) ||
        (uint64_t)tagged_int_value(key) > UINT32_MAX)
        return false;
    *index = (uint32_t)tagged_int_value(key);
    return true;
}

/* Functions and other objects that keep attributes in a dict only. */
static bool has_plain_dict(PyType *t)
{
    return t->dict_offset && t->dict_offset != DICT_AT_END && !t->slot_map;
}

/* The entry for obj.name as the class has it; false: not cacheable. */
static bool describe(Value obj, PyStr *name, AttrEntry *e)
{
    PyType *t = type_of(obj);
    Value descr;

    e->version = atomic_load(&t->version);
    if (t->getattr != object_getattr || !is_pointer(obj) ||
        t->dict_offset == DICT_AT_END)
        return false;
    e->offset = type_slot_offset(t, name);
    e->check_dict = needs_dict_check(t);
    descr = type_lookup_or_null(t, name);
    e->value = descr;
    if (!descr) { /* without a slot: in the object's dict, if anywhere */
        e->kind = ATTR_slot;
        return e->offset != 0 || has_plain_dict(t);
    }
    if (type_of(descr) == &property_type) {
        e->value = ((PyProperty *)descr)->get;
        e->kind =
            gets_item(t, e->value, &e->offset) ? ATTR_item : ATTR_property;
        return e->value != NULL;
    }
    if (is_slot_member(descr)) {
        e->kind = ATTR_slot;
        e->offset = ((PyGetSetDescriptor *)descr)->offset;
        e->value = NULL;
        return type_is_subtype(t, ((PyGetSetDescriptor *)descr)->owner);
    }
    if (has_c_getter(t, descr)) {
        e->kind = ATTR_getset;
        e->offset = 0;
        return true;
    }
    if (type_of(descr)->descr_set)
        return false;
    e->kind = is_plain_method(descr)      ? ATTR_method
              : type_of(descr)->descr_get ? ATTR_slot
                                          : ATTR_constant;
    if (e->kind == ATTR_constant)
        use_cell(e, type_lookup_cell(t, name));
    return e->kind != ATTR_slot;
}

/* The same for an old-style instance. */
static bool describe_classic(PyInstance *obj, PyStr *name, AttrEntry *e)
{
    PyClassObj *cls = obj->cls;
    int at;
    Value v;

    if (name == NAME(dunder_class) || name == NAME(dunder_dict))
        return false;
    e->version = atomic_load(&cls->version);
    at = cls->map ? slot_map_find(cls->map, name) : -1;
    e->offset = at < 0 ? 0
                       : cls->map->first_offset +
                             (uint32_t)at * (uint32_t)sizeof(Value);
    e->check_dict = false;
    v = classobj_lookup(cls->visible, name);
    e->value = v;
    if (!v) {
        e->kind = ATTR_slot;
        return e->offset != 0;
    }
    if (type_of(v) == &function_type)
        e->kind = ATTR_method;
    else if (type_of(v)->descr_get)
        return false;
    else
        e->kind = ATTR_constant;
    if (e->kind == ATTR_constant)
        use_cell(e, classobj_lookup_cell(cls->visible, name));
    return true;
}

static bool describe_any(Value obj, PyStr *name, AttrEntry *e)
{
    *e = (AttrEntry){0};
    return type_of(obj) == &instance_type
               ? describe_classic((PyInstance *)obj, name, e)
               : describe(obj, name, e);
}

static Value bind_method(Value fn, Value obj)
{
    PyType *t = type_of(obj);

    if (t == &instance_type)
        return instance_method_new(fn, obj,
                                   (Value)((PyInstance *)obj)->cls->visible);
    return type_of(fn)->descr_get(fn, obj, type_visible(t));
}

static Value get_computed(Value obj, const AttrEntry *e)
{
    return ((PyGetSetDescriptor *)e->value)->def->get(obj);
}

/* The value that entry e gives for obj, NULL: none, or with exception. */
static Value apply(Value obj, PyStr *name, const AttrEntry *e)
{
    Value v;

    if (e->kind == ATTR_item && e->offset < (uint64_t)((PyTuple *)obj)->length)
        return ((PyTuple *)obj)->items[e->offset];
    if (e->kind == ATTR_property || e->kind == ATTR_item)
        return op_call(e->value, &obj, 1, NULL);
    if (e->kind == ATTR_getset)
        return get_computed(obj, e);
    v = own_value(obj, name, e);
    if (v || e->kind == ATTR_slot)
        return v;
    return e->kind == ATTR_method ? bind_method(e->value, obj) : class_value(e);
}

/* Does only the class have the value, and nothing of the instance can be in
 * front of it? */
static bool is_class_constant(Value obj, const AttrEntry *e)
{
    return e->kind == ATTR_constant && !e->offset && !e->check_dict &&
           !(as_object(obj)->flags & OBJ_HAS_DICT);
}

static void learn(Value obj, const AttrEntry *e, AttrCache *c)
{
    if (e->offset && e->kind != ATTR_property && e->kind != ATTR_item)
        cache_slot(c, e->version, e->offset);
    cache_entry(c, e);
}

/* --- attributes of modules and classes
 * ------------------------------------------- */

/* A class's attribute that needs no binding, or NULL. */
static Value class_constant(PyType *cls, PyStr *name)
{
    Value meta = type_lookup_or_null(type_of((Value)cls), name), v;

    if (meta && type_of(meta)->descr_set)
        return NULL;
    v = type_lookup_or_null(cls, name);
    return v && (!type_of(v)->descr_get || is_c_method(v)) ? v : NULL;
}

/* What C code of the metaclass computes, `__name__` for one, for any class of
 * it: a data descriptor, in front of what the class has.  false: it does not,
 * or that cannot be remembered. */
static bool describe_computed(PyType *cls, PyStr *name, AttrEntry *e)
{
    PyType *meta = type_of((Value)cls);

    *e = (AttrEntry){.kind = ATTR_getset};
    e->version = atomic_load(&meta->version);
    e->value = type_lookup_or_null(meta, name);
    return e->value && is_cacheable(e->version) && has_c_getter(meta, e->value);
}

static Value load_from_class(PyType *cls, PyStr *name, AttrCache *c)
{
    AttrEntry e;
    Value v;

    if (describe_computed(cls, name, &e)) {
        cache_entry(c, &e);
        return get_computed((Value)cls, &e);
    }
    e = (AttrEntry){.kind = ATTR_class, .object = (Value)cls};
    e.version = atomic_load(&cls->head.type->version);
    e.object_version = atomic_load(&cls->version);
    e.value = v = class_constant(cls, name);
    if (v && is_cacheable(e.object_version)) {
        use_cell(&e, type_lookup_cell(cls, name));
        cache_entry(c, &e);
        return v;
    }
    return op_getattr((Value)cls, name);
}

/* Names of modules in C that were looked up; their dict refers to the cells
 * in a form that the collector does not see. */
typedef struct ModuleCell {
    Value value; /* first: the dict's entry points here */
    struct ModuleCell *next;
} ModuleCell;

static Lock cells_lock;
static ModuleCell *module_cells;

Value *module_cell(PyDict *d, PyStr *name)
{
    Value *cell;
    ModuleCell *c;

    lock_acquire(&cells_lock);
    cell = dict_slot_of(d, name);
    if (!cell && dict_get_str_or_null(d, name)) {
        c = (ModuleCell *)gc_array(sizeof *c / sizeof(Value));
        c->next = module_cells;
        module_cells = c;
        if (dict_move_to_slot(d, name, &c->value))
            cell = &c->value;
    }
    lock_release(&cells_lock);
    return cell;
}

/* Its slots may hold strs that grow, which the dict settles. */
static bool is_main(const PyModule *m)
{
    const CompiledModule *c = import_find_compiled("__main__");

    return c && c->module == m;
}

static Value load_from_module(PyModule *m, PyStr *name, AttrCache *c)
{
    AttrEntry e = {.kind = ATTR_module, .object = (Value)m};
    PyDict *d = m->dict;
    int at = d && d->slots ? slot_map_find(d->slots, name) : -1;

    if (at >= 0 && is_main(m))
        return op_getattr((Value)m, name);

    e.version = atomic_load(&module_type.version);
    if (d && !type_lookup_or_null(&module_type, name)) {
        if (at >= 0)
            e.value = (Value)((Value *)(d->base + d->slots->first_offset) + at);
        else if (!d->slots)
            e.value = (Value)module_cell(d, name);
        if (e.value)
            cache_entry(c, &e);
    }
    return op_getattr((Value)m, name);
}

static const AttrEntry *find_object_entry(AttrCache *c, Value obj)
{
    const AttrEntry *e = atomic_load_explicit(&c->entry, memory_order_acquire);

    while (e && (e->object != obj ||
                 e->version != atomic_load(&type_of(obj)->version)))
        e = e->next;
    return e;
}

static Value load_from_object(Value obj, PyStr *name, AttrCache *c)
{
    const AttrEntry *e = find_object_entry(c, obj);
    Value v;

    if (e && e->kind == ATTR_module) {
        v = word_load((Value *)e->value);
        if (v)
            return v;
    } else if (e && e->kind == ATTR_class &&
               e->object_version == atomic_load(&((PyType *)obj)->version)) {
        v = class_value(e);
        if (v)
            return v;
    }
    return type_of(obj) == &module_type
               ? load_from_module((PyModule *)obj, name, c)
               : load_from_class((PyType *)obj, name, c);
}

/* The slot of an old-style instance if the site knows its class; the inline
 * half never does, since their type has no version. */
static Value *classic_slot(Value obj, AttrCache *c)
{
    uint64_t key = atomic_load_explicit(&c->slot, memory_order_relaxed);

    if (atomic_load_explicit(&((PyInstance *)obj)->cls->version,
                             memory_order_relaxed) != key >> 32)
        return NULL;
    return slot_at(obj, (uint32_t)key);
}

/* --- the entry points
 * ---------------------------------------------------------------- */

Value attr_load_slow(Value obj, PyStr *name, AttrCache *c)
{
    const AttrEntry *e;
    AttrEntry found;
    PyType *t;
    Value *slot;
    Value v;

    if (!is_pointer(obj))
        return op_getattr(obj, name);
    t = type_of(obj);
    e = find_entry(c, atomic_load_explicit(&t->version, memory_order_relaxed));
    if (e && e->kind == ATTR_getset)
        return get_computed(obj, e);
    v = e && is_class_constant(obj, e) ? class_value(e) : NULL;
    if (v)
        return v;
    if (t == &instance_type) {
        slot = classic_slot(obj, c);
        v = slot ? word_load(slot) : NULL;
        if (v)
            return v;
    }
    if (t == &module_type || t->getattr == type_getattr)
        return load_from_object(obj, name, c);
    slot = find_slot(obj, t, c);
    if (slot) {
        v = word_load(slot);
        if (v)
            return v;
    }
    e = find_entry(c, version_of(obj));
    if (!e) {
        if (!describe_any(obj, name, &found))
            return op_getattr(obj, name);
        learn(obj, &found, c);
        e = &found;
    }
    v = apply(obj, name, e);
    return v || err_pending() ? v : op_getattr(obj, name);
}

static bool is_unbound(Value v, PyType *cls)
{
    PyInstanceMethod *m = (PyInstanceMethod *)v;

    return type_of(v) == &instance_method_type && !m->self &&
           m->im_class == (Value)cls && type_of(m->function) == &function_type;
}

/* Class.name as the callee of a call.  Nobody sees the unbound method, so
 * that the site may use one again. */
static Value load_callee_from_class(PyType *cls, PyStr *name, AttrCache *c)
{
    const AttrEntry *e = find_object_entry(c, (Value)cls);
    AttrEntry made = {.kind = ATTR_unbound, .object = (Value)cls};
    Value v;

    made.object_version = atomic_load(&cls->version);
    made.version = atomic_load(&cls->head.type->version);
    if (e && e->kind == ATTR_unbound &&
        e->object_version == made.object_version)
        return e->value;
    v = load_from_object((Value)cls, name, c);
    if (v && is_unbound(v, cls) && is_cacheable(made.object_version) &&
        !type_lookup_or_null(cls->head.type, name)) {
        made.value = v;
        cache_entry(c, &made);
    }
    return v;
}

/* A method that needs no more than its class's version, of any class that the
 * site has seen. */
static Value known_method(Value obj, AttrCache *c)
{
    const AttrEntry *e = atomic_load_explicit(&c->entry, memory_order_acquire);
    uint32_t version;

    if (!is_pointer(obj) || as_object(obj)->flags & OBJ_HAS_DICT)
        return NULL;
    version = version_of(obj);
    while (e && e->method_version != version)
        e = e->next;
    return e ? e->value : NULL;
}

Value method_known_or_null(Value obj, PyStr *name, AttrCache *c)
{
    Value v = known_method(obj, c);
    AttrEntry found;

    if (v || type_of(obj) == &instance_type ||
        as_object(obj)->flags & OBJ_HAS_DICT ||
        find_entry(c, version_of(obj)) || !describe(obj, name, &found) ||
        found.kind != ATTR_method || found.offset || found.check_dict)
        return v;
    learn(obj, &found, c);
    return found.value;
}

bool method_load_slow(Value obj, PyStr *name, AttrCache *c, Value *callee,
                      Value *self_or_null)
{
    const AttrEntry *e;
    AttrEntry found;

    *callee = known_method(obj, c);
    *self_or_null = *callee ? obj : NULL;
    if (*callee)
        return true;
    if (is_pointer(obj) && as_object(obj)->type == &module_type) {
        *callee = load_from_object(obj, name, c);
        return *callee != NULL;
    }
    if (type_of(obj)->getattr == type_getattr) {
        *callee = load_callee_from_class((PyType *)obj, name, c);
        return *callee != NULL;
    }
    e = find_entry(c, version_of(obj));
    if (!e && describe_any(obj, name, &found)) {
        learn(obj, &found, c);
        e = &found;
    }
    if (e && e->kind == ATTR_method) {
        *callee = own_value(obj, name, e);
        if (!*callee) {
            *callee = e->value;
            *self_or_null = obj;
        }
        return true;
    }
    *callee = attr_load_slow(obj, name, c);
    return *callee != NULL;
}

/* Offset of the slot that obj.name = v stores into, 0: none. */
static uint32_t store_offset(PyType *t, PyStr *name)
{
    Value descr = type_lookup_or_null(t, name);

    if (descr && is_slot_member(descr) &&
        type_is_subtype(t, ((PyGetSetDescriptor *)descr)->owner))
        return ((PyGetSetDescriptor *)descr)->offset;
    if (descr && type_of(descr)->descr_set)
        return 0;
    return type_slot_offset(t, name);
}

static int store_classic(PyInstance *obj, PyStr *name, Value v, AttrCache *c)
{
    PyClassObj *cls = obj->cls;
    Value *slot = classic_slot((Value)obj, c);
    int at;

    if (slot && (!(obj->head.flags & OBJ_HAS_DICT) || word_load(slot))) {
        word_store(slot, v);
        return 0;
    }
    if (cls->visible->setattr_hook || name->data[0] == '_')
        return op_setattr((Value)obj, name, v);
    if (instance_set((Value)obj, name, v) < 0)
        return -1;
    at = cls->map ? slot_map_find(cls->map, name) : -1;
    if (at >= 0)
        cache_slot(c, atomic_load(&cls->version),
                   cls->map->first_offset +
                       (uint32_t)at * (uint32_t)sizeof(Value));
    return 0;
}

static bool is_plain(Value v)
{
    return !type_of(v)->descr_get && !type_of(v)->descr_set;
}

/* Stores through the cell that the site remembers; false: it has none. */
static bool store_to_cell(PyType *cls, Value v, AttrCache *c)
{
    const AttrEntry *e = find_object_entry(c, (Value)cls);
    Value old;

    if (!e || !e->own_cell || !is_plain(v) ||
        e->object_version != atomic_load(&cls->version))
        return false;
    old = word_load((Value *)e->value);
    if (!old || !is_plain(old))
        return false;
    word_store((Value *)e->value, v);
    return true;
}

/* Class.name = v */
static int store_to_class(PyType *cls, PyStr *name, Value v, AttrCache *c)
{
    AttrEntry e = {.kind = ATTR_class, .object = (Value)cls};
    Value *cell;

    if (store_to_cell(cls, v, c))
        return 0;
    if (op_setattr((Value)cls, name, v) < 0)
        return -1;
    e.version = atomic_load(&cls->head.type->version);
    e.object_version = atomic_load(&cls->version);
    cell = dict_slot_of(cls->dict, name);
    if (cell && is_cacheable(e.object_version) &&
        !type_lookup_or_null(&type_type, name)) {
        use_cell(&e, cell);
        e.own_cell = true;
        cache_entry(c, &e);
    }
    return 0;
}

/* Does obj.name = v go to the dict of obj, as far as its class goes? */
static bool stores_in_dict(PyType *t, PyStr *name, uint32_t version,
                           AttrCache *c)
{
    AttrEntry e = {.version = version, .kind = ATTR_slot};
    const AttrEntry *known = find_entry(c, version);

    if (!has_plain_dict(t) || version == VERSION_NONE)
        return false;
    if (known)
        return known->kind == ATTR_slot;
    if (type_lookup_or_null(t, name))
        e.kind = ATTR_constant;
    cache_entry(c, &e);
    return e.kind == ATTR_slot;
}

int attr_store_slow(Value obj, PyStr *name, Value v, AttrCache *c)
{
    PyType *t = type_of(obj);
    uint32_t version = atomic_load(&t->version), offset;
    Value *slot = is_pointer(obj) ? find_slot(obj, t, c) : NULL;

    if (slot && (!(as_object(obj)->flags & OBJ_HAS_DICT) || word_load(slot))) {
        word_store(slot, v);
        return 0;
    }
    if (t == &instance_type)
        return store_classic((PyInstance *)obj, name, v, c);
    if (t == &type_type)
        return store_to_class((PyType *)obj, name, v, c);
    if (!is_pointer(obj) || t->setattr != object_setattr ||
        t->dict_offset == DICT_AT_END)
        return op_setattr(obj, name, v);
    if (stores_in_dict(t, name, version, c)) {
        int r = instance_set(obj, name, v);

        if (r <= 0)
            return r;
    }
    offset = store_offset(t, name);
    if (offset && !slot && !attr_cached_slot(obj, c))
        cache_slot(c, version, offset);
    return object_setattr(obj, name, v);
}
