/* thread: threads that the collector knows, locks on futexes, and
 * thread-local objects.
 *
 * A lock's word: 0 free, 1 held, WAITERS held with waiters, and
 * WAIT_INTERRUPTED. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "cargs.h"
#include "dict.h"
#include "errors.h"
#include "instance.h"
#include "module.h"
#include "names.h"
#include "signals.h"
#include "thread_start.h"
#include "type.h"

#include "methods_declare.h"
#include "thread.def"
#include "thread_lock.def"
#include "methods_end.h"

enum {
    SMALLEST_STACK = 32768,
    DEFAULT_STACK = 64 << 20, /* reserved, committed by use */
    WAITERS = 2,
    FEWEST_SPINS = 8,
    MOST_SPINS = 512 /* some microseconds */
};

static PyType lock_type, local_type;
static Value thread_error;
static int64_t stack_size_setting;

/* --- locks -------------------------------------------------------------------
 */

typedef struct PyThreadLock {
    PyObject head;
    _Atomic uint32_t word;
} PyThreadLock;

static PyThreadLock *lock_of(Value v)
{
    return (PyThreadLock *)v;
}

static Value thread_allocate_lock(Value self, const Value *args, Py_ssize nargs)
{
    return gc_new(&lock_type, sizeof(PyThreadLock));
}

/* Before the first thread is started nobody else looks at the word, and
 * starting one publishes it: loads and stores do. */
static inline bool try_lock(PyThreadLock *l)
{
    uint32_t free_word = 0;

    if (rt_threaded)
        return atomic_compare_exchange_strong(&l->word, &free_word, 1);
    if (atomic_load_explicit(&l->word, memory_order_relaxed))
        return false;
    atomic_store_explicit(&l->word, 1, memory_order_relaxed);
    return true;
}

/* The word that was there. */
static inline uint32_t set_free(PyThreadLock *l)
{
    uint32_t was;

    if (rt_threaded)
        return atomic_exchange(&l->word, 0);
    was = atomic_load_explicit(&l->word, memory_order_relaxed);
    atomic_store_explicit(&l->word, 0, memory_order_relaxed);
    return was;
}

/* Looks for a while whether the lock becomes free: it is mostly held for very
 * short, and sleeping costs two switches.  Spins that are in vain become
 * fewer. */
static bool spin_for(PyThreadLock *l)
{
    ThreadState *t = thread_state;

    for (int i = 0; i < t->lock_spins; i++) {
        if (atomic_load_explicit(&l->word, memory_order_relaxed) == 0 &&
            try_lock(l)) {
            if (t->lock_spins < MOST_SPINS)
                t->lock_spins *= 2;
            return true;
        }
        __builtin_ia32_pause();
    }
    t->lock_spins =
        t->lock_spins > FEWEST_SPINS ? t->lock_spins / 2 : FEWEST_SPINS;
    return false;
}

/* The thread wakes without taking the lock: others that sleep must not lose
 * the wake that it may have used up. */
static void pass_on(PyThreadLock *l)
{
    uint32_t old = atomic_load(&l->word);

    while (old && !atomic_compare_exchange_weak(&l->word, &old, old | WAITERS))
        ;
    if (!old)
        syscall(SYS_futex, &l->word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

/* until: absolute monotonic time, NULL for ever.  1 got it, 0 time is over,
 * -1 a signal handler raised. */
static int wait_lock(PyThreadLock *l, const struct timespec *until)
{
    int r;

    if (try_lock(l))
        return 1;
    lock_owner_away();
    r = spin_for(l);
    lock_owner_back();
    if (r)
        return 1;
    while (atomic_exchange(&l->word, WAITERS)) {
        r = thread_wait(&l->word, WAITERS, until);
        if (r > 0)
            continue;
        if (r == 0 && try_lock(l))
            return 1;
        pass_on(l);
        return r;
    }
    return 1;
}

static Value wait_result(int r)
{
    return r < 0 ? NULL : value_from_bool(r);
}

static Value lock_acquire_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t wait;

    if (nargs == 0 && try_lock(lock_of(self)))
        return value_from_bool(true);
    if (!optional_int(args, nargs, 0, 1, &wait))
        return NULL;
    if (!wait)
        return value_from_bool(try_lock(lock_of(self)));
    return wait_result(wait_lock(lock_of(self), NULL));
}

static Value lock_acquire_timed(Value self, const Value *args, Py_ssize nargs)
{
    double seconds = value_as_double(args[0]), whole;
    struct timespec t;

    if (seconds == -1.0 && err_pending())
        return NULL;
    if (seconds <= 0)
        return value_from_bool(try_lock(lock_of(self)));
    if (seconds > 1e9)
        seconds = 1e9;
    clock_gettime(CLOCK_MONOTONIC, &t);
    whole = (double)(int64_t)seconds;
    t.tv_sec += (time_t)whole;
    t.tv_nsec += (long)((seconds - whole) * 1e9);
    if (t.tv_nsec >= 1000000000) {
        t.tv_sec++;
        t.tv_nsec -= 1000000000;
    }
    return wait_result(wait_lock(lock_of(self), &t));
}

static Value lock_release_method(Value self, const Value *args, Py_ssize nargs)
{
    PyThreadLock *l = lock_of(self);
    uint32_t was = set_free(l);

    if (was == 0)
        return err_format((PyType *)thread_error, "release unlocked lock");
    if (was & WAITERS)
        syscall(SYS_futex, &l->word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    return NONE;
}

static Value lock_exit_method(Value self, const Value *args, Py_ssize nargs)
{
    return lock_release_method(self, NULL, 0);
}

static Value lock_locked(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(lock_of(self)->word != 0);
}

static const NativeDef lock_methods[] = {
#include "methods_table.h"
#include "thread_lock.def"
#include "methods_end.h"
    {0}};

static PyType lock_type = {.head.type = &type_type,
                           .name = "thread.lock",
                           .base = &object_type,
                           .basic_size = sizeof(PyThreadLock),
                           .methods = lock_methods};

/* --- threads
 * -------------------------------------------------------------------- */

static void report_unhandled(Value function)
{
    Value type, value, tb, file;

    if (err_matches(&exc_SystemExit)) {
        err_clear();
        return;
    }
    err_fetch(&type, &value, &tb);
    file = sys_get(NAME(stderr));
    if (file && file != NONE) {
        Value text = op_repr(function);

        if (file_write_text(file, "Unhandled exception in thread started "
                                  "by ") < 0 ||
            !text || file_write_value(file, text) < 0 ||
            file_write_text(file, "\n") < 0)
            err_clear();
    }
    err_restore(type, value, tb);
    err_print();
}

void thread_run_boot(Boot *boot)
{
    if (!call_ex(boot->function, NULL, 0, NULL, boot->args, boot->kwargs))
        report_unhandled(boot->function);
}

static Value thread_start_new(Value self, const Value *args, Py_ssize nargs)
{
    Boot *boot;
    int64_t ident;

    if (!type_of(args[0])->call)
        return err_format(&exc_TypeError, "first arg must be callable");
    if (!has_type_flag(args[1], TYPE_TUPLE))
        return err_format(&exc_TypeError, "2nd arg must be a tuple");
    if (nargs > 2 && !has_type_flag(args[2], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "optional 3rd arg must be a dictionary");
    boot = gc_permanent(sizeof *boot);
    boot->function = args[0];
    boot->args = args[1];
    boot->kwargs = nargs > 2 ? args[2] : NULL;
    boot->stack_size = stack_size_setting ? stack_size_setting : DEFAULT_STACK;
    if (thread_start(boot, &ident) != 0) {
        GC_free(boot);
        return err_format((PyType *)thread_error, "can't start new thread");
    }
    return value_from_int(ident);
}

static Value thread_get_ident(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(thread_state->ident);
}

static Value thread_count(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(thread_running_count());
}

static Value thread_exit(Value self, const Value *args, Py_ssize nargs)
{
    return err_set(&exc_SystemExit, NULL);
}

/* A thread is about to end: what only its local objects held, or what it let
 * go of last, dies before it can be joined.  A collection takes a hundred times
 * what a short thread does: after some in vain only each second, fourth ...
 * thread has one, until there are more or fewer objects that can be seen to
 * die. */
static Value thread_forget(Value self, const Value *args, Py_ssize nargs)
{
    static DropSite site;
    static _Atomic int64_t watched;
    uint32_t skip = __atomic_load_n(&site.skip, __ATOMIC_RELAXED);

    thread_state->locals = NULL;
    if (skip > 0 && watched == gc_watched) {
        __atomic_store_n(&site.skip, skip - 1, __ATOMIC_RELAXED);
    } else {
        gc_drop(&site);
        watched = gc_watched;
    }
    return NONE;
}

static Value thread_interrupt_main(Value self, const Value *args,
                                   Py_ssize nargs)
{
    signals_interrupt_main();
    return NONE;
}

static Value thread_stack_size(Value self, const Value *args, Py_ssize nargs)
{
    int64_t old = stack_size_setting, size;

    if (!optional_ssize(args, nargs, 0, 0, &size))
        return NULL;
    if (size < 0)
        return err_format(&exc_ValueError,
                          "size must be 0 or a positive value");
    if (nargs && size != 0 && size < SMALLEST_STACK)
        return err_format(&exc_ValueError, "size not valid: %ld bytes",
                          (long)size);
    if (nargs)
        stack_size_setting = size;
    return value_from_int(old);
}

/* --- thread-local objects
 * ------------------------------------------------------------ */

/* Attributes live in a dict per thread, found under the object's key in the
 * thread state's dict of them. */
typedef struct PyLocal {
    PyObject head;
    PyTuple *args, *kwnames; /* for __init__ in each new thread */
    Value key;
} PyLocal;

static _Atomic int64_t local_keys;

static Value local_new(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    Py_ssize nkw = kwnames ? kwnames->length : 0;
    PyLocal *l;

    if (nargs + nkw > 0 && type->init == object_type.init)
        return err_format(&exc_TypeError,
                          "Initialization arguments are not supported");
    l = type->flags & TYPE_HEAP ? instance_new(type) : gc_new(type, sizeof *l);
    l->args = tuple_new(nargs + nkw);
    if (!l->args)
        return NULL;
    memcpy(l->args->items, args, (nargs + nkw) * sizeof(Value));
    l->kwnames = kwnames;
    l->key = value_from_int(atomic_fetch_add(&local_keys, 1));
    if (!thread_state->locals)
        thread_state->locals = dict_new();
    if (dict_set(thread_state->locals, l->key, (Value)dict_new()) < 0)
        return NULL;
    return (Value)l;
}

/* This thread's dict; makes it, and runs __init__, on first use. */
static PyDict *local_dict(Value self)
{
    PyLocal *l = (PyLocal *)self;
    ThreadState *t = thread_state;
    Py_ssize nkw = l->kwnames ? l->kwnames->length : 0;
    Value d;

    if (!t->locals)
        t->locals = dict_new();
    d = dict_get_or_null(t->locals, l->key);
    if (d)
        return (PyDict *)d;
    d = (Value)dict_new();
    if (!d || dict_set(t->locals, l->key, d) < 0)
        return NULL;
    if (type_of(self)->init != object_type.init &&
        type_of(self)->init(self, l->args->items, l->args->length - nkw,
                            l->kwnames) < 0) {
        dict_take(t->locals, l->key, &d);
        return NULL;
    }
    return (PyDict *)d;
}

static Value local_getattr(Value self, PyStr *name)
{
    PyDict *d = local_dict(self);
    PyType *t = type_visible(type_of(self));
    Value descr, v;

    if (!d)
        return NULL;
    if (name == NAME(dunder_dict))
        return (Value)d;
    descr = type_lookup_or_null(t, name);
    if (descr && type_of(descr)->descr_get && type_of(descr)->descr_set)
        return type_of(descr)->descr_get(descr, self, t);
    v = dict_get_str_or_null(d, name);
    if (v)
        return v;
    if (descr)
        return type_of(descr)->descr_get
                   ? type_of(descr)->descr_get(descr, self, t)
                   : descr;
    return err_format(&exc_AttributeError,
                      "'%.50s' object has no attribute '%.400s'",
                      type_name_of(self), str_data(name));
}

static int local_setattr(Value self, PyStr *name, Value v)
{
    PyDict *d = local_dict(self);
    Value descr, old;

    if (!d)
        return -1;
    if (name == NAME(dunder_dict)) {
        err_format(&exc_AttributeError,
                   "'%.50s' object attribute '__dict__' is read-only",
                   type_name_of(self));
        return -1;
    }
    descr = type_lookup_or_null(type_of(self), name);
    if (descr && type_of(descr)->descr_set)
        return type_of(descr)->descr_set(descr, self, v);
    if (v)
        return dict_set_str(d, name, v);
    if (dict_take(d, (Value)name, &old) == 1)
        return 0;
    err_set(&exc_AttributeError, (Value)name);
    return -1;
}

static PyType local_type = {.head.type = &type_type,
                            .name = "thread._local",
                            .base = &object_type,
                            .flags = TYPE_BASETYPE,
                            .basic_size = sizeof(PyLocal),
                            .getattr = local_getattr,
                            .setattr = local_setattr,
                            .new_instance = local_new};

/* --- the module
 * ------------------------------------------------------------------------- */

static int thread_init_module(PyModule *m)
{
    Value args[3];
    PyDict *dict = dict_new();

    if (type_ready(&lock_type) < 0 || type_ready(&local_type) < 0 || !dict ||
        dict_set_str(dict, NAME(dunder_module), (Value)str_intern("thread")) <
            0)
        return -1;
    args[0] = (Value)str_from_c("error");
    args[1] = (Value)tuple_pack(1, (Value)&exc_Exception);
    args[2] = (Value)dict;
    thread_error = op_call((Value)&type_type, args, 3, NULL);
    if (module_add(m, "error", thread_error) < 0 ||
        module_add(m, "LockType", (Value)&lock_type) < 0)
        return -1;
    return module_add(m, "_local", (Value)&local_type);
}

static const NativeDef thread_functions[] = {
#include "methods_table.h"
#include "thread.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_thread = {
    .name = "thread",
    .doc = "Starts threads and makes locks; threading builds on it.",
    .functions = thread_functions,
    .init = thread_init_module};
