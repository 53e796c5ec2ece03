/* pyllc: Python 2.7 source to native executables.
 *
 *     options -> module graph -> per module: SSA, passes, LLVM, object -> link
 *
 * Compilation runs on a thread with a large stack: the walks over syntax
 * trees recurse as deep as the source nests. */
#include "driver/driver.h"

#include "frontend/lex.h"
#include "frontend/source.h"

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
    return dot ? stem : "a.out";
}

/* --- run ------------------------------------------------------------------ */

static int exec_program(const Options *o, const char *program)
{
    char **argv = ARENA_ARRAY(o->arena, char *, o->run_nargs + 2);

    argv[0] = (char *)o->inputs.items[0];
    for (int i = 0; i < o->run_nargs; i++)
        argv[i + 1] = o->run_args[i];
    interrupt_restore();
    execv(program, argv);
    report_error("cannot run '%s': %s", program, strerror(errno));
    return 1;
}

/* The prompt, -e TEXT, or run --interp. */
static int interpret_program(const Options *o)
{
    const char *interpreter = path_interpreter(o->arena);
    char **argv = ARENA_ARRAY(o->arena, char *, o->run_nargs + 4);
    int n = 0;

    argv[n++] = (char *)interpreter;
    if (o->command) {
        argv[n++] = "-c";
        argv[n++] = (char *)o->command;
    } else if (o->inputs.count) {
        argv[n++] = (char *)o->inputs.items[0];
    }
    for (int i = 0; i < o->run_nargs; i++)
        argv[n++] = o->run_args[i];
    if (o->stdlib)
        setenv("PYLLC_STDLIB", o->stdlib, 1);
    interrupt_restore();
    execv(interpreter, argv);
    report_error("cannot run '%s': %s", interpreter, strerror(errno));
    return 1;
}

/* Without a cache the program is removed by whoever cleans /tmp: it must stay
 * while it runs, since it reads its own line table. */
static int run_program(const Options *o, Graph *g)
{
    bool found;
    const char *program = cache_program(o, g, &found);

    if (found)
        return exec_program(o, program);
    if (!program)
        program = arena_printf(o->arena, "/tmp/pyllc-run-%d", getpid());
    if (!build_program(o, g, program))
        return 1;
    return exec_program(o, program);
}

/* By a name like python2.7 pyllc is the python command, which is the
 * interpreter (eval/python.c). */
static void run_as_python(Arena *a, char **argv)
{
    if (!argv[0] || strncmp(base_name(argv[0]), "python", 6) != 0)
        return;
    execv(path_interpreter(a), argv);
    report_error("cannot run '%s': %s", path_interpreter(a), strerror(errno));
    exit(1);
}

/* --- dumps ---------------------------------------------------------------- */

static int dump_tokens(const Options *o)
{
    Diags diags = {.arena = o->arena};
    Source *src = source_load(o->arena, o->sources.items[0], &diags);

    diag_print_all(&diags);
    if (!src)
        return 1;
    source_prepare(o->arena, src, true);
    return !lex_dump(src);
}

static int dump(const Options *o, Graph *g)
{
    Module *m = g->program->main;
    StrBuf out = {0};

    if (strcmp(o->dump, "ast") == 0)
        ast_dump(&out, m->ast);
    else if (strcmp(o->dump, "scopes") == 0)
        scope_dump(&out, m->scope);
    else
        return !compile_module(o, m, g, "-");
    fputs(out.data, stdout);
    return 0;
}

/* --- compile -------------------------------------------------------------- */

/* -c and -S: each file by itself. */
static int compile_sources(const Options *o, Graph *g)
{
    for (int i = 0; i < o->sources.count; i++) {
        const char *source = o->sources.items[i];
        const char *out = o->output ? o->output : default_output(o, source);
        Module *m = g->program->modules.items[i];
        bool package;

        for (int j = 0; j < g->program->modules.count; j++)
            if (g->program->modules.items[j]->name ==
                graph_module_name(o->arena, source, &package))
                m = g->program->modules.items[j];
        if (!output_check(o, out) || !compile_module(o, m, g, out) ||
            (o->depend && !depend_write(o, g->program, out)))
            return 1;
    }
    for (int i = 0; i < o->llvm.count; i++) {
        const char *path = o->llvm.items[i];
        const char *out = o->output ? o->output : default_output(o, path);

        if (!output_check(o, out) || !llvm_input_compile(o, path, out))
            return 1;
    }
    return 0;
}

static int link_sources(const Options *o, Graph *g, const char *output)
{
    if (!build_program(o, g, output))
        return 1;
    return o->depend && !depend_write(o, g->program, output);
}

static int run(Options *o)
{
    Program program = {.arena = o->arena};
    Graph g = {.program = &program, .arena = o->arena, .options = o};
    bool modules = o->mode == MODE_compile || o->mode == MODE_assembly;
    const char *output = o->output;

    if (o->print_libs) {
        link_print_libs(o);
        return 0;
    }
    if (o->dump && strcmp(o->dump, "tokens") == 0)
        return dump_tokens(o);
    if (o->interpret)
        return interpret_program(o);
    if (!output && o->mode == MODE_link)
        output = default_output(o, o->inputs.items[0]);
    if (output && !o->dump && !output_check(o, output))
        return 1;
    if (o->depend_file && !output_check(o, o->depend_file))
        return 1;
    g.failed.arena = o->arena;
    if (o->llvm.count)
        codegen_init(false);
    if (o->mode == MODE_link && !llvm_inputs_lower(o))
        return 1;
    if (!graph_load(&g, modules))
        return 1;
    codegen_init(g.program->drops);
    if (o->dump)
        return dump(o, &g);
    if (modules)
        return compile_sources(o, &g);
    if (o->mode == MODE_run)
        return run_program(o, &g);
    return link_sources(o, &g, output);
}

typedef struct Job {
    Options *options;
    int status;
} Job;

static void *run_job(void *arg)
{
    Job *job = arg;

    job->status = run(job->options);
    llvm_inputs_remove(job->options);
    return NULL;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Options options = {.arena = &arena};
    Job job = {&options, 1};
    pthread_attr_t attr;
    pthread_t thread;

    run_as_python(&arena, argv);
    options_parse(&options, argc, argv);
    options.codegen.fast_bitcode = path_fast_bitcode(&arena);
    interrupt_start();
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK_SIZE);
    if (pthread_create(&thread, &attr, run_job, &job) != 0)
        run_job(&job);
    else
        pthread_join(thread, NULL);
    return job.status;
}
