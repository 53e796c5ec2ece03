/* Between decimal_number.c and decimal_module.c. */
#ifndef RT_DECIMAL_NUMBER_H
#define RT_DECIMAL_NUMBER_H

#include "decimal.h"

/* v as a number: 1, 0 it is none (nothing raised), -1 with an exception. */
int dec_operand(Value v, bool allow_float, Dec *out);
/* The same; false with TypeError "Unable to convert ... to Decimal". */
bool dec_needed(Value v, Dec *out);
/* The tuple of divmod(). */
Value dec_divmod_value(const Dec *x, const Dec *y, const Context *c);

#endif
