/* Twin of kernels/edit_distance.py. */
#include <stdio.h>
#include <string.h>

enum { COUNT = 5, MOST = 1800 };

static void make_text(char *text, long length, long seed)
{
    for (long i = 0; i < length; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text[i] = "acgt"[seed / 65536 % 4];
    }
    text[length] = 0;
}

static long edit_distance(const char *a, const char *b)
{
    static long rows[2][MOST + 1];
    long *previous = rows[0], *current = rows[1];
    long m = (long)strlen(a), n = (long)strlen(b);

    for (long j = 0; j <= n; j++)
        previous[j] = j;
    for (long i = 0; i < m; i++) {
        long *t;

        current[0] = i + 1;
        for (long j = 0; j < n; j++) {
            long cost = previous[j] + (a[i] != b[j]);

            if (previous[j + 1] + 1 < cost)
                cost = previous[j + 1] + 1;
            if (current[j] + 1 < cost)
                cost = current[j] + 1;
            current[j + 1] = cost;
        }
        t = previous;
        previous = current;
        current = t;
    }
    return previous[n];
}

int main(void)
{
    static char texts[COUNT][MOST];
    char reversed[MOST];
    long total = 0, n;

    for (long i = 0; i < COUNT; i++)
        make_text(texts[i], 1500 + 60 * i, i + 1);
    for (int i = 0; i < COUNT; i++)
        for (int j = 0; j < COUNT; j++)
            if (strcmp(texts[i], texts[j]) < 0)
                total += edit_distance(texts[i], texts[j]);
    printf("%ld\n", total);
    n = (long)strlen(texts[0]);
    for (long i = 0; i < n; i++)
        reversed[i] = texts[0][n - 1 - i];
    reversed[n] = 0;
    printf("%ld\n", edit_distance(texts[0], reversed));
    return 0;
}
