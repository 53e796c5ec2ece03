/* Between marshal.c and marshal_read.c: CPython's format, versions 0 to 2.
 *
 * A value is a type code and its data: numbers lowest byte first, sizes as
 * four bytes signed, longs as 15-bit digits.  From version 1 on an interned
 * str is written once and then referred to by its number, from version 2 on
 * floats are eight bytes instead of text.
 * Code objects have no form: those of a compiled program have no bytecode. */
#ifndef RT_MARSHAL_H
#define RT_MARSHAL_H

#include "object.h"
#include "str.h"

#include <stdio.h>

enum {
    MARSHAL_VERSION = 2,
    MARSHAL_DEPTH = 2000, /* of values in each other */
    MARSHAL_DIGIT_BITS = 15
};

/* One value from a file, or (fp NULL) from bytes. */
Value marshal_read(FILE *fp, Span in);

#endif
