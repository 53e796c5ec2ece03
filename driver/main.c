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

/* Compiles every module to objects in a directory of their own. */
static bool compile_all(const Options *o, Graph *g, const char *dir,
                        StringList *objects)
{
    Program *p = g->program;

    for (int i = 0; i < p->modules.count; i++) {
        char *path = arena_printf(o->arena, "%s/%d.o", dir, i);

        if (!compile_module(o, p->modules.items[i], p, &g->native, path))
            return false;
        vec_push(o->arena, objects, path);
    }
    return true;
}

static void remove_all(const StringList *files, const char *dir)
{
    for (int i = 0; i < files->count; i++)
        unlink(files->items[i]);
    rmdir(dir);
}

static bool build_program(const Options *o, Graph *g, const char *output)
{
    StringList objects = {0};
    char *dir = arena_strdup(o->arena, "/tmp/pyllc-XXXXXX");
    bool ok;

    if (!mkdtemp(dir)) {
        report_error("cannot make a temporary directory: %s", strerror(errno));
        return false;
    }
    ok = compile_all(o, g, dir, &objects);
    if (ok && !o->dump)
        ok = link_program(o, &objects, output);
    remove_all(&objects, dir);
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
    pthread_attr_setstacksize(&attr, (size_t)1 << 30);
    if (pthread_create(&thread, &attr, run_job, &job) != 0)
        run_job(&job);
    else
        pthread_join(thread, NULL);
    return job.status;
}
