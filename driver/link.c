/* Linking: the system's C compiler driver as a process. */
#include "driver/driver.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int run_command(char *const *argv)
{
    pid_t pid;
    int status;
    int e = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);

    if (e) {
        errno = e;
        return -1;
    }
    if (waitpid(pid, &status, 0) < 0)
        return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static const char *const libraries[] = {
    "-Wl,-Bstatic", "-lgc",        "-lgmp",     "-lpcre2-8",
    "-lpcre2-32",   "-lunistring", "-lz",       "-Wl,-Bdynamic",
    "-lcrypt",      "-lm",         "-lpthread", "-ldl",
};

static void show_command(const StringList *args)
{
    for (int i = 0; i + 1 < args->count; i++)
        fprintf(stderr, "%s%s", i ? " " : "", args->items[i]);
    fputc('\n', stderr);
}

bool link_program(const Options *o, const StringList *objects,
                  const char *output)
{
    StringList args = {0};
    char *temporary = arena_printf(o->arena, "%s.tmp", output);
    int status;

    vec_push(o->arena, &args, "cc");
    vec_push(o->arena, &args, "-o");
    vec_push(o->arena, &args, temporary);
    vec_push(o->arena, &args, "-Wl,--gc-sections");
    if (o->strip)
        vec_push(o->arena, &args, "-s");
    if (o->static_link)
        vec_push(o->arena, &args, "-static");
    for (int i = 0; i < objects->count; i++)
        vec_push(o->arena, &args, objects->items[i]);
    vec_push(o->arena, &args, path_runtime_archive(o->arena));
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        vec_push(o->arena, &args, libraries[i]);
    vec_push(o->arena, &args, NULL);
    if (o->verbose)
        show_command(&args);
    status = run_command((char *const *)args.items);
    if (status == 0 && rename(temporary, output) == 0)
        return true;
    remove(temporary);
    if (status < 0)
        report_error("cannot run the linker 'cc'");
    else
        report_error("linker command failed with exit code %d", status);
    return false;
}
