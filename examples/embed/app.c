/* A C program that calls Python functions compiled by pyllc.
 *
 *     pyllc -c shapes.py
 *     pyllc app.c shapes.o -o app
 *     ./app
 *
 * The second command runs cc, with the Python modules that shapes.py imports
 * compiled too.  Here there are none, and this does the same:
 *
 *     cc -I PYLLC/rt/include app.c shapes.o $(pyllc --libs) -o app
 */
#include "pyllc.h"

#include <stdio.h>

static PyllcObject *call(PyllcObject *module, const char *name,
                         const char *kind, int64_t size)
{
    PyllcObject *f = pyllc_attribute(module, name);
    PyllcObject *args[] = {pyllc_from_string(kind), pyllc_from_int(size)};

    return f ? pyllc_call(f, args, 2) : NULL;
}

int main(int argc, char **argv)
{
    PyllcObject *shapes, *r;
    int64_t square;
    double circle;

    pyllc_start(argc, argv);
    shapes = pyllc_import("shapes");
    if (!shapes) {
        pyllc_error_print();
        return 1;
    }
    r = call(shapes, "area", "square", 12);
    if (r && pyllc_to_int(r, &square) == 0)
        printf("int: %lld\n", (long long)square);
    r = call(shapes, "area", "circle", 2);
    if (r && pyllc_to_double(r, &circle) == 0)
        printf("float: %.4f\n", circle);
    r = call(shapes, "describe", "circle", 3);
    if (r)
        printf("str: %s\n", pyllc_to_string(r, NULL));
    if (!call(shapes, "area", "blob", 1))
        printf("exception: %s: %s\n", pyllc_error_type(),
               pyllc_error_message());
    return pyllc_finish(0);
}
