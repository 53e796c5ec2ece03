/* Twin of kernels/monte_carlo.py. */
#include <math.h>
#include <stdio.h>

typedef struct Random {
    long seed;
} Random;

static double next_float(Random *random)
{
    random->seed = random->seed * 16807 % 2147483647;
    return (double)random->seed / 2147483647.0;
}

static double estimate_pi(Random *random, long count)
{
    long inside = 0;

    for (long i = 0; i < count; i++) {
        double x = next_float(random), y = next_float(random);

        inside += x * x + y * y <= 1.0;
    }
    return 4.0 * (double)inside / (double)count;
}

static double integrate(Random *random, long count)
{
    double total = 0.0;

    for (long i = 0; i < count; i++) {
        double x = 4.0 * next_float(random);

        total += exp(-x * x) * sin(3.0 * x);
    }
    return 4.0 * total / (double)count;
}

int main(void)
{
    Random random = {42};

    printf("%.6f\n", estimate_pi(&random, 3000000));
    printf("%.6f\n", integrate(&random, 2000000));
    return 0;
}
