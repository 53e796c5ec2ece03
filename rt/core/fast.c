/* Entries that are inlined into compiled code from -O1 on: this file is
 * compiled into the runtime and, once more, to the bitcode that pyllc links
 * into each module.  Each is the common case and a call for the rest. */
#include "entry.h"

#include "bytearray.h"
#include "dict.h"
#include "errors.h"
#include "function.h"
#include "iterators.h"
#include "list.h"
#include "number_fast.h"
#include "shape.h"
#include "str.h"
#include "tuple.h"
#include "word.h"

#define UNLIKELY(x) __builtin_expect(!!(x), 0)

/* --- variables ------------------------------------------------------------ */

Value pyrt_load_global(void *module, void *slot, Value name, void *cache)
{
    Value v = __atomic_load_n((Value *)slot, __ATOMIC_ACQUIRE);

    return v ? v : pyrt_load_global_slow(module, slot, name, cache);
}

Value pyrt_load_builtin(void *module, void *slot, Value name, void *cache)
{
    Value v = __atomic_load_n((Value *)slot, __ATOMIC_ACQUIRE), *cell;

    if (v)
        return v;
    cell = atomic_load_explicit(&((GlobalCache *)cache)->cell,
                                memory_order_acquire);
    if (cell) {
        v = __atomic_load_n(cell, __ATOMIC_ACQUIRE);
        if (v)
            return v;
    }
    return pyrt_load_global_slow(module, slot, name, cache);
}

int32_t pyrt_store_global(void *module, void *slot, Value name, Value v)
{
    if (*(Value *)slot) {
        __atomic_store_n((Value *)slot, v, __ATOMIC_RELEASE);
        return 0;
    }
    return pyrt_store_global_slow(module, slot, name, v);
}

Value pyrt_new_cell(Value init)
{
    PyCell *c = gc_new(&cell_type, sizeof *c);

    atomic_store_explicit(&c->value, init, memory_order_relaxed);
    return (Value)c;
}

Value pyrt_cell_get(Value cell)
{
    return atomic_load_explicit(&((PyCell *)cell)->value, memory_order_acquire);
}

void pyrt_cell_set(Value cell, Value v)
{
    atomic_store_explicit(&((PyCell *)cell)->value, v, memory_order_release);
}

Value pyrt_closure_cell(Value function, int64_t index)
{
    return ((PyFunction *)function)->closure[index];
}

/* --- attributes and items ------------------------------------------------- */

Value pyrt_getattr(Value o, Value name, void *cache)
{
    return attr_load(o, (PyStr *)name, cache);
}

int32_t pyrt_setattr(Value o, Value name, Value v, void *cache)
{
    return attr_store(o, (PyStr *)name, v, cache);
}

/* Only where the right operand has no say: a number, or of the same class. */
Value pyrt_special(Value a, Value b, Value name, int32_t augmented, void *cache)
{
    const SpecialEntry *e = atomic_load_explicit(
        &((SpecialCache *)cache)->entry, memory_order_acquire);

    if (!is_pointer(a))
        return NULL;
    if (e &&
        atomic_load_explicit(&as_object(a)->type->version,
                             memory_order_relaxed) == e->version &&
        (!is_pointer(b) || as_object(b)->type == as_object(a)->type))
        return e->function;
    return pyrt_special_slow(a, b, name, augmented, cache);
}

Value pyrt_special_rest(Value result, Value a, Value b, int64_t op)
{
    return result != NOT_IMPLEMENTED ? result
                                     : pyrt_special_rest_slow(a, b, op);
}

int32_t pyrt_is_shape(Value o, void *shape)
{
    if (!is_pointer(o))
        return 0;
    if (atomic_load_explicit(&as_object(o)->type->fits, memory_order_relaxed) &
        atomic_load_explicit(&((Shape *)shape)->bit, memory_order_relaxed))
        return 1;
    return pyrt_is_shape_slow(o, shape);
}

int32_t pyrt_store_slot(Value o, int64_t offset, Value v)
{
    Value *slot = slot_at(o, (uint64_t)offset);

    if (!__atomic_load_n(slot, __ATOMIC_RELAXED) &&
        as_object(o)->flags & OBJ_HAS_DICT)
        return 0;
    __atomic_store_n(slot, v, __ATOMIC_RELEASE);
    return 1;
}

int32_t pyrt_next_pair(Value it, void *out)
{
    return type_of(it) == &pairs_type ? pairs_next_pair(it, out)
                                      : op_next_pair(it, out);
}

Value pyrt_load_method(Value o, Value name, void *cache, void *self)
{
    Value callee;

    return method_load(o, (PyStr *)name, cache, &callee, self) ? callee : NULL;
}

Value pyrt_getitem(Value o, Value k)
{
    if (is_tagged_int(k) && is_exact_list(o)) {
        Value v = list_item_or_null((PyList *)o, (uint64_t)tagged_int_value(k));

        if (v)
            return v;
    }
    if (is_pointer(o) && as_object(o)->type == &dict_type)
        return dict_subscript(o, k);
    if (is_tagged_int(k) && is_pointer(o) &&
        as_object(o)->type == &tuple_type) {
        Value v = pyrt_tuple_load(o, tagged_int_value(k));

        if (v)
            return v;
    }
    return op_getitem(o, k);
}

int32_t pyrt_setitem(Value o, Value k, Value v)
{
    if (is_tagged_int(k) && is_exact_list(o))
        return list_set_index((PyList *)o, tagged_int_value(k), v);
    return op_setitem(o, k, v);
}

/* --- operators ------------------------------------------------------------ */

#define BINARY(name)                                                           \
    Value pyrt_##name(Value a, Value b)                                        \
    {                                                                          \
        return num_##name(a, b);                                               \
    }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(div)
BINARY(floordiv)
BINARY(truediv)
BINARY(mod)
BINARY(and)
BINARY(xor)
BINARY(or)
BINARY(lt)
BINARY(le)
BINARY(eq)
BINARY(ne)
BINARY(gt)
BINARY(ge)
#undef BINARY

Value pyrt_neg(Value a)
{
    return num_neg(a);
}

static bool both_numbers(Value a, Value b)
{
    return BOTH_TAGGED_INTS(a, b) || both_tagged_floats(a, b);
}

Value pyrt_iadd(Value a, Value b)
{
    return both_numbers(a, b) ? num_add(a, b) : op_inplace(BIN_add, a, b);
}

Value pyrt_isub(Value a, Value b)
{
    return both_numbers(a, b) ? num_sub(a, b) : op_inplace(BIN_sub, a, b);
}

Value pyrt_imul(Value a, Value b)
{
    return both_numbers(a, b) ? num_mul(a, b) : op_inplace(BIN_mul, a, b);
}

#define TRUTH(name)                                                            \
    int32_t pyrt_truth_##name(Value a, Value b)                                \
    {                                                                          \
        return num_##name##_bool(a, b);                                        \
    }
TRUTH(lt)
TRUTH(le)
TRUTH(eq)
TRUTH(ne)
TRUTH(gt)
TRUTH(ge)
#undef TRUTH

int32_t pyrt_truth(Value v)
{
    if (v == TRUE_VALUE)
        return 1;
    if (v == FALSE_VALUE || v == NONE)
        return 0;
    if (is_tagged_int(v))
        return v != tag_int(0);
    return op_is_true(v);
}

/* --- calls ---------------------------------------------------------------- */

Value pyrt_call(Value callee, void *args, int64_t nargs, Value kwnames)
{
    if (!kwnames && is_pointer(callee) &&
        as_object(callee)->type == &function_type) {
        PyFunction *f = (PyFunction *)callee;

        if (takes_exactly(f->code, nargs))
            return f->code->entry(f, args);
    }
    return op_call_direct(callee, args, nargs, (PyTuple *)kwnames);
}

Value pyrt_call_bound(Value callee, void *args, int64_t nargs, Value kwnames)
{
    Value *a = args;

    if (!a[0]) {
        a++;
        nargs--;
    } else if (!kwnames && is_pointer(callee) &&
               as_object(callee)->type == &method_descriptor_type) {
        return call_c_method(callee, a, nargs);
    }
    return pyrt_call(callee, a, nargs, kwnames);
}

/* The depth is put back, not counted down: a store that waits for no load. */
int32_t pyrt_enter(void)
{
    int32_t depth = thread_state->depth;

    return recursion_enter("") < 0 ? -1 : depth;
}

int32_t pyrt_may_enter(void)
{
    return thread_state->depth < thread_state->depth_limit;
}

void pyrt_leave(int32_t depth)
{
    thread_state->depth = depth;
}

int32_t pyrt_enter_nested(int32_t calls)
{
    thread_state->depth += calls - 1;
    if (recursion_enter(" while calling a Python object") == 0)
        return 0;
    thread_state->depth -= calls - 1;
    return -1;
}

void pyrt_leave_nested(int32_t calls)
{
    thread_state->depth -= calls;
}

Value pyrt_new_object(Value callee, void *init, void *cache)
{
    PyType *t = (PyType *)callee;
    uint64_t version = atomic_load_explicit(&((ClassCache *)cache)->version,
                                            memory_order_relaxed);

    if (is_pointer(callee) && as_object(callee)->type == &type_type &&
        atomic_load_explicit(&t->version, memory_order_relaxed) == version)
        return gc_new(t, t->instance_size);
    return pyrt_new_object_slow(callee, init, cache);
}

Value pyrt_stand_in(Value callee, void *init, void *cache)
{
    StandIn *s = cache;
    uint64_t version =
        atomic_load_explicit(&s->cache.version, memory_order_acquire);

    if (is_pointer(callee) && as_object(callee)->type == &type_type &&
        atomic_load_explicit(&((PyType *)callee)->version,
                             memory_order_relaxed) == version &&
        s->head.type == (PyType *)callee)
        return (Value)&s->head;
    return pyrt_stand_in_slow(callee, init, cache);
}

int32_t pyrt_is_method(Value o, void *code, Value name, void *cache)
{
    const AttrEntry *e;
    uint32_t version;

    if (is_pointer(o)) {
        version = atomic_load_explicit(&as_object(o)->type->version,
                                       memory_order_relaxed);
        e = atomic_load_explicit(
            &((AttrCache *)cache)->way[version % ATTR_WAYS],
            memory_order_acquire);
        if (e && version == e->method_version &&
            !(as_object(o)->flags & OBJ_HAS_DICT) && is_pointer(e->value) &&
            as_object(e->value)->type == &function_type)
            return ((PyFunction *)e->value)->code == code;
    }
    return pyrt_is_method_slow(o, code, name, cache);
}

/* --- making things -------------------------------------------------------- */

/* Displays are short: those that no list of free memory has go the long way. */
Value pyrt_tuple(void *items, int64_t n)
{
    const int64_t small = (GC_LIST_MAX - sizeof(PyTuple)) / sizeof(Value);
    Value *values = items;
    PyTuple *t;

    if (n == 2)
        return tuple_pair(values[0], values[1]);
    if (n == 0 || n > small)
        return (Value)tuple_from_array(values, n);
    t = tuple_new_small(n, tuple_needs_scan(values, n));
    if (UNLIKELY(!t))
        return NULL;
    for (int64_t i = 0; i < n; i++)
        t->items[i] = values[i];
    return (Value)t;
}

int32_t pyrt_list_add(Value list, Value v)
{
    return list_push((PyList *)list, v);
}

Value pyrt_resumed(Value sent)
{
    return sent;
}

Value pyrt_box_int(int64_t i)
{
    return value_from_int(i);
}

Value pyrt_box_float(double d)
{
    return value_from_double(d);
}

int32_t pyrt_is_float(Value v)
{
    return __builtin_expect(is_tagged_float(v), 1) ||
           (v && is_pointer(v) && as_object(v)->type == &float_type);
}

double pyrt_unbox_float(Value v)
{
    return float_value(v);
}

/* --- unpacking and iteration ---------------------------------------------- */

int32_t pyrt_unpack(Value v, int64_t n, void *out)
{
    if (is_pointer(v) && as_object(v)->type == &tuple_type &&
        ((PyTuple *)v)->length == n) {
        for (int64_t i = 0; i < n; i++)
            ((Value *)out)[i] = ((PyTuple *)v)->items[i];
        return 0;
    }
    return unpack_sequence(v, n, out);
}

Value pyrt_iter(Value v)
{
    return op_iter(v);
}

/* Resumes a generator that is idle and begun or new, while there is one thread;
 * see rt/types/generator.c. */
static inline Value next_of_generator(PyGenerator *g)
{
    ThreadState *t = thread_state;
    ExcInfo *handled = t->handled;
    Value v;

    if (UNLIKELY(rt_threaded || g->delegate || g->state < 0 || g->running ||
                 t->depth >= t->depth_limit ||
                 (char *)__builtin_frame_address(0) < t->stack_limit))
        return generator_type.next((Value)g);
    t->depth++;
    g->running = 1;
    v = g->resume(g, NONE);
    t->depth--;
    t->handled = handled;
    if (!v)
        generator_finish(g);
    g->running = 0;
    return v;
}

/* Only before the generator is suspended. */
void pyrt_delegate(void *generator, Value it, int32_t line)
{
    PyGenerator *g = generator;

    if (is_pointer(it) && as_object(it)->type == &generator_type) {
        g->delegate = as_object(it);
        g->line = line;
    }
}

Value pyrt_next(Value it)
{
    PyType *t = type_of(it);

    if (t == &generator_type)
        return next_of_generator((PyGenerator *)it);

    return t->next ? t->next(it) : op_next(it);
}

Value pyrt_next_delegated(Value it, void *generator)
{
    if (UNLIKELY(((PyGenerator *)generator)->delegate != NULL)) {
        generator_delegate_ended(generator);
        return NULL;
    }
    return pyrt_next(it);
}

int32_t pyrt_next_failed(void)
{
    return thread_state->exc_type != NULL && !err_clear_stop_iteration();
}

int32_t pyrt_safepoint(void)
{
    return thread_safepoint();
}

void *pyrt_handled_save(void)
{
    return thread_state->handled;
}

void pyrt_handled_restore(void *handled)
{
    thread_state->handled = handled;
}

Value pyrt_exc_type(Value caught)
{
    Value type = ((ExcInfo *)caught)->type;

    return type ? type : NONE;
}

int32_t pyrt_exc_match(Value type, Value pattern)
{
    return type == pattern && type != NONE ? 1
                                           : exception_matches(type, pattern);
}

/* --- typed fast paths ----------------------------------------------------- */

int32_t pyrt_is_builtin(Value callee, int64_t which)
{
    return callee == known_builtins[which];
}

static int32_t has_type(Value v, PyType *t)
{
    return is_pointer(v) && as_object(v)->type == t;
}

int32_t pyrt_is_math(Value module, int64_t which)
{
    KnownMath *k = &known_math[which];

    return module == math_module &&
           __atomic_load_n(k->cell, __ATOMIC_RELAXED) == k->function;
}

Value pyrt_builtin_len(Value v)
{
    if (has_type(v, &str_type))
        return tag_int(((PyStr *)v)->length);
    if (has_type(v, &tuple_type))
        return tag_int(((PyTuple *)v)->length);
    if (has_type(v, &dict_type))
        return tag_int(dict_used((PyDict *)v));
    return builtin_len_slow(v);
}

/* An exact instance is one whatever the class's hooks say. */
Value pyrt_builtin_isinstance(Value v, Value cls)
{
    if (is_pointer(v) && (Value)as_object(v)->type == cls)
        return TRUE_VALUE;
    return builtin_isinstance_slow(v, cls);
}

Value pyrt_builtin_next(Value it, Value other)
{
    PyType *t = type_of(it);
    Value v;

    if (t == &generator_type)
        v = next_of_generator((PyGenerator *)it);
    else if (t->next)
        v = t->next(it);
    else
        return builtin_next_slow(it, other);
    return v ? v : builtin_next_end(other);
}

Value pyrt_builtin_ord(Value v)
{
    if (has_type(v, &str_type) && ((PyStr *)v)->length == 1)
        return tag_int((unsigned char)((PyStr *)v)->data[0]);
    return builtin_ord_slow(v);
}

Value pyrt_builtin_chr(Value v)
{
    return builtin_chr_slow(v);
}

int32_t pyrt_is_exact_list(Value v)
{
    return has_type(v, &list_type);
}

int32_t pyrt_is_exact_str(Value v)
{
    return has_type(v, &str_type);
}

int32_t pyrt_is_exact_bytearray(Value v)
{
    return has_type(v, &bytearray_type);
}

int32_t pyrt_is_exact_tuple(Value v)
{
    return has_type(v, &tuple_type);
}

int32_t pyrt_is_exact_dict(Value v)
{
    return has_type(v, &dict_type);
}

int64_t pyrt_list_length(Value list)
{
    return list_len((PyList *)list);
}

Value pyrt_list_load(Value list, int64_t i)
{
    return list_item_or_null((PyList *)list, (uint64_t)i);
}

Value pyrt_tuple_load(Value tuple, int64_t i)
{
    PyTuple *self = (PyTuple *)tuple;

    if (i < 0)
        i += self->length;
    return (uint64_t)i < (uint64_t)self->length ? self->items[i] : NULL;
}

int64_t pyrt_str_byte(Value str, int64_t i)
{
    PyStr *self = (PyStr *)str;

    return (uint64_t)i < (uint64_t)self->length ? (unsigned char)self->data[i]
                                                : -1;
}

int64_t pyrt_bytearray_byte(Value b, int64_t i)
{
    Span s = bytearray_span(b);

    return (uint64_t)i < (uint64_t)s.length ? (unsigned char)s.data[i] : -1;
}

int32_t pyrt_byte_store(Value b, int64_t i, int64_t byte)
{
    PyByteArray *self = (PyByteArray *)b;
    bool done = false;
    Span s;

    lock_acquire(&self->head.lock);
    s = bytearray_span(b);
    if ((uint64_t)i < (uint64_t)s.length && (uint64_t)byte < 256) {
        ((char *)s.data)[i] = (char)byte;
        done = true;
    }
    lock_release(&self->head.lock);
    return done;
}

Value pyrt_char_str(int64_t c)
{
    PyStr *one = atomic_load_explicit(&short_strs[c], memory_order_acquire);

    return (Value)(one ? one : str_char((unsigned char)c));
}

int32_t pyrt_str_equal(Value a, Value b)
{
    PyStr *s = (PyStr *)a, *t = (PyStr *)b;

    return s == t || (s->length == t->length && s->data[0] == t->data[0] &&
                      memcmp(s->data, t->data, (size_t)s->length) == 0);
}

int32_t pyrt_list_put(Value list, Value v)
{
    PyList *self = (PyList *)list;
    bool owned, done;

    owned = lock_enter(&self->head.lock);
    done = list_add_locked(self, v);
    lock_leave(&self->head.lock, owned);
    return done;
}

int32_t pyrt_list_store(Value list, int64_t i, Value v)
{
    PyList *self = (PyList *)list;
    ListStore *s;
    bool owned, done = false;

    owned = lock_enter(&self->head.lock);
    s = list_store(self);
    if ((uint64_t)i < (uint64_t)store_length(s)) {
        word_store(&s->items[i], v);
        done = true;
    }
    lock_leave(&self->head.lock, owned);
    return done;
}

int32_t pyrt_function_is(Value callee, void *code)
{
    return has_type(callee, &function_type) &&
           ((PyFunction *)callee)->code == code;
}
