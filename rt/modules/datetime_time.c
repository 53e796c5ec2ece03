/* datetime.time. */
#include "datetime.h"
#include "number.h"
#include "str.h"
#include "time_support.h"

#include "methods_declare.h"
#include "datetime_time.def"
#include "methods_end.h"

#define TIME(v) ((PyTime *)(v))

/* --- construction --------------------------------------------------------- */

Value time_make(PyType *type, const Clock *c, Value tzinfo)
{
    PyTime *t = instance_new(type);

    if (!t)
        return NULL;
    t->clock = *c;
    t->tzinfo = tzinfo;
    return (Value)t;
}

static bool is_state(const Value *args, Py_ssize nargs)
{
    return nargs >= 1 && nargs <= 2 && is_str(args[0]) &&
           str_span(args[0]).length == 6 &&
           (unsigned char)str_span(args[0]).data[0] < 24;
}

static Value unpack_state(PyType *type, const Value *args, Py_ssize nargs)
{
    Clock c;

    if (nargs == 2 && args[1] != NONE && !is_instance_of(args[1], &tzinfo_type))
        return err_format(&exc_TypeError, "bad tzinfo state arg");
    clock_unpack(str_span(args[0]).data, &c);
    return time_make(type, &c, nargs == 2 ? args[1] : NONE);
}

static const char *const time_names[] = {"hour", "minute", "second",
                                         "microsecond", "tzinfo"};

static Value time_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Clock c = {0};
    Value v[5];

    if (is_state(args, nargs))
        return unpack_state(type, args, nargs);
    if (args_parse(NULL, args, nargs, kwnames, time_names, 0, 5, v) < 0 ||
        clock_parse(v, &c) < 0 || !check_clock(&c))
        return NULL;
    if (!v[4])
        v[4] = NONE;
    return check_tzinfo(v[4]) ? time_make(type, &c, v[4]) : NULL;
}

static Value time_replace(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    Clock c = TIME(self)->clock;
    Value v[5];

    if (args_parse("replace", args, nargs, kwnames, time_names, 0, 5, v) < 0 ||
        clock_parse(v, &c) < 0 || !check_clock(&c))
        return NULL;
    if (!v[4])
        v[4] = TIME(self)->tzinfo;
    return check_tzinfo(v[4]) ? time_make(type_visible(type_of(self)), &c, v[4])
                              : NULL;
}

/* --- comparison and hash -------------------------------------------------- */

static int minutes_of_day(Value v)
{
    return TIME(v)->clock.hour * 60 + TIME(v)->clock.minute;
}

/* Microseconds since midnight, shifted by -offset minutes. */
static int64_t position(Value v, int offset)
{
    const Clock *c = &TIME(v)->clock;

    return ((int64_t)(minutes_of_day(v) - offset) * 60 + c->second) * 1000000 +
           c->microsecond;
}

static OffsetKind offset_of(Value v, int *minutes)
{
    return tz_minutes(TIME(v)->tzinfo, "utcoffset", NONE, minutes);
}

static Value time_rich_compare(Value a, Value b, CompareOp op)
{
    int x = 0, y = 0;

    if (!is_instance_of(b, &time_type)) {
        if (op == CMP_eq || op == CMP_ne)
            return value_from_bool(op == CMP_ne);
        return compare_error(a, b);
    }
    if (TIME(a)->tzinfo != TIME(b)->tzinfo) {
        OffsetKind ka = offset_of(a, &x);
        if (ka == OFFSET_error)
            return NULL;
        OffsetKind kb = offset_of(b, &y);
        if (kb == OFFSET_error)
            return NULL;
        if (ka != kb)
            return err_format(&exc_TypeError, "can't compare offset-naive and "
                                              "offset-aware times");
    }
    int64_t p = position(a, x), q = position(b, y);
    return value_from_bool(order_holds(op, p < q ? -1 : p > q));
}

static Value state_bytes(const Clock *c)
{
    char bytes[6];

    clock_pack(c, bytes);
    return (Value)str_from(bytes, sizeof bytes);
}

/* Equal times of different zones hash alike: as the naive time in UTC, or as
 * a tuple where that is on another day. */
static int64_t time_hash(Value self)
{
    Clock c = TIME(self)->clock;
    int offset;

    if (offset_of(self, &offset) == OFFSET_error)
        return -1;
    if (offset == 0)
        return op_hash(state_bytes(&c));
    c.hour = divide_floor(minutes_of_day(self) - offset, 60, &c.minute);
    if (c.hour >= 0 && c.hour < 24)
        return op_hash(state_bytes(&c));
    return op_hash((Value)tuple_pack(4, tag_int(c.hour), tag_int(c.minute),
                                     tag_int(c.second),
                                     tag_int(c.microsecond)));
}

static int time_nonzero(Value self)
{
    int offset;

    if (TIME(self)->clock.second || TIME(self)->clock.microsecond)
        return 1;
    if (offset_of(self, &offset) == OFFSET_error)
        return -1;
    return minutes_of_day(self) - offset != 0;
}

/* --- text ----------------------------------------------------------------- */

static Value time_repr(Value self)
{
    const char *name = type_visible(type_of(self))->name;
    char clock[64];

    clock_repr(&TIME(self)->clock, clock, sizeof clock);
    if (TIME(self)->tzinfo == NONE)
        return (Value)str_format_c("%s(%s)", name, clock);
    Value zone = op_repr(TIME(self)->tzinfo);
    return zone ? (Value)str_format_c("%s(%s, tzinfo=%s)", name, clock,
                                      str_data((PyStr *)zone))
                : NULL;
}

static Value time_isoformat(Value self, const Value *args, Py_ssize nargs)
{
    char clock[64], offset[16];

    clock_iso(&TIME(self)->clock, clock, sizeof clock);
    if (!tz_offset_text(TIME(self)->tzinfo, NONE, ":", offset))
        return NULL;
    return (Value)str_format_c("%s%s", clock, offset);
}

static Value time_str(Value self)
{
    return op_call_method(self, str_intern("isoformat"), NULL, 0);
}

/* The date is the first of 1900, so that strftime accepts it. */
static Value time_strftime(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"format"};
    Value format;

    if (args_parse("strftime", args, nargs, kwnames, names, 1, 1, &format) < 0)
        return NULL;
    const Clock *c = &TIME(self)->clock;
    struct tm tm = {.tm_mday = 1,
                    .tm_hour = c->hour,
                    .tm_min = c->minute,
                    .tm_sec = c->second,
                    .tm_wday = 1,
                    .tm_isdst = -1};
    return datetime_format(self, format, time_struct(&tm), c->microsecond,
                           TIME(self)->tzinfo, NONE);
}

static Value time_format_spec(Value self, const Value *args, Py_ssize nargs)
{
    return datetime_format_method(self, args[0]);
}

/* --- the rest ------------------------------------------------------------- */

static Value time_utcoffset(Value self, const Value *args, Py_ssize nargs)
{
    return tz_delta(TIME(self)->tzinfo, "utcoffset", NONE);
}

static Value time_dst(Value self, const Value *args, Py_ssize nargs)
{
    return tz_delta(TIME(self)->tzinfo, "dst", NONE);
}

static Value time_tzname(Value self, const Value *args, Py_ssize nargs)
{
    return tz_name(TIME(self)->tzinfo, NONE);
}

static Value time_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value bytes = state_bytes(&TIME(self)->clock), zone = TIME(self)->tzinfo;
    PyTuple *state =
        zone == NONE ? tuple_pack(1, bytes) : tuple_pack(2, bytes, zone);

    return (Value)tuple_pack(2, type_visible(type_of(self)), state);
}

#define FIELD(name)                                                            \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        return tag_int(TIME(self)->clock.name);                                \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
#undef FIELD

static Value get_tzinfo(Value self)
{
    return TIME(self)->tzinfo;
}

static const GetSetDef time_getsets[] = {
    {"hour", get_hour, NULL, NULL},
    {"minute", get_minute, NULL, NULL},
    {"second", get_second, NULL, NULL},
    {"microsecond", get_microsecond, NULL, NULL},
    {"tzinfo", get_tzinfo, NULL, NULL},
    {0}};

static const NativeDef time_methods[] = {
#include "methods_table.h"
#include "datetime_time.def"
#include "methods_end.h"
    {0}};

PyType time_type = {
    .head.type = &type_type,
    .name = "datetime.time",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyTime),
    .methods = time_methods,
    .getsets = time_getsets,
    .repr = time_repr,
    .str = time_str,
    .hash = time_hash,
    .rich_compare = time_rich_compare,
    .nonzero = time_nonzero,
    .new_instance = time_new,
};
