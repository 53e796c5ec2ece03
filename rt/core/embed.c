/* pyllc.h: what C programs call.  Each function that may run Python first
 * clears what an earlier call left pending. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "pyllc.h"

#include "errors.h"
#include "gc.h"
#include "import.h"
#include "names.h"
#include "start.h"
#include "thread.h"

static PyllcObject *out(Value v)
{
    return (PyllcObject *)v;
}

static Value in(PyllcObject *o)
{
    return (Value)o;
}

/* Before whatever may run Python. */
static void enter(void)
{
    if (!thread_state) {
        fputs("pyllc: call from a thread that is not attached\n", stderr);
        abort();
    }
    err_clear();
}

void pyllc_start(int argc, char **argv)
{
    static char *none[] = {"", NULL};

    if (argc > 0)
        rt_start(argc, argv);
    else
        rt_start(1, none);
}

int pyllc_finish(int code)
{
    enter();
    return rt_finish(code);
}

/* --- threads ---------------------------------------------------------------
 */

void pyllc_allow_threads(void)
{
    GC_allow_register_threads();
    lock_threads_start();
}

/* Attaches without a detach; -1: by the runtime, which detaches it. */
static __thread int attached;

/* The highest address and the size of the running thread's stack. */
static bool find_stack(char **bottom, size_t *size)
{
    pthread_attr_t attr;
    void *lowest;
    bool found;

    if (pthread_getattr_np(pthread_self(), &attr) != 0)
        return false;
    found = pthread_attr_getstack(&attr, &lowest, size) == 0;
    pthread_attr_destroy(&attr);
    *bottom = (char *)lowest + *size;
    return found;
}

int pyllc_attach(void)
{
    struct GC_stack_base base;
    char *bottom;
    size_t size;

    if (!rt_threaded)
        return -1;
    if (attached == 0 && thread_state) {
        attached = -1;
        return 0;
    }
    if (attached == 0) {
        if (!find_stack(&bottom, &size) || GC_get_stack_base(&base) != 0)
            return -1;
        GC_register_my_thread(&base);
        thread_attach(bottom, size);
    }
    attached += attached < 0 ? -1 : 1;
    return 0;
}

void pyllc_detach(void)
{
    if (attached < 0) {
        attached++;
    } else if (attached > 0 && --attached == 0) {
        thread_detach();
        GC_unregister_my_thread();
    }
}

/* --- calls -----------------------------------------------------------------
 */

PyllcObject *pyllc_import(const char *name)
{
    enter();
    return out(import_c(name));
}

PyllcObject *pyllc_attribute(PyllcObject *o, const char *name)
{
    enter();
    return out(op_getattr(in(o), str_intern(name)));
}

PyllcObject *pyllc_call(PyllcObject *callee, PyllcObject *const *args,
                        size_t nargs)
{
    enter();
    return out(op_call(in(callee), (const Value *)args, (Py_ssize)nargs, NULL));
}

/* --- conversions ---------------------------------------------------------- */

PyllcObject *pyllc_none(void)
{
    return out(NONE);
}

PyllcObject *pyllc_from_int(int64_t i)
{
    return out(value_from_int(i));
}

PyllcObject *pyllc_from_double(double d)
{
    return out(value_from_double(d));
}

PyllcObject *pyllc_from_bytes(const char *bytes, size_t length)
{
    enter();
    return out((Value)str_from(bytes, (Py_ssize)length));
}

PyllcObject *pyllc_from_string(const char *text)
{
    return pyllc_from_bytes(text, strlen(text));
}

int pyllc_to_int(PyllcObject *o, int64_t *result)
{
    enter();
    *result = value_as_int64(in(o));
    return err_pending() ? -1 : 0;
}

int pyllc_to_double(PyllcObject *o, double *result)
{
    enter();
    *result = value_as_double(in(o));
    return err_pending() ? -1 : 0;
}

const char *pyllc_to_string(PyllcObject *o, size_t *length)
{
    Value s;

    enter();
    s = op_str(in(o));
    if (!s)
        return NULL;
    if (length)
        *length = (size_t)str_length((PyStr *)s);
    return str_data((PyStr *)s);
}

/* --- the exception -------------------------------------------------------- */

/* The pending exception stays pending; false: there is none. */
static bool pending(Value *type, Value *value)
{
    Value tb;

    if (!err_pending())
        return false;
    err_fetch(type, value, &tb);
    err_normalize(type, value, &tb);
    err_restore(*type, *value, tb);
    return true;
}

/* Runs on a class or its text; what that raises is dropped. */
static const char *text_of(Value v)
{
    Value type, value, tb, s;
    const char *text;

    err_fetch(&type, &value, &tb);
    s = v ? op_str(v) : NULL;
    text = s ? str_data((PyStr *)s) : "";
    err_restore(type, value, tb);
    return text;
}

const char *pyllc_error_type(void)
{
    Value type, value, name, t, v, tb;

    if (!pending(&type, &value))
        return "";
    err_fetch(&t, &v, &tb);
    name = op_getattr(type, NAME(dunder_name));
    err_restore(t, v, tb);
    return text_of(name);
}

const char *pyllc_error_message(void)
{
    Value type, value;

    return pending(&type, &value) ? text_of(value) : "";
}

void pyllc_error_print(void)
{
    if (err_pending())
        err_print();
}

void pyllc_error_clear(void)
{
    err_clear();
}

/* --- references in memory that the collector does not see ------------------
 */

typedef struct Held {
    PyllcObject *object;
    struct Held *next;
} Held;

static Lock held_lock;
static Held *held;

void pyllc_hold(PyllcObject *o)
{
    Held *h = gc_permanent(sizeof *h);

    h->object = o;
    lock_acquire(&held_lock);
    h->next = held;
    held = h;
    lock_release(&held_lock);
}

void pyllc_release(PyllcObject *o)
{
    Held **p = &held;

    lock_acquire(&held_lock);
    while (*p && (*p)->object != o)
        p = &(*p)->next;
    if (*p) {
        (*p)->object = NULL;
        *p = (*p)->next;
    }
    lock_release(&held_lock);
}
