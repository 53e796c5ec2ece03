/* Method resolution order: C3 (Barrett et al., "A Monotonic Superclass
 * Linearization for Dylan", 1996) over classes of both kinds.
 *
 * An old-style base contributes its depth-first, left-to-right order; C3 then
 * merges the bases' orders with the list of the bases itself. */
#include "type.h"

#include "thread.h"

PyTuple *class_bases(Value cls)
{
    return is_type(cls) ? ((PyType *)cls)->bases : ((PyClassObj *)cls)->bases;
}

static bool list_has(PyList *list, Value v)
{
    for (Py_ssize i = 0, n = list_length(list); i < n; i++)
        if (list_item_or_null(list, i) == v)
            return true;
    return false;
}

/* Depth first, each class once. */
static int add_classic(PyList *out, Value cls)
{
    PyTuple *bases = class_bases(cls);

    if (list_has(out, cls))
        return 0;
    if (list_append(out, cls) < 0)
        return -1;
    for (Py_ssize i = 0; i < bases->length; i++)
        if (add_classic(out, bases->items[i]) < 0)
            return -1;
    return 0;
}

typedef struct Sequence {
    PyTuple *classes;
    Py_ssize at;
} Sequence;

static bool is_done(const Sequence *s)
{
    return s->at >= s->classes->length;
}

static Value head_of(const Sequence *s)
{
    return s->classes->items[s->at];
}

static bool in_tail(const Sequence *s, Value v)
{
    for (Py_ssize i = s->at + 1; i < s->classes->length; i++)
        if (s->classes->items[i] == v)
            return true;
    return false;
}

static bool in_any_tail(const Sequence *seqs, Py_ssize n, Value v)
{
    for (Py_ssize i = 0; i < n; i++)
        if (in_tail(&seqs[i], v))
            return true;
    return false;
}

static const char *class_name(Value cls)
{
    Value name = op_getattr_or_null(cls, NAME(dunder_name));

    return name && is_str_value(name) ? str_data((PyStr *)name) : "?";
}

static bool is_static_type(Value cls)
{
    return is_type(cls) && !(((PyType *)cls)->flags & TYPE_HEAP);
}

/* The heads that remain block each other.  CPython lists them in the order of
 * their addresses' hashes; builtin types first, the others from the last, is
 * what that mostly gives. */
static void *order_conflict(const Sequence *seqs, Py_ssize n)
{
    PyList *heads = list_new(0);
    PyStr *text = str_from_c("Cannot create a consistent method resolution\n"
                             "order (MRO) for bases");
    const char *separator = "";

    for (Py_ssize i = 0; i < n; i++)
        if (!is_done(&seqs[i]) && !list_has(heads, head_of(&seqs[i])) &&
            list_append(heads, head_of(&seqs[i])) < 0)
            return NULL;
    for (int pass = 1; pass >= 0; pass--)
        for (Py_ssize i = list_length(heads) - 1; i >= 0; i--) {
            Value cls = list_item_or_null(heads, i);

            if (is_static_type(cls) != pass)
                continue;
            text = str_format_c("%s%s %s", str_data(text), separator,
                                class_name(cls));
            separator = ",";
        }
    return err_format(&exc_TypeError, "%s", str_data(text));
}

/* The next class of the merge, or NULL: no head is free of all tails. */
static Value next_class(const Sequence *seqs, Py_ssize n)
{
    for (Py_ssize i = 0; i < n; i++)
        if (!is_done(&seqs[i]) && !in_any_tail(seqs, n, head_of(&seqs[i])))
            return head_of(&seqs[i]);
    return NULL;
}

static bool all_empty(const Sequence *seqs, Py_ssize n)
{
    for (Py_ssize i = 0; i < n; i++)
        if (!is_done(&seqs[i]))
            return false;
    return true;
}

static int merge(PyList *out, Sequence *seqs, Py_ssize n)
{
    while (!all_empty(seqs, n)) {
        Value c = next_class(seqs, n);

        if (!c) {
            order_conflict(seqs, n);
            return -1;
        }
        if (list_append(out, c) < 0)
            return -1;
        for (Py_ssize i = 0; i < n; i++)
            if (!is_done(&seqs[i]) && head_of(&seqs[i]) == c)
                seqs[i].at++;
    }
    return 0;
}

static PyTuple *base_order(Value base)
{
    PyList *out;

    if (is_type(base))
        return ((PyType *)base)->mro;
    out = list_new(0);
    return add_classic(out, base) < 0 ? NULL : op_tuple((Value)out);
}

static bool check_duplicates(PyTuple *bases)
{
    for (Py_ssize i = 0; i < bases->length; i++)
        for (Py_ssize j = i + 1; j < bases->length; j++)
            if (bases->items[i] == bases->items[j]) {
                err_format(&exc_TypeError, "duplicate base class %.400s",
                           class_name(bases->items[i]));
                return false;
            }
    return true;
}

PyTuple *mro_c3(PyType *t)
{
    PyTuple *bases = t->bases;
    Py_ssize n = bases->length;
    /* Sequences point to collected memory: the array must be scanned too. */
    Sequence *seqs = (Sequence *)gc_array((size_t)(n + 1) * 2);
    PyList *out = list_new(0);

    if (!seqs || !check_duplicates(bases))
        return NULL;
    for (Py_ssize i = 0; i < n; i++) {
        seqs[i].classes = base_order(bases->items[i]);
        if (!seqs[i].classes)
            return NULL;
    }
    seqs[n].classes = bases;
    if (list_append(out, (Value)t) < 0 || merge(out, seqs, n + 1) < 0)
        return NULL;
    return op_tuple((Value)out);
}

/* --- a metaclass's own mro() -------------------------------------------------
 */

static PyType *static_part(PyType *t)
{
    while (t && t->flags & TYPE_HEAP)
        t = t->base;
    return t;
}

static bool check_custom(PyType *t, PyTuple *mro)
{
    for (Py_ssize i = 0; i < mro->length; i++) {
        Value c = mro->items[i];

        if (is_classobj(c))
            continue;
        if (!is_type(c)) {
            err_format(&exc_TypeError, "mro() returned a non-class ('%.500s')",
                       type_name_of(c));
            return false;
        }
        if (!type_is_subtype(static_part(t), static_part((PyType *)c))) {
            err_format(&exc_TypeError,
                       "mro() returned base with unsuitable layout ('%.500s')",
                       ((PyType *)c)->name);
            return false;
        }
    }
    return true;
}

static PyTuple *custom_mro(PyType *t)
{
    Value fn = op_special_or_null((Value)t, str_intern("mro")), r;
    PyTuple *mro;

    if (!fn)
        return err_pending()
                   ? NULL
                   : err_set(&exc_AttributeError, (Value)str_intern("mro"));
    r = op_call(fn, NULL, 0, NULL);
    if (!r)
        return NULL;
    mro = op_tuple(r);
    return mro && check_custom(t, mro) ? mro : NULL;
}

int mro_compute(PyType *t)
{
    PyTuple *mro = t->head.type == &type_type || !t->head.type->mro
                       ? mro_c3(t)
                       : custom_mro(t);

    if (!mro)
        return -1;
    __atomic_store_n(&t->mro, mro, __ATOMIC_RELEASE);
    return 0;
}
