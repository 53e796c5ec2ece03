/* Old-style classes: depth-first lookup, no MRO, attributes in a plain dict.
 *
 * Their version numbers work as those of types do.  A class whose __dict__
 * was handed out can be changed behind our back, so it (and what derives from
 * it) is no longer cached. */
#include "type.h"

#include "attrname.h"
#include "dict.h"

enum { SPARE_SLOTS = 4 };

/* --- lookup and versions
 * -------------------------------------------------------- */

/* *where: the dict that has name. */
static Value find_from(PyClassObj *cls, PyStr *name, PyDict **where)
{
    Value v = dict_get_str_or_null(cls->dict, name);

    if (v)
        *where = cls->dict;
    for (Py_ssize i = 0; !v && i < cls->bases->length; i++)
        v = find_from((PyClassObj *)cls->bases->items[i], name, where);
    return v;
}

static Value lookup_uncached(PyClassObj *cls, PyStr *name)
{
    PyDict *where;

    return find_from(cls, name, &where);
}

Value *classobj_lookup_cell(PyClassObj *cls, PyStr *name)
{
    PyDict *where;

    return find_from(cls, name, &where) ? dict_slot_of(where, name) : NULL;
}

Value classobj_lookup(PyClassObj *cls, PyStr *name)
{
    uint32_t version = atomic_load(&cls->version);
    PyDict *where;
    Value v;

    if (lookup_cached(version, name, &v))
        return v;
    v = find_from(cls, name, &where);
    lookup_remember(version, name, v, v ? dict_slot_of(where, name) : NULL);
    return v;
}

/* New versions for cls and all classes below it; none once it is exposed. */
static void touch(PyClassObj *cls, bool expose)
{
    PyList *subs = class_list_items(cls->subclasses);

    cls->exposed |= expose;
    atomic_store(&cls->version, cls->exposed ? VERSION_NONE : version_new());
    for (Py_ssize i = 0, n = list_length(subs); i < n; i++) {
        Value sub = list_item_or_null(subs, i);

        if (is_classobj(sub)) {
            touch((PyClassObj *)sub, cls->exposed);
            continue;
        }
        type_modified((PyType *)sub);
        if (cls->exposed)
            atomic_store(&((PyType *)sub)->version, VERSION_NONE);
    }
}

static void set_hooks(PyClassObj *cls)
{
    cls->getattr_hook = lookup_uncached(cls, NAME(dunder_getattr));
    cls->setattr_hook = lookup_uncached(cls, NAME(dunder_setattr));
    cls->delattr_hook = lookup_uncached(cls, NAME(dunder_delattr));
    cls->has_del = lookup_uncached(cls, NAME(dunder_del)) != NULL;
}

/* --- making
 * ------------------------------------------------------------------------ */

static void add_names(PyClassObj *cls, PyTuple *attr_names, PyList *names)
{
    for (Py_ssize i = 0; i < cls->bases->length; i++) {
        SlotMap *map = ((PyClassObj *)cls->bases->items[i])->map;

        for (int32_t j = 0; map && j < map->count; j++)
            list_append(names, (Value)map->names[j]);
    }
    for (Py_ssize i = 0; attr_names && i < attr_names->length; i++)
        list_append(names, attr_names->items[i]);
}

/* The first base's positions come first, so they stay the same. */
static SlotMap *make_map(PyClassObj *cls, PyTuple *attr_names)
{
    PyList *names = list_new(0);
    int32_t n;
    SlotMap *map;

    add_names(cls, attr_names, names);
    n = (int32_t)list_length(names);
    n += n ? 1 : SPARE_SLOTS;
    n += n % 2; /* whole allocation units */
    map = slot_map_new(NULL, sizeof(PyInstance), n);
    for (Py_ssize i = 0, c = list_length(names); map && i < c; i++)
        slot_map_add(map, (PyStr *)list_item_or_null(names, i));
    return map;
}

static int complete_dict(PyDict *d)
{
    PyDict *globals;
    Value v;

    if (!dict_get_str_or_null(d, NAME(dunder_doc)) &&
        dict_set_str(d, NAME(dunder_doc), NONE) < 0)
        return -1;
    if (dict_get_str_or_null(d, NAME(dunder_module)))
        return 0;
    globals = current_globals();
    v = globals ? dict_get_str_or_null(globals, NAME(dunder_name)) : NULL;
    return v ? dict_set_str(d, NAME(dunder_module), v) : 0;
}

static void enter_in_bases(PyClassObj *cls)
{
    for (Py_ssize i = 0; i < cls->bases->length; i++) {
        PyClassObj *b = (PyClassObj *)cls->bases->items[i];

        lock_acquire(&b->head.lock);
        class_list_add(&b->subclasses, (Value)cls);
        lock_release(&b->head.lock);
        cls->exposed |= b->exposed;
    }
}

/* bases are old-style classes. */
Value classobj_build(PyStr *name, PyTuple *bases, PyDict *dict,
                     PyTuple *attr_names)
{
    PyClassObj *cls;

    if (complete_dict(dict) < 0)
        return NULL;
    cls = gc_new(&classobj_type, sizeof *cls);
    cls->name = name;
    cls->bases = bases;
    cls->dict = dict;
    cls->visible = cls;
    cls->map = make_map(cls, attr_names);
    if (!cls->map || err_pending())
        return NULL;
    enter_in_bases(cls);
    cls->version = cls->exposed ? VERSION_NONE : version_new();
    set_hooks(cls);
    return (Value)cls;
}

/* For instances with no room for cls's slots: see type_twin. */
PyClassObj *classobj_twin(PyClassObj *cls)
{
    PyClassObj *twin = gc_new(&classobj_type, sizeof *twin);

    twin->name = cls->name;
    twin->bases = tuple_new(0);
    twin->dict = cls->dict;
    twin->visible = cls;
    twin->exposed = cls->exposed;
    twin->version = cls->exposed ? VERSION_NONE : version_new();
    lock_acquire(&cls->head.lock);
    class_list_add(&cls->subclasses, (Value)twin);
    lock_release(&cls->head.lock);
    return twin;
}

/* A base that is no old-style class decides by its type: new-style classes
 * make this a new-style class. */
static Value build_from(PyStr *name, PyTuple *bases, PyDict *dict)
{
    for (Py_ssize i = 0; i < bases->length; i++) {
        Value b = bases->items[i];
        Value args[3] = {(Value)name, (Value)bases, (Value)dict};

        if (is_classobj(b))
            continue;
        if (type_of((Value)type_of(b))->call)
            return op_call((Value)type_visible(type_of(b)), args, 3, NULL);
        return err_format(&exc_TypeError, "PyClass_New: base must be a class");
    }
    return classobj_build(name, bases, dict, class_take_names(dict));
}

static Value class_new(PyType *t, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"name", "bases", "dict", NULL};
    Value v[3];

    if (args_parse("classobj", args, nargs, kwnames, names, 3, 3, v) < 0)
        return NULL;
    if (!is_str_value(v[0]))
        return err_format(&exc_TypeError, "argument 1 must be string, not %s",
                          v[0] == NONE ? "None" : type_name_of(v[0]));
    if (!has_type_flag(v[2], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "PyClass_New: dict must be a dictionary");
    if (v[1] != NONE && !has_type_flag(v[1], TYPE_TUPLE))
        return err_format(&exc_TypeError, "PyClass_New: bases must be a tuple");
    return build_from((PyStr *)v[0],
                      v[1] == NONE ? tuple_new(0) : (PyTuple *)v[1],
                      (PyDict *)v[2]);
}

/* --- attributes
 * ------------------------------------------------------------------------ */

static void *no_attribute(PyClassObj *cls, PyStr *name)
{
    return err_format(&exc_AttributeError,
                      "class %.50s has no attribute '%.400s'",
                      str_data(cls->name), str_data(name));
}

static Value class_getattr(Value self, PyStr *name)
{
    PyClassObj *cls = (PyClassObj *)self;
    Value v;

    name = name_interned(name);
    if (name == NAME(dunder_dict)) {
        touch(cls, true);
        return (Value)cls->dict;
    }
    if (name == NAME(dunder_bases))
        return (Value)cls->bases;
    if (name == NAME(dunder_name))
        return (Value)cls->name;
    v = classobj_lookup(cls, name);
    if (!v)
        return no_attribute(cls, name);
    return type_of(v)->descr_get
               ? type_of(v)->descr_get(v, NULL, (PyType *)self)
               : v;
}

static int fail_type(const char *text)
{
    err_format(&exc_TypeError, "%s", text);
    return -1;
}

static int set_dict(PyClassObj *cls, Value v)
{
    if (!v || !has_type_flag(v, TYPE_DICT))
        return fail_type("__dict__ must be a dictionary object");
    cls->dict = (PyDict *)v;
    set_hooks(cls);
    touch(cls, true);
    return 0;
}

static int set_bases(PyClassObj *cls, Value v)
{
    PyTuple *bases = (PyTuple *)v;

    if (!v || !has_type_flag(v, TYPE_TUPLE))
        return fail_type("__bases__ must be a tuple object");
    for (Py_ssize i = 0; i < bases->length; i++) {
        if (!is_classobj(bases->items[i]))
            return fail_type("__bases__ items must be classes");
        if (classobj_is_subclass(bases->items[i], (Value)cls))
            return fail_type("a __bases__ item causes an inheritance cycle");
    }
    for (Py_ssize i = 0; i < cls->bases->length; i++)
        class_list_remove(((PyClassObj *)cls->bases->items[i])->subclasses,
                          (Value)cls);
    cls->bases = bases;
    enter_in_bases(cls);
    set_hooks(cls);
    touch(cls, false);
    return 0;
}

static int set_name(PyClassObj *cls, Value v)
{
    if (!v || !is_str_value(v))
        return fail_type("__name__ must be a string object");
    if (strlen(str_data((PyStr *)v)) != (size_t)str_length((PyStr *)v))
        return fail_type("__name__ must not contain null bytes");
    cls->name = (PyStr *)v;
    return 0;
}

static int class_setattr(Value self, PyStr *name, Value v)
{
    PyClassObj *cls = (PyClassObj *)self;
    int changed = 1;
    Value old;

    name = name_interned(name);
    if (name == NAME(dunder_dict))
        return set_dict(cls, v);
    if (name == NAME(dunder_bases))
        return set_bases(cls, v);
    if (name == NAME(dunder_name))
        return set_name(cls, v);
    if (v) {
        lock_acquire(&cls->head.lock);
        changed = class_dict_assign(cls->dict, &cls->cells, name, v);
        lock_release(&cls->head.lock);
        if (changed < 0)
            return -1;
    } else if (dict_take(cls->dict, (Value)name, &old) != 1) {
        if (!err_pending())
            no_attribute(cls, name);
        return -1;
    }
    if (name->length > 2 && name->data[0] == '_' && name->data[1] == '_')
        set_hooks(cls);
    if (changed)
        touch(cls, false);
    return 0;
}

/* --- repr, calling
 * ------------------------------------------------------------------------ */

static const char *module_of(PyClassObj *cls)
{
    Value m = dict_get_str_or_null(cls->dict, NAME(dunder_module));

    return m && is_str_value(m) ? str_data((PyStr *)m) : NULL;
}

static Value class_repr(Value self)
{
    PyClassObj *cls = (PyClassObj *)self;
    const char *module = module_of(cls);

    return (Value)str_format_c("<class %s.%s at %p>", module ? module : "?",
                               str_data(cls->name), (void *)cls);
}

static Value class_str(Value self)
{
    PyClassObj *cls = (PyClassObj *)self;
    const char *module = module_of(cls);

    if (!module)
        return (Value)cls->name;
    return (Value)str_format_c("%s.%s", module, str_data(cls->name));
}

static Value class_call(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyClassObj *cls = (PyClassObj *)self;
    PyInstance *inst = classobj_instance_new(cls);
    Value init = classobj_lookup(cls, NAME(dunder_init)), r;

    if (!inst)
        return NULL;
    if (!init) {
        if (nargs > 0 || (kwnames && tuple_length(kwnames) > 0))
            return err_format(&exc_TypeError,
                              "this constructor takes no arguments");
        return (Value)inst;
    }
    if (type_of(init) == &function_type) {
        r = call_as_method(init, (Value)inst, args, nargs, kwnames);
    } else {
        init = instance_find(inst, NAME(dunder_init));
        r = init ? call_through_dict(init, args, nargs, kwnames) : NULL;
    }
    if (!r)
        return NULL;
    if (r != NONE)
        return err_format(&exc_TypeError, "__init__() should return None");
    return (Value)inst;
}

PyType classobj_type = {
    .head.type = &type_type,
    .name = "classobj",
    .basic_size = sizeof(PyClassObj),
    .repr = class_repr,
    .str = class_str,
    .call = class_call,
    .getattr = class_getattr,
    .setattr = class_setattr,
    .new_instance = class_new,
    .doc = "classobj(name, bases, dict)\n\n"
           "An old-style class, as a class statement without bases makes it.",
};
