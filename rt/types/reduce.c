/* object.__reduce_ex__: how copy and pickle take an object apart.
 *
 * Protocols 0 and 1 are copy_reg._reduce_ex's; protocol 2 calls
 * copy_reg.__newobj__ with the class, __getnewargs__() and the state. */
#include "type.h"

#include "dict.h"
#include "module.h"

static Value copy_reg_function(const char *name)
{
    Value m = import_module(str_intern("copy_reg"), NULL, NONE, 0);

    return m ? op_getattr(m, str_intern(name)) : NULL;
}

static Value get_new_args(Value self)
{
    Value fn = op_getattr_or_null(self, NAME(dunder_getnewargs)), args;

    if (!fn)
        return err_pending() ? NULL : (Value)tuple_new(0);
    args = op_call(fn, NULL, 0, NULL);
    if (args && !has_type_flag(args, TYPE_TUPLE))
        return err_format(&exc_TypeError,
                          "__getnewargs__ should return a tuple, not '%s'",
                          type_name_of(args));
    return args;
}

/* Values of the __slots__ members that are set, by name; NULL: error. */
static PyDict *slots_state(Value self, PyTuple *names)
{
    PyDict *d = dict_new();

    if (!names)
        return NULL;
    for (Py_ssize i = 0; i < names->length; i++) {
        PyStr *name = (PyStr *)names->items[i];
        Value v = op_getattr_or_null(self, name);

        if (!v && err_pending())
            return NULL;
        if (v && dict_set_str(d, name, v) < 0)
            return NULL;
    }
    return d;
}

/* copy_reg._slotnames(cls), cached in the class as __slotnames__. */
static Value slot_names(PyType *t)
{
    Value names = dict_get_str_or_null(t->dict, str_intern("__slotnames__"));
    Value fn, cls = (Value)t;

    if (names)
        return names;
    fn = copy_reg_function("_slotnames");
    if (!fn)
        return NULL;
    names = op_call(fn, &cls, 1, NULL);
    if (names && names != NONE && !has_type_flag(names, TYPE_LIST))
        return err_format(&exc_TypeError,
                          "copy_reg._slotnames didn't return a list or None");
    return names;
}

static Value get_state(Value self, PyType *t)
{
    Value fn = op_getattr_or_null(self, NAME(dunder_getstate)), names;
    Value state;
    PyDict *slots;

    if (fn)
        return op_call(fn, NULL, 0, NULL);
    if (err_pending())
        return NULL;
    state = op_getattr_or_null(self, NAME(dunder_dict));
    if (!state && err_pending())
        return NULL;
    state = state ? state : NONE;
    names = slot_names(t);
    if (!names)
        return NULL;
    if (names == NONE || list_length((PyList *)names) == 0)
        return state;
    slots = slots_state(self, op_tuple(names));
    if (!slots)
        return NULL;
    return dict_length(slots) ? (Value)tuple_pack(2, state, (Value)slots)
                              : state;
}

static Value item_iterator(Value self, uint32_t flag, bool pairs)
{
    Value items = self;

    if (!has_type_flag(self, flag))
        return NONE;
    if (pairs)
        items = op_call_method(self, str_intern("iteritems"), NULL, 0);
    return items ? op_iter(items) : NULL;
}

static PyTuple *with_first(Value first, PyTuple *rest)
{
    PyTuple *t = tuple_new(rest->length + 1);

    if (!t)
        return NULL;
    tuple_init_item(t, 0, first);
    for (Py_ssize i = 0; i < rest->length; i++)
        tuple_init_item(t, i + 1, rest->items[i]);
    return t;
}

static Value reduce_2(Value self)
{
    PyType *t = type_visible(type_of(self));
    Value args, state, lists, dicts, maker;

    if (!t->new_instance)
        return err_format(&exc_TypeError, "can't pickle %.200s objects",
                          t->name);
    args = get_new_args(self);
    if (!args)
        return NULL;
    state = get_state(self, t);
    lists = state ? item_iterator(self, TYPE_LIST, false) : NULL;
    dicts = lists ? item_iterator(self, TYPE_DICT, true) : NULL;
    maker = dicts ? copy_reg_function("__newobj__") : NULL;
    if (!maker)
        return NULL;
    return (Value)tuple_pack(5, maker,
                             (Value)with_first((Value)t, (PyTuple *)args),
                             state, lists, dicts);
}

Value object_reduce(Value self, int protocol)
{
    Value args[2] = {self, value_from_int(protocol)};
    Value fn;

    if (protocol >= 2)
        return reduce_2(self);
    fn = copy_reg_function("_reduce_ex");
    return fn ? op_call(fn, args, 2, NULL) : NULL;
}
