/* float.hex() and float.fromhex(). */
#ifndef RT_FLOAT_HEX_H
#define RT_FLOAT_HEX_H

#include "object.h"

PyStr *float_to_hex(double d);
/* False with ValueError or OverflowError. */
bool float_from_hex(const char *s, Py_ssize length, double *out);

#endif
