/* Module cPickle: the stack machine that runs a pickle; see pickle.h.
 *
 * Nothing in a pickle is trusted: each opcode checks how many values it finds,
 * sizes are compared with what there is before memory is asked for, and memo
 * numbers far from those in use go to a dict. */
#include "codecs.h"
#include "file.h"
#include "float_text.h"
#include "long.h"
#include "module.h"
#include "names.h"
#include "number.h"
#include "pickle.h"
#include "thread.h"
#include "type.h"

#include <errno.h>
#include <stdlib.h>

typedef struct Load {
    PyUnpickler *u;
    Input *in;
    Value *stack; /* gc array */
    int64_t length, capacity;
    int64_t *marks; /* atomic memory: lengths of the stack */
    int64_t nmarks, marks_capacity;
} Load;

/* --- errors ------------------------------------------------------------------
 */

static int fail(const char *text)
{
    err_set(unpickling_error, (Value)str_from_c(text));
    return -1;
}

static int underflow(void)
{
    return fail("unpickling stack underflow");
}

/* --- the stack
 * ---------------------------------------------------------------- */

static int push_slow(Load *l, Value v)
{
    int64_t capacity = l->capacity ? l->capacity * 2 : 64;
    Value *grown = gc_array((size_t)capacity);

    if (!grown)
        return -1;
    if (l->length)
        memcpy(grown, l->stack, (size_t)l->length * sizeof(Value));
    grown[l->length++] = v;
    l->stack = grown;
    l->capacity = capacity;
    return 0;
}

/* v NULL: an exception is pending. */
static inline int push(Load *l, Value v)
{
    if (!v)
        return -1;
    if (l->length == l->capacity)
        return push_slow(l, v);
    l->stack[l->length++] = v;
    return 0;
}

static Value pop(Load *l)
{
    if (l->length == 0) {
        fail("bad pickle data");
        return NULL;
    }
    return l->stack[--l->length];
}

static int push_mark(Load *l)
{
    if (l->nmarks == l->marks_capacity) {
        int64_t capacity = l->marks_capacity ? l->marks_capacity * 2 : 32;
        int64_t *grown = gc_bytes((size_t)capacity * sizeof *grown);

        if (!grown)
            return -1;
        if (l->nmarks)
            memcpy(grown, l->marks, (size_t)l->nmarks * sizeof *grown);
        l->marks = grown;
        l->marks_capacity = capacity;
    }
    l->marks[l->nmarks++] = l->length;
    return 0;
}

/* The stack's length when the last mark was set; -1. */
static int64_t pop_mark(Load *l)
{
    return l->nmarks ? l->marks[--l->nmarks] : fail("could not find MARK");
}

/* The values from `start` on, taken off the stack. */
static Value pop_tuple(Load *l, int64_t start)
{
    PyTuple *t;

    if (start > l->length)
        return err_bad_internal_call();
    t = tuple_from_array(l->stack + start, l->length - start);
    l->length = start;
    return (Value)t;
}

/* --- numbers
 * ------------------------------------------------------------------ */

/* A number of n bytes, the lowest first; false: exception. */
static bool read_number(Load *l, int n, int64_t *out)
{
    const unsigned char *p = (const unsigned char *)pickle_read(l->in, n);

    if (!p)
        return false;
    *out = 0;
    for (int i = 0; i < n; i++)
        *out |= (int64_t)p[i] << 8 * i;
    return true;
}

/* A line of at least `min` bytes with its end; false: exception. */
static bool read_line(Load *l, int64_t min, Span *out)
{
    if (!pickle_read_line(l->in, out))
        return false;
    if (out->length >= min)
        return true;
    fail("pickle data was truncated");
    return false;
}

/* A line without its end. */
static PyStr *read_name(Load *l)
{
    Span line;

    return read_line(l, 2, &line) ? str_from(line.data, line.length - 1) : NULL;
}

/* A line with a number, zero-ended; NULL: exception. */
static char *read_number_line(Load *l, Span *line)
{
    PyStr *s =
        read_line(l, 2, line) ? str_from(line->data, line->length) : NULL;

    return s ? s->data : NULL;
}

static int load_int(Load *l)
{
    Span line;
    char *text = read_number_line(l, &line), *end;
    int64_t n;
    Value v;

    if (!text)
        return -1;
    errno = 0;
    n = strtol(text, &end, 0);
    if (errno || (*end != '\n' && *end != 0)) {
        v = long_from_string(line.data, line.length, 0);
        if (!v)
            err_clear();
        return push(l, v ? v
                         : err_format(&exc_ValueError,
                                      "could not convert string to int"));
    }
    if (line.length == 3 && (n == 0 || n == 1))
        return push(l, value_from_bool(n));
    return push(l, value_from_int(n));
}

static int load_binint(Load *l, int bytes)
{
    int64_t n;

    if (!read_number(l, bytes, &n))
        return -1;
    return push(l, tag_int(bytes == 4 ? (int32_t)n : n));
}

static int load_long(Load *l)
{
    Span line;

    if (!read_line(l, 2, &line))
        return -1;
    return push(l, long_from_string(line.data, line.length, 0));
}

static int load_binlong(Load *l, int bytes)
{
    const char *p;
    int64_t n;

    if (!read_number(l, bytes, &n))
        return -1;
    if (bytes == 4 && (int32_t)n < 0)
        return fail("LONG pickle has negative byte count");
    p = pickle_read(l->in, n);
    if (!p)
        return -1;
    return push(
        l, long_from_bytes((const unsigned char *)p, (size_t)n, true, true));
}

static int load_float(Load *l)
{
    Span line;
    const char *text = read_number_line(l, &line), *end;
    double d;

    if (!text)
        return -1;
    d = float_scan(text, &end);
    if (end == text)
        err_format(&exc_ValueError, "could not convert string to float: %.200s",
                   text);
    else if ((d == __builtin_inf() || d == -__builtin_inf()) &&
             strpbrk(text, "0123456789"))
        err_format(&exc_OverflowError,
                   "value too large to convert to float: %.200s", text);
    else if (*end != '\n' && *end != 0)
        err_format(&exc_ValueError, "could not convert string to float");
    else
        return push(l, value_from_double(d));
    return -1;
}

static int load_binfloat(Load *l)
{
    const char *p = pickle_read(l->in, 8);

    return p ? push(l, value_from_double(
                           float_unpack8((const unsigned char *)p, false)))
             : -1;
}

/* --- texts
 * -------------------------------------------------------------------- */

/* A literal with its quotes. */
static int load_string(Load *l)
{
    Span line;
    int64_t n;

    if (!read_line(l, 2, &line))
        return -1;
    n = line.length;
    while (n > 0 && (unsigned char)line.data[n - 1] <= ' ')
        n--;
    if (n < 2 || (line.data[0] != '\'' && line.data[0] != '"') ||
        line.data[n - 1] != line.data[0]) {
        err_format(&exc_ValueError, "insecure string pickle");
        return -1;
    }
    return push(l, (Value)str_unescape((Span){line.data + 1, n - 2}, NULL));
}

/* n bytes behind a size; NULL: exception. */
static const char *read_counted(Load *l, int bytes, const char *complaint,
                                int64_t *n)
{
    if (!read_number(l, bytes, n))
        return NULL;
    if (bytes == 4 && (int32_t)*n < 0) {
        fail(complaint);
        return NULL;
    }
    return pickle_read(l->in, *n);
}

static int load_binstring(Load *l, int bytes)
{
    int64_t n;
    const char *p =
        read_counted(l, bytes, "BINSTRING pickle has negative byte count", &n);

    return p ? push(l, (Value)str_from(p, n)) : -1;
}

static int load_unicode(Load *l)
{
    Span line;

    if (!read_line(l, 1, &line))
        return -1;
    line.length--;
    return push(l, (Value)decode_raw_unicode_escape(line, NULL));
}

static int load_binunicode(Load *l)
{
    int64_t n;
    const char *p =
        read_counted(l, 4, "BINUNICODE pickle has negative byte count", &n);

    return p ? push(l, (Value)decode_utf8((Span){p, n}, NULL, NULL)) : -1;
}

/* --- containers
 * ----------------------------------------------------------------- */

/* A tuple of the n topmost values. */
static int load_counted_tuple(Load *l, int64_t n)
{
    return l->length < n ? underflow() : push(l, pop_tuple(l, l->length - n));
}

static int load_tuple(Load *l)
{
    int64_t start = pop_mark(l);

    return start < 0 ? -1 : push(l, pop_tuple(l, start));
}

static int load_list(Load *l)
{
    int64_t start = pop_mark(l);
    PyList *list;

    if (start < 0)
        return -1;
    if (start > l->length) {
        err_bad_internal_call();
        return -1;
    }
    list = list_from_array(l->stack + start, l->length - start);
    l->length = start;
    return push(l, (Value)list);
}

/* A value without a key counts for nothing. */
static int load_dict(Load *l)
{
    int64_t start = pop_mark(l);
    PyDict *d = dict_new();

    if (start < 0)
        return -1;
    for (int64_t i = start; i + 1 < l->length; i += 2)
        if (dict_set(d, l->stack[i], l->stack[i + 1]) < 0)
            return -1;
    if (start < l->length)
        l->length = start;
    return push(l, (Value)d);
}

static int append_values(Value list, const Value *items, int64_t n)
{
    Value append;

    if (has_type_flag(list, TYPE_LIST)) {
        for (int64_t i = 0; i < n; i++)
            if (list_push((PyList *)list, items[i]) < 0)
                return -1;
        return 0;
    }
    append = op_getattr(list, NAME(append));
    for (int64_t i = 0; append && i < n; i++)
        if (!op_call(append, items + i, 1, NULL))
            return -1;
    return append ? 0 : -1;
}

/* The values from `start` on go to the container below. */
static int do_append(Load *l, int64_t start)
{
    int64_t n = l->length - start;

    if (n < 0 || start <= 0)
        return underflow();
    if (n > 0 && append_values(l->stack[start - 1], l->stack + start, n) < 0)
        return -1;
    l->length = start;
    return 0;
}

static int load_appends(Load *l)
{
    int64_t start = pop_mark(l);

    return start < 0 ? -1 : do_append(l, start);
}

static int set_item(Value container, Value key, Value value)
{
    if (is_exact_dict(container))
        return dict_set((PyDict *)container, key, value);
    return op_setitem(container, key, value);
}

static int do_setitems(Load *l, int64_t start)
{
    int64_t n = l->length - start;

    if (n < 0 || start <= 0)
        return underflow();
    if (n % 2)
        return fail("odd number of items for SETITEMS");
    for (int64_t i = start; i < start + n; i += 2)
        if (set_item(l->stack[start - 1], l->stack[i], l->stack[i + 1]) < 0)
            return -1;
    l->length = start;
    return 0;
}

static int load_setitems(Load *l)
{
    int64_t start = pop_mark(l);

    return start < 0 ? -1 : do_setitems(l, start);
}

/* --- the memo
 * --------------------------------------------------------------------- */

#define GAP ((Value) & gap)
static PyObject gap; /* what a memo's list holds at numbers not stored */

/* The list that holds what number n stands for, or would; NULL: the dict. */
static PyList *memo_list(PyUnpickler *u, bool binary, int64_t n, bool storing)
{
    PyList **list = binary ? &u->binary_memo : &u->text_memo;

    if (u->memo_exposed || n < 0)
        return NULL;
    if (!*list)
        *list = list_new(16);
    return storing && n > 2 * list_len(*list) + 1024 ? NULL : *list;
}

static int memo_store(PyUnpickler *u, bool binary, int64_t n, Value key,
                      Value v)
{
    PyList *list = memo_list(u, binary, n, true);

    if (!list)
        return dict_set(u->other_memo, key, v);
    while (list_len(list) < n)
        if (list_push(list, GAP) < 0)
            return -1;
    return list_len(list) == n ? list_push(list, v)
                               : list_set_index(list, n, v);
}

static Value memo_fetch(PyUnpickler *u, bool binary, int64_t n, Value key)
{
    PyList *list = memo_list(u, binary, n, false);
    Value v = list ? list_item_or_null(list, (uint64_t)n) : NULL;

    if (v && v != GAP)
        return v;
    v = dict_get_or_null(u->other_memo, key);
    if (!v && !err_pending())
        err_set(bad_pickle_get, key);
    return v;
}

/* A key of GET and PUT: its number, if it is written as PUT writes it; -1. */
static int64_t key_number(PyStr *key)
{
    int64_t n = 0;

    if (key->length > 9 || (key->length > 1 && key->data[0] == '0'))
        return -1;
    for (int64_t i = 0; i < key->length; i++) {
        if (!is_ascii_digit((unsigned char)key->data[i]))
            return -1;
        n = n * 10 + (key->data[i] - '0');
    }
    return n;
}

static int load_get(Load *l)
{
    PyStr *key = read_name(l);

    return key ? push(l, memo_fetch(l->u, false, key_number(key), (Value)key))
               : -1;
}

static int load_binget(Load *l, int bytes)
{
    int64_t n;

    if (!read_number(l, bytes, &n))
        return -1;
    return push(l, memo_fetch(l->u, true, n, tag_int(n)));
}

static int load_put(Load *l)
{
    PyStr *key = read_name(l);

    if (!key)
        return -1;
    if (l->length == 0)
        return underflow();
    return memo_store(l->u, false, key_number(key), (Value)key,
                      l->stack[l->length - 1]);
}

static int load_binput(Load *l, int bytes)
{
    int64_t n;

    if (!read_number(l, bytes, &n))
        return -1;
    if (l->length == 0)
        return underflow();
    return memo_store(l->u, true, n, tag_int(n), l->stack[l->length - 1]);
}

/* --- classes, functions, instances
 * -------------------------------------------------- */

static Value find_class(PyUnpickler *u, Value module, Value name)
{
    Value m, args[] = {module, name};

    if (u->find_global == NONE) {
        fail("Global and instance pickles are not supported.");
        return NULL;
    }
    if (u->find_global)
        return op_call(u->find_global, args, 2, NULL);
    m = dict_get_str_or_null(sys_modules, (PyStr *)module);
    if (!m &&
        memchr(((PyStr *)module)->data, 0, (size_t)((PyStr *)module)->length))
        return err_format(&exc_ImportError, "No module named %s",
                          ((PyStr *)module)->data);
    if (!m)
        m = import_module((PyStr *)module, NULL,
                          (Value)tuple_pack(1, str_empty()), 0);
    return m ? op_getattr(m, str_intern_value((PyStr *)name)) : NULL;
}

static Value read_class(Load *l)
{
    PyStr *module = read_name(l), *name = module ? read_name(l) : NULL;

    return name ? find_class(l->u, (Value)module, (Value)name) : NULL;
}

/* cls(*args); an old-style class without __getinitargs__ is not called. */
static Value instantiate(Value cls, Value args)
{
    PyTuple *t = (PyTuple *)args;

    if (!has_type_flag(args, TYPE_TUPLE))
        return err_format(&exc_TypeError, "argument list must be a tuple");
    if (is_classobj(cls) && t->length == 0) {
        if (!op_getattr_or_null(cls, pickle_name_getinitargs))
            return err_pending()
                       ? NULL
                       : (Value)classobj_instance_new((PyClassObj *)cls);
    }
    return op_call(cls, t->items, t->length, NULL);
}

static int load_inst(Load *l)
{
    int64_t start = pop_mark(l);
    Value cls = start < 0 ? NULL : read_class(l), args;

    if (!cls)
        return -1;
    args = pop_tuple(l, start);
    return args ? push(l, instantiate(cls, args)) : -1;
}

static int load_obj(Load *l)
{
    int64_t start = pop_mark(l);
    Value args, cls;

    if (start < 0)
        return -1;
    if (l->length - start < 1)
        return underflow();
    args = pop_tuple(l, start + 1);
    cls = args ? pop(l) : NULL;
    return cls ? push(l, instantiate(cls, args)) : -1;
}

static int load_reduce(Load *l)
{
    Value args = pop(l), func = args ? pop(l) : NULL;

    return func ? push(l, instantiate(func, args)) : -1;
}

static Value new_object(Value cls, Value args)
{
    PyTuple *t = (PyTuple *)args;

    if (!is_type(cls)) {
        fail("NEWOBJ class argument isn't a type object");
        return NULL;
    }
    if (!((PyType *)cls)->new_instance) {
        fail("NEWOBJ class argument has NULL tp_new");
        return NULL;
    }
    return ((PyType *)cls)
        ->new_instance((PyType *)cls, t->items, t->length, NULL);
}

static int load_newobj(Load *l)
{
    Value args = pop(l), cls;

    if (!args)
        return -1;
    if (!has_type_flag(args, TYPE_TUPLE))
        return fail("NEWOBJ expected an arg tuple.");
    cls = pop(l);
    return cls ? push(l, new_object(cls, args)) : -1;
}

static int load_extension(Load *l, int bytes)
{
    Value code, v, key;
    int64_t n;

    if (!read_number(l, bytes, &n))
        return -1;
    if ((int32_t)n <= 0)
        return fail("EXT specifies code <= 0");
    code = tag_int(n);
    v = dict_get_or_null((PyDict *)copy_reg_cache, code);
    if (v)
        return push(l, v);
    key = dict_get_or_null((PyDict *)copy_reg_inverted, code);
    if (!key) {
        err_format(&exc_ValueError, "unregistered extension code %lld",
                   (long long)n);
        return -1;
    }
    if (!has_type_flag(key, TYPE_TUPLE) || tuple_length((PyTuple *)key) != 2 ||
        !is_str(tuple_get((PyTuple *)key, 0)) ||
        !is_str(tuple_get((PyTuple *)key, 1))) {
        err_format(&exc_ValueError,
                   "_inverted_registry[%lld] isn't a 2-tuple of strings",
                   (long long)n);
        return -1;
    }
    v = find_class(l->u, tuple_get((PyTuple *)key, 0),
                   tuple_get((PyTuple *)key, 1));
    if (!v || dict_set((PyDict *)copy_reg_cache, code, v) < 0)
        return -1;
    return push(l, v);
}

/* --- state
 * ---------------------------------------------------------------------------
 */

/* Attributes by their dict; their names are interned. */
static int update_dict(Value v, Value state)
{
    Value dict, key, value;
    Py_ssize pos = 0;

    if (!has_type_flag(state, TYPE_DICT))
        return fail("state is not a dictionary");
    dict = op_getattr(v, NAME(dunder_dict));
    if (!dict)
        return -1;
    while (dict_next((PyDict *)state, &pos, &key, &value)) {
        if (is_exact_str(key))
            key = (Value)str_intern_value((PyStr *)key);
        if (set_item(dict, key, value) < 0)
            return -1;
    }
    return 0;
}

static int update_slots(Value v, Value state)
{
    Py_ssize pos = 0;
    Value key, value;

    if (!has_type_flag(state, TYPE_DICT))
        return fail("slot state is not a dictionary");
    while (dict_next((PyDict *)state, &pos, &key, &value)) {
        PyStr *name = is_str(key) ? (PyStr *)key
                                  : err_format(&exc_TypeError,
                                               "attribute name must be string, "
                                               "not '%.200s'",
                                               type_name_of(key));

        if (!name || op_setattr(v, name, value) < 0)
            return -1;
    }
    return 0;
}

static int set_state(Value v, Value state)
{
    Value set = op_getattr_or_null(v, NAME(dunder_setstate)), slots = NULL;

    if (set)
        return op_call(set, &state, 1, NULL) ? 0 : -1;
    if (err_pending())
        return -1;
    if (has_type_flag(state, TYPE_TUPLE) &&
        tuple_length((PyTuple *)state) == 2) {
        slots = tuple_get((PyTuple *)state, 1);
        state = tuple_get((PyTuple *)state, 0);
    }
    if (state != NONE && update_dict(v, state) < 0)
        return -1;
    return slots ? update_slots(v, slots) : 0;
}

static int load_build(Load *l)
{
    Value state;

    if (l->length < 2)
        return underflow();
    state = l->stack[--l->length];
    return set_state(l->stack[l->length - 1], state);
}

/* --- persistent objects
 * ---------------------------------------------------------------- */

static int no_persistent_load(void)
{
    return fail("A load persistent id instruction was encountered,\n"
                "but no persistent_load function was specified.");
}

/* persistent_load may be a list, which collects the ids. */
static int push_persistent(Load *l, Value id)
{
    Value load = l->u->persistent_load;

    if (has_type_flag(load, TYPE_LIST))
        return list_append((PyList *)load, id) < 0 ? -1 : push(l, id);
    return push(l, op_call(load, &id, 1, NULL));
}

static int load_persid(Load *l)
{
    PyStr *id;

    if (!l->u->persistent_load)
        return no_persistent_load();
    id = read_name(l);
    return id ? push_persistent(l, (Value)id) : -1;
}

static int load_binpersid(Load *l)
{
    Value id;

    if (!l->u->persistent_load)
        return no_persistent_load();
    id = pop(l);
    return id ? push_persistent(l, id) : -1;
}

/* --- the machine
 * ------------------------------------------------------------------------ */

static int load_proto(Load *l)
{
    int64_t n;

    if (!read_number(l, 1, &n))
        return -1;
    if (n <= PICKLE_PROTOCOL)
        return 0;
    err_format(&exc_ValueError, "unsupported pickle protocol: %d", (int)n);
    return -1;
}

/* The mark, if it is what stands on top. */
static int load_pop(Load *l)
{
    if (l->nmarks && l->marks[l->nmarks - 1] == l->length)
        l->nmarks--;
    else if (l->length == 0)
        return underflow();
    else
        l->length--;
    return 0;
}

static int load_pop_mark(Load *l)
{
    int64_t start = pop_mark(l);

    if (start >= 0 && start < l->length)
        l->length = start;
    return start < 0 ? -1 : 0;
}

static int load_dup(Load *l)
{
    return l->length ? push(l, l->stack[l->length - 1]) : underflow();
}

static int bad_opcode(int code)
{
    Value c = (Value)str_char((unsigned char)code);
    PyStr *text = str_concat(str_from_c("invalid load key, '"), (PyStr *)c);

    err_set(unpickling_error, (Value)str_concat(text, str_from_c("'.")));
    return -1;
}

static int run_rare(Load *l, int code)
{
    switch (code) {
    case PK_PROTO:
        return load_proto(l);
    case PK_PERSID:
        return load_persid(l);
    case PK_BINPERSID:
        return load_binpersid(l);
    case PK_INST:
        return load_inst(l);
    case PK_OBJ:
        return load_obj(l);
    case PK_NEWOBJ:
        return load_newobj(l);
    case PK_EXT1:
        return load_extension(l, 1);
    case PK_EXT2:
        return load_extension(l, 2);
    case PK_EXT4:
        return load_extension(l, 4);
    case PK_POP:
        return load_pop(l);
    case PK_POP_MARK:
        return load_pop_mark(l);
    case PK_DUP:
        return load_dup(l);
    case PK_LONG1:
        return load_binlong(l, 1);
    case PK_LONG4:
        return load_binlong(l, 4);
    case PK_LIST:
        return load_list(l);
    case PK_DICT:
        return load_dict(l);
    default:
        return bad_opcode(code);
    }
}

static int run_opcode(Load *l, int code)
{
    switch (code) {
    case PK_NONE:
        return push(l, NONE);
    case PK_NEWTRUE:
    case PK_NEWFALSE:
        return push(l, value_from_bool(code == PK_NEWTRUE));
    case PK_INT:
        return load_int(l);
    case PK_BININT:
        return load_binint(l, 4);
    case PK_BININT1:
        return load_binint(l, 1);
    case PK_BININT2:
        return load_binint(l, 2);
    case PK_LONG:
        return load_long(l);
    case PK_FLOAT:
        return load_float(l);
    case PK_BINFLOAT:
        return load_binfloat(l);
    case PK_STRING:
        return load_string(l);
    case PK_BINSTRING:
        return load_binstring(l, 4);
    case PK_SHORT_BINSTRING:
        return load_binstring(l, 1);
    case PK_UNICODE:
        return load_unicode(l);
    case PK_BINUNICODE:
        return load_binunicode(l);
    case PK_MARK:
        return push_mark(l);
    case PK_EMPTY_TUPLE:
        return push(l, (Value)tuple_new(0));
    case PK_TUPLE1:
    case PK_TUPLE1 + 1:
    case PK_TUPLE1 + 2:
        return load_counted_tuple(l, code - PK_TUPLE1 + 1);
    case PK_TUPLE:
        return load_tuple(l);
    case PK_EMPTY_LIST:
        return push(l, (Value)list_new(0));
    case PK_EMPTY_DICT:
        return push(l, (Value)dict_new());
    case PK_APPEND:
        return do_append(l, l->length - 1);
    case PK_APPENDS:
        return load_appends(l);
    case PK_SETITEM:
        return do_setitems(l, l->length - 2);
    case PK_SETITEMS:
        return load_setitems(l);
    case PK_GET:
        return load_get(l);
    case PK_BINGET:
        return load_binget(l, 1);
    case PK_LONG_BINGET:
        return load_binget(l, 4);
    case PK_PUT:
        return load_put(l);
    case PK_BINPUT:
        return load_binput(l, 1);
    case PK_LONG_BINPUT:
        return load_binput(l, 4);
    case PK_GLOBAL:
        return push(l, read_class(l));
    case PK_REDUCE:
        return load_reduce(l);
    case PK_BUILD:
        return load_build(l);
    default:
        return run_rare(l, code);
    }
}

/* --- noload() ------------------------------------------------------------ */

static int skip_to(Load *l, int64_t length)
{
    if (length < 0)
        return underflow();
    if (length < l->length)
        l->length = length;
    return 0;
}

static int skip_to_mark(Load *l, int64_t above)
{
    int64_t start = pop_mark(l);

    return start < 0 ? -1 : skip_to(l, start + above);
}

static int skip_lines(Load *l)
{
    Span line;

    return pickle_read_line(l->in, &line) && pickle_read_line(l->in, &line)
               ? push(l, NONE)
               : -1;
}

/* None in the place of a callable and its arguments. */
static int skip_call(Load *l)
{
    return pop(l) && pop(l) ? push(l, NONE) : -1;
}

/* Opcodes that make or change objects, without doing so. */
static int skip_opcode(Load *l, int code)
{
    switch (code) {
    case PK_APPEND:
        return skip_to(l, l->length - 1);
    case PK_APPENDS:
    case PK_SETITEMS:
        return skip_to_mark(l, 0);
    case PK_SETITEM:
        return skip_to(l, l->length - 2);
    case PK_BUILD:
        return skip_to(l, l->length - 1);
    case PK_GLOBAL:
        return skip_lines(l);
    case PK_INST:
        return skip_to_mark(l, 0) < 0 ? -1 : skip_lines(l);
    case PK_OBJ:
        return skip_to_mark(l, 1);
    case PK_REDUCE:
        return l->length < 2 ? underflow() : skip_call(l);
    case PK_NEWOBJ:
        return skip_call(l);
    case PK_EXT1:
    case PK_EXT2:
    case PK_EXT4:
        return pickle_read(l->in, code == PK_EXT4 ? 4 : code - PK_EXT1 + 1)
                   ? push(l, NONE)
                   : -1;
    default:
        return run_opcode(l, code);
    }
}

Value pickle_load(PyUnpickler *u, bool build)
{
    Value nothing[1];
    Load l = {.u = u, .in = &u->input, .stack = nothing};

    for (;;) {
        const char *code = pickle_read(l.in, 1);

        if (!code || thread_safepoint() < 0)
            return NULL;
        if (*code == PK_STOP)
            return pop(&l);
        if ((build ? run_opcode : skip_opcode)(&l, (unsigned char)*code) < 0)
            return NULL;
    }
}

static int add_numbered(PyDict *d, PyList *list, bool binary)
{
    for (int64_t i = 0; list && i < list_len(list); i++) {
        Value v = list_item_or_null(list, (uint64_t)i);
        Value key =
            binary ? tag_int(i) : (Value)str_format_c("%lld", (long long)i);

        if (v && v != GAP && dict_set(d, key, v) < 0)
            return -1;
    }
    return 0;
}

PyDict *unpickler_memo(PyUnpickler *u)
{
    if (!u->memo_exposed &&
        (add_numbered(u->other_memo, u->binary_memo, true) < 0 ||
         add_numbered(u->other_memo, u->text_memo, false) < 0))
        return NULL;
    u->memo_exposed = true;
    return u->other_memo;
}
