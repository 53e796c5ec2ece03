/* Module _etree_native: what xml.etree.ElementTree does for each tag and piece
 * of text that expat finds: the TreeBuilder, and the handlers that turn names
 * and texts into its calls.
 *
 * Elements themselves are of a class in Python, which ElementTree names by
 * set_element().  TreeBuilder makes them without a call of their __init__, as
 * the C version of CPython does. */
#include "dict.h"
#include "function.h"
#include "instance.h"
#include "list.h"
#include "module_support.h"
#include "names.h"
#include "tuple.h"
#include "unicode.h"

#include "methods_declare.h"
#include "_etree_native.def"
#include "methods_end.h"

typedef struct PyTreeBuilder {
    PyObject head;
    PyDict *dict;
    Value factory; /* NULL: elements of the class in Python */
    PyList *data;  /* texts since the last tag */
    PyList *open;  /* the elements without an end yet */
    Value last;    /* NULL: none */
    bool tail;     /* texts belong behind `last` */
} PyTreeBuilder;

#define SELF ((PyTreeBuilder *)self)

static PyType tree_builder_type, handlers_type;
static PyType *element_class;
static PyStr *name_tag, *name_attrib, *name_children, *name_text, *name_tail,
    *name_start, *name_end, *name_data;
/* Where a new element has its attributes; 0: the class has no such slot. */
static uint32_t tag_slot, attrib_slot, children_slot;

static int assertion(const char *text)
{
    err_set(&exc_AssertionError, (Value)str_from_c(text));
    return -1;
}

/* --- building
 * ------------------------------------------------------------------ */

static Value joined(PyList *texts)
{
    Value arg = (Value)texts;

    if (list_len(texts) == 1)
        return list_get(texts, 0);
    return op_call_method((Value)str_empty(), NAME(join), &arg, 1);
}

/* The texts so far become the text or the tail of the last element. */
static int flush(PyTreeBuilder *b)
{
    PyStr *name = b->tail ? name_tail : name_text;
    Value old, text;
    PyList *data = b->data;

    if (list_len(data) == 0)
        return 0;
    b->data = list_new(0);
    if (!b->last)
        return 0;
    text = joined(data);
    if (text && type_of(b->last) == element_class &&
        !instance_get_or_null(b->last, name))
        return instance_set(b->last, name, text) < 0 ? -1 : 0;
    old = text ? op_getattr(b->last, name) : NULL;
    if (!old)
        return -1;
    if (old != NONE)
        return assertion(b->tail ? "internal error (tail)"
                                 : "internal error (text)");
    return op_setattr(b->last, name, text);
}

static int set_new(Value e, uint32_t slot, PyStr *name, Value v)
{
    if (slot == 0)
        return instance_set(e, name, v);
    *(Value *)((char *)e + slot) = v;
    return 0;
}

static Value new_element(Value tag, Value attrib)
{
    Value e = instance_new(element_class);

    if (set_new(e, tag_slot, name_tag, tag) ||
        set_new(e, attrib_slot, name_attrib, attrib) ||
        set_new(e, children_slot, name_children, (Value)list_new(0)))
        return NULL;
    return e;
}

/* e.tag, without a search where the class is ours. */
static Value tag_of(Value e)
{
    Value tag = NULL;

    if (type_of(e) == element_class && tag_slot)
        tag = word_load((Value *)((char *)e + tag_slot));
    return tag ? tag : op_getattr(e, name_tag);
}

/* Has the element this tag?  -1: error. */
static int has_tag(Value e, Value tag)
{
    Value own = tag_of(e);

    if (!own)
        return -1;
    if (own == tag)
        return 1;
    if (both_exact_strs(own, tag))
        return str_equal((PyStr *)own, (PyStr *)tag);
    return op_compare_bool(CMP_eq, own, tag);
}

/* child(children, tag): the first of them, or None. */
static Value f_child(Value self, const Value *args, Py_ssize nargs)
{
    int64_t i = 0;
    Value e;

    if (!is_exact_list(args[0]))
        return err_format(&exc_TypeError, "a list is required");
    while ((e = list_step((PyList *)args[0], &i)) != NULL) {
        int found = has_tag(e, args[1]);

        if (found)
            return found < 0 ? NULL : e;
    }
    return NONE;
}

/* children(children, tag): a list of those with the tag. */
static Value f_children(Value self, const Value *args, Py_ssize nargs)
{
    PyList *found = list_new(0);
    int64_t i = 0;
    Value e;

    if (!is_exact_list(args[0]))
        return err_format(&exc_TypeError, "a list is required");
    while ((e = list_step((PyList *)args[0], &i)) != NULL) {
        int same = has_tag(e, args[1]);

        if (same < 0 || (same && list_push(found, e) < 0))
            return NULL;
    }
    return (Value)found;
}

static int append_child(Value parent, Value child)
{
    Value children = NULL;

    if (type_of(parent) == element_class)
        children = instance_get_or_null(parent, name_children);
    if (children && is_exact_list(children))
        return list_push((PyList *)children, child);
    return op_call_method(parent, NAME(append), &child, 1) ? 0 : -1;
}

/* attrib is the element's own if the factory is ours. */
static Value builder_start(PyTreeBuilder *b, Value tag, Value attrib)
{
    Value args[] = {tag, attrib}, e;
    int64_t n;

    if (flush(b) < 0)
        return NULL;
    e = b->factory ? op_call(b->factory, args, 2, NULL)
                   : new_element(tag, attrib);
    if (!e)
        return NULL;
    b->last = e;
    n = list_len(b->open);
    if (n > 0) {
        Value parent = list_item_or_null(b->open, (uint64_t)n - 1);

        if (parent && append_child(parent, e) < 0)
            return NULL;
    }
    b->tail = false;
    return list_push(b->open, e) < 0 ? NULL : e;
}

static Value tag_mismatch(Value expected, Value got)
{
    Value text = op_binary(
        BIN_mod, (Value)str_from_c("end tag mismatch (expected %s, got %s)"),
        tuple_pair(expected, got));

    return text ? err_set(&exc_AssertionError, text) : NULL;
}

static Value builder_end(PyTreeBuilder *b, Value tag)
{
    Value e, own;
    int same;

    if (flush(b) < 0)
        return NULL;
    if (list_len(b->open) == 0)
        return err_format(&exc_IndexError, "pop from empty list");
    e = list_pop(b->open, -1);
    own = e ? tag_of(e) : NULL;
    if (!own)
        return NULL;
    b->last = e;
    same = own == tag ? 1 : op_compare_bool(CMP_eq, own, tag);
    if (same <= 0)
        return same < 0 ? NULL : tag_mismatch(own, tag);
    b->tail = true;
    return e;
}

/* --- TreeBuilder
 * --------------------------------------------------------------- */

static Value m_start(Value self, const Value *args, Py_ssize nargs)
{
    Value attrib = args[1];

    if (!SELF->factory) {
        attrib = has_type_flag(attrib, TYPE_DICT)
                     ? (Value)dict_copy((PyDict *)attrib)
                     : op_call_method(attrib, NAME(copy), NULL, 0);
        if (!attrib)
            return NULL;
    }
    return builder_start(SELF, args[0], attrib);
}

static Value m_end(Value self, const Value *args, Py_ssize nargs)
{
    return builder_end(SELF, args[0]);
}

static Value m_data(Value self, const Value *args, Py_ssize nargs)
{
    return list_push(SELF->data, args[0]) < 0 ? NULL : NONE;
}

static Value m_close(Value self, const Value *args, Py_ssize nargs)
{
    if (list_len(SELF->open) != 0)
        assertion("missing end tags");
    else if (!SELF->last)
        assertion("missing toplevel element");
    else
        return SELF->last;
    return NULL;
}

static Value builder_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    PyTreeBuilder *b = instance_new(type);

    b->data = list_new(0);
    b->open = list_new(0);
    return (Value)b;
}

static int builder_init(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"element_factory"};
    Value factory;

    if (args_parse("TreeBuilder", args, nargs, kwnames, names, 0, 1, &factory) <
        0)
        return -1;
    if (factory && (factory == NONE || factory == (Value)element_class))
        factory = NULL;
    SELF->factory = factory;
    return 0;
}

static const NativeDef builder_methods[] = {
    {"start", m_start, 2, 2, ARITY_parse},
    {"end", m_end, 1, 1, ARITY_one},
    {"data", m_data, 1, 1, ARITY_one},
    {"close", m_close, 0, 0, ARITY_none},
    {0}};

static PyType tree_builder_type = {
    .head.type = &type_type,
    .name = "xml.etree.ElementTree.TreeBuilder",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyTreeBuilder),
    .dict_offset = offsetof(PyTreeBuilder, dict),
    .doc = "Makes a tree of calls of start(), data() and end().",
    .methods = builder_methods,
    .new_instance = builder_new,
    .init = builder_init,
};

/* --- handlers of a parser
 * ---------------------------------------------------------- */

typedef struct PyHandlers {
    PyObject head;
    Value target;
    PyDict *names; /* of expat: those of ElementTree */
} PyHandlers;

#define HANDLERS ((PyHandlers *)self)

/* Texts that are ASCII are str. */
static Value fix_text(Value v)
{
    PyUnicode *u = (PyUnicode *)v;

    if (!is_exact_unicode(v) || !u->is_ascii)
        return v;
    return (Value)str_from(u->data, u->length);
}

/* What ElementTree.py tells expat to put between a URI and a name: no document
 * holds that character. */
enum { NAMESPACE_SEPARATOR = 1 };

/* expat's "uri\1name" as "{uri}name". */
static PyUnicode *braced(PyUnicode *u)
{
    UniBuilder b = {0};

    if (ub_putc(&b, '{') < 0)
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        uint32_t c = unicode_at(u, i);

        if (ub_putc(&b, c == NAMESPACE_SEPARATOR ? '}' : c) < 0)
            return NULL;
    }
    return ub_finish(&b);
}

static Value fix_name(PyHandlers *h, Value key)
{
    Value name = dict_get_or_null(h->names, key);
    PyUnicode *u = (PyUnicode *)key;

    if (name || err_pending())
        return name;
    name = key;
    if (is_exact_str(key) && memchr(str_data((PyStr *)key), NAMESPACE_SEPARATOR,
                                    (size_t)str_length((PyStr *)key)))
        name = (Value)braced(unicode_from_ascii(str_data((PyStr *)key),
                                                str_length((PyStr *)key)));
    if (is_exact_unicode(key))
        for (int64_t i = 0; i < u->length; i++)
            if (unicode_at(u, i) == NAMESPACE_SEPARATOR) {
                name = (Value)braced(u);
                break;
            }
    name = name ? fix_text(name) : NULL;
    return name && dict_set(h->names, key, name) == 0 ? name : NULL;
}

/* A dict of names and values that stand one behind the other. */
static Value attributes_of(PyHandlers *h, Value list)
{
    PyDict *d = dict_new();
    Py_ssize n;

    if (!has_type_flag(list, TYPE_LIST))
        return err_format(&exc_TypeError, "a list of attributes is required");
    n = list_len((PyList *)list);
    for (Py_ssize i = 0; i + 1 < n; i += 2) {
        Value key = list_get((PyList *)list, i);
        Value value = list_get((PyList *)list, i + 1);

        key = key && value ? fix_name(h, key) : NULL;
        value = key ? fix_text(value) : NULL;
        if (!value || dict_set(d, key, value) < 0)
            return NULL;
    }
    return (Value)d;
}

static Value on_start(Value self, const Value *args, Py_ssize nargs)
{
    Value tag = fix_name(HANDLERS, args[0]), call[2];

    call[0] = tag;
    call[1] = tag ? attributes_of(HANDLERS, args[1]) : NULL;
    if (!call[1])
        return NULL;
    if (type_of(HANDLERS->target) == &tree_builder_type)
        return builder_start((PyTreeBuilder *)HANDLERS->target, tag, call[1]);
    return op_call_method(HANDLERS->target, name_start, call, 2);
}

static Value on_end(Value self, const Value *args, Py_ssize nargs)
{
    Value tag = fix_name(HANDLERS, args[0]);

    if (!tag)
        return NULL;
    if (type_of(HANDLERS->target) == &tree_builder_type)
        return builder_end((PyTreeBuilder *)HANDLERS->target, tag);
    return op_call_method(HANDLERS->target, name_end, &tag, 1);
}

static Value on_data(Value self, const Value *args, Py_ssize nargs)
{
    Value text = fix_text(args[0]);

    if (!text)
        return NULL;
    if (type_of(HANDLERS->target) == &tree_builder_type)
        return m_data(HANDLERS->target, &text, 1);
    return op_call_method(HANDLERS->target, name_data, &text, 1);
}

static const NativeDef start_def = {"_start_list", on_start, 2, 2, ARITY_parse};
static const NativeDef end_def = {"_end", on_end, 1, 1, ARITY_one};
static const NativeDef data_def = {"_data", on_data, 1, 1, ARITY_one};

static PyType handlers_type = {
    .head.type = &type_type,
    .name = "_etree_native.Handlers",
    .base = &object_type,
    .basic_size = sizeof(PyHandlers),
};

/* handlers(target, names): the handlers of start tags, end tags and text. */
static Value f_handlers(Value self, const Value *args, Py_ssize nargs)
{
    PyHandlers *h;

    if (!is_exact_dict(args[1]))
        return err_format(&exc_TypeError, "names must be a dict");
    h = gc_new(&handlers_type, sizeof *h);
    h->target = args[0];
    h->names = (PyDict *)args[1];
    return (Value)tuple_pack(3, native_function_new(&start_def, (Value)h, NULL),
                             native_function_new(&end_def, (Value)h, NULL),
                             native_function_new(&data_def, (Value)h, NULL));
}

static Value f_set_element(Value self, const Value *args, Py_ssize nargs)
{
    if (!has_type_flag(args[0], TYPE_TYPE) ||
        ((PyType *)args[0])->base != &object_type)
        return err_format(&exc_TypeError, "a class below object is required");
    element_class = (PyType *)args[0];
    tag_slot = type_slot_offset(element_class, name_tag);
    attrib_slot = type_slot_offset(element_class, name_attrib);
    children_slot = type_slot_offset(element_class, name_children);
    return NONE;
}

/* --- the module
 * ------------------------------------------------------------------------ */

static const NativeDef functions[] = {
#include "methods_table.h"
#include "_etree_native.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    name_tag = str_intern("tag");
    name_attrib = str_intern("attrib");
    name_children = str_intern("_children");
    name_text = str_intern("text");
    name_tail = str_intern("tail");
    name_start = str_intern("start");
    name_end = str_intern("end");
    name_data = str_intern("data");
    element_class = &object_type;
    if (type_ready(&handlers_type) < 0)
        return -1;
    return module_add_type(m, &tree_builder_type);
}

const NativeModule native_module__etree_native = {"_etree_native", NULL,
                                                  functions, init};
