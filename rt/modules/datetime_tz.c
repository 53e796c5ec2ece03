/* datetime.tzinfo: the abstract class, and the checked calls of its methods
 * by the other classes. */
#include <stdio.h>
#include <stdlib.h>

#include "datetime.h"
#include "number.h"

#include "methods_declare.h"
#include "datetime_tz.def"
#include "methods_end.h"

/* --- calls ---------------------------------------------------------------- */

/* The minutes of a timedelta that a tzinfo method returned; what is beyond a
 * day is reported as one. */
static OffsetKind minutes_of(const PyDelta *d, const char *method, int *minutes)
{
    int rest = 0;

    *minutes = d->days < -1 || d->days > 0
                   ? 24 * 60
                   : divide_floor(d->days * 24 * 3600 + d->seconds, 60, &rest);
    if (rest || d->microseconds) {
        err_format(&exc_ValueError,
                   "tzinfo.%s() must return a whole number of minutes", method);
        return OFFSET_error;
    }
    if (abs(*minutes) >= 24 * 60) {
        err_format(&exc_ValueError,
                   "tzinfo.%s() returned %d; must be in -1439 .. 1439", method,
                   *minutes);
        return OFFSET_error;
    }
    return OFFSET_aware;
}

OffsetKind tz_minutes(Value tzinfo, const char *method, Value arg, int *minutes)
{
    *minutes = 0;
    if (tzinfo == NONE)
        return OFFSET_naive;
    Value v = op_call_method(tzinfo, str_intern(method), &arg, 1);
    if (!v)
        return OFFSET_error;
    if (v == NONE)
        return OFFSET_naive;
    if (is_instance_of(v, &timedelta_type))
        return minutes_of((PyDelta *)v, method, minutes);
    err_format(&exc_TypeError,
               "tzinfo.%s() must return None or timedelta, not '%s'", method,
               type_name_of(v));
    return OFFSET_error;
}

Value tz_delta(Value tzinfo, const char *method, Value arg)
{
    int minutes;

    switch (tz_minutes(tzinfo, method, arg, &minutes)) {
    case OFFSET_error:
        return NULL;
    case OFFSET_naive:
        return NONE;
    default:
        return delta_new(0, minutes * 60, 0);
    }
}

Value tz_name(Value tzinfo, Value arg)
{
    if (tzinfo == NONE)
        return NONE;
    Value v = op_call_method(tzinfo, str_intern("tzname"), &arg, 1);
    if (v && v != NONE && !has_type_flag(v, TYPE_STR))
        return err_format(&exc_TypeError,
                          "tzinfo.tzname() must return None or a string, not "
                          "'%s'",
                          type_name_of(v));
    return v;
}

bool tz_offset_text(Value tzinfo, Value arg, const char *separator,
                    char out[16])
{
    int minutes;
    OffsetKind kind = tz_minutes(tzinfo, "utcoffset", arg, &minutes);

    out[0] = 0;
    if (kind == OFFSET_aware)
        snprintf(out, 16, "%c%02d%s%02d", minutes < 0 ? '-' : '+',
                 abs(minutes) / 60, separator, abs(minutes) % 60);
    return kind != OFFSET_error;
}

/* --- the class ------------------------------------------------------------ */

#define ABSTRACT(name)                                                         \
    static Value tzinfo_##name(Value self, const Value *args, Py_ssize nargs)  \
    {                                                                          \
        return err_format(&exc_NotImplementedError,                            \
                          "a tzinfo subclass must implement " #name "()");     \
    }
ABSTRACT(tzname)
ABSTRACT(utcoffset)
ABSTRACT(dst)
#undef ABSTRACT

static Value value_error(const char *text)
{
    return err_format(&exc_ValueError, "%s", text);
}

/* The standard algorithm: standard time is UTC plus what utcoffset and dst
 * differ by; summer time is what dst says of that. */
static Value tzinfo_fromutc(Value self, const Value *args, Py_ssize nargs)
{
    Value dt = args[0];
    int offset, dst;

    if (!is_instance_of(dt, &datetime_type))
        return err_format(&exc_TypeError,
                          "fromutc: argument must be a datetime");
    if (((PyDateTime *)dt)->tzinfo != self)
        return value_error("fromutc: dt.tzinfo is not self");
    OffsetKind kind = tz_minutes(self, "utcoffset", dt, &offset);
    if (kind == OFFSET_error)
        return NULL;
    if (kind == OFFSET_naive)
        return value_error("fromutc: non-None utcoffset() result required");
    kind = tz_minutes(self, "dst", dt, &dst);
    if (kind == OFFSET_error)
        return NULL;
    if (kind == OFFSET_naive)
        return value_error("fromutc: non-None dst() result required");
    Value delta = delta_new(0, (offset - dst) * 60, 0);
    Value standard = delta ? op_binary(BIN_add, dt, delta) : NULL;
    if (!standard)
        return NULL;
    kind = tz_minutes(self, "dst", standard, &dst);
    if (kind == OFFSET_error)
        return NULL;
    if (kind == OFFSET_naive)
        return value_error("fromutc: tz.dst() gave inconsistent results; "
                           "cannot convert");
    if (dst == 0)
        return standard;
    delta = delta_new(0, dst * 60, 0);
    return delta ? op_binary(BIN_add, standard, delta) : NULL;
}

/* Calls an optional method without arguments; *result NULL: absent. */
static bool call_optional(Value self, const char *name, Value *result)
{
    Value method = op_getattr_or_null(self, str_intern(name));

    *result = NULL;
    if (method)
        *result = op_call(method, NULL, 0, NULL);
    return !err_pending();
}

static Value tzinfo_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value init, state;

    if (!call_optional(self, "__getinitargs__", &init) ||
        !call_optional(self, "__getstate__", &state))
        return NULL;
    if (!init)
        init = (Value)tuple_new(0);
    if (!state) {
        PyDict *d = instance_dict(self);
        state = d && dict_length(d) ? (Value)d : NONE;
    }
    Value type = (Value)type_visible(type_of(self));
    if (state == NONE)
        return (Value)tuple_pack(2, type, init);
    return (Value)tuple_pack(3, type, init, state);
}

static Value tzinfo_new(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return (Value)instance_new(type);
}

static int tzinfo_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return 0;
}

static const NativeDef tzinfo_methods[] = {
#include "methods_table.h"
#include "datetime_tz.def"
#include "methods_end.h"
    {0}};

PyType tzinfo_type = {
    .head.type = &type_type,
    .name = "datetime.tzinfo",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyObject),
    .methods = tzinfo_methods,
    .new_instance = tzinfo_new,
    .init = tzinfo_init,
};
