/* What compiled code calls, the out-of-line part: thin covers that translate
 * the compiler's view (module descriptors, argument arrays) to the runtime's.
 * fast.c holds the entries that are inlined. */
#include "entry.h"

#include <gc/gc.h>

#include "abi.h"
#include "constants.h"
#include "bytearray.h"
#include "dict.h"
#include "errors.h"
#include "file.h"
#include "exceptions.h"
#include "evalhooks.h"
#include "frames.h"
#include "function.h"
#include "instance.h"
#include "iterators.h"
#include "attrcache.h"
#include "list.h"
#include "long.h"
#include "names.h"
#include "number.h"
#include "set.h"
#include "shape.h"
#include "tuple.h"
#include "unicode.h"
#include "type.h"
#include "word.h"

_Static_assert(offsetof(PyObject, flags) == FLAGS_OFFSET &&
                   OBJ_HAS_DICT == HAS_DICT_FLAG,
               "abi.h");
_Static_assert(offsetof(DropSite, skip) == DROP_SKIP_OFFSET &&
                   offsetof(DropSite, variables) == 8 && sizeof(DropSite) == 16,
               "codegen counts down");
_Static_assert(offsetof(PyGenerator, function) == GENERATOR_FUNCTION_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(PyGenerator, state) == GENERATOR_STATE_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(PyGenerator, delegate) == GENERATOR_DELEGATE_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(PyGenerator, slots) == GENERATOR_SLOTS_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(PyObject, lock) == LOCK_OFFSET &&
                   offsetof(Owner, word) == OWNER_WORD_OFFSET &&
                   offsetof(Owner, busy) == 0,
               "codegen takes locks of lists");
_Static_assert(offsetof(PyStr, length) == STR_LENGTH_OFFSET &&
                   offsetof(PyStr, data) == STR_DATA_OFFSET,
               "abi.h");
_Static_assert(offsetof(PyList, store) == LIST_STORE_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(ListStore, capacity) == 0, "codegen reads it");
_Static_assert(offsetof(ListStore, length) == STORE_LENGTH_OFFSET,
               "codegen reads it");
_Static_assert(offsetof(ListStore, items) == STORE_ITEMS_OFFSET,
               "codegen reads it");
_Static_assert(sizeof(AttrCache) == ATTR_CACHE_SIZE, "codegen makes it");
_Static_assert(offsetof(Shape, names) == SHAPE_NUMBERS * 4 + 8,
               "codegen makes it");
_Static_assert(sizeof(GlobalCache) == GLOBAL_CACHE_SIZE, "codegen makes it");
_Static_assert(sizeof(SpecialCache) == GLOBAL_CACHE_SIZE, "codegen makes it");
_Static_assert(sizeof(SuperCache) == GLOBAL_CACHE_SIZE, "codegen makes it");
_Static_assert(sizeof(ClassCache) == GLOBAL_CACHE_SIZE, "codegen makes it");
_Static_assert(sizeof(StandIn) == STAND_IN_SIZE, "codegen makes it");

Value known_builtins[KNOWN_COUNT];

void known_builtins_init(void)
{
    static const char *const names[] = {
#define KNOWN(name) #name,
#include "known_builtins.def"
    };

    for (int i = 0; i < KNOWN_COUNT; i++)
        known_builtins[i] =
            dict_get_str_or_null(builtins_dict, str_intern(names[i]));
}

Value math_module;
KnownMath known_math[KNOWN_MATH_COUNT];

void known_math_init(PyModule *math)
{
    static const char *const names[] = {
#define KNOWN_MATH(name) #name,
#include "known_math.def"
    };

    for (int i = 0; i < KNOWN_MATH_COUNT; i++) {
        PyStr *name = str_intern(names[i]);

        known_math[i].function = dict_get_str_or_null(math->dict, name);
        known_math[i].cell = module_cell(math->dict, name);
    }
    __atomic_store_n(&math_module, (Value)math, __ATOMIC_RELEASE);
}

static PyDict *module_dict(const CompiledModule *m)
{
    return m->module->dict;
}

/* --- variables ------------------------------------------------------------ */

/* The module's dict (names set dynamically), then builtins, whose cell the
 * site remembers. */
static Value find_global(const CompiledModule *m, PyStr *name,
                         GlobalCache *cache)
{
    Value v = dict_get_str_or_null(module_dict(m), name);

    if (v)
        return v;
    v = dict_get_str_or_null(builtins_dict, name);
    if (v)
        atomic_store_explicit(&cache->cell, module_cell(builtins_dict, name),
                              memory_order_release);
    return v;
}

Value pyrt_load_global_slow(void *module, void *slot, Value name, void *cache)
{
    Value v = find_global(module, (PyStr *)name, cache);

    return v ? v
             : err_format(&exc_NameError, "global name '%.200s' is not defined",
                          str_data((PyStr *)name));
}

static Value load_top_level(const CompiledModule *m, Value *slot, PyStr *name,
                            GlobalCache *cache)
{
    Value v = __atomic_load_n(slot, __ATOMIC_ACQUIRE);

    if (!v)
        v = find_global(m, name, cache);
    return v ? v
             : err_format(&exc_NameError, "name '%.200s' is not defined",
                          str_data(name));
}

Value pyrt_load_module_name(void *module, void *slot, Value name, void *cache)
{
    return load_top_level(module, slot, (PyStr *)name, cache);
}

int32_t pyrt_store_global_slow(void *module, void *slot, Value name, Value v)
{
    const CompiledModule *m = module;

    return module_slot_set(m->module, (PyStr *)name, slot, v);
}

static int32_t delete_global(const CompiledModule *m, Value name,
                             const char *kind)
{
    PyDict *d = module_dict((void *)m);

    if (dict_get_str_or_null(d, (PyStr *)name))
        return dict_delete(d, name);
    err_format(&exc_NameError, "%sname '%.200s' is not defined", kind,
               str_data((PyStr *)name));
    return -1;
}

int32_t pyrt_del_global(void *module, void *slot, Value name)
{
    return delete_global(module, name, "global ");
}

/* What load_method found on a dict is the dict's own method: built-in types do
 * not change. */
Value pyrt_call_items(Value callee, Value self)
{
    if (self && is_pointer(self) && as_object(self)->type == &dict_type)
        return dict_pairs((PyDict *)self);
    return pyrt_call_bound(callee, &self, 1, NULL);
}

/* The same for an old-style class. */
static Value new_classic(PyClassObj *cls, void *init, ClassCache *cache)
{
    uint64_t cached =
        atomic_load_explicit(&cache->version, memory_order_relaxed);
    uint32_t version = atomic_load(&cls->version);
    Value f;

    if (cached == (version | 2ull << 32))
        return (Value)classobj_instance_new(cls);
    f = classobj_lookup(cls, NAME(dunder_init));
    if (!f || cls->has_del || type_of(f) != &function_type ||
        ((PyFunction *)f)->code != init)
        return NULL;
    if (version != 0 && version != VERSION_NONE)
        atomic_store_explicit(&cache->version, version | 2ull << 32,
                              memory_order_relaxed);
    return (Value)classobj_instance_new(cls);
}

/* A class's version is read before it is looked at; a later change gives it
 * another one. */
Value pyrt_new_object_slow(Value callee, void *init, void *cache)
{
    PyType *t = (PyType *)callee;
    uint64_t cached = atomic_load_explicit(&((ClassCache *)cache)->version,
                                           memory_order_relaxed);
    bool is_exception;
    uint32_t version;
    Value f;

    if (is_pointer(callee) && as_object(callee)->type == &classobj_type)
        return new_classic((PyClassObj *)callee, init, cache);
    if (!is_pointer(callee) || as_object(callee)->type != &type_type)
        return NULL;
    version = atomic_load(&t->version);
    if (cached == (version | 1ull << 32))
        return exception_bare(t);
    f = type_lookup_or_null(t, NAME(dunder_init));
    is_exception = exception_has_plain_new(t);
    if ((t->new_instance != object_new && !is_exception) || !f ||
        t->flags & (TYPE_ABSTRACT | TYPE_HAS_DEL) ||
        type_of(f) != &function_type || ((PyFunction *)f)->code != init)
        return NULL;
    if (version != 0 && version != VERSION_NONE)
        atomic_store_explicit(&((ClassCache *)cache)->version,
                              version | (uint64_t)is_exception << 32,
                              memory_order_relaxed);
    return is_exception ? exception_bare(t) : instance_new(t);
}

/* The site's class is the first one that it sees. */
Value pyrt_stand_in_slow(Value callee, void *init, void *cache)
{
    StandIn *s = cache;
    PyType *t = (PyType *)callee, *none = NULL;
    uint32_t version;
    Value f;

    if (!is_pointer(callee) || as_object(callee)->type != &type_type)
        return NULL;
    version = atomic_load(&t->version);
    f = type_lookup_or_null(t, NAME(dunder_init));
    if (t->new_instance != object_new || !f ||
        t->flags & (TYPE_ABSTRACT | TYPE_HAS_DEL) ||
        type_of(f) != &function_type || ((PyFunction *)f)->code != init ||
        version == 0 || version == VERSION_NONE)
        return NULL;
    if (!__atomic_compare_exchange_n(&s->head.type, &none, t, false,
                                     __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE) &&
        none != t)
        return NULL;
    atomic_store_explicit(&s->cache.version, version, memory_order_release);
    return (Value)&s->head;
}

Value pyrt_made_object(Value cls, Value names, void *values)
{
    Value self = instance_new((PyType *)cls);

    for (Py_ssize i = 0; self && i < ((PyTuple *)names)->length; i++) {
        Value v = ((Value *)values)[i];

        if (v && instance_set(self, (PyStr *)((PyTuple *)names)->items[i], v))
            return NULL;
    }
    return self;
}

int32_t pyrt_is_method_slow(Value o, void *code, Value name, void *cache)
{
    Value f =
        is_pointer(o) ? method_known_or_null(o, (PyStr *)name, cache) : NULL;

    return f && type_of(f) == &function_type && ((PyFunction *)f)->code == code;
}

Value pyrt_special_slow(Value a, Value b, Value name, int32_t augmented,
                        void *cache)
{
    PyType *t = type_of(a);
    uint32_t version = atomic_load(&t->version);
    SpecialEntry *e;
    Value f;

    if (!(t->flags & TYPE_HEAP) || (is_pointer(b) && type_of(b) != t))
        return NULL;
    if (augmented)
        for (int op = 0; op < BIN_COUNT; op++)
            if (t->inplace[op])
                return NULL;
    f = type_lookup_or_null(t, (PyStr *)name);
    if (!f || type_of(f) != &function_type)
        return NULL;
    if (version != 0 && version != VERSION_NONE) {
        e = (SpecialEntry *)gc_array(sizeof *e / sizeof(Value));
        *e = (SpecialEntry){f, version};
        atomic_store_explicit(&((SpecialCache *)cache)->entry, e,
                              memory_order_release);
    }
    return f;
}

Value pyrt_special_rest_slow(Value a, Value b, int64_t op)
{
    return op_binary_rest((BinaryOp)(op % BIN_COUNT), a, b, op >= BIN_COUNT);
}

/* The function that super(cls, o) finds under name and binds to o, if that
 * changes with the version of o's type only; else NULL. */
static Value function_behind(PyType *cls, Value o, PyStr *name)
{
    PyType *t = type_of(o);
    Value f;

    if (!type_has_types_only(t) || !type_is_subtype(t, cls) || is_type(o) ||
        name == NAME(dunder_class))
        return NULL;
    f = type_lookup_behind(t, cls, name);
    return f && type_of(f) == &function_type ? f : NULL;
}

static Value load_super_slow(Value callee, Value cls, Value o, PyStr *name,
                             SuperCache *cache)
{
    Value f;
    uint32_t version = atomic_load(&type_of(o)->version);
    SuperEntry *e;

    if (callee != (Value)&super_type || !is_type(cls) || version == 0 ||
        version == VERSION_NONE)
        return NULL;
    f = function_behind((PyType *)cls, o, name);
    if (!f)
        return NULL;
    e = (SuperEntry *)gc_array(sizeof *e / sizeof(Value));
    *e = (SuperEntry){version, cls, f};
    atomic_store_explicit(&cache->entry, e, memory_order_release);
    return f;
}

Value pyrt_load_super(Value callee, Value cls, Value o, Value name, void *cache,
                      void *self)
{
    const SuperEntry *e = atomic_load_explicit(&((SuperCache *)cache)->entry,
                                               memory_order_acquire);
    Value args[] = {cls, o}, f;

    *(Value *)self = o;
    if (e && e->cls == cls && callee == (Value)&super_type && is_pointer(o) &&
        atomic_load(&as_object(o)->type->version) == e->version)
        return e->function;
    f = load_super_slow(callee, cls, o, (PyStr *)name, cache);
    if (f)
        return f;
    *(Value *)self = NULL;
    f = op_call_direct(callee, args, 2, NULL);
    return f ? op_getattr(f, (PyStr *)name) : NULL;
}

/* The same in a module's or class's body. */
int32_t pyrt_del_module_name(void *module, void *slot, Value name)
{
    return delete_global(module, name, "");
}

Value pyrt_load_name(Value dict, Value name, void *module, void *slot,
                     void *cache)
{
    Value v = dict_get_str_or_null((PyDict *)dict, (PyStr *)name);

    return v ? v : load_top_level(module, slot, (PyStr *)name, cache);
}

int32_t pyrt_store_name(Value dict, Value name, Value v)
{
    return dict_set_str((PyDict *)dict, (PyStr *)name, v);
}

int32_t pyrt_del_name(Value dict, Value name)
{
    if (!dict_get_str_or_null((PyDict *)dict, (PyStr *)name)) {
        err_format(&exc_NameError, "name '%.200s' is not defined",
                   str_data((PyStr *)name));
        return -1;
    }
    return dict_delete((PyDict *)dict, name);
}

Value pyrt_unbound_local(Value name)
{
    return err_format(&exc_UnboundLocalError,
                      "local variable '%.200s' referenced before assignment",
                      str_data((PyStr *)name));
}

Value pyrt_unbound_free(Value name)
{
    return err_format(&exc_NameError,
                      "free variable '%.200s' referenced before assignment in "
                      "enclosing scope",
                      str_data((PyStr *)name));
}

/* --- attributes and items ------------------------------------------------- */

int32_t pyrt_delattr(Value o, Value name)
{
    return op_setattr(o, (PyStr *)name, NULL);
}

int32_t pyrt_delitem(Value o, Value k)
{
    return op_setitem(o, k, NULL);
}

Value pyrt_getslice(Value o, Value i, Value j)
{
    return op_getslice(o, i, j);
}

int32_t pyrt_setslice(Value o, Value i, Value j, Value v)
{
    return op_setslice(o, i, j, v);
}

int32_t pyrt_delslice(Value o, Value i, Value j)
{
    return op_setslice(o, i, j, NULL);
}

Value pyrt_slice(Value i, Value j, Value step)
{
    PySlice *s = gc_new(&slice_type, sizeof *s);

    s->start = i;
    s->stop = j;
    s->step = step;
    return (Value)s;
}

/* --- operators ------------------------------------------------------------ */

Value pyrt_pow(Value a, Value b)
{
    return op_power(a, b, NONE);
}

Value pyrt_ipow(Value a, Value b)
{
    return op_inplace_power(a, b);
}

#define BINARY(name)                                                           \
    Value pyrt_##name(Value a, Value b)                                        \
    {                                                                          \
        return op_binary(BIN_##name, a, b);                                    \
    }
BINARY(lshift)
BINARY(rshift)
#undef BINARY

#define INPLACE(name)                                                          \
    Value pyrt_i##name(Value a, Value b)                                       \
    {                                                                          \
        return op_inplace(BIN_##name, a, b);                                   \
    }
INPLACE(div)
INPLACE(floordiv)
INPLACE(truediv)
INPLACE(mod)
INPLACE(lshift)
INPLACE(rshift)
INPLACE(and)
INPLACE(xor)
INPLACE(or)
#undef INPLACE

/* Room for appending: what libgc's block has beyond the text. */
static int64_t spare_room(PyStr *s)
{
    return (int64_t)GC_size(s) - (int64_t)sizeof *s - s->length - 1;
}

/* A str of a + b with room to grow by as much again. */
static Value start_growing(PyStr *a, PyStr *b)
{
    int64_t n = a->length + b->length;
    PyStr *s = gc_new_atomic(&str_type, sizeof *s + (size_t)(2 * n) + 33);

    if (!s)
        return NULL;
    memcpy(s->data, a->data, (size_t)a->length);
    memcpy(s->data + a->length, b->data, (size_t)b->length);
    s->data[n] = 0;
    s->length = n;
    s->head.flags = OBJ_GROWING;
    return (Value)s;
}

/* Somebody's __radd__, or an addition of nothing, may return a str that grew
 * elsewhere. */
static Value not_growing(Value v)
{
    return v && text_grows(v) ? text_copy(v) : v;
}

void pyrt_temps(Value a, Value b, Value result, int64_t temps)
{
    if (is_pointer(a) || is_pointer(b))
        long_temps(a, b, result, (int)temps);
}

/* The first time there is only as much room as libgc gives: most texts are
 * complete soon, or somebody keeps each of their states. */
static Value begin_growing(PyStr *a, PyStr *b)
{
    PyStr *s = str_new(a->length + b->length);

    if (!s)
        return NULL;
    memcpy(s->data, a->data, (size_t)a->length);
    memcpy(s->data + a->length, b->data, (size_t)b->length);
    s->head.flags |= OBJ_GROWING;
    return (Value)s;
}

static bool may_join(Value a, Value b)
{
    return is_exact_str(a) && is_exact_str(b) &&
           ((PyStr *)a)->length < INT64_MAX / 8 &&
           ((PyStr *)b)->length < INT64_MAX / 8;
}

/* s + t, which is s if that has the flag. */
static Value join(PyStr *s, PyStr *t, uint32_t flag)
{
    if (!(s->head.flags & flag))
        return t->length ? begin_growing(s, t) : not_growing((Value)s);
    if (spare_room(s) < t->length)
        return start_growing(s, t);
    memmove(s->data + s->length, t->data, (size_t)t->length);
    s->length += t->length;
    s->data[s->length] = 0;
    s->hash = 0;
    s->head.flags = (s->head.flags & ~(uint32_t)OBJ_TAKEN) | OBJ_GROWING;
    return (Value)s;
}

/* The same for unicode and what is added to it. */
static bool may_join_unicode(Value a, Value b)
{
    return is_exact_unicode(a) && (is_exact_unicode(b) || is_exact_str(b));
}

static Value join_unicode(Value a, Value b, uint32_t flag)
{
    bool grows = as_object(a)->flags & flag;
    PyUnicode *more = unicode_coerce(b), *u;

    if (!more)
        return NULL;
    u = unicode_join((PyUnicode *)a, more, grows);
    return u == (PyUnicode *)a && !grows ? not_growing(a) : (Value)u;
}

/* The left text, if it may grow, is dead behind this operation, as ir/consume.c
 * has proved, so it may be extended in place. */
static Value consume(Value a, Value b, uint32_t flag,
                     Value (*other)(Value, Value))
{
    if (may_join(a, b))
        return join((PyStr *)a, (PyStr *)b, flag);
    if (may_join_unicode(a, b))
        return join_unicode(a, b, flag);
    return not_growing(other(a, b));
}

Value pyrt_iadd_consume(Value a, Value b)
{
    return consume(a, b, OBJ_GROWING, pyrt_iadd);
}

Value pyrt_add_consume(Value a, Value b)
{
    return consume(a, b, OBJ_GROWING, pyrt_add);
}

/* A thread that was started meanwhile may have it, too. */
Value pyrt_iadd_taken(Value a, Value b)
{
    return rt_threaded ? not_growing(pyrt_iadd(a, b))
                       : consume(a, b, OBJ_TAKEN, pyrt_iadd);
}

Value pyrt_add_taken(Value a, Value b)
{
    return rt_threaded ? not_growing(pyrt_add(a, b))
                       : consume(a, b, OBJ_TAKEN, pyrt_add);
}

/* A text that comes into a loop may have grown in another one, which has let it
 * out and so never looks at the flag again.  NULL: the variable is unset. */
void pyrt_settle(Value a)
{
    if (a)
        text_settle(a);
}

void pyrt_settle_call(Value a, Value callee)
{
    if (a && callee != known_builtins[KNOWN_len])
        text_settle(a);
}

/* The second one to take it makes that nobody may change it. */
void pyrt_take(Value a)
{
    if (!text_grows(a))
        return;
    if (rt_threaded || as_object(a)->flags & OBJ_TAKEN)
        text_settle(a);
    else
        as_object(a)->flags ^= OBJ_GROWING | OBJ_TAKEN;
}

Value pyrt_pos(Value a)
{
    return op_unary(UN_pos, a);
}

Value pyrt_invert(Value a)
{
    return op_unary(UN_invert, a);
}

Value pyrt_repr(Value a)
{
    return op_repr(a);
}

int32_t pyrt_contains(Value container, Value item)
{
    return op_contains(container, item);
}

/* --- calls ---------------------------------------------------------------- */

Value pyrt_call_ex(Value callee, Value star, Value starstar, void *args,
                   int64_t nargs, Value kwnames)
{
    return call_ex(callee, args, nargs, (PyTuple *)kwnames, star, starstar);
}

/* locals(), eval() and the like.  The builtins of these names answer for the
 * calling function; anything else is called. */
Value pyrt_call_frame(Value callee, Value locals, void *args, int64_t nargs,
                      Value kwnames, void *module, int32_t flags)
{
    PyDict *globals = module_dict(module);
    Caller c = {globals, locals ? locals : (Value)globals, flags};

    return call_with_caller(callee, args, nargs, (PyTuple *)kwnames, &c);
}

void pyrt_drop(void *site)
{
    gc_drop(site);
}

/* No register outlives it: what was in them is not kept from dying.  Only
 * compiled code calls it, before pyrt_drop(). */
__attribute__((preserve_none, noinline)) void pyrt_clear_registers(void)
{
    __asm__ volatile("xorl %%eax, %%eax\n xorl %%ecx, %%ecx\n"
                     "xorl %%edx, %%edx\n xorl %%esi, %%esi\n"
                     "xorl %%edi, %%edi\n xorl %%ebx, %%ebx\n"
                     "xorl %%r8d, %%r8d\n xorl %%r9d, %%r9d\n"
                     "xorl %%r10d, %%r10d\n xorl %%r11d, %%r11d\n"
                     "xorl %%r12d, %%r12d\n xorl %%r13d, %%r13d\n"
                     "xorl %%r14d, %%r14d\n xorl %%r15d, %%r15d" ::
                         : "rax", "rcx", "rdx", "rsi", "rdi", "rbx", "r8", "r9",
                           "r10", "r11", "r12", "r13", "r14", "r15", "cc");
}

/* --- making things -------------------------------------------------------- */

Value pyrt_list(void *items, int64_t n)
{
    /* Nobody writes [] without adding to it. */
    return (Value)(n ? list_from_array(items, n) : list_new(3));
}

Value pyrt_set(void *items, int64_t n)
{
    PySet *s = set_from(NULL);

    for (int64_t i = 0; i < n; i++)
        if (set_add(s, ((Value *)items)[i]) < 0)
            return NULL;
    return (Value)s;
}

Value pyrt_dict(int64_t n)
{
    return (Value)dict_new_presized(n);
}

int32_t pyrt_dict_add(Value dict, Value key, Value value)
{
    return dict_set((PyDict *)dict, key, value);
}

int32_t pyrt_set_add(Value set, Value v)
{
    return set_add((PySet *)set, v);
}

Value pyrt_function(void *code, void *module, void *defaults, int64_t ndefaults,
                    void *cells, int64_t ncells)
{
    PyTuple *t = ndefaults ? (PyTuple *)pyrt_tuple(defaults, ndefaults) : NULL;

    if (ndefaults && !t)
        return NULL;
    return function_new_closed(code, module_dict(module), t, cells, ncells);
}

Value pyrt_build_class(void *code, void *module, Value name, Value bases,
                       void *cells, int64_t ncells, Value attr_names)
{
    PyDict *globals = module_dict(module), *body = dict_new();
    Value f = function_new_closed(code, globals, NULL, cells, ncells);
    Value param = (Value)body;

    if (!f || !((PyCode *)code)->entry((PyFunction *)f, &param))
        return NULL;
    return class_build((PyStr *)name, (PyTuple *)bases, body, globals,
                       (PyTuple *)attr_names);
}

Value pyrt_locals(Value names, void *values, int64_t n)
{
    PyDict *d = dict_new();

    for (int64_t i = 0; i < n; i++) {
        Value v = ((Value *)values)[i];

        if (v && dict_set(d, tuple_get((PyTuple *)names, i), v) < 0)
            return NULL;
    }
    return (Value)d;
}

int32_t pyrt_locals_sync(Value dict, Value names, void *values, int64_t n)
{
    PyDict *d = (PyDict *)dict;

    for (int64_t i = 0; i < n; i++) {
        PyStr *name = (PyStr *)tuple_get((PyTuple *)names, i);
        Value v = ((Value *)values)[i];

        if (v ? dict_set_str(d, name, v) < 0
              : dict_get_str_or_null(d, name) &&
                    dict_delete(d, (Value)name) < 0)
            return -1;
    }
    return 0;
}

Value pyrt_locals_get(Value dict, Value name, Value missing)
{
    Value v = dict_get_str_or_null((PyDict *)dict, (PyStr *)name);

    return v ? v : missing;
}

Value pyrt_generator(Value function, void *args, int64_t nargs, int64_t nslots,
                     int64_t nvalues, void *resume)
{
    PyGenerator *g =
        generator_new((PyFunction *)function, resume, nslots, nvalues);

    memcpy(g->slots, args, (size_t)nargs * sizeof(Value));
    return (Value)g;
}

void pyrt_list_reserve(Value list, int64_t n)
{
    list_reserve((PyList *)list, n);
}

/* Loops over these were compiled to counting; where the code falls back to
 * its general form the objects are made.  stop - start fits: the compiler
 * has checked.  On an error edge an exception is pending meanwhile. */
Value pyrt_make_range(int64_t start, int64_t stop)
{
    Value args[] = {value_from_int(start), value_from_int(stop)}, range;
    Value type, value, tb;

    err_fetch(&type, &value, &tb);
    range = op_call((Value)&xrange_type, args, 2, NULL);
    err_restore(type, value, tb);
    return range;
}

Value pyrt_make_range_iter(int64_t next, int64_t stop)
{
    Value range = pyrt_make_range(next, stop), type, value, tb, it;

    err_fetch(&type, &value, &tb);
    it = op_iter(range);
    err_restore(type, value, tb);
    return it;
}

Value pyrt_make_byte_iter(Value str_or_bytearray, int64_t index)
{
    return is_exact_str(str_or_bytearray)
               ? seq_iterator_at(str_or_bytearray, index)
               : bytearray_iterator_at(str_or_bytearray, index);
}

int32_t pyrt_function_known(Value callee, void *code, void *known)
{
    return function_is_known(callee, code, known);
}

/* n < 1: an empty one. */
Value pyrt_packed_new(int64_t byte, int64_t n)
{
    PyStr *p = str_new(n > 0 ? n : 0);

    if (p)
        memset(p->data, (int)byte, (size_t)p->length);
    return (Value)p;
}

Value pyrt_packed_list(Value packed, int64_t ints)
{
    const PyStr *p = (const PyStr *)packed;
    PyList *list = list_new(p->length);
    ListStore *s;

    if (!list)
        return NULL;
    s = list_store(list);
    for (int64_t i = 0; i < p->length; i++) {
        int64_t byte = (unsigned char)p->data[i];

        s->items[i] = ints ? tag_int(byte) : (byte ? TRUE_VALUE : FALSE_VALUE);
    }
    if (p->length)
        atomic_store_explicit(&s->length, p->length, memory_order_release);
    return (Value)list;
}

Value pyrt_make_list_iter(Value list, int64_t index)
{
    PyListIter *it = gc_new(&list_iterator_type, sizeof *it);

    it->list = (PyList *)list;
    it->index = index;
    return (Value)it;
}

Value pyrt_make_tuple_iter(Value tuple, int64_t index)
{
    PyTupleIter *it = gc_new(&tuple_iterator_type, sizeof *it);

    it->tuple = (PyTuple *)tuple;
    it->index = index;
    return (Value)it;
}

/* --- statements ----------------------------------------------------------- */

Value pyrt_import(Value name, void *module, Value fromlist, int32_t level)
{
    return import_statement((PyStr *)name, module_dict(module), fromlist,
                            level);
}

Value pyrt_import_from(Value module, Value name)
{
    return import_from(module, (PyStr *)name);
}

int32_t pyrt_import_star(Value from, Value dict, void *module)
{
    return import_star(from, dict ? (PyDict *)dict : module_dict(module));
}

int32_t pyrt_print_item(Value file, Value v)
{
    return print_item(file == NONE ? NULL : file, v);
}

int32_t pyrt_print_newline(Value file)
{
    return print_newline(file == NONE ? NULL : file);
}

Value pyrt_print_file(Value v)
{
    return v;
}

int32_t pyrt_exec(Value body, Value globals, Value locals, Value own,
                  void *module, int32_t flags)
{
    PyDict *all = module_dict(module);
    Caller c = {all, own ? own : (Value)all, flags};

    return exec_statement(body, globals, locals, &c);
}

int32_t pyrt_display(Value v)
{
    Value hook = sys_get(str_intern("displayhook"));

    if (!hook) {
        err_format(&exc_RuntimeError, "lost sys.displayhook");
        return -1;
    }
    return op_call(hook, &v, 1, NULL) ? 0 : -1;
}

static Value bound_special(Value v, PyStr *name)
{
    Value f;

    if (type_of(v) == &instance_type)
        return op_getattr(v, name);
    f = op_special_or_null(v, name);
    if (f || err_pending())
        return f;
    return err_format(&exc_AttributeError, "%s", str_data(name));
}

Value pyrt_with_exit(Value manager)
{
    return bound_special(manager, NAME(dunder_exit));
}

/* A generator that has not begun and came from a call of its own function. */
Value pyrt_loop_owns(Value it, Value name)
{
    return type_of(it) == &generator_type && generator_is_fresh(it, name)
               ? it
               : NONE;
}

int32_t pyrt_give_up(Value owned)
{
    if (type_of(owned) == &generator_type)
        generator_left(owned);
    else if (owned != NONE)
        file_give_up(owned);
    return 0;
}

Value pyrt_with_enter(Value manager)
{
    Value f = bound_special(manager, NAME(dunder_enter));

    return f ? op_call(f, NULL, 0, NULL) : NULL;
}

/* --- exceptions ----------------------------------------------------------- */

int32_t pyrt_body_ended(void)
{
    return err_clear_stop_iteration() ? 0 : -1;
}

/* A value that cannot be taken for anything but the only argument. */
static Value only_argument(Value v)
{
    if (!is_pointer(v) || as_object(v)->type == &str_type)
        return v;
    return (Value)tuple_pack(1, v);
}

Value pyrt_raise_value(Value callee, void *args, int64_t nargs, Value kwnames,
                       void *value)
{
    Value *v = value;

    *v = NULL;
    if (kwnames || type_of(callee) != &type_type ||
        !(((PyType *)callee)->flags & TYPE_EXCEPTION) ||
        !exception_is_plain((PyType *)callee))
        return pyrt_call(callee, args, nargs, kwnames);
    if (nargs == 1)
        *v = only_argument(*(Value *)args);
    else if (nargs > 1)
        *v = pyrt_tuple(args, nargs);
    return callee;
}

int32_t pyrt_raise(Value type, Value value, Value tb)
{
    ExcInfo *now = thread_state->handled;

    if (type)
        return !err_raise(type, value, tb);
    if (!now) {
        err_format(&exc_TypeError, "exceptions must be old-style classes or "
                                   "derived from BaseException, not NoneType");
        return 1;
    }
    err_again(now);
    return !now->tb;
}

void pyrt_reraise(Value caught)
{
    err_again((ExcInfo *)caught);
}

void pyrt_catch_at(void *caught, int32_t set_exc_info)
{
    ExcInfo *e = caught;

    if (set_exc_info)
        err_catch(e);
    else
        err_take(e);
}

Value pyrt_catch(int32_t set_exc_info)
{
    Value e = (Value)gc_array(sizeof(ExcInfo) / sizeof(Value));

    pyrt_catch_at(e, set_exc_info);
    return e;
}

static Value or_none(Value v)
{
    return v ? v : NONE;
}

Value pyrt_exc_value(Value caught)
{
    return err_caught_value((ExcInfo *)caught);
}

Value pyrt_exc_tb(Value caught)
{
    return or_none(((ExcInfo *)caught)->tb);
}

void pyrt_traceback(void *code, void *module, int32_t line)
{
    PyDict *globals = module_dict(module);
    PyDict *shown =
        frames_shown(code, calling_base(__builtin_frame_address(0)));

    if (shown)
        traceback_add_frame(frame_showing(code, globals, line, shown), line);
    else
        traceback_add(code, globals, line);
}

void pyrt_show_frame(void *code, Value dict)
{
    frames_show(code, calling_base(__builtin_frame_address(0)), (PyDict *)dict);
}
