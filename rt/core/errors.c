/* The pending exception: setting, normalising, matching, catching.
 *
 * As in CPython the pending triple may be lazy: a class and the value it is
 * to be called with.  err_normalize makes the instance, when somebody asks for
 * it if it is one of a class without code of its own. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "errors.h"
#include "exceptions.h"
#include "module.h"
#include "names.h"
#include "signals.h"

enum { SPARE_CALLS = 50, SPARE_STACK = 64 << 10 };

bool err_pending(void)
{
    return thread_state->exc_type != NULL;
}

void err_clear(void)
{
    ThreadState *t = thread_state;

    t->exc_type = t->exc_value = t->exc_tb = NULL;
}

/* err_fetch, but a message may still have to be made. */
static void take(Value *type, Value *value, Value *tb)
{
    ThreadState *t = thread_state;

    *type = t->exc_type;
    *value = t->exc_value;
    *tb = t->exc_tb;
    t->exc_type = t->exc_value = t->exc_tb = NULL;
}

void err_take(ExcInfo *info)
{
    take(&info->type, &info->value, &info->tb);
}

void err_fetch(Value *type, Value *value, Value *tb)
{
    take(type, value, tb);
    *value = err_message(*value);
}

void err_restore(Value type, Value value, Value tb)
{
    ThreadState *t = thread_state;

    t->exc_type = type;
    t->exc_value = value;
    t->exc_tb = tb == NONE ? NULL : tb;
}

/* A tuple or None as the value would be taken apart when normalised. */
void *err_set(PyType *exc, Value arg)
{
    if (arg && (arg == NONE || has_type_flag(arg, TYPE_TUPLE)))
        arg = (Value)tuple_pack(1, arg);
    err_restore((Value)exc, arg, NULL);
    return NULL;
}

void *err_no_memory(void)
{
    static PyException *last_resort;

    /* Made in advance: there may be no memory for it later. */
    if (!last_resort)
        last_resort = gc_new(&exc_MemoryError, sizeof *last_resort);
    if (!last_resort->args) {
        last_resort->args = tuple_new(0);
        last_resort->message = (Value)str_from("", 0);
    }
    err_restore((Value)&exc_MemoryError, (Value)last_resort, NULL);
    return NULL;
}

void *err_bad_internal_call(void)
{
    return err_format(&exc_SystemError, "bad argument to internal function");
}

void *err_from_errno(PyType *exc, Value filename)
{
    int number = errno;
    Value text, args;

    if (number == EINTR && thread_safepoint() < 0)
        return NULL;
    text = number ? (Value)str_from_c(strerror(number))
                  : (Value)str_from_c("Error");
    if (filename)
        args = (Value)tuple_pack(3, tag_int(number), text, filename);
    else
        args = (Value)tuple_pack(2, tag_int(number), text);
    err_restore((Value)exc, args, NULL);
    return NULL;
}

const char *type_name_of(Value v)
{
    return type_visible(type_of(v))->name;
}

/* --- classes and instances ------------------------------------------------ */

bool is_exception_class(Value v)
{
    PyType *t = type_of(v);

    if (t->flags & TYPE_TYPE)
        return ((PyType *)v)->flags & TYPE_EXCEPTION;
    return t == &classobj_type;
}

bool is_exception_instance(Value v)
{
    PyType *t = type_of(v);

    return (t->flags & TYPE_EXCEPTION) || t == &instance_type;
}

Value err_class_of(Value instance)
{
    Value cls;

    if (type_of(instance) != &instance_type)
        return (Value)type_visible(type_of(instance));
    cls = op_getattr_or_null(instance, NAME(dunder_class));
    return cls ? cls : (Value)&instance_type;
}

static bool is_plain_class(Value v)
{
    return type_of(v) == &type_type && (((PyType *)v)->flags & TYPE_EXCEPTION);
}

/* issubclass() with user hooks; an error in them is reported and is no match.
 */
static int hooked_match(Value err, Value pattern)
{
    Value type, value, tb;
    int limit = thread_state->depth_limit, found;

    err_fetch(&type, &value, &tb);
    /* Room for the hook although the error may be the recursion limit. */
    thread_state->depth_limit = limit + 5;
    found = op_issubclass(err, pattern);
    thread_state->depth_limit = limit;
    if (found < 0) {
        err_write_unraisable(err);
        found = 0;
    }
    err_restore(type, value, tb);
    return found;
}

static int given_matches(Value err, Value pattern)
{
    if (!err || !pattern)
        return 0;
    if (has_type_flag(pattern, TYPE_TUPLE)) {
        PyTuple *t = (PyTuple *)pattern;

        for (Py_ssize i = 0; i < t->length; i++)
            if (given_matches(err, t->items[i]))
                return 1;
        return 0;
    }
    if (is_exception_instance(err))
        err = err_class_of(err);
    if (err == pattern)
        return 1;
    if (is_plain_class(err) && is_plain_class(pattern))
        return type_is_subtype((PyType *)err, (PyType *)pattern);
    if (is_exception_class(err) && is_exception_class(pattern))
        return hooked_match(err, pattern);
    return 0;
}

static int warn_string_pattern(Value pattern)
{
    PyTuple *t = (PyTuple *)pattern;

    if (has_type_flag(pattern, TYPE_STR))
        return err_warn(&exc_DeprecationWarning,
                        "catching of string exceptions is deprecated", 1);
    if (!has_type_flag(pattern, TYPE_TUPLE))
        return 0;
    for (Py_ssize i = 0; i < t->length; i++)
        if (has_type_flag(t->items[i], TYPE_STR))
            return warn_string_pattern(t->items[i]);
    return 0;
}

int exception_matches(Value exc_type, Value pattern)
{
    if (exc_type == pattern)
        return 1;
    if (!is_exception_class(pattern) && warn_string_pattern(pattern) < 0)
        return -1;
    return given_matches(exc_type, pattern);
}

bool err_matches(PyType *exc)
{
    return given_matches(thread_state->exc_type, (Value)exc);
}

bool err_clear_stop_iteration(void)
{
    ThreadState *t = thread_state;

    if (!t->exc_type)
        return false;
    if (t->exc_type != (Value)&exc_StopIteration &&
        !err_matches(&exc_StopIteration))
        return false;
    err_clear();
    return true;
}

/* --- making the instance ---------------------------------------------------
 */

static Value call_exception_class(Value type, Value value)
{
    if (value == NONE)
        return op_call(type, NULL, 0, NULL);
    if (has_type_flag(value, TYPE_TUPLE)) {
        PyTuple *t = (PyTuple *)value;

        return op_call(type, t->items, t->length, NULL);
    }
    return op_call(type, &value, 1, NULL);
}

/* True once *value is an instance and *type its class. */
static bool normalize_once(Value *type, Value *value)
{
    Value cls = NULL;

    if (is_exception_instance(*value))
        cls = err_class_of(*value);
    if (!is_exception_class(*type))
        return true;
    if (cls && given_matches(cls, *type)) {
        *type = cls;
        return true;
    }
    cls = call_exception_class(*type, *value);
    if (!cls)
        return false;
    *value = cls;
    return true;
}

static void normalize(Value *type, Value *value, Value *tb)
{
    for (int tries = 0; !normalize_once(type, value); tries++) {
        Value first_tb = *tb;

        /* An error while making the exception replaces it. */
        err_fetch(type, value, tb);
        if (!*tb)
            *tb = first_tb;
        if (!*value)
            *value = NONE;
        if (tries > 100) {
            fputs("Fatal Python error: Cannot recover from recursive error "
                  "while normalizing an exception.\n",
                  stderr);
            abort();
        }
    }
}

/* The error may be that there is no room for calls: some is kept for making
 * it. */
void err_normalize(Value *type, Value *value, Value *tb)
{
    ThreadState *t = thread_state;
    char *limit = t->stack_real_limit;

    if (!*type)
        return;
    *value = *value ? err_message(*value) : NONE;
    if (is_plain_class(*type) && exception_is_plain((PyType *)*type) &&
        !is_exception_instance(*value)) {
        Value made = exception_make((PyType *)*type, *value);

        if (made) {
            *value = made;
            return;
        }
        err_clear(); /* there is no memory for it: let that be the error */
    }
    t->depth_limit += SPARE_CALLS;
    t->stack_real_limit -= SPARE_STACK;
    atomic_store_explicit(&t->stack_limit, t->stack_real_limit,
                          memory_order_relaxed);
    normalize(type, value, tb);
    t->depth_limit -= SPARE_CALLS;
    t->stack_real_limit = limit;
    atomic_store_explicit(&t->stack_limit,
                          t->interrupt ? (char *)UINTPTR_MAX : limit,
                          memory_order_relaxed);
}

/* Can nobody tell whether the instance is made now or later?  Then it is made
 * when it is asked for, which most except clauses never do. */
static bool can_wait(Value type, Value value)
{
    return is_plain_class(type) && exception_is_plain((PyType *)type) &&
           !(value && is_exception_instance(value));
}

Value err_caught_value(ExcInfo *info)
{
    if (info->type && can_wait(info->type, info->value))
        err_normalize(&info->type, &info->value, &info->tb);
    return info->value ? info->value : NONE;
}

void err_catch(ExcInfo *info)
{
    ThreadState *t = thread_state;
    Value type, value, tb;

    take(&type, &value, &tb);
    if (!can_wait(type, value))
        err_normalize(&type, &value, &tb);
    info->type = type;
    info->value = value ? value : NONE;
    info->tb = tb;
    t->raised = NULL; /* else it would outlive the clause */
    t->handled = info;
}

void err_again(ExcInfo *info)
{
    err_restore(info->type, info->value, info->tb);
    if (thread_state->handled == info)
        thread_state->raised = info->value;
}

/* --- raise ------------------------------------------------------------------
 */

static void bad_exception(Value type)
{
    err_format(&exc_TypeError,
               "exceptions must be old-style classes or derived from "
               "BaseException, not %.200s",
               type_name_of(type));
}

/* True with what was asked for pending, false with another error.  A TypeError
 * with a mere message is one of C code: class_build.c adds to it.  *tb becomes
 * that of an error while the instance is made: it is raised from there. */
static bool raise_class(Value type, Value value, Value *tb)
{
    if (type != (Value)&exc_TypeError && can_wait(type, value)) {
        err_restore(type, value, *tb);
        thread_state->raised = value;
        return true;
    }
    err_normalize(&type, &value, tb);
    if (is_exception_instance(value)) {
        err_restore(type, value, *tb);
        return true;
    }
    err_format(&exc_TypeError,
               "calling %s() should have returned an instance of "
               "BaseException, not '%s'",
               ((PyType *)type)->name, type_name_of(value));
    return false;
}

static bool raise_again(void)
{
    ExcInfo *info = thread_state->handled;

    if (!info || !info->type) {
        bad_exception(NONE);
        return false;
    }
    err_again(info);
    return info->tb && info->tb != NONE;
}

bool err_raise(Value type, Value value, Value tb)
{
    if (!type)
        return raise_again();
    if (tb == NONE)
        tb = NULL;
    if (tb && type_of(tb) != &traceback_type) {
        err_format(&exc_TypeError, "raise: arg 3 must be a traceback or None");
        return false;
    }
    if (!value)
        value = NONE;
    while (has_type_flag(type, TYPE_TUPLE) && ((PyTuple *)type)->length > 0)
        type = ((PyTuple *)type)->items[0];
    if (is_exception_class(type)) {
        if (!raise_class(type, value, &tb))
            return false;
    } else if (!is_exception_instance(type)) {
        bad_exception(type);
        return false;
    } else if (value != NONE) {
        err_format(&exc_TypeError,
                   "instance exception may not have a separate value");
        return false;
    } else {
        err_restore(err_class_of(type), type, tb);
    }
    return tb != NULL;
}

/* --- warnings
 * ----------------------------------------------------------------- */

static bool ignored_by_default(PyType *category)
{
    static PyType *const ignored[] = {&exc_DeprecationWarning,
                                      &exc_PendingDeprecationWarning,
                                      &exc_ImportWarning, &exc_BytesWarning};

    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
        if (type_is_subtype(category, ignored[i]))
            return true;
    return false;
}

static const char *last_part(const char *dotted)
{
    const char *dot = strrchr(dotted, '.');

    return dot ? dot + 1 : dotted;
}

/* What the default filters do, without the warnings module: each place and
 * text once. */
static int warn_plainly(PyType *category, const char *text, int stacklevel)
{
    static PyDict *seen;
    PyStr *filename, *line;
    Value out;
    int lineno;

    if (!traceback_location(stacklevel, &filename, &lineno)) {
        filename = str_from_c("sys");
        lineno = 1;
    }
    line = str_format_c("%s:%d: %s: %s\n", str_data(filename), lineno,
                        last_part(category->name), text);
    if (!seen)
        seen = dict_new();
    if (dict_get_str_or_null(seen, line))
        return 0;
    if (dict_set_str(seen, line, NONE) < 0)
        return -1;
    out = sys_get(NAME(stderr));
    if (!out || out == NONE)
        return 0;
    if (file_write_text(out, str_data(line)) < 0 ||
        traceback_print_line(out, str_data(filename), lineno, 2) < 0)
        err_clear();
    return 0;
}

int err_warn(PyType *category, const char *text, int stacklevel)
{
    Value module, warn, args[3];

    module = sys_modules
                 ? dict_get_str_or_null(sys_modules, str_intern("warnings"))
                 : NULL;
    warn = module ? op_getattr_or_null(module, str_intern("warn")) : NULL;
    if (!warn) {
        if (ignored_by_default(category))
            return 0;
        return warn_plainly(category, text, stacklevel);
    }
    args[0] = (Value)str_from_c(text);
    args[1] = (Value)category;
    args[2] = tag_int(stacklevel);
    return op_call(warn, args, 3, NULL) ? 0 : -1;
}
