/* time: the C library's calendar functions with Python's argument checks. */
#include <limits.h>
#include <stdlib.h>
#include <math.h>

#include "module.h"
#include "number.h"
#include "str.h"
#include "signals.h"
#include "structseq.h"
#include "thread.h"
#include "time_support.h"

#include <errno.h>

#include "methods_declare.h"
#include "time.def"
#include "methods_end.h"

static StructSeqDef struct_time = {
    .name = "time.struct_time",
    .fields = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec",
               "tm_wday", "tm_yday", "tm_isdst"},
    .visible = 9,
    .callable = true,
};

static PyModule *time_module; /* holds accept2dyear */

/* --- clocks --------------------------------------------------------------- */

double time_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_REALTIME, &t);
    /* Microseconds, as gettimeofday gives them to 2.7. */
    return (double)t.tv_sec + (double)(t.tv_nsec / 1000) * 1e-6;
}

static Value time_time(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_double(time_now());
}

static Value time_clock(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_double((double)clock() / CLOCKS_PER_SEC);
}

/* Waits for an absolute time, since the collector's signals interrupt too, and
 * finalisers may run then; Python's own signals end the sleep of the main
 * thread early, as in 2.7. */
static Value time_sleep(Value self, const Value *args, Py_ssize nargs)
{
    double seconds = value_as_double(args[0]), whole;
    struct timespec until;

    if (seconds == -1.0 && err_pending())
        return NULL;
    if (!(seconds >= 0) || seconds > 1e15) {
        errno = EINVAL;
        return err_from_errno(&exc_IOError, NULL);
    }
    if (seconds >= 0.005)
        gc_idle();
    if (thread_safepoint() < 0) /* a signal that came before, or meanwhile */
        return NULL;
    clock_gettime(CLOCK_MONOTONIC, &until);
    double rest = modf(seconds, &whole);
    until.tv_sec += (time_t)whole;
    until.tv_nsec += (long)(rest * 1e9);
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) ==
           EINTR) {
        bool by_signal = thread_state == thread_main && signals_tripped();

        if (thread_safepoint() < 0)
            return NULL;
        if (by_signal)
            break;
    }
    return thread_safepoint() < 0 ? NULL : NONE;
}

/* --- time tuples ---------------------------------------------------------- */

bool time_from_double(double d, time_t *out)
{
    if (d >= -0x1p63 && d < 0x1p63) {
        *out = (time_t)d;
        return true;
    }
    if (isnan(d)) {
        *out = INT64_MIN;
        return true;
    }
    err_format(&exc_ValueError, "timestamp out of range for platform time_t");
    return false;
}

Value time_struct(const struct tm *tm)
{
    Value items[] = {
        value_from_int((int64_t)tm->tm_year + 1900),
        tag_int(tm->tm_mon + 1),
        tag_int(tm->tm_mday),
        tag_int(tm->tm_hour),
        tag_int(tm->tm_min),
        tag_int(tm->tm_sec),
        tag_int((tm->tm_wday + 6) % 7),
        tag_int(tm->tm_yday + 1),
        tag_int(tm->tm_isdst),
    };

    /* datetime comes here before anybody imported time. */
    if (structseq_ready(&struct_time) < 0)
        return NULL;
    return structseq_new(&struct_time, items);
}

/* The optional argument of gmtime and its like: seconds or None for now. */
static bool get_time(const Value *args, Py_ssize nargs, time_t *out)
{
    if (nargs == 0 || args[0] == NONE) {
        *out = time(NULL);
        return true;
    }
    double d = value_as_double(args[0]);
    if (d == -1.0 && err_pending())
        return false;
    return time_from_double(d, out);
}

typedef struct tm *Converter(const time_t *t, struct tm *out);

static bool convert(const Value *args, Py_ssize nargs, Converter *converter,
                    struct tm *tm)
{
    time_t t;

    if (!get_time(args, nargs, &t))
        return false;
    errno = 0;
    if (converter(&t, tm))
        return true;
    if (!errno)
        errno = EINVAL;
    err_from_errno(&exc_ValueError, NULL);
    return false;
}

static Value time_gmtime(Value self, const Value *args, Py_ssize nargs)
{
    struct tm tm;

    return convert(args, nargs, gmtime_r, &tm) ? time_struct(&tm) : NULL;
}

static Value time_localtime(Value self, const Value *args, Py_ssize nargs)
{
    struct tm tm;

    return convert(args, nargs, localtime_r, &tm) ? time_struct(&tm) : NULL;
}

/* Years of two digits, while time.accept2dyear is true. */
static bool fix_year(int *year)
{
    if (*year >= 1900)
        return true;
    Value accept =
        dict_get_str_or_null(time_module->dict, str_intern("accept2dyear"));
    int64_t on = accept ? value_as_int64(accept) : 0;
    err_clear();
    if (on && *year >= 69 && *year <= 99) {
        *year += 1900;
    } else if (on && *year >= 0 && *year <= 68) {
        *year += 2000;
    } else {
        err_format(&exc_ValueError, "year out of range");
        return false;
    }
    return true;
}

/* A tuple or struct_time as struct tm, unchecked but for the year. */
static bool get_tm(Value v, struct tm *tm)
{
    int year;

    memset(tm, 0, sizeof *tm);
    if (!type_of(v)->length || has_type_flag(v, TYPE_STR | TYPE_UNICODE)) {
        err_format(&exc_TypeError,
                   "argument must be 9-item sequence, not %.200s",
                   type_name_of(v));
        return false;
    }
    PyTuple *t = op_tuple(v);
    if (!t)
        return false;
    if (tuple_length(t) != 9) {
        err_format(&exc_TypeError,
                   "argument must be sequence of length 9, not %d",
                   (int)tuple_length(t));
        return false;
    }
    int *const fields[] = {&year,        &tm->tm_mon,  &tm->tm_mday,
                           &tm->tm_hour, &tm->tm_min,  &tm->tm_sec,
                           &tm->tm_wday, &tm->tm_yday, &tm->tm_isdst};
    for (int i = 0; i < 9; i++)
        if (!value_as_int32(tuple_get(t, i), fields[i]))
            return false;
    if (!fix_year(&year))
        return false;
    tm->tm_year = year - 1900;
    tm->tm_mon--;
    tm->tm_wday = (tm->tm_wday + 1) % 7;
    tm->tm_yday--;
    return true;
}

static bool range_error(const char *what)
{
    err_format(&exc_ValueError, "%s out of range", what);
    return false;
}

/* Zero months and days of any kind count as the first. */
static bool check_tm(struct tm *tm)
{
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    else if (tm->tm_mon < 0 || tm->tm_mon > 11)
        return range_error("month");
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    else if (tm->tm_mday < 0 || tm->tm_mday > 31)
        return range_error("day of month");
    if (tm->tm_hour < 0 || tm->tm_hour > 23)
        return range_error("hour");
    if (tm->tm_min < 0 || tm->tm_min > 59)
        return range_error("minute");
    if (tm->tm_sec < 0 || tm->tm_sec > 61)
        return range_error("seconds");
    if (tm->tm_wday < 0)
        return range_error("day of week");
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    else if (tm->tm_yday < 0 || tm->tm_yday > 365)
        return range_error("day of year");
    return true;
}

/* A given time tuple, checked, or the local time now. */
static bool get_tm_or_now(const Value *args, Py_ssize nargs, Py_ssize at,
                          struct tm *tm)
{
    if (nargs <= at)
        return convert(NULL, 0, localtime_r, tm);
    return get_tm(args[at], tm) && check_tm(tm);
}

/* --- text ----------------------------------------------------------------- */

static Value asctime_text(const struct tm *tm)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

    return (Value)str_format_c("%.3s %.3s%3d %.2d:%.2d:%.2d %lld",
                               days + tm->tm_wday * 3, months + tm->tm_mon * 3,
                               tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec,
                               1900LL + tm->tm_year);
}

static Value time_asctime(Value self, const Value *args, Py_ssize nargs)
{
    struct tm tm;

    return get_tm_or_now(args, nargs, 0, &tm) ? asctime_text(&tm) : NULL;
}

static Value time_ctime(Value self, const Value *args, Py_ssize nargs)
{
    struct tm tm;

    return convert(args, nargs, localtime_r, &tm) ? asctime_text(&tm) : NULL;
}

/* strftime returns 0 both for an empty result and for want of room: a result
 * 256 times as long as its format does not happen. */
PyStr *time_format(const char *format, const struct tm *tm)
{
    size_t length = strlen(format);

    if (length == 0)
        return str_empty();
    for (size_t room = 1024;; room *= 2) {
        char *text = gc_bytes(room);
        if (!text)
            return NULL;
        size_t n = strftime(text, room, format, tm);
        if (n > 0 || room >= 256 * length)
            return str_from(text, (Py_ssize)n);
    }
}

static Value time_strftime(Value self, const Value *args, Py_ssize nargs)
{
    const char *format = arg_name("strftime", 1, args[0]);
    struct tm tm;

    if (!format || !get_tm_or_now(args, nargs, 1, &tm))
        return NULL;
    tm.tm_isdst = tm.tm_isdst < -1 ? -1 : tm.tm_isdst > 1 ? 1 : tm.tm_isdst;
    return (Value)time_format(format, &tm);
}

Value time_call_strptime(const char *function, const Value *args,
                         Py_ssize nargs)
{
    PyTuple *names = tuple_pack(1, str_intern(function));
    Value module =
        import_module(str_intern("_strptime"), NULL, (Value)names, 0);

    return module ? op_call_method(module, str_intern(function), args, nargs)
                  : NULL;
}

static Value time_strptime(Value self, const Value *args, Py_ssize nargs)
{
    return time_call_strptime("_strptime_time", args, nargs);
}

static Value time_mktime(Value self, const Value *args, Py_ssize nargs)
{
    struct tm tm;

    if (!get_tm(args[0], &tm))
        return NULL;
    tm.tm_wday = -1; /* mktime sets it when it succeeds */
    time_t t = mktime(&tm);
    if (t == -1 && tm.tm_wday == -1)
        return err_format(&exc_OverflowError, "mktime argument out of range");
    return value_from_double((double)t);
}

/* --- time zones ----------------------------------------------------------- */

typedef struct Zone {
    int64_t seconds_west;
    char name[10];
} Zone;

static Zone zone_at(time_t t)
{
    struct tm tm = {0};
    Zone z;

    localtime_r(&t, &tm);
    z.seconds_west = -tm.tm_gmtoff;
    strncpy(z.name, tm.tm_zone ? tm.tm_zone : "   ", 9);
    z.name[9] = 0;
    return z;
}

/* The zones of January and July tell standard from summer time, in either
 * hemisphere. */
static int set_zone_constants(PyModule *m)
{
    const time_t year = (365 * 24 + 6) * 3600;
    time_t start = time(NULL) / year * year;
    Zone winter = zone_at(start), summer = zone_at(start + year / 2);

    if (winter.seconds_west < summer.seconds_west) {
        Zone z = winter;
        winter = summer;
        summer = z;
    }
    if (module_add(m, "timezone", value_from_int(winter.seconds_west)) < 0 ||
        module_add(m, "altzone", value_from_int(summer.seconds_west)) < 0 ||
        module_add(m, "daylight",
                   tag_int(winter.seconds_west != summer.seconds_west)) < 0)
        return -1;
    return module_add(
        m, "tzname",
        (Value)tuple_pack(2, str_from_c(winter.name), str_from_c(summer.name)));
}

static Value time_tzset(Value self, const Value *args, Py_ssize nargs)
{
    tzset();
    return set_zone_constants(time_module) < 0 ? NULL : NONE;
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef time_functions[] = {
#include "methods_table.h"
#include "time.def"
#include "methods_end.h"
    {0}};

static int time_init(PyModule *m)
{
    time_module = m;
    if (structseq_ready(&struct_time) < 0 ||
        module_add(m, "struct_time", (Value)&struct_time.type) < 0 ||
        module_add(m, "accept2dyear",
                   tag_int(!(getenv("PYTHONY2K") && *getenv("PYTHONY2K")))) < 0)
        return -1;
    return set_zone_constants(m);
}

const NativeModule native_module_time = {
    .name = "time",
    .doc = "The clocks, waiting, and times as seconds, tuples or text.",
    .functions = time_functions,
    .init = time_init,
};
