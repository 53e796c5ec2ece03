/* sys.path of the interpreter: PYTHONPATH, pyllc's library, and what
 * PYLLC_STDLIB adds to that. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dict.h"
#include "list.h"
#include "start.h"
#include "str.h"

#include "eval/python.h"

/* The first of the places, seen from the executable, that exists, as a real
 * path. */
static bool beside_self(const char *const *places, char path[PATH_MAX])
{
    char self[PATH_MAX - 64], *real;
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

    while (n > 0 && self[n - 1] != '/')
        n--;
    for (; *places && n > 0; places++) {
        snprintf(path, PATH_MAX, "%.*s%s", (int)n, self, *places);
        real = realpath(path, NULL);
        if (real) {
            snprintf(path, PATH_MAX, "%s", real);
            free(real);
            return true;
        }
    }
    return false;
}

const char *library_path(void)
{
    static const char *const places[] = {
        "../../lib/python2.7/_prompt.py", /* of eval/pyllc-interp */
        "../lib/python2.7/_prompt.py",    /* of python2.7 in the build tree */
        "python2.7/_prompt.py", "../lib/pyllc/python2.7/_prompt.py", NULL};
    static char path[PATH_MAX];

    /* A module that CPython's folder of that name does not have. */
    if (!beside_self(places, path))
        return ".";
    *strrchr(path, '/') = 0;
    return path;
}

const char *library_python(void)
{
    static const char *const places[] = {"../python2.7", "python2.7",
                                         "../../bin/python2.7", NULL};
    static char path[PATH_MAX];

    return beside_self(places, path) ? path : "";
}

static int append(PyList *path, const char *folder, size_t n)
{
    return list_append(path, (Value)str_from(folder, (Py_ssize)n));
}

int library_extend_path(void)
{
    PyList *path = (PyList *)sys_get(str_intern("path"));
    const char *more = start_getenv("PYTHONPATH");

    while (more && *more) {
        size_t n = strcspn(more, ":");

        if (append(path, more, n) < 0)
            return -1;
        more += n + (more[n] == ':');
    }
    if (append(path, library_path(), strlen(library_path())) < 0)
        return -1;
    more = getenv("PYLLC_STDLIB");
    return more && *more ? append(path, more, strlen(more)) : 0;
}
