/* Gamma and error functions with the approximations of 2.7, whose last bits
 * differ from the C library's.  errno says EDOM or ERANGE. */
#ifndef RT_MATH_SPECIAL_H
#define RT_MATH_SPECIAL_H

double special_gamma(double x);
double special_lgamma(double x);
double special_erf(double x);
double special_erfc(double x);

#endif
