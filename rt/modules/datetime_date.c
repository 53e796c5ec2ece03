/* datetime.date. */
#include "datetime.h"
#include "number.h"
#include "str.h"
#include "time_support.h"

#include "methods_declare.h"
#include "datetime_date.def"
#include "methods_end.h"

#define DATE(v) ((PyDate *)(v))

static bool is_date(Value v)
{
    return is_instance_of(v, &date_type);
}

/* --- construction --------------------------------------------------------- */

Value date_make(PyType *type, int year, int month, int day)
{
    PyDate *d = instance_new(type);

    if (!d)
        return NULL;
    d->year = year;
    d->month = month;
    d->day = day;
    return (Value)d;
}

static Value unpack_state(PyType *type, Value state)
{
    const unsigned char *p = (const unsigned char *)str_span(state).data;

    return date_make(type, p[0] << 8 | p[1], p[2], p[3]);
}

static bool is_state(const Value *args, Py_ssize nargs)
{
    if (nargs != 1 || !is_str(args[0]) || str_span(args[0]).length != 4)
        return false;
    unsigned char month = (unsigned char)str_span(args[0]).data[2];
    return month >= 1 && month <= 12;
}

static const char *const date_names[] = {"year", "month", "day"};

static Value date_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    int n[3];
    Value v[3];

    if (is_state(args, nargs))
        return unpack_state(type, args[0]);
    /* CPython looks at what is there before it misses the rest. */
    if (nargs == 1 && !value_as_int32(args[0], n))
        return NULL;
    if (args_parse(NULL, args, nargs, kwnames, date_names, 3, 3, v) < 0)
        return NULL;
    for (int i = 0; i < 3; i++)
        if (!value_as_int32(v[i], &n[i]))
            return NULL;
    return check_date(n[0], n[1], n[2]) ? date_make(type, n[0], n[1], n[2])
                                        : NULL;
}

/* cls(year, month, day), whose checks also apply. */
static Value call_class(Value cls, int year, int month, int day)
{
    Value args[] = {tag_int(year), tag_int(month), tag_int(day)};

    return op_call(cls, args, 3, NULL);
}

static Value date_fromtimestamp(Value cls, const Value *args, Py_ssize nargs)
{
    struct tm tm;
    time_t t;

    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "function takes exactly 1 argument (%d given)",
                          (int)nargs);
    double d = value_as_double(args[0]);
    if ((d == -1.0 && err_pending()) || !time_from_double(d, &t))
        return NULL;
    if (!localtime_r(&t, &tm))
        return err_format(&exc_ValueError, "timestamp out of range for "
                                           "platform localtime() function");
    return call_class(cls, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Through the class's own fromtimestamp, which a subclass may define. */
static Value date_today(Value cls, const Value *args, Py_ssize nargs)
{
    Value now = value_from_double(time_now());

    return op_call_method(cls, str_intern("fromtimestamp"), &now, 1);
}

static Value date_fromordinal(Value cls, const Value *args, Py_ssize nargs)
{
    int ordinal, year, month, day;

    if (!value_as_int32(args[0], &ordinal))
        return NULL;
    if (ordinal < 1)
        return err_format(&exc_ValueError, "ordinal must be >= 1");
    date_of_ordinal(ordinal, &year, &month, &day);
    return call_class(cls, year, month, day);
}

static Value date_replace(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    Value v[3];
    int n[] = {DATE(self)->year, DATE(self)->month, DATE(self)->day};

    if (args_parse("replace", args, nargs, kwnames, date_names, 0, 3, v) < 0)
        return NULL;
    for (int i = 0; i < 3; i++)
        if (v[i] && !value_as_int32(v[i], &n[i]))
            return NULL;
    return check_date(n[0], n[1], n[2])
               ? date_make(type_visible(type_of(self)), n[0], n[1], n[2])
               : NULL;
}

/* --- arithmetic ----------------------------------------------------------- */

static Value shifted(Value self, int days)
{
    int year = DATE(self)->year, month = DATE(self)->month;
    int day = DATE(self)->day + days;

    return normalize_date(&year, &month, &day)
               ? date_make(&date_type, year, month, day)
               : NULL;
}

static Value date_add(Value a, Value b)
{
    if (is_instance_of(a, &datetime_type) || is_instance_of(b, &datetime_type))
        return NOT_IMPLEMENTED;
    if (is_date(a) && is_instance_of(b, &timedelta_type))
        return shifted(a, ((PyDelta *)b)->days);
    if (is_date(b) && is_instance_of(a, &timedelta_type))
        return shifted(b, ((PyDelta *)a)->days);
    return NOT_IMPLEMENTED;
}

static int ordinal(Value v)
{
    return ordinal_of(DATE(v)->year, DATE(v)->month, DATE(v)->day);
}

static Value date_sub(Value a, Value b)
{
    if (is_instance_of(a, &datetime_type) ||
        is_instance_of(b, &datetime_type) || !is_date(a))
        return NOT_IMPLEMENTED;
    if (is_date(b))
        return delta_new(ordinal(a) - ordinal(b), 0, 0);
    if (is_instance_of(b, &timedelta_type))
        return shifted(a, -((PyDelta *)b)->days);
    return NOT_IMPLEMENTED;
}

/* Objects with a timetuple attribute compare themselves with dates. */
static Value date_rich_compare(Value a, Value b, CompareOp op)
{
    if (is_date(b))
        return value_from_bool(order_holds(op, ordinal(a) - ordinal(b)));
    if (op_getattr_or_null(b, str_intern("timetuple")))
        return NOT_IMPLEMENTED;
    if (err_pending())
        err_clear();
    if (op == CMP_eq || op == CMP_ne)
        return value_from_bool(op == CMP_ne);
    return compare_error(a, b);
}

/* --- text and tuples ------------------------------------------------------ */

static PyTuple *state_of(Value self)
{
    PyDate *d = DATE(self);
    char bytes[] = {(char)(d->year >> 8), (char)d->year, (char)d->month,
                    (char)d->day};

    return tuple_pack(1, str_from(bytes, sizeof bytes));
}

static int64_t date_hash(Value self)
{
    return op_hash((Value)state_of(self));
}

static Value date_reduce(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(2, type_visible(type_of(self)), state_of(self));
}

static Value date_repr(Value self)
{
    PyDate *d = DATE(self);

    return (Value)str_format_c("%s(%d, %d, %d)",
                               type_visible(type_of(self))->name, d->year,
                               d->month, d->day);
}

static Value date_isoformat(Value self, const Value *args, Py_ssize nargs)
{
    PyDate *d = DATE(self);

    return (Value)str_format_c("%04d-%02d-%02d", d->year, d->month, d->day);
}

static Value date_str(Value self)
{
    return op_call_method(self, str_intern("isoformat"), NULL, 0);
}

static Value date_ctime(Value self, const Value *args, Py_ssize nargs)
{
    PyDate *d = DATE(self);

    return (Value)str_format_c("%s %s %2d 00:00:00 %04d",
                               day_name(weekday_of(d->year, d->month, d->day)),
                               month_name(d->month), d->day, d->year);
}

static Value date_timetuple(Value self, const Value *args, Py_ssize nargs)
{
    Clock midnight = {0};

    return build_time_tuple(DATE(self), &midnight, -1);
}

/* Also that of datetime: the time comes from its timetuple. */
static Value date_strftime(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"format"};
    Value format;

    if (args_parse("strftime", args, nargs, kwnames, names, 1, 1, &format) < 0)
        return NULL;
    bool full = is_instance_of(self, &datetime_type);
    PyDateTime *dt = (PyDateTime *)self;
    return datetime_format(
        self, format, op_call_method(self, str_intern("timetuple"), NULL, 0),
        full ? dt->clock.microsecond : 0, full ? dt->tzinfo : NONE, self);
}

static Value date_format(Value self, const Value *args, Py_ssize nargs)
{
    return datetime_format_method(self, args[0]);
}

static Value date_toordinal(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int(ordinal(self));
}

static Value date_weekday(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int((ordinal(self) + 6) % 7);
}

static Value date_isoweekday(Value self, const Value *args, Py_ssize nargs)
{
    return tag_int((ordinal(self) + 6) % 7 + 1);
}

static Value date_isocalendar(Value self, const Value *args, Py_ssize nargs)
{
    int year = DATE(self)->year, today = ordinal(self), day;
    int week = divide_floor(today - iso_week1_monday(year), 7, &day);

    if (week < 0) {
        year--;
        week = divide_floor(today - iso_week1_monday(year), 7, &day);
    } else if (week >= 52 && today >= iso_week1_monday(year + 1)) {
        year++;
        week = 0;
    }
    return (Value)tuple_pack(3, tag_int(year), tag_int(week + 1),
                             tag_int(day + 1));
}

/* --- the type ------------------------------------------------------------- */

static Value get_year(Value self)
{
    return tag_int(DATE(self)->year);
}

static Value get_month(Value self)
{
    return tag_int(DATE(self)->month);
}

static Value get_day(Value self)
{
    return tag_int(DATE(self)->day);
}

static const GetSetDef date_getsets[] = {{"year", get_year, NULL, NULL},
                                         {"month", get_month, NULL, NULL},
                                         {"day", get_day, NULL, NULL},
                                         {0}};

static const NativeDef date_methods[] = {
#include "methods_table.h"
#include "datetime_date.def"
#include "methods_end.h"
    {0}};

PyType date_type = {
    .head.type = &type_type,
    .name = "datetime.date",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDate),
    .methods = date_methods,
    .getsets = date_getsets,
    .repr = date_repr,
    .str = date_str,
    .hash = date_hash,
    .rich_compare = date_rich_compare,
    .new_instance = date_new,
    .binary = {[BIN_add] = date_add, [BIN_sub] = date_sub},
};
