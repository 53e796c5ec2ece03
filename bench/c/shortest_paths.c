/* Twin of kernels/shortest_paths.py. */
#include <stdio.h>

enum { N = 340, FAR = 1000000000 };

static long distance[N][N];

static void make_graph(long seed)
{
    for (long i = 0; i < N; i++)
        for (long j = 0; j < N; j++)
            distance[i][j] = FAR;
    for (long i = 0; i < N; i++) {
        distance[i][i] = 0;
        for (long k = 0; k < 6; k++) {
            long j, length;

            seed = (seed * 1103515245 + 12345) % 2147483648;
            j = seed / 65536 % N;
            seed = (seed * 1103515245 + 12345) % 2147483648;
            length = seed / 65536 % 1000 + 1;
            if (length < distance[i][j])
                distance[i][j] = length;
        }
    }
}

static void relax(void)
{
    for (long k = 0; k < N; k++)
        for (long i = 0; i < N; i++) {
            long start = distance[i][k];

            if (start < FAR)
                for (long j = 0; j < N; j++)
                    if (start + distance[k][j] < distance[i][j])
                        distance[i][j] = start + distance[k][j];
        }
}

int main(void)
{
    long reached = 0, most = 0, total = 0;

    make_graph(7);
    relax();
    for (long i = 0; i < N; i++)
        for (long j = 0; j < N; j++)
            if (distance[i][j] < FAR) {
                reached++;
                total += distance[i][j];
                if (distance[i][j] > most)
                    most = distance[i][j];
            }
    printf("%ld %ld %ld\n", reached, most, total);
    return 0;
}
