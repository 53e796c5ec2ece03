/* Structure sequences: most operations are those of the tuple of items. */
#include <stdio.h>

#include "structseq.h"
#include "names.h"

#include "methods_declare.h"
#include "structseq.def"
#include "methods_end.h"

static PyStructSeq *seq_of(Value v)
{
    return (PyStructSeq *)v;
}

Value structseq_new(StructSeqDef *def, const Value *items)
{
    PyStructSeq *s = gc_new(&def->type, sizeof *s + def->total * sizeof(Value));

    s->def = def;
    s->length = def->total;
    for (int i = 0; i < def->total; i++)
        s->items[i] = items[i] ? items[i] : NONE;
    return (Value)s;
}

static Value as_tuple(Value self)
{
    PyStructSeq *s = seq_of(self);
    PyTuple *t = tuple_new(s->def->visible);

    if (t)
        memcpy(t->items, s->items, s->def->visible * sizeof(Value));
    return (Value)t;
}

static bool is_structseq(Value v)
{
    return is_pointer(v) && as_object(v)->type->length &&
           as_object(v)->type->basic_size == sizeof(PyStructSeq) &&
           as_object(v)->type->item_size == sizeof(Value) &&
           !(as_object(v)->type->flags & TYPE_TUPLE);
}

/* --- slots ---------------------------------------------------------------- */

static Py_ssize structseq_length(Value self)
{
    return seq_of(self)->def->visible;
}

static Value structseq_getitem(Value self, Value key)
{
    if (!type_of(key)->index && type_of(key) != &slice_type)
        return err_format(&exc_TypeError, "structseq index must be integer");
    return op_getitem(as_tuple(self), key);
}

static Value structseq_item(Value self, Py_ssize i)
{
    if (i < 0 || i >= seq_of(self)->def->visible)
        return err_format(&exc_IndexError, "tuple index out of range");
    return seq_of(self)->items[i];
}

static Value structseq_getslice(Value self, Py_ssize i, Py_ssize j)
{
    return op_getslice(as_tuple(self), value_from_int(i), value_from_int(j));
}

static int structseq_contains(Value self, Value item)
{
    return op_contains(as_tuple(self), item);
}

static Value structseq_concat(Value a, Value b)
{
    return op_binary(BIN_add, as_tuple(a), is_structseq(b) ? as_tuple(b) : b);
}

static Value structseq_repeat(Value self, Py_ssize n)
{
    return op_binary(BIN_mul, as_tuple(self), value_from_int(n));
}

static int64_t structseq_hash(Value self)
{
    return op_hash(as_tuple(self));
}

static Value structseq_compare(Value a, Value b, CompareOp op)
{
    return op_compare(op, is_structseq(a) ? as_tuple(a) : a,
                      is_structseq(b) ? as_tuple(b) : b);
}

/* As CPython's, repr skips unnamed fields when it names the items. */
static const char *shown_name(StructSeqDef *def, int i)
{
    for (int f = 0; def->fields[f]; f++)
        if (def->fields[f][0] && i-- == 0)
            return def->fields[f];
    return "";
}

static Value structseq_repr(Value self)
{
    PyStructSeq *s = seq_of(self);
    PyStr *text = str_format_c("%s(", s->def->name);

    for (int i = 0; i < s->def->visible; i++) {
        Value r = op_repr(s->items[i]);

        if (!r)
            return NULL;
        text = str_format_c("%s%s%s=%s", str_data(text), i ? ", " : "",
                            shown_name(s->def, i), str_data((PyStr *)r));
    }
    return (Value)str_format_c("%s)", str_data(text));
}

/* (class, (tuple, dict of the fields beyond it)) */
static Value structseq_reduce(Value self, const Value *args, Py_ssize nargs)
{
    PyStructSeq *s = seq_of(self);
    PyDict *rest = dict_new();

    for (int i = s->def->visible; rest && i < s->def->total; i++)
        if (dict_set_str(rest, str_intern(s->def->fields[i]), s->items[i]) < 0)
            return NULL;
    if (!rest)
        return NULL;
    return (Value)tuple_pack(2, (Value)&s->def->type,
                             (Value)tuple_pack(2, as_tuple(self), (Value)rest));
}

/* --- fields --------------------------------------------------------------- */

/* One getter per position: a GetSetDef has no room for the number. */
#define POSITIONS(X)                                                           \
    X(0)                                                                       \
    X(1)                                                                       \
    X(2)                                                                       \
    X(3)                                                                       \
    X(4)                                                                       \
    X(5)                                                                       \
    X(6)                                                                       \
    X(7)                                                                       \
    X(8)                                                                       \
    X(9)                                                                       \
    X(10)                                                                      \
    X(11)                                                                      \
    X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23)
#define X(i)                                                                   \
    static Value get_##i(Value self)                                           \
    {                                                                          \
        return seq_of(self)->items[i];                                         \
    }
POSITIONS(X)
#undef X
static Value (*const getters[])(Value) = {
#define X(i) get_##i,
    POSITIONS(X)
#undef X
};
_Static_assert(sizeof getters / sizeof *getters == STRUCTSEQ_FIELDS,
               "one getter per field");

/* --- construction --------------------------------------------------------- */

static void *wrong_length(StructSeqDef *d, int64_t n)
{
    const char *how = "";
    int limit = d->visible;

    if (d->visible != d->total) {
        how = n < d->visible ? "at least " : "at most ";
        limit = n < d->visible ? d->visible : d->total;
    }
    return err_format(
        &exc_TypeError, "%.500s() takes a%s %s%d-sequence (%ld-sequence given)",
        d->name, d->visible == d->total ? "" : "n", how, limit, (long)n);
}

static StructSeqDef *def_of(PyType *type)
{
    return (StructSeqDef *)((char *)type - offsetof(StructSeqDef, type));
}

static Value structseq_make(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"sequence", "dict"};
    StructSeqDef *d = def_of(type);
    Value a[2], items[STRUCTSEQ_FIELDS] = {0};
    PyTuple *t;

    if (!d->callable)
        return err_format(&exc_TypeError, "cannot create '%.100s' instances",
                          d->name);
    if (args_parse("structseq", args, nargs, kwnames, names, 1, 2, a) < 0)
        return NULL;
    if (!type_of(a[0])->iter && !type_of(a[0])->getitem)
        return err_format(&exc_TypeError, "constructor requires a sequence");
    if (a[1] && !has_type_flag(a[1], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "%.500s() takes a dict as second arg, if any",
                          d->name);
    t = op_tuple(a[0]);
    if (!t)
        return NULL;
    if (t->length < d->visible || t->length > d->total)
        return wrong_length(d, t->length);
    memcpy(items, t->items, t->length * sizeof *items);
    for (int i = (int)t->length; a[1] && i < d->total; i++)
        items[i] =
            dict_get_str_or_null((PyDict *)a[1], str_intern(d->fields[i]));
    if (d->complete)
        d->complete(items);
    return structseq_new(d, items);
}

static const NativeDef structseq_methods[] = {
#include "methods_table.h"
#include "structseq.def"
#include "methods_end.h"
    {0}};

static int set_counts(StructSeqDef *d, int unnamed)
{
    PyDict *dict = d->type.dict;

    if (dict_set_str(dict, str_intern("n_sequence_fields"),
                     tag_int(d->visible)) < 0 ||
        dict_set_str(dict, str_intern("n_fields"), tag_int(d->total)) < 0)
        return -1;
    return dict_set_str(dict, str_intern("n_unnamed_fields"), tag_int(unnamed));
}

int structseq_ready(StructSeqDef *d)
{
    int unnamed = 0, n = 0;

    if (d->type.flags & TYPE_READY)
        return 0;
    for (d->total = 0; d->fields[d->total]; d->total++) {
        if (!*d->fields[d->total]) {
            unnamed++;
            continue;
        }
        d->getsets[n++] = (GetSetDef){d->fields[d->total], getters[d->total],
                                      NULL, NULL, true};
    }
    d->type = (PyType){.head.type = &type_type,
                       .name = d->name,
                       .base = &object_type,
                       .basic_size = sizeof(PyStructSeq),
                       .item_size = sizeof(Value),
                       .doc = d->doc,
                       .methods = structseq_methods,
                       .getsets = d->getsets,
                       .repr = structseq_repr,
                       .hash = structseq_hash,
                       .rich_compare = structseq_compare,
                       .new_instance = structseq_make,
                       .length = structseq_length,
                       .getitem = structseq_getitem,
                       .seq_item = structseq_item,
                       .getslice = structseq_getslice,
                       .contains = structseq_contains,
                       .concat = structseq_concat,
                       .repeat = structseq_repeat};
    if (type_ready(&d->type) < 0)
        return -1;
    return set_counts(d, unnamed);
}
