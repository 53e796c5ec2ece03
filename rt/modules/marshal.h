/* Between marshal.c and marshal_read.c: CPython's format, versions 0 to 2.
 *
 * A value is a type code and its data: numbers lowest byte first, sizes as
 * four bytes signed, longs as 15-bit digits.  From version 1 on an interned
 * str is written once and then referred to by its number, from version 2 on
 * floats are eight bytes instead of text.
 * There is no bytecode: a code object is 'c', four numbers, a text and a file's
 * name (marshal_code.c), which no CPython takes for its own. */
#ifndef RT_MARSHAL_H
#define RT_MARSHAL_H

#include "layout.h"
#include "object.h"
#include "str.h"

#include <stdio.h>

enum {
    MARSHAL_VERSION = 2,
    MARSHAL_DEPTH = 2000, /* of values in each other */
    MARSHAL_DIGIT_BITS = 15
};

enum { MARSHAL_COMPILED = 255 }; /* in place of a mode: compiled code */

/* (text, filename, mode, flags, how, index) of a code object; NULL, nothing
 * raised: it has no form.  Of compiled code the text is its module's name. */
Value marshal_pack_code(PyCode *c);
/* The code object; NULL with ValueError. */
Value marshal_unpack_code(PyTuple *packed);

/* One value from a file, or (fp NULL) from bytes. */
Value marshal_read(FILE *fp, Span in);

#endif
