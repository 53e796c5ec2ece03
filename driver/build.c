/* Building a program: all its modules, on several threads, then the link. */
#include "driver/driver.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Modules being compiled, by several threads. */
typedef struct Batch {
    const Options *options;
    Graph *graph;
    const char *dir;      /* for objects that are not cached */
    const char **objects; /* by module */
    _Atomic int next, done;
    _Atomic bool failed;
    bool progress;
    struct timespec start;
    pthread_mutex_t line; /* the progress line */
} Batch;

/* --- progress ------------------------------------------------------------- */

static bool is_long(const Batch *b)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - b->start.tv_sec) +
               (double)(now.tv_nsec - b->start.tv_nsec) * 1e-9 >
           1.0;
}

static void show_progress(Batch *b, const char *what)
{
    if (!b->progress || !is_long(b))
        return;
    pthread_mutex_lock(&b->line);
    fprintf(stderr, "\r[%d/%d] %s\033[K", (int)b->done,
            b->graph->program->modules.count, what);
    fflush(stderr);
    pthread_mutex_unlock(&b->line);
}

static void end_progress(Batch *b)
{
    if (b->progress && is_long(b))
        fputs("\r\033[K", stderr);
}

/* --- compiling ------------------------------------------------------------ */

bool is_library_module(const Module *m)
{
    const char *library = path_library(m->arena);
    size_t n = strlen(library);

    return !m->is_main && strncmp(m->filename, library, n) == 0 &&
           m->filename[n] == '/';
}

/* Below -O3 modules of pyllc's own library are compiled at -O1 at most: a
 * program that imports a dozen of them is not to wait for the optimiser. */
static void library_options(Options *o, const Module *m)
{
    if (!is_library_module(m) || o->codegen.opt_level == 3)
        return;
    if (o->codegen.opt_level > 1)
        o->codegen.opt_level = 1;
    o->codegen.optimize_size = false;
}

static bool compile_one(Batch *b, int i)
{
    Module *m = b->graph->program->modules.items[i];
    Options options = *b->options;
    const char *cached = NULL;
    bool found = false;

    library_options(&options, m);
    if (!m->is_main)
        cached = cache_object(&options, m, &found);
    b->objects[i] =
        cached ? cached : arena_printf(m->arena, "%s/%d.o", b->dir, i);
    if (found)
        return true;
    show_progress(b, m->name->text);
    return compile_module(&options, m, b->graph, b->objects[i]);
}

static void *compile_some(void *arg)
{
    Batch *b = arg;
    int n = b->graph->program->modules.count, i;

    while (!b->failed && (i = b->next++) < n) {
        if (!compile_one(b, i))
            b->failed = true;
        b->done++;
    }
    return NULL;
}

/* Compiles every module, on as many threads as -j says. */
static bool compile_all(Batch *b)
{
    int jobs = b->options->jobs < 1 ? 1 : b->options->jobs;
    pthread_t threads[64];
    pthread_attr_t attr;
    int n = 0;

    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_SIZE);
    for (; n < jobs - 1 && n < 64; n++)
        if (pthread_create(&threads[n], &attr, compile_some, b) != 0)
            break;
    compile_some(b);
    while (n > 0)
        pthread_join(threads[--n], NULL);
    return !b->failed;
}

/* --- linking -------------------------------------------------------------- */

/* Objects only: the program is C's main, or else the first object's module. */
static bool add_start(Batch *b, StringList *objects)
{
    const Options *o = b->options;
    const ObjectInfo *info = &b->graph->objects;
    const char *out = arena_printf(o->arena, "%s/start.o", b->dir);
    const char *main = NULL;
    bool has_main = info->has_main;

    if (o->sources.count)
        return true;
    for (int i = 0; i < o->link_args.count; i++)
        has_main |= path_has_suffix(o->link_args.items[i], ".c");
    if (!has_main && info->provides.count)
        main = info->provides.items[0];
    vec_push(o->arena, objects, out);
    return compile_start(o, b->graph, main, out);
}

/* Removes the batch's directory and what is in it. */
static void remove_all(const StringList *objects, const char *dir)
{
    size_t n = strlen(dir);

    for (int i = 0; i < objects->count; i++)
        if (objects->items[i] && strncmp(objects->items[i], dir, n) == 0)
            unlink(objects->items[i]);
    rmdir(dir);
}

static bool build_in(Batch *b, StringList *objects, const char *output)
{
    const Options *o = b->options;
    int n = b->graph->program->modules.count;
    bool ok;

    b->objects = ARENA_ARRAY(o->arena, const char *, n + 1);
    ok = compile_all(b);
    for (int i = 0; i < n; i++)
        vec_push(o->arena, objects, b->objects[i]);
    ok = ok && add_start(b, objects);
    if (ok)
        show_progress(b, "linking");
    return ok && link_program(o, objects, &b->graph->native, output);
}

bool build_program(const Options *o, Graph *g, const char *output)
{
    StringList objects = {0};
    Batch batch = {.options = o, .graph = g};
    char *dir = output_directory(o->arena);
    bool ok;

    if (!dir)
        return false;
    batch.dir = dir;
    batch.progress =
        isatty(STDERR_FILENO) && !o->verbose && !o->time_passes && !o->stats;
    clock_gettime(CLOCK_MONOTONIC, &batch.start);
    pthread_mutex_init(&batch.line, NULL);
    ok = build_in(&batch, &objects, output);
    end_progress(&batch);
    remove_all(&objects, dir);
    return ok;
}
