/* Twin of kernels/fannkuch.py. */
#include <stdio.h>
#include <string.h>

static long flips_of(const long *permutation, long n)
{
    long p[16], flips = 0, first;

    memcpy(p, permutation, (size_t)n * sizeof *p);
    first = p[0];
    while (first) {
        long low = 0, high = first;

        while (low < high) {
            long t = p[low];

            p[low++] = p[high];
            p[high--] = t;
        }
        flips++;
        first = p[0];
    }
    return flips;
}

static void fannkuch(long n, long *checksum, long *most)
{
    long permutation[16], count[16] = {0}, i;
    int even = 1;

    for (i = 0; i < n; i++)
        permutation[i] = i;
    *checksum = *most = 0;
    do {
        long flips = flips_of(permutation, n);

        if (flips > *most)
            *most = flips;
        *checksum += even ? flips : -flips;
        even = !even;
        for (i = 1; i < n; i++) {
            long first = permutation[0];

            for (long j = 0; j < i; j++)
                permutation[j] = permutation[j + 1];
            permutation[i] = first;
            if (++count[i] <= i)
                break;
            count[i] = 0;
        }
    } while (i < n);
}

int main(void)
{
    static const long sizes[] = {8, 9, 9, 9};

    for (int i = 0; i < 4; i++) {
        long n = sizes[i], checksum, most;

        fannkuch(n, &checksum, &most);
        printf("%ld %ld %ld\n", n, checksum, most);
    }
    return 0;
}
