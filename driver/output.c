/* Files that pyllc writes: whole, or as they were before. */
#include "driver/driver.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool unable(const char *path)
{
    report_error("unable to open output file '%s': '%s'", path,
                 strerror(errno));
    return false;
}

static bool same_file(const char *a, const char *b)
{
    struct stat s, t;

    return stat(a, &s) == 0 && stat(b, &t) == 0 && s.st_dev == t.st_dev &&
           s.st_ino == t.st_ino;
}

/* Devices and pipes are written to, never replaced. */
static bool is_special(const char *path)
{
    struct stat s;

    return stat(path, &s) == 0 && !S_ISREG(s.st_mode) && !S_ISDIR(s.st_mode);
}

static const char *folder(void)
{
    const char *set = getenv("TMPDIR");

    return set && *set ? set : "/tmp";
}

char *output_temporary(Arena *a, const char *output)
{
    char *path = is_special(output)
                     ? arena_printf(a, "%s/pyllc.%d.tmp", folder(), getpid())
                     : arena_printf(a, "%s.%d.tmp", output, getpid());

    interrupt_removes(path);
    return path;
}

char *output_directory(Arena *a)
{
    char *dir = arena_printf(a, "%s/pyllc-XXXXXX", folder());

    if (!interrupt_directory(dir)) {
        report_error("cannot make a temporary directory '%s': %s", dir,
                     strerror(errno));
        return NULL;
    }
    return dir;
}

static bool can_create(Arena *a, const char *output)
{
    const char *path = output_temporary(a, output);
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

    if (fd < 0)
        return false;
    close(fd);
    unlink(path);
    return true;
}

bool output_check(const Options *o, const char *output)
{
    if (strcmp(output, "-") == 0)
        return true;
    if (path_has_suffix(output, ".py")) {
        report_error("refusing to overwrite the source file '%s'", output);
        return false;
    }
    for (int i = 0; i < o->inputs.count; i++)
        if (same_file(output, o->inputs.items[i])) {
            report_error("refusing to overwrite the input file '%s'", output);
            return false;
        }
    if (path_is_directory(output)) {
        errno = EISDIR;
        return unable(output);
    }
    return can_create(o->arena, output) || unable(output);
}

static bool write_all(const char *path, const char *data, size_t n)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(data, 1, n, f) == n;
    int e = errno;

    if (f && fclose(f) != 0 && ok) {
        ok = false;
        e = errno;
    }
    errno = e;
    return ok;
}

static bool copy_into(const char *path, const char *from)
{
    FILE *in = fopen(from, "rb"), *out = fopen(path, "wb");
    char block[1 << 16];
    size_t n;
    bool ok = in && out;

    while (ok && (n = fread(block, 1, sizeof block, in)) > 0)
        ok = fwrite(block, 1, n, out) == n;
    if (in)
        fclose(in);
    return (!out || fclose(out) == 0) && ok;
}

bool output_place(const char *temporary, const char *output)
{
    bool special = is_special(output);
    bool ok =
        special ? copy_into(output, temporary) : rename(temporary, output) == 0;
    int e = errno;

    if (special || !ok)
        remove(temporary);
    if (!ok)
        report_error("cannot write '%s': %s", output, strerror(e));
    return ok;
}

bool output_write(Arena *a, const char *path, const char *data, size_t n)
{
    char *temporary;
    int e;

    if (strcmp(path, "-") == 0)
        return fwrite(data, 1, n, stdout) == n && fflush(stdout) == 0;
    temporary = output_temporary(a, path);
    if (write_all(temporary, data, n))
        return output_place(temporary, path);
    e = errno;
    remove(temporary);
    report_error("cannot write '%s': %s", path, strerror(e));
    return false;
}
