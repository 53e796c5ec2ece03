/* Attribute slots and the views that present them as a dict.
 *
 * Instances of heap types and compiled modules keep attributes in words at
 * fixed positions; a SlotMap says which name has which.  `__dict__` is a real
 * PyDict, made on demand, whose entries for such names do not hold the value
 * but an indirection to the slot (bit pattern: slot address | 4), so that
 * slot and dict never disagree and compiled code may store into a slot that
 * is already set without telling the dict.
 *
 * Rules.  A slot is NULL while the attribute is unset.  Storing over a
 * non-NULL slot is one release store, lock-free, by anybody; so is storing
 * into a NULL slot while the object has no dict (OBJ_HAS_DICT clear).  With a
 * dict, setting a NULL slot and deleting go through instance_set and
 * instance_delete, which keep the dict's entries in step.  A store that races
 * with the making of the dict may leave its name out; instance_dict enters
 * such names each time it is asked.  Names without a slot live in the dict
 * only.  After `obj.__dict__ = d` all attributes live in d, slots are NULL.
 *
 * Instance layout: head (16 bytes), C fields of the builtin base if any up to
 * type->basic_size, PyDict * at type->dict_offset (when TYPE_HAS_DICT),
 * then __slots__ members, then the slots of slot_map.  A subclass keeps its
 * base's positions (single inheritance); with several bases the layout is
 * that of the "best base" and other names get new positions.
 * The map of a class may grow at run time while it has free capacity; its
 * instances are allocated with `capacity` slots.  __slots__ members declared
 * below a class that already has a slot map take nameless positions of it.
 *
 * Instances of subclasses of variable-size types (str, tuple, long ...) have
 * no slots; their PyDict * is the last word of the allocated block
 * (dict_offset == DICT_AT_END), __slots__ members (of unicode's subclasses
 * alone) stand in front of it.
 *
 * Old-style instances work the same way with their class's map. */
#ifndef RT_INSTANCE_H
#define RT_INSTANCE_H

#include "object.h"

#define DICT_AT_END UINT32_MAX

struct SlotMap {
    _Atomic int32_t count; /* positions in use */
    int32_t capacity;      /* slots every instance has room for */
    uint32_t first_offset; /* bytes from the object's start to slot 0 */
    uint32_t index_mask;
    PyStr *_Atomic *names;  /* interned, `capacity` of them; NULL: nameless */
    _Atomic int32_t *index; /* open-addressed by name pointer: position + 1 */
};

/* Position of the interned name, or -1. */
int slot_map_find(const SlotMap *map, PyStr *name);

/* Byte offset of the attribute in instances of t, or 0 when it has none. */
uint32_t type_slot_offset(PyType *t, PyStr *name);

/* --- allocation, for new_instance of all types ---------------------------- */

/* A zeroed instance of t with room for its C part, dict and slots.  Every
 * new_instance of a fixed-size builtin type uses it when t is a subclass. */
void *instance_new(PyType *t);
/* The same for types of variable size (str, unicode, tuple, long): `size` is
 * that of the C part including the items. */
void *instance_new_sized(PyType *t, size_t size);

/* --- attributes ----------------------------------------------------------- */

/* An instance's __dict__, made on first use; NULL without exception when its
 * type gives it none. */
PyDict *instance_dict(Value self);
/* The same, NULL when it has not been made. */
PyDict *instance_dict_or_null(Value self);
/* Attributes in slots, by place: NULL where one is not set. */
int32_t instance_slot_count(Value self);
Value instance_slot(Value self, int32_t i);
/* obj.__dict__ = d.  The old dict keeps the values it shows. */
int instance_set_dict(Value self, PyDict *d);

/* Instance attributes (slots and dict, no class, no descriptors).  Set and
 * delete raise no AttributeError: 0 done, 1 no such attribute (or no place
 * for it), -1 error. */
int instance_set(Value self, PyStr *name, Value v);
int instance_delete(Value self, PyStr *name);
/* It never had an attribute of its own, and nobody asked for its dict. */
bool instance_is_bare(Value self);
Value instance_get_or_null(Value self, PyStr *name);

/* --- modules -------------------------------------------------------------- */

/* First store to (or store to an unset) global of a compiled module. */
int module_slot_set(PyModule *m, PyStr *name, Value *slot, Value v);

/* A map of a module's global names; for dict_set_owner with the slot array as
 * base. */
SlotMap *slot_map_of_names(const char *const *names, int32_t count);

#endif
