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

const char *library_path(void)
{
    static const char *const places[] = {"../../lib/python2.7", "python2.7"};
    static char path[PATH_MAX];
    char self[PATH_MAX - 64];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

    while (n > 0 && self[n - 1] != '/')
        n--;
    for (int i = 0; i < 2 && n > 0; i++) {
        char *real;

        snprintf(path, sizeof path, "%.*s%s", (int)n, self, places[i]);
        real = realpath(path, NULL);
        if (real) {
            snprintf(path, sizeof path, "%s", real);
            free(real);
            return path;
        }
    }
    return ".";
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
