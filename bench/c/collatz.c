/* Twin of kernels/collatz.py. */
#include <stdio.h>

static long length(long n)
{
    long steps = 1;

    while (n != 1) {
        n = n % 2 == 0 ? n / 2 : 3 * n + 1;
        steps++;
    }
    return steps;
}

int main(void)
{
    long best = 0, best_n = 0;

    for (long n = 1; n < 600000; n++) {
        long steps = length(n);

        if (steps > best) {
            best = steps;
            best_n = n;
        }
    }
    printf("%ld %ld\n", best_n, best);
    return 0;
}
