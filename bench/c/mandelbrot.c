/* Twin of kernels/mandelbrot.py. */
#include <stdio.h>

static long escape_time(double cr, double ci, long limit)
{
    double zr = 0, zi = 0;

    for (long n = 0; n < limit; n++) {
        double zr2 = zr * zr, zi2 = zi * zi;

        if (zr2 + zi2 > 4.0)
            return n;
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
    }
    return limit;
}

int main(void)
{
    long width = 720, height = 540, limit = 300, total = 0, inside = 0;

    for (long y = 0; y < height; y++) {
        double ci = 2.4 * (double)y / (double)height - 1.2;

        for (long x = 0; x < width; x++) {
            double cr = 3.2 * (double)x / (double)width - 2.2;
            long n = escape_time(cr, ci, limit);

            total += n;
            inside += n == limit;
        }
    }
    printf("(%ld, %ld)\n", total, inside);
    return 0;
}
