/* datetime.datetime, and the module. */
#include <math.h>

#include "datetime.h"
#include "module_support.h"
#include "number.h"
#include "str.h"
#include "time_support.h"

#include "methods_declare.h"
#include "datetime_datetime.def"
#include "methods_end.h"

#define DT(v) ((PyDateTime *)(v))

static bool is_datetime(Value v)
{
    return is_instance_of(v, &datetime_type);
}

/* --- construction --------------------------------------------------------- */

Value datetime_make(PyType *type, int year, int month, int day, const Clock *c,
                    Value tzinfo)
{
    PyDateTime *d = (PyDateTime *)date_make(type, year, month, day);

    if (!d)
        return NULL;
    d->clock = *c;
    d->tzinfo = tzinfo;
    return (Value)d;
}

static bool is_state(const Value *args, Py_ssize nargs)
{
    if (nargs < 1 || nargs > 2 || !is_str(args[0]) ||
        str_span(args[0]).length != 10)
        return false;
    unsigned char month = (unsigned char)str_span(args[0]).data[2];
    return month >= 1 && month <= 12;
}

static Value unpack_state(PyType *type, const Value *args, Py_ssize nargs)
{
    const unsigned char *p = (const unsigned char *)str_span(args[0]).data;
    Clock c;

    if (nargs == 2 && args[1] != NONE && !is_instance_of(args[1], &tzinfo_type))
        return err_format(&exc_TypeError, "bad tzinfo state arg");
    clock_unpack((const char *)p + 4, &c);
    return datetime_make(type, p[0] << 8 | p[1], p[2], p[3], &c,
                         nargs == 2 ? args[1] : NONE);
}

enum { FIELDS = 8 };
static const char *const datetime_names[FIELDS] = {
    "year",   "month",  "day",         "hour",
    "minute", "second", "microsecond", "tzinfo"};

/* Fields that are given replace those of *d and *c. */
static bool parse_fields(const Value *v, int *date, Clock *c, Value *tzinfo)
{
    for (int i = 0; i < 3; i++)
        if (v[i] && !value_as_int32(v[i], &date[i]))
            return false;
    if (clock_parse(v + 3, c) < 0)
        return false;
    if (v[7])
        *tzinfo = v[7];
    return check_date(date[0], date[1], date[2]) && check_clock(c) &&
           check_tzinfo(*tzinfo);
}

static Value datetime_new(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    int date[3];
    Clock c = {0};
    Value v[FIELDS], tzinfo = NONE;

    if (is_state(args, nargs))
        return unpack_state(type, args, nargs);
    if (nargs == 1 && !value_as_int32(args[0], date))
        return NULL;
    if (args_parse(NULL, args, nargs, kwnames, datetime_names, 3, FIELDS, v) <
            0 ||
        !parse_fields(v, date, &c, &tzinfo))
        return NULL;
    return datetime_make(type, date[0], date[1], date[2], &c, tzinfo);
}

static Value datetime_replace(Value self, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    PyDateTime *d = DT(self);
    int date[] = {d->date.year, d->date.month, d->date.day};
    Clock c = d->clock;
    Value v[FIELDS], tzinfo = d->tzinfo;

    if (args_parse("replace", args, nargs, kwnames, datetime_names, 0, FIELDS,
                   v) < 0 ||
        !parse_fields(v, date, &c, &tzinfo))
        return NULL;
    return datetime_make(type_visible(type_of(self)), date[0], date[1], date[2],
                         &c, tzinfo);
}

/* cls(year, ..., microsecond, tzinfo) */
static Value call_class(Value cls, const struct tm *tm, int microsecond,
                        Value tzinfo)
{
    Value args[] = {value_from_int((int64_t)tm->tm_year + 1900),
                    tag_int(tm->tm_mon + 1),
                    tag_int(tm->tm_mday),
                    tag_int(tm->tm_hour),
                    tag_int(tm->tm_min),
                    tag_int(tm->tm_sec > 59 ? 59 : tm->tm_sec),
                    tag_int(microsecond),
                    tzinfo};

    return op_call(cls, args, 8, NULL);
}

typedef struct tm *Converter(const time_t *t, struct tm *out);

static Value from_time(Value cls, Converter *converter, time_t t,
                       int microsecond, Value tzinfo)
{
    struct tm tm;

    if (!converter(&t, &tm))
        return err_format(&exc_ValueError,
                          "timestamp out of range for platform "
                          "localtime()/gmtime() function");
    return call_class(cls, &tm, microsecond, tzinfo);
}

/* Rounds to microseconds, half away from zero. */
static Value from_timestamp(Value cls, Converter *converter, double timestamp,
                            Value tzinfo)
{
    time_t t;

    if (!time_from_double(timestamp, &t))
        return NULL;
    double fraction = (timestamp - (double)t) * 1e6;
    int us =
        (int)(fraction >= 0 ? floor(fraction + 0.5) : ceil(fraction - 0.5));
    if (us < 0) {
        t--;
        us += 1000000;
    }
    if (us == 1000000) {
        t++;
        us = 0;
    }
    return from_time(cls, converter, t, us, tzinfo);
}

static Value from_now(Value cls, Converter *converter, Value tzinfo)
{
    struct timespec t;

    clock_gettime(CLOCK_REALTIME, &t);
    return from_time(cls, converter, t.tv_sec, (int)(t.tv_nsec / 1000), tzinfo);
}

/* Made as UTC with a zone: the zone turns it into its own time. */
static Value in_zone(Value utc_or_null, Value tzinfo)
{
    if (!utc_or_null || tzinfo == NONE)
        return utc_or_null;
    return op_call_method(tzinfo, str_intern("fromutc"), &utc_or_null, 1);
}

static Value datetime_now(Value cls, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"tz"};
    Value tz;

    if (args_parse("now", args, nargs, kwnames, names, 0, 1, &tz) < 0)
        return NULL;
    if (!tz)
        tz = NONE;
    if (!check_tzinfo(tz))
        return NULL;
    return in_zone(from_now(cls, tz == NONE ? localtime_r : gmtime_r, tz), tz);
}

static Value datetime_utcnow(Value cls, const Value *args, Py_ssize nargs)
{
    return from_now(cls, gmtime_r, NONE);
}

static Value datetime_fromtimestamp(Value cls, const Value *args,
                                    Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"timestamp", "tz"};
    Value v[2];

    if (args_parse("fromtimestamp", args, nargs, kwnames, names, 1, 2, v) < 0)
        return NULL;
    double d = value_as_double(v[0]);
    if (d == -1.0 && err_pending())
        return NULL;
    if (!v[1])
        v[1] = NONE;
    if (!check_tzinfo(v[1]))
        return NULL;
    return in_zone(
        from_timestamp(cls, v[1] == NONE ? localtime_r : gmtime_r, d, v[1]),
        v[1]);
}

static Value datetime_utcfromtimestamp(Value cls, const Value *args,
                                       Py_ssize nargs)
{
    double d = value_as_double(args[0]);

    if (d == -1.0 && err_pending())
        return NULL;
    return from_timestamp(cls, gmtime_r, d, NONE);
}

/* _strptime gives a time tuple and microseconds. */
static Value datetime_strptime(Value cls, const Value *args, Py_ssize nargs)
{
    for (int i = 0; i < 2; i++)
        if (!arg_name("strptime", i + 1, args[i]))
            return NULL;
    Value pair = time_call_strptime("_strptime", args, 2);
    PyTuple *both = pair ? op_tuple(pair) : NULL;
    PyTuple *parts =
        both && tuple_length(both) == 2 ? op_tuple(tuple_get(both, 0)) : NULL;
    if (!parts || tuple_length(parts) < 6)
        return err_pending() ? NULL
                             : err_format(&exc_ValueError,
                                          "unexpected result of _strptime");
    Value all[7];
    for (int i = 0; i < 6; i++)
        all[i] = tuple_get(parts, i);
    all[6] = tuple_get(both, 1);
    return op_call(cls, all, 7, NULL);
}

static Value datetime_combine(Value cls, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    static const char *const names[] = {"date", "time"};
    Value v[2];

    if (args_parse("combine", args, nargs, kwnames, names, 2, 2, v) < 0)
        return NULL;
    if (!is_instance_of(v[0], &date_type))
        return arg_type_error("combine", 1, "datetime.date", v[0]);
    if (!is_instance_of(v[1], &time_type))
        return arg_type_error("combine", 2, "datetime.time", v[1]);
    PyDate *d = (PyDate *)v[0];
    PyTime *t = (PyTime *)v[1];
    struct tm tm = {.tm_year = d->year - 1900,
                    .tm_mon = d->month - 1,
                    .tm_mday = d->day,
                    .tm_hour = t->clock.hour,
                    .tm_min = t->clock.minute,
                    .tm_sec = t->clock.second};
    return call_class(cls, &tm, t->clock.microsecond, t->tzinfo);
}

/* --- arithmetic ----------------------------------------------------------- */

/* self + sign * delta */
static Value shifted(Value self, const PyDelta *delta, int sign)
{
    PyDateTime *d = DT(self);
    int year = d->date.year, month = d->date.month;
    int day = d->date.day + sign * delta->days;
    Clock c = d->clock;

    c.second += sign * delta->seconds;
    c.microsecond += sign * delta->microseconds;
    return normalize_datetime(&year, &month, &day, &c)
               ? datetime_make(&datetime_type, year, month, day, &c, d->tzinfo)
               : NULL;
}

static Value datetime_add(Value a, Value b)
{
    if (is_datetime(a) && is_instance_of(b, &timedelta_type))
        return shifted(a, (PyDelta *)b, 1);
    if (is_datetime(b) && is_instance_of(a, &timedelta_type))
        return shifted(b, (PyDelta *)a, 1);
    return NOT_IMPLEMENTED;
}

static OffsetKind offset_of(Value v, int *minutes)
{
    return tz_minutes(DT(v)->tzinfo, "utcoffset", v, minutes);
}

/* The offsets of both; those of one and the same zone object are not asked
 * for.  False with exception, a TypeError when only one is aware. */
static bool both_offsets(Value a, Value b, const char *mixed, int *x, int *y)
{
    *x = *y = 0;
    if (DT(a)->tzinfo == DT(b)->tzinfo)
        return true;
    OffsetKind ka = offset_of(a, x);
    if (ka == OFFSET_error)
        return false;
    OffsetKind kb = offset_of(b, y);
    if (kb == OFFSET_error)
        return false;
    if (ka != kb)
        err_format(&exc_TypeError, "%s", mixed);
    return ka == kb;
}

/* Seconds since the start of year 1, `offset` minutes taken away. */
static int64_t seconds_of(Value v, int offset)
{
    PyDateTime *d = DT(v);
    int64_t days = ordinal_of(d->date.year, d->date.month, d->date.day);

    return ((days * 24 + d->clock.hour) * 60 + d->clock.minute - offset) * 60 +
           d->clock.second;
}

static Value datetime_sub(Value a, Value b)
{
    int x, y;

    if (!is_datetime(a))
        return NOT_IMPLEMENTED;
    if (is_instance_of(b, &timedelta_type))
        return shifted(a, (PyDelta *)b, -1);
    if (!is_datetime(b))
        return NOT_IMPLEMENTED;
    if (!both_offsets(a, b,
                      "can't subtract offset-naive and offset-aware datetimes",
                      &x, &y))
        return NULL;
    return delta_new(0, seconds_of(a, x) - seconds_of(b, y),
                     DT(a)->clock.microsecond - DT(b)->clock.microsecond);
}

static Value datetime_rich_compare(Value a, Value b, CompareOp op)
{
    int x, y;

    if (!is_datetime(b)) {
        if (!is_instance_of(b, &date_type)) {
            if (op_getattr_or_null(b, str_intern("timetuple")))
                return NOT_IMPLEMENTED;
            if (err_pending())
                err_clear();
        }
        if (op == CMP_eq || op == CMP_ne)
            return value_from_bool(op == CMP_ne);
        return compare_error(a, b);
    }
    if (!both_offsets(a, b,
                      "can't compare offset-naive and offset-aware datetimes",
                      &x, &y))
        return NULL;
    int64_t p = seconds_of(a, x), q = seconds_of(b, y);
    if (p == q) {
        p = DT(a)->clock.microsecond;
        q = DT(b)->clock.microsecond;
    }
    return value_from_bool(order_holds(op, p < q ? -1 : p > q));
}

static Value state_bytes(const PyDateTime *d)
{
    char bytes[10] = {(char)(d->date.year >> 8), (char)d->date.year,
                      (char)d->date.month, (char)d->date.day};

    clock_pack(&d->clock, bytes + 4);
    return (Value)str_from(bytes, sizeof bytes);
}

/* Equal times of different zones hash alike: as the timedelta since the start
 * of the calendar. */
static int64_t datetime_hash(Value self)
{
    int offset;
    OffsetKind kind = offset_of(self, &offset);

    if (kind == OFFSET_error)
        return -1;
    if (kind == OFFSET_naive)
        return op_hash(state_bytes(DT(self)));
    Value delta =
        delta_new(0, seconds_of(self, offset), DT(self)->clock.microsecond);
    return delta ? op_hash(delta) : -1;
}

/* --- text ----------------------------------------------------------------- */

static Value datetime_repr(Value self)
{
    PyDateTime *d = DT(self);
    const char *name = type_visible(type_of(self))->name;
    char clock[64];

    clock_repr(&d->clock, clock, sizeof clock);
    PyStr *head = str_format_c("%s(%d, %d, %d, %s", name, d->date.year,
                               d->date.month, d->date.day, clock);
    if (d->tzinfo == NONE)
        return (Value)str_format_c("%s)", str_data(head));
    Value zone = op_repr(d->tzinfo);
    return zone ? (Value)str_format_c("%s, tzinfo=%s)", str_data(head),
                                      str_data((PyStr *)zone))
                : NULL;
}

static Value iso_text(Value self, char separator)
{
    PyDateTime *d = DT(self);
    char clock[64], offset[16];

    clock_iso(&d->clock, clock, sizeof clock);
    if (!tz_offset_text(d->tzinfo, self, ":", offset))
        return NULL;
    return (Value)str_format_c("%04d-%02d-%02d%c%s%s", d->date.year,
                               d->date.month, d->date.day, separator, clock,
                               offset);
}

static Value datetime_isoformat(Value self, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames)
{
    static const char *const names[] = {"sep"};
    Value sep;

    if (args_parse("isoformat", args, nargs, kwnames, names, 0, 1, &sep) < 0)
        return NULL;
    if (sep && (!is_str(sep) || str_span(sep).length != 1))
        return arg_type_error("isoformat", 1, "char", sep);
    return iso_text(self, sep ? *str_span(sep).data : 'T');
}

static Value datetime_str(Value self)
{
    Value space = (Value)str_char(' ');

    return op_call_method(self, str_intern("isoformat"), &space, 1);
}

static Value datetime_ctime(Value self, const Value *args, Py_ssize nargs)
{
    PyDate *d = &DT(self)->date;
    const Clock *c = &DT(self)->clock;

    return (Value)str_format_c("%s %s %2d %02d:%02d:%02d %04d",
                               day_name(weekday_of(d->year, d->month, d->day)),
                               month_name(d->month), d->day, c->hour, c->minute,
                               c->second, d->year);
}

/* --- parts and zones ------------------------------------------------------ */

static Value datetime_date(Value self, const Value *args, Py_ssize nargs)
{
    PyDate *d = &DT(self)->date;

    return date_make(&date_type, d->year, d->month, d->day);
}

static Value datetime_time(Value self, const Value *args, Py_ssize nargs)
{
    return time_make(&time_type, &DT(self)->clock, NONE);
}

static Value datetime_timetz(Value self, const Value *args, Py_ssize nargs)
{
    return time_make(&time_type, &DT(self)->clock, DT(self)->tzinfo);
}

static Value datetime_timetuple(Value self, const Value *args, Py_ssize nargs)
{
    int dst;
    OffsetKind kind = tz_minutes(DT(self)->tzinfo, "dst", self, &dst);

    if (kind == OFFSET_error)
        return NULL;
    return build_time_tuple(&DT(self)->date, &DT(self)->clock,
                            kind == OFFSET_naive ? -1 : dst != 0);
}

/* Beyond the ends of the calendar the year is one that datetime lacks. */
static Value datetime_utctimetuple(Value self, const Value *args,
                                   Py_ssize nargs)
{
    PyDate d = DT(self)->date;
    Clock c = DT(self)->clock;
    int offset;

    if (offset_of(self, &offset) == OFFSET_error)
        return NULL;
    c.minute -= offset;
    if (!normalize_datetime(&d.year, &d.month, &d.day, &c)) {
        err_clear();
        d.year += d.day < 1 ? -1 : 1;
        d.month = d.day < 1 ? 12 : 1;
        d.day = d.day < 1 ? 31 : 1;
    }
    return build_time_tuple(&d, &c, 0);
}

static Value datetime_utcoffset(Value self, const Value *args, Py_ssize nargs)
{
    return tz_delta(DT(self)->tzinfo, "utcoffset", self);
}

static Value datetime_dst(Value self, const Value *args, Py_ssize nargs)
{
    return tz_delta(DT(self)->tzinfo, "dst", self);
}

static Value datetime_tzname(Value self, const Value *args, Py_ssize nargs)
{
    return tz_name(DT(self)->tzinfo, self);
}

static Value datetime_astimezone(Value self, const Value *args, Py_ssize nargs,
                                 PyTuple *kwnames)
{
    static const char *const names[] = {"tz"};
    PyDateTime *d = DT(self);
    Value tz;
    int offset = 0;

    if (args_parse("astimezone", args, nargs, kwnames, names, 1, 1, &tz) < 0)
        return NULL;
    if (!is_instance_of(tz, &tzinfo_type))
        return arg_type_error("astimezone", 1, "datetime.tzinfo", tz);
    if (d->tzinfo == tz)
        return self;
    OffsetKind kind = offset_of(self, &offset);
    if (kind == OFFSET_error)
        return NULL;
    if (kind == OFFSET_naive)
        return err_format(&exc_ValueError, "astimezone() cannot be applied to "
                                           "a naive datetime");
    PyDate day = d->date;
    Clock c = d->clock;
    c.minute -= offset;
    if (!normalize_datetime(&day.year, &day.month, &day.day, &c))
        return NULL;
    return in_zone(
        datetime_make(&datetime_type, day.year, day.month, day.day, &c, tz),
        tz);
}

static Value datetime_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value bytes = state_bytes(DT(self)), zone = DT(self)->tzinfo;
    PyTuple *state =
        zone == NONE ? tuple_pack(1, bytes) : tuple_pack(2, bytes, zone);

    return (Value)tuple_pack(2, type_visible(type_of(self)), state);
}

/* --- the type and the module ---------------------------------------------- */

#define FIELD(name)                                                            \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        return tag_int(DT(self)->clock.name);                                  \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
#undef FIELD

static Value get_tzinfo(Value self)
{
    return DT(self)->tzinfo;
}

static const GetSetDef datetime_getsets[] = {
    {"hour", get_hour, NULL, NULL},
    {"minute", get_minute, NULL, NULL},
    {"second", get_second, NULL, NULL},
    {"microsecond", get_microsecond, NULL, NULL},
    {"tzinfo", get_tzinfo, NULL, NULL},
    {0}};

static const NativeDef datetime_methods[] = {
#include "methods_table.h"
#include "datetime_datetime.def"
#include "methods_end.h"
    {0}};

PyType datetime_type = {
    .head.type = &type_type,
    .name = "datetime.datetime",
    .base = &date_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDateTime),
    .methods = datetime_methods,
    .getsets = datetime_getsets,
    .repr = datetime_repr,
    .str = datetime_str,
    .hash = datetime_hash,
    .rich_compare = datetime_rich_compare,
    .new_instance = datetime_new,
    .binary = {[BIN_add] = datetime_add, [BIN_sub] = datetime_sub},
};

static int set_range(PyType *t, Value min, Value max, Value resolution)
{
    if (!min || !max || !resolution ||
        dict_set_str(t->dict, str_intern("min"), min) < 0 ||
        dict_set_str(t->dict, str_intern("max"), max) < 0 ||
        dict_set_str(t->dict, str_intern("resolution"), resolution) < 0)
        return -1;
    type_modified(t);
    return 0;
}

static int set_ranges(void)
{
    Clock first = {0}, last = {23, 59, 59, 999999};
    Value us = delta_new(0, 0, 1), day = delta_new(1, 0, 0);

    if (set_range(&timedelta_type, delta_new(-MAX_DELTA_DAYS, 0, 0),
                  delta_new(MAX_DELTA_DAYS, 24 * 3600 - 1, 999999), us) < 0 ||
        set_range(&date_type, date_make(&date_type, MIN_YEAR, 1, 1),
                  date_make(&date_type, MAX_YEAR, 12, 31), day) < 0 ||
        set_range(&time_type, time_make(&time_type, &first, NONE),
                  time_make(&time_type, &last, NONE), us) < 0)
        return -1;
    return set_range(
        &datetime_type,
        datetime_make(&datetime_type, MIN_YEAR, 1, 1, &first, NONE),
        datetime_make(&datetime_type, MAX_YEAR, 12, 31, &last, NONE), us);
}

static int datetime_init(PyModule *m)
{
    if (module_add_type(m, &timedelta_type) < 0 ||
        module_add_type(m, &date_type) < 0 ||
        module_add_type(m, &time_type) < 0 ||
        module_add_type(m, &datetime_type) < 0 ||
        module_add_type(m, &tzinfo_type) < 0 || set_ranges() < 0 ||
        module_add(m, "MINYEAR", tag_int(MIN_YEAR)) < 0)
        return -1;
    return module_add(m, "MAXYEAR", tag_int(MAX_YEAR));
}

const NativeModule native_module_datetime = {
    .name = "datetime",
    .doc = "Dates, times of day, the spans between them, and time zones.",
    .init = datetime_init,
};
