/* Linking: the system's C compiler driver as a process. */
#include "driver/driver.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int run_command(char *const *argv)
{
    int status, e = interrupt_run(argv, &status);

    if (e) {
        errno = e;
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static const char *const static_libraries[] = {
    "-lgc", "-lgmp", "-lpcre2-8", "-lpcre2-32", "-lunistring", "-lz",
};

static const char *const shared_libraries[] = {
    "-lcrypt",
    "-lm",
    "-lpthread",
    "-ldl",
};

/* Libraries that only some modules in C need. */
static const struct {
    const char *module, *flag;
} module_libraries[] = {
#define LIBRARY(module, flag) {#module, flag},
#include "native_modules.def"
};

static void show_command(const StringList *args)
{
    for (int i = 0; i + 1 < args->count; i++)
        fprintf(stderr, "%s%s", i ? " " : "", args->items[i]);
    fputc('\n', stderr);
}

/* Objects of the command line; C sources are compiled on the way. */
static void push_inputs(const Options *o, StringList *args)
{
    bool has_c = false;

    for (int i = 0; i < o->link_args.count; i++)
        has_c |= path_has_suffix(o->link_args.items[i], ".c");
    if (has_c) {
        vec_push(o->arena, args, "-I");
        vec_push(o->arena, args, path_include(o->arena));
        if (o->codegen.debug_info)
            vec_push(o->arena, args, "-g");
    }
    for (int i = 0; i < o->link_args.count; i++)
        vec_push(o->arena, args, o->link_args.items[i]);
}

static bool has_word(const StringList *list, const char *word)
{
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->items[i], word) == 0)
            return true;
    return false;
}

/* natives: the modules in C of the program, NULL: all that there are. */
static void push_libraries(const Options *o, const StringList *natives,
                           StringList *args)
{
    size_t n = sizeof module_libraries / sizeof *module_libraries;

    vec_push(o->arena, args, path_eval_archive(o->arena));
    vec_push(o->arena, args, path_runtime_archive(o->arena));
    if (!o->static_link)
        vec_push(o->arena, args, "-Wl,-Bstatic");
    for (size_t i = 0; i < n; i++)
        if ((!natives || has_word(natives, module_libraries[i].module)) &&
            !has_word(args, module_libraries[i].flag))
            vec_push(o->arena, args, module_libraries[i].flag);
    n = sizeof static_libraries / sizeof *static_libraries;
    for (size_t i = 0; i < n; i++)
        vec_push(o->arena, args, static_libraries[i]);
    if (!o->static_link)
        vec_push(o->arena, args, "-Wl,-Bdynamic");
    n = sizeof shared_libraries / sizeof *shared_libraries;
    for (size_t i = 0; i < n; i++)
        vec_push(o->arena, args, shared_libraries[i]);
}

void link_print_libs(const Options *o)
{
    StringList args = {0};

    push_libraries(o, NULL, &args);
    for (int i = 0; i < args.count; i++)
        printf("%s%s", i ? " " : "", args.items[i]);
    putchar('\n');
}

/* gold takes half the time of the usual linker (60 ms of CPU for a small
 * program, where that takes 110).  It has no switch for the C library's
 * warnings about static linking. */
static bool use_gold(const Options *o)
{
    const char *path = getenv("PATH");

    for (int i = 0; i < o->link_args.count; i++)
        if (strncmp(o->link_args.items[i], "-fuse-ld=", 9) == 0)
            return false;
    while (path && *path && !o->static_link) {
        size_t n = strcspn(path, ":");

        if (access(arena_printf(o->arena, "%.*s/ld.gold", (int)n, path),
                   X_OK) == 0)
            return true;
        path += n + (path[n] == ':');
    }
    return false;
}

bool link_parts(const Options *o, Arena *a, const char *const *parts, int n,
                const char *out)
{
    StringList args = {0};
    int status;

    vec_push(a, &args, "cc");
    vec_push(a, &args, "-r");
    vec_push(a, &args, "-nostdlib");
    vec_push(a, &args, "-o");
    vec_push(a, &args, out);
    for (int i = 0; i < n; i++)
        vec_push(a, &args, parts[i]);
    vec_push(a, &args, NULL);
    if (o->verbose)
        show_command(&args);
    status = run_command((char *const *)args.items);
    if (status < 0)
        report_error("unable to execute the linker 'cc': %s", strerror(errno));
    else if (status > 0)
        report_error("linking the parts of '%s' failed with exit code %d", out,
                     status);
    return status == 0;
}

bool link_program(const Options *o, const StringList *objects,
                  const StringList *natives, const char *output)
{
    StringList args = {0};
    char *temporary = output_temporary(o->arena, output);
    int status;

    vec_push(o->arena, &args, "cc");
    vec_push(o->arena, &args, "-o");
    vec_push(o->arena, &args, temporary);
    vec_push(o->arena, &args, "-Wl,--gc-sections");
    /* A program that the loader relocates starts later, by thousands of
     * relocations in pages that then are no longer shared. */
    vec_push(o->arena, &args, "-no-pie");
    if (use_gold(o))
        vec_push(o->arena, &args, "-fuse-ld=gold");
    if (o->strip)
        vec_push(o->arena, &args, "-s");
    if (o->static_link) {
        vec_push(o->arena, &args, "-static");
        vec_push(o->arena, &args, "-Wl,--no-warnings");
    }
    for (int i = 0; i < objects->count; i++)
        vec_push(o->arena, &args, objects->items[i]);
    push_inputs(o, &args);
    push_libraries(o, natives, &args);
    vec_push(o->arena, &args, NULL);
    if (o->verbose)
        show_command(&args);
    status = run_command((char *const *)args.items);
    if (status == 0)
        return output_place(temporary, output);
    if (status > 0)
        remove(temporary);
    if (status < 0)
        report_error("unable to execute the linker 'cc': %s", strerror(errno));
    else
        report_error("linker command failed with exit code %d (use -v to see "
                     "invocation)",
                     status);
    return false;
}
