/* Twin of kernels/nbody.py. */
#include <math.h>
#include <stdio.h>

typedef struct Body {
    double x, y, z, vx, vy, vz, mass;
} Body;

enum { N = 5 };

static Body bodies[N];

static void make_system(void)
{
    bodies[0].mass = 39.5;
    for (int i = 1; i < N; i++) {
        double r = 1.0 + 1.7 * i, v = sqrt(39.5 / r), a = 0.9 * i;
        Body b = {r * cos(a), r * sin(a), 0.01 * i, -v * sin(a),
                  v * cos(a), 0.002 * i,  0.03 / i};

        bodies[i] = b;
    }
}

static void step(double dt)
{
    for (int i = 0; i < N; i++) {
        Body *a = &bodies[i];

        for (int j = i + 1; j < N; j++) {
            Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double d2 = dx * dx + dy * dy + dz * dz;
            double mag = dt / (d2 * sqrt(d2));

            a->vx -= dx * b->mass * mag;
            a->vy -= dy * b->mass * mag;
            a->vz -= dz * b->mass * mag;
            b->vx += dx * a->mass * mag;
            b->vy += dy * a->mass * mag;
            b->vz += dz * a->mass * mag;
        }
    }
    for (int i = 0; i < N; i++) {
        Body *b = &bodies[i];

        b->x += dt * b->vx;
        b->y += dt * b->vy;
        b->z += dt * b->vz;
    }
}

static double energy(void)
{
    double total = 0;

    for (int i = 0; i < N; i++) {
        const Body *a = &bodies[i];

        total +=
            0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < N; j++) {
            const Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;

            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

int main(void)
{
    make_system();
    printf("%.9f\n", energy());
    for (int i = 0; i < 250000; i++)
        step(0.001);
    printf("%.9f\n", energy());
    return 0;
}
