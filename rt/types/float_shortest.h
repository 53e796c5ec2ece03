/* Shortest decimals of doubles. */
#ifndef RT_FLOAT_SHORTEST_H
#define RT_FLOAT_SHORTEST_H

#include <stdbool.h>
#include <stdint.h>

/* n and *exponent with n * 10^*exponent nearest to d among the shortest
 * decimals that read back as d.  d is finite and positive; n has at most 17
 * digits and may end in zeros. */
uint64_t float_shortest(double d, int *exponent);

#endif
