/* Numbers, for the rest of the runtime and for compiled code: conversions,
 * and the generic operations that start with the numeric types. */
#ifndef RT_NUMBER_H
#define RT_NUMBER_H

#include "object.h"
#include "layout.h"

/* --- ints and longs from C ------------------------------------------------ */

/* An int, or a long when it does not fit. */
Value int_from_uint64(uint64_t u);
Value int_from_int128(__int128 i);
/* Truncates; OverflowError for infinities, ValueError for nan. */
Value int_from_double(double d);
/* int(text, base) and long(text, base); the text may not be zero-ended.
 * ValueError "invalid literal for int() with base ..." */
Value int_from_string(const char *s, Py_ssize length, int base);
Value long_from_string(const char *s, Py_ssize length, int base);
/* An int if the long fits, else the value as an exact long. */
Value int_from_long(Value l);
Value long_from_int64(int64_t i); /* a long */
Value long_from_uint64(uint64_t u);
Value long_from_double(double d);
/* Little- or big-endian two's complement, as in struct formats. */
Value long_from_bytes(const unsigned char *p, size_t n, bool little,
                      bool is_signed);
/* 0, or -1 with OverflowError when it does not fit (message of 2.7's
 * _PyLong_AsByteArray). */
int long_to_bytes(Value int_or_long, unsigned char *p, size_t n, bool little,
                  bool is_signed);

/* --- C numbers from ints and longs ---------------------------------------- */

/* False when it does not fit; raises nothing. */
bool long_fits_int64(Value int_or_long, int64_t *out);
bool long_fits_uint64(Value int_or_long, uint64_t *out);
/* The value modulo 2^64. */
uint64_t long_mask64(Value int_or_long);
/* -1 with OverflowError "Python int too large to convert to C long". */
int64_t long_as_int64(Value int_or_long);
/* Round half even; -1.0 with OverflowError "long int too large to convert to
 * float". */
double long_as_double(Value int_or_long);
/* In [0.5, 1) with the value's exponent, correctly rounded; 0 for 0. */
double long_frexp(Value int_or_long, int64_t *exponent);
int long_sign(Value int_or_long);
int64_t long_bit_length(Value int_or_long);
/* -1, 0, 1 */
int long_compare(Value a, Value b);
/* Exact; d is no nan. */
int long_compare_double(Value int_or_long, double d);
/* Digits with sign, lower case, bases 2 to 36.  prefix: "0x", "0b", "0o" (or
 * "0" of oct()) goes between sign and digits; suffix "L" or "". */
PyStr *long_to_str(Value int_or_long, int base, const char *prefix,
                   const char *suffix);
/* Zero-ended digits of the magnitude in collected memory; MemoryError. */
char *long_digits(Value int_or_long, int base, Py_ssize *length);

/* --- floats --------------------------------------------------------------- */

/* float(text): ValueError "could not convert string to float: ..." */
Value float_from_string(const char *s, Py_ssize length);
/* The 2.7 hash of a double. */
int64_t float_hash_double(double d);
/* round(x, ndigits): half away from zero, exact; OverflowError. */
Value float_round(double x, int ndigits);
/* x ** y with Python's errors. */
Value float_power_double(double x, double y);
/* Floor division and modulo of doubles; b is not zero. */
void float_divmod_double(double a, double b, double *quotient, double *mod);
/* IEEE 754 single and double in bytes.  Packing a single may raise
 * OverflowError "float too large to pack with f format": -1. */
int float_pack4(double d, unsigned char *p, bool little);
void float_pack8(double d, unsigned char *p, bool little);
double float_unpack4(const unsigned char *p, bool little);
double float_unpack8(const unsigned char *p, bool little);
/* False after float.__setformat__(kind, 'unknown'): infinities and NaNs are
 * not unpacked then. */
bool float_has_specials(bool is_double);
Value complex_from(double real, double imag);
/* As complex(v) takes it: complex, __complex__, or a float.  false: error. */
bool value_as_complex(Value v, double *real, double *imag);

/* --- generic conversions ---------------------------------------------------
 */

Value num_int(Value v);   /* int(v) */
Value num_long(Value v);  /* long(v) */
Value num_float(Value v); /* float(v) */
/* int(v, base) or long(v, base) of a unicode. */
Value num_int_from_unicode(Value v, int base, bool want_long);
/* The int of what a __trunc__ method returned, by its __int__ only. */
Value num_integral(Value v);
/* CPython's "i" format; OverflowError "signed integer is greater than
 * maximum". */
bool value_as_int32(Value v, int *out);
/* operator.index(): an int or long; TypeError "'T' object cannot be
 * interpreted as an index". */
Value num_index(Value v);
bool value_is_number(Value v); /* 2.7's PyNumber_Check */
/* 1 and the value when v is an exact int, long or float pair that compares
 * without Python code: *result is a op b.  Else false, nothing raised. */
bool num_compare(CompareOp op, Value a, Value b, bool *result);

/* --- operations for compiled code ----------------------------------------- */

/* Out-of-line halves of number_fast.h; any operands. */
#define X(name, sign) Value num_##name##_slow(Value a, Value b);
BINARY_OPS(X)
#undef X
Value num_compare_slow(CompareOp op, Value a, Value b);
int num_compare_bool_slow(CompareOp op, Value a, Value b);
Value num_neg_slow(Value a);
Value num_power(Value a, Value b);
/* Exact results of int arithmetic that overflowed 64 bits. */
Value int_add_overflow(int64_t a, int64_t b);
Value int_sub_overflow(int64_t a, int64_t b);
Value int_mul_overflow(int64_t a, int64_t b);
/* a ** b for C ints, any result type; ZeroDivisionError for 0 ** -1. */
Value int_power(int64_t a, int64_t b);
void *err_int_zero_division(void);

#endif
