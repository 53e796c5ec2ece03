/* Numbers as text: the conversions of the % operator and the format()
 * mini-language. */
#ifndef RT_NUMFORMAT_H
#define RT_NUMFORMAT_H

#include "object.h"

/* Flags of a % conversion. */
enum {
    FORMAT_LEFT = 1,  /* - */
    FORMAT_PLUS = 2,  /* + */
    FORMAT_SPACE = 4, /* blank */
    FORMAT_ALT = 8,   /* # */
    FORMAT_ZERO = 16  /* 0 */
};

/* '%d' % v: code is d i u o x X; width and precision -1 when left out.  Any v
 * that CPython takes (numbers; __int__, else __long__); TypeError "%d format:
 * a number is required, not str".  The text has its padding.  A subclass of
 * long is asked for its __str__, __oct__ or __hex__. */
PyStr *format_int_percent(Value v, char code, int flags, int64_t width,
                          int64_t precision);
/* '%f' % d: code is e E f F g G. */
PyStr *format_float_percent(double d, char code, int flags, int64_t width,
                            int64_t precision);

/* A parsed format() specification; see PEP 3101. */
typedef struct FormatSpec {
    uint32_t fill; /* of no meaning unless fill_given: a blank */
    char align;    /* < > = ^ */
    char sign;     /* 0 + - blank */
    bool alternate, thousands, align_given, fill_given;
    int64_t width, precision; /* -1: not given */
    uint32_t type;            /* 0: not given */
} FormatSpec;

/* spec is a str or unicode; false with ValueError. */
bool format_spec_parse(Value spec, char default_type, char default_align,
                       FormatSpec *out);
/* ValueError "Unknown format code 'c' for object of type 'T'"; NULL. */
void *format_unknown_code(const FormatSpec *f, Value spec, Value v);

/* v.__format__(spec) for ints and longs, floats, complex numbers: a str, also
 * for a unicode spec. */
Value format_int(Value v, Value spec);
Value format_float(Value v, Value spec);
Value format_complex(Value v, Value spec);

/* bin(), oct(), hex() of the integer v, for the builtins. */
Value number_bin(Value v);
Value number_oct(Value v);
Value number_hex(Value v);

#endif
