/* Twin of kernels/matmul.py. */
#include <stdio.h>

enum { N = 300 };

typedef double Matrix[N][N];

static void make(Matrix m, long seed)
{
    for (int i = 0; i < N; i++) {
        long s = seed;

        for (int j = 0; j < N; j++) {
            s = (s * 1103515245 + 12345) % 2147483648;
            m[i][j] = (double)(s % 100) / 10.0;
        }
        seed = s;
    }
}

static void multiply(Matrix a, Matrix b, Matrix result)
{
    static Matrix columns;

    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            columns[j][i] = b[i][j];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double s = 0;

            for (int k = 0; k < N; k++)
                s += a[i][k] * columns[j][k];
            result[i][j] = s;
        }
}

int main(void)
{
    static Matrix a, b, ab, c;
    double trace = 0;

    make(a, 1);
    make(b, 2);
    multiply(a, b, ab);
    multiply(ab, a, c);
    for (int i = 0; i < N; i++)
        trace += c[i][i];
    printf("%.4f %.4f\n", trace, c[3][7]);
    return 0;
}
