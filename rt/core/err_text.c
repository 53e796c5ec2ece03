/* Messages of exceptions.
 *
 * Most exceptions are caught by clauses that never look at the message: texts
 * without a place to fill in are made once, and those of the failures that
 * programs provoke on purpose (a text that is no number, a missing attribute)
 * only when somebody asks.  Until then a LazyText stands in the pending
 * exception's value, which errors.c shows to nobody. */
#include <stdarg.h>
#include <stdio.h>

#include "errors.h"
#include "str.h"

/* --- texts that are made once --------------------------------------------- */

enum { LITERALS = 64 };

/* By the address of the format; what is found is compared, since a caller may
 * have its text on the stack. */
static PyStr *_Atomic literals[LITERALS];

static PyStr *literal(const char *text)
{
    size_t at = ((uintptr_t)text >> 3) % LITERALS;
    PyStr *s = atomic_load_explicit(&literals[at], memory_order_acquire);

    if (s && strcmp(str_data(s), text) == 0)
        return s;
    s = str_from_c(text);
    if (s)
        atomic_store_explicit(&literals[at], s, memory_order_release);
    return s;
}

void *err_format(PyType *exc, const char *fmt, ...)
{
    char small[512], *text = small;
    va_list ap;
    int n;

    if (!strchr(fmt, '%')) {
        err_restore((Value)exc, (Value)literal(fmt), NULL);
        return NULL;
    }
    va_start(ap, fmt);
    n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n >= (int)sizeof small) {
        text = gc_bytes(n + 1);
        if (!text)
            return NULL;
        va_start(ap, fmt);
        vsnprintf(text, n + 1, fmt, ap);
        va_end(ap);
    }
    err_restore((Value)exc, (Value)str_from(text, n < 0 ? 0 : n), NULL);
    return NULL;
}

/* --- texts that are made when they are asked for -------------------------- */

typedef struct LazyText {
    PyObject head;
    MessageFn *make;
    Value about[2];
} LazyText;

/* No program meets an instance. */
static PyType lazy_text_type = {.head.type = &type_type,
                                .name = "message",
                                .base = &object_type,
                                .basic_size = sizeof(LazyText)};

void *err_later(PyType *exc, MessageFn *make, Value a, Value b)
{
    LazyText *t = gc_new(&lazy_text_type, sizeof *t);

    t->make = make;
    t->about[0] = a;
    t->about[1] = b;
    err_restore((Value)exc, (Value)t, NULL);
    return NULL;
}

Value err_message(Value value)
{
    PyStr *text;

    if (!value || !is_pointer(value) ||
        as_object(value)->type != &lazy_text_type)
        return value;
    text = ((LazyText *)value)->make(((LazyText *)value)->about);
    if (text)
        return (Value)text;
    err_clear(); /* of memory: the message is missed least */
    return (Value)str_empty();
}
