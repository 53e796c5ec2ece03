/* What the files of the datetime module share: the objects, the calendar,
 * and calls of tzinfo methods.
 *
 * Dates are those of the proleptic Gregorian calendar, ordinal 1 being
 * January 1 of year 1. */
#ifndef RT_DATETIME_H
#define RT_DATETIME_H

#include "instance.h"
#include "layout.h"

enum { MIN_YEAR = 1, MAX_YEAR = 9999, MAX_DELTA_DAYS = 999999999 };

typedef struct PyDelta {
    PyObject head;
    int days, seconds, microseconds; /* 0 <= seconds < 86400, and so on */
} PyDelta;

typedef struct PyDate {
    PyObject head;
    int year, month, day;
} PyDate;

typedef struct Clock {
    int hour, minute, second, microsecond;
} Clock;

typedef struct PyDateTime {
    PyDate date; /* datetime is a subclass of date */
    Clock clock;
    Value tzinfo; /* or None */
} PyDateTime;

typedef struct PyTime {
    PyObject head;
    Clock clock;
    Value tzinfo;
} PyTime;

extern PyType timedelta_type, date_type, time_type, datetime_type, tzinfo_type;

static inline bool is_instance_of(Value v, PyType *t)
{
    return is_pointer(v) &&
           (as_object(v)->type == t || type_is_subtype(as_object(v)->type, t));
}

/* --- the calendar (datetime_calendar.c) ----------------------------------- */

int days_in_month(int year, int month);
int days_before_month(int year, int month);
int ordinal_of(int year, int month, int day);
void date_of_ordinal(int ordinal, int *year, int *month, int *day);
int weekday_of(int year, int month, int day); /* Monday is 0 */
/* The ordinal of the Monday that starts the ISO year. */
int iso_week1_monday(int year);
/* Floor division of C ints; *rest gets the remainder. */
int divide_floor(int a, int b, int *rest);
/* Carries what is out of range; false with OverflowError. */
bool normalize_date(int *year, int *month, int *day);
bool normalize_datetime(int *year, int *month, int *day, Clock *c);
/* ValueErrors of constructors. */
bool check_date(int year, int month, int day);
bool check_clock(const Clock *c);
bool check_tzinfo(Value v);
/* TypeError "can't compare A to B". */
void *compare_error(Value a, Value b);
/* Is order op 0? */
bool order_holds(CompareOp op, int order);
const char *day_name(int weekday);
const char *month_name(int month);
/* time.struct_time with weekday and day of the year. */
Value build_time_tuple(const PyDate *d, const Clock *c, int dst);
/* The strftime of all classes; microsecond and tzinfo serve %f %z %Z. */
Value datetime_format(Value self, Value format, Value time_tuple,
                      int microsecond, Value tzinfo, Value tz_argument);
/* __format__: str(self), or self.strftime(spec). */
Value datetime_format_method(Value self, Value spec);

/* --- objects ---------------------------------------------------------------
 */

/* Carries seconds and microseconds; OverflowError. */
Value delta_new(int64_t days, int64_t seconds, int64_t microseconds);
Value delta_add(Value a, Value b);
Value delta_subtract(Value a, Value b);
Value date_make(PyType *type, int year, int month, int day);
Value datetime_make(PyType *type, int year, int month, int day, const Clock *c,
                    Value tzinfo);
Value time_make(PyType *type, const Clock *c, Value tzinfo);
int clock_parse(const Value *v, Clock *c); /* 4 values, NULL keeps */
/* The bytes that pickles hold: 10 of a datetime, the last 6 of a time. */
void clock_pack(const Clock *c, char *p);
void clock_unpack(const char *p, Clock *c);
int clock_repr(const Clock *c, char *out, size_t room);
int clock_iso(const Clock *c, char *out, size_t room);

/* --- tzinfo ----------------------------------------------------------------
 */

typedef enum OffsetKind {
    OFFSET_error,
    OFFSET_naive, /* tzinfo or its answer is None */
    OFFSET_aware
} OffsetKind;

/* tzinfo.utcoffset(arg), .dst(arg) in minutes. */
OffsetKind tz_minutes(Value tzinfo, const char *method, Value arg,
                      int *minutes);
/* The same as a timedelta or None. */
Value tz_delta(Value tzinfo, const char *method, Value arg);
Value tz_name(Value tzinfo, Value arg); /* str or None */
/* "+HH<separator>MM", empty when naive; false with exception. */
bool tz_offset_text(Value tzinfo, Value arg, const char *separator,
                    char out[16]);

#endif
