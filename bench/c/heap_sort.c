/* Twin of kernels/heap_sort.py. */
#include <stdio.h>

static double numbers[400000];

static void sift_down(double *items, long start, long end)
{
    double item = items[start];
    long child = 2 * start + 1;

    while (child < end) {
        if (child + 1 < end && items[child] < items[child + 1])
            child++;
        if (!(item < items[child]))
            break;
        items[start] = items[child];
        start = child;
        child = 2 * start + 1;
    }
    items[start] = item;
}

static void heap_sort(double *items, long n)
{
    for (long start = n / 2 - 1; start >= 0; start--)
        sift_down(items, start, n);
    for (long end = n - 1; end > 0; end--) {
        double t = items[0];

        items[0] = items[end];
        items[end] = t;
        sift_down(items, 0, end);
    }
}

int main(void)
{
    static const long counts[] = {1000, 200000, 400000};

    for (int c = 0; c < 3; c++) {
        long count = counts[c], seed = count;

        for (long i = 0; i < count; i++) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            numbers[i] = (double)seed / 2147483648.0;
        }
        heap_sort(numbers, count);
        for (long i = 1; i < count; i++)
            if (numbers[i - 1] > numbers[i])
                printf("not sorted at %ld\n", i);
        printf("%ld %.9f %.9f\n", count, numbers[0], numbers[count / 2]);
    }
    return 0;
}
