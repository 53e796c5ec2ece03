/* Doubles as decimal text, correctly rounded and independent of the C
 * locale: the digits come from the C library's exact conversions, the layout
 * follows 2.7's rules. */
#ifndef RT_FLOAT_TEXT_H
#define RT_FLOAT_TEXT_H

#include "object.h"

/* 0.d1d2d3... * 10^point, without trailing zeros; zero has one digit '0' and
 * point 1, a value that rounds to zero has none. */
typedef struct Digits {
    int count, point;
    bool negative;
    char text[1500];
} Digits;

typedef enum DigitMode {
    DIGITS_shortest,    /* the fewest that read back as the same double */
    DIGITS_significant, /* so many */
    DIGITS_fraction     /* so many after the point; may be negative */
} DigitMode;

/* d is finite; rounds half to even. */
void float_digits(double d, DigitMode mode, int n, Digits *out);

enum {
    FLOAT_SIGN = 1,      /* + before what is not negative */
    FLOAT_ADD_DOT_0 = 2, /* "1.0", not "1" */
    FLOAT_ALT = 4        /* keep the point and trailing zeros */
};

/* Zero-ended text in collected memory; code is r (shortest), e f g or E F G.
 * NULL with MemoryError. */
char *float_text(double d, char code, int precision, int flags,
                 Py_ssize *length);
/* The same in room of FLOAT_ROOM bytes, if it fits. */
enum { FLOAT_ROOM = 64 };
char *float_text_in(char *room, double d, char code, int precision, int flags,
                    Py_ssize *length);

/* 10^n, 0 <= n <= 22: those that a double holds exactly. */
double float_power_of_ten(int n);

/* Reads the longest float literal at the start of a zero-ended text (no
 * leading space; inf, infinity and nan too); *end is s if there is none. */
double float_scan(const char *s, const char **end);

#endif
