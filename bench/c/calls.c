/* Twin of kernels/calls.py. */
#include <stdio.h>

static long fib(long n)
{
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

static long ackermann(long m, long n)
{
    if (m == 0)
        return n + 1;
    if (n == 0)
        return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

static long tak(long x, long y, long z)
{
    if (y >= x)
        return z;
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

int main(void)
{
    printf("%ld\n", fib(35));
    printf("%ld\n", ackermann(2, 700));
    printf("%ld %ld\n", tak(18, 12, 6), tak(24, 16, 8));
    return 0;
}
