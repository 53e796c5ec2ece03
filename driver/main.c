/* pyllc: Python 2.7 source to native executables.
 *
 *     options -> module graph -> per module: SSA, passes, LLVM, object -> link
 *
 * Compilation runs on a thread with a large stack: the walks over syntax
 * trees recurse as deep as the source nests. */
#include "driver/driver.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Syntax trees are walked recursively. */
#define STACK_SIZE ((size_t)1 << 30)

static const char *extension(const Options *o)
{
    if (o->emit_llvm)
        return o->mode == MODE_assembly ? ".ll" : ".bc";
    return o->mode == MODE_assembly ? ".s" : ".o";
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static const char *default_output(const Options *o, const char *input)
{
    const char *base = base_name(input), *dot = strrchr(base, '.');
    size_t n = dot ? (size_t)(dot - base) : strlen(base);
    char *stem = arena_strndup(o->arena, base, n);

    if (o->mode == MODE_compile || o->mode == MODE_assembly)
        return arena_printf(o->arena, "%s%s", stem, extension(o));
    return stem;
}

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), k = strlen(suffix);

    return n > k && strcmp(s + n - k, suffix) == 0;
}

static bool check_output(const char *output)
{
    if (has_suffix(output, ".py")) {
        report_error("refusing to overwrite the source file '%s'", output);
        return false;
    }
    if (path_is_directory(output)) {
        report_error("unable to open output file '%s': 'Is a directory'",
                     output);
        return false;
    }
    return true;
}

/* Modules being compiled, by several threads. */
typedef struct Batch {
    const Options *options;
    Graph *graph;
    const char *dir;      /* for objects that are not cached */
    const char **objects; /* by module */
    _Atomic int next;
    _Atomic bool failed;
} Batch;

static bool compile_one(Batch *b, int i)
{
    Module *m = b->graph->program->modules.items[i];
    const char *cached =
        m->is_main || b->options->dump ? NULL : cache_object(b->options, m);

    b->objects[i] =
        cached ? cached : arena_printf(m->arena, "%s/%d.o", b->dir, i);
    if (cached && path_exists(cached))
        return true;
    return compile_module(b->options, m, b->graph->program, &b->graph->native,
                          b->objects[i]);
}

static void *compile_some(void *arg)
{
    Batch *b = arg;
    int n = b->graph->program->modules.count, i;

    while (!b->failed && (i = b->next++) < n)
        if (!compile_one(b, i))
            b->failed = true;
    return NULL;
}

/* Compiles every module, on as many threads as -j says. */
static bool compile_all(Batch *b)
{
    int jobs = b->options->jobs < 1 || b->options->dump ? 1 : b->options->jobs;
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

/* Removes the batch's directory and what is in it. */
static void remove_all(Batch *b)
{
    size_t n = strlen(b->dir);

    for (int i = 0; i < b->graph->program->modules.count; i++)
        if (b->objects[i] && strncmp(b->objects[i], b->dir, n) == 0)
            unlink(b->objects[i]);
    rmdir(b->dir);
}

static bool build_program(const Options *o, Graph *g, const char *output)
{
    StringList objects = {0};
    int n = g->program->modules.count;
    Batch batch = {.options = o, .graph = g};
    char *dir = arena_strdup(o->arena, "/tmp/pyllc-XXXXXX");
    bool ok;

    if (!mkdtemp(dir)) {
        report_error("cannot make a temporary directory: %s", strerror(errno));
        return false;
    }
    batch.dir = dir;
    batch.objects = ARENA_ARRAY(o->arena, const char *, n);
    ok = compile_all(&batch);
    for (int i = 0; i < n; i++)
        vec_push(o->arena, &objects, batch.objects[i]);
    if (ok && !o->dump)
        ok = link_program(o, &objects, output);
    remove_all(&batch);
    return ok;
}

static int run_program(const Options *o, const char *program)
{
    char **argv = ARENA_ARRAY(o->arena, char *, o->run_nargs + 2);

    argv[0] = (char *)program;
    for (int i = 0; i < o->run_nargs; i++)
        argv[i + 1] = o->run_args[i];
    execv(program, argv);
    report_error("cannot run '%s': %s", program, strerror(errno));
    return 1;
}

static bool dump_front(const Options *o, const Module *m)
{
    StrBuf out = {0};

    if (!o->dump)
        return false;
    if (strcmp(o->dump, "ast") == 0)
        ast_dump(&out, m->ast);
    else if (strcmp(o->dump, "scopes") == 0)
        scope_dump(&out, m->scope);
    else
        return false;
    fputs(out.data, stdout);
    return true;
}

static int compile_main(const Options *o)
{
    Program program = {.arena = o->arena};
    Graph g = {.program = &program, .arena = o->arena, .options = o};
    const char *input = o->inputs.items[0], *output = o->output;
    bool ok;

    if (!output)
        output = o->mode == MODE_run
                     ? arena_printf(o->arena, "/tmp/pyllc-run-%d", getpid())
                     : default_output(o, input);
    if (!check_output(output))
        return 1;
    g.failed.arena = o->arena;
    if (!graph_load(&g, input))
        return 1;
    if (dump_front(o, program.main))
        return 0;
    codegen_init();
    if (o->mode == MODE_link || o->mode == MODE_run)
        ok = build_program(o, &g, output);
    else
        ok = compile_module(o, program.main, &program, &g.native, output);
    if (!ok)
        return 1;
    return o->mode == MODE_run && !o->dump ? run_program(o, output) : 0;
}

typedef struct Job {
    Options *options;
    int status;
} Job;

static void *run_job(void *arg)
{
    Job *job = arg;

    job->status = compile_main(job->options);
    return NULL;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Options options = {.arena = &arena};
    Job job = {&options, 1};
    pthread_attr_t attr;
    pthread_t thread;

    options_parse(&options, argc, argv);
    options.codegen.fast_bitcode = path_fast_bitcode(&arena);
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_SIZE);
    if (pthread_create(&thread, &attr, run_job, &job) != 0)
        run_job(&job);
    else
        pthread_join(thread, NULL);
    return job.status;
}
