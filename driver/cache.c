/* The object cache: a module other than the main one compiles to the same
 * object whatever program imports it, so its object is kept under a hash of
 * everything that goes into it.  `pyllc run` keeps whole programs too.  Objects
 * of the library may lie beside pyllc, made when it was built. */
#include "driver/driver.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* FNV-1a, 64 bits. */
static uint64_t hash_bytes(uint64_t h, const void *data, size_t n)
{
    const unsigned char *p = data;

    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * 0x100000001b3ull;
    return h;
}

static uint64_t hash_string(uint64_t h, const char *s)
{
    return hash_bytes(h, s, strlen(s) + 1);
}

/* Changes with every build of the compiler and of the runtime's bitcode. */
static uint64_t hash_stamp(uint64_t h, const char *path)
{
    struct stat st;

    if (!path || stat(path, &st) != 0)
        return h;
    h = hash_bytes(h, &st.st_mtim, sizeof st.st_mtim);
    return hash_bytes(h, &st.st_size, sizeof st.st_size);
}

static uint64_t hash_file(uint64_t h, const char *path)
{
    char buffer[65536];
    FILE *f = fopen(path, "rb");
    size_t n;

    while (f && (n = fread(buffer, 1, sizeof buffer, f)) > 0)
        h = hash_bytes(h, buffer, n);
    if (f)
        fclose(f);
    return h;
}

static uint64_t hash_options(uint64_t h, const Options *o)
{
    const CodegenOptions *c = &o->codegen;
    int flags[] = {c->opt_level, c->optimize_size, c->debug_info, c->native_cpu,
                   c->plain};

    for (int i = 0; i < o->disabled.count; i++)
        h = hash_string(h, o->disabled.items[i]);
    return hash_bytes(h, flags, sizeof flags);
}

static uint64_t hash_tools(const Options *o)
{
    uint64_t h = 0xcbf29ce484222325ull;

    h = hash_stamp(h, "/proc/self/exe");
    h = hash_stamp(h, o->codegen.fast_bitcode);
    return hash_options(h, o);
}

static uint64_t hash_module(uint64_t h, const Module *m)
{
    h = hash_string(h, m->name->text);
    h = hash_string(h, m->filename);
    h = hash_bytes(h, &m->shows_code, sizeof m->shows_code);
    h = hash_bytes(h, &m->shows_locals, sizeof m->shows_locals);
    h = hash_string(h, m->drops ? "drops" : "");
    h = hash_string(h, m->is_text ? "text" : "");
    for (int i = 0; i < m->closing.count; i++)
        h = hash_string(h, m->closing.items[i]->text);
    return hash_file(h, m->filename);
}

/* --- age ------------------------------------------------------------------ */

enum { HOUR = 3600, DAY = 24 * HOUR, UNUSED_DAYS = 10 };

static time_t age_of(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 ? time(NULL) - st.st_mtime : 0;
}

/* A file's time says when it was used last, to the hour. */
static void mark_used(const char *path)
{
    if (age_of(path) > HOUR)
        utimensat(AT_FDCWD, path, NULL, 0);
}

static void remove_unused(Arena *a, const char *dir)
{
    DIR *d = opendir(dir);
    struct dirent *e;

    while (d && (e = readdir(d)) != NULL) {
        const char *path = path_join(a, dir, e->d_name);

        if (e->d_name[0] != '.' && age_of(path) > UNUSED_DAYS * DAY)
            unlink(path);
    }
    if (d)
        closedir(d);
}

/* Once a day what was not used for long leaves the cache. */
static void trim(Arena *a, const char *dir)
{
    const char *stamp = path_join(a, dir, "trimmed");
    bool first = !path_exists(stamp);
    int fd;

    if (!first && age_of(stamp) < DAY)
        return;
    fd = open(stamp, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0)
        return;
    futimens(fd, NULL);
    close(fd);
    if (!first)
        remove_unused(a, dir);
}

/* --- objects and programs ------------------------------------------------- */

/* Checks and dumps are of what is compiled now. */
static bool is_allowed(const Options *o)
{
    return !o->check && !o->dump;
}

static const char *cache_directory(const Options *o, Arena *a)
{
    const char *dir = is_allowed(o) ? path_cache(a) : NULL;

    return dir && access(dir, W_OK | X_OK) == 0 ? dir : NULL;
}

static const char *object_in(Arena *a, const char *dir, uint64_t h)
{
    return arena_printf(a, "%s/%016llx.o", dir, (unsigned long long)h);
}

const char *cache_object(const Options *o, const Module *m, bool *found)
{
    uint64_t h = hash_module(hash_tools(o), m);
    const char *own = object_in(m->arena, path_objects(m->arena), h);
    const char *dir = cache_directory(o, m->arena), *path;

    *found = is_allowed(o) && path_exists(own);
    if (*found || !dir)
        return *found ? own : NULL;
    path = object_in(m->arena, dir, h);
    *found = path_exists(path);
    if (*found)
        mark_used(path);
    else
        trim(m->arena, dir);
    return path;
}

const char *cache_program(const Options *o, const Graph *g, bool *found)
{
    const char *dir = cache_directory(o, o->arena), *path;
    uint64_t h = hash_tools(o);

    *found = false;
    if (!dir)
        return NULL;
    h = hash_stamp(h, path_runtime_archive(o->arena));
    h = hash_bytes(h, &o->static_link, sizeof o->static_link);
    for (int i = 0; i < g->program->modules.count; i++)
        h = hash_module(h, g->program->modules.items[i]);
    for (int i = 0; i < g->native.count; i++)
        h = hash_string(h, g->native.items[i]);
    path = arena_printf(o->arena, "%s/%016llx.run", dir, (unsigned long long)h);
    *found = path_exists(path);
    if (*found)
        mark_used(path);
    return path;
}
