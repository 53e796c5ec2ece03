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
 * non-NULL slot is one release store, lock-free, by anybody.  Setting a NULL
 * slot, and deleting, go through slot_set / slot_delete, which keep the
 * dict's entries in step under the dict's lock, so the dict lists the
 * attributes in the order in which they were set.  Names without a slot live
 * in the dict only.
 *
 * Instance layout: head (16 bytes), C fields of the builtin base if any up to
 * type->basic_size, PyDict * at type->dict_offset (when TYPE_HAS_DICT),
 * then __slots__ members, then the slots of slot_map.  A subclass keeps its
 * base's positions (single inheritance); with several bases the layout is
 * that of the "best base" and other names get new positions.
 * The map of a class may grow at run time while it has free capacity; its
 * instances are allocated with `capacity` slots. */
#ifndef RT_INSTANCE_H
#define RT_INSTANCE_H

#include "object.h"

struct SlotMap {
    int32_t count;    /* names in use */
    int32_t capacity; /* slots every instance has room for */
    uint32_t first_offset; /* bytes from the object's start to slot 0 */
    PyStr *_Atomic *names; /* interned, `capacity` of them */
    int32_t *index;        /* open-addressed by name pointer, see slots.c */
    uint32_t index_mask;
};

/* Index of the interned name, or -1. */
int slot_map_find(const SlotMap *map, PyStr *name);

/* Byte offset of the attribute in instances of t, or 0 when it has none. */
uint32_t type_slot_offset(PyType *t, PyStr *name);

/* An instance's dict view, made on first use. */
PyDict *instance_dict(Value self);

/* First set / delete of an instance attribute (name known to have a slot or
 * not); the generic halves of attribute assignment.  -1: AttributeError. */
int instance_set(Value self, PyStr *name, Value v);
int instance_delete(Value self, PyStr *name);
Value instance_get_or_null(Value self, PyStr *name);

/* Modules. */
int module_slot_set(PyModule *m, PyStr *name, Value *slot, Value v);

#endif
