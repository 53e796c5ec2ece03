/* Module cPickle: Pickler, Unpickler, the functions and the exceptions; see
 * pickle.h. */
#include "codecs.h"
#include "import.h"
#include "module_support.h"
#include "names.h"
#include "number.h"
#include "pickle.h"
#include "type.h"

#include "methods_declare.h"
#include "pickle.def"
#include "pickle_load.def"
#include "pickle_save.def"
#include "methods_end.h"

PyType *pickle_error, *pickling_error, *unpickling_error, *unpickleable_error,
    *bad_pickle_get;
Value copy_reg_dispatch, copy_reg_extensions, copy_reg_inverted, copy_reg_cache;
#define X(id, text) PyStr *pickle_name_##id;
PICKLE_NAMES(X)
#undef X

#define PICKLER ((PyPickler *)self)
#define UNPICKLER ((PyUnpickler *)self)

/* --- Pickler ----------------------------------------------------------------
 */

/* A pickler without a file keeps what it writes. */
static PyPickler *pickler_new(Value file_or_null, int64_t protocol)
{
    PyPickler *p = gc_new(&pickler_type, sizeof *p);

    if (protocol < 0)
        protocol = PICKLE_PROTOCOL;
    if (protocol > PICKLE_PROTOCOL)
        return err_format(&exc_ValueError,
                          "pickle protocol %d asked for; the highest available "
                          "protocol is %d",
                          (int)protocol, PICKLE_PROTOCOL);
    p->protocol = (int)protocol;
    p->binary = protocol > 0;
    if (!file_or_null || file_or_null == NONE)
        return p;
    p->file = file_or_null;
    p->write = op_getattr_or_null(p->file, NAME(write));
    if (p->write)
        return p;
    err_clear();
    return err_format(&exc_TypeError, "argument must have 'write' attribute");
}

/* The memo as a dict {id: (number, object)}, and back. */
static int memo_to_dict(const MemoTable *t, PyDict *d)
{
    for (int64_t i = 0; t && i <= t->mask; i++) {
        const MemoEntry *e = &t->entries[i];

        if (e->object && dict_set(d, int_from_uint64((uintptr_t)e->object),
                                  tuple_pair(e->number, e->object)) < 0)
            return -1;
    }
    return 0;
}

static int memo_from_dict(PyPickler *p)
{
    MemoTable *t = NULL;
    Py_ssize pos = 0;
    Value key, value;

    while (dict_next(p->memo_dict, &pos, &key, &value)) {
        PyTuple *pair = (PyTuple *)value;

        if (!has_type_flag(value, TYPE_TUPLE) || pair->length < 2 ||
            !is_tagged_int(pair->items[0]) || !is_pointer(pair->items[1]))
            continue;
        t = memo_with(t, pair->items[1], tagged_int_value(pair->items[0]));
        if (!t)
            return -1;
    }
    p->memo = t;
    return 0;
}

/* Writes a pickle of v into d->out, the rest of which goes to the file. */
static int dump(Dump *d, Value v)
{
    PyPickler *p = d->pickler;

    if (p->memo_dict && memo_from_dict(p) < 0)
        return -1;
    if (d->protocol >= 2 &&
        pickle_code_number(d, PK_PROTO, (uint64_t)d->protocol, 1) < 0)
        return -1;
    if (pickle_save(d, v) < 0 || pickle_code(d, PK_STOP) < 0 ||
        pickle_flush(d) < 0)
        return -1;
    return p->memo_dict ? memo_to_dict(p->memo, p->memo_dict) : 0;
}

static Dump dump_of(PyPickler *p)
{
    return (Dump){.pickler = p,
                  .dispatch = copy_reg_dispatch,
                  .protocol = p->protocol,
                  .binary = p->binary != 0};
}

static int keep_text(PyPickler *p, StrBuilder *out)
{
    PyStr *text = sb_finish(out), *both;

    if (!text)
        return -1;
    both = p->text ? str_concat(p->text, text) : text;
    if (both)
        p->text = both;
    return both ? 0 : -1;
}

static Value pickler_getvalue(Value self, const Value *args, Py_ssize nargs)
{
    int64_t clear;
    PyStr *text = PICKLER->text;

    if (!arg_int(args, nargs, 0, 1, &clear))
        return NULL;
    if (PICKLER->file) {
        err_set(pickling_error, (Value)str_from_c("Attempt to getvalue() a "
                                                  "non-list-based pickler"));
        return NULL;
    }
    if (clear) {
        PICKLER->text = NULL;
        pickler_clear_memo(self, NULL, 0);
    }
    return (Value)(text ? text : str_empty());
}

static Value pickler_dump(Value self, const Value *args, Py_ssize nargs)
{
    Dump d = dump_of(PICKLER);
    int64_t get;

    if (!arg_int(args, nargs, 1, 0, &get) || dump(&d, args[0]) < 0)
        return NULL;
    if (!PICKLER->file && keep_text(PICKLER, &d.out) < 0)
        return NULL;
    return get ? pickler_getvalue(self, NULL, 0) : self;
}

static Value pickler_clear_memo(Value self, const Value *args, Py_ssize nargs)
{
    PICKLER->memo = NULL;
    if (PICKLER->memo_dict)
        dict_clear(PICKLER->memo_dict);
    return NONE;
}

static int no_deletion(void)
{
    err_format(&exc_TypeError, "attribute deletion is not supported");
    return -1;
}

static Value get_persistent_id(Value self)
{
    Value v = PICKLER->persistent_id;

    return v ? v
             : err_set(&exc_AttributeError, (Value)str_from_c("persistent_id"));
}

static int set_persistent_id(Value self, Value v)
{
    if (v)
        PICKLER->persistent_id = v;
    return v ? 0 : no_deletion();
}

static Value get_inst_persistent_id(Value self)
{
    return err_format(&exc_AttributeError,
                      "attribute 'inst_persistent_id' of 'cPickle.Pickler' "
                      "objects is not readable");
}

static int set_inst_persistent_id(Value self, Value v)
{
    if (v)
        PICKLER->inst_persistent_id = v;
    return v ? 0 : no_deletion();
}

/* false: TypeError. */
static bool is_new_memo(Value v)
{
    if (!v)
        no_deletion();
    else if (!has_type_flag(v, TYPE_DICT))
        err_format(&exc_TypeError, "memo must be a dictionary");
    else
        return true;
    return false;
}

static Value get_memo(Value self)
{
    if (!PICKLER->memo_dict) {
        PyDict *d = dict_new();

        if (memo_to_dict(PICKLER->memo, d) < 0)
            return NULL;
        PICKLER->memo_dict = d;
    }
    return (Value)PICKLER->memo_dict;
}

static int set_memo(Value self, Value v)
{
    if (!is_new_memo(v))
        return -1;
    PICKLER->memo_dict = (PyDict *)v;
    return 0;
}

static int set_number(int64_t *to, Value v)
{
    int n;

    if (!v) {
        err_format(&exc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    if (!value_as_int32(v, &n))
        return -1;
    *to = n;
    return 0;
}

static Value get_binary(Value self)
{
    return value_from_int(PICKLER->binary);
}

static int set_binary(Value self, Value v)
{
    return set_number(&PICKLER->binary, v);
}

static Value get_fast(Value self)
{
    return value_from_int(PICKLER->fast);
}

static int set_fast(Value self, Value v)
{
    return set_number(&PICKLER->fast, v);
}

static Value get_pickling_error(Value self)
{
    return (Value)pickling_error;
}

static const NativeDef pickler_methods[] = {
#include "methods_table.h"
#include "pickle_save.def"
#include "methods_end.h"
    {0}};

static const GetSetDef pickler_getsets[] = {
    {"persistent_id", get_persistent_id, set_persistent_id},
    {"inst_persistent_id", get_inst_persistent_id, set_inst_persistent_id},
    {"memo", get_memo, set_memo},
    {"PicklingError", get_pickling_error},
    {"binary", get_binary, set_binary, .is_member = true},
    {"fast", get_fast, set_fast, .is_member = true},
    {0}};

PyType pickler_type = {
    .head.type = &type_type,
    .name = "cPickle.Pickler",
    .base = &object_type,
    .basic_size = sizeof(PyPickler),
    .doc = "Writes objects to a file as pickles.",
    .methods = pickler_methods,
    .getsets = pickler_getsets,
};

/* --- Unpickler ---------------------------------------------------------------
 */

static Value unpickler_load(Value self, const Value *args, Py_ssize nargs)
{
    return pickle_load(UNPICKLER, true);
}

static Value unpickler_noload(Value self, const Value *args, Py_ssize nargs)
{
    return pickle_load(UNPICKLER, false);
}

static Value get_persistent_load(Value self)
{
    Value v = UNPICKLER->persistent_load;

    return v ? v
             : err_set(&exc_AttributeError,
                       (Value)str_from_c("persistent_load"));
}

static int set_persistent_load(Value self, Value v)
{
    UNPICKLER->persistent_load = v;
    return 0;
}

static Value get_find_global(Value self)
{
    Value v = UNPICKLER->find_global;

    return v ? v
             : err_set(&exc_AttributeError, (Value)str_from_c("find_global"));
}

static int set_find_global(Value self, Value v)
{
    UNPICKLER->find_global = v;
    return 0;
}

static Value get_load_memo(Value self)
{
    return (Value)unpickler_memo(UNPICKLER);
}

static int set_load_memo(Value self, Value v)
{
    if (!is_new_memo(v))
        return -1;
    UNPICKLER->other_memo = (PyDict *)v;
    UNPICKLER->memo_exposed = true;
    return 0;
}

static Value get_unpickling_error(Value self)
{
    return (Value)unpickling_error;
}

static const NativeDef unpickler_methods[] = {
#include "methods_table.h"
#include "pickle_load.def"
#include "methods_end.h"
    {0}};

static const GetSetDef unpickler_getsets[] = {
    {"persistent_load", get_persistent_load, set_persistent_load},
    {"find_global", get_find_global, set_find_global},
    {"memo", get_load_memo, set_load_memo},
    {"UnpicklingError", get_unpickling_error},
    {0}};

PyType unpickler_type = {
    .head.type = &type_type,
    .name = "cPickle.Unpickler",
    .base = &object_type,
    .basic_size = sizeof(PyUnpickler),
    .doc = "Reads the objects of pickles back.",
    .methods = unpickler_methods,
    .getsets = unpickler_getsets,
};

/* file NULL: the bytes of text. */
static PyUnpickler *unpickler_new(Value file, Value text)
{
    PyUnpickler *u = gc_new(&unpickler_type, sizeof *u);
    Input *in = &u->input;

    u->other_memo = dict_new();
    if (!file) {
        in->owner = text;
        in->p = str_span(text).data;
        in->end = in->p + str_span(text).length;
        return u;
    }
    in->file = file;
    in->readline = op_getattr_or_null(file, NAME(readline));
    if (in->readline)
        in->read = op_getattr_or_null(file, NAME(read));
    if (in->read)
        return u;
    err_clear();
    return err_format(&exc_TypeError,
                      "argument must have 'read' and 'readline' attributes");
}

/* --- functions
 * ----------------------------------------------------------------- */

/* The protocol among args; false: TypeError. */
static bool protocol_of(Value v, int *out)
{
    *out = 0;
    return !v || value_as_int32(v, out);
}

static Value f_dump(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    static const char *const names[] = {"obj", "file", "protocol"};
    Value v[3];
    PyPickler *p;
    Dump d;
    int protocol;

    if (args_parse("dump", args, nargs, kwnames, names, 2, 3, v) < 0 ||
        !protocol_of(v[2], &protocol))
        return NULL;
    p = pickler_new(v[1], protocol);
    if (!p)
        return NULL;
    d = dump_of(p);
    return dump(&d, v[0]) < 0 ? NULL : NONE;
}

static Value f_dumps(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    static const char *const names[] = {"obj", "protocol"};
    Value v[2];
    PyPickler *p;
    Dump d;
    int protocol;

    if (args_parse("dumps", args, nargs, kwnames, names, 1, 2, v) < 0 ||
        !protocol_of(v[1], &protocol))
        return NULL;
    p = pickler_new(NULL, protocol);
    if (!p)
        return NULL;
    d = dump_of(p);
    return dump(&d, v[0]) < 0 ? NULL : (Value)sb_finish(&d.out);
}

static Value f_load(Value self, const Value *args, Py_ssize nargs)
{
    PyUnpickler *u = unpickler_new(args[0], NULL);

    return u ? pickle_load(u, true) : NULL;
}

static Value f_loads(Value self, const Value *args, Py_ssize nargs)
{
    if (!is_str(args[0]))
        return arg_type_error("loads", 1, "string", args[0]);
    return pickle_load(unpickler_new(NULL, args[0]), true);
}

/* Pickler(protocol) or Pickler(file, protocol). */
static Value f_Pickler(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"file", "protocol"};
    Value v[2] = {NULL, NULL};
    int protocol;

    if (nargs == 1 && has_type_flag(args[0], TYPE_INT | TYPE_LONG))
        v[1] = args[0];
    else if (nargs > 0 &&
             args_parse("Pickler", args, nargs, kwnames, names, 1, 2, v) < 0)
        return NULL;
    return protocol_of(v[1], &protocol) ? (Value)pickler_new(v[0], protocol)
                                        : NULL;
}

static Value f_Unpickler(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)unpickler_new(args[0], NULL);
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "pickle.def"
#include "methods_end.h"
    {0}};

/* --- exceptions and start
 * --------------------------------------------------------- */

/* args[0] or None if there are none. */
static Value first_arg(Value self)
{
    Value args = op_getattr(self, NAME(args));

    if (!args)
        return NULL;
    if (!has_type_flag(args, TYPE_TUPLE) || !tuple_length((PyTuple *)args))
        return NONE;
    return tuple_get((PyTuple *)args, 0);
}

static Value error_str(Value self)
{
    Value v = first_arg(self);

    if (!v)
        return NULL;
    return v == NONE ? (Value)str_from_c("(what)") : op_str(v);
}

static Value unpickleable_str(Value self)
{
    Value v = first_arg(self);
    PyStr *type;

    if (!v)
        return NULL;
    type = v == NONE ? str_from_c("(what)")
                     : (PyStr *)op_str((Value)type_visible(type_of(v)));
    return type ? (Value)str_format_c("Cannot pickle %s objects", type->data)
                : NULL;
}

static PyType *new_error(PyModule *m, const char *name, PyType *base,
                         Value (*str)(Value self))
{
    PyStr *dotted = str_format_c("cPickle.%s", name);
    PyType *t = exception_class_new(dotted->data, base);

    if (!t || module_add(m, name, (Value)t) < 0)
        return NULL;
    if (str && type_set_str(t, str) < 0)
        return NULL;
    return t;
}

static int init_errors(PyModule *m)
{
    pickle_error = new_error(m, "PickleError", NULL, error_str);
    if (pickle_error)
        pickling_error = new_error(m, "PicklingError", pickle_error, NULL);
    if (pickling_error)
        unpickleable_error =
            new_error(m, "UnpickleableError", pickling_error, unpickleable_str);
    if (unpickleable_error)
        unpickling_error = new_error(m, "UnpicklingError", pickle_error, NULL);
    if (unpickling_error)
        bad_pickle_get = new_error(m, "BadPickleGet", unpickling_error, NULL);
    return bad_pickle_get ? 0 : -1;
}

static bool get_table(Value module, const char *name, Value *to)
{
    *to = op_getattr(module, str_intern(name));
    if (*to && !has_type_flag(*to, TYPE_DICT))
        *to = err_format(&exc_TypeError, "copy_reg.%s must be a dict", name);
    return *to != NULL;
}

static int init_copy_reg(void)
{
    Value m = import_c("copy_reg");

    return m && get_table(m, "dispatch_table", &copy_reg_dispatch) &&
                   get_table(m, "_extension_registry", &copy_reg_extensions) &&
                   get_table(m, "_inverted_registry", &copy_reg_inverted) &&
                   get_table(m, "_extension_cache", &copy_reg_cache)
               ? 0
               : -1;
}

static int add_constants(PyModule *m)
{
    static const char *const formats[] = {"1.0", "1.1", "1.2", "1.3", "2.0"};
    PyList *list = list_new(5);

    for (int i = 0; i < 5; i++)
        if (list_append(list, (Value)str_from_c(formats[i])) < 0)
            return -1;
    if (module_add(m, "__version__", (Value)str_from_c("1.71")) < 0 ||
        module_add(m, "format_version", (Value)str_from_c("2.0")) < 0 ||
        module_add(m, "compatible_formats", (Value)list) < 0)
        return -1;
    return module_add(m, "HIGHEST_PROTOCOL", tag_int(PICKLE_PROTOCOL));
}

static int init(PyModule *m)
{
#define X(id, text) pickle_name_##id = str_intern(text);
    PICKLE_NAMES(X)
#undef X
    if (type_ready(&pickler_type) < 0 || type_ready(&unpickler_type) < 0 ||
        init_copy_reg() < 0 || init_errors(m) < 0)
        return -1;
    return add_constants(m);
}

const NativeModule native_module_cPickle = {
    "cPickle", "Pickles written and read by native code; see module pickle.",
    functions, init};
