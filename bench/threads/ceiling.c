/* What the machine gives to two independent processes: prints the seconds
 * of a loop alone and of two of them side by side, ROUNDS times. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void loop(long n)
{
    volatile unsigned a = 1;

    while (n-- > 0)
        a = a * 3 + 1;
}

static double side_by_side(int processes, long n)
{
    double start = now();

    for (int i = 0; i < processes; i++)
        if (fork() == 0) {
            loop(n);
            _exit(0);
        }
    for (int i = 0; i < processes; i++)
        wait(NULL);
    return now() - start;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 5;
    double seconds = argc > 2 ? atof(argv[2]) : 0.1, took;
    long n = 1000000;

    while ((took = side_by_side(1, n)) < seconds / 4)
        n *= 2;
    n = (long)(n * seconds / took);
    for (int i = 0; i < rounds; i++) {
        double alone = side_by_side(1, n);

        printf("%.6f %.6f\n", alone, side_by_side(2, n));
    }
    return 0;
}
