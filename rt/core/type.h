/* What the files of the object model share: slot table, descriptors, classes.
 *
 * Reading order: type.c (lookup, versions, readiness), mro.c, type_new.c
 * (classes made at run time), slots.def, type_wrap.c (slots as Python
 * methods), type_slots.c (Python methods as slots), instance.c, attr.c. */
#ifndef RT_TYPE_H
#define RT_TYPE_H

#include "instance.h"
#include "layout.h"
#include "names.h"
#include "object.h"

typedef struct SlotDef SlotDef;

/* Calls the C slot `fn` as the Python method it appears as; self and args
 * are those of the call, without keywords unless SlotDef.keywords. */
typedef Value WrapFn(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames, void *fn, const SlotDef *def);

struct SlotDef {
    const char *text; /* "__add__" */
    PyStr *name;      /* the same, interned by slots_init */
    uint32_t offset;  /* of the slot in PyType */
    WrapFn *wrap;     /* NULL: the slot appears under no such name */
    void *generic;    /* what fills the slot when Python code defines name */
    bool keywords;
    const char *doc;
};

extern SlotDef slot_defs[]; /* ended by a NULL text; rows of a slot adjoin */

static inline void **type_slot(PyType *t, uint32_t offset)
{
    return (void **)((char *)t + offset);
}

/* wrapper_descriptor: a C slot in a type's dict. */
typedef struct PyWrapperDescriptor {
    PyObject head;
    const SlotDef *def;
    PyType *owner;
    void *fn;
} PyWrapperDescriptor;

typedef struct PyMethodWrapper {
    PyObject head;
    PyWrapperDescriptor *descriptor;
    Value self;
} PyMethodWrapper;

typedef struct PyGetSetDescriptor {
    PyObject head; /* of getset_descriptor_type or member_descriptor_type */
    const GetSetDef *def; /* NULL: a __slots__ member, at offset */
    PyType *owner;
    PyStr *name;
    uint32_t offset; /* with SLOT_AT_END: down from the end of the block */
} PyGetSetDescriptor;
enum { SLOT_AT_END = 1 << 30 };

typedef struct PyProperty {
    PyObject head;
    Value get, set, del, doc; /* NULL: none */
    bool getter_doc;          /* doc is the getter's */
} PyProperty;

/* classmethod and staticmethod objects. */
typedef struct PyMethodHolder {
    PyObject head;
    Value callable;
} PyMethodHolder;

typedef struct PySuper {
    PyObject head;
    PyType *type;
    Value object; /* NULL: unbound */
    PyType *object_type;
} PySuper;

typedef struct PyDictProxy {
    PyObject head;
    Value mapping;
} PyDictProxy;

/* An old-style class.  `version` and `map` serve its instances as those of a
 * PyType do. */
typedef struct PyClassObj {
    PyObject head;
    PyTuple *bases; /* of old-style classes */
    PyDict *dict;
    PyStr *name;
    Value getattr_hook, setattr_hook, delattr_hook; /* or NULL */
    _Atomic uint32_t version;
    SlotMap *map;
    struct PyClassObj *visible; /* itself, or the class it is a twin of */
    Value subclasses;           /* weak; of both kinds */
    Value cells;                /* as PyType.cells */
    bool has_del;
    bool exposed; /* __dict__ was handed out: changes go unseen */
} PyClassObj;

typedef struct PyInstance {
    PyObject head;
    PyClassObj *cls; /* maybe a twin: see visible */
    PyDict *dict;
    /* slots follow */
} PyInstance;

static inline bool is_type(Value v)
{
    return has_type_flag(v, TYPE_TYPE);
}

static inline bool is_classobj(Value v)
{
    return type_of(v) == &classobj_type;
}

static inline bool is_instance(Value v)
{
    return type_of(v) == &instance_type;
}

static inline bool is_str_value(Value v)
{
    return has_type_flag(v, TYPE_STR);
}

/* --- type.c ----------------------------------------------------------------
 */

uint32_t version_new(void);
/* New versions for t and its subtypes; slots as they were. */
void type_touch(PyType *t);
/* The lookup cache, shared with old-style classes.  cell: where the value
 * lives, NULL if it is fixed for this version. */
bool lookup_cached(uint32_t version, PyStr *name, Value *value);
void lookup_remember(uint32_t version, PyStr *name, Value value, Value *cell);
/* Stores v (not NULL) under name in a class's dict.  1: cached lookups are
 * out of date, 0: not, -1: error.  The caller holds the class's lock. */
int class_dict_assign(PyDict *d, Value *cells, PyStr *name, Value v);
/* What the classes behind cls in t's MRO have under name, or NULL. */
Value type_lookup_behind(PyType *t, PyType *cls, PyStr *name);
/* The cell that type_lookup_or_null(t, name) reads, or NULL. */
Value *type_lookup_cell(PyType *t, PyStr *name);
/* The name's value in t or a base changed: versions, and slots if needed. */
void type_name_changed(PyType *t, PyStr *name);
Value type_lookup_uncached(PyType *t, PyStr *name);
/* Weak list of classes. */
void class_list_add(Value *list, Value cls);
PyList *class_list_items(Value list);
/* fn for t and all types below it, bases first. */
void type_for_subtypes(PyType *t, void (*fn)(PyType *));
void class_list_remove(Value list, Value cls);
int type_init_layout(PyType *t);

/* --- mro.c ------------------------------------------------------------------
 */

PyTuple *mro_c3(PyType *t);      /* what type.mro() computes */
int mro_compute(PyType *t);      /* sets t->mro, through a mro() override */
PyTuple *class_bases(Value cls); /* of a type or an old-style class */

/* --- type_wrap.c -------------------------------------------------------------
 */

void slots_init(void);
/* Enters descriptors for t's own slots in t->dict. */
int type_add_wrappers(PyType *t);
extern const NativeDef new_method_def; /* __new__ of static types */
Value wrapper_descriptor_new(PyType *owner, const SlotDef *def, void *fn);
/* hash slot of unhashable types */
int64_t hash_not_implemented(Value self);

/* --- type_slots.c ------------------------------------------------------------
 */

/* Fills all slots of a heap type from what its MRO defines. */
void type_update_slots(PyType *t);
bool is_slot_name(PyStr *name);
/* Calls the special method `name` of self's type; NULL with *missing set and
 * nothing raised when it has none. */
Value special_call(Value self, PyStr *name, const Value *args, Py_ssize nargs,
                   bool *missing);
Value slot_getattr_hook(Value self, PyStr *name);

/* --- call.c ------------------------------------------------------------------
 */

/* callee(first, *args, **kw) by op_call or op_call_direct */
Value call_with_first(CallFn *call, Value callee, Value first,
                      const Value *args, Py_ssize nargs, PyTuple *kwnames);
/* The same, counted like the call of a bound method of self from C. */
Value call_as_method(Value callee, Value self, const Value *args,
                     Py_ssize nargs, PyTuple *kwnames);

/* --- keywords.c --------------------------------------------------------------
 */

/* The keywords of a call as a dict that the caller only reads, in the order
 * of CPython's. */
PyDict *keywords_dict(const Value *values, PyTuple *kwnames);
/* The other way round: the names, and n values, which is the length of the
 * dict or was.  Nobody changes the dict who gets the names. */
PyTuple *keywords_spread(PyDict *d, Value *values, Py_ssize n);
/* op_call() where CPython keeps the keywords in a dict on the way. */
Value call_through_dict(Value callee, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames);

/* --- docs.c ------------------------------------------------------------------
 */

/* __doc__ of a C method that `owner` or a base of it has, None without. */
Value doc_of_method(const PyType *owner, const NativeDef *def);
/* The same of a function of __builtin__. */
Value doc_of_builtin(const NativeDef *def);

/* --- type_new.c
 * --------------------------------------------------------------- */

PyType *type_best_base(PyTuple *bases);
/* The names that class_build was given for the class with this body, once. */
PyTuple *class_take_names(PyDict *body);
Value type_new_class(PyType *meta, PyStr *name, PyTuple *bases, PyDict *dict,
                     PyTuple *attr_names);
PyType *type_twin(PyType *t);
/* Can an object change from class a to b?  Raises, naming `attr`. */
bool type_compatible(PyType *from, PyType *to, const char *attr);
int type_set_bases(PyType *t, Value v);

/* --- instance.c
 * ----------------------------------------------------------------- */

SlotMap *slot_map_new(const SlotMap *base, uint32_t first_offset,
                      int32_t capacity);
/* Appends a name (NULL: nameless); its position, -1 when full. */
int slot_map_add(SlotMap *map, PyStr *name);
/* Changes the class of self (not old-style) to t, whose layout fits. */
int instance_change_type(Value self, PyType *t);
int instance_change_class(PyInstance *self, PyClassObj *cls);
PyInstance *classobj_instance_new(PyClassObj *cls);
PyClassObj *classobj_twin(PyClassObj *cls);
/* Calls __del__ once, for gc_on_unreachable. */
void object_finalize(PyObject *o);
/* The word so many bytes in front of the end of self's block. */
Value *instance_tail(Value self, uint32_t offset);
PyDict **instance_dict_place(Value self);
/* Marks that the object has a dict. */
static inline void object_set_flag(PyObject *o, uint32_t flag)
{
    __atomic_fetch_or(&o->flags, flag, __ATOMIC_ACQ_REL);
}

/* --- types/descr.c
 * ---------------------------------------------------------------- */

int type_add_methods(PyType *t);
int type_add_getsets(PyType *t);
Value getset_descriptor_new(PyType *owner, const GetSetDef *def);
Value slot_descriptor_new(PyType *owner, PyStr *name, uint32_t offset);
Value classmethod_new(Value callable);
Value staticmethod_new(Value callable);
/* A __slots__ member at an offset that all instances have in common. */
static inline bool is_slot_member(Value v)
{
    return type_of(v) == &member_descriptor_type &&
           !((PyGetSetDescriptor *)v)->def &&
           !(((PyGetSetDescriptor *)v)->offset & SLOT_AT_END);
}

/* --- types/type_type.c, object.c, classobj.c, super.c, instancemethod.c
 * -------- */

Value type_getattr(Value self, PyStr *name);
int type_setattr(Value self, PyStr *name, Value v);
Value type_call(Value self, const Value *args, Py_ssize nargs,
                PyTuple *kwnames);
Value type_module(PyType *t); /* __module__ as type's getset shows it */
Value object_new(PyType *t, const Value *args, Py_ssize nargs,
                 PyTuple *kwnames);
int object_init(Value self, const Value *args, Py_ssize nargs,
                PyTuple *kwnames);
Value object_reduce(Value self, int protocol);
Value instance_method_new(Value function, Value self_or_null, Value cls);
Value dict_proxy_new(Value mapping);
Value classobj_build(PyStr *name, PyTuple *bases, PyDict *dict,
                     PyTuple *attr_names);
/* The value of name in cls or a base; NULL raises nothing. */
Value classobj_lookup(PyClassObj *cls, PyStr *name);
Value *classobj_lookup_cell(PyClassObj *cls, PyStr *name);
bool classobj_is_subclass(Value cls, Value base);
/* self.name without __getattr__; NULL without exception: missing. */
Value instance_find(PyInstance *self, PyStr *name);
/* isinstance and issubclass without the hooks of metaclasses */
int real_isinstance(Value v, Value cls);
int real_issubclass(Value cls, Value base);
/* Globals of the Python function that is running, or NULL (frames). */
PyDict *current_globals(void);

#endif
