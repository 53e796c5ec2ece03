/* Calendar arithmetic, argument checks and strftime of datetime. */
#include <stdio.h>

#include "datetime.h"
#include "names.h"
#include "number.h"
#include "time_support.h"
#include "unicode.h"

enum { DAYS_4Y = 1461, DAYS_100Y = 36524, DAYS_400Y = 146097 };

int divide_floor(int a, int b, int *rest)
{
    int q = a / b;

    *rest = a % b;
    if (*rest < 0) {
        q--;
        *rest += b;
    }
    return q;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int days_before_month(int year, int month)
{
    static const int days[] = {0,   31,  59,  90,  120, 151,
                               181, 212, 243, 273, 304, 334};

    return days[month - 1] + (month > 2 && is_leap(year));
}

static int days_before_year(int year)
{
    int y = year - 1;

    return y * 365 + y / 4 - y / 100 + y / 400;
}

int ordinal_of(int year, int month, int day)
{
    return days_before_year(year) + days_before_month(year, month) + day;
}

void date_of_ordinal(int ordinal, int *year, int *month, int *day)
{
    int n = ordinal - 1;
    int n400 = n / DAYS_400Y, n100, n4, n1;

    n %= DAYS_400Y;
    n100 = n / DAYS_100Y;
    n %= DAYS_100Y;
    n4 = n / DAYS_4Y;
    n %= DAYS_4Y;
    n1 = n / 365;
    n %= 365;
    *year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
    if (n1 == 4 || n100 == 4) {
        /* The last day of a leap year that ends a cycle. */
        *year -= 1;
        *month = 12;
        *day = 31;
        return;
    }
    *month = (n + 50) >> 5; /* an estimate, one too high at most */
    if (*month > 12 || days_before_month(*year, *month) > n)
        *month -= 1;
    *day = n - days_before_month(*year, *month) + 1;
}

int weekday_of(int year, int month, int day)
{
    return (ordinal_of(year, month, day) + 6) % 7;
}

int iso_week1_monday(int year)
{
    int first = ordinal_of(year, 1, 1), weekday = (first + 6) % 7;

    return first - weekday + (weekday > 3 ? 7 : 0);
}

static bool date_overflow(void)
{
    err_format(&exc_OverflowError, "date value out of range");
    return false;
}

/* month may be off by some; day by any number. */
bool normalize_date(int *year, int *month, int *day)
{
    if (*month < 1 || *month > 12) {
        int rest;
        *year += divide_floor(*month - 1, 12, &rest);
        *month = rest + 1;
    }
    if (*year < MIN_YEAR || *year > MAX_YEAR)
        return date_overflow();
    if (*day < 1 || *day > days_in_month(*year, *month)) {
        int64_t ordinal = (int64_t)ordinal_of(*year, *month, 1) + *day - 1;
        if (ordinal < 1 || ordinal > ordinal_of(MAX_YEAR, 12, 31))
            return date_overflow();
        date_of_ordinal((int)ordinal, year, month, day);
    }
    return true;
}

bool normalize_datetime(int *year, int *month, int *day, Clock *c)
{
    c->second += divide_floor(c->microsecond, 1000000, &c->microsecond);
    c->minute += divide_floor(c->second, 60, &c->second);
    c->hour += divide_floor(c->minute, 60, &c->minute);
    *day += divide_floor(c->hour, 24, &c->hour);
    return normalize_date(year, month, day);
}

/* --- checks --------------------------------------------------------------- */

static bool value_error(const char *text)
{
    err_format(&exc_ValueError, "%s", text);
    return false;
}

bool check_date(int year, int month, int day)
{
    if (year < MIN_YEAR || year > MAX_YEAR)
        return value_error("year is out of range");
    if (month < 1 || month > 12)
        return value_error("month must be in 1..12");
    if (day < 1 || day > days_in_month(year, month))
        return value_error("day is out of range for month");
    return true;
}

bool check_clock(const Clock *c)
{
    if (c->hour < 0 || c->hour > 23)
        return value_error("hour must be in 0..23");
    if (c->minute < 0 || c->minute > 59)
        return value_error("minute must be in 0..59");
    if (c->second < 0 || c->second > 59)
        return value_error("second must be in 0..59");
    if (c->microsecond < 0 || c->microsecond > 999999)
        return value_error("microsecond must be in 0..999999");
    return true;
}

bool check_tzinfo(Value v)
{
    if (v == NONE || is_instance_of(v, &tzinfo_type))
        return true;
    err_format(&exc_TypeError,
               "tzinfo argument must be None or of a tzinfo subclass, not "
               "type '%s'",
               type_name_of(v));
    return false;
}

void *compare_error(Value a, Value b)
{
    return err_format(&exc_TypeError, "can't compare %s to %s",
                      type_of(a)->name, type_of(b)->name);
}

bool order_holds(CompareOp op, int order)
{
    switch (op) {
    case CMP_lt:
        return order < 0;
    case CMP_le:
        return order <= 0;
    case CMP_eq:
        return order == 0;
    case CMP_ne:
        return order != 0;
    case CMP_gt:
        return order > 0;
    default:
        return order >= 0;
    }
}

const char *day_name(int weekday)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu",
                                        "Fri", "Sat", "Sun"};

    return names[weekday];
}

const char *month_name(int month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr",
                                        "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec"};

    return names[month - 1];
}

/* --- clocks --------------------------------------------------------------- */

int clock_parse(const Value *v, Clock *c)
{
    int *const fields[] = {&c->hour, &c->minute, &c->second, &c->microsecond};

    for (int i = 0; i < 4; i++)
        if (v[i] && !value_as_int32(v[i], fields[i]))
            return -1;
    return 0;
}

void clock_pack(const Clock *c, char *p)
{
    p[0] = (char)c->hour;
    p[1] = (char)c->minute;
    p[2] = (char)c->second;
    p[3] = (char)(c->microsecond >> 16);
    p[4] = (char)(c->microsecond >> 8);
    p[5] = (char)c->microsecond;
}

void clock_unpack(const char *text, Clock *c)
{
    const unsigned char *p = (const unsigned char *)text;

    *c = (Clock){p[0], p[1], p[2], p[3] << 16 | p[4] << 8 | p[5]};
}

/* "h, m[, s[, us]]" */
int clock_repr(const Clock *c, char *out, size_t room)
{
    if (c->microsecond)
        return snprintf(out, room, "%d, %d, %d, %d", c->hour, c->minute,
                        c->second, c->microsecond);
    if (c->second)
        return snprintf(out, room, "%d, %d, %d", c->hour, c->minute, c->second);
    return snprintf(out, room, "%d, %d", c->hour, c->minute);
}

int clock_iso(const Clock *c, char *out, size_t room)
{
    int n =
        snprintf(out, room, "%02d:%02d:%02d", c->hour, c->minute, c->second);

    if (c->microsecond)
        n += snprintf(out + n, room - (size_t)n, ".%06d", c->microsecond);
    return n;
}

/* --- strftime ------------------------------------------------------------- */

Value build_time_tuple(const PyDate *d, const Clock *c, int dst)
{
    struct tm tm = {
        .tm_year = d->year - 1900,
        .tm_mon = d->month - 1,
        .tm_mday = d->day,
        .tm_hour = c->hour,
        .tm_min = c->minute,
        .tm_sec = c->second,
        .tm_wday = (weekday_of(d->year, d->month, d->day) + 1) % 7,
        .tm_yday = days_before_month(d->year, d->month) + d->day - 1,
        .tm_isdst = dst,
    };

    return time_struct(&tm);
}

/* What replaces %Z: the name with its percent signs doubled. */
static int add_zone_name(StrBuilder *b, Value tzinfo, Value arg)
{
    Value name = tz_name(tzinfo, arg);

    if (!name)
        return -1;
    if (name == NONE)
        return 0;
    if (!is_exact_str(name)) {
        /* A subclass doubles them by itself. */
        Value both[] = {(Value)str_char('%'), (Value)str_from("%%", 2)};
        name = op_call_method(name, str_intern("replace"), both, 2);
        if (name && !is_str(name))
            err_format(&exc_TypeError,
                       "tzname.replace() did not return a string");
        return !err_pending()
                   ? sb_add(b, str_span(name).data, str_span(name).length)
                   : -1;
    }
    Span s = str_span(name);
    for (int64_t i = 0; i < s.length; i++)
        if (sb_putc(b, s.data[i]) < 0 ||
            (s.data[i] == '%' && sb_putc(b, '%') < 0))
            return -1;
    return 0;
}

static int add_offset(StrBuilder *b, Value tzinfo, Value arg)
{
    char text[16];

    return tz_offset_text(tzinfo, arg, "", text)
               ? sb_add(b, text, (int64_t)strlen(text))
               : -1;
}

/* The format with %z, %Z and %f filled in. */
static PyStr *fill_format(Span format, int microsecond, Value tzinfo, Value arg)
{
    StrBuilder b = {0};
    char digits[16];

    for (int64_t i = 0; i < format.length; i++) {
        char c = format.data[i];
        char next = i + 1 < format.length ? format.data[i + 1] : 0;
        int failed;
        if (c != '%') {
            failed = sb_putc(&b, c);
        } else if (!next && i + 1 == format.length) {
            return err_format(&exc_ValueError,
                              "strftime format ends with raw %%");
        } else if (next == 'z') {
            failed = add_offset(&b, tzinfo, arg);
        } else if (next == 'Z') {
            failed = add_zone_name(&b, tzinfo, arg);
        } else if (next == 'f') {
            int n = snprintf(digits, sizeof digits, "%06d", microsecond);
            failed = sb_add(&b, digits, n);
        } else {
            failed = sb_add(&b, format.data + i, 2);
        }
        i += c == '%';
        if (failed)
            return NULL;
    }
    return sb_finish(&b);
}

Value datetime_format(Value self, Value format, Value time_tuple,
                      int microsecond, Value tzinfo, Value tz_argument)
{
    if (!time_tuple)
        return NULL;
    if (is_unicode(format))
        format = (Value)unicode_as_str((PyUnicode *)format);
    else if (!is_str(format))
        return arg_type_error("strftime", 1, "string or read-only buffer",
                              format);
    PyTuple *t = format ? op_tuple(time_tuple) : NULL;
    if (!t)
        return NULL;
    int64_t year = int_value(tuple_get(t, 0));
    if (year < 1900)
        return err_format(&exc_ValueError,
                          "year=%lld is before 1900; the datetime strftime() "
                          "methods require year >= 1900",
                          (long long)year);
    PyStr *filled =
        fill_format(str_span(format), microsecond, tzinfo, tz_argument);
    if (!filled)
        return NULL;
    struct tm tm = {.tm_year = (int)year - 1900};
    int *const fields[] = {&tm.tm_mon, &tm.tm_mday, &tm.tm_hour, &tm.tm_min,
                           &tm.tm_sec, &tm.tm_wday, &tm.tm_yday, &tm.tm_isdst};
    for (int i = 0; i < 8; i++)
        *fields[i] = (int)int_value(tuple_get(t, i + 1));
    tm.tm_mon--;
    tm.tm_wday = (tm.tm_wday + 1) % 7;
    tm.tm_yday--;
    return (Value)time_format(str_data(filled), &tm);
}

Value datetime_format_method(Value self, Value spec)
{
    if (!has_type_flag(spec, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_ValueError,
                          "__format__ expects str or unicode, not %.200s",
                          type_name_of(spec));
    if (op_length(spec) == 0)
        return op_str(self);
    return op_call_method(self, str_intern("strftime"), &spec, 1);
}
