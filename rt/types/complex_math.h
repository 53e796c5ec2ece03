/* Complex arithmetic in C, as the complex type does it. */
#ifndef RT_COMPLEX_MATH_H
#define RT_COMPLEX_MATH_H

typedef struct Complex {
    double real, imag;
} Complex;

Complex complex_product(Complex a, Complex b);
/* b is not zero. */
Complex complex_quotient(Complex a, Complex b);

#endif
