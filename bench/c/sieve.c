/* Twin of kernels/sieve.py. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The primes below n, freed by the caller. */
static long *primes_below(long n, long *count)
{
    bool *flags = malloc((size_t)n);
    long *primes = malloc((size_t)n * sizeof *primes);

    if (!flags || !primes)
        abort();
    memset(flags, 1, (size_t)n);
    flags[0] = flags[1] = false;
    for (long i = 2; i * i < n; i++)
        if (flags[i])
            for (long j = i * i; j < n; j += i)
                flags[j] = false;
    *count = 0;
    for (long i = 0; i < n; i++)
        if (flags[i])
            primes[(*count)++] = i;
    free(flags);
    return primes;
}

int main(void)
{
    static const long limits[] = {200000,  500000,  1000000,
                                  6000000, 7000000, 8000000};
    long total = 0;

    for (int i = 0; i < 6; i++) {
        long count, *primes = primes_below(limits[i], &count);

        total += primes[count - 1];
        printf("%ld %ld %ld\n", limits[i], count, primes[count - 1]);
        free(primes);
    }
    printf("%ld\n", total);
    return 0;
}
