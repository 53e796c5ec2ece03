/* Twin of kernels/queens.py. */
#include <stdbool.h>
#include <stdio.h>

static bool columns[32], up[64], down[65];

static long solve(long n, long row)
{
    long count = 0;

    if (row == n)
        return 1;
    for (long c = 0; c < n; c++)
        if (!(columns[c] || up[row + c] || down[row - c + n])) {
            columns[c] = up[row + c] = down[row - c + n] = true;
            count += solve(n, row + 1);
            columns[c] = up[row + c] = down[row - c + n] = false;
        }
    return count;
}

int main(void)
{
    printf("[");
    for (long n = 8; n < 14; n++)
        printf(n > 8 ? ", %ld" : "%ld", solve(n, 0));
    printf("]\n");
    return 0;
}
