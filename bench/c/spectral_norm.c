/* Twin of kernels/spectral_norm.py. */
#include <math.h>
#include <stdio.h>

enum { N = 800 };

static double element(long i, long j)
{
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static void times(const double *v, double *out)
{
    for (long i = 0; i < N; i++) {
        out[i] = 0;
        for (long j = 0; j < N; j++)
            out[i] += element(i, j) * v[j];
    }
}

static void times_transposed(const double *v, double *out)
{
    for (long i = 0; i < N; i++) {
        out[i] = 0;
        for (long j = 0; j < N; j++)
            out[i] += element(j, i) * v[j];
    }
}

int main(void)
{
    double u[N], v[N], t[N], uv = 0, vv = 0;

    for (int i = 0; i < N; i++)
        u[i] = 1;
    for (int i = 0; i < 8; i++) {
        times(u, t);
        times_transposed(t, v);
        times(v, t);
        times_transposed(t, u);
    }
    for (int i = 0; i < N; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(uv / vv));
    return 0;
}
