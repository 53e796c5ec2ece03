/* Classes made at run time: the three-argument type().
 *
 * The instance layout of a new class extends that of its "best base"; see
 * instance.h for what is where.  Checks and messages follow CPython 2.7's
 * type_new and best_base. */
#include "type.h"

#include "shape.h"

#include "attrname.h"
#include "dict.h"
#include "weakref.h"

#include <ctype.h>

enum {
    SPARE_SLOTS = 4,  /* for classes of which the compiler saw no attributes */
    GRANULE_WORDS = 2 /* objects come in units of two words */
};

/* --- the best base
 * ------------------------------------------------------------ */

/* The class whose C fields or __slots__ t's instances have: two bases agree
 * only if one's is a base of the other's. */
static PyType *solid_base(PyType *t)
{
    for (; t->base; t = t->base) {
        if (t->flags & TYPE_HEAP) {
            if (t->heap_slots && tuple_length((PyTuple *)t->heap_slots) > 0)
                return t;
        } else if (t->basic_size != t->base->basic_size ||
                   t->item_size != t->base->item_size ||
                   (t->flags & TYPE_VAR_SIZE) !=
                       (t->base->flags & TYPE_VAR_SIZE)) {
            return t;
        }
    }
    return t;
}

PyType *type_best_base(PyTuple *bases)
{
    PyType *winner = NULL, *best = NULL;

    for (Py_ssize i = 0; i < bases->length; i++) {
        Value b = bases->items[i];
        PyType *candidate;

        if (is_classobj(b))
            continue;
        if (!is_type(b))
            return err_format(&exc_TypeError, "bases must be types");
        if (!(((PyType *)b)->flags & TYPE_BASETYPE))
            return err_format(&exc_TypeError,
                              "type '%.100s' is not an acceptable base type",
                              ((PyType *)b)->name);
        candidate = solid_base((PyType *)b);
        if (!winner) {
            winner = candidate;
            best = (PyType *)b;
        } else if (type_is_subtype(winner, candidate)) {
            continue;
        } else if (type_is_subtype(candidate, winner)) {
            winner = candidate;
            best = (PyType *)b;
        } else {
            return err_format(&exc_TypeError,
                              "multiple bases have instance lay-out conflict");
        }
    }
    if (!best)
        return err_format(&exc_TypeError,
                          "a new-style class can't have only classic bases");
    return best;
}

/* --- __slots__
 * ----------------------------------------------------------------- */

typedef struct Slots {
    PyList *names;      /* members to make, mangled and sorted */
    bool dict, weakref; /* asked for */
    bool declared;
} Slots;

static PyStr *slot_name_of(Value v)
{
    if (has_type_flag(v, TYPE_UNICODE))
        v = op_str(v);
    if (!v)
        return NULL;
    if (!is_str_value(v))
        return err_format(&exc_TypeError,
                          "__slots__ items must be strings, not '%.200s'",
                          type_name_of(v));
    return (PyStr *)v;
}

static bool is_identifier(PyStr *s)
{
    const char *p = str_data(s);
    Py_ssize n = str_length(s);

    if (n == 0 || !(isalpha((unsigned char)p[0]) || p[0] == '_')) {
        err_format(&exc_TypeError, "__slots__ must be identifiers");
        return false;
    }
    for (Py_ssize i = 1; i < n; i++)
        if (!(isalnum((unsigned char)p[i]) || p[i] == '_')) {
            err_format(&exc_TypeError, "__slots__ must be identifiers");
            return false;
        }
    return true;
}

/* __x in class _C becomes _C__x. */
static PyStr *mangle(PyStr *cls, PyStr *name)
{
    const char *p = str_data(name), *c = str_data(cls);
    size_t n = (size_t)str_length(name);

    if (n < 2 || p[0] != '_' || p[1] != '_' || strchr(p, '.') ||
        (p[n - 1] == '_' && p[n - 2] == '_'))
        return name_interned(name);
    while (*c == '_')
        c++;
    if (!*c)
        return name_interned(name);
    return name_interned(str_format_c("_%s%s", c, p));
}

static bool add_slot_name(Slots *s, PyStr *cls, PyStr *name, PyType *base)
{
    const char *text = str_data(name);

    if (!is_identifier(name))
        return false;
    if (!strcmp(text, "__dict__")) {
        if (base->dict_offset || s->dict) {
            err_format(&exc_TypeError,
                       "__dict__ slot disallowed: we already got one");
            return false;
        }
        s->dict = true;
        return true;
    }
    if (!strcmp(text, "__weakref__")) {
        if (!(base->flags & TYPE_NO_WEAKREF) || s->weakref || base->item_size) {
            err_format(&exc_TypeError,
                       "__weakref__ slot disallowed: either we already got "
                       "one, or __itemsize__ != 0");
            return false;
        }
        s->weakref = true;
        return true;
    }
    return list_append(s->names, (Value)mangle(cls, name)) == 0;
}

/* Reads __slots__ from the class dict. */
static bool read_slots(Slots *s, PyStr *cls, PyDict *dict, PyType *base)
{
    Value v = dict_get_str_or_null(dict, NAME(dunder_slots));
    PyTuple *items;

    *s = (Slots){.names = list_new(0), .declared = v != NULL};
    if (!v)
        return true;
    items = is_str_value(v) || has_type_flag(v, TYPE_UNICODE) ? tuple_pack(1, v)
                                                              : op_tuple(v);
    if (!items)
        return false;
    if (items->length > 0 && (base->item_size || base->flags & TYPE_TYPE)) {
        err_format(&exc_TypeError,
                   "nonempty __slots__ not supported for subtype of '%s'",
                   base->name);
        return false;
    }
    for (Py_ssize i = 0; i < items->length; i++) {
        PyStr *name = slot_name_of(items->items[i]);

        if (!name || !add_slot_name(s, cls, name, base))
            return false;
    }
    return op_call_method((Value)s->names, NAME(sort), NULL, 0) != NULL;
}

/* Other bases may bring a dict or weak references that __slots__ left out. */
static void inherit_from_other_bases(Slots *s, PyTuple *bases, PyType *base)
{
    for (Py_ssize i = 0; i < bases->length; i++) {
        Value b = bases->items[i];

        if (b == (Value)base)
            continue;
        if (is_classobj(b)) {
            s->dict = s->weakref = true;
            return;
        }
        if (((PyType *)b)->dict_offset)
            s->dict = true;
        if (!(((PyType *)b)->flags & TYPE_NO_WEAKREF))
            s->weakref = true;
    }
}

/* --- layout
 * ------------------------------------------------------------------------ */

static uint32_t align_word(uint32_t n)
{
    return (n + 7) & ~7u;
}

/* Attribute names for slots: the compiler's and those of other bases. */
static PyList *slot_names(PyType *t, PyTuple *attr_names)
{
    PyList *names = list_new(0);

    for (Py_ssize i = 0; attr_names && i < attr_names->length; i++)
        list_append(names, attr_names->items[i]);
    for (Py_ssize i = 0; i < t->bases->length; i++) {
        Value b = t->bases->items[i];
        SlotMap *map =
            is_type(b) ? ((PyType *)b)->slot_map : ((PyClassObj *)b)->map;

        if (b == (Value)t->base || !map)
            continue;
        for (int32_t j = 0; j < map->count; j++)
            if (map->names[j])
                list_append(names, (Value)map->names[j]);
    }
    return names;
}

/* Rounds up to whole allocation units. */
static int32_t round_capacity(uint32_t first_offset, int32_t n)
{
    uint32_t words = first_offset / sizeof(Value) + (uint32_t)n;

    return n + (int32_t)(words % GRANULE_WORDS);
}

/* Members below a class that has a slot map take nameless positions. */
static int add_map_members(PyType *t, SlotMap *map, PyList *members)
{
    for (Py_ssize i = 0, n = list_length(members); i < n; i++) {
        PyStr *name = (PyStr *)list_item_or_null(members, i);
        int at = slot_map_add(map, NULL);
        uint32_t offset = map->first_offset + (uint32_t)at * sizeof(Value);

        if (!dict_get_str_or_null(t->dict, name) &&
            dict_set_str(t->dict, name, slot_descriptor_new(t, name, offset)) <
                0)
            return -1;
    }
    return 0;
}

static int add_struct_members(PyType *t, PyList *members)
{
    for (Py_ssize i = 0, n = list_length(members); i < n; i++) {
        PyStr *name = (PyStr *)list_item_or_null(members, i);

        if (!dict_get_str_or_null(t->dict, name) &&
            dict_set_str(t->dict, name,
                         slot_descriptor_new(t, name, t->basic_size)) < 0)
            return -1;
        t->basic_size += sizeof(Value);
    }
    return 0;
}

/* The last word is a dict's, for a subclass may have one. */
static int add_tail_members(PyType *t, PyList *members)
{
    Py_ssize n = list_length(members);

    t->tail_words = t->base->tail_words;
    if (!t->tail_words && (n || t->dict_offset))
        t->tail_words = 1;
    for (Py_ssize i = 0; i < n; i++) {
        PyStr *name = (PyStr *)list_item_or_null(members, i);
        uint32_t offset = ++t->tail_words * sizeof(Value) | SLOT_AT_END;

        if (!dict_get_str_or_null(t->dict, name) &&
            dict_set_str(t->dict, name, slot_descriptor_new(t, name, offset)) <
                0)
            return -1;
    }
    return 0;
}

/* Makes t's slot map after basic_size, with room for names. */
static int make_map(PyType *t, PyList *members, PyTuple *attr_names)
{
    SlotMap *base = t->base->slot_map, *map;
    PyList *names = slot_names(t, attr_names);
    uint32_t first = base ? base->first_offset : t->basic_size;
    int32_t named = (int32_t)list_length(names) + (base ? base->count : 0);
    int32_t n = named + (named ? 1 : SPARE_SLOTS);

    n += base ? (int32_t)list_length(members) : 0;
    map = slot_map_new(base, first, round_capacity(first, n));
    if (!map || err_pending())
        return -1;
    if (base && add_map_members(t, map, members) < 0)
        return -1;
    for (Py_ssize i = 0, c = list_length(names); i < c; i++)
        slot_map_add(map, (PyStr *)list_item_or_null(names, i));
    t->slot_map = map;
    t->instance_size = first + (uint32_t)map->capacity * sizeof(Value);
    return 0;
}

static int set_layout(PyType *t, const Slots *s, PyTuple *attr_names)
{
    PyType *base = t->base;
    bool add_dict = !base->dict_offset && (!s->declared || s->dict);

    t->basic_size = align_word(base->basic_size);
    t->item_size = base->item_size;
    t->dict_offset = base->dict_offset;
    if (t->flags & TYPE_VAR_SIZE) {
        if (add_dict)
            t->dict_offset = DICT_AT_END;
        if (add_tail_members(t, s->names) < 0)
            return -1;
    } else {
        if (!base->slot_map && add_struct_members(t, s->names) < 0)
            return -1;
        if (add_dict) {
            t->dict_offset = t->basic_size;
            t->basic_size += sizeof(PyDict *);
        }
    }
    t->instance_size = t->basic_size;
    if (t->dict_offset)
        t->flags |= TYPE_HAS_DICT;
    if (!t->dict_offset || t->flags & TYPE_VAR_SIZE)
        return 0;
    /* Types, modules and other builtin bases make their dict themselves. */
    if (base->dict_offset && !base->slot_map && !(t->flags & TYPE_EXCEPTION))
        return 0;
    return make_map(t, s->names, attr_names);
}

/* --- making the type
 * ------------------------------------------------------------------ */

enum {
    HEAP_FLAGS = TYPE_INT | TYPE_LONG | TYPE_FLOAT | TYPE_STR | TYPE_UNICODE |
                 TYPE_TUPLE | TYPE_LIST | TYPE_DICT | TYPE_EXCEPTION |
                 TYPE_TYPE | TYPE_SET | TYPE_HAS_DICT | TYPE_HAS_DEL |
                 TYPE_VAR_SIZE | TYPE_NO_WEAKREF
};

/* The __dict__ descriptor of the builtin base that gives self its dict, or
 * NULL: such a base (type, module, exceptions) has its own rules. */
static Value builtin_dict_descriptor(Value self)
{
    for (PyType *t = type_of(self); t; t = t->base)
        if (!(t->flags & TYPE_HEAP) && t->dict_offset)
            return type_lookup_or_null(t, NAME(dunder_dict));
    return NULL;
}

static Value get_dict_attribute(Value self)
{
    Value descr = builtin_dict_descriptor(self);
    PyDict *d;

    if (descr && type_of(descr)->descr_get)
        return type_of(descr)->descr_get(descr, self, type_of(self));
    d = instance_dict(self);

    if (!d && !err_pending())
        err_format(&exc_AttributeError, "This object has no __dict__");
    return (Value)d;
}

static int set_dict_attribute(Value self, Value v)
{
    Value descr = builtin_dict_descriptor(self);

    if (descr && type_of(descr)->descr_set)
        return type_of(descr)->descr_set(descr, self, v);
    if (!instance_dict_place(self)) {
        err_format(&exc_AttributeError, "This object has no __dict__");
        return -1;
    }
    if (v && !has_type_flag(v, TYPE_DICT)) {
        err_format(&exc_TypeError,
                   "__dict__ must be set to a dictionary, not a '%.200s'",
                   type_name_of(v));
        return -1;
    }
    return instance_set_dict(self, v ? (PyDict *)v : dict_new());
}

/* For programs without weak references; see weakref.h. */
__attribute__((weak)) Value weakref_list_head(Value v)
{
    return NONE;
}

static const GetSetDef dict_getset = {
    "__dict__", get_dict_attribute, set_dict_attribute,
    "dictionary for instance variables (if defined)", false};
static const GetSetDef weakref_getset = {
    "__weakref__", weakref_list_head, NULL,
    "list of weak references to the object (if defined)", false};

/* The __dict__ and __weakref__ descriptors of the first class to have them. */
static int add_view_getsets(PyType *t)
{
    bool dict = t->dict_offset && !t->base->dict_offset;
    bool weak =
        t->base->flags & TYPE_NO_WEAKREF && !(t->flags & TYPE_NO_WEAKREF);

    if (dict && !dict_get_str_or_null(t->dict, NAME(dunder_dict)) &&
        dict_set_str(t->dict, NAME(dunder_dict),
                     getset_descriptor_new(t, &dict_getset)) < 0)
        return -1;
    if (weak && !dict_get_str_or_null(t->dict, NAME(dunder_weakref)) &&
        dict_set_str(t->dict, NAME(dunder_weakref),
                     getset_descriptor_new(t, &weakref_getset)) < 0)
        return -1;
    return 0;
}

/* __module__, __doc__ and __new__ as a static method. */
static int complete_dict(PyType *t)
{
    PyDict *d = t->dict, *globals;
    Value v;

    if (!dict_get_str_or_null(d, NAME(dunder_module)) &&
        (globals = current_globals()) != NULL) {
        v = dict_get_str_or_null(globals, NAME(dunder_name));
        if (v && dict_set_str(d, NAME(dunder_module), v) < 0)
            return -1;
    }
    if (!dict_get_str_or_null(d, NAME(dunder_doc)) &&
        dict_set_str(d, NAME(dunder_doc), NONE) < 0)
        return -1;
    v = dict_get_str_or_null(d, NAME(dunder_new));
    if (v && type_of(v) == &function_type &&
        dict_set_str(d, NAME(dunder_new), staticmethod_new(v)) < 0)
        return -1;
    return 0;
}

static int enter_in_bases(PyType *t)
{
    for (Py_ssize i = 0; i < t->bases->length; i++) {
        Value b = t->bases->items[i];

        if (is_type(b)) {
            lock_acquire(&as_object(b)->lock);
            class_list_add(&((PyType *)b)->subclasses, (Value)t);
            lock_release(&as_object(b)->lock);
        }
    }
    return 0;
}

static void inherit_plain_slots(PyType *t)
{
    for (Py_ssize i = 1; i < t->mro->length; i++) {
        PyType *b = (PyType *)t->mro->items[i];

        if (is_type((Value)b) && !t->get_buffer)
            t->get_buffer = b->get_buffer;
    }
}

static PyType *new_heap_type(PyType *meta, PyStr *name, PyTuple *bases,
                             PyType *base, PyDict *dict)
{
    PyType *t = (PyType *)gc_array(sizeof(PyType) / sizeof(Value));

    t->head.type = meta;
    t->name = str_data(name);
    t->heap_name = (Value)name;
    t->base = base;
    t->bases = bases;
    t->dict = dict;
    t->flags = TYPE_HEAP | TYPE_BASETYPE | (base->flags & HEAP_FLAGS);
    return t;
}

Value type_new_class(PyType *meta, PyStr *name, PyTuple *bases, PyDict *dict,
                     PyTuple *attr_names)
{
    PyType *base, *t;
    Slots slots;

    if (bases->length == 0)
        bases = tuple_pack(1, (Value)&object_type);
    base = type_best_base(bases);
    if (!base)
        return NULL;
    dict = dict_copy(dict); /* the caller may keep the one it passed */
    if (!dict || !read_slots(&slots, name, dict, base))
        return NULL;
    if (slots.declared)
        inherit_from_other_bases(&slots, bases, base);
    t = new_heap_type(meta, name, bases, base, dict);
    if (slots.declared ? slots.weakref : !base->item_size)
        t->flags &= ~(uint32_t)TYPE_NO_WEAKREF;
    if (slots.declared)
        t->heap_slots = (Value)op_tuple((Value)slots.names);
    if (complete_dict(t) < 0 || set_layout(t, &slots, attr_names) < 0 ||
        add_view_getsets(t) < 0 || mro_compute(t) < 0)
        return NULL;
    inherit_plain_slots(t);
    type_update_slots(t);
    t->version = version_new();
    type_shape_init(t);
    t->flags |= TYPE_READY;
    enter_in_bases(t);
    return (Value)t;
}

/* A hidden type for objects whose memory has no room for t's slots: it looks
 * like t and finds all that t does, but keeps attributes in dicts only. */
static PyType *find_twin(PyType *t)
{
    PyList *subs = class_list_items(t->subclasses);

    for (Py_ssize i = 0, n = list_length(subs); i < n; i++) {
        PyType *sub = (PyType *)list_item_or_null(subs, i);

        if (sub->flags & TYPE_TWIN && sub->base == t)
            return sub;
    }
    return NULL;
}

PyType *type_twin(PyType *t)
{
    PyType *twin = find_twin(t);

    if (twin)
        return twin;
    twin = (PyType *)gc_array(sizeof(PyType) / sizeof(Value));
    memcpy(twin, t, sizeof *t);
    memset(&twin->head.lock, 0, sizeof twin->head.lock);
    twin->base = t;
    twin->slot_map = NULL;
    twin->subclasses = NULL;
    twin->flags |= TYPE_TWIN;
    twin->version = version_new();
    twin->shape = 0;
    lock_acquire(&t->head.lock);
    class_list_add(&t->subclasses, (Value)twin);
    lock_release(&t->head.lock);
    return twin;
}

/* --- assigning __class__ and __bases__
 * ------------------------------------------------ */

/* Same members from the same bases up to the common solid base? */
static bool same_members(PyType *a, PyType *b)
{
    if (solid_base(a) == solid_base(b))
        return true;
    a = solid_base(a);
    b = solid_base(b);
    return a->heap_slots && b->heap_slots && a->base && b->base &&
           solid_base(a->base) == solid_base(b->base) &&
           a->basic_size == b->basic_size && a->dict_offset == b->dict_offset &&
           op_compare_bool(CMP_eq, a->heap_slots, b->heap_slots) == 1;
}

/* Whose C code frees instances: all classes made at run time share it. */
static PyType *freeing_type(PyType *t)
{
    if (t->flags & TYPE_HEAP)
        return NULL;
    while (t->base && t->basic_size == t->base->basic_size)
        t = t->base;
    return t;
}

bool type_compatible(PyType *from, PyType *to, const char *attr)
{
    if (freeing_type(from) != freeing_type(to)) {
        err_format(&exc_TypeError,
                   "%s assignment: '%s' deallocator differs from '%s'", attr,
                   to->name, from->name);
        return false;
    }
    if (same_members(from, to) && from->dict_offset == to->dict_offset &&
        !((from->flags ^ to->flags) & TYPE_NO_WEAKREF))
        return true;
    err_format(&exc_TypeError,
               "%s assignment: '%s' object layout differs from '%s'", attr,
               to->name, from->name);
    return false;
}

static bool check_new_bases(PyType *t, PyTuple *bases)
{
    for (Py_ssize i = 0; i < bases->length; i++) {
        Value b = bases->items[i];

        if (!is_type(b) && !is_classobj(b)) {
            err_format(&exc_TypeError,
                       "%s.__bases__ must be tuple of old- or new-style "
                       "classes, not '%s'",
                       t->name, type_name_of(b));
            return false;
        }
        if (is_type(b) && type_is_subtype((PyType *)b, t)) {
            err_format(&exc_TypeError,
                       "a __bases__ item causes an inheritance cycle");
            return false;
        }
    }
    return true;
}

static void leave_bases(PyType *t)
{
    for (Py_ssize i = 0; i < t->bases->length; i++)
        if (is_type(t->bases->items[i]))
            class_list_remove(((PyType *)t->bases->items[i])->subclasses,
                              (Value)t);
}

/* Recomputes the MRO of t and its subtypes. */
static int recompute_mro(PyType *t)
{
    PyList *subs = class_list_items(t->subclasses);

    if (t->flags & TYPE_TWIN)
        t->mro = t->base->mro;
    else if (mro_compute(t) < 0)
        return -1;
    for (Py_ssize i = 0, n = list_length(subs); i < n; i++)
        if (recompute_mro((PyType *)list_item_or_null(subs, i)) < 0)
            return -1;
    return 0;
}

int type_set_bases(PyType *t, Value v)
{
    PyTuple *old_bases = t->bases;
    PyType *old_base = t->base, *base;

    if (!(t->flags & TYPE_HEAP)) {
        err_format(&exc_TypeError, "can't set %s.__bases__", t->name);
        return -1;
    }
    if (!v) {
        err_format(&exc_TypeError, "can't delete %s.__bases__", t->name);
        return -1;
    }
    if (!has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError,
                   "can only assign tuple to %s.__bases__, not %s", t->name,
                   type_name_of(v));
        return -1;
    }
    if (tuple_length((PyTuple *)v) == 0) {
        err_format(&exc_TypeError,
                   "can only assign non-empty tuple to %s.__bases__, not ()",
                   t->name);
        return -1;
    }
    if (!check_new_bases(t, (PyTuple *)v))
        return -1;
    base = type_best_base((PyTuple *)v);
    if (!base || !type_compatible(t->base, base, "__bases__"))
        return -1;
    t->bases = (PyTuple *)v;
    t->base = base;
    if (recompute_mro(t) < 0) {
        Value type, value, tb;

        err_fetch(&type, &value, &tb);
        t->bases = old_bases;
        t->base = old_base;
        if (recompute_mro(t) < 0)
            err_clear();
        err_restore(type, value, tb);
        return -1;
    }
    t->bases = old_bases;
    leave_bases(t);
    t->bases = (PyTuple *)v;
    enter_in_bases(t);
    type_modified(t);
    return 0;
}
