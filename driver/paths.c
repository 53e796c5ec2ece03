/* Where things are: pyllc's runtime and library beside its executable, in the
 * build tree or installed, and the user's cache. */
#include "driver/driver.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool path_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool path_has_suffix(const char *path, const char *suffix)
{
    size_t n = strlen(path), k = strlen(suffix);

    return n > k && strcmp(path + n - k, suffix) == 0;
}

bool path_is_llvm(const char *path)
{
    return path_has_suffix(path, ".ll") || path_has_suffix(path, ".bc");
}

bool path_is_directory(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

char *path_join(Arena *a, const char *dir, const char *name)
{
    if (!dir[0])
        return arena_strdup(a, name);
    return arena_printf(a, "%s/%s", dir, name);
}

char *path_dirname(Arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return arena_strdup(a, "");
    return arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path));
}

/* The directory of the running executable. */
static const char *own_directory(Arena *a)
{
    char buffer[4096];
    ssize_t n = readlink("/proc/self/exe", buffer, sizeof buffer - 1);

    if (n < 0)
        return ".";
    buffer[n] = 0;
    return path_dirname(a, buffer);
}

/* The first of the build tree's and the installed place that exists. */
static const char *find_own(Arena *a, const char *in_build,
                            const char *installed)
{
    const char *dir = own_directory(a);
    char *path = path_join(a, dir, in_build), *real;

    if (!path_exists(path))
        path = path_join(a, dir, installed);
    real = realpath(path, NULL);
    if (real)
        path = arena_strdup(a, real);
    free(real);
    return path;
}

const char *path_runtime_archive(Arena *a)
{
    return find_own(a, "rt/libpyllc_rt.a", "../lib/pyllc/libpyllc_rt.a");
}

const char *path_eval_archive(Arena *a)
{
    return find_own(a, "eval/libpyllc_eval.a", "../lib/pyllc/libpyllc_eval.a");
}

const char *path_interpreter(Arena *a)
{
    return find_own(a, "eval/pyllc-interp", "../lib/pyllc/pyllc-interp");
}

/* The python command, beside pyllc. */
const char *path_python(Arena *a)
{
    return path_join(a, own_directory(a), "python2.7");
}

const char *path_fast_bitcode(Arena *a)
{
    return find_own(a, "rt/fast.bc", "../lib/pyllc/fast.bc");
}

const char *path_library(Arena *a)
{
    return find_own(a, "../lib/python2.7", "../lib/pyllc/python2.7");
}

const char *path_objects(Arena *a)
{
    return find_own(a, "library", "../lib/pyllc/library");
}

const char *path_include(Arena *a)
{
    return find_own(a, "../rt/include", "../include");
}

const char *path_cache(Arena *a)
{
    const char *set = getenv("PYLLC_CACHE"), *xdg = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    char *dir;

    if (set)
        dir = arena_strdup(a, set);
    else if (xdg)
        dir = path_join(a, xdg, "pyllc");
    else if (home)
        dir = path_join(a, home, ".cache/pyllc");
    else
        return NULL;
    if (!path_is_directory(dir)) {
        char *up = path_dirname(a, dir);

        mkdir(up, 0777);
        /* Another thread or process may have made it meanwhile. */
        if (mkdir(dir, 0777) != 0 && !path_is_directory(dir))
            return NULL;
    }
    return dir;
}
