/* pyllc.h: what C programs call.  Each function that may run Python first
 * clears what an earlier call left pending. */
#include "pyllc.h"

#include "errors.h"
#include "gc.h"
#include "import.h"
#include "names.h"
#include "start.h"

static PyllcObject *out(Value v)
{
    return (PyllcObject *)v;
}

static Value in(PyllcObject *o)
{
    return (Value)o;
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
    err_clear();
    return rt_finish(code);
}

PyllcObject *pyllc_import(const char *name)
{
    err_clear();
    return out(import_c(name));
}

PyllcObject *pyllc_attribute(PyllcObject *o, const char *name)
{
    err_clear();
    return out(op_getattr(in(o), str_intern(name)));
}

PyllcObject *pyllc_call(PyllcObject *callee, PyllcObject *const *args,
                        size_t nargs)
{
    err_clear();
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
    err_clear();
    return out((Value)str_from(bytes, (Py_ssize)length));
}

PyllcObject *pyllc_from_string(const char *text)
{
    return pyllc_from_bytes(text, strlen(text));
}

int pyllc_to_int(PyllcObject *o, int64_t *result)
{
    err_clear();
    *result = value_as_int64(in(o));
    return err_pending() ? -1 : 0;
}

int pyllc_to_double(PyllcObject *o, double *result)
{
    err_clear();
    *result = value_as_double(in(o));
    return err_pending() ? -1 : 0;
}

const char *pyllc_to_string(PyllcObject *o, size_t *length)
{
    Value s;

    err_clear();
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

static Held *held;

void pyllc_hold(PyllcObject *o)
{
    Held *h = gc_permanent(sizeof *h);

    h->object = o;
    h->next = held;
    held = h;
}

void pyllc_release(PyllcObject *o)
{
    for (Held **p = &held; *p; p = &(*p)->next)
        if ((*p)->object == o) {
            (*p)->object = NULL;
            *p = (*p)->next;
            return;
        }
}
