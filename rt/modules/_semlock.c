/* Module _semlock: semaphores and locks between processes.
 *
 * A POSIX semaphore in memory that forked processes share.  Who holds it how
 * often is known to the process only, and forgotten in the child of a fork. */
#include "cargs.h"
#include "instance.h"
#include "module_support.h"
#include "str.h"
#include "thread.h"

#include <errno.h>
#include <limits.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { RECURSIVE_MUTEX, SEMAPHORE };

typedef struct PySemLock {
    PyObject head;
    sem_t *sem; /* a page of shared memory */
    int kind, maxvalue;
    _Atomic int count;
    _Atomic int64_t owner;
    _Atomic pid_t pid; /* of the process that count and owner are about */
} PySemLock;

#define SELF ((PySemLock *)self)

static PyType semlock_type;

static void unmap(PyObject *o)
{
    munmap(((PySemLock *)o)->sem, sizeof(sem_t));
}

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    static const char *const names[] = {"kind", "value", "maxvalue"};
    Value given[3];
    int64_t n[3];
    PySemLock *s;
    void *p;

    if (args_parse("SemLock", args, nargs, kwnames, names, 3, 3, given) < 0)
        return NULL;
    for (int i = 0; i < 3; i++)
        if ((n[i] = value_as_c_int(given[i])) == -1 && err_pending())
            return NULL;
    if ((n[0] != RECURSIVE_MUTEX && n[0] != SEMAPHORE) || n[1] < 0)
        return err_format(&exc_ValueError, "unrecognized kind");
    p = mmap(NULL, sizeof(sem_t), PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED || sem_init(p, 1, (unsigned)n[1]) < 0)
        return err_from_errno(&exc_OSError, NULL);
    s = instance_new(type);
    s->sem = p;
    s->kind = (int)n[0];
    s->maxvalue = (int)n[2];
    s->pid = getpid();
    gc_on_unreachable(&s->head, unmap);
    return (Value)s;
}

static int init_nothing(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return 0;
}

/* How often this process holds it. */
static int held(PySemLock *s)
{
    if (s->pid != getpid()) {
        s->count = 0;
        s->pid = getpid();
    }
    return s->count;
}

static bool is_mine(PySemLock *s)
{
    return held(s) > 0 && s->owner == thread_state->ident;
}

/* Waits until the time, for ever without one; 1 done, 0 late, -1. */
static int wait_for(sem_t *sem, const struct timespec *end)
{
    while (sem_trywait(sem) < 0) {
        if (errno == EAGAIN &&
            (end ? sem_timedwait(sem, end) : sem_wait(sem)) == 0)
            return 1;
        if (errno == ETIMEDOUT)
            return 0;
        if (errno != EINTR && errno != EAGAIN) {
            err_from_errno(&exc_OSError, NULL);
            return -1;
        }
        if (thread_safepoint() < 0)
            return -1;
    }
    return 1;
}

static struct timespec after(double seconds)
{
    struct timespec t;

    clock_gettime(CLOCK_REALTIME, &t);
    if (seconds < 0)
        seconds = 0;
    if (seconds > 1e9)
        seconds = 1e9;
    t.tv_sec += (time_t)seconds;
    t.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
    if (t.tv_nsec >= 1000000000) {
        t.tv_nsec -= 1000000000;
        t.tv_sec++;
    }
    return t;
}

static Value s_acquire(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"block", "timeout"};
    struct timespec end;
    bool limited = false;
    int block = 1, got;
    Value given[2];

    if (args_parse("acquire", args, nargs, kwnames, names, 0, 2, given) < 0 ||
        (given[0] && (block = op_is_true(given[0])) < 0))
        return NULL;
    if (SELF->kind == RECURSIVE_MUTEX && is_mine(SELF)) {
        SELF->count++;
        return TRUE_VALUE;
    }
    if (given[1] && given[1] != NONE) {
        double seconds = value_as_double(given[1]);

        if (seconds == -1.0 && err_pending())
            return NULL;
        end = after(seconds);
        limited = true;
    }
    if (block)
        got = wait_for(SELF->sem, limited ? &end : NULL);
    else
        got = sem_trywait(SELF->sem) == 0;
    if (got < 0)
        return NULL;
    if (got) {
        held(SELF);
        SELF->count++;
        SELF->owner = thread_state->ident;
    }
    return value_from_bool(got);
}

static Value s_release(Value self, const Value *args, Py_ssize nargs)
{
    int value;

    if (SELF->kind == RECURSIVE_MUTEX) {
        if (!is_mine(SELF))
            return err_format(&exc_AssertionError,
                              "attempt to release recursive lock not owned by "
                              "thread");
        if (SELF->count > 1) {
            SELF->count--;
            return NONE;
        }
    } else if (sem_getvalue(SELF->sem, &value) == 0 &&
               value >= SELF->maxvalue) {
        return err_format(&exc_ValueError,
                          "semaphore or lock released too many times");
    }
    held(SELF);
    SELF->count--;
    if (sem_post(SELF->sem) < 0)
        return err_from_errno(&exc_OSError, NULL);
    return NONE;
}

static Value s_enter(Value self, const Value *args, Py_ssize nargs)
{
    return s_acquire(self, NULL, 0, NULL);
}

static Value s_count(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(held(SELF));
}

static Value s_is_mine(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(is_mine(SELF));
}

static Value s_get_value(Value self, const Value *args, Py_ssize nargs)
{
    int value = 0;

    sem_getvalue(SELF->sem, &value);
    return value_from_int(value < 0 ? 0 : value);
}

static Value s_is_zero(Value self, const Value *args, Py_ssize nargs)
{
    int value = 0;

    sem_getvalue(SELF->sem, &value);
    return value_from_bool(value <= 0);
}

static Value get_kind(Value self)
{
    return value_from_int(SELF->kind);
}

static Value get_maxvalue(Value self)
{
    return value_from_int(SELF->maxvalue);
}

static const NativeDef methods[] = {
    {"acquire", s_acquire, 0, -1, ARITY_kw},
    {"release", s_release, 0, 0, ARITY_none},
    {"__enter__", s_enter, 0, 0, ARITY_none},
    {"__exit__", s_release, 0, -1, ARITY_self},
    {"_count", s_count, 0, 0, ARITY_none},
    {"_is_mine", s_is_mine, 0, 0, ARITY_none},
    {"_get_value", s_get_value, 0, 0, ARITY_none},
    {"_is_zero", s_is_zero, 0, 0, ARITY_none},
    {0}};

static const GetSetDef getsets[] = {{"kind", get_kind, NULL, "", true},
                                    {"maxvalue", get_maxvalue, NULL, "", true},
                                    {0}};

static PyType semlock_type = {
    .head.type = &type_type,
    .name = "_multiprocessing.SemLock",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PySemLock),
    .doc = "A counter or lock that processes share.",
    .methods = methods,
    .getsets = getsets,
    .new_instance = make,
    .init = init_nothing,
};

static int init(PyModule *m)
{
    if (module_add_type(m, &semlock_type) < 0)
        return -1;
    return module_add(m, "SEM_VALUE_MAX", value_from_int(SEM_VALUE_MAX));
}

const NativeModule native_module__semlock = {.name = "_semlock", .init = init};
